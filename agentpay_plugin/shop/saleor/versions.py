"""What differs between the versions of Saleor that the documents are written for."""

from __future__ import annotations

import re

_CALCULATES_SINCE = (3, 23)
_PROBLEMS_SINCE = (3, 22)
_GIFT_CARDS_COUNT_SINCE = (3, 22)


def calculates_delivery(version: str) -> bool:
    """Say whether a Saleor of that version has deliveryOptionsCalculate; 3.21 and 3.22 list the methods.

    A version that cannot be read is taken for a newer one.
    """
    return _is_since(version, _CALCULATES_SINCE)


def lists_problems(version: str) -> bool:
    """Say whether a Saleor of that version shows the problems of an app in its Dashboard."""
    return _is_since(version, _PROBLEMS_SINCE)


def counts_gift_cards(version: str) -> bool:
    """Say whether a Saleor of that version completes a checkout of which a gift card pays a part.

    3.21 answers CHECKOUT_NOT_FULLY_PAID whatever is paid beside the card (mended in Saleor 3.22's changelog).
    """
    return _is_since(version, _GIFT_CARDS_COUNT_SINCE)


def _is_since(version: str, first: tuple[int, int]) -> bool:
    found = re.match(r"(\d+)\.(\d+)", version)
    return found is None or (int(found[1]), int(found[2])) >= first
