"""Descriptions of any roster's people: counted by brute force over all that a reader could combine."""

from hypothesis import given, settings
from hypothesis import strategies as st

from chatham.model.framework import default_framework
from chatham.model.private import Participant, Roster
from chatham.people.attribution import attributions, full_description

FRAMEWORK = default_framework()
STEPS = (("group", "country"), ("category", "subregion"), ("group", "subregion"), ("category",), ("group",))
GROUPED = FRAMEWORK.model_copy(update={"descriptions": (("category", STEPS[2:]), ("telling", STEPS))})

PEOPLE = st.lists(
    st.tuples(
        st.sampled_from([None, "trade unions", "media", "government", "United Nations", "unheard of"]),
        st.sampled_from([None, "Nepal", "Vietnam", "Viet Nam", "Fiji", "Tonga", "France", "Atlantis"]),
        st.sampled_from([(), ("A",), ("A",), ("B",), ("A", "B")]),
    ),
    max_size=40,
)


def roster(rows):
    return Roster(
        participants=tuple(
            Participant(row=i, name=f"Person {i}", category=category, country=country, working_groups=groups)
            for i, (category, country, groups) in enumerate(rows, 1)
        )
    )


@settings(max_examples=200, deadline=None)
@given(
    rows=PEOPLE,
    k=st.integers(2, 6),
    policy=st.sampled_from(["category", "telling"]),
    framework=st.sampled_from([FRAMEWORK, GROUPED]),
)
def test_whoever_knows_the_rule_and_the_list_is_left_with_k_people(rows, k, policy, framework):
    everybody = roster(rows)
    called = attributions(everybody, framework=framework, k=k, policy=policy)
    assert set(called) == {p.row for p in everybody.participants}
    for group in ("A", "B"):
        members = [p for p in everybody.participants if group in p.working_groups or not p.working_groups]
        for description in {called[p.row] for p in members}:
            # The reader runs the rule: only those who are called so are left, and the description is true of them.
            left = [p for p in members if called[p.row] == description]
            assert len(left) >= min(k, len(members))
            assert all(description.covers(full_description(p, framework)) for p in left)


@settings(max_examples=100, deadline=None)
@given(rows=PEOPLE, k=st.integers(2, 6))
def test_what_a_description_says_is_true_of_k_people_of_the_group(rows, k):
    everybody = roster(rows)
    called = attributions(everybody, framework=FRAMEWORK, k=k, policy="telling")
    for person in everybody.participants:
        for group in person.working_groups:
            members = [p for p in everybody.participants if group in p.working_groups]
            true_of = [p for p in members if called[person.row].covers(full_description(p, FRAMEWORK))]
            assert len(true_of) >= min(k, len(members))


@settings(max_examples=50, deadline=None)
@given(rows=PEOPLE)
def test_it_does_not_hang_on_the_order_of_the_list(rows):
    forwards = attributions(roster(rows), framework=FRAMEWORK, policy="telling")
    backwards = attributions(roster(rows[::-1]), framework=FRAMEWORK, policy="telling")
    assert [forwards[i] for i in range(1, len(rows) + 1)] == [backwards[i] for i in range(len(rows), 0, -1)]
