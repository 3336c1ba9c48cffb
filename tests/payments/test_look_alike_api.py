"""The look-alike refuses what Stripe refuses, in Stripe's words."""

from __future__ import annotations

import pytest
import requests

from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.demo.stripe.problems import Problem
from tests.payments.talk import KEY, create, form, get, post


@pytest.mark.parametrize(
    ("authorization", "message"),
    [
        (None, "You did not provide an API key"),
        ("Bearer ", "You did not provide an API key"),
        ("Digest abc", "You did not provide an API key"),
        ("Basic ???", "You did not provide an API key"),
        ("Bearer sk_test_", "Invalid API Key provided"),
        ("Bearer nonsense12345678", "Invalid API Key provided"),
        ("Bearer sk_live_12345678abcd", "takes no live keys"),
        ("Bearer rk_live_12345678abcd", "takes no live keys"),
    ],
)
def test_keys_that_open_nothing(stripe: LookAlike, authorization: str | None, message: str) -> None:
    headers = {"Authorization": authorization} if authorization else {}

    answer = requests.get(f"{stripe.url}/v1/account", headers=headers, timeout=10)

    assert answer.status_code == 401
    assert message in answer.json()["error"]["message"]
    assert "12345678" not in answer.text


def test_a_revoked_key(stripe: LookAlike) -> None:
    assert get(stripe, "account").status_code == 200

    stripe.revoke(KEY)

    assert get(stripe, "account").status_code == 401
    assert get(stripe, "account", key="sk_test_other12345678").status_code == 200


def test_basic_authentication_as_curl_does_it(stripe: LookAlike) -> None:
    answer = requests.get(f"{stripe.url}/v1/account", auth=(KEY, ""), timeout=10)

    assert answer.json()["object"] == "account"


@pytest.mark.parametrize("version", ["2019-99-99", "latest", "dahlia", "2026-08-26"])
def test_versions_that_stripe_does_not_have(stripe: LookAlike, version: str) -> None:
    answer = post(stripe, "checkout/sessions", form(stripe), **{"Stripe-Version": version})

    assert answer.status_code == 400
    assert stripe.sessions == []


def test_payment_method_types_went_with_endive(stripe: LookAlike) -> None:
    data = form(stripe) | {"payment_method_types[0]": "card"}

    new = post(stripe, "checkout/sessions", data, **{"Stripe-Version": "2026-09-30.endive"})
    old = post(stripe, "checkout/sessions", data, **{"Stripe-Version": "2026-08-26.dahlia"})

    assert new.json()["error"]["code"] == "payment_method_types_no_longer_supported"
    assert old.status_code == 200


NOW = 1_795_000_000
AMOUNT = "line_items[0][price_data][unit_amount]"
CURRENCY = "line_items[0][price_data][currency]"
NAME = "line_items[0][price_data][product_data][name]"
QUANTITY = "line_items[0][quantity]"


@pytest.mark.parametrize(
    ("changes", "param", "code"),
    [
        ({"colour": "red"}, "colour", "parameter_unknown"),
        ({"metadata[a][b]": "c"}, "metadata[a]", None),
        ({"line_items[0][colour]": "red"}, "line_items[0][colour]", "parameter_unknown"),
        ({"line_items[0][amount]": "5"}, "line_items[0][amount]", "parameter_unknown"),
        ({"line_items[0][price_data][name]": "x"}, "line_items[0][price_data][name]", "parameter_unknown"),
        ({"customer": "cus_1"}, "customer", "parameter_unknown"),
        ({"mode": None}, "mode", "parameter_missing"),
        ({"mode": "pay"}, "mode", None),
        ({"success_url": None}, "success_url", "parameter_missing"),
        ({"success_url": "shop.example/done"}, "success_url", "url_invalid"),
        ({"success_url": "/done"}, "success_url", "url_invalid"),
        ({"cancel_url": "javascript:alert(1)"}, "cancel_url", "url_invalid"),
        ({"customer_email": ""}, "customer_email", "parameter_invalid_empty"),
        ({"customer_email": "nobody"}, "customer_email", "email_invalid"),
        ({"locale": "pt-br"}, "locale", None),
        ({"ui_mode": "hosted"}, "ui_mode", None),
        ({"client_reference_id": "x" * 201}, "client_reference_id", "parameter_invalid_string_length"),
        ({"adaptive_pricing[enabled]": "no"}, "adaptive_pricing[enabled]", None),
        ({"expires_at": "soon"}, "expires_at", "parameter_invalid_integer"),
        ({"expires_at": str(NOW + 30 * 60 - 60)}, "expires_at", None),
        ({"expires_at": str(NOW + 24 * 60 * 60 + 60)}, "expires_at", None),
        ({AMOUNT: "-1"}, AMOUNT, "parameter_invalid_integer"),
        ({AMOUNT: "10.99"}, AMOUNT, "parameter_invalid_integer"),
        ({AMOUNT: None}, AMOUNT, "parameter_missing"),
        ({AMOUNT: "24"}, "line_items", "amount_too_small"),
        ({AMOUNT: "50000000"}, "line_items", "amount_too_large"),
        ({CURRENCY: "xyz"}, CURRENCY, None),
        ({CURRENCY: "USD"}, CURRENCY, None),
        ({CURRENCY: "isk", AMOUNT: "1050"}, None, None),
        ({CURRENCY: "isk", AMOUNT: "10025", QUANTITY: "1"}, "line_items", None),
        ({CURRENCY: "kwd", AMOUNT: "5124", QUANTITY: "1"}, "line_items", None),
        ({NAME: None}, "line_items[0][price_data][product_data]", "parameter_missing"),
        ({NAME: ""}, NAME, "parameter_invalid_empty"),
        ({QUANTITY: None}, QUANTITY, None),
        ({QUANTITY: "0"}, QUANTITY, None),
        ({"line_items[2][quantity]": "1"}, "line_items", "parameter_invalid_array"),
        ({f"metadata[{'k' * 41}]": "v"}, "metadata", None),
        ({"metadata[k]": "v" * 501}, "metadata[k]", None),
        ({f"metadata[{at}]": "v" for at in range(51)}, "metadata", None),
        ({"expand[0]": "customer"}, "expand[0]", None),
        ({"line_items[0][price_data][product_data][images][0]": "/x.png"}, "line_items[0][price_data][product_data][images][0]", "url_invalid"),
    ],
)  # fmt: skip
def test_parameters_that_stripe_refuses(
    stripe: LookAlike, changes: dict[str, str | None], param: str | None, code: str | None
) -> None:
    stripe.set_clock(NOW)

    answer = create(stripe, **changes)

    if param is None:
        assert answer.status_code == 200
        return
    error = answer.json()["error"]
    assert (answer.status_code, error["type"]) == (400, "invalid_request_error")
    assert error["param"] in (param, NAME)
    assert error.get("code") == code
    assert answer.headers["Request-Id"].startswith("req_")
    assert stripe.sessions == [] or param == "expand[0]"


