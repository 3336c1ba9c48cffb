"""A purchase in the tests in the channel for Brazil up to a point, in Portuguese, and what must stand at its end."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.saleor.client import Shopper
from tests.saleor.orders import order_of, orders_of_email
from tests.saleor.reais import ANA, CHANNEL, CPF, PRODUCT
from tests.saleor.shop import Shop

WHOLE = Decimal("214.40")  # the hoodie and its delivery


def quoted(shop: Shop, email: str) -> tuple[Shopper, dict[str, Any]]:
    """Go to a quote in Portuguese."""
    shopper = Shopper(shop, channel=CHANNEL, locale="pt-BR")
    shopper.start(product={"slug": PRODUCT})
    shopper.say("quero comprar um")
    shopper.tap(checkOut=True)
    shopper.details(
        email=email, shippingAddress=ANA
    )  # there is one delivery only, which is not asked for
    quote = shopper.last("ChatQuote")
    assert quote, shopper.messages[-1]
    return shopper, quote


def asked_to_pay(shop: Shop, email: str, method: str) -> tuple[Shopper, dict[str, Any]]:
    """Confirm a quote, with a CPF where one is asked for, and return the open payment."""
    shopper, quote = quoted(shop, email)
    asked = shopper.confirm(quote, method)
    if {"id": method, "needsTaxId": True} in quote["methods"]:
        assert "CPF" in asked[-1]["text"]
        assert shopper.last("ChatPaymentRequest") is None
        shopper.say(f"meu CPF é {CPF}")
    return shopper, dict(shopper.wait_for_part("ChatPaymentRequest")["payment"])


def assert_bought_once(shop: Shop, email: str) -> dict[str, Any]:
    """One order, fully charged in reais, by one transaction of ours with one success."""
    (number,) = orders_of_email(shop, email)
    order = order_of(shop, number)
    assert order["total"]["gross"] == {"amount": float(WHOLE), "currency": "BRL"}
    assert order["chargeStatus"] == "FULL"
    (transaction,) = order["transactions"]
    assert transaction["createdBy"]["identifier"] == "agentpay"
    assert transaction["chargedAmount"]["amount"] == float(WHOLE)
    assert [event["type"] for event in transaction["events"]].count("CHARGE_SUCCESS") == 1
    return order


def nothing_is_open(shop: Shop) -> bool:
    """Tell whether nothing of Stripe's in the channel may still need its keys."""
    ((count,),) = shop.rows(
        "SELECT count(*) FROM agentpay_plugin_charge WHERE provider = 'stripe' AND currency = 'BRL'"
        " AND state NOT IN ('confirmed', 'expired', 'cancelled', 'refunded', 'refused')"
    )
    return not count
