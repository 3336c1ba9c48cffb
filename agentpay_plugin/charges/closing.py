"""Closing a charge that the shopper does not want any more."""

from __future__ import annotations

from uuid import UUID

from agentpay_plugin.charges import asking, opening, settle
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.states import State, move
from agentpay_plugin.errors import ProviderRefused
from agentpay_plugin.lease import leased
from agentpay_plugin.models import Charge


def close(desk: Desk, charge_id: UUID) -> None:
    """Close a charge at its provider; one that was paid meanwhile is settled.

    Raises Busy and ProviderUnavailable: the charge is then as it was.
    """
    with leased(Charge, charge_id, clock=desk.clock) as owner:
        charge = _known(desk, Charge.objects.get(pk=charge_id))
        if State(charge.state) not in (State.OPEN, State.PROCESSING):
            return
        try:
            told = opening.provider_of(desk, charge).close(charge.provider_ref or "")
        except ProviderRefused:
            return
        if asking.take(desk, charge, told, by_us=True):
            settle.carry(desk, charge_id, owner)


def _known(desk: Desk, charge: Charge) -> Charge:
    """Return the charge once it is known what of it exists at the provider."""
    match State(charge.state):
        case State.PLANNED:
            move(charge.pk, State.PLANNED, State.CANCELLED, desk.clock())
        case State.OPENING:
            opening.ask(desk, charge)
        case State.UNKNOWN:
            opening.learn(desk, charge)
        case _:
            return charge
    return Charge.objects.get(pk=charge.pk)
