"""Ways of hiding one name in a PDF, tried one by one."""

import zlib
from collections.abc import Callable

import pytest

from chatham.check import check_bytes
from chatham.model.private import Participant, Roster

ROSTER = Roster(
    participants=(
        Participant(
            row=1,
            name="Priya Raman",
            organisation="Sagarmala Seafarers Forum",
            acronyms=("SGSF",),
            category="civil society",
            emails=("priya.raman@sagarmala.example",),
        ),
    )
)
SECRETS = {"name": "Priya Raman", "acronym": "SGSF", "address": "priya.raman@sagarmala.example"}


def stream(content: bytes, entries: str = "") -> bytes:
    return f"<< /Length {len(content)} {entries}>>\nstream\n".encode() + content + b"\nendstream"


def drawn(*lines: str) -> bytes:
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    return f"BT /F1 12 Tf 14 TL 72 700 Td {shown} ET".encode("latin-1")


def pdf(
    page: bytes = b"",
    *,
    page_entries: str = "",
    catalogue: str = "",
    information: str = "",
    more: tuple[bytes, ...] = (),
    packed: bool = False,
    calm: bytes | None = None,
    resources: str = "",
) -> bytes:
    """A file of one page; `more` objects are numbered from 7 on."""
    text = (drawn("A participant said that the form exists.") if calm is None else calm) + b"\n" + page
    content = stream(zlib.compress(text), "/Filter /FlateDecode ") if packed else stream(text)
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>".encode("latin-1"),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        + f"/Resources << /Font << /F1 5 0 R >> {resources} >> {page_entries} >>".encode("latin-1"),
        content,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Producer (a writer) {information} >>".encode("latin-1"),
        *more,
    ]
    return written(objects)


def written(objects: list[bytes], before: bytes = b"%PDF-1.7\n", previous: int | None = None, first: int = 1) -> bytes:
    data, places = before, []
    for number, body in enumerate(objects, first):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = len(data)
    if previous is None:
        data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
        size, link = len(objects) + 1, ""
    else:
        data += f"xref\n{first} {len(objects)}\n".encode()
        size, link = 20, f"/Prev {previous} "
    data += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return data + f"trailer\n<< /Size {size} {link}/Root 1 0 R /Info 6 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()


