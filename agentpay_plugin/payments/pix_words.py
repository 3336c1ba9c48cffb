"""Our charge in the API Pix's words and back: what is sent, and what an answer means. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, assert_never

from agentpay_plugin.charges.ports import (
    ChargeRequest,
    ProviderCharge,
    ProviderRefund,
    ProviderState,
    RefundState,
)
from agentpay_plugin.errors import ProviderRefused
from agentpay_plugin.money import Money
from agentpay_plugin.payments import brcode, reais
from agentpay_plugin.payments.pix_ids import reference_of, refund_key_of
from agentpay_plugin.payments.reais import CURRENCY, text

LEAST = Money(1, CURRENCY)
MOST = Money(999_999_999_999, CURRENCY)  # ten digits before the point
REFUNDABLE_FOR = 90 * 24 * 60 * 60  # seconds from the payment on

_NAME_LENGTH = 200
_PAYEE_TEXT_LENGTH = 140
_AMOUNT = re.compile(r"[0-9]{1,10}\.[0-9]{2}")


class _Status(StrEnum):
    ATIVA = "ATIVA"
    CONCLUIDA = "CONCLUIDA"
    REMOVIDA_PELO_USUARIO_RECEBEDOR = "REMOVIDA_PELO_USUARIO_RECEBEDOR"
    REMOVIDA_PELO_PSP = "REMOVIDA_PELO_PSP"


class _RefundStatus(StrEnum):
    EM_PROCESSAMENTO = "EM_PROCESSAMENTO"
    DEVOLVIDO = "DEVOLVIDO"
    NAO_REALIZADO = "NAO_REALIZADO"


REMOVED: Mapping[str, Any] = {"status": _Status.REMOVIDA_PELO_USUARIO_RECEBEDOR.value}


def cob_body(request: ChargeRequest, key: str, now: float) -> dict[str, Any]:
    """Return the immediate charge to make; `key` is the merchant's PIX key. It lives from `now` on."""
    body: dict[str, Any] = {
        "calendario": {"expiracao": max(1, request.expires_at - int(now))},
        "valor": {"original": amount_text(request.amount)},
        "chave": key,
    }
    if bought := reais.described(request, _PAYEE_TEXT_LENGTH):
        body["solicitacaoPagador"] = bought
    if request.payer is not None:
        kind = "cpf" if len(request.payer.tax_id) == 11 else "cnpj"
        body["devedor"] = {kind: request.payer.tax_id, "nome": request.payer.name[:_NAME_LENGTH]}
    return body


def amount_text(amount: Money) -> str:
    """Return an amount as the API writes it."""
    return format(amount.amount, "f")


def charge_of(cob: Mapping[str, Any], live: bool, now: float) -> ProviderCharge:
    """Return what an immediate charge says; an active one whose time is over has expired.

    A code that is not what it must be is left out. Raises KeyError, TypeError or ValueError for an
    answer that is no such charge.
    """
    txid, calendar = text(cob["txid"]), cob["calendario"]
    made, life = datetime.fromisoformat(text(calendar["criacao"])), _whole(calendar["expiracao"])
    if made.tzinfo is None:
        raise ValueError("a moment without its zone")
    expires_at = int(made.timestamp()) + life
    paid = paid_of(cob)
    amount = money(paid["valor"] if paid else cob["valor"]["original"])
    state = _state(_Status(cob["status"]), paid is not None, expires_at <= now)
    return ProviderCharge(
        ref=txid,
        state=state,
        amount=amount,
        page_url=None,
        expires_at=expires_at,
        payment_ref=text(paid["endToEndId"]) if paid else None,
        reference=reference_of(txid),
        live=live,
        pix_code=_code(cob, amount) if state is ProviderState.OPEN else None,
    )


def paid_of(cob: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the payment of a charge; None while there is none."""
    payments: Sequence[Mapping[str, Any]] = cob.get("pix") or []
    return payments[0] if payments else None


def refunds_of(paid: Mapping[str, Any] | None) -> tuple[ProviderRefund, ...]:
    """Return the refunds of a payment, the newest first; raises as `charge_of` does."""
    if paid is None:
        return ()
    given = refunds_in(paid)
    e2eid = text(paid["endToEndId"])
    made = sorted(given, key=lambda one: str(one["horario"].get("solicitacao", "")))
    return tuple(refund_of(one, e2eid) for one in reversed(made))


def refunds_in(paid: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the refunds of a payment as they stand there: a list, or in some banks' words a single one."""
    given = paid.get("devolucoes") or []
    return [given] if isinstance(given, dict) else list(given)


def refund_of(refund: Mapping[str, Any], e2eid: str) -> ProviderRefund:
    """Return what a refund says. Its name holds its payment's, since it is asked for by both."""
    name = text(refund["id"])
    return ProviderRefund(
        ref=f"{e2eid}:{name}",
        state=_refund_state(_RefundStatus(refund["status"])),
        amount=money(refund["valor"]),
        key=refund_key_of(name),
    )


def check_refund(
    charge: ProviderCharge, cob: Mapping[str, Any], amount: Money, now: float
) -> Mapping[str, Any]:
    """Return the payment to give `amount` back of; raises ProviderRefused when that cannot be."""
    paid = paid_of(cob)
    if paid is None:
        raise ProviderRefused("charge_not_paid", f"{charge.ref} has no payment to give back")
    given = [one for one in refunds_of(paid) if one.state is not RefundState.FAILED]
    before = sum(one.amount.minor for one in given)
    if amount.minor <= 0 or before + amount.minor > money(paid["valor"]).minor:
        raise ProviderRefused("charge_already_refunded", f"{charge.ref} has not that much left")
    if datetime.fromisoformat(text(paid["horario"])).timestamp() + REFUNDABLE_FOR < now:
        raise ProviderRefused("refund_window_over", "PIX gives nothing back after 90 days")
    return paid


def money(value: object) -> Money:
    """Return an amount that the API writes; raises TypeError or ValueError."""
    if not _AMOUNT.fullmatch(text(value)):
        raise ValueError("an amount in another form")
    return Money.of(text(value), CURRENCY)


def _code(cob: Mapping[str, Any], amount: Money) -> str | None:
    code = cob.get("pixCopiaECola")
    try:
        brcode.verified(code if isinstance(code, str) else "", amount)
    except brcode.BadBrCode:
        return None
    return str(code)


def _state(status: _Status, is_paid: bool, is_over: bool) -> ProviderState:
    match status:
        case _Status.ATIVA:
            return ProviderState.EXPIRED if is_over else ProviderState.OPEN
        case _Status.CONCLUIDA:
            # Concluded without its payment is an answer in the middle of it.
            return ProviderState.PAID if is_paid else ProviderState.PROCESSING
        case _Status.REMOVIDA_PELO_USUARIO_RECEBEDOR | _Status.REMOVIDA_PELO_PSP:
            return ProviderState.EXPIRED
        case _:
            assert_never(status)


def _refund_state(status: _RefundStatus) -> RefundState:
    match status:
        case _RefundStatus.EM_PROCESSAMENTO:
            return RefundState.PENDING
        case _RefundStatus.DEVOLVIDO:
            return RefundState.SUCCEEDED
        case _RefundStatus.NAO_REALIZADO:
            return RefundState.FAILED
        case _:
            assert_never(status)


def _whole(value: object) -> int:
    # Some banks write this number as a text, as the specification's own example does.
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{type(value).__name__} where a whole number was due")
    return value
