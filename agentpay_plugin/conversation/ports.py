"""What the conversation needs from the world, one small Protocol each.

Each port has a real adapter and a fake that ships with the package; one contract suite runs over
both. Every method may raise `ShopUnavailable` (nothing is known) and `ShopRefused` (the shop said no;
its code and words are in the error). No method may be called inside an open database transaction.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from agentpay_plugin.conversation.goods import (
    Address,
    AddressRules,
    Cart,
    DeliveryOption,
    Order,
    Product,
)
from agentpay_plugin.conversation.library import Passage
from agentpay_plugin.conversation.reading import Reading, ReadingContext
from agentpay_plugin.conversation.wanted import Found, Groups, Wanted
from agentpay_plugin.money import Money


@dataclass(frozen=True, slots=True)
class ProductRef:
    """How a page says which product is meant: any one of the three; nothing else of a page is believed."""

    id: str | None = None
    slug: str | None = None
    sku: str | None = None


class Catalogue(Protocol):
    """What the channel sells, as this shopper may see it."""

    def product(self, ref: ProductRef) -> Product | None:
        """Return the product with all its variants, or None when the channel does not show it."""

    def search(self, wanted: Wanted, limit: int) -> Found:
        """Return the products that fit best, at most `limit`.

        What is required (colour, size, budget, in stock) is held to the products' own data. Where nothing keeps
        all of it, those are returned that keep most, and `unmet` says what they do not keep.
        """

    def similar(self, product_id: str, wanted: Wanted, limit: int) -> Found:
        """Return what else is in stock of the product's category and collections, by the same rules."""

    def groups(self) -> Groups:
        """Return how the channel sorts its goods."""

    def delivery_options(self, country: str) -> tuple[DeliveryOption, ...]:
        """Return how the channel delivers to a country (ISO 3166 alpha-2), before there is a cart."""

    def address_rules(self, country: str | None) -> AddressRules:
        """Return the rules of a country's addresses; None means the channel's default country."""


class Library(Protocol):
    """What the merchant wrote about the shop itself, as any shopper may read it."""

    def passages(self, question: str, topic: str, described: str = "") -> tuple[Passage, ...]:
        """Return what answers the question well enough, the best first; () rather than what is beside it.

        `topic` is what the question is known to be about (a value of Topic), or empty. `described` is the
        description of the product that is spoken of: a sentence of it may be the answer.
        """


class Carts(Protocol):
    """The shopper's checkout. Every write sets an absolute state, so that a repeat changes nothing."""

    def create(self, variant_id: str, quantity: int) -> Cart:
        """Open a checkout with one line in the conversation's channel."""

    def read(self, cart_id: str) -> Cart | None:
        """Return the cart with fresh prices, or None when the shop does not hold it any more."""

    def set_quantity(self, cart_id: str, variant_id: str, quantity: int) -> Cart:
        """Make the cart hold exactly `quantity` of a variant; 0 removes it."""

    def set_contact(self, cart_id: str, email: str) -> Cart:
        """Set the e-mail address that the order goes to."""

    def set_addresses(self, cart_id: str, shipping: Address | None, billing: Address) -> Cart:
        """Set the shipping address (None when nothing is shipped) and the billing address."""

    def delivery_options(self, cart_id: str) -> tuple[DeliveryOption, ...]:
        """Return the ways to deliver this cart, collection points included."""

    def choose_delivery(self, cart_id: str, option: DeliveryOption) -> Cart:
        """Choose one of the ways that `delivery_options` returned."""

    def apply_promo_code(self, cart_id: str, code: str) -> Cart:
        """Apply a voucher or a gift card. A refusal has words only if they say more than its code."""

    def remove_promo_code(self, cart_id: str, code: str) -> Cart:
        """Remove a voucher or a gift card."""


class Orders(Protocol):
    """Orders of this conversation. The caller has checked that the id belongs to it."""

    def order(self, order_id: str) -> Order | None:
        """Return the order as the shop tells it now."""

    def complete_free(self, cart_id: str) -> Order:
        """Turn a cart whose total is zero into an order; an order that stands already is returned."""


@dataclass(frozen=True, slots=True)
class PayMethod:
    """A way to pay. `needs_tax_id`: whoever pays by it must be named by CPF or CNPJ."""

    id: str
    needs_tax_id: bool = False


@dataclass(frozen=True, slots=True)
class ChargeView:
    """A charge as the shopper may see it. `state` is one of ChargeState's values (conversation/state.py).

    An open one is paid at `page_url`, or with `pix_code` (a BR Code to be copied or scanned).
    `expires_at` is in UTC seconds since the epoch. `reason` is a stable code when a charge failed. `held` is what is
    only reserved on the shopper's card now, `let_go` what of it was or is let go.
    """

    id: str
    state: str
    method: str
    amount: Money
    page_url: str | None
    expires_at: int | None
    order_id: str | None = None
    reason: str | None = None
    refunded: Money | None = None
    pix_code: str | None = None
    held: Money | None = None
    let_go: Money | None = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the greatest total that can be paid; None where nobody names one.

    `only_without_gift_cards`: no total can, for a gift card covers a part of the cart.
    """

    least: Money | None = None
    most: Money | None = None
    only_without_gift_cards: bool = False


class Payments(Protocol):
    """The conversation's way to money. Never retries on its own; all of it is idempotent per attempt."""

    def methods(self, amount: Money) -> tuple[PayMethod, ...]:
        """Return the methods this amount can be paid by now, best first; () when there is none."""

    def bounds(self, cart: Cart) -> Bounds | None:
        """Return what can be paid in the cart's currency now; None when payments are closed."""

    def open(self, cart: Cart, method: str, attempt: int, tax_id: str | None = None) -> ChargeView:
        """Open the charge of this attempt for exactly `cart.total`; the same attempt returns the same charge.

        `tax_id`: the payer's CPF or CNPJ, checked, without punctuation, for a method that needs it.
        Refused (state `refused`, with a reason) when the shop's cart is no longer that cart.
        """

    def close(self, charge_id: str) -> ChargeView:
        """Close an open charge at the provider; one that was paid meanwhile stays paid."""

    def ask(self, charge_id: str) -> ChargeView:
        """Ask the provider now, settle what can be settled, and return what is known."""


class Language(Protocol):
    """Understands what a shopper wrote. Pure: the same words in the same context read the same."""

    def read(self, text: str, context: ReadingContext) -> Reading:
        """Return intent, confidence, reasoning and slots; never raises on any text."""


@dataclass(frozen=True, slots=True)
class Handover:
    """A shopper asked for a person."""

    conversation_id: str
    words: str


class People(Protocol):
    """The way to the merchant's people."""

    def ask(self, handover: Handover) -> None:
        """Put the conversation on the merchant's list; a repeat changes nothing."""


__all__ = [
    "Carts",
    "Catalogue",
    "ChargeView",
    "Handover",
    "Language",
    "Library",
    "Orders",
    "PayMethod",
    "Payments",
    "People",
    "ProductRef",
]
