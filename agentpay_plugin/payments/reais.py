"""What all roads of PIX want of a request, and how they write its parts. Pure."""

from __future__ import annotations

from collections.abc import Callable

from agentpay_plugin.charges.ports import ChargeRequest, ProviderCharge, ProviderState
from agentpay_plugin.errors import ProviderLocked, ProviderRefused, ProviderUnavailable
from agentpay_plugin.money import Money

CURRENCY = "BRL"


def check(request: ChargeRequest, least: Money, most: Money) -> None:
    """Raise ProviderRefused when the amount is none of reais, out of bounds, or not its lines'."""
    amount = request.amount
    if amount.currency != CURRENCY:
        raise ProviderRefused("currency_not_supported", "PIX pays in BRL alone")
    if amount.minor <= 0:
        raise ProviderRefused("amount_not_chargeable", f"{amount} is nothing to charge")
    worth = sum((line.unit * line.quantity for line in request.lines), Money(0, CURRENCY))
    if request.lines and worth != amount:
        raise ProviderRefused("lines_do_not_add_up", f"the lines are not worth {amount}")
    if amount < least:
        raise ProviderRefused("amount_too_small", f"{amount} is less than {least}")
    if amount > most:
        raise ProviderRefused("amount_too_large", f"{amount} is more than {most}")


def withdrawn(close: Callable[[str], ProviderCharge], ref: str) -> ProviderCharge | None:
    """Close a charge that nobody was shown; None when it is closed. One that was paid all the same is returned.

    Raises ProviderUnavailable when it stands still: a refusal would say that there is nothing to pay.
    """
    stands = ProviderUnavailable("a charge that cannot be shown cannot be closed")
    try:
        charge = close(ref)
    except ProviderRefused as refusal:
        if refusal.provider_code == "resource_missing":
            return None
        raise stands from None
    except ProviderLocked:  # which would say that there is nothing
        raise stands from None
    if charge.state is ProviderState.OPEN:
        raise stands
    over = (ProviderState.CANCELLED, ProviderState.EXPIRED)
    return None if charge.state in over else charge


def described(request: ChargeRequest, longest: int) -> str:
    """Return what the payer reads of what is bought, cut to `longest` characters."""
    return ", ".join(line.name.strip() for line in request.lines)[:longest]


def text(value: object) -> str:
    """Return a text of an answer as it is; raises TypeError for anything else, also an empty one."""
    if not isinstance(value, str) or not value:
        raise TypeError(f"{type(value).__name__} where a text was due")
    return value
