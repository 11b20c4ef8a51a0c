"""Hands damaged files to every reader of notes and rosters, for as long as it is told to: notes or a clear error.

Usage: python benchmarks/fuzz_readers.py [MINUTES] [SEED]

The files are random bytes under every suffix, and the samples with bytes changed, put in, left out, doubled and
swapped, their text in other encodings, and the parts of Office files changed one by one. Prints how many were tried and
what came of them; ends with exit code 1 at the first that makes a reader fall over, takes longer than 20 seconds, or
leaves half an import in a consultation's store, and keeps it as `fuzz-failure` with its suffix.
"""

import io
import random
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from pathlib import Path

from chatham.capture.reading import read
from chatham.capture.roster import read_roster
from chatham.errors import ChathamError
from chatham.exchange.consultation import read_consultation
from chatham.workspace import Workspace

SAMPLES = Path(__file__).parents[1] / "samples"
SEEDS = [*sorted(p for folder in ("notes", "other") for p in (SAMPLES / folder).iterdir()), SAMPLES / "roster.csv"]
SUFFIXES = (".docx", ".xlsx", ".csv", ".tsv", ".md", ".txt", ".vtt", ".srt", ".jsonl", ".zip", "")
PIECES = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b'"', b";", b"\t", b"[GCM 8]", b"[challenges", b"# ", b"Objective 99",
    b"-->", b"00:00:01.000 --> ", b"<v ", b"09:00:00 From  to  Everyone : ", b"{", b'{"id":', b"| a | b |\n", b"&#x0;",
    b"<w:p>", b"<w:tbl><w:tr><w:tc>", b"</w:p>", b"PK\x03\x04", b"<!--", b"\xe2\x80\xa8", b"\xf0\x9f\x91\x8d",
    b"1:" * 50, b"- " * 200, b"(" * 300, b"A: " * 100, b"2020-13-45", b"1e999", b"=1+1", b"\\ud800",
)  # fmt: skip
ENCODINGS = ("utf-16", "utf-16-le", "cp1252", "latin-1", "utf-8-sig", "utf-32", "cp1251", "shift_jis")
LONGEST = 20
"""Seconds after which a reader counts as hung."""


class Hung(BaseException):
    """Nobody catches it on the way."""


def alarm(_signal, _frame):
    raise Hung


def damaged(data: bytes, rng: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice([1, 1, 2, 4, 16])):
        place = rng.randrange(len(changed) + 1)
        end = min(len(changed), place + rng.choice([1, 4, 40, 400]))
        kind = rng.randrange(7)
        if kind == 0:
            changed[place:end] = rng.randbytes(end - place)
        elif kind == 1:
            changed[place:place] = rng.choice(PIECES)
        elif kind == 2:
            del changed[place:end]
        elif kind == 3:
            changed[place:place] = changed[place:end] * rng.choice([1, 2, 50])
        elif kind == 4:
            del changed[place:]
        elif kind == 5:
            other = rng.randrange(len(changed) + 1)
            changed[place:place] = changed[other : other + 200]
        elif changed:
            changed[min(place, len(changed) - 1)] = rng.randrange(256)
    return bytes(changed)


def repacked(data: bytes, rng: random.Random) -> bytes:
    """An Office file, or an archive, with one of its parts damaged, gone, twice, or of another name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    at = rng.randrange(len(parts))
    name, content = parts[at]
    kind = rng.randrange(5)
    if kind < 2:
        parts[at] = name, damaged(content, rng)
    elif kind == 2:
        parts.pop(at)
    elif kind == 3:
        parts[at] = rng.choice(["../" + name, name.upper(), name + "/", "word/x.xml", "", "\\" + name]), content
    else:
        parts.append((f"{name}.xml", content))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", rng.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as archive:
        for part, inside in parts:
            archive.writestr(part or "empty", inside)
    return stream.getvalue()


def one(rng: random.Random) -> tuple[str, bytes]:
    """A suffix, and a damaged file."""
    kind = rng.random()
    if kind < 0.15:
        return rng.choice(SUFFIXES), rng.randbytes(rng.choice([1, 20, 500, 5000]))
    if kind < 0.25:
        return rng.choice(SUFFIXES), b"".join(rng.choice(PIECES) + b"\n" for _ in range(rng.randrange(1, 60)))
    seed = rng.choice(SEEDS)
    data = seed.read_bytes()
    suffix = seed.suffix if rng.random() < 0.8 else rng.choice(SUFFIXES)
    if data.startswith(b"PK") and rng.random() < 0.7:
        return suffix, repacked(data, rng)
    if not data.startswith(b"PK") and rng.random() < 0.2:
        data = data.decode("utf-8", "replace").encode(rng.choice(ENCODINGS), "replace")
    return suffix, damaged(data, rng)


def tried(path: Path, consultation, workspace, rng: random.Random) -> str:
    """What came of one file; raises whatever a reader lets through."""
    try:
        if rng.random() < 0.2:
            read_roster(path, framework=consultation.framework, deadline=consultation.registration_deadline)
            return "rosters"
        if rng.random() < 0.02:
            return stored(path, workspace)
        return "with notes" if read([path], consultation=consultation).notes else "without notes"
    except ChathamError as error:
        if not str(error).strip() or "\n" in str(error):
            raise AssertionError("an error that says nothing, or too much") from error
        return "refused"


def stored(path: Path, workspace) -> str:
    """A good file and a damaged one imported together: both, or neither."""
    before = list(workspace.notes())
    try:
        workspace.import_files([SAMPLES / "notes" / "WG2_notes.md", path])
    except ChathamError:
        if list(workspace.notes()) != before:
            raise AssertionError("half an import") from None
        return "refused"
    return "stored"


def main(minutes: float = 10, seed: int = 1) -> int:
    rng = random.Random(seed)  # noqa: S311 - damage, not secrets
    signal.signal(signal.SIGALRM, alarm)
    consultation = read_consultation(SAMPLES / "consultation.yaml").consultation
    end, counts, slowest = time.monotonic() + minutes * 60, Counter[str](), 0.0
    with tempfile.TemporaryDirectory() as place, Workspace.create(Path(place) / "w", title="Fuzz") as workspace:
        while time.monotonic() < end:
            suffix, data = one(rng)
            path = Path(place) / f"notes{suffix}"
            path.write_bytes(data)
            start = time.process_time()
            signal.alarm(LONGEST)
            try:
                counts[tried(path, consultation, workspace, rng)] += 1
            except (Exception, Hung):
                traceback.print_exc()
                Path(f"fuzz-failure{suffix}").write_bytes(data)
                print(f"after {counts.total()} files")
                return 1
            finally:
                signal.alarm(0)
            slowest = max(slowest, time.process_time() - start)
    print(f"{counts.total()} files: {dict(sorted(counts.items()))}; the slowest took {slowest:.1f} s of processor time")
    return 0


if __name__ == "__main__":
    sys.exit(main(*(float(a) if n == 0 else int(a) for n, a in enumerate(sys.argv[1:3]))))
