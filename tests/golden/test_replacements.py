"""How an anonymised note should read: a table of before and after, from mentions.

In the raw column `{kind role who|surface}` marks a mention: P a person, A an affiliation, C a contact, Q an indirect
identifier; role s speaker, m mentioned, a affiliation, o acting organisation. For Q, what follows `who` is the general
form. `@1` at the end gives the keys of the note's own speaker.
"""

import re

import pytest

from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.replace import plan
from chatham.anonymise.spans import apply
from chatham.model.private import Kind

KINDS = {"P": Kind.PERSON, "A": Kind.AFFILIATION, "C": Kind.CONTACT, "Q": Kind.INDIRECT}
ROLES = {"s": Role.SPEAKER, "m": Role.MENTIONED, "a": Role.AFFILIATION, "o": Role.ACTOR}
MARK = re.compile(r"\{([PACQ])([smao])([\d,w]*)(?:=([^|]*))?\|([^}]*)\}")


def parse(marked):
    speaker = frozenset()
    tail = re.search(r" ?@(\d+)$", marked)
    if tail:
        speaker, marked = frozenset({int(tail[1])}), marked[: tail.start()]
    text, mentions, place = "", [], 0
    for m in MARK.finditer(marked):
        text += marked[place : m.start()]
        start = len(text)
        text += m[5]
        who = frozenset(int(k) if k.isdigit() else k for k in m[3].split(",") if k)
        mentions.append(Mention(start, len(text), KINDS[m[1]], ROLES[m[2]], who, "hand", 1.0, "by hand", m[4]))
        place = m.end()
    return text + marked[place:], mentions, speaker


def rewritten(marked):
    text, mentions, speaker = parse(marked)
    return apply(text, plan(text, mentions, speaker=speaker))


# The examples that the design gives.
EXAMPLES = [
    (
        "Ms. {Ps1|Priya Raman} from {Aa1|Lantern House} said that bail is never offered.",
        "A participant said that bail is never offered.",
    ),
    ("{Ps1|Priya} ({Aa1|Lantern}): bail is never offered", "A participant: bail is never offered"),
    (
        "- {Ps2|Rafiq} / {Aa2|GF}: no form at Dhaka airport to record a claim",
        "- A participant: no form at Dhaka airport to record a claim",
    ),
    ("{Ps3|DP} believes the deadline is too short.", "A participant believes the deadline is too short."),
    (
        "{Ps4|Grace} repeated the call of many unions. Later {Ps4|Grace} asked the ILO to host it.",
        "A participant repeated the call of many unions. Later the participant asked the ILO to host it.",
    ),
    (
        "{Ps4|Grace} and {Ps5|Faith} disagreed: {Ps4|Grace} wants a law, {Pm5|Faith} a fund.",
        "Two participants disagreed: the first wants a law, the second a fund.",
    ),
    ("as {Ps4|Grace} said earlier", "as a participant said earlier"),
    ("Building on {Pm6|Sunny}'s point, she said", "Building on another participant's point, she said"),
    ("thanks {Pm7|Rose}! agree w/ {Pm6|Sunny}", "thanks! agree w/ another participant"),
    ("His colleague {Pmw|Teresia} keeps a list.", "His colleague keeps a list."),
    (
        "The {Aa8|IOM} colleague ({Ps8|Tomek}) said that IOM and UNHCR had both offered support.",
        "A participant said that IOM and UNHCR had both offered support.",
    ),
    (
        "{Aa9|UNHCR} (Ms {Ps9|Olsen}) noted that UNHCR registers 400 arrivals a month.",
        "A participant noted that UNHCR registers 400 arrivals a month.",
    ),
    (
        "Joint statement of {Ao10|Nari Setu} and {Ao7|Sisters of the Open Gate}: ratify C190.",
        "Joint statement of two participating organizations: ratify C190.",
    ),
    ("{Ao11|Shelter First} has beds ready tonight.", "A participating organization has beds ready tonight."),
    (
        "{Ao4|Tahanan}'s 2019 study found that 40 per cent paid fees.",
        "A participating organization's 2019 study found that 40 per cent paid fees.",
    ),
    (
        "We at {Aa1|Lantern} have asked the Immigration Department twice.",
        "We have asked the Immigration Department twice.",
    ),
    (
        "The {As12|Ministry of Labour of Samoa} replied: the form exists.",
        "A participant replied: the form exists.",
    ),
    (
        "The Ministry of Labour of Samoa should publish the form.",
        "The Ministry of Labour of Samoa should publish the form.",
    ),
    (
        "Write to {Cm|grace@tahanan.example} or {Cm|+670 7555 0119}.",
        "Write to [contact details] or [contact details].",
    ),
    ("see {Cm|Noor_statement_final.docx}", "see [file]"),
    ("see {Pm13|Noor}_statement_final.docx", "see [file]"),
    (
        "11:29:14 From {Ps14|Nazima} ({Aa14|AWH}) to Everyone: release them",
        "11:29:14 From a participant to Everyone: release them",
    ),
    ("A ({Ps15|Kugan}, {Aa15|PDRL}): Technologists.", "A (a participant): Technologists."),
    (
        "{Ps16|Jordan} asked whether Jordan would open its border.",
        "A participant asked whether Jordan would open its border.",
    ),
    ("It may rain, may it not, said {Ps17|May}.", "It may rain, may it not, said a participant."),
    ("we hope that {Pm18|Hope} will send the form", "we hope that a participant will send the form"),
    (
        "{Qs=As a participant|As the only trade unionist here from Tonga}, I ask for a hotline.",
        "As a participant, I ask for a hotline.",
    ),
    (
        "{Qs=In my work|In my fourteen years as chair of the port committee} I never saw an interpreter.",
        "In my work I never saw an interpreter.",
    ),
    (
        "{Qs=our organization|Our shelter in Mae Sot} took in 60 women in 2019.",
        "Our organization took in 60 women in 2019.",
    ),
    ("The Foreign Minister of Bangladesh keeps saying so.", "The Foreign Minister of Bangladesh keeps saying so."),
    ("A widow, {Pmw|Amina Begum}, waited four years.", "A widow waited four years."),
]

