"""Is a note English? What is not may not go on: the pipeline would find no names in it, and let them pass.

Notes are short, full of foreign names, and often typed in broken English. So the words that only English has decide
where there are enough of them (nine notes in ten); a trained model decides the rest, from what is left when names,
figures and addresses are taken out. Where even that says nothing (`12 beds, Selangor only`), a note passes if its
letters are Latin.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["is_english"]

# Words that hardly any other language in Latin letters has.
_ENGLISH = frozenset(
    """
    the and of that with for from they have has are was were this these those there which who whom whose what not but
    said says by be been being it its or when where why how would can cannot could will shall should must may might
    their them our ours we you your she her his him he after before between because than then only also more most some
    any each every about into over under against without through during while until since both such other another does
    did doesn don didn isn aren wasn weren won still very much many few here again please thanks asked told want wants
    need needs needed should still nobody nothing someone everyone which whether if as at so to on in is no all one two
    """.split()
)
# Of those, the ones that stand in other languages too prove nothing by themselves.
_SHARED = frozenset(
    "or can as so to on in is no all one do it at he be an was are has by not but over under fora".split()
)
_TELLING = _ENGLISH - _SHARED
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[@#]\w+|\b\w+\.(?:docx?|pdf|xlsx?|pptx?)\b")
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 0.16
_SOME = 0.08
_FEW_WORDS = 4
_SURE = 0.45


def is_english(text: str) -> bool:
    """Whether a note may go through the English pipeline.

    Args:
        text: The raw text; a note that is partly in another language counts by its larger part.
    """
    bare = _ADDRESS.sub(" ", text)
    words = _WORD.findall(bare)
    letters = "".join(words)
    if not letters:
        return True
    if not letters.isascii() and sum(map(_is_latin, letters)) < 0.7 * len(letters):
        return False
    low = [w.casefold() for w in words]
    telling = {w for w in low if w in _TELLING}
    share = sum(w in _ENGLISH for w in low) / len(low)
    told = sum(w in _TELLING for w in low) / len(low)
    if len(telling) > 1 and share >= _ENOUGH and told >= _SOME:
        return True
    plain = _without_names(words)
    if len(plain) < 2:
        return True
    code, sure = _model().classify(" ".join(plain))
    if code == "en":
        return True
    return told >= _SOME or (len(plain) < _FEW_WORDS and float(sure) < _SURE)


def _is_latin(char: str) -> bool:
    return char < "\u0250" or "\u1e00" <= char <= "\u1eff" or "\uff21" <= char <= "\uff5a"


def _without_names(words: list[str]) -> list[str]:
    """The words in lower case, without those that begin with a capital: they may be names."""
    shouted = sum(w.isupper() for w in words) > len(words) / 2
    return [w.casefold() for w in words if shouted or w[0].islower()]


@cache
def _model() -> LanguageIdentifier:
    from py3langid import langid  # a second to load: most notes never need it

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
