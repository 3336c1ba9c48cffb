"""Telling whoever listens that a charge stands otherwise than they were told last."""

from __future__ import annotations

from uuid import UUID

from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.states import State
from agentpay_plugin.charges.view import TOLD_AS, told_as
from agentpay_plugin.conversation.state import ChargeState
from agentpay_plugin.models import Charge

# Whoever began to open it hears how that ended.
QUIET = frozenset({State.PLANNED, State.OPENING})


def tell(desk: Desk, charge_id: UUID) -> None:
    """Call `desk.changed` if the charge means something new to a shopper, and remember it. Wants the lease."""
    charge = Charge.objects.get(pk=charge_id)
    state, told = State(charge.state), State(charge.told_state or State.PLANNED)
    if state is told or state in QUIET:
        return
    if told_as(charge) is not TOLD_AS[told]:
        desk.changed(charge_id)
    same = Charge.objects.filter(pk=charge_id, told_state=charge.told_state)
    same.update(told_state=state.value)


def tell_of_refunds(desk: Desk, charge_id: UUID) -> None:
    """Call `desk.changed` for a charge whose order stands: what goes back of it may have changed.

    Whoever listens knows from the amounts what is new to them. A kill repeats it.
    """
    if told_as(Charge.objects.get(pk=charge_id)) is ChargeState.ORDERED:
        desk.changed(charge_id)
