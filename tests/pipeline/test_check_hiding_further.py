"""Still further ways of hiding one name in a Word file: letters that nobody sees, codes, and what is packed inside."""

import base64
import gzip
import importlib.util
import struct
import zlib
from pathlib import Path

import pytest

from chatham.check import check_bytes

_SPEC = importlib.util.spec_from_file_location("deeper", Path(__file__).with_name("test_check_hiding_deeper.py"))
DEEPER = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(DEEPER)
HIDING = DEEPER.HIDING
ROSTER, SPACES = HIDING.ROSTER, HIDING.SPACES
paragraph, run, word_file, part, packed, png = (
    HIDING.paragraph, HIDING.run, HIDING.word_file, HIDING.part, HIDING.packed, HIDING.png,
)  # fmt: skip
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
NAME = "Priya Raman"

WAYS = {}


def way(function):
    def made(secret):
        result = function(secret)
        return packed(word_file(result) if isinstance(result, str) else result)

    WAYS[function.__name__] = made
    return function


def noise(secret, properties):
    """The name with letters between its own that are not to be seen."""
    return paragraph("".join(run(c) + run("zq", properties) for c in secret))


def link(target):
    return word_file() | {
        "word/_rels/document.xml.rels": HIDING.relations(
            ("rId9", f"{HIDING.OFFICE}/relationships/hyperlink", target, True)
        )
    }


def encoded(text):
    return base64.b64encode(text.encode()).decode()


# Letters that nobody sees


@way
def among_letters_in_the_colour_of_the_paper(s):
    return noise(s, '<w:color w:val="auto" w:themeColor="background1"/>')


@way
def among_letters_in_nearly_white(s):
    return noise(s, '<w:color w:val="FEFDFE"/>')


@way
def among_letters_of_no_width(s):
    return noise(s, '<w:w w:val="1"/>')


@way
def among_letters_whose_style_is_based_on_one_that_hides(s):
    styles = (
        '<w:style w:type="character" w:styleId="Base"><w:name w:val="Base"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Mid"><w:name w:val="Mid"/><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:type="character" w:styleId="Top"><w:name w:val="Top"/><w:basedOn w:val="Mid"/></w:style>'
    )
    return word_file(noise(s, '<w:rStyle w:val="Top"/>')) | {
        "word/styles.xml": HIDING.xml(f"<w:styles {SPACES}>{styles}</w:styles>")
    }


# In codes


@way
def with_little_pictures_between(s):
    return paragraph(run("\U0001f600".join(s)))


@way
def upside_down(s):
    turned = dict(zip("abcdefghijklmnopqrstuvwxyz", "ɐqɔpǝɟƃɥᴉɾʞlɯuodbɹsʇnʌʍxʎz", strict=True))
    return paragraph(run("".join(turned.get(c, c) for c in reversed(s.lower()))))


@way
def in_base64_that_begins_later(s):
    return paragraph(run("x" + encoded(s)))


@way
def in_base64_within_a_path(s):
    return link(f"https://people.example/a/b/cd/{encoded('id:' + s).rstrip('=')}/view")


@way
def in_base64_as_the_end_of_a_path(s):
    return link(f"https://people.example/profile/{encoded(s)}")


@way
def in_base32(s):
    return paragraph(run(base64.b32encode(s.encode()).decode()))


@way
def in_octal_numbers(s):
    return paragraph(run(" ".join(f"{ord(c):o}" for c in s)))


@way
def in_the_percent_signs_of_old_scripts(s):
    return link("https://people.example/?u=" + "".join(f"%u{ord(c):04X}" for c in s))


@way
def with_the_alphabet_turned_round(s):
    lower = "abcdefghijklmnopqrstuvwxyz"
    return paragraph(run(s.lower().translate(str.maketrans(lower, lower[::-1]))))


@way
def in_letters_of_a_symbol_font(s):
    return paragraph(run("".join(chr(0xF000 + ord(c)) for c in s)))


@way
def with_every_letter_doubled(s):
    return paragraph(run("".join(c + c for c in s)))


@way
def with_figures_between(s):
    return paragraph(run("7".join(s)))


# In places


@way
def as_document_type(s):
    return part("customXml/item1.xml", f'<!DOCTYPE r SYSTEM "{s}.dtd"><r/>'.encode())


@way
def as_prefix_of_a_namespace_declared_late(s):
    return paragraph(f'<w:r><w:t>one</w:t></w:r><w:r xmlns:{s.replace(" ", "")}="urn:x"><w:t>two</w:t></w:r>')


@way
def in_hexadecimal_in_an_rtf(s):
    told = ("0105" + s.encode("utf-16-le").hex()).encode()
    return part("word/chunk.rtf", b"{\\rtf1{\\object{\\*\\objdata " + told + b"}}no more}")


@way
def deflated_in_an_ole_object(s):
    return part("word/embeddings/o.bin", OLE + bytes(604) + zlib.compress(f"by {s}".encode()) + bytes(99))


@way
def gzipped_in_an_ole_object(s):
    return part("word/embeddings/o.bin", OLE + bytes(604) + gzip.compress(f"by {s}".encode()) + bytes(99))


@way
def deflated_in_a_chunk_of_a_picture(s):
    return part("word/media/image1.png", png((b"prVt", zlib.compress(f"by {s}".encode()))))


@way
def in_the_blocks_of_a_gif(s):
    told = s.encode()
    head = b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff!\xfe"
    blocks = b"".join(bytes([len(told[n : n + 3])]) + told[n : n + 3] for n in range(0, len(told), 3))
    return part("word/media/image1.gif", head + blocks + b"\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;")


@way
def drawn_letter_by_letter_in_a_metafile(s):
    head = struct.pack("<II", 1, 108) + bytes(32) + b" EMF" + bytes(64)
    drawn = b""
    for letter in s:
        body = bytes(36) + struct.pack("<II", 1, 76) + bytes(24) + letter.encode("utf-16-le") + b"\0\0"
        drawn += struct.pack("<II", 84, 8 + len(body)) + body
    return part("word/media/image1.emf", head + drawn + struct.pack("<II", 14, 20) + bytes(12))


@way
def in_an_archive_behind_a_picture(s):
    return part("word/media/image1.png", png() + packed({"who.txt": f"It was {s}.".encode()}))


@way
def as_the_name_in_a_gzip(s):
    whole = gzip.compress(b"nothing to see")
    return part("word/x.gz", whole[:3] + b"\x08" + whole[4:10] + s.encode() + b"\0" + whole[10:])


@pytest.mark.parametrize("how", WAYS)
def test_a_hidden_name_is_found(how):
    report = check_bytes(WAYS[how](NAME), name="note.docx", roster=ROSTER, consultation=None)
    assert report.leaks, [str(u) for u in report.unreadable]
    assert {leak.participant for leak in report.leaks} == {1}


@pytest.mark.parametrize("how", WAYS)
def test_the_same_file_with_another_word_passes(how):
    report = check_bytes(WAYS[how]("Port levies"), name="note.docx", roster=ROSTER, consultation=None)
    assert (report.leaks, report.unreadable) == ((), ()), [str(leak) for leak in report.leaks]
