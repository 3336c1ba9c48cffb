"""The look-alike as a server: `running()` for tests and demos, `main()` for the command line."""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from agentpay_plugin.demo.stripe import doors
from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.demo.stripe.problems import Dropped
from agentpay_plugin.demo.stripe.web import Request, Response, json_response

_BODY_LIMIT = 1_000_000  # bytes


@contextmanager
def running(port: int = 0, host: str = "127.0.0.1", public_url: str = "") -> Iterator[LookAlike]:
    """Run a look-alike for the block; `.url` is its base URL. Port 0: any free one.

    `public_url`: where browsers find it, when that is not where it listens.
    """
    server = _Server((host, port), _Handler)
    bound = server.server_address[1]
    like = LookAlike(public_url.rstrip("/") or f"http://{host}:{bound}")
    server.look_alike = like
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    like.start()
    thread.start()
    try:
        yield like
    finally:
        like.stop()
        server.shutdown()
        server.server_close()
        thread.join()


def main(arguments: Sequence[str] | None = None) -> None:
    """Run until interrupted."""
    parser = argparse.ArgumentParser(
        description="A look-alike of Stripe's API for tests and demos."
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=12111)
    parser.add_argument("--public-url", default="", help="where browsers find the pay page")
    options = parser.parse_args(arguments)
    with running(options.port, options.host, options.public_url) as like:
        print(f"Stripe look-alike on {like.url}", flush=True)
        with suppress(KeyboardInterrupt):
            threading.Event().wait()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    look_alike: LookAlike

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Report what failed, unless it is a caller that hung up before its answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        self._serve()

    do_POST = do_DELETE = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Say nothing: paths and bodies are other people's."""

    def _serve(self) -> None:
        try:
            response = self._answer()
        except Dropped:
            self.close_connection = True
            return
        self.send_response(response.status)
        for name, value in response.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        self.wfile.write(response.body)

    def _answer(self) -> Response:
        length = int(self.headers.get("Content-Length") or 0)
        if length > _BODY_LIMIT:
            return json_response(413, {"error": {"message": "too large"}})
        parts = urlsplit(self.path)
        request = Request(
            method=self.command,
            path=parts.path,
            query=parts.query,
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.rfile.read(length),
        )
        return doors.answer(self.server.look_alike, request)
