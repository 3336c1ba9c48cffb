"""Where a sandbox shop's state is kept, and how its logic sees it: tables of rows by key."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from contextlib import AbstractContextManager, contextmanager
from threading import RLock
from typing import Any, Protocol

from agentpay_plugin.money import Money
from agentpay_plugin.shop.sandbox.goods import Goods
from agentpay_plugin.shop.sandbox.rows import Checkout, Placed, Request, Switches, Transaction

Table = MutableMapping[str, Any]
_THE_SHOP = "shop"


class Tables(Protocol):
    def __call__(self, kind: str, hint: Any) -> Table:
        """Return the table of a kind; its rows are of the type that `hint` says, oldest first."""


class Store(Protocol):
    """Keeps the tables. `writing` is exclusive and all or nothing; what it wrote is there for good after it."""

    def reading(self) -> AbstractContextManager[Tables]: ...

    def writing(self) -> AbstractContextManager[Tables]: ...

    def clear(self) -> None:
        """Forget everything."""


class MemoryStore:
    """Keeps the tables in this process, for one thread at a time."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._tables: dict[str, Table] = {}

    @contextmanager
    def reading(self) -> Iterator[Tables]:
        with self._lock:
            yield self._table

    def writing(self) -> AbstractContextManager[Tables]:
        return self.reading()

    def clear(self) -> None:
        with self._lock:
            self._tables.clear()

    def _table(self, kind: str, hint: Any) -> Table:  # noqa: ARG002 rows are kept as they are
        return self._tables.setdefault(kind, {})


class State:
    """The shop within one call: what it sells, and the tables of what happened since.

    `stock`, `prices` (by variant and channel; None: withdrawn) and `balances` of gift cards hold only what
    is otherwise than in the goods. `payments` are a checkout's or an order's transaction ids.
    """

    def __init__(self, goods: Goods, tables: Tables) -> None:
        self.goods = goods
        self.checkouts: MutableMapping[str, Checkout] = tables("checkout", Checkout)
        self.transactions: MutableMapping[str, Transaction] = tables("transaction", Transaction)
        self.transactions_of_keys: MutableMapping[str, str] = tables("key", str)
        self.requests: MutableMapping[str, Request] = tables("request", Request)
        self.payments: MutableMapping[str, tuple[str, ...]] = tables("payments", tuple[str, ...])
        self.orders: MutableMapping[str, Placed] = tables("order", Placed)
        self.orders_of_checkouts: MutableMapping[str, str] = tables("became", str)
        self.stock: MutableMapping[str, int] = tables("stock", int)
        self.prices: MutableMapping[str, int | None] = tables("price", int | None)
        self.balances: MutableMapping[str, int] = tables("balance", int)
        self._numbers: MutableMapping[str, int] = tables("number", int)
        self._switches: MutableMapping[str, Switches] = tables("switches", Switches)

    @property
    def switches(self) -> Switches:
        return self._switches.get(_THE_SHOP, Switches())

    @switches.setter
    def switches(self, switches: Switches) -> None:
        self._switches[_THE_SHOP] = switches

    def next_id(self, kind: str) -> tuple[str, int]:
        """Return an id such as `order-3`, and its number."""
        number = self._numbers.get(kind, 0) + 1
        self._numbers[kind] = number
        return f"{kind}-{number}", number

    def left(self, variant_id: str) -> int:
        """Return how many of a variant there are."""
        entry = self.goods.variant(variant_id)
        return self.stock.get(variant_id, entry[1].stock if entry else 0)

    def price(self, variant_id: str, channel: str) -> Money | None:
        """Return a variant's price; None when the channel does not sell it."""
        entry, where = self.goods.variant(variant_id), self.goods.channels.get(channel)
        if entry is None or where is None:
            return None
        minor = self.prices.get(f"{variant_id} {channel}", entry[1].prices.get(channel))
        return None if minor is None else Money(minor, where.currency)

    def balance(self, code: str) -> Money | None:
        """Return what a gift card holds; None for an unknown code."""
        card = self.goods.gift_cards.get(code)
        return Money(self.balances.get(code, card.minor), card.currency) if card else None

    def paid(self, source_id: str, currency: str) -> Money:
        """Return what the transactions of a checkout or an order have taken, less what was given back."""
        paying = (self.transactions[one] for one in self.payments.get(source_id, ()))
        return sum((one.charged for one in paying), Money(0, currency))

    def secured(self, source_id: str, currency: str) -> Money:
        """Return what they have taken, and what is reserved."""
        paying = (self.transactions[one] for one in self.payments.get(source_id, ()))
        reserved = (one.authorized for one in paying)
        return sum(reserved, self.paid(source_id, currency))
