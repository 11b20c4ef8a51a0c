"""From a summary note and a Word template to the finished document."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from chatham.errors import TemplateError
from chatham.files import read_bytes
from chatham.model.public import SummaryNote
from chatham.report.context import context
from chatham.report.environment import Charts, Footnotes, environment
from chatham.report.package import read_package, write_package
from chatham.resources import templates

__all__ = ["DEFAULT_TEMPLATE", "OPENING_TAG", "build"]

DEFAULT_TEMPLATE = "summary-note.docx"
OPENING_TAG = "chatham-opening"
"""Tag of the content control that holds the opening block, the only place for organisers and public speakers."""

_LARGEST_TEMPLATE = 20_000_000


def build(
    note: SummaryNote,
    *,
    template: Path | None = None,
    pages: Sequence[int] | None = None,
    spell_out: bool = True,
) -> bytes:
    """Fill a template.

    The same note and template give the same bytes. A template can read fields and call `footnote` and `chart`; it
    cannot run code.

    Args:
        note: What to print.
        template: A .docx made for it (docs/templates.md); chatham's own by default.
        pages: Page numbers for the entries of the table of contents, in order; none by default.
        spell_out: Spell abbreviations out where they are first used.

    Returns:
        The bytes of the .docx.

    Raises:
        TemplateError: It is not a Word file, has a field or a statement that is wrong, or does what templates may not.
        UnreadableFile: It cannot be read.
    """
    path = templates() / DEFAULT_TEMPLATE if template is None else template
    source = read_bytes(path, limit=_LARGEST_TEMPLATE)
    parts = read_package(source, file=path)
    if "word/document.xml" not in parts:
        raise TemplateError("not a Word file", file=path, fix="Save it in Word as .docx")
    fields = context(note, spell_out=spell_out)
    footnotes, charts = Footnotes(), Charts(fields["charts"])
    rendered = read_package(_render(source, {**fields, "footnote": footnotes, "chart": charts}, path), file=path)
    _finish(rendered, fields["title"], note.consultation.date, footnotes, charts, path, pages)
    return write_package(rendered)


def _render(source: bytes, fields: dict[str, Any], path: Path) -> bytes:
    from docxtpl import DocxTemplate
    from jinja2 import TemplateError as JinjaError
    from jinja2 import TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError
    from lxml import etree

    class StrictTemplate(DocxTemplate):  # type: ignore[misc]
        """docxtpl repairs broken XML by dropping what it does not understand; here that is an error."""

        def fix_tables(self, xml: str) -> Any:
            etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
            return super().fix_tables(xml)

    try:
        document = StrictTemplate(io.BytesIO(source))
        document.render(fields, jinja_env=environment(), autoescape=True)
        stream = io.BytesIO()
        document.save(stream)
    except UndefinedError as error:
        name = re.findall(r"'([^']*)'", str(error.message))
        problem = f"no field of the name `{name[-1]}`" if name else "a field that does not exist"
        raise TemplateError(
            problem, file=path, fix="Correct the name in the template; docs/templates.md has them"
        ) from None
    except SecurityError:
        raise TemplateError(
            "does what templates may not do", file=path, fix="Use fields, `if` and `for` only"
        ) from None
    except TemplateSyntaxError as error:
        problem = f"a statement is wrong: {(error.message or '').rstrip('.')}"
        raise TemplateError(problem, file=path, fix="Check that every `if` and `for` has its end") from None
    except (RecursionError, MemoryError):
        raise TemplateError("never ends", file=path, fix="Use fields, `if` and `for` only") from None
    except (JinjaError, TypeError, ValueError, KeyError, AttributeError, ArithmeticError):
        problem = "a statement or the file's own markup cannot be used"
        raise TemplateError(problem, file=path, fix="Compare it with chatham's own template") from None
    except etree.XMLSyntaxError:
        raise TemplateError(
            "gives broken XML when filled", file=path, fix="Compare it with chatham's own template"
        ) from None
    return stream.getvalue()


def _finish(
    parts: dict[str, bytes],
    title: str,
    date: str,
    footnotes: Footnotes,
    charts: Charts,
    path: Path,
    pages: Sequence[int] | None,
) -> None:
    from chatham.report.charts import place_charts
    from chatham.report.contents import write_contents
    from chatham.report.footnotes import place_footnotes
    from chatham.report.scrub import scrub
    from chatham.report.wordxml import parse, serialise

    document, styles = parse(parts["word/document.xml"]), parse(parts.get("word/styles.xml", _NO_STYLES))
    numbering = parse(parts["word/numbering.xml"]) if "word/numbering.xml" in parts else None
    notes = parse(parts["word/footnotes.xml"]) if "word/footnotes.xml" in parts else None
    try:
        place_footnotes(document, notes, styles, footnotes.texts)
        place_charts(parts, document, charts.used)
    except TemplateError as error:
        raise TemplateError(error.problem, file=path, fix=error.fix) from None
    write_contents(document, styles, numbering, pages)
    parts["word/document.xml"] = serialise(document)
    if notes is not None:
        parts["word/footnotes.xml"] = serialise(notes)
    scrub(parts, title=title, date=date)


_NO_STYLES = b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
