"""Sentences that are beside the point: the speaker announcing a sentence, presenting themselves, asking not to be
quoted; the room's smiles and promises; the note-taker's notes to self. They go where the note says something else.

Each is known by its shape and by closed lists of words: a sentence with a figure, or with a word of content where the
shape has room for none, stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chatham.synthesise.talk import only_where

__all__ = ["without_asides"]

_SO = (
    r"(?:(?:and|but|so|now|also|well|first|then|again|finally|here|thus|therefore|as [^,]{3,40},"
    r"|as [^,:;]{1,40}?(?= (?:I|we)\b))\s*,? )*"
)
_VAGUE = (
    r"(?:you|it|this|that|these|those|them|us|me|something|one|two|three|a|an|few|more|last|only|just|thing|things|word"
    r"|words|what|how|why|where|which|when|for|from|about|with|the|of|to|at|in|on|by|my|our|we|i|he|she|they|others?"
    r"|numbers?|figures?|facts?|story|stories|example|examples|case|here|now|today|briefly|point|points|remarks?"
    r"|question|questions|session|floor|room|turn|time|minutes?|seconds?|second|short|quick|small|brief|own|same|as"
    r"|again|too|also|plainly|clearly|openly|honestly|simply|little|bit|be|is|was|were|do|did|have|had|has|not|been"
    r"|everyone|everybody|all|colleagues?|friends?|members?|country|speak\w*|sa(?:y|ys|id)|tell|told|chair|moderator"
    r"|if|may|can|because|and|or|but|so|rude|frank|brutal|blunt|personal|allowed|asked|kindly|please|rapporteur|since"
    r"|organization|participant)"
)
_ANNOUNCES = re.compile(
    rf"^{_SO}(?:(?:I|we) (?:will|shall|would(?: like to| want to)?|want(?:ed)? to|wish to|am going to|have to|must|can"
    r"|may|might|should|allow myself|ask to|leave the chair|asked to|am asked to)\b|let me\b|allow me\b|permit me\b"
    r"|may I\b|if I (?:may|might|am allowed|can)\b|(?:I|we) (?:speak|say|repeat|add|tell|mention|give|begin|start|close"
    rf"|end|finish|stop)\b|forgive me\b|excuse me\b|bear with me\b)(?:[ ,;:–-]+{_VAGUE})*"
    r"(?: (?:tell|say|speak|talk|add|repeat|explain|show|give|mention|share|begin|start|finish|end|stop|close|come"
    r"|come back|answer|react|respond|comment|read|visit|listen|describe|confess|admit|remark|put it|note|quote|printed"
    rf"|buys?|means?|found|saw|heard|learned|learnt|did))?(?:[ ,;:–-]+{_VAGUE})*[.!…]?$",
    re.I,
)
# `I am a participant and I say only this`, before a colon.
_SPEAKS_UP = re.compile(
    r"^I am (?:an?|the) [\w -]{3,40} and (?:I )?(?:will |want to |wish to )?(?:say|ask|add) (?:only |just )?"
    r"(?:this|one thing|it)(?: only)?$",
    re.I,
)
_EXCLAIMS = re.compile(
    r"^(?:(?:but|and|so|now|just|really),? )?(?:listen|look|imagine|mind you|believe me|trust me|think about it"
    r"|seriously"
    r"|(?:the )?(?:last|first|next|second|final) (?:thing|point|note)(?: that)? (?:I|we) (?:wrote|noted|have"
    r"|had|heard|wrote down)"
    r"|(?:(?:then )?(?:the|a|an|one) participant (?:said|says) )?(?:now )?(?:the )?(?:good|bad) news(?: first"
    r"| now| last)?"
    r"|(?:I|we) (?:want|would like|need|ask for) (?:only )?(?:one|a|this) (?:sentence|line|word"
    r"|paragraph) in the (?:report|note|summary)(?:,? (?:and )?(?:here it is|it is this))?"
    r"|one thing that (?:goes|went|works|worked|is going) (?:right|well|wrong)|then a story"
    r"|exactly|simple|period|full stop|enough|voilà|anyway|that is all|that is it|that was all|so there|not funny"
    r"|sorry|no joke|write (?:it|this|that) down|please note(?: this| it)?|that is (?:my|our|the|her|his|their)"
    r" (?:point|question|message|ask|experience|story)|chair|madam chair|mister chair|thank you(?:,? chair)?|yes|no|ok"
    r"|okay|here|there|nothing more|go ahead|please (?:continue|go on|go ahead)|continue|next|same|next speaker|not"
    r" me|over to"
    r" (?:you|us)|(?:the )?same (?:here|there|thing|(?:for|with|in|at|as) (?:us|ours?|me|mine|them|my \w+|our"
    r" \w+|before|above))"
    r"|[^,;:]{0,50}, (?:thank you|thanks)(?: all| everyone| chair)?|me too|us too|so did we|so do we)[.!…]?$",
    re.I,
)
_PRESENTS = re.compile(
    r"^(?:as [^,]{3,60}, )?(?:I am|I was|I have been|I became|this is) (?:\w+ly |just |only |also |myself |still "
    r"|now )?(?:an?|the|one of the|from|here (?:as|for|with)|born|another)\b[^.;:?]*[.!]?$"
    r"|^(?:I|we) speak (?:here |today |only )?as an? [^.;:?]{3,70}$"
    r"|^(?:my|his|her|their|the participant['’]s) (?:real |first |last |family )?name (?:is|means|was|comes)\b[^.]*\.?$"
    r"|^(?:the participant|he|she) (?:is|was) (?:an?|the|\w+ of) [^.;:?]*\bparticipant\b[^.;:?]*\.?$"
    r"|^(?:another|a) person is my name\b.*$"
    r"|^(?:I|we) (?:only |just )?(?:chair|moderate|facilitate|take notes)(?:, so\b[^.;:\d]{0,40}| here| today)?\W*$"
    r"|^(?:I|we) (?:do not|don['’]?t|would rather not|prefer not to|will not|cannot)"
    r" (?:want to |wish to |like to )?(?:give|say|tell)"
    r" (?:my|our) names?\b[^.;:]{0,40}$"
    r"|^(?:(?:hi|hello|sorry),? )*(?:I|we) (?:was|were|am|are)(?: not|n['’]t) registered\b[^.;:]{0,80}$"
    r"|^may I (?:answer|reply to|respond to|react to) (?:an?|another|the|this|that)\b[^.;:\d]{0,30}$",
    re.I,
)
_NOT_TO_BE_QUOTED = re.compile(
    r"\b(?:do not|don['’]?t|nobody|never|not to|or|must not|should not) (?:please |ever )?(?:be )?(?:quoted?(?: me| us"
    r"| by| this| that| it|\.|$)|attribute (?:this|that|it)|(?:name|minute|record|mention) (?:me|us|my|our)\b"
    r"|write (?:down )?(?:my|our) names?)|\boff the record\b|^(?:this is )?(?:strictly )?between us\b"
    r"|\bstays? in (?:the|this) room\b|\bnot for the (?:minutes|report|record|notes|summary)\b",
    re.I,
)
_LONG_QUOTED = 14  # words
_NOTE_TO_SELF = re.compile(
    r"^\W*(?:(?:to )?(?:check|verify|confirm|double-check|clarify|look up|see|cf|compare|ask)\b[.:]?"
    r"(?: (?:with|w|again|back|him|her|them|this|that|the|it|spelling|figures?|number|date|name|recording|slides?"
    r"|minutes|notes?|above|below|source|later|rec|recommendation|also|under|in|on|at|for|point|annex|other|group"
    r"|participant|a|another|text|law))*\W*$"
    r"|ask (?:a|another|the) (?:person|participant|colleague)\W*$|see (?:rec|recommendation|above|below"
    r"|also|point|note|annex|objective|group|the other|next|my|our)\b.{0,50}$"
    r"|(?:I |we |note-?taker )?(?:missed|did not (?:catch|get|hear|note|follow)|didn['’]?t (?:catch|get|hear|note)"
    r"|could not (?:hear|follow|catch)|couldn['’]?t (?:hear|follow|catch)|lost)"
    r" (?:the |a |some |this |that |his |her |their |most |part |what |who |it|everything|connection|last |first |rest"
    r"|end|name|number)[^.;]{0,50}$"
    r"|(?:I (?:underlined|noted this|wrote this|may have misheard|am not sure (?:I|this|who|if|whether)"
    r"|think (?:this"
    r" was|it was (?:him|her|a participant|the))|am not certain)|not sure (?:who|if|I|whether|this is right|about)"
    r"|(?:in|from|according to) my notes|my (?:translation|emphasis|paraphrase|words|summary|pen)|sound (?:was )?(?:bad"
    r"|poor)|bad (?:line|connection|sound)|illegible|inaudible|unclear|sic|tbc|verbatim|not verbatim|paraphrased"
    r"|word for word|rest (?:of|is) (?:the |this )?(?:page|missing|illegible|note)|stuff about|etc)\b[^.;]{0,60}$)"
    r"|^(?:more )?(?:details?|figures?) (?:later|tomorrow|to follow|in the annex)\W*$"
    r"|\b(?:I (?:underlined|wrote) (?:this|it|that)|write my (?:thesis|report|paper|essay)|I learned a new word)\b",
    re.I,
)
_WHO = (
    r"(?:(?:(?:an?|the|one|another|two|three|several|some|other|third"
    r"|fourth|second|first|last|further|next) )+(?:participants?|speakers?|colleagues?)"
    r"|others?|everyone|everybody|somebody|someone|the (?:room|chair|facilitator|moderator|rapporteur|whole room|table)"
    r"|he|she|they|I|we)"
)
_IN_THE_ROOM = re.compile(
    rf"^(?:and |then |at this |here )*{_WHO}(?: (?:then|also|all|both|only|kindly|too|again|just|finally|briefly))*,? "
    r"(?:smil\w+|laugh\w*|nodd?\w*|wav\w+|clapp?\w*|shook|shakes?|whisper\w*|jok\w+|teas\w+|(?:was|were) teased"
    r"|congratulat\w+|thank\w*|blush\w*|sigh\w*|cried|wept|left the|stood up|sat down|raised (?:a|his|her|their) hand"
    r"|took the floor|came in|arrived late|joined|passed the|moved to the next|left (?:her|his|their|a) (?:number|card"
    r"|address|phone|e-?mail)|promis\w+ (?:it|to (?:send|share|circulate|write|bring))|undertook to|offer\w* to"
    r" (?:send|share"
    r"|circulate|bring)|typed in|thought so too|seconds? (?:it|this|that)|confirm\w* (?:it|this|that|the)|said it twice"
    r"|repeated it|said (?:it|so) (?:again|twice|too)|did not say|would not say|spoke in [A-Z]\w+|reads? from|chairs\b"
    r"|presid\w+|was (?:absent|heard|last|next|late|sitting|seated|standing)|disagrees?\.?$|agrees?\.?$|applaud\w*"
    r"|looked (?:at|up|down|round)|took (?:some|a little|a long) time to read|pointed at|kept silent"
    r"|fell silent|went quiet|had to (?:leave|go)|asked for"
    r" the floor"
    r"|asked (?:the|an?|another) participants? to (?:write|put|send|repeat|speak|stop|come|share)|gave (?:the|way)"
    r"|call\w* (?:it|this) a day|wished (?:everyone|us|all)|wanted to (?:leave|visit|see it)|would like to visit"
    r"|did not react|did not reply|made no comment|asks? for the (?:text|paper|slides?|link|document)|has the"
    r" pdf|(?:will|would|shall) (?:share|send|circulate"
    r"|check|follow up)|(?:suggested|proposed|had|made|raised)"
    r" (?:a|one|two) (?:simple |small |short |quick |practical |brief )?(?:things?|points?|ideas?|remarks?|questions?"
    r"|comments?|suggestions?|proposals?)(?=\W*$)|showed (?:a|the) (?:photo|photograph|picture"
    r"|video|slide)"
    r"|closed with|ended with|held up|was asked to (?:stop|repeat|speak|be))\b[^:]*$",
    re.I,
)
_HEADCOUNT = re.compile(
    r"\b(?:(?:called to order|adjourned|rose at \d|resumed at \d|opened at \d|presiding|facilitating)\b"
    r"|(?:last chance|deadline) (?:to|for) (?:edit|comment|write)\w*\b|\d{1,2}[:.]\d\d\b.{0,24}\btime\b"
    r"|\d+ (?:people |persons |participants )?(?:here$|in"
    r" (?:the )?room|online|present|on (?:the )?(?:call|line|screen|zoom))\b)|^plan: ",
    re.I,
)
_REACTION_AT_END = re.compile(
    r"(?:,|;| [-–—])(?: (?:and|but))? (?:others?|everyone|everybody|the room|somebody|someone|he|she|(?:the|a|another)"
    r" participant)"
    r" (?:all )?(?:smiled|laughed|nodded|applauded|clapped|agreed|shook (?:his|her|their) head|(?:did|would) not say"
    r" (?:which|who|where|when|why)|promised to (?:send|share|circulate)\b[^,;]*|undertook to\b[^,;]*"
    r"|(?:will|would) (?:send|share|circulate)\b[^,;]*|left (?:her|his|their) (?:number|card|address)[^,;]*)(?=\.?$)",
    re.I,
)
_HANDLE = re.compile(r"(?<![\w.])@\w+")
# Whether the line is open, and words of welcome in other tongues.
_TESTING = re.compile(
    r"\b(?:you are (?:on mute|muted|frozen)|participa(?:nt|ting organi[sz]ation) means"
    r"|you (?:have|asked for|may take|wanted) the floor)\b"
    r"|^(?:(?:can|could|do) (?:you|everyone|anyone|people) (?:all )?(?:hear|see) (?:me|us|it|the)\b|(?:am I|are we)"
    r" (?:audible|on|muted|live)\b|(?:is )?(?:this|it|the mic\w*) (?:working|on)\b"
    r"|(?:sorry )?(?:my|the|our|his|her|their) (?:video|camera|mic\w*|sound|audio|line|connection|screen) (?:is"
    r"|was|keeps|has)\b[^.;:]*$"
    r"|(?:I am|we are|I) (?:call|connect|join|speak|typ|dial)\w* (?:in )?(?:from|by|via|on|through|for"
    r" another)\b[^.;:]*$"
    r"|(?:(?:I am|we are) )?(?:very )?sorry (?:for|about) (?:the|my|our)\b|(?:I|we) (?:only|just) visit\b"
    r"|(?:ok(?:ay)? )?(?:they|we) (?:have )?started$|(?:bonjou|bom dia|boa tarde|buen[ao]s|sal[au]a?m"
    r"|marhaba|habari|karibu|sawubona|mbote|kia ora|talofa|malo|bula"
    r"|vanakkam|xin ch[aà]o|merhaba|salut|ciao|ol[aá]|selam\w*|privet|dobr\w+)\b(?: [^\W\d_]+){0,4}$)",
    re.I,
)
_PARTICIPANT = re.compile(r"\bparticipants?\b", re.I)
_CROWD = 3
_DIGIT = re.compile(r"\d")
# Words that are English nowhere, and frequent where they come from: a sentence with two of them is in another tongue.
_FOREIGN = frozenset(
    """
    le les des du une est pas nous vous je il elle dans pour avec chez sur que qui et mais oui merci désolé désolée même
    el los las una por para con pero muy más gracias sí también está son del nosotros
    os uma não com para muito obrigado obrigada mas também
    der das und nicht ist ein eine wir sie ich aber danke auch mit
    asante sana ahsante shukran shukria dhanyabad salamat
    """.split()
)
_ENGLISH = frozenset(
    "the a an of to in is are was were and that for on with not we they it at by from have has".split()
)
_WORDS = re.compile(r"[^\W\d_]+")


def without_asides(sentences: Sequence[str]) -> list[str]:
    """Sentences without those beside the point; where nothing else would be left, all that say anything.

    Args:
        sentences: Of one note, finished.
    """
    bare = [_unannounced(_REACTION_AT_END.sub("", sentence)) for sentence in sentences]
    kept = [sentence for sentence in bare if not _is_aside(sentence)]
    return kept or [sentence for sentence in bare if not _is_noise(sentence.strip("[]().!… "))]


def _unannounced(sentence: str) -> str:
    """`I will be brief: the fee is high` without what announces it."""
    before, colon, rest = sentence.partition(": ")
    if not colon or "“" in before or '"' in before or _DIGIT.search(before):
        return sentence
    if not any(shape.match(before) for shape in (_ANNOUNCES, _PRESENTS, _EXCLAIMS, _SPEAKS_UP)):
        return sentence
    return rest[:1].upper() + rest[1:]


def _is_aside(sentence: str) -> bool:
    plain = sentence.strip("[]().!… ")
    if _is_noise(plain) or _PRESENTS.match(plain) or _is_foreign(plain):
        return True
    if len(plain.split()) <= _LONG_QUOTED and _NOT_TO_BE_QUOTED.search(plain):
        return True
    if _DIGIT.search(plain):
        return False
    if _ANNOUNCES.match(plain) or _IN_THE_ROOM.match(plain):
        return True
    return len(_PARTICIPANT.findall(plain)) >= _CROWD and "disagree" not in plain


def _is_noise(plain: str) -> bool:
    """Whether it says nothing even where it is all that a note says."""
    shapes = (_HANDLE, _HEADCOUNT, _NOTE_TO_SELF, _TESTING)
    return any(shape.search(plain) for shape in shapes) or only_where(plain) or _EXCLAIMS.match(plain) is not None


def _is_foreign(sentence: str) -> bool:
    words = [word.casefold() for word in _WORDS.findall(sentence)]
    if any(word in _ENGLISH for word in words):
        return False
    return sum(word in _FOREIGN for word in words) > 1 or (
        len(words) > 1 and words[0] in _FOREIGN and not sentence.isascii()
    )
