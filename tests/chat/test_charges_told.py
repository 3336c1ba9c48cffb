"""What becomes of a charge is told in its conversation, once."""

from __future__ import annotations

import threading
from contextlib import suppress
from uuid import uuid4

import pytest
from django.db import connections

from agentpay_plugin.charges.settle import settle
from agentpay_plugin.chat import operations, turns
from agentpay_plugin.errors import ShopUnavailable
from agentpay_plugin.models import Charge, Conversation, Message, Turn
from tests.chat.world import ANYBODY, ChatWorld, the_card

pytestmark = pytest.mark.django_db(transaction=True)


def confirmations() -> int:
    return Message.objects.filter(action="order_placed").count()


def test_twenty_calls_at_once_make_one_confirmation(world: ChatWorld) -> None:
    token = world.start()
    charge = world.paying(token)
    world.pay(str(charge.pk))
    before = Message.objects.count()
    world.is_listening = False
    settle(world.desk, charge.pk)
    assert confirmations() == 0
    barrier = threading.Barrier(20)

    def call() -> None:
        try:
            barrier.wait(20)
            turns.charge_changed(world.chat_desk, charge.pk)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=call) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    turns.work(world.chat_desk, world.conversation().pk, slow=True)

    assert confirmations() == 1
    assert Turn.objects.filter(client_id=f"charge:{charge.pk}:ordered", state="done").count() == 1
    assert Message.objects.count() == before + 1
    assert len(world.shop.placed) == 1


def test_webhook_and_i_have_paid_make_one_confirmation(world: ChatWorld) -> None:
    token = world.start()
    charge = world.paying(token)
    world.pay(str(charge.pk))

    asked = world.tap(token, checkPayment=True)
    turns.charge_changed(world.chat_desk, charge.pk)
    again = world.say(token, "I have paid")

    assert the_card(asked.messages, "ChatReceipt")["paid"]["amount"] == "45.00"
    assert confirmations() == 1
    assert again.messages[-1].action != "order_placed"
    assert Turn.objects.exclude(state="done").count() == 0


def test_news_that_is_old_already_is_not_told(world: ChatWorld) -> None:
    token = world.start()
    charge = world.paying(token)
    before = Message.objects.count()
    Turn.objects.create(
        conversation=world.conversation(),
        client_id=f"charge:{charge.pk}:processing",
        kind="charge",
        payload={"chargeId": str(charge.pk), "state": "processing"},
        payload_hash="",
    )

    world.pay(str(charge.pk))
    settle(world.desk, charge.pk)

    told = Message.objects.filter(sequence__gt=before)
    assert [(message.action, message.turn and message.turn.client_id) for message in told] == [
        ("order_placed", f"charge:{charge.pk}:ordered")
    ]


def test_expired_payment_is_told_and_counted(world: ChatWorld) -> None:
    token = world.start()
    charge = world.paying(token)
    world.provider.expire(charge.provider_ref or "")

    settle(world.desk, charge.pk)

    chat = world.look(token)
    assert chat.payment is not None
    assert chat.payment["state"] == "EXPIRED"
    assert world.counted()["payment_failed"] == 1
    assert "payment_completed" not in world.counted()


@pytest.mark.parametrize("failing", [[True], [False, True]])
def test_confirmation_waits_for_a_shop_that_does_not_answer(
    world: ChatWorld, failing: list[bool]
) -> None:
    token = world.start()
    charge = world.paying(token)
    world.pay(str(charge.pk))
    world.is_listening = False
    settle(world.desk, charge.pk)
    world.failing_views = failing.copy()

    with suppress(ShopUnavailable):
        turns.charge_changed(world.chat_desk, charge.pk)
    first = confirmations(), list(Turn.objects.filter(state="queued").values_list("tries"))
    world.later(seconds=10)
    world.sweep_chats()
    turns.charge_changed(world.chat_desk, charge.pk)

    assert first == (0, [(0,)] if len(failing) == 2 else [])
    assert confirmations() == 1
    assert world.look(token).stage == "ORDERED"


def test_news_that_cannot_be_told_is_no_failed_wish(world: ChatWorld) -> None:
    charge = world.paying(world.start())
    world.pay(str(charge.pk))
    Conversation.objects.update(state={"version": 999})

    settle(world.desk, charge.pk)
    for _ in range(2):
        world.later(seconds=10)
        world.sweep_chats()

    last = Message.objects.latest("sequence")
    assert last.text.startswith("There is news about your payment")
    assert Turn.objects.get(kind="charge").state == "failed"
    assert len(world.shop.placed) == 1


def test_order_that_cannot_be_shown_is_confirmed_all_the_same(world: ChatWorld) -> None:
    token = world.start()
    charge = world.paying(token)
    world.pay(str(charge.pk))

    class Mute:
        def order(self, order_id: str) -> None:
            raise ShopUnavailable(order_id)

    world.refusing(orders=Mute())

    asked = world.tap(token, checkPayment=True)

    assert [one.action for one in asked.messages] == ["order_placed"]
    assert len(world.shop.placed) == 1


def test_plain_storefronts_charge_is_nobodys_to_tell(world: ChatWorld) -> None:
    cart = world.cart()
    world.storefront(cart.id, "9.99")

    turns.charge_changed(world.chat_desk, Charge.objects.get().pk)

    assert Turn.objects.count() == 0


def test_charge_of_an_erased_conversation_is_not_told(world: ChatWorld) -> None:
    token = world.start()
    charge = world.paying(token)
    operations.erase(world.chat_desk, ANYBODY, token)
    before = (Turn.objects.count(), Message.objects.count())

    world.webhook(charge)

    assert (Turn.objects.count(), Message.objects.count()) == before
    assert len(world.shop.placed) == 1


def test_charge_whose_conversation_is_gone_is_not_told(world: ChatWorld) -> None:
    charge = world.paying(world.start())
    Charge.objects.update(conversation_id=uuid4())

    turns.charge_changed(world.chat_desk, charge.pk)

    assert Turn.objects.filter(kind="charge").count() == 0
