"""Saleor's own books, as its API tells staff of them: orders, and transactions of orders and of checkouts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from agentpay_plugin.money import Money
from scripts.faults.books import ShopOrder, ShopTransaction

Ask = Callable[[str, str | None], Mapping[str, Any]]
"""Sends a query for the page after a cursor, and returns `data`."""

ORDERS = """
query($after: String) {
  orders(first: 100, after: $after) {
    edges { node { id number checkoutId total { gross { amount currency } } } }
    pageInfo { hasNextPage endCursor }
  }
}
"""
TRANSACTIONS = """
query($after: String) {
  transactions(first: 100, after: $after) {
    edges { node { id chargedAmount { amount currency } order { id } checkout { id } } }
    pageInfo { hasNextPage endCursor }
  }
}
"""


def orders(ask: Ask) -> Sequence[ShopOrder]:
    """Return all orders."""
    return [
        ShopOrder(
            node["id"], node["number"], _money(node["total"]["gross"]), node["checkoutId"] or ""
        )
        for node in _nodes(ask, ORDERS, "orders")
    ]


def transactions(ask: Ask) -> Sequence[ShopTransaction]:
    """Return all transactions; `charged` is less what went back, as Saleor counts it itself."""
    return [
        ShopTransaction(
            id=node["id"],
            source_id=(node["checkout"] or node["order"] or {"id": ""})["id"],
            order_id=(node["order"] or {"id": ""})["id"],
            charged=_money(node["chargedAmount"]),
        )
        for node in _nodes(ask, TRANSACTIONS, "transactions")
    ]


def _nodes(ask: Ask, query: str, name: str) -> Iterator[Mapping[str, Any]]:
    after: str | None = None
    while True:
        page = ask(query, after)[name]
        yield from (edge["node"] for edge in page["edges"])
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


def _money(amount: Mapping[str, Any]) -> Money:
    """Its numbers are floats, whose shortest text is the number Saleor meant."""
    return Money.of(Decimal(str(amount["amount"])), amount["currency"])
