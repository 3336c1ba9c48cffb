"""The key to a conversation, and that a wrong one learns nothing."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from agentpay_plugin.chat import operations
from agentpay_plugin.chat.refusals import Problem
from agentpay_plugin.models import Conversation, Message, Turn
from tests.chat.world import ANYBODY, ChatWorld

pytestmark = pytest.mark.django_db(transaction=True)

GONE = Problem("This conversation does not exist (any more).", "NOT_FOUND", "token")


def answers(world: ChatWorld, token: str) -> list[Any]:
    desk = world.chat_desk
    return [
        operations.send(desk, ANYBODY, token, "hello", "id-1").errors,
        operations.act(desk, ANYBODY, token, {"showCart": True}, "id-2").errors,
        operations.track(desk, ANYBODY, token, "chat_opened").errors,
        operations.erase(desk, ANYBODY, token).errors,
        operations.view(desk, ANYBODY, token),
    ]


def test_token_is_256_random_bits_stored_as_a_hash(world: ChatWorld) -> None:
    first, second = world.start(), world.start()

    assert first != second
    assert len(base64.urlsafe_b64decode(first + "=")) == 32
    for values in Conversation.objects.values():
        assert first not in str(values)
        assert second not in str(values)
    assert {len(row.token_hash) for row in Conversation.objects.all()} == {64}


@pytest.mark.parametrize("wrong", ["", "x", "\ud800", "x" * 10_000, "\x00"])
def test_wrong_token_learns_nothing(world: ChatWorld, wrong: str) -> None:
    world.start()
    before = (Turn.objects.count(), Message.objects.count())

    found = answers(world, wrong)

    assert found == [(GONE,), (GONE,), (GONE,), (GONE,), None]
    assert (Turn.objects.count(), Message.objects.count()) == before


def test_stored_hash_is_no_token(world: ChatWorld) -> None:
    world.start()

    found = answers(world, world.conversation().token_hash)

    assert found == [(GONE,), (GONE,), (GONE,), (GONE,), None]


def test_token_of_an_erased_chat_answers_as_a_wrong_one(world: ChatWorld) -> None:
    token = world.start()
    operations.erase(world.chat_desk, ANYBODY, token)

    found = answers(world, token)

    assert found == answers(world, "wrong")


def test_right_token_with_something_behind_it_is_wrong(world: ChatWorld) -> None:
    token = world.start()

    assert operations.view(world.chat_desk, ANYBODY, token + "=") is None
    assert operations.view(world.chat_desk, ANYBODY, token) is not None
