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

import psycopg
import pytest

from agentpay_plugin.chat.operations import OVERDUE_AFTER
from agentpay_plugin.demo.openai.server import running as running_openai
from agentpay_plugin.demo.speakers.script import Answer, Happening, Say
from agentpay_plugin.demo.speakers.speaker import Speaker
from agentpay_plugin.demo.stripe.server import running as running_stripe
from tests.demo.buying import paying
from tests.demo.demo import REPOSITORY, Demo
from tests.saleor.client import Shopper
from tests.saleor.processes import Processes, until

DATABASE = f"agentpay_slow_model_{os.getpid()}"
UNCLEAR = "hm, something cosy for a rainy evening with my uncle perhaps"
OTHERS = 50
AT_ONCE = 8


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
def test_fifty_chats_and_a_payment_go_on_while_a_model_is_held(shop: Demo, like: Speaker) -> None:
    like.answers(Answer((Say(("Well, ",)), Happening.HOLD, Say(("take this one.",)))))
    slow = _shopper(shop)
    slow.start()
    slow.say(UNCLEAR)
    until(lambda: like.asked, "the worker asks the model", 60)

    with ThreadPoolExecutor(AT_ONCE) as others:
        lines = list(others.map(lambda _: _puts_two_into_the_cart(shop), range(OTHERS)))
    assert lines == [2] * OTHERS

    # A second model turn would take the process that is left to money: it is answered by the rules.
    second = _shopper(shop)
    second.start()
    second.say(UNCLEAR)
    until(lambda: not second.look()["pending"], "the rules' reply")
    assert "simple answers" in second.messages[-1]["text"]

    buyer, begin = _shopper(shop), time.monotonic()
    payment = paying(buyer)
    opened = time.monotonic()
    shop.press(payment["pageUrl"], "pay")
    receipt = buyer.wait_for_part("ChatReceipt")
    settled = time.monotonic()
    assert receipt["paid"] == payment["amount"]
    # Later than that somebody else would have done it in the worker's place.
    assert opened - begin < OVERDUE_AFTER.total_seconds()
    assert settled - opened < OVERDUE_AFTER.total_seconds()

    # Nothing of all this waited for the model, which still has not answered.
    assert slow.look()["pending"] is True
    assert len(like.asked) == 1
    assert not like.gone.is_set()
    like.faults.release()
    until(lambda: not slow.look()["pending"], "the model's reply")
    assert slow.messages[-1]["text"] == "Well, take this one."


def _shopper(shop: Demo) -> Shopper:
    return Shopper(shop)  # type: ignore[arg-type] it has the same `graphql`


def _puts_two_into_the_cart(shop: Demo) -> int:
    """Return how many pieces the shopper's words brought into the cart at once."""
    shopper = _shopper(shop)
    shopper.start(product={"slug": "essential-tee"})
    shopper.say("two in blue, size M")
    cart = shopper.last("ChatCartSummary")
    return sum(line["quantity"] for line in cart["cart"]["lines"]) if cart else 0


def _python(services: dict[str, str]) -> Path:
    """Build the environment of a demo with workers, if it is not built, and return its python."""
    made = subprocess.run(
        [REPOSITORY / "scripts" / "demo", "python"],
        env={**os.environ, **services}, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return Path(made.stdout.strip())