# More of the same kind: layouts, honorifics, agreement, what stays.
MORE = [
    ("Sr. {Ps1|Rose} said no.", "A participant said no."),
    ("Daw {Ps1|May} of {Aa1|Anchor Bridges} said no.", "A participant said no."),
    ("U {Ps1|Zaw Min} spoke. Khun {Pm2|Noi} agreed.", "A participant spoke. Another participant agreed."),
    ("H.E. Ms. {Ps1|Lee} asked.", "A participant asked."),
    ("Mme {Ps1|Diallo}, Sra. {Ps2|Ruiz} and Pak {Ps3|Budi} agree.", "Three participants agree."),
    ("{Ps1|Morita}-san added one thing.", "A participant added one thing."),
    ("Mzee {Ps1|Otieno}: the well is dry", "A participant: the well is dry"),
    ("Speaker from the {Aa1|Harbour Watch Desk}: boats drift.", "A participant: boats drift."),
    (
        "(note-taker: speaker was Mr {Ps1|Awan}, {Aa1|Gate Dispatch}) Two laws passed.",
        "(note-taker: speaker was a participant) Two laws passed.",
    ),
    (
        "The idea came from {Aa1|Muara} and had the support of the {Aa2|IOM} speaker, although IOM has no budget.",
        (
            "The idea came from a participating organization and had the support of a participant, "
            "although IOM has no budget."
        ),
    ),
    ("She told the {Ao1|Sisters} everything.", "She told a participating organization everything."),
    ("{Ps1|Faith K}.: talks are slow", "A participant: talks are slow"),
    ("{Ps1|Faith K.}: talks are slow", "A participant: talks are slow"),
    ("They heard {Pm1|Faith K.} The rest left.", "They heard a participant. The rest left."),
    ("Dr. {Pm1|Okoro}'s point stands.", "A participant's point stands."),
    ("{Pm1|Prakas}' point stands.", "A participant's point stands."),
    ("The {Aa1|UNODC} representative presented a tool.", "A participant presented a tool."),
    (
        "{Ps1|Yodit}, the {Aa1|UNHCR} colleague, recommended a law.",
        "A participant recommended a law.",
    ),
    ("{Ps1|Kelera} ({Aa1|Law Forum}, walk-in) described a clinic.", "A participant (walk-in) described a clinic."),
    ("{Ps1|Kelera} (walk-in, {Aa1|Law Forum}) described a clinic.", "A participant (walk-in) described a clinic."),
    ("{Ps1|Manolo} of {Aa1|Lakbay}, let in by the host, spoke.", "A participant, let in by the host, spoke."),
    ("- facil. ({Ps1|JL}) sums up: yes", "- facil. sums up: yes"),
    ("Wrap-up by the facilitator, {Ps1|Grace}: two messages", "Wrap-up by the facilitator: two messages"),
    (
        'She thanked {Pm2|Lea}, {Pm3|Mira} and "our friend from {Aa4|Phteah}" for staying. @1',
        'She thanked two other participants and "our friend" for staying.',
    ),
    ("her office, the {Aa1|TLMO}, has four staff", "her office has four staff"),
    (
        "{Ao1|VSWA} members voted. {Ao1|VSWA} is small.",
        "A participating organization's members voted. The organization is small.",
    ),
    ("- {Ao1|Lantern} + {Ao2|Bridges} joint text", "- Two participating organizations' joint text"),
    (
        "{Ao2|Bridges} have asked twice. Could {Ao2|Bridges} have asked once?",
        "A participating organization has asked twice. Could the organization have asked once?",
    ),
    ("people keep changing ({Aa1|KLAD}). A woman waited.", "people keep changing. A woman waited."),
    ("[{Ps1|Kugan}, seconded by {Ps2|Yodit}]", "[A participant, seconded by another participant]"),
    ("(Reference: {Pm1|Thu Ha})", "(Reference: a participant)"),
    (
        "Following what {Pm2|Litia} just said, {Ps1|Tebuka} explained. {Pm2|Litia} nodded. @1",
        "Following what another participant just said, a participant explained. The other participant nodded.",
    ),
    ("12:31 {Ps1|Tebuka}: yes\n12:32 sr {Ps2|rose}: no", "12:31 A participant: yes\n12:32 A participant: no"),
    ("from {Ps1|suparno}: please put in report", "from a participant: please put in report"),
    ("Thank you, {Pm1|Rose}, for the point.", "Thank you for the point."),
    ("Hi {Pm1|Rose}, could you repeat?", "Hi, could you repeat?"),
    ("{Pm1|Rose}, could you repeat?", "Colleague, could you repeat?"),
    ("What do you think, {Pm1|Rose}?", "What do you think?"),
    ("I, {Ps1|Rose}, ask for a hotline.", "I ask for a hotline."),
    ("Her name is {Pm1|Rose}.", "Her name is [name]."),
    ("{Ao1|Harbour Legal Clinic} ({Ao1|HLC}) opened.", "A participating organization opened."),
    ("see an {Ao1|Oxbow} study", "see a participating organization's study"),
    ("Our {Ao1|Oxbow} office closed.", "Our office closed."),
    ("the work of {Ao1|Oxbow}. New line", "the work of a participating organization. New line"),
    ("Dr {Pmw|Shireen} of her office trained them.", "A colleague of her office trained them."),
    (
        "{Ps1|Joy} said. {Ao2|Oxbow} and {Ao3|Elm} asked. {Ao2|Oxbow} left.",
        "A participant said. Two participating organizations asked. The first left.",
    ),
    ("{Ps1|Smith}, {Ps1|J.} asked why.", "A participant asked why."),
    ("@{Pm1|Priya} can you share?", "@colleague can you share?"),
    ("{Pm1|Priya} and {Pm2|Rafiq}'s proposal", "Two participants' proposal"),
    (
        "Ms {Ps1|Priya} ({Aa1|Lantern}), Mr {Ps2|Rafiq} ({Aa2|GF}) and Dr {Ps3|May} agreed.",
        "Three participants agreed.",
    ),
    ("{Ps1|Priya} and her sister {Pm2|Rosa} left.", "A participant and her sister left."),
    ("{Ps1|Priya} (she/her, {Aa1|Lantern}): no", "A participant (she/her): no"),
    ("{Ps1|Priya}, director of {Aa1|Lantern}, said no.", "A participant said no."),
    ("The director of {Aa1|Lantern}, {Ps1|Priya}, said no.", "A participant said no."),
    ("{Aa1|Lantern}'s director {Ps1|Priya} said no.", "A participant said no."),
    ("Facilitator {Ps1|Priya} said no.", "A participant said no."),
    ("The {Aa1|Lantern} team will send slides.", "A participating organization's team will send slides."),
    ("colleagues from {Aa1|Lantern} and {Aa2|GF} left", "colleagues from two participating organizations left"),
    ("{Ao1|Lantern}, {Ao2|GF} and UNHCR will draft.", "Two participating organizations and UNHCR will draft."),
    ("Thanks to {Pm1|Priya} and {Pm2|Rafiq} for it.", "Thanks to two participants for it."),
    ('{Ps1|Priya} said: "{Ao2|Lantern} is closed."', 'A participant said: "A participating organization is closed."'),
    ("The {Ao1|Lantern}-run shelter closed.", "A participating organization's shelter closed."),
    ("The late {Pm1|Priya} founded it.", "The late participant founded it."),
    ("Mr. and Mrs. {Pm1|Rao} left.", "A participant left."),
    (
        "She thanked {Pm2|Rafiq}. {Pm2|Rafiq} smiled. {Ps1|Priya} left. @1",
        "She thanked another participant. The other participant smiled. A participant left.",
    ),
    (
        "Ms. {Ps1|Lee}, from the {Aa1|Lantern} in Bangkok, said no.",
        "A participant, from a participating organization in Bangkok, said no.",
    ),
    (
        "She thanked {Pm2|Lea} and {Pm3|Mira}. {Pm2|Lea}'s point stays.",
        "She thanked two participants. Another participant's point stays.",
    ),
    ("We miss {Pm1|Priya}.", "We miss a participant."),
    ("{Ps1|Priya} offered {Aa1|SafePier}, a phone tool for crews.", "A participant offered a phone tool for crews."),
    ("{Ps1|Anna} showed the {Ao1|skills passport}: a booklet in Dari.", "A participant showed a booklet in Dari."),
    ("word for word, in the {Aa1|Freedom Diary}", "word for word, in a participating organization's diary"),
    (
        "with {Aa1|LicenceCheck} a woman can type a number",
        "with a participating organization's tool a woman can type a number",
    ),
    (
        "The {Aa1|ILO} representative and {Qs=a participant|the Kenyan MP} disagreed. @3",
        "Two participants disagreed.",
    ),
    ("12:30 {Ps1|PRIYA} - NO FORM", "12:30 A participant - NO FORM"),
    ("call {Pm1|Priya} on {Cm|+670 555}", "call a participant on [contact details]"),
    ("{Pm1|Priya}@lantern.example wrote", "[contact details] wrote"),
    ("see lantern.example/{Pm1|priya}", "see [contact details]"),
    ("the {Qs|only grower here} from {Ao1|Oxbow}", "the only grower here"),
    ("no names here at all", "no names here at all"),
    ("The {Ao1|Oxbow Friends} have written a form. @1", "The participating organization has written a form."),
    ("Our {Ao1|Oxbow} opened its door at night.", "Our organization opened its door at night."),
    ("our {Ao1|Oxbow} does so in Benin City", "our organization does so in Benin City"),
    ("Our {Ao1|Oxbow} volunteers keep a list.", "Our volunteers keep a list."),
    ("Her organization's {Ao1|Wage Tracker} already collects proofs.", "Her organization already collects proofs."),
    (
        "Being from {Qs=a participant|the only institution of its kind in this group}, she said no.",
        "As a participant, she said no.",
    ),
    ("His Eminence Sheikh {Ps1|Hassan} asked for a card.", "A participant asked for a card."),
    ("{Ao1|Oxbow} youngsters translate.", "A participating organization's youngsters translate."),
    ("{Ao1|Oxbow} city radio gives news.", "A participating organization's city radio gives news."),
]


@pytest.mark.parametrize(("raw", "wanted"), EXAMPLES)
def test_the_examples_of_the_design(raw, wanted):
    assert rewritten(raw) == wanted


@pytest.mark.parametrize(("raw", "wanted"), MORE)
def test_more_before_and_after(raw, wanted):
    assert rewritten(raw) == wanted


@pytest.mark.parametrize(("raw", "wanted"), EXAMPLES + MORE)
def test_nothing_is_left_doubled_or_orphaned(raw, wanted):
    made = rewritten(raw)
    assert not re.search(r"\b(\w+) \1\b|\(\s*\)|\[\s*\]|  | ,| \.(?!\w)|,,|^\s*[,;]", made), wanted
