"""HTML: text, attributes, comments, scripts, and what a browser does not show."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from chatham.check.formats.xml import NAME_FIELDS
from chatham.check.passages import Reading, Setting

__all__ = ["read_html"]

_BLOCKS = frozenset(
    str.split(
        "address article aside blockquote body caption dd details dialog div dl dt fieldset figcaption figure "
        "footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section select summary "
        "table tbody td textarea tfoot th thead title tr ul"
    )
)
_UNREAD = frozenset(["class", "style", "width", "height", "lang", "type", "rel", "charset", "colspan", "rowspan"])
OPENING = "chatham-opening"
_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d]*[1-9])|"
    r"(?<![-\w])color\s*:\s*(?:white|#f[0-9a-f]f[0-9a-f]f[0-9a-f]|#fff|rgba?\(\s*255\s*,?\s*255\s*,?\s*255)\b",
    re.I,
)
_RULE = re.compile(rf"([^{{}}]{{1,400}})\{{[^{{}}]{{0,2000}}?(?:{_UNSEEN.pattern})[^{{}}]{{0,2000}}\}}", re.I)
_CONTENT = re.compile(r"content\s*:\s*([\"'])(.*?)\1", re.I)
_CLASS = re.compile(r"\.([\w-]+)")


def read_html(reading: Reading, part: str, text: str) -> None:
    """Read an HTML file.

    Args:
        reading: Collects what is found.
        part: The name of the part.
        text: The file's text.
    """
    parser = _Parser(reading, part)
    parser.feed(text)
    parser.close()
    parser.end()


class _Parser(HTMLParser):
    def __init__(self, reading: Reading, part: str):
        super().__init__(convert_charrefs=True)
        self.reading = reading
        self.part = part
        self.block = ""
        self.shown = ""
        self.script = ""
        self.unseen: list[str] = []
        self.hiding: set[str] = set()
        self.depth = 0
        self.opening = 0
        self.opened = False
        self.tags: set[str] = set()
        self.tables = self.cell = 0

    def end(self) -> None:
        setting = Setting.OPENING if self.opening else Setting.RUNNING
        if self.script:
            setting = Setting.ASIDE
        where = f"line {self.getpos()[0]}"
        self.reading.add(self.part, where, self.block, setting, "" if self.script else "text")
        if self.shown != self.block and not self.script:
            self.reading.add(self.part, where, self.shown, setting, "shown")
        if self.script == "style":
            drawn = "".join(match[2] for match in _CONTENT.finditer(self.block))
            self.reading.add(self.part, "words that a style puts in", drawn, Setting.ASIDE)
            self.hiding |= {name for rule in _RULE.finditer(self.block) for name in _CLASS.findall(rule[1])}
        elif self.cell and not self.script:
            self.reading.add(self.part, where, self.block, setting, f"table {self.tables} column {self.cell}")
        self.block = self.shown = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS or tag in ("script", "style", "template"):
            self.end()
        if tag == "br":
            self.block += "\n"
            self.shown += "\n"
        self._table(tag)
        if tag not in self.tags:
            self.tags.add(tag)
            self.reading.add(self.part, "name of an element", tag, Setting.TECHNICAL)
        names = {name: value or "" for name, value in attrs}
        if tag not in _VOID and (self.unseen or tag in _BESIDE or self._hides(names)):
            self.unseen.append(tag)
        if not self.opened and OPENING in (names.get("id"), names.get("class"), names.get("data-part")):
            self.opening, self.opened, self.depth = 1, True, 0
        if self.opening and tag not in _VOID:
            self.depth += 1
        self.script = tag if tag in ("script", "style") else ""
        said = names.get("name", names.get("property", "")).casefold()
        for name, value in names.items():
            self.reading.add(self.part, f"attribute {name} of {tag}", value, _setting(tag, name, said))
            if name not in _ATTRIBUTES:
                self.reading.add(self.part, f"name of an attribute of {tag}", name, Setting.TECHNICAL)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS or tag in ("script", "style", "template"):
            self.end()
        if tag == "table":
            self.cell = 0
        self.script = ""
        if tag in self.unseen:  # what was left open inside it ends with it
            del self.unseen[len(self.unseen) - 1 - self.unseen[::-1].index(tag) :]
        if self.opening and tag not in _VOID:
            self.depth -= 1
            if self.depth <= 0:
                self.end()
                self.opening = 0

    def _table(self, tag: str) -> None:
        """Keep count of the column, so that names written downwards are read."""
        if tag == "table":
            self.tables += 1
        elif tag == "tr":
            self.cell = 0
        elif tag in ("td", "th"):
            self.cell += 1

    def _hides(self, names: dict[str, str]) -> bool:
        style = names.get("style", "")
        return (
            "hidden" in names
            or bool(_UNSEEN.search(style))
            or not self.hiding.isdisjoint(names.get("class", "").split())
        )

    def handle_data(self, data: str) -> None:
        self.block += data
        if not self.unseen:
            self.shown += data

    def handle_comment(self, data: str) -> None:
        self.reading.add(self.part, f"comment in line {self.getpos()[0]}", data, Setting.ASIDE)

    def handle_decl(self, decl: str) -> None:
        self.reading.add(self.part, "declaration", decl, Setting.ASIDE)

    def handle_pi(self, data: str) -> None:
        self.reading.add(self.part, "processing instruction", data, Setting.ASIDE)

    def unknown_decl(self, data: str) -> None:
        self.reading.add(self.part, "declaration", data, Setting.ASIDE)


_BESIDE = ("rt", "rp")
"""How a word is read aloud, set in small letters over it."""
_VOID = frozenset(str.split("area base br col embed hr img input link meta param source track wbr"))
_ATTRIBUTES = frozenset(
    str.split("href src alt title content name property id class style lang charset rel type http-equiv")
)


def _setting(tag: str, name: str, said: str) -> Setting:
    if name in NAME_FIELDS or (tag == "meta" and name == "content" and said.rpartition(":")[2] in NAME_FIELDS):
        return Setting.NAME
    if tag == "meta" and name == "content":
        return Setting.ASIDE
    return Setting.TECHNICAL if name in _UNREAD else Setting.LINK
