"""One queue, two kinds of work, in processes of their own: web, worker, PostgreSQL and Redis.

A web process never waits for a model, and money never waits behind one.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from typing import NamedTuple

import psycopg
import pytest

from agentpay_plugin.chat.assistant.talk import MOST_SECONDS
from agentpay_plugin.chat.operations import OVERDUE_AFTER
from agentpay_plugin.demo.openai.server import running as running_openai
from agentpay_plugin.demo.speakers.script import Answer, Happening, Say
from agentpay_plugin.demo.speakers.speaker import Speaker
from agentpay_plugin.demo.stripe.server import running as running_stripe
from tests.chat.assistant.words import UNCLEAR, call
from tests.demo.buying import paying
from tests.demo.demo import REPOSITORY, Demo
from tests.saleor.client import Shopper
from tests.saleor.processes import Processes, until

DATABASE = f"agentpay_slow_model_{os.getpid()}"
OTHERS = 50
AT_ONCE = 8
VARIANTS = ("blue-m", "blue-l", "black-m")  # that are paid for, two of each: few are left
HELD = 60.0  # seconds
# How much slower than without a model that is held: by no more than a busy machine makes it.
SLOWER = 3.0
NO_WAIT = 1.0  # seconds, which are too few to tell


@pytest.fixture
def like() -> Iterator[Speaker]:
    with running_openai() as one:
        yield one


@pytest.fixture
def shop(like: Speaker, tmp_path: Path) -> Iterator[Demo]:
    """The demo as a shop runs it. Of the worker's two processes one may wait for a model."""
    if "TEST_POSTGRES_URL" not in os.environ:
        pytest.skip('there is no PostgreSQL and Redis: eval "$(scripts/services start)"')
    server = os.environ["TEST_POSTGRES_URL"]
    with (
        running_stripe() as stripe,
        psycopg.connect(f"{server}/postgres", autocommit=True) as connection,
    ):
        connection.execute(f"CREATE DATABASE {DATABASE}")
        services = {
            "DATABASE_URL": f"{server}/{DATABASE}",
            "REDIS_URL": f"{os.environ['TEST_REDIS_URL']}/7",
        }
        demo = Demo(
            tmp_path,
            python=_python(services),
            settings={
                **services,
                "AGENTPAY_STRIPE_API_BASE": stripe.url,
                "DEMO_ASSISTANT": "scripted",
                "DEMO_ASSISTANT_BASE": f"{like.url}/v1",
                "DEMO_ASSISTANT_SECONDS": "120",
            },
        )
        processes = Processes(tmp_path / "logs")
        try:
            demo.start()
            worker = ["-m", "celery", "-A", "agentpay_plugin.demo", "worker", "--concurrency", "2"]
            processes.start("worker", [str(demo.python), *worker], REPOSITORY, demo.environment)
            yield demo
        finally:
            like.stop()
            processes.stop("worker", sig=signal.SIGKILL)
            if demo.process is not None:
                demo.end()
            connection.execute(f"DROP DATABASE {DATABASE} WITH (FORCE)")


@pytest.mark.timeout(300)
def test_fifty_chats_and_a_payment_go_on_at_normal_speed_while_a_model_is_held_for_a_minute(
    shop: Demo, like: Speaker
) -> None:
    _payment(shop, "white-l")  # loads what a fresh worker lacks
    normal = _everybody(shop)

    # No single call of a model is waited for that long, so that it is held in two.
    like.late = MOST_SECONDS - 3
    like.answers(
        Answer((Happening.HOLD, call("search", words="tee"))),
        Answer((Say(("Well, ",)), Happening.HOLD, Say(("take this one.",)))),
    )
    slow = _shopper(shop)
    slow.start()
    slow.say(UNCLEAR)
    until(lambda: like.asked, "the worker asks the model", 60)
    begin = time.monotonic()

    meanwhile = _everybody(shop)

    # A second model turn would take the process that is left to money: it is answered by the rules.
    second = _shopper(shop)
    second.start()
    second.say(UNCLEAR)
    until(lambda: not second.look()["pending"], "the rules' reply")
    assert "simple answers" in second.messages[-1]["text"]

    # Nothing of all this waited for the model, which has not answered for a minute.
    until(lambda: time.monotonic() - begin >= HELD, "the minute's end", HELD + 5)
    assert slow.look()["pending"] is True
    assert not like.gone.is_set()
    like.faults.release()
    until(lambda: not slow.look()["pending"], "the model's reply")
    assert slow.messages[-1]["text"].startswith("Well, take this one.\n")
    assert len(like.asked) == 2
    # And it was as fast as without it. Later than overdue somebody else would have done it in the worker's place.
    print(f"normal: {normal}; while the model was held: {meanwhile}")
    for before, now in zip(normal, meanwhile, strict=True):
        assert now <= max(SLOWER * before, NO_WAIT)
        assert now < OVERDUE_AFTER.total_seconds()


class Times(NamedTuple):
    """Seconds: of a chat, of the slowest but one in twenty, until a payment is open, until it is settled."""

    chat: float
    slow_chat: float
    opened: float
    settled: float

    def __str__(self) -> str:
        return ", ".join(f"{name} {value:.2f} s" for name, value in self._asdict().items())


def _everybody(shop: Demo) -> Times:
    """Let the fifty put something into their carts, then some pay; return how long it took them."""
    with ThreadPoolExecutor(AT_ONCE) as others:
        chats = sorted(others.map(lambda _: _chat(shop), range(OTHERS)))
    payments = [_payment(shop, variant) for variant in VARIANTS]
    opened, settled = (median(values) for values in zip(*payments, strict=True))
    return Times(median(chats), chats[OTHERS * 95 // 100], opened, settled)


def _payment(shop: Demo, variant: str) -> tuple[float, float]:
    """Buy two, and return the seconds from the cart to the open payment, and from the paid one to the receipt."""
    buyer, begin = _shopper(shop), time.monotonic()
    payment = paying(buyer, variant=variant)
    opened = time.monotonic()
    shop.press(payment["pageUrl"], "pay")
    receipt = buyer.wait_for_part("ChatReceipt")
    assert receipt["paid"] == payment["amount"]
    return opened - begin, time.monotonic() - opened


def _shopper(shop: Demo) -> Shopper:
    return Shopper(shop)  # type: ignore[arg-type] it has the same `graphql`


def _chat(shop: Demo) -> float:
    """Begin a chat and put two pieces into the cart by words; return how many seconds the words took."""
    shopper = _shopper(shop)
    shopper.start(product={"slug": "essential-tee"})
    begin = time.monotonic()
    shopper.say("two in blue, size M")
    seconds = time.monotonic() - begin
    cart = shopper.last("ChatCartSummary")
    assert cart is not None
    assert [line["quantity"] for line in cart["cart"]["lines"]] == [2]
    return seconds


def _python(services: dict[str, str]) -> Path:
    """Build the environment of a demo with workers, if it is not built, and return its python."""
    made = subprocess.run(
        [REPOSITORY / "scripts" / "demo", "python"],
        env={**os.environ, **services}, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return Path(made.stdout.strip())
