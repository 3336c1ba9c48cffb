"""Money goes back from Saleor's order page: one request, one success or one failure, and the right sums."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import pytest
from celery import Celery

from tests.saleor.bank import Bank
from tests.saleor.merchant import switch_on
from tests.saleor.orders import order_of, orders_of_email
from tests.saleor.processes import until
from tests.saleor.refunding import (
    ask_back,
    bought,
    grant,
    payment,
    refund_events,
    refusals,
    request,
    send,
    sweep_for,
    wait_for,
    without_reasons,
)
from tests.saleor.shop import Shop
from tests.saleor.storefront import Storefront
from tests.saleor.sweeping import sweep_now, sweep_until

pytestmark = pytest.mark.saleor

RELEASE = "saleor.payment.tasks.transaction_release_funds_for_checkout_task"
REQUEST, SUCCESS, FAILURE = "REFUND_REQUEST", "REFUND_SUCCESS", "REFUND_FAILURE"


@pytest.fixture(autouse=True)
def _reasons(prepared: Shop) -> None:
    without_reasons(prepared)


def given_back(bank: Bank, session: str) -> list[int]:
    """What went back of a session at the provider, in its minor units."""
    (one,) = [s for s in bank.stripe.sessions if s["id"] == session]
    return [
        refund["amount"]
        for refund in bank.stripe.refunds
        if refund["payment_intent"] == one["payment_intent"]
    ]


def granted_of(shop: Shop, number: str) -> dict[str, Any]:
    """The order's one granted refund."""
    (granted,) = order_of(shop, number)["grantedRefunds"]
    return dict(granted)


def total(shop: Shop, number: str) -> float:
    return float(order_of(shop, number)["total"]["gross"]["amount"])


def test_a_part_and_then_the_rest(running: Shop, bank: Bank) -> None:
    shopper, number, session = bought(running, bank, "ron+part@example.com")
    whole = total(running, number)
    assert payment(running, number)["actions"] == ["REFUND"]

    answer = ask_back(running, number, "5.00")
    wait_for(running, number, REQUEST, SUCCESS)
    after = payment(running, number)
    until(lambda: shopper.look() and "5.00" in str(shopper.messages[-1]), "news in the chat", 30)
    ask_back(running, number)
    wait_for(running, number, REQUEST, SUCCESS, REQUEST, SUCCESS)

    assert answer["refundPendingAmount"]["amount"] in (0, 5.0)
    assert (after["refundedAmount"]["amount"], after["refundPendingAmount"]["amount"]) == (5.0, 0)
    assert after["actions"] == ["REFUND"]
    rest = float(Decimal(str(whole)) - 5)
    assert refund_events(running, number) == [
        (REQUEST, 5.0), (SUCCESS, 5.0), (REQUEST, rest), (SUCCESS, rest),
    ]  # fmt: skip
    order, end = order_of(running, number), payment(running, number)
    assert order["totalRefunded"]["amount"] == whole
    assert order["totalRefundPending"]["amount"] == 0
    assert order["totalCharged"]["amount"] == 0
    assert (end["chargedAmount"]["amount"], end["actions"]) == (0, [])
    assert [e["type"] for e in order["events"]].count("TRANSACTION_REFUND_REQUESTED") == 2
    assert sorted(given_back(bank, session)) == [500, round(rest * 100)]


def test_a_granted_refund(running: Shop, bank: Bank) -> None:
    _, number, session = bought(running, bank, "ron+granted@example.com")
    granted = grant(running, number, "7.50")
    before = order_of(running, number)["grantedRefunds"]

    send(running, granted)
    wait_for(running, number, REQUEST, SUCCESS)

    until(
        lambda: granted_of(running, number)["status"] != "PENDING", "an end of the granted refund"
    )
    given = granted_of(running, number)
    assert [one["status"] for one in before] == ["NONE"]
    assert (given["status"], given["amount"]["amount"]) == ("SUCCESS", 7.5)
    assert sorted(event["type"] for event in given["transactionEvents"]) == [REQUEST, SUCCESS]
    assert order_of(running, number)["totalRemainingGrant"]["amount"] == 0
    assert payment(running, number)["refundedAmount"]["amount"] == 7.5
    assert given_back(bank, session) == [750]


