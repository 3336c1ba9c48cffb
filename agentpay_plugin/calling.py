"""How any provider is called: outside our transactions, and within a deadline that holds."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from django.db import connections

from agentpay_plugin.errors import OpenTransaction

Result = TypeVar("Result")

# A server that drips bytes for ever keeps its thread; this many, and further calls are refused at once.
_THREADS = threading.BoundedSemaphore(64)


def refuse_open_transaction() -> None:
    """Raise OpenTransaction when this thread has a database transaction open.

    A kill during the call would undo what we know of it, while the provider keeps what it did.
    """
    if any(connection.in_atomic_block for connection in connections.all(initialized_only=True)):
        raise OpenTransaction("a provider was about to be called inside a database transaction")


def within(seconds: float, work: Callable[[], Result]) -> Result:
    """Return what `work` returns, or raise its error, or TimeoutError after `seconds` in all.

    It runs in a thread of its own, since a socket's timeout begins anew with every byte and does not
    cover the look-up of a name. Work that is late runs out unheard.
    """
    if not _THREADS.acquire(blocking=False):
        raise TimeoutError("too many late calls are still running")
    outcome: Future[Result] = Future()
    threading.Thread(
        target=_run, args=(work, outcome), name="agentpay-provider", daemon=True
    ).start()
    return outcome.result(timeout=seconds)


def _run(work: Callable[[], Result], outcome: Future[Result]) -> None:
    try:
        outcome.set_result(work())
    except Exception as error:  # noqa: BLE001 the thread's door: `within` raises it to the caller
        outcome.set_exception(error)
    finally:
        _THREADS.release()
