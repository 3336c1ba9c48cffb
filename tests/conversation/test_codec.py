"""State and stored events as JSON: exact both ways, versioned, strict."""

from __future__ import annotations

import json

import pytest

from agentpay_plugin.conversation.codec import (
    UnreadableState,
    decode,
    decode_event,
    encode,
    encode_event,
)
from agentpay_plugin.conversation.events import (
    CartAsked,
    CartJoined,
    CartRead,
    ChargeChanged,
    CheckOutAsked,
    CountryChosen,
    DeliveryChosen,
    DetailsGiven,
    Event,
    Opened,
    PaidSaid,
    PaymentCancelled,
    PersonAsked,
    ProductChosen,
    PromoCodeApplied,
    PromoCodeRemoved,
    QuantitySet,
    QuoteConfirmed,
    Said,
    VariantChosen,
)
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.reading import Offered
from agentpay_plugin.conversation.state import VERSION, Charged, Conversation, Stage
from agentpay_plugin.money import Money
from tests.builders import (
    CARD,
    PIX,
    a_charge,
    a_delivery,
    a_download,
    a_product,
    a_reading,
    a_ready_cart,
    an_address,
    an_order,
    usd,
)
from tests.conversation.play import NOW

FULL = Conversation(
    id="c",
    channel="default-channel",
    locale="pt-BR",
    stage=Stage.PAYING,
    product=a_product(),
    wanted_quantity=2,
    cart=a_ready_cart(gift_card_codes=("A", "B"), total=Money(10**15, "JPY")),
    deliveries=(a_delivery(),),
    methods=(CARD, PIX),
    quoted_version="ready",
    offered=Offered.BUY,
    offered_variant_id="v-m",
    offered_quantity=3,
    charge=a_charge(refunded=usd(1)),
    attempt=7,
    order_ids=("o-1", "o-2"),
    found=(a_product(), a_download()),
    narrowed=("v-m",),
    product_read_at=NOW,
    country="BR",
    charged=(Charged("c-1", "cart-1", "ready"),),
)
EVENTS: tuple[Event, ...] = (
    Opened(ProductRef(sku="x"), "cart-1", "Ahoy"),
    Opened(),
    VariantChosen("v-m", 2),
    VariantChosen("v-m"),
    ProductChosen("p"),
    QuantitySet("v-m", 0),
    PromoCodeApplied("SAVE"),
    PromoCodeRemoved("SAVE"),
    CheckOutAsked(),
    CartAsked(),
    CartJoined("cart-1"),
    CountryChosen("PL"),
    DetailsGiven("ada@example.com", an_address(), None),
    DeliveryChosen("d-1"),
    QuoteConfirmed("card", "ready"),
    PaidSaid(),
    PaymentCancelled(),
    PersonAsked("help"),
    ChargeChanged(a_charge("ordered"), an_order()),
)


def test_a_state_survives_as_json() -> None:
    stored = json.dumps(encode(FULL))

    assert decode(json.loads(stored)) == FULL
    assert json.loads(stored)["version"] == VERSION


def test_a_state_of_before_a_field_existed_reads_with_its_default() -> None:
    stored = encode(FULL)
    del stored["charged"]

    assert decode(stored).charged == ()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"version": VERSION + 1}, f"version {VERSION + 1}; this code reads up to {VERSION}"),
        ({"version": None}, "names no version"),
        ({"version": 0}, "names no version"),
        ({"mood": "good"}, "has no mood"),
        ({"stage": "lost"}, "Stage has no such value"),
        ({"attempt": "1"}, "a str stands where"),
        ({"attempt": True}, "a bool stands where"),
        ({"cart": {"id": "x"}}, "Cart lacks"),
        ({"doing": {"type": "Dancing"}}, "names a type that is not known"),
        ({"order_ids": "o-1"}, "a str stands where"),
    ],
)
def test_a_state_that_cannot_be_read_is_refused(change: dict[str, object], words: str) -> None:
    with pytest.raises(UnreadableState, match=words):
        decode(encode(FULL) | change)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_a_stored_event_survives_as_json(event: Event) -> None:
    assert decode_event(json.loads(json.dumps(encode_event(event)))) == event


@pytest.mark.parametrize("event", [Said("hi", a_reading()), CartRead(None)])
def test_words_and_results_are_not_stored_as_events(event: Event) -> None:
    with pytest.raises(UnreadableState, match="is not stored as an event"):
        encode_event(event)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"type": "Said", "text": "x"},
        {"type": "QuantitySet", "variant_id": "v"},
        {"type": "QuantitySet", "variant_id": "v", "quantity": "2"},
    ],
)
def test_an_event_that_cannot_be_read_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(UnreadableState):
        decode_event(data)
