"""Self-descriptions against topics: what singles somebody in the room out, and what must stay."""

import pytest

from chatham.anonymise.recognisers.indirect import self_descriptions
from chatham.language.pipeline import docs

# The stretch between the marks is what must go, and the general form that takes its place.
FOUND = [
    ("[As the only trade unionist here from Tonga], I ask for a hotline.", "As a participant"),
    ("[As the sole Samoan at this table] I must disagree.", "As a participant"),
    ("[As the one firm on this call that buys fish], we see the gap.", "As a participating organization"),
    ("[As someone who ran the Port Vila night shelter for a decade], she doubted it.", "As a participant"),
    ("[Speaking as the one bishop on the call]: prisons are full.", "Speaking as a participant"),
    ("[Speaking as the mayor of a landing town, I am the only chief executive here], and men search.", None),
    ("[Being the only youth delegate], I will be brief.", "As a participant"),
    ("[In my fourteen years as chair of the port committee] I never saw an interpreter.", "In my work"),
    ("[In thirty years as headman of the ferries at the Oxbow jetty] I have not seen one receipt.", "In my work"),
    ("[In my 14 years as chair of the port committee] nobody asked.", "In my work"),
    ("[Having run a halfway house in Kota Kinabalu for eleven years], I know the drill.", "In my experience"),
    ("[When I was consul in Jeddah] I signed 400 exit papers.", "In my experience"),
    ("[For seventeen years I have driven the only ambulance between Arua and the border].", "I speak from experience"),
    ("[I am the port chaplain who goes by launch to the ships in Oxbow] and they ask why.", "I speak from experience"),
    ("[I founded the first shelter for trafficked boys in Moldova].", "I speak from experience"),
    (
        "[I sailed nineteen years as bosun before I led the circle on Oxbow] and they call.",
        "I speak from experience",
    ),
    ("[We run the only shelter in Oxbow that takes men].", "We speak from experience"),
    (
        "[I was sold to a boat in Oxbow at fifteen, and I buried my own brother there].",
        "I speak from experience",
    ),
    ("[She is, I believe, the only midwife from Oxbow in this room].", "She speaks from experience"),
    ("[We at Oxbow are the only radio in any camp]. UNHCR gives a tent.", "We speak from experience"),
    ("[The Kenyan MP] and a nurse disagreed.", "A participant"),
    ("[Ours is the only safe house in Oxbow] and in 2019 it took in seven girls.", "Our organization works on this"),
    ("[My own boat lies at the old pier in Oxbow], so I count them.", "I speak from experience"),
    ("[Our shelter in Oxbow] took in 60 women in 2019.", "Our organization"),
    ("[My union, the only one for domestic workers in Jordan,] has asked three times.", "My organization"),
    ("[Her parish] in Nadi feeds forty men.", "Her organization"),
    ("So said [the only nepali returnee in the grp]", "a participant"),
    ("[The walk-in from Suva] should please leave an address.", "A participant"),
    ("(Answer from [the professor from the Chinese university].)", "a participant"),
    ("[The delegate from Chad] nodded.", "A participant"),
    ("One participant[, the only Pacific parliamentarian,] disagreed.", ""),
    ("[The facilitator of the trafficking group, herself from Hong Kong,] sent round a judgment.", "A participant"),
    ("[as i am the only imam here] i will say it", "as a participant"),
    ("[She has led the only women's centre in Oxbow since 1998].", "She speaks from experience"),
]

TOPICS = [
    "Tonga adopted a law in 2015.",
    "As a country of origin, Nepal has duties.",
    "As a result of the 2018 law, we see fewer cases.",
    "As a first step, we ask for interpreters.",
    "As the ILO report shows, we need inspections.",
    "As a rule we do not share names with police in Malaysia.",
    "In the last ten years we have seen many laws.",
    "In 2019 we recorded 40 cases in Qatar.",
    "We asked the Immigration Department twice in 2018.",
    "I want only one thing: publish the list.",
    "We have asked for the only available list.",
    "Our governments must act.",
    "My question is whether Thailand will ratify.",
    "Our recommendation to the States of South Asia is clear.",
    "The only shelter in Dili closed in 2019.",
    "The first country to ratify was Fiji.",
    "A woman from Surabaya wrote that the agent had met her.",
    "The minister of Fiji said so.",
    "The man from Gujrat was arrested and asked for a lawyer.",
    "Her passport was taken by the employer.",
    "I saw four villages where the school has a special line.",
    "I think the first priority is Objective 11.",
    "We work with unions in Qatar and Jordan.",
    "The only point raised in this group was the deadline.",
    "This is the first time in this room that we agree.",
    "For ten years the law has not been applied.",
    # what a first pass puts in
    "As a participant, I ask for a hotline.",
    "In my work I never saw an interpreter.",
    "I speak from experience, and nobody asks.",
    "Our organization took in 60 women in 2019.",
    "A participant should please leave an address.",
]


@pytest.mark.parametrize(("marked", "phrase"), FOUND)
def test_a_self_description_is_found_to_its_ends(marked, phrase):
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    [doc] = docs([text])
    found = list(self_descriptions(text, doc))
    covered = {i for m in found for i in range(m.start, m.end) if text[i].isalnum()}
    assert covered == {i for i in range(start, end) if text[i].isalnum()}
    if phrase is not None:
        assert [m.phrase for m in found] == [phrase]


@pytest.mark.parametrize("text", TOPICS)
def test_a_topic_stays(text):
    [doc] = docs([text])
    assert list(self_descriptions(text, doc)) == []


def test_without_a_model_openers_are_still_found():
    [mention] = self_descriptions("As the only nun here, I ask for a hotline.")
    assert (mention.start, mention.end) == (0, 20)


def test_what_is_set_off_after_a_name_goes():
    text = "Priya, the only nun from Fiji, asked why."
    [mention] = self_descriptions(text, None, frozenset({5}))
    assert (text[mention.start : mention.end], mention.phrase) == (", the only nun from Fiji,", "")
