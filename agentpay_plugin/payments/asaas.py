"""PIX by Asaas, API version 3. The only file that calls it.

Asaas has no idempotency keys: what we make bears our key, and is looked for before anything is made.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import urlencode

import requests

from agentpay_plugin.charges.ports import (
    ChargeRequest,
    Payer,
    ProviderCharge,
    ProviderDispute,
    ProviderEvent,
    ProviderRefund,
    ProviderState,
    RefundState,
)
from agentpay_plugin.errors import ProviderLocked, ProviderRefused, ProviderUnavailable
from agentpay_plugin.money import Money
from agentpay_plugin.payments import asaas_webhook, asaas_words, brcode, exact_json, reais
from agentpay_plugin.payments.wire import DEADLINE, Wire

API_BASE = "https://api.asaas.com/v3"
SANDBOX_BASE = "https://api-sandbox.asaas.com/v3"
LEAST = Money(500, "BRL")  # what Asaas is said to take; it is not written down anywhere
_MOST = Money(9_999_999_999, "BRL")

_REFUSALS = frozenset({400, 404})
_LOCKED = frozenset({401, 403})
_REF = re.compile(r"[A-Za-z0-9_]{1,100}")
_CODE = re.compile(r"[A-Za-z0-9_]{1,60}")


class AsaasProvider:
    """A channel's Asaas account. Keeps nothing between calls, so any thread may use it.

    `webhook_tokens` prove webhooks (two while one is being replaced). Errors name codes and statuses,
    never Asaas's own sentences: those may quote a name or a tax id.
    """

    name = "asaas"
    needs_payer = True

    def __init__(
        self,
        api_key: str,
        webhook_tokens: tuple[str, ...],
        api_base: str = "",
        *,
        least: Money = LEAST,
        deadline: float = DEADLINE,
    ) -> None:
        self.live = is_live(api_key)
        self._api_key = api_key
        self._webhook_tokens = tuple(token for token in webhook_tokens if token)
        self._api_base = (api_base or (API_BASE if self.live else SANDBOX_BASE)).rstrip("/")
        self._least = least
        self._deadline = deadline

    def minimum(self, currency: str) -> Money | None:
        return self._least if currency == reais.CURRENCY else None

    def maximum(self, currency: str) -> Money | None:
        return _MOST if currency == reais.CURRENCY else Money(0, currency)

    def can_represent(self, amount: Money) -> bool:
        return amount.currency == reais.CURRENCY

    def open(self, request: ChargeRequest) -> ProviderCharge:
        payer = asaas_words.check(request, self._least, _MOST)
        call = self._call()
        payment = self._found(call, request) or self._made(call, request, payer)
        charge = self._charge_of(payment)
        if charge.amount != request.amount:
            raise ProviderRefused("idempotency_error", "this key was used for another amount")
        # Asaas's codes live for months: when ours ends is our own to say.
        charge = replace(charge, expires_at=request.expires_at)
        return self._with_code(call, charge) if charge.state is ProviderState.OPEN else charge

    def read(self, ref: str) -> ProviderCharge:
        return self._charge_of(self._payment(self._call(), ref))

    def close(self, ref: str) -> ProviderCharge:
        return self._closed(self._call(), ref)

    def refund(self, charge: ProviderCharge, amount: Money, key: str) -> ProviderRefund:
        call = self._call()
        payment = self._payment(call, charge.ref)
        given = self._refunds_of(payment)
        if made := _by_key(given, key):
            if made.amount != amount:
                raise ProviderRefused("idempotency_error", "this key was used for another amount")
            return made
        _check_refund(self._charge_of(payment), given, amount)
        path = f"{_path(charge.ref)}/refund"
        answer = call.ask("POST", path, body=asaas_words.refund_body(amount, key))
        made = _by_key(self._refunds_of(answer), key) or _by_key(
            self._refunds_of(self._payment(call, charge.ref)), key
        )
        if made is None:
            raise ProviderUnavailable("Asaas took a refund and does not show it")
        return made

    def read_refund(self, ref: str) -> ProviderRefund:
        payment = self._payment(self._call(), ref.partition(":")[0])
        for refund in self._refunds_of(payment):
            if refund.ref == ref:
                return refund
        raise ProviderRefused("resource_missing", "the payment has no such refund")

    def refunds_of(self, charge: ProviderCharge) -> tuple[ProviderRefund, ...]:
        return self._refunds_of(self._payment(self._call(), charge.ref))

    def disputes_of(self, charge: ProviderCharge) -> tuple[ProviderDispute, ...]:  # noqa: ARG002
        return ()  # a PIX is not disputed; what a bank reverses comes as a refund

    def verify(
        self,
        body: bytes,
        headers: Mapping[str, str],
        query: Mapping[str, str],  # noqa: ARG002 the token is in a header
        now: int,  # noqa: ARG002 nothing of it is dated
    ) -> tuple[ProviderEvent, ...]:
        return asaas_webhook.verify(body, headers, self._webhook_tokens, self.live)

    # --- setting it up ------------------------------------------------------------------------------

    def check(self) -> None:
        """Ask for something that changes nothing; raises ProviderLocked when the key is not accepted."""
        self._call().ask("GET", "/payments", query={"limit": "1"})

    def register_webhook(self, url: str, token: str, email: str) -> None:
        """Have webhooks sent to `url` with `token`; the one that is sent there already is changed.

        Asaas writes to `email` when it cannot deliver.
        """
        call = self._call()
        body = {
            "name": "AgentPay",
            "url": url,
            "email": email,
            "enabled": True,
            "interrupted": False,
            "apiVersion": 3,
            "authToken": token,
            "sendType": "NON_SEQUENTIALLY",
            "events": sorted(asaas_webhook.HANDLED),
        }
        there = call.ask("GET", "/webhooks", query={"limit": "100"})
        same = [one for one in _listed(there) if one.get("url") == url]
        if same and _REF.fullmatch(str(same[0].get("id")).replace("-", "_")):
            call.ask("PUT", f"/webhooks/{same[0]['id']}", body=body)
        else:
            call.ask("POST", "/webhooks", body=body)

    # --- inside -------------------------------------------------------------------------------------

    def _call(self) -> _Call:
        return _Call(self._api_key, self._api_base, self._deadline)

    def _payment(self, call: _Call, ref: str) -> Mapping[str, Any]:
        return call.ask("GET", _path(ref))

    def _found(self, call: _Call, request: ChargeRequest) -> Mapping[str, Any] | None:
        """Return what an earlier try has made. Should two tries have crossed, all but one are deleted."""
        query = {"externalReference": asaas_words.external_reference(request), "limit": "100"}
        listed = _listed(call.ask("GET", "/payments", query=query))
        there = [
            one
            for one in listed
            if one.get("externalReference") == query["externalReference"]
            and one.get("deleted") is not True
        ]
        paid = [one for one in there if self._charge_of(one).state is not ProviderState.OPEN]
        chosen = next(iter(paid or there), None)
        for extra in there:
            if extra is chosen or extra in paid:
                continue
            if reais.withdrawn(partial(self._closed, call), str(extra.get("id"))):
                raise ProviderUnavailable("one of two payments with this key was paid meanwhile")
        return chosen

    def _made(self, call: _Call, request: ChargeRequest, payer: Payer) -> Mapping[str, Any]:
        there = _listed(call.ask("GET", "/customers", query={"cpfCnpj": payer.tax_id}))
        usable = [one for one in there if one.get("deleted") is not True]
        found = (
            usable[0]
            if usable
            else call.ask("POST", "/customers", body=asaas_words.customer_body(payer))
        )
        customer = found.get("id")
        if not isinstance(customer, str):
            raise ProviderUnavailable("Asaas's customer has no id")
        return call.ask("POST", "/payments", body=asaas_words.payment_body(request, customer))

    def _closed(self, call: _Call, ref: str) -> ProviderCharge:
        refusal = None
        try:
            call.ask("DELETE", _path(ref))
        except ProviderRefused as error:
            # Asaas deletes only what is unpaid. Asking first would leave a gap to pay in.
            refusal = error
        charge = self._charge_of(self._payment(call, ref))
        if refusal is not None and charge.state is ProviderState.OPEN:
            raise refusal
        return charge

    def _with_code(self, call: _Call, charge: ProviderCharge) -> ProviderCharge:
        try:
            code = call.ask("GET", f"{_path(charge.ref)}/pixQrCode").get("payload")
            brcode.verified(code if isinstance(code, str) else "", charge.amount)
        except ProviderLocked:
            # Locked would say that there is nothing; the charge is there.
            raise ProviderUnavailable("Asaas shows no code of a charge that it made") from None
        except ProviderRefused as refusal:
            return self._unless_paid(call, charge, refusal)
        except brcode.BadBrCode as problem:
            wrong = ProviderRefused("pix_code_wrong", f"Asaas's code: {problem}")
            return self._unless_paid(call, charge, wrong)
        return replace(charge, pix_code=code)

    def _unless_paid(
        self, call: _Call, charge: ProviderCharge, refusal: ProviderRefused
    ) -> ProviderCharge:
        """Raise `refusal` of a charge without a code once it is deleted. Of one that is paid Asaas shows no code."""
        paid = reais.withdrawn(partial(self._closed, call), charge.ref)
        if paid is None:
            raise refusal from None
        return paid

    def _charge_of(self, payment: Mapping[str, Any]) -> ProviderCharge:
        try:
            return asaas_words.charge_of(payment, self.live)
        except (KeyError, TypeError, ValueError):
            raise ProviderUnavailable("Asaas's payment makes no sense") from None

    def _refunds_of(self, payment: Mapping[str, Any]) -> tuple[ProviderRefund, ...]:
        try:
            return asaas_words.refunds_of(payment)
        except (KeyError, TypeError, ValueError, AttributeError):
            raise ProviderUnavailable("Asaas's refunds make no sense") from None


def is_live(api_key: str) -> bool:
    """Say whether a key takes real money."""
    return "_hmlg_" not in api_key


class _Call:
    """The exchanges of one call of ours."""

    def __init__(self, key: str, base: str, deadline: float) -> None:
        self._headers = {"access_token": key, "Accept": "application/json"}
        self._base = base
        self._wire = Wire("Asaas", deadline)

    def ask(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> Mapping[str, Any]:
        """Return the object that Asaas answers with; raises the port's errors. A GET has no body."""
        address = self._base + path + (f"?{urlencode(query)}" if query else "")
        text = None if body is None else exact_json.dumps(body)
        headers = self._headers | ({"Content-Type": "application/json"} if text else {})
        response = self._wire.send(method, address, headers, text)
        answer = _object(response)
        if response.status_code != 200:
            raise _failure(response.status_code, answer, f"{method} {_without_ids(path)}")
        if answer is None:
            raise ProviderUnavailable(f"Asaas's answer to {method} {path} makes no sense")
        return answer


