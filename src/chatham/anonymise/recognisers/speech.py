"""Words that say somebody speaks, and words that stand for somebody."""

from __future__ import annotations

__all__ = ["COLLEAGUES", "REPORTING", "ROLES", "inflect"]


def inflect(stems: str) -> frozenset[str]:
    """Regular verbs in the forms that follow a name.

    Args:
        stems: Parted by spaces.
    """
    forms: set[str] = set()
    for stem in stems.split():
        if stem.endswith("e"):
            forms |= {stem, stem + "s", stem + "d", stem[:-1] + "ing"}
        elif stem.endswith("y") and stem[-2] not in "aeiou":
            forms |= {stem, stem[:-1] + "ies", stem[:-1] + "ied", stem + "ing"}
        elif stem.endswith(("s", "sh", "ch", "x")):
            forms |= {stem, stem + "es", stem + "ed", stem + "ing"}
        elif stem[-1] in "tndmpgr" and stem[-2] in "aeiou" and stem[-3] not in "aeiou":
            forms |= {stem, stem + "s", stem + "ed", stem + "ing", stem + stem[-1] + "ed", stem + stem[-1] + "ing"}
        else:
            forms |= {stem, stem + "s", stem + "ed", stem + "ing"}
    return frozenset(forms)


REPORTING = inflect(
    """
        ask add note stress explain argue propose recall report mention recommend suggest remark request reply answer
        respond state point warn urge thank describe emphasize emphasise highlight underline underscore reiterate repeat
        share observe comment claim complain admit agree disagree concur confirm clarify conclude continue call question
        criticize criticise regret welcome congratulate insist object offer present introduce inform remind raise touch
        reflect echo support second endorse demand appeal promise express outline elaborate acknowledge
        advocate advise caution challenge summarize summarise intervene interject invite joke jump join
        chair moderate facilitate want wish wonder hope believe think feel worry nod laugh volunteer
        prefer refuse doubt accept oppose decline favour favor
        """
) | frozenset(
    """
    said says say saying told tells tell telling spoke speaks speak speaking thought thinks felt feels meant
    means wrote writes write writing asks asked put gave gives made makes took takes brought brings drew draws
    summed sums went closed closes opened opens came comes rang apologized apologised left cut began begins
    referred refers referring stressed adds read reads sent sends quoted quotes cited cites kept showed shows
    typed types posted posts dialled agreed planned committed submitted stopped
    """.split()
)
"""Verbs with a person for their subject, in the forms that follow a name."""

COLLEAGUES = frozenset(
    """
    colleague colleagues coworker friend friends assistant interpreter translator deputy director coordinator
    facilitator moderator chair chairperson cochair rapporteur speaker panellist panelist participant
    representative representatives rep delegate member members officer official staff staffer team person woman
    man lady gentleman volunteer intern lawyer counsel researcher professor journalist reporter secretary
    president spokesperson observer expert consultant manager founder head focal point
    """.split()
)
"""Nouns that stand for somebody who is there, before a name or after an organisation."""

ROLES = frozenset(
    """
    facilitator facil moderator mod chair chairing cochair co rapporteur speaker host note taker walk in walkin
    guest interpreter translator participant observer panellist panelist the a an by of from for and again later
    cont continued online remote chat to everyone all q unidentified unknown inaudible anonymous unnamed several group
    plenary floor audience caller voice person someone somebody male female man woman no name
    """.split()
)
"""Words that may stand in a speaker's label beside the name."""
