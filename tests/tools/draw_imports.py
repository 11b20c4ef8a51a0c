"""Draw the pictures of docs/import.md: what a sample file looks like, and the notes that come of it.

    python tests/tools/draw_imports.py [FOLDER]

One SVG a kind of file, made of the samples by chatham itself: the same samples give the same pictures.
"""

from __future__ import annotations

import sys
import textwrap
import zipfile
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

import docx
from docx.oxml.ns import qn

from chatham.capture.decode import decode
from chatham.capture.grid import read_csv, read_xlsx
from chatham.capture.reading import read
from chatham.capture.roster import read_roster
from chatham.exchange.consultation import read_consultation
from chatham.model.private import RawNote
from chatham.people.balance import GENDERS, balance

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
IMAGES = ROOT / "docs" / "images"
MOST_NOTES = 4
MOST_LINES = 17
LEFT, RIGHT, WIDTH = 470, 500, 980
LETTER, LINE = 6.3, 15
REGISTER = "other/registrations.csv"
COUNTS = (720, 755, 795, 860, 895)
"""Where the columns of the balance end."""
INK, PALE, EDGE, PAPER, GREEN, RED = "#1b2a38", "#5b6b7a", "#b8c4cf", "#ffffff", "#1d6b3a", "#a32020"


class Piece(NamedTuple):
    """Some words of a line, with the look of them: `plain`, `bold`, `struck`, `put in`, `pale`."""

    text: str
    look: str = "plain"


Line = Sequence[Piece]


def written(path: Path) -> Iterator[Line]:
    """A text file, as typed; tabs show."""
    for line in decode(path.read_bytes(), file=path.name).split("\n"):
        for part in textwrap.wrap(line.replace("\t", "→ "), 68, subsequent_indent="  ") or [""]:
            yield (Piece(part),)


def prose(path: Path) -> Iterator[Line]:
    """A Word file: headings, bullets, tracked changes."""
    for paragraph in docx.Document(str(path)).paragraphs:
        style = str(paragraph.style.name)
        bold = style.startswith("Heading")
        pieces = [Piece("• ")] if "Bullet" in style else []
        for element in paragraph._p.iter(qn("w:t"), qn("w:delText")):
            around = {ancestor.tag for ancestor in element.iterancestors()}
            look = "struck" if qn("w:del") in around else "put in" if qn("w:ins") in around else "plain"
            pieces.append(Piece(element.text or "", "bold" if bold else look))
        yield from broken(pieces, 68)
        yield ()


def broken(pieces: Line, width: int) -> Iterator[Line]:
    """Pieces over several lines, none longer than so many letters."""
    line: list[Piece] = []
    used = 0
    for piece in pieces:
        for number, word in enumerate(piece.text.split(" ")):
            more = (" " if number else "") + word
            if used + len(more) > width and line:
                yield tuple(line)
                line, used, more = [], 0, word
            line.append(Piece(more, piece.look))
            used += len(more)
    if line:
        yield tuple(line)


def cells(path: Path) -> list[list[str]]:
    """A table, row by row."""
    data = path.read_bytes()
    grid = read_xlsx(data, file=path.name)[0] if data.startswith(b"PK") else read_csv(data, file=path.name)
    return [list(row.cells) for row in grid.rows]


def form(path: Path) -> list[list[str]]:
    """The table of a rapporteur form; of each cell the first paragraph."""
    table = docx.Document(str(path)).tables[0]
    return [[next((p.text for p in cell.paragraphs), "") for cell in row.cells[:4]] for row in table.rows]


def packed(path: Path) -> Iterator[Line]:
    """The names in an archive."""
    yield (Piece(path.name, "bold"),)
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            yield (Piece(f"  {name}"),)


KINDS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "word-prose": ("other/WG1_round_two.docx", prose),
    "word-form": ("notes/WG1_rapporteur_form.docx", form),
    "excel": ("notes/WG3_notes.xlsx", cells),
    "csv": ("other/WG3_table.csv", written),
    "online-form": ("other/WG3_google_form.csv", written),
    "markdown": ("notes/WG2_notes.md", written),
    "text": ("other/WG2_typed.txt", written),
    "zoom-chat": ("other/WG1_zoom_chat.txt", written),
    "zoom-chat-tabs": ("other/WG3_zoom_chat.txt", written),
    "webvtt": ("other/WG1_round_two.vtt", written),
    "subrip": ("other/WG3_round_one.srt", written),
    "transcript": ("other/WG2_otter.txt", written),
    "json-lines": ("other/notes.jsonl", written),
    "archive": ("other/WG2_files.zip", packed),
}


