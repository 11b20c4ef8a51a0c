from __future__ import annotations

import subprocess
import sys

import pytest

from chatham.model.framework import default_framework
from chatham.people.places import country_name, is_country, subregion

GCM = default_framework()


@pytest.mark.parametrize(
    ("written", "official", "region"),
    [
        ("Vietnam", "Viet Nam", "South-East Asia"),
        ("Lao PDR", "Lao People's Democratic Republic", "South-East Asia"),
        ("Turkey", "Türkiye", "South and South-West Asia"),
        ("IRAN", "Iran (Islamic Republic of)", "South and South-West Asia"),
        ("South Korea", "Republic of Korea", "East and North-East Asia"),
        ("Republic of Fiji", "Fiji", "the Pacific"),
        ("Hong Kong", "Hong Kong, China", "East and North-East Asia"),
        ("Russia", "Russian Federation", "North and Central Asia"),
        ("Kenya", "Kenya", "Eastern Africa"),
        ("UK", "United Kingdom of Great Britain and Northern Ireland", "Northern Europe"),
        ("DR Congo", "Democratic Republic of the Congo", "Middle Africa"),
    ],
)
def test_countries_in_other_words(written: str, official: str, region: str) -> None:
    assert country_name(written, GCM) == official
    assert subregion(written, GCM) == region


def test_every_listed_country_is_itself() -> None:
    for listed in GCM.subregions:
        for country in listed.countries:
            assert country_name(country, GCM) == country
            assert subregion(country, GCM) == listed.name


@pytest.mark.parametrize("written", ["", "Atlantis", "Litia", "12"])
def test_what_is_no_country(written: str) -> None:
    assert country_name(written, GCM) is None
    assert subregion(written, GCM) is None
    assert not is_country(written)


def test_the_table_is_read_without_pandas() -> None:
    code = "import sys; from chatham.people.places import is_country; assert is_country('Fiji'); "
    code += "assert 'pandas' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
