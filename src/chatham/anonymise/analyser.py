"""All recognisers in one Presidio engine, over one spaCy pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from presidio_analyzer import AnalyzerEngine, RecognizerRegistry, RecognizerResult
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine

from chatham.anonymise.mentions import Mention
from chatham.anonymise.phrases import phrase_spans
from chatham.anonymise.recognisers.base import CONTEXT, MENTION, MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.contacts import Contacts
from chatham.anonymise.recognisers.glued import GluedNames
from chatham.anonymise.recognisers.indirect import Indirect
from chatham.anonymise.recognisers.known import Known, known
from chatham.anonymise.recognisers.own_works import OwnWorks
from chatham.anonymise.recognisers.rendered import RenderedOrganisations
from chatham.anonymise.recognisers.roster_organisations import RosterOrganisations
from chatham.anonymise.recognisers.roster_people import RosterPeople
from chatham.anonymise.recognisers.stranger_organisations import StrangerOrganisations
from chatham.anonymise.recognisers.strangers import Acquainted, Recurring, Strangers
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.anonymise.recognisers.weighed import WeighedNames
from chatham.language.pipeline import Doc, docs, pipeline
from chatham.model.private import Kind, Roster
from chatham.settings import Settings

__all__ = ["Analyser", "artifacts"]

_LANGUAGE = "en"


class _Pipeline(NlpEngine):
    """Presidio's view of the spaCy pipeline."""

    def __init__(self, model: str):
        self.model = model

    def load(self) -> None:
        pipeline(self.model)

    def is_loaded(self) -> bool:
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:  # noqa: ARG002 - Presidio asks for it
        return artifacts(next(iter(docs([text], model=self.model))))

    def process_batch(
        self,
        texts: Iterable[str],
        language: str,  # noqa: ARG002 - Presidio passes it
        batch_size: int = 64,
        n_process: int = 1,  # noqa: ARG002 - Presidio passes it
        **kwargs: Any,  # noqa: ARG002 - Presidio passes it
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        for doc in docs(texts, model=self.model, batch_size=batch_size):
            yield doc.text, artifacts(doc)

    def is_stopword(self, word: str, language: str) -> bool:  # noqa: ARG002 - Presidio asks for it
        return bool(pipeline(self.model).vocab[word].is_stop)

    def is_punct(self, word: str, language: str) -> bool:  # noqa: ARG002 - Presidio asks for it
        return bool(pipeline(self.model).vocab[word].is_punct)

    def get_supported_entities(self) -> list[str]:
        return []

    def get_supported_languages(self) -> list[str]:
        return [_LANGUAGE]


class _NoEnhancer(ContextAwareEnhancer):
    """Scores stay as the recognisers gave them: context is what they judge by in the first place."""

    def __init__(self) -> None:
        super().__init__(
            context_similarity_factor=0,
            min_score_with_context_similarity=0,
            context_prefix_count=0,
            context_suffix_count=0,
        )

    def enhance_using_context(
        self,
        text: str,  # noqa: ARG002 - Presidio passes it
        raw_results: list[RecognizerResult],
        nlp_artifacts: Any,  # noqa: ARG002 - Presidio passes it
        recognizers: Any,  # noqa: ARG002 - Presidio passes it
        context: Any = None,  # noqa: ARG002 - Presidio passes it
    ) -> list[RecognizerResult]:
        return raw_results


@dataclass(slots=True)
class Analyser:
    """All recognisers in one Presidio registry, in the order in which each may build on those before it.

    Attributes:
        known: The roster, compiled.
        engine: Presidio's engine.
        descriptions: What people may be called beside `participant`: recognisers pass over it.
    """

    known: Known
    engine: AnalyzerEngine
    descriptions: frozenset[str] = frozenset()

    @classmethod
    def make(
        cls,
        roster: Roster | None,
        *,
        settings: Settings,
        figures: Iterable[str] = (),
        acquainted: Known | None = None,
        works: Iterable[tuple[str, str]] = (),
        descriptions: frozenset[str] = frozenset(),
    ) -> Analyser:
        """Put the recognisers together.

        Args:
            roster: Who was there; None: go by the text alone.
            settings: Of the workspace.
            figures: Names that stay.
            acquainted: People beside the roster whom the batch's notes introduce.
            works: Tools and projects that the batch's notes link to.
            descriptions: What people may be called beside `participant`.
        """
        compiled = known(roster, tuple(works))
        recognisers: list[MentionRecogniser] = [Contacts(compiled), RosterPeople(compiled)]
        if acquainted is not None and acquainted.names.entries:
            recognisers.append(Acquainted(acquainted))
        recognisers += [
            RosterOrganisations(compiled, settings),
            RenderedOrganisations(compiled, settings),
            Strangers(figures, loose=roster is None),
            Recurring(),
            StrangerOrganisations(),
            OwnWorks(compiled),
            GluedNames(compiled),
            Indirect(),
            WeighedNames(figures, descriptions, compiled, loose=roster is None),
        ]
        registry = RecognizerRegistry(recognizers=recognisers, supported_languages=[_LANGUAGE])
        engine = AnalyzerEngine(
            registry=registry,
            nlp_engine=_Pipeline(settings.model),
            supported_languages=[_LANGUAGE],
            context_aware_enhancer=_NoEnhancer(),
        )
        return cls(compiled, engine, descriptions)

    def mentions(self, doc: Doc, speaker: str | None) -> tuple[Mention, ...]:
        """What all recognisers find in one note.

        Args:
            doc: The note, read by the model.
            speaker: As written down.

        Raises:
            DetectionError: A recogniser failed.
        """
        text = doc.text  # put together from its tokens each time
        around = Surroundings(text, doc)
        note = doc.user_data[CONTEXT] = NoteContext(around=around, speaker=self.known.who(speaker))
        results = self.engine.analyze(text, language=_LANGUAGE, nlp_artifacts=artifacts(doc))
        # A later recogniser may take back what an earlier one guessed.
        standing = set(note.found)
        found = [m for r in results if (m := r.recognition_metadata[MENTION]) in standing]
        ours = phrase_spans(text, self.descriptions)
        return tuple(
            sorted(
                (m for m in found if not any(_of_ours(m, start, end) for start, end in ours)),
                key=lambda m: (m.start, m.end, str(m.kind), m.recogniser),
            )
        )


def _of_ours(m: Mention, start: int, end: int) -> bool:
    """Whether a mention touches a phrase of ours; a self-description may hold one: `as the only participant`."""
    if m.kind is Kind.INDIRECT:
        return start <= m.start and m.end <= end
    return m.start < end and start < m.end


def artifacts(doc: Doc) -> NlpArtifacts:
    """A document as Presidio hands it to recognisers.

    Args:
        doc: Of the spaCy pipeline.
    """
    return NlpArtifacts(
        entities=list(doc.ents), tokens=doc, tokens_indices=[], lemmas=[], nlp_engine=None, language=_LANGUAGE
    )
