import pytest

from chatham.errors import SettingError
from chatham.model.public import ApprovedNote, Consultation
from chatham.synthesise import point_id, synthesise
from chatham.synthesise.faithfulness import Breach, check_faithfulness, coverage

CONSULTATION = Consultation(title="A consultation")


def note(identity, text, voice=None, review="challenges", objectives=(8,), **more):
    return ApprovedNote(id=identity, text=text, voice=voice, review=review, objectives=objectives, **more)


def said(*notes):
    points = synthesise(notes, consultation=CONSULTATION).points
    return [f"{p.quantifier} {p.text}" if p.quantifier else p.text for p in points]


@pytest.mark.parametrize(
    ("text", "counted", "alone"),
    [
        (
            "A participant said that bail is never offered.",
            "One participant said that bail is never offered.",
            "A participant said that bail is never offered.",
        ),
        (
            "A participant believes the deadline is too short.",
            "One participant believed that the deadline is too short.",
            "A participant believed that the deadline is too short.",
        ),
        (
            "A participant: the boats are turned away by the navy.",
            "One participant said that the boats are turned away by the navy.",
            "The boats are turned away by the navy.",
        ),
        (
            "- A participant: no form at Dhaka airport",
            "One participant raised the following: no form at Dhaka airport.",
            "The following was raised: no form at Dhaka airport.",
        ),
        (
            "We have asked the Immigration Department twice.",
            "One participant said that they have asked the Immigration Department twice.",
            "A participant said that they have asked the Immigration Department twice.",
        ),
        (
            "As a participant, I ask for a hotline.",
            "One participant said that they ask for a hotline.",
            "A participant said that they ask for a hotline.",
        ),
        (
            "Do you know what we pay?",
            "One participant asked: “Do you know what we pay?”",
            "A participant asked: “Do you know what we pay?”",
        ),
        (
            "Q: What would help most?\nA (a participant): Interpreters.",
            "One participant replied to the question “What would help most?” as follows: interpreters.",
            "In reply to the question “What would help most?”, the following was said: interpreters.",
        ),
        (
            "Building on another participant's point, a participant proposed a fund.",
            "One participant proposed a fund.",
            "A participant proposed a fund.",
        ),
        (
            "Participants noted that the figures are old.",
            "It was noted that the figures are old.",
            "It was noted that the figures are old.",
        ),
        (
            "The list of licensed agents was mentioned as a simple tool.",
            "One participant mentioned the list of licensed agents as a simple tool.",
            "The list of licensed agents was mentioned as a simple tool.",
        ),
        (
            "With respect to the islands, a participant reported that boats are few.",
            "One participant reported, with respect to the islands, that boats are few.",
            "With respect to the islands, a participant reported that boats are few.",
        ),
        (
            "It was strongly recommended that bail be offered.",
            "One participant recommended that bail be offered.",
            "It was strongly recommended that bail be offered.",
        ),
        (
            "The law is old. We see it in our work.",
            "One participant said that the law is old. The participant added that they see it in their work.",
            "The law is old. A participant said that they see it in their work.",
        ),
    ],
)
def test_wording_with_and_without_a_count(text, counted, alone):
    assert said(note("1", text, voice=0)) == [counted]
    assert said(note("1", text)) == [alone]


def test_quotation_marks_are_those_of_print():
    assert said(note("1", 'A participant said: "No." Then "yes".', 0)) == ["One participant said: “No.” Then “yes”."]
    assert said(note("1", 'Boards of 12" are used.', 0)) == ['One participant said that boards of 12" are used.']


def test_recommendations_are_orders_after_a_colon():
    text = "A participant: ratify and apply the Convention."
    assert said(note("1", text, 0, "recommendations")) == [
        "One participant recommended the following: ratify and apply the Convention."
    ]
    assert said(note("1", text, review="recommendations")) == ["Ratify and apply the Convention."]


def test_an_exchange_has_no_count():
    text = "12:31 A participant: boats share positions by radio\n12:32 A participant: same in Aceh"
    (point,) = synthesise([note("1", text, voice=3)], consultation=CONSULTATION).points
    assert point.quantifier is None
    assert point.voices is None
    assert point.text == "The following was raised: boats share positions by radio; same in Aceh."


