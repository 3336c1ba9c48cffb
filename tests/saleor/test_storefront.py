"""A plain storefront pays through our gateway: one order, whoever completes it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.saleor.bank import Bank
from tests.saleor.merchant import switch_on
from tests.saleor.orders import order_of, orders_of_email
from tests.saleor.processes import until
from tests.saleor.shop import Shop
from tests.saleor.storefront import Storefront

pytestmark = pytest.mark.saleor


@pytest.fixture
def no_grace(running: Shop) -> Any:
    """Complete storefront checkouts at once, then as it was."""
    switch_on(running, "default-channel", storefront_grace_minutes="0")
    yield
    switch_on(running, "default-channel", storefront_grace_minutes="5")


def ready_to_pay(shop: Shop, email: str) -> tuple[Storefront, dict[str, Any]]:
    storefront = Storefront(shop)
    storefront.fill(email)
    methods = storefront.gateway()["data"]["methods"]
    assert methods == [
        {"id": "card", "minimum": "0.50", "maximum": "999999.99", "needsPayer": False}
    ]
    answer = storefront.initialize(returnUrl="http://localhost:3000/thanks")
    assert answer["transactionEvent"]["type"] == "CHARGE_ACTION_REQUIRED"
    return storefront, answer


def assert_one_paid_order(shop: Shop, bank: Bank, email: str) -> None:
    (number,) = orders_of_email(shop, email)
    order = order_of(shop, number)
    assert order["chargeStatus"] == "FULL"
    (transaction,) = order["transactions"]
    assert [e["type"] for e in transaction["events"]].count("CHARGE_SUCCESS") == 1
    assert transaction["refundedAmount"]["amount"] == 0
    assert len(bank.paid_sessions(email)) == 1


def test_the_storefront_completes(running: Shop, bank: Bank) -> None:
    storefront, answer = ready_to_pay(running, "bob+own@example.com")
    bank.pay(answer["data"]["pageUrl"])
    storefront.process_until_paid()
    completed = storefront.complete()

    assert completed["errors"] == []
    assert_one_paid_order(running, bank, "bob+own@example.com")


def test_the_storefront_never_completes(running: Shop, bank: Bank, no_grace: None) -> None:
    _, answer = ready_to_pay(running, "bob+closed@example.com")
    bank.pay(answer["data"]["pageUrl"])
    until(lambda: orders_of_email(running, "bob+closed@example.com"), "the order", 40)

    assert_one_paid_order(running, bank, "bob+closed@example.com")


def test_both_complete_at_the_same_moment(running: Shop, bank: Bank, no_grace: None) -> None:
    storefront, answer = ready_to_pay(running, "bob+race@example.com")
    bank.stripe.webhooks(parallel=4, repeat=4)
    with ThreadPoolExecutor(6) as pool:
        pool.submit(bank.pay, answer["data"]["pageUrl"]).result()
        attempts = [pool.submit(storefront.process) for _ in range(2)]
        attempts += [pool.submit(storefront.complete) for _ in range(4)]
        for attempt in attempts:
            attempt.result()
    until(lambda: orders_of_email(running, "bob+race@example.com"), "the order", 40)
    bank.webhooks_done()

    assert_one_paid_order(running, bank, "bob+race@example.com")


def test_a_return_address_elsewhere_is_refused(running: Shop, bank: Bank) -> None:
    storefront = Storefront(running)
    storefront.fill("bob+elsewhere@example.com")
    answer = storefront.initialize(returnUrl="https://evil.example/steal")

    assert answer["transactionEvent"]["type"] == "CHARGE_FAILURE"
    assert "returnUrl" in answer["transactionEvent"]["message"]
    assert bank.sessions_of("bob+elsewhere@example.com") == []
