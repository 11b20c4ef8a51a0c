from chatham.capture.standing import Standing
from chatham.language.marks import Marks
from chatham.model.framework import default_framework

EIGHT, NINE = (objective.code for objective in default_framework().objectives[7:9])


def test_a_heading_holds_until_one_of_its_level() -> None:
    standing = Standing()
    standing.head(0, Marks(objectives=(EIGHT,)))
    standing.head(1, Marks(review="challenges"))
    assert standing.now() == Marks(objectives=(EIGHT,), review="challenges")
    standing.head(0, Marks(objectives=(NINE,)))
    assert standing.now() == Marks(objectives=(NINE,))


def test_two_headings_right_after_each_other_both_hold() -> None:
    standing = Standing()
    standing.head(1, Marks(objectives=(EIGHT,)))
    standing.head(1, Marks(review="challenges"))
    assert standing.now() == Marks(objectives=(EIGHT,), review="challenges")


def test_where_the_outer_kind_of_line_changes_the_inner_one_ends() -> None:
    standing = Standing()
    standing.say(Marks(objectives=(EIGHT,)))
    standing.say(Marks(review="challenges"))
    assert standing.now() == Marks(objectives=(EIGHT,), review="challenges")
    standing.say(Marks(objectives=(NINE,)))
    assert standing.now() == Marks(objectives=(NINE,))


def test_a_line_that_names_a_group_ends_what_lines_said_of_objectives() -> None:
    standing = Standing()
    standing.say(Marks(objectives=(EIGHT,)))
    standing.say(Marks(group="2"))
    assert standing.now() == Marks(group="2")
