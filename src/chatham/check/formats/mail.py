"""Mails and saved web pages: parts in base64 and quoted-printable, each read as the file that it is."""

from __future__ import annotations

import re
from collections.abc import Callable

from chatham.check.passages import Reading, Setting

__all__ = ["is_mail", "read_mail"]

Inner = Callable[[Reading, str, bytes], None]

_HEAD = re.compile(r"[\w-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n|[\w-]{2,40}:[^\n]*\n)*\r?\n")
_TELLING = re.compile(r"^(?:mime-version|content-type|content-transfer-encoding|message-id|received):", re.I | re.M)
_PEOPLE = frozenset(["from", "to", "cc", "bcc", "sender", "reply-to", "return-path"])


def is_mail(text: str) -> bool:
    """Whether a text begins with the headers of a mail.

    Args:
        text: The file's text.
    """
    head = _HEAD.match(text.replace("\r\n", "\n")[:20_000])
    return head is not None and _TELLING.search(head[0]) is not None


def read_mail(reading: Reading, part: str, data: bytes, inner: Inner) -> None:
    """Read the headers and every part of a mail.

    Args:
        reading: Collects what is found.
        part: The name of the part.
        data: The mail.
        inner: What reads a part, by name and bytes.
    """
    from email import message_from_bytes, policy

    message = message_from_bytes(data, policy=policy.compat32)
    for number, piece in enumerate(message.walk(), 1):
        for name, value in piece.items():
            setting = Setting.NAME if name.casefold() in _PEOPLE else Setting.ASIDE
            reading.add(part, f"header {name}", _decoded(str(value)), setting)
        if piece.is_multipart():
            continue
        content = piece.get_payload(decode=True)
        if isinstance(content, bytes) and content.strip():
            reading.limits.take(len(content))
            suffix = ".html" if piece.get_content_type() == "text/html" else ""
            inner(reading, f"{part} > piece {number}{suffix}", content)


def _decoded(value: str) -> str:
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return value
