"""What a model is told of a chat: the same beginning for all of a language, and what the shopper wants."""

from __future__ import annotations

import json

import pytest

from agentpay_plugin.language.claude_request import parameters
from agentpay_plugin.language.fake import calls, says
from tests.chat.assistant.words import UNCLEAR, shopper_said
from tests.chat.world import ChatWorld

pytestmark = pytest.mark.django_db(transaction=True)

BLUE_L = "variant-tee-blue-l"


def test_what_is_cached_is_the_same_to_the_byte_for_all_chats_of_a_language(
    world: ChatWorld,
) -> None:
    model = world.assisted(calls("search", words="tee"), says("Yes."), says("No."))
    world.ask(world.start(), UNCLEAR)
    other = world.start(None)
    world.tap(other, chooseVariant={"variantId": BLUE_L, "quantity": 2})
    world.later(minutes=3)

    world.ask(other, "hm, what would an uncle wear in the evening")

    sent = [parameters(request, "claude-opus-5-5") for request in model.requests]
    begun = {json.dumps([body["tools"], body["system"]]) for body in sent}
    assert len(sent) == 3
    assert len(begun) == 1


def test_what_was_told_long_ago_is_told_still(world: ChatWorld) -> None:
    token = world.start()
    world.say(token, "it is a gift for my daughter, size M, under 50 euros, in blue")
    for at in range(12):
        world.say(token, f"what is in my cart? {at}")
    model = world.assisted(says("Yes."))

    world.ask(token, UNCLEAR)

    told = shopper_said(model)
    assert told["moment"]["told_earlier"] == {
        "budget": "at most 50 EUR",
        "size": "m",
        "colours": ["blue"],
        "for": "a girl",
    }
    earlier = "".join(str(one) for one in model.requests[0].exchanges[:-1])
    assert "daughter" not in earlier


def test_longest_message_is_told_whole(world: ChatWorld) -> None:
    model = world.assisted(says("Yes."))
    words = f"{UNCLEAR}, and then {'he likes it warm ' * 120}"[:1990].strip() + " so there"

    world.ask(world.start(), words)

    assert len(words) > 1900
    assert shopper_said(model)["shopper"] == words


def test_nothing_told_is_nothing_told_of(world: ChatWorld) -> None:
    model = world.assisted(says("Yes."))

    world.ask(world.start(), UNCLEAR)

    assert "told_earlier" not in shopper_said(model)["moment"]


def test_what_was_erased_is_not_told(world: ChatWorld) -> None:
    token = world.start()
    world.say(token, "size M please, and in blue")
    world.conversation().messages.update(text="")
    model = world.assisted(says("Yes."))

    world.ask(token, UNCLEAR)

    assert "told_earlier" not in shopper_said(model)["moment"]
