"""The public side of the wall: what the summary note may be made of."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from chatham.model.display import Shown, table
from chatham.model.framework import Code, Framework, default_framework

__all__ = [
    "AnonymisedNote",
    "ApprovedNote",
    "Attendance",
    "Consultation",
    "Point",
    "PublicSpeaker",
    "Scale",
    "SummaryNote",
    "WorkingGroup",
]


class _Frozen(Shown, BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class WorkingGroup(_Frozen):
    """A working group and its mandate; who led it stays on the private side."""

    id: str
    name: str
    objectives: tuple[Code, ...] = ()


class PublicSpeaker(_Frozen):
    """Somebody whom the public programme names, for the opening block only."""

    name: str
    role: str = ""
    organisation: str = ""


class Consultation(_Frozen):
    """A consultation as its public programme has it.

    Attributes:
        title: In full.
        date: ISO 8601, `2020-11-19`.
        place: City, or `Online (Zoom)`.
        mode: How it was held.
        objectives: Codes that it addresses.
        rounds: Of the working groups.
        working_groups: With their mandates.
        organisers: Named in the opening block only.
        public_speakers: Named in the opening block only.
        public_figures: People spoken about whose names stay.
        language: Of the notes, ISO 639-1.
        registration_deadline: ISO 8601 date, or None.
        settings: As written under `settings:`; read by `chatham.settings`.
        framework: The codebook, with the consultation's own review objectives.
    """

    title: str
    date: str = ""
    place: str = ""
    mode: str = ""
    objectives: tuple[Code, ...] = ()
    rounds: int | None = None
    working_groups: tuple[WorkingGroup, ...] = ()
    organisers: tuple[str, ...] = ()
    public_speakers: tuple[PublicSpeaker, ...] = ()
    public_figures: tuple[str, ...] = ()
    language: str = "en"
    registration_deadline: str | None = None
    settings: dict[str, Any] = Field(default_factory=dict)
    framework: Framework = Field(default_factory=default_framework)

    def _repr_html_(self) -> str:
        titles = {o.code: o.title for o in self.framework.objectives}
        rows = [
            ("date", self.date),
            ("place", self.place),
            ("mode", self.mode),
            *((f"objective {code}", titles.get(code, "")) for code in self.objectives),
            *((g.id, f"{g.name} (objectives {', '.join(map(str, g.objectives))})") for g in self.working_groups),
            ("organisers", ", ".join(self.organisers)),
            ("codebook", self.framework.name),
        ]
        return table(("", ""), [row for row in rows if row[1]], title=self.title)

    def working_group(self, name: str) -> WorkingGroup | None:
        """The group of that id or name (`wg 1`, `Working Group 1` and `WG1` are the same)."""
        wanted = _group_key(name)
        return next(
            (g for g in self.working_groups if wanted in (_group_key(g.id), _group_key(g.name.split(":")[0]))), None
        )


class AnonymisedNote(_Frozen):
    """A note after anonymise: nobody's words any more.

    Attributes:
        id: The raw note's.
        text: The anonymised text.
        working_group: Its id.
        round: Of the working groups, from 1.
        objectives: Codes of the framework.
        review: Id of a review objective.
        voice: Number of the speaker in order of first appearance, None where not recorded. In memory and store
            only: never serialised, never shown.
    """

    id: str
    text: str
    working_group: str | None = None
    round: int | None = None
    objectives: tuple[Code, ...] = ()
    review: str | None = None
    voice: int | None = Field(default=None, exclude=True, repr=False)


class ApprovedNote(AnonymisedNote):
    """An anonymised note that a person (or the user of a filter, by using it) has let pass."""


class Point(_Frozen):
    """Something that was said, by one or several.

    Attributes:
        id: Stable while the notes are.
        objectives: Codes of the framework.
        review: Id of a review objective.
        text: The sentence or sentences, as the note will print them after the quantifier.
        quantifier: `Some participants`; None where speakers are not known.
        voices: Distinct speakers behind it; None where not known.
        notes: Ids of the notes it rests on: never empty.
    """

    id: str
    objectives: tuple[Code, ...]
    review: str
    text: str
    quantifier: str | None = None
    voices: int | None = Field(default=None, ge=1)
    notes: tuple[str, ...] = Field(min_length=1)


class Attendance(_Frozen):
    """How many took part, with small cells already suppressed.

    Attributes:
        total: Participants in all.
        by_category: Category phrase to count; None where the cell is suppressed.
        by_subregion: Subregion to count; None where the cell is suppressed.
        smallest_cell: Cells under this many people are suppressed.
    """

    total: int
    by_category: tuple[tuple[str, int | None], ...] = ()
    by_subregion: tuple[tuple[str, int | None], ...] = ()
    smallest_cell: int = 3


class Scale(_Frozen):
    """From how many distinct speakers on which counting word is used; reference: the scale in the annex of the note.

    Attributes:
        some_from: Least number for `some participants`; fewer are `one` and `two`.
        several_from: Least number for `several participants`.
        proportions_from: Speakers on the objective in the group that have to be known before a share is told.
        majority_over: Per cent of them, above which it is `a majority of participants`.
        most_from: Per cent, from which on it is `most participants`, and broad agreement if nobody differed.
        almost_all_over: Per cent, above which it is `almost all participants`.
    """

    some_from: int = Field(default=3, ge=2)
    several_from: int = Field(default=5, ge=3)
    proportions_from: int = Field(default=8, ge=5)
    majority_over: float = Field(default=50, ge=50, lt=100)
    most_from: float = Field(default=75, gt=50, lt=100)
    almost_all_over: float = Field(default=90, gt=50, lt=100)

    @model_validator(mode="after")
    def _rises(self) -> Scale:
        if not self.some_from < self.several_from:
            raise ValueError("`some_from` has to be less than `several_from`")
        if not self.majority_over < self.most_from < self.almost_all_over:
            raise ValueError("`majority_over`, `most_from` and `almost_all_over` have to rise in this order")
        return self


class SummaryNote(_Frozen):
    """All that the template prints.

    Attributes:
        consultation: The public programme.
        points: In the order in which they are printed.
        attendance: None where no roster was given.
        draft: Marks every page DRAFT.
        scale: As the points were counted.
    """

    consultation: Consultation
    points: tuple[Point, ...]
    attendance: Attendance | None = None
    draft: bool = False
    scale: Scale = Field(default_factory=Scale)


def _group_key(name: str) -> str:
    letters = "".join(c for c in name.casefold() if c.isalnum())
    return letters.replace("workinggroup", "wg")
