"""What the fake shop sells: two channels, five products, three ways of delivery, two promo codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from agentpay_plugin.conversation.goods import Attribute, DeliveryKind
from agentpay_plugin.money import Money

DOLLARS = "default-channel"
ZLOTYS = "channel-pln"
CURRENCIES: Mapping[str, str] = {DOLLARS: "USD", ZLOTYS: "PLN"}
COUNTRIES: Mapping[str, str] = {"US": "United States of America", "PL": "Poland", "DE": "Germany"}


@dataclass(frozen=True, slots=True)
class SampleVariant:
    """A variant with its price per channel (minor units of the channel's currency) and its stock."""

    id: str
    name: str
    sku: str | None
    prices: Mapping[str, int]
    stock: int
    attributes: tuple[Attribute, ...] = ()
    limit_per_customer: int | None = None


@dataclass(frozen=True, slots=True)
class SampleProduct:
    id: str
    slug: str
    name: str
    description: str
    category: str
    variants: tuple[SampleVariant, ...]
    attributes: tuple[Attribute, ...] = ()
    requires_shipping: bool = True
    image_url: str | None = None


@dataclass(frozen=True, slots=True)
class SampleDelivery:
    """A way to deliver with its price per channel; shipping needs an address, collection does not."""

    id: str
    kind: DeliveryKind
    name: str
    prices: Mapping[str, int]
    minimum_days: int | None = None
    maximum_days: int | None = None
    description: str = ""
    countries: tuple[str, ...] = field(default=tuple(COUNTRIES))


def _tee_variant(color: str, size: str) -> SampleVariant:
    larger = size == "XL"
    return SampleVariant(
        id=f"variant-tee-{color}-{size}".lower(),
        name=f"{color} / {size}",
        sku=f"TEE-{color[:3]}-{size}".upper(),
        prices={DOLLARS: 2200 if larger else 2000, ZLOTYS: 8800 if larger else 8000},
        stock=10,
        attributes=(Attribute("color", "Color", (color,)), Attribute("size", "Size", (size,))),
    )


TEE = SampleProduct(
    id="product-tee",
    slug="agentpay-tee",
    name="AgentPay Tee",
    description="A plain tee that keeps its shape.\nMachine wash at 30 degrees.",
    category="T-shirts",
    variants=tuple(
        _tee_variant(color, size) for color in ("Black", "Blue") for size in ("S", "M", "L", "XL")
    ),
    attributes=(Attribute("material", "Material", ("Cotton",)),),
    image_url="https://shop.example/media/tee.png",
)
HOODIE = SampleProduct(
    id="product-hoodie",
    slug="agentpay-hoodie",
    name="AgentPay Hoodie",
    description="A warm hoodie.",
    category="Sweatshirts",
    variants=(
        SampleVariant("variant-hoodie", "Hoodie", None, {DOLLARS: 4500, ZLOTYS: 18000}, 8, (), 5),
    ),
    attributes=(Attribute("material", "Material", ("Cotton", "Polyester")),),
)
AUDIOBOOK = SampleProduct(
    id="product-audiobook",
    slug="talking-shop-audiobook",
    name="Talking Shop (audiobook)",
    description="Six hours, read by the author.",
    category="Audiobooks",
    variants=(
        SampleVariant("variant-audiobook", "MP3", "AUDIO-1", {DOLLARS: 999, ZLOTYS: 3999}, 1000),
    ),
    requires_shipping=False,
)
MUG = SampleProduct(
    id="product-mug",
    slug="enamel-mug",
    name="Enamel Mug",
    description="Sold out faster than we can paint.",
    category="Mugs",
    variants=(SampleVariant("variant-mug", "White", "MUG-1", {DOLLARS: 1200, ZLOTYS: 4800}, 0),),
)
CAP = SampleProduct(
    id="product-cap",
    slug="agentpay-cap",
    name="AgentPay Cap",
    description="Sold in dollars only.",
    category="Caps",
    variants=(SampleVariant("variant-cap", "Green", "CAP-1", {DOLLARS: 1500}, 5),),
)
PRODUCTS = (TEE, HOODIE, AUDIOBOOK, MUG, CAP)

DELIVERIES = (
    SampleDelivery(
        "delivery-standard",
        DeliveryKind.SHIPPING,
        "Standard",
        {DOLLARS: 500, ZLOTYS: 2000},
        3,
        5,
    ),
    SampleDelivery(
        "delivery-express",
        DeliveryKind.SHIPPING,
        "Express",
        {DOLLARS: 1500, ZLOTYS: 6000},
        1,
        1,
    ),
    SampleDelivery(
        "delivery-downtown",
        DeliveryKind.COLLECTION,
        "Downtown store",
        {DOLLARS: 0, ZLOTYS: 0},
        description="1 Main Street, New York",
    ),
)

VOUCHERS: Mapping[str, int] = {"SAVE10": 10}  # per cent of the lines
GIFT_CARDS: Mapping[str, Money] = {
    "GIFT10": Money(1000, "USD"),
    "GIFT1000": Money(100000, "USD"),
}
