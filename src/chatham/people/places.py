"""Countries: their official short names in whatever form people write them, and their subregions."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from chatham.model.framework import Framework

__all__ = ["country_name", "is_country", "subregion"]

# Names of the codebook by ISO 3166-1 alpha-3 code, where country-converter's own short name is another.
_OFFICIAL = {
    "BOL": "Bolivia (Plurinational State of)",
    "BRN": "Brunei Darussalam",
    "CIV": "Côte d'Ivoire",
    "COD": "Democratic Republic of the Congo",
    "COG": "Congo",
    "CPV": "Cabo Verde",
    "CZE": "Czechia",
    "FSM": "Micronesia (Federated States of)",
    "GBR": "United Kingdom of Great Britain and Northern Ireland",
    "HKG": "Hong Kong, China",
    "IRN": "Iran (Islamic Republic of)",
    "KOR": "Republic of Korea",
    "LAO": "Lao People's Democratic Republic",
    "MAC": "Macao, China",
    "MDA": "Republic of Moldova",
    "MKD": "North Macedonia",
    "MMR": "Myanmar",
    "PRK": "Democratic People's Republic of Korea",
    "PSE": "State of Palestine",
    "RUS": "Russian Federation",
    "SWZ": "Eswatini",
    "SYR": "Syrian Arab Republic",
    "TLS": "Timor-Leste",
    "TUR": "Türkiye",
    "TZA": "United Republic of Tanzania",
    "USA": "United States of America",
    "VEN": "Venezuela (Bolivarian Republic of)",
    "VNM": "Viet Nam",
}
_SAID = {"uae": "ARE", "ksa": "SAU", "uk": "GBR", "us": "USA", "usa": "USA", "png": "PNG", "drc": "COD", "rok": "KOR"}
_SAID |= {"dprk": "PRK", "lao pdr": "LAO", "hk": "HKG", "fsm": "FSM", "burma": "MMR", "east timor": "TLS"}
_SAID |= {
    "turkey": "TUR",
    "korea": "KOR",
    "micronesia": "FSM",
    "congo": "COG",
    "ivory coast": "CIV",
    "swaziland": "SWZ",
}
_SAID |= {"cape verde": "CPV", "czech republic": "CZE", "holland": "NLD", "england": "GBR", "macedonia": "MKD"}
_SAID |= {"brunei": "BRN", "cote d ivoire": "CIV"}


class _Country(NamedTuple):
    iso3: str
    short: str
    official: str
    pattern: str
    region: str


@cache
def _countries() -> tuple[_Country, ...]:
    # The package imports pandas; its table is all that is needed.
    spec = find_spec("country_converter")
    if spec is None or spec.origin is None:
        return ()
    with (Path(spec.origin).parent / "country_data.tsv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream, delimiter="\t") if not row["obsolete"]]
    return tuple(
        _Country(
            row["ISO3"],
            row["name_short"],
            row["name_official"],
            row["regex"],
            row["UNregion"],
        )
        for row in rows
    )


@cache
def _find(name: str) -> _Country | None:
    wanted = _key(name).removeprefix("the ")
    if not wanted:
        return None
    code = _SAID.get(wanted, wanted.upper() if len(wanted) in (2, 3) and name.isupper() else None)
    return _by_key().get(wanted) or (_by_key().get(f"={code}") if code else None)


@cache
def _by_key() -> dict[str, _Country]:
    """Countries by each of their names, and by their code after `=`."""
    found: dict[str, _Country] = {}
    for country in _countries():
        for name in (country.short, country.official, _official(country)):
            found.setdefault(_key(name), country)
        found.setdefault(f"={country.iso3}", country)
    return found


def _matched(name: str) -> _Country | None:
    found = _find(name)
    if found is None:
        # Compiled when a name needs them: most do not, and all of them together take as long as a short command.
        by_pattern = [c for c in _countries() if re.search(c.pattern, name.strip(), re.IGNORECASE)]
        found = by_pattern[0] if len(by_pattern) == 1 else None
    return found


def _official(country: _Country) -> str:
    return _OFFICIAL.get(country.iso3, country.short)


@cache
def _key(name: str) -> str:
    plain = name.casefold().replace("&", " and ").replace("ô", "o")
    return " ".join(re.findall(r"\w+", plain))


def is_country(name: str) -> bool:
    """Whether the whole of `name` is a country's name or common abbreviation."""
    return _find(name.strip()) is not None


def country_name(name: str, framework: Framework) -> str | None:
    """A country's short name as the United Nations writes it; the codebook's own spelling comes first.

    Args:
        name: As registered: `Vietnam`, `Iran`, `Lao PDR`, `Republic of Fiji`.
        framework: Its subregions list the names they use.

    Returns:
        The name, or None if it is no country that is known.
    """
    wanted = _key(name)
    listed = {_key(c): c for s in framework.subregions for c in s.countries}
    if wanted in listed:
        return listed[wanted]
    country = _matched(name)
    if country is None:
        return None
    for form in (_official(country), country.short, country.official):
        if _key(form) in listed:
            return listed[_key(form)]
    return _official(country)


def subregion(name: str, framework: Framework) -> str | None:
    """The subregion a country lies in: the codebook's, or a United Nations M49 region for countries outside it.

    Args:
        name: The country, in any form.
        framework: With its subregions.

    Returns:
        `South-East Asia`, or `Western Europe` for a country the codebook does not list; None if it is not known.
    """
    official = country_name(name, framework)
    if official is None:
        return None
    for region in framework.subregions:
        if official in region.countries:
            return region.name
    country = _matched(name)
    return country.region or None if country else None
