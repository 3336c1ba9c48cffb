"""What a model is told of a chat: the same beginning for all of a language, and what the shopper wants."""

from __future__ import annotations

import json

import pytest

from agentpay_plugin.language.claude_request import parameters
from agentpay_plugin.language.fake import calls, says
from tests.chat.assistant.words import UNCLEAR
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
