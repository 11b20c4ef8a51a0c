"""The few words of WordprocessingML that several modules here need."""

from __future__ import annotations

from lxml import etree

__all__ = [
    "NAMESPACE",
    "element",
    "local",
    "paragraph_style",
    "parse",
    "q",
    "serialise",
    "text_of",
    "text_run",
    "value",
]

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_XML = "http://www.w3.org/XML/1998/namespace"


def q(name: str) -> str:
    """`p` as lxml wants it: with the namespace of WordprocessingML."""
    return f"{{{NAMESPACE}}}{name}"


def local(node: etree._Element) -> str:
    """An element's name without its namespace."""
    return etree.QName(node).localname


def parse(data: bytes) -> etree._Element:
    """Parse a part; entities are not resolved, nothing is fetched.

    Raises:
        lxml.etree.XMLSyntaxError: It is not well-formed.
    """
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def serialise(root: etree._Element) -> bytes:
    """A part's bytes, with the XML declaration that Word writes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def element(name: str, /, *children: etree._Element, **attributes: str) -> etree._Element:
    """A new element of WordprocessingML, attributes in the same namespace."""
    made = etree.Element(q(name), nsmap={"w": NAMESPACE})
    for key, given in attributes.items():
        made.set(q(key), given)
    made.extend(children)
    return made


def text_run(text: str, *properties: etree._Element) -> etree._Element:
    """A run of text that keeps its spaces."""
    t = element("t")
    t.text = text
    t.set(f"{{{_XML}}}space", "preserve")
    return element("r", *([element("rPr", *properties)] if properties else []), t)


def value(node: etree._Element | None, path: str = "") -> str | None:
    """The `w:val` of a node, or of its descendant at `path` (`pPr/pStyle`)."""
    for name in filter(None, path.split("/")):
        node = None if node is None else node.find(q(name))
    return None if node is None else node.get(q("val"))


def paragraph_style(paragraph: etree._Element) -> str | None:
    """Id of a paragraph's style, None for the default one."""
    return value(paragraph, "pPr/pStyle")


def text_of(node: etree._Element) -> str:
    """All text inside, tabs as tabs."""
    parts = []
    for inner in node.iter(q("t"), q("tab")):
        if inner.tag == q("t"):
            parts.append(inner.text or "")
        elif (parent := inner.getparent()) is not None and parent.tag == q("r"):
            parts.append("\t")
    return "".join(parts)
