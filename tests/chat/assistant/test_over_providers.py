"""Whole turns over the providers' own wire formats, against their strict look-alikes."""

from __future__ import annotations

import time
from dataclasses import replace
from decimal import Decimal

import pytest

from agentpay_plugin.demo.speakers.script import Answer, Counts, Ending, Happening, Say
from agentpay_plugin.demo.speakers.speaker import Speaker
from agentpay_plugin.models import Turn
from tests.chat.assistant.unsure import Unsure
from tests.chat.assistant.words import UNCLEAR, call
from tests.chat.world import ChatWorld, texts, the_card

pytestmark = pytest.mark.django_db(transaction=True)

BLUE_L = "variant-tee-blue-l"


def test_searches_puts_into_the_cart_and_says_so(world: ChatWorld, like: Speaker) -> None:
    like.answers(
        Answer((Say(("Let me ", "look. ")), call("search", words="tee"))),
        Answer((call("choose_variant", variant_id=BLUE_L, quantity=2),)),
        Answer((Say(("Two ", "blue tees ", "are in your cart.")),)),
    )
    world.refusing(language=Unsure())
    token = world.start(None)

    messages = world.ask(token, "and for the uncle, hm, put 2 tees in blue and L there somehow")

    assert world.shop.checkouts["checkout-1"].quantities == {BLUE_L: 2}
    assert texts(messages)[0].startswith("Two blue tees are in your cart.")
    assert the_card(messages, "ChatCartSummary")["cart"]["lines"][0]["quantity"] == 2
    streamed = "".join(delta.text for delta in world.deltas)
    assert streamed == "Let me look. \n\nTwo blue tees are in your cart."
    turn = Turn.objects.get(client_id="send-1")
    assert turn.answered_by == "assistant"
    assert turn.tokens_sent > 100
    assert turn.cost_micros > 0


@pytest.mark.parametrize("seconds", [2])
@pytest.mark.parametrize("end", [Happening.SILENCE, Happening.DRIP, Happening.PINGS])
def test_model_that_dies_in_mid_sentence_costs_no_more_than_its_time(
    world: ChatWorld, like: Speaker, end: Happening, seconds: int
) -> None:
    world.settings = replace(world.settings, assistant_seconds=seconds)
    like.answers(Answer((Say(("I would take the ", "red o")), end)))
    token = world.start()
    begin = time.monotonic()

    messages = world.ask(token, UNCLEAR)

    assert time.monotonic() - begin < seconds + 5  # it would go on for a minute
    assert "does not say that of" in messages[1].text
    assert "red" not in messages[1].text
    assert Turn.objects.get(client_id="send-1").answered_by == "rules"


def test_money_that_ends_between_two_calls_ends_the_reply(world: ChatWorld, like: Speaker) -> None:
    world.settings = replace(world.settings, assistant_money_per_chat=Decimal("0.45"))
    dear = Counts(sent=1_000_000, received=1)
    like.answers(Answer((call("search", words="hoodie"),), counts=dear))
    token = world.start(None)

    found = world.ask(token, UNCLEAR)
    after = world.ask(token, UNCLEAR)

    assert the_card(found, "ChatProductCard")["product"]["id"] == "product-hoodie"
    assert "simple answers" in after[-1].text
    assert len(like.asked) == 1


@pytest.mark.parametrize("end", [Happening.CUT, Happening.ERROR, Happening.NONSENSE])
def test_stream_that_breaks_is_replaced(world: ChatWorld, like: Speaker, end: Happening) -> None:
    like.answers(Answer((Say(("I would take the ", "red o")), end)))
    token = world.start()

    messages = world.ask(token, UNCLEAR)

    assert "does not say that of" in messages[1].text
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
