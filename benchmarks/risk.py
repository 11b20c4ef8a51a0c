"""How often a stranger with the list of participants finds the speaker: raw, Presidio, chatham, one run, one table.

    python benchmarks/risk.py [CORPUS...] [--advice]

Corpora are labelled (docs/evaluate.md). `Exactly the labels removed` is the floor: what any tool leaves that keeps what
must stay. Prints docs/risk.md's table.
"""

from __future__ import annotations

import argparse
import logging
import sys
import warnings
from pathlib import Path
from types import SimpleNamespace

import presidio_baseline as baseline
import tldextract
from presidio_analyzer import AnalyzerEngine

from chatham.anonymise.engine import anonymise
from chatham.evaluate import Corpus, read_corpus
from chatham.evaluate.corpus import LabelKind
from chatham.language.embedding import embedder
from chatham.people.voices import speakers
from chatham.risk.advice import advise, apply_advice, by_note
from chatham.risk.attack import Attacker, Success, success
from chatham.settings import Settings

CORPUS = Path(__file__).parents[1] / "tests" / "corpora" / "dev"
FLOOR = "Exactly the labels removed"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", type=Path, default=[CORPUS])
    parser.add_argument("--advice", action="store_true", help="also with the advice taken (slow)")
    asked = parser.parse_args()
    warnings.filterwarnings("ignore", message=r"\[W095\]")
    logging.disable(logging.WARNING)
    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    rows: dict[str, list[Success]] = {}
    for folder in asked.corpora:
        for name, result in attacks(read_corpus(folder), advice=asked.advice).items():
            rows.setdefault(name, []).append(result)
            sys.stderr.write(f"{folder.name}: {name}: {result.first} of {result.notes}\n")
    pooled = {name: pool(results) for name, results in rows.items()}
    floor = pooled[FLOOR].top_1
    print("| notes as read | first | among three | times chance | times the floor |")
    print("|---|---|---|---|---|")
    for name, s in pooled.items():
        low, high = s.interval
        print(
            f"| {name} | {100 * s.top_1:.1f} ({100 * low:.1f}–{100 * high:.1f}) | {100 * s.top_3:.1f} "
            f"| {s.top_1 / s.chance:.1f} | {s.top_1 / floor:.2f} |"
        )


def attacks(corpus: Corpus, *, advice: bool) -> dict[str, Success]:
    framework = corpus.programme.consultation.framework
    attacker = Attacker(corpus.roster, framework=framework, embed=embedder())
    spoke = speakers(corpus.raw, corpus.roster)
    analyzer = AnalyzerEngine(nlp_engine=baseline.engine(tuned=True))
    analyzer.registry.add_recognizer(baseline.deny_list(corpus.roster))
    read = {
        "Raw": corpus.raw,
        FLOOR: labels_removed(corpus),
        "Presidio, with the roster as a deny list": baseline.presidio(
            analyzer, corpus.raw, [*baseline.ENTITIES, "ROSTER"]
        ).notes,
    }
    for policy in ("none", "category", "telling"):
        read[f"chatham, `--attribution {policy}`"] = anonymise(
            corpus.raw,
            roster=corpus.roster,
            consultation=corpus.programme.consultation,
            settings=Settings(attribution=policy),
        ).notes
    if advice:
        for policy in ("none", "telling"):
            notes = read[f"chatham, `--attribution {policy}`"]
            edits = by_note(advise(notes, attacker, speakers=spoke)[1])
            read[f"chatham, `--attribution {policy}`, advice taken"] = [
                SimpleNamespace(id=n.id, text=apply_advice(n.text, edits.get(n.id, ()))) for n in notes
            ]
    return {name: success(attacker.rank(notes), spoke) for name, notes in read.items()}


def labels_removed(corpus: Corpus) -> list[SimpleNamespace]:
    made = []
    for note in corpus.notes:
        text, place = "", 0
        for label in note.labels:
            if label.kind is not LabelKind.KEEP:
                text, place = text + note.raw.text[place : label.start], label.end
        made.append(SimpleNamespace(id=note.raw.id, text=text + note.raw.text[place:]))
    return made


def pool(results: list[Success]) -> Success:
    notes = sum(r.notes for r in results)
    return Success(
        notes=notes,
        first=sum(r.first for r in results),
        third=sum(r.third for r in results),
        chance=sum(r.chance * r.notes for r in results) / notes,
    )


if __name__ == "__main__":
    main()
