"""Saleor's books are read whole, page after page, and to the minor unit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from agentpay_plugin.money import Money
from scripts.faults import saleor_books
from scripts.faults.books import ShopOrder, ShopTransaction


class Saleor:
    """Answers with one page after the other, and keeps after which cursors it was asked."""

    def __init__(self, name: str, *pages: list[Mapping[str, Any]]) -> None:
        self.name = name
        self.pages = pages
        self.asked: list[str | None] = []

    def __call__(self, query: str, after: str | None) -> Mapping[str, Any]:
        assert f"{self.name}(first: 100, after: $after)" in query
        self.asked.append(after)
        number = len(self.asked)
        info = {"hasNextPage": number < len(self.pages), "endCursor": f"page-{number}"}
        edges = [{"node": node} for node in self.pages[number - 1]]
        return {self.name: {"edges": edges, "pageInfo": info}}


def order(number: int, amount: float, currency: str = "USD") -> Mapping[str, Any]:
    gross = {"amount": amount, "currency": currency}
    order = {"id": f"order-{number}", "number": str(number), "total": {"gross": gross}}
    return order | {"checkoutId": f"checkout-{number}" if number < 3 else None}


def test_orders_of_all_pages() -> None:
    saleor = Saleor("orders", [order(1, 48.2), order(2, 0.07)], [order(3, 1199.0, "BRL")])

    found = saleor_books.orders(saleor)

    assert found == [
        ShopOrder("order-1", "1", Money(4820, "USD"), "checkout-1"),
        ShopOrder("order-2", "2", Money(7, "USD"), "checkout-2"),
        ShopOrder("order-3", "3", Money(119_900, "BRL")),
    ]
    assert saleor.asked == [None, "page-1"]


@pytest.mark.parametrize(
    ("order_id", "checkout_id", "source_id"),
    [("order-1", "", "order-1"), ("", "checkout-1", "checkout-1"), ("", "", "")],
    ids=["of an order", "of a checkout", "of a checkout that was deleted"],
)
def test_transaction(order_id: str, checkout_id: str, source_id: str) -> None:
    node = {
        "id": "transaction-1",
        "chargedAmount": {"amount": 19.99, "currency": "USD"},
        "order": {"id": order_id} if order_id else None,
        "checkout": {"id": checkout_id} if checkout_id else None,
    }

    found = saleor_books.transactions(Saleor("transactions", [node]))

    charged = Money(1999, "USD")
    assert found == [ShopTransaction("transaction-1", source_id, order_id, charged)]


def test_books_that_are_empty() -> None:
    saleor = Saleor("transactions", [])

    assert saleor_books.transactions(saleor) == []
    assert saleor.asked == [None]
