"""From approved notes to points, the draft for comment and back, and the summary note."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from chatham.assembly import summary_note
from chatham.errors import InputError, Refused
from chatham.files import read_bytes, write_all, write_whole
from chatham.model.public import ApprovedNote, Point, SummaryNote
from chatham.outcomes import Built, Merged
from chatham.workspace import state
from chatham.workspace.opened import Opened

if TYPE_CHECKING:
    from chatham.synthesise import Synthesis

__all__ = ["build", "build_for_comment", "join_points", "merge", "part_point", "synthesise"]


def synthesise(home: Opened) -> Synthesis:
    """See `Workspace.synthesise`."""
    from chatham.review.points import edited, grouped
    from chatham.synthesise import Synthesis, synthesise

    events = home.store.events()
    together, apart = grouped(events)
    made = synthesise(
        home.approved(),
        consultation=home.consultation,
        scale=home.settings.scale,
        together=together,
        apart=apart,
    )
    return Synthesis(edited(made.points, events), made.left_out)


def join_points(home: Opened, points: Sequence[str], *, who: str, why: str = "") -> None:
    """See `Workspace.join_points`."""
    from chatham.review.points import join

    home.store.append_all([join(_points(home, points), who=who, why=why, known=home.store.versions())])


def part_point(home: Opened, point: str, *, who: str, why: str = "") -> None:
    """See `Workspace.part_point`."""
    from chatham.review.points import part

    home.store.append_all(part(_points(home, [point])[0], who=who, why=why, known=home.store.versions()))


def _points(home: Opened, wanted: Sequence[str]) -> list[Point]:
    """The points of these ids."""
    known = {point.id: point for point in synthesise(home).points}
    for point in wanted:
        if point not in known:
            raise InputError(f"no point {point}", fix="See the ids: `chatham synthesise --show`")
    return [known[point] for point in dict.fromkeys(wanted)]


def _approved(home: Opened) -> Sequence[ApprovedNote]:
    approved = home.approved()
    if not approved:
        raise Refused("no note is approved", fix="Run `chatham review`")
    return approved


def _note(home: Opened, approved: Sequence[ApprovedNote], *, draft: bool) -> tuple[Synthesis, SummaryNote]:
    """The points, and the note that is made of them."""
    synthesis = synthesise(home)
    summary, _ = summary_note(
        approved,
        consultation=home.consultation,
        roster=home.roster,
        settings=home.settings,
        points=synthesis.points,
        draft=draft,
    )
    return synthesis, summary


def build_for_comment(home: Opened, *, template: Path | None = None) -> Built:
    """See `Workspace.build_for_comment`."""
    from chatham.commenting import hand_out

    approved = _approved(home)
    synthesis, summary = _note(home, approved, draft=True)
    data, kept, handed = hand_out(summary, approved, settings=home.settings, template=template)
    target = home.folder / "private" / "for-comment.docx"
    home.gate().read(data, target)
    home.keep({f"for-comment-{handed.identity}.json": kept})
    write_whole(target, data, private=True)
    return Built(target, True, synthesis.left_out)


def merge(home: Opened, file: str | Path, *, who: str, allow: Sequence[str] = (), dry_run: bool = False) -> Merged:
    """See `Workspace.merge`."""
    from chatham.commenting import decided, new_notes, read_handed, vet
    from chatham.review import approved_notes, review
    from chatham.review.points import edited, grouped
    from chatham.review.word import compare, draft_id, read_draft
    from chatham.synthesise import synthesise

    data = read_bytes(file)
    paragraphs, comments = read_draft(data, file=str(file))
    identity = draft_id(data, file=str(file))
    if identity is None or not identity.isalnum():
        raise InputError("not a draft for comment", file=file, fix="Give a copy of private/for-comment.docx")
    handed = read_handed(home.kept(f"for-comment-{identity}.json"), identity)
    differences = compare(handed.paragraphs, paragraphs, comments)
    caught = vet(
        differences,
        roster=home.roster,
        consultation=home.consultation,
        settings=home.settings,
        also=home.gate().outsiders,
    )
    caught = tuple(c for c in caught if c.sure or c.place not in allow)
    if caught or dry_run:
        return Merged(differences, caught, (), ())
    snapshot = home.store.snapshot()
    together, apart = grouped(snapshot.events)
    base = synthesise(
        approved_notes(review(snapshot)),
        consultation=home.consultation,
        scale=home.settings.scale,
        together=together,
        apart=apart,
    ).points
    now = edited(base, snapshot.events)
    decisions, stale = decided(differences, handed, base, now, who=who, known=snapshot.versions)
    source = hashlib.sha256(data).hexdigest()[:8]
    new = new_notes(differences.added, base, snapshot.notes, consultation=home.consultation, source=source)
    touched = {note for decision in decisions for note in decision.touches}
    changes = home.store.merge(decisions, new, expected={note: snapshot.versions[note] for note in touched})
    return Merged(differences, (), changes.added, stale)


def build(
    home: Opened,
    *,
    template: Path | None = None,
    draft: bool = False,
    forms: Sequence[str] = (),
    page_numbers: bool = False,
) -> Built:
    """See `Workspace.build`."""
    from chatham.publishing import gated, written

    undecided = state.status(home).undecided
    approved = _approved(home)
    if undecided and not draft:
        raise Refused(f"{undecided} notes are not decided", fix="Run `chatham review`, or build a --draft")
    synthesis, summary = _note(home, approved, draft=draft)
    target = home.folder / ("private/summary-draft.docx" if draft else "public/summary.docx")
    files = written(summary, target, forms=forms, template=template, page_numbers=page_numbers)
    texts = {f"point {p.id} (of the notes {', '.join(p.notes)})": p.text for p in synthesis.points}
    outputs = gated(files, home.gate(), certified=not draft, texts=texts)
    write_all(outputs, private=set(outputs) if draft else set())
    return Built(target, draft, synthesis.left_out)
