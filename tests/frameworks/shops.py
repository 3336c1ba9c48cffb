"""Shops in React frameworks with the widget's package in them, as processes and servers of their own."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.saleor.processes import free_port, listens, until

REPOSITORY = Path(__file__).parents[2]
BUILT = REPOSITORY / "build" / "frameworks"


def build() -> None:
    subprocess.run([REPOSITORY / "scripts" / "frameworks"], check=True)


@contextmanager
def next_shop(command: str, log: Path, **environment: str) -> Iterator[str]:
    """Run the Next.js shop ("start", or "dev" for React's development build); gives its address."""
    port = free_port()
    folder = BUILT / "next"
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    with log.open("w") as said:
        process = subprocess.Popen(
            [
                "node",
                "node_modules/next/dist/bin/next",
                command,
                "-H",
                "127.0.0.1",
                "-p",
                str(port),
            ],
            cwd=folder,
            env=kept | environment | {"NEXT_TELEMETRY_DISABLED": "1"},
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
    try:
        until(lambda: listens(port) or process.poll() is not None, f"next {command}")
        assert process.poll() is None, log.read_text()
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


@contextmanager
def static_shop(folder: Path) -> Iterator[str]:
    """Serve the files of a folder, and its index.html for any other address; gives its own address."""
    handler = partial(_OnePage, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class _OnePage(SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        found = Path(super().translate_path(path))
        return str(found if found.is_file() else Path(self.directory) / "index.html")

    def log_message(self, *_: Any) -> None:
        """Say nothing."""
