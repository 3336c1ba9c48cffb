"""A channel's slug may be renamed and a channel switched off while its conversations are open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from agentpay_plugin.chat import operations
from agentpay_plugin.chat.opening import StartInput
from agentpay_plugin.conversation.goods import Cart
from agentpay_plugin.models import AnalyticsEvent, Charge, Conversation
from agentpay_plugin.settings import ChannelSettings
from tests.charges.world import CHANNEL
from tests.chat.world import ANYBODY, ChatWorld, the_card

pytestmark = pytest.mark.django_db(transaction=True)

LARGE_BLUE = "variant-tee-blue-l"
CLOSED = "I cannot sell anything here at the moment."


class RenamedCarts:
    """The shop's carts, which name their channel by its new slug."""

    def __init__(self, world: ChatWorld) -> None:
        self._carts = world.shop.carts()

    def read(self, cart_id: str) -> Cart | None:
        cart = self._carts.read(cart_id)
        return cart and replace(cart, channel="renamed")


def close(world: ChatWorld) -> None:
    world.channels[CHANNEL] = ChannelSettings(active=False)


# --- renamed ------------------------------------------------------------------------------------


def test_open_chat_goes_on_when_its_channel_is_renamed(world: ChatWorld) -> None:
    token = world.start()
    world.tap(token, chooseVariant={"variantId": LARGE_BLUE, "quantity": 1})
    before = world.look(token).channel

    world.slugs[CHANNEL] = "renamed"
    world.refusing(carts=RenamedCarts(world))
    shown = world.tap(token, showCart=True)
    started = operations.start(world.chat_desk, ANYBODY, StartInput("renamed"))
    old = operations.start(world.chat_desk, ANYBODY, StartInput(CHANNEL))

    assert (before, world.look(token).channel) == (CHANNEL, "renamed")
    lines = the_card(shown.messages, "ChatCartSummary")["cart"]["lines"]
    assert [line["variantId"] for line in lines] == [LARGE_BLUE]
    assert started.errors == ()
    assert [one.code for one in old.errors] == ["CHAT_CLOSED"]
    assert set(Conversation.objects.values_list("channel", flat=True)) == {f"key:{CHANNEL}"}


def test_channel_is_named_by_one_key_everywhere(world: ChatWorld) -> None:
    operations.visit(world.chat_desk, ANYBODY, "visitor-1", CHANNEL)
    token = world.start()
    operations.track(world.chat_desk, ANYBODY, token, "chat_opened")
    charge = world.paying(token)
    world.webhook(charge)

    assert set(AnalyticsEvent.objects.values_list("channel", flat=True)) == {f"key:{CHANNEL}"}
    assert world.conversation().state["channel"] == f"key:{CHANNEL}"
    assert world.look(token).channel == CHANNEL


def test_our_own_name_of_a_channel_opens_nothing(world: ChatWorld) -> None:
    started = operations.start(world.chat_desk, ANYBODY, StartInput(f"key:{CHANNEL}"))
    visited = operations.visit(world.chat_desk, ANYBODY, "visitor-1", f"key:{CHANNEL}")

    assert [(one.code, one.field) for one in started.errors] == [("CHAT_CLOSED", "input.channel")]
    assert [(one.code, one.field) for one in visited.errors] == [("CHAT_CLOSED", "channel")]
    assert (Conversation.objects.count(), AnalyticsEvent.objects.count()) == (0, 0)


# --- switched off -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "action",
    [
        {"chooseVariant": {"variantId": LARGE_BLUE, "quantity": 1}},
        {"setQuantity": {"variantId": LARGE_BLUE, "quantity": 1}},
        {"applyPromoCode": {"code": "SAVE10"}},
        {"checkOut": True},
    ],
)
def test_closed_shop_takes_no_step_of_a_purchase(world: ChatWorld, action: dict[str, Any]) -> None:
    token = world.start()
    world.quoted(token)
    before, calls = world.conversation().state, len(world.shop.calls)
    close(world)

    sent = world.tap(token, **action)

    assert sent.errors == ()
    assert the_card(sent.messages, "ChatNotice")["text"].startswith(CLOSED)
    assert len(world.shop.calls) == calls
    after = world.conversation().state
    assert (after["cart"], after["stage"]) == (before["cart"], "quoted")


def test_closed_shop_opens_no_payment(world: ChatWorld) -> None:
    token = world.start()
    version = world.quoted(token)
    close(world)

    sent = world.tap(token, pay={"method": "card", "quoteVersion": version})
    said = world.say(token, "two in blue, size L")

    assert the_card(sent.messages, "ChatNotice")["text"].startswith(CLOSED)
    assert the_card(said.messages, "ChatNotice")["text"].startswith(CLOSED)
    assert (Charge.objects.count(), world.provider.calls) == (0, [])


def test_open_payment_of_a_closed_shop_is_not_closed_for_a_change(world: ChatWorld) -> None:
    token = world.start()
    world.paying(token)
    close(world)

    world.tap(token, setQuantity={"variantId": LARGE_BLUE, "quantity": 1})

    assert Charge.objects.get().state == "open"
    assert world.look(token).stage == "PAYING"


def test_what_was_begun_in_a_closed_shop_goes_on(world: ChatWorld) -> None:
    token = world.start()
    charge = world.paying(token)
    close(world)
    world.pay(str(charge.pk))

    paid = world.tap(token, checkPayment=True)
    asked = world.say(token, "where is my order?")
    person = world.tap(token, askPerson=True)

    assert paid.messages[-1].action == "order_placed"
    assert asked.messages[-1].action == "order_status"
    assert person.messages[-1].action == "handover"
    assert operations.erase(world.chat_desk, ANYBODY, token).errors == ()


def test_open_payment_of_a_closed_shop_can_be_cancelled(world: ChatWorld) -> None:
    token = world.start()
    world.paying(token)
    close(world)

    world.tap(token, cancelPayment=True)

    assert Charge.objects.get().state == "cancelled"
