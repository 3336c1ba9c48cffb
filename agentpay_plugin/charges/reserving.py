"""What was reserved is captured or let go, by us or by the merchant at the provider: asked, and written down once.

The provider decides between a capture and a release that cross; the charge's row is locked while its word is
written down.
"""

from __future__ import annotations

from uuid import uuid4

from django.db import transaction

from agentpay_plugin.charges import blind, refund_rows, reserve, schedule, view
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.keeping import keep_less
from agentpay_plugin.charges.opening import provider_of
from agentpay_plugin.charges.ports import ProviderCharge, ProviderState, Reserving
from agentpay_plugin.charges.refund_rows import LAPSED, LET_GO_THERE, NOT_CAPTURED, Step, left
from agentpay_plugin.charges.reserve import Reserve, Taking
from agentpay_plugin.charges.states import State, first_in_line, move
from agentpay_plugin.errors import ProviderRefused
from agentpay_plugin.models import Capture, Charge, Refund
from agentpay_plugin.money import Money

_OVER = (ProviderState.PAID, ProviderState.CANCELLED)


def capture(desk: Desk, charge: Charge, amount: Money, key: str) -> tuple[ProviderCharge, str]:
    """Take `amount`; returns the charge as it is then, and why it was refused, if it was."""
    provider = _reserving(desk, charge)
    try:
        told = provider.capture(view.as_paid(charge), amount, key)
    except ProviderRefused as refusal:
        return _read(desk, charge), refusal.provider_code
    return told if told.state is ProviderState.PAID else _read(desk, charge), ""


def let_go(desk: Desk, charge: Charge, key: str) -> tuple[ProviderCharge, str]:
    """Let go of all of it; returns the charge as it is then, and why it was refused, if it was."""
    provider = _reserving(desk, charge)
    try:
        told = provider.release(view.as_paid(charge), key)
    except ProviderRefused as refusal:
        return _read(desk, charge), refusal.provider_code
    desk.reached("release.provider_released")
    return told, ""


def watch(desk: Desk, charge: Charge) -> bool:
    """Ask about a charge that waits to be captured; True when it moved on."""
    if look(desk, charge):
        return move(charge.pk, State.RESERVED, State.COMPLETED, desk.clock())
    schedule.wait(charge, schedule.reserved_at(desk.clock(), charge.tries))
    return False


def look(desk: Desk, charge: Charge) -> bool:
    """Ask whether what is reserved was captured or let go at the provider; True when it is reserved no more."""
    if not reserve.is_reserved(charge):
        return True
    try:
        told = _read(desk, charge)
    except ProviderRefused:
        return False
    Charge.objects.filter(pk=charge.pk).update(asked_at=desk.clock())
    blind.seen(charge)
    if told.state not in _OVER:
        return False
    note(desk, charge, told)
    return True


def note(desk: Desk, charge: Charge, told: ProviderCharge) -> None:
    """Write down that what was reserved was captured or let go, in one transaction with what its order keeps."""
    with transaction.atomic():
        charge = first_in_line(charge.pk)
        stands = Charge.objects.filter(pk=charge.pk, reserve=Reserve.STANDS.value)
        if told.state not in _OVER or not stands.update(reserve=Reserve.OVER.value):
            return
        if told.state is ProviderState.PAID:
            _note_captured(desk, charge, told.captured or told.amount)
        else:
            _note_let_go(desk, charge, LAPSED if told.has_lapsed else LET_GO_THERE)
        if charge.order_id:
            keep_less(charge)


def _note_captured(desk: Desk, charge: Charge, taken: Money) -> None:
    ours = reserve.unfinished(charge).filter(amount_minor=taken.minor, state=Taking.ASKED.value)
    if not ours.update(state=Taking.SUCCEEDED.value):
        Capture.objects.create(
            charge=charge,
            amount_minor=taken.minor,
            currency=taken.currency,
            provider_key=f"{charge.pk}:captured",
            state=Taking.SUCCEEDED.value,
            created_at=desk.clock(),
        )
    rest = charge.amount_minor - taken.minor
    if rest > 0:
        _write_release(desk, charge, rest, NOT_CAPTURED)


def _note_let_go(desk: Desk, charge: Charge, reason: str) -> None:
    ours = refund_rows.unfinished(charge).filter(is_release=True)
    if not ours.update(state=Step.SUCCEEDED.value):
        _write_release(desk, charge, left(charge), reason)


def _write_release(desk: Desk, charge: Charge, minor: int, reason: str) -> None:
    """Write down what was let go already, and only the shop is to be told of."""
    Refund.objects.create(
        id=uuid4(),
        charge=charge,
        reason=reason,
        amount_minor=minor,
        currency=charge.currency,
        provider_key=f"{charge.pk}:{reason}",
        is_release=True,
        state=Step.SUCCEEDED.value,
        created_at=desk.clock(),
    )


def _read(desk: Desk, charge: Charge) -> ProviderCharge:
    return provider_of(desk, charge).read(charge.provider_ref or "")


def _reserving(desk: Desk, charge: Charge) -> Reserving:
    provider = provider_of(desk, charge)
    if not isinstance(provider, Reserving):
        raise ProviderRefused("not_reserving", f"{charge.provider} reserves no money")
    return provider
