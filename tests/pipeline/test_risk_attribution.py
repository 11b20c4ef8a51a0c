"""No description in the anonymised corpus covers too few people of its working group: counted by hand."""

import csv
import re
from pathlib import Path

import pytest
import yaml

from chatham.anonymise.engine import anonymise
from chatham.evaluate import read_corpus
from chatham.model import framework as codebook
from chatham.settings import Settings

DEV = Path(__file__).parents[1] / "corpora" / "dev"
REGIONS = yaml.safe_load((Path(codebook.__file__).parent / "data" / "regions.yaml").read_text("utf-8"))
OTHER_SPELLINGS = {"Lao PDR": "Lao People's Democratic Republic"}
K = 3

pytestmark = pytest.mark.slow

PLACES = [*REGIONS["subregions"], *(c for countries in REGIONS["subregions"].values() for c in countries)]
PLACE = "|".join(re.escape(p) for p in sorted(PLACES, key=len, reverse=True))
CATEGORY = "|".join(re.escape(c) for c in sorted(REGIONS["categories"].values(), key=len, reverse=True))
DESCRIPTION = re.compile(
    rf"participant(?: representing (?P<category>{CATEGORY})(?: in (?P<within>{PLACE}))?| from (?P<place>{PLACE}))"
)
LOOSE = re.compile(r"\bparticipants? (?:representing|from) ")


def rows():
    with (DEV / "roster.csv").open(encoding="utf-8", newline="") as stream:
        return [
            row | {"country": OTHER_SPELLINGS.get(row["country"], row["country"])} for row in csv.DictReader(stream)
        ]


def fits(row, found):
    place = found["within"] or found["place"]
    return found["category"] in (None, REGIONS["categories"][row["category"]]) and (
        place is None or row["country"] == place or row["country"] in REGIONS["subregions"].get(place, ())
    )


@pytest.fixture(scope="module", params=["category", "telling"])
def runs(request):
    corpus = read_corpus(DEV)
    settings = Settings(attribution=request.param, k=K)

    def run(notes):
        return anonymise(notes, roster=corpus.roster, consultation=corpus.programme.consultation, settings=settings)

    once = run(corpus.raw)
    again = run([raw.model_copy(update={"text": n.text}) for raw, n in zip(corpus.raw, once.notes, strict=True)])
    return corpus, once, again


def test_each_description_covers_k_people_of_the_notes_group(runs):
    _, once, _ = runs
    people = rows()
    seen = 0
    for note in once.notes:
        for found in DESCRIPTION.finditer(note.text):
            seen += 1
            covered = [r for r in people if r["working_group"] == note.working_group and fits(r, found)]
            assert len(covered) >= K, note.id
    assert seen > 40


def test_nothing_of_the_kind_is_said_in_other_words(runs):
    corpus, once, _ = runs
    for raw, note in zip(corpus.raw, once.notes, strict=True):
        said = len(LOOSE.findall(note.text)) - len(LOOSE.findall(raw.text))
        assert said <= len(DESCRIPTION.findall(note.text)), note.id


def test_descriptions_taken_from_one_another_leave_k_people(runs):
    _, once, _ = runs
    people = rows()
    used = {}
    for note in once.notes:
        for found in DESCRIPTION.finditer(note.text):
            used.setdefault(note.working_group, {})[found[0]] = found
    assert used
    for group, descriptions in used.items():
        members = [r for r in people if r["working_group"] == group]
        covers = {phrase: {r["name"] for r in members if fits(r, found)} for phrase, found in descriptions.items()}
        for phrase, covered in covers.items():
            # Whoever fits a more telling description is called by that one.
            narrower = [other for other in covers.values() if other < covered]
            assert len(covered - set().union(*narrower)) >= K, (group, phrase)


def test_one_voice_has_one_description_in_all_notes(runs):
    corpus, once, _ = runs
    called = {}
    for raw, note in zip(corpus.raw, once.notes, strict=True):
        opens = re.match(
            r"(?:[-–] |\d\d:\d\d(?::\d\d)? )?A (?P<phrase>participant[^:,;.(]*?)(?::| said| told| explained)", note.text
        )
        if raw.speaker and opens and DESCRIPTION.fullmatch(opens["phrase"]):
            called.setdefault(raw.speaker, set()).add(opens["phrase"])
    assert called
    assert {speaker: phrases for speaker, phrases in called.items() if len(phrases) > 1} == {}


def test_a_second_pass_changes_nothing(runs):
    _, once, again = runs
    changed = [a.id for a, b in zip(once.notes, again.notes, strict=True) if a.text != b.text]
    assert changed == []
