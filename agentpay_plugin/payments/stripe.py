"""Stripe's hosted Checkout. The only file that knows the `stripe` library (3.5, Saleor's pin).

Saleor's own Stripe plugin lives in the same process and sets the library's globals, so none is read or
set here: base URL, key, version and deadline are this object's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any, TypeVar
from urllib.parse import urlencode

import requests
from stripe import api_requestor, error, http_client

from agentpay_plugin.calling import refuse_open_transaction, within
from agentpay_plugin.charges.ports import (
    ChargeRequest,
    ProviderCharge,
    ProviderDispute,
    ProviderEvent,
    ProviderRefund,
    ProviderState,
)
from agentpay_plugin.errors import ProviderLocked, ProviderRefused, ProviderUnavailable
from agentpay_plugin.money import Money
from agentpay_plugin.payments import stripe_currency, stripe_session, stripe_webhook

API_BASE = "https://api.stripe.com"
API_VERSION = "2026-08-26.dahlia"
DEADLINE = 10.0  # seconds for a whole call

_REFUSALS = frozenset({400, 402, 404})
_LOCKED = frozenset({401, 403})
_PLAIN = re.compile(r"[a-z0-9_]{1,60}")
_SESSIONS = "/v1/checkout/sessions"
_REFUNDS = "/v1/refunds"
_DISPUTES = "/v1/disputes"
_INTENTS = "/v1/payment_intents"
_ENDPOINTS = "/v1/webhook_endpoints"
_PAGE = 100  # the most that Stripe lists at once
# What tells our endpoints from those that a merchant made by hand.
_OURS = {"made_by": "agentpay"}

Answer = TypeVar("Answer")
Listed = TypeVar("Listed", ProviderRefund, ProviderDispute)


class StripeProvider:
    """A channel's Stripe account. Keeps nothing between calls, so any thread may use it.

    `webhook_secrets` are the endpoint's signing secrets (two while one is being replaced); empty ones
    sign nothing. Errors name codes, parameters and request ids, never Stripe's own sentences: those
    may quote an e-mail or a part of a key.
    """

    name = "stripe"
    needs_payer = False

    def __init__(
        self,
        secret_key: str,
        webhook_secrets: tuple[str, ...],
        api_base: str = API_BASE,
        *,
        deadline: float = DEADLINE,
    ) -> None:
        self._secret_key = secret_key
        self._webhook_secrets = tuple(secret for secret in webhook_secrets if secret)
        self._api_base = api_base.rstrip("/")
        self._deadline = deadline

    def minimum(self, currency: str) -> Money | None:
        return stripe_currency.minimum(currency)

    def maximum(self, currency: str) -> Money | None:
        return stripe_currency.maximum(currency)

    def can_represent(self, amount: Money) -> bool:
        try:
            stripe_currency.to_stripe(amount)
        except ProviderRefused:
            return False
        return True

    def open(self, request: ChargeRequest) -> ProviderCharge:
        params = stripe_session.session_params(request)
        return self._call(stripe_session.charge_of, "post", _SESSIONS, params, request.key)

    def read(self, ref: str) -> ProviderCharge:
        # Whatever is expanded needs a permission of its own, and a restricted key may well lack it.
        charge = self._call(stripe_session.charge_of, "get", _path(_SESSIONS, ref))
        if charge.state is ProviderState.PROCESSING and self._has_failed(charge):
            return replace(charge, state=ProviderState.CANCELLED)
        return charge

    def close(self, ref: str) -> ProviderCharge:
        try:
            return self._call(stripe_session.charge_of, "post", _path(_SESSIONS, ref) + "/expire")
        except ProviderRefused:
            # Stripe expires only what is open. Asking first would leave a gap to pay in.
            charge = self.read(ref)
            if charge.state is ProviderState.OPEN:
                raise
            return charge

    def refund(self, charge: ProviderCharge, amount: Money, key: str) -> ProviderRefund:
        payment_ref = self._payment_of(charge)
        if payment_ref is None:
            raise ProviderRefused("charge_not_paid", f"{charge.ref} has no payment to give back")
        params = stripe_session.refund_params(charge, payment_ref, amount, key)
        return self._call(stripe_session.refund_of, "post", _REFUNDS, params, key)

    def read_refund(self, ref: str) -> ProviderRefund:
        return self._call(stripe_session.refund_of, "get", _path(_REFUNDS, ref))

    def refunds_of(self, charge: ProviderCharge) -> tuple[ProviderRefund, ...]:
        return self._all_of(charge, _REFUNDS, stripe_session.refunds_of)

    def disputes_of(self, charge: ProviderCharge) -> tuple[ProviderDispute, ...]:
        return self._all_of(charge, _DISPUTES, stripe_session.disputes_of)

    def verify(
        self,
        body: bytes,
        headers: Mapping[str, str],
        query: Mapping[str, str],  # noqa: ARG002 what Stripe signs are its bodies
        now: int,
    ) -> tuple[ProviderEvent, ...]:
        return (stripe_webhook.verify(body, headers, self._webhook_secrets, now),)

    # --- setting it up ------------------------------------------------------------------------------

    def check(self) -> None:
        """Ask for something that changes nothing; raises ProviderLocked when the key is not accepted."""
        self._call(lambda page: len(page["data"]), "get", _SESSIONS, {"limit": 1})

    def webhooks_at(self, url: str) -> tuple[str, ...]:
        """Return the ids of the endpoints that we made for `url`; those that a merchant made are not among them."""
        params = {"limit": _PAGE}  # Stripe has at most 16
        return self._call(lambda page: _ours(page, url), "get", _ENDPOINTS, params)

    def create_webhook(self, url: str) -> tuple[str, str]:
        """Have the events that we handle sent to `url`, in our version; returns the endpoint's id and its signing
        secret, which Stripe tells this once."""
        params = {
            "url": url,
            "enabled_events": sorted(stripe_webhook.HANDLED),
            "api_version": API_VERSION,
            "description": "AgentPay",
            "metadata": _OURS,
        }
        return self._call(stripe_session.id_and_secret_of, "post", _ENDPOINTS, params)

    def remove_webhook(self, ref: str) -> None:
        """End an endpoint; one that is gone already is no error."""
        with suppress(ProviderRefused):
            self._call(stripe_session.id_of, "delete", _path(_ENDPOINTS, ref))

    def _all_of(
        self,
        charge: ProviderCharge,
        path: str,
        read: Callable[[Mapping[str, Any]], tuple[tuple[Listed, ...], bool]],
    ) -> tuple[Listed, ...]:
        """Return all things of a charge's payment, a page after the other."""
        payment_ref = self._payment_of(charge)
        found: tuple[Listed, ...] = ()
        has_more = payment_ref is not None
        while has_more:
            params = {"payment_intent": payment_ref, "limit": _PAGE}
            params |= {"starting_after": found[-1].ref} if found else {}
            page, has_more = self._call(read, "get", path, params)
            found += page
        return found

    def _has_failed(self, charge: ProviderCharge) -> bool:
        """Say whether a payment that takes days has failed: its session stays complete and unpaid for ever.

        A key that may not look at payments does not see that; the session's own webhook has no effect then.
        """
        if charge.payment_ref is None:
            return False
        try:
            path = _path(_INTENTS, charge.payment_ref)
            return self._call(stripe_session.has_failed, "get", path)
        except ProviderLocked:
            return False

    def _payment_of(self, charge: ProviderCharge) -> str | None:
        return charge.payment_ref or self.read(charge.ref).payment_ref

    def _call(
        self,
        read: Callable[[Mapping[str, Any]], Answer],
        method: str,
        path: str,
        params: Mapping[str, Any] | None = None,
        key: str | None = None,
    ) -> Answer:
        refuse_open_transaction()
        requestor = _Requestor(self._secret_key, self._api_base, self._deadline)
        headers = {"Idempotency-Key": key} if key else {}
        try:
            answer, _ = requestor.request(method, path, params, headers)
            return read(answer.data)
        except (error.StripeError, KeyError, TypeError, ValueError):
            raise ProviderUnavailable(
                f"Stripe's answer to {method} {path} makes no sense"
            ) from None


