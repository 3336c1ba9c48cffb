"""A look-alike as a server of its own on loopback, or wherever it is told to listen."""

from __future__ import annotations

import argparse
import ssl
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Protocol, TypeVar
from urllib.parse import urlsplit

from agentpay_plugin.demo.lookalikes.faults import Faults
from agentpay_plugin.demo.lookalikes.web import Dropped, Request, Response, json_response

_BODY_LIMIT = 1_000_000  # bytes
_DROPS = 20  # that a slow body comes in

Door = Callable[[Request], Response]


class Served(Protocol):
    """What a server carries."""

    url: str
    faults: Faults

    def start(self) -> None: ...

    def stop(self) -> None: ...


Like = TypeVar("Like", bound=Served)


@contextmanager
def serving(
    make: Callable[[str], Like],
    door: Callable[[Like, Request], Response],
    port: int,
    host: str,
    public_url: str = "",
    tls: ssl.SSLContext | None = None,
) -> Iterator[Like]:
    """Run the look-alike that `make` returns for its URL for the block. Port 0: any free one.

    `public_url`: where browsers find it, when that is not where it listens.
    """
    server = _Server((host, port), _Handler)
    scheme = "http"
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
        scheme = "https"
    like = make(public_url.rstrip("/") or f"{scheme}://{host}:{server.server_address[1]}")
    server.door = lambda request: door(like, request)
    server.wait = like.faults.wait
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


def run(
    name: str,
    running: Callable[[int, str, str], AbstractContextManager[Served]],
    port: int,
    arguments: Sequence[str] | None,
) -> None:
    """Run a look-alike from the command line until interrupted."""
    parser = argparse.ArgumentParser(
        description=f"A look-alike of {name}'s API for tests and demos."
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=port)
    parser.add_argument("--public-url", default="", help="where browsers find the pay page")
    options = parser.parse_args(arguments)
    with running(options.port, options.host, options.public_url) as like:
        print(f"{name} look-alike on {like.url}", flush=True)
        with suppress(KeyboardInterrupt):
            threading.Event().wait()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    door: Door
    wait: Callable[[float], None]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Report what failed, unless it is a caller that hung up before its answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        self._serve()

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Say nothing: paths and bodies are other people's."""

    def _serve(self) -> None:
        try:
            response = self._answer()
        except Dropped:
            self.close_connection = True
            return
        if response.stream is not None:
            self._send_stream(response, response.stream)
            return
        self.send_response(response.status)
        for name, value in response.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        drops = _DROPS if response.seconds else 1
        size = -(-len(response.body) // drops) or 1
        for begin in range(0, len(response.body), size):
            self.wfile.write(response.body[begin : begin + size])
            self.server.wait(response.seconds / drops)

    def _send_stream(self, response: Response, stream: Generator[bytes]) -> None:
        """Send pieces as they come. A stream that is dropped ends without its last, empty piece."""
        self.protocol_version = "HTTP/1.1"
        self.send_response(response.status)
        for name, value in response.headers.items():
            self.send_header(name, value)
        self.send_header("Transfer-Encoding", "chunked")
        self.send_header("Connection", "close")
        self.end_headers()
        with closing(stream), suppress(Dropped):
            for piece in stream:
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            self.wfile.write(b"0\r\n\r\n")

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
        return self.server.door(request)
