"""A language model in a real Saleor's worker: it answers, and money does not wait for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from agentpay_plugin.demo.openai.server import running as running_openai
from agentpay_plugin.demo.speakers.script import Answer, Happening, Say
from agentpay_plugin.demo.speakers.speaker import Speaker
from tests.chat.assistant.words import call
from tests.saleor.bank import Bank
from tests.saleor.buying import assert_bought_once, page_of, quoted
from tests.saleor.client import Shopper
from tests.saleor.merchant import update
from tests.saleor.processes import until
from tests.saleor.shop import Shop

pytestmark = pytest.mark.saleor

UNCLEAR = "hm, something cosy for a rainy evening with my uncle perhaps"
CHANNEL = "default-channel"
OFF = {"assistant_provider": "", "assistant_base_url": "", "assistant_model": ""}


@pytest.fixture
def like(running: Shop) -> Iterator[Speaker]:
    """A model's server on this machine, and a channel whose assistant it is."""
    with running_openai() as one:
        chosen = {
            "assistant_provider": "openai",
            "assistant_base_url": f"{one.url}/v1",
            "assistant_model": "local-small",
            "assistant_api_key": "sk-saleor12345678",
            "assistant_seconds": "120",
            "assistant_money_per_chat": "50.00",
            "assistant_money_per_day": "500.00",
        }
        answer = update(running, CHANNEL, True, **chosen)
        assert answer["errors"] == [], answer["errors"]
        yield one
        update(running, CHANNEL, True, **OFF)


def replied(shopper: Shopper) -> str:
    """Wait for the reply and return its text."""
    until(lambda: not shopper.look()["pending"], "a reply", 60)
    return str(shopper.messages[-1]["text"])


def test_answers_and_keeps_no_payment_waiting(running: Shop, like: Speaker, bank: Bank) -> None:
    like.answers(
        Answer((call("search", words="hoodie"),)),
        Answer((Say(("This hoodie is warm. ", "It costs $3 only.")),)),
    )
    shopper = Shopper(running)
    shopper.start()
    shopper.say(UNCLEAR)

    said = replied(shopper)
    assert said.startswith("This hoodie is warm.")
    assert "$3 only" not in said
    assert shopper.last("ChatProductCard") is not None

    # One of the worker's two processes thinks; a second model turn finds no place, and a payment goes through.
    like.answers(Answer((Say(("Well, ",)), Happening.SILENCE)))
    slow, other = Shopper(running), Shopper(running)
    slow.start()
    asked = len(like.asked)
    slow.say(UNCLEAR)
    until(lambda: len(like.asked) > asked, "the model is asked", 60)
    other.start()
    other.say(UNCLEAR)
    assert "simple answers" in replied(other)
    email = "jo+assistant@example.com"
    buyer, version = quoted(running, email)
    bank.pay(page_of(buyer, version))
    assert_bought_once(running, bank, buyer, email)
    slow.tap(stop=True)
    replied(slow)