class _Requestor(api_requestor.APIRequestor):  # type: ignore[misc]  # the library has no types
    """The library's requestor with an exchange of our own.

    The library's logs bodies and error texts (e-mails among them), retries, sends the machine's name,
    and its timeout bounds a single read, not a call.
    """

    def __init__(self, key: str, base: str, deadline: float) -> None:
        client = http_client.RequestsClient()  # named in a header; never used
        super().__init__(key=key, client=client, api_base=base, api_version=API_VERSION)
        self._deadline = deadline

    def request_raw(
        self,
        method: str,
        url: str,
        params: Mapping[str, Any] | None = None,
        supplied_headers: Mapping[str, str] | None = None,
        is_streaming: bool = False,  # noqa: ARG002 the library's signature
    ) -> tuple[bytes, int, Mapping[str, str], str]:
        headers = self.request_headers(self.api_key, method) | dict(supplied_headers or {})
        del headers["X-Stripe-Client-User-Agent"]
        form = urlencode(
            [
                (name, str(value).lower() if isinstance(value, bool) else value)
                for name, value in api_requestor._api_encode(params or {})
            ]
        )
        address = self.api_base + url
        if method == "get" and form:
            address, form = f"{address}?{form}", ""
        response = self._exchange(method, address, headers, form)
        if not 200 <= response.status_code < 300:
            raise _failure(response, f"{method} {url}")
        return response.content, response.status_code, response.headers, self.api_key

    def _exchange(
        self, method: str, address: str, headers: Mapping[str, str], form: str
    ) -> requests.Response:
        def send() -> requests.Response:
            return requests.request(
                method,
                address,
                headers=headers,
                data=form or None,
                timeout=self._deadline,
                allow_redirects=False,
            )

        try:
            return within(self._deadline, send)
        except (requests.RequestException, TimeoutError) as reason:
            kind = type(reason).__name__
            raise ProviderUnavailable(f"Stripe did not answer {method} ({kind})") from None


