"""Talk about the meeting itself: welcomes, thanks, where to write, who sums up. None of it is content.

A note that is nothing else is left out, and listed; a sentence of it inside a note goes, the rest stays.
"""

from __future__ import annotations

import re

__all__ = ["is_wrap_up", "without_housekeeping"]

_CONTACT = r"\[contact details\]"
_SENTENCE = re.compile(
    r"^(?:welcome (?:to|back|everyone|all|again)\b|good (?:morning|afternoon|evening)\b|thank(?:s| you)\b(?! to\b)"
    r"|(?:kind |best |warm )?regards\b.{0,20}$|(?:cheers|sincerely)\b.{0,20}$"
    r"|[^.;]{0,70}\b(?:chatham house rules?|rules? of chatham house)\b.{0,80}$"
    r"|apologies\b|see you\b|bye\b|next (?:session|meeting)\b|we (?:will )?(?:start|resume|break"
    r"|meet) (?:again|at|in)\b"
    r"|(?:please )?(?:put|type|write|post|send|leave|raise|mute|unmute|use|share) (?:your |the |any |all |more )?"
    r"(?:recommendations?|comments?|questions?|hands?|points?|inputs?|microphones?|chat"
    r"|address(?:es)?|names?|texts?|us|to|me)\b"
    r".{0,80}\b(?:here|chat|floor|e-?mail|below|at|by|contact details\]|me|us)\b"
    r"|(?:please )?(?:write|send|contact|reach|call|e-?mail) (?:to )?(?:me|us)\b"
    r"|(?:contact|photos?|link|slides?|more|details|info(?:rmation)?|e-?mail|phone|write us"
    r"|whats ?app)\b[^:.]{0,30}:\s*"
    rf"(?:{_CONTACT}|in the chat)"
    r"|an? participant should (?:please )?(?:leave|send|mute|unmute)\b"
    r"|(?:some(?:one|body)|one person|another participant) (?:typed|sent|posted|put up|put|clapped|laughed"
    r"|nodded)\b.{0,60}$"
    r"|(?:an?|the|she|he) ?(?:participant )?(?:then |also )?(?:asked|wanted) to (?:say|add|speak about|mention)"
    r" (?:one|some|a few|two) ?(?:more )?(?:things?|words?|something)\b.{0,40}$"
    r"|i (?:want|would like|wish) to (?:say|add) (?:something|one thing|a few words)\b.{0,40}$"
    r"|(?:(?:an?|the) participant|she|he|i|we) (?:will|would|shall|promised to|is going to|may) (?:\w+ )?(?:write to"
    r"|call|phone|ask|speak to|talk to|meet|send (?:it |this )?to|share (?:it |this |them )?with|tell)"
    r" (?:an?|another|the|other) (?:other )?(?:participants?|group|rapporteur|secretariat|facilitator"
    r"|chair)\b.{0,60}$"
    r"|(?:(?:an?|the) participant|she|he) (?:apologi[sz]ed|was sorry) for .{0,60}$"
    r"|the (?:chair|facilitator|moderator|rapporteur|co-chair) (?:thanked|reminded|apologi[sz]ed|gave the floor"
    r"|laughed"
    r"|left the chair|took the chair|called (?:a|the) break|noted the time|muted|closed|opened|promised)\b"
    r".{0,140}$"
    r"|[^.]{0,60}\b(?:spell(?:s|ed|t)?|pronounc\w+|mispronounc\w+"
    r"|call(?:ed)? me)\b[^.]{0,60}\bparticipant\b[^.]{0,30}$"
    r"|[^.]{0,40}\bparticipant\b[^.]{0,40}\b(?:spell(?:s|ed|t)?|pronounc\w+)\b[^.]{0,40}$"
    r"|(?:I am|I['’]m|we are|this is|it is) (?:the|a|another) participant\b[^.]{0,40}$|(?:I"
    r"|we) only visit this group\b[^.]{0,20}$"
    r"|(?:an?|the) participating organi[sz]ation(?:['’]s)? ?(?:position|view|statement|words|opinion)?[.;]?$"
    r"|(?:i|we|she|he|they|(?:an?|the) participant) (?:will|shall|hopes? to|hoped to|would|promises? to|promised to"
    r"|wants? to|wanted to|would try to) (?:be|keep it|remain) (?:very |as )?(?:short|brief|quick)\b.{0,30}$"
    r"|(?:the|a) (?:whole )?(?:room|table|group|meeting|audience|hall|plenary) (?:was|fell|went|stayed|laughed"
    r"|applauded"
    r"|nodded|murmured|clapped|smiled|agreed)\b.{0,40}$|(?:there was )?(?:general |some |much )?(?:laughter|applause"
    r"|silence)\b.{0,40}$"
    r"|(?:people|everybody|everyone|someone|somebody|several|many|all|we|they|a person[^.]{0,40}|(?:an?|another|the)"
    r" participant[^.]{0,40}) (?:clap|laugh|nod|applaud|smil|giggl|cheer|raised (?:his|her|their"
    r"|a) hand)\w*\b.{0,60}$"
    r"|(?:an?|the|this) (?:participant|speaker) (?:was|came|is) (?:the )?(?:last|first|next|second|third"
    r"|final)\b.{0,40}$"
    r"|(?:an?|the|the next|the last) (?:participant|speaker) (?:was heard|did not read|spoke from notes"
    r"|read from)\b.{0,60}$"
    r"|[^.;:]{0,40}\bparticipant\b[^.;:]{0,40}\b(?:on (?:no|nobody['’]s|the|our|any) list|had not registered"
    r"|without a badge"
    r"|was not registered|(?:had )?(?:joined|came in|connected|dialled in) (?:by|over|via|through|from) (?:tele)?"
    r"(?:phone|zoom|video|link|the corridor))\b[^.]{0,30}$"
    r"|(?:an?|the) participant (?:ended|opened|closed|concluded|began|chaired) the (?:session|meeting"
    r"|discussion|round|day)"
    r"(?: (?:with|by) (?:thank|welcom|greet|word)\w*.{0,160})?[.]?$"
    r"|(?:and )?(?:one|a)? ?(?:more|last|final|small) (?:thing|point|word|one)? ?(?:from (?:me|us|my side)"
    r"|from (?:an?|the)"
    r" participant)\b.{0,60}$|(?:i|we) (?:can )?(?:only )?(?:confirm|agree|second|support"
    r"|repeat)(?: with)? (?:it|this|that"
    r"|everything|what (?:was|has been) said)\b[^,;:]{0,30}[.:]?$"
    r"|if (?:you|any(?:one|body)) (?:want|need)s? (?:a |the |more )?(?:cop(?:y|ies)|details?|slides?|more|it"
    r"|them)\b.{0,60}$"
    r"|(?:the person|the participant|she|he|i|we) (?:then )?(?:had to|must|needs? to) (?:stop|leave|go|drop off"
    r"|hang up)\b.{0,100}$"
    r"|(?:the|an?) participant(?:['’]s \w+)? had (?:by then |already )(?:left|gone)\b.{0,30}$"
    r"|i (?:will|can|would) (?:put|take|note|write) (?:that|it|this) (?:on|down|in|up)\b.{0,80}$"
    r"|(?:the|an?) participant(?:['’]s \w+)? (?:gave|offered|handed|brought) the (?:rapporteur|chair|group"
    r"|interpreter)\b"
    r".{0,60}$"
    r"|(?:an?|the|she|he|they|one) ?(?:participant )?thanked\b.{0,200}$"
    r"|(?:an?|the|she|he|they|one|i|we) ?(?:participant )?(?:also |then )?(?:ask(?:s|ed)?|wish(?:es|ed)?|want(?:s|ed)?"
    r"|would like)"
    r" (?:that |for )?(?:the|this) (?:note|report|summary|minutes|record|rapporteur) (?:to )?"
    r"(?:reflect|record|mention|note|show|state"
    r"|say)s?(?: (?:this|that|it|so))?\W*$"
    r"|[^.;:\d]{0,120}\b(?:spoke|speaking) (?:for|on behalf of) (?:an?|another"
    r"|the) (?:participating organi[sz]ation|person"
    r"|participant)\W*$"
    r"|(?:(?:an?|the|another|one) participant|she|he|the (?:chair|facilitator|moderator|rapporteur)) (?:then "
    r"|also )?(?:intervened\b"
    r"(?: with| again| briefly| once| for)?|allowed (?:him|her|them)sel(?:f|ves) (?:an?|one|the"
    r"|another) (?:brief |short )?(?:remark"
    r"|comment|word|question|observation)|concur(?:s|red)|could report (?:some|the|one|a little) (?:good"
    r"|bad)(?:er|better)? news"
    r"|(?:preferred|wished|wanted) to say so)\b[^.;:\d]{0,40}\W*$"
    r"|(?:i|we) (?:was|were|am|are) (?:very )?(?:surprised|struck|moved|touched|impressed) by (?:this|that"
    r"|it)(?: one)?\W*$"
    r"|(?:i|we) (?:think|believe) (?:she|he|they|the participant) (?:was|were) (?:a bit |a little |rather )?emb\w+\W*$"
    r"|(?:numbers?|figures?|facts?|examples?|an example|a story),? (?:since|because|as) (?:i|we) (?:was|were|am"
    r"|are) asked\W*$"
    r"|(?:proposed|raised|said|seconded|supported|asked|noted) by (?:an?|the|another|two|several"
    r"|some) participants?\W*$"
    r"|(?:good practices?|challenges?|recommendations?|progress|resources?|needs?)(?: ?\([^()]{1,30}\))?\W*$"
    r"|(?:i|we) (?:registered|came|joined|arrived) late\W*$"
    r"|(?:another|the other) participant (?:knows|is right|was right|can confirm)(?: (?:it|this|that))?\W*$"
    r"|(?:(?:i|we) (?:am|are) )?(?:very )?sorry to (?:be|repeat|insist|interrupt|come back)\b[^.;:\d]{0,40}\W*$"
    r"|(?:i|we) (?:have to|must|can only|do|fully|also) (?:agree|disagree) with (?:an?|another"
    r"|the) (?:other )?participants?\W*$"
    r"|(?:several|many|others|some|two|both|all)(?: participants)? (?:said|say|repeated|confirmed) (?:this|that"
    r"|it|so|the same)\W*$"
    r"|drafts? (?:go|to)\b|notes go to\b|typing by\b|(?:one |the )?(?:link|slides|document|text"
    r"|paper|draft)s? (?:is|are)"
    r" (?:here|(?:now )?(?:in|posted in) the chat)\b)",
    re.I,
)
_WHERE_TO = re.compile(
    rf"[,;:–—-]? ?\b(?:e-?mail|mail|tel(?:ephone)?|phone|whats ?app|write|contact|call)\.?:? {_CONTACT}"
    rf"(?: ?(?:/|,|or|and) ?(?:e-?mail|mail|tel(?:ephone)?|phone|whats ?app)?\.?:? ?{_CONTACT})*(?=[.;]?$)",
    re.I,
)
_ANYWHERE = re.compile(
    rf"\b(?:(?:is|are|was|were|posted|shared|put|pasted) in the chat\b"
    r"|(?:put|posted|shared|left|pasted) (?:an? |the |her |his |their )?(?:link|text|slides|paper|file) (?:in|into)"
    r" (?:the )?chat\b"
    rf"|write to (?:me|us)\b"
    rf"|can be reached (?:on|at)\b"
    rf"|written input\b.{{0,60}}\bcan be sent\b|(?:offered|posted|shared|sent) [^:.]{{0,50}}:\s*{_CONTACT})",
    re.I,
)
# `can send a message to [contact details]`: that there is an address is content, which one is not.
_TO_CONTACT = re.compile(rf"(?P<sent>\b(?:send|sends|sent|forward|forwards) [^.;]{{3,80}}) to {_CONTACT}(?=[.;]?$)")
# Where it can go without harm: between commas, in brackets, or at the end after a mark.
_APART = re.compile(
    rf",\s*{_CONTACT}\s*,|\s*\(\s*{_CONTACT}\s*\)|\s*[:,;–—-]\s*{_CONTACT}(?:(?:,| or| and)\s*{_CONTACT})*(?=[.;]?$)"
)
_PLACEHOLDER = re.compile(r"\[(?:contact details|file|link)\]")
_PIECE = re.compile(r"(?<=[,;:–—])(?=\s)|(?=\s[-–—]\s)|(?<=[.!?])(?=\s)")
_WRAP_UP = re.compile(
    r"^\W*(?:wrap[- ]?up\b|summing up\b|(?:facil(?:itator)?|chair|moderator"
    r"|rapporteur)\b\.?(?: of [\w ]+)? (?:sum(?:s|med)"
    r" up|wrap(?:s|ped) up|clos(?:es|ed)|summari[sz]e[sd])|end[,:.] \d{1,2}[.:]\d\d\b"
    r"|(?:an?|the|one) (?:participant|facilitator|chair|moderator) (?:closed|opened|wrapped up|summed up)"
    r"(?: the (?:session|meeting|round|group|discussion))?\b[ :,.])",
    re.I,
)


def is_wrap_up(text: str) -> bool:
    """Whether a note is somebody's summing up, closing or opening of a session.

    Args:
        text: As anonymised.
    """
    return _WRAP_UP.match(text) is not None


def without_housekeeping(sentence: str) -> str:
    """The sentence without places to write to; empty if it is about the meeting itself.

    Args:
        sentence: One sentence, or one item of a list.
    """
    bare = sentence.strip()
    if _SENTENCE.match(bare) or _ANYWHERE.search(bare):
        return ""
    if not _PLACEHOLDER.search(bare):
        return sentence
    kept = _TO_CONTACT.sub(r"\g<sent>", _APART.sub("", _WHERE_TO.sub("", bare))).strip()
    if _PLACEHOLDER.search(kept):  # `..., ask her at [contact details]`: the piece between marks goes
        kept = "".join(piece for piece in _PIECE.split(kept) if not _PLACEHOLDER.search(piece)).rstrip(" ,;:–—-")
    if len(re.findall(r"[^\W\d_]{3,}", kept)) < _FEWEST_WORDS:
        return ""
    return kept


_FEWEST_WORDS = 4
