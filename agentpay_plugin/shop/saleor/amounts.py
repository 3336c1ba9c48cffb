"""Saleor's amounts become Money here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from agentpay_plugin.errors import ShopUnavailable
from agentpay_plugin.money import Money


def money(amount: Mapping[str, Any]) -> Money:
    """Return the money of a GraphQL `Money`.

    In-process Saleor hands out floats; the shortest text of one is the decimal number that it was made of.
    Raises ShopUnavailable for an amount finer than the currency has: nothing here rounds.
    """
    try:
        return Money.of(Decimal(str(amount["amount"])), amount["currency"])
    except ValueError as error:
        raise ShopUnavailable(f"the shop answered an amount that cannot be: {error}") from error


def gross(taxed: Mapping[str, Any]) -> Money:
    """Return the gross of a GraphQL `TaxedMoney`."""
    return money(taxed["gross"])
