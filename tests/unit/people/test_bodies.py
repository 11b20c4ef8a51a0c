import pytest

from chatham.people.bodies import is_public_body, is_world_body


@pytest.mark.parametrize(
    ("name", "category", "public", "world"),
    [
        ("United Nations Office of Examples", None, True, True),
        ("Ministry of Harbours", None, True, False),
        ("Ministry of Harbours", "government", True, False),
        ("City of Kisima", "local authorities", True, False),
        ("Nyumba Tenants' League", "civil society", False, False),
        ("Police Brutality Watch", "civil society", False, False),
        ("Any Name", "United Nations", True, True),
    ],
)
def test_public_bodies(name: str, category: str | None, public: bool, world: bool) -> None:
    assert is_public_body(name, category) is public
    assert is_world_body(name, category) is world
