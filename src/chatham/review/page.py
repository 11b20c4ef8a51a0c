"""The editor as a local page, for people who do not open notebooks.

The server is the standard library's: it hands out three files that hold nothing, and answers the messages of the
editor, which are the same as in a notebook. What keeps others out:

- it listens on 127.0.0.1, on a port that nobody chose;
- a message without the token, which only the address that was opened holds, is refused. The token travels in the
  fragment of the address and in a header: never in a request line, a referrer, a log or a cookie, and other pages
  cannot set that header;
- a request under another name than 127.0.0.1 is refused, so no name that points here (DNS rebinding) reaches it;
- the page loads nothing but these files, may not be framed, and is kept in no cache.
"""

from __future__ import annotations

import json
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from chatham.model.private import NoteRisk
from chatham.model.public import Consultation
from chatham.review.advised import Advised
from chatham.review.bulk import Source
from chatham.review.conversation import Conversation, Message
from chatham.review.queue import Filters

__all__ = ["Page"]

_STATIC = Path(__file__).parent / "static"
_FILES = {
    "/": ("page.html", "text/html; charset=utf-8"),
    "/page.js": ("page.js", "text/javascript; charset=utf-8"),
    "/editor.js": ("editor.js", "text/javascript; charset=utf-8"),
    "/editor.css": ("editor.css", "text/css; charset=utf-8"),
}
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_LONGEST_MESSAGE = 1_000_000
_MOST_PAGES = 8
"""So many windows of one reviewer are remembered; one more, and the oldest starts anew."""


class Page:
    """The page of one reviewer, served until `close`.

    Args:
        store: Where the notes are.
        who: The reviewer, as signed on every decision.
        consultation: For the titles of objectives and working groups.
        filters: Which notes are shown first; the undecided ones by default.
        risks: Note id to what the risk audit says of it.
        advised: Note id to what it advises the note to say.

    Attributes:
        address: To open in a browser on this machine; it holds the token.
    """

    def __init__(
        self,
        store: Source,
        *,
        who: str,
        consultation: Consultation | None = None,
        filters: Filters | None = None,
        risks: Mapping[str, NoteRisk] | None = None,
        advised: Mapping[str, Advised] | None = None,
    ):
        self._begin = partial(
            Conversation, store, who=who, consultation=consultation, filters=filters, risks=risks, advised=advised
        )
        self._conversations: OrderedDict[str, Conversation] = OrderedDict()
        self._lock = threading.Lock()
        token = secrets.token_urlsafe(32)
        self._server = _Server(("127.0.0.1", 0), _handler(self._answer, token))
        # The standard library's own loop is ended by a call that waits for ever where the loop has not begun: at a
        # Ctrl-C while the browser is being opened.
        self._serving = threading.Lock()
        self._closed = False
        self.address = f"http://127.0.0.1:{self._server.server_port}/#{token}"

    def serve(self) -> None:
        """Answer until `close` is called from another thread, or Ctrl-C."""
        with self._serving:
            while not self._closed:
                self._server.handle_request()

    def close(self) -> None:
        """Stop answering, whether anything has been answered yet or not."""
        self._closed = True
        with self._serving:
            self._server.server_close()

    def _answer(self, page: str, message: dict[str, Any]) -> list[Message]:
        # One at a time: what a conversation knows of the queue is no place for two threads.
        with self._lock:
            if page not in self._conversations:
                self._conversations[page] = self._begin()
                while len(self._conversations) > _MOST_PAGES:
                    self._conversations.popitem(last=False)
            self._conversations.move_to_end(page)
            return self._conversations[page].answer(message)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    timeout = 0.2  # seconds until it is seen again whether the page has been closed

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away in the middle is nothing to report, and a traceback might quote a note."""


def _handler(answer: Callable[[str, dict[str, Any]], list[Message]], token: str) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        server_version = "chatham"
        sys_version = ""
        timeout = 600

        def do_GET(self) -> None:
            if not self._ours():
                return
            name, kind = _FILES.get(self.path, (None, ""))
            if name is None:
                self._send(HTTPStatus.NOT_FOUND)
            else:
                self._send(HTTPStatus.OK, (_STATIC / name).read_bytes(), kind)

        def do_POST(self) -> None:
            length = self.headers.get("Content-Length", "")
            if not length.isdecimal() or int(length) > _LONGEST_MESSAGE:
                self.close_connection = True  # what follows cannot be told from the next request
                self._send(HTTPStatus.REQUEST_ENTITY_TOO_LARGE if length.isdecimal() else HTTPStatus.LENGTH_REQUIRED)
                return
            body = self.rfile.read(int(length))
            if not self._ours():
                return
            given = self.headers.get("X-Chatham-Token", "")
            if not secrets.compare_digest(given.encode(), token.encode()):
                self._send(HTTPStatus.FORBIDDEN)
                return
            try:
                message = json.loads(body)
            except ValueError:
                message = None
            if self.path != "/messages" or not isinstance(message, dict):
                self._send(HTTPStatus.BAD_REQUEST)
                return
            try:
                said = answer(self.headers.get("X-Chatham-Page", ""), message)
            except Exception:  # the last resort: the server would print what it was about, which may be a note
                self._send(HTTPStatus.INTERNAL_SERVER_ERROR)
                return
            self._send(HTTPStatus.OK, json.dumps(said, ensure_ascii=False).encode(), "application/json")

        def _ours(self) -> bool:
            """Whether the request was made to this address, and by a page of it; if not, it is refused."""
            host = f"127.0.0.1:{self.server.server_port}"  # type: ignore[attr-defined]
            if (
                self.headers.get_all("Host") == [host]
                and self.headers.get("Origin", f"http://{host}") == f"http://{host}"
            ):
                return True
            self._send(HTTPStatus.FORBIDDEN)
            return False

        def _send(self, status: HTTPStatus, body: bytes = b"", kind: str = "text/plain; charset=utf-8") -> None:
            self.send_response(status)
            for name, value in _HEADERS.items():
                self.send_header(name, value)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the standard library's name)
            """Nothing is logged."""

    return Handler
