"""While a model thinks, everybody else goes on buying."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connections

from agentpay_plugin.chat import turns
from agentpay_plugin.chat.assistant.answering import Models
from agentpay_plugin.language.fake import says
from tests.chat.assistant.words import UNCLEAR
from tests.chat.world import ChatWorld, texts

pytestmark = pytest.mark.django_db(transaction=True)


def test_fifty_chats_and_a_payment_go_on_while_a_model_is_slow(world: ChatWorld) -> None:
    release, begun = threading.Event(), threading.Event()

    def think() -> None:
        begun.set()
        assert release.wait(120)

    world.assisted(says("At ", "last.", meanwhile=think))
    slow = world.start()
    key = world.conversation_of(slow).pk
    world.say(slow, UNCLEAR)
    world.woken.clear()
    worker = threading.Thread(
        target=_closing(lambda: turns.work(world.chat_desk, key, slow=True, models=Models.ASK))
    )
    worker.start()
    try:
        assert begun.wait(30)
        for number in range(50):
            token = world.start(ip=f"198.51.100.{number}")
            sent = world.say(token, "two in blue, size L")
            assert (sent.errors, sent.pending) == ((), False)
        world.has_worker = False
        buyer = world.start(ip="203.0.113.1")
        charge = world.paying(buyer)
        world.webhook(charge)
        world.sweep_chats()

        assert world.look(buyer).stage == "ORDERED"
        assert world.look(slow).pending is True
        assert world.woken.count(("agentpay.chat.assistant", str(key))) == 0
    finally:
        release.set()
        worker.join(60)

    assert texts(world.look(slow, after=2).messages) == ["At last."]


def _closing(work: Callable[[], object]) -> Callable[[], None]:
    def run() -> None:
        try:
            work()
        finally:
            connections.close_all()

    return run
