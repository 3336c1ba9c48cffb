"""A shop's page, and at another origin the widget's files and the chat's API, with every fault a server can have."""

from __future__ import annotations

import json
import re
import threading
from collections import defaultdict
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.saleor.processes import free_port
from tests.widget.conversation import Conversation
from tests.widget.recorded import ORIGIN, WIDGET, recorded

SCRIPTS = WIDGET / "dist" / "script"
PICTURE = WIDGET / "dev" / "public" / "tee.svg"
OPERATION = re.compile(r"{\s*(\w+)")
NO_CACHE = {"Cache-Control": "no-store"}


@dataclass
class Page:
    """What stands at an address of the shop."""

    html: str
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Shop:
    """Both servers, and what they saw. Faults are given by operation, and used up one call after the other:
    a number is an HTTP status, "drop" ends the connection, "lost" does so after the work was done, and "stall" answers only after `release`."""

    conversation: Conversation = field(default_factory=lambda: Conversation(recorded("greeting")))
    pages: dict[str, Page] = field(default_factory=dict)
    faults: dict[str, list[int | str]] = field(default_factory=lambda: defaultdict(list))
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    page_port: int = field(default_factory=free_port)
    api_port: int = field(default_factory=free_port)
    _released: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _servers: dict[str, ThreadingHTTPServer] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.page_port}"

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self.api_port}"

    def start(self, *which: str) -> None:
        ports = {"page": self.page_port, "api": self.api_port}
        for name in which or ports:
            server = _Server(("127.0.0.1", ports[name]), _handler(self, name))
            self._servers[name] = server
            threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self, *which: str) -> None:
        """End the servers, as a restart does: nobody listens any more."""
        self.release()
        for name in which or list(self._servers):
            server = self._servers.pop(name)
            server.shutdown()
            server.server_close()

    def release(self) -> None:
        """Let the answers go that are held back."""
        self._released.set()
        self._released = threading.Event()

    def count(self, operation: str) -> int:
        return sum(name == operation for name, _ in self.calls)

    # --- what the handlers do

    def fault(self, operation: str) -> int | str | None:
        with self._lock:
            waiting = self.faults[operation]
            return waiting.pop(0) if waiting else None

    def answer(self, query: str, variables: dict[str, Any]) -> tuple[int, str] | None:
        """Return status and body; None ends the connection without an answer."""
        found = OPERATION.search(query)
        assert found, query
        operation = found[1]
        with self._lock:
            self.calls.append((operation, variables))
        fault = self.fault(operation)
        if isinstance(fault, int):
            return fault, "<h1>Something went wrong</h1>"
        if fault == "drop":
            return None
        released = self._released
        with self._lock:
            told = self.conversation.answer(operation, variables)
            body = json.dumps({"data": {operation: told}}).replace(ORIGIN, self.api)
        if fault == "lost":
            return None
        if fault == "stall":
            released.wait(60)
        return 200, body


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away is no error here."""


def _handler(shop: Shop, name: str) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        # One connection for each call: a browser repeats by itself what was lost on one that it used before.
        protocol_version = "HTTP/1.0"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            if path == "/tee.svg":
                return self.tell(200, PICTURE.read_bytes(), "image/svg+xml")
            if name == "page":
                page = shop.pages.get(path)
                if not page:
                    return self.tell(404, b"", "text/plain")
                return self.tell(200, page.html.encode(), "text/html; charset=utf-8", page.headers)
            shop.fetched.append(path.rpartition("/")[2])
            file = SCRIPTS / path.rpartition("/")[2]
            if not file.is_file():
                return self.tell(404, b"", "text/plain")
            return self.tell(200, file.read_bytes(), "text/javascript; charset=utf-8")

        def do_OPTIONS(self) -> None:
            self.tell(204, b"", "text/plain", {"Access-Control-Allow-Headers": "*"})

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            answer = shop.answer(body["query"], body["variables"])
            if answer is None:
                self.close_connection = True
                return self.connection.close()
            status, text = answer
            return self.tell(status, text.encode(), "application/json")

        def tell(
            self, status: int, body: bytes, kind: str, more: dict[str, str] | None = None
        ) -> None:
            self.send_response(status)
            headers = {"Content-Type": kind, "Access-Control-Allow-Origin": "*", **NO_CACHE}
            for key, value in (headers | (more or {})).items():
                self.send_header(key, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *given: Any) -> None:  # noqa: A002 the base's name
            """Say nothing: the tests do."""

    return Handler
