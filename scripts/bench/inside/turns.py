"""Times chat turns and what they ask of Saleor: `turns.py <file for what was found> <repetitions>`.

Runs in Saleor's own python, started as its server is. Why it is done so: docs/performance.md.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import saleor.asgi  # noqa: F401 what a server process has loaded
from django.db import connections
from saleor.warehouse.models import Stock

from agentpay_plugin.saleor import gateway
from agentpay_plugin.saleor.app_account import IDENTIFIER
from agentpay_plugin.shop.documents import document
from agentpay_plugin.tasks import chat_turn

sys.path.insert(0, str(Path(__file__).parent))

import requests
from journey import STEPS, Shopper, Step
from recording import Bare, Recorder, Sent, answered, request
from saleor.payment.interface import TransactionSessionData, TransactionSessionResult

provider_seconds = 0.0


@dataclass
class Kind:
    """What was found of a kind of turn. `recorded` is what it asks of Saleor."""

    step: Step
    recorded: list[Sent] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    provider: list[float] = field(default_factory=list)
    queries: int = 0
    bare_queries: int = 0


def main(path: str, repetitions: int) -> None:
    """Record one journey, then walk it again and again, chatting and bare, in turns."""
    Stock.objects.update(quantity=100_000)
    recorder = Recorder()
    recorder.install()
    clock_the_provider()
    kinds = [Kind(step) for step in STEPS]
    record(kinds, recorder)
    for number in range(repetitions):
        gc.collect()
        repeat(kinds, recorder, number)
        sys.stdout.write(f"  {number + 1}/{repetitions}\n")
        sys.stdout.flush()
    Path(path).write_text(json.dumps([found(kind) for kind in kinds]))


def found(kind: Kind) -> dict[str, Any]:
    """Return what is told of a kind, in milliseconds."""
    return {
        "kind": kind.step.kind,
        "documents": [sent.name for sent in kind.recorded],
        "ours": [each * 1000 for each in kind.ours],
        "bare": [each * 1000 for each in kind.bare],
        "provider": [each * 1000 for each in kind.provider],
        "queries": kind.queries,
        "bareQueries": kind.bare_queries,
    }


def record(kinds: list[Kind], recorder: Recorder) -> None:
    """Walk once for the record, and once bare; both warm everything up. Count the SQL of both."""
    shopper, bare = Shopper(address(0)), Bare()
    for kind in kinds:
        with counted_sql() as counted:
            chat(shopper, kind.step)
        kind.queries, kind.recorded = len(counted), recorder.taken()
        shopper.after(kind.step)
        recorder.taken()
        with counted_sql() as counted, instant_gateway():
            bare.does(kind.recorded)
        kind.bare_queries = len(counted)


def repeat(kinds: list[Kind], recorder: Recorder, number: int) -> None:
    """Walk both journeys side by side; who goes first changes from one repetition to the next."""
    shopper, bare = Shopper(address(number + 1)), Bare()

    def ours(kind: Kind) -> None:
        before = provider_seconds
        seconds = chat(shopper, kind.step)
        waited = provider_seconds - before
        kind.ours.append(seconds - waited)
        kind.provider.append(waited)
        names = [sent.name for sent in recorder.taken()]
        if names != [sent.name for sent in kind.recorded]:
            raise AssertionError(f"{kind.step.kind} asked for {names} this time")
        shopper.after(kind.step)
        recorder.taken()

    def plain(kind: Kind) -> None:
        with instant_gateway():
            kind.bare.append(bare.does(kind.recorded))

    for kind in kinds:
        for does in (ours, plain) if number % 2 == 0 else (plain, ours):
            does(kind)


def chat(shopper: Shopper, step: Step) -> float:
    """Take a turn to its end as the shop does: in the request, and in the worker if it is left to one."""
    name, variables = step.call(shopper)
    data, seconds = answered(document(name, "widget"), variables, request(shopper.address))
    answer = shopper.heard(name, data)
    if answer.get("pending") and name != "chat":
        begin = time.perf_counter()
        chat_turn(shopper.chat_id)
        seconds += time.perf_counter() - begin
    return seconds


def address(number: int) -> str:
    """Return where a shopper calls from: chats from one place are limited."""
    return f"10.9.{number // 250}.{number % 250 + 1}"


def clock_the_provider() -> None:
    """Note how long calls to the payment provider take, whichever thread makes them."""
    send = requests.Session.send

    def clocked(self: Any, asked: Any, **more: Any) -> Any:
        global provider_seconds
        begin = time.perf_counter()
        try:
            return send(self, asked, **more)
        finally:
            provider_seconds += time.perf_counter() - begin

    requests.Session.send = clocked  # type: ignore[method-assign]


@contextmanager
def instant_gateway() -> Iterator[None]:
    """Let Saleor's payment operations reach a gateway that answers at once, in place of ours."""
    ours = gateway.transaction_initialize_session

    def answer(
        session: TransactionSessionData,
        previous: TransactionSessionResult | None,  # noqa: ARG001
    ) -> TransactionSessionResult:
        told = {
            "pspReference": session.idempotency_key,
            "result": "CHARGE_ACTION_REQUIRED",
            "amount": str(session.action.amount),
        }
        return TransactionSessionResult(app_identifier=IDENTIFIER, response=told)

    gateway.transaction_initialize_session = answer
    try:
        yield
    finally:
        gateway.transaction_initialize_session = ours


@contextmanager
def counted_sql() -> Iterator[list[str]]:
    """Give a list that gets every SQL statement."""
    seen: list[str] = []

    def note(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        seen.append(sql)
        return execute(sql, *rest)

    with ExitStack() as stack:
        for connection in connections.all():
            stack.enter_context(connection.execute_wrapper(note))
        yield seen


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
