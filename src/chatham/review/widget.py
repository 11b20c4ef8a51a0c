"""The editor in a notebook: JupyterLab, VS Code, Colab.

It keeps nothing in traits: those are saved with the notebook, and a saved notebook travels. All that the page shows
comes as messages, which are saved nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import anywidget

from chatham.model.private import NoteRisk
from chatham.model.public import Consultation
from chatham.review.advised import Advised
from chatham.review.bulk import Source
from chatham.review.conversation import Conversation

__all__ = ["Editor"]

_STATIC = Path(__file__).parent / "static"


class Editor(anywidget.AnyWidget):
    """Shows notes one by one, with what was redacted and why, and records every decision at once.

    Args:
        store: Where the notes are.
        who: The reviewer, as signed on every decision.
        consultation: For the titles of objectives and working groups.
        risks: Note id to what the risk audit says of it.
        advised: Note id to what it advises the note to say.
    """

    _esm = _STATIC / "editor.js"
    _css = _STATIC / "editor.css"

    def __init__(
        self,
        store: Source,
        *,
        who: str,
        consultation: Consultation | None = None,
        risks: Mapping[str, NoteRisk] | None = None,
        advised: Mapping[str, Advised] | None = None,
    ):
        super().__init__()
        self._conversation = Conversation(store, who=who, consultation=consultation, risks=risks, advised=advised)
        self.on_msg(self._heard)

    def _heard(self, _widget: Any, content: Any, _buffers: Any) -> None:
        for message in self._conversation.answer(content if isinstance(content, dict) else {}):
            self.send(message)
