"""What the shop's transaction hooks are answered with. The shop is only read here, never written to.

A key that is no planned charge's is a plain storefront's: its charge is made here. A repeated key gets
what is stored; one that was not answered by the provider is asked again under the same provider key.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from agentpay_plugin.charges import answers, asking, inbox, methods, opening
from agentpay_plugin.charges.checks import Checked, Session, check
from agentpay_plugin.charges.desk import SETTLE_TASK, Desk
from agentpay_plugin.charges.guard import outside_transactions
from agentpay_plugin.charges.opening import plan
from agentpay_plugin.charges.states import State, move
from agentpay_plugin.charges.telling import tell
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
    """Return the methods this amount can be paid by, the best first.

    `{"methods": [{"id", "minimum", "maximum", "needsPayer"}]}`
    """
    try:
        found = methods.offered(desk, channel, Money.of(amount, currency))
    except ValueError:
        found = ()
    return {"methods": [methods.described(desk, channel, method, currency) for method in found]}


@outside_transactions
def initialize(desk: Desk, session: Session) -> dict[str, Any]:
    """Open the charge of a session, or return what is stored of it. See `answers.answer`."""
    try:
        charge, checked = _charge(desk, session)
        with leased(Charge, charge.pk, clock=desk.clock):
            _open(desk, session, Charge.objects.get(pk=charge.pk), checked)
        inbox.wake_waiting(desk, charge.pk)
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
            paid = _look(desk, Charge.objects.get(pk=charge.pk))
    except (Busy, ProviderUnavailable, ProviderRefused):
        paid = False
    if paid:
        desk.wake(SETTLE_TASK, str(charge.pk))
    return answers.answer(Charge.objects.get(pk=charge.pk))


def _charge(desk: Desk, session: Session) -> tuple[Charge, Checked | None]:
    """Return the charge of the session's key; a storefront's first call makes one if it may be charged."""
    if not session.key:
        raise InvalidInput("idempotencyKey", "A payment needs a key.", "key_missing")
    charge = Charge.objects.filter(transaction_key=session.key).first()
    checked = None
    if charge is None:
        checked = check(desk, session, None)
        charge, _ = Charge.objects.get_or_create(
            transaction_key=session.key,
            defaults=plan(desk)
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
    return charge, checked


def _open(desk: Desk, session: Session, charge: Charge, checked: Checked | None) -> None:
    match State(charge.state):
        case State.PLANNED:
            checked = checked or _check_planned(desk, session, charge)
            opening.begin(desk, charge, session, checked)
        case State.OPENING | State.UNKNOWN:
            opening.retry(desk, charge)
        case _:
            return


def _check_planned(desk: Desk, session: Session, charge: Charge) -> Checked:
    try:
        return check(desk, session, charge if charge.conversation_id else None)
    except InvalidInput as refused:
        told = {"reason": refused.code[:60], "told_state": State.REFUSED.value}
        move(charge.pk, State.PLANNED, State.REFUSED, desk.clock(), fields=told)
        raise


def _look(desk: Desk, charge: Charge) -> bool:
    """Ask the provider; say whether the charge is to be settled. The shop hears the rest as our answer."""
    state = State(charge.state)
    if state not in (State.OPEN, State.PROCESSING):
        return state is State.PAID
    told = opening.provider_of(desk, charge).read(charge.provider_ref or "")
    paid = asking.take(desk, charge, told, report=False)
    if not paid:
        tell(desk, charge.pk)
    return paid
