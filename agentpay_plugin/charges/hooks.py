"""What the shop's transaction hooks are answered with. The shop is only read here, never written to.

A key that is no planned charge's is a plain storefront's: its charge is made here. A repeated key gets
what is stored; one that was not answered by the provider is asked again under the same provider key.
"""

from __future__ import annotations

import secrets
from decimal import Decimal
from typing import Any
from uuid import uuid4

from agentpay_plugin.charges import answers, methods, opening, settle
from agentpay_plugin.charges.checks import Session, check
from agentpay_plugin.charges.desk import SETTLE_TASK, Desk
from agentpay_plugin.charges.guard import outside_transactions
from agentpay_plugin.charges.ports import ProviderState
from agentpay_plugin.charges.states import State, move
from agentpay_plugin.errors import (
    Busy,
    InvalidInput,
    ProviderRefused,
    ProviderUnavailable,
    ShopRefused,
    ShopUnavailable,
)
from agentpay_plugin.lease import leased
from agentpay_plugin.models import Charge
from agentpay_plugin.money import Money

__all__ = ["Session", "gateway_data", "initialize", "process"]

_TRY_AGAIN = "The shop did not answer. Please try again."


@outside_transactions
def gateway_data(desk: Desk, channel: str, amount: Decimal, currency: str) -> dict[str, Any]:
    """Return the methods this amount can be paid by: `{"methods": [{"id", "minimum", "maximum"}]}`."""
    try:
        found = methods.offered(desk, channel, Money.of(amount, currency))
    except ValueError:
        found = ()
    return {"methods": [methods.described(desk, channel, method, currency) for method in found]}


@outside_transactions
def initialize(desk: Desk, session: Session) -> dict[str, Any]:
    """Open the charge of a session, or return what is stored of it. See `answers.answer`."""
    try:
        charge = _charge(desk, session)
        with leased(Charge, charge.pk, clock=desk.clock):
            _open(desk, session, Charge.objects.get(pk=charge.pk))
    except InvalidInput as refused:
        return answers.refusal(refused)
    except (ShopUnavailable, ShopRefused):
        return answers.failure("try_again", _TRY_AGAIN)
    except Busy:
        pass
    return answers.answer(Charge.objects.get(pk=charge.pk))


@outside_transactions
def process(desk: Desk, session: Session) -> dict[str, Any]:
    """Ask the provider how a session's charge stands. What follows from a payment is done elsewhere."""
    charge = Charge.objects.filter(transaction_id=session.transaction_id).last()
    if charge is None:
        return answers.failure("not_found", "There is no charge for this transaction.")
    try:
        with leased(Charge, charge.pk, clock=desk.clock):
            news = _news(desk, Charge.objects.get(pk=charge.pk))
    except (Busy, ProviderUnavailable, ProviderRefused):
        news = False
    if news:
        desk.wake(SETTLE_TASK, str(charge.pk))
    return answers.answer(Charge.objects.get(pk=charge.pk))


def _charge(desk: Desk, session: Session) -> Charge:
    """Return the charge of the session's key, a new one if it is a storefront's first call."""
    charge = Charge.objects.filter(transaction_key=session.key).first()
    if charge is None:
        checked = check(desk, session, None)
        charge, _ = Charge.objects.get_or_create(
            transaction_key=session.key,
            defaults=planned_fields(desk)
            | {
                "provider": checked.provider_name,
                "method": checked.method,
                "channel": session.channel,
                "source_kind": checked.source.kind.value,
                "source_id": session.source_id,
                "amount_minor": checked.amount.minor,
                "currency": checked.amount.currency,
            },
        )
    if charge.source_id != session.source_id:
        raise InvalidInput("idempotencyKey", "This key is taken by another payment.", "key_taken")
    return charge


def planned_fields(desk: Desk) -> dict[str, Any]:
    """Return what every new charge begins with; a plan that nobody carries out is dropped later."""
    charge_id, now = uuid4(), desk.clock()
    return {
        "id": charge_id,
        "state": State.PLANNED.value,
        "told_state": State.PLANNED.value,
        "provider_key": f"{charge_id}:1",
        "return_id": secrets.token_urlsafe(32),
        "next_check_at": now + settle.PLAN_LIFETIME,
        "state_since": now,
        "created_at": now,
    }


def _open(desk: Desk, session: Session, charge: Charge) -> None:
    match State(charge.state):
        case State.PLANNED:
            _begin(desk, session, charge)
        case State.OPENING | State.UNKNOWN:
            opening.retry(desk, charge)
        case _:
            return


def _begin(desk: Desk, session: Session, charge: Charge) -> None:
    try:
        checked = check(desk, session, charge if charge.conversation_id else None)
    except InvalidInput as refused:
        told, now = State.REFUSED.value, desk.clock()
        move(
            charge.pk, State.PLANNED, State.REFUSED, now, reason=refused.code[:60], told_state=told
        )
        raise
    opening.begin(desk, charge, session, checked)


def _news(desk: Desk, charge: Charge) -> bool:
    """Ask the provider; say whether there is something to settle."""
    state = State(charge.state)
    if state not in (State.OPEN, State.PROCESSING):
        return state is State.PAID
    told = opening.provider_of(desk, charge).read(charge.provider_ref or "")
    if told.state is ProviderState.PAID:
        settle.take(desk, charge, told)
    return told.state is not ProviderState.OPEN
