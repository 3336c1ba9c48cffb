"""A total of zero, in a real Saleor: confirmed by a tap, one order, no charge anywhere."""

from __future__ import annotations

from typing import Any

import pytest

from tests.saleor.bank import Bank
from tests.saleor.client import Shopper
from tests.saleor.merchant import gift_card, voucher
from tests.saleor.orders import order_of, orders_of_email
from tests.saleor.shop import Shop

pytestmark = pytest.mark.saleor


def hoodie(shop: Shop) -> Shopper:
    """A shopper with one Blue Hoodie, 35 USD, in the cart."""
    shopper = Shopper(shop)
    shopper.start(product={"slug": "blue-hoodie"})
    shopper.say("I'll buy one")
    return shopper


def assert_free_order(shop: Shop, bank: Bank, shopper: Shopper, email: str) -> dict[str, Any]:
    """One order that is fully paid, told once, counted as bought, and no charge of ours or the provider's."""
    (number,) = orders_of_email(shop, email)
    order = order_of(shop, number)
    assert (order["status"], order["chargeStatus"]) == ("UNFULFILLED", "FULL")
    assert order["paymentStatus"] == "FULLY_CHARGED"
    assert order["total"]["gross"] == {"amount": 0.0, "currency": "USD"}
    assert order["totalCharged"]["amount"] == 0
    assert order["transactions"] == []
    assert bank.sessions_of(email) == []
    chat = shopper.look()
    assert chat["payment"] is None
    (receipt,) = shopper.parts("ChatReceipt")
    assert receipt["order"]["number"] == number
    assert receipt["order"]["chargeStatus"] == "FULL"
    assert receipt["paid"]["amount"] == "0.00"
    ((ordered, charges),) = shop.rows(
        "SELECT c.ordered_at IS NOT NULL, (SELECT count(*) FROM agentpay_plugin_charge WHERE conversation_id = c.id)"
        " FROM agentpay_plugin_conversation c WHERE c.id = %s",
        chat["id"],
    )
    assert (ordered, charges) == (True, 0)
    return order


def test_a_gift_card_covers_everything(running: Shop, bank: Bank) -> None:
    email = "gil+covered@example.com"
    code = gift_card(running, "100.00")
    shopper = hoodie(running)
    shopper.tap(applyPromoCode={"code": code})
    quote = shopper.go_to_quote(email)
    assert quote["methods"] == [{"id": "free", "needsTaxId": False}]
    assert quote["cart"]["total"]["amount"] == "0.00"
    assert quote["cart"]["giftCards"]["amount"] == "35.00"
    assert quote["cart"]["giftCardCodes"] == [code[-4:]]
    shopper.confirm(quote, "free")

    order = assert_free_order(running, bank, shopper, email)
    assert order["undiscountedTotal"]["gross"]["amount"] == 35.0
    assert order["giftCards"] == [{"last4CodeChars": code[-4:], "currentBalance": {"amount": 65.0}}]


def test_a_voucher_takes_everything_off(running: Shop, bank: Bank) -> None:
    email = "gil+voucher@example.com"
    voucher(running, "GILFREE", "100")
    shopper = hoodie(running)
    shopper.say("apply promo code GILFREE")
    quote = shopper.go_to_quote(email)
    assert quote["methods"] == [{"id": "free", "needsTaxId": False}]
    assert quote["cart"]["total"]["amount"] == "0.00"
    assert quote["cart"]["discount"]["amount"] == "35.00"
    shopper.confirm(quote, "free")

    order = assert_free_order(running, bank, shopper, email)
    assert order["voucherCode"] == "GILFREE"


def test_a_confirmation_that_comes_twice_places_one_order(running: Shop, bank: Bank) -> None:
    email = "gil+twice@example.com"
    voucher(running, "GILTWICE", "100")
    shopper = hoodie(running)
    shopper.tap(applyPromoCode={"code": "GILTWICE"})
    quote = shopper.go_to_quote(email)
    shopper.confirm(quote, "free")
    assert shopper.look()["stage"] == "ORDERED"
    shopper.confirm(quote, "free")

    assert_free_order(running, bank, shopper, email)


def test_a_total_that_is_not_zero_is_never_free(running: Shop, bank: Bank) -> None:
    email = "gil+notfree@example.com"
    shopper = hoodie(running)
    quote = shopper.go_to_quote(email)
    (answer,) = shopper.confirm(quote, "free")

    assert answer["parts"][0]["__typename"] == "ChatNotice"
    assert orders_of_email(running, email) == []
    assert bank.sessions_of(email) == []
    assert shopper.look()["stage"] == "QUOTED"


def test_a_cart_that_costs_something_meanwhile_is_not_given_away(running: Shop, bank: Bank) -> None:
    email = "gil+meanwhile@example.com"
    voucher(running, "GILGONE", "100")
    shopper = hoodie(running)
    shopper.tap(applyPromoCode={"code": "GILGONE"})
    quote = shopper.go_to_quote(email)
    running.graphql(
        'mutation($id:ID!){checkoutRemovePromoCode(id:$id,promoCode:"GILGONE"){errors{message}}}',
        id=quote["cart"]["id"],
    )
    shopper.confirm(quote, "free")

    assert orders_of_email(running, email) == []
    renewed = shopper.last("ChatQuote")
    assert renewed is not None
    assert renewed["cart"]["total"]["amount"] == "35.00"
    assert renewed["methods"] == [{"id": "card", "needsTaxId": False}]
