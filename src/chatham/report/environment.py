"""The Jinja environment that fills templates: escaped, strict about misspelt fields, and closed to code."""

from __future__ import annotations

from dataclasses import dataclass, field

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

__all__ = ["FOOTNOTE_END", "FOOTNOTE_START", "Footnotes", "environment"]

# Private-use characters that `context` takes out of every text, so only footnotes can bring them in.
FOOTNOTE_START = "\ue000"
FOOTNOTE_END = "\ue001"


@dataclass
class Footnotes:
    """What templates call as `{{ footnote(text) }}`: keeps the text, and leaves a mark where it was called.

    docxtpl cannot make footnotes; the marks become real ones when the document is finished.
    """

    texts: list[str] = field(default_factory=list)

    def __call__(self, text: str) -> str:
        """Keep a footnote's text; an empty one leaves no mark."""
        if not text:
            return ""
        self.texts.append(str(text))
        return f"{FOOTNOTE_START}{len(self.texts) - 1}{FOOTNOTE_END}"


def environment() -> ImmutableSandboxedEnvironment:
    """An environment for templates that nobody has vouched for."""
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
