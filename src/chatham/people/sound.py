"""Names as they sound: what stays the same when somebody writes a name down by ear, or from another alphabet."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["alike", "shortened", "sound"]

# In order. Spellings of one sound across romanizations: Mohammed and Muhammad, Youssef and Yusuf, Sergey and Sergei.
_RULES = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        ("tsch|tch|tsh|cz|ch", "c"),
        ("sch|sh|sz|ş", "s"),
        ("kh|gh|q|ck|(?<=[aeiou])h(?=[^aeiou])", "k"),
        ("ph", "f"),
        ("th|dh", "t"),
        ("zh|dj|dz|j", "z"),
        ("ou(?=[aeiou])", "v"),
        ("w", "v"),
        ("x", "ks"),
        ("c(?=[eiy])", "s"),
        ("ou|oo|uu|ue|eu", "u"),
        ("ee|ie|ei|ey|ay|ai|ae|y", "i"),
        ("oe|oa|au|ao|ow", "o"),
        (r"(.)\1+", r"\1"),
        ("(?<=.)h", ""),
        ("e", "i"),
        ("o", "u"),
        (r"(.)\1+", r"\1"),
    )
)


# Endings of fond forms: Yesi, Rosita, Luisinho, Nadka.
_FOND = re.compile("(?:c?it[ao]|inh[ao]|in[ao]|ie|ek|k[ao]|ll[ao]|[iyaoe])$")
_VOWELS = re.compile("[aiu]+")


# What makes a family's name of a father's: Mammadli, Mamedov and Məmmədzadə are one name in three languages.
_OF_THE_FAMILY = re.compile(
    "(?:[oey]va|[oey]v|yeva|yev|li|ly|lu|zad[ae]|o[gk]h?lu|ogly|ul[uy]|k[yi]zy|qizi|y?ian|yan|ianc|dze|shvili)$"
)


def _same_family(word: str, name: str) -> bool:
    one, other = _OF_THE_FAMILY.sub("", word), _OF_THE_FAMILY.sub("", name)
    if one == word or other == name or min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    return _VOWELS.sub("*", sound(one)) == _VOWELS.sub("*", sound(other))


def _distance(a: str, b: str) -> int:
    from rapidfuzz.distance import OSA

    return int(OSA.distance(a, b))


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The sound of a folded word; two words of one sound are taken for one name.

    Args:
        word: Folded: ASCII letters in lower case.
    """
    for pattern, by in _RULES:
        word = pattern.sub(by, word)
    return word


@lru_cache(maxsize=65536)
def alike(word: str, name: str) -> bool:
    """Whether a folded word is the name with a slip of the pen: one letter off, two in a long name, or of one sound.

    Args:
        word: As found.
        name: As registered; shorter than five letters nothing is alike but itself.
    """
    if word == name:
        return True
    if min(len(word), len(name)) < 5:
        return len(name) >= 4 and len(word) >= 4 and word[0] == name[0] and sound(word) == sound(name)
    allowed = 1 if len(name) < 8 else 2
    if word[0] == name[0] or word[:2] == name[1::-1]:
        distance = _distance(word, name)
        if distance <= allowed:
            # Two names of a family differ by their ending more often than by a slip: Marta and Marty, Rahim and Rahman.
            return distance == 1 or abs(len(word) - len(name)) <= 1
    if sound(word) == sound(name):
        return True
    # Arabic names are written with other vowels every time: Yusuf and Youssef, Mohamed and Muhammad.
    if _same_family(word, name):
        return True
    bones, others = _VOWELS.sub("*", sound(name)), _VOWELS.sub("*", sound(word))
    return len(bones) > 1 and bones == others and word[0] == name[0] and _distance(word, name) <= 3


@lru_cache(maxsize=65536)
def shortened(word: str, name: str) -> bool:
    """Whether a folded word may be a short or homely form of a name: `Med`, `Fatima` and `Fatou` for `Fatoumata`.

    It begins as the name does, and its consonants are the first of the name's, or among them and the last too. Only
    where something else says that this person is meant: many names share three consonants.

    Args:
        word: As found.
        name: As registered.
    """
    if len(word) < 3 or len(name) <= len(word) - 2 or word[0] != name[0]:
        return False
    stem = _FOND.sub("", word)
    if len(stem) > 2 and len(name) > len(stem) + 1 and name.startswith(stem):
        return True
    bones, others = _VOWELS.sub("", sound(name)), _VOWELS.sub("", sound(word))
    if len(others) > 2 and (bones.startswith(others) or (len(bones) > 2 and others.startswith(bones))):
        return True
    if len(word) > 4 or not others:
        return False
    letters = iter(name)
    return all(letter in letters for letter in word) and word[-1] == name[-1]
