"""PIX by the Central Bank's API Pix, as Efí and many other banks offer it. The only file that calls it.

Charges and refunds bear ids that we choose from our keys, and a second PUT would change a charge or be an
error for a refund: so each is looked for before it is made.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar
from urllib.parse import quote

import requests

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
from agentpay_plugin.payments import exact_json, pix_ids, pix_token, pix_webhook, pix_words, reais
from agentpay_plugin.payments.pix_bank import Manner, PixBank, tls_with, webhook_address
from agentpay_plugin.payments.wire import DEADLINE, Wire

Answer = TypeVar("Answer")

_TXID = re.compile(r"[A-Za-z0-9]{26,35}")
_REFUND_REF = re.compile(r"(?P<e2eid>[A-Za-z0-9]{1,35}):(?P<id>[A-Za-z0-9]{1,35})")
_CODE = re.compile(r"[A-Za-z0-9_]{1,60}")
_REFUSALS = frozenset({400, 404, 409, 410, 422})


class PixProvider:
    """A channel's account at a bank. Keeps nothing but its access token, so any thread may use it.

    `webhook_secrets` prove webhooks (two while one is being replaced). Errors name codes and statuses,
    never the bank's own sentences: those may quote a name or a tax id.
    """

    name = "pix"
    needs_payer = False

    def __init__(
        self,
        bank: PixBank,
        webhook_secrets: tuple[str, ...],
        *,
        clock: Callable[[], float] = time.time,
        deadline: float = DEADLINE,
    ) -> None:
        self.live = bank.live
        self._bank = bank
        self._webhook_secrets = tuple(secret for secret in webhook_secrets if secret)
        self._clock = clock
        self._deadline = deadline

    def minimum(self, currency: str) -> Money | None:
        return pix_words.LEAST if currency == reais.CURRENCY else None

    def maximum(self, currency: str) -> Money | None:
        return pix_words.MOST if currency == reais.CURRENCY else Money(0, currency)

    def can_represent(self, amount: Money) -> bool:
        return amount.currency == reais.CURRENCY

    def open(self, request: ChargeRequest) -> ProviderCharge:
        reais.check(request, pix_words.LEAST, pix_words.MOST)
        call, path = self._call(), f"/cob/{pix_ids.txid_of(request.key)}"
        try:
            cob = call.ask("GET", path)
        except ProviderRefused as refusal:
            if refusal.provider_code != "resource_missing":
                raise
            body = pix_words.cob_body(request, self._bank.key, self._clock())
            cob = call.ask("PUT", path, body)
        charge = self._charge_of(cob)
        if charge.amount != request.amount:
            raise ProviderRefused("idempotency_error", "this key was used for another amount")
        if charge.state is ProviderState.OPEN and charge.pix_code is None:
            paid = reais.withdrawn(partial(self._closed, call), charge.ref)
            if paid is None:
                raise ProviderRefused("pix_code_wrong", "the bank's code does not pay this charge")
            return paid
        return charge

    def read(self, ref: str) -> ProviderCharge:
        return self._charge_of(self._call().ask("GET", _cob(ref)))

    def close(self, ref: str) -> ProviderCharge:
        return self._closed(self._call(), ref)

    def refund(self, charge: ProviderCharge, amount: Money, key: str) -> ProviderRefund:
        call, refund_id = self._call(), pix_ids.refund_id_of(key)
        cob = call.ask("GET", _cob(charge.ref))
        made = self._made(cob, refund_id)
        if made is None:
            paid = _understood(lambda: pix_words.check_refund(charge, cob, amount, self._clock()))
            e2eid = _understood(lambda: str(paid["endToEndId"]))
            path = _refund(e2eid, refund_id)
            made = self._ordered(call, path, e2eid, amount)
        if made.amount != amount:
            raise ProviderRefused("idempotency_error", "this key was used for another amount")
        return made

    def read_refund(self, ref: str) -> ProviderRefund:
        match = _REFUND_REF.fullmatch(ref)
        if match is None:
            raise ProviderRefused("resource_missing", "this is no refund of an API Pix")
        told = self._call().ask("GET", _refund(match["e2eid"], match["id"]))
        return _understood(lambda: pix_words.refund_of(told, match["e2eid"]))

    def refunds_of(self, charge: ProviderCharge) -> tuple[ProviderRefund, ...]:
        cob = self._call().ask("GET", _cob(charge.ref))
        return _understood(lambda: pix_words.refunds_of(pix_words.paid_of(cob)))

    def disputes_of(self, charge: ProviderCharge) -> tuple[ProviderDispute, ...]:  # noqa: ARG002
        return ()  # a PIX is not disputed; what a bank reverses comes as a refund

    def verify(
        self,
        body: bytes,
        headers: Mapping[str, str],  # noqa: ARG002 the secret is in the address
        query: Mapping[str, str],
        now: int,  # noqa: ARG002 nothing of it is dated
    ) -> tuple[ProviderEvent, ...]:
        return pix_webhook.verify(body, query, self._webhook_secrets, self.live)

    # --- setting it up ------------------------------------------------------------------------------

    def check(self) -> None:
        """Ask for something that changes nothing; raises ProviderLocked when the access is not accepted.

        Asked for is a charge that there is none of: what a bank says of the key is seen by then.
        """
        try:
            self._call().ask("GET", f"/cob/{'0' * 32}")
        except ProviderRefused as refusal:
            if refusal.provider_code != "resource_missing":
                raise

    def webhook_at(self) -> str:
        """Return the address that webhooks for the merchant's PIX key are sent to now, without its secret; or ""."""
        try:
            told = self._call().ask("GET", self._webhook())
        except ProviderRefused as refusal:
            if refusal.provider_code != "resource_missing":
                raise
            return ""
        return _understood(lambda: str(told["webhookUrl"]).partition("?")[0])

    def register_webhook(self, url: str, secret: str) -> None:
        """Have webhooks for the merchant's PIX key sent to `url`, proven by `secret`; one before it ends."""
        address = webhook_address(self._bank.manner, url, secret)
        # Efí would else call without its certificate first, and want to be turned away.
        headers = {"x-skip-mtls-checking": "true"} if self._bank.manner is Manner.EFI else {}
        self._call().ask("PUT", self._webhook(), {"webhookUrl": address}, headers)

    # --- inside -------------------------------------------------------------------------------------

    def _webhook(self) -> str:
        return f"/webhook/{quote(self._bank.key, safe='')}"

    def _call(self) -> _Call:
        return _Call(self._bank, self._deadline)

    def _ordered(self, call: _Call, path: str, e2eid: str, amount: Money) -> ProviderRefund:
        """Return the refund that is made now, or was under the same id by a call that crossed ours."""
        try:
            told = call.ask("PUT", path, {"valor": pix_words.amount_text(amount)})
        except ProviderRefused as refusal:
            try:
                told = call.ask("GET", path)
            except ProviderRefused:
                raise refusal from None
        return _understood(lambda: pix_words.refund_of(told, e2eid))

    def _made(self, cob: Mapping[str, Any], refund_id: str) -> ProviderRefund | None:
        found = _understood(lambda: pix_words.refunds_of(pix_words.paid_of(cob)))
        return next((one for one in found if one.ref.endswith(f":{refund_id}")), None)

    def _closed(self, call: _Call, ref: str) -> ProviderCharge:
        try:
            # Asking first would leave a gap to pay in.
            return self._charge_of(call.ask("PATCH", _cob(ref), pix_words.REMOVED))
        except ProviderRefused:
            charge = self._charge_of(call.ask("GET", _cob(ref)))
            if charge.state is ProviderState.OPEN:
                raise
            return charge

    def _charge_of(self, cob: Mapping[str, Any]) -> ProviderCharge:
        return _understood(lambda: pix_words.charge_of(cob, self.live, self._clock()))


