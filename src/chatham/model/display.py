"""How values show themselves in a notebook, and as data frames. Every word of them is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from pydantic import BaseModel

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["PRIVATE", "Rows", "Shown", "frame", "record", "table"]

PRIVATE = "private: not to be published or sent on"
_MOST_ROWS = 20
_LONG = 60
_CELL = "text-align:left;vertical-align:top;padding:0.2em 0.8em 0.2em 0"

T = TypeVar("T", bound=BaseModel)


class Shown:
    """A frozen type with a view of its own in a notebook."""

    notice: ClassVar[str] = ""
    """Written above the view: that it is private, where it is."""

    def _repr_html_(self) -> str:
        return table(("", ""), [(k, _cell(v)) for k, v in record(self).items()], title=self._title())

    def _title(self) -> str:
        return " · ".join(part for part in (type(self).__name__, self.notice) if part)


class Rows(tuple[T, ...], Generic[T]):
    """Several of one type: a tuple that shows itself as a table, and becomes a data frame."""

    kind: type[T]

    def __new__(cls, kind: type[T], items: Iterable[T]) -> Rows[T]:
        """The items, which are all of that type."""
        made = super().__new__(cls, tuple(items))
        made.kind = kind
        return made

    def __getnewargs__(self) -> Any:
        return (self.kind, tuple(self))

    def to_frame(self) -> pd.DataFrame:
        """One row each, one column a field; what is never exported is not in it."""
        return frame(self, self.kind)

    def _repr_html_(self) -> str:
        name = f"{len(self):,} × {self.kind.__name__}"
        notice = getattr(self.kind, "notice", "")
        columns = _columns(self.kind)
        rows = [tuple(_cell(record(item).get(c)) for c in columns) for item in self[:_MOST_ROWS]]
        more = f"and {len(self) - _MOST_ROWS:,} more" if len(self) > _MOST_ROWS else ""
        return table(columns, rows, title=" · ".join(p for p in (name, notice) if p), below=more)


def frame(items: Iterable[BaseModel], kind: type[BaseModel]) -> pd.DataFrame:
    """A data frame of items of one type."""
    import pandas as pd

    return pd.DataFrame([record(item) for item in items], columns=list(_columns(kind)))


def record(item: Any) -> dict[str, Any]:
    """The fields of a value that may be shown, those of a value inside it under `outer_inner`."""
    found: dict[str, Any] = {}
    for name, field in type(item).model_fields.items():
        value = getattr(item, name)
        if field.exclude:
            continue
        if isinstance(value, BaseModel):
            found |= {f"{name}_{inner}": v for inner, v in record(value).items()}
        else:
            found[name] = value
    return found


def _columns(kind: type[BaseModel]) -> tuple[str, ...]:
    names: list[str] = []
    for name, field in kind.model_fields.items():
        if field.exclude:
            continue
        inner = _inner(field.annotation)
        names += [f"{name}_{n}" for n in _columns(inner)] if inner else [name]
    return tuple(names)


def _inner(annotation: Any) -> type[BaseModel] | None:
    """The model that a field holds, whether it may be None or not."""
    for given in (annotation, *getattr(annotation, "__args__", ())):
        if isinstance(given, type) and issubclass(given, BaseModel):
            return given if not getattr(annotation, "__origin__", None) else None
    return None


def _cell(value: object) -> str:
    if value is None or value == ():
        return "–"
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return f"{len(value)} entries"
    if isinstance(value, Sequence):
        return ", ".join(_cell(v) for v in value)
    return str(getattr(value, "name", value))


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, title: str = "", below: str = "") -> str:
    """An HTML table of plain words, which are escaped here."""
    head = "".join(f'<th scope="col" style="{_CELL}">{escape(h)}</th>' for h in headings)
    body = "".join(
        "<tr>" + "".join(f'<td style="{_CELL}{_width(c)}">{escape(c)}</td>' for c in row) + "</tr>" for row in rows
    )
    top = f'<caption style="text-align:left;font-weight:bold">{escape(title)}</caption>' if title else ""
    foot = f"<p>{escape(below)}</p>" if below else ""
    shown = f"<thead><tr>{head}</tr></thead>" if any(headings) else ""
    return f"<table>{top}{shown}<tbody>{body}</tbody></table>{foot}"


def _width(text: str) -> str:
    """What is said has the room to be read in, however many columns there are."""
    return ";white-space:pre-wrap" + (";min-width:20em" if len(text) > _LONG else "")