WAYS: dict[str, Callable[[str], bytes]] = {
    "on the page": lambda s: pdf(drawn(f"It was {s} who spoke")),
    "on the page, packed": lambda s: pdf(drawn(f"It was {s} who spoke"), packed=True),
    "in white": lambda s: pdf(b"1 1 1 rg " + drawn(s)),
    "outside the page": lambda s: pdf(drawn(s).replace(b"72 700 Td", b"-900 700 Td")),
    "with gaps between letters": lambda s: pdf(
        b"BT /F1 12 Tf 72 500 Td [" + b" -50 ".join(f"({c})".encode() for c in s) + b"] TJ ET"
    ),
    "over two lines": lambda s: pdf(drawn(s[: len(s) // 2 + 1], s[len(s) // 2 + 1 :])),
    "in hexadecimal": lambda s: pdf(f"BT /F1 12 Tf 72 500 Td <{s.encode().hex()}> Tj ET".encode()),
    "as author": lambda s: pdf(information=f"/Author ({s})"),
    "in the title": lambda s: pdf(information=f"/Title (Words of {s})"),
    "in the keywords": lambda s: pdf(information=f"/Keywords <FEFF{s.encode('utf-16-be').hex()}>"),
    "in an entry of its own": lambda s: pdf(information=f"/Reviewer ({s})"),
    "in XMP": lambda s: pdf(
        catalogue="/Metadata 7 0 R",
        more=(stream(f"<x><dc>{s}</dc></x>".encode(), "/Type /Metadata /Subtype /XML "),),
    ),
    "in packed XMP": lambda s: pdf(
        catalogue="/Metadata 7 0 R",
        more=(
            stream(
                zlib.compress(f"<x><dc>{s}</dc></x>".encode()),
                "/Type /Metadata /Subtype /XML /Filter /FlateDecode ",
            ),
        ),
    ),
    "in an annotation": lambda s: pdf(
        page_entries="/Annots [7 0 R]",
        more=(f"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents ({s} asked) >>".encode(),),
    ),
    "as author of an annotation": lambda s: pdf(
        page_entries="/Annots [7 0 R]",
        more=(f"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T ({s}) /Contents (Yes) >>".encode(),),
    ),
    "in a link": lambda s: pdf(
        page_entries="/Annots [7 0 R]",
        more=(
            "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org/{}) >> >>".format(
                s.replace(" ", "%20")
            ).encode(),
        ),
    ),
    "in the outline": lambda s: pdf(
        catalogue="/Outlines 7 0 R",
        more=(
            b"<< /Type /Outlines /First 8 0 R /Last 8 0 R /Count 1 >>",
            f"<< /Title ({s}) /Parent 7 0 R /Dest [3 0 R /Fit] >>".encode(),
        ),
    ),
    "in a form field": lambda s: pdf(
        catalogue="/AcroForm << /Fields [7 0 R] >>",
        more=(f"<< /FT /Tx /T (name) /V ({s}) /Subtype /Widget /Type /Annot /Rect [0 0 9 9] >>".encode(),),
    ),
    "in an attachment": lambda s: pdf(
        catalogue="/Names << /EmbeddedFiles << /Names [(a.txt) 7 0 R] >> >>",
        more=(
            b"<< /Type /Filespec /F (a.txt) /EF << /F 8 0 R >> >>",
            stream(zlib.compress(f"Notes of {s}".encode()), "/Type /EmbeddedFile /Filter /FlateDecode "),
        ),
    ),
    "as name of an attachment": lambda s: pdf(
        catalogue="/Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >>",
        more=(f"<< /Type /Filespec /F ({s}.txt) /EF << /F 8 0 R >> >>".encode(), stream(b"x", "/Type /EmbeddedFile ")),
    ),
    "in a script": lambda s: pdf(catalogue=f"/OpenAction << /S /JavaScript /JS (app.alert\\('{s}'\\);) >>"),
    "as alternative text": lambda s: pdf(
        catalogue="/StructTreeRoot 7 0 R",
        more=(f"<< /Type /StructTreeRoot /K << /S /Figure /Alt ({s} at the table) >> >>".encode(),),
    ),
    "as name of a layer": lambda s: pdf(
        catalogue="/OCProperties << /OCGs [7 0 R] /D << >> >>", more=(f"<< /Type /OCG /Name ({s}) >>".encode(),)
    ),
    "in an object that nothing points at": lambda s: pdf(more=(f"({s})".encode(),)),
    "in a packed stream that nothing points at": lambda s: pdf(
        more=(stream(zlib.compress(s.encode()), "/Filter /FlateDecode "),)
    ),
    "in a comment of the file": lambda s: (
        pdf().replace(b"%PDF-1.7\n", b"%PDF-1.7\n%" + s.encode() + b"\n", 0) + b"% " + s.encode() + b"\n"
    ),
    "in an earlier version": lambda s: overwritten(s),
}


def overwritten(secret: str) -> bytes:
    old = pdf(drawn(f"It was {secret}"), packed=True)
    table = int(old.rsplit(b"startxref\n", 1)[1].split()[0])
    return written([stream(drawn("A participant spoke"))], before=old, previous=table, first=4)


def test_a_clean_pdf_passes() -> None:
    report = check_bytes(pdf(packed=True), name="note.pdf", roster=ROSTER, consultation=None)
    assert (report.leaks, report.unreadable, report.exit_code) == ((), (), 0)
    assert report.words > 5


@pytest.mark.parametrize("what", SECRETS)
@pytest.mark.parametrize("how", WAYS)
def test_a_hidden_secret_is_found(how: str, what: str) -> None:
    report = check_bytes(WAYS[how](SECRETS[what]), name="note.pdf", roster=ROSTER, consultation=None)
    assert report.leaks, [str(u) for u in report.unreadable]
    assert report.exit_code == 1, [str(u) for u in report.unreadable]


def test_a_broken_table_of_contents_is_unreadable() -> None:
    data = pdf(drawn("Priya Raman"))
    table = data.rsplit(b"startxref\n", 1)[1].split()[0]
    report = check_bytes(
        data.replace(b"startxref\n" + table, b"startxref\n" + str(int(table) - 60).encode()),
        name="note.pdf",
        roster=ROSTER,
        consultation=None,
    )
    assert report.exit_code == 2
    assert "priya" not in " ".join(map(str, report.unreadable)).casefold()


def test_a_picture_of_a_page_is_unreadable() -> None:
    picture = stream(bytes(12), "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceRGB ")
    data = pdf(b"/P Do", calm=b"", resources="/XObject << /P 7 0 R >>", more=(picture,))
    report = check_bytes(data, name="scan.pdf", roster=ROSTER, consultation=None)
    assert report.exit_code == 2
    assert "picture of a page" in str(report.unreadable[0])


@pytest.mark.parametrize("cut", [20, 200, 500])
def test_a_pdf_cut_short_is_unreadable(cut: int) -> None:
    report = check_bytes(pdf(packed=True)[:-cut], name="note.pdf", roster=ROSTER, consultation=None)
    assert report.exit_code == 2