FIRST = "Births of migrant children in border villages are not registered because district offices ask for a permit."
AGAIN = "District offices in border villages ask for a permit, so births of migrant children are not registered."
MORE = "District offices in border villages ask for a permit; births are not registered and mothers travel to the town."
FILLER = [
    note(f"f{i}", text, 10 + i)
    for i, text in enumerate(
        (
            "Fishing crews sleep in containers.",
            "Wages are paid in cash at the pier.",
            "The hotline has two volunteers.",
            "Autopsy reports are missing at the airport.",
            "The navy pushed a boat back with fuel.",
            "Smugglers change their telephones each week.",
        )
    )
]


def merged(first, second):
    given = [note("a", first, 0, working_group="WG1", round=1), note("b", second, 1, working_group="WG1", round=1)]
    points = synthesise([*given, *FILLER], consultation=CONSULTATION).points
    assert points[0].notes == ("a", "b"), "one point, and what more people support comes first"
    assert (points[0].quantifier, points[0].voices) == ("Two participants", 2)
    return points[0].text


def test_what_two_say_alike_is_said_once_for_both():
    assert merged(FIRST, AGAIN) == f"said that b{FIRST[1:]}"


def test_a_few_notes_are_enough_to_be_brought_together():
    points = synthesise([note("a", FIRST, 0), note("b", AGAIN, 1)], consultation=CONSULTATION).points
    assert [p.notes for p in points] == [("a", "b")]


def test_other_demands_stay_apart_however_near():
    one = note("a", "Coast guards should be trained in the law of the sea.", 0, "recommendations")
    two = note("b", "Coast guards must publish each position of a boat.", 1, "recommendations")
    assert len(synthesise([one, two, *FILLER], consultation=CONSULTATION).points) == 2 + len(FILLER)


def test_where_notes_have_more_to_say_each_is_heard():
    assert merged(FIRST, MORE) == (
        f"spoke of district offices. It was said that b{FIRST[1:]} It was added that d{MORE[1:]}"
    )


def test_a_sentence_said_twice_is_printed_once():
    one = note("a", "The hotline has no staff at night in the border towns. It closes at six.", 0)
    two = note("b", "The hotline has no staff at night in the border towns. Calls go to the police.", 1)
    text = " ".join(said(one, two))
    assert text.count("no staff at night") == 1
    assert "calls go to the police." in text


def test_untagged_and_empty_notes_are_left_out_and_listed():
    given = [
        note("1", "The law is old.", objectives=()),
        note("2", "The law is old.", review=None),
        note("3", "🙂"),
        note("4", "The law is old.", review="unheard of"),
        note("5", "The law is old."),
    ]
    made = synthesise(given, consultation=CONSULTATION)
    assert made.left_out == ("1", "2", "3", "4")
    assert [p.notes for p in made.points] == [("5",)]
    assert coverage(made.points, made.left_out, given) == []
    assert coverage(made.points, (), given) == ["1", "2", "3", "4"]


def test_order_is_by_review_then_objective_with_several_last():
    given = [
        note("1", "Pay the fee.", review="recommendations"),
        note("2", "The law is old.", objectives=(13,)),
        note("3", "The boat is late.", objectives=(8, 13)),
        note("4", "The sea is wide.", objectives=(8,)),
        note("5", "The office was opened.", review="progress", objectives=(13,)),
    ]
    points = synthesise(given, consultation=CONSULTATION).points
    assert [p.notes[0] for p in points] == ["5", "4", "2", "3", "1"]


def test_ids_stay_while_the_notes_do():
    given = [note("1", "The law is old."), note("2", "The boat is late.", objectives=(13,))]
    before = {p.notes: p.id for p in synthesise(given, consultation=CONSULTATION).points}
    after = {p.notes: p.id for p in synthesise(given[:1], consultation=CONSULTATION).points}
    assert after.items() <= before.items()
    assert point_id(["b", "a"]) == point_id(["a", "b"])
    assert point_id(["ab"]) != point_id(["a", "b"])


