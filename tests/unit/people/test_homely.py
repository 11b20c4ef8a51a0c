from chatham.people.homely import blends


def test_two_given_names_become_one() -> None:
    assert {"marijo", "majo", "marjo"} <= set(blends(("maria", "jose", "oru")))
    assert {"luisfer", "lufe"} <= set(blends(("luis", "fernando", "oru")))
    assert list(blends(("oru",))) == []
