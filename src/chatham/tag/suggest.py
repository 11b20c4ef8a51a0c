"""Suggestions for notes that nobody has tagged: ranked, with scores and the words that spoke for them."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from chatham.language.marks import lead_marks
from chatham.model.framework import Code, Framework, Objective, default_framework
from chatham.model.private import RawNote
from chatham.model.public import Consultation
from chatham.tag.cues import cues
from chatham.tag.examples import known_examples, leaning, likeness
from chatham.tag.lexicon import Evidence, evidence
from chatham.tag.questions import likelihoods
from chatham.tag.sequence import smooth
from chatham.tag.vectors import vectors_of
from chatham.tag.words import wording

if TYPE_CHECKING:
    from chatham.language.embedding import Vectors

__all__ = ["Suggestion", "apply_suggestions", "known_texts", "suggest"]

_Key = TypeVar("_Key", int | str, str)

_LEXICAL = 1.5
_MEANING = 3.75
_EXAMPLES = 8.0
_WORDS = 0.2
_NAMED = 7.0  # all 65 texts of eleven labelled corpora that name one objective by its number were right about it
_OUTSIDE_GROUP = -6.0
_OUTSIDE_CONSULTATION = -8.0
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_SHORTEST = 4
"""Words that a sentence must have to count by itself."""
_ANCHOR_WORDS = 20
_SURE = 0.999
_SHOWN = 5
_LEAST = 0.01
_SECOND = 0.4


class Suggestion(NamedTuple):
    """What a note is probably about.

    Attributes:
        id: The note's.
        objectives: Code and score, the likeliest first; a note's own tags come first, with score 1.
        review: Id of a review objective and score, the likeliest first.
        words: What spoke for the first objective (keywords of the codebook) and the first review objective (names of
            cues in the wording), the strongest first; nothing that is anybody's name.
    """

    id: str
    objectives: tuple[tuple[Code, float], ...]
    review: tuple[tuple[str, float], ...]
    words: tuple[str, ...] = ()


def suggest(notes: Sequence[RawNote], consultation: Consultation) -> tuple[Suggestion, ...]:
    """Rank the objectives and review objectives of notes.

    The codebook's keywords and a sentence model, which knows titles, keywords and examples, speak for an objective, the
    working group's mandate for those that it addresses; a small fitted model over wording and meaning speaks for a
    review objective. Notes of one group are taken as a sequence: neighbours lend each other a little, as far as the
    notes themselves show that they do. Tags that a note has stay and count as evidence for its neighbours.

    Args:
        notes: In the order in which they were written down.
        consultation: With its codebook and its groups' mandates.

    Returns:
        One suggestion a note, in the same order. A score is the probability of being right.

    Raises:
        DetectionError: The sentence model failed or is not installed.
    """
    if not notes:
        return ()
    from chatham.language.embedding import embedder

    framework = consultation.framework
    texts = [note.text for note in notes]
    vectors = embedder()(texts)
    found = [evidence(text, framework) for text in texts]
    codes = [objective.code for objective in framework.objectives]
    reviews = [review.id for review in framework.review_objectives]
    meaning = _meaning(vectors, framework)
    alike = _alike(texts, vectors, consultation)
    words = wording(texts, framework)
    asked, asked_prior = likelihoods(texts, vectors, framework)
    groups: dict[str | None, list[int]] = defaultdict(list)
    for index, note in enumerate(notes):
        groups[note.working_group].append(index)
    about: dict[int, list[float]] = {}
    answers: dict[int, list[float]] = {}
    for group, members in groups.items():
        rows = [
            _known(notes[i].objectives, codes)
            or _weigh(
                found[i],
                [near + like + _WORDS * said for near, like, said in zip(meaning[i], alike[i], words[i], strict=True)],
                _named(texts[i], framework),
                codes,
            )
            for i in members
        ]
        about |= dict(zip(members, smooth(rows, _prior(group, consultation)), strict=True))
        if reviews:
            given = [_known(_own_review(notes[i]), reviews) or asked[i] for i in members]
            answers |= dict(zip(members, smooth(given, asked_prior), strict=True))
    return tuple(
        _suggestion(
            note,
            dict(zip(codes, about[i], strict=True)),
            dict(zip(reviews, answers.get(i, []), strict=False)),
            found[i],
        )
        for i, note in enumerate(notes)
    )


def apply_suggestions(notes: Sequence[RawNote], suggestions: Sequence[Suggestion]) -> tuple[RawNote, ...]:
    """Notes with the first suggestion in where they have no tag of their own, marked as suggested.

    A second objective comes along when it is nearly as likely as the first.

    Args:
        notes: As given to `suggest`.
        suggestions: Its result.
    """
    by_id = {suggestion.id: suggestion for suggestion in suggestions}
    result = []
    for note in notes:
        suggestion = by_id.get(note.id)
        if suggestion is None:
            result.append(note)
            continue
        update: dict[str, object] = {}
        if not note.objectives and suggestion.objectives:
            first, *others = suggestion.objectives
            update["objectives"] = (first[0], *(code for code, score in others if score >= _SECOND))
        if note.review is None and suggestion.review:
            update["review"] = suggestion.review[0][0]
        suggested = tuple(kind for kind in ("objectives", "review") if kind in update or kind in note.suggested)
        result.append(note.model_copy(update=update | {"suggested": suggested}) if update else note)
    return tuple(result)


def _weigh(
    found: Mapping[Code, Evidence], meaning: Sequence[float], named: frozenset[Code], codes: Sequence[Code]
) -> list[float]:
    """How well each objective explains a note, up to a factor."""
    return [
        math.exp(_LEXICAL * math.log1p(found[code].weight) + near + _NAMED * (code in named))
        for code, near in zip(codes, meaning, strict=True)
    ]


def _suggestion(
    note: RawNote, about: dict[Code, float], answers: dict[str, float], found: dict[Code, Evidence]
) -> Suggestion:
    objectives = _ranked(about, note.objectives)
    review = _ranked(answers, _own_review(note))
    words: tuple[str, ...] = ()
    if objectives and not note.objectives:
        words += found[objectives[0][0]].words[:_SHOWN] if objectives[0][0] in found else ()
    if review and not note.review:
        words += cues(note.text)[:_SHOWN]
    return Suggestion(note.id, objectives, review, words)


def _own_review(note: RawNote) -> tuple[str, ...]:
    return (note.review,) if note.review else ()


def _ranked(scores: Mapping[_Key, float], own: Sequence[_Key]) -> tuple[tuple[_Key, float], ...]:
    if own:
        return tuple((code, 1.0) for code in own)
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    return tuple((code, round(score, 4)) for code, score in ranked[:_SHOWN] if score >= _LEAST)


def _known(own: Sequence[_Key], classes: Sequence[_Key]) -> list[float] | None:
    """What a tag that is there already says: this, and nothing else."""
    if not any(code in own for code in classes):
        return None
    return [_SURE if code in own else (1 - _SURE) / len(classes) for code in classes]


def _prior(group: str | None, consultation: Consultation) -> list[float]:
    mandate = consultation.working_group(group) if group else None
    within = mandate.objectives if mandate else ()
    weights = [
        math.exp(
            0.0
            if code in within or (not within and code in consultation.objectives) or not consultation.objectives
            else _OUTSIDE_GROUP
            if code in consultation.objectives
            else _OUTSIDE_CONSULTATION
        )
        for code in (objective.code for objective in consultation.framework.objectives)
    ]
    total = sum(weights)
    return [weight / total for weight in weights]


def _named(text: str, framework: Framework) -> frozenset[Code]:
    """Objectives that a text names by their number."""
    word = rf"\b(?:objectives?|obj\.?|{re.escape(framework.short_name)})\s*(\w{{1,6}})\b"
    codes = {framework.code(match[1]) for match in re.finditer(word, text, re.IGNORECASE)}
    return frozenset(code for code in codes | set(lead_marks(text, framework).objectives) if code is not None)


def _alike(texts: Sequence[str], vectors: Vectors, consultation: Consultation) -> list[list[float]]:
    """How much each note, and in the mean each of its sentences, is like what is said about each objective."""
    import numpy as np

    from chatham.language.embedding import embedder

    framework = consultation.framework
    codes = tuple(consultation.objectives) or tuple(objective.code for objective in framework.objectives)

    def table(rows: Vectors) -> Vectors:
        near, lean = likeness(rows, framework, codes), leaning(rows, framework)
        return _EXAMPLES * np.array(near, dtype=np.float32) + np.array(lean, dtype=np.float32)

    whole = table(vectors)
    parts = [[part for part in _SENTENCE.split(text) if len(part.split()) >= _SHORTEST] for text in texts]
    several = [number for number, sentences in enumerate(parts) if len(sentences) > 1]
    if several and whole.any():
        single = table(embedder()([part for number in several for part in parts[number]]))
        owners = np.repeat(several, [len(parts[number]) for number in several])
        for number in several:
            whole[number] = (whole[number] + single[owners == number].mean(axis=0)) / 2
    return [[float(value) for value in row] for row in whole]


def _meaning(vectors: Vectors, framework: Framework) -> list[list[float]]:
    """How near each note is to each objective, against the mean of all objectives."""
    import numpy as np

    anchors, owners = _anchors(framework)
    likeness = vectors @ anchors.T
    columns = []
    for number in range(len(framework.objectives)):
        own = likeness[:, owners == number]
        columns.append((own.max(axis=1) + own.mean(axis=1)) / 2)
    table = np.stack(columns, axis=1)
    table = (table - table.mean(axis=1, keepdims=True)) * _MEANING
    return [[float(value) for value in row] for row in table]


@lru_cache(maxsize=8)
def _anchors(framework: Framework) -> tuple[Vectors, Vectors]:
    import numpy as np

    texts = [_anchor_texts(objective) for objective in framework.objectives]
    owners = [number for number, several in enumerate(texts) for _ in several]
    return vectors_of([text for several in texts for text in several]), np.array(owners)


def _anchor_texts(objective: Objective) -> tuple[str, ...]:
    words = [word.rstrip("*") for word in sorted(objective.keywords, key=lambda word: "*" in word)]
    some, others = words[:_ANCHOR_WORDS], words[_ANCHOR_WORDS : 2 * _ANCHOR_WORDS]
    return objective.title, ", ".join(some) or objective.title, ", ".join(others) or objective.title


def known_texts() -> tuple[str, ...]:
    """All texts with which notes are compared by meaning under the package's own codebook."""
    titles = [text for objective in default_framework().objectives for text in _anchor_texts(objective)]
    return tuple(dict.fromkeys([*titles, *(text for several in known_examples().values() for text in several)]))
