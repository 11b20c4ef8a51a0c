"""Whatever surrounds a name or happens to the file, the gate neither falls over nor lets the name through."""

import io
import re
import zipfile
from itertools import pairwise
from xml.sax.saxutils import escape

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from chatham.check import check_bytes
from chatham.check.disguise import unfold
from chatham.check.misspelt import distance
from chatham.check.tokens import plain, readings, tokenize
from chatham.model.private import Participant, Roster

ROSTER = Roster(
    participants=(
        Participant(
            row=1,
            name="Priyamvada Ramanujar",
            organisation="Sagarmala Seafarers Forum",
            acronyms=("SGSF",),
            emails=("priyamvada@sagarmala.example",),
        ),
    )
)
NAME = "Priyamvada Ramanujar"
SPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
printable = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Mn", "Me", "Cf")), max_size=80)
NO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u0301\u034f\u180e\ufe0f\u200e"
MAGIC = [b"PK\x03\x04", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\x1f\x8b", b"{\\rtf"]
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(data: bytes, name: str = "note.docx"):
    return check_bytes(data, name=name, roster=ROSTER, consultation=None)


def word(body: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        archive.writestr("docProps/core.xml", "<c><creator>x</creator></c>")
    return stream.getvalue()


def run(text: str) -> str:
    return f"<w:r><w:t>{escape(text)}</w:t></w:r>"


@quick
@given(before=printable, after=printable)
def test_a_name_is_found_whatever_stands_around_it(before: str, after: str) -> None:
    report = check(word(f"<w:p>{run(before + ' ' + NAME + ' ' + after)}</w:p>"))
    assert report.exit_code == 1


@quick
@given(cuts=st.sets(st.integers(1, len(NAME) - 1)), breaks=st.sets(st.integers(1, len(NAME) - 1)))
def test_a_name_is_found_however_it_is_cut(cuts: set[int], breaks: set[int]) -> None:
    places = [0, *sorted(cuts | breaks), len(NAME)]
    body = "<w:p>"
    for start, end in pairwise(places):
        if start in breaks:
            body += "</w:p><w:p>"
        body += run(NAME[start:end])
    assert check(word(body + "</w:p>")).exit_code == 1


@quick
@given(
    signs=st.lists(st.sampled_from("\u200b\u200c\u200d\u2060\ufeff\u00ad\u0301\u034f\u180e\ufe0f\u200e"), min_size=1)
)
def test_what_has_no_width_hides_nothing(signs: list[str]) -> None:
    hidden = "".join(c + signs[n % len(signs)] for n, c in enumerate(NAME))
    assert check(word(f"<w:p>{run(hidden)}</w:p>")).exit_code == 1


@quick
@given(data=st.binary(max_size=400), name=st.sampled_from(["a.docx", "a.pdf", "a.html", "a.json", "a.png", "a.zip"]))
def test_no_bytes_make_it_fall_over(data: bytes, name: str) -> None:
    assert check(data, name).exit_code in (0, 1, 2)


@quick
@given(
    magic=st.sampled_from(
        [b"PK\x03\x04", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\x1f\x8b", b"{\\rtf"]
    ),
    data=st.binary(max_size=300),
)
def test_no_broken_file_makes_it_fall_over(magic: bytes, data: bytes) -> None:
    assert check(magic + data, "file").exit_code in (0, 1, 2)


def holds(data: bytes) -> bool:
    """Whether somebody who unpacks the file and strips the tags would read the name."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [archive.read(n) for n in archive.namelist()]
    except Exception:
        return False
    texts = (re.sub(rb"<[^>]*>", b"", part) for part in parts)
    return any(b"PriyamvadaRamanujar" in re.sub(rb"\s", b"", text) for text in texts)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=6),
    cut=st.integers(0, 40),
)
def test_a_damaged_file_that_still_holds_the_name_does_not_pass(changes: list[tuple[float, int]], cut: int) -> None:
    data = bytearray(word(f"<w:p>{run('It was ' + NAME)}</w:p>"))
    for place, value in changes:
        data[int(place * len(data))] = value
    damaged = bytes(data[: len(data) - cut] if cut > 30 else data)
    report = check(damaged)
    assert report.exit_code in (0, 1, 2)
    if holds(damaged):
        assert report.exit_code != 0


@quick
@given(text=st.text(max_size=120))
def test_words_keep_their_place(text: str) -> None:
    for _, tokens in readings(text):
        for token in tokens:
            assert 0 <= token.start < token.end <= len(text)
        assert [t.start for t in tokens] == sorted(t.start for t in tokens)
    assert plain(text) == "".join(t.word for t in tokenize(text))


@quick
@given(text=st.text(max_size=200))
def test_undoing_encodings_never_fails(text: str) -> None:
    assert all(isinstance(how, str) and isinstance(said, str) for how, said in unfold(text))


@quick
@given(word=st.text("abcde", min_size=3, max_size=10), place=st.integers(0, 8), letter=st.sampled_from("xyz"))
def test_distance_counts_wrong_letters(word: str, place: int, letter: str) -> None:
    place = min(place, len(word) - 1)
    assume(word[place] != letter)
    assert distance(word, word) == 0
    assert distance(word, word[:place] + letter + word[place + 1 :]) == 1
    assert distance(word, word[:place] + word[place + 1 :]) == 1
    assert distance(word, word[:place] + letter + word[place:]) == 1
