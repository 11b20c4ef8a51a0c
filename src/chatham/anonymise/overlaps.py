"""Mentions put in order before anybody words an edit: disjoint, of whole words, with strangers told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace as changed

from chatham.anonymise.cast import Who
from chatham.anonymise.mentions import Mention, Role
from chatham.model.private import Kind
from chatham.people.fold import fold_text

__all__ = ["FILE_NAME", "acquainted", "disjoint"]

FILE_NAME = re.compile(
    r"[^\s\"'“”‘’<>|()\[\],;]*\.(?:docx?|pdf|xlsx?|pptx?|odt|ods|rtf|txt|csv|zip|jpe?g|png|mp[34]|m4a|wav|mov|md|eml|vtt|json)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]\"“”]*[\w/]|[\w.+%-]+@[\w-]+(?:\.[\w-]+)+|@\w[\w.-]*\w"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:example|org|com|net|int|gov|edu|info|ngo|io|co)(?:\.[a-z]{2})?(?:/[^\s<>()\[\]\"“”]*[\w/])?",
    re.IGNORECASE,
)


def disjoint(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions sorted and disjoint, none of them ending inside a word, an address or a file name."""
    kept: list[Mention] = []
    for mention in sorted(
        (_whole(text, m) for m in mentions if any(c.isalnum() for c in text[m.start : m.end])),
        key=_order,
    ):
        if kept and mention.start < kept[-1].end:
            kept[-1] = _either(kept[-1], mention)
        else:
            kept.append(mention)
    return kept


def _order(m: Mention) -> tuple[object, ...]:
    kinds = list(Kind)
    return (
        m.start,
        -m.end,
        kinds.index(m.kind),
        m.role,
        m.recogniser,
        sorted(map(str, m.who)),
        m.phrase is None,
        m.phrase,
    )


def _either(a: Mention, b: Mention) -> Mention:
    """One mention for two that overlap."""
    if Kind.INDIRECT in (a.kind, b.kind) and a.kind is not b.kind:
        indirect, other = (a, b) if a.kind is Kind.INDIRECT else (b, a)
        if indirect.phrase is None:
            return other
        leader = indirect
    else:
        leader = max(a, b, key=lambda m: (m.kind is Kind.CONTACT, m.phrase is not None, m.end - m.start, -m.start))
    same = a.kind is b.kind
    return changed(
        leader,
        start=min(a.start, b.start),
        end=max(a.end, b.end),
        who=a.who | b.who if same else leader.who,
        role=a.role if same and a.role is Role.SPEAKER else leader.role,
    )


def _whole(text: str, mention: Mention) -> Mention:
    """The mention, widened to the whole word, address or file name in which it stands."""
    start, end = mention.start, min(mention.end, len(text))
    if mention.kind is not Kind.INDIRECT:
        left, right = max(0, start - 120), end + 120
        for pattern in (FILE_NAME, _ADDRESS):
            for found in pattern.finditer(text[left:right]):
                if (
                    found.start() + left < end
                    and start < found.end() + left
                    and (found.start() + left, found.end() + left) != (start, end)
                ):
                    if mention.kind is Kind.PERSON and text[found.start() + left] == "@" and found.end() + left == end:
                        continue  # `@X can you share?` calls somebody, and is no handle
                    if mention.kind is Kind.CONTACT and found.end() + left < end:
                        continue
                    start, end = min(start, found.start() + left), max(end, found.end() + left)
                    mention = (
                        changed(mention, kind=Kind.CONTACT, who=frozenset())
                        if mention.kind is not Kind.CONTACT
                        else mention
                    )
    while start > 0 and text[start].isalnum() and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return mention if (start, end) == (mention.start, mention.end) else changed(mention, start=start, end=end)


def acquainted(text: str, mentions: list[Mention]) -> list[Mention]:
    """The same mentions; people on no roster who share a name, or whose initials fit, share their keys as well."""
    strangers = [m for m in mentions if m.kind is Kind.PERSON and not any(isinstance(k, int) for k in m.who)]
    known: list[tuple[set[str], Who]] = []
    keys: dict[int, Who] = {}
    for mention in sorted(strangers, key=lambda m: (m.start - m.end, m.start)):
        words = set(fold_text(text[mention.start : mention.end]).split())
        initials = "".join(w[0] for w in fold_text(text[mention.start : mention.end]).split())
        who = mention.who or frozenset({" ".join(sorted(words))})
        for names, theirs in known:
            if words & {n for n in names if len(n) > 1} or f"={''.join(words)}" in names:
                who = theirs | who
                break
        else:
            known.append((words | ({f"={initials}"} if len(initials) > 1 else set()), who))
        keys[mention.start] = who
    return [changed(m, who=keys[m.start]) if m.start in keys and m.kind is Kind.PERSON else m for m in mentions]
