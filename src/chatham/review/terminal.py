"""A pass through the queue in the terminal: one note at a time, one letter and Enter for each decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from chatham.errors import ChathamError
from chatham.model.private import Kind
from chatham.review.bulk import Source
from chatham.review.decide import Reviewed, Status
from chatham.review.desk import Desk
from chatham.review.queue import Filters, progress, select
from chatham.review.redactions import Redaction, Verdict

__all__ = ["HELP", "run"]

HELP = """\
y        approve the note and go on           k        keep it back, and go on
a 2      redaction 2 is right                 A 2      and everywhere like it
r 2      redaction 2 is wrong: words stay     R 2      and everywhere like it
c 2 ...  put ... in the place of redaction 2  C 2 ...  and everywhere like it
w 2 ...  redaction 2 covers the words ... of the original, no more and no fewer
m ...    the words ... were missed: a person  M ...    and in all other notes
f ...    the words ... were missed: whom somebody works for
i ...    the words ... were missed: they give somebody away
e ...    the text shall be ...                t 4,8 challenges   set objectives, review objective
o        show the original                    h        show what was decided
n        next, undecided as it is             p        the one before
u        take back your last decision         q        stop; everything is stored already
"""

_STYLES = {Kind.PERSON: "cyan", Kind.AFFILIATION: "magenta", Kind.CONTACT: "yellow", Kind.INDIRECT: "green"}
_DECISIONS = frozenset("aArRcC")
_MISSED = {"m": Kind.PERSON, "M": Kind.PERSON, "f": Kind.AFFILIATION, "i": Kind.INDIRECT}


def run(
    store: Source,
    *,
    who: str,
    filters: Filters | None = None,
    console: Console | None = None,
    read: Callable[[], str] | None = None,
) -> None:
    """Go through the notes; every decision is in the store before the next one is asked for.

    Args:
        store: Where the notes are.
        who: The reviewer, as signed on every decision.
        filters: Which notes; the undecided ones by default.
        console: Where to write; the terminal by default.
        read: Gives the next line that was typed, and raises EOFError when there is none.
    """
    out = console or Console(highlight=False)
    ask = read or (lambda: out.input("[bold]> [/bold]"))
    _Pass(Desk(store, who=who), filters or Filters(undecided=True), out, ask).go()


class _Pass:
    """Where the reviewer is in the queue."""

    def __init__(self, desk: Desk, filters: Filters, out: Console, ask: Callable[[], str]):
        self._desk = desk
        self._out = out
        self._ask = ask
        # The queue is fixed when the pass starts: a note does not vanish from under the reviewer once it is decided.
        self._queue = [note.id for note in select(desk.notes.values(), filters)]
        self._index = 0

    def go(self) -> None:
        self._out.print(Text(str(progress(self._desk.notes.values()))))
        if not self._queue:
            self._out.print(Text("Nothing is left to decide."))
            return
        self._out.print(Text("? shows what can be typed."))
        self._show()
        while self._index < len(self._queue):
            try:
                line = self._ask().strip()
            except (EOFError, KeyboardInterrupt):
                break
            if line == "q":
                break
            before = self._index
            try:
                redraw = self._obey(line)
            except ChathamError as error:
                self._out.print(Text(str(error), style="red"))
                redraw = self._queue[self._index] in self._desk.notes
            if self._index < len(self._queue) and (redraw or self._index != before):
                self._show()
        self._out.print(Text(str(progress(self._desk.notes.values()))))

    def _obey(self, line: str) -> bool:
        """Do what a line says; whether the note is to be shown again."""
        note = self._queue[self._index]
        letter, _, rest = line.partition(" ")
        rest = rest.strip()
        if letter in ("y", "k"):
            (self._desk.approve if letter == "y" else self._desk.withhold)(note)
            self._index += 1
        elif letter in ("n", ""):
            self._index += 1
        elif letter == "p":
            self._index = max(0, self._index - 1)
        elif letter in _DECISIONS:
            self._decide(note, letter, rest)
        elif letter == "w":
            self._cover(note, rest)
        elif letter in _MISSED:
            self._missed(note, letter, rest)
        elif letter == "e":
            self._desk.edit(note, rest)
        elif letter == "t":
            codes, _, review = rest.partition(" ")
            self._desk.tag(
                note, [int(c) if c.isdecimal() else c for c in codes.split(",") if c], review.strip() or None
            )
        elif letter == "u":
            changed = self._desk.undo()
            here = [i for i, identity in enumerate(self._queue) if identity in changed]
            self._index = here[0] if here and note not in changed else self._index
        else:
            self._tell(note, letter)
            return False
        return True

    def _tell(self, note: str, letter: str) -> None:
        if letter == "o":
            self._out.print(Text("original: ", style="bold red") + Text(self._desk.original(note)))
        elif letter == "h":
            for event, stands in self._desk.history(note):
                undone = "" if stands else ", taken back"
                decision = event.decision
                self._out.print(Text(f"{event.when} {decision.who}: {decision.action}{undone} {decision.why}".rstrip()))
        else:
            self._out.print(Text(HELP))

    def _cover(self, note: str, rest: str) -> None:
        number, _, words = rest.partition(" ")
        index = int(number) - 1 if number.isdecimal() else -1
        redactions = self._desk.notes[note].redactions
        raw = self._desk.original(note)
        at = -1
        if 0 <= index < len(redactions) and words:
            # The words at the redaction, where they stand in several places.
            at = raw.find(words, max(0, redactions[index].start - len(words) + 1))
        if at < 0:
            self._out.print(Text("those words are not in the original at that redaction", style="red"))
            return
        self._desk.cover(note, index, at, at + len(words))

    def _decide(self, note: str, letter: str, rest: str) -> None:
        number, _, words = rest.partition(" ")
        redactions = self._desk.notes[note].redactions
        index = int(number) - 1 if number.isdecimal() else (0 if not number and len(redactions) == 1 else -1)
        everywhere = letter.isupper()
        if letter in "aA":
            self._desk.accept(note, index, everywhere=everywhere)
        elif letter in "rR":
            self._desk.reject(note, index, everywhere=everywhere)
        else:
            self._desk.replace(note, index, words, everywhere=everywhere)

    def _missed(self, note: str, letter: str, words: str) -> None:
        start = self._desk.notes[note].text.find(words) if words else -1
        if start < 0:
            self._out.print(Text("those words are not in the text as it stands", style="red"))
            return
        end = start + len(words)
        self._desk.mark(note, start, end, kind=_MISSED[letter], everywhere=letter.isupper())

    def _show(self) -> None:
        note = self._desk.notes[self._queue[self._index]]
        self._out.rule(Text(f"note {note.id} ({self._index + 1} of {len(self._queue)}), {note.status}"))
        self._out.print(Text("; ".join(_heading(note)), style="dim"))
        self._out.print(_coloured(note))
        if note.redactions and note.text == note.redacted:
            self._out.print(_listed(note.redactions))


def _heading(note: Reviewed) -> list[str]:
    parts = [f"working group {note.working_group}"] if note.working_group else []
    for part in note.parts:
        codes = ", ".join(str(code) for code in part.objectives) or "none"
        one, other = (" (suggested)" if tag in note.suggested else "" for tag in ("objectives", "review"))
        parts.append(f"objectives {codes}{one}; {part.review or 'no review objective'}{other}")
    if note.edited:
        parts.append("rewritten")
    if note.merged:
        parts.append(f"joined with {', '.join(note.merged)}")
    parts += [f"the {name} does not fit any more" for name in note.stale]
    if note.status is Status.BLOCKED:
        parts.append("somebody has to decide on a mark")
    return parts


def _coloured(note: Reviewed) -> Text:
    if note.text != note.redacted:
        return Text(note.text)
    shown = Text()
    done = 0
    for number, redaction in enumerate(note.redactions, 1):
        start, end = redaction.at
        shown.append(note.text[done:start])
        style = "strike" if redaction.verdict is Verdict.REJECTED else f"bold {_STYLES[redaction.kind]}"
        shown.append(f"[{number}:", style="dim").append(note.text[start:end] or "(removed)", style=style)
        shown.append("]", style="dim")
        done = end
    return shown.append(note.text[done:])


def _listed(redactions: Sequence[Redaction]) -> Table:
    table = Table(box=None, header_style="dim")
    for column in ("", "kind", "state", "says", "score", "why"):
        table.add_column(column)
    for number, redaction in enumerate(redactions, 1):
        says = "still open: what shall stand here?" if redaction.open_mark else (redaction.replacement or "(removed)")
        table.add_row(
            *(
                Text(cell)
                for cell in (
                    str(number),
                    redaction.kind.value.lower(),
                    redaction.verdict.value,
                    "the words stay" if redaction.verdict is Verdict.REJECTED else says,
                    f"{redaction.score:.2f}",
                    redaction.why,
                )
            )
        )
    return table
