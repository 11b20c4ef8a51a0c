from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatham.model.framework import default_framework
from chatham.model.private import Facilitator, Participant, Roster
from chatham.people.attribution import ANYBODY, Description, attributions, full_description

FRAMEWORK = default_framework()


def roster(*rows, facilitators=()):
    return Roster(
        participants=tuple(
            Participant(row=i, name=f"Person {i}", category=category, country=country, working_groups=groups)
            for i, (category, country, groups) in enumerate(rows, 1)
        ),
        facilitators=facilitators,
    )


def call(people, policy="telling", k=3):
    return attributions(people, framework=FRAMEWORK, k=k, policy=policy)


ASIA = [
    ("trade unions", "Nepal", ("A",)),
    ("trade unions", "Nepal", ("A",)),
    ("trade unions", "Nepal", ("A",)),
    ("trade unions", "India", ("A",)),
    ("trade unions", "Pakistan", ("A",)),
    ("trade unions", "Bhutan", ("A",)),
    ("media", "Fiji", ("A",)),
    ("academia", "Samoa", ("A",)),
    ("government", "Tonga", ("A",)),
]


def test_the_most_telling_description_that_k_people_share_is_taken():
    phrases = Counter(d.phrase(FRAMEWORK) for d in call(roster(*ASIA)).values())
    assert phrases == {
        "participant representing trade unions in Nepal": 3,
        "participant representing trade unions in South and South-West Asia": 3,
        "participant from the Pacific": 3,
    }


def test_the_policy_of_category_goes_by_category_alone():
    phrases = Counter(d.phrase(FRAMEWORK) for d in call(roster(*ASIA), "category").values())
    assert phrases == {"participant representing trade unions": 6, "participant": 3}


def test_a_codebook_may_let_categories_go_up_to_groups():
    steps = (("category",), ("group", "subregion"), ("group",))
    framework = FRAMEWORK.model_copy(update={"descriptions": (("telling", steps),)})
    people = roster(
        *(("trade unions", "Nepal", ("A",)) for _ in range(3)),
        *(
            ("local authorities", "Fiji", ("A",)),
            ("government", "Tonga", ("A",)),
            ("parliamentarians", "Samoa", ("A",)),
        ),
        *(("media", "India", ("A",)), ("academia", "Fiji", ("A",)), ("media", "Nepal", ("A",))),
    )
    phrases = Counter(d.phrase(framework) for d in attributions(people, framework=framework, policy="telling").values())
    assert phrases == {
        "participant representing trade unions": 3,
        "participant representing public institutions in the Pacific": 3,
        "participant representing academia and the media": 3,
    }
    assert set(attributions(people, framework=framework, policy="category").values()) == {ANYBODY}


def test_by_default_everybody_is_a_participant():
    assert set(attributions(roster(*ASIA), framework=FRAMEWORK).values()) == {ANYBODY}


def test_who_is_left_alone_is_joined_by_a_whole_class():
    called = call(roster(*ASIA[:3], ("media", "Fiji", ("A",))))
    assert set(called.values()) == {ANYBODY}


def test_it_is_counted_within_the_working_group():
    rows = [("trade unions", "Nepal", ("A",)), ("trade unions", "Nepal", ("A",)), ("trade unions", "Nepal", ("B",))]
    assert set(call(roster(*rows)).values()) == {ANYBODY}


def test_without_groups_all_count_as_one():
    rows = [("trade unions", "Nepal", ())] * 3
    assert set(call(roster(*rows)).values()) == {Description("trade unions", "Nepal", "South and South-West Asia")}


def test_who_sits_in_two_groups_is_a_participant_in_both():
    rows = [("trade unions", "Nepal", ("A",))] * 3 + [("trade unions", "Nepal", ("A", "B"))]
    called = call(roster(*rows))
    assert called[4] == ANYBODY
    assert set(called.values()) == {ANYBODY}  # one alone would stand out: the class joined


def test_a_facilitator_who_is_not_on_the_list_is_a_participant():
    called = call(roster(*ASIA, facilitators=(Facilitator(name="Ann Ferry", working_group="A"),)))
    stranger = next(key for key in called if isinstance(key, str))
    assert called[stranger] == ANYBODY
    assert list(called.values()).count(ANYBODY) >= 3


people = st.lists(
    st.tuples(
        st.sampled_from([None, "trade unions", "media", "government", "United Nations"]),
        st.sampled_from([None, "Nepal", "India", "Fiji", "Samoa", "Tonga", "France"]),
        st.sampled_from([(), ("A",), ("A",), ("B",), ("A", "B")]),
    ),
    max_size=25,
)


@pytest.mark.parametrize("policy", ["category", "telling"])
@settings(max_examples=150, deadline=None)
@given(rows=people, k=st.integers(2, 5))
def test_by_brute_force_k_people_of_the_group_share_each_description(policy, rows, k):
    everybody = roster(*rows)
    called = call(everybody, policy, k)
    for group in ("A", "B", "C"):
        members = [p for p in everybody.participants if group in p.working_groups or not p.working_groups]
        enough = min(k, len(members))
        used = {called[p.row] for p in members}
        for description in used:
            covered = {p.row for p in members if description.covers(full_description(p, FRAMEWORK))}
            assert {p.row for p in members if called[p.row] == description} <= covered, "it is true of whom it is said"
            # Differencing: taking away whom any other descriptions are said of leaves enough.
            rest = covered - {p.row for p in members if called[p.row] != description}
            assert len(rest) >= enough