class _Call:
    """The exchanges of one call of ours, with a token that is fetched anew once if need be."""

    def __init__(self, bank: PixBank, deadline: float) -> None:
        self._bank = bank
        try:
            tls = tls_with(bank.certificate) if bank.certificate else None
        except ValueError as problem:
            raise ProviderLocked(f"the channel's certificate is {problem}") from None
        self._wire = Wire("the bank", deadline, tls)

    def ask(
        self,
        method: str,
        path: str,
        body: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Mapping[str, Any]:
        """Return the object that the bank answers with; raises the port's errors."""
        token = pix_token.token_of(self._bank, self._wire)
        response = self._send(token, method, path, body, headers or {})
        if response.status_code == 401:
            token = pix_token.token_of(self._bank, self._wire, instead_of=token)
            response = self._send(token, method, path, body, headers or {})
        answer = _object(response)
        if not 200 <= response.status_code < 300:
            raise _failure(response.status_code, answer, f"{method} /{path.split('/')[1]}")
        if answer is None:
            raise ProviderUnavailable(f"the bank's answer to {method} makes no sense")
        return answer

    def _send(
        self,
        token: str,
        method: str,
        path: str,
        body: Mapping[str, Any] | None,
        extra: Mapping[str, str],
    ) -> requests.Response:
        headers = {"Authorization": f"Bearer {token}", "Accept": "application/json", **extra}
        if body is None:
            return self._wire.send(method, self._bank.base + path, headers)
        headers["Content-Type"] = "application/json"
        return self._wire.send(method, self._bank.base + path, headers, exact_json.dumps(body))


def _failure(
    status: int, answer: Mapping[str, Any] | None, call: str
) -> ProviderRefused | ProviderUnavailable:
    """Return our error for an answer that is no success: 429, 5xx and what is not JSON leave all open."""
    where = f"{call}: HTTP {status}"
    if status in (401, 403) and answer is not None:
        return ProviderLocked(f"the bank does not accept the access for {where}")
    if status not in _REFUSALS or answer is None:
        return ProviderUnavailable(f"the bank failed {where}")
    if status in (404, 410):
        return ProviderRefused("resource_missing", where)
    # RFC 7807, or Efí's older shape.
    kind, name = answer.get("type"), answer.get("nome")
    code = kind.rpartition("/")[2] if isinstance(kind, str) else name
    plain = isinstance(code, str) and _CODE.fullmatch(code)
    return ProviderRefused(str(code) if plain else "refused", where)


def _object(response: requests.Response) -> Mapping[str, Any] | None:
    if not response.content and response.status_code in (200, 201, 204):
        return {}  # what there is nothing to say of, such as a webhook that was set up
    try:
        answer = exact_json.loads(response.content)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None


def _understood(read: Callable[[], Answer]) -> Answer:
    try:
        return read()
    except (KeyError, TypeError, ValueError, AttributeError):
        raise ProviderUnavailable("the bank's answer makes no sense") from None


def _cob(ref: str) -> str:
    """Return the path of a charge; a ref that is no txid must not become another path."""
    if not _TXID.fullmatch(ref):
        raise ProviderRefused("resource_missing", "this is no txid")
    return f"/cob/{ref}"


def _refund(e2eid: str, refund_id: str) -> str:
    if not _REFUND_REF.fullmatch(f"{e2eid}:{refund_id}"):
        raise ProviderUnavailable("the bank's payment has no id")
    return f"/pix/{e2eid}/devolucao/{refund_id}"
