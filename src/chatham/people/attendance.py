"""How many took part, by category and subregion, so that no small number singles anybody out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from chatham.model.framework import Framework
from chatham.model.private import Roster
from chatham.model.public import Attendance
from chatham.people.places import subregion

__all__ = ["attendance", "suppressed"]


def attendance(roster: Roster, *, framework: Framework, k: int = 3) -> Attendance:
    """Count the participants of a roster.

    Args:
        roster: The registration list.
        framework: Its categories and subregions, in the order in which the cells stand; countries outside its
            subregions come after them under their United Nations region.
        k: Cells under this many people are suppressed, and others with them (`suppressed`).

    Returns:
        The counts. Participants whose category or country is not recorded are in the total only.
    """
    phrases = {category.id: category.phrase for category in framework.categories}
    categories = Counter(phrases[p.category] for p in roster.participants if p.category in phrases)
    regions = Counter(region for p in roster.participants if p.country and (region := subregion(p.country, framework)))
    own = [region.name for region in framework.subregions]
    return Attendance(
        total=len(roster.participants),
        by_category=suppressed(categories, [c.phrase for c in framework.categories], k),
        by_subregion=suppressed(regions, [*own, *sorted(set(regions) - set(own))], k),
        smallest_cell=k,
    )


def suppressed(counts: Mapping[str, int], order: Sequence[str], k: int) -> tuple[tuple[str, int | None], ...]:
    """The cells of one table with the small ones hidden, and with them as many others as it takes.

    The total is printed beside the cells, so the sum of the hidden ones is known to every reader. One hidden cell
    could be read off; several could when together they hold as few people as there are cells. So the smallest cells
    are hidden until there are two at least, with `k` people or more between them and more people than cells.

    Args:
        counts: People by cell; empty cells are left out.
        order: Of the cells.
        k: The smallest number that may be shown.

    Returns:
        Cell and count, None for a hidden one.
    """
    cells = [(name, counts.get(name, 0)) for name in order if counts.get(name, 0)]
    smallest_first = sorted(cells, key=lambda cell: (cell[1], order.index(cell[0])))
    hidden = {name for name, count in cells if count < k}
    for name, _ in smallest_first:
        total = sum(count for cell, count in cells if cell in hidden)
        if not hidden or (len(hidden) > 1 and total >= max(k, len(hidden) + 1)):
            break
        hidden.add(name)
    return tuple((name, None if name in hidden else count) for name, count in cells)
