"""Webhooks that are not the provider's: the right status, nothing stored, nothing told to a log."""

from __future__ import annotations

import hashlib
import hmac
import json
import time

import pytest
import requests

from tests.saleor.merchant import WEBHOOK_SECRETS, switch_on, update
from tests.saleor.shop import BUILD, Shop

pytestmark = pytest.mark.saleor

WEBHOOK_SECRET = WEBHOOK_SECRETS["default-channel"]

EVENT = {
    "id": "evt_guard", "object": "event", "api_version": "2026-08-26.dahlia", "created": 1, "livemode": False,
    "type": "checkout.session.completed", "pending_webhooks": 1, "request": {"id": None, "idempotency_key": None},
    "data": {"object": {"id": "cs_test_secretmark", "object": "checkout.session", "customer_email": "mark@example.com"}},
}  # fmt: skip


def signed(body: bytes, at: float | None = None, secret: str = WEBHOOK_SECRET) -> dict[str, str]:
    stamp = int(time.time() if at is None else at)
    mark = hmac.new(secret.encode(), f"{stamp}.".encode() + body, hashlib.sha256).hexdigest()
    return {"Stripe-Signature": f"t={stamp},v1={mark}", "Content-Type": "application/json"}


def url_of(shop: Shop, slug: str) -> str:
    ((number,),) = shop.rows("SELECT id FROM channel_channel WHERE slug = %s", slug)
    return f"{shop.url}/plugins/global/agentpay-gateway/webhooks/stripe/{number}/"


BODY = json.dumps(EVENT).encode()
# Each is made when it is sent: a stamp made at import would be of another age by then.
BAD = {
    "no signature": lambda: (BODY, {}, 400),
    "garbage signature": lambda: (BODY, {"Stripe-Signature": "nonsense"}, 400),
    "another secret": lambda: (BODY, signed(BODY, secret="whsec_another1"), 400),
    "empty secret": lambda: (BODY, signed(BODY, secret=""), 400),
    "changed body": lambda: (BODY.replace(b"evt_guard", b"evt_other"), signed(BODY), 400),
    "stale": lambda: (BODY, signed(BODY, time.time() - 400), 400),
    "future": lambda: (BODY, signed(BODY, time.time() + 400), 400),
    "not JSON": lambda: (b"{", signed(b"{"), 400),
    "a list": lambda: (b"[1]", signed(b"[1]"), 400),
    "not UTF-8": lambda: (b'{"id": "\xff"}', signed(b'{"id": "\xff"}'), 400),
    "10 MB": lambda: (b" " * 10_000_000, {"Stripe-Signature": "t=1,v1=00"}, 413),
}


@pytest.mark.parametrize("kind", BAD)
def test_is_refused(running: Shop, kind: str) -> None:
    body, headers, status = BAD[kind]()
    before = running.rows("SELECT count(*) FROM agentpay_plugin_providernotice")

    answer = requests.post(
        url_of(running, "default-channel"), data=body, headers=headers, timeout=30
    )

    assert answer.status_code == status
    assert running.rows("SELECT count(*) FROM agentpay_plugin_providernotice") == before
    logs = "".join(path.read_text(errors="replace") for path in BUILD.glob("*.log"))
    assert WEBHOOK_SECRET not in logs
    assert "secretmark" not in logs
    assert "mark@example.com" not in logs


def test_non_ascii_signature_is_refused(running: Shop) -> None:
    headers = {"Stripe-Signature": f"t={int(time.time())},v1=é".encode("latin-1")}

    answer = requests.post(
        url_of(running, "default-channel"), data=BODY, headers=headers, timeout=30
    )

    assert answer.status_code == 400


def test_another_channels_signature_is_refused(running: Shop) -> None:
    url = url_of(running, "channel-pln")

    answer = requests.post(url, data=BODY, headers=signed(BODY), timeout=30)

    assert answer.status_code == 400


def test_a_channel_without_a_secret_has_no_endpoint(running: Shop) -> None:
    update(running, "channel-pln", False, stripe_webhook_secret="")
    try:
        answer = requests.post(
            url_of(running, "channel-pln"), data=BODY, headers=signed(BODY, secret=""), timeout=30
        )
    finally:
        switch_on(running, "channel-pln")

    assert answer.status_code == 404


def test_a_channel_that_does_not_exist_has_no_endpoint(running: Shop) -> None:
    url = url_of(running, "channel-pln").replace("/stripe/", "/stripe/9999")

    assert requests.post(url, data=BODY, headers=signed(BODY), timeout=30).status_code == 404


def test_only_post_is_taken(running: Shop) -> None:
    answer = requests.get(url_of(running, "default-channel"), timeout=30)

    assert answer.status_code == 405
