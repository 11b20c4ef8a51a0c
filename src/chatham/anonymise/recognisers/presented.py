"""People whom the text itself presents: by an honorific, a speaker's label, words that lead to a name or follow one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatham.anonymise.recognisers.leaning import leaning
from chatham.anonymise.recognisers.naming import (
    LIKELY,
    could_be_name,
    name_after,
    name_before,
    organisation_after,
    public_office,
)
from chatham.anonymise.recognisers.speech import ROLES
from chatham.anonymise.recognisers.surroundings import SAINT, Surroundings
from chatham.people.fold import fold_text
from chatham.people.gazetteers import is_language, is_town, may_be_given
from chatham.people.places import is_country as is_country_name
from chatham.people.words import HONORIFICS, is_common, is_country

__all__ = ["all_names", "bare", "cued", "is_thing", "place_or_body"]

_HONORIFIC = re.compile(r"(?<![\w.])([^\W\d_]{1,10})(\.?)[ \u00a0]+(?=[^\W\d_])")
_LEADS = re.compile(
    r"\b(?:colleague|colleagues|friend|interpreter|translator|assistant|coworker|co-worker|facilitator|"
    r"moderator|rapporteur|"
    r"introduced as|seconded by|story told by|chaired by|speaker was|thanks to|thanked|thanks|thank you|thx)"
    r",?[ \u00a0]+(?=[^\W\d_])",
    re.IGNORECASE,
)
_DONE_BY = re.compile(
    r"\b(?:typ(?:ing|ed)|notes?(?: taken)?|minutes(?: taken| kept)?|minuted|recorded|transcribed|summari[sz]ed|"
    r"compiled|"
    r"interpret(?:ation|ed|ing)|translat(?:ion|ed|ing)|signed(?: also)?|submitted|read out|spoken|voiced|relayed|"
    r"accompanied|brought|helped|invited|introduced|chaired|moderated|facilitated|seconded|written|drafted|told|asked|"
    r"said|raised|suggested|proposed|added|answered|offered)"
    r"[ \u00a0]+by[ \u00a0]+(?=[^\W\d_])",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"(?:[ \u00a0]+\((?:a\s+)?walk[- ]in\b|,?[ \u00a0]+(?:who|rang in|dialled in|dialed in|joined|"
    r"introduced (?:her|him|them)sel(?:f|ves)|is ill|"
    r"could not (?:connect|join|attend)|couldn['’]t (?:connect|join|get)|sends? (?:his|her|their) (?:regrets|"
    r"apologies))\b)"
)
_CHAT = re.compile(
    r"^[ \t]*(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[ \t]*)?From[ \u00a0]+(?P<name>[^:\n]{2,50}?)[ \u00a0]*"
    r"(?:\([^)\n]*\)[ \u00a0]*)?(?:to[ \u00a0]+[^:\n]{2,40})?[ \u00a0]*:",
    re.IGNORECASE | re.MULTILINE,
)
_APPOSED = re.compile(r",[ \u00a0]+(?:the|a|an|our|his|her|their)[ \u00a0]+[^,.;:\n]{2,40}?[ \u00a0]who\b")
_BESIDE = re.compile(r"[ \u00a0](?:of|from|for|with|at)[ \u00a0]+(?:the[ \u00a0]+)?(?=[^\W\d_])")
_IN_BRACKETS = re.compile(
    r"\b(?:colleague|representative|speaker|participant|delegate|facilitator|moderator|chair|rapporteur|officer|"
    r"interpreter|member)"
    r"s?[ \u00a0]+\((?:(?:Mr|Ms|Mrs|Dr)\.?[ \u00a0]+)?(?=[^\W\d_])"
)
_DOES = re.compile(
    r"[ \u00a0](?:mentioned|told|asked|agreed|disagreed|thanked|explained|recalled|wondered|thinks|believes|"
    r"felt|feels|replied|"
    r"added|regretted|wished|wishes|wants|wanted|laughed|shared|insisted|reminded|admitted|hoped|hopes|apologi[sz]ed)\b"
    r"(?=[ \u00a0](?:that|whether|if|how|why|the|everyone|everybody|us|a|an|for|to|with|about|his|her|their|it)\b|[:,])"
)
_BEHAVES = re.compile(
    r"[ \u00a0](?:nodded|smiled|laughed|sighed|wept|cried|joked|whispered|apologi[sz]ed|interjected|chimed in|"
    r"grinned|shrugged|frowned|clapped|coughed|sang|stood up|sat down|hung up|logged (?:in|on|off|out)|"
    r"(?:dialled|dialed|phoned|rang|called) in|dropped (?:off|out)|raised (?:a|her|his|their) hand|took the floor|"
    r"had to (?:stop|leave|go|run|drop|hang)|would (?:like|rather|love|prefer)|"
    r"(?:wants|wanted|wished|wishes|hopes|hoped|asked|asks|promised|offered|agreed) to|nods|smiles|laughs|"
    r"(?:thanked|reminded|interrupted|corrected) (?:the|her|him|us|them|everyone|everybody))\b"
)
_TITLES = re.compile(
    r"\b(?:(?:Sir|Dame|Lord|Lady|Baroness|Baron|Justice|Judge|Magistrate|Detective|Constable|Sergeant|Inspector|"
    r"Superintendent|"
    r"Captain|Colonel|Major|General|Lieutenant|Corporal|Private|Commander|Officer|Chief|President|Minister|"
    r"Senator|Ambassador|"
    r"Professor|Doctor|Father|Sister|Brother|Bishop|Imam|Sheikh|King|Queen|Prince|Princess)[ \u00a0]+)+(?=[^\W\d_])"
)
_LETTERS = re.compile(r"(?<![\w.])(?:[^\W\d_a-zß-öø-ÿ]\.[- ]?){2,4}(?![\w.])")
_COUPLE = re.compile(r"\b(?:Mr|Dr)\.? and (?:Mrs|Ms|Mr|Dr)\.?[ \u00a0]+(?=[^\W\d_])")
_NO_LETTERS = frozenset("us uk un eu am pm dc ny ec usa ussr bc ad no".split())
_BODY_AND_COLON = re.compile(r"[ \u00a0]?\([^\W\d_a-zß-öø-ÿ][^()\n]{1,60}\)[ \u00a0]*:(?=\s)")
_CASE = re.compile(r"[ \u00a0](?:v|vs|versus)\.?[ \u00a0]")


def cued(around: Surroundings, *, loose: bool = False) -> Iterator[tuple[int, int, float, str]]:
    """People whom the text itself marks as such: start, end, score, why.

    Args:
        around: The note; the model's reading helps where there is one.
        loose: Take titles of office, initials and parties of court cases for people as well.
    """
    text = around.text
    if loose:
        yield from _titled(text)
    for match in _CHAT.finditer(text):
        start, end = match.span("name")
        start, end = bare(text, start, end)
        words = fold_text(text[start:end]).split()
        if words and words[0] != "the" and not all(w in ROLES for w in words):  # from the floor, from the chat
            yield start, end, 0.95, "the sender of a chat message"
    for match in _HONORIFIC.finditer(text):
        word = fold_text(match.group(1))
        if word not in LIKELY or not around.honorific(match.end()):
            continue
        if loose:
            yield match.end(), name_after(text, match.end()), 0.95, "after an honorific"
            continue
        if not match.group(1)[0].isupper() and word not in (
            "mr",
            "mrs",
            "ms",
            "dr",
            "prof",
            "sr",
            "daw",
            "pak",
            "ibu",
            "khun",
            "ate",
            "kuya",
        ):
            continue
        end = name_after(text, match.end())
        if end == match.end() and match.group(1)[0].islower() and around.lower:
            lower = re.match(r"[^\W\d_]+", text[match.end() :])
            end = match.end() + len(lower.group()) if lower and could_be_name(fold_text(lower.group())) else end
        if end > match.end() and not is_thing(around, match.end(), end):
            yield match.end(), end, 0.95, "after an honorific"
    yield from _labelled(around)
    for match in _LEADS.finditer(text):
        start = match.end()
        honorific = _HONORIFIC.match(text, start)
        if honorific and fold_text(honorific.group(1)) in HONORIFICS:
            start = honorific.end()
        end = name_after(text, start, most=3)
        if end > start and all_names(text[start:end]) and not is_thing(around, start, end):
            yield start, end, 0.9, "after words that lead to a name"
    for match in _DONE_BY.finditer(text):
        end = name_after(text, match.end(), most=3)
        named = end > match.end() and all_names(text[match.end() : end]) and not is_thing(around, match.end(), end)
        if named and not place_or_body(around, match.end(), end):
            yield match.end(), end, 0.85, "after what people do"
    yield from _apposed(around)
    yield from _speaking(around)
    for match in _FOLLOWS.finditer(text):
        start = name_before(text, match.start())
        sure = not match.group().strip(" ,").startswith("who")
        if (
            start < match.start()
            and all_names(text[start : match.start()])
            and not is_thing(around, start, match.start())
        ):
            entity = around.entity(start, match.start())
            if sure or (entity is not None and entity[2] == "PERSON"):
                yield start, match.start(), 0.9 if sure else 0.75, "before words that follow a name"


def _titled(text: str) -> Iterator[tuple[int, int, float, str]]:
    """`Detective Constable Wilson`, `Mr Justice Collins`, `C.C.`: with the title, for nobody is to be left out."""
    for match in _TITLES.finditer(text):
        end = name_after(text, match.end())
        if end > match.end():
            yield match.start(), end, 0.9, "after a title"
    for match in _LETTERS.finditer(text):
        if fold_text(match.group()).replace(" ", "") not in _NO_LETTERS:
            yield match.start(), match.end(), 0.7, "initials"
    for match in _COUPLE.finditer(text):
        yield match.end(), name_after(text, match.end()), 0.95, "after an honorific"


def _apposed(around: Surroundings) -> Iterator[tuple[int, int, float, str]]:
    """`Eh Paw, the para-legal who`, and `Nodira Ismoilova of the Confederation, who` or with a verb of speaking."""
    text = around.text
    for match in _APPOSED.finditer(text):
        start = name_before(text, match.start())
        raw = text[start : match.start()]
        if raw and (all_names(raw) or (" " in raw and not around.with_countries(start, match.start()))):
            yield start, match.start(), 0.85, "before words that follow a name"
    for match in _BESIDE.finditer(text):
        start = name_before(text, match.start())
        if start == match.start() or not around.sentence_start(start) or not all_names(text[start : match.start()]):
            continue
        end = organisation_after(text, match.end())
        if end == match.end() or is_country_name(text[match.end() : end]):
            continue
        if around.verb_after(end) or re.match(
            r",[ \u00a0]+(?:who|let in|not registered|dialling|joining)\b", text[end:]
        ):
            yield start, match.start(), 0.85, "with an organisation, and speaking"


def _speaking(around: Surroundings) -> Iterator[tuple[int, int, float, str]]:
    """`The IOM colleague (Tomek)`, and `Tomek mentioned that`: what only people do, at the head of a sentence."""
    text = around.text
    for match in _IN_BRACKETS.finditer(text):
        end = name_after(text, match.end(), most=3)
        if end > match.end() and text[end : end + 1] in (")", ",") and all_names(text[match.end() : end]):
            yield match.end(), end, 0.9, "in brackets after a word for a person"
    for match in (*_DOES.finditer(text), *_BEHAVES.finditer(text)):
        start = name_before(text, match.start())
        raw = text[start : match.start()]
        if not raw or not around.sentence_start(start) or not all_names(raw) or is_thing(around, start, match.start()):
            continue
        entity = around.entity(start, match.start())
        label = entity[2] if entity else ""
        if raw.isupper() or label in ("GPE", "LOC", "NORP", "FAC", "LANGUAGE", "LAW", "EVENT"):
            continue
        if label != "PERSON" and (around.doc is None or leaning(around.doc, raw) < -0.12):
            continue
        yield start, match.start(), 0.75, "before a verb that only people go with"


def _labelled(around: Surroundings) -> Iterator[tuple[int, int, float, str]]:
    text = around.text
    for label in around.labels:
        core = text[label.start : label.end]
        colon = text[label.end : label.end + 2].lstrip().startswith((":", "]", "}"))
        if not colon and not label.strong:
            continue
        outside = re.sub(r"\([^()]*\)?", lambda m: " " * len(m.group()), core)
        inside = [(m.start() + 1, m.end()) for m in re.finditer(r"\([^()]*", core)] if _plain(outside) else []
        # without the brackets behind the name
        pieces = [(m.start(), m.start() + len(m.group().rstrip())) for m in re.finditer(r"[^,&/+–—|;]+", outside)]
        parts = [p for begin, finish in pieces for p in _split_and(core, begin, finish)]
        if len(parts) > 4 or (not label.strong and any(core[a:b].strip().isdigit() for a, b in parts)):
            continue  # Lodz, 2020:
        stretches = [bare(text, label.start + begin, label.start + finish) for begin, finish in (*parts, *inside)]
        stretches = [(start, end) for start, end in stretches if end > start]
        names = [_is_label_name(around, start, end, strong=label.strong) for start, end in stretches]
        for (start, end), named in zip(stretches, names, strict=True):
            # beside a name, a word that may be one is one
            beside = any(names) and not inside and all_names(text[start:end]) and text[start].isupper()
            if named or (beside and not is_language(fold_text(text[start:end]))):
                yield start, end, 0.9 if label.strong else 0.8, "in a speaker's label"


def _split_and(core: str, begin: int, finish: int) -> Iterator[tuple[int, int]]:
    place = begin
    for m in re.finditer(r"\s+(?:and|with)\s+", core[begin:finish]):
        yield place, begin + m.start()
        place = begin + m.end()
    yield place, finish


def _plain(outside: str) -> bool:
    """Whether a label's words outside its brackets say nothing but a role or a letter: `A (Kugan):`."""
    return all(w in ROLES or len(w) == 1 for w in fold_text(outside).split())


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A label's stretch without spaces, honorifics and role words at its ends."""
    while True:
        while start < end and not text[start].isalnum():
            start += 1
        while end > start and not text[end - 1].isalnum() and text[end - 1] != ".":
            end -= 1
        first = re.match(r"([^\W\d_]+)\.?[ \u00a0]+", text[start:end])
        word = fold_text(first.group(1)) if first else ""
        if first and (word in HONORIFICS or word in ROLES) and word not in ("de", "el", "la", "al"):
            start += first.end()
            continue
        last = re.search(r"[ \u00a0]+([^\W\d_]+)$", text[start:end])
        if last and fold_text(last.group(1)) in ROLES and len(last.group(1)) > 1:  # not the initial of `Kwabena A`
            end = start + last.start()
            continue
        return start, end


