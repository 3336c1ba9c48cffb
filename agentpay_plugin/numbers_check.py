"""Whether what a merchant wrote into a field is a number within bounds: field name to plain words, or nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from agentpay_plugin.settings import text_of


def number_problem(
    values: Mapping[str, object], name: str, bounds: tuple[int, int]
) -> dict[str, str]:
    """Return why a field holds no whole number within the bounds; an empty one has its default."""
    text, (least, most) = text_of(values, name), bounds
    if not text or (text.isascii() and text.isdigit() and least <= int(text) <= most):
        return {}
    return {name: f"{least} to {most}, a whole number."}


def dollars_problem(
    values: Mapping[str, object], name: str, bounds: tuple[Decimal, Decimal]
) -> dict[str, str]:
    """Return why a field holds no amount of US dollars within the bounds; an empty one has its default."""
    text, (least, most) = text_of(values, name), bounds
    is_amount = re.fullmatch(r"[0-9]{1,7}(\.[0-9]{1,4})?", text)
    if not text or (is_amount and least <= Decimal(text) <= most):
        return {}
    return {name: f"An amount in US dollars, {least} to {most}, such as 0.50."}
