"""How many notes each pair of review objective and objective has."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from chatham.model.framework import Code, Framework

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Coverage"]

_CELL = "text-align:center;padding:0.3em 0.6em;border:1px solid #fff"
_LIGHT, _DARK = (234, 242, 251), (8, 69, 148)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Notes by review objective and objective.

    Attributes:
        framework: For the titles.
        codes: The objectives that are shown, in order.
        counts: (review objective, objective) to how many notes; pairs without are left out.
    """

    framework: Framework
    codes: tuple[Code, ...]
    counts: dict[tuple[str, Code], int]

    def count(self, review: str, code: Code) -> int:
        """How many notes a pair has."""
        return self.counts.get((review, code), 0)

    def to_frame(self) -> pd.DataFrame:
        """A row a review objective, a column an objective."""
        import pandas as pd

        reviews = self.framework.review_objectives
        cells = [[self.count(r.id, c) for c in self.codes] for r in reviews]
        rows = pd.Index([r.id for r in reviews], name="review")
        return pd.DataFrame(cells, index=rows, columns=pd.Index(list(self.codes), name="objective"))

    def _repr_html_(self) -> str:
        most = max(self.counts.values(), default=0)
        titles = {o.code: o.title for o in self.framework.objectives}
        head = "".join(
            f'<th scope="col" title="{escape(titles.get(c, ""))}" style="{_CELL}">{escape(str(c))}</th>'
            for c in self.codes
        )
        rows = "".join(
            f'<tr><th scope="row" style="text-align:left;padding-right:1em">{escape(r.heading)}</th>'
            + "".join(_cell(self.count(r.id, c), most) for c in self.codes)
            + "</tr>"
            for r in self.framework.review_objectives
        )
        title = f"Notes by review objective and {self.framework.short_name} objective"
        return (
            f'<table style="border-collapse:collapse"><caption style="text-align:left;font-weight:bold">{escape(title)}'
            f"</caption><thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )


def _cell(count: int, most: int) -> str:
    """The number is written in every cell: the colour only makes the pattern quick to see."""
    if not count:
        return f'<td style="{_CELL};background:#f4f4f4;color:#595959">0</td>'
    share = count / most
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(_LIGHT, _DARK, strict=True))
    ink = "#ffffff" if 0.299 * red + 0.587 * green + 0.114 * blue < 140 else "#1a1a1a"
    return f'<td style="{_CELL};background:rgb({red},{green},{blue});color:{ink}">{count}</td>'