def _is_label_name(around: Surroundings, start: int, end: int, *, strong: bool) -> bool:
    raw = around.text[start:end]
    words = fold_text(raw).split()
    if not 0 < len(words) <= 4 or any(c.isdigit() for c in raw) or any(is_language(w) for w in words):
        return False
    if strong:
        if raw.islower() and all(is_common(w) or w in ROLES for w in words):
            return False
        if not raw.islower() and any(w.islower() and is_common(fold_text(w)) and w not in ROLES for w in raw.split()):
            return False  # [Responding to RD]
        return not all(w in ROLES for w in words) and not (len(words) == 1 and is_country(words[0]))
    entity = around.entity(start, end)
    label = entity[2] if entity and entity[0] <= start and end <= entity[1] else ""
    if raw.isupper() and len(raw) <= 6:
        return False
    if not raw[0].isupper() or any(w in ROLES for w in words):
        return False
    named = [could_be_name(w) or len(w) == 1 for w in words]
    if all(named) and _BODY_AND_COLON.match(around.text, end) and not is_town(fold_text(raw)):
        return True  # Zainabou (Cooperative Ylang):
    if label == "PERSON" and leaning(around.doc, raw) > -0.12 and any(named) and sum(named) * 2 >= len(named):
        return True
    lean = min(leaning(around.doc, w) for w in raw.split())
    if lean < -0.12:
        return False
    if label in ("GPE", "LOC", "NORP", "ORG", "FAC", "LAW", "LANGUAGE", "PRODUCT", "EVENT"):
        return lean > 0.12 and all(named)
    return all(named) and len(words) <= 3 and all(w[0].isupper() for w in raw.split())


