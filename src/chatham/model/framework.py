"""The codebook: objectives, review objectives, stakeholder categories and subregions, as data.

The package carries the Global Compact for Migration; a consultation may bring another compact and another review in a
file of the same form. What such a file leaves out is taken from the package.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from chatham.errors import ConsultationError
from chatham.files import read_text

__all__ = [
    "Category",
    "CategoryGroup",
    "Code",
    "Framework",
    "GenderWord",
    "Mandate",
    "Objective",
    "ReviewObjective",
    "Step",
    "Subregion",
    "default_framework",
    "read_framework",
]

Code = int | str
"""An objective's number or letter, as the codebook has it."""

Step = Literal["country", "subregion", "category", "group"]
"""What a description of a speaker may say."""

_DATA = Path(__file__).parent / "data"
_FORMAT = 1
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one in C where it is built in: a tenth of the time, on the way of every command."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Objective(_Frozen):
    """One objective: its code, its official title, and a few words for headings once the title has been given."""

    code: Code
    title: str
    short: str = ""
    keywords: tuple[str, ...] = ()


class ReviewObjective(_Frozen):
    """One question of the review: what the consultation asks for (`title`), and how the note heads it."""

    id: str
    title: str
    heading: str
    keywords: tuple[str, ...] = ()


class Mandate(_Frozen):
    """A sentence of the note's introduction that says on whose authority the review is held, and its source."""

    text: str
    footnote: str = ""


class Category(_Frozen):
    """A stakeholder category: what stands in a roster, and how the note says it."""

    id: str
    phrase: str


class Subregion(_Frozen):
    """A subregion and its countries, by their official short names."""

    name: str
    countries: tuple[str, ...]


class CategoryGroup(_Frozen):
    """Stakeholder categories that may go under one name."""

    name: str
    categories: tuple[str, ...]


class GenderWord(_Frozen):
    """A word that says that somebody is a woman (`F`) or a man (`M`), and what says the same without."""

    word: str
    gender: str
    general: str


