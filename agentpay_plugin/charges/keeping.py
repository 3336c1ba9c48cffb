"""How much of a charge its order keeps, changed together on the charge's row and the order's."""

from __future__ import annotations

from django.db.models import F, QuerySet

from agentpay_plugin.charges.refund_rows import left
from agentpay_plugin.errors import Busy
from agentpay_plugin.models import Charge, PaidOrder

_MOST_TRIES = 10


def keep_less(charge: Charge) -> None:
    """An order keeps no more of a charge that is first in line than is left of it: the rest goes back."""
    less = min(max(left(charge), 0) - charge.kept_minor, 0)
    _keep(charge, less, PaidOrder.objects.filter(pk=charge.order_id))


def keep_again(charge: Charge, minor: int) -> None:
    """An order keeps `minor` again of a charge that is first in line: it did not go back after all.

    Never more than what it kept once: what was overpaid is still to go back.
    """
    there = left(charge) - charge.kept_minor
    for _ in range(_MOST_TRIES):
        paid = PaidOrder.objects.filter(pk=charge.order_id).first()
        if paid is None:
            return
        # Another charge of the order may keep some of it again at the same moment.
        same = PaidOrder.objects.filter(pk=paid.pk, gone_minor=paid.gone_minor)
        if _keep(charge, max(min(minor, there, paid.gone_minor), 0), same):
            return
    raise Busy(f"order {charge.order_id} is being changed by others")


def _keep(charge: Charge, more: int, order: QuerySet[PaidOrder]) -> bool:
    changed = order.update(kept_minor=F("kept_minor") + more, gone_minor=F("gone_minor") - more)
    if changed:
        Charge.objects.filter(pk=charge.pk).update(kept_minor=F("kept_minor") + more)
    return bool(changed)
