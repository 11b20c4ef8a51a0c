"""The publication gate: one finished file in, a verdict out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from chatham.check.addresses import find_addresses
from chatham.check.encoded import open_encoded
from chatham.check.files import read_file
from chatham.check.formats.opaque import read_text_in_bytes
from chatham.check.hit import Hit
from chatham.check.match import search
from chatham.check.opening import with_opening
from chatham.check.passages import IN_SENTENCES, Passage, Reading, Setting
from chatham.check.tokens import plain
from chatham.check.verdict import FileReport, Leak, Notice, Unreadable
from chatham.check.waivers import Waiver, apply_waivers
from chatham.check.watchlist import watchlist
from chatham.errors import UnreadableFile
from chatham.files import read_bytes
from chatham.model.private import Kind, Roster
from chatham.model.public import Consultation

__all__ = ["LARGEST", "check_bytes", "check_file", "texts_that_name"]

LARGEST = 128_000_000
"""Bytes of the largest file that the gate reads."""


def check_file(
    path: str | Path,
    *,
    roster: Roster,
    consultation: Consultation | None,
    also: Sequence[str] = (),
    waivers: Sequence[Waiver] = (),
) -> FileReport:
    """Read a finished file back and find every place that still names somebody.

    Args:
        path: The file; what it is, is told by its bytes.
        roster: The registration list, with the facilitators.
        consultation: Its organisers and public speakers may stand in the opening block, its public figures anywhere.
        also: Names of people who are on no list.
        waivers: Hits that somebody lets pass; they stay in the report, with their reasons.
    """
    try:
        data = read_bytes(path, limit=LARGEST)
    except UnreadableFile as error:
        return FileReport(str(path), "", unreadable=(Unreadable(Path(path).name, error.problem),))
    return check_bytes(data, name=str(path), roster=roster, consultation=consultation, also=also, waivers=waivers)


def check_bytes(
    data: bytes,
    *,
    name: str,
    roster: Roster,
    consultation: Consultation | None,
    also: Sequence[str] = (),
    waivers: Sequence[Waiver] = (),
) -> FileReport:
    """As `check_file`, for a file that is in memory.

    Args:
        data: The file.
        name: Its name, which is published with it and so is searched as well.
        roster: As in `check_file`.
        consultation: As in `check_file`.
        also: As in `check_file`.
        waivers: As in `check_file`.
    """
    reading = Reading()
    own = Path(name).name
    reading.add("(file name)", "the name of the file", own, Setting.LINK)
    read_file(reading, own, data, top=True)
    for part, content in reading.opaque:
        read_text_in_bytes(reading, part, content)
    try:
        open_encoded(reading)
    except UnreadableFile as error:
        reading.refuse(own, error.problem)
    passages = [p for p in reading.passages if not _is_title(p, consultation)]
    if consultation is not None:
        passages = with_opening(passages, own)
    leaks, bodies = _sort(search(passages, watchlist(roster, consultation, also)))
    report = FileReport(
        file=name,
        sha256=hashlib.sha256(data).hexdigest(),
        leaks=tuple(leaks),
        notices=(*bodies, *find_addresses(passages), *reading.notices, *_pictures(reading)),
        unreadable=tuple(dict.fromkeys(reading.unreadable)),
        words=sum(len(p.text.split()) for p in passages if p.setting in IN_SENTENCES),
    )
    return apply_waivers(report, waivers)


def texts_that_name(
    texts: Mapping[str, str], *, roster: Roster, consultation: Consultation | None, also: Sequence[str] = ()
) -> tuple[str, ...]:
    """Which of the texts that a file was made of name somebody, so that it is known what to mend.

    Args:
        texts: By what they are called: `point 3f2a`, `note 17`.
        roster: As in `check_file`.
        consultation: As in `check_file`.
        also: As in `check_file`.

    Returns:
        The names of the texts, in their order.
    """
    passages = [Passage(name, "", text) for name, text in texts.items()]
    found = {h.passage.part for h in search(passages, watchlist(roster, consultation, also)) if not h.spoken_about}
    return tuple(name for name in texts if name in found)


def _is_title(passage: Passage, consultation: Consultation | None) -> bool:
    """Whether a property only says what the public programme is called."""
    return (
        consultation is not None
        and passage.setting is Setting.ASIDE
        and plain(passage.text) in (plain(consultation.title), *(plain(g.name) for g in consultation.working_groups))
    )


def _sort(hits: Iterable[Hit]) -> tuple[list[Leak], list[Notice]]:
    leaks: dict[tuple[str, str, Kind, int | None, str], Leak] = {}
    bodies: dict[int | str, list[Hit]] = {}
    for hit in hits:
        if hit.spoken_about:
            bodies.setdefault(hit.needle.key if hit.needle.row is None else hit.needle.row, []).append(hit)
            continue
        leak = Leak(
            part=hit.passage.part,
            where=hit.passage.where,
            kind=hit.needle.kind,
            participant=hit.needle.row,
            how=hit.how,
            fix=_fix(hit),
            found=hit.found,
        )
        leaks.setdefault((leak.part, leak.where, leak.kind, leak.participant, leak.found.casefold()), leak)
    return list(leaks.values()), [_spoken_about(group) for group in bodies.values()]


def _spoken_about(hits: Sequence[Hit]) -> Notice:
    """One notice a body, however often the file speaks about it: a person looks once."""
    first, places = hits[0], {(h.passage.part, h.passage.where) for h in hits}
    often = "once" if len(places) == 1 else f"in {len(places)} places, the first of them here"
    row = first.needle.row
    whose = "of the programme" if row is None else f"of roster row {row}"
    why = f"the public body {whose} is spoken about, {often}"
    return Notice(first.passage.part, first.passage.where, "PUBLIC_BODY", why, row)


def _fix(hit: Hit) -> str:
    part, where, setting = hit.passage.part, hit.passage.where, hit.passage.setting
    if part == "(file name)":
        return "Give the file another name"
    if "docProps" in part or setting is Setting.NAME or "comments" in part or "people" in part:
        return "Run `chatham clean` on the file"
    if where.startswith("target of"):
        return "Remove the link or its target"
    if setting in (Setting.TECHNICAL, Setting.BYTES, Setting.ASIDE):
        return "Run `chatham clean` on the file, or remove this part"
    if hit.needle.kind is Kind.CONTACT:
        return "Take the address out"
    if hit.needle.kind is Kind.AFFILIATION:
        return "Write `a participating organization`, or leave the affiliation out"
    return "Write `a participant`"


def _pictures(reading: Reading) -> list[Notice]:
    return [
        Notice(part, "the picture", "PICTURE", "a picture cannot be searched: look at what it shows")
        for part, data in reading.pictures
        if hashlib.sha256(data).hexdigest() not in _template_pictures()
    ]


def _template_pictures() -> frozenset[str]:
    import zipfile

    from chatham.resources import templates

    found: set[str] = set()
    try:
        folder = templates()
    except UnreadableFile:
        return frozenset()
    for template in sorted(folder.glob("*.docx")):
        with zipfile.ZipFile(template) as archive:
            found |= {hashlib.sha256(archive.read(n)).hexdigest() for n in archive.namelist() if "/media/" in n}
    return frozenset(found)
