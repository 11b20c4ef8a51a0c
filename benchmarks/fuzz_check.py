"""Damages Word files that hold a name, for as long as it is told to: the gate may not fall over, nor let one pass.

Usage: python benchmarks/fuzz_check.py FILE.docx [MINUTES] [SEED]

FILE.docx is any Word file; the name is planted in a copy of it. Prints how many copies were tried, how they were
judged and how long the slowest took; ends with exit code 1 at the first that passes although it holds the name, or at
which the gate fell over, and leaves it in the working folder as `fuzz-failure.docx`.
"""

import io
import random
import re
import sys
import time
import traceback
import zipfile
from collections import Counter
from pathlib import Path

from chatham.check import check_bytes
from chatham.model.private import Participant, Roster

NAME = "Priyamvada Ramanujar"
ROSTER = Roster(participants=(Participant(row=1, name=NAME),))
PLANTED = f"<w:p><w:r><w:t>It was {NAME} who spoke.</w:t></w:r></w:p>".encode()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {n: archive.read(n) for n in archive.namelist()}


def packed(parts: dict[str, bytes], method: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def planted(parts: dict[str, bytes], rng: random.Random) -> dict[str, bytes]:
    """The name in a paragraph, a header, a property, a comment or a part of its own."""
    parts = dict(parts)
    where = rng.randrange(5)
    if where == 0:
        parts["docProps/core.xml"] = f"<c><creator>{NAME}</creator></c>".encode()
    elif where == 1:
        parts["customXml/item9.xml"] = f'<data who="{NAME}"/>'.encode()
    elif where == 2:
        parts["word/comments.xml"] = b'<w:comments xmlns:w="urn:w"><w:comment>' + PLANTED + b"</w:comment></w:comments>"
    elif where == 3:
        parts["word/notes.txt"] = NAME.encode(rng.choice(["utf-8", "utf-16", "utf-16-le"]))
    else:
        body = parts["word/document.xml"]
        parts["word/document.xml"] = body.replace(b"</w:body>", PLANTED + b"</w:body>")
    return parts


def damage_bytes(data: bytes, rng: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        kind, place = rng.randrange(4), rng.randrange(len(changed))
        if kind == 0:
            changed[place] = rng.randrange(256)
        elif kind == 1:
            changed[place:place] = rng.randbytes(rng.randint(1, 9))
        elif kind == 2:
            del changed[place : place + rng.randint(1, 9)]
        else:
            end = place + rng.randint(1, 60)
            changed[place:place] = changed[place:end]
    return bytes(changed)


def damage_part(parts: dict[str, bytes], rng: random.Random) -> dict[str, bytes]:
    parts = dict(parts)
    name = rng.choice(sorted(parts))
    kind = rng.randrange(5)
    if kind == 0:
        parts[name] = damage_bytes(parts[name] or b" ", rng)
    elif kind == 1:
        parts[name.rpartition("/")[0] + "/" + str(rng.randrange(99)) + ".xml"] = parts.pop(name)
    elif kind == 2:
        parts.pop(name)
    elif kind == 3:
        parts[name] = re.sub(
            rb"<w:p>", rng.choice([b"<w:p><w:r/>", b"<w:sdt>", b"<w:p><w:del><w:r/></w:del>"]), parts[name], count=1
        )
    else:
        parts[name] = (
            parts[name].decode("utf-8", "ignore").encode(rng.choice(["utf-16", "utf-8-sig", "latin-1"]), "ignore")
        )
    return parts


def holds(data: bytes) -> bool:
    try:
        parts = unpacked(data)
    except Exception:
        return False
    for content in parts.values():
        for encoding in ("utf-8", "utf-16", "utf-16-le"):
            text = re.sub(r"<[^>]*>", "", content.decode(encoding, "ignore"))
            if "PriyamvadaRamanujar" in re.sub(r"\s", "", text):
                return True
    return False


def main(path: str, minutes: float = 60, seed: int = 1) -> int:
    rng = random.Random(seed)  # noqa: S311 - damage, not secrets
    base = unpacked(Path(path).read_bytes())
    end, judged, held, slowest = time.monotonic() + minutes * 60, Counter[str](), 0, 0.0
    while time.monotonic() < end:
        parts = planted(base, rng)
        for _ in range(rng.randint(0, 3)):
            parts = damage_part(parts, rng)
        data = packed(parts, rng.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
        if rng.random() < 0.5:
            data = damage_bytes(data, rng)
        still = holds(data)
        held += still
        started = time.process_time()
        try:
            report = check_bytes(data, name="note.docx", roster=ROSTER, consultation=None)
        except Exception:
            traceback.print_exc()
            Path("fuzz-failure.docx").write_bytes(data)
            return 1
        slowest = max(slowest, time.process_time() - started)
        judged[f"exit {report.exit_code}"] += 1
        if still and report.exit_code == 0:
            print("passed although it holds the name")
            Path("fuzz-failure.docx").write_bytes(data)
            return 1
    print(f"{judged.total()} files, {held} of them with the name still readable: {dict(sorted(judged.items()))}")
    print(f"the slowest took {slowest:.2f} seconds of processor time")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *(float(a) if n == 0 else int(a) for n, a in enumerate(sys.argv[2:4]))))
