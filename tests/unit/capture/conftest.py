from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from chatham.capture.reading import Captured, read
from chatham.model.public import Consultation, WorkingGroup


@pytest.fixture
def consultation() -> Consultation:
    return Consultation(
        title="A consultation",
        objectives=(4, 8, 9, 21),
        working_groups=(
            WorkingGroup(id="WG1", name="Working Group 1: identity", objectives=(4, 8, 21)),
            WorkingGroup(id="WG2", name="Working Group 2: smuggling", objectives=(9,)),
        ),
    )


@pytest.fixture
def capture(tmp_path: Path) -> Callable[..., Captured]:
    """Writes a file and reads it."""

    def captured(content: str | bytes, name: str = "notes.md", consultation: Consultation | None = None) -> Captured:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read([path], consultation=consultation)

    return captured
