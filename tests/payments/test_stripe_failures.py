"""When Stripe says no, says nothing, or says nonsense; and what is never said of it."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from pytest_httpserver import HTTPServer

from agentpay_plugin.charges.ports import ChargeRequest, ProviderState
from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.errors import ProviderLocked, ProviderRefused, ProviderUnavailable
from agentpay_plugin.money import Money
from agentpay_plugin.payments.fake import FakeProvider
from agentpay_plugin.payments.stripe import StripeProvider

Build = Callable[..., ChargeRequest]
KEY = "sk_test_secret12345678"


@pytest.mark.parametrize(
    ("status", "error", "code"),
    [
        (400, {"type": "invalid_request_error", "code": "amount_too_small"}, "amount_too_small"),
        (400, {"type": "idempotency_error"}, "idempotency_error"),
        (
            402,
            {"type": "card_error", "code": "card_declined", "decline_code": "lost_card"},
            "lost_card",
        ),
        (404, {"type": "invalid_request_error", "code": "resource_missing"}, "resource_missing"),
        (400, {"type": "Someone <someone@shop.example>"}, "refused"),
        (400, {}, "refused"),
    ],
)
def test_refusals(httpserver: HTTPServer, status: int, error: dict[str, str], code: str) -> None:
    httpserver.expect_request("/v1/checkout/sessions/cs_1").respond_with_json(
        {"error": error}, status=status, headers={"Request-Id": "req_1"}
    )

    with pytest.raises(ProviderRefused) as refusal:
        StripeProvider(KEY, (), httpserver.url_for("")).read("cs_1")

    assert refusal.value.provider_code == code
    assert "req_1" in str(refusal.value)
    assert len(httpserver.log) == 1


@pytest.mark.parametrize("status", [401, 403])
def test_keys_that_are_not_accepted_decide_nothing(httpserver: HTTPServer, status: int) -> None:
    httpserver.expect_request("/v1/checkout/sessions/cs_1").respond_with_json(
        {"error": {"type": "invalid_request_error", "message": "no permission"}}, status=status
    )

    with pytest.raises(ProviderLocked, match=f"HTTP {status}"):
        StripeProvider(KEY, (), httpserver.url_for("")).read("cs_1")

    assert len(httpserver.log) == 1


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (409, '{"error": {"type": "idempotency_error", "code": "idempotency_key_in_use"}}'),
        (429, '{"error": {"type": "invalid_request_error", "code": "rate_limit"}}'),
        (400, '{"error": {"type": "invalid_request_error", "code": "rate_limit"}}'),
        (500, '{"error": {"type": "api_error"}}'),
        (503, "<html>down</html>"),
        (400, "<html>a proxy's</html>"),
        (403, '["no"]'),
        (404, '{"error": "no"}'),
        (302, ""),
        (200, "<html>a proxy's</html>"),
        (200, "[]"),
        (200, "{}"),
        (200, '{"id": "cs_1", "status": "half-open"}'),
        (200, "\xff"),
    ],
)
def test_answers_that_leave_all_open(httpserver: HTTPServer, status: int, body: str) -> None:
    httpserver.expect_request("/v1/checkout/sessions/cs_1").respond_with_data(
        body.encode("latin-1"), status=status, headers={"Location": httpserver.url_for("/else")}
    )

    with pytest.raises(ProviderUnavailable):
        StripeProvider(KEY, (), httpserver.url_for("")).read("cs_1")

    assert len(httpserver.log) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", "half-open"),
        ("payment_status", "maybe"),
        ("currency", None),
        ("amount_total", None),
        ("amount_total", "10.99"),
        ("id", None),
    ],
)
def test_a_session_in_words_we_do_not_know_leaves_all_open(
    httpserver: HTTPServer,
    stripe: LookAlike,
    provider,
    charge_request: Build,
    field: str,
    value: object,
) -> None:
    stripe.pay(provider.open(charge_request()).ref)
    (session,) = stripe.sessions
    httpserver.expect_request("/v1/checkout/sessions/cs_1").respond_with_json(
        session | {field: value}
    )

    with pytest.raises(ProviderUnavailable):
        StripeProvider(KEY, (), httpserver.url_for("")).read("cs_1")


@pytest.mark.parametrize(
    "answer",
    [
        {"data": [], "has_more": True},
        {"data": [], "has_more": "no"},
        {"data": {}, "has_more": None},
        {"data": [{"id": "re_1"}], "has_more": False},
        {"data": ["re_1"], "has_more": False},
        {"has_more": False},
        {"data": None, "has_more": False},
    ],
)
def test_a_list_that_makes_no_sense_leaves_all_open(
    httpserver: HTTPServer, charge_request: Build, answer: dict[str, object]
) -> None:
    httpserver.expect_request("/v1/refunds").respond_with_json(answer)
    charge = FakeProvider().open(charge_request())

    with pytest.raises(ProviderUnavailable):
        StripeProvider(KEY, (), httpserver.url_for("")).refunds_of(
            replace(charge, payment_ref="pi_1")
        )

    assert len(httpserver.log) == 1


@pytest.mark.parametrize("metadata", [None, [], "x", {"agentpay_refund": 7}, {"other": "refund-1"}])
def test_a_refund_with_other_metadata_is_none_of_ours(
    httpserver: HTTPServer, metadata: object
) -> None:
    refund = {"id": "re_1", "status": "succeeded", "amount": 5, "currency": "usd"}
    httpserver.expect_request("/v1/refunds/re_1").respond_with_json(refund | {"metadata": metadata})

    assert StripeProvider(KEY, (), httpserver.url_for("")).read_refund("re_1").key is None


def test_an_id_never_becomes_another_path(httpserver: HTTPServer) -> None:
    provider = StripeProvider(KEY, (), httpserver.url_for(""))

    for ref in ("", "../account", "cs_1/expire", "cs_1?expand[]=customer", "cs_é"):
        with pytest.raises(ProviderRefused, match="resource_missing"):
            provider.read(ref)

    assert httpserver.log == []


def test_a_port_where_nobody_listens(charge_request: Build) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]

    with pytest.raises(ProviderUnavailable, match="ConnectionError"):
        StripeProvider(KEY, (), f"http://127.0.0.1:{port}").open(charge_request())


def test_a_dropped_connection_is_not_tried_again(
    provider, stripe: LookAlike, charge_request: Build
) -> None:
    stripe.fault("drop")

    with pytest.raises(ProviderUnavailable):
        provider.open(charge_request())

    assert [one.status for one in stripe.requests] == [None]


def test_nothing_secret_or_personal_is_logged_or_raised(
    stripe: LookAlike, charge_request: Build, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    provider = StripeProvider(KEY, (), stripe.url)
    texts = []
    stripe.pay(provider.open(charge_request(email="zqx@shop.example")).ref)
    for change in ({"email": "no-zqx", "key": "2"}, {"success_url": "x:zqx", "key": "3"}):
        with pytest.raises(ProviderRefused) as refusal:
            provider.open(charge_request(**change))
        texts.append("".join(_chain(refusal.value)))
    stripe.revoke(KEY)
    with pytest.raises(ProviderLocked) as locked:
        provider.read(stripe.sessions[0]["id"])
    texts.append("".join(_chain(locked.value)))

    assert "customer_email" in texts[0]
    assert not [text for text in (*texts, caplog.text) if "zqx" in text]
    assert not [text for text in (*texts, caplog.text) if "5678" in text]


def test_a_delayed_payment_is_processing_then_paid(
    provider, stripe: LookAlike, charge_request: Build
) -> None:
    ref = provider.open(charge_request()).ref

    stripe.pay(ref, delayed=True)
    assert provider.read(ref).state is ProviderState.PROCESSING
    assert provider.close(ref).state is ProviderState.PROCESSING

    stripe.settle(ref)
    assert provider.read(ref).state is ProviderState.PAID


def test_a_delayed_payment_that_fails_is_over(
    provider, stripe: LookAlike, charge_request: Build
) -> None:
    ref = provider.open(charge_request()).ref
    stripe.pay(ref, delayed=True)

    stripe.settle(ref, succeed=False)

    assert provider.read(ref).state is ProviderState.CANCELLED


@pytest.mark.parametrize(
    ("status", "told", "amount"),
    [("succeeded", "succeeded", 1099), ("failed", "failed", 1099)],
)
def test_a_refund_that_takes_its_time(
    provider, stripe: LookAlike, charge_request: Build, status: str, told: str, amount: int
) -> None:
    ref = provider.open(charge_request()).ref
    stripe.pay(ref)
    stripe.refunds_become("pending")

    refund = provider.refund(provider.read(ref), Money(1099, "USD"), "refund-1")
    assert refund.state == "pending"

    stripe.move_refund(refund.ref, status)
    later = provider.read_refund(refund.ref)
    assert (later.state, later.amount.minor) == (told, amount)
    assert (later.reason is not None) == (status == "failed")


def _chain(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        yield f"{error!r} {error} "
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
