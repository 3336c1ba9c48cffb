"""What the tests of chats that wait for a person do: a shopper asks, the shop's staff lists, answers and closes."""

from __future__ import annotations

from typing import Any

from agentpay_plugin.chat import handovers
from agentpay_plugin.chat.handovers import Closed, Handovers, Replied
from tests.chat.world import ANYBODY, ChatWorld

CHANNEL = "default-channel"


def listed(world: ChatWorld, channel: str = CHANNEL, first: int | None = None) -> Handovers:
    return handovers.handovers(world.chat_desk, ANYBODY, channel, first)


def close(world: ChatWorld, key: object, channel: str = CHANNEL, seen: int | None = None) -> Closed:
    return handovers.close(world.chat_desk, ANYBODY, channel, str(key), seen)


def asking(world: ChatWorld, text: str = "i want to talk to a human", **given: Any) -> str:
    token = world.start(**given)
    world.say(token, text)
    return token


def reply(
    world: ChatWorld, token: str, text: str, client_id: str = "a", channel: str = CHANNEL
) -> Replied:
    key = str(world.conversation_of(token).pk)
    return handovers.reply(world.chat_desk, ANYBODY, channel, key, text, client_id)
