"""What differs between the versions of Saleor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from agentpay_plugin.conversation.goods import DeliveryKind, DeliveryOption
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.money import Money
from agentpay_plugin.shop.saleor import SaleorCarts
from agentpay_plugin.shop.saleor.versions import (
    calculates_delivery,
    counts_gift_cards,
    lists_problems,
)


@pytest.mark.parametrize(
    ("version", "calculates"),
    [
        ("3.21.9", False),
        ("3.22.0-a.3", False),
        ("3.23.28", True),
        ("3.24.0", True),
        ("4.0", True),
        ("main", True),
    ],
)
def test_deliveries_are_calculated_since_3_23(version: str, calculates: bool) -> None:
    assert calculates_delivery(version) is calculates


@pytest.mark.parametrize(
    ("version", "lists"), [("3.21.9", False), ("3.22.0", True), ("3.23.28", True), ("main", True)]
)
def test_problems_are_listed_since_3_22(version: str, lists: bool) -> None:
    assert lists_problems(version) is lists


@pytest.mark.parametrize(
    ("version", "counts"), [("3.21.69", False), ("3.22.0", True), ("3.23.28", True), ("main", True)]
)
def test_gift_cards_count_towards_what_is_paid_since_3_22(version: str, counts: bool) -> None:
    assert counts_gift_cards(version) is counts


@pytest.mark.parametrize(
    ("field", "code"),
    [("deliveryMethodId", "DELIVERY_METHOD_NOT_APPLICABLE"), ("id", "NOT_FOUND")],
)
def test_delivery_that_is_gone_is_no_cart_that_is_gone(field: str, code: str) -> None:
    """Saleor 3.21 and 3.22 answer NOT_FOUND for both."""
    error = {"code": "NOT_FOUND", "message": "Couldn't resolve to a node: $app:1", "field": field}

    def execute(_: str, __: Mapping[str, object]) -> Mapping[str, Any]:
        return {"checkoutDeliveryMethodUpdate": {"checkout": None, "errors": [error]}}

    option = DeliveryOption(
        "U2hpcHBpbmdNZXRob2Q6MQ==", DeliveryKind.SHIPPING, "Standard", Money(0, "USD")
    )

    with pytest.raises(ShopRefused) as refused:
        SaleorCarts(execute, "default-channel").choose_delivery(
            "Q2hlY2tvdXQ6MWZiZGNkNDAtZGZiNy00OTgzLWI1MTUtYjA4NWQ2ZjkwMGNm", option
        )

    assert refused.value.shop_code == code
