"""Products to speak of, and readings to compare: all that is understood but how sure one is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from agentpay_plugin.conversation.goods import Attribute, Product, Variant
from agentpay_plugin.conversation.reading import Intent, Offered, Reading, ReadingContext
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


def read(each: Row, locale: str = "en") -> Reading:
    """Read a row, and leave out how sure the reading is."""
    cart = CART if each.product is JUICE else None
    context = ReadingContext(locale, each.product, cart, each.offered)
    return replace(RulesLanguage().read(each.text, context), confidence=0, reasoning="")
