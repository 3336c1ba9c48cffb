"""`python -m agentpay_plugin.gateway`: runs the realtime gateway, set by AGENTPAY_* in the environment."""

from __future__ import annotations

import gc
import logging
import os
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from agentpay_plugin.gateway.app import make_app
from agentpay_plugin.gateway.settings import WrongSettings, settings_from
from agentpay_plugin.gateway.socket import Socket

SHUTDOWN_SECONDS = 8  # for calls of the shop that are under way
ENDING = (signal.SIGTERM, signal.SIGINT)


class Server(uvicorn.Server):
    """uvicorn's, but being told to end and ending well is a success: it does not die of the signal."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Note the signals that end it."""
        before = {each: signal.signal(each, self.handle_exit) for each in ENDING}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)


def main() -> int:
    """Serve until SIGTERM or Ctrl-C; 2 and what is wrong for wrong settings."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    # uvicorn and httpx would name every connection and call.
    for name in ("uvicorn.error", "uvicorn.access", "httpx"):
        logging.getLogger(name).setLevel(logging.WARNING)
    try:
        settings = settings_from(os.environ)
        app = make_app(settings)
    except WrongSettings as error:
        print(error, file=sys.stderr)  # noqa: T201 a command's words to its operator
        return 2
    _allow_files()
    _collect_seldom()
    logging.info("AgentPay realtime gateway on http://%s:%s/graphql/", settings.host, settings.port)
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        ws=Socket,
        ws_max_size=settings.limits.message_bytes,
        ws_ping_interval=settings.ping_seconds,
        ws_ping_timeout=settings.ping_seconds,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
        access_log=False,
        log_config=None,
        proxy_headers=False,
        server_header=False,
    )
    Server(config).run()
    return 0


def _allow_files() -> None:
    """Take as many open files as the system gives: each connection is one, and the default often 1024."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _collect_seldom() -> None:
    """Look for garbage less often: a full look over thousands of connections halts them all meanwhile."""
    gc.freeze()  # what is loaded by now stays
    gc.set_threshold(20_000)


if __name__ == "__main__":
    sys.exit(main())
