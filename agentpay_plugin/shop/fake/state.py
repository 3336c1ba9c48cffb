"""What the fake shop holds: stock, checkouts, transactions, orders. Changed only under the shop's lock."""

from __future__ import annotations

from dataclasses import dataclass, field

from agentpay_plugin.charges.ports import Report, ReportKind
from agentpay_plugin.conversation.goods import Address, Order
from agentpay_plugin.money import Money
from agentpay_plugin.shop.fake.goods import (
    GIFT_CARDS,
    PRODUCTS,
    SampleProduct,
    SampleVariant,
)


@dataclass(slots=True)
class Checkout:
    """An open cart: variant ids with quantities, in the order they were added."""

    id: str
    channel: str
    lines: dict[str, int]
    email: str | None = None
    shipping: Address | None = None
    billing: Address | None = None
    delivery_id: str | None = None
    voucher: str | None = None
    gift_codes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Transaction:
    """One transactionInitialize: what was asked for, and every event reported on it.

    `counted`: how many of the events the amounts are made of; fewer after a kill within a report.
    """

    id: str
    source_id: str
    key: str
    amount: Money
    order_id: str | None = None
    reports: list[Report] = field(default_factory=list)
    can_refund: bool = False
    counted: int = 0

    @property
    def charged(self) -> Money:
        """What was taken, less what was given back or is about to be.

        As Saleor adds up: by reference, and of a success and a failure the later one counts.
        """
        counted = self.reports[: self.counted]
        minor = 0
        for reference in dict.fromkeys(report.psp_reference for report in counted):
            events = [report for report in counted if report.psp_reference == reference]
            minor += _standing(events, ReportKind.CHARGE_SUCCESS, ReportKind.CHARGE_FAILURE)
            minor -= _standing(
                events,
                ReportKind.REFUND_SUCCESS,
                ReportKind.REFUND_FAILURE,
                ReportKind.REFUND_REQUEST,
            )
        return Money(minor, self.amount.currency)


def _standing(
    events: list[Report],
    success: ReportKind,
    failure: ReportKind,
    request: ReportKind | None = None,
) -> int:
    """Return what the last word among a reference's events comes to, in minor units."""
    said = [event for event in events if event.kind in (success, failure)]
    if not said:
        said = [event for event in events if event.kind is request]
    return said[-1].amount.minor if said and said[-1].kind is not failure else 0


@dataclass(slots=True)
class State:
    products: dict[str, SampleProduct] = field(
        default_factory=lambda: {product.id: product for product in PRODUCTS}
    )
    prices: dict[tuple[str, str], int] = field(default_factory=dict)
    stock: dict[str, int] = field(default_factory=dict)
    gift_cards: dict[str, Money] = field(default_factory=lambda: dict(GIFT_CARDS))
    checkouts: dict[str, Checkout] = field(default_factory=dict)
    transactions: dict[str, Transaction] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    orders_of_checkouts: dict[str, str] = field(default_factory=dict)
    channels_of_orders: dict[str, str] = field(default_factory=dict)
    number: int = 0
    allows_unpaid: bool = False

    def __post_init__(self) -> None:
        for product in self.products.values():
            for variant in product.variants:
                self.stock[variant.id] = variant.stock
                self.prices |= {(variant.id, name): at for name, at in variant.prices.items()}

    def next_number(self) -> int:
        """Return 1, 2, 3 …: the one source of ids."""
        self.number += 1
        return self.number

    def variant(self, variant_id: str) -> tuple[SampleProduct, SampleVariant] | None:
        """Return a variant with its product."""
        for product in self.products.values():
            for variant in product.variants:
                if variant.id == variant_id:
                    return product, variant
        return None
