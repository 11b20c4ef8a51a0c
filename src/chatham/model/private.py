"""The private side of the wall: who was there, what was written down, what was found in it.

Nothing in `synthesise`, `report` or `language` may import this module.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from chatham.model.display import PRIVATE, Shown, frame, table
from chatham.model.framework import Code

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Facilitator", "Finding", "Kind", "NoteRisk", "Notice", "Origin", "Participant", "RawNote", "Roster"]


class _Frozen(Shown, BaseModel):
    notice: ClassVar[str] = PRIVATE
    model_config = ConfigDict(frozen=True, extra="forbid")


class Kind(StrEnum):
    """What an edit removes. A merged edit takes the first of these that it holds."""

    PERSON = "PERSON"
    AFFILIATION = "AFFILIATION"
    CONTACT = "CONTACT"
    INDIRECT = "INDIRECT"


class Origin(_Frozen):
    """Where a note came from.

    Attributes:
        file: The file's name, without its folder.
        place: Where in it: `line 3`, `paragraph 7`, `sheet Notes, row 4`, `table 1, row 2, column 3`.
    """

    file: str
    place: str


class Notice(_Frozen):
    """Something the person who hands files in should know: which file, where in it, what; nothing of what was said.

    Attributes:
        file: The file, as the user named it.
        place: Where in it, or the id of a note; empty for the file as a whole.
        problem: In a clause.
    """

    file: str
    place: str
    problem: str

    def __str__(self) -> str:
        return ", ".join(part for part in (self.file, self.place) if part) + f": {self.problem}"


class RawNote(_Frozen):
    """One note as a rapporteur wrote it down.

    Attributes:
        id: Opaque: no file name, no person's name.
        text: Exactly what was handed in: never stripped, normalised or re-wrapped.
        working_group: Its id in the consultation, or None where it is not recorded.
        round: Of the working groups, from 1.
        speaker: As written down: a roster name, a first name, initials; None where not recorded.
        objectives: Codes of the framework.
        review: Id of a review objective.
        rapporteur: Who wrote it down, where a file says so.
        origin: The file and the place in it.
        suggested: Which of `objectives`, `review` are suggestions that nobody has accepted yet.
    """

    id: str
    text: str
    working_group: str | None = None
    round: int | None = None
    speaker: str | None = None
    objectives: tuple[Code, ...] = ()
    review: str | None = None
    rapporteur: str | None = None
    origin: Origin | None = None
    suggested: tuple[Literal["objectives", "review"], ...] = ()


class Participant(_Frozen):
    """One row of the registration list.

    Attributes:
        row: Which participant of the list, from 1 (the header row does not count).
        name: As registered.
        aliases: What else the person is called.
        organisation: Whom the person stands for.
        acronyms: Short forms of the organisation.
        category: Id of a stakeholder category.
        country: As registered.
        gender: `F`, `M`, another letter, or None.
        role: `participant`, `speaker`, `facilitator`, `resource person`, as registered.
        emails: Addresses.
        working_groups: Ids.
        registered: Date of registration, as written.
    """

    row: int = Field(ge=1)
    name: str
    aliases: tuple[str, ...] = ()
    organisation: str | None = None
    acronyms: tuple[str, ...] = ()
    category: str | None = None
    country: str | None = None
    gender: str | None = None
    role: str | None = None
    emails: tuple[str, ...] = ()
    working_groups: tuple[str, ...] = ()
    registered: str | None = None


class Facilitator(_Frozen):
    """Who led a working group: took part, so may not be named, and may be missing on the roster."""

    name: str
    working_group: str


class Roster(_Frozen):
    """Who was there.

    Attributes:
        participants: In the order of the registration list.
        facilitators: From the consultation; several of them are usually on the list too.
    """

    participants: tuple[Participant, ...] = ()
    facilitators: tuple[Facilitator, ...] = ()

    def to_frame(self) -> pd.DataFrame:
        """One row a participant, in the order of the registration list."""
        return frame(self.participants, Participant)

    def _repr_html_(self) -> str:
        rows = [
            (str(p.row), p.name, p.organisation or "–", p.category or "–", p.country or "–") for p in self.participants
        ]
        headings = ("row", "name", "organisation", "category", "country")
        title = f"Roster of {len(self.participants):,} participants · {PRIVATE}"
        return table(headings, rows[:20], title=title, below=f"and {len(rows) - 20:,} more" if len(rows) > 20 else "")


class Finding(_Frozen):
    """One edit of a note's raw text, or a mark for the reviewer.

    Attributes:
        note: The note's id.
        start: First code point of the edit in the raw text.
        end: One past its last code point.
        kind: What it removes.
        replacement: What stands there instead (may be empty); None: marked for review, text unchanged.
        recogniser: Which one found it.
        score: How sure, from 0 to 1.
        why: The rule, in words that quote nothing of the note.
    """

    note: str
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    kind: Kind
    replacement: str | None
    recogniser: str
    score: float = Field(ge=0, le=1)
    why: str


class NoteRisk(_Frozen):
    """What a reader who holds the roster could still work out from one anonymised note.

    Attributes:
        note: Its id.
        k: So many people of its working group the text fits; 1 where it says something that one alone can have said.
        rank: Of the true speaker under the attack, from 1; None where the speaker is not known or not on the roster.
        candidates: Roster rows of those whom the text fits; empty where nobody on the list is known to fit.
        reasons: Why it is at risk, in words that quote nothing; empty where it is not.
    """

    note: str
    k: int = Field(ge=0)
    rank: int | None = Field(default=None, ge=1)
    candidates: tuple[int, ...] = ()
    reasons: tuple[str, ...] = ()
