from hypothesis import given, settings
from hypothesis import strategies as st

from chatham.anonymise import spans
from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.operator import anonymised
from chatham.anonymise.replace import plan
from chatham.model.private import Kind

WORDS = st.sampled_from(
    [
        *"the Ms. Sr. Priya Raman from of at (Lantern) , : . and & / - said colleague The office [ ] 's We I".split(),
        *"thanks! A widow, named 12:30 From to Everyone: priya@lantern.example https://x.example @p n.docx 😀".split(),
        "\n",
        "\u200d",
        "\u2028",
    ]
)
TEXTS = st.one_of(st.lists(WORDS, min_size=1, max_size=14).map(" ".join), st.text(min_size=1, max_size=40))
KEYS = st.frozensets(st.one_of(st.integers(1, 4), st.sampled_from(["priya", "rose"])), max_size=2)


@st.composite
def notes(draw):
    text = draw(TEXTS)
    found = []
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, min(len(text), start + 12)))
        kind = draw(st.sampled_from(list(Kind)))
        phrase = draw(st.sampled_from([None, "a participant", ""])) if kind is Kind.INDIRECT else None
        role = draw(st.sampled_from(list(Role)))
        found.append(Mention(start, end, kind, role, draw(KEYS), "drawn", 1.0, "drawn", phrase))
    return text, found, draw(KEYS)


@settings(max_examples=400, deadline=None)
@given(notes())
def test_edits_are_disjoint_and_cover_every_mention(note):
    text, found, speaker = note
    edits = plan(text, found, speaker=speaker)
    assert spans.ordered(edits, within=len(text))
    gone = {i for e in edits if e.replacement is not None for i in range(e.start, e.end)}
    for mention in found:
        if mention.kind is not Kind.INDIRECT:
            assert all(i in gone for i in range(mention.start, mention.end) if text[i].isalnum())


@settings(max_examples=150, deadline=None)
@given(notes())
def test_presidio_and_our_arithmetic_agree(note):
    text, found, speaker = note
    edits = plan(text, found, speaker=speaker)
    assert anonymised(text, edits) == spans.apply(text, edits)


@settings(max_examples=100, deadline=None)
@given(notes())
def test_the_order_of_mentions_does_not_matter(note):
    text, found, speaker = note
    assert plan(text, found, speaker=speaker) == plan(text, list(reversed(found)), speaker=speaker)
