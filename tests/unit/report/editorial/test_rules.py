"""Each rule: sentences that break it, and as many that only look like it."""

import pytest

from chatham.report.editorial import RULES, lint, read


def broken(text, rule, name="note.md"):
    return [breach.found for breach in lint(read(text.encode(), name=name)) if breach.rule == rule]


BREACHES = [
    ("spelling", "The organisers recognised it.", ["organisers", "recognised"]),
    ("spelling", "They analyzed the labor program.", ["analyzed", "labor", "program"]),
    ("spelling", "Prioritisation is a matter of judgment.", ["Prioritisation", "judgment"]),
    ("number", "They met 3 times and opened twelve offices.", ["3", "twelve"]),
    ("number", "The office closed. 12 embassies asked why.", ["12"]),
    ("number", "It held in ten occupations and twenty-one towns.", ["ten", "twenty-one"]),
    ("per cent", "Wages fell by 40% and by 7 percent.", ["40%", "percent"]),
    ("date", "It opened on November 19, 2020.", ["November 19, 2020"]),
    ("date", "It opened on the 19th of November.", ["19th of November"]),
    ("date", "It opened on 19 Nov 2020 and closed on 2020-11-20.", ["19 Nov 2020", "2020-11-20"]),
    ("date", "In the 1990's it was open.", ["1990's"]),
    ("emphasis", "They **must** act.", ["must"]),
    ("emphasis", "They *must* act.", ["must"]),
    ("bullet", "- one thing;\n- another;\n", [";", ";"]),
    ("footnote mark", "As the Assembly said[^1].\n\n[^1]: Resolution 73/195.\n", ["footnote mark before ."]),
    ("abbreviation", "The N.G.O. asked the U.N. for help.", ["N.G.O.", "U.N."]),
    ("abbreviation", "The Office (OHCHR) spoke of OHCHR's mandate.", ["OHCHR's"]),
    ("abbreviation", "A desk of POEA checks it, and POEA answers.", ["POEA"]),
    ("resolution", "By UNGA Resolution 73/195 and A/RES/73/326.", ["UNGA Resolution 73/195", "A/RES/73/326"]),
    ("unanimity", "Participants stressed that fees are high.", ["Participants stressed"]),
    ("unanimity", "It was late. All participants agreed.", ["All participants agreed"]),
    ("attendance", "Participants: A. Quill, B. Lark, C. Wren", [""]),
    ("attendance", "# Note\n\n## List of participants\n\nFifty came.\n", [""]),
    ("attendance", "| Name | Organization |\n|---|---|\n| A. Quill | Lantern House |\n", [""]),
]

SOUND = [
    ("spelling", "Advised by enterprises, they comprised, revised and supervised the exercise; noise otherwise rises."),
    ("spelling", "The promised surprise was raised likewise in a treatise on disguises and premises."),
    ("spelling", "The Program of Labor Mobility of the Organisation of Ports."),
    ("spelling", "One participant said: “We organise it.”"),
    ("number", "Under objective 8, paras. 3 and 4 and annex 2 of Convention No. 189 it costs USD 5."),
    ("number", "It is 5 km away, lasts 3 hours and costs 4 million; 7 per cent of those aged 8 pay."),
    ("number", "On 5 November, 3 of 15 came, 5 to 7 left, and a 6-year-old stayed at GCM 6."),
    ("number", "Nine in ten came. Twelve left."),
    ("number", "ILO Convention No. 190 in force."),
    ("number", "The law No. 18 of 2017 in force. Law No. 6458 in force."),
    ("per cent", "Wages fell by 40 per cent."),
    ("per cent", "| Share |\n|---|\n| 40% |\n"),
    ("date", "It opened on 19 November 2020, in the 1990s, in May 2018."),
    ("emphasis", "The views in *Teitiota v. New Zealand* and a snake_case_word."),
    ("bullet", "- one thing\n- another\n"),
    ("footnote mark", "As the Assembly said.[^1]\n\n[^1]: Resolution 73/195.\n"),
    ("abbreviation", "The International Labour Organization (ILO) said so. The mandate of ILO is COVID-19."),
    ("abbreviation", "It costs BDT 400,000 under annex III, says UNESCO; J. R. Quill."),
    (
        "abbreviation",
        "| Abbreviation | Words |\n|---|---|\n| ILO | International Labour Organization |\n\nIt is in ILO.\n",
    ),
    ("resolution", "By General Assembly resolution 73/195, para. 44."),
    ("unanimity", "Some participants stressed it. The participants in the pilot learned it. Two participants said so."),
    ("attendance", "Participants by category: 12 of civil society."),
    ("attendance", "| Working group | Objectives |\n|---|---|\n| One | 8 |\n"),
]


@pytest.mark.parametrize(("rule", "text", "found"), BREACHES)
def test_a_breach_is_found(rule, text, found):
    assert rule in RULES
    assert broken(text, rule) == found


@pytest.mark.parametrize(("rule", "text"), SOUND)
def test_what_keeps_the_rule_is_left_alone(rule, text):
    assert rule in RULES
    assert broken(text, rule) == []


HEADINGS = [
    ("# T\n\n## Overall Progress of Implementation\n\nx\n\n## Gaps\n", ["Progress Implementation"]),
    ("# T\n\n## WHAT REMAINS\n\nx\n\n## Gaps\n", ["WHAT REMAINS"]),
    ("# T\n\n## It is well.\n\nx\n\n## Gaps\n", ["."]),
    ("# T\n\n## One\n\n### Only this\n\nx\n\n## Two\n", ["an A without a B"]),
    ("# T\n\n## One\n\n#### Deep\n\n#### Deep too\n\n## Two\n", ["level 4", "level 4"]),
    ("# T\n\n## Overall progress of implementation\n\nx\n\n## Implementation of the Global Compact\n", []),
    ("# T\n\n## Pathways to New Zealand\n\nThey go to New Zealand.\n\n## Gaps\n", []),
    ("# T\n\n## One\n\n### A first\n\n### A second\n\n## Two\n", []),
]


@pytest.mark.parametrize(("text", "found"), HEADINGS)
def test_headings(text, found):
    assert broken(text, "heading") == found


def test_straight_quotation_marks_are_for_source_text():
    assert broken('It\'s "so".', "quotation mark") == []


def test_a_list_of_names_is_not_repeated():
    breaches = lint(read(b"Participants: Ada Quill, Lantern House", name="n.txt"))
    assert [b.rule for b in breaches] == ["attendance"]
    assert "Quill" not in str(breaches[0].to_json())


def test_breaches_come_in_the_order_of_the_text():
    breaches = lint(read(b"It was 5%.\n\nThey organise.\n\nParticipants said so.\n", name="n.md"))
    assert [b.where for b in breaches if b.rule != "number"] == ["line 1", "line 3", "line 5"]
    assert breaches[0].to_json().keys() == {"part", "where", "rule", "found", "instead"}
