"""What becomes of a charge is told in its conversation, once."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from uuid import uuid4

import pytest
from django.db import connections

from agentpay_plugin.charges import inbox
from agentpay_plugin.charges.ports import RefundState
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.chat import operations, turns
from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.errors import ShopUnavailable
from agentpay_plugin.models import (
    AnalyticsEvent,
    Charge,
    Conversation,
    Message,
    ProviderNotice,
    Refund,
    Turn,
)
from agentpay_plugin.money import Money
from tests.charges.world import CHANNEL, Killed
from tests.chat.world import ANYBODY, ChatWorld, card, the_card

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
    assert (
        Turn.objects.filter(client_id=f"charge:{charge.pk}:ordered:0:0", state="done").count() == 1
    )
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
        ("order_placed", f"charge:{charge.pk}:ordered:0:0")
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


@dataclass
class MuteOrders:
    """Orders that the shop does not show `times` times."""

    world: ChatWorld
    times: int

    def order(self, order_id: str) -> Order | None:
        if self.times:
            self.times -= 1
            raise ShopUnavailable(order_id)
        return self.world.shop.orders().order(order_id)


@pytest.mark.parametrize(("times", "shown"), [(1, True), (2, True), (3, False)])
def test_confirmation_waits_for_the_order_but_not_for_ever(
    world: ChatWorld, times: int, shown: bool
) -> None:
    token = world.start()
    charge = world.paying(token)
    world.refusing(orders=MuteOrders(world, times))

    world.webhook(charge)
    first = confirmations()
    for _ in range(2):
        world.later(seconds=10)
        world.sweep_chats()

    assert first == 0
    assert confirmations() == 1
    chat = world.look(token)
    assert (chat.stage, card(chat.messages, "ChatReceipt") is not None) == ("ORDERED", shown)
    assert Charge.objects.get().state == "confirmed"
    assert Turn.objects.filter(state="failed").count() == 0
    said = world.say(token, "What is it made of?")
    assert said.messages[-1].action == "question_answered"


def test_each_news_of_a_charge_is_told_once(world: ChatWorld) -> None:
    """A payment is held, goes back, and is held again because the refund was turned down."""
    charge = world.paying(world.start())
    told = []

    def now_is(state: str, refund: str) -> None:
        Charge.objects.update(state=state)
        Refund.objects.update(state=refund)
        for _ in range(2):
            turns.charge_changed(world.chat_desk, charge.pk)
        told.append(Message.objects.count())

    before = Message.objects.count()
    now_is("held", "")
    refund = Refund.objects.create(
        charge=charge,
        reason="x",
        amount_minor=4500,
        currency="USD",
        provider_key="k",
        state="requested",
    )
    now_is("refunded", "succeeded")
    now_is("held", "failed")

    assert told == [before + 1, before + 2, before + 3]
    refund.refresh_from_db()
    assert Turn.objects.filter(kind="charge", state="done").count() == 3


def test_money_given_back_later_is_told_once(world: ChatWorld) -> None:
    token = world.start()
    charge = world.paying(token)
    world.webhook(charge)
    before = Message.objects.count()
    Refund.objects.create(
        charge=charge,
        reason="at_provider",
        amount_minor=1000,
        currency="USD",
        provider_key="k",
        state="succeeded",
    )

    for _ in range(2):
        turns.charge_changed(world.chat_desk, charge.pk)

    assert Message.objects.count() == before + 1
    assert "$10.00" in world.look(token).messages[-1].text


def given_back(world: ChatWorld, minor: int, state: RefundState) -> str:
    """The merchant gives back a part of the payment at the provider, which says so; the refund's reference."""
    ref = world.provider.give_back("cs_fake_1", Money(minor, "USD"), state).ref
    hear_of_refund(world, ref, "refund.created")
    return ref


def hear_of_refund(world: ChatWorld, ref: str, kind: str) -> None:
    now = int(world.now.timestamp())
    body, headers = world.provider.make_event(kind, "cs_fake_1", now, refund=ref)
    assert inbox.receive(world.desk, "stripe", CHANNEL, body, headers) == 200
    inbox.handle(world.desk, ProviderNotice.objects.latest("pk").pk)


def test_part_of_an_order_that_the_merchant_gives_back_is_told(world: ChatWorld) -> None:
    token = world.start()
    charge = world.paying(token)
    world.webhook(charge)
    seen = world.conversation().last_sequence

    ref = given_back(world, 1000, RefundState.SUCCEEDED)
    hear_of_refund(world, ref, "charge.refunded")
    given_back(world, 500, RefundState.SUCCEEDED)

    told = [message.text for message in world.look(token, seen).messages]
    assert len(told) == 2
    assert "$10.00" in told[0]
    assert "$15.00" in told[1]
    assert confirmations() == 1
    assert Turn.objects.filter(kind="charge").exclude(state="done").count() == 0


def test_money_that_does_not_go_back_in_the_end_is_told(world: ChatWorld) -> None:
    token = world.start()
    world.webhook(world.paying(token))
    ref = given_back(world, 1000, RefundState.PENDING)
    seen = world.conversation().last_sequence
    world.provider.move_refund(ref, RefundState.FAILED)

    hear_of_refund(world, ref, "refund.failed")

    told = [message.text for message in world.look(token, seen).messages]
    assert len(told) == 1
    assert "could not be given back after all" in told[0]


