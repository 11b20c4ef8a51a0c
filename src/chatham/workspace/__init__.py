"""A consultation's folder: the only place that knows the order of the stages. Also what notebooks use."""

from __future__ import annotations

from chatham.workspace.samples import copy_samples
from chatham.workspace.workspace import Workspace

__all__ = ["Workspace", "copy_samples"]
