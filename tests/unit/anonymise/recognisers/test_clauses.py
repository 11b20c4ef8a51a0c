import json
import re
from pathlib import Path

import pytest

from chatham.anonymise.recognisers import own_lives, room_people, self_cues
from chatham.anonymise.recognisers.clauses import Clauses

OPENINGS = {
    name: value
    for module in (self_cues, own_lives, room_people)
    for name, value in vars(module).items()
    if isinstance(value, re.Pattern) and value.pattern.startswith(self_cues.CLAUSE_START)
}
CORPUS = Path(__file__).parents[3] / "corpora" / "dev" / "notes.jsonl"


@pytest.mark.parametrize("name", OPENINGS)
def test_an_opening_is_found_wherever_the_pattern_finds_it(name):
    for line in CORPUS.read_text("utf-8").splitlines():
        text = json.loads(line)["marked"]
        wanted = [m.span() for m in OPENINGS[name].finditer(text)]
        assert [m.span() for m in Clauses(text).openings(OPENINGS[name])] == wanted


def test_openings_do_not_overlap():
    text = "I am the chair. My union asks; we wait\n- our house is full"
    found = [m["who"] for m in Clauses(text).openings(self_cues.MAIN)]
    assert found == ["I", "My", "we", "our"]
