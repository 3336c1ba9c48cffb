"""What the chat does not take, and that nothing of it is stored."""

from __future__ import annotations

from typing import Any

import pytest

from agentpay_plugin.chat import operations
from agentpay_plugin.chat.desk import Caller
from agentpay_plugin.chat.opening import ProductInput, StartInput
from agentpay_plugin.errors import NotFound
from agentpay_plugin.models import Conversation, Knock, Message, Turn
from agentpay_plugin.settings import ChannelSettings
from tests.charges.world import CHANNEL
from tests.chat.world import ADDRESS, ANYBODY, ChatWorld

pytestmark = pytest.mark.django_db(transaction=True)


def stored() -> tuple[int, int, int]:
    return Conversation.objects.count(), Turn.objects.count(), Message.objects.count()


def told(errors: Any) -> list[tuple[str, str | None]]:
    return [(one.code, one.field) for one in errors]


# --- sends --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "REQUIRED"),
        (" \n\t", "REQUIRED"),
        ("x" * 2001, "TOO_LONG"),
        ("nul \x00", "INVALID"),
        ("half a pair \ud83d", "INVALID"),
    ],
)
def test_text_that_is_refused(world: ChatWorld, text: str, code: str) -> None:
    token = world.start()
    before = stored()

    refused = world.say(token, text)

    assert told(refused.errors) == [(code, "text")]
    assert (refused.pending, refused.messages, refused.chat) == (False, (), None)
    assert stored() == before


def test_longest_text_is_taken(world: ChatWorld) -> None:
    token = world.start()

    sent = world.say(token, "é" * 2000)

    assert sent.errors == ()
    assert sent.messages[0].text == "é" * 2000


@pytest.mark.parametrize(
    ("client_id", "code"),
    [
        ("", "REQUIRED"),
        ("x" * 101, "TOO_LONG"),
        ("charge:1:ordered", "INVALID"),
        ("chat:start", "INVALID"),
    ],
)
def test_client_id_that_is_refused(world: ChatWorld, client_id: str, code: str) -> None:
    token = world.start()
    before = stored()

    said = operations.send(world.chat_desk, ANYBODY, token, "hello", client_id)
    tapped = operations.act(world.chat_desk, ANYBODY, token, {"showCart": True}, client_id)

    assert told(said.errors) == told(tapped.errors) == [(code, "clientId")]
    assert stored() == before


@pytest.mark.parametrize(
    ("action", "code", "field"),
    [
        ({}, "INVALID", "action"),
        ({"checkOut": True, "showCart": True}, "INVALID", "action"),
        ({"checkOut": None}, "INVALID", "action"),
        ({"refund": True}, "INVALID", "action"),
        ({"checkOut": False}, "INVALID", "action.checkOut"),
        ({"chooseProduct": {"productId": " "}}, "REQUIRED", "action.chooseProduct.productId"),
        (
            {"chooseVariant": {"variantId": "v", "quantity": 0}},
            "INVALID",
            "action.chooseVariant.quantity",
        ),
        (
            {"setQuantity": {"variantId": "v", "quantity": 1000}},
            "INVALID",
            "action.setQuantity.quantity",
        ),
        (
            {"setQuantity": {"variantId": "v", "quantity": -1}},
            "INVALID",
            "action.setQuantity.quantity",
        ),
        (
            {"setQuantity": {"variantId": "v" * 256, "quantity": 1}},
            "TOO_LONG",
            "action.setQuantity.variantId",
        ),
        ({"applyPromoCode": {"code": ""}}, "REQUIRED", "action.applyPromoCode.code"),
        ({"chooseCountry": {"country": "USA"}}, "INVALID", "action.chooseCountry.country"),
        ({"giveDetails": {}}, "REQUIRED", "action.giveDetails"),
        ({"giveDetails": {"email": "x" * 255}}, "TOO_LONG", "action.giveDetails.email"),
        (
            {"giveDetails": {"shippingAddress": ADDRESS | {"city": "x" * 257}}},
            "TOO_LONG",
            "action.giveDetails.shippingAddress.city",
        ),
        (
            {"giveDetails": {"billingAddress": ADDRESS | {"country": "U1"}}},
            "INVALID",
            "action.giveDetails.billingAddress.country",
        ),
        (
            {"pay": {"method": "card", "quoteVersion": ""}},
            "REQUIRED",
            "action.pay.quoteVersion",
        ),
    ],
)
def test_action_that_is_refused(
    world: ChatWorld, action: dict[str, Any], code: str, field: str
) -> None:
    token = world.start()
    before = stored()

    refused = world.tap(token, **action)

    assert told(refused.errors) == [(code, field)]
    assert stored() == before


def test_message_of_a_refusal_names_the_mend(world: ChatWorld) -> None:
    token = world.start()

    refused = world.tap(token, setQuantity={"variantId": "v", "quantity": 1000})

    assert refused.errors[0].message == "Give a whole number from 0 to 999."


def test_thirty_sends_a_minute_are_taken(world: ChatWorld) -> None:
    token = world.start()
    for _ in range(29):
        assert world.tap(token, showCart=True).errors == ()
    last = world.say(token, "hello", "last")
    before = stored()

    refused = world.say(token, "hello")
    repeated = world.say(token, "hello", "last")

    assert told(refused.errors) == [("TOO_MANY_REQUESTS", None)]
    assert repeated == last
    assert stored() == before
    world.later(seconds=60)
    assert world.say(token, "hello").errors == ()


