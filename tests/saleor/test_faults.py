"""Webhooks misbehave, providers stall, carts change: one order, one transaction, one confirmation."""

from __future__ import annotations

from typing import Any

import pytest
from celery import Celery

from tests.saleor import template
from tests.saleor.bank import Bank
from tests.saleor.buying import assert_bought_once, page_of, quoted
from tests.saleor.merchant import channel_id
from tests.saleor.orders import order_of, orders_of_email
from tests.saleor.processes import until
from tests.saleor.shop import Shop
from tests.saleor.sweeping import sweep_now

pytestmark = pytest.mark.saleor

AUTOMATIC_COMPLETION = "saleor.checkout.tasks.trigger_automatic_checkout_completion_task"


def test_every_webhook_twenty_times_at_once_and_out_of_order(running: Shop, bank: Bank) -> None:
    email = "kim+twenty@example.com"
    shopper, version = quoted(running, email)
    bank.stripe.webhooks(repeat=20, parallel=20, hold=True)
    url = page_of(shopper, version)
    bank.decline(url)
    bank.pay(url)
    bank.stripe.release(order="reversed")
    bank.webhooks_done()

    assert_bought_once(running, bank, shopper, email)


def test_webhook_before_our_own_create_call_returned(running: Shop, bank: Bank) -> None:
    email = "kim+early@example.com"
    shopper, version = quoted(running, email)
    bank.stripe.fault("hold", pattern="POST /v1/checkout/sessions$")
    shopper.tap(pay={"method": "card", "quoteVersion": version})
    (session,) = until(lambda: bank.sessions_of(email), "the session")
    bank.pay(session["url"])
    bank.webhooks_done()
    bank.stripe.faults.release()
    sweep_now(running)

    assert_bought_once(running, bank, shopper, email)


def test_lost_webhooks_are_made_up_for(running: Shop, bank: Bank) -> None:
    email = "kim+lost@example.com"
    shopper, version = quoted(running, email)
    url = page_of(shopper, version)
    bank.stripe.webhooks(lose=1000)
    bank.pay(url)
    sweep_now(running)

    assert_bought_once(running, bank, shopper, email)


def test_settlement_races_saleors_automatic_completion(running: Shop, bank: Bank) -> None:
    if template.version(running.saleor).startswith("3.21."):
        pytest.skip(
            "Saleor completes checkouts by itself since 3.22 where a channel's settings say so"
        )
    email = "kim+automatic@example.com"
    switch = """mutation($id:ID!,$on:Boolean!){channelUpdate(id:$id,input:{checkoutSettings:
      {automaticCompletion:{enabled:$on,delay:0}}}){errors{field message code}}}"""
    channel = channel_id(running, "default-channel")
    running.graphql(switch, bearer=running.staff_token(), id=channel, on=True)
    try:
        shopper, version = quoted(running, email)
        bank.pay(page_of(shopper, version))
        with Celery(broker=running.environment["CELERY_BROKER_URL"]) as saleor:
            # Saleor's own beat starts this once a minute; here it meets us again and again.
            for _ in range(40):
                saleor.send_task(AUTOMATIC_COMPLETION)
        assert_bought_once(running, bank, shopper, email)
    finally:
        running.graphql(switch, bearer=running.staff_token(), id=channel, on=False)


FAULTS: dict[str, dict[str, Any]] = {
    "500": {"kind": "error_500"},
    "429": {"kind": "rate_limit"},
    "slow, 15 s": {"kind": "slow", "seconds": 15},
    "silent after it did the work": {"kind": "timeout_after_work", "seconds": 15},
}


@pytest.mark.parametrize("fault", FAULTS)
def test_provider_misbehaves_while_opening(running: Shop, bank: Bank, fault: str) -> None:
    email = f"kim+{fault.replace(', ', '-').replace(' ', '-')}@example.com"
    shopper, version = quoted(running, email)
    bank.stripe.fault(pattern="POST /v1/checkout/sessions$", **FAULTS[fault])
    shopper.tap(pay={"method": "card", "quoteVersion": version})
    notice = shopper.wait_for_part("ChatNotice", 30)
    assert notice["kind"] == "PROBLEM"
    assert "charged" in notice["noticeText"]

    shopper.tap(checkOut=True)
    quote = shopper.last("ChatQuote")
    assert quote
    bank.pay(page_of(shopper, quote["version"]))

    assert_bought_once(running, bank, shopper, email)


def test_a_refund_made_at_the_provider_stands_on_the_order(running: Shop, bank: Bank) -> None:
    email = "kim+refund@example.com"
    shopper, version = quoted(running, email)
    url = page_of(shopper, version)
    bank.pay(url)
    assert_bought_once(running, bank, shopper, email)
    bank.stripe.webhooks(repeat=5, parallel=5)
    bank.stripe.give_back(bank.session_of(url)["id"], 500)
    (number,) = orders_of_email(running, email)

    until(lambda: order_of(running, number)["totalRefunded"]["amount"] == 5.0, "the refund", 30)
    bank.webhooks_done()
    (transaction,) = order_of(running, number)["transactions"]
    assert [e["type"] for e in transaction["events"]].count("REFUND_SUCCESS") == 1
    assert transaction["refundedAmount"]["amount"] == 5.0


def test_a_checkout_changed_after_the_quote_is_not_charged(running: Shop, bank: Bank) -> None:
    email = "kim+changed@example.com"
    shopper, version = quoted(running, email)
    cart = shopper.look()["cart"]
    running.graphql(
        "mutation($id:ID!,$l:[CheckoutLineUpdateInput!]!){checkoutLinesUpdate(id:$id,lines:$l){errors{field message}}}",
        id=cart["id"], l=[{"lineId": cart["lines"][0]["id"], "quantity": 3}],
    )  # fmt: skip
    shopper.tap(pay={"method": "card", "quoteVersion": version})

    def newest() -> str:
        shopper.look()
        return str((shopper.last("ChatQuote") or {}).get("version"))

    until(lambda: newest() != version, "a new quote")

    assert bank.sessions_of(email) == []
    assert shopper.look()["stage"] == "QUOTED"
    assert shopper.last("ChatPaymentRequest") is None
