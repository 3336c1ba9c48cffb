"""What the merchant may ask of a payment on its order page now."""

from __future__ import annotations

from typing import TypedDict

from agentpay_plugin.charges import reserve
from agentpay_plugin.charges.refund_rows import left
from agentpay_plugin.models import Charge


class May(TypedDict):
    """As a `Report` and an answer to a request say it."""

    can_refund: bool
    can_capture: bool


NOTHING = May(can_refund=False, can_capture=False)


def may(charge: Charge, *, as_before: bool = False) -> May:
    """Return `can_refund` and `can_capture` of a charge that is in the shop's books.

    `as_before`: what was about to be done fails, though its row does not say so yet.
    """
    is_left = as_before or left(charge) > 0
    is_reserved = reserve.is_reserved(charge)
    is_free = as_before or not reserve.unfinished(charge).exists()
    return May(
        can_refund=is_left and not is_reserved, can_capture=is_left and is_reserved and is_free
    )
