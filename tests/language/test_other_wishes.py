"""The cart, checking out, paying, orders, people, and talk."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.reading import Intent, Topic, Wish
from tests.language.reader import JUICE, TEE, Row, pays_by, read, row, talks, understood

ROWS = (
    row(
        JUICE,
        "remove the juice",
        expected=understood(
            Intent.GENERAL, wish=Wish.REMOVE, product_mention="Apple Juice", variant_ids=("v0",)
        ),
    ),
    row(JUICE, "remove it", expected=understood(Intent.GENERAL, wish=Wish.REMOVE)),
    row(JUICE, "remove one", expected=understood(Intent.GENERAL, wish=Wish.REMOVE, quantity=1)),
    row(
        JUICE,
        "take the juice out of my cart",
        expected=understood(
            Intent.GENERAL, wish=Wish.REMOVE, product_mention="Apple Juice", variant_ids=("v0",)
        ),
    ),
    row(
        JUICE,
        "I don't want the juice anymore",
        expected=understood(
            Intent.GENERAL, wish=Wish.REMOVE, product_mention="Apple Juice", variant_ids=("v0",)
        ),
    ),
    row(
        JUICE,
        "make it 3",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.CHANGE_QUANTITY, quantity=3),
    ),
    row(
        JUICE,
        "make it 0",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.REMOVE, quantity=0),
    ),
    row(
        JUICE,
        "only one please",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.CHANGE_QUANTITY, quantity=1),
    ),
    row(
        TEE,
        "only one please",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.BUY, quantity=1),
    ),
    row(
        JUICE,
        "change apple juice to 3",
        expected=understood(
            Intent.PURCHASE_INTENT,
            wish=Wish.CHANGE_QUANTITY,
            quantity=3,
            product_mention="Apple Juice",
        ),
    ),
    row(
        JUICE,
        "change the quantity to 5",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.CHANGE_QUANTITY, quantity=5),
    ),
    row(
        JUICE,
        "what's in my cart?",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.SHOW_CART),
    ),
    row(JUICE, "checkout", expected=understood(Intent.PURCHASE_INTENT, wish=Wish.CHECK_OUT)),
    row(
        JUICE,
        "I'm ready to check out",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.CHECK_OUT),
    ),
    row(JUICE, "that's all", expected=understood(Intent.PURCHASE_INTENT, wish=Wish.CHECK_OUT)),
    row(TEE, "that's all", expected=understood(Intent.GENERAL)),
    row(TEE, "I want to pay", expected=understood(Intent.PURCHASE_INTENT, wish=Wish.CHECK_OUT)),
    row(TEE, "can i pay now", expected=understood(Intent.PURCHASE_INTENT, wish=Wish.CHECK_OUT)),
    row(
        TEE, "how do i check out?", expected=understood(Intent.PURCHASE_INTENT, wish=Wish.CHECK_OUT)
    ),
    row(
        TEE,
        "is checkout secure?",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.PAYMENT),
    ),
    row(TEE, "pay with pix", expected=pays_by("pix")),
    row(
        JUICE,
        "take off the juice",
        expected=understood(
            Intent.GENERAL, wish=Wish.REMOVE, product_mention="Apple Juice", variant_ids=("v0",)
        ),
    ),
    row(TEE, "I would like to pay by card", expected=pays_by("card")),
    row(TEE, "I have paid", expected=understood(Intent.PAYMENT_CONFIRMATION, wish=Wish.SAY_PAID)),
    row(TEE, "payment done", expected=understood(Intent.PAYMENT_CONFIRMATION, wish=Wish.SAY_PAID)),
    row(TEE, "I just paid", expected=understood(Intent.PAYMENT_CONFIRMATION, wish=Wish.SAY_PAID)),
    row(TEE, "paid", expected=understood(Intent.PAYMENT_CONFIRMATION, wish=Wish.SAY_PAID)),
    row(TEE, "is it paid?", expected=understood(Intent.PAYMENT_CONFIRMATION, wish=Wish.SAY_PAID)),
    row(
        TEE,
        "did my payment go through",
        expected=understood(Intent.PAYMENT_CONFIRMATION, wish=Wish.SAY_PAID),
    ),
    row(
        TEE,
        "my card was declined",
        expected=understood(Intent.PAYMENT_CONFIRMATION, wish=Wish.SAY_PAID),
    ),
    row(TEE, "I haven't paid yet", expected=understood(Intent.GENERAL)),
    row(
        TEE,
        "will you ship once I've paid?",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.DELIVERY),
    ),
    row(
        TEE,
        "where is my order",
        expected=understood(Intent.PAYMENT_CONFIRMATION, wish=Wish.ORDER_STATUS),
    ),
    row(
        TEE,
        "track my order",
        expected=understood(Intent.PAYMENT_CONFIRMATION, wish=Wish.ORDER_STATUS),
    ),
    row(
        TEE,
        "when will my order arrive?",
        expected=understood(Intent.PAYMENT_CONFIRMATION, wish=Wish.ORDER_STATUS),
    ),
    row(
        TEE,
        "I want to return my order",
        expected=understood(Intent.GENERAL, wish=Wish.TROUBLE, topic=Topic.RETURNS),
    ),
    row(JUICE, "cancel payment", expected=understood(Intent.GENERAL, wish=Wish.CANCEL_PAYMENT)),
    row(JUICE, "cancel", expected=understood(Intent.GENERAL, wish=Wish.CANCEL_PAYMENT)),
    row(JUICE, "cancel my order", expected=understood(Intent.GENERAL, wish=Wish.CANCEL_PAYMENT)),
    row(TEE, "talk to a human", expected=understood(Intent.GENERAL, wish=Wish.PERSON)),
    row(None, "agent please", expected=understood(Intent.GENERAL, wish=Wish.PERSON)),
    row(None, "are you a real person?", expected=understood(Intent.GENERAL, wish=Wish.HELP)),
    row(
        None,
        "use code SAVE10",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.APPLY_PROMO, promo_code="SAVE10"),
    ),
    row(
        None,
        "promo code: WELCOME-20",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.APPLY_PROMO, promo_code="WELCOME-20"),
    ),
    row(
        None,
        "I have a voucher ABC123",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.APPLY_PROMO, promo_code="ABC123"),
    ),
    row(
        None,
        "apply gift card GC-1234-ABCD",
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.APPLY_PROMO, promo_code="GC-1234-ABCD"
        ),
    ),
    row(
        None,
        "remove the promo code SAVE10",
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.REMOVE, promo_code="SAVE10", product_mention="SAVE10"
        ),
    ),
    row(None, "my zip code is 10115AB", expected=talks(postal_code="10115AB")),
    row(
        None,
        "discount code please",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.OTHER),
    ),
    row(
        None,
        "my email is Anna.Lee@example.com",
        expected=understood(Intent.GENERAL, email="Anna.Lee@example.com"),
    ),
    row(None, "a@b.co", expected=understood(Intent.GENERAL, email="a@b.co")),
    row(None, "hi", expected=understood(Intent.GENERAL, wish=Wish.GREET)),
    row(None, "Hello!", expected=understood(Intent.GENERAL, wish=Wish.GREET)),
    row(None, "thanks", expected=understood(Intent.GENERAL, wish=Wish.THANK)),
    row(None, "👍", expected=understood(Intent.GENERAL, yes=True)),
    row(None, "", expected=understood(Intent.GENERAL)),
    row(None, "???", expected=understood(Intent.GENERAL)),
)


@pytest.mark.parametrize("each", ROWS, ids=str)
def test_reads(each: Row) -> None:
    assert read(each) == each.expected
