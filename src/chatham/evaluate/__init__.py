"""Accuracy on labelled corpora, of chatham and of whatever else one wants to compare it with."""

from chatham.evaluate.corpus import Corpus, read_corpus
from chatham.evaluate.run import Anonymiser, evaluate, evaluate_corpus
from chatham.evaluate.score import Scores
from chatham.evaluate.show import comparison, misses, table

__all__ = [
    "Anonymiser",
    "Corpus",
    "Scores",
    "comparison",
    "evaluate",
    "evaluate_corpus",
    "misses",
    "read_corpus",
    "table",
]
