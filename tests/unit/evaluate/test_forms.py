import pytest

from chatham.evaluate.corpus import LabelledNote, parse_marked
from chatham.evaluate.forms import Forms
from chatham.model.private import Facilitator, Participant, RawNote, Roster

FORMS = Forms(
    Roster(
        participants=(
            Participant(
                row=1,
                name="Lucía Ferrándiz Roig",
                aliases=("Chía",),
                organisation="Office of Port Workers",
                acronyms=("OPW", "Portwork"),
            ),
            Participant(row=2, name="Daw Thiri Nwe", organisation="Harbour Watch Foundation"),
            Participant(row=3, name="Suparno"),
        ),
        facilitators=(Facilitator(name="Amos Kiprono", working_group="WG1"),),
    )
)


def form(marked):
    text, (label,) = parse_marked(marked)
    note = LabelledNote(RawNote(id="n", text=text), (label,))
    return FORMS.of(note, label)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("⟦P:Lucía Ferrándiz Roig⟧", "full"),
        ("⟦P:Lucia Ferrandiz Roig⟧", "full"),
        ("⟦P:Suparno⟧", "full"),
        ("⟦P:Amos Kiprono⟧", "full"),
        ("⟦P:Ferrándiz Roig Lucía⟧", "reordered"),
        ("⟦P:Lucía⟧", "first word"),
        ("⟦P:Roig⟧", "last word"),
        ("⟦P:Ferrándiz⟧", "middle word"),
        ("⟦P:Lucía Roig⟧", "several words"),
        ("⟦P:Chía⟧", "alias"),
        ("⟦P:Lucía F.⟧", "word and initials"),
        ("⟦P:L. F. Roig⟧", "word and initials"),
        ("⟦P:LFR⟧", "initials"),
        ("⟦P:L.R.⟧", "initials"),
        ("⟦P:DTN⟧", "initials"),
        ("⟦P:Su parno⟧", "in pieces"),
        ("⟦P:lucía⟧", "lower case"),
        ("⟦P:LUCÍA⟧", "capitals"),
        ("Ms. ⟦P:Lucía⟧", "after an honorific"),
        ("Ms. ⟦P:Lucía Roig⟧", "several words"),
        ("⟦P:Supparno⟧", "misspelt"),
        ("⟦P:Ferandiz⟧", "misspelt"),
        ("⟦P:Bishal⟧", "not on the list"),
        ("⟦P:XY⟧", "not on the list"),
        ("⟦A:Office of Port Workers⟧", "full"),
        ("⟦A:office of port workers⟧", "lower case"),
        ("⟦A:OPW⟧", "acronym"),
        ("⟦A:O.P.W.⟧", "dotted acronym"),
        ("⟦A:opw⟧", "lower case"),
        ("⟦A:Portwork⟧", "short form"),
        ("⟦A:Port Workers⟧", "part of the name"),
        ("⟦A:HWF⟧", "derived acronym"),
        ("⟦A:Harbor Watch Foundation⟧", "misspelt"),
        ("⟦A:Safe Berth⟧", "not on the list"),
        ("⟦C:lucia@opw.example⟧", "e-mail"),
        ("⟦C:+60 3 5550 0177⟧", "telephone"),
        ("⟦C:https://opw.example/a⟧", "link"),
        ("⟦C:opw.example⟧", "link"),
        ("⟦C:@opw_port⟧", "handle"),
        ("⟦C:Suparno_final⟧", "other"),
        ("⟦Q:as the only docker⟧", "indirect"),
        ("⟦K:Fiji⟧", "content"),
    ],
)
def test_form_of_mention(marked, expected):
    assert form(marked) == expected
