"""How many: and which numbers are no quantities."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.reading import Intent, Subject, Topic, Wish
from tests.language.reader import (
    JUICE,
    SHOE,
    TEE,
    Row,
    buys,
    of_size,
    read,
    row,
    talks_of,
    understood,
)

ROWS = (
    row(
        TEE,
        "I'll take two in XL",
        expected=understood(
            Intent.PURCHASE_INTENT,
            wish=Wish.BUY,
            options=(("size", "XL"),),
            variant_ids=("v3",),
            quantity=2,
        ),
    ),
    row(
        TEE,
        "two XL please",
        expected=understood(
            Intent.PURCHASE_INTENT,
            wish=Wish.BUY,
            options=(("size", "XL"),),
            variant_ids=("v3",),
            quantity=2,
        ),
    ),
    row(
        TEE,
        "XL 2",
        expected=understood(
            Intent.PURCHASE_INTENT,
            wish=Wish.BUY,
            options=(("size", "XL"),),
            variant_ids=("v3",),
            quantity=2,
        ),
    ),
    row(
        TEE,
        "2 x L",
        expected=understood(
            Intent.PURCHASE_INTENT,
            wish=Wish.BUY,
            options=(("size", "L"),),
            variant_ids=("v2",),
            quantity=2,
        ),
    ),
    row(
        TEE,
        "ten L",
        expected=understood(
            Intent.PURCHASE_INTENT,
            wish=Wish.BUY,
            options=(("size", "L"),),
            variant_ids=("v2",),
            quantity=10,
        ),
    ),
    row(
        TEE,
        "I'd like 3 of size S",
        expected=understood(
            Intent.PURCHASE_INTENT,
            wish=Wish.BUY,
            options=(("size", "S"),),
            variant_ids=("v0",),
            quantity=3,
        ),
    ),
    row(
        TEE,
        "XXL, two of them",
        expected=understood(
            Intent.PURCHASE_INTENT,
            wish=Wish.BUY,
            options=(("size", "XXL"),),
            variant_ids=("v4",),
            quantity=2,
        ),
    ),
    row(
        TEE,
        "i want 2 L and 1 M",
        expected=buys(quantity=2, **of_size("L"), words="i want 2 L", also=("1 M",), ordering=True),
    ),
    row(TEE, "2 please", expected=understood(Intent.PURCHASE_INTENT, quantity=2)),
    row(TEE, "-1", expected=understood(Intent.GENERAL)),
    row(TEE, "1.5", expected=understood(Intent.GENERAL)),
    row(TEE, "2-3", expected=understood(Intent.GENERAL)),
    row(TEE, "two or three", expected=understood(Intent.GENERAL)),
    row(
        TEE,
        "can i have 100",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.BUY, quantity=100),
    ),
    row(
        TEE,
        "deliver to 42 Wallaby Way, Sydney",
        expected=understood(Intent.GENERAL, wish=Wish.CHANGE_DETAILS, topic=Topic.DETAILS),
    ),
    row(TEE, "my phone is 5551234", expected=talks_of(Subject.CALLS)),
    row(TEE, "order number 3", expected=understood(Intent.GENERAL)),
    row(
        TEE,
        "do you have 3 in stock?",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.STOCK, quantity=3),
    ),
    row(
        SHOE,
        "2 in 42",
        expected=understood(
            Intent.PURCHASE_INTENT,
            wish=Wish.BUY,
            options=(("shoe-size", "42"),),
            variant_ids=("v3",),
            quantity=2,
        ),
    ),
    row(
        SHOE,
        "2 pairs of 42",
        expected=understood(
            Intent.PURCHASE_INTENT,
            wish=Wish.BUY,
            options=(("shoe-size", "42"),),
            variant_ids=("v3",),
            quantity=2,
        ),
    ),
    row(
        SHOE,
        "two pairs size 41",
        expected=understood(
            Intent.PURCHASE_INTENT,
            wish=Wish.BUY,
            options=(("shoe-size", "41"),),
            variant_ids=("v2",),
            quantity=2,
        ),
    ),
    row(
        SHOE,
        "41, 2 pairs",
        expected=understood(
            Intent.PURCHASE_INTENT,
            wish=Wish.BUY,
            options=(("shoe-size", "41"),),
            variant_ids=("v2",),
            quantity=2,
        ),
    ),
    row(
        SHOE,
        "I'll have the 43",
        expected=understood(
            Intent.PURCHASE_INTENT,
            wish=Wish.BUY,
            options=(("shoe-size", "43"),),
            variant_ids=("v4",),
        ),
    ),
    row(
        JUICE,
        "I'd like a couple of these",
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.CHANGE_QUANTITY, quantity=2, variant_ids=("v0",)
        ),
    ),
    row(
        JUICE,
        "I'd like a dozen",
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.CHANGE_QUANTITY, quantity=12, variant_ids=("v0",)
        ),
    ),
    row(JUICE, "half a dozen please", expected=understood(Intent.PURCHASE_INTENT, quantity=6)),
    row(JUICE, "a pair of these", expected=understood(Intent.GENERAL)),
    row(
        JUICE,
        "add 2 please, my zip is 10115",
        expected=buys(quantity=2, postal_code="10115"),
    ),
    row(JUICE, "2 for 20€ please", expected=understood(Intent.PURCHASE_INTENT, quantity=2)),
    row(JUICE, "I want 2, no 3", expected=understood(Intent.GENERAL)),
    row(
        JUICE,
        "I want 2, no, 3",
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.CHANGE_QUANTITY, quantity=3, variant_ids=("v0",)
        ),
    ),
    row(
        JUICE,
        "3 instead of 2",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.CHANGE_QUANTITY, quantity=3),
    ),
    row(
        JUICE,
        "send it to anna@example.com and add 2 more",
        expected=understood(Intent.GENERAL, quantity=2, email="anna@example.com"),
    ),
    row(None, "123456789012345678901234567890", expected=understood(Intent.GENERAL)),
)


@pytest.mark.parametrize("each", ROWS, ids=str)
def test_reads(each: Row) -> None:
    assert read(each) == each.expected
