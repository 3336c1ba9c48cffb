"""Money that is only reserved, in a real Saleor: the order stands authorized, and its page captures or cancels."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest

from tests.saleor.bank import Bank
from tests.saleor.client import Shopper
from tests.saleor.merchant import switch_on, update
from tests.saleor.orders import order_of, orders_of_email
from tests.saleor.processes import until
from tests.saleor.refunding import ask_back, bought, payment, request, wait_for, without_reasons
from tests.saleor.shop import Shop
from tests.saleor.storefront import Storefront
from tests.saleor.sweeping import sweep_now, sweep_until

pytestmark = pytest.mark.saleor

CHANNEL = "default-channel"
TRACKED = "ascii-tee"  # the shop keeps stock of it, and of no hoodie
AUTHORIZED, REQUESTED = "AUTHORIZATION_SUCCESS", "CHARGE_REQUEST"
CHARGED, CALLED_OFF = "CHARGE_SUCCESS", "CANCEL_SUCCESS"


@pytest.fixture(autouse=True)
def _by_hand(running: Shop) -> Iterator[None]:
    without_reasons(running)
    switch_on(running, CHANNEL, capture_method="manual")
    yield
    assert update(running, CHANNEL, True, capture_method="automatic")["errors"] == []


def reserved(shop: Shop, bank: Bank, email: str) -> tuple[Shopper, str, str, float]:
    """A hoodie bought in the chat, whose payment is reserved; with the order's total."""
    shopper, number, session = bought(shop, bank, email)
    until(lambda: state_of(shop, session) == "reserved", "a payment that waits", 30)
    return shopper, number, session, float(order_of(shop, number)["total"]["gross"]["amount"])


def state_of(shop: Shop, session: str) -> str:
    rows = shop.rows("SELECT state FROM agentpay_plugin_charge WHERE provider_ref = %s", session)
    return str(rows[0][0])


def amounts(shop: Shop, number: str) -> dict[str, float]:
    """What the order's payment has authorized, charged and canceled."""
    one = payment(shop, number)
    names = ("authorized", "charged", "canceled", "refunded", "chargePending", "cancelPending")
    return {
        name: one[f"{name}Amount"]["amount"] for name in names if one[f"{name}Amount"]["amount"]
    }


def events(shop: Shop, number: str) -> list[tuple[str, float]]:
    """What the order page tells of money, oldest first; not that the page was opened, nor Saleor's own note."""
    told = [(e["type"], e["amount"]["amount"]) for e in reversed(payment(shop, number)["events"])]
    kinds = (AUTHORIZED, REQUESTED, CHARGED, "CHARGE_FAILURE", "CANCEL_REQUEST", CALLED_OFF)
    wanted = (*kinds, "CANCEL_FAILURE")
    # The first request is Saleor's note of the channel's flow strategy.
    return [one for at, one in enumerate(told) if one[0] in wanted and at]


def wait_until(shop: Shop, number: str, **wanted: float) -> None:
    until(lambda: amounts(shop, number) == wanted, f"{wanted}", 40)


def intent(bank: Bank, session: str) -> dict[str, Any]:
    (one,) = [s for s in bank.stripe.sessions if s["id"] == session]
    (found,) = [p for p in bank.stripe.payment_intents if p["id"] == one["payment_intent"]]
    return dict(found)


def test_reserved_and_then_captured(running: Shop, bank: Bank) -> None:
    shopper, number, session, whole = reserved(running, bank, "cap+whole@example.com")
    before, page = order_of(running, number), payment(running, number)
    until(lambda: shopper.look() and "reserved on your card" in str(shopper.messages), "words", 30)

    request(running, number, "CHARGE")
    wait_until(running, number, charged=whole)
    until(lambda: shopper.look() and "has charged" in str(shopper.messages[-1]), "news", 30)

    assert (before["authorizeStatus"], before["chargeStatus"]) == ("FULL", "NONE")
    assert before["totalAuthorized"]["amount"] == whole
    assert sorted(page["actions"]) == ["CANCEL", "CHARGE"]
    assert page["pspReference"] == session
    assert intent(bank, session)["amount_received"] == round(whole * 100)
    after, end = order_of(running, number), payment(running, number)
    assert (after["chargeStatus"], after["totalCharged"]["amount"]) == ("FULL", whole)
    assert end["actions"] == ["REFUND"]
    assert events(running, number) == [
        (AUTHORIZED, whole), (REQUESTED, whole), (CHARGED, whole),
    ]  # fmt: skip
    assert [e["type"] for e in after["events"]].count("TRANSACTION_CHARGE_REQUESTED") == 1


