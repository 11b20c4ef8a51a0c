"""Who is who inside one note, and by which phrase each is called when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from chatham.anonymise.phrases import ORGANIZATION, PARTICIPANT, PERSON, Noun

__all__ = ["Cast", "Describe", "Who"]

Who = frozenset[int | str]
"""Keys of the people or organisations that a mention may name."""

Describe = Callable[[Who], Noun]
"""What a person is called in public: `participant`, or a description that covers enough people."""

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


def _participant(_: Who) -> Noun:
    return PARTICIPANT


@dataclass(slots=True)
class _Seen:
    who: Who
    sort: str
    noun: Noun
    ordinal: str = ""
    stays: str = ""


@dataclass(slots=True)
class Cast:
    """The people and organisations of one note, in order of appearance.

    Attributes:
        main: Keys of the note's own speaker, and of whom the speaker stands for; empty where not known.
        speaker_known: Whether `main` was recorded, not guessed from the text.
        describe: Gives a person's description.
    """

    main: Who = frozenset()
    speaker_known: bool = False
    describe: Describe = _participant
    _seen: list[_Seen] = field(default_factory=list)

    def person(
        self,
        who: Who,
        *,
        label: bool = False,
        another: bool = False,
        outsider: bool = False,
        possessed: bool = False,
        plain: bool = False,
    ) -> str:
        """How to call one person here.

        Args:
            who: Keys of the mention.
            label: It labels a turn, where the same phrase is best each time.
            another: The words before say that it is somebody other than the speaker.
            outsider: Nothing says that the person took part.
            possessed: Something of the person's follows.
            plain: A description would not read well here, or says more than is needed.
        """
        noun = PERSON if outsider else PARTICIPANT if plain else self.describe(who & self.main or who)
        known = self._find(who, "person")
        if known and not label:
            return self._again(known, possessed)
        is_main = bool(who & self.main)
        others = [s for s in self._seen if s.sort == "person" and s.noun == noun]
        if not known:
            self._seen.append(_Seen(who, "person", noun))
        if label:
            return noun.a()
        somebody_else = bool(self.main) and not is_main and noun == PARTICIPANT
        if is_main and not another:
            return noun.a()
        return noun.another() if another or somebody_else or others else noun.a()

    def people(self, members: list[Who], *, label: bool = False) -> str:
        """How to call several people at once."""
        noun = PARTICIPANT
        known = [self._find(who, "person") for who in members]
        if all(k and k.ordinal for k in known):
            return noun.several(len(members), known=True)
        other = self.speaker_known and not label and not any(who & self.main for who in members)
        for place, (who, seen) in enumerate(zip(members, known, strict=True)):
            ordinal = _ORDINALS[place] if place < len(_ORDINALS) else ""
            if seen:
                seen.ordinal = ordinal
            else:
                self._seen.append(_Seen(who, "person", noun, ordinal))
        return noun.several(len(members), other=other)

    def organisation(self, who: Who) -> str:
        """How to call one organisation here."""
        known = self._find(who, "organisation")
        if known:
            return self._again(known)
        others = any(s.sort == "organisation" for s in self._seen)
        self._seen.append(_Seen(who, "organisation", ORGANIZATION))
        return ORGANIZATION.another() if others else ORGANIZATION.a()

    def organisations(self, members: list[Who]) -> str:
        """How to call several organisations at once."""
        known = [self._find(who, "organisation") for who in members]
        if all(k and k.ordinal for k in known):
            return f"the {ORGANIZATION.several(len(members)).replace(ORGANIZATION.many, 'organizations')}"
        for place, (who, seen) in enumerate(zip(members, known, strict=True)):
            ordinal = _ORDINALS[place] if place < len(_ORDINALS) else ""
            if seen:
                seen.ordinal = ordinal
            else:
                self._seen.append(_Seen(who, "organisation", ORGANIZATION, ordinal))
        return ORGANIZATION.several(len(members))

    def stays(self, who: Who, noun: str) -> None:
        """Record that a noun that stood beside the name stays: the person is `the widow` from now on."""
        if not self._find(who, "person"):
            self._seen.append(_Seen(who, "person", PERSON, stays=noun.casefold()))

    def _find(self, who: Who, sort: str) -> _Seen | None:
        is_main = sort == "person" and bool(who & self.main)
        alike = (s for s in self._seen if s.sort == sort)
        return next((s for s in alike if s.who & who or (is_main and s.who & self.main)), None)

    def _again(self, known: _Seen, possessed: bool = False) -> str:
        if known.stays:
            return f"the {known.stays}"
        if known.ordinal:
            return known.noun.another() if possessed else f"the {known.ordinal}"
        alike = [
            s for s in self._seen if s.sort == known.sort and s.noun.again_one == known.noun.again_one and not s.stays
        ]
        main = self.main if known.sort == "person" and known.noun != PERSON else frozenset()
        first = next((s for s in alike if s.who & main), None) if main else alike[0]
        if known is first:
            return known.noun.the()
        others = [s for s in alike if s is not first]
        return known.noun.the_other() if len(others) == 1 else known.noun.another()
