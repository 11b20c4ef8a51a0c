"""OpenDocument files."""

from __future__ import annotations

import re
from collections.abc import Callable

from chatham.check.archives import members
from chatham.check.formats.word import read_story
from chatham.check.formats.xml import read_xml
from chatham.check.passages import Reading, Setting
from chatham.errors import UnreadableFile

__all__ = ["read_opendocument"]

_MACROS = re.compile(r"^(?:Basic|Scripts)/", re.IGNORECASE)

Inner = Callable[[Reading, str, bytes], None]


def read_opendocument(reading: Reading, name: str, data: bytes, inner: Inner) -> None:
    """Read every part of an OpenDocument file.

    Args:
        reading: Collects what is found.
        name: Of the file, for the part names; empty for the file itself.
        data: The file.
        inner: What reads a part that is no XML, by name and bytes.

    Raises:
        UnreadableFile: It is broken, or unpacks to more than the limits let pass.
    """
    for member, content in members(reading, name, data):
        part = f"{name} > {member}" if name else member
        if _MACROS.search(member) and not member.endswith("/"):
            reading.refuse(part, "carries macros: publish a file without them")
            continue
        try:
            if member.endswith(("content.xml", "styles.xml")):
                read_story(reading, part, content, Setting.RUNNING)
            elif member.endswith((".xml", ".rdf")):
                if member.endswith("META-INF/manifest.xml") and b"encryption-data" in content:
                    reading.refuse(part, "is locked with a password")
                read_xml(reading, part, content)
            else:
                inner(reading, part, content)
        except UnreadableFile as error:
            reading.refuse(part, error.problem)
