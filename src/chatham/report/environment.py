"""The Jinja environment that fills templates: escaped, strict about misspelt fields, and closed to code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import StrictUndefined, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

__all__ = ["CHART_END", "CHART_START", "FOOTNOTE_END", "FOOTNOTE_START", "Charts", "Footnotes", "environment"]

# Private-use characters that `context` takes out of every text, so only footnotes and charts can bring them in.
FOOTNOTE_START = "\ue000"
FOOTNOTE_END = "\ue001"
CHART_START = "\ue002"
CHART_END = "\ue003"


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


@dataclass
class Charts:
    """What templates call as `{{ chart('points_by_objective') }}`: leaves a mark where a chart is to stand."""

    known: Mapping[str, Mapping[str, Any]]
    used: list[Mapping[str, Any]] = field(default_factory=list)

    def __call__(self, name: str) -> str:
        """Note that a chart is wanted here; one that has nothing to show leaves no mark.

        Raises:
            UndefinedError: There is no chart of that name.
        """
        if name not in self.known:
            raise UndefinedError(f"no chart '{name}'")
        if not self.known[name]["rows"]:
            return ""
        self.used.append(self.known[name])
        return f"{CHART_START}{len(self.used) - 1}{CHART_END}"


def environment() -> ImmutableSandboxedEnvironment:
    """An environment for templates that nobody has vouched for."""
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
