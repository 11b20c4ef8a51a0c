"""What belongs to talking and not to what is said: greetings, fillers, forms of address, `she said` told twice."""

from __future__ import annotations

import re

from chatham.language.spelling import respelt
from chatham.synthesise.capitals import lettered
from chatham.synthesise.shorthand import written_out

__all__ = ["only_where", "told_once", "unfilled", "untalked"]

_GREETING = re.compile(
    r"^(?:(?:hi|hello|dear|good (?:morning|afternoon|evening)|greetings|namaste|salaa?m|shalom|bonjour|hola|jambo"
    r"|mabuhay|assalamu alaikum|thanks?(?: you)?(?: (?:so|very) much)?|thx|ty|ok|okay|lol|haha|well|yes but|yes|\+1"
    r"|sorry|um+|uh+|er+)(?:,? (?:all|everyone|everybody|friends|colleagues|(?:madam |mister |mr\.? |dear )?chair"
    r"|(?:madam |mr\.? )?moderator|sirs?|madams?|to (?:this|that)|another participant))?(?:[,!.:;…]+|\s[-–—])\s*"
    r"|(?:careful|wait|listen),? (?:dear |my )?(?:colleagues|friends),\s+"
    r"|(?:hi|hello) (?:all|everyone|everybody|friends|colleagues),? (?=[a-z])|(?:hi|hello|greetings) from"
    r" [^,:.;!]{3,30}[,:!.–-]\s*)+",
    re.I,
)
_POLITE = re.compile(
    r"\s\+1\b(?=[\s.;,!]|$)|^ok(?:ay)? (?=[a-z])|\b(?:pls|plz)\s+|,? \b(?:pls|plz)\b(?=[.!]|$)"
    r"|,? \bu(?:m|h)+\b,?(?= )"
    r"|,? \b(?:lol|haha)\b(?=[\s,.!)]|$)|(?<=[.!?]) *(?:thn?ks|thn?x|tks)[.!]*$",
    re.I,
)
# Whom somebody looks at while they speak.
_VOCATIVE = re.compile(
    r",? (?:my |dear |distinguished )*(?:friends|colleagues|brothers|sisters|ladies and gentlemen"
    r"|(?:madam|mister|mr\.?) (?:chair|chairperson|facilitator|moderator|president))(?=[.!?]|$)",
    re.I,
)
_FOR_THE_REPORT = re.compile(
    r"^(?:please )?(?:put|note|write|record|include|add|copy|paste) (?:it |this |that )?(?:down )?(?:in|into"
    r"|for) (?:the )?"
    r"(?:(?:chat|group|session|final|meeting) ?)?(?:report|record|minutes|notes|summary|chat)[,:;]? ",
    re.I,
)
# `A participant yes!!! in Kribi they have ...`, `A participant here. Need: ...`: a label, and what it says of itself.
_HERE = re.compile(
    r"^(?:an?|the|one|another) participant,? (?:yes|no|here|again|now|ok|okay|hi|hello)\b(?:[,!.:;…–—-]|\s[-–—])+\s*"
    r"(?:everyone quiet[,!.:;]\s*)?(?=\S)",
    re.I,
)
# What a note-taker puts before a point to say when or where it fell: nothing of it is content.
_WHERE_IT_FELL = re.compile(
    r"^(?:(?:and|ok|okay|so|then|quick|quickly|side|chat|but|good|bad|near|the|end|at|in|on|from|floor|somebody|someone"
    r"|said|says|concedes|adds|notes|argues|claims|warns|replies|answers|ok|one|another|last|next|new|late|later"
    r"|again|also|point|proposal|question|comment|that|this|was|were|is"
    r"|corridor|coffee|break|before|after|during|lunch|by|of|back|row|with|to|my|same|thing|as|above|earlier|it|think|i"
    r"|more|small|short|for|input|idea|message|voice|follow-up|followup|up|follow|reply|answer"
    r"|remark|addition|an?|session|meeting|added|add|write|down|note)\b[ ,]*){1,12}:\s+(?=\S)",
    re.I,
)
_ONLY_WHERE = re.compile(
    r"^(?:in|at|by|near|from|over|during|before|after|the|a|an|our|corridor|coffee|lunch|dinner|tea|break|stairs"
    r"|door|lift|bar"
    r"|terrace|garden|hall|lobby|back|row|end|side|table|later|earlier|still|machine|queue|,| )+[.]?$",
    re.I,
)
_SO_SAID = re.compile(r",? so (?:an?|the|another) participant(?=[.;]?$)")
# Who said it is told once, at the front: `..., a participant said, ...` is the note-taker's second telling.
_SAYING = (
    r"(?:(?:told|informed|reminded) (?:the|us|everyone)(?: (?:meeting|group|room|others))?|said"
    r"|noted|added|explained|stressed|felt|observed|recalled|reported|concluded|warned|found|remarked|considered"
    r"|thought|argued|insisted|recounted|related|held|maintained|admitted|estimated|believed|repeated|complained"
    r"|told|says|notes|adds|explains|feels|thinks|argues|insists|believes|warns|laughs|writes|wrote|laughed"
    r"|smiled|joked)"
)
_SAYING_SO = (
    r"(?:said|noted|added|explained|warned|stressed|recalled|observed|argued|insisted|recounted|reported|related"
    r"|remarked)"
)
_FINITE = r"(?:has|have|had|is|are|was|were|will|would|can|could|may|must|should|does|do|did)"
_TOLD_AGAIN = (
    (re.compile(rf", (?:a|the|one) participant {_SAYING}(?=,? (?:and|but|while|because|in|so)\b)"), ""),
    (re.compile(rf", (?:a|the|one) participant {_SAYING}, (?={_FINITE}\b)"), " "),
    (re.compile(rf"\b(?P<link>which|that|who), (?:a|the|one) participant {_SAYING}, "), r"\g<link> "),
    (re.compile(rf", (?:(?:a|the|one) participant|it was) {_SAYING}(?:, )"), ", "),
    (re.compile(rf", (?:he|she) {_SAYING_SO}, (?={_FINITE}\b)"), " "),
    (re.compile(rf", (?:he|she) {_SAYING_SO}, (?![“\"])"), ", "),
    (re.compile(r",? (?:said|noted|told|raised|proposed) by (?:a|the) participant(?=[.;”\"]|$)"), ""),
    (re.compile(rf",? {_SAYING} (?:a|the|one) participant,(?= (?!and\b|but\b))"), ""),
    (re.compile(r"^It was (?:noted|said|mentioned|reported|added|recalled) that (?=\S)"), ""),
    (re.compile(rf"^{_SAYING} (?:a|the|one) participant,? (?:and |but )?", re.I), ""),
    (re.compile(rf",? (?<![”\"] ){_SAYING} (?:a|the|one) participant(?=[.;])"), ""),
    (re.compile(rf", (?:a|the|one) participant {_SAYING}(?=[.;])"), ""),
    (re.compile(r"(?<!\bwhat)(?<!\bthat)(?<!\bhow)(?<!\bas)(?<!\bwhich)(?<!\bof) (?:he|she) says(?=[,.;])"), ""),
    (re.compile(r",[”\"] [“\"](?=[a-z])"), ", "),  # what stood between two halves of a quotation is gone
    (re.compile(rf"(?<=[\"”]), (?:he|she|the participant|a participant) {_SAYING}(?=\.?$)"), ""),
    (re.compile(r"(?<!\bwhat)(?<!\bthat)(?<!\bhow)(?<!\bas)(?<!\bwhich)(?<!\bof) the participant says(?=[,.;])"), ""),
)
# Without any of these there is nothing to take off: most sentences are read over quickly.
_MAY_BE_TOLD = re.compile(r"\bparticipant\b|^It was\b|, it was |\b(?:he|she|they) |,[”\"] [“\"]")
# `In my country, he said, ...`: who says `my` and who said it are one.
_SELF = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_SELF_TOLD = re.compile(rf", (?:he|she|they) {_SAYING}, ")
# `A participant, she came with another participant's union: ...` is a label too.
_CAME = re.compile(
    r"^(?:[Aa]|[Tt]he|[Oo]ne) participant, (?:I|he|she|they|who) (?:came|come|comes|joined|spoke|speaks|sits"
    r"|sat|is|was"
    r"|am) [^:.]{0,70}: (?=\S)"
)
# What a chat puts before an answer: the words that it answers, cut short.
_REPLYING = re.compile(r"^[Rr]eplying to (?:\"[^\"]*\"|“[^”]*”)\s*:?\s*")
# `a participant said, and I agree: ...`; `another participant it is the same`, to whom it was written.
_AGREEING = re.compile(
    r"^(?:an?|the|another) participant (?:said|says),? and (?:I|we) agree[:,] (?=\S)"
    r"|^in the words of (?:an?|the|another) participant[:,] "
    r"|^(?:an?|the|another) participant,? (?=(?:it|we|you|I|there) (?:is|are|was|were|am|has|have|had|do|did|can|will"
    r"|must|should|need|want|ask)\b)",
    re.I,
)
# `we, a participating organization, have`: once who spoke is gone, it says nothing.
_WE_WHO = re.compile(r"\b(?P<we>[Ww]e|I),? (?:as )?an? (?:participating organi[sz]ation|participant),? ")
_SMILE = re.compile(r"(?:[:;]-?[)(DPp](?=\s|$)|[\U0001F300-\U0001FAFF☀-➿️‍])")
# Marks of talk with which a sentence begins and which say nothing.
_FILLER = re.compile(
    r"^(?:(?:kindly|please) (?:note|be informed)(?: that)?|(?:very |quite )?(?:simply|briefly|frankly|honestly)"
    r"|in short"
    r"|to be (?:brief|short|honest|clear|frank)|let me be (?:clear|brief|frank|honest)|(?:well|look|listen|see|again"
    r"|anyway|basically|indeed)|also(?=[:;])|plus(?=[:;])|as (?:I|we) (?:have )?said(?: before| already)?|as"
    r" (?:you|we all) know"
    r"|you (?:know|see)"
    r"|I mean|I (?:would|must|have to) say|if I may(?: say so)?|one thing, short|one (?:last |more )?(?:thing"
    r"|point|word)"
    r"|for (?:your |the )?information|fyi|to start (?:us )?off|to begin with|first of all|full stop|seriously"
    r"|(?:all right|right|alright|ok|okay|fine|good|so|then|now))\s*(?:[,:.;]|[-–—])\s+(?=\w{2})",
    re.I,
)
_SPEAKING = re.compile(r"^(?:An?|The|Another) participant(?: \([^()]{1,40}\))?: (?=[A-Z])")  # a label inside a line
_LINKED = re.compile(r"^(?:And|Plus|and|plus) (?=[a-z])")
# `our volunteers of a participating organization`: whose they are is told by the first word.
_THEIR_OWN = re.compile(
    r"\b(?P<whose>(?:our|my|his|her|their) (?:[a-z]+ )?(?:volunteers?|members?|colleagues?|friends?|staff|team"
    r"|side|data"
    r"|figures?|lawyers?|mediators?|nurses|monitors|people)) (?:of|from"
    r"|at) an? participating organi[sz]ation\b(?!['’])",
    re.I,
)
# Months in small letters; of those that are other words too, only where a preposition and a mark or a year say so.
_MONTH = re.compile(
    r"\b(?:january|february|april|june|july|september|october|november|december)\b"
    r"|(?<=\b(?:in|by|of) )(?:may|march|august)(?=[,.;)]| \d{4}\b|$)|(?<=\d )(?:may|march|august)(?=[,.;)]| \d{4}\b|$)"
)
_LOOSE_COLON = re.compile(r"(?<=[a-z]) :(?= [a-z])")
_HONORED = re.compile(
    r"\b(?:the |our |my )?(?:esteemed|honou?rable|distinguished|eminent|learned|dear|venerable|M\.|Mr\.?|Mrs\.?|Ms\.?"
    r"|Mme\.?|Sheikh|Hajj?i|Ustaz)"
    r" (?=(?:an?|another|the) participant\b)",
    re.I,
)