def test_a_different_view_stands_beside_the_majority():
    filler = [
        note(f"f{i}", f"Ship number {w} waits at the pier.", 20 + i, objectives=(13,)) for i, w in enumerate("abcdefg")
    ]
    majority = note("a", "Fingerprints of migrants at the border should be deleted after thirty days.", 0)
    dissent = note(
        "b", "A participant disagreed: fingerprints of migrants at the border should be kept for thirty days.", 1
    )
    points = synthesise([majority, dissent, *filler], consultation=CONSULTATION).points
    places = {p.notes[0]: at for at, p in enumerate(points)}
    assert places["b"] == places["a"] + 1
    assert points[places["b"]].text.startswith("held a different view: fingerprints ")


@pytest.mark.parametrize(
    "opening", ["did not agree: ", "was of another opinion. ", "disagreed with another participant: "]
)
def test_a_different_view_is_never_counted_with_the_majority(opening):
    agreed = [
        note(str(v), "The ferry fund should pay the tickets of stranded deckhands home.", v, "recommendations")
        for v in range(3)
    ]
    dissent = note(
        "d",
        f"A participant {opening}The ferry fund should pay the tickets of stranded cooks home.",
        9,
        "recommendations",
    )
    points = synthesise([*agreed, dissent], consultation=CONSULTATION).points
    assert [(p.notes, p.quantifier) for p in points] == [
        (("0", "1", "2"), "Some participants"),
        (("d",), "One participant"),
    ]
    assert points[1].text.startswith("held a different view: the ferry fund")


def test_order_by_itself_merges_nothing():
    given = [
        note(str(at), text, at, working_group="WG1", round=1)
        for at, text in enumerate(
            ("Wells dried up near the salt pans.", "Visas for choirs take long.", "Rent doubled.")
        )
    ]
    assert len(synthesise(given, consultation=CONSULTATION).points) == 3


def test_a_demand_to_negotiate_is_another_demand():
    given = [
        note("a", "Open a visa for weavers of the delta whose looms were flooded.", 0, "recommendations"),
        note("b", "A visa for weavers of the delta must be negotiated with the weavers.", 1, "recommendations"),
    ]
    assert len(synthesise(given, consultation=CONSULTATION).points) == 2


def test_what_two_states_did_are_two_facts():
    given = [
        note("a", "Samoa adopted a policy on the recruitment of divers in 2018.", 0, "progress"),
        note("b", "Belize adopted a policy on the recruitment of divers in 2019.", 1, "progress"),
    ]
    assert len(synthesise(given, consultation=CONSULTATION).points) == 2


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (
            "The boats of Hawai'i and Nuku'alofa are late.",
            "One participant said that the boats of Hawai’i and Nuku’alofa are late.",
        ),
        (
            "Passes are kept 'for order' and \"for peace\".",
            "One participant said that passes are kept ‘for order’ and “for peace”.",
        ),
        ("We are 60 small kitchens.", "One participant said: “We are 60 small kitchens.”"),
        (
            "Papers should follow the sailor, a participant said, in one booklet.",
            "One participant said that papers should follow the sailor, in one booklet.",
        ),
        ("The queue is long but fair, said a participant.", "One participant said that the queue is long but fair."),
        (
            "A participant, she came with another participant's choir: tests are paid twice.",
            "One participant said that tests are paid twice.",
        ),
    ],
)
def test_text_is_not_damaged(text, counted):
    assert said(note("1", text, 0)) == [counted]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Law No. 7 of 2011 is old.", "One participant said that Law No. 7 of 2011 is old."),
        (
            "A participant said her organization cooks at the pier. She asked for pots.",
            "One participant said that their organization cooks at the pier. The participant asked for pots.",
        ),
        (
            "A participant said that a mother lost her country and her papers.",
            "One participant said that a mother lost her country and her papers.",
        ),
    ],
)
def test_who_spoke_is_neutral_and_titles_keep_their_capitals(text, counted):
    assert said(note("1", text, 0)) == [counted]


