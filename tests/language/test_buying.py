"""Buying, and above all not buying: nothing is done that was not meant."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.reading import Intent, Offered, Topic, Wish
from tests.language.reader import JUICE, TEE, Row, read, row, understood

ROWS = (
    row(TEE, "buy", expected=understood(Intent.PURCHASE_INTENT, wish=Wish.BUY)),
    row(TEE, "I want to buy this", expected=understood(Intent.PURCHASE_INTENT, wish=Wish.BUY)),
    row(TEE, "I'll take it", expected=understood(Intent.PURCHASE_INTENT, wish=Wish.BUY)),
    row(TEE, "add it to my cart", expected=understood(Intent.PURCHASE_INTENT, wish=Wish.BUY)),
    row(
        TEE,
        "I want the shirt in L",
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.BUY, options=(("size", "L"),), variant_ids=("v2",)
        ),
    ),
    row(
        TEE,
        "I want these shirts in L",
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.BUY, options=(("size", "L"),), variant_ids=("v2",)
        ),
    ),
    row(
        TEE,
        "I want a hoodie",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.SEARCH, product_mention="hoodie"),
    ),
    row(
        TEE,
        "I also want apple juice",
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.SEARCH, product_mention="apple juice"
        ),
    ),
    row(
        TEE,
        "i want the dash cushion",
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.SEARCH, product_mention="dash cushion"
        ),
    ),
    row(
        TEE,
        "add two hoodies to my cart",
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.SEARCH, quantity=2, product_mention="hoodies"
        ),
    ),
    row(TEE, "I like it", expected=understood(Intent.GENERAL)),
    row(TEE, "I love it", expected=understood(Intent.GENERAL)),
    row(TEE, "don't add it", expected=understood(Intent.GENERAL, yes=False)),
    row(TEE, "I don't want to buy", expected=understood(Intent.GENERAL, yes=False)),
    row(TEE, "I don't want it", expected=understood(Intent.GENERAL, yes=False)),
    row(
        TEE, "I do not want to buy it, just looking", expected=understood(Intent.GENERAL, yes=False)
    ),
    row(TEE, "I want nothing", expected=understood(Intent.GENERAL, yes=False)),
    row(
        TEE,
        "should I buy the M or the L?",
        expected=understood(
            Intent.PRODUCT_QUESTION,
            wish=Wish.ASK,
            topic=Topic.OTHER,
            variant_ids=("v1", "v2"),
            compare=("M", "L"),  # options: nothing is searched for them
        ),
    ),
    row(
        TEE,
        "shall I buy it?",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.OTHER),
    ),
    row(
        TEE,
        "would you buy it?",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.OTHER),
    ),
    row(
        TEE,
        "I'd buy it if it were cheaper",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.PRICE),
    ),
    row(TEE, "I bought this last year and loved it", expected=understood(Intent.GENERAL)),
    row(TEE, "my friend bought two of these", expected=understood(Intent.GENERAL, quantity=2)),
    row(
        TEE,
        "who bought this",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.OTHER),
    ),
    row(TEE, "I'll pay tomorrow", expected=understood(Intent.GENERAL, yes=False)),
    row(
        TEE,
        "can I get it in L?",
        expected=understood(
            Intent.PRODUCT_QUESTION,
            wish=Wish.ASK,
            topic=Topic.STOCK,
            options=(("size", "L"),),
            variant_ids=("v2",),
        ),
    ),
    row(
        TEE,
        "can I get two in L",
        expected=understood(
            Intent.PURCHASE_INTENT,
            wish=Wish.BUY,
            options=(("size", "L"),),
            variant_ids=("v2",),
            quantity=2,
        ),
    ),
    row(TEE, "yes", expected=understood(Intent.GENERAL, yes=True)),
    row(TEE, "ok", expected=understood(Intent.GENERAL, yes=True)),
    row(
        TEE,
        "yes",
        offered=Offered.BUY,
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.BUY, yes=True),
    ),
    row(
        TEE,
        "ok",
        offered=Offered.BUY,
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.BUY, yes=True),
    ),
    row(
        TEE,
        "yes please",
        offered=Offered.BUY,
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.BUY, yes=True),
    ),
    row(
        TEE,
        "sure, go ahead",
        offered=Offered.BUY,
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.BUY, yes=True),
    ),
    row(
        TEE,
        "ok add it",
        offered=Offered.BUY,
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.BUY, yes=True),
    ),
    row(
        TEE,
        "yes, two please",
        offered=Offered.BUY,
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.BUY, quantity=2),
    ),
    row(
        TEE,
        "yes in L",
        offered=Offered.BUY,
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.BUY, options=(("size", "L"),), variant_ids=("v2",)
        ),
    ),
    row(
        TEE,
        "2",
        offered=Offered.BUY,
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.BUY, quantity=2),
    ),
    row(
        TEE,
        "just one",
        offered=Offered.BUY,
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.BUY, quantity=1),
    ),
    row(TEE, "no", offered=Offered.BUY, expected=understood(Intent.GENERAL, yes=False)),
    row(TEE, "not yet", offered=Offered.BUY, expected=understood(Intent.GENERAL, yes=False)),
    row(TEE, "ok, no", offered=Offered.BUY, expected=understood(Intent.GENERAL, yes=False)),
    row(TEE, "yes? no", offered=Offered.BUY, expected=understood(Intent.GENERAL, yes=False)),
    row(
        TEE,
        "one moment",
        offered=Offered.BUY,
        expected=understood(Intent.GENERAL, quantity=1),
    ),
    row(TEE, "ok but not now", offered=Offered.BUY, expected=understood(Intent.GENERAL, yes=False)),
    row(
        TEE,
        "no, the M",
        offered=Offered.BUY,
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.BUY, options=(("size", "M"),), variant_ids=("v1",)
        ),
    ),
    row(
        TEE,
        "no I want the orange juice",
        offered=Offered.BUY,
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.SEARCH, product_mention="orange juice"
        ),
    ),
    row(
        TEE,
        "yes but how much is delivery?",
        offered=Offered.BUY,
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.DELIVERY),
    ),
    row(TEE, "hmm", offered=Offered.BUY, expected=understood(Intent.GENERAL)),
    row(
        TEE,
        "ok",
        offered=Offered.ANOTHER_QUANTITY,
        expected=understood(Intent.PURCHASE_INTENT, yes=True),
    ),
    row(
        TEE,
        "yes",
        offered=Offered.CHECK_OUT,
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.CHECK_OUT, yes=True),
    ),
    row(TEE, "no", offered=Offered.CHECK_OUT, expected=understood(Intent.GENERAL, yes=False)),
    row(TEE, "yes", offered=Offered.PAY, expected=understood(Intent.PURCHASE_INTENT, yes=True)),
    row(TEE, "no", offered=Offered.PAY, expected=understood(Intent.GENERAL, yes=False)),
    row(
        TEE,
        "yes",
        offered=Offered.RETRY_PAYMENT,
        expected=understood(Intent.PURCHASE_INTENT, yes=True),
    ),
    row(TEE, "no thanks", expected=understood(Intent.GENERAL, yes=False)),
    row(
        TEE,
        "do I need to buy anything else with it?",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.OTHER),
    ),
    row(TEE, "I don't need two", expected=understood(Intent.GENERAL, quantity=2, yes=False)),
    row(
        TEE,
        "if I take two do I get a discount?",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.OTHER, quantity=2),
    ),
    row(
        TEE,
        "can I order it from Germany?",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.ASK, topic=Topic.PAYMENT),
    ),
    row(TEE, "I need to think about it", expected=understood(Intent.GENERAL)),
    row(TEE, "I'd like to ask something", expected=understood(Intent.GENERAL)),
    row(TEE, "give me a minute", expected=understood(Intent.GENERAL)),
    row(TEE, "take your time", expected=understood(Intent.GENERAL)),
    row(
        TEE,
        "I need an invoice",
        expected=understood(Intent.GENERAL, wish=Wish.ASK, topic=Topic.INVOICE),
    ),
    row(
        TEE,
        "I want my money back",
        expected=understood(Intent.GENERAL, wish=Wish.TROUBLE, topic=Topic.RETURNS),
    ),
    row(TEE, "do you want to buy my car?", expected=understood(Intent.GENERAL)),
    row(TEE, "I have 2 kids", expected=understood(Intent.GENERAL, quantity=2)),
    row(TEE, "I want it delivered to Berlin", expected=understood(Intent.GENERAL, city="Berlin")),
    row(TEE, "I want to pay later", expected=understood(Intent.GENERAL, yes=False)),
    row(TEE, "I can't buy it, too expensive", expected=understood(Intent.GENERAL)),
    row(
        TEE,
        "I want a small discount",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.OTHER),
    ),
    row(TEE, "let's buy it", expected=understood(Intent.PURCHASE_INTENT, wish=Wish.BUY)),
    row(TEE, "i'll have that", expected=understood(Intent.PURCHASE_INTENT, wish=Wish.BUY)),
    row(
        TEE,
        "lets go with XL",
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.BUY, options=(("size", "XL"),), variant_ids=("v3",)
        ),
    ),
    row(
        TEE,
        "put one L in my cart",
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.BUY, options=(("size", "L"),), variant_ids=("v2",)
        ),
    ),
    row(
        TEE,
        "order 2 L",
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
        "one L please",
        expected=understood(
            Intent.PURCHASE_INTENT,
            wish=Wish.BUY,
            options=(("size", "L"),),
            variant_ids=("v2",),
            quantity=1,
        ),
    ),
    row(
        TEE,
        "could I order two of these in L please?",
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
        "Hello, I would like to order this t-shirt in size L, quantity 2.",
        expected=understood(
            Intent.PURCHASE_INTENT,
            wish=Wish.BUY,
            options=(("size", "L"),),
            variant_ids=("v2",),
            quantity=2,
        ),
    ),
    row(
        JUICE,
        "one more please",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.BUY, quantity=1, more=True),
    ),
    row(
        JUICE,
        "how do I buy this?",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.ASK, topic=Topic.PAYMENT),
    ),
    row(JUICE, "I need help", expected=understood(Intent.GENERAL, wish=Wish.HELP)),
    row(
        None,
        "I want to buy a mug",
        expected=understood(Intent.PURCHASE_INTENT, wish=Wish.SEARCH, product_mention="mug"),
    ),
    row(
        None,
        "can you order two mugs for me",
        expected=understood(
            Intent.PURCHASE_INTENT, wish=Wish.SEARCH, quantity=2, product_mention="mugs"
        ),
    ),
)


@pytest.mark.parametrize("each", ROWS, ids=str)
def test_reads(each: Row) -> None:
    assert read(each) == each.expected
