import inspect

import pytest

from chatham import errors


def _classes():
    return [v for _, v in inspect.getmembers(errors, inspect.isclass) if issubclass(v, errors.ChathamError)]


def test_every_error_is_public_and_drawn_in_the_docstring():
    assert sorted(errors.__all__) == errors.__all__
    assert {c.__name__ for c in _classes()} == set(errors.__all__)
    for cls in _classes():
        assert cls.__name__ in errors.__doc__, cls


@pytest.mark.parametrize("cls", _classes(), ids=lambda c: c.__name__)
def test_the_drawing_tells_the_exit_code(cls):
    line = next(li for li in errors.__doc__.splitlines() if f" {cls.__name__} " in f"{li} ")
    if cls is not errors.ChathamError:
        assert line.rstrip().endswith(f"exit {cls.exit_code}")


def test_a_message_says_file_place_problem_and_fix():
    error = errors.InputError("no text", file="notes.jsonl", place="line 3", fix="Give every row a `text`")
    assert str(error) == "notes.jsonl, line 3: no text. Give every row a `text`."


def test_a_message_without_a_file_is_just_the_problem():
    assert str(errors.SettingError("unknown")) == "unknown"
