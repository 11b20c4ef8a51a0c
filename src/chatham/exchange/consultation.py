"""consultation.yaml."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from chatham.errors import ConsultationError
from chatham.files import read_text
from chatham.model.framework import Code, Framework, ReviewObjective, default_framework, read_framework
from chatham.model.private import Facilitator
from chatham.model.public import Consultation, PublicSpeaker, WorkingGroup

__all__ = ["Programme", "read_consultation"]


class Programme(NamedTuple):
    """What consultation.yaml holds, parted at the wall: the public programme, and who led the groups."""

    consultation: Consultation
    facilitators: tuple[Facilitator, ...]


def read_consultation(path: str | Path) -> Programme:
    """Read consultation.yaml; fields that chatham does not know are passed over.

    Args:
        path: The file. A codebook that it names under `framework:` is looked for beside it.

    Raises:
        ConsultationError: Not YAML, no title, an unknown objective, an entry of the wrong shape.
        UnreadableFile: It, or its codebook, is missing or not UTF-8.
    """
    try:
        # the loader in C, where it is built in, takes a tenth of the time
        data = yaml.load(read_text(path), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = None if mark is None else f"line {mark.line + 1}"
        raise ConsultationError("not valid YAML", file=path, place=place) from None
    if not isinstance(data, dict):
        raise ConsultationError("not a consultation", file=path, fix="Start with `title:`")
    reader = _Reader(path, data)
    framework = reader.framework()
    groups = reader.entries("working_groups")
    return Programme(
        Consultation(
            title=reader.text("title") or reader.missing("title"),
            date=reader.text("date"),
            place=reader.text("place"),
            mode=reader.text("mode"),
            objectives=reader.codes(data, framework, "objectives"),
            rounds=reader.number("rounds"),
            working_groups=tuple(
                WorkingGroup(
                    id=reader.text("id", group) or reader.missing("working_groups.id"),
                    name=reader.text("name", group) or reader.text("id", group),
                    objectives=reader.codes(group, framework, "objectives"),
                )
                for group in groups
            ),
            organisers=reader.names("organisers"),
            public_speakers=tuple(
                PublicSpeaker(
                    name=reader.text("name", one) or reader.missing("public_speakers.name"),
                    role=reader.text("role", one),
                    organisation=reader.text("organisation", one),
                )
                for one in reader.entries("public_speakers")
            ),
            public_figures=reader.names("public_figures"),
            language=reader.text("language") or "en",
            registration_deadline=reader.text("registration_deadline") or None,
            settings=reader.mapping("settings"),
            framework=framework,
        ),
        tuple(
            Facilitator(name=name, working_group=reader.text("id", group))
            for group in groups
            for name in reader.people("facilitator", group) + reader.people("facilitators", group)
        ),
    )


class _Reader:
    """Takes fields out of the parsed YAML, and knows the file for the error message."""

    def __init__(self, path: str | Path, data: dict[str, Any]):
        self.path = path
        self.data = data

    def wrong(self, field: str, fix: str) -> ConsultationError:
        return ConsultationError(f"`{field}` is wrong", file=self.path, fix=fix)

    def missing(self, field: str) -> str:
        raise ConsultationError(f"no `{field}`", file=self.path, fix=f"Add `{field}:`")

    def text(self, field: str, data: dict[str, Any] | None = None) -> str:
        value = (self.data if data is None else data).get(field)
        if value is None:
            return ""
        if isinstance(value, datetime.date):  # YAML reads an unquoted 2020-11-19 as a date
            return value.isoformat()
        if isinstance(value, str | int | float):
            return str(value).strip()
        raise self.wrong(field, "Write one line of text")

    def number(self, field: str) -> int | None:
        value = self.data.get(field)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise self.wrong(field, "Write a whole number")

    def entries(self, field: str) -> list[dict[str, Any]]:
        value = self.data.get(field) or []
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            raise self.wrong(field, "Write a list of entries, each with its fields")
        return value

    def names(self, field: str, data: dict[str, Any] | None = None) -> tuple[str, ...]:
        value = (self.data if data is None else data).get(field) or []
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise self.wrong(field, "Write a list of names")
        return tuple(v.strip() for v in value if v.strip())

    def people(self, field: str, group: dict[str, Any]) -> tuple[str, ...]:
        value = group.get(field)
        return (value.strip(),) if isinstance(value, str) and value.strip() else self.names(field, group)

    def mapping(self, field: str) -> dict[str, Any]:
        value = self.data.get(field) or {}
        if not isinstance(value, dict):
            raise self.wrong(field, "Write `name: value` lines")
        return {str(k): v for k, v in value.items()}

    def codes(self, data: dict[str, Any], framework: Framework, field: str) -> tuple[Code, ...]:
        value = data.get(field) or []
        if not isinstance(value, list):
            raise self.wrong(field, "Write a list of codes: [4, 8]")
        codes = tuple(framework.code(v) for v in value)
        known = tuple(c for c in codes if c is not None)
        if len(known) != len(codes):
            raise self.wrong(field, f"Use codes of {framework.short_name}, or name another codebook under `framework:`")
        return known

    def framework(self) -> Framework:
        name = self.text("framework")
        base = read_framework(Path(self.path).parent / name) if name else default_framework()
        asked = self.entries("review_objectives")
        if not asked:
            return base
        known = {r.id: r for r in base.review_objectives}
        reviews: list[ReviewObjective] = []
        for entry in asked:
            identity = self.text("id", entry) or self.missing("review_objectives.id")
            title = self.text("title", entry) or (known[identity].title if identity in known else identity)
            old = known.get(identity)
            reviews.append(
                ReviewObjective(
                    id=identity,
                    title=title,
                    heading=self.text("heading", entry) or (old.heading if old else title),
                    keywords=old.keywords if old else (),
                )
            )
        return base.model_copy(update={"review_objectives": tuple(reviews)})
