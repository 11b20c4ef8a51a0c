import pytest

from chatham.errors import SettingError
from chatham.settings import Settings, resolve


def test_a_flag_beats_the_environment_beats_the_consultation_beats_the_default():
    assert resolve(environment={}).k == 3
    assert resolve(consultation={"k": 4}, environment={}).k == 4
    assert resolve(consultation={"k": 4}, environment={"CHATHAM_K": "5"}).k == 5
    assert resolve({"k": 6}, {"k": 4}, {"CHATHAM_K": "5"}).k == 6


def test_a_flag_that_was_not_given_decides_nothing():
    assert resolve({"k": None}, {"k": 4}, {}).k == 4


@pytest.mark.parametrize(
    ("flags", "consultation", "environment", "source"),
    [
        ({"kk": 3}, {}, {}, "the command line"),
        ({}, {"kk": 3}, {}, "consultation.yaml"),
        ({}, {}, {"CHATHAM_KK": "3"}, "the environment"),
    ],
)
def test_an_unknown_name_is_refused_wherever_it_stands(flags, consultation, environment, source):
    with pytest.raises(SettingError, match=source):
        resolve(flags, consultation, environment)


def test_a_bad_value_is_refused_with_its_source_even_where_a_better_source_overrides_it():
    with pytest.raises(SettingError, match=r"`k`, given in `settings:`"):
        resolve({"k": 3}, {"k": 1}, {})


def test_other_variables_are_not_ours():
    assert resolve(environment={"HOME": "/", "CHATHAM_REQUIRE_ALL": "1"}) == Settings()


def test_where_the_store_is_is_not_shown():
    assert "secret" not in repr(resolve(environment={"CHATHAM_STORE": "postgresql://a:secret@host/b"}))
    with pytest.raises(SettingError) as raised:
        resolve(environment={"CHATHAM_STORE": ""})
    assert "store" in str(raised.value)


def test_a_scale_that_does_not_rise_is_refused_with_the_names_that_were_given():
    with pytest.raises(SettingError, match=r"`some_from`, `several_from`, given in `settings:`"):
        resolve({}, {"some_from": 6, "several_from": 5}, {})
    assert resolve({}, {"most_from": 80}, {}).scale.most_from == 80