def _failure(
    status: int, answer: Mapping[str, Any] | None, call: str
) -> ProviderRefused | ProviderUnavailable:
    """Return our error for an answer that is no success: 429, 5xx and what is not JSON leave all open."""
    where = f"{call}: HTTP {status}"
    if status in _LOCKED and answer is not None:
        return ProviderLocked(f"Asaas does not accept the key for {where}")
    if status not in _REFUSALS or answer is None:
        return ProviderUnavailable(f"Asaas failed {where}")
    if status == 404:
        return ProviderRefused("resource_missing", where)
    errors = answer.get("errors")
    first = errors[0] if isinstance(errors, list) and errors else None
    code, said = (
        (first.get("code"), first.get("description")) if isinstance(first, dict) else (None, None)
    )
    if isinstance(said, str) and "saldo" in said.lower():
        return ProviderRefused("insufficient_funds", f"{where}: the account's balance is too low")
    plain = isinstance(code, str) and _CODE.fullmatch(code)
    return ProviderRefused(str(code) if plain else "refused", where)


def _object(response: requests.Response) -> Mapping[str, Any] | None:
    if response.status_code == 404 and not response.content:
        return {}
    try:
        answer = exact_json.loads(response.content)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None


def _listed(answer: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    found = answer.get("data")
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise ProviderUnavailable("Asaas's list makes no sense")
    return found


def _by_key(refunds: tuple[ProviderRefund, ...], key: str) -> ProviderRefund | None:
    return next((one for one in refunds if one.key == key), None)


def _check_refund(charge: ProviderCharge, given: tuple[ProviderRefund, ...], amount: Money) -> None:
    if charge.state is not ProviderState.PAID:
        raise ProviderRefused("charge_not_paid", f"{charge.ref} has no payment to give back")
    before = sum(one.amount.minor for one in given if one.state is not RefundState.FAILED)
    if amount.minor <= 0 or before + amount.minor > charge.amount.minor:
        raise ProviderRefused("charge_already_refunded", f"{charge.ref} has not that much left")


def _path(ref: str) -> str:
    """Return the path of a payment; a ref that is none of Asaas's must not become another path."""
    if not _REF.fullmatch(ref):
        raise ProviderRefused("resource_missing", "this is no id of Asaas's")
    return f"/payments/{ref}"


def _without_ids(path: str) -> str:
    return re.sub(r"/(payments|webhooks)/[^/]+", r"/\1/…", path)


def _hide_tax_id(record: logging.LogRecord) -> bool:
    """Take a tax id out of the address that `urllib3` logs when it logs everything."""
    if isinstance(record.args, tuple):
        record.args = tuple(
            re.sub(r"cpfCnpj=[^&\s]*", "cpfCnpj=…", each) if isinstance(each, str) else each
            for each in record.args
        )
    return True


# Asaas looks customers up by a tax id in the address, and the library writes addresses into its own log.
logging.getLogger("urllib3.connectionpool").addFilter(_hide_tax_id)
