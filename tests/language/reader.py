"""Products to speak of, and readings to compare: all that is understood but how sure one is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from agentpay_plugin.conversation.goods import Attribute, Product, Variant
from agentpay_plugin.conversation.reading import (
    Intent,
    Offered,
    Reading,
    ReadingContext,
    Subject,
    Topic,
    Wish,
)
from agentpay_plugin.language.rules import RulesLanguage
from tests.builders import a_cart, a_line, a_product, a_variant, usd


def _product(name: str, category: str, *variants: Variant, **changes: Any) -> Product:
    return a_product(name=name, category=category, variants=variants, attributes=(), **changes)


def _variant(number: int, **values: str) -> Variant:
    attributes = tuple(
        Attribute(slug.replace("_", "-"), slug.replace("_", " ").capitalize(), (value,))
        for slug, value in values.items()
    )
    return a_variant(f"v{number}", None, attributes=attributes)


TEE = a_product(
    description="A shirt for programmers.",
    category="T-shirts",
    attributes=(
        Attribute("material", "Material", ("Cotton",)),
        Attribute("brand", "Brand", ("Saleor Loom",)),
    ),
    variants=tuple(
        _variant(number, size=size) for number, size in enumerate(("S", "M", "L", "XL", "XXL"))
    ),
)
SHOE = _product(
    "Blue Plimsolls",
    "Sneakers",
    *(_variant(number, shoe_size=str(39 + number)) for number in range(7)),
)
POLO = _product(
    "Darko Polo",
    "Polo shirts",
    *(
        _variant(number, color=color, size=size)
        for number, (color, size) in enumerate(
            (color, size) for color in ("Blue", "Red", "Navy Blue") for size in ("S", "M")
        )
    ),
)
JUICE = replace(
    _product("Apple Juice", "Juices", a_variant("v0", None, sku=None)),
    attributes=(
        Attribute("flavor", "Flavor", ("Apple",)),
        Attribute("volume", "Volume", ("700ml",)),
    ),
)
NAMED = _product(
    "Mug",
    "Mugs",
    a_variant("va", None, name="Mug Green 250 ml", sku="MUG-G-250"),
    a_variant("vb", None, name="Mug Red 250 ml", sku="MUG-R-250"),
)
BOOK = _product(
    "Own your stack",
    "Audiobooks",
    *(_variant(number, medium=name) for number, name in enumerate(("iTunes", "MP3", "CD"))),
)
CART = a_cart(
    a_line("v0", product_name="Apple Juice", unit_price=usd(300), total=usd(300))
)  # what is in it while the juice is spoken of


@dataclass(frozen=True)
class Row:
    product: Product | None
    text: str
    expected: Reading
    offered: Offered

    def __str__(self) -> str:
        return f"{self.text or 'nothing'}-{self.offered}"


def row(
    product: Product | None,
    text: str,
    *,
    expected: Reading,
    offered: Offered = Offered.NOTHING,
) -> Row:
    """Return a message, what was spoken of and offered before it, and what it means."""
    return Row(product, text, expected, offered)


def understood(intent: Intent, **slots: Any) -> Reading:
    """Return what is understood; slots not given are empty."""
    return Reading(intent=intent, confidence=0, reasoning="", **slots)


def buys(**slots: Any) -> Reading:
    """Return that the product in focus is wanted."""
    return understood(Intent.PURCHASE_INTENT, wish=Wish.BUY, **slots)


def picks(**slots: Any) -> Reading:
    """Return that an option or a quantity is named, and nothing else."""
    return understood(Intent.PURCHASE_INTENT, **slots)


def wants_another(mention: str, **slots: Any) -> Reading:
    """Return that goods are wanted that have to be searched first."""
    wish = Wish.SEARCH
    return understood(Intent.PURCHASE_INTENT, wish=wish, product_mention=mention, **slots)


def asks(topic: Topic, **slots: Any) -> Reading:
    """Return that something about the product is asked."""
    return understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=topic, **slots)


def looks_for(mention: str | None, **slots: Any) -> Reading:
    """Return that the shop is asked for goods."""
    wish = Wish.SEARCH
    return understood(Intent.PRODUCT_QUESTION, wish=wish, product_mention=mention, **slots)


def gives_code(code: str) -> Reading:
    """Return that a voucher or gift card is to be used."""
    return understood(Intent.PURCHASE_INTENT, wish=Wish.APPLY_PROMO, promo_code=code)


def pays_by(method: str) -> Reading:
    """Return that a way to pay is chosen."""
    return understood(Intent.PURCHASE_INTENT, wish=Wish.PAY_BY, method=method)


def talks(**slots: Any) -> Reading:
    """Return that nothing is to be bought or answered about a product."""
    return understood(Intent.GENERAL, **slots)


def talks_of(subject: Subject) -> Reading:
    """Return that something beside goods and orders is spoken of."""
    return talks(wish=Wish.TALK, subject=subject)


def of_size(value: str) -> dict[str, Any]:
    """Return the slots of a size of the tee."""
    number = ("S", "M", "L", "XL", "XXL").index(value)
    return {"options": (("size", value),), "variant_ids": (f"v{number}",)}


def read(each: Row, locale: str = "en") -> Reading:
    """Read a row, and leave out how sure the reading is."""
    cart = CART if each.product is JUICE else None
    context = ReadingContext(locale, each.product, cart, each.offered)
    return replace(RulesLanguage().read(each.text, context), confidence=0, reasoning="")