def test_one_that_takes_days_and_one_that_fails_in_the_end(running: Shop, bank: Bank) -> None:
    _, number, session = bought(running, bank, "ron+days@example.com")
    bank.stripe.refunds_become("pending", "pending")
    granted = grant(running, number, "4.00")
    send(running, granted)
    ask_back(running, number, "6.00")
    slow, failing = until(
        lambda: [r for r in bank.stripe.refunds if r["status"] == "pending"][1:]
        and sorted((r["amount"], r["id"]) for r in bank.stripe.refunds if r["status"] == "pending"),
        "two refunds", 30,
    )  # fmt: skip
    pending = (order_of(running, number), payment(running, number))
    bank.stripe.move_refund(slow[1], "succeeded")
    bank.stripe.move_refund(failing[1], "failed")
    bank.webhooks_done()
    sweep_for(running, number, REQUEST, REQUEST, SUCCESS, FAILURE)

    assert [one["status"] for one in pending[0]["grantedRefunds"]] == ["PENDING"]
    assert pending[1]["refundPendingAmount"]["amount"] == 10.0
    order, end = order_of(running, number), payment(running, number)
    assert [one["status"] for one in order["grantedRefunds"]] == ["SUCCESS"]
    assert (end["refundedAmount"]["amount"], end["refundPendingAmount"]["amount"]) == (4.0, 0)
    assert end["chargedAmount"]["amount"] == total(running, number) - 4
    assert refusals(running, number) == [
        "The payment provider could not give this back: the shopper's card has expired or was cancelled."
    ]
    assert sorted(given_back(bank, session)) == [400, 600]


def test_a_granted_refund_that_the_provider_refuses(running: Shop, bank: Bank) -> None:
    _, number, session = bought(running, bank, "ron+refused@example.com")
    bank.stripe.webhooks(lose=1000)
    bank.stripe.give_back(session)  # the shop has not heard of it
    granted = grant(running, number, "3.00")

    send(running, granted)
    wait_for(running, number, REQUEST, FAILURE)

    # Saleor moves it right after it wrote the event.
    until(
        lambda: granted_of(running, number)["status"] != "PENDING", "an end of the granted refund"
    )
    assert granted_of(running, number)["status"] == "FAILURE"
    assert refusals(running, number) == [
        "The payment provider could not give this back: there all of it went back already,"
        " or not as much is left."
    ]
    assert given_back(bank, session) == [round(total(running, number) * 100)]
    assert payment(running, number)["refundPendingAmount"]["amount"] == 0


def test_four_people_press_at_once(running: Shop, bank: Bank) -> None:
    _, number, session = bought(running, bank, "ron+four@example.com")
    whole = total(running, number)
    half = f"{Decimal(str(whole)) * 6 / 10:.2f}"

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(ask_back, running, number, half) for _ in range(4)]:
            done.result()
    until(lambda: payment(running, number)["refundPendingAmount"]["amount"] == 0, "an end", 40)
    sweep_now(running)
    until(
        lambda: len([k for k, _ in refund_events(running, number) if k != REQUEST]) == 4,
        "an answer to each", 40,
    )  # fmt: skip

    kinds = [kind for kind, _ in refund_events(running, number)]
    assert (kinds.count(REQUEST), kinds.count(SUCCESS) + kinds.count(FAILURE)) == (4, 4)
    assert "Cannot find a webhook that can process the action." not in refusals(running, number)
    assert sum(given_back(bank, session)) <= round(whole * 100)
    end = payment(running, number)
    assert round(end["refundedAmount"]["amount"] * 100) == sum(given_back(bank, session))
    assert round(end["chargedAmount"]["amount"] * 100) == round(whole * 100) - sum(
        given_back(bank, session)
    )