# --- starts -------------------------------------------------------------------------------------


def start(world: ChatWorld, caller: Caller = ANYBODY, **given: Any) -> operations.Started:
    return operations.start(world.chat_desk, caller, StartInput(**{"channel": CHANNEL, **given}))


def test_twenty_chats_in_ten_minutes_from_one_address(world: ChatWorld) -> None:
    for _ in range(20):
        assert start(world).errors == ()
    before = stored()

    refused = start(world)

    assert told(refused.errors) == [("TOO_MANY_REQUESTS", None)]
    assert (refused.token, refused.chat) == (None, None)
    assert stored() == before
    assert start(world, Caller(ip_address="192.0.2.2")).errors == ()
    assert start(world, Caller()).errors == ()
    world.later(minutes=10)
    assert start(world).errors == ()


@pytest.mark.parametrize(
    ("address", "same", "other"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1"),
        ("::ffff:192.0.2.7", "192.0.2.7", "192.0.2.8"),
    ],
    ids=["a /64 of IPv6", "IPv4 written as IPv6"],
)
def test_one_network_of_ipv6_counts_as_one_address(
    world: ChatWorld, address: str, same: str, other: str
) -> None:
    for _ in range(20):
        assert start(world, Caller(ip_address=address)).errors == ()
    before = stored()

    refused = start(world, Caller(ip_address=same))

    assert told(refused.errors) == [("TOO_MANY_REQUESTS", None)]
    assert stored() == before
    assert start(world, Caller(ip_address=other)).errors == ()


def test_erasing_makes_no_room_for_more_chats(world: ChatWorld) -> None:
    for _ in range(20):
        token = start(world).token
        operations.erase(world.chat_desk, ANYBODY, token or "")
    before = stored()

    refused = start(world)

    assert told(refused.errors) == [("TOO_MANY_REQUESTS", None)]
    assert stored() == before
    assert "192.0.2.1" not in str(list(Knock.objects.values()))
    world.later(minutes=9)
    world.sweep_chats()
    assert Knock.objects.count() == 20
    world.later(minutes=1)
    world.sweep_chats()
    assert Knock.objects.count() == 0


def test_closed_channel_starts_no_chat(world: ChatWorld) -> None:
    world.channels["closed"] = ChannelSettings(active=False)

    refused = start(world, channel="closed")

    assert told(refused.errors) == [("CHAT_CLOSED", "input.channel")]
    assert stored() == (0, 0, 0)
    assert world.shop.calls == []


def test_channel_that_does_not_exist_starts_no_chat(world: ChatWorld) -> None:
    def no_settings(channel: str) -> ChannelSettings:
        raise NotFound(channel)

    world._settings = no_settings  # type: ignore[method-assign]

    refused = start(world, channel="nowhere")

    assert told(refused.errors) == [("CHAT_CLOSED", "input.channel")]
    assert stored() == (0, 0, 0)


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"channel": ""}, "REQUIRED", "input.channel"),
        ({"visitor_id": "v" * 65}, "TOO_LONG", "input.visitorId"),
        ({"checkout_id": "c" * 256}, "TOO_LONG", "input.checkoutId"),
        ({"product": ProductInput(sku="s" * 256)}, "TOO_LONG", "input.product.sku"),
        ({"visitor_id": "\x00"}, "INVALID", "input.visitorId"),
    ],
)
def test_start_that_is_refused(
    world: ChatWorld, given: dict[str, Any], code: str, field: str
) -> None:
    refused = start(world, **given)

    assert told(refused.errors) == [(code, field)]
    assert stored() == (0, 0, 0)


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("en", "en"),
        ("pt-BR", "pt-BR"),
        ("PT-br", "pt-BR"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("de-CH-1996", "de-CH"),
        ("de-XX", "de"),
        ("", "en"),
        ("xx", "en"),
        ("../../etc", "en"),
        ("e" * 300, "en"),
    ],
)
def test_locale_is_a_language_tag_or_english(world: ChatWorld, tag: str, locale: str) -> None:
    started = start(world, locale=tag)

    assert started.chat is not None
    assert started.chat.locale == locale


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://ada:secret@shop.example:8000/p/1?mail=ada#x", "https://shop.example:8000/p/1"),
        ("javascript:alert(1)", ""),
        ("https://[", ""),
        ("/p/1", ""),
        ("https://shop.example/" + "x" * 600, "https://shop.example/" + "x" * 479),
    ],
)
def test_page_address_is_kept_without_what_may_be_personal(
    world: ChatWorld, given: str, kept: str
) -> None:
    start(world, page_url=given)

    assert Conversation.objects.get().page_url == kept


def test_caller_is_kept_with_the_conversation(world: ChatWorld) -> None:
    start(world, Caller("VXNlcjox", "2001:db8::1"), visitor_id="visitor-1")

    row = Conversation.objects.get()
    assert (row.user_id, row.ip_address, row.visitor_id) == ("VXNlcjox", "2001:db8::1", "visitor-1")


def test_greeting_of_the_merchant_is_said(world: ChatWorld) -> None:
    world.with_settings(greeting="Ahoy, welcome to the harbour shop!")

    started = start(world)

    assert started.chat is not None
    assert "Ahoy, welcome to the harbour shop!" in started.chat.messages[0].text
