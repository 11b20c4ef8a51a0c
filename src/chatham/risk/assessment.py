"""All of the audit in one go: the figures, the advice, the notes with the advice taken, and the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chatham.model.framework import Framework
from chatham.model.private import Finding, NoteRisk, RawNote, Roster
from chatham.risk.audit import GroupedText
from chatham.settings import Settings

__all__ = ["Assessment", "assess"]


@dataclass(frozen=True, slots=True)
class Assessment:
    """What came of an audit.

    Attributes:
        risks: One for each note, in order.
        advice: Edits of the anonymised texts.
        taken: The texts with the advice taken, in the order of the notes.
        report: A private page of HTML about it.
    """

    risks: tuple[NoteRisk, ...]
    advice: tuple[Finding, ...]
    taken: tuple[str, ...]
    report: str


@dataclass(frozen=True, slots=True)
class _Taken:
    id: str
    text: str


def assess(
    notes: Sequence[GroupedText],
    raw: Sequence[RawNote],
    *,
    roster: Roster,
    framework: Framework,
    settings: Settings,
    title: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> Assessment:
    """Audit notes, say what to generalise, and attack them raw, as they are, and with the advice taken.

    Args:
        notes: As they are to be published.
        raw: The same notes as they were written down: who spoke.
        roster: Who was there.
        framework: Categories and subregions.
        settings: `k`: under so many people a note is at risk.
        title: Of the consultation, for the report.
        progress: Called with how many notes are done, of how many.
    """
    from chatham.language.embedding import embedder
    from chatham.people.voices import speakers
    from chatham.risk.advice import advise, apply_advice, by_note
    from chatham.risk.attack import Attacker, success
    from chatham.risk.page import page

    attacker = Attacker(roster, framework=framework, embed=embedder())
    spoke = speakers(raw, roster)
    risks, advice = advise(notes, attacker, speakers=spoke, settings=settings, progress=progress)
    edits = by_note(advice)
    taken = [_Taken(n.id, apply_advice(n.text, edits.get(n.id, ()))) for n in notes]
    attacks = {
        "Raw": success(attacker.rank(raw), spoke),
        "Anonymised": success(attacker.rank(notes), spoke),
        "With advice": success(attacker.rank(taken), spoke),
    }
    report = page(risks, attacks, title=title, k=settings.k, advised=len(edits))
    return Assessment(risks, advice, tuple(n.text for n in taken), report)
