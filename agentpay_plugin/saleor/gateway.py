"""Saleor's transaction hooks, translated into the money shell's words and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import graphene
from saleor.payment.interface import (
    PaymentGatewayData,
    TransactionSessionData,
    TransactionSessionResult,
)

from agentpay_plugin.charges import hooks
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.saleor import wiring
from agentpay_plugin.saleor.app_account import IDENTIFIER
from agentpay_plugin.saleor.configuration import channel_key


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
        transaction_id=graphene.Node.to_global_id("TransactionItem", session.transaction.token),
        source_id=graphene.Node.to_global_id(type(source).__name__, source.pk),
        channel=channel_key(source.channel_id),
        amount=Decimal(session.action.amount),
        currency=session.action.currency,
        key=session.idempotency_key or "",
        data=data if isinstance(data, Mapping) else {},
        action=session.action.action_type,
    )
