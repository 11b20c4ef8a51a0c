"""The Jinja environment that fills templates: escaped, strict about misspelt fields, and closed to code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import StrictUndefined, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

__all__ = ["CHART_END", "CHART_START", "FOOTNOTE_END", "FOOTNOTE_START", "Charts", "Footnotes", "environment"]

# Private-use characters that `context` takes out of every text, so only footnotes and charts can bring them in.
FOOTNOTE_START = "\ue000"
FOOTNOTE_END = "\ue001"
CHART_START = "\ue002"
CHART_END = "\ue003"

_BOUNDLESS = ("batch", "center", "format", "indent", "random", "slice", "tojson", "urlize", "wordwrap", "xmlattr")
"""Filters that make much of little, or nothing of use in Word."""
_READING = ("get", "items", "keys", "values")
_COUNTED, _MEASURED = "counted", "measured"
_MOST_TURNS = 1_000_000
_LONGEST = 1_000_000
"""Letters of a text, items of a list, that a template may go on putting together."""


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


class _Closed(ImmutableSandboxedEnvironment):
    """Reaches no code, no file and no attribute of Python's own, and comes to an end.

    What takes memory or time without bound is out. Every loop is counted, every text that is put together measured.
    """

    intercepted_binops = frozenset(["+", "*", "**", "%"])

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        for name in _BOUNDLESS:
            self.filters.pop(name, None)
        self.filters |= {_COUNTED: self._counted, _MEASURED: _measured}
        self.turns = 0

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None)
        for joined in list(tree.find_all(nodes.Concat)):
            joined.nodes = [nodes.Filter(node, _MEASURED, [], [], None, None) for node in joined.nodes]
        return tree

    def _counted(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self.turns += 1
            if self.turns > _MOST_TURNS:
                raise SecurityError("loops without end")
            yield item

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if operator != "+":
            raise SecurityError("reckons with what may be of any size")
        return super().call_binop(context, operator, _measured(left), _measured(right))

    def is_safe_callable(self, obj: Any) -> bool:
        """Footnotes, charts and the template's own macros; of Python's methods, those that only read a mapping."""
        if isinstance(obj, (Footnotes, Charts, Macro)):
            return True
        return isinstance(getattr(obj, "__self__", None), dict) and getattr(obj, "__name__", "") in _READING


def _measured(value: Any) -> Any:
    if isinstance(value, str | list | tuple) and len(value) > _LONGEST:
        raise SecurityError("puts together a text of any length")
    return value


def environment() -> ImmutableSandboxedEnvironment:
    """An environment for templates that nobody has vouched for; a fresh one for each."""
    return _Closed()
