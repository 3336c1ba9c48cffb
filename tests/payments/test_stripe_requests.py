"""What is sent to Stripe: exactly this, in Stripe's own types, and none of the process's globals."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import stripe as library

from agentpay_plugin.charges.ports import ChargeRequest, Line, ProviderState
from agentpay_plugin.demo.stripe.forms import nested
from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.errors import ProviderLocked, ProviderRefused
from agentpay_plugin.money import Money
from agentpay_plugin.payments.stripe import API_VERSION, StripeProvider
from agentpay_plugin.payments.stripe_webhook import HANDLED
from tests.payments.talk import get

Build = Callable[..., ChargeRequest]
TYPES = Path(__file__).parents[2] / "build" / "stripe-types"
FIXTURES = Path(__file__).parents[1] / "fixtures" / "stripe"
CHECKER = Path(__file__).with_name("official_types.py")
SESSION = "stripe.params.checkout._session_create_params:SessionCreateParams"
REFUND = "stripe.params._refund_create_params:RefundCreateParams"
DISPUTE_LIST = "stripe.params._dispute_list_params:DisputeListParams"
REFUND_LIST = "stripe.params._refund_list_params:RefundListParams"
ENDPOINT = "stripe.params._webhook_endpoint_create_params:WebhookEndpointCreateParams"
RETRIEVE = "stripe.params.checkout._session_retrieve_params:SessionRetrieveParams"
GLOBALS = (
    "api_key",
    "api_base",
    "api_version",
    "max_network_retries",
    "default_http_client",
    "verify_ssl_certs",
    "proxy",
    "app_info",
    "enable_telemetry",
    "log",
)


def official_problems(*pairs: tuple[str, Any]) -> list[str]:
    if not TYPES.is_dir():
        pytest.skip("needs: pip install --target build/stripe-types --no-deps stripe==15.6.2")
    done = subprocess.run(
        [sys.executable, str(CHECKER)],
        input=json.dumps(pairs),
        text=True,
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(TYPES)},
    )
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.fixture
def foreign_globals(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """The library as another plugin may have set it: every one of these would break our calls."""
    monkeypatch.setattr(library, "api_key", "sk_test_of_another_plugin")
    monkeypatch.setattr(library, "api_base", "http://127.0.0.1:9")
    monkeypatch.setattr(library, "api_version", "2020-08-27")
    monkeypatch.setattr(library, "max_network_retries", 5)
    return {name: getattr(library, name) for name in GLOBALS}


def test_a_request_with_everything(provider, stripe: LookAlike, charge_request: Build) -> None:
    lines = (
        Line("Shirt, L", Money(2500, "PLN"), 2, "https://shop.example/shirt.png"),
        Line("Delivery", Money(1999, "PLN"), 1, "/static/van.png"),
    )

    provider.open(
        charge_request(
            Money(6999, "PLN"),
            lines=lines,
            locale="pt-br",
            email="ana@shop.example",
            metadata={"checkout": "Q2hlY2tvdXQ6MQ"},
            expires_at=(expires_at := stripe.clock.now() + 1900),
        )
    )

    (sent,) = stripe.requests
    assert nested(sent.params) == {
        "mode": "payment",
        "line_items": {
            "0": {
                "price_data": {
                    "currency": "pln",
                    "unit_amount": "2500",
                    "product_data": {
                        "name": "Shirt, L",
                        "images": {"0": "https://shop.example/shirt.png"},
                    },
                },
                "quantity": "2",
            },
            "1": {
                "price_data": {
                    "currency": "pln",
                    "unit_amount": "1999",
                    "product_data": {"name": "Delivery"},
                },
                "quantity": "1",
            },
        },
        "success_url": "https://shop.example/return/1?session={CHECKOUT_SESSION_ID}",
        "cancel_url": "https://shop.example/return/1",
        "expires_at": str(expires_at),
        "locale": "pt-BR",
        "client_reference_id": "charge-1",
        "metadata": {"checkout": "Q2hlY2tvdXQ6MQ", "agentpay_charge": "charge-1"},
        "payment_intent_data": {
            "metadata": {"checkout": "Q2hlY2tvdXQ6MQ", "agentpay_charge": "charge-1"}
        },
        "adaptive_pricing": {"enabled": "false"},
        "customer_email": "ana@shop.example",
    }


def test_a_page_for_pix_takes_pix_alone(provider, stripe: LookAlike, charge_request: Build) -> None:
    request = charge_request(Money(1990, "BRL"), method="pix")

    charge = provider.open(request)

    (sent,) = stripe.requests
    form = nested(sent.params)
    assert form["payment_method_types"] == {"0": "pix"}
    assert form["payment_method_options"] == {"pix": {"expires_after_seconds": "900"}}
    assert (charge.amount, charge.pix_code) == (Money(1990, "BRL"), None)
    assert provider.open(request).ref == charge.ref
    assert len(stripe.sessions) == 1


def test_pix_is_branched_on_by_what_is_paid(
    provider, stripe: LookAlike, charge_request: Build
) -> None:
    at_once, later = (
        provider.open(charge_request(Money(1990, "BRL"), method="pix", key=key)).ref for key in "ab"
    )

    stripe.pay(at_once)
    stripe.pay(later, delayed=True)

    assert provider.read(at_once).state is ProviderState.PAID
    assert provider.read(later).state is ProviderState.PROCESSING
    stripe.settle(later)
    assert provider.read(later).state is ProviderState.PAID


def test_pix_in_another_currency_is_refused_before_stripe_is_asked(
    provider, stripe: LookAlike, charge_request: Build
) -> None:
    with pytest.raises(ProviderRefused) as refusal:
        provider.open(charge_request(Money(1990, "USD"), method="pix"))

    assert refusal.value.provider_code == "currency_not_supported"
    assert stripe.requests == []


def test_no_line_means_one_line(provider, stripe: LookAlike, charge_request: Build) -> None:
    provider.open(charge_request(Money(1234, "USD")))

    (sent,) = stripe.requests
    form = nested(sent.params)
    assert form["line_items"] == {
        "0": {
            "price_data": {
                "currency": "usd",
                "unit_amount": "1234",
                "product_data": {"name": "Order"},
            },
            "quantity": "1",
        }
    }
    assert "customer_email" not in form


def test_more_lines_than_stripe_takes_become_one(
    provider, stripe: LookAlike, charge_request: Build
) -> None:
    lines = tuple(Line(f"Thing {at}", Money(10, "USD"), 1) for at in range(101))

    provider.open(charge_request(Money(1010, "USD"), lines=lines))

    items = nested(stripe.requests[0].params)["line_items"]
    assert [item["price_data"]["unit_amount"] for item in items.values()] == ["1010"]


def test_units_finer_than_stripe_takes_become_one_line(
    provider, stripe: LookAlike, charge_request: Build
) -> None:
    lines = (Line("Screw", Money(1_234, "KWD"), 5),)

    provider.open(charge_request(Money(6_170, "KWD"), lines=lines))

    items = nested(stripe.requests[0].params)["line_items"]
    assert [item["price_data"]["unit_amount"] for item in items.values()] == ["6170"]


@pytest.mark.parametrize(
    ("locale", "sent"),
    [
        ("pt-BR", "pt-BR"),
        ("pt", "pt-BR"),
        ("es-MX", "es"),
        ("en-GB", "en"),
        ("pl", "auto"),
        ("", "auto"),
    ],
)
def test_the_pages_language(
    provider, stripe: LookAlike, charge_request: Build, locale: str, sent: str
) -> None:
    provider.open(charge_request(locale=locale))

    assert nested(stripe.requests[0].params)["locale"] == sent


def test_headers_of_every_call(provider, stripe: LookAlike, charge_request: Build) -> None:
    ref = provider.open(charge_request(key="charge-1-try-2")).ref
    provider.close(ref)
    provider.read(ref)

    assert [one.version for one in stripe.requests] == ["2026-08-26.dahlia"] * 3
    assert [one.key_ending for one in stripe.requests] == ["5678"] * 3
    assert stripe.requests[0].idempotency_key == "charge-1-try-2"
    for one in stripe.requests:
        assert not [name for name in one.headers if name.startswith("x-stripe-client")]


def test_the_librarys_globals_are_neither_used_nor_touched(
    foreign_globals: dict[str, object], provider, stripe: LookAlike, charge_request: Build
) -> None:
    charge = provider.open(charge_request())
    stripe.pay(charge.ref)
    provider.refund(provider.read(charge.ref), Money(1099, "USD"), "refund-1")

    assert [one.key_ending for one in stripe.requests] == ["5678"] * 3
    assert {one.version for one in stripe.requests} == {"2026-08-26.dahlia"}
    assert {name: getattr(library, name) for name in GLOBALS} == foreign_globals


def test_a_refund_bears_its_charge_and_its_key(
    provider, stripe: LookAlike, charge_request: Build
) -> None:
    charge = provider.open(charge_request())
    stripe.pay(charge.ref)
    paid = provider.read(charge.ref)

    provider.refund(paid, Money(500, "USD"), "refund-1")

    sent = stripe.requests[-1]
    assert sent.idempotency_key == "refund-1"
    assert nested(sent.params) == {
        "payment_intent": paid.payment_ref,
        "amount": "500",
        "metadata": {"agentpay_charge": "charge-1", "agentpay_refund": "refund-1"},
    }


def test_refunds_are_read_page_by_page(provider, stripe: LookAlike, charge_request: Build) -> None:
    charge = provider.open(charge_request(Money(50_000, "USD")))
    stripe.pay(charge.ref)
    for cents in range(1, 202):
        stripe.give_back(charge.ref, cents)
    paid = provider.read(charge.ref)

    found = provider.refunds_of(paid)

    assert [one.amount.minor for one in found] == list(range(201, 0, -1))
    pages = [nested(one.params) for one in stripe.requests if one.path == "/v1/refunds"]
    assert pages == [
        {"payment_intent": paid.payment_ref, "limit": "100"},
        {"payment_intent": paid.payment_ref, "limit": "100", "starting_after": found[99].ref},
        {"payment_intent": paid.payment_ref, "limit": "100", "starting_after": found[199].ref},
    ]


def test_accounts_do_not_see_each_other(stripe: LookAlike, charge_request: Build) -> None:
    ours = StripeProvider("sk_test_ours12345678", (), stripe.url)
    theirs = StripeProvider("sk_test_theirs12345678", (), stripe.url)
    ref = ours.open(charge_request()).ref

    with pytest.raises(ProviderRefused, match="resource_missing"):
        theirs.read(ref)

    assert ours.read(ref).ref == ref


def test_a_webhook_is_set_up_once_more_and_the_one_before_ended(
    provider, stripe: LookAlike, charge_request: Build, httpserver
) -> None:
    httpserver.expect_request("/hook").respond_with_data("")
    url = httpserver.url_for("/hook")
    stripe.listen("https://other.example/hook", "whsec_other12345678", account="sk_test_x")

    (one, first), (other, second) = (provider.create_webhook(url) for _ in range(2))
    both = provider.webhooks_at(url)
    for _ in range(2):
        provider.remove_webhook(one)

    assert (set(both), provider.webhooks_at(url)) == ({one, other}, (other,))
    ours = StripeProvider("sk_test_contract12345678", (second,), stripe.url)
    assert first != second
    assert [one["url"] for one in stripe.endpoints] == ["https://other.example/hook", url]
    stripe.pay(provider.open(charge_request()).ref)
    assert stripe.flush()
    heard = [request for request, _ in httpserver.log]
    assert len(heard) == 1
    header = {"stripe-signature": heard[0].headers["Stripe-Signature"]}
    (event,) = ours.verify(heard[0].get_data(), header, {}, int(time.time()))
    assert event.type == "checkout.session.completed"
    created = next(
        one
        for one in stripe.requests
        if one.path == "/v1/webhook_endpoints" and one.method == "POST"
    )
    assert official_problems((ENDPOINT, nested(created.params))) == []


def test_checking_a_key_changes_nothing(provider, stripe: LookAlike) -> None:
    provider.check()
    stripe.revoke("sk_test_contract12345678")
    with pytest.raises(ProviderLocked):
        provider.check()

    assert [one.path for one in stripe.requests] == ["/v1/checkout/sessions"] * 2


def test_everything_sent_is_of_stripes_types(
    provider, stripe: LookAlike, charge_request: Build
) -> None:
    lines = (Line("Shirt", Money(1000, "USD"), 2, "https://shop.example/shirt.png"),)
    everything = {"email": "ana@shop.example", "metadata": {"checkout": "1"}, "lines": lines}
    charge = provider.open(charge_request(Money(2000, "USD"), **everything))
    stripe.pay(charge.ref)
    paid = provider.read(charge.ref)
    provider.refund(paid, Money(500, "USD"), "refund-1")
    provider.refunds_of(paid)
    provider.disputes_of(paid)
    provider.open(charge_request(Money(1990, "BRL"), method="pix", key="pix"))
    kinds = {
        ("POST", "/v1/checkout/sessions"): SESSION,
        ("POST", "/v1/refunds"): REFUND,
        ("GET", "/v1/refunds"): REFUND_LIST,
        ("GET", "/v1/disputes"): DISPUTE_LIST,
    }

    found = official_problems(
        *(
            (kinds.get((one.method, one.path), RETRIEVE), nested(one.params))
            for one in stripe.requests
        )
    )

    assert len(stripe.requests) == 6
    assert found == []


def test_everything_the_look_alike_says_is_of_stripes_types(
    provider, stripe: LookAlike, charge_request: Build
) -> None:
    paid, declined, expired = (provider.open(charge_request(key=key)).ref for key in "abc")
    stripe.pay(paid, "ana@shop.example")
    stripe.decline(declined)
    stripe.expire(expired)
    provider.refund(provider.read(paid), Money(500, "USD"), "refund-1")
    stripe.give_back(paid, 99)
    stripe.dispute(paid, 50, inquiry=True)
    stripe.move_dispute(stripe.dispute(paid)["id"], "won")
    params = {"payment_intent": stripe.sessions[0]["payment_intent"], "expand[]": "data.charge"}
    listed = get(stripe, "refunds", params, "sk_test_contract12345678").json()
    lines = [line for one in stripe.ledger.records.values() for line in one.extra.get("lines", [])]

    found = official_problems(
        *(("stripe.checkout:Session", one) for one in stripe.sessions),
        *(("stripe:PaymentIntent", one) for one in stripe.payment_intents),
        *(("stripe:Refund", one) for one in (*stripe.refunds, *listed["data"])),
        *(("stripe:Dispute", one) for one in stripe.disputes),
        *(("stripe:Charge", one) for one in stripe.ledger.all("charge")),
        *(("stripe:LineItem", one) for one in lines),
        *(("stripe:Event", one) for one in stripe.events),
    )

    assert (len(stripe.sessions), len(lines), len(listed["data"])) == (3, 3, 2)
    assert len(stripe.disputes) == 2
    assert listed["data"][0]["charge"]["amount_refunded"] == 599
    assert found == []


def test_every_saved_event_is_of_stripes_types() -> None:
    kinds = {
        "checkout.session": "stripe.checkout:Session",
        "payment_intent": "stripe:PaymentIntent",
        "charge": "stripe:Charge",
        "refund": "stripe:Refund",
        "dispute": "stripe:Dispute",
    }
    saved = [json.loads(path.read_bytes()) for path in sorted(FIXTURES.glob("*.json"))]
    things = [event["data"]["object"] for event in saved]

    found = official_problems(
        *(("stripe:Event", event) for event in saved),
        *((kinds[thing["object"]], thing) for thing in things),
    )
    spoiled = official_problems((kinds["refund"], {**things[-1], "status": "gone", "amount": "x"}))

    assert {event["api_version"] for event in saved} == {API_VERSION}
    assert {event["type"] for event in saved} >= HANDLED.keys()
    assert found == []
    assert len(spoiled) == 1


def test_the_checker_finds_what_is_wrong() -> None:
    wrong = {
        "line_items": {"0": {"quantity": "two", "price_data": {"unit_amount": "1"}}},
        "locale": "xx",
        "surprise": "1",
    }

    found = official_problems((SESSION, wrong), ("stripe:Refund", {"id": 1, "status": None}))

    assert found[:3] == [
        "SessionCreateParams.line_items[0].quantity: 'two' is no int",
        "SessionCreateParams.line_items[0].price_data.currency: missing",
        found[2],
    ]
    assert found[2].startswith("SessionCreateParams.locale: 'xx' is none of")
    assert "SessionCreateParams.surprise: not in Stripe's type" in found
    assert "Refund.amount: missing" in found
    assert "Refund.id: 1 is no str" in found


def test_reading_a_session_needs_no_permission_for_payments(
    provider, stripe: LookAlike, charge_request: Build
) -> None:
    ref = provider.open(charge_request()).ref
    stripe.fault("forbidden", times=-1, pattern="payment_intents")
    provider.read(ref)
    stripe.pay(ref)

    paid = provider.read(ref)

    assert paid.state == "paid"
    assert [(one.method, nested(one.params)) for one in stripe.requests[1:]] == [("GET", {})] * 2
    assert not [one for one in stripe.requests if "payment_intents" in one.path]


def test_failed_delayed_payment_is_not_noticed_without_the_permission(
    provider, stripe: LookAlike, charge_request: Build
) -> None:
    ref = provider.open(charge_request()).ref
    stripe.pay(ref, delayed=True)
    stripe.settle(ref, succeed=False)
    stripe.fault("forbidden", pattern="payment_intents")

    assert provider.read(ref).state == "processing"
    assert provider.read(ref).state == "cancelled"


@pytest.mark.parametrize(
    ("minor", "currency", "can"), [(5120, "KWD", True), (5124, "KWD", False), (1099, "USD", True)]
)
def test_amounts_that_can_be_represented(provider, minor: int, currency: str, can: bool) -> None:
    assert provider.can_represent(Money(minor, currency)) is can
