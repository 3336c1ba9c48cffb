"""What stands around each call of the chat inside Saleor, in a request and in a worker."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from saleor.core.db.connection import allow_writer

from agentpay_plugin.saleor.configuration import remembering


@contextmanager
def a_call() -> Iterator[None]:
    """Let the database be written, which Saleor reports otherwise, and read settings only once."""
    with allow_writer(), remembering():
        yield
