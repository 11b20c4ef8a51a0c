"""Tags: those that people wrote, held against the codebook, and suggestions for notes without any."""

from __future__ import annotations

from chatham.tag.explicit import outside_mandate, tags_in
from chatham.tag.suggest import Suggestion, apply_suggestions, suggest

__all__ = ["Suggestion", "apply_suggestions", "outside_mandate", "suggest", "tags_in"]
