"""The typed parts of a reply. Not HTML, not GraphQL: phrase keys and facts of the shop.

A `Phrase` is a key of the phrase table with typed parameters; the shell renders it once, in the
conversation's locale, when the message is stored. `conversation/phrases.py` lists the keys.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from agentpay_plugin.conversation.goods import (
    AddressRules,
    Cart,
    DeliveryOption,
    Order,
    Product,
)
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import ChargeView, PayMethod
from agentpay_plugin.money import Money


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its ISO 3166 alpha-2 code, to be said in the shopper's language."""

    code: str


Param = str | int | Money | Country | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to be said. Parameters: text, whole number, Money, a country, or a list of texts."""

    say: Say
    params: dict[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Text:
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class ProductCard:
    product: Product
    variant_id: str | None = None


@dataclass(frozen=True, slots=True)
class VariantPicker:
    """The variants of a product that are still in question."""

    product: Product
    variant_ids: tuple[str, ...]
    quantity: int


@dataclass(frozen=True, slots=True)
class CartSummary:
    cart: Cart


@dataclass(frozen=True, slots=True)
class DetailsForm:
    """Asks for contact and addresses. `errors` are (field, phrase) of a refused entry."""

    rules: AddressRules
    needs_email: bool
    needs_shipping: bool
    errors: tuple[tuple[str, Phrase], ...] = ()


@dataclass(frozen=True, slots=True)
class DeliveryPicker:
    options: tuple[DeliveryOption, ...]
    chosen_id: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """What is to be paid and what it is made of, and how it can be paid."""

    cart: Cart
    methods: tuple[PayMethod, ...]


@dataclass(frozen=True, slots=True)
class PaymentRequest:
    charge: ChargeView


@dataclass(frozen=True, slots=True)
class Receipt:
    """An order that stands. `reserved`: what of `paid` is only reserved on the card yet, if anything."""

    order: Order
    paid: Money
    reserved: Money | None = None


@dataclass(frozen=True, slots=True)
class OrderStatus:
    order: Order


class Tap(StrEnum):
    """What a quick reply does when tapped; the names are those of the chat API's action input."""

    TEXT = "text"
    CHECK_OUT = "check_out"
    SHOW_CART = "show_cart"
    PAY = "pay"
    CHECK_PAYMENT = "check_payment"
    CANCEL_PAYMENT = "cancel_payment"
    ASK_PERSON = "ask_person"


@dataclass(frozen=True, slots=True)
class QuickReply:
    """A label, what a tap does, and its argument (the text to send, or the payment method)."""

    label: Phrase
    tap: Tap
    argument: str | None = None


@dataclass(frozen=True, slots=True)
class QuickReplies:
    replies: tuple[QuickReply, ...]


class NoticeKind(StrEnum):
    INFO = "info"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that went wrong or must be known, and what the shopper can do."""

    kind: NoticeKind
    phrase: Phrase


Part = (
    Text
    | ProductCard
    | VariantPicker
    | CartSummary
    | DetailsForm
    | DeliveryPicker
    | Quote
    | PaymentRequest
    | Receipt
    | OrderStatus
    | QuickReplies
    | Notice
)
