"""What is counted of a chat's payments whether or not its conversation can still be told of them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from agentpay_plugin.analytics.events import Name, charge_event
from agentpay_plugin.models import Charge

_ORDERED = ("completed", "confirmed")  # the order stands (charges/states.py)


def count_changed(charge_id: UUID, now: datetime) -> None:
    """Count a charge whose order stands, once: also that of a conversation erased since."""
    charge = _of_a_chat(charge_id)
    if charge is not None and charge.state in _ORDERED:
        charge_event(charge, Name.PAYMENT_COMPLETED, now)


def count_declined(charge_id: UUID, now: datetime) -> None:
    """Count a charge that the buyer's bank turned down, once."""
    charge = _of_a_chat(charge_id)
    if charge is not None:
        charge_event(charge, Name.PAYMENT_FAILED, now)


def _of_a_chat(charge_id: UUID) -> Charge | None:
    return Charge.objects.filter(pk=charge_id, conversation_id__isnull=False).first()
