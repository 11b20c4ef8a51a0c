"""How long notes take to become points: `python benchmarks/synthesise.py`.

The notes are those of the labelled corpora that may be read, taken again and again with small changes, over all
objectives. Prints a table in Markdown; each row is measured in a process of its own, set up as the command line sets
up its own, after the models are loaded.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

CORPORA = Path(__file__).parents[1] / "tests" / "corpora"
COUNTS = (500, 1000, 2000, 5000)


def made(count: int) -> list[object]:
    """That many approved notes, and all of one consultation."""
    from chatham.evaluate.corpus import read_corpus
    from chatham.model.public import ApprovedNote

    read = [read_corpus(CORPORA / name) for name in ("dev", "africa", "samples")]
    codes = [objective.code for objective in read[0].programme.consultation.framework.objectives]
    texts = [(note.text, note.review or "challenges") for corpus in read for note in corpus.raw]
    chance = random.Random(1)  # noqa: S311 - the same notes every time
    notes = []
    for at in range(count):
        again, (text, review) = at // len(texts), texts[at % len(texts)]
        if again:
            text = text.replace(" the ", f" the {again}th ", 1) + f" This was so in district {again}."
        notes.append(
            ApprovedNote(
                id=str(at), text=text, review=review, objectives=(chance.choice(codes),), voice=at % 60 + 60 * again
            )
        )
    return [notes, read[0].programme.consultation]


def main() -> None:
    """Measure one count if one is given, else all."""
    if len(sys.argv) > 1:
        from chatham.language.embedding import embedder
        from chatham.language.pipeline import DEFAULT_MODEL, pipeline
        from chatham.synthesise import synthesise

        notes, consultation = made(int(sys.argv[1]))
        pipeline(DEFAULT_MODEL)
        embedder()
        wall, processor = time.perf_counter(), time.process_time()
        points = synthesise(notes, consultation=consultation).points  # type: ignore[arg-type]
        print(
            f"| {len(notes):,} | {len(points):,} | {time.perf_counter() - wall:.1f} |"  # type: ignore[arg-type]
            f" {time.process_time() - processor:.1f} |"
        )
        return
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    print("| notes | points | seconds | processor seconds |\n|---|---|---|---|")
    for count in COUNTS:
        print(subprocess.check_output([sys.executable, __file__, str(count)], text=True), end="", flush=True)


if __name__ == "__main__":
    main()
