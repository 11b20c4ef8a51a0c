"""What a page that shows the queue says and is told: plain messages, whoever carries them.

The page gets anonymised text only. The raw text of a note goes out in answer to `original`, for that note, and in no
other message; so a page that never asks never has it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from chatham.errors import ChathamError, InputError
from chatham.model.private import Kind, NoteRisk
from chatham.model.public import Consultation
from chatham.review.advised import Advised, advised_text
from chatham.review.bulk import Source
from chatham.review.decide import Reviewed, Status
from chatham.review.desk import Desk
from chatham.review.queue import Filters, progress, select

__all__ = ["Conversation", "Message"]

Message = dict[str, Any]


class Conversation:
    """One reviewer's page.

    Args:
        store: Where the notes are.
        who: The reviewer, as signed on every decision.
        consultation: For the titles of objectives and working groups; codes alone without it.
        filters: Which notes come first; the undecided ones by default.
        risks: Note id to what the risk audit says of it; notes with a reason can be filtered by.
        advised: Note id to what it advises the note to say.
    """

    def __init__(
        self,
        store: Source,
        *,
        who: str,
        consultation: Consultation | None = None,
        filters: Filters | None = None,
        risks: Mapping[str, NoteRisk] | None = None,
        advised: Mapping[str, Advised] | None = None,
    ):
        self._advised = advised or {}
        self._risks = {note: risk.reasons for note, risk in (risks or {}).items() if risk.reasons}
        self._desk = Desk(store, who=who)
        self._consultation = consultation
        self._filters = filters or Filters(undecided=True)
        self._queue: list[str] = []
        self._index = 0
        self._requeue()

    def answer(self, message: Mapping[str, Any]) -> list[Message]:
        """What to send back.

        Args:
            message: Its `type` is `open`, `filter`, `go`, `original`, `do` or `undo`; anything else, or a field of
                the wrong type, is refused.

        Returns:
            Messages of the types `choices`, `told` (for the reviewer to read; `refused` if nothing was done), `note`
            and `original`, in order. The last of them, and no other, is a `note` or an `original`: with it the page
            knows that it has all.
        """
        try:
            return self._obey(str(message.get("type")), message)
        except ChathamError as error:
            return [_refused(str(error)), self._note()]
        except (KeyError, TypeError, ValueError):
            return [_refused("That was not understood."), self._note()]

    def _obey(self, kind: str, message: Mapping[str, Any]) -> list[Message]:
        if kind == "open":
            self._desk.refresh()
            return [self._choices(), self._note()]
        if kind == "filter":
            among = frozenset(self._risks) if message.get("risk") else None
            self._filters = replace(_filters(message), among=among)
            self._requeue()
            return [self._note()]
        if kind == "go":
            self._go(int(message["by"]))
            return [self._note()]
        if kind == "original":
            return [self._original()]
        if kind == "undo":
            return [*self._undo(None), self._note()]
        if kind == "do":
            return self._do(str(message["action"]), str(message["note"]), message)
        raise ValueError(kind)

    def _original(self) -> Message:
        note = self._desk.notes[self._here()]
        rewritten = note.text != note.redacted
        covered = [] if rewritten else [[r.start, r.end, r.applies] for r in note.redactions]
        return {"type": "original", "note": note.id, "text": self._desk.original(note.id), "covered": covered}

    def _do(self, action: str, note: str, message: Mapping[str, Any]) -> list[Message]:
        told: list[Message] = []
        if int(message["version"]) != self._desk.notes[note].version:
            # The desk has taken in what somebody else did; the page shows what was there before.
            return [_refused("This note has changed since you opened it: look again."), self._note()]
        if action == "undo":
            told = self._undo(note)
        else:
            _ACTIONS[action](self._desk, note, message)
            if action in ("approve", "withhold"):
                self._go(1)
        return [*told, self._note()]

    def _undo(self, note: str | None) -> list[Message]:
        changed = self._desk.undo()
        if changed and changed[0] in self._queue and note not in changed:
            self._index = self._queue.index(changed[0])
        return [{"type": "told", "text": f"taken back in {', '.join(changed)}" if changed else "nothing to undo"}]

    def _go(self, by: int) -> None:
        shown = [i for i, note in enumerate(self._queue) if not self._merged(note)]
        here = sum(i < self._index for i in shown)
        there = max(0, min(here + by, len(shown)))
        self._index = shown[there] if there < len(shown) else len(self._queue)

    def _merged(self, note: str) -> bool:
        return self._desk.notes[note].status is Status.MERGED

    def _requeue(self) -> None:
        self._queue = [note.id for note in select(self._desk.notes.values(), self._filters)]
        self._index = 0

    def _here(self) -> str:
        if self._index >= len(self._queue):
            raise InputError("no note is shown")
        return self._queue[self._index]

    def _choices(self) -> Message:
        framework = self._consultation.framework if self._consultation else None
        groups = self._consultation.working_groups if self._consultation else ()
        return {
            "type": "choices",
            "objectives": [[o.code, o.title] for o in framework.objectives] if framework else [],
            "reviews": [[r.id, r.heading] for r in framework.review_objectives] if framework else [],
            "groups": [[g.id, g.name] for g in groups],
            "kinds": [kind.value for kind in Kind],
            "risks": len(self._risks),
            "filters": {
                "working_group": self._filters.working_group,
                "objective": None if self._filters.objective is None else str(self._filters.objective),
                "review": self._filters.review,
                "kind": self._filters.kind.value if self._filters.kind else None,
                "below": self._filters.below,
                "undecided": self._filters.undecided,
                "risk": self._filters.among is not None,
            },
        }

    def _note(self) -> Message:
        base: Message = {
            "type": "note",
            "index": self._index,
            "total": len(self._queue),
            "progress": str(progress(self._desk.notes.values())),
        }
        if self._index >= len(self._queue):
            return base | {"id": None}
        note = self._desk.notes[self._here()]
        follows = next((i for i in self._queue[self._index + 1 :] if not self._merged(i)), None)
        return base | {
            "id": note.id,
            "version": note.version,
            "status": note.status.value,
            "text": note.text,
            "segments": _segments(note),
            "parts": [
                {"id": p.id, "text": p.text, "objectives": list(p.objectives), "review": p.review} for p in note.parts
            ],
            "suggested": list(note.suggested),
            "working_group": note.working_group,
            "round": note.round,
            "edited": note.edited,
            "risk": list(self._risks.get(note.id, ())),
            "advised": advised_text(note, self._advised),
            "merged": list(note.merged),
            "stale": list(note.stale),
            "follows": follows,
            "history": [
                {"when": e.when, "who": e.decision.who, "action": e.decision.action.value, "stands": stands}
                for e, stands in self._desk.history(note.id)
            ],
        }


def _refused(text: str) -> Message:
    return {"type": "told", "text": text, "refused": True}


def _segments(note: Reviewed) -> list[Message]:
    """The text as shown in pieces, each plain or one redaction; a rewritten or joined text is one plain piece."""
    if note.text != note.redacted:
        return [{"text": note.text}]
    pieces: list[Message] = []
    done = 0
    for number, redaction in enumerate(note.redactions):
        start, end = redaction.at
        if start > done:
            pieces.append({"text": note.text[done:start]})
        pieces.append(
            {
                "text": note.text[start:end],
                "number": number,
                "kind": redaction.kind.value,
                "verdict": redaction.verdict.value,
                "open": redaction.open_mark,
                "why": redaction.why,
                "score": round(redaction.score, 2),
                "by": redaction.recogniser,
            }
        )
        done = end
    if done < len(note.text) or not pieces:
        pieces.append({"text": note.text[done:]})
    return pieces


def _filters(message: Mapping[str, Any]) -> Filters:
    kind = message.get("kind")
    below = message.get("below")
    return Filters(
        working_group=message.get("working_group") or None,
        objective=message.get("objective") or None,
        review=message.get("review") or None,
        kind=Kind(kind) if kind else None,
        below=float(below) if below else None,
        undecided=bool(message.get("undecided")),
    )


def _why(message: Mapping[str, Any]) -> str:
    return str(message.get("why") or "")


def _accept(desk: Desk, note: str, m: Mapping[str, Any]) -> None:
    desk.accept(note, int(m["number"]), everywhere=bool(m.get("everywhere")), why=_why(m))


def _reject(desk: Desk, note: str, m: Mapping[str, Any]) -> None:
    desk.reject(note, int(m["number"]), everywhere=bool(m.get("everywhere")), why=_why(m))


def _replace(desk: Desk, note: str, m: Mapping[str, Any]) -> None:
    number, words = int(m["number"]), str(m["replacement"])
    desk.replace(note, number, words, everywhere=bool(m.get("everywhere")), why=_why(m))


def _mark(desk: Desk, note: str, m: Mapping[str, Any]) -> None:
    words = m.get("replacement")
    desk.mark(
        note,
        int(m["start"]),
        int(m["end"]),
        kind=Kind(m.get("kind") or Kind.PERSON),
        replacement=None if words is None else str(words),
        everywhere=bool(m.get("everywhere")),
        original=bool(m.get("original")),
        why=_why(m),
    )


def _cover(desk: Desk, note: str, m: Mapping[str, Any]) -> None:
    desk.cover(note, int(m["number"]), int(m["start"]), int(m["end"]), why=_why(m))


def _tag(desk: Desk, note: str, m: Mapping[str, Any]) -> None:
    codes = [int(code) if str(code).isdecimal() else str(code) for code in m["objectives"]]
    part = m.get("part")
    desk.tag(note, codes, m.get("review") or None, part=None if part is None else int(part), why=_why(m))


_ACTIONS: dict[str, Callable[[Desk, str, Mapping[str, Any]], None]] = {
    "accept": _accept,
    "reject": _reject,
    "replace": _replace,
    "mark": _mark,
    "cover": _cover,
    "tag": _tag,
    "approve": lambda desk, note, m: desk.approve(note, why=_why(m)),
    "withhold": lambda desk, note, m: desk.withhold(note, why=_why(m)),
    "reopen": lambda desk, note, m: desk.reopen(note, why=_why(m)),
    "edit": lambda desk, note, m: desk.edit(note, str(m["text"]), why=_why(m)),
    "split": lambda desk, note, m: desk.split(note, [int(cut) for cut in m["cuts"]], why=_why(m)),
    "merge": lambda desk, note, m: desk.merge(note, [str(other) for other in m["others"]], why=_why(m)),
}
