import pytest

from chatham.errors import InputError
from chatham.exchange.risks import dump_risks, read_risks
from chatham.model.private import NoteRisk

RISKS = (
    NoteRisk(note="1", k=2, rank=1, candidates=(3, 9), reasons=("says which country the speaker is from",)),
    NoteRisk(note="é", k=15),
)


def test_what_is_written_is_read_again(tmp_path):
    file = tmp_path / "risk.jsonl"
    file.write_text(dump_risks(RISKS), "utf-8")
    assert read_risks(file) == RISKS


def test_a_row_has_the_contracts_fields_in_order():
    assert dump_risks(RISKS[1:]) == '{"note": "é", "k": 15, "rank": null, "candidates": [], "reasons": []}\n'


@pytest.mark.parametrize("line", ['{"k": 1}', '{"note": "1"}', '{"note": "1", "k": -1}', '{"note": "1", "k": "many"}'])
def test_a_bad_row_is_refused_with_its_line(tmp_path, line):
    file = tmp_path / "risk.jsonl"
    file.write_text(f'{{"note": "0", "k": 3}}\n{line}\n', "utf-8")
    with pytest.raises(InputError, match="line 2"):
        read_risks(file)
