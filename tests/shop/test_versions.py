"""What differs between the versions of Saleor."""

from __future__ import annotations

import pytest

from agentpay_plugin.shop.saleor.versions import calculates_delivery, lists_problems


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
