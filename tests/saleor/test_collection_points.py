"""Collected at the shop: the point is chosen by tap, costs nothing, and stands on the order."""

from __future__ import annotations

from typing import Any

import pytest

from tests.saleor.bank import Bank
from tests.saleor.client import ADDRESS, Shopper
from tests.saleor.merchant import collection_point
from tests.saleor.orders import order_of, orders_of_email
from tests.saleor.shop import Shop
from tests.saleor.storefront import Storefront

pytestmark = pytest.mark.saleor

NAME = "Shop on Broadway"
BROADWAY = {
    "streetAddress1": "890 Broadway", "city": "New York", "postalCode": "10003",
    "country": "US", "countryArea": "NY",
}  # fmt: skip


@pytest.fixture(scope="module")
def point(prepared: Shop) -> str:
    prepared.keep("api")
    return collection_point(prepared, NAME, BROADWAY)


def at_the_picker(shop: Shop, email: str) -> Shopper:
    shopper = Shopper(shop)
    shopper.start(product={"slug": "blue-hoodie"})
    shopper.say("I'll buy one")
    shopper.tap(checkOut=True)
    shopper.details(email=email)
    return shopper


def pay(shopper: Shopper, bank: Bank, quote: dict[str, Any]) -> None:
    shopper.confirm(quote)
    bank.pay(shopper.wait_for_part("ChatPaymentRequest")["payment"]["pageUrl"])
    shopper.wait_for_part("ChatReceipt")


def assert_collected(shop: Shop, bank: Bank, email: str) -> None:
    """One paid order that is collected at our point and billed to the shopper."""
    (number,) = orders_of_email(shop, email)
    order = order_of(shop, number)
    assert order["deliveryMethod"] == {"__typename": "Warehouse", "name": NAME}
    assert order["collectionPointName"] == NAME
    assert order["shippingPrice"]["gross"]["amount"] == 0
    assert order["total"]["gross"]["amount"] == 35.0
    assert order["chargeStatus"] == "FULL"
    assert order["shippingAddress"]["streetAddress1"] == "890 Broadway"
    assert order["billingAddress"]["streetAddress1"].upper() == "1 MAIN STREET"
    assert [s["amount_total"] for s in bank.paid_sessions(email)] == [3500]


def test_chosen_by_tap_and_paid(running: Shop, bank: Bank, point: str) -> None:
    email = "ivy+collects@example.com"
    shopper = at_the_picker(running, email)
    picker = shopper.last("ChatDeliveryPicker")
    assert picker is not None
    (option,) = [one for one in picker["options"] if one["name"] == NAME]
    assert (option["id"], option["kind"], option["price"]["amount"]) == (
        point,
        "COLLECTION",
        "0.00",
    )
    assert option["description"] == "890 Broadway, 10003, NEW YORK, NY"
    quote = shopper.deliver(NAME)
    assert quote["cart"]["delivery"]["kind"] == "COLLECTION"
    assert quote["cart"]["deliveryPrice"]["amount"] == "0.00"
    pay(shopper, bank, quote)

    assert_collected(running, bank, email)
    (receipt,) = shopper.parts("ChatReceipt")
    assert receipt["order"]["deliveryName"] == NAME


def test_chosen_on_the_page_already_asks_for_a_billing_address_alone(
    running: Shop, bank: Bank, point: str
) -> None:
    email = "ivy+page@example.com"
    page = Storefront(running)
    page.collect("blue-hoodie", point)
    shopper = Shopper(running)
    shopper.start(checkoutId=page.checkout)
    shopper.tap(checkOut=True)
    form = shopper.last("ChatDetailsForm")
    assert form is not None
    assert (form["needsEmail"], form["needsShipping"]) == (True, False)
    shopper.details(email=email, shippingAddress=None, billingAddress=ADDRESS)
    quote = shopper.last("ChatQuote")
    assert quote is not None
    pay(shopper, bank, quote)

    assert_collected(running, bank, email)


def test_details_given_again_are_those_of_the_bill(running: Shop, bank: Bank, point: str) -> None:
    email = "ivy+again@example.com"
    shopper = at_the_picker(running, "ivy+mistyped@example.com")
    before = shopper.deliver(NAME)
    shopper.details(email=email)
    quote = shopper.last("ChatQuote")
    assert quote is not None
    assert quote["version"] != before["version"]
    assert quote["cart"]["delivery"]["name"] == NAME
    pay(shopper, bank, quote)

    assert_collected(running, bank, email)


def test_sent_after_all_asks_where_to(running: Shop, bank: Bank, point: str) -> None:
    email = "ivy+sent@example.com"
    shopper = at_the_picker(running, email)
    shopper.deliver(NAME)
    picker = shopper.last("ChatDeliveryPicker")
    assert picker is not None
    shopper.tap(chooseDelivery={"optionId": picker["options"][0]["id"]})
    form = shopper.last("ChatDetailsForm")
    assert form is not None
    assert form["needsShipping"] is True
    shopper.details(email=email)
    quote = shopper.last("ChatQuote")
    assert quote is not None
    assert quote["cart"]["delivery"]["kind"] == "SHIPPING"
    pay(shopper, bank, quote)

    (number,) = orders_of_email(running, email)
    order = order_of(running, number)
    assert order["deliveryMethod"]["__typename"] == "ShippingMethod"
    assert order["collectionPointName"] is None
    assert order["shippingAddress"]["streetAddress1"].upper() == "1 MAIN STREET"
    assert order["chargeStatus"] == "FULL"
