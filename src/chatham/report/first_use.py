"""Abbreviations, spelt out where the note uses them first: `the International Labour Organization (ILO)`.

What one stands for is known from the codebook, or from a point that says so itself. Quotations stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from chatham.language.capitals import upper_first

__all__ = ["FirstUse", "defined_in"]

_QUOTED = re.compile(r"“[^”]*”")
_SPELT = re.compile(
    r"(?P<words>(?:[A-Z][\w’'-]+)(?: (?:of|the|for|and|on|in|to|[A-Z][\w’'-]+)){1,9}) \((?P<short>[A-Z][A-Z0-9-]+)\)"
)
_HAS_ARTICLE = re.compile(r"(?:\b(?:a|an|the|each|every|any|no|its|their|own|of which)|['’]s|-|/)\s?$", re.I)
_NAME_GOES_ON = re.compile(r"\s(?:[A-Z0-9]|No\b)")
_START = re.compile(r"(?:^|[.?!:]\s)$")


class FirstUse:
    """What has been spelt out so far, as the note is printed from its beginning to its end.

    Args:
        known: Abbreviation to what it stands for.
    """

    def __init__(self, known: Mapping[str, str]):
        self._left = dict(known)
        longest = sorted(known, key=lambda short: (-len(short), short))
        self._any = re.compile(rf"(?<![\w(-])({'|'.join(map(re.escape, longest))})(s?)(?![\w-])") if known else None

    def __call__(self, text: str) -> str:
        """The text, with the abbreviations spelt out that were not before.

        Args:
            text: The next sentences that are printed.
        """
        if self._any is None:
            return text
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        made, end = [], 0
        said = {found["short"]: found.start() for found in _SPELT.finditer(text)}
        for found in self._any.finditer(text):
            short = found[1]
            if re.match(r"['’]s\b", text[found.end() :]):  # `(ILO)’s` would be worse
                continue
            if short not in self._left or any(start <= found.start() < stop for start, stop in quoted):
                continue
            words = self._left.pop(short)
            if short in said:
                continue
            made += [
                text[end : found.start()],
                self._spelt(words, short, found[2], text[: found.start()], text[found.end() :]),
            ]
            end = found.end()
        for short in said:
            self._left.pop(short, None)
        return "".join([*made, text[end:]])

    @staticmethod
    def _spelt(words: str, short: str, plural: str, before: str, after: str) -> str:
        named = words[:1].isupper()
        article = "the " if named and not _HAS_ARTICLE.search(before) and not _NAME_GOES_ON.match(after) else ""
        full = f"{article}{words}{plural} ({short}{plural})"
        return upper_first(full) if _START.search(before) and not before.rstrip().endswith(":") else full


def defined_in(texts: Iterable[str]) -> dict[str, str]:
    """Abbreviations that texts explain themselves, `Bureau of Quality and Safety (BQS)`, to their words.

    Args:
        texts: Sentences of the note.
    """
    found: dict[str, str] = {}
    for text in texts:
        for match in _SPELT.finditer(text):
            words, short = match["words"].split(), match["short"]
            for start in range(len(words)):
                initials = "".join(w[0] for w in words[start:] if w[0].isupper())
                if initials == re.sub(r"[^A-Z]", "", short):
                    found.setdefault(short, " ".join(words[start:]))
                    break
    return found