def test_a_part_is_captured_and_the_rest_is_let_go(running: Shop, bank: Bank) -> None:
    _, number, session, whole = reserved(running, bank, "cap+part@example.com")
    rest = round(whole - 5, 2)

    request(running, number, "CHARGE", "5.00")
    wait_until(running, number, charged=5.0, canceled=rest)
    bank.webhooks_done()
    sweep_now(running)
    ask_back(running, number)
    wait_for(running, number, "REFUND_REQUEST", "REFUND_SUCCESS")

    assert intent(bank, session)["amount_received"] == 500
    assert events(running, number) == [
        (AUTHORIZED, whole), (REQUESTED, 5.0), (CHARGED, 5.0), (CALLED_OFF, rest),
    ]  # fmt: skip
    assert amounts(running, number) == {"canceled": rest, "refunded": 5.0}
    assert payment(running, number)["actions"] == []


def test_it_is_cancelled(running: Shop, bank: Bank) -> None:
    shopper, number, session, whole = reserved(running, bank, "cap+void@example.com")

    request(running, number, "CANCEL")
    wait_until(running, number, canceled=whole)
    until(lambda: shopper.look() and "Nothing was charged" in str(shopper.messages[-1]), "news", 30)
    bank.webhooks_done()
    sweep_now(running)

    assert intent(bank, session)["status"] == "canceled"
    assert events(running, number) == [
        (AUTHORIZED, whole), ("CANCEL_REQUEST", whole), (CALLED_OFF, whole),
    ]  # fmt: skip
    assert payment(running, number)["actions"] == []
    order = order_of(running, number)
    assert (order["authorizeStatus"], order["chargeStatus"]) == ("NONE", "NONE")
    assert (order["totalAuthorized"]["amount"], order["totalRefunded"]["amount"]) == (0, 0)


def test_four_people_press_at_once(running: Shop, bank: Bank) -> None:
    _, number, session, whole = reserved(running, bank, "cap+four@example.com")

    with ThreadPoolExecutor(4) as pool:
        presses = [("CHARGE", "5.00"), ("CANCEL", None), ("CHARGE", None), ("CANCEL", None)]
        for done in [pool.submit(request, running, number, *press) for press in presses]:
            done.result()
    until(lambda: state_of(running, session) == "confirmed", "an end", 40)
    bank.webhooks_done()
    sweep_now(running)

    taken = intent(bank, session)["amount_received"] / 100
    end = amounts(running, number)
    assert taken in (0, 5.0, whole)
    assert end.get("charged", 0) == taken
    assert round(end.get("canceled", 0) + taken, 2) == whole
    told = [kind for kind, _ in events(running, number)]
    assert "Cannot find a webhook that can process the action." not in str(payment(running, number))
    assert told.count("CHARGE_SUCCESS") + told.count("CHARGE_FAILURE") == told.count(REQUESTED)
    assert payment(running, number)["actions"] == (["REFUND"] if taken else [])


def test_captured_in_stripes_own_dashboard(running: Shop, bank: Bank) -> None:
    _, number, session, whole = reserved(running, bank, "cap+there@example.com")
    rest = round(whole - 7, 2)
    bank.stripe.webhooks(repeat=3, parallel=3)

    bank.stripe.capture(session, 700)
    bank.webhooks_done()
    wait_until(running, number, charged=7.0, canceled=rest)

    assert events(running, number) == [(AUTHORIZED, whole), (CHARGED, 7.0), (CALLED_OFF, rest)]
    assert payment(running, number)["actions"] == ["REFUND"]
    assert order_of(running, number)["totalRefunded"]["amount"] == 0


def test_nobody_captured_in_time(running: Shop, bank: Bank) -> None:
    _, number, session, whole = reserved(running, bank, "cap+late@example.com")

    bank.stripe.cancel(session, lapsed=True)
    bank.webhooks_done()
    wait_until(running, number, canceled=whole)

    assert "  lapsed  " in running.manage("agentpay_held")
    assert payment(running, number)["actions"] == []
    assert "nobody captured it in time" in str(payment(running, number)["events"])


