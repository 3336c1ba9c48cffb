"""The three books that are compared: the provider's, ours, and the shop's. Plain rows, whoever kept them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agentpay_plugin.money import Money


@dataclass(frozen=True)
class Disputed:
    """A dispute of the shopper's bank."""

    ref: str
    minor: int
    is_over: bool
    is_lost: bool


@dataclass(frozen=True)
class Taken:
    """What a provider holds of one charge. `given_back` has succeeded, `by_merchant` is the panel's part of it."""

    ref: str
    reference: str  # our charge's id, as the provider was told
    amount: Money
    is_paid: bool
    is_open: bool  # it can still be paid, or is on its way
    given_back: int = 0
    by_merchant: int = 0
    pending: int = 0
    disputes: tuple[Disputed, ...] = ()

    @property
    def lost(self) -> int:
        """What disputes have cost, in minor units."""
        return sum(one.minor for one in self.disputes if one.is_lost)

    @property
    def held(self) -> int:
        """What is there, in minor units."""
        return self.amount.minor - self.given_back - self.lost if self.is_paid else 0


@dataclass(frozen=True)
class OurRefund:
    """`by_merchant`: asked for on the order page."""

    id: str
    minor: int
    is_over: bool
    is_given: bool
    by_merchant: bool = False


@dataclass(frozen=True)
class OurDispute:
    """A dispute as our row has it; `is_told`: the shop heard of this state."""

    ref: str
    minor: int
    is_over: bool
    is_lost: bool
    is_told: bool = True


@dataclass(frozen=True)
class OurCharge:
    """`state` and `reason` are those of charges/; `is_over`: nothing is left to do by itself.

    `conversation_id` is empty for a plain storefront's. `to_tell`: what its shopper must have been told,
    each in one of several sentences.
    """

    id: str
    conversation_id: str
    state: str
    reason: str
    is_over: bool
    ref: str
    transaction_id: str
    order_id: str
    amount: Money
    kept: int
    is_booked: bool  # the shop was told of the payment
    refunds: tuple[OurRefund, ...] = ()
    to_tell: tuple[tuple[str, ...], ...] = ()
    source_id: str = ""
    disputes: tuple[OurDispute, ...] = ()


@dataclass(frozen=True)
class ShopOrder:
    """`to_tell`: one of these its shopper must have been told, if it cost nothing."""

    id: str
    number: str
    total: Money
    checkout_id: str = ""
    to_tell: tuple[str, ...] = ()


@dataclass(frozen=True)
class ShopTransaction:
    """`charged`: taken, less what went back, as the shop has it."""

    id: str
    source_id: str
    order_id: str
    charged: Money


@dataclass(frozen=True)
class Books:
    taken: Sequence[Taken]
    charges: Sequence[OurCharge]
    orders: Sequence[ShopOrder]
    transactions: Sequence[ShopTransaction]
    notices_left: Sequence[str] = ()  # webhooks that were stored and not handled: what, and whose
    turns_left: Sequence[str] = ()  # conversations with a turn that was not worked off


@dataclass(frozen=True)
class Bought:
    """A purchase as it went: its conversations (a start may be lost), what the chat said, and its carts."""

    number: int
    conversations: tuple[str, ...]
    said: tuple[str, ...] = ()
    carts: tuple[str, ...] = ()
    by_gift_card: bool = False
