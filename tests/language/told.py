"""What the shop told before the sentences of tests/fixtures/assistant/claims.json: by language and name of the situation."""

from __future__ import annotations

from collections.abc import Mapping

from agentpay_plugin.conversation import parts as kinds
from agentpay_plugin.conversation.facts import Facts
from agentpay_plugin.conversation.goods import (
    Attribute,
    Cart,
    DeliveryKind,
    DeliveryOption,
    Product,
)
from agentpay_plugin.conversation.parts import Part, Phrase, Text
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.telling import facts_of
from agentpay_plugin.money import Money
from tests.builders import (
    CARD,
    a_cart,
    a_charge,
    a_delivery,
    a_line,
    a_product,
    a_ready_cart,
    a_variant,
    an_order,
)

# Names, sizes and prices in minor units; in each language M and L are there, XL is sold out, and of the hoodie S is.
_WORDS: Mapping[str, tuple[str, str, str, tuple[str, str, str], str, str, str]] = {
    "en": ("USD", "Monospace Tee", "Paper Hoodie", ("M", "L", "XL"), "S", "Shirts", "Cotton"),
    "pt-BR": (
        "BRL",
        "Camiseta Mono",
        "Moletom Papel",
        ("M", "G", "GG"),
        "P",
        "Camisetas",
        "Algodão",
    ),
    "es": ("EUR", "Camiseta Mono", "Sudadera Papel", ("M", "L", "XL"), "S", "Camisetas", "Algodón"),
}
_PRICES = {
    "en": (2000, 2200, 4500, 6000),
    "pt-BR": (8990, 9990, 19990, 24990),
    "es": (2500, 2700, 5900, 7900),
}
_TEXTS = {
    "en": "A soft tee. Washable at 30 degrees.",
    "pt-BR": "Uma camiseta macia. Lavável a 30 graus.",
    "es": "Una camiseta suave. Lavable a 30 grados.",
}
_WAYS = {
    "en": (("DHL", 500, 2, 4), ("Express", 1500, 1, 1), ("Brooklyn Store", 0, None, None)),
    "pt-BR": (("PAC", 1800, 5, 8), ("Sedex", 3200, 1, 2), ("Loja Pinheiros", 0, None, None)),
    "es": (("Correos", 495, 3, 5), ("Urgente", 995, 1, 1), ("Tienda Centro", 0, None, None)),
}
_PAGES = {
    "en": (
        "Returns",
        "Send it back within 30 days. A return costs $4.90. Returns of gift cards are not possible.",
    ),
    "pt-BR": (
        "Devoluções",
        "Devolva em até 30 dias. A devolução custa R$ 4,90. Vale-presentes não podem ser devolvidos.",
    ),
    "es": (
        "Devoluciones",
        "Devuélvelo en un plazo de 30 días. La devolución cuesta 4,90 €. Las tarjetas de regalo no se pueden devolver.",
    ),
}


def given(locale: str, name: str) -> Facts:
    """Return what was told in a situation."""
    return facts_of(_PARTS[name](locale))


def _tee(locale: str) -> Product:
    currency, tee, _, (medium, large, largest), _, category, material = _WORDS[locale]
    price, dearer, _, _ = (Money(each, currency) for each in _PRICES[locale])
    sizes = ((medium, price, 50), (large, price, 3), (largest, dearer, 0))
    return a_product(
        name=tee,
        description=_TEXTS[locale],
        category=category,
        attributes=(Attribute("material", "Material", (material,)),),
        variants=tuple(
            a_variant(f"v-{size}", size, price=one, undiscounted_price=one, available=there)
            for size, one, there in sizes
        ),
    )


def _hoodie(locale: str) -> Product:
    currency, _, hoodie, (medium, _, _), small, _, _ = _WORDS[locale]
    _, _, price, before = (Money(each, currency) for each in _PRICES[locale])
    return a_product(
        id="p-hoodie",
        name=hoodie,
        description="",
        category="",
        attributes=(),
        variants=(
            a_variant("h-s", small, price=price, undiscounted_price=before, available=0),
            a_variant("h-m", medium, price=price, undiscounted_price=before, available=12),
        ),
    )


def _ways(locale: str) -> tuple[DeliveryOption, ...]:
    currency = _WORDS[locale][0]
    return tuple(
        a_delivery(
            f"d-{name}",
            name=name,
            price=Money(price, currency),
            minimum_days=least,
            maximum_days=most,
            kind=DeliveryKind.SHIPPING if price else DeliveryKind.COLLECTION,
        )
        for name, price, least, most in _WAYS[locale]
    )


def _cart(locale: str) -> tuple[Part, ...]:
    currency, tee, _, (_, large, _), _, _, _ = _WORDS[locale]
    price = Money(_PRICES[locale][0], currency)
    line = a_line("v-l", 2, product_name=tee, variant_name=large, unit_price=price, total=price * 2)
    nothing = Money(0, currency)
    cart = a_cart(
        line, currency=currency, subtotal=price * 2, total=price * 2, delivery_price=nothing, tax=nothing,
        discount=nothing, gift_cards=nothing,
    )  # fmt: skip
    added = Text(Phrase(Say.ADDED, {"count": 2, "item": f"{tee} ({large})"}))
    return (added, kinds.CartSummary(cart))


def _ready(locale: str) -> Cart:
    currency, tee, _, (medium, _, _), _, _, _ = _WORDS[locale]
    price, way, nothing = Money(_PRICES[locale][0], currency), _ways(locale)[0], Money(0, currency)
    line = a_line("v-m", 1, product_name=tee, variant_name=medium, unit_price=price, total=price)
    return a_ready_cart(
        line, currency=currency, subtotal=price, total=price + way.price, delivery=way, delivery_price=way.price,
        tax=nothing, discount=nothing, gift_cards=nothing,
    )  # fmt: skip


def _quote(locale: str) -> tuple[Part, ...]:
    cart = _ready(locale)
    return (Text(Phrase(Say.QUOTE, {"total": cart.total})), kinds.Quote(cart, (CARD,)))


def _open(locale: str) -> tuple[Part, ...]:
    total = _ready(locale).total
    said = Text(Phrase(Say.PAYMENT_OPEN, {"total": total}))
    return (said, kinds.PaymentRequest(a_charge("open", amount=total)))


def _paid(locale: str) -> tuple[Part, ...]:
    total = _ready(locale).total
    order = an_order(number="1042", total=total)
    return (Text(Phrase(Say.ORDER_PLACED, {"number": "1042"})), kinds.Receipt(order, total))


def _order(locale: str) -> tuple[Part, ...]:
    order = an_order(number="1042", status="FULFILLED", total=_ready(locale).total)
    return (Text(Phrase(Say.ORDER_STATUS, {"number": "1042"})), kinds.OrderStatus(order))


def _page(locale: str) -> tuple[Part, ...]:
    title, words = _PAGES[locale]
    return (Text(Phrase(Say.PAGE_SAYS, {"title": title, "words": words})),)


_PARTS = {
    "nothing": lambda _: (),
    "tee": lambda locale: (kinds.ProductCard(_tee(locale)),),
    "both": lambda locale: (kinds.ProductCard(_tee(locale)), kinds.ProductCard(_hoodie(locale))),
    "delivery": lambda locale: (kinds.DeliveryPicker(_ways(locale)),),
    "cart": _cart,
    "quote": _quote,
    "open": _open,
    "paid": _paid,
    "order": _order,
    "page": _page,
}
