"""A purchase followed by the subscription alone, while the gateway or its Redis dies: nothing missed or twice."""

from __future__ import annotations

import signal
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from tests.saleor.bank import Bank
from tests.saleor.client import Shopper
from tests.saleor.orders import orders_of_email
from tests.saleor.page import Page
from tests.saleor.processes import until
from tests.saleor.shop import Shop

pytestmark = pytest.mark.saleor


def begun(shop: Shop) -> Shopper:
    shopper = Shopper(shop)
    shopper.start(product={"slug": "blue-hoodie"})
    return shopper


def to_the_quote(shopper: Shopper, page: Page, email: str) -> dict[str, Any]:
    """Go on with what the page hears, step by step, and return the quote that it heard of."""
    page.wait_for("ChatProductCard")
    shopper.say("I'll buy one")
    page.wait_for("ChatCartSummary")
    shopper.tap(checkOut=True)
    page.wait_for("ChatDetailsForm")
    shopper.details(email=email)
    picker = page.wait_for("ChatDeliveryPicker")
    shopper.tap(chooseDelivery={"optionId": picker["options"][0]["id"]})
    return page.wait_for("ChatQuote")


def assert_told_once(shop: Shop, shopper: Shopper, page: Page, email: str) -> None:
    """The page has every message as the shop holds it, once and in order; one order stands.

    The shopper's own too, with what they were understood as: they are told with their reply.
    """
    held = Shopper(shop, token=shopper.token)
    held.look()
    assert page.sequences == list(range(1, held.seen + 1))
    assert page.messages == held.messages
    assert page.payments[-1] == "ORDERED"
    assert page.refusals == []
    assert len(orders_of_email(shop, email)) == 1


def test_everything_by_the_gateway(listening: Shop, bank: Bank) -> None:
    email = "jo+gateway@example.com"
    # The page knows one address only: what it sends is passed on.
    shopper = begun(replace(listening, port=listening.gateway_port))
    with Page(listening.gateway_port, shopper.token) as page:
        shopper.confirm(to_the_quote(shopper, page, email))
        bank.pay(page.wait_for("ChatPaymentRequest")["payment"]["pageUrl"])
        page.wait_for("ChatReceipt")
        until(lambda: page.payments[-1] == "ORDERED", "the payment's end on the page")

    assert_told_once(listening, shopper, page, email)
    assert page.connections == 1
    assert page.payments[:2] == [None, "OPEN"]
    assert all(before != after for before, after in pairwise(page.payments))


def test_the_gateway_dies_before_every_step(listening: Shop, bank: Bank) -> None:
    email = "jo+dying@example.com"
    shopper = begun(listening)

    def again() -> None:
        connections = page.connections
        listening.stop("gateway", sig=signal.SIGKILL)
        listening.start("gateway")
        page.wait_for_connection(connections + 1)

    with Page(listening.gateway_port, shopper.token) as page:
        quote = to_the_quote(shopper, page, email)
        again()
        shopper.confirm(quote)
        again()
        request = page.wait_for("ChatPaymentRequest")
        again()
        bank.pay(request["payment"]["pageUrl"])
        again()
        page.wait_for("ChatReceipt")
        again()
        until(lambda: page.payments[-1] == "ORDERED", "the payment's end on the page")

    assert_told_once(listening, shopper, page, email)
    assert page.connections == 6


def test_a_whole_payment_while_no_gateway_runs(listening: Shop, bank: Bank) -> None:
    email = "jo+away@example.com"
    shopper = begun(listening)
    with Page(listening.gateway_port, shopper.token) as page:
        quote = to_the_quote(shopper, page, email)
        listening.stop("gateway", sig=signal.SIGKILL)
        shopper.confirm(quote)
        bank.pay(shopper.wait_for_part("ChatPaymentRequest")["payment"]["pageUrl"])
        shopper.wait_for_part("ChatReceipt")
        assert page.last("ChatPaymentRequest") is None
        listening.start("gateway")
        page.wait_for("ChatReceipt")
        until(lambda: page.payments[-1] == "ORDERED", "the payment's end on the page")

    assert_told_once(listening, shopper, page, email)
    assert page.connections == 2


@pytest.mark.parametrize("is_away_for_all", [False, True])
def test_its_redis_dies(listening: Shop, bank: Bank, is_away_for_all: bool) -> None:
    email = f"jo+redis{is_away_for_all}@example.com"
    shopper = begun(listening)
    with Page(listening.gateway_port, shopper.token) as page:
        quote = to_the_quote(shopper, page, email)
        listening.stop("bus", sig=signal.SIGKILL)
        shopper.confirm(quote)
        request = shopper.wait_for_part("ChatPaymentRequest")
        if not is_away_for_all:
            listening.start("bus")
            page.wait_for("ChatPaymentRequest")
        bank.pay(request["payment"]["pageUrl"])
        shopper.wait_for_part("ChatReceipt")
        listening.keep("bus")
        page.wait_for("ChatReceipt")
        until(lambda: page.payments[-1] == "ORDERED", "the payment's end on the page")

    assert_told_once(listening, shopper, page, email)
    assert page.connections == 1


def test_two_pages_and_one_that_comes_late_hear_the_same(listening: Shop) -> None:
    shopper = begun(listening)
    port, token = listening.gateway_port, shopper.token
    with Page(port, token) as first, Page(port, token) as second:
        to_the_quote(shopper, first, "jo+two@example.com")
        second.wait_for("ChatQuote")
        with Page(port, token) as late:
            late.wait_for("ChatQuote")
            until(lambda: late.sequences == first.sequences, "all of it on the late page")

    assert first.sequences == list(range(1, shopper.seen + 1))
    assert first.messages == second.messages == late.messages


def test_a_wrong_token_hears_nothing(listening: Shop) -> None:
    with Page(listening.gateway_port, "no-such-token") as page:
        until(lambda: page.refusals, "a refusal")

    assert page.events == []
    assert page.refusals[0]["type"] == "error" or "errors" in page.refusals[0]["payload"]
