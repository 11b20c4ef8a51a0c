from chatham.people.name_words import is_telling, name_words


def test_honorifics_go_and_names_that_look_like_them_stay() -> None:
    assert name_words("Prof. Dr. Aino Virtanen") == ("aino", "virtanen")
    assert name_words("Tan Wei Ming") == ("tan", "wei", "ming")
    assert name_words("Mr") == ("mr",)


def test_what_may_stand_for_somebody_alone() -> None:
    assert [w for w in ("rohana", "binti", "md", "k") if is_telling(w)] == ["rohana"]
