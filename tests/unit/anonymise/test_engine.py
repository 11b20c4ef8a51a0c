import os

import pytest

from chatham.anonymise import engine
from chatham.anonymise.engine import anonymise, stream
from chatham.errors import DetectionError, InputError
from chatham.model.private import Kind, Participant, RawNote, Roster
from chatham.model.public import Consultation
from chatham.settings import Settings

ROSTER = Roster(
    participants=(
        Participant(
            row=1, name="Amos Otieno", organisation="Nyumba Tenants' League", emails=("amos@nyumba.example",)
        ),
        Participant(
            row=2, name="Ingrid Solberg", organisation="International Labour Organization", acronyms=("ILO",),
            category="United Nations",
        ),
    )
)  # fmt: skip


def run(*texts: str, roster: Roster | None = ROSTER, **given: object):
    notes = [RawNote(id=str(n), text=text, speaker=None) for n, text in enumerate(texts)]
    return anonymise(notes, roster=roster, **given)


def test_names_go_and_content_stays() -> None:
    done = run("Amos Otieno from Nyumba said that Kenya ratified ILO Convention No. 143 in 1979.")
    assert done.notes[0].text == "A participant said that Kenya ratified ILO Convention No. 143 in 1979."
    assert [f.kind for f in done.findings] == [Kind.PERSON]


def test_findings_give_the_text_exactly() -> None:
    raw = "Amos: write to amos@nyumba.example. The ILO colleague (Ingrid) agreed with Otieno."
    done = run(raw)
    made, place = "", 0
    for f in done.findings:
        assert f.replacement is not None
        made += raw[place : f.start] + f.replacement
        place = f.end
    assert made + raw[place:] == done.notes[0].text
    assert not {"Amos", "Otieno", "Ingrid", "nyumba"} & set(done.notes[0].text.replace(".", " ").split())


def test_who_is_introduced_in_one_note_is_known_in_all() -> None:
    done = run(
        "Ms Kwamboka Nyasuguta (walk-in) asked about the harbour in Mombasa.",
        "The list was kept by Kwamboka until the rains came.",
    )
    assert "Kwamboka" not in done.notes[0].text + done.notes[1].text


def test_public_figures_stay_where_they_are_listed() -> None:
    text = "A fisherman, Barnabas Kiprotich, waited four years for the body of his son."
    assert "Kiprotich" not in run(text).notes[0].text
    kept = run(text, consultation=Consultation(title="T", public_figures=("Barnabas Kiprotich",)))
    assert "Barnabas Kiprotich" in kept.notes[0].text


def test_another_language_is_set_aside_and_never_passed_through() -> None:
    text = "Les participants ont demandé que la loi soit changée avant la fin de l'année prochaine."
    done = run(text, "The law should be changed before the end of the year.")
    assert [note for note, _ in done.set_aside] == ["0"]
    assert [n.id for n in done.notes] == ["1"]
    assert run(text, settings=Settings(language="en")).set_aside == ()


@pytest.mark.parametrize(("policy", "stays"), [("affiliation", True), ("always", False), ("never", True)])
def test_public_bodies_by_policy(policy: str, stays: bool) -> None:
    done = run("The ILO adopted the convention in 1949.", settings=Settings(public_bodies=policy))
    assert ("ILO" in done.notes[0].text) is stays


def test_without_a_roster_every_person_goes() -> None:
    done = run("The applicant, Mr Barnabas Kiprotich, was heard. B.K. appealed.", roster=None)
    assert "Kiprotich" not in done.notes[0].text
    assert "B.K." not in done.notes[0].text


def test_a_second_pass_changes_nothing() -> None:
    first = run("Amos Otieno from Nyumba said that no form exists. Thanks Amos!")
    second = run(first.notes[0].text)
    assert second.notes[0].text == first.notes[0].text


def test_the_order_of_the_notes_is_kept_over_chunks() -> None:
    done = run(*[f"Amos counted {n} boats." for n in range(140)])
    assert [n.id for n in done.notes] == [str(n) for n in range(140)]
    assert done.notes[139].text.endswith("139 boats.")


def test_two_processes_make_what_one_makes() -> None:
    texts = [f"{number}: Amos Otieno said that the ILO counted {number} boats." for number in range(520)]
    steps: list[tuple[int, int]] = []
    one = run(*texts, settings=Settings(processes=1))
    two = run(*texts, settings=Settings(processes=2), progress=lambda done, of: steps.append((done, of)))
    assert two == one
    assert steps == [(n, 520) for n in (*range(64, 520, 64), 520)]


