"""A call ends at its deadline, whatever the other side does."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from agentpay_plugin.calling import within
from agentpay_plugin.charges.ports import ChargeRequest, ProviderState
from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.errors import ProviderUnavailable
from agentpay_plugin.payments.stripe import StripeProvider

Build = Callable[..., ChargeRequest]
KEY = "sk_test_secret12345678"


def test_silence_ends_at_the_deadline_and_the_work_is_found(
    stripe: LookAlike, charge_request: Build
) -> None:
    provider = StripeProvider(KEY, (), stripe.url, deadline=0.3)
    request = charge_request()
    stripe.fault("timeout_after_work")

    with pytest.raises(ProviderUnavailable):
        provider.open(request)
    stripe.faults.release()

    patient = StripeProvider(KEY, (), stripe.url)
    assert patient.open(request).state is ProviderState.OPEN
    assert len(stripe.sessions) == 1


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\n"])
def test_a_server_that_drips_ends_at_the_deadline_too(head: bytes) -> None:
    with dripping(head) as url:
        provider = StripeProvider(KEY, (), url, deadline=0.4)
        started = time.monotonic()

        with pytest.raises(ProviderUnavailable, match="TimeoutError"):
            provider.read("cs_1")

    assert 0.4 <= time.monotonic() - started < 4


def test_late_work_is_unheard_and_its_thread_is_given_back() -> None:
    go, gone = threading.Event(), threading.Event()

    def late() -> str:
        go.wait(5)
        gone.set()
        return "late"

    for _ in range(64):
        with pytest.raises(TimeoutError):
            within(0.001, late)
    with pytest.raises(TimeoutError, match="too many"):
        within(5, lambda: "refused at once")
    go.set()
    assert gone.wait(5)

    assert _eventually(lambda: within(5, lambda: "heard")) == "heard"


def test_an_error_in_the_work_is_the_callers() -> None:
    with pytest.raises(ZeroDivisionError):
        within(5, lambda: 1 // 0)


@contextmanager
def dripping(head: bytes) -> Iterator[str]:
    """A server that answers with `head`, then a byte each 50 ms for as long as anybody listens."""
    stopped = threading.Event()
    listener = socket.create_server(("127.0.0.1", 0))

    def drip() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(65536)
            connection.sendall(head)
            while not stopped.wait(0.05):
                try:
                    connection.sendall(b"H")
                except OSError:
                    return

    thread = threading.Thread(target=drip)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        stopped.set()
        thread.join()
        listener.close()


def _eventually(work: Callable[[], str]) -> str:
    """Return what `work` says as soon as a thread is free for it."""
    deadline = time.monotonic() + 5
    while True:
        try:
            return work()
        except TimeoutError:
            assert time.monotonic() < deadline
