import inspect

import pytest

import chatham
from chatham import errors
from chatham.workspace import Workspace


def test_the_names_are_sorted_and_all_there():
    assert chatham.__all__ == sorted(chatham.__all__)
    for name in chatham.__all__:
        assert getattr(chatham, name) is not None
    assert set(chatham.__all__) <= set(dir(chatham))


def test_every_error_can_be_caught_by_its_name_here():
    assert {n for n, v in vars(errors).items() if inspect.isclass(v)} <= set(chatham.__all__)
    assert chatham.Refused is errors.Refused


def test_a_consultation_is_made_and_opened(tmp_path):
    with chatham.new(tmp_path / "rivers", title="Rivers") as made:
        assert isinstance(made, Workspace)
    with chatham.open(tmp_path / "rivers") as opened:
        assert opened.consultation.title == "Rivers"


def test_other_names_are_not_there():
    with pytest.raises(AttributeError, match="nothing"):
        chatham.nothing  # noqa: B018
