"""A draft for comment as it came back: what was changed, deleted, added and said, tracked or not.

Tracked changes are read as if all were accepted. A point is found by the bookmark around its paragraph; one that lost
its bookmark, by the likeness of its words.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Protocol

from rapidfuzz.fuzz import ratio

from chatham.errors import UnreadableFile

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Addition", "Change", "Comment", "Differences", "Paragraph", "compare", "draft_id", "read_draft"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LARGEST = 100_000_000
_ALIKE = 60.0
_GONE = (f"{_W}del", f"{_W}moveFrom")
_OURS = "chatham"


class _Printed(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def heading(self) -> bool: ...
    @property
    def point(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote beside a paragraph: `point` is the point's id, or None."""

    author: str
    text: str
    point: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that has words, all tracked changes accepted."""

    text: str
    point: str | None
    tracked: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A point that now says something else; `after` is empty where it was deleted."""

    point: str
    before: str
    after: str
    tracked: bool = False


@dataclass(frozen=True, slots=True)
class Addition:
    """A new paragraph, and the point that it stands beside (`near`): of the same section."""

    text: str
    near: str | None
    tracked: bool = False


@dataclass(frozen=True, slots=True)
class Differences:
    """All that an edited draft says that the draft did not.

    Attributes:
        changed: Points with other words.
        deleted: Points that are gone.
        added: New paragraphs.
        elsewhere: Words outside the points that were changed or taken out: (before, after).
        comments: Of people, not the draft's own.
    """

    changed: tuple[Change, ...] = ()
    deleted: tuple[Change, ...] = ()
    added: tuple[Addition, ...] = ()
    elsewhere: tuple[tuple[str, str], ...] = ()
    comments: tuple[Comment, ...] = ()


