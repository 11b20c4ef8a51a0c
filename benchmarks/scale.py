"""How time and memory of `chatham anonymise` grow with the number of notes.

    python benchmarks/scale.py [1000 10000 100000] [--corpus tests/corpora/dev] [--processes 0]

Notes are made of a corpus's own: the sentences of two notes, shuffled, with other figures, so that no two are the same.
Prints docs/benchmarks.md's table of scale. The peak is that of the largest process.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from chatham.evaluate import read_corpus
from chatham.model.private import RawNote

CORPUS = Path(__file__).parents[1] / "tests" / "corpora" / "dev"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--processes", type=int, default=0)
    asked = parser.parse_args()
    raw = read_corpus(asked.corpus).raw
    print("| notes | notes a second | processor time a note | peak memory of a process |")
    print("|---|---|---|---|")
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as folder:
            print(row(raw, size, asked.corpus, Path(folder), asked.processes), flush=True)


def row(raw: tuple[RawNote, ...], size: int, corpus: Path, folder: Path, processes: int) -> str:
    with (folder / "notes.jsonl").open("w", encoding="utf-8") as stream:
        for note in made(raw, size):
            stream.write(json.dumps(note, ensure_ascii=False) + "\n")
    measured = Path(__file__).with_name("scale.py")
    command = [
        sys.executable, str(measured), "--measured", "--notes", str(folder / "notes.jsonl"),
        "--roster", str(corpus / "roster.csv"), "--consultation", str(corpus / "consultation.yaml"),
        "--output", str(folder / "anonymised.jsonl"), "--findings", str(folder / "findings.jsonl"),
        "--processes", str(processes),
    ]  # fmt: skip
    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - began
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    spent, peak = json.loads(done.stdout.splitlines()[-1])
    return f"| {size:,} | {size / seconds:.0f} | {1000 * spent / size:.1f} ms | {peak / 1024:.0f} MB |"


def made(raw: tuple[RawNote, ...], size: int) -> Iterator[dict[str, object]]:
    chance = random.Random(20)  # noqa: S311 - the same notes every time
    for number in range(size):
        one, other = chance.choice(raw), chance.choice(raw)
        sentences = re.split(r"(?<=[.!?])\s+", f"{one.text}\n{other.text}")
        chance.shuffle(sentences)
        text = " ".join(sentences[: max(1, len(sentences) // 2)])
        text = re.sub(r"\d", lambda _: str(chance.randint(1, 9)), text)
        yield {"id": number, "text": text, "speaker": one.speaker, "working_group": one.working_group}


def measured(arguments: list[str]) -> None:
    """Run the command here, and print what it took: processor seconds, and the largest process in KiB."""
    from chatham.cli.__main__ import main as chatham

    code = chatham(["anonymise", *arguments])
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    spent = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    print(json.dumps([spent, max(own.ru_maxrss, children.ru_maxrss)]))
    sys.exit(code)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measured"]:
        measured(sys.argv[2:])
    else:
        main()
