"""What kind of clause a sentence is, as far as tags of parts of speech tell: needed before anything is put before it.

A statement can follow `said that`; an order, a question or a few words without a verb cannot. Where the tags leave a
doubt the answer is a fragment, which callers leave after a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["ORDERS", "Clause", "Kind", "Word", "clause", "named_in_small", "read_clauses"]

Kind = Literal["statement", "order", "question", "fragment"]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECT = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "DT", "EX", "CD", "VBG", "WP", "JJ", "PDT"})
_RELATIVE = frozenset({"WP", "WDT", "WRB", "WP$"})
_SUBORDINATE = frozenset(
    {"because", "if", "although", "though", "while", "whereas", "unless", "that", "whether", "as", "so"}
)
_MAYBE_SUBORDINATE = frozenset({"since", "before", "after", "until", "once", "than"})
_NAMES = frozenset({"NNP", "NNPS"})
_BRACKETS = re.compile(r"\(.*\)")
_REACH = 6  # how far from `since` its own verb may stand, in words


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark: its text, its Penn Treebank tag, and its place in the sentence in code points."""

    text: str
    tag: str
    start: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence and what it is.

    Attributes:
        text: The sentence.
        kind: A statement (finite, with its subject before the verb), an order, a question, or a fragment.
        named: Whether its first word is a name or an acronym, and so keeps its capital letter anywhere.
        words: With their tags.
        demands: Whether it is an order that says what is to be done, by a verb with which recommendations begin.
    """

    text: str
    kind: Kind
    named: bool
    words: tuple[Word, ...]
    demands: bool = False


def read_clauses(sentences: Iterable[str], *, model: str | None = None) -> list[Clause]:
    """Read sentences in one pass.

    Args:
        sentences: One sentence each.
        model: Name of an installed spaCy model; the default one by default.

    Raises:
        DetectionError: The model is missing or failed.
    """
    from chatham.language.pipeline import DEFAULT_MODEL, pipeline

    nlp = pipeline(model or DEFAULT_MODEL)
    listed = list(sentences)
    distinct = list(dict.fromkeys(listed))  # what several notes say alike is read once
    read = {}
    for text, doc in zip(distinct, nlp.pipe(distinct, batch_size=256, disable=["ner"]), strict=True):
        read[text] = clause(text, tuple(Word(t.text, t.tag_, t.idx) for t in doc if not t.is_space))
    return [read[text] for text in listed]


def named_in_small(sentences: Sequence[str], *, model: str | None = None) -> list[bool]:
    """Whether the first word of each sentence is still taken for a name when it is written small.

    `Busia` is, `king` is not. A word that the model has no vector of is taken for one.

    Args:
        sentences: Each begins with a capital letter.
        model: Name of an installed spaCy model; the default one by default.

    Raises:
        DetectionError: The model is missing or failed.
    """
    from chatham.language.pipeline import DEFAULT_MODEL, pipeline

    nlp = pipeline(model or DEFAULT_MODEL)
    docs = nlp.pipe([text[:1].lower() + text[1:] for text in sentences], batch_size=256, disable=["ner"])
    return [doc[0].tag_ in _NAMES or not doc[0].has_vector for doc in docs]


def clause(text: str, words: tuple[Word, ...]) -> Clause:
    """The clause that these tagged words make."""
    letters = [w for w in words if any(c.isalnum() for c in w.text)]
    if not letters:
        return Clause(text, "fragment", False, words)
    first = letters[0]
    named = (first.tag in _NAMES and first.text.casefold() not in _NEVER_NAMES) or _acronym(first.text)
    kind = _kind(text, letters)
    return Clause(text, kind, named, words, kind == "order" and _demands(letters))


ORDERS = frozenset(
    """
    abolish accede accept adopt agree allow amend apply ask avoid ban bring build call check close collect consult
    convene count create criminalize decriminalize define develop draft enable encourage end enforce ensure establish
    expand extend fund give grant guarantee help hold implement improve include increase inform integrate introduce
    invest investigate invite involve issue keep launch learn legalize let limit link make map monitor move name offer
    open organize pass pay permit pilot prevent prohibit prosecute protect provide publish put ratify recognize record
    reduce refer reform register regularize reject release remove repeal report require respect restore review
    separate set share sign simplify standardize start stop strengthen strike suspend take test train translate treat
    use verify visit waive withdraw
    """.split()
)
"""Verbs with which recommendations begin."""
_PAST_FORM = re.compile(r"(?<!e)ed$")  # `Agreed with it`; `need` and `feed` are none
_BEFORE_ORDERS = ("please", "never", "always", "also")
# Taggers take a capital at the start of a short sentence for a name.
_NEVER_NAMES = frozenset(
    """
    a an the this that these those there here it its he she they we i you in on at by for from of to with without
    under over after before since until during despite while when where if because as although and but or nor yet so
    no not nobody none everyone everybody someone somebody anyone anybody
    nothing something some any many most more less few all every each both one two three four five six seven eight
    nine ten what which who whom whose why how only even still also then now today however moreover thousands hundreds
    states governments migrants workers women men children families people victims returnees refugees participants
    detention smuggling trafficking recommendation recommendations
    """.split()
)


def _acronym(word: str) -> bool:
    return sum(c.isupper() for c in word) > 1 or any(c.isdigit() for c in word)


def _kind(text: str, words: list[Word]) -> Kind:
    if text.rstrip("\"'”’) ").endswith("?"):
        return "question"
    if _orders(words):
        return "order"
    if words[0].tag in ("VBN", "VBD") and "," not in text:  # `Used at two airports I know`
        return "fragment"
    words = _outside_brackets(words, text)
    opened = 0  # clauses that depend on another: each takes one finite verb
    subject = False
    closed = 0
    for at, word in enumerate(words):
        low = word.text.casefold()
        reach = words[at + 1 : at + _REACH]
        link = low in _SUBORDINATE and word.tag in ("IN", "WDT", "RB")  # `that` and `as` are other things too
        if word.tag in _RELATIVE or link or (low in _MAYBE_SUBORDINATE and any(w.tag in _FINITE for w in reach)):
            opened += 1
        elif word.tag in _FINITE and subject:
            if not opened:  # subject and verb before anything that depends on them
                return "statement"
            closed += 1
        elif word.tag in _SUBJECT:
            subject = True
    if closed > opened:
        return "statement"
    return "fragment"


def _demands(words: list[Word]) -> bool:
    begun = words[1] if words[0].text.casefold() in _BEFORE_ORDERS and len(words) > 1 else words[0]
    return begun.text.casefold() in ORDERS or words[0].text.casefold() in ("please", "never", "do", "let")


def _outside_brackets(words: list[Word], text: str) -> list[Word]:
    if "(" not in text:
        return words
    inside = [match.span() for match in _BRACKETS.finditer(text)]
    return [word for word in words if not any(start <= word.start < end for start, end in inside)]


def _orders(words: list[Word]) -> bool:
    """Whether a sentence begins with what is to be done, if need be after a condition."""
    at = 0
    if words[0].text.casefold() in _BEFORE_ORDERS:
        at = 1
    elif words[0].text.casefold() in ("do", "let"):
        return True
    if at >= len(words):
        return False
    following = words[at + 1].tag if at + 1 < len(words) else ""
    if words[at].tag in ("VB", "VBP") and not _PAST_FORM.search(words[at].text):
        return following not in _FINITE
    # `Keep the two laws apart`: a tagger takes a capital for a name, but names do not take articles.
    return words[at].text.casefold() in ORDERS and (following in ("DT", "PRP$", "CD", "JJ", "NNS", "NNP", "RB", "RP"))