def batch(size: int) -> list[RawNote]:
    spoken = ("Amos counted {} boats.", "Deux cent {} bateaux étaient au port, et la loi ne dit rien.")
    return [RawNote(id=f"n{n}", text=spoken[n % 7 == 3].format(n), speaker="Amos") for n in range(size)]


def test_pieces_together_are_the_batch() -> None:
    notes = batch(140)
    parts = list(stream(notes, roster=ROSTER))
    assert [len(p.notes) + len(p.set_aside) for p in parts] == [64, 64, 12]
    whole = anonymise(notes, roster=ROSTER)
    assert [n for p in parts for n in p.notes] == list(whole.notes)
    assert [f for p in parts for f in p.findings] == list(whole.findings)
    assert len(whole.set_aside) == 20
    assert {n.voice for n in whole.notes} == {1}


def test_what_is_kept_of_a_stopped_run_is_not_done_again(monkeypatch: pytest.MonkeyPatch) -> None:
    notes, kept = batch(140), {}
    found: list[int] = []
    find = engine.find

    def failing(tools: object, piece: tuple[int, tuple[object, ...]]) -> tuple[int, str]:
        if piece[0] == 2 and len(found) == 2:
            raise KeyboardInterrupt
        found.append(piece[0])
        return find(tools, piece)

    monkeypatch.setattr(engine, "find", failing)
    keys: list[str] = []

    def keep(key: str) -> dict[int, str]:
        keys.append(key)
        return kept

    one = Settings(processes=1)
    with pytest.raises(KeyboardInterrupt):
        anonymise(notes, roster=ROSTER, settings=one, kept=keep)
    assert sorted(kept) == [0, 1]
    found.append(-1)
    done = anonymise(notes, roster=ROSTER, settings=one, kept=keep)
    assert found == [0, 1, -1, 2]
    assert keys[0] == keys[1]
    assert done == anonymise(notes, roster=ROSTER, settings=one)


def test_no_word_of_a_note_is_kept() -> None:
    kept: dict[int, str] = {}
    anonymise(batch(70), roster=ROSTER, kept=lambda _key: kept)
    assert not any(word in edits for edits in kept.values() for word in ("Amos", "boats", "counted"))


@pytest.mark.parametrize(
    "other",
    [
        {"roster": Roster(participants=ROSTER.participants[:1])},
        {"notes": [*batch(3), RawNote(id="more", text="And the boats.")]},
        {"notes": [*batch(2), RawNote(id="n2", text="Amos counted two boats.", speaker="Amos")]},
        {"settings": Settings(public_bodies="always")},
        {"consultation": Consultation(title="T", public_figures=("Barnabas Kiprotich",))},
    ],
)
def test_whatever_the_result_depends_on_changes_the_key(other: dict[str, object]) -> None:
    keys: list[str] = []

    def keep(key: str) -> dict[int, str]:
        keys.append(key)
        return {}

    given: dict[str, object] = {"notes": batch(3), "roster": ROSTER, "settings": None, "consultation": None}
    for arguments in (given, given | other, given | {"settings": Settings(processes=1)}):
        anonymise(**arguments, kept=keep)  # type: ignore[arg-type]
    assert keys[0] != keys[1]
    assert keys[0] == keys[2]


def test_notes_that_change_between_the_passes_are_refused() -> None:
    with pytest.raises(InputError, match="changed while"):
        list(stream(iter(batch(3)), roster=ROSTER))


def test_a_process_that_is_killed_is_an_error_that_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "find", _die)
    with pytest.raises(DetectionError, match="ended from outside"):
        anonymise(batch(400), roster=ROSTER, settings=Settings(processes=2))


def _die(_tools: object, _piece: object) -> tuple[int, str]:
    os._exit(9)


def test_a_failure_in_a_process_stops_the_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "find", _fail)
    with pytest.raises(DetectionError, match=r"the model failed\. Shorten it\.") as caught:
        anonymise(batch(400), roster=ROSTER, settings=Settings(processes=2))
    assert caught.value.fix == "Shorten it"


def _fail(_tools: object, _piece: object) -> tuple[int, str]:
    raise DetectionError("the model failed", fix="Shorten it")