def picture(kind: str) -> str:
    """One SVG."""
    file, shown = KINDS[kind]
    path = SAMPLES / file
    consultation = read_consultation(SAMPLES / "consultation.yaml").consultation
    captured = read([path], consultation=consultation)
    left, left_height = _table(shown(path)) if shown in (cells, form) else _page(list(shown(path)))  # type: ignore[call-overload]
    aside = [f"{count} {what} dropped" for what, count in captured.dropped]
    aside += sorted({w.problem for w in captured.warnings})[:3]
    right, right_height = _notes(captured.notes, aside)
    return _framed(Path(file).name, f"{len(captured.notes)} notes", (left, left_height), (right, right_height))


def register() -> str:
    """One SVG of the registration list, and of the balance of who is on it."""
    consultation = read_consultation(SAMPLES / "consultation.yaml").consultation
    path = SAMPLES / REGISTER
    found = read_roster(path, framework=consultation.framework, deadline=consultation.registration_deadline)
    rows = [row for row in balance(found.roster, framework=consultation.framework).rows if row.total]
    most = max(row.total for row in rows if row.by != "all")
    parts, y = [], 46
    parts += [
        f'<text x="{x}" y="{y}" font-size="10.5" fill="{PALE}" text-anchor="end">{escape(head)}</text>\n'
        for x, head in zip(COUNTS, [*(name for _, name in GENDERS), "all"], strict=True)
    ]
    for before, row in zip([None, *rows], rows, strict=False):
        y += LINE + (8 if before is not None and before.by != row.by else 2)
        parts.append(f'<text x="{RIGHT + 8}" y="{y}" font-size="10.5">{escape(_fit(row.name, 30, 1)[0])}</text>\n')
        parts += [
            f'<text x="{x}" y="{y}" font-size="10.5" text-anchor="end">{count or "·"}</text>\n'
            for x, count in zip(COUNTS, [*row.counts, row.total], strict=True)
        ]
        if row.by != "all":
            wide = 60 * row.total / most
            parts.append(f'<rect x="{COUNTS[-1] + 10}" y="{y - 9}" width="{wide:.1f}" height="10" fill="{GREEN}"/>\n')
    y += 8
    for line in [f"{w.place}: {w.problem}" if w.place else w.problem for w in found.warnings]:
        for wrapped in _fit(line, 84, 2):
            y += LINE
            parts.append(f'<text x="{RIGHT + 8}" y="{y}" font-size="10.5" fill="{PALE}">{escape(wrapped)}</text>\n')
    heading = f"{len(found.roster.participants)} registered participants (private)"
    return _framed(path.name, heading, _table(cells(path)), ("".join(parts), y - 24))


def _framed(name: str, heading: str, before: tuple[str, int], after: tuple[str, int]) -> str:
    (left, left_height), (right, right_height) = before, after
    height = max(left_height, right_height) + 44
    title = f"{name}, and what comes of it"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-label="{escape(title)}" '
        f'font-family="Liberation Sans, Arial, sans-serif" font-size="11.5" fill="{INK}">\n'
        f'<rect width="{WIDTH}" height="{height}" fill="#f3f6f8"/>\n'
        f'<text x="16" y="21" font-weight="bold">{escape(name)}</text>\n'
        f'<text x="{RIGHT}" y="21" font-weight="bold">{escape(heading)}</text>\n'
        f'<text x="{LEFT + 6}" y="{height // 2}" font-size="20" fill="{PALE}">→</text>\n'
        f'<rect x="10" y="30" width="{LEFT - 14}" height="{height - 40}" fill="{PAPER}" stroke="{EDGE}"/>\n'
        f"{left}{right}</svg>\n"
    )


