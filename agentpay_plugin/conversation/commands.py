"""What the conversation asks the shell to do. Each brings one event back (named in its docstring).

Any command that asks the shop may bring `ShopFailed` instead. Commands repeated after a crash change
nothing twice: cart writes are absolute, a charge is opened per attempt.
"""

from __future__ import annotations

from dataclasses import dataclass

from agentpay_plugin.conversation.goods import Address, DeliveryOption
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.wanted import Wanted
from agentpay_plugin.money import Money


@dataclass(frozen=True, slots=True)
class ReadProduct:
    """-> ProductRead"""

    ref: ProductRef


@dataclass(frozen=True, slots=True)
class SearchProducts:
    """-> ProductsFound"""

    wanted: Wanted


@dataclass(frozen=True, slots=True)
class ReadSimilar:
    """-> SimilarFound"""

    product_id: str
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class ReadGroups:
    """-> GroupsRead"""


@dataclass(frozen=True, slots=True)
class ReadLibrary:
    """-> LibraryRead"""

    question: str
    topic: str
    described: str = ""


@dataclass(frozen=True, slots=True)
class ReadDelivery:
    """-> DeliveryRead. With a cart: the cart's options; else those of the country (None: the channel's own)."""

    cart_id: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class ReadAddressRules:
    """-> AddressRulesRead"""

    country: str | None


@dataclass(frozen=True, slots=True)
class ReadCart:
    """-> CartRead"""

    cart_id: str


@dataclass(frozen=True, slots=True)
class SetQuantity:
    """-> CartRead or CartRefused. `cart_id` None opens a cart."""

    cart_id: str | None
    variant_id: str
    quantity: int


@dataclass(frozen=True, slots=True)
class SetContact:
    """-> CartRead or CartRefused"""

    cart_id: str
    email: str


@dataclass(frozen=True, slots=True)
class SetAddresses:
    """-> CartRead or CartRefused"""

    cart_id: str
    shipping: Address | None
    billing: Address


@dataclass(frozen=True, slots=True)
class ChooseDelivery:
    """-> CartRead or CartRefused"""

    cart_id: str
    option: DeliveryOption


@dataclass(frozen=True, slots=True)
class ApplyPromoCode:
    """-> CartRead or CartRefused"""

    cart_id: str
    code: str


@dataclass(frozen=True, slots=True)
class RemovePromoCode:
    """-> CartRead or CartRefused"""

    cart_id: str
    code: str


@dataclass(frozen=True, slots=True)
class ReadQuote:
    """-> QuoteRead"""

    cart_id: str


@dataclass(frozen=True, slots=True)
class ReadMethods:
    """-> MethodsRead. Before there is a quote; `amount` is what something of interest costs."""

    amount: Money


@dataclass(frozen=True, slots=True)
class PlaceFreeOrder:
    """-> OrderPlaced or CartRefused. For a cart whose total is zero; never for another."""

    cart_id: str
    cart_version: str


@dataclass(frozen=True, slots=True)
class OpenCharge:
    """-> ChargeChanged or CartRead (the cart is no longer that of the quote). Asks a provider: slow."""

    cart_id: str
    cart_version: str
    method: str
    attempt: int
    tax_id: str | None = None


@dataclass(frozen=True, slots=True)
class CloseCharge:
    """-> ChargeChanged. Asks a provider: slow."""

    charge_id: str


@dataclass(frozen=True, slots=True)
class AskCharge:
    """-> ChargeChanged. Asks a provider: slow."""

    charge_id: str


@dataclass(frozen=True, slots=True)
class ReadOrder:
    """-> OrderRead. Only for orders in the conversation's own list."""

    order_id: str


@dataclass(frozen=True, slots=True)
class AskPerson:
    """Brings no event back."""

    words: str


Command = (
    ReadProduct
    | SearchProducts
    | ReadSimilar
    | ReadGroups
    | ReadLibrary
    | ReadDelivery
    | ReadAddressRules
    | ReadCart
    | SetQuantity
    | SetContact
    | SetAddresses
    | ChooseDelivery
    | ApplyPromoCode
    | RemovePromoCode
    | ReadQuote
    | ReadMethods
    | PlaceFreeOrder
    | OpenCharge
    | CloseCharge
    | AskCharge
    | ReadOrder
    | AskPerson
)

SLOW = (OpenCharge, CloseCharge, AskCharge)
