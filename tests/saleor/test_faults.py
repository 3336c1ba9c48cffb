"""Processes die, webhooks misbehave, providers stall: one order, one transaction, one confirmation."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from celery import Celery

from tests.saleor.bank import Bank
from tests.saleor.client import Shopper
from tests.saleor.merchant import channel_id
from tests.saleor.orders import order_of, orders_of_email
from tests.saleor.processes import until
from tests.saleor.shop import BUILD, Shop
from tests.saleor.sweeping import age_turns, sweep_now

pytestmark = pytest.mark.saleor

INSIDE = Path(__file__).parent / "inside"
KILL_FILE = BUILD / "kill-at"
# Celery replaces a child that was killed; "all": the whole worker is gone.
OPENING = (
    "open.row_committed", "open.provider_created", "open.answer_stored", "open.provider_created all",
)  # fmt: skip
AUTOMATIC_COMPLETION = "saleor.checkout.tasks.trigger_automatic_checkout_completion_task"
SETTLING = ("settle.reported", "settle.completed", "settle.confirmed", "settle.reported all")


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


EXTRA = {"DJANGO_SETTINGS_MODULE": "killing_settings", "AGENTPAY_TEST_KILL_FILE": str(KILL_FILE)}


@pytest.fixture
def killable(prepared: Shop) -> Iterator[Shop]:
    """API and worker that die at a checkpoint, no beat."""
    KILL_FILE.unlink(missing_ok=True)
    prepared.stop("beat")
    _keep_killable(prepared)
    yield prepared
    KILL_FILE.unlink(missing_ok=True)


def _keep_killable(shop: Shop) -> None:
    path = f"{INSIDE}:{shop.environment['PYTHONPATH']}"
    shop.keep("api", "worker", **EXTRA, PYTHONPATH=path)


def revive(shop: Shop) -> None:
    """Wait for the kill and restart whatever died, as a supervisor would."""
    is_whole = KILL_FILE.read_text().endswith(" all")
    until(lambda: not KILL_FILE.exists(), "the kill", 60)
    until(lambda: shop.has_died("worker") == is_whole, "the worker's end")
    _keep_killable(shop)


@pytest.mark.parametrize("checkpoint", OPENING)
def test_killed_while_opening(killable: Shop, bank: Bank, checkpoint: str) -> None:
    email = f"kim+{checkpoint.replace(' ', '.')}@example.com"
    shopper, version = quoted(killable, email)
    KILL_FILE.write_text(checkpoint)
    with contextlib.suppress(requests.RequestException):  # the API itself may die while answering
        shopper.tap(pay={"method": "card", "quoteVersion": version})
    revive(killable)
    sweep_now(killable)

    request = shopper.wait_for_part("ChatPaymentRequest", 60)
    assert len(bank.sessions_of(email)) == 1
    bank.pay(request["payment"]["pageUrl"])

    assert_bought_once(killable, bank, shopper, email)


@pytest.mark.parametrize("checkpoint", SETTLING)
def test_killed_while_settling(killable: Shop, bank: Bank, checkpoint: str) -> None:
    email = f"kim+{checkpoint.replace(' ', '.')}@example.com"
    shopper, version = quoted(killable, email)
    url = page_of(shopper, version)
    KILL_FILE.write_text(checkpoint)
    bank.pay(url)
    revive(killable)
    sweep_now(killable)

    assert_bought_once(killable, bank, shopper, email)


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


def test_worker_down_the_link_is_made_in_the_shoppers_own_request(shop: Shop, bank: Bank) -> None:
    email = "kim+noworker@example.com"
    shopper, version = quoted(shop, email)
    shopper.tap(pay={"method": "card", "quoteVersion": version})
    shopper.look()
    assert shopper.last("ChatPaymentRequest") is None
    age_turns(shop)
    bank.pay(shopper.wait_for_part("ChatPaymentRequest")["payment"]["pageUrl"])
    shop.start("worker")
    sweep_now(shop)

    assert_bought_once(shop, bank, shopper, email)


def test_broker_down(shop: Shop, bank: Bank) -> None:
    email = "kim+nobroker@example.com"
    shop.keep("api", CELERY_BROKER_URL="redis://127.0.0.1:1/1")
    shopper, version = quoted(shop, email)
    bank.pay(page_of(shopper, version))
    shop.keep("api", "worker")
    sweep_now(shop)

    assert_bought_once(shop, bank, shopper, email)


def test_a_shop_that_has_no_broker_at_all(shop: Shop, bank: Bank) -> None:
    email = "kim+eager@example.com"
    shop.keep("api", CELERY_BROKER_URL="")
    shopper, version = quoted(shop, email)
    bank.pay(page_of(shopper, version))

    assert_bought_once(shop, bank, shopper, email)


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


def test_beat_alone_keeps_the_sweep_going(running: Shop) -> None:
    until(lambda: list(BUILD.glob(f"{running.beat_file.name}*")), "beat has begun")
    running.stop("beat")
    running.python(str(INSIDE / "beat_long_ago.py"), str(running.beat_file))
    running.rows("UPDATE agentpay_plugin_pulse SET last_run_at = now() - interval '1 hour'")
    running.start("beat")

    def swept() -> bool:
        recent = "SELECT 1 FROM agentpay_plugin_pulse WHERE name = 'sweep' AND last_run_at > now() - interval '5 minutes'"
        return bool(running.rows(recent))

    until(swept, "a sweep that only beat can have started", 60)
