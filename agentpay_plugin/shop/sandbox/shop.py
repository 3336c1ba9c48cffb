"""The sandbox shop: its doors (one per port), and the switches by which the world around it changes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from agentpay_plugin.charges.ports import RefundAsked, Report, ReportKind
from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.conversation.library import OwnAnswer
from agentpay_plugin.errors import ShopUnavailable
from agentpay_plugin.money import Money
from agentpay_plugin.shop.sandbox.books import SandboxBooks
from agentpay_plugin.shop.sandbox.carts import SandboxCarts
from agentpay_plugin.shop.sandbox.catalogue import SandboxCatalogue
from agentpay_plugin.shop.sandbox.gateway import Gateway, RefundGateway
from agentpay_plugin.shop.sandbox.goods import Goods, language_of
from agentpay_plugin.shop.sandbox.library import SandboxLibrary
from agentpay_plugin.shop.sandbox.orders import SandboxOrders
from agentpay_plugin.shop.sandbox.requests import SandboxRequests
from agentpay_plugin.shop.sandbox.rows import Checkout, Request, Switches, Transaction
from agentpay_plugin.shop.sandbox.small import DOLLARS, SMALL
from agentpay_plugin.shop.sandbox.store import MemoryStore, State, Store

_CALLS_KEPT = 10_000


class SandboxShop:
    """One shop for all ports: `shop.catalogue(channel)`, `.carts(channel)`, `.orders()`, `.books()`.

    `gateway` answers initialize() as our hook answers Saleor: a mapping with pspReference, result, amount,
    data, externalUrl. `refund_gateway` is told when money is asked back, and answers by `shop.requests()`.
    Both are called while the shop is free, and may call the shop.
    """

    def __init__(
        self,
        goods: Goods = SMALL,
        store: Store | None = None,
        gateway: Gateway | None = None,
        refund_gateway: RefundGateway | None = None,
    ) -> None:
        self.goods = goods
        self.gateway = gateway
        self.refund_gateway = refund_gateway
        self._store = store or MemoryStore()
        self._calls: deque[str] = deque(maxlen=_CALLS_KEPT)

    def library(self, locale: str = "en", answers: tuple[OwnAnswer, ...] = ()) -> SandboxLibrary:
        return SandboxLibrary(self, language_of(locale), answers)

    def catalogue(self, channel: str = DOLLARS, locale: str = "en") -> SandboxCatalogue:
        return SandboxCatalogue(self, channel, language_of(locale))

    def carts(self, channel: str = DOLLARS, locale: str = "en") -> SandboxCarts:
        return SandboxCarts(self, channel, language_of(locale))

    def orders(self) -> SandboxOrders:
        return SandboxOrders(self)

    def books(self) -> SandboxBooks:
        return SandboxBooks(self)

    def requests(self) -> SandboxRequests:
        return SandboxRequests(self)

    # --- switches

    def set_stock(self, variant_id: str, quantity: int) -> None:
        with self._writing() as state:
            state.stock[variant_id] = quantity

    def sell_out(self, variant_id: str) -> None:
        self.set_stock(variant_id, 0)

    def set_price(self, variant_id: str, price: Money, channel: str = DOLLARS) -> None:
        with self._writing() as state:
            state.prices[f"{variant_id} {channel}"] = price.minor

    def withdraw(self, variant_id: str, channel: str = DOLLARS) -> None:
        """Stop selling a variant in a channel; carts that hold it keep the line, with a problem."""
        with self._writing() as state:
            state.prices[f"{variant_id} {channel}"] = None

    def forget_checkout(self, checkout_id: str) -> None:
        """Drop a checkout, as the shop does with abandoned ones."""
        with self._writing() as state:
            state.checkouts.pop(checkout_id, None)

    def forget_transactions(self) -> None:
        with self._writing() as state:
            for table in (state.transactions, state.payments, state.transactions_of_keys):
                table.clear()

    def fail_next(self, times: int = 1) -> None:
        """Let the next calls raise ShopUnavailable with nothing done."""
        self._switch(failing=times)

    def lose_next(self, times: int = 1) -> None:
        """Let the next calls do their work and then raise ShopUnavailable, as a lost answer does."""
        self._switch(losing=times)

    def refuse_completion(self, code: str | None) -> None:
        """Refuse to complete any checkout with one of Saleor's codes, until called with None."""
        self._switch(refusal=code, refuses_once=False)

    def refuse_completion_once(self, code: str) -> None:
        """Refuse the next completion alone."""
        self._switch(refusal=code, refuses_once=True)

    def allow_unpaid_orders(self) -> None:
        """Complete checkouts that are not paid for, as some channels do."""
        self._switch(allows_unpaid=True)

    def die_in_report(self) -> None:
        """Store the next event without adding up its transaction's amounts, and answer nothing."""
        self._switch(is_dying=True)

    @property
    def is_app_active(self) -> bool:
        """Whether the merchant lets our app at the books."""
        with self._reading() as state:
            return state.switches.is_app_active

    @is_app_active.setter
    def is_app_active(self, is_active: bool) -> None:
        self._switch(is_app_active=is_active)

    def change_order(self, order_id: str, **changes: Any) -> None:
        """Replace fields of an order, as the merchant's people do."""
        with self._writing() as state:
            placed = state.orders[order_id]
            state.orders[order_id] = replace(placed, order=replace(placed.order, **changes))

    def close_order(self, order_id: str, status: str = "CANCELED") -> None:
        self.change_order(order_id, status=status)

    def pay_elsewhere(self, source_id: str, amount: Money) -> None:
        """Another gateway takes money for a checkout or an order."""
        with self._writing() as state:
            key, number = state.next_id("elsewhere")
            report = Report(key, ReportKind.CHARGE_SUCCESS, amount, f"other-{number}")
            order_id = source_id if source_id in state.orders else None
            state.transactions[key] = Transaction(
                key, source_id, key, amount, order_id, (report,), counted=1
            )
            state.payments[source_id] = (*state.payments.get(source_id, ()), key)

    def ask_back(self, transaction_id: str, amount: Money) -> str:
        """Ask for money of a transaction back, as on the order page; returns the request's id.

        As in Saleor it is never more than was taken.
        """
        with self._writing() as state:
            transaction = state.transactions[transaction_id]
            request_id, _ = state.next_id("request")
            least = min(amount, transaction.charged)
            state.requests[request_id] = Request(request_id, transaction_id, least)
        if self.refund_gateway:
            self.refund_gateway(
                RefundAsked(
                    request_id=request_id,
                    transaction_id=transaction_id,
                    amount=least.amount,
                    currency=least.currency,
                    has_order=transaction.order_id is not None,
                )
            )
        return request_id

    def reset(self) -> None:
        """Forget all that happened."""
        self._store.clear()

    # --- what a test or a page looks at

    @property
    def calls(self) -> list[str]:
        """The last calls of the ports in this process, oldest first."""
        return list(self._calls)

    @property
    def placed(self) -> tuple[Order, ...]:
        """The orders, oldest first."""
        with self._reading() as state:
            return tuple(placed.order for placed in state.orders.values())

    @property
    def transactions(self) -> tuple[Transaction, ...]:
        """The transactions, oldest first."""
        with self._reading() as state:
            return tuple(state.transactions.values())

    @property
    def checkouts(self) -> Mapping[str, Checkout]:
        """The open checkouts by id, oldest first."""
        with self._reading() as state:
            return dict(state.checkouts)

    # --- for the doors

    @contextmanager
    def answering(self, call: str, *, writes: bool = False) -> Iterator[State]:
        """Give one call of a port the shop's state, note its name, and fail if a switch says so."""
        self._calls.append(call)
        if self._is_next("failing"):
            raise ShopUnavailable(f"{call}: the shop does not answer")
        with self._writing() if writes else self._reading() as state:
            yield state
        if self._is_next("losing"):
            raise ShopUnavailable(f"{call}: the answer was lost")

    @contextmanager
    def _reading(self) -> Iterator[State]:
        with self._store.reading() as tables:
            yield State(self.goods, tables)

    @contextmanager
    def _writing(self) -> Iterator[State]:
        with self._store.writing() as tables:
            yield State(self.goods, tables)

    def _switch(self, **changes: Any) -> None:
        with self._writing() as state:
            state.switches = replace(state.switches, **changes)

    def _is_next(self, switch: str) -> bool:
        """Say whether a call is to be failed or lost, and count it."""
        with self._reading() as state:
            if not _count(state.switches, switch):
                return False
        with self._writing() as state:
            if count := _count(state.switches, switch):
                left: dict[str, Any] = {switch: count - 1}
                state.switches = replace(state.switches, **left)
            return bool(count)


def _count(switches: Switches, switch: str) -> int:
    return switches.failing if switch == "failing" else switches.losing
