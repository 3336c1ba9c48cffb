"""The levers over HTTP, and the look-alike as a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
import requests
from pytest_httpserver import HTTPServer

from agentpay_plugin.charges.ports import ChargeRequest, ProviderState
from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.errors import ProviderUnavailable
from agentpay_plugin.payments.stripe import StripeProvider

Build = Callable[..., ChargeRequest]


def pull(stripe: LookAlike, path: str, body: object = None, method: str = "POST") -> Any:
    answer = requests.request(method, f"{stripe.url}/_control/{path}", json=body, timeout=10)
    assert answer.status_code == 200, answer.text
    return answer.json()


def look(stripe: LookAlike, path: str) -> Any:
    return pull(stripe, path, method="GET")


def test_a_purchase_by_levers_alone(
    provider, stripe: LookAlike, charge_request: Build, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/hook").respond_with_data("")
    pull(stripe, "endpoints", {"url": httpserver.url_for("/hook"), "secret": "whsec_12345678"})
    ref = provider.open(charge_request()).ref

    pull(stripe, f"sessions/{ref}/decline", {"reason": "lost_card"})
    pull(stripe, f"sessions/{ref}/pay", {"email": "ana@shop.example"})

    assert pull(stripe, "webhooks/flush", {"timeout": 10}) == {"idle": True}
    assert look(stripe, "sessions")[0]["payment_status"] == "paid"
    assert look(stripe, "payment_intents")[0]["status"] == "succeeded"
    assert [one["type"] for one in look(stripe, "events")][-1] == "checkout.session.completed"
    assert {one["fate"] for one in look(stripe, "deliveries")} == {"delivered"}
    assert look(stripe, "requests")[0]["path"] == "/v1/checkout/sessions"
    assert "12345678" not in requests.get(f"{stripe.url}/_control/endpoints", timeout=10).text
    assert "contract12345678" not in str(look(stripe, "requests"))


def test_clock_and_expiry(provider, stripe: LookAlike, charge_request: Build) -> None:
    first, second = (provider.open(charge_request(key=key)).ref for key in "ab")

    pull(stripe, f"sessions/{first}/expire")
    before = look(stripe, "")["now"]
    after = pull(stripe, "clock", {"advance": 3600})["now"]
    home = pull(stripe, "clock", {"at": None})["now"]

    assert 3600 <= after - before <= 3605
    assert home - before <= 5
    assert provider.read(first).state is ProviderState.EXPIRED
    assert provider.read(second).state is ProviderState.EXPIRED


def test_delayed_payments_and_refunds(provider, stripe: LookAlike, charge_request: Build) -> None:
    charge = provider.open(charge_request())
    pull(stripe, f"sessions/{charge.ref}/pay", {"delayed": True})
    pull(stripe, f"sessions/{charge.ref}/settle", {"succeed": True})
    pull(stripe, "refunds/become", {"statuses": ["pending"]})
    refund = provider.refund(charge, charge.amount, "refund-1")
    assert look(stripe, "refunds")[0]["status"] == "pending"

    pull(stripe, f"refunds/{refund.ref}", {"status": "succeeded"})

    assert look(stripe, "refunds")[0]["status"] == "succeeded"


def test_a_refund_in_the_dashboard(provider, stripe: LookAlike, charge_request: Build) -> None:
    ref = provider.open(charge_request()).ref
    pull(stripe, f"sessions/{ref}/pay")

    pull(stripe, f"sessions/{ref}/give_back", {"amount": 99})
    pull(stripe, f"sessions/{ref}/give_back")

    assert [one["amount"] for one in look(stripe, "refunds")] == [99, 1000]


def test_faults(provider, stripe: LookAlike, charge_request: Build) -> None:
    pull(stripe, "faults", {"kind": "error_500", "times": -1, "pattern": "POST"})
    for _ in range(2):
        with pytest.raises(ProviderUnavailable):
            provider.open(charge_request())

    pull(stripe, "faults/release")

    assert provider.open(charge_request()).state is ProviderState.OPEN
    pull(stripe, "keys/revoke", {"key": "sk_test_other12345678"})


def test_webhook_switches(stripe: LookAlike) -> None:
    assert pull(stripe, "webhooks", {"repeat": 20, "order": "shuffled"})["repeat"] == 20
    assert pull(stripe, "webhooks/normal")["repeat"] == 1
    pull(stripe, "webhooks/release", {"order": "reversed"})
    assert pull(stripe, "webhooks/resend", {"event_id": "evt_none"}) == {"deliveries": 0}
    pull(stripe, "endpoints", method="DELETE")
    assert look(stripe, "endpoints") == []


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("nothing", {}, 404),
        ("clock", {"forward": 1}, 400),
        ("faults", {"kind": "earthquake"}, 400),
        ("faults", {"kind": "drop", "colour": "red"}, 400),
        ("webhooks", {"order": "random"}, 400),
        ("sessions/cs_none/pay", {}, 404),
        ("refunds/re_none", {"status": "failed"}, 404),
    ],
)
def test_levers_that_do_not_exist(
    stripe: LookAlike, path: str, body: dict[str, object], status: int
) -> None:
    answer = requests.post(f"{stripe.url}/_control/{path}", json=body, timeout=10)

    assert answer.status_code == status
    assert answer.json()["error"]


def test_it_runs_by_itself(charge_request: Build) -> None:
    command = [sys.executable, "-m", "agentpay_plugin.demo.stripe", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = process.stdout.readline().split()[-1]
        try:
            charge = StripeProvider("sk_test_12345678", (), url).open(charge_request())
        finally:
            process.terminate()

    assert charge.page_url == f"{url}/c/pay/{charge.ref}"
