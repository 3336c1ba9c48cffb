"""A purchase in the tests up to a point, and what must stand at its end."""

from __future__ import annotations

from tests.saleor.bank import Bank
from tests.saleor.client import Shopper
from tests.saleor.orders import order_of, orders_of_email
from tests.saleor.shop import Shop


def quoted(shop: Shop, email: str, slug: str = "blue-hoodie") -> tuple[Shopper, str]:
    """Go to a quote and return the shopper and the quote's version."""
    shopper = Shopper(shop)
    shopper.start(product={"slug": slug})
    shopper.say("I'll buy one")
    shopper.tap(checkOut=True)
    shopper.details(email=email)
    picker = shopper.last("ChatDeliveryPicker")
    if shopper.last("ChatQuote") is None and picker:
        shopper.tap(chooseDelivery={"optionId": picker["options"][0]["id"]})
    quote = shopper.last("ChatQuote")
    assert quote
    return shopper, quote["version"]


def page_of(shopper: Shopper, version: str) -> str:
    shopper.tap(pay={"method": "card", "quoteVersion": version})
    return str(shopper.wait_for_part("ChatPaymentRequest")["payment"]["pageUrl"])


def assert_bought_once(shop: Shop, bank: Bank, shopper: Shopper, email: str) -> None:
    """One order, one paid session, one transaction with one success, one receipt in the chat."""
    shopper.wait_for_part("ChatReceipt", 60)
    (number,) = orders_of_email(shop, email)
    order = order_of(shop, number)
    paid = [t for t in order["transactions"] if t["chargedAmount"]["amount"]]
    assert len(paid) == 1
    assert [e["type"] for e in paid[0]["events"]].count("CHARGE_SUCCESS") == 1
    assert order["chargeStatus"] == "FULL"
    assert order["totalRefunded"]["amount"] == 0
    assert len(bank.paid_sessions(email)) == 1
    shopper.look()
    assert len(shopper.parts("ChatReceipt")) == 1
