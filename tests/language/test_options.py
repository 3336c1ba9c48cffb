"""Choosing a variant by words: only values that the product in focus has."""

from __future__ import annotations

from decimal import Decimal

import pytest

from agentpay_plugin.conversation.reading import Budget, Intent, Topic, Wish
from tests.language.reader import (
    BOOK,
    JUICE,
    NAMED,
    POLO,
    SHOE,
    TEE,
    Row,
    looks_for,
    read,
    row,
    understood,
)

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
)


@pytest.mark.parametrize("each", ROWS, ids=str)
def test_reads(each: Row) -> None:
    assert read(each) == each.expected
