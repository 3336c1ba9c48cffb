"""What is counted of a chat's payments whether or not its conversation can still be told of them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from agentpay_plugin.analytics.events import Name, charge_event
from agentpay_plugin.models import Charge

# States of a charge (charges/states.py). One that is held may never have been begun.
_ORDERED = ("completed", "reserved", "confirmed")
_BEGUN = ("processing", "paid", "reported", "refunding", "refunded", *_ORDERED)
_ENDED = ("expired",)


def count_changed(charge_id: UUID, now: datetime) -> None:
    """Count a charge that was begun, whose order stands, or that ran out, once each.

    Also that of a conversation erased since.
    """
    charge = _of_a_chat(charge_id)
    if charge is None:
        return
    for name, states in (
        (Name.PAYMENT_INITIATED, _BEGUN),
        (Name.PAYMENT_COMPLETED, _ORDERED),
        (Name.PAYMENT_FAILED, _ENDED),
    ):
        if charge.state in states:
            charge_event(charge, name, now)


def count_declined(charge_id: UUID, now: datetime) -> None:
    """Count a charge that the buyer's bank turned down, once."""
    charge = _of_a_chat(charge_id)
    if charge is not None:
        charge_event(charge, Name.PAYMENT_FAILED, now)


def _of_a_chat(charge_id: UUID) -> Charge | None:
    return Charge.objects.filter(pk=charge_id, conversation_id__isnull=False).first()