def test_a_word_that_others_write_small_is_no_name():
    given = [
        note("1", "Spring tides come through the floor.", 0),
        note("2", "In spring the wells are salty.", 1, objectives=(13,)),
    ]
    assert said(*given)[0] == "One participant said that spring tides come through the floor."


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Then give the nets back now.", "One participant recommended the following: give the nets back now."),
        (
            "Agree with another participant! And cooks shld be registered.",
            "One participant said that cooks should be registered.",
        ),
        (
            "A participant backed this: one free call a week for every cook.",
            "One participant recommended the following: one free call a week for every cook.",
        ),
    ],
)
def test_recommendations_of_a_chat(text, counted):
    assert said(note("1", text, 0, "recommendations")) == [counted]


@pytest.mark.parametrize(
    "text",
    [
        "Welcome to the third round. Please put comments here if you cannot get the floor.",
        "Thanks all!",
        "Write to me for the text: [contact details]",
        "Wrap-up by the facilitator: two strong messages on nets.",
        "A participant closed the session: see you in spring.",
        "Slides: [contact details]",
    ],
)
def test_talk_about_the_meeting_is_left_out_and_listed(text):
    made = synthesise([note("1", text, 0), note("2", "The law is old.", 1)], consultation=CONSULTATION)
    assert made.left_out == ("1",)


def test_a_sentence_that_says_nothing_but_where_to_write_to_goes():
    text = "The desk is closed. The film on knots is at [contact details] and questions go to [contact details]."
    assert said(note("1", text, 0)) == ["One participant said that the desk is closed."]


def test_a_place_to_write_to_goes_and_the_rest_stays():
    text = "Cooks must be in the law.\nwrite to me for the draft [contact details]"
    assert said(note("1", text, 0)) == ["One participant said that cooks must be in the law."]


# Faithfulness


def test_what_is_made_is_faithful():
    given = [
        note("1", "A participant: 40% of 1,200 men can't pay; nobody should wait 3 years.", 0),
        note("2", "We don't know. Our country may sign in Bangkok.", 1, objectives=(13,)),
    ]
    made = synthesise(given, consultation=CONSULTATION)
    assert check_faithfulness(made.points, given) == []


@pytest.mark.parametrize(
    ("change", "kind", "found"),
    [
        ({"text": "said that 41 men wait."}, "number", "41"),
        ({"text": "said that the men wait in Dhaka."}, "name", "Dhaka"),
        ({"text": "said that the men never wait."}, "negation", "never"),
        ({"text": "said that the men must wait."}, "modal", "must"),
        ({"quantifier": "Some participants"}, "quantifier", "Some participants"),
        ({"notes": ("9",)}, "unknown note", "9"),
    ],
)
def test_what_is_not_in_the_notes_is_found(change, kind, found):
    given = [note("1", "40 men wait.", 0)]
    (point,) = synthesise(given, consultation=CONSULTATION).points
    wrong = point.model_copy(update=change)
    assert check_faithfulness([wrong], given) == [Breach(point.id, kind, found)]


def voices(*, agree, other, dissent=False):
    """That many speakers who say the same in one group, and others on the same objective."""
    same = [note(f"a{i}", "Bail is never offered to migrants in the courts of the capital.", i) for i in range(agree)]
    rest = [note(f"o{i}", text, agree + i) for i, text in enumerate(OTHERS[:other])]
    against = (
        [note("d", "I disagree, bail is offered to migrants in the courts of the capital.", 90)] if dissent else []
    )
    return [*same, *rest, *against]


OTHERS = (
    "Fishing crews sleep in containers.",
    "Wages are paid in cash at the pier.",
    "The hotline has two volunteers.",
    "Autopsy reports are missing at the airport.",
    "The navy pushed a boat back with fuel.",
)


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        (voices(agree=5, other=2), "Several participants said"),
        (voices(agree=5, other=3), "A majority of participants said"),
        (voices(agree=6, other=2), "Most participants were in broad agreement"),
        (voices(agree=6, other=2, dissent=True), "A majority of participants said"),
        (voices(agree=9, other=3, dissent=True), "A majority of participants said"),
        (voices(agree=10, other=2, dissent=True), "Most participants said"),
        (voices(agree=10, other=1), "Almost all participants were in broad agreement"),
        (voices(agree=4, other=5), "Some participants said"),
    ],
)
def test_shares_are_told_of_eight_known_speakers_and_agreement_only_where_nobody_differed(notes, words):
    points = synthesise(notes, consultation=CONSULTATION).points
    (point,) = [p for p in points if len(p.notes) > 1]
    assert f"{point.quantifier} {point.text}".startswith(words)
    assert check_faithfulness(points, notes) == []