def untalked(text: str) -> str:
    """A line without greetings, forms of address, shorthand and smileys.

    Args:
        text: One line, without its label.
    """
    text = _SMILE.sub("", text).strip()
    text = re.sub(r"!{1,}(?=\s|$)", "!", text)
    text = _SO_SAID.sub("", _FOR_THE_REPORT.sub("", _POLITE.sub("", _GREETING.sub("", text))))
    text = _WHERE_IT_FELL.sub("", _HERE.sub("", _AGREEING.sub("", _REPLYING.sub("", text))))
    if "particip" in text:
        text = told_once(_HONORED.sub("", _WE_WHO.sub(r"\g<we> ", _CAME.sub("", text))))
    else:
        text = told_once(text)
    text = _VOCATIVE.sub("", text)
    text = _MONTH.sub(lambda m: m[0].capitalize(), _THEIR_OWN.sub(r"\g<whose>", text))
    text = _LOOSE_COLON.sub(":", text)
    return " ".join(respelt(lettered(written_out(text))).split())


def unfilled(sentence: str) -> str:
    """Without the marks of talk at its front."""
    made = _SPEAKING.sub("", _AGREEING.sub("", _LINKED.sub("", sentence)))
    while (bare := _FILLER.sub("", made)) != made:
        made = bare
    return made[:1].upper() + made[1:] if sentence[:1].isupper() else made


def only_where(sentence: str) -> bool:
    """Whether a sentence only says where in the house something was said, as `Corridor, near the coffee.` does."""
    return _ONLY_WHERE.match(sentence) is not None


def told_once(text: str) -> str:
    """Without `the participant said` where it only says again who speaks."""
    if not _MAY_BE_TOLD.search(text):
        return text
    made = _SELF_TOLD.sub(", ", text) if _SELF.search(text) else text
    for pattern, instead in _TOLD_AGAIN:
        made = pattern.sub(instead, made)
    return made[:1].upper() + made[1:] if text[:1].isupper() else made
