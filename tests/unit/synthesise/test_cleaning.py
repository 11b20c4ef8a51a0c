import pytest

from chatham.synthesise.cleaning import clean


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("A participant: bail is never offered", ("Bail is never offered.",)),
        ("- A participant: no form at Dhaka airport", ("No form at Dhaka airport.",)),
        ("A participant (a participating organization): the law is old.", ("The law is old.",)),
        ("11:29:14 From a participant to Everyone: release them", ("Release them.",)),
        ("[10:02] A participant - things are better", ("Things are better.",)),
        ("Note: a participant from a participating organization: pay first", ("Pay first.",)),
        ("Thanks! pls fund the shelters :)", ("Fund the shelters.",)),
        ("For the report: please put in the report, fees are high", ("Fees are high.",)),
        ("govt dont pay ppl w/out papers, 40%", ("Government do not pay people without papers, 40 per cent.",)),
        ("The laws aren't applied (a participant).", ("The laws are not applied.",)),
        ("not a good law. it cant work. nobody knows it", ("Not a good law.", "It cannot work.", "Nobody knows it.")),
        ("They organised it 5 years ago.", ("They organized it five years ago.",)),
        ("In 2019 it took 5 years.", ("In 2019 it took five years.",)),
        ("All ten came on May 3rd, 2019.", ("All 10 came on 3 May 2019.",)),
        ("They paid 3 to 12 boats.", ("They paid 3 to 12 boats.",)),
        ("Mr. No. 3/2017 of art. 5 applies. Courts obey.", ("Mr. No. 3/2017 of art. 5 applies.", "Courts obey.")),
        ('"It ends. It does not." So it is.', ('"It ends. It does not."', "So it is.")),
        ("I speak from experience and the queue is long.", ("The queue is long.",)),
        ("We advise, analyse and exercise.", ("We advise, analyse and exercise.",)),
        ("A participant (Addis) - brokers are many", ("Brokers are many.",)),
        ("A participant chair, speaking for a participating organization - brokers are many", ("Brokers are many.",)),
        ("sub agents have no licence", ("Sub-agents have no licence.",)),
        ("Another participant it is the same here", ("It is the same here.",)),
        ("A participant said, and I agree: pay them", ("Pay them.",)),
        ("Who pays for it? the worker does.", ("Who pays for it?", "The worker does.")),
        ("Otherwise, he warned, repeal gives way.", ("Otherwise, repeal gives way.",)),
        ("The debt, he said, is what keeps them.", ("The debt is what keeps them.",)),
        ("Boats leave at sunrise.", ("Boats leave at sunrise.",)),
        ('Replying to "We are many firms of..."\nThen pay the deposits back.', ("Pay the deposits back.",)),
        ("It is hot,, as at noon.", ("It is hot, as at noon.",)),
        ("It is slow. Another participant is right. Really, that is it.", ("It is slow.",)),
        ("A participant writes: brokers are many", ("Brokers are many.",)),
        ("He speaks as a participant; the gate opened.", ("The gate opened.",)),
        ("We do, um, Saturday tables.", ("We do Saturday tables.",)),
        ("Careful colleagues, protection is sovereign.", ("Protection is sovereign.",)),
        ("Speaker not identified (camera off): protection is sovereign.", ("Protection is sovereign.",)),
        ("I am sorry to be the boring one again. It is slow.", ("It is slow.",)),
        ("I have to agree with another participant. It is slow.", ("It is slow.",)),
        ("It is slow. Several said this.", ("It is slow.",)),
        ("In the words of a participant: every village has a gate.", ("Every village has a gate.",)),
        ("It is slow. Another participant it is the same here.", ("It is slow.", "It is the same here.")),
        ("Good practice (objective 19). A participant: Benin has a law.", ("Benin has a law.",)),
        ("It is slow. Proposed by a participant.", ("It is slow.",)),
        (
            "we registered late. it works since june, in may 2023 it did not",
            ("It works since June, in May 2023 it did not.",),
        ),
        ("I want one line in the report, and here it is: care is work.", ("Care is work.",)),
        ("No recogn. of certificates in the city.", ("No recogn. of certificates in the city.",)),
        ("Our volunteers of a participating organization carry it.", ("Our volunteers carry it.",)),
        ("It is slow. The facilitator allowed herself a remark on substance.", ("It is slow.",)),
        ("It is slow. A participant then intervened with some emotion.", ("It is slow.",)),
        ("It is slow. A late arrival, a participant, spoke for a person.", ("It is slow.",)),
        ("Last thing we wrote: count those who stay.", ("Count those who stay.",)),
        ("The participant said good news first: 11 States ratified.", ("11 States ratified.",)),
        ("Q was asked about the text.", ("A question was asked about the text.",)),
        ("It is slow. The participant put link in chat.", ("It is slow.",)),
        ('It is slow. "we wait at the door"', ("It is slow.", '"We wait at the door".')),
    ],
)
def test_what_is_taken_off_and_what_stays(text, sentences):
    assert clean(text).sentences == sentences


@pytest.mark.parametrize(
    "text",
    [
        "A participant said: pay them.",
        "Two participants disagreed: the first wants a law.",
        "Objective 9: the law is old.",
        "Joint statement of two participating organizations: ratify it.",
        "The participant who asked for it: nobody knows.",
    ],
)
def test_what_only_looks_like_a_label_stays(text):
    assert clean(text).sentences == (text,)


def test_bullets_are_items():
    made = clean("- A participant: no form\n- no interpreter;\n- pay first.")
    assert made.sentences == ("no form", "no interpreter", "pay first")
    assert made.items
    assert not made.exchange


def test_turns_of_several_are_an_exchange_and_talk_about_the_talk_goes():
    made = clean(
        "12:31 A participant: boats share it\n12:32 A participant: same here\n12:33 a participant: use chat pls"
    )
    assert made.sentences == ("boats share it",)
    assert made.exchange


@pytest.mark.parametrize(
    "text",
    [
        "Q: Why don't parents register?\nA (a participant): Fees and fear.",
        "Q from facilitator: Why don't parents register? A participant: Fees and fear.",
    ],
)
def test_question_and_answer(text):
    made = clean(text)
    assert made.question == "Why don't parents register?"
    assert made.sentences == ("Fees and fear.",)


@pytest.mark.parametrize("text", ["", " \n ", "A participant: ", "- -", "🙂"])
def test_nothing_said_is_nothing(text):
    assert clean(text).sentences == ()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("A participant yes!!! in town they have a list", ("In town they have a list.",)),
        ("[Not named] The phone is off.", ("The phone is off.",)),
        ("Guest: the desk is closed. [The country was not said.]", ("The desk is closed.",)),
        ("A participant (came with a friend): the desk is closed", ("The desk is closed.",)),
        ("near the end somebody said: the desk is closed", ("The desk is closed.",)),
        ("Thank you, Chair. The desk is closed.", ("The desk is closed.",)),
        ("hi all the desk is closed", ("The desk is closed.",)),
        ("A law of 2018. used nowhere else", ("A law of 2018.", "Used nowhere else.")),
        ("The pool has model clauses, ask her at [contact details]", ("The pool has model clauses.",)),
        ("our does so too", ("Our organization does so too.",)),
    ],
)
def test_talk_around_a_point_goes(text, sentences):
    assert clean(text).sentences == sentences
