"""Starts the demo's web process, and ends it: by Ctrl-C everything that runs comes to its end."""

from __future__ import annotations

import shutil
import signal
import socket
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

import uvicorn
from django.core.management import call_command
from django.db import connections

from agentpay_plugin.demo import settings, wiring
from agentpay_plugin.demo.asgi import MODEL_PREFIX, application
from agentpay_plugin.demo.bank import Bank, banks
from agentpay_plugin.demo.openai.lookalike import LookAlike as OpenAI
from agentpay_plugin.demo.speakers.speaker import Speaker
from agentpay_plugin.demo.webhooks import register
from agentpay_plugin.demo.words import ready

KEEP_SECONDS = 1.0
GRACE_SECONDS = 5  # for requests under way when it ends


def start() -> int:
    """Serve until interrupted. Returns the exit code."""
    listener = _listener()
    if listener is None:
        return 1
    _say("preparing the database …")
    settings.DEMO_DIR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    connections.close_all()
    if settings.HAS_WORKERS:
        elsewhere = wiring.bases().items()
        if not all(register(name, base, settings.PUBLIC_URL) for name, base in elsewhere):
            return 1
        return _serve(listener, ())
    here = banks(settings.PUBLIC_URL, settings.DEMO_DIR)
    address = f"{settings.PUBLIC_URL}{MODEL_PREFIX}"
    model = OpenAI(address) if settings.IS_SCRIPTED else None
    with _at_work(here):
        try:
            return _serve(listener, here, model)
        finally:
            if model is not None:
                model.stop()


def reset() -> int:
    """Forget all chats, orders and payments."""
    listener = _listener()
    if listener is None:
        return 1
    listener.close()
    if settings.HAS_WORKERS:
        call_command("migrate", verbosity=0)
        call_command("flush", interactive=False, verbosity=0)
    shutil.rmtree(settings.DEMO_DIR, ignore_errors=True)
    _say("forgotten: chats, carts, orders and payments")
    return 0


class _Server(uvicorn.Server):  # type: ignore[misc]
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        print(ready(), flush=True)


def _serve(listener: socket.socket, here: Sequence[Bank], model: Speaker | None = None) -> int:
    config = uvicorn.Config(
        application(here, model),
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
        server_header=False,
    )
    # uvicorn ends in order, and then hands the signal on to whoever held it before.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        _Server(config).run(sockets=[listener])
    _say("stopped; the data is kept, `make demo-reset` forgets it")
    return 0


@contextmanager
def _at_work(here: Sequence[Bank]) -> Iterator[None]:
    """Let the workers and the look-alikes live for the block."""
    hands, ended = wiring.hands(), threading.Event()

    def keep() -> None:
        while not ended.wait(KEEP_SECONDS):
            _keep(here)

    keeper = threading.Thread(target=keep, name="bank-keeper")
    for bank in here:
        bank.like.start()
    hands.start()
    keeper.start()
    try:
        yield
    finally:
        hands.stop()
        for bank in here:
            bank.like.stop()
        ended.set()
        keeper.join()
        _keep(here)


def _keep(here: Sequence[Bank]) -> None:
    for bank in here:
        bank.keep()


def _listener() -> socket.socket | None:
    """Return the bound socket; None, with a word on what to do, where the port is taken."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.HOST, settings.PORT))
    except OSError as error:
        listener.close()
        _say(
            f"port {settings.PORT} cannot be used: {error.strerror}. End what uses it, or choose another"
            f" PORT, such as PORT={settings.PORT + 10} make demo"
        )
        return None
    return listener


def _say(text: str) -> None:
    print(f"demo: {text}", file=sys.stderr, flush=True)