def test_the_thresholds_are_settings_of_the_consultation():
    own = Consultation(title="A consultation", settings={"some_from": 2, "several_from": 4})
    notes = voices(agree=4, other=0)
    assert synthesise(notes, consultation=own).points[0].quantifier == "Several participants"
    assert synthesise(notes[:2], consultation=own).points[0].quantifier == "Some participants"
    with pytest.raises(SettingError, match="sevral_from"):
        synthesise(notes, consultation=Consultation(title="A", settings={"sevral_from": 4}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A participant says do not close it.", "One participant said: “Do not close it.”"),
        ("A participant asks if cash can go to hosts?", "One participant asked if cash can go to hosts."),
        ("Concern was expressed that banks withdraw.", "One participant expressed concern that banks withdraw."),
        ("It was noted with regret that it is closed.", "One participant noted with regret that it is closed."),
        (
            "After the break the floor was given to a participant, who recalled that the desk is closed.",
            "One participant recalled that the desk is closed.",
        ),
        (
            "The representative of the port union, a participant, said the desk is closed.",
            "One participant said that the desk is closed.",
        ),
        ("Asks for a fund.", "One participant asked for a fund."),
        ("So we think we are back.", "One participant said that they think they are back."),
        ("ASK: a desk.\nWHO: a participant", "One participant raised the following: a desk."),
        ("family in the port got a box", "One participant raised the following: family in the port got a box."),
        (
            "The law is old. Please repeal it.",
            "One participant said that the law is old. The participant recommended the following: repeal it.",
        ),
    ],
)
def test_what_a_speaker_did_is_told_in_a_report_s_words(text, expected):
    assert said(note("1", text, 0)) == [expected]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (
            "Counsellors. In the State there are two doctors.",
            "spoke of counsellors. In the State there are two doctors.",
        ),
        ("Same in Oman. There are two doctors.", "raised the following: same in Oman. There are two doctors."),
        ("That the funds come to us.", "asked that the funds come to them."),
        ("By way of contrast, a participant presented the Guidelines.", "presented the Guidelines."),
        ("In the same vein it was said of the camps that they are full.", "said of the camps that they are full."),
        ("A participant from a Mauritian body described a visit.", "from a Mauritian body described a visit."),
        ("The first to take the floor was a participant, who asked for a law.", "asked for a law."),
        ("A participant informed that the law is new.", "informed the group that the law is new."),
        ("A participant judges that it is slow.", "judged that it is slow."),
        (
            "We are 480 firms. Since March no boats, but fees. You wait.",
            "said: “We are 480 firms. Since March no boats, but fees. You wait.”",
        ),
    ],
)
def test_a_heading_a_wish_and_a_turn_of_the_discussion_are_told_as_such(text, counted):
    assert said(note("a", text, voice=1)) == [f"One participant {counted}"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Kafala is not reformed.", "said that kafala is not reformed."),
        ("We asked them: “Who pays?”.", "said: “We asked them: ‘Who pays?’.”"),
        (
            "I am asked in every village, which country is good?",
            "said: “I am asked in every village, which country is good?”",
        ),
        ("Surinamese- and Moroccan-born people lose it.", "said that Surinamese- and Moroccan-born people lose it."),
        (
            "Publish exchange margins. The law is old.",
            "raised the following: publish exchange margins. The law is old.",
        ),
        (
            "We waited. The participant asked us to listen.",
            "said that they waited. The participant asked the group to listen.",
        ),
        ("Title VI covers us.", "said that Title VI covers them."),
        (
            "We thank them. Not for the text, but for the time we were given.",
            "said: “Not for the text, but for the time we were given.”",
        ),
        ("The desk is closed.. nobody came.", "said that the desk is closed. Nobody came."),
    ],
)
def test_marks_and_capitals_are_those_of_print(text, counted):
    assert said(note("a", text, voice=1)) == [f"One participant {counted}"]
