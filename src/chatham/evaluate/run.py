"""Run an anonymiser over a labelled corpus and score what comes out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from chatham.evaluate.corpus import Corpus, read_corpus
from chatham.evaluate.score import Scores, score
from chatham.model.private import Finding, RawNote
from chatham.model.public import AnonymisedNote
from chatham.settings import resolve

__all__ = ["Anonymiser", "Output", "evaluate", "evaluate_corpus"]


class Output(Protocol):
    """What an anonymiser returns: notes, and the findings that led to them."""

    @property
    def notes(self) -> Iterable[AnonymisedNote]:
        """One for each raw note."""

    @property
    def findings(self) -> Iterable[Finding]:
        """The edits."""


class Anonymiser(Protocol):
    """Anything that takes notes and says what to write instead; chatham is one, a bare Presidio another."""

    def __call__(self, notes: Sequence[RawNote], /) -> Output:
        """Anonymise all notes."""


def evaluate(corpus: Corpus, anonymiser: Anonymiser) -> Scores:
    """Score any anonymiser.

    Args:
        corpus: Labelled notes.
        anonymiser: Gets the notes without labels, all at once.
    """
    output = anonymiser(corpus.raw)
    return score(corpus, output.notes, output.findings)


def evaluate_corpus(folder: str | Path, *, model: str | None = None) -> Scores:
    """Score chatham itself on a labelled corpus.

    Args:
        folder: Holds consultation.yaml, roster.csv and notes.jsonl.
        model: An installed spaCy model; by default the one of the settings.

    Raises:
        InputError: The corpus cannot be read.
        DetectionError: A recogniser or the model failed.
    """
    from chatham.anonymise.engine import anonymise

    corpus = read_corpus(folder)
    consultation = corpus.programme.consultation
    settings = resolve({"model": model}, consultation.settings)
    return evaluate(
        corpus,
        lambda notes: anonymise(notes, roster=corpus.roster, consultation=consultation, settings=settings),
    )
