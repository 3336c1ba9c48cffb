"""How people shop in words: sums, second thoughts, codes, other ways to pay, slips of the finger."""

from __future__ import annotations

from typing import Any

import pytest

from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.reading import (
    Offered,
    Pick,
    Reading,
    ReadingContext,
    Topic,
    Wish,
)
from agentpay_plugin.language.rules import RulesLanguage
from agentpay_plugin.shop.sandbox import SandboxShop
from agentpay_plugin.shop.sandbox.assortment import assortment

CHANNELS = {"en": "default-channel", "es": "default-channel", "pt-BR": "brazil"}


def read(locale: str, product: str, text: str, held: str = "") -> Reading:
    """Read a message about a product of the demo, with one variant in the cart or nothing."""
    shop, channel = SandboxShop(assortment()), CHANNELS[locale]
    shown = shop.catalogue(channel, locale).product(ProductRef(slug=product))
    cart = shop.carts(channel, locale).create(f"variant-{held}", 1) if held else None
    return RulesLanguage().read(text, ReadingContext(locale, shown, cart, Offered.NOTHING))


def told(reading: Reading) -> dict[str, Any]:
    """Return what was understood, without what was not."""
    names = ("wish", "quantity", "product_mention", "promo_code", "method", "pick", "topic")
    found = {name: getattr(reading, name) for name in names}
    if reading.options:
        found["options"] = tuple(value for _, value in reading.options)
    return {name: value for name, value in found.items() if value is not None}


@pytest.mark.parametrize(
    ("locale", "product", "text", "expected"),
    [
        ("en", "harbor-hoodie", "want 3x red M", (Wish.BUY, 3, ("Red", "M"))),
        ("en", "market-tote", "navy, put it in my basket", (Wish.BUY, None, ("Navy",))),
        ("en", "market-tote", "I'd like the navy colored one", (Wish.BUY, None, ("Navy",))),
        ("en", "terra-pot", "I want the smaller one, 12 cm", (Wish.BUY, None, ("12 cm",))),
        ("en", "small-birds", "add another copy", (Wish.BUY, 1, ())),
        ("pt-BR", "small-birds", "põe no carrinho", (Wish.BUY, None, ())),
        ("es", "small-birds", "ponlo en el carrito", (Wish.BUY, None, ())),
        ("es", "straight-jeans", "un par negro, talla 32", (Wish.BUY, 1, ("Negro", "32"))),
    ],
)
def test_goods_are_bought_by_what_they_are(
    locale: str, product: str, text: str, expected: tuple[Wish, int | None, tuple[str, ...]]
) -> None:
    reading = read(locale, product, text)

    values = tuple(value for _, value in reading.options)
    assert (reading.wish, reading.quantity, values) == expected
    assert reading.product_mention is None


@pytest.mark.parametrize(
    ("locale", "text", "mention"),
    [
        ("en", "and one Slow Candle, the fig one", "Slow Candle"),
        ("en", "plus a sand market tote", "sand market tote"),
        ("pt-BR", "e mais uma vela slow", "vela slow"),
        ("es", "y además una vela slow", "vela slow"),
    ],
)
def test_something_else_beside_what_is_in_the_cart(locale: str, text: str, mention: str) -> None:
    reading = read(locale, "camp-mug", text, held="camp-mug-red")

    assert (reading.wish, reading.product_mention) == (Wish.SEARCH, mention)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "and how long is delivery"),
        ("en", "and the blue one"),
        ("en", "and my name is Ada"),
        ("pt-BR", "e quanto custa o frete"),
        ("es", "y la azul"),
    ],
)
def test_more_words_are_not_more_goods(locale: str, text: str) -> None:
    assert read(locale, "camp-mug", text, held="camp-mug-red").wish is not Wish.SEARCH


@pytest.mark.parametrize(
    ("locale", "text", "code"),
    [
        ("en", "i have a free shipping code: FREESHIP", "FREESHIP"),
        ("en", "I got a gift card, GIFT-25-USD", "GIFT-25-USD"),
        ("en", "can I use spring24 here?", "spring24"),
        ("pt-BR", "ganhei um vale presente ontem, acho que é GIFT-100-BRL", "GIFT-100-BRL"),
        ("es", "tengo un cheque regalo, GIFT-500-USD", "GIFT-500-USD"),
    ],
)
def test_code_is_found_beside_its_word(locale: str, text: str, code: str) -> None:
    reading = read(locale, "camp-mug", text, held="camp-mug-red")

    assert (reading.wish, reading.promo_code) == (Wish.APPLY_PROMO, code)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "my zip code is 10115AB"),
        ("en", "my post code is SW1A1AA"),
        ("pt-BR", "meu código de rastreio é BR123456789BR"),
    ],
)
def test_other_codes_are_no_promo_codes(locale: str, text: str) -> None:
    assert read(locale, "camp-mug", text, held="camp-mug-red").promo_code is None