def read_draft(data: bytes, *, file: str) -> tuple[tuple[Paragraph, ...], tuple[Comment, ...]]:
    """Read an edited draft.

    Args:
        data: The .docx.
        file: Its name, for the error.

    Raises:
        UnreadableFile: It is no Word file, or a damaged one.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(i.file_size for i in package.infolist()) > _LARGEST:
                raise UnreadableFile("unpacks to more than 100 MB", file=file)
            document = etree.fromstring(package.read("word/document.xml"), parser)
            names = package.namelist()
            beside = (
                etree.fromstring(package.read("word/comments.xml"), parser) if "word/comments.xml" in names else None
            )
    except (zipfile.BadZipFile, KeyError, EOFError, RuntimeError, NotImplementedError, etree.XMLSyntaxError):
        raise UnreadableFile("not a Word file, or a damaged one", file=file, fix="Save it in Word as .docx") from None
    said = {} if beside is None else {c.get(f"{_W}id") or "": c for c in beside.iter(f"{_W}comment")}
    return _paragraphs(document, said)


def draft_id(data: bytes, *, file: str) -> str | None:
    """Which draft it was: what its bookmark `draft_...` says, if it is still there."""
    from lxml import etree

    read_draft(data, file=file)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        document = etree.fromstring(package.read("word/document.xml"), etree.XMLParser(resolve_entities=False))
    names = [b.get(f"{_W}name") or "" for b in document.iter(f"{_W}bookmarkStart")]
    return next((n.removeprefix("draft_") for n in names if n.startswith("draft_")), None)


def _paragraphs(
    document: etree._Element, said: dict[str, etree._Element]
) -> tuple[tuple[Paragraph, ...], tuple[Comment, ...]]:
    """One walk in document order: bookmarks open and close, words fall into the paragraph that is being read."""
    done: list[Paragraph] = []
    comments: list[Comment] = []
    open_marks: dict[str, str] = {}
    words: list[str] = []
    point: str | None = None
    tracked = joined = False
    for event, node in _walk(document):
        tag = node.tag
        if event == "start" and tag == f"{_W}p":
            if not joined:
                words, point, tracked = [], None, False
            joined = False
        elif event == "end" and tag == f"{_W}p":
            mark = node.find(f"{_W}pPr/{_W}rPr")
            tracked = tracked or (mark is not None and any(c.tag in (f"{_W}ins", f"{_W}del") for c in mark))
            if mark is not None and mark.find(f"{_W}del") is not None and words:
                joined = True  # the paragraph mark is deleted: what follows belongs to this paragraph
                continue
            text = " ".join("".join(words).split())
            if text:
                done.append(Paragraph(text, point, tracked))
            words = []
        elif event != "start":
            continue
        elif tag == f"{_W}bookmarkStart" and (node.get(f"{_W}name") or "").startswith("point_"):
            open_marks[node.get(f"{_W}id") or ""] = (node.get(f"{_W}name") or "").removeprefix("point_")
        elif tag == f"{_W}bookmarkEnd":
            open_marks.pop(node.get(f"{_W}id") or "", None)
        elif tag == f"{_W}t":
            words.append(node.text or "")
            if point is None and open_marks and (node.text or "").strip():
                point = next(iter(open_marks.values()))
        elif tag in (f"{_W}tab", f"{_W}br") and (outer := node.getparent()) is not None and outer.tag == f"{_W}r":
            words.append(" ")
        elif tag in (f"{_W}ins", f"{_W}moveTo", *_GONE):
            tracked = True
        elif tag == f"{_W}commentReference" and (node.get(f"{_W}id") or "") in said:
            comment = said[node.get(f"{_W}id") or ""]
            if (comment.get(f"{_W}author") or "") != _OURS:
                text = " ".join("".join(t.text or "" for t in comment.iter(f"{_W}t")).split())
                here = point or next(iter(open_marks.values()), None)
                comments.append(Comment(comment.get(f"{_W}author") or "", text, here))
    return tuple(done), tuple(comments)


def _walk(node: etree._Element) -> list[tuple[str, etree._Element]]:
    """Starts and ends in order, without what was deleted; an explicit stack, so that no depth is too much."""
    found: list[tuple[str, etree._Element]] = []
    stack: list[tuple[str, etree._Element]] = [("start", node)]
    while stack:
        event, here = stack.pop()
        if not isinstance(here.tag, str):
            continue
        found.append((event, here))
        if event == "start":
            stack.append(("end", here))
            if here.tag in _GONE or here.tag == f"{_W}pPr":
                continue
            stack += [("start", child) for child in reversed(here)]
    return found


def compare(printed: Sequence[_Printed], edited: Sequence[Paragraph], comments: Sequence[Comment] = ()) -> Differences:
    """What differs between the draft as it was handed out and as it came back.

    Args:
        printed: Paragraphs of the draft, in order.
        edited: Paragraphs of the file that came back, in order.
        comments: Found in it.
    """
    before = {p.point: p.text for p in printed if p.point is not None}
    found: dict[str, Paragraph] = {}
    rest: list[tuple[int, Paragraph]] = []
    for at, paragraph in enumerate(edited):
        if paragraph.point in before and paragraph.point not in found:
            found[str(paragraph.point)] = paragraph
        else:
            rest.append((at, paragraph))
    plain = [p.text for p in printed if p.point is None]
    matcher = SequenceMatcher(None, plain, [p.text for _, p in rest], autojunk=False)
    blocks = matcher.get_matching_blocks()
    kept = {a + i for a, _, size in blocks for i in range(size)}
    came = {b + i for _, b, size in blocks for i in range(size)}
    missing = [text for i, text in enumerate(plain) if i not in kept]
    new = [pair for i, pair in enumerate(rest) if i not in came]
    for identity in [i for i in before if i not in found]:
        likely = max(new, key=lambda n: ratio(n[1].text, before[identity]), default=None)
        if likely is not None and ratio(likely[1].text, before[identity]) >= _ALIKE:
            found[identity] = likely[1]
            new.remove(likely)
    elsewhere: list[tuple[str, str]] = []
    for gone in missing:
        likely = max(new, key=lambda n: ratio(n[1].text, gone), default=None)
        alike = likely is not None and ratio(likely[1].text, gone) >= _ALIKE
        elsewhere.append((gone, likely[1].text if likely is not None and alike else ""))
        if likely is not None and alike:
            new.remove(likely)
    order = {p: at for at, p in enumerate(edited)}
    places = sorted((order[p], i) for i, p in found.items())
    changes = [Change(i, before[i], p.text, p.tracked) for i, p in found.items() if p.text != before[i]]
    return Differences(
        changed=tuple(sorted(changes, key=lambda c: list(before).index(c.point))),
        deleted=tuple(Change(i, before[i], "") for i in before if i not in found),
        added=tuple(Addition(p.text, _near(at, places), p.tracked) for at, p in new),
        elsewhere=tuple(elsewhere),
        comments=tuple(comments),
    )


def _near(at: int, places: Sequence[tuple[int, str]]) -> str | None:
    earlier = [i for place, i in places if place < at]
    return earlier[-1] if earlier else next((i for _, i in places), None)
