"""What headings and lines by themselves have set for the notes that follow: objectives, groups, rounds."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from chatham.language.marks import Marks

__all__ = ["Standing"]


@dataclass(slots=True)
class _Frame:
    """What a heading set, until a heading of its level or above comes."""

    level: float
    marks: Marks
    used: bool = False


@dataclass(slots=True)
class Standing:
    """The marks that hold at one place of a file, as headings and lines are met in their order."""

    _frames: list[_Frame] = field(default_factory=list)
    _line: Marks = field(default_factory=Marks)
    _order: list[str] = field(default_factory=list)

    def now(self) -> Marks:
        """What headings and lines have set for what comes now."""
        marks = Marks()
        for frame in reversed(self._frames):
            frame.used = True
            marks |= (
                frame.marks
                if not marks.objectives
                else Marks(review=frame.marks.review, group=frame.marks.group, round=frame.marks.round)
            )
        line = self._line
        return Marks(
            objectives=line.objectives or marks.objectives,
            review=line.review or marks.review,
            group=line.group or marks.group,
            round=line.round or marks.round,
        )

    def head(self, level: float, marks: Marks) -> None:
        """Take what a heading says, for all until a heading of its level or above.

        Args:
            level: From 0.
            marks: What it says; none, where it only ends others.
        """
        while self._frames and self._frames[-1].level >= level:
            top = self._frames[-1]
            if top.level == level and not top.used and top.marks and _complementary(top.marks, marks):
                top.level = level - 0.5  # two headings right after each other: the first holds for both
                break
            self._frames.pop()
        self._frames.append(_Frame(level, marks))
        self._line = Marks(
            group=None if marks.group else self._line.group, round=None if marks.round else self._line.round
        )

    def say(self, marks: Marks) -> None:
        """Take what a line by itself says, for all that follows."""
        line = self._line
        if marks.group or marks.round:
            line = replace(line, objectives=(), review=None)
        given = [kind for kind, value in (("objectives", marks.objectives), ("review", marks.review)) if value]
        self._order += [kind for kind in given if kind not in self._order]
        # The kind that came first in the file is the outer one: where it changes, the inner one ends.
        if given and self._order.index(min(given, key=self._order.index)) == 0:
            line = replace(line, objectives=(), review=None)
        self._line = marks | line


def _complementary(first: Marks, second: Marks) -> bool:
    return bool(second) and not (
        (first.objectives and second.objectives)
        or (first.review and second.review)
        or (first.group and second.group)
        or (first.round and second.round)
    )