def test_both_at_the_provider_and_on_the_order_page(running: Shop, bank: Bank) -> None:
    _, number, session = bought(running, bank, "ron+both@example.com")
    bank.stripe.webhooks(repeat=5, parallel=5)
    bank.stripe.give_back(session, 500)
    ask_back(running, number, "2.00")
    bank.webhooks_done()
    until(lambda: payment(running, number)["refundedAmount"]["amount"] == 7.0, "both", 40)

    kinds = sorted(kind for kind, _ in refund_events(running, number))
    assert kinds == [REQUEST, SUCCESS, SUCCESS]
    assert sorted(given_back(bank, session)) == [200, 500]


@pytest.mark.parametrize("action", ["CHARGE", "CANCEL"])
def test_there_is_nothing_to_capture_or_to_call_off(running: Shop, bank: Bank, action: str) -> None:
    _, number, session = bought(running, bank, f"ron+{action.lower()}@example.com")

    request(running, number, action)

    end = payment(running, number)
    (failure,) = [e for e in end["events"] if e["type"] == f"{action}_FAILURE"]
    assert failure["message"] == (
        "AgentPay took this payment at once: there is nothing to capture or to call off."
        " To give it back, refund it."
    )
    assert end["actions"] == ["REFUND"]
    assert end["chargedAmount"]["amount"] == total(running, number)
    assert given_back(bank, session) == []


def test_a_dispute_that_is_lost(running: Shop, bank: Bank) -> None:
    _, number, session = bought(running, bank, "ron+dispute@example.com")
    whole = total(running, number)
    bank.stripe.webhooks(repeat=3, parallel=3)
    dispute = bank.stripe.dispute(session, 1500, "product_not_received")
    until(lambda: notes(running, number, "disputes"), "a note", 40)
    waiting = running.manage("agentpay_held")
    bank.stripe.move_dispute(dispute["id"], "lost")
    until(lambda: payment(running, number)["chargedAmount"]["amount"] == whole - 15, "the end", 40)
    bank.webhooks_done()

    (note,) = notes(running, number, "disputes")
    assert note.startswith(
        "The shopper's bank disputes 15.00 USD of this payment (product not received)."
        " Answer at the payment provider until "
    )
    assert "  disputed  " in waiting
    assert "  disputed  " not in running.manage("agentpay_held")
    kinds = [event["type"] for event in payment(running, number)["events"]]
    assert kinds.count("CHARGE_BACK") == 1
    assert payment(running, number)["actions"] == ["REFUND"]
    assert order_of(running, number)["totalCharged"]["amount"] == whole - 15


def notes(shop: Shop, number: str, word: str) -> list[str]:
    """The notes on the payment with a word in them."""
    events = payment(shop, number)["events"]
    return [e["message"] for e in events if e["type"] == "INFO" and word in e["message"]]


def release_at_once(shop: Shop, is_on: bool) -> None:
    """Let Saleor release the funds of checkouts however short they were left alone, or no more."""
    shop.rows(
        "UPDATE channel_channel SET release_funds_for_expired_checkouts = %s,"
        " checkout_ttl_before_releasing_funds = make_interval(secs => %s) WHERE slug = 'default-channel'",
        is_on, 0 if is_on else 6 * 3600,
    )  # fmt: skip


@pytest.fixture
def releasing(running: Shop) -> Any:
    release_at_once(running, True)
    yield running
    release_at_once(running, False)


def paid_and_left(shop: Shop, bank: Bank, email: str) -> tuple[Storefront, str]:
    """A storefront's checkout that is paid and reported, and never completed."""
    storefront = Storefront(shop)
    storefront.fill(email)
    answer = storefront.initialize(returnUrl="http://localhost:3000/thanks")
    bank.pay(answer["data"]["pageUrl"])
    session = str(bank.session_of(answer["data"]["pageUrl"])["id"])
    bank.webhooks_done()
    until(lambda: state_of(shop, storefront) == "reported", "the payment in the books", 30)
    return storefront, session