def all_names(raw: str) -> bool:
    """Whether each word of a stretch may be somebody's name, or is an initial."""
    words = fold_text(raw).split()
    return bool(words) and all(could_be_name(w) or len(w) == 1 for w in words)


def place_or_body(around: Surroundings, start: int, end: int) -> bool:
    """Whether the model, its vectors or capital letters speak for a place or a body rather than for a person.

    Args:
        around: The note.
        start: First code point.
        end: One past the last.
    """
    raw = around.text[start:end]
    if raw.isupper() and len(raw) <= 6 and not around.shouting:
        return True
    if is_country_name(raw) or around.place_like(start, end):
        return True
    lean = leaning(around.doc, raw)
    entity = around.entity(start, end)
    other = entity is not None and entity[2] in (
        "GPE",
        "LOC",
        "NORP",
        "ORG",
        "FAC",
        "LAW",
        "LANGUAGE",
        "PRODUCT",
        "EVENT",
        "DATE",
    )
    return lean < -0.12 or (other and lean < 0.12)


def is_thing(around: Surroundings, start: int, end: int) -> bool:
    """Whether the name is that of a public figure, a court case, or a place or thing called after somebody."""
    text = around.text
    folded = fold_text(text[start:end])
    head = re.search(r"([^\W\d_]+)[ \u00a0-]\Z", text[max(0, start - 20) : start])
    longer = head is not None and head.group(1)[0].isupper() and is_town(f"{fold_text(head.group(1))} {folded}")
    if longer or around.sainted(start) or folded.split()[0] in SAINT:
        return True  # Bani Walid, Santo Antão
    placed = is_town(folded) and not (around.honorific(start) or around.verb_before(start))
    if placed and may_be_given(folded):  # Rania is both
        placed = around.place_like(start, end) or around.word_before(start) in ("from", "to", "through", "via")
    if (
        placed
        or is_country_name(text[start:end])
        or public_office(text, start)
        or _CASE.match(text, end)
        or _CASE.search(text[max(0, start - 5) : start])
    ):
        return True
    after = re.match(r"[ \u00a0]([^\W\d_]\w*)", text[end : end + 30])
    return after is not None and after.group(1)[0].isupper() and is_common(fold_text(after.group(1)))
