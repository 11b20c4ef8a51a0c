"""What all recognisers share: Presidio's interface on one side, mentions on the other."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts  # noqa: TC002 - a base class shows it to its users

from chatham.anonymise.mentions import Mention
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.errors import ChathamError, DetectionError
from chatham.model.private import Kind

__all__ = ["CONTEXT", "MENTION", "MentionRecogniser", "NoteContext"]

CONTEXT = "chatham"
"""Under this key the note's context rides along in the language model's document."""

MENTION = "mention"
"""Under this key a result carries the mention it was made of."""


@dataclass(slots=True)
class NoteContext:
    """What is known of a note before anybody looks for names in it.

    Attributes:
        around: Its text, read for evidence.
        speaker: Keys of who speaks, as far as known.
        found: What recognisers have found so far, in the order in which they ran.
    """

    around: Surroundings
    speaker: frozenset[int | str] = frozenset()
    found: list[Mention] = field(default_factory=list)

    def covered(self, start: int, end: int) -> bool:
        """Whether an earlier recogniser's mention touches the stretch."""
        return any(m.start < end and start < m.end for m in self.found)


class MentionRecogniser(EntityRecognizer):
    """A Presidio recogniser that thinks in mentions.

    Args:
        kinds: What it can find.
    """

    kinds: tuple[Kind, ...] = (Kind.PERSON,)
    name: str

    def __init__(self) -> None:
        name = type(self).__name__
        super().__init__(supported_entities=[str(k) for k in self.kinds], name=name, supported_language="en")

    def load(self) -> None:
        """Nothing to load: what a recogniser needs comes in when it is made."""

    @abstractmethod
    def mentions(self, note: NoteContext) -> Iterable[Mention]:
        """What it finds in a note.

        Args:
            note: The note, with what recognisers before this one have found.
        """

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts) -> list[RecognizerResult]:
        """Presidio's way in: the mentions as results.

        Args:
            text: The raw text.
            entities: Kinds that are asked for.
            nlp_artifacts: The document, with the note's context under `CONTEXT` in its user data.

        Raises:
            DetectionError: The recogniser failed; the note may not pass.
        """
        note: NoteContext = nlp_artifacts.tokens.user_data[CONTEXT]
        try:
            found = [m for m in self.mentions(note) if str(m.kind) in entities]
        except ChathamError:
            raise
        except Exception as error:
            raise DetectionError(
                f"the recogniser {self.name} failed on a note ({type(error).__name__})", fix="Report this as a bug"
            ) from None
        note.found.extend(found)
        return [
            RecognizerResult(
                entity_type=str(m.kind),
                start=m.start,
                end=m.end,
                score=m.score,
                recognition_metadata={
                    RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                    RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
                    MENTION: m,
                },
            )
            for m in found
            if len(text) >= m.end
        ]
