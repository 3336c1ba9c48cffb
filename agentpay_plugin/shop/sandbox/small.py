"""The goods of tests: three channels, five products, three ways of delivery, a voucher and two gift cards."""

from __future__ import annotations

from agentpay_plugin.conversation.goods import DeliveryKind
from agentpay_plugin.money import Money
from agentpay_plugin.shop.sandbox.goods import (
    Channel,
    Goods,
    SampleAttribute,
    SampleCollection,
    SampleDelivery,
    SamplePage,
    SampleProduct,
    SampleVariant,
    Text,
    Voucher,
    VoucherKind,
)

DOLLARS = "default-channel"
ZLOTYS = "channel-pln"
REAIS = "channel-brl"
_COUNTRIES = ("US", "PL", "DE")


def _attribute(slug: str, name: str, *values: str) -> SampleAttribute:
    return SampleAttribute(slug, Text(name), tuple(Text(value) for value in values))


def _tee_variant(color: str, size: str) -> SampleVariant:
    larger = size == "XL"
    return SampleVariant(
        id=f"variant-tee-{color}-{size}".lower(),
        name=Text(f"{color} / {size}"),
        sku=f"TEE-{color[:3]}-{size}".upper(),
        prices={DOLLARS: 2200 if larger else 2000, ZLOTYS: 8800 if larger else 8000, REAIS: 9900},
        stock=10,
        attributes=(_attribute("color", "Color", color), _attribute("size", "Size", size)),
    )


TEE = SampleProduct(
    id="product-tee",
    slug="agentpay-tee",
    name=Text("AgentPay Tee"),
    description=Text("A plain tee that keeps its shape.\nMachine wash at 30 degrees."),
    category=Text("T-shirts"),
    variants=tuple(
        _tee_variant(color, size) for color in ("Black", "Blue") for size in ("S", "M", "L", "XL")
    ),
    attributes=(_attribute("material", "Material", "Cotton"),),
    image_url="https://shop.example/media/tee.png",
)
HOODIE = SampleProduct(
    id="product-hoodie",
    slug="agentpay-hoodie",
    name=Text("AgentPay Hoodie"),
    description=Text("A warm hoodie."),
    category=Text("Sweatshirts"),
    variants=(
        SampleVariant(
            "variant-hoodie", Text("Hoodie"), None, {DOLLARS: 4500, ZLOTYS: 18000}, 8, (), 5
        ),
    ),
    attributes=(_attribute("material", "Material", "Cotton", "Polyester"),),
)
AUDIOBOOK = SampleProduct(
    id="product-audiobook",
    slug="talking-shop-audiobook",
    name=Text("Talking Shop (audiobook)"),
    description=Text("Six hours, read by the author."),
    category=Text("Audiobooks"),
    variants=(
        SampleVariant(
            "variant-audiobook",
            Text("MP3"),
            "AUDIO-1",
            {DOLLARS: 999, ZLOTYS: 3999, REAIS: 4990},
            1000,
        ),
    ),
    requires_shipping=False,
)
MUG = SampleProduct(
    id="product-mug",
    slug="enamel-mug",
    name=Text("Enamel Mug"),
    description=Text("Sold out faster than we can paint."),
    category=Text("Mugs"),
    variants=(
        SampleVariant("variant-mug", Text("White"), "MUG-1", {DOLLARS: 1200, ZLOTYS: 4800}, 0),
    ),
)
CAP = SampleProduct(
    id="product-cap",
    slug="agentpay-cap",
    name=Text("AgentPay Cap"),
    description=Text("Sold in dollars only."),
    category=Text("Caps"),
    variants=(SampleVariant("variant-cap", Text("Green"), "CAP-1", {DOLLARS: 1500}, 5),),
)

SMALL = Goods(
    channels={
        DOLLARS: Channel(DOLLARS, "USD", "US", _COUNTRIES),
        ZLOTYS: Channel(ZLOTYS, "PLN", "US", _COUNTRIES, tax=23),
        REAIS: Channel(REAIS, "BRL", "BR", ("BR",)),
    },
    products=(TEE, HOODIE, AUDIOBOOK, MUG, CAP),
    deliveries=(
        SampleDelivery(
            "delivery-standard",
            DeliveryKind.SHIPPING,
            Text("Standard"),
            {DOLLARS: 500, ZLOTYS: 2000, REAIS: 1500},
            (*_COUNTRIES, "BR"),
            3,
            5,
        ),
        SampleDelivery(
            "delivery-express",
            DeliveryKind.SHIPPING,
            Text("Express"),
            {DOLLARS: 1500, ZLOTYS: 6000},
            _COUNTRIES,
            1,
            1,
        ),
        SampleDelivery(
            "delivery-downtown",
            DeliveryKind.COLLECTION,
            Text("Downtown store"),
            {DOLLARS: 0, ZLOTYS: 0},
            _COUNTRIES,
            description="1 Main Street, New York",
        ),
    ),
    vouchers={"SAVE10": Voucher(VoucherKind.PERCENTAGE, 10)},
    pages=(SamplePage(Text("Returns"), Text("Send it back within 30 days.\nWe pay the parcel.")),),
    collections=(SampleCollection(Text("Summer Picks"), ("product-tee", "product-cap")),),
    gift_cards={"GIFT10": Money(1000, "USD"), "GIFT1000": Money(100000, "USD")},
)
