"""Whole turns over the providers' own wire formats, against their strict look-alikes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from agentpay_plugin.demo.claude.server import running as running_claude
from agentpay_plugin.demo.openai.server import running as running_openai
from agentpay_plugin.demo.speakers.script import Answer, Call, Ending, Happening, Say
from agentpay_plugin.demo.speakers.speaker import Speaker
from agentpay_plugin.language.claude import Claude
from agentpay_plugin.language.model import Model
from agentpay_plugin.language.openai import OpenAI
from agentpay_plugin.models import Turn
from tests.chat.assistant.words import UNCLEAR
from tests.chat.world import ChatWorld, texts, the_card

pytestmark = pytest.mark.django_db(transaction=True)

BLUE_L = "variant-tee-blue-l"
Rig = tuple[Speaker, Callable[[], Model]]


@pytest.fixture(params=["claude", "openai"])
def rig(request: pytest.FixtureRequest) -> Iterator[Rig]:
    if request.param == "claude":
        with running_claude() as claude:
            yield claude, lambda: Claude("sk-ant-contract12345678", "claude-haiku-5-5", claude.url)
    else:
        with running_openai() as openai:
            base = f"{openai.url}/v1"
            yield openai, lambda: OpenAI("sk-contract12345678", "local-small", base)


@pytest.fixture
def like(world: ChatWorld, rig: Rig) -> Speaker:
    speaker, model = rig
    # A model whose price is not known is counted as the dearest.
    world.assisted(assistant_money_per_chat=Decimal(5), assistant_seconds=120)
    world.model = model()
    return speaker


def call(name: str, **arguments: object) -> Call:
    return Call(name, json.dumps(arguments))


def test_searches_puts_into_the_cart_and_says_so(world: ChatWorld, like: Speaker) -> None:
    like.answers(
        Answer((Say(("Let me ", "look. ")), call("search", words="tee"))),
        Answer((call("choose_variant", variant_id=BLUE_L, quantity=2),)),
        Answer((Say(("Two ", "blue tees ", "are in your cart.")),)),
    )
    token = world.start(None)

    messages = world.ask(token, "and for the uncle, hm, put 2 or 3 there somehow")

    assert world.shop.checkouts["checkout-1"].quantities == {BLUE_L: 2}
    assert texts(messages)[0].startswith("Two blue tees are in your cart.")
    assert the_card(messages, "ChatCartSummary")["cart"]["lines"][0]["quantity"] == 2
    streamed = "".join(delta.text for delta in world.deltas)
    assert streamed == "Let me look. \n\nTwo blue tees are in your cart."
    turn = Turn.objects.get(client_id="send-1")
    assert turn.answered_by == "assistant"
    assert turn.tokens_sent > 100
    assert turn.cost_micros > 0


@pytest.mark.parametrize("end", [Happening.CUT, Happening.ERROR, Happening.NONSENSE])
def test_stream_that_breaks_is_replaced(world: ChatWorld, like: Speaker, end: Happening) -> None:
    like.answers(Answer((Say(("I would take the ", "red o")), end)))
    token = world.start()

    messages = world.ask(token, UNCLEAR)

    assert "know that. I can ask a person" in messages[1].text
    assert "red" not in messages[1].text


def test_refusal_and_cut_reply_are_the_rules(world: ChatWorld, like: Speaker) -> None:
    like.answers(
        Answer((Say(("No",)),), ending=Ending.REFUSAL),
        Answer((call("search", words="tee"),), ending=Ending.LENGTH),
    )
    token = world.start()

    for _ in range(2):
        assert "simple answers" in world.ask(token, UNCLEAR)[-1].text


def test_key_that_was_revoked_costs_nothing_and_is_not_tried_again(
    world: ChatWorld, like: Speaker
) -> None:
    for key in ("sk-ant-contract12345678", "sk-contract12345678"):
        like.revoke(key)
    token = world.start()

    world.ask(token, UNCLEAR)
    world.ask(token, UNCLEAR)

    assert len(like.requests) == 1
    assert world.conversation().assistant_micros == 0


def test_instructions_are_the_same_for_every_turn_so_that_they_are_cached(
    world: ChatWorld, like: Speaker
) -> None:
    token = world.start()
    for words in ("One.", "Two."):
        like.answers(Answer((Say((words,)),)))
        world.ask(token, UNCLEAR)

    first, second = like.asked
    assert first.get("system") == second.get("system")
    assert first["tools"] == second["tools"]
