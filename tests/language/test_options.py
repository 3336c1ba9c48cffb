"""Choosing a variant by words: only values that the product in focus has."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from agentpay_plugin.conversation.goods import Attribute
from agentpay_plugin.conversation.reading import (
    Budget,
    Intent,
    Offered,
    Reading,
    ReadingContext,
    Topic,
    Wish,
)
from agentpay_plugin.language.rules import RulesLanguage
from tests.builders import a_product, a_variant, usd
from tests.language.reader import (
    BOOK,
    JUICE,
    NAMED,
    POLO,
    SHOE,
    TEE,
    Row,
    asks,
    buys,
    looks_for,
    picks,
    read,
    row,
    understood,
)

VASE = a_product(
    name="Vase",
    category="Vases",
    attributes=(),
    variants=tuple(
        a_variant(
            f"v{number}",
            None,
            attributes=(Attribute("color", "Color", (color,)), Attribute("size", "Size", (size,))),
        )
        for number, (color, size) in enumerate(
            (color, size) for color in ("Green", "Red") for size in ("300 ml", "900 ml")
        )
    ),
)
SOCKS = a_product(
    name="Wool Socks",
    category="Socks",
    attributes=(),
    variants=tuple(
        a_variant(f"v{number}", None, attributes=(Attribute("size", "Size", (size,)),))
        for number, size in enumerate(("35-38", "39-42", "43-46"))
    ),
)


def vase(color: str, size: str) -> dict[str, Any]:
    """Return the slots of one vase, in the order in which they are said."""
    number = ("Green", "Red").index(color) * 2 + ("300 ml", "900 ml").index(size)
    return {"options": {("color", color), ("size", size)}, "variant_ids": (f"v{number}",)}


def asks_of_stock(variant: str, **option: str) -> Reading:
    options = tuple((slug.replace("_", "-"), value) for slug, value in option.items())
    return asks(Topic.STOCK, options=options, variant_ids=(variant,))


ROWS = (
    row(
        TEE,
        "in L",
        expected=understood(Intent.PURCHASE_INTENT, options=(("size", "L"),), variant_ids=("v2",)),
    ),
    row(
        TEE,
        "size m please",
        expected=understood(Intent.PURCHASE_INTENT, options=(("size", "M"),), variant_ids=("v1",)),
    ),
    row(
        TEE,
        "M",
        expected=understood(Intent.PURCHASE_INTENT, options=(("size", "M"),), variant_ids=("v1",)),
    ),
    row(
        TEE,
        "m",
        expected=understood(Intent.PURCHASE_INTENT, options=(("size", "M"),), variant_ids=("v1",)),
    ),
    row(
        TEE,
        "LARGE",
        expected=understood(Intent.PURCHASE_INTENT, options=(("size", "L"),), variant_ids=("v2",)),
    ),
    row(
        TEE,
        "2xl",
        expected=understood(
            Intent.PURCHASE_INTENT, options=(("size", "XXL"),), variant_ids=("v4",)
        ),
    ),
    row(
        TEE,
        "I want the extra large",
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.BUY, options=(("size", "XL"),), variant_ids=("v3",)
        ),
    ),
    row(
        TEE,
        "L please, not XL",
        expected=understood(Intent.PURCHASE_INTENT, options=(("size", "L"),), variant_ids=("v2",)),
    ),
    row(
        TEE,
        "not M, L",
        expected=understood(Intent.PURCHASE_INTENT, options=(("size", "L"),), variant_ids=("v2",)),
    ),
    row(
        TEE,
        "change L to M",
        expected=understood(Intent.PURCHASE_INTENT, options=(("size", "M"),), variant_ids=("v1",)),
    ),
    row(
        TEE,
        "I'm a medium",
        expected=understood(Intent.PURCHASE_INTENT, options=(("size", "M"),), variant_ids=("v1",)),
    ),
    row(TEE, "I'm a bit late, it's fine", expected=understood(Intent.GENERAL)),
    row(
        TEE,
        "do you ship to the U S A",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.DELIVERY),
    ),
    row(
        TEE,
        "M or L?",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.STOCK, variant_ids=("v1", "v2")
        ),
    ),
    row(TEE, "size XXXL", expected=understood(Intent.PURCHASE_INTENT, unknown_option="XXXL")),
    row(
        TEE,
        "do you have it in XXXL?",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.STOCK, unknown_option="XXXL"
        ),
    ),
    row(TEE, "in purple", expected=understood(Intent.PURCHASE_INTENT, unknown_option="purple")),
    row(
        TEE,
        "do you have it in purple",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.STOCK, unknown_option="purple"
        ),
    ),
    row(
        TEE,
        "I want M not L",
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.BUY, options=(("size", "M"),), variant_ids=("v1",)
        ),
    ),
    row(
        TEE,
        "I don't want it in M, I want it in L",
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.BUY, options=(("size", "L"),), variant_ids=("v2",)
        ),
    ),
    row(
        SHOE,
        "size 42",
        expected=understood(
            Intent.PURCHASE_INTENT, options=(("shoe-size", "42"),), variant_ids=("v3",)
        ),
    ),
    row(
        SHOE,
        "42",
        expected=understood(
            Intent.PURCHASE_INTENT, options=(("shoe-size", "42"),), variant_ids=("v3",)
        ),
    ),
    row(
        SHOE,
        "42 please",
        expected=understood(
            Intent.PURCHASE_INTENT, options=(("shoe-size", "42"),), variant_ids=("v3",)
        ),
    ),
    row(SHOE, "in 52", expected=understood(Intent.PURCHASE_INTENT, unknown_option="52")),
    row(
        SHOE,
        "size 47?",
        expected=understood(
            Intent.PRODUCT_QUESTION,
            wish=Wish.ASK,
            topic=Topic.OPTIONS,
            attribute="shoe-size",
            unknown_option="47",
        ),
    ),
    row(
        SHOE,
        "I wear 40",
        expected=understood(
            Intent.PURCHASE_INTENT, options=(("shoe-size", "40"),), variant_ids=("v1",)
        ),
    ),
    row(SHOE, "I am 42 years old", expected=understood(Intent.GENERAL)),
    row(SHOE, "my zip is 10001", expected=understood(Intent.GENERAL, postal_code="10001")),
    row(SHOE, "under $40", expected=looks_for(None, budget=Budget(most=Decimal(40)))),
    row(
        SHOE,
        "43 in white",
        expected=understood(
            Intent.PURCHASE_INTENT,
            options=(("shoe-size", "43"),),
            unknown_option="white",
            variant_ids=("v4",),
        ),
    ),
    row(
        POLO,
        "the blue one",
        expected=understood(
            Intent.PURCHASE_INTENT, options=(("color", "Blue"),), variant_ids=("v0", "v1")
        ),
    ),
    row(
        POLO,
        "The BLUE one!",
        expected=understood(
            Intent.PURCHASE_INTENT, options=(("color", "Blue"),), variant_ids=("v0", "v1")
        ),
    ),
    row(
        POLO,
        "blue in M",
        expected=understood(
            Intent.PURCHASE_INTENT, options=(("color", "Blue"), ("size", "M")), variant_ids=("v1",)
        ),
    ),
    row(
        POLO,
        "the red one in S please",
        expected=understood(
            Intent.PURCHASE_INTENT, options=(("color", "Red"), ("size", "S")), variant_ids=("v2",)
        ),
    ),
    row(
        POLO,
        "navy blue, size M",
        expected=understood(
            Intent.PURCHASE_INTENT,
            options=(("color", "Navy Blue"), ("size", "M")),
            variant_ids=("v5",),
        ),
    ),
    row(
        POLO,
        "navy in m",
        expected=understood(
            Intent.PURCHASE_INTENT,
            options=(("color", "Navy Blue"), ("size", "M")),
            variant_ids=("v5",),
        ),
    ),
    row(POLO, "not the blue one", expected=understood(Intent.GENERAL, yes=False)),
    row(POLO, "anything but red", expected=understood(Intent.GENERAL, yes=False)),
    row(
        POLO,
        "red M instead of blue M",
        expected=understood(
            Intent.PURCHASE_INTENT, options=(("color", "Red"), ("size", "M")), variant_ids=("v3",)
        ),
    ),
    row(POLO, "green", expected=understood(Intent.PURCHASE_INTENT, unknown_option="green")),
    row(NAMED, "the green one", expected=understood(Intent.PURCHASE_INTENT, variant_ids=("va",))),
    row(NAMED, "MUG-R-250", expected=understood(Intent.PURCHASE_INTENT, variant_ids=("vb",))),
    row(
        NAMED,
        "i want 2 red mugs",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.BUY, variant_ids=("vb",), quantity=2),
    ),
    row(
        BOOK,
        "mp3 please",
        expected=understood(
            Intent.PURCHASE_INTENT, options=(("medium", "MP3"),), variant_ids=("v1",)
        ),
    ),
    row(
        JUICE,
        "in strawberry flavour",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.ATTRIBUTE, attribute="flavor"
        ),
    ),
    row(
        JUICE,
        "orange juice",
        expected=understood(Intent.GENERAL, product_mention="orange juice"),
    ),
    row(None, "in L", expected=understood(Intent.GENERAL)),
    row(SHOE, "got any 42s?", expected=asks_of_stock(shoe_size="42", variant="v3")),
    row(VASE, "the big one, green", expected=picks(**vase("Green", "900 ml"))),
    row(VASE, "green, the 900 one", expected=picks(**vase("Green", "900 ml"))),
    row(VASE, "300 ml in red", expected=picks(**vase("Red", "300 ml"))),
    row(VASE, "two small red ones", expected=buys(quantity=2, **vase("Red", "300 ml"))),
    row(SOCKS, "in 40", expected=picks(options=(("size", "39-42"),), variant_ids=("v1",))),
    row(SOCKS, "do you have 44?", expected=asks_of_stock(size="43-46", variant="v2")),
)


@pytest.mark.parametrize("each", ROWS, ids=str)
def test_reads(each: Row) -> None:
    found = read(each)

    if isinstance(each.expected.options, set):
        found = replace(found, options=set(found.options))  # type: ignore[arg-type]
    assert found == each.expected


GIFT = a_product(
    name="Gift Card",
    category="Gift Cards",
    attributes=(),
    variants=tuple(
        a_variant(
            f"v{number}",
            None,
            price=usd(amount * 100),
            attributes=(Attribute("kind", "Kind", (kind,)),),
        )
        for number, (kind, amount) in enumerate((("Bronze", 25), ("Silver", 50), ("Gold", 100)))
    ),
)


@pytest.mark.parametrize(
    ("locale", "text", "variants"),
    [
        ("en", "the $50 one", ("v1",)),
        ("en", "one for 25 please", ("v0",)),
        ("en", "a fifty dollar one", ("v1",)),
        ("en", "get me one worth 50", ("v1",)),
        ("pt-BR", "o de 100", ("v2",)),
        ("es", "la de 50 dólares", ("v1",)),
        ("en", "the $60 one", ()),
        ("en", "something under $50", ()),
        ("en", "gold, not the $50 one", ("v2",)),
    ],
)
def test_a_variant_is_called_by_its_price(
    locale: str, text: str, variants: tuple[str, ...]
) -> None:
    reading = RulesLanguage().read(text, ReadingContext(locale, GIFT, None, Offered.NOTHING))

    assert reading.variant_ids == variants


def test_where_all_cost_the_same_a_price_names_none() -> None:
    reading = RulesLanguage().read("the $24 one", ReadingContext("en", POLO, None, Offered.NOTHING))

    assert reading.variant_ids == ()


@pytest.mark.parametrize("text", ["una blanac", "uno blacno", "dos blancsa"])
def test_a_slip_is_read_in_every_gender(text: str) -> None:
    tee = a_product(
        name="Remera",
        category=None,
        attributes=(),
        variants=tuple(
            a_variant(f"v{number}", None, attributes=(Attribute("color", "Color", (color,)),))
            for number, color in enumerate(("Blanco", "Negro"))
        ),
    )
    reading = RulesLanguage().read(text, ReadingContext("es", tee, None, Offered.NOTHING))

    assert reading.variant_ids == ("v0",)
