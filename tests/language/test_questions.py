"""Questions about a product: the topic and the attribute."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.reading import Intent, Offered, ReadingContext, Topic, Wish
from agentpay_plugin.language.hybrid import HybridLanguage
from tests.language.reader import BOOK, JUICE, POLO, SHOE, TEE, Row, asks, read, row, understood

ROWS = (
    row(
        TEE,
        "how much is it",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.PRICE),
    ),
    row(
        TEE,
        "how much is the XL?",
        expected=understood(
            Intent.PRODUCT_QUESTION,
            wish=Wish.ASK,
            topic=Topic.PRICE,
            options=(("size", "XL"),),
            variant_ids=("v3",),
        ),
    ),
    row(
        TEE, "price", expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.PRICE)
    ),
    row(
        TEE,
        "anything cheaper?",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.CHEAPER),
    ),
    row(
        TEE,
        "what sizes do you have?",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.OPTIONS, attribute="size"
        ),
    ),
    row(
        TEE,
        "what sizes",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.OPTIONS, attribute="size"
        ),
    ),
    row(
        TEE,
        "sizes?",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.OPTIONS, attribute="size"
        ),
    ),
    row(
        TEE,
        "does it come in other colours?",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.OPTIONS, attribute="color"
        ),
    ),
    row(
        TEE,
        "what is it made of",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.ATTRIBUTE, attribute="material"
        ),
    ),
    row(
        TEE,
        "what material is it?",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.ATTRIBUTE, attribute="material"
        ),
    ),
    row(
        TEE,
        "material?",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.ATTRIBUTE, attribute="material"
        ),
    ),
    row(
        TEE,
        "is it cotton?",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.ATTRIBUTE, attribute="material"
        ),
    ),
    row(
        TEE,
        "who makes it",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.ATTRIBUTE, attribute="brand"
        ),
    ),
    row(
        TEE,
        "which brand is this?",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.ATTRIBUTE, attribute="brand"
        ),
    ),
    row(
        TEE,
        "is it in stock",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.STOCK),
    ),
    row(
        TEE,
        "is L in stock?",
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
        "is it available in small",
        expected=understood(
            Intent.PRODUCT_QUESTION,
            wish=Wish.ASK,
            topic=Topic.STOCK,
            options=(("size", "S"),),
            variant_ids=("v0",),
        ),
    ),
    row(
        TEE,
        "how many are left",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.STOCK),
    ),
    row(
        TEE,
        "do you ship to Brazil",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.DELIVERY, country="BR"
        ),
    ),
    row(
        TEE,
        "how long does delivery take",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.DELIVERY),
    ),
    row(
        TEE,
        "Can I get this delivered to 10115 Berlin?",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.DELIVERY),
    ),
    row(
        TEE,
        "delivery?",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.DELIVERY),
    ),
    row(
        TEE,
        "can I return it",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.RETURNS),
    ),
    row(
        TEE,
        "refund policy",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.RETURNS),
    ),
    row(
        TEE,
        "how can I pay",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.PAYMENT),
    ),
    row(
        TEE,
        "can I pay by card?",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.PAYMENT, method="card"
        ),
    ),
    row(
        TEE,
        "what payment methods do you accept",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.PAYMENT),
    ),
    row(
        TEE,
        "tell me more about it",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.DESCRIPTION),
    ),
    row(
        TEE,
        "is this for men or women?",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.OTHER),
    ),
    row(
        TEE,
        "what's the difference between the M and the L",
        expected=asks(Topic.OTHER, variant_ids=("v1", "v2"), compare=("M", "L")),
    ),
    row(
        TEE,
        "once I have paid, when do you ship?",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.DELIVERY),
    ),
    row(
        SHOE,
        "do you have size 44",
        expected=understood(
            Intent.PRODUCT_QUESTION,
            wish=Wish.ASK,
            topic=Topic.STOCK,
            options=(("shoe-size", "44"),),
            variant_ids=("v5",),
        ),
    ),
    row(
        POLO,
        "which colours are there",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.OPTIONS, attribute="color"
        ),
    ),
    row(
        POLO,
        "is the red one available in M?",
        expected=understood(
            Intent.PRODUCT_QUESTION,
            wish=Wish.ASK,
            topic=Topic.STOCK,
            options=(("color", "Red"), ("size", "M")),
            variant_ids=("v3",),
        ),
    ),
    row(
        POLO,
        "M in blue, how much?",
        expected=understood(
            Intent.PRODUCT_QUESTION,
            wish=Wish.ASK,
            topic=Topic.PRICE,
            options=(("size", "M"), ("color", "Blue")),
            variant_ids=("v1",),
        ),
    ),
    row(
        JUICE,
        "what does it taste like",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.ATTRIBUTE, attribute="flavor"
        ),
    ),
    row(
        JUICE,
        "what flavours do you have",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.ATTRIBUTE, attribute="flavor"
        ),
    ),
    row(
        JUICE,
        "how many ml",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.ATTRIBUTE, attribute="volume"
        ),
    ),
    row(
        JUICE,
        "express please",
        expected=understood(Intent.GENERAL, product_mention="express"),
    ),
    row(
        BOOK,
        "what formats are there",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.OPTIONS, attribute="medium"
        ),
    ),
    row(
        TEE,
        "do you have hoodies?",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.SEARCH, product_mention="hoodies"),
    ),
    row(
        TEE,
        "show me sunglasses",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.SEARCH, product_mention="sunglasses"
        ),
    ),
    row(
        TEE,
        "I'm looking for a blue hoodie",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.SEARCH, product_mention="blue hoodie"
        ),
    ),
    row(
        TEE,
        "you sell hats?",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.SEARCH, product_mention="hats"),
    ),
    row(
        JUICE,
        "do you have orange juice?",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.SEARCH, product_mention="orange juice"
        ),
    ),
    row(
        None,
        "hi, do you have sunglasses?",
        expected=understood(
            Intent.PRODUCT_QUESTION, wish=Wish.SEARCH, product_mention="sunglasses"
        ),
    ),
    row(
        None,
        "do you have a discount code?",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.OTHER),
    ),
    row(
        None,
        "when will it arrive if I order today",
        expected=understood(Intent.PRODUCT_QUESTION, wish=Wish.ASK, topic=Topic.DELIVERY),
    ),
)


@pytest.mark.parametrize("each", ROWS, ids=str)
def test_reads(each: Row) -> None:
    assert read(each) == each.expected


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "how do i know you're not a scam"),
        ("en", "is this site legit"),
        ("en", "can i trust this site?"),
        ("pt-BR", "como sei q nao é golpe"),
        ("pt-BR", "o site é confiavel?"),
        ("es", "como se que no es una estafa"),
        ("es", "es confiable la pagina?"),
    ],
)
def test_whether_the_shop_can_be_trusted_is_told_by_how_one_pays(locale: str, text: str) -> None:
    reading = HybridLanguage().read(text, ReadingContext(locale, None, None, Offered.NOTHING))

    assert (reading.wish, reading.topic) == (Wish.ASK, Topic.PAYMENT)


@pytest.mark.parametrize(
    ("locale", "text", "goods"),
    [
        ("en", "ok what electronics do you have", "electronics"),
        ("en", "what juices do you have?", "juices"),
        ("pt-BR", "que eletronicos tem?", "eletronicos"),
        ("es", "que electronica tienen", "electronica"),
    ],
)
def test_goods_of_a_kind_are_listed_though_one_is_in_focus(
    locale: str, text: str, goods: str
) -> None:
    reading = HybridLanguage().read(text, ReadingContext(locale, JUICE, None, Offered.BUY))

    assert (reading.wish, reading.product_mention) == (Wish.SEARCH, goods)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "what sizes do you have"),
        ("en", "which colours do you have?"),
        ("pt-BR", "que tamanhos tem?"),
        ("es", "que tallas tienen"),
    ],
)
def test_options_of_what_is_in_focus_are_no_goods(locale: str, text: str) -> None:
    reading = HybridLanguage().read(text, ReadingContext(locale, POLO, None, Offered.BUY))

    assert reading.wish is Wish.ASK
