"""How much of a charge its order keeps, changed together on the charge's row and the order's."""

from __future__ import annotations

from django.db.models import F

from agentpay_plugin.charges.refund_rows import left
from agentpay_plugin.models import Charge, PaidOrder


def keep_less(charge: Charge) -> None:
    """An order keeps no more of a charge that is first in line than is left of it: the rest goes back."""
    _keep(charge, min(max(left(charge), 0) - charge.kept_minor, 0))


def keep_again(charge: Charge, minor: int) -> None:
    """An order keeps `minor` again of a charge that is first in line: it did not go back after all.

    Never more than what it kept once: what was overpaid is still to go back.
    """
    paid = PaidOrder.objects.filter(pk=charge.order_id).first()
    if paid:
        there = left(charge) - charge.kept_minor
        _keep(charge, max(min(minor, there, paid.gone_minor), 0))


def _keep(charge: Charge, more: int) -> None:
    Charge.objects.filter(pk=charge.pk).update(kept_minor=F("kept_minor") + more)
    PaidOrder.objects.filter(pk=charge.order_id).update(
        kept_minor=F("kept_minor") + more, gone_minor=F("gone_minor") - more
    )
