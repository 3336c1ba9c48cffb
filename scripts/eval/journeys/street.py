"""What is outside the shop: the providers' look-alikes, and the door their webhooks come to, on loopback."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from agentpay_plugin.demo.lookalikes.web import Request, Response

Answer = Callable[[Request], Response | None]


@dataclass
class Street:
    """One port for all, as the demo has it. `doors` answer below their first folder; the rest is put down.

    What is put down is a webhook: it is answered at once and handed in by whoever works here, in their thread.
    """

    doors: Mapping[str, Answer] = field(default_factory=dict)
    letters: deque[Request] = field(default_factory=deque)

    def __post_init__(self) -> None:
        street = self

        class Handler(_Handler):
            def take(self, request: Request) -> Response | None:
                return street.answer(request)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.daemon = True
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, request: Request) -> Response | None:
        """Answer below a door's folder, with the path from there; put down everything else."""
        folder = request.path.split("/")[1]
        if folder not in self.doors:
            self.letters.append(request)
            return Response(200)
        below = request.path.removeprefix(f"/{folder}")
        asked = Request(request.method, below, request.query, request.headers, request.body)
        return self.doors[folder](asked)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Headers and body go out as one packet: else each answer waits for the other side's acknowledgement.
    wbufsize = -1
    disable_nagle_algorithm = True

    def take(self, request: Request) -> Response | None:
        raise NotImplementedError

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        found = self.take(Request(self.command, parts.path, parts.query, headers, body))
        if found is None:
            self.close_connection = True
            return
        self.send_response(found.status)
        for name, value in found.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(found.body)))
        self.end_headers()
        self.wfile.write(found.body)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET  # noqa: N815

    def log_message(self, *_: Any) -> None:
        """Say nothing."""
