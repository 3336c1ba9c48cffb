"""What the shop has told in a turn: only that may a model's prose repeat, each figure of the very thing it belongs to.

`telling.py` reads the parts of a reply into these.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from agentpay_plugin.money import Money


class Deed(StrEnum):
    """What the shop said was done, or how a payment or an order stands."""

    IN_CART = "in cart"  # something lies in the cart
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    EMPTY = "empty"
    CODE = "code"  # a voucher or gift card was taken
    SAVED = "saved"
    PERSON = "person"  # a person of the shop's was asked
    OPEN = "open"  # a total or a payment is shown, and not paid
    PROCESSING = "processing"
    PAID = "paid"
    HELD = "held"  # money is only reserved on the card
    FAILED = "failed"
    STOPPED = "stopped"  # a payment was cancelled or its time is over
    REFUNDED = "refunded"
    PLACED = "placed"
    SENT = "sent"
    CANCELLED = "cancelled"
    RETURNED = "returned"
    NONE = "none"  # there is no payment or no order


@dataclass(frozen=True, slots=True)
class Ware:
    """A variant, or a line of the cart, as it was told. `names`: its product's name and category; `options`: what tells the variant apart.

    `available` is None where nothing was told of the stock; `held` is how many of it lie in the cart.
    `texts` are what people wrote about its product, which prove what it is like and nothing else.
    """

    names: tuple[str, ...]
    options: tuple[str, ...] = ()
    price: Money | None = None
    before: Money | None = None
    total: Money | None = None
    available: int | None = None
    held: int | None = None
    texts: tuple[str, ...] = ()

    @property
    def amounts(self) -> frozenset[Money]:
        """Return what may be said to be its price."""
        return frozenset(one for one in (self.price, self.before, self.total) if one)

    @property
    def is_reduced(self) -> bool:
        """Tell whether the shop told an old price above the new one."""
        return bool(self.price and self.before and self.before > self.price)


@dataclass(frozen=True, slots=True)
class Way:
    """A way of delivery as it was told; `days` from the order on, empty where none were told."""

    name: str
    price: Money | None = None
    days: tuple[int, ...] = ()
    is_collected: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What was told. `sums` are what carts, payments and orders come to, `discounts` what was taken off of those.

    `counts` are of things shown and pieces in the cart, `texts` what people wrote, `quotes` what the merchant wrote about the shop itself,
    `methods` the ids of the ways to pay.
    """

    wares: tuple[Ware, ...] = ()
    ways: tuple[Way, ...] = ()
    sums: frozenset[Money] = frozenset()
    discounts: frozenset[Money] = frozenset()
    counts: frozenset[int] = frozenset()
    deeds: frozenset[Deed] = frozenset()
    texts: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    methods: frozenset[str] = frozenset()

    def __add__(self, other: Facts) -> Facts:
        """Return what either of both tells."""
        return Facts(
            tuple(dict.fromkeys(self.wares + other.wares)),
            tuple(dict.fromkeys(self.ways + other.ways)),
            self.sums | other.sums,
            self.discounts | other.discounts,
            self.counts | other.counts,
            self.deeds | other.deeds,
            self.texts + other.texts,
            self.quotes + other.quotes,
            self.methods | other.methods,
        )


NOTHING = Facts()
