"""Saleor's transaction hooks, translated into the money shell's words and back."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import graphene
from saleor.payment.interface import (
    PaymentGatewayData,
    TransactionActionData,
    TransactionSessionData,
    TransactionSessionResult,
)

from agentpay_plugin.charges import capture_requests, hooks, refund_requests
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.ports import Asked
from agentpay_plugin.saleor import wiring
from agentpay_plugin.saleor.app_account import IDENTIFIER
from agentpay_plugin.saleor.configuration import channel_key
from agentpay_plugin.saleor.requests import name_of

logger = logging.getLogger(__name__)


def payment_gateway_initialize_session(
    amount: Decimal,
    asked: list[PaymentGatewayData] | None,
    source: Any,
    previous: list[PaymentGatewayData] | None,
) -> list[PaymentGatewayData]:
    """Return the other gateways' entries and ours, if it was asked for.

    None asks for all that can be paid by: then ours is left out when it offers no method.
    """
    others = [entry for entry in previous or [] if entry.app_identifier != IDENTIFIER]
    if asked and IDENTIFIER not in [entry.app_identifier for entry in asked]:
        return others
    data = hooks.gateway_data(
        wiring.charges_desk(), channel_key(source.channel_id), Decimal(amount), source.currency
    )
    if not asked and not data["methods"]:
        return others
    return [*others, PaymentGatewayData(app_identifier=IDENTIFIER, data=data)]


def transaction_initialize_session(
    session: TransactionSessionData, previous: TransactionSessionResult | None
) -> TransactionSessionResult | None:
    """Open the charge of a transaction of ours; its answer replaces the error of Saleor's webhook plugin."""
    return _answer(hooks.initialize, session, previous)


def transaction_process_session(
    session: TransactionSessionData, previous: TransactionSessionResult | None
) -> TransactionSessionResult | None:
    """Ask the provider about the charge of a transaction of ours."""
    return _answer(hooks.process, session, previous)


def transaction_refund_requested(asked: TransactionActionData) -> None:
    """Take on, or refuse, what is asked back of a transaction of ours: on the order page, or by Saleor itself."""
    _request(refund_requests.ask_back, asked)


def transaction_charge_requested(asked: TransactionActionData) -> None:
    """Take on, or refuse, to capture what is reserved by a transaction of ours."""
    _request(capture_requests.ask_capture, asked)


def transaction_cancelation_requested(asked: TransactionActionData) -> None:
    """Take on, or refuse, to let go of what is reserved: on the order page, or by Saleor itself."""
    _request(capture_requests.ask_release, asked)


def _request(ask: Callable[[Desk, Asked], None], asked: TransactionActionData) -> None:
    if not _is_ours(asked):
        return
    request = Asked(
        request_id=name_of(asked.event),
        transaction_id=_transaction_id(asked.transaction),
        amount=Decimal(asked.action_value),
        currency=asked.transaction.currency,
        has_order=asked.transaction.order_id is not None,
    )
    try:
        ask(wiring.charges_desk(), request)
    except Exception:
        # A door: Saleor releases the funds of many checkouts in one go. What was written down is carried out.
        logger.exception("request %s was not answered", request.request_id)
    # Saleor answers whoever asked with this very object.
    asked.transaction.refresh_from_db()


def _is_ours(asked: TransactionActionData) -> bool:
    return asked.transaction.app_identifier == IDENTIFIER and asked.event is not None


def _transaction_id(transaction: Any) -> str:
    return str(graphene.Node.to_global_id("TransactionItem", transaction.token))


def _answer(
    hook: Callable[[Desk, hooks.Session], Mapping[str, Any]],
    session: TransactionSessionData,
    previous: TransactionSessionResult | None,
) -> TransactionSessionResult | None:
    if session.payment_gateway_data.app_identifier != IDENTIFIER:
        return previous
    response = hook(wiring.charges_desk(), _ours(session))
    return TransactionSessionResult(app_identifier=IDENTIFIER, response=dict(response))


def _ours(session: TransactionSessionData) -> hooks.Session:
    source, data = session.source_object, session.payment_gateway_data.data
    return hooks.Session(
        transaction_id=_transaction_id(session.transaction),
        source_id=graphene.Node.to_global_id(type(source).__name__, source.pk),
        channel=channel_key(source.channel_id),
        amount=Decimal(session.action.amount),
        currency=session.action.currency,
        key=session.idempotency_key or "",
        data=data if isinstance(data, Mapping) else {},
        action=session.action.action_type,
    )