class Framework(_Frozen):
    """A codebook.

    Attributes:
        name: The instrument's full name.
        short_name: How people abbreviate it; also the word in `[GCM 8]` tags.
        source: Where the titles come from.
        objectives: In the order of the codebook.
        review_objectives: In the order in which the note takes them.
        categories: Stakeholder categories.
        region: What the subregions are parts of.
        subregions: With their countries.
        round_tables: Round table to objective codes; may be empty.
        mandate: Sentences for the introduction; may be empty.
        abbreviations: Abbreviation and what it stands for.
        descriptions: Policy of attribution to its steps, the most telling first: what each says of a speaker.
        category_groups: For the step `group`.
        gender: Words that tell it, with more general ones.
    """

    name: str
    short_name: str
    source: str = ""
    objectives: tuple[Objective, ...]
    review_objectives: tuple[ReviewObjective, ...]
    categories: tuple[Category, ...]
    region: str
    subregions: tuple[Subregion, ...]
    round_tables: tuple[tuple[Code, tuple[Code, ...]], ...] = ()
    mandate: tuple[Mandate, ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    descriptions: tuple[tuple[str, tuple[tuple[Step, ...], ...]], ...] = ()
    category_groups: tuple[CategoryGroup, ...] = ()
    gender: tuple[GenderWord, ...] = ()

    def steps(self, policy: str) -> tuple[tuple[Step, ...], ...]:
        """What descriptions of a policy say, the most telling first; none for a policy without any."""
        return dict(self.descriptions).get(policy, ())

    def group(self, category: str | None) -> str | None:
        """The name of the group that a category belongs to, if it belongs to one."""
        return next((g.name for g in self.category_groups if category in g.categories), None)

    def code(self, value: object) -> Code | None:
        """The codebook's own form of a code (`"8"` and `8` are the same), or None if it has no such objective."""
        if isinstance(value, bool) or not isinstance(value, int | str):
            return None
        wanted = str(value).strip().casefold()
        return next((o.code for o in self.objectives if str(o.code).casefold() == wanted), None)

    def objective(self, code: Code) -> Objective:
        """The objective of that code.

        Raises:
            KeyError: The codebook has no such objective.
        """
        known = self.code(code)
        for objective in self.objectives:
            if objective.code == known:
                return objective
        raise KeyError(code)

    def review_objective(self, name: str) -> ReviewObjective | None:
        """The review objective of that id, whatever its case, spaces or hyphens."""
        wanted = name.strip().casefold().replace(" ", "_").replace("-", "_")
        return next((r for r in self.review_objectives if r.id.casefold() == wanted), None)


@cache
def default_framework() -> Framework:
    """The Global Compact for Migration with the subregions of Asia and the Pacific."""
    return _framework(_package(), _DATA / "gcm.yaml")


def read_framework(path: str | Path) -> Framework:
    """Read a codebook file; objectives are required, what else it leaves out is the package's.

    Args:
        path: A YAML file in the form of the package's own `gcm.yaml` and `regions.yaml` taken together.

    Raises:
        ConsultationError: It is not YAML, has no objectives, or has an entry of the wrong shape.
        UnreadableFile: It is missing or not UTF-8.
    """
    given = _load(path)
    if not given.get("objectives"):
        raise ConsultationError("has no objectives", file=path, fix="List them under `objectives:` as code: title")
    base = _package()
    for own in ("round_tables", "mandate", "short_titles"):
        base.pop(own, None)
    if "name" not in given:
        raise ConsultationError("has no name", file=path, fix="Give the instrument's name under `name:`")
    base["source"] = ""
    base["short_name"] = given["name"]
    return _framework(base | given, path)


def _package() -> dict[str, Any]:
    names = ("regions.yaml", "short_forms.yaml", "hierarchies.yaml", "gcm.yaml")
    return {key: value for name in names for key, value in _load(_DATA / name).items()}


def _load(path: str | Path) -> dict[str, Any]:
    try:
        data = yaml.load(read_text(path), Loader=_LOADER)  # noqa: S506 - a safe one
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = None if mark is None else f"line {mark.line + 1}"
        raise ConsultationError("not valid YAML", file=path, place=place) from None
    if not isinstance(data, dict):
        raise ConsultationError("not a codebook", file=path, fix="Write `name:` and `objectives:`")
    if data.pop("format", _FORMAT) != _FORMAT:
        raise ConsultationError(f"not a codebook of format {_FORMAT}", file=path, fix="Use a newer chatham")
    return {str(key): value for key, value in data.items()}


def _framework(data: Mapping[str, Any], path: str | Path) -> Framework:
    fields = dict(data)
    try:
        short = dict(fields.pop("short_titles", {}))
        fields["objectives"] = tuple(
            _entry({"code": k, "short": short.get(k, "")}, v) for k, v in dict(data["objectives"]).items()
        )
        fields["review_objectives"] = tuple(_reviewed(str(k), v) for k, v in dict(data["review_objectives"]).items())
        fields["categories"] = tuple({"id": str(k), "phrase": v} for k, v in dict(data["categories"]).items())
        fields["subregions"] = tuple({"name": str(k), "countries": v} for k, v in dict(data["subregions"]).items())
        fields["round_tables"] = tuple((k, tuple(v)) for k, v in dict(data.get("round_tables", {})).items())
        fields["descriptions"] = tuple(
            (str(k), tuple(tuple(step) for step in steps)) for k, steps in dict(data.get("descriptions", {})).items()
        )
        fields["category_groups"] = tuple(
            {"name": str(k), "categories": tuple(v)} for k, v in dict(data.get("category_groups", {})).items()
        )
        fields["gender"] = tuple(
            {"word": str(word), "gender": str(gender), "general": general}
            for gender, words in dict(data.get("gender", {})).items()
            for word, general in dict(words).items()
        )
        fields["abbreviations"] = tuple((str(k), v) for k, v in dict(data.get("abbreviations", {})).items())
        return Framework.model_validate(fields)
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise ConsultationError(f"`{place}` is wrong", file=path, fix="See the codebook section of the docs") from None
    except (TypeError, ValueError, AttributeError):
        raise ConsultationError("a list of entries is not of the form `code: title`", file=path) from None


def _entry(key: dict[str, Any], value: object) -> dict[str, Any]:
    return key | (dict(value) if isinstance(value, Mapping) else {"title": value})


def _reviewed(name: str, value: object) -> dict[str, Any]:
    entry = _entry({"id": name}, value)
    return {"heading": entry.get("title")} | entry
