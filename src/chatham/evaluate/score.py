"""The figures: what was found, what was kept, what can still be read, and what was lost.

An anonymiser's output is held against itself first: its edits, applied to the raw text, must give its text exactly.
Then, over all notes:

    recall          labels whose every letter and digit lies inside an edit, by kind; identity is P, A and C together
    notes safe      notes with at least one P, A or C label, all of them gone
    kept            K labels that no edit touches
    leaks           P, A and C surfaces (whole words, case and width folded) that stand more often in the anonymised
                    note than in the raw note with its labelled mentions blanked out
    collateral      words inside edits that touch no P, A, C or Q label

A finding without a replacement is marked for a reviewer and counts for nothing.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from chatham.evaluate.corpus import IDENTITY, Corpus, Label, LabelKind, LabelledNote
from chatham.evaluate.forms import Forms
from chatham.model.private import Finding
from chatham.model.public import AnonymisedNote

__all__ = ["FormRecall", "Miss", "Ratio", "Scores", "score"]

_WORD = re.compile(r"\w+")


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Ratio(_Frozen):
    """So many of so many."""

    hits: int
    total: int

    @property
    def share(self) -> float:
        """From 0 to 1; 0 of none is 0."""
        return self.hits / max(1, self.total)


class FormRecall(_Frozen):
    """How many mentions of one form are gone."""

    kind: LabelKind
    form: str
    recall: Ratio


class Miss(_Frozen):
    """One label that fared ill; the words themselves are looked up in the corpus.

    Attributes:
        note: Id of the note.
        start: First code point in the raw text.
        end: One past the last.
        kind: Of the label.
        form: How it is typed.
        fault: `missed` (still there in part or whole), `lost` (content that an edit touches), `readable`.
    """

    note: str
    start: int
    end: int
    kind: LabelKind
    form: str
    fault: str


class Scores(_Frozen):
    """All figures of one anonymiser on one corpus.

    Attributes:
        recall: Labels that are gone, by kind (P, A, C, Q).
        identity: P, A and C together.
        notes_safe: Notes with a P, A or C label, all of them gone.
        kept: K labels that stand untouched.
        leaks: Surfaces that can still be read.
        collateral: Words lost that belong to no label that must go, of all words.
        forms: Recall by form of mention, in the order P, A, C, Q, commonest form first.
        breaches: Where output and findings contradict each other or the corpus, by note id; empty is right.
        misses: Every label missed, lost or readable, in the order of the corpus.
    """

    recall: dict[LabelKind, Ratio]
    identity: Ratio
    notes_safe: Ratio
    kept: Ratio
    leaks: int
    collateral: Ratio
    forms: tuple[FormRecall, ...] = ()
    breaches: tuple[str, ...] = ()
    misses: tuple[Miss, ...] = ()

    @property
    def collateral_per_thousand(self) -> float:
        """Words lost that belong to no label that must go, per thousand words of text."""
        return 1000 * self.collateral.share

    def figures(self) -> dict[str, float]:
        """The figures by name, shares from 0 to 1."""
        return {
            **{f"recall_{kind}": self.recall[kind].share for kind in self.recall},
            "recall_identity": self.identity.share,
            "notes_safe": self.notes_safe.share,
            "kept_K": self.kept.share,
            "text_leaks": self.leaks,
            "collateral_per_1000": self.collateral_per_thousand,
            "contract_breaches": len(self.breaches),
        }

    def to_json(self) -> str:
        """The figures and the recall by form as one JSON object; no text of any note."""
        content = {
            "figures": {name: round(value, 4) for name, value in self.figures().items()},
            "forms": [
                {"kind": str(row.kind), "form": row.form, "gone": row.recall.hits, "of": row.recall.total}
                for row in self.forms
            ],
            "breaches": list(self.breaches),
        }
        return json.dumps(content, indent=2) + "\n"


def score(corpus: Corpus, notes: Iterable[AnonymisedNote], findings: Iterable[Finding]) -> Scores:
    """Hold an anonymiser's output against a labelled corpus.

    Args:
        corpus: What should have happened.
        notes: What came out, in any order.
        findings: The edits that led there.
    """
    labelled = {note.raw.id: note for note in corpus.notes}
    breaches: list[str] = []
    output: dict[str, str] = {}
    for made in notes:
        if made.id not in labelled:
            breaches.append(f"unknown note {made.id}")
        if made.id in output:
            breaches.append(f"note {made.id} twice")
        output[made.id] = made.text
    breaches += [f"note {i} missing" for i in labelled if i not in output]
    edits = _edits(labelled, findings, breaches)
    tally = _Tally(Forms(corpus.roster))
    for identity, note in labelled.items():
        here = edits.get(identity, [])
        applied = _apply(note.raw.text, here, identity, breaches)
        if identity in output and applied != output[identity]:
            breaches.append(f"note {identity}: findings applied do not give its text")
        tally.add(note, here, output.get(identity, ""))
    return tally.scores(breaches)


class _Tally:
    """Counts, over the notes of a corpus."""

    def __init__(self, forms: Forms):
        self.forms = forms
        self.hits: Counter[LabelKind] = Counter()
        self.totals: Counter[LabelKind] = Counter()
        self.form_hits: Counter[tuple[LabelKind, str]] = Counter()
        self.form_totals: Counter[tuple[LabelKind, str]] = Counter()
        self.misses: list[Miss] = []
        self.leaks = self.safe = self.notes = self.words = self.lost = 0

    def add(self, note: LabelledNote, edits: Sequence[Finding], output: str) -> None:
        text = note.raw.text
        covered = _mask(len(text), ((e.start, e.end) for e in edits))
        going = _mask(len(text), ((label.start, label.end) for label in note.labels if label.kind != LabelKind.KEEP))
        for word in _WORD.finditer(text):
            stretch = slice(*word.span())
            self.words += 1
            self.lost += any(covered[stretch]) and not any(going[stretch])
        names = _mask(len(text), ((label.start, label.end) for label in note.labels if label.kind in IDENTITY))
        blanked = fold_width("".join(" " if named else c for c, named in zip(text, names, strict=True)))
        readable = fold_width(output)
        safe = True
        seen: set[str] = set()
        for label in note.labels:
            self.totals[label.kind] += 1
            stretch = slice(label.start, label.end)
            if label.kind is LabelKind.KEEP:
                kept = not any(covered[stretch])
                self.hits[label.kind] += kept
                if not kept:
                    self._miss(note, label, "lost")
                continue
            gone = all(hidden for c, hidden in zip(text[stretch], covered[stretch], strict=True) if c.isalnum())
            self.hits[label.kind] += gone
            form = self.forms.of(note, label)
            self.form_totals[label.kind, form] += 1
            self.form_hits[label.kind, form] += gone
            if not gone:
                self._miss(note, label, "missed")
            if label.kind not in IDENTITY:
                continue
            safe = safe and gone
            surface = fold_width(note.surface(label))
            if surface not in seen and _count(surface, readable) > _count(surface, blanked):
                self.leaks += 1
                self._miss(note, label, "readable")
            seen.add(surface)
        if any(label.kind in IDENTITY for label in note.labels):
            self.notes += 1
            self.safe += safe

    def _miss(self, note: LabelledNote, label: Label, fault: str) -> None:
        self.misses.append(
            Miss(
                note=note.raw.id,
                start=label.start,
                end=label.end,
                kind=label.kind,
                form=self.forms.of(note, label),
                fault=fault,
            )
        )

    def scores(self, breaches: Sequence[str]) -> Scores:
        asked = (*IDENTITY, LabelKind.INDIRECT)
        order = {kind: place for place, kind in enumerate(LabelKind)}
        return Scores(
            recall={kind: Ratio(hits=self.hits[kind], total=self.totals[kind]) for kind in asked},
            identity=Ratio(hits=sum(self.hits[k] for k in IDENTITY), total=sum(self.totals[k] for k in IDENTITY)),
            notes_safe=Ratio(hits=self.safe, total=self.notes),
            kept=Ratio(hits=self.hits[LabelKind.KEEP], total=self.totals[LabelKind.KEEP]),
            leaks=self.leaks,
            collateral=Ratio(hits=self.lost, total=self.words),
            forms=tuple(
                FormRecall(kind=kind, form=form, recall=Ratio(hits=self.form_hits[kind, form], total=total))
                for (kind, form), total in sorted(
                    self.form_totals.items(), key=lambda item: (order[item[0][0]], -item[1], item[0][1])
                )
            ),
            breaches=tuple(breaches),
            misses=tuple(self.misses),
        )


def fold_width(text: str) -> str:
    """Text without differences of case and width."""
    return unicodedata.normalize("NFKC", text).casefold()


def _count(surface: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(surface)}(?!\w)", text)) if surface.strip() else 0


def _mask(length: int, spans: Iterable[tuple[int, int]]) -> bytearray:
    mask = bytearray(length)
    for start, end in spans:
        mask[start:end] = b"\1" * (end - start)
    return mask


def _edits(
    labelled: Mapping[str, LabelledNote], findings: Iterable[Finding], breaches: list[str]
) -> dict[str, list[Finding]]:
    edits: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.note not in labelled:
            breaches.append(f"finding for unknown note {finding.note}")
        elif finding.replacement is not None:
            if not 0 <= finding.start < finding.end <= len(labelled[finding.note].raw.text):
                breaches.append(f"note {finding.note}: offsets {finding.start}..{finding.end}")
            else:
                edits.setdefault(finding.note, []).append(finding)
    return {note: sorted(found, key=lambda f: (f.start, f.end, f.replacement or "")) for note, found in edits.items()}


def _apply(text: str, edits: Sequence[Finding], note: str, breaches: list[str]) -> str:
    pieces: list[str] = []
    position = 0
    for edit in edits:
        if edit.start < position:
            breaches.append(f"note {note}: edits overlap at {edit.start}")
        pieces += [text[position : edit.start], edit.replacement or ""]
        position = max(position, edit.end)
    pieces.append(text[position:])
    return "".join(pieces)
