"""What the shop has and holds, in the words of the conversation: products, cart, delivery, orders.

All values come from the shop (Saleor); nothing here is computed from what a page or a shopper says.
Ids are the shop's own opaque texts. Money is in minor units. Texts are plain, no HTML.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from agentpay_plugin.money import Money


@dataclass(frozen=True, slots=True)
class Attribute:
    """A named property with its values, e.g. Material: cotton; `slug` is the shop's stable name."""

    slug: str
    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """One thing that can be bought. `attributes` are those that tell variants of a product apart.

    `price` is gross per piece and None when the variant is not for sale in the channel.
    `available` is how many a shopper may order now (Saleor caps what it tells, 50 by default).
    """

    id: str
    name: str
    sku: str | None
    attributes: tuple[Attribute, ...]
    price: Money | None
    undiscounted_price: Money | None
    available: int
    limit_per_customer: int | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """A product as the channel shows it. `attributes` hold for every variant."""

    id: str
    slug: str
    name: str
    description: str
    category: str | None
    attributes: tuple[Attribute, ...]
    variants: tuple[Variant, ...]
    image_url: str | None
    requires_shipping: bool
    available_for_purchase: bool


class LineProblem(StrEnum):
    INSUFFICIENT_STOCK = "insufficient_stock"
    NOT_AVAILABLE = "not_available"


@dataclass(frozen=True, slots=True)
class CartLine:
    """One line of the cart. `available` says how many could be had when `problem` is about stock."""

    id: str
    variant_id: str
    product_name: str
    variant_name: str
    quantity: int
    unit_price: Money
    total: Money
    image_url: str | None = None
    problem: LineProblem | None = None
    available: int | None = None


class DeliveryKind(StrEnum):
    SHIPPING = "shipping"
    COLLECTION = "collection"


@dataclass(frozen=True, slots=True)
class DeliveryOption:
    """A way to get the goods. Days count from the order; a collection point carries its address."""

    id: str
    kind: DeliveryKind
    name: str
    price: Money
    minimum_days: int | None = None
    maximum_days: int | None = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address in Saleor's fields; `country` and `country_area` are codes where the country has them."""

    first_name: str
    last_name: str
    street_address_1: str
    city: str
    country: str
    postal_code: str = ""
    country_area: str = ""
    street_address_2: str = ""
    city_area: str = ""
    company_name: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to send and the words to show for it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class AddressRules:
    """What a country's address needs, from Saleor's addressValidationRules.

    Field names are ours (those of `Address`). `countries` are those the channel delivers to.
    """

    country: str
    country_name: str
    allowed: tuple[str, ...]
    required: tuple[str, ...]
    country_areas: tuple[Choice, ...] = ()
    country_area_label: str = ""
    postal_code_label: str = ""
    postal_code_examples: tuple[str, ...] = ()
    countries: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Cart:
    """The shopper's checkout as the shop holds it now.

    `total` is what is to be paid after discounts and gift cards; `gift_cards` is what those cover.
    `discount` (vouchers) and `tax` are contained already in the prices of lines and delivery, so
    `subtotal + delivery_price - gift_cards == total`.
    `version` changes whenever anything changes that a shopper would have agreed to (lines,
    prices, delivery, promo codes, addresses, totals): a quote is confirmed for one version.
    Personal data stays in the shop; here are only facts about it.
    """

    id: str
    channel: str
    currency: str
    lines: tuple[CartLine, ...]
    subtotal: Money
    delivery_price: Money
    tax: Money
    discount: Money
    gift_cards: Money
    total: Money
    promo_code: str | None
    gift_card_codes: tuple[str, ...]
    requires_shipping: bool
    has_email: bool
    has_shipping_address: bool
    has_billing_address: bool
    delivery: DeliveryOption | None
    country: str | None
    version: str


@dataclass(frozen=True, slots=True)
class Order:
    """An order of this conversation (or of the logged-in customer), as far as a shopper is told."""

    id: str
    number: str
    status: str
    charge_status: str
    total: Money
    lines: tuple[CartLine, ...] = ()
    tracking: tuple[str, ...] = ()
    delivery_name: str = ""
