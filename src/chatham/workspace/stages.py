"""Tag, anonymise and the audit of what is left, on the notes of a folder."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from chatham.errors import Refused
from chatham.model.private import NoteRisk
from chatham.outcomes import Risked
from chatham.workspace.opened import Opened

if TYPE_CHECKING:
    from chatham.anonymise.engine import Anonymised
    from chatham.review.advised import Advised

__all__ = ["Progress", "advised", "anonymise", "risk", "risks", "suggest_tags"]

_ADVISED = "advised.json"
"""The paper that the texts of the last audit's advice are kept as, for review."""

Progress = Callable[[int, int], None]
"""Called with how many notes are done, of how many."""


def suggest_tags(home: Opened) -> int:
    """See `Workspace.suggest_tags`."""
    from chatham.tag import apply_suggestions, suggest

    notes = home.notes()
    lacking = tuple(n for n in notes if not n.objectives or n.review is None)
    suggested = apply_suggestions(lacking, suggest(lacking, home.consultation))
    changed = [new for old, new in zip(lacking, suggested, strict=True) if new != old]
    by_id = {n.id: n for n in changed}
    home.store.put_notes([by_id.get(n.id, n) for n in notes])
    return len(changed)


def anonymise(home: Opened, *, progress: Progress | None = None) -> Anonymised:
    """See `Workspace.anonymise`."""
    from chatham.anonymise.engine import anonymise
    from chatham.exchange.unfinished import Unfinished
    from chatham.people.voices import voices

    notes = home.notes()
    with Unfinished(home.folder / "private" / ".anonymise.unfinished") as unfinished:
        done = anonymise(
            notes,
            roster=home.roster,
            consultation=home.consultation,
            settings=home.settings,
            progress=progress,
            kept=unfinished.of,
        )
    numbers = voices(notes, home.roster)
    home.store.put_anonymised(
        [n.model_copy(update={"voice": numbers.get(n.id)}) for n in done.notes], done.findings, dict(done.set_aside)
    )
    return done


def risk(home: Opened, *, apply: bool = False, who: str = "", progress: Progress | None = None) -> Risked:
    """See `Workspace.risk`."""
    from chatham.exchange.notes import dump_findings
    from chatham.exchange.risks import dump_risks
    from chatham.review.decide import digest
    from chatham.review.desk import Desk
    from chatham.risk.assessment import assess

    desk = Desk(home.store, who=who)
    shown = [n for n in desk.notes.values() if n.text]
    if not shown:
        raise Refused("no note is anonymised", fix="Run `chatham anonymise`")
    done = assess(
        shown,
        home.notes(),
        roster=home.roster,
        framework=home.consultation.framework,
        settings=home.settings,
        title=home.consultation.title,
        progress=progress,
    )
    texts = {n.id: text for n, text in zip(shown, done.taken, strict=True) if n.text != text}
    advised = {note: (digest(desk.notes[note].text), text) for note, text in texts.items()}
    home.keep(
        {
            "risk.jsonl": dump_risks(done.risks),
            "advice.jsonl": dump_findings(done.advice),
            "risk.html": done.report,
        }
    )
    home.store.keep({_ADVISED: json.dumps(advised, ensure_ascii=False)})
    if apply:
        desk.edit_all(texts, why="advice of the risk audit")
    return Risked(done.risks, done.advice, done.report, len(texts) if apply else 0)


def risks(home: Opened) -> dict[str, NoteRisk]:
    """See `Workspace.risks`."""
    from chatham.exchange.risks import parse_risks

    kept = home.kept("risk.jsonl")
    return {} if kept is None else {r.note: r for r in parse_risks(kept, file="risk.jsonl")}


def advised(home: Opened) -> dict[str, Advised]:
    """See `Workspace.advised`."""
    from chatham.review.advised import Advised

    kept = home.store.paper(_ADVISED)
    return {} if kept is None else {note: Advised(*two) for note, two in json.loads(kept).items()}
