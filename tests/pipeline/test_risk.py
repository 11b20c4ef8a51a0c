"""Floors under the audit on the labelled corpus, and the command as a user runs it."""

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from chatham.anonymise.engine import anonymise
from chatham.evaluate import read_corpus
from chatham.evaluate.corpus import LabelKind
from chatham.exchange.notes import dump_anonymised, dump_notes
from chatham.language.embedding import embedder
from chatham.people.voices import speakers
from chatham.risk.advice import advise, apply_advice, by_note
from chatham.risk.attack import Attacker, success
from chatham.risk.audit import FIRST
from chatham.risk.clues import clues

DEV = Path(__file__).parents[1] / "corpora" / "dev"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def run():
    corpus = read_corpus(DEV)
    consultation = corpus.programme.consultation
    done = anonymise(corpus.raw, roster=corpus.roster, consultation=consultation)
    attacker = Attacker(corpus.roster, framework=consultation.framework, embed=embedder())
    spoke = speakers(corpus.raw, corpus.roster)
    risks, advice = advise(done.notes, attacker, speakers=spoke)
    return SimpleNamespace(
        corpus=corpus,
        notes=done.notes,
        findings=[f for f in done.findings if f.replacement is not None],
        attacker=attacker,
        spoke=spoke,
        risks=risks,
        advice=by_note(advice),
    )


def in_anonymised(run, note, place):
    """Where a place of the raw text has come to stand."""
    return place + sum(
        len(f.replacement) - (f.end - f.start) for f in run.findings if f.note == note and f.end <= place
    )


def test_it_is_a_real_attack(run):
    raw = success(run.attacker.rank(run.corpus.raw), run.spoke)
    assert raw.notes > 100
    assert raw.top_1 >= 15 * raw.chance


def test_advice_weakens_the_attack_and_leaves_what_was_said(run):
    before = success(run.attacker.rank(run.notes), run.spoke)
    taken = [SimpleNamespace(id=n.id, text=apply_advice(n.text, run.advice.get(n.id, ()))) for n in run.notes]
    after = success(run.attacker.rank(taken), run.spoke)
    assert after.first <= 0.6 * before.first
    labels = kept = 0
    for note in run.corpus.notes:
        edits = [f for f in run.findings if f.note == note.raw.id]
        advised = [a for a in run.advice.get(note.raw.id, ()) if a.replacement is not None]
        for label in note.labels:
            if label.kind is not LabelKind.KEEP:
                continue
            labels += 1
            shift = in_anonymised(run, note.raw.id, label.start) - label.start
            start, end = label.start + shift, label.end + shift
            kept += not any(f.start < label.end and label.start < f.end for f in edits) and not any(
                a.start < end and start < a.end for a in advised
            )
    assert kept >= 0.92 * labels


def test_indirect_identifiers_are_found_by_the_anonymiser_or_here(run):
    texts = {n.id: n.text for n in run.notes}
    labels = found = 0
    for note in run.corpus.notes:
        here = clues(texts[note.raw.id], run.attacker.roll)
        for label in note.labels:
            if label.kind is not LabelKind.INDIRECT:
                continue
            labels += 1
            edited = any(f.note == note.raw.id and f.start <= label.start and label.end <= f.end for f in run.findings)
            start = in_anonymised(run, note.raw.id, label.start)
            end = start + label.end - label.start
            found += edited or any(c.start < end and start < c.end for c in here)
    assert labels > 40
    assert found >= 0.75 * labels


def test_notes_that_say_nothing_of_anybody_are_not_flagged(run):
    telling = {LabelKind.PERSON, LabelKind.AFFILIATION, LabelKind.INDIRECT}
    plain = {n.raw.id for n in run.corpus.notes if not any(label.kind in telling for label in n.labels)}
    flagged = [r.note for r in run.risks if r.note in plain and set(r.reasons)]
    assert len(plain) > 30
    assert len(flagged) <= 0.1 * len(plain)


def test_advice_is_given_only_where_there_is_a_reason(run):
    at_risk = {r.note: r for r in run.risks if r.reasons}
    assert set(run.advice) <= set(at_risk)
    for note, edits in run.advice.items():
        if any("points at" in e.why for e in edits):
            assert FIRST in at_risk[note].reasons


def test_the_command_writes_one_row_a_note_and_changes_nothing_unasked(run, tmp_path):
    notes, raw = tmp_path / "notes.jsonl", tmp_path / "raw.jsonl"
    notes.write_text(dump_anonymised(run.notes[:12]), "utf-8")
    raw.write_text(dump_notes(run.corpus.raw[:12]), "utf-8")
    before = notes.read_bytes()
    command = [sys.executable, "-m", "chatham", "risk", "--notes", notes, "--speakers", raw]
    command += ["--roster", DEV / "roster.csv", "--consultation", DEV / "consultation.yaml"]
    outputs = {name: tmp_path / name for name in ("risk.jsonl", "advice.jsonl", "applied.jsonl", "risk.html")}
    command += ["--output", outputs["risk.jsonl"], "--advice", outputs["advice.jsonl"]]
    command += ["--apply", outputs["applied.jsonl"], "--report", outputs["risk.html"]]
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in outputs["risk.jsonl"].read_text("utf-8").splitlines()]
    assert [row["note"] for row in rows] == [n.id for n in run.notes[:12]]
    assert all(list(row) == ["note", "k", "rank", "candidates", "reasons"] for row in rows)
    assert notes.read_bytes() == before
    assert {path.stat().st_mode & 0o777 for path in outputs.values()} == {0o600}
    assert done.stdout == ""