def state_of(shop: Shop, storefront: Storefront) -> str:
    rows = shop.rows(
        "SELECT state FROM agentpay_plugin_charge WHERE transaction_id = %s", storefront.transaction
    )
    return str(rows[0][0])


def release(shop: Shop, times: int = 3) -> None:
    with Celery(broker=shop.environment["CELERY_BROKER_URL"]) as saleor:
        for _ in range(times):
            saleor.send_task(RELEASE)


def test_funds_of_an_abandoned_checkout_are_released_once(releasing: Shop, bank: Bank) -> None:
    storefront, session = paid_and_left(releasing, bank, "ron+left@example.com")

    release(releasing)
    until(lambda: state_of(releasing, storefront) == "refunded", "the money back", 40)
    release(releasing)
    sweep_now(releasing)
    refused = storefront.complete()

    assert len(given_back(bank, session)) == 1
    assert orders_of_email(releasing, "ron+left@example.com") == []
    assert refused["order"] is None
    events = releasing.rows(
        "SELECT type FROM payment_transactionevent e JOIN payment_transactionitem t ON t.id = e.transaction_id"
        " WHERE t.checkout_id IS NOT NULL AND t.psp_reference = %s AND type LIKE 'refund%%' ORDER BY e.id",
        session,
    )
    # Saleor may ask several times at once; whatever it asks is answered.
    kinds = [row[0] for row in events]
    assert kinds.count("refund_success") == 1
    assert kinds.count("refund_request") == 1 + kinds.count("refund_failure")
    assert len(kinds) == 2 * kinds.count("refund_request")


def test_funds_are_released_while_the_checkout_is_completed(releasing: Shop, bank: Bank) -> None:
    email = "ron+racing@example.com"
    switch_on(releasing, "default-channel", storefront_grace_minutes="0")
    try:
        storefront = Storefront(releasing)
        storefront.fill(email)
        answer = storefront.initialize(returnUrl="http://localhost:3000/thanks")
        page = answer["data"]["pageUrl"]
        bank.stripe.webhooks(parallel=4, repeat=4)
        with ThreadPoolExecutor(4) as pool:
            pool.submit(bank.pay, page).result()
            works = [pool.submit(release, releasing, 5), pool.submit(storefront.complete)]
            for work in works:
                work.result()
        session = str(bank.session_of(page)["id"])
        bank.webhooks_done()
        ends = ("confirmed", "refunded")
        sweep_until(releasing, lambda: state_of(releasing, storefront) in ends, "an end", 60)
        release(releasing)
    finally:
        switch_on(releasing, "default-channel", storefront_grace_minutes="5")

    outcome = (len(orders_of_email(releasing, email)), len(given_back(bank, session)))
    assert outcome in ((1, 0), (0, 1))


def test_no_worker_then_one(workerless: Shop, bank: Bank) -> None:
    _, number, session = bought_without_worker(workerless, bank)

    ask_back(workerless, number, "5.00")
    waiting = payment(workerless, number)
    workerless.keep("api", "worker", "beat")
    wait_for(workerless, number, REQUEST, SUCCESS)

    assert waiting["refundPendingAmount"]["amount"] == 5.0
    assert [e["type"] for e in waiting["events"] if e["type"].startswith("REFUND")] == [REQUEST]
    assert given_back(bank, session) == [500]


@pytest.fixture
def workerless(prepared: Shop) -> Any:
    prepared.keep("api", "worker", "beat")
    yield prepared
    prepared.keep("api", "worker", "beat")


def bought_without_worker(shop: Shop, bank: Bank) -> tuple[Any, str, str]:
    """A purchase whose worker ends once it is done."""
    done = bought(shop, bank, "ron+alone@example.com")
    until(lambda: is_confirmed(shop, done[2]), "nothing left to do", 30)
    shop.stop("worker", "beat")
    return done


def is_confirmed(shop: Shop, session: str) -> bool:
    rows = shop.rows("SELECT state FROM agentpay_plugin_charge WHERE provider_ref = %s", session)
    return [row[0] for row in rows] == ["confirmed"]