def test_more_than_a_hundred_lines(stripe: LookAlike) -> None:
    data = form(stripe)
    for at in range(1, 101):
        data |= {k.replace("[0]", f"[{at}]", 1): v for k, v in form(stripe).items() if "[0]" in k}

    answer = post(stripe, "checkout/sessions", data)

    assert answer.json()["error"]["param"] == "line_items"
    assert stripe.sessions == []


def test_a_new_session(stripe: LookAlike) -> None:
    stripe.set_clock(NOW)

    session = create(stripe, customer_email="ana@shop.example").json()

    assert (session["status"], session["payment_status"]) == ("open", "unpaid")
    assert session["payment_intent"] is None
    assert (session["amount_total"], session["currency"]) == (2000, "usd")
    assert abs(session["expires_at"] - (NOW + 24 * 60 * 60)) < 30
    assert session["url"] == f"{stripe.url}/c/pay/{session['id']}"


def test_json_bodies_are_not_understood(stripe: LookAlike) -> None:
    answer = post(stripe, "checkout/sessions", "{}", **{"Content-Type": "application/json"})

    assert answer.status_code == 400


@pytest.mark.parametrize("path", ["nothing", "checkout/sessions/", "refunds/re_1/cancel"])
def test_addresses_that_do_not_exist(stripe: LookAlike, path: str) -> None:
    answer = get(stripe, path)

    assert answer.status_code == 404
    assert "Unrecognized request URL" in answer.json()["error"]["message"]


def test_objects_are_expanded_when_asked_for(stripe: LookAlike) -> None:
    session_id = create(stripe).json()["id"]
    stripe.pay(session_id)
    expand = {"expand[]": ["payment_intent.latest_charge", "line_items"]}

    session = get(stripe, f"checkout/sessions/{session_id}", expand).json()

    assert session["payment_intent"]["latest_charge"]["amount"] == 2000
    assert session["line_items"]["data"][0]["quantity"] == 2
    intent = get(stripe, f"payment_intents/{session['payment_intent']['id']}").json()
    assert (intent["status"], intent["amount_received"]) == ("succeeded", 2000)