@pytest.mark.parametrize("text", ["DO YOU HAVE A GIFT CARD", "is ESSENTIAL in the name a code?"])
def test_shouting_is_no_code(text: str) -> None:
    assert read("en", "camp-mug", text.upper(), held="camp-mug-red").promo_code is None


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "my card was declined, can I pay with pix instead?"),
        ("en", "switch to pix please"),
        ("pt-BR", "o cartão não passou, quero pix"),
        ("pt-BR", "muda pra pix"),
        ("es", "mi tarjeta fue rechazada, quiero pagar con pix"),
        ("es", "cambia a pix"),
    ],
)
def test_another_way_to_pay_is_chosen(locale: str, text: str) -> None:
    reading = read(locale, "camp-mug", text, held="camp-mug-red")

    assert (reading.wish, reading.method) == (Wish.PAY_BY, "pix")


@pytest.mark.parametrize(
    ("locale", "text"),
    [("en", "can I pay by pix?"), ("pt-BR", "dá pra ser pix?"), ("es", "¿puedo pagar por pix?")],
)
def test_another_way_to_pay_is_asked_about(locale: str, text: str) -> None:
    reading = read(locale, "camp-mug", text, held="camp-mug-red")

    assert (reading.wish, reading.topic, reading.method) == (Wish.ASK, Topic.PAYMENT, "pix")


@pytest.mark.parametrize(
    ("locale", "text"),
    [("en", "was my card declined?"), ("pt-BR", "meu cartão passou?"), ("es", "¿pasó mi tarjeta?")],
)
def test_how_a_payment_stands_is_still_asked(locale: str, text: str) -> None:
    assert read(locale, "camp-mug", text, held="camp-mug-red").wish is Wish.SAY_PAID


@pytest.mark.parametrize(
    ("locale", "product", "text", "options"),
    [
        ("en", "essential-tee", "a whtie one in L", ("White", "L")),
        ("en", "essential-tee", "blakc M", ("M",)),
        ("en", "essential-tee", "greeen L please", ("Green", "L")),
        ("pt-BR", "essential-tee", "quero a brnca no L", ("Branco", "L")),
        ("es", "essential-tee", "quiero la blnca talla L", ("Blanco", "L")),
        ("es", "essential-tee", "quiero la blanka talla L", ("Blanco", "L")),
    ],
)
def test_slip_of_the_finger_in_an_option(
    locale: str, product: str, text: str, options: tuple[str, ...]
) -> None:
    found = tuple(value for _, value in read(locale, product, text).options)

    assert set(options) <= set(found)


@pytest.mark.parametrize("text", ["while you are at it, is it warm?", "which greed of cotton"])
def test_another_word_is_no_slip(text: str) -> None:
    assert read("en", "essential-tee", text).options == ()


@pytest.mark.parametrize(
    ("locale", "text", "wish"),
    [
        ("en", "actually I need 4 of them", Wish.CHANGE_QUANTITY),
        ("es", "he cambiado de idea, la quiero negra", Wish.CHANGE_OPTION),
        ("pt-BR", "mudei de opinião, quero a preta", Wish.CHANGE_OPTION),
        ("es", "bórralo todo", Wish.EMPTY_CART),
    ],
)
def test_second_thoughts(locale: str, text: str, wish: Wish) -> None:
    assert read(locale, "essential-tee", text, held="essential-tee-blue-m").wish is wish


@pytest.mark.parametrize(
    ("locale", "text"),
    [("en", "the fast one"), ("pt-BR", "a que chega mais rápido"), ("es", "el que llega antes")],
)
def test_fastest_way(locale: str, text: str) -> None:
    assert read(locale, "camp-mug", text, held="camp-mug-red").pick is Pick.FASTEST


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "is there someone from the shop I can chat with"),
        ("es", "¿me podría atender alguien?"),
    ],
)
def test_person(locale: str, text: str) -> None:
    assert read(locale, "camp-mug", text).wish is Wish.PERSON


def test_price_is_no_thing_to_look_for() -> None:
    assert told(read("es", "camp-mug", "qué precio tiene")) == {
        "wish": Wish.ASK,
        "topic": Topic.PRICE,
    }


@pytest.mark.parametrize(
    ("locale", "text", "mention"),
    [
        ("pt-BR", "cha verde da montanha", "cha verde da montanha"),
        ("es", "te verde de montaña", "te verde de montaña"),
        ("en", "a green tea", "green tea"),
    ],
)
def test_goods_are_named_with_their_colours_and_small_words(
    locale: str, text: str, mention: str
) -> None:
    reading = RulesLanguage().read(text, ReadingContext(locale, None, None, Offered.NOTHING))

    assert told(reading) == {"wish": Wish.NONE, "product_mention": mention}


@pytest.mark.parametrize("text", ["red", "in the blue", "of the of", "you useless bot"])
def test_colours_and_insults_name_no_goods(text: str) -> None:
    reading = RulesLanguage().read(text, ReadingContext("en", None, None, Offered.NOTHING))

    assert reading.product_mention is None


@pytest.mark.parametrize(
    ("product", "text"),
    [
        ("small-birds", "I'd like this book"),
        ("oak-board", "I want this cutting board"),
        ("oak-board", "we would like to have this board please"),
    ],
)
def test_what_is_pointed_at_is_bought(product: str, text: str) -> None:
    assert told(read("en", product, text)) == {"wish": Wish.BUY}


@pytest.mark.parametrize("text", ["I'd like this refund", "I want this for now"])
def test_not_all_that_is_pointed_at_are_goods(text: str) -> None:
    reading = read("en", "small-birds", text)

    assert (reading.wish is Wish.BUY, reading.product_mention) == (False, None)
