"""Ways to look into a built document."""

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def names(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def replaced(data, name, old, new):
    """The package with some text of one part replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == name:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            target.writestr(info.filename, content)
    return stream.getvalue()


def text(node):
    return "".join(t.text or "" for t in node.iter(f"{W}t"))


def paragraphs(root, style=None):
    found = []
    for p in root.iter(f"{W}p"):
        used = p.find(f"{W}pPr/{W}pStyle")
        if style is None or (used is not None and used.get(f"{W}val") == style):
            found.append(text(p))
    return found
