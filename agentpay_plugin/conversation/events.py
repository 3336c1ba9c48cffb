"""What can happen to a conversation: what the shopper did, what a command brought, what a charge did."""

from __future__ import annotations

from dataclasses import dataclass

from agentpay_plugin.conversation.goods import (
    Address,
    AddressRules,
    Cart,
    DeliveryOption,
    Order,
    Product,
)
from agentpay_plugin.conversation.library import Passage
from agentpay_plugin.conversation.ports import Bounds, ChargeView, PayMethod, ProductRef
from agentpay_plugin.conversation.reading import Reading
from agentpay_plugin.conversation.wanted import Found, Groups, Wanted

# --- the shopper ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Opened:
    """The chat was opened, on a product's page or not, perhaps with the storefront's own checkout."""

    product: ProductRef | None = None
    cart_id: str | None = None
    greeting: str | None = None  # the merchant's own words, shown as they are


@dataclass(frozen=True, slots=True)
class Said:
    """What the shopper wrote, without a CPF or CNPJ in it: that is `tax_id`, as it was written.

    `had_card`: the number of a card stood in it, which is dropped.
    """

    text: str
    reading: Reading
    tax_id: str | None = None
    had_card: bool = False


@dataclass(frozen=True, slots=True)
class VariantChosen:
    variant_id: str
    quantity: int | None = None


@dataclass(frozen=True, slots=True)
class GoodsSought:
    """A language model looks for goods on the shopper's behalf; their own words are a `Said`."""

    wanted: Wanted


@dataclass(frozen=True, slots=True)
class VariantOffered:
    """A variant that was shown is offered: a "yes" puts one into the cart. The assistant's, never a tap."""

    variant_id: str


@dataclass(frozen=True, slots=True)
class ProductChosen:
    product_id: str


@dataclass(frozen=True, slots=True)
class QuantitySet:
    """Make the cart hold exactly `quantity` of a variant that is in it; 0 removes the line."""

    variant_id: str
    quantity: int


@dataclass(frozen=True, slots=True)
class PromoCodeApplied:
    code: str


@dataclass(frozen=True, slots=True)
class PromoCodeRemoved:
    code: str


@dataclass(frozen=True, slots=True)
class CheckOutAsked:
    pass


@dataclass(frozen=True, slots=True)
class CartAsked:
    pass


@dataclass(frozen=True, slots=True)
class CartJoined:
    """The storefront has a cart now: it becomes the conversation's unless there are goods in one already."""

    cart_id: str


@dataclass(frozen=True, slots=True)
class CountryChosen:
    country: str


@dataclass(frozen=True, slots=True)
class DetailsGiven:
    """Contact and addresses. `billing` None means: the same as shipping."""

    email: str | None
    shipping: Address | None
    billing: Address | None


@dataclass(frozen=True, slots=True)
class DeliveryChosen:
    option_id: str


@dataclass(frozen=True, slots=True)
class QuoteConfirmed:
    """Pay by `method` what the quote of `cart_version` says. `tax_id`: the payer's, checked, if one was given."""

    method: str
    cart_version: str
    tax_id: str | None = None


@dataclass(frozen=True, slots=True)
class PaidSaid:
    pass


@dataclass(frozen=True, slots=True)
class PaymentCancelled:
    pass


@dataclass(frozen=True, slots=True)
class PersonAsked:
    words: str = ""


ShopperEvent = (
    Said
    | VariantChosen
    | ProductChosen
    | QuantitySet
    | PromoCodeApplied
    | PromoCodeRemoved
    | CheckOutAsked
    | CartAsked
    | CartJoined
    | CountryChosen
    | DetailsGiven
    | DeliveryChosen
    | QuoteConfirmed
    | PaidSaid
    | PaymentCancelled
    | PersonAsked
)


# --- the shop's people ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PersonWrote:
    """A person of the shop's wrote into the chat; what they wrote is a message already."""


# --- what commands bring ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ProductRead:
    """`product` is None when the channel does not show it."""

    product: Product | None
    ref: ProductRef


@dataclass(frozen=True, slots=True)
class ProductsFound:
    wanted: Wanted
    found: Found


@dataclass(frozen=True, slots=True)
class SimilarFound:
    found: Found


@dataclass(frozen=True, slots=True)
class GroupsRead:
    groups: Groups


@dataclass(frozen=True, slots=True)
class LibraryRead:
    """What the merchant wrote that answers a question, the best first."""

    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class DeliveryRead:
    """The ways to deliver: of the cart if there is one that can be delivered, else of the country."""

    options: tuple[DeliveryOption, ...]
    country: str | None


@dataclass(frozen=True, slots=True)
class AddressRulesRead:
    rules: AddressRules


@dataclass(frozen=True, slots=True)
class CartRead:
    """The cart as it is now, after whatever was asked; None when the shop does not hold it any more."""

    cart: Cart | None


@dataclass(frozen=True, slots=True)
class CartRefused:
    """The shop refused a write. `code` is Saleor's CheckoutErrorCode; `field` is ours (Address's, email, …)."""

    code: str
    message: str
    field: str | None
    variant_id: str | None = None


@dataclass(frozen=True, slots=True)
class QuoteRead:
    """The cart read for a quote, and the methods it can be paid by.

    `bounds` are given when there is no method although payments are open: it is the total that does not fit.
    """

    cart: Cart | None
    methods: tuple[PayMethod, ...]
    bounds: Bounds | None = None


@dataclass(frozen=True, slots=True)
class MethodsRead:
    """The methods an amount can be paid by, best first."""

    methods: tuple[PayMethod, ...]


@dataclass(frozen=True, slots=True)
class OrderPlaced:
    """A cart of total zero became an order."""

    order: Order


@dataclass(frozen=True, slots=True)
class OrderRead:
    order: Order | None


@dataclass(frozen=True, slots=True)
class ShopFailed:
    """The shop could not be asked: nothing was changed as far as we know."""


# --- charges ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ChargeChanged:
    """A charge of this conversation is now so. `order` is given once it stands."""

    charge: ChargeView
    order: Order | None = None


Event = (
    Opened
    | PersonWrote
    | Said
    | VariantChosen
    | ProductChosen
    | QuantitySet
    | PromoCodeApplied
    | PromoCodeRemoved
    | CheckOutAsked
    | CartAsked
    | CartJoined
    | CountryChosen
    | DetailsGiven
    | DeliveryChosen
    | QuoteConfirmed
    | PaidSaid
    | PaymentCancelled
    | PersonAsked
    | VariantOffered
    | GoodsSought
    | ProductRead
    | ProductsFound
    | SimilarFound
    | GroupsRead
    | LibraryRead
    | DeliveryRead
    | AddressRulesRead
    | CartRead
    | CartRefused
    | QuoteRead
    | MethodsRead
    | OrderPlaced
    | OrderRead
    | ShopFailed
    | ChargeChanged
)
