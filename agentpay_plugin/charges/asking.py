"""What a provider says of a charge, and what that makes of it. Webhooks are never believed, only this."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from agentpay_plugin.charges import blind, schedule, view
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.holding import hold
from agentpay_plugin.charges.methods import PIX
from agentpay_plugin.charges.opening import provider_of
from agentpay_plugin.charges.ports import ProviderCharge, ProviderState, Report, ReportKind
from agentpay_plugin.charges.reserve import Reserve
from agentpay_plugin.charges.states import FINAL, UNPAID, State, move
from agentpay_plugin.errors import NoProvider, ProviderLocked, ProviderRefused, ShopRefused
from agentpay_plugin.models import Charge

logger = logging.getLogger(__name__)

_UNREADABLE_FOR = timedelta(days=1)
_UNPAID_THERE = (ProviderState.OPEN, ProviderState.EXPIRED, ProviderState.CANCELLED)


def ask(desk: Desk, charge: Charge) -> bool:
    """Ask the provider; True when the charge moved on and there is more to do at once."""
    provider, ref = provider_of(desk, charge), charge.provider_ref or ""
    try:
        told = provider.read(ref)
        Charge.objects.filter(pk=charge.pk).update(asked_at=desk.clock())
        blind.seen(charge)
        if told.state is ProviderState.OPEN and _is_to_be_closed(desk, charge):
            told = provider.close(ref)
            if told.state is ProviderState.CANCELLED:
                told = replace(
                    told, state=ProviderState.EXPIRED
                )  # its time was over, nobody chose it
    except ProviderRefused as refusal:
        return _unreadable(desk, charge, refusal)
    return take(desk, charge, told)


def find(desk: Desk, charge: Charge, ref: str) -> None:
    """Open a charge that its provider seemed to refuse, should it know it as `ref` and have money for it.

    What can only be paid yet is closed: nobody waits for it. Raises ProviderUnavailable.
    """
    if State(charge.state) is not State.REFUSED:
        return
    try:
        provider = provider_of(desk, charge)
        told = provider.read(ref)
        if told.reference != str(charge.pk):
            return
        if told.state is ProviderState.OPEN:
            told = provider.close(ref)
    except (ProviderRefused, ProviderLocked, NoProvider) as problem:
        logger.error("charge %s: refused, and a webhook names it; %s", charge.pk, problem.code)
        return
    if told.state in _UNPAID_THERE:
        return
    logger.error("charge %s: refused, and there all the same", charge.pk)
    fields = {"provider_ref": told.ref, "reason": ""}
    move(charge.pk, State.REFUSED, State.OPEN, desk.clock(), fields=fields)


def take(
    desk: Desk, charge: Charge, told: ProviderCharge, *, by_us: bool = False, report: bool = True
) -> bool:
    """Move the charge as the provider says; True when it is paid and there is more to do.

    `by_us`: we asked the provider to close it, so that an expiry is a cancellation. `report` False: the
    shop hears of a final failure from our caller. A held charge is one that could not be asked about.
    """
    state = State(charge.state)
    held = state is State.HELD
    is_over = state in FINAL and not held
    match told.state:
        case ProviderState.PAID | ProviderState.AUTHORIZED:
            return _paid(desk, charge, told)
        case ProviderState.EXPIRED | ProviderState.CANCELLED:
            expired = told.state is ProviderState.EXPIRED and not by_us
            if not is_over:
                _over(desk, charge, State.EXPIRED if expired else State.CANCELLED, report)
        case ProviderState.PROCESSING:
            again = schedule.slow_at(desk.clock(), charge.tries)
            if state is State.OPEN or held:
                fields = {"payment_ref": told.payment_ref or ""}
                move(charge.pk, state, State.PROCESSING, desk.clock(), due=again, fields=fields)
            elif not is_over:
                schedule.wait(charge, again)
        case ProviderState.OPEN:
            again = schedule.open_at(desk.clock(), charge.tries, charge.expires_at)
            if held:
                return move(charge.pk, state, State.OPEN, desk.clock(), fields={"reason": ""})
            if not is_over:
                schedule.wait(charge, again)
        case _:
            assert_never(told.state)
    return False


def _is_to_be_closed(desk: Desk, charge: Charge) -> bool:
    """Say whether nobody may pay any more: its time is over, or it was closed before, as far as we knew."""
    state = State(charge.state)
    overdue = charge.expires_at is not None and desk.clock() >= charge.expires_at
    return state in UNPAID or (state is State.OPEN and overdue)


def _paid(desk: Desk, charge: Charge, told: ProviderCharge) -> bool:
    facts = {"payment_ref": told.payment_ref or "", "external_url": told.external_url or ""}
    state, now = State(charge.state), desk.clock()
    if told.amount != view.amount(charge):
        if state is State.HELD:
            Charge.objects.filter(pk=charge.pk, state=state.value).update(
                **facts, reason="amount_mismatch"
            )
        else:
            hold(desk, charge, "amount_mismatch", facts)
        return False
    desk.reached("settle.paid")
    if charge.reserve or told.state is ProviderState.AUTHORIZED:
        # Captured or not: it is booked as reserved first, and what became of it since is found out then.
        facts |= {"reserve": Reserve.STANDS.value}
    move(charge.pk, state, State.PAID, now, fields=facts | {"reason": ""})
    return True


def _over(desk: Desk, charge: Charge, target: State, report: bool) -> None:
    """Close the books on a charge that can no longer be paid: reported first, so that a kill repeats it."""
    if report and charge.transaction_id:
        try:
            desk.books(charge.channel).report(
                Report(
                    transaction_id=charge.transaction_id,
                    kind=ReportKind.AUTHORIZATION_FAILURE
                    if charge.reserve
                    else ReportKind.CHARGE_FAILURE,
                    amount=view.amount(charge),
                    psp_reference=charge.provider_ref or "",
                    message=f"The payment was {target.value}; nothing was taken.",
                )
            )
        except ShopRefused as refusal:
            logger.warning("charge %s: failure not reported, %s", charge.pk, refusal.shop_code)
    now = desk.clock()
    due = schedule.late_at(now, 0) if charge.method == PIX else None
    move(charge.pk, State(charge.state), target, now, due=due, fields={"reason": ""})


def _unreadable(desk: Desk, charge: Charge, refusal: ProviderRefused) -> bool:
    """A charge that its provider will not tell of (other keys, perhaps): named for the merchant after a day."""
    logger.warning("charge %s: provider refuses to tell, %s", charge.pk, refusal.provider_code)
    now = desk.clock()
    if State(charge.state) in FINAL:
        return False
    if now - (charge.expires_at or charge.created_at) > _UNREADABLE_FOR:
        hold(desk, charge, "provider_unreadable")
    else:
        schedule.wait(charge, schedule.slow_at(now, charge.tries))
    return False
