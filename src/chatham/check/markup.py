"""XML, parsed without entities, without the network and without mercy for what is broken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from chatham.errors import UnreadableFile

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["local", "namespaces", "parse", "values"]


def parse(data: bytes, *, doctype: bool = False) -> etree._Element:
    """Parse XML.

    Args:
        data: In any encoding that it declares.
        doctype: Let a document type pass; one that declares entities never does.

    Raises:
        UnreadableFile: Broken, or it declares entities.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise UnreadableFile("not valid XML", fix="Save the file again in the program it comes from") from None
    information = root.getroottree().docinfo
    declared: Any = information.internalDTD
    if declared is not None and (not doctype or any(True for _ in declared.iterentities())):
        raise UnreadableFile("the XML declares entities", fix="Save the file again in the program it comes from")
    return root


def local(element: etree._Element) -> str:
    """The tag without its namespace; `!` for a comment or processing instruction."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else "!"


def namespaces(root: etree._Element) -> list[tuple[str, str]]:
    """Prefix and address of every namespace that any element declares, each once."""
    from lxml import etree

    declared = (pair for _, pair in etree.iterwalk(root, events=("start-ns",)))
    return list(dict.fromkeys((str(prefix or ""), str(uri)) for prefix, uri in declared))


def values(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Attributes that hold at least two letters, by name without namespace."""
    for name, value in element.attrib.items():
        text = str(value)
        if len(text) > 1 and not text.isdigit() and any(c.isalpha() for c in text):
            yield str(name).rpartition("}")[2], text
