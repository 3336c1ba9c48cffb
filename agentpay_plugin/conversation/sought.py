"""A model's call of the search, made into what a shopper looks for: held against the shop's data as their own words are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from agentpay_plugin.conversation.reading import Budget
from agentpay_plugin.conversation.wanted import Wanted

_AMOUNT = re.compile(r"\d{1,7}(?:\.\d{1,3})?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_TEXT: Mapping[str, Any] = {"type": ["string", "null"]}  # nullable, for models take every argument
_FLAG: Mapping[str, Any] = {"type": ["boolean", "null"]}

SEARCH_ARGUMENTS: Mapping[str, Mapping[str, Any]] = {
    "words": {"type": "string"},
    "suggest": _FLAG,
    "color": _TEXT,
    "size": _TEXT,
    "costs_at_least": _TEXT,
    "costs_at_most": _TEXT,
    "currency": _TEXT,
    "in_stock": _FLAG,
}
SEARCH_DESCRIPTION = (
    "Search the shop's products and show what was found. Give what the shopper requires, null for what they left open:"
    " words: a few words that name the goods, in the shopper's language."
    " suggest: true where they tell of a person, a purpose or a price and name no goods: whatever fits is shown."
    " color, size: as the shopper called them."
    ' costs_at_least, costs_at_most: what one piece may cost, a decimal number in a text such as "19.90", in the shop\'s'
    " currency; currency: the ISO 4217 code of another one that the shopper named."
    " in_stock: true if it must be in stock. What nothing keeps is told in the result: tell the shopper."
)


def sought(given: Mapping[str, Any]) -> Wanted | str:
    """Return what is looked for, or what is wrong with the call."""
    least, most = given["costs_at_least"], given["costs_at_most"]
    for name in ("costs_at_least", "costs_at_most"):
        if given[name] is not None and not _AMOUNT.fullmatch(given[name].strip()):
            return f'{name} must be a decimal number in a text such as "19.90", or null'
    currency = given["currency"].strip().upper() if given["currency"] else None
    if currency is not None and not _CURRENCY.fullmatch(currency):
        return "currency must be a code of three letters, or null"
    budget = _budget(least, most, currency)
    if _is_empty(budget):
        return "costs_at_least is more than costs_at_most"
    words = given["words"].strip()
    return Wanted(
        words,
        words,
        budget,
        in_stock=bool(given["in_stock"]),
        anything=bool(given["suggest"]),
        color=(given["color"] or "").strip(),
        size=(given["size"] or "").strip(),
    )


def _budget(least: str | None, most: str | None, currency: str | None) -> Budget | None:
    if least is None and most is None:
        return None
    return Budget(
        most=None if most is None else Decimal(most.strip()),
        least=None if least is None else Decimal(least.strip()),
        currency=currency,
    )


def _is_empty(budget: Budget | None) -> bool:
    if budget is None or budget.least is None or budget.most is None:
        return False
    return budget.least > budget.most