def test_line_items_come_in_pages(stripe: LookAlike) -> None:
    second = {k.replace("[0]", "[1]", 1): v for k, v in form(stripe).items() if "[0]" in k}
    session_id = create(stripe, **second).json()["id"]
    path = f"checkout/sessions/{session_id}/line_items"

    first = get(stripe, path, {"limit": 1}).json()
    rest = get(stripe, path, {"limit": 1, "starting_after": first["data"][0]["id"]}).json()

    assert (len(first["data"]), first["has_more"]) == (1, True)
    assert (len(rest["data"]), rest["has_more"]) == (1, False)
    assert get(stripe, path, {"limit": 0}).status_code == 400


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        ({}, 400, "parameter_missing"),
        ({"payment_intent": "pi_none"}, 404, "resource_missing"),
        ({"payment_intent": "PAID", "amount": "2001"}, 400, None),
        ({"payment_intent": "PAID", "amount": "0"}, 400, "parameter_invalid_integer"),
        ({"payment_intent": "PAID", "reason": "whim"}, 400, None),
        ({"payment_intent": "PAID", "colour": "red"}, 400, "parameter_unknown"),
    ],
)
def test_refunds_that_stripe_refuses(
    stripe: LookAlike, data: dict[str, str], status: int, code: str | None
) -> None:
    session_id = create(stripe).json()["id"]
    paid = stripe.pay(session_id)["payment_intent"]

    answer = post(stripe, "refunds", {k: paid if v == "PAID" else v for k, v in data.items()})

    assert (answer.status_code, answer.json()["error"].get("code")) == (status, code)
    assert stripe.refunds == []


def test_a_charge_is_refunded_whole_but_once(stripe: LookAlike) -> None:
    paid = stripe.pay(create(stripe).json()["id"])["payment_intent"]

    first = post(stripe, "refunds", {"payment_intent": paid})
    second = post(stripe, "refunds", {"payment_intent": paid})

    assert first.json()["amount"] == 2000
    assert second.json()["error"]["code"] == "charge_already_refunded"
    assert len(stripe.refunds) == 1


@pytest.mark.parametrize(
    ("params", "status", "param", "code"),
    [
        ({"payment_intent": "pi_none"}, 404, "payment_intent", "resource_missing"),
        ({"charge": "ch_none"}, 404, "charge", "resource_missing"),
        ({"starting_after": "re_none"}, 404, "starting_after", "resource_missing"),
        ({"limit": "0"}, 400, "limit", "parameter_invalid_integer"),
        ({"limit": "101"}, 400, "limit", "parameter_invalid_integer"),
        ({"payment_intent": ""}, 400, "payment_intent", "parameter_invalid_empty"),
        ({"created": "1"}, 400, "created", "parameter_unknown"),
        ({"status": "failed"}, 400, "status", "parameter_unknown"),
        ({"expand[]": "charge"}, 400, "expand[0]", None),
    ],
)
def test_lists_of_refunds_that_stripe_refuses(
    stripe: LookAlike, params: dict[str, str], status: int, param: str, code: str | None
) -> None:
    stripe.give_back(paid_session(stripe))

    answer = get(stripe, "refunds", params)

    error = answer.json()["error"]
    assert (answer.status_code, error["param"], error.get("code")) == (status, param, code)


def test_refunds_are_listed_newest_first_in_pages(stripe: LookAlike) -> None:
    session_id, other = paid_session(stripe), paid_session(stripe)
    first, second, third = (stripe.give_back(session_id, units)["id"] for units in (100, 200, 300))
    elsewhere = stripe.give_back(other)
    intent = next(s for s in stripe.sessions if s["id"] == session_id)["payment_intent"]

    page = get(stripe, "refunds", {"payment_intent": intent, "limit": 2}).json()
    rest = get(stripe, "refunds", {"payment_intent": intent, "starting_after": second}).json()
    everything = get(stripe, "refunds").json()
    of_charge = get(stripe, "refunds", {"charge": elsewhere["charge"]}).json()
    strangers = get(stripe, "refunds", key="sk_test_other12345678").json()

    assert (page["object"], page["url"], page["has_more"]) == ("list", "/v1/refunds", True)
    assert [one["id"] for one in page["data"]] == [third, second]
    assert ([one["id"] for one in rest["data"]], rest["has_more"]) == ([first], False)
    assert [one["id"] for one in everything["data"]] == [elsewhere["id"], third, second, first]
    assert [one["id"] for one in of_charge["data"]] == [elsewhere["id"]]
    assert strangers["data"] == []


def test_a_refund_in_the_dashboard(stripe: LookAlike) -> None:
    session_id = paid_session(stripe)

    refund = stripe.give_back(session_id, 500)

    assert (refund["amount"], refund["metadata"], refund["status"]) == (500, {}, "succeeded")
    events = stripe.events[-2:]
    assert [one["type"] for one in events] == ["charge.refunded", "refund.created"]
    assert [one["request"]["id"] for one in events] == [None, None]
    with pytest.raises(Problem):
        stripe.give_back(create(stripe).json()["id"])
    with pytest.raises(Problem):
        stripe.give_back(session_id, 1501)


def paid_session(stripe: LookAlike) -> str:
    session_id = str(create(stripe).json()["id"])
    stripe.pay(session_id)
    return session_id


def test_only_open_sessions_are_expired(stripe: LookAlike) -> None:
    session_id = create(stripe).json()["id"]
    path = f"checkout/sessions/{session_id}/expire"

    answers = [post(stripe, path), post(stripe, path)]

    assert [one.status_code for one in answers] == [200, 400]
    assert (answers[0].json()["status"], answers[0].json()["url"]) == ("expired", None)
    assert [event["type"] for event in stripe.events] == ["checkout.session.expired"]