def completed_by_the_storefront(shop: Shop, bank: Bank, email: str) -> tuple[str, str]:
    """A hoodie that a plain storefront made an order of, within the grace; its number, and the session."""
    storefront = Storefront(shop)
    storefront.fill(email)
    answer = storefront.initialize(returnUrl="http://localhost:3000/thanks")
    assert answer["transactionEvent"]["type"] == "AUTHORIZATION_ACTION_REQUIRED"
    session = str(bank.session_of(answer["data"]["pageUrl"])["id"])
    bank.pay(answer["data"]["pageUrl"])
    storefront.process_until_paid(AUTHORIZED)
    until(lambda: state_of(shop, session) == "reported", "the grace", 40)
    assert storefront.complete()["errors"] == []
    (number,) = orders_of_email(shop, email)
    return number, session


def test_a_plain_storefront_completes_what_is_authorized(running: Shop, bank: Bank) -> None:
    number, session = completed_by_the_storefront(running, bank, "cap+own@example.com")
    bank.webhooks_done()
    sweep_until(running, lambda: state_of(running, session) == "reserved", "a payment that waits")

    assert payment(running, number)["pspReference"] == session
    assert order_of(running, number)["authorizeStatus"] == "FULL"
    assert [kind for kind, _ in events(running, number)].count(AUTHORIZED) == 1
    assert intent(bank, session)["status"] == "requires_capture"


def test_captured_as_soon_as_the_storefront_has_completed(running: Shop, bank: Bank) -> None:
    number, session = completed_by_the_storefront(running, bank, "cap+soon@example.com")
    whole = float(order_of(running, number)["total"]["gross"]["amount"])

    request(running, number, "CHARGE")
    wait_until(running, number, charged=whole)

    assert intent(bank, session)["amount_received"] == round(whole * 100)
    assert events(running, number) == [
        (AUTHORIZED, whole), (REQUESTED, whole), (CHARGED, whole),
    ]  # fmt: skip
    assert order_of(running, number)["chargeStatus"] == "FULL"
    assert payment(running, number)["actions"] == ["REFUND"]


def test_captured_at_stripe_before_we_have_heard_of_the_storefronts_order(
    running: Shop, bank: Bank
) -> None:
    number, session = completed_by_the_storefront(running, bank, "cap+quick@example.com")
    whole = float(order_of(running, number)["total"]["gross"]["amount"])
    rest = round(whole - 7, 2)

    bank.stripe.capture(session, 700)
    wait_until(running, number, charged=7.0, canceled=rest)

    assert events(running, number) == [(AUTHORIZED, whole), (CHARGED, 7.0), (CALLED_OFF, rest)]
    assert order_of(running, number)["totalRefunded"]["amount"] == 0


def test_what_sold_out_is_let_go(running: Shop, bank: Bank) -> None:
    email = "cap+gone@example.com"
    switch_on(running, CHANNEL, storefront_grace_minutes="0", capture_method="manual")
    try:
        storefront = Storefront(running)
        storefront.fill(email, TRACKED)
        answer = storefront.initialize(returnUrl="http://localhost:3000/thanks")
        session = str(bank.session_of(answer["data"]["pageUrl"])["id"])
        with sold_out(running):
            bank.pay(answer["data"]["pageUrl"])
            sweep_until(running, lambda: state_of(running, session) == "refunded", "an end", 90)
    finally:
        switch_on(running, CHANNEL, storefront_grace_minutes="5", capture_method="manual")

    assert orders_of_email(running, email) == []
    assert intent(bank, session)["status"] == "canceled"
    assert intent(bank, session)["amount_received"] == 0


@contextmanager
def sold_out(shop: Shop) -> Iterator[None]:
    """Let there be none of a product, and as much as before afterwards."""
    change = (
        "UPDATE warehouse_stock SET quantity = quantity + %s WHERE product_variant_id IN (SELECT v.id"
        " FROM product_productvariant v JOIN product_product p ON p.id = v.product_id WHERE p.slug = %s)"
    )
    shop.rows(change, -100_000, TRACKED)
    try:
        yield
    finally:
        shop.rows(change, 100_000, TRACKED)