def _failure(response: requests.Response, call: str) -> ProviderRefused | ProviderUnavailable:
    """Return our error for an answer that is no success: 409, 429, 5xx and non-JSON leave all open."""
    status, details = response.status_code, _error(response)
    where = f"{call}: HTTP {status}, request {response.headers.get('Request-Id', 'unknown')[:60]}"
    if status in _LOCKED and details is not None:
        return ProviderLocked(f"Stripe does not accept the key for {where}")
    if status not in _REFUSALS or details is None or details.get("code") == "rate_limit":
        return ProviderUnavailable(f"Stripe failed {where}")
    words = (details.get(name) for name in ("decline_code", "code", "type"))
    plain = [word for word in words if isinstance(word, str) and _PLAIN.fullmatch(word)]
    param = re.sub(r"[^a-z0-9_\[\]]", "?", str(details.get("param") or "none"))[:100]
    return ProviderRefused(plain[0] if plain else "refused", f"{where}, parameter {param}")


def _error(response: requests.Response) -> Mapping[str, Any] | None:
    try:
        details = response.json()["error"]
    except (ValueError, KeyError, TypeError):
        return None
    return details if isinstance(details, dict) else None


def _ours(page: Mapping[str, Any], url: str) -> tuple[str, ...]:
    return tuple(
        stripe_session.id_of(one)
        for one in page["data"]
        if one.get("url") == url and one.get("metadata") == _OURS
    )


def _path(collection: str, ref: str) -> str:
    """Return the path of one object; a ref that is none of Stripe's must not become another path."""
    if not re.fullmatch(r"[A-Za-z0-9_]{1,255}", ref):
        raise ProviderRefused("resource_missing", "this is no id of Stripe's")
    return f"{collection}/{ref}"
