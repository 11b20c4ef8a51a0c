"""What in a clause about oneself tells whether it gives the speaker away, as numbers for a small model.

No sign knows a sentence: they are who is its subject and what its verb does, whether its words are of hands and
kitchens or of policy, and the evidence of `self_evidence`.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from chatham.anonymise.recognisers.clauses import Clauses, nobody_between, quoted
from chatham.anonymise.recognisers.leaning import DEEDS, THINGS, leaning
from chatham.anonymise.recognisers.own_clauses import OwnClause
from chatham.anonymise.recognisers.own_verbs import LIFE, MEETING, PERCEIVED
from chatham.anonymise.recognisers.self_evidence import EVIDENCE, KIN, OWN_KIN, TRADE, at_a_place, evidence, weight
from chatham.language.pipeline import Doc
from chatham.people.fold import fold_text
from chatham.people.words import is_country

__all__ = ["SIGNS", "signs"]

_WHO = ("i", "we", "he", "my", "our", "her", "me", "bare")
_TAGS = {"VBD": "past", "VBP": "present", "VBZ": "presents", "VBN": "participle", "VBG": "gerund", "VB": "infinitive"}
_ENTITIES = ("ORG", "MONEY", "CARDINAL", "DATE", "NORP", "PERSON")
SIGNS = (
    "constant",
    *(f"who {who}" for who in _WHO),
    "quoted",
    "fronted",
    "relative",
    "named before",
    "nobody between",
    "modal",
    "negated",
    "copula",
    "has",
    "verbless",
    *_TAGS.values(),
    "perfect",
    "passive",
    "meeting verb",
    "verb of life",
    "perceived",
    "deed",
    "things",
    "many things",
    "weight",
    *(f"evidence {number}" for number in range(EVIDENCE)),
    "kin",
    "at a place",
    "place",
    "country",
    *(f"entity {label}" for label in _ENTITIES),
    "mine inside",
    "ours inside",
    "definite",
    "demonstrative",
    "a post",
    "the post",
    "own",
    "oneself",
    "kin of hers",
    "kin acts",
)
"""The signs in the order in which the model has their weights."""

_BE = frozenset("am is are was were be been 'm 's 're ’m ’s ’re m".split())
_HAVE = frozenset("have has had 've ’ve 'd ’d ve".split())
_DO = frozenset({"do", "did", "does"})
_NOT = frozenset({"not", "n't", "n’t", "never", "no"})
_SKIPPED = frozenset({",", "myself", "himself", "herself", "ourselves"})
_MINE = re.compile(r"\b(?:my|mine|myself)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:our|ours|ourselves)\b", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|that)\s+(?:\w+\s+)?[a-z]+")
_DEMONSTRATIVE = re.compile(r"\b(?:that|this|those|these)\s+[a-z]", re.IGNORECASE)
_POST = re.compile(
    rf"(?:['’](?:m|re)|\b(?:am|is|are|was|were|been|became|become|as))\s+(?:also\s+|now\s+|still\s+|myself\s+|only\s+)*(?P<det>an?|the|one\s+of\s+the"
    rf"|(?=chair|founder|head\b|director|president|secretary|counsel|captain|mayor))\s*(?:[\w’'-]+\s+){{0,4}}?(?:{TRADE}|{KIN})\b",
    re.IGNORECASE,
)
_KIN_FIRST = re.compile(
    rf"\s+(?:late\s+|elder\s+|older\s+|younger\s+|only\s+|first\s+|little\s+)?{KIN}\b", re.IGNORECASE
)
_OWN = re.compile(r"\bown\b", re.IGNORECASE)
_ONESELF = re.compile(
    r"(?<!introduced )(?<!allowed )(?<!called )(?<!by )(?<!for )\b(?:myself|himself|herself|ourselves)\b", re.IGNORECASE
)
_NEAR = 200
_TOUCHED = 0.15


def signs(c: Clauses, doc: Doc, clause: OwnClause) -> tuple[float, ...]:
    """The numbers of one clause, in the order of `SIGNS`.

    Args:
        c: The note.
        doc: The note, tagged.
        clause: One of its clauses.
    """
    body = c.text[clause.start : clause.end]
    first = bisect_left(doc, clause.verb, key=lambda token: token.idx)
    last = bisect_left(doc, clause.end, key=lambda token: token.idx)
    found: dict[str, float] = {
        "constant": 1,
        f"who {clause.who}": 1,
        "quoted": quoted(c, clause.start),
        "fronted": clause.start < clause.subject,
        "relative": clause.relative,
        "kin": OWN_KIN.search(body) is not None,
        "at a place": at_a_place(body),
        "mine inside": clause.who != "my" and _MINE.search(body) is not None,
        "ours inside": clause.who != "our" and _OURS.search(body) is not None,
        "definite": min(3, len(_DEFINITE.findall(body))),
        "demonstrative": _DEMONSTRATIVE.search(body) is not None,
    }
    post = _POST.search(body)
    found["a post"] = post is not None and not post["det"].casefold().endswith("the")
    found["the post"] = post is not None and not found["a post"]
    found["own"] = _OWN.search(body) is not None
    found["oneself"] = _ONESELF.search(body) is not None
    kin = _KIN_FIRST.match(c.text, clause.verb) is not None
    found["kin of hers"] = kin and clause.who == "her"
    found["kin acts"] = (kin and clause.who == "my") or (bool(found["kin"]) and clause.who == "me")
    if clause.who in ("he", "her"):
        found |= _reported(c, clause)
    found |= _verb(doc, first, last, owned=clause.who in ("my", "our", "her", "me"))
    nouns = [leaning(doc, token.text, THINGS) for token in doc[first:last] if token.tag_ in ("NN", "NNS")]
    found["things"] = 3 * sum(nouns) / len(nouns) if nouns else 0
    found["many things"] = min(3, sum(lean > _TOUCHED for lean in nouns))
    shown = evidence(body)
    found["weight"] = min(6, weight(shown) + 3 * found["kin"] + found["at a place"]) / 2
    found |= {f"evidence {number}": seen for number, seen in enumerate(shown)}
    for entity in doc.ents:
        if entity.start < last and first < entity.end:
            if entity.label_ in ("GPE", "LOC", "FAC"):
                found["country" if is_country(fold_text(entity.text)) else "place"] = 1
            else:
                found[f"entity {entity.label_}"] = 1
    return tuple(float(found.get(name, 0)) for name in SIGNS)


def _reported(c: Clauses, clause: OwnClause) -> dict[str, float]:
    """Whether `he` or `her` may be the speaker: somebody is named, and nobody else comes between."""
    return {
        "named before": any(clause.start - _NEAR <= end <= clause.start for end in c.names),
        "nobody between": nobody_between(c, clause.start),
    }


def _verb(doc: Doc, first: int, last: int, *, owned: bool) -> dict[str, float]:
    """What the clause's verb does; `owned`: a noun stands between the subject's first word and it."""
    found: dict[str, float] = {}
    helpers: list[str] = []
    verb = None
    for token in doc[first:last]:
        word = token.lower_
        if token.tag_ == "MD":
            found["modal"] = 1
        elif word in _NOT:
            found["negated"] = 1
        elif token.tag_.startswith("RB") or token.is_space or word in _SKIPPED:
            continue
        elif word in _BE or word in _HAVE or word in _DO:
            helpers.append(word)
            verb = token
        elif token.tag_.startswith("VB"):
            verb = token
            break
        elif not owned or helpers:
            break
    if verb is None:
        return found | {"verbless": 1}
    word = verb.lower_
    copula, has = word in _BE, word in _HAVE
    found |= {
        "copula": copula,
        "has": has,
        "perfect": bool(helpers) and helpers[0] in _HAVE and not copula and not has,
        "passive": bool(helpers) and helpers[-1] in _BE and verb.tag_ == "VBN",
        "meeting verb": word in MEETING and word not in LIFE,
        "perceived": word in PERCEIVED,
    }
    if verb.tag_ in _TAGS:
        found[_TAGS[verb.tag_]] = 1
    if not copula and not has:
        found["verb of life"] = word in LIFE
        found["deed"] = 3 * leaning(doc, verb.text, DEEDS)
    return found