def _page(lines: Sequence[Line]) -> tuple[str, int]:
    looks = {
        "plain": "",
        "bold": ' font-weight="bold"',
        "pale": f' fill="{PALE}"',
        "struck": f' fill="{RED}" text-decoration="line-through"',
        "put in": f' fill="{GREEN}" text-decoration="underline"',
    }
    kept = [*lines[:MOST_LINES], *([(Piece("…", "pale"),)] if len(lines) > MOST_LINES else [])]
    rows = []
    for number, line in enumerate(kept):
        spans = "".join(f"<tspan{looks[piece.look]}>{escape(piece.text)}</tspan>" for piece in line)
        rows.append(f'<text x="18" y="{48 + number * LINE}" xml:space="preserve">{spans}</text>\n')
    shown = f'<g font-family="Liberation Mono, Courier New, monospace" font-size="10.5">\n{"".join(rows)}</g>\n'
    return shown, len(kept) * LINE + 14


def _table(rows: list[list[str]]) -> tuple[str, int]:
    rows = [row for row in rows if any(row)][:5]
    columns = max(map(len, rows))
    longest = [max(len(row[at]) if at < len(row) else 0 for row in rows) for at in range(columns)]
    shares = [min(max(length, 10), 40) for length in longest]
    room = LEFT - 26
    widths = [room * share / sum(shares) for share in shares]
    parts, y = [], 38
    for number, row in enumerate(rows):
        wrapped = [_fit(text, int(widths[at] / 5.6)) for at, text in enumerate(row)]
        tall = max(len(lines) for lines in wrapped) * 13 + 8
        x = 16.0
        for at, lines in enumerate(wrapped):
            fill = "#e4ebf1" if number == 0 else PAPER
            parts.append(
                f'<rect x="{x:.1f}" y="{y}" width="{widths[at]:.1f}" height="{tall}" fill="{fill}" stroke="{EDGE}"/>\n'
            )
            parts += [
                f'<text x="{x + 3:.1f}" y="{y + 13 + n * 13}" font-size="10">{escape(line)}</text>\n'
                for n, line in enumerate(lines)
            ]
            x += widths[at]
        y += tall
    return "".join(parts), y - 24


def _fit(text: str, letters: int, most: int = 3) -> list[str]:
    lines = textwrap.wrap(" ".join(text.split()), max(letters, 5)) or [""]
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1][: max(letters, 5) - 1] + "…"]


def _notes(notes: Sequence[RawNote], aside: Sequence[str]) -> tuple[str, int]:
    parts, y = [], 30
    for note in notes[:MOST_NOTES]:
        lines = _fit(note.text, 76, 2)
        tags = " ".join(
            part
            for part in (
                note.working_group,
                f"round {note.round}" if note.round else None,
                ", ".join(f"GCM {code}" for code in note.objectives),
                note.review,
            )
            if part
        )
        tall = 24 + len(lines) * 14
        parts.append(
            f'<rect x="{RIGHT}" y="{y}" width="{WIDTH - RIGHT - 10}" height="{tall}" rx="4" fill="{PAPER}" '
            f'stroke="{EDGE}"/>\n<text x="{RIGHT + 8}" y="{y + 16}" font-size="10.5"><tspan fill="{GREEN}">'
            f'{escape(tags or "no tags")}</tspan><tspan fill="{PALE}"> · '
            f"{escape(note.speaker or 'speaker not recorded')}</tspan></text>\n"
        )
        parts += [
            f'<text x="{RIGHT + 8}" y="{y + 32 + n * 14}">{escape(line)}</text>\n' for n, line in enumerate(lines)
        ]
        y += tall + 6
    more = [f"and {len(notes) - MOST_NOTES} more"] if len(notes) > MOST_NOTES else []
    for line in (*more, *aside):
        for wrapped in _fit(line, 84, 2):
            at = f'x="{RIGHT + 8}" y="{y + 12}"'
            parts.append(f'<text {at} font-size="10.5" fill="{PALE}">{escape(wrapped)}</text>\n')
            y += LINE
    return "".join(parts), y - 24


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES
    for kind in KINDS:
        (folder / f"import-{kind}.svg").write_text(picture(kind), encoding="utf-8")
    (folder / "import-registrations.svg").write_text(register(), encoding="utf-8")


if __name__ == "__main__":
    main()