def test_news_of_a_refund_is_told_though_the_worker_died(world: ChatWorld) -> None:
    token = world.start()
    world.webhook(world.paying(token))
    seen = world.conversation().last_sequence
    world.die_at = "refund.reported"
    with pytest.raises(Killed):
        given_back(world, 1000, RefundState.SUCCEEDED)

    world.sweep_later()

    told = [message.text for message in world.look(token, seen).messages]
    assert len(told) == 1
    assert "$10.00" in told[0]


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


@pytest.mark.parametrize("times", [1, 2])
def test_charge_told_before_its_conversation_was_erased_disturbs_nobody(
    world: ChatWorld, times: int
) -> None:
    token = world.start()
    charge = world.paying(token)
    world.webhook(charge)
    operations.erase(world.chat_desk, ANYBODY, token)
    before = Message.objects.count()

    for _ in range(times):
        turns.charge_changed(world.chat_desk, charge.pk)

    assert Message.objects.count() == before


def test_payment_of_an_erased_conversation_is_counted(world: ChatWorld) -> None:
    token = world.start(visitor_id="visitor-1")
    charge = world.paying(token)
    operations.erase(world.chat_desk, ANYBODY, token)

    world.webhook(charge)

    event = AnalyticsEvent.objects.get(name="payment_completed")
    assert (event.charge_id, event.visitor_id) == (charge.pk, "")


def test_charge_whose_conversation_is_gone_is_not_told(world: ChatWorld) -> None:
    charge = world.paying(world.start())
    Charge.objects.update(conversation_id=uuid4())

    turns.charge_changed(world.chat_desk, charge.pk)

    assert Turn.objects.filter(kind="charge").count() == 0


def test_money_that_goes_back_from_the_order_page_is_told(world: ChatWorld) -> None:
    token = world.start()
    charge = world.paying(token)
    world.webhook(charge)
    seen = world.conversation().last_sequence
    transaction = world.shop.transactions[0]

    world.shop.ask_back(transaction.id, Money(1000, "USD"))
    before = world.look(token, seen).messages
    settle(world.desk, charge.pk)
    settle(world.desk, charge.pk)

    told = [message.text for message in world.look(token, seen).messages]
    assert before == ()
    assert len(told) == 1
    assert "$10.00" in told[0]


def test_money_that_the_provider_refuses_to_give_back_is_not_told(world: ChatWorld) -> None:
    token = world.start()
    charge = world.paying(token)
    world.webhook(charge)
    seen = world.conversation().last_sequence
    world.provider.fail_next("refuse")

    world.shop.ask_back(world.shop.transactions[0].id, Money(1000, "USD"))
    settle(world.desk, charge.pk)

    assert world.look(token, seen).messages == ()


def reserving(world: ChatWorld) -> tuple[str, Charge]:
    """A chat whose payment is reserved on the shopper's card, and whose order stands."""
    world.with_settings(captures_manually=True)
    token = world.start()
    charge = world.paying(token)
    world.webhook(charge)
    return token, charge


def test_what_is_reserved_is_told_as_that(world: ChatWorld) -> None:
    token, charge = reserving(world)

    told = " ".join(message.text for message in world.look(token, 0).messages)
    total = f"${charge.amount_minor / 100:.2f}"
    assert "Thank you! Your order" in told
    assert f"{total} is reserved on your card, and charged when the shop sends your order." in str(
        world.look(token, 0).messages
    )
    assert "We have your payment" not in told
    chat = world.look(token, 0)
    receipt = the_card(chat.messages, "ChatReceipt")
    assert receipt["reserved"] == receipt["paid"] == chat.payment["reserved"]
    assert receipt["reserved"]["text"] == total


@pytest.mark.parametrize(
    ("taken", "said"), [(2000, "charged $20.00"), (None, "Nothing was charged")]
)
def test_what_becomes_of_it_is_told_once(world: ChatWorld, taken: int | None, said: str) -> None:
    token, charge = reserving(world)
    seen, transaction = world.conversation().last_sequence, world.shop.transactions[0]

    if taken:
        world.shop.ask_capture(transaction.id, Money(taken, "USD"))
    else:
        world.shop.ask_release(transaction.id)
    before = world.look(token, seen).messages
    settle(world.desk, charge.pk)
    settle(world.desk, charge.pk)

    after = world.look(token, seen).messages
    assert before == ()
    assert len(after) == 1
    assert said in str(after[0])


def test_what_cannot_become_an_order_is_told_as_free_again(world: ChatWorld) -> None:
    world.with_settings(captures_manually=True)
    token = world.start()
    charge = world.paying(token)
    world.shop.refuse_completion("INSUFFICIENT_STOCK")
    world.webhook(charge)
    seen = world.conversation().last_sequence

    world.later(seconds=31)
    settle(world.desk, charge.pk)

    told = str(world.look(token, seen).messages)
    assert "is free again. Nothing was charged." in told
    assert "on its way back" not in told
