"""What a merchant reads about a payment, in words and never as a bare code."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from agentpay_plugin.charges import hooks, methods, reasons
from agentpay_plugin.charges.waiting import for_the_merchant, said
from agentpay_plugin.money import Money
from agentpay_plugin.settings import OnUncompletable
from tests.builders import CARD
from tests.charges.world import CHANNEL, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

SOLD_OUT = "its checkout cannot become an order, not enough is in stock"


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("insufficient_stock", SOLD_OUT),
        (
            "invalid_shipping_method",
            "its checkout cannot become an order, its delivery is not to be had any more",
        ),
        ("overpaid", "more was paid than its order costs"),
        ("order_closed", "its order was cancelled or has expired"),
        ("brand_new_code", "its checkout cannot become an order (brand_new_code)"),
    ],
)
def test_reason_in_words(reason: str, words: str) -> None:
    assert reasons.words(reason) == words


def sold_out(world: World) -> str:
    view = world.opened(world.cart("variant-hoodie"))
    world.pay(view.id)
    world.shop.sell_out("variant-hoodie")
    world.settle_twice(view.id)
    return view.id


def test_refund_says_why(world: World) -> None:
    sold_out(world)

    messages = [report.message for report in world.shop.transactions[0].reports]
    assert messages[-2:] == [
        f"AgentPay is about to give this back: {SOLD_OUT}.",
        f"Given back by AgentPay: {SOLD_OUT}.",
    ]


def test_what_waits_is_a_sentence_without_personal_data(world: World) -> None:
    world.with_settings(on_uncompletable=OnUncompletable.HOLD)
    charge = charge_of(sold_out(world))

    (waiting,) = for_the_merchant()
    assert waiting.pk == charge.pk
    assert said(waiting) == (
        f"A payment of 50.00 USD waits for you since 2026-11-22 12:00 UTC: {SOLD_OUT}."
        f" At the payment provider: {charge.external_url or charge.provider_ref}"
    )


def test_shop_that_accepts_no_charges_offers_no_way_to_pay(world: World) -> None:
    closed = replace(world.desk, accepts_charges=lambda: False)

    assert methods.offered(world.desk, CHANNEL, Money(999, "USD")) == (CARD,)
    assert methods.offered(closed, CHANNEL, Money(999, "USD")) == ()
    assert hooks.gateway_data(closed, CHANNEL, Decimal("9.99"), "USD") == {"methods": []}


def test_a_key_that_is_lent_no_more_opens_nothing_and_ends_what_is_open(world: World) -> None:
    view = world.opened()
    world.with_settings(stripe_withdrawn=True)

    refused = world.storefront(world.cart().id, "9.99")

    assert methods.offered(world.desk, CHANNEL, Money(999, "USD")) == ()
    assert refused["result"] == "CHARGE_FAILURE"
    assert world.asked("open") == 1
    world.pay(view.id)
    world.settle_twice(view.id)
    assert charge_of(view.id).state == "confirmed"
