"""Make src/chatham/tag/data/vectors.npz: the vectors of codebook and examples, so that no start has to make them.

    python benchmarks/make_vectors.py

To be run again after a change of `tag/data/examples.yaml`, of the keywords in `model/data/gcm.yaml` or of the model; a
test says when.
"""

from __future__ import annotations

from pathlib import Path

from chatham.files import write_whole
from chatham.tag.suggest import known_texts
from chatham.tag.vectors import pack

DATA = Path(__file__).parent.parent / "src" / "chatham" / "tag" / "data" / "vectors.npz"


def main() -> None:
    data = pack(known_texts())
    write_whole(DATA, data)
    print(f"{len(known_texts())} texts, {len(data):,} bytes")


if __name__ == "__main__":
    main()
