"""Notes that a rapporteur writes down in Python or a notebook."""

from __future__ import annotations

from collections.abc import Sequence

from chatham.capture.desk import Draft
from chatham.capture.identity import identities
from chatham.errors import InputError
from chatham.model.framework import Code, Framework
from chatham.model.private import RawNote
from chatham.model.public import Consultation

__all__ = ["make_note"]

_NO_FILE = "\0"  # no file is called so: every note that is there already is another file's


def make_note(
    text: str,
    *,
    consultation: Consultation,
    known: Sequence[RawNote] = (),
    objectives: Sequence[Code] = (),
    review: str | None = None,
    speaker: str | None = None,
    working_group: str | None = None,
    round: int | None = None,  # noqa: A002 (the field's word, in every format)
    rapporteur: str | None = None,
) -> RawNote:
    """A note, held against the consultation's codebook and groups.

    Args:
        text: What was said.
        consultation: Its codebook and working groups.
        known: Notes that are there already: the same text, written down again, keeps its id.
        objectives: Codes of the codebook.
        review: Id of a review objective.
        speaker: Who said it.
        working_group: Id or name of a group.
        round: Of the working groups, from 1.
        rapporteur: Who writes.

    Raises:
        InputError: No text, or an unknown objective, review objective or group.
    """
    framework = consultation.framework
    if not text.strip():
        raise InputError("a note without text", fix="Say what was said")
    group = None if working_group is None else consultation.working_group(working_group)
    if working_group is not None and group is None:
        groups = ", ".join(g.id for g in consultation.working_groups)
        fix = f"Use one of {groups}" if groups else "List the groups in consultation.yaml"
        raise InputError("no such working group in the consultation", fix=fix)
    asked = None if review is None else framework.review_objective(review)
    if review is not None and asked is None:
        reviews = ", ".join(r.id for r in framework.review_objectives)
        raise InputError("no such review objective", fix=f"Use one of {reviews}")
    again = next((n.id for n in known if n.origin is None and n.text == text), None)
    draft = Draft(text=text, place="", id=again)
    return RawNote(
        id=identities([(_NO_FILE, draft)], known)[0],
        text=text,
        working_group=group.id if group else None,
        round=round,
        speaker=speaker or None,
        objectives=_codes(objectives, framework),
        review=asked.id if asked else None,
        rapporteur=rapporteur,
    )


def _codes(objectives: Sequence[Code], framework: Framework) -> tuple[Code, ...]:
    codes: list[Code] = []
    for given in objectives:
        code = framework.code(given)
        if code is None:
            raise InputError(
                f"no objective of that code in {framework.short_name}",
                fix=f"Codes are {', '.join(str(o.code) for o in framework.objectives)}",
            )
        codes.append(code)
    return tuple(dict.fromkeys(codes))
