"""Objectives and review objectives that are named by their words: a title, a part of one, the id of a question."""

from __future__ import annotations

import re
from functools import lru_cache

from chatham.model.framework import Code, Framework

__all__ = ["content_words", "review_asked", "review_of", "shortens", "titled"]

# Words that say nothing about which objective or question is meant.
_FILLERS = frozenset(
    re.findall(
        r"\w+",
        "a an the of and or on in to for with at by as from so far made main key overall general specific identified "
        "our some any other further date regarding about review question part section session discussion points notes "
        "working group",
    )
)
_TITLE_FILLERS = frozenset(re.findall(r"\w+", "a an the of and or on in to for with at by as from all only its their"))


@lru_cache(maxsize=4096)
def review_of(text: str, framework: Framework) -> str | None:
    """The review objective that a few words name: an id, a title, a heading, or the main words of one.

    Args:
        text: `challenges`, `Key challenges and gaps`, `Lessons learned`, `Resource requirements`.
        framework: With its review objectives.

    Returns:
        Its id, or None.
    """
    words = content_words(text)
    if not words or len(words) > 12:
        return None
    known = _review_words(framework)
    best: list[str] = []
    for review, (names, core) in known.items():
        if all(word in names for word in words) and any(word in core for word in words):
            best.append(review)
    return best[0] if len(best) == 1 else None


def review_asked(text: str, framework: Framework) -> str | None:
    """The review objective whose words a question has, if there is only one.

    Args:
        text: `What stands in the way under objective 8?`.
        framework: With its review objectives.
    """
    words = content_words(text)
    hits = {
        review: sum(any(name == word or (len(word) >= 6 and name.startswith(word)) for name in core) for word in words)
        for review, (_, core) in _review_words(framework).items()
    }
    most = max(hits.values(), default=0)
    best = [review for review, count in hits.items() if count == most]
    return best[0] if most and len(best) == 1 else None


def titled(text: str, framework: Framework, *, whole: bool) -> tuple[Code, str] | None:
    """The objective whose title stands in a heading, and what else stands there.

    Args:
        text: The heading.
        framework: The codebook.
        whole: The line is a heading by its words alone: more of the title is asked for.
    """
    words = [word for word in _words(text) if word not in _TITLE_FILLERS]
    if not words:
        return None
    plain = " ".join(_words(text))
    for code, _, title in _titles(framework):
        if title and title in plain:
            return code, plain.replace(title, " ")
    head, _, tail = re.sub(r"\s[–—-]\s|[:|]", "\0", text).partition("\0")
    for part, rest in ((text, ""), (head, tail), (tail, head)):
        found = _by_words_of_title(part, framework, whole=whole)
        if found is not None:
            return found, rest.replace("\0", " ")
    return None


def shortens(text: str, codes: tuple[Code, ...], framework: Framework) -> bool:
    """Whether a few words after a code are in its objective's title: `Objective 8: missing migrants`.

    Args:
        text: The words.
        codes: Of the objectives.
        framework: The codebook.
    """
    words = {word for word in _words(text) if word not in _TITLE_FILLERS}
    titles = [title for code, title, _ in _titles(framework) if code in codes]
    return bool(words) and any(len(words & title) >= 0.6 * len(words) for title in titles)


def content_words(text: str) -> list[str]:
    """The words of a text that say which objective or question is meant, in the singular."""
    return [word for word in _words(text) if word not in _FILLERS]


def _stem(word: str) -> str:
    if word in ("learned", "learnt", "learning", "learnings"):
        return "learnt"
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith("ss"):
            return word[: -len(ending)] + instead
    return word


def _words(text: str) -> list[str]:
    return [_stem(word) for word in re.findall(r"[^\W\d_]+", text.casefold().replace("’", "'").replace("'s", ""))]


@lru_cache(maxsize=16)
def _review_words(framework: Framework) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Review objective to all words of its names, and to those that no other one's id or heading has."""
    every = {
        r.id: frozenset(content_words(f"{r.id.replace('_', ' ')} {r.title} {r.heading}"))
        for r in framework.review_objectives
    }
    named = {
        r.id: frozenset(content_words(f"{r.id.replace('_', ' ')} {r.heading}")) for r in framework.review_objectives
    }
    known = {}
    for review, words in named.items():
        others = frozenset().union(*(w for r, w in named.items() if r != review))
        weak = {"identify", "formulate", "take", "stock", "implementation", "objective", "need", "good"}
        known[review] = (every[review], words - others - weak)
    return known


@lru_cache(maxsize=16)
def _titles(framework: Framework) -> tuple[tuple[Code, frozenset[str], str], ...]:
    return tuple(
        (o.code, frozenset(w for w in _words(o.title) if w not in _TITLE_FILLERS), " ".join(_words(o.title)))
        for o in framework.objectives
    )


def _by_words_of_title(text: str, framework: Framework, *, whole: bool) -> Code | None:
    words = {word for word in _words(text) if word not in _TITLE_FILLERS}
    if len(words) < 2:
        return None
    if review_of(text, framework):
        return None
    scores = sorted(
        (
            (len(words & title) / len(words), len(words & title) / len(title), code)
            for code, title, _ in _titles(framework)
        ),
        key=lambda score: score[:2],
        reverse=True,
    )
    best, second = scores[0], scores[1] if len(scores) > 1 else (0.0, 0.0, "")
    enough = best[0] == 1.0 or (best[0] >= 0.75 and best[1] >= 0.6)
    # An unmarked line is a heading only if it holds a good part of the title: `save lives` opens many a sentence.
    if whole and best[1] < 0.5:
        return None
    return best[2] if enough and second[0] < best[0] else None
