"""The fake shop: its doors (one per port), and the switches by which a test makes the world change."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import RLock

from agentpay_plugin.charges.ports import Report, ReportKind
from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.errors import ShopUnavailable
from agentpay_plugin.money import Money
from agentpay_plugin.shop.fake.books import FakeBooks
from agentpay_plugin.shop.fake.carts import FakeCarts
from agentpay_plugin.shop.fake.catalogue import FakeCatalogue
from agentpay_plugin.shop.fake.gateway import Gateway
from agentpay_plugin.shop.fake.goods import DOLLARS
from agentpay_plugin.shop.fake.orders import FakeOrders
from agentpay_plugin.shop.fake.state import State, Transaction


class FakeShop:
    """One shop for all ports: `shop.catalogue(channel)`, `.carts(channel)`, `.orders()`, `.books()`.

    `gateway` answers initialize() as our hook answers Saleor: a mapping with pspReference, result, amount,
    data, externalUrl. It is called without the shop's lock and may call the shop.
    """

    def __init__(self, gateway: Gateway | None = None) -> None:
        self.gateway = gateway
        self.state = State()
        self.lock = RLock()
        self.calls: list[str] = []
        self.is_app_active = True
        self.completion_refusal: str | None = None
        self.refuses_once = False
        self._failing = 0
        self._losing = 0
        self._dying = False

    def catalogue(self, channel: str = DOLLARS) -> FakeCatalogue:
        return FakeCatalogue(self, channel)

    def carts(self, channel: str = DOLLARS) -> FakeCarts:
        return FakeCarts(self, channel)

    def orders(self) -> FakeOrders:
        return FakeOrders(self)

    def books(self) -> FakeBooks:
        return FakeBooks(self)

    # --- switches

    def set_stock(self, variant_id: str, quantity: int) -> None:
        with self.lock:
            self.state.stock[variant_id] = quantity

    def sell_out(self, variant_id: str) -> None:
        self.set_stock(variant_id, 0)

    def set_price(self, variant_id: str, price: Money, channel: str = DOLLARS) -> None:
        with self.lock:
            self.state.prices[variant_id, channel] = price.minor

    def withdraw(self, variant_id: str, channel: str = DOLLARS) -> None:
        """Stop selling a variant in a channel; carts that hold it keep the line, with a problem."""
        with self.lock:
            self.state.prices.pop((variant_id, channel), None)

    def forget_checkout(self, checkout_id: str) -> None:
        """Drop a checkout, as the shop does with abandoned ones."""
        with self.lock:
            self.state.checkouts.pop(checkout_id, None)

    def fail_next(self, times: int = 1) -> None:
        """Let the next calls raise ShopUnavailable with nothing done."""
        with self.lock:
            self._failing = times

    def lose_next(self, times: int = 1) -> None:
        """Let the next calls do their work and then raise ShopUnavailable, as a lost answer does."""
        with self.lock:
            self._losing = times

    def refuse_completion(self, code: str | None) -> None:
        """Refuse to complete any checkout with one of Saleor's codes, until called with None."""
        with self.lock:
            self.completion_refusal = code

    def refuse_completion_once(self, code: str) -> None:
        """Refuse the next completion alone."""
        with self.lock:
            self.completion_refusal, self.refuses_once = code, True

    def allow_unpaid_orders(self) -> None:
        """Complete checkouts that are not paid for, as some channels do."""
        with self.lock:
            self.state.allows_unpaid = True

    def die_in_report(self) -> None:
        """Store the next event without adding up its transaction's amounts, and answer nothing."""
        with self.lock:
            self._dying = True

    def close_order(self, order_id: str, status: str = "CANCELED") -> None:
        with self.lock:
            order = self.state.orders[order_id]
            self.state.orders[order_id] = replace(order, status=status)

    def pay_elsewhere(self, source_id: str, amount: Money) -> None:
        """Another gateway takes money for a checkout or an order."""
        with self.lock:
            number = self.state.next_number()
            paid = Transaction(f"elsewhere-{number}", source_id, f"elsewhere-{number}", amount)
            kind = ReportKind.CHARGE_SUCCESS
            paid.reports.append(Report(paid.id, kind, amount, f"other-{number}"))
            paid.counted = 1
            paid.order_id = source_id if source_id in self.state.orders else None
            self.state.transactions[paid.id] = paid

    # --- what a test looks at

    @property
    def placed(self) -> tuple[Order, ...]:
        """The orders, oldest first."""
        with self.lock:
            return tuple(self.state.orders.values())

    @property
    def transactions(self) -> tuple[Transaction, ...]:
        """The transactions, oldest first."""
        with self.lock:
            return tuple(self.state.transactions.values())

    # --- for the doors

    def refusal(self) -> str | None:
        """Return what a completion is to be refused with."""
        code = self.completion_refusal
        if self.refuses_once:
            self.completion_refusal, self.refuses_once = None, False
        return code

    def die_if_told(self) -> None:
        if self._dying:
            self._dying = False
            raise ShopUnavailable("killed between storing an event and adding up")

    @contextmanager
    def answering(self, call: str) -> Iterator[State]:
        """Hold the lock for one call of a port, note its name, and fail if a switch says so."""
        with self.lock:
            self.calls.append(call)
            if self._failing:
                self._failing -= 1
                raise ShopUnavailable(f"{call}: the shop does not answer")
            yield self.state
            if self._losing:
                self._losing -= 1
                raise ShopUnavailable(f"{call}: the answer was lost")
