"""The page that a shopper pays on."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import requests

from agentpay_plugin.charges.ports import ChargeRequest, Line
from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.money import Money


@pytest.fixture
def page(provider, charge_request: Callable[..., ChargeRequest]) -> str:
    lines = (Line("<b>Shirt</b>, L", Money(1250, "USD"), 2), Line("Delivery", Money(99, "USD"), 1))
    url = provider.open(charge_request(Money(2599, "USD"), lines=lines)).page_url
    assert url is not None
    return url


def press(page: str, button: str, **fields: str) -> requests.Response:
    return requests.post(page, data={"action": button, **fields}, allow_redirects=False, timeout=10)


def test_it_shows_what_is_paid_for(page: str) -> None:
    html = requests.get(page, timeout=10).text

    assert "<h1>Pay 25.99 USD</h1>" in html
    assert "<td>&lt;b&gt;Shirt&lt;/b&gt;, L &times; 2</td><td>25.00 USD</td>" in html
    assert "<td>Delivery &times; 1</td><td>0.99 USD</td>" in html
    assert re.findall(r'<button name="action" value="(\w+)">', html) == ["pay", "decline", "leave"]


def test_paying_leads_back_with_the_session(page: str, stripe: LookAlike) -> None:
    answer = press(page, "pay", email="ana@shop.example", card="4242 4242 4242 4242")

    (session,) = stripe.sessions
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"https://shop.example/return/1?session={session['id']}"
    assert (session["status"], session["payment_status"]) == ("complete", "paid")
    assert session["customer_details"]["email"] == "ana@shop.example"
    assert [event["type"] for event in stripe.events] == [
        "payment_intent.created",
        "charge.succeeded",
        "payment_intent.succeeded",
        "checkout.session.completed",
    ]


def test_paying_twice_is_paying_once(page: str, stripe: LookAlike) -> None:
    press(page, "pay")

    again = press(page, "pay")

    assert (again.status_code, "paid already" in again.text) == (200, True)
    assert len(stripe.payment_intents) == 1


@pytest.mark.parametrize(
    ("button", "card", "reason"),
    [
        ("decline", "", "generic_decline"),
        ("pay", "4000 0000 0000 9995", "insufficient_funds"),
    ],
)
def test_a_decline_keeps_the_page_open(
    page: str, stripe: LookAlike, button: str, card: str, reason: str
) -> None:
    answer = press(page, button, card=card)

    assert answer.headers["Location"].endswith("?declined=1")
    assert "was declined" in requests.get(page + "?declined=1", timeout=10).text
    (session,) = stripe.sessions
    assert (session["status"], session["payment_status"]) == ("open", "unpaid")
    assert stripe.events[-1]["type"] == "payment_intent.payment_failed"
    failed = stripe.events[-1]["data"]["object"]
    assert failed["last_payment_error"]["decline_code"] == reason
    assert failed["metadata"] == {"agentpay_charge": "charge-1"}

    assert press(page, "pay").status_code == 303
    assert stripe.sessions[0]["payment_status"] == "paid"
    assert len(stripe.payment_intents) == 1


def test_something_that_takes_days(page: str, stripe: LookAlike) -> None:
    press(page, "pay", method="delayed")

    (session,) = stripe.sessions
    assert (session["status"], session["payment_status"]) == ("complete", "unpaid")
    assert stripe.events[-1]["type"] == "checkout.session.completed"


def test_leaving_leads_back_and_changes_nothing(page: str, stripe: LookAlike) -> None:
    answer = press(page, "leave")

    assert answer.headers["Location"] == "https://shop.example/return/1"
    assert stripe.sessions[0]["status"] == "open"
    assert stripe.events == []


def test_an_expired_page_takes_nothing(page: str, stripe: LookAlike) -> None:
    stripe.advance(31 * 60 + 1)

    answer = press(page, "pay")

    assert "has expired" in answer.text
    assert stripe.sessions[0]["status"] == "expired"
    assert stripe.payment_intents == []


def test_no_such_page_and_no_such_button(page: str, stripe: LookAlike) -> None:
    assert requests.get(f"{stripe.url}/c/pay/cs_none", timeout=10).status_code == 404
    assert press(page, "steal").status_code == 400
    assert stripe.sessions[0]["status"] == "open"
