"""Who is on a registration list, by subregion, category and gender. Private: a cell may be of one person."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from chatham.model.display import PRIVATE
from chatham.model.framework import Framework
from chatham.model.private import Roster
from chatham.people.places import subregion

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["GENDERS", "Balance", "BalanceRow", "balance"]

GENDERS = (("F", "women"), ("M", "men"), ("X", "other"), (None, "not stated"))
"""Letter on the list, and what heads its column, in the order of the columns."""

_COLOURS = ("#2f6690", "#d98e04", "#5c7c3a", "#c9c9c9")
_WIDTH = 18
"""Of the longest bar, in em."""


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """One line of the table.

    Attributes:
        by: `subregion`, `category` or `all`.
        name: Of the subregion or category.
        counts: People by gender, in the order of `GENDERS`.
    """

    by: str
    name: str
    counts: tuple[int, int, int, int]

    @property
    def total(self) -> int:
        """All people of the line."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Balance:
    """The balance of a registration list: in a notebook, a table with bars.

    Attributes:
        rows: All subregions and categories of the codebook, those without anybody too: a gap is what the table is for.
            The last row is the whole list.
    """

    rows: tuple[BalanceRow, ...]

    def to_frame(self) -> pd.DataFrame:
        """One row a line of the table."""
        import pandas as pd

        columns = ["by", "name", *(name for _, name in GENDERS), "all"]
        return pd.DataFrame([[r.by, r.name, *r.counts, r.total] for r in self.rows], columns=columns)

    def _repr_html_(self) -> str:
        most = max((row.total for row in self.rows if row.by != "all"), default=0)
        key = " ".join(
            f'<span style="background:{colour};padding:0 0.5em">&nbsp;</span> {escape(name)}'
            for colour, (_, name) in zip(_COLOURS, GENDERS, strict=True)
        )
        heads = "".join(f'<th scope="col">{escape(h)}</th>' for h in ("", *(n for _, n in GENDERS), "all", ""))
        lines = "".join(_line(row, most, self._begins(at)) for at, row in enumerate(self.rows))
        return (
            f'<table><caption style="text-align:left"><b>Registered participants · {PRIVATE}</b><br>{key}</caption>'
            f"<thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>"
        )

    def _begins(self, at: int) -> bool:
        return at > 0 and self.rows[at].by != self.rows[at - 1].by


def balance(roster: Roster, *, framework: Framework) -> Balance:
    """Count the people of a registration list.

    Args:
        roster: The list.
        framework: Its subregions and categories, in their order; countries outside its subregions come after them
            under their United Nations region, and people whose country or category is not stated last.

    Returns:
        Lines by subregion, by category, and for the whole list, each by gender.
    """
    letters = [letter for letter, _ in GENDERS]
    regions: Counter[tuple[str, str | None]] = Counter()
    categories: Counter[tuple[str, str | None]] = Counter()
    phrases = {category.id: category.phrase for category in framework.categories}
    for person in roster.participants:
        gender = person.gender if person.gender in letters else ("X" if person.gender else None)
        region = (subregion(person.country, framework) or "country not known") if person.country else "not stated"
        regions[region, gender] += 1
        categories[phrases.get(person.category or "", person.category or "not stated"), gender] += 1
    own = [region.name for region in framework.subregions]
    rows = [
        *_rows("subregion", own, regions),
        *_rows("category", [c.phrase for c in framework.categories], categories),
        *_rows("all", ["all"], Counter({("all", g): n for g, n in _by_gender(regions).items()})),
    ]
    return Balance(tuple(rows))


def _by_gender(counts: Counter[tuple[str, str | None]]) -> Counter[str | None]:
    total: Counter[str | None] = Counter()
    for (_, gender), count in counts.items():
        total[gender] += count
    return total


def _rows(by: str, order: list[str], counts: Counter[tuple[str, str | None]]) -> list[BalanceRow]:
    last = ("country not known", "not stated")
    strays = sorted({name for name, _ in counts} - set(order), key=lambda name: (name in last, name))
    rows = []
    for name in [*order, *strays]:
        women, men, other, unsaid = (counts[name, letter] for letter, _ in GENDERS)
        rows.append(BalanceRow(by, name, (women, men, other, unsaid)))
    return rows


def _line(row: BalanceRow, most: int, begins: bool) -> str:
    top = "border-top:1px solid #888;" if begins else ""
    cells = "".join(f'<td style="{top}text-align:right">{count or "·"}</td>' for count in (*row.counts, row.total))
    bar = ""
    if row.by != "all" and most:
        bar = "".join(
            f'<span style="display:inline-block;height:0.8em;width:{_WIDTH * count / most:.2f}em;background:{colour}">'
            "</span>"
            for count, colour in zip(row.counts, _COLOURS, strict=True)
            if count
        )
    return (
        f'<tr><th scope="row" style="{top}text-align:left">{escape(row.name)}</th>{cells}'
        f'<td style="{top}text-align:left;white-space:nowrap">{bar}</td></tr>'
    )
