"""What a run needs of the shop that AgentPay is in. The demo fulfils it (demo_host.py), and a real Saleor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from agentpay_plugin.charges.ports import Initialized, NotCompleted
from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.conversation.ports import Carts
from agentpay_plugin.money import Money
from scripts.faults.books import ShopOrder, ShopTransaction

OURS = ("web", "worker", "beat")
PLENTY = 1_000_000


@dataclass(frozen=True)
class Pace:
    """How busy a run is, by what one purchase costs there.

    `speed`: how many times faster than the wall's its clock goes; a provider's silence of ten real seconds
    must stay shorter than a lease of sixty. The other times are real seconds.
    """

    at_once: int = 24  # shoppers
    speed: float = 4.0
    starts_within: float = 60.0
    calm_within: float = 15.0  # one sweep
    looks: float = 1.0  # times what a shopper waits between two looks
    stays: float = 6.0  # a shopper who has paid
    patience: float = 60.0  # a shopper who tries to do one thing


@dataclass(frozen=True)
class Goods:
    """A variant and the product it is one of, by slug; `price` as it is listed in a channel."""

    product: str
    variant: str
    price: Money


@dataclass(frozen=True)
class Program:
    """`module` is run by `python` with `arguments`, after `imports`, which each of its lives has in common."""

    python: str
    module: str
    arguments: tuple[str, ...]
    imports: tuple[str, ...]


class Payments(Protocol):
    """The half of charges.ports.Books that a storefront has: it pays, and completes what it has paid."""

    def initialize(
        self, checkout_id: str, amount: Money, key: str, data: Mapping[str, object]
    ) -> Initialized:
        """Begin to pay."""

    def complete(self, checkout_id: str) -> Order | NotCompleted:
        """Make the order."""


class Shop(Protocol):
    """The shop behind the chat, as its merchant and its storefront handle it, and its books."""

    def stock_up(self) -> None:
        """Let there be plenty of what nearly everybody buys."""

    def common(self, channel: str) -> Goods:
        """Return what nearly everybody buys."""

    def rare(self, channel: str, number: int) -> Goods:
        """Return what few others buy, by the number of a purchase."""

    def set_stock(self, variant: str, quantity: int) -> None:
        """Let there be so many of a variant."""

    def set_price(self, variant: str, channel: str, price: Money) -> None:
        """Change what a variant costs in a channel."""

    def gift_card(self, currency: str, minor: int) -> str:
        """Let the gift card of a currency hold so much now, whoever else brings it; returns its code."""

    def ask_back(self, charge_id: str, transaction_id: str, money: Money | None, /) -> bool:
        """Ask for money back on the order page (None: all that is left); False when it does not answer."""

    def carts(self, channel: str, locale: str = "en") -> Carts:
        """Return the carts as a storefront changes them. They raise ShopRefused."""

    def payments(self) -> Payments:
        """Return how a storefront pays. It raises ShopRefused."""

    def orders(self) -> Sequence[ShopOrder]:
        """Return all orders."""

    def transactions(self) -> Sequence[ShopTransaction]:
        """Return all transactions, of orders and of carts."""


class Host(Protocol):
    """The processes web, worker and beat of a shop with AgentPay inside."""

    pace: Pace
    folder: Path  # they are started in

    def prepare(self) -> None:
        """Make the database. Nothing but Redis and the look-alikes runs yet."""

    def program(self, name: str) -> Program:
        """Return how a process is started."""

    def told(self, name: str) -> Mapping[str, str]:
        """Return a process's environment."""

    def answers(self) -> bool:
        """Tell whether web answers."""

    def set_up(self) -> None:
        """Do what a merchant does once. Everything runs."""

    def shop(self) -> Shop:
        """Return the shop."""
