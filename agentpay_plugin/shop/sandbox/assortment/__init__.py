"""What the demo's shop sells: some forty products, two channels, delivery by country, promo codes."""

from __future__ import annotations

from agentpay_plugin.conversation.goods import DeliveryKind
from agentpay_plugin.money import Money
from agentpay_plugin.shop.sandbox.assortment.clothes import CLOTHES
from agentpay_plugin.shop.sandbox.assortment.home import FOR_HOME, TO_DRINK
from agentpay_plugin.shop.sandbox.assortment.leisure import ELECTRIC, TO_GIVE, TO_READ
from agentpay_plugin.shop.sandbox.assortment.making import DOLLARS, REAIS
from agentpay_plugin.shop.sandbox.assortment.pages import PAGES
from agentpay_plugin.shop.sandbox.assortment.shoes import SHOES_AND_BAGS
from agentpay_plugin.shop.sandbox.goods import (
    Channel,
    Goods,
    SampleCollection,
    SampleDelivery,
    Text,
    Voucher,
    VoucherKind,
)


def _ids(*slugs: str) -> tuple[str, ...]:
    return tuple(f"product-{slug}" for slug in slugs)


_EUROPE = ("ES", "PT", "FR", "DE", "IT", "NL", "PL", "GB")
_LATIN_AMERICA = ("MX", "AR", "CL", "CO", "BR")
_ABROAD = (*_EUROPE, *_LATIN_AMERICA, "CA")

_DELIVERIES = (
    SampleDelivery(
        "delivery-standard",
        DeliveryKind.SHIPPING,
        Text("Standard", "Entrega padrão", "Envío estándar"),
        {DOLLARS: 500},
        ("US",),
        3,
        5,
    ),
    SampleDelivery(
        "delivery-express",
        DeliveryKind.SHIPPING,
        Text("Express", "Entrega expressa", "Envío exprés"),
        {DOLLARS: 1500},
        ("US",),
        1,
        2,
    ),
    SampleDelivery(
        "delivery-economica",
        DeliveryKind.SHIPPING,
        Text("Economy", "Entrega econômica", "Envío económico"),
        {REAIS: 1990},
        ("BR",),
        5,
        9,
    ),
    SampleDelivery(
        "delivery-expressa",
        DeliveryKind.SHIPPING,
        Text("Express", "Entrega expressa", "Envío exprés"),
        {REAIS: 3990},
        ("BR",),
        1,
        3,
    ),
    SampleDelivery(
        "delivery-europe",
        DeliveryKind.SHIPPING,
        Text("Parcel to Europe", "Encomenda para a Europa", "Paquete a Europa"),
        {DOLLARS: 1200},
        _EUROPE,
        4,
        8,
    ),
    SampleDelivery(
        "delivery-worldwide",
        DeliveryKind.SHIPPING,
        Text("Worldwide courier", "Courier internacional", "Mensajería internacional"),
        {DOLLARS: 2900},
        _ABROAD,
        3,
        6,
    ),
    SampleDelivery(
        "delivery-brooklyn",
        DeliveryKind.COLLECTION,
        Text("Brooklyn store", "Loja do Brooklyn", "Tienda de Brooklyn"),
        {DOLLARS: 0},
        ("US",),
        description="25 Jay Street, 11201, Brooklyn, NY",
    ),
    SampleDelivery(
        "delivery-pinheiros",
        DeliveryKind.COLLECTION,
        Text("Pinheiros store", "Loja de Pinheiros", "Tienda de Pinheiros"),
        {REAIS: 0},
        ("BR",),
        description="Rua dos Pinheiros, 700, 05422-001, São Paulo, SP",
    ),
)
_VOUCHERS = {
    "WELCOME10": Voucher(VoucherKind.PERCENTAGE, 10),
    "BIGSPENDER": Voucher(VoucherKind.PERCENTAGE, 20, {DOLLARS: 15000, REAIS: 75000}),
    "FREESHIP": Voucher(VoucherKind.FREE_DELIVERY),
}
_GIFT_CARDS = {
    "GIFT-25-USD": Money(2500, "USD"),
    "GIFT-500-USD": Money(50000, "USD"),
    "GIFT-100-BRL": Money(10000, "BRL"),
}

_COLLECTIONS = (
    SampleCollection(
        Text("Summer picks", "Seleção de verão", "Selección de verano"),
        _ids("breton-tee", "linen-shirt", "garden-dress", "cold-brew-cans", "camp-mug"),
    ),
    SampleCollection(
        Text("Gifts for readers", "Presentes para leitores", "Regalos para lectores"),
        _ids("quiet-harbor", "small-birds", "bread-without-hurry", "leaf-ereader", "gift-voucher"),
    ),
)


def assortment(media_url: str = "") -> Goods:
    """Return the demo's goods; their drawn pictures are served below `media_url`, which ends with a slash."""
    return Goods(
        channels={
            DOLLARS: Channel(DOLLARS, "USD", "US", ("US", *_ABROAD), tax=8),
            REAIS: Channel(REAIS, "BRL", "BR", ("BR",), tax=17),
        },
        products=(*CLOTHES, *SHOES_AND_BAGS, *FOR_HOME, *TO_DRINK, *TO_READ, *ELECTRIC, *TO_GIVE),
        deliveries=_DELIVERIES,
        vouchers=_VOUCHERS,
        gift_cards=_GIFT_CARDS,
        media_url=media_url,
        collections=_COLLECTIONS,
        pages=PAGES,
    )
