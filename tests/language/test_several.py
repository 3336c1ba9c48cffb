"""A message with several wishes comes apart into pieces; one that only sounds like it stays whole."""

from __future__ import annotations

from typing import Any

import pytest

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.reading import Offered, Reading, ReadingContext, Topic, Wish
from agentpay_plugin.language.rules import RulesLanguage
from tests.language.reader import NAMED, POLO


def pieces(text: str, locale: str = "en", product: Product | None = POLO) -> list[Reading]:
    """Read the first wish and the others, each beside the one before."""
    language = RulesLanguage()
    found = [language.read(text, ReadingContext(locale, product, None, Offered.NOTHING))]
    for words in found[0].also:
        context = ReadingContext(
            locale,
            product,
            None,
            Offered.NOTHING,
            is_piece=True,
            ordering=found[0].ordering,
        )
        found.append(language.read(words, context))
    return found


def buys(color: str, size: str, quantity: int | None = None) -> tuple[Any, ...]:
    return Wish.BUY, quantity, {"color": color, "size": size}


def test_a_size_is_never_taken_over() -> None:
    found = pieces("two blue ones and a red S")

    assert [wanted(one) for one in found] == [
        buys("Red", "S"),
        (Wish.BUY, 2, {"color": "Blue"}),
    ]


def wanted(one: Reading) -> tuple[Any, ...]:
    return one.wish, one.quantity, dict(one.options)


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "three red in S and a blue in M", [buys("Red", "S", 3), buys("Blue", "M")]),
        ("en", "2 red S; 2 blue S", [buys("Red", "S", 2), buys("Blue", "S", 2)]),
        ("en", "please add a red M, plus one blue S", [buys("Red", "M"), buys("Blue", "S", 1)]),
        ("en", "I'd like one red S and one in M", [buys("Red", "S", 1), buys("Red", "M", 1)]),
        ("pt-BR", "três vermelhas P e uma azul M", [buys("Red", "S", 3), buys("Blue", "M")]),
        (
            "pt-BR",
            "quero uma vermelha P e também duas azuis M",
            [buys("Red", "S"), buys("Blue", "M", 2)],
        ),
        ("es", "tres rojos en S y uno azul en M", [buys("Red", "S", 3), buys("Blue", "M")]),
        ("es", "dame uno rojo S, además dos azules M", [buys("Red", "S"), buys("Blue", "M", 2)]),
    ],
)
def test_two_orders(locale: str, text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [wanted(one) for one in pieces(text, locale)] == expected


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "a red S, and my coupon is SPRING25"),
        ("en", "red in S please with discount code SPRING25"),
        ("en", "get me a red S. apply SPRING25"),
        ("pt-BR", "uma vermelha P, o cupom é SPRING25"),
        ("pt-BR", "me vê uma vermelha P e usa SPRING25"),
        ("es", "uno rojo S, mi cupón es SPRING25"),
        ("es", "ponme uno rojo S y aplica SPRING25"),
    ],
)
def test_an_order_and_a_code(locale: str, text: str) -> None:
    order, code = pieces(text, locale)

    assert (order.wish, dict(order.options)) == (Wish.BUY, {"color": "Red", "size": "S"})
    assert (code.wish, code.promo_code) == (Wish.APPLY_PROMO, "SPRING25")


@pytest.mark.parametrize(
    ("locale", "text", "topic"),
    [
        ("en", "I'll take a red S, and when would it arrive?", Topic.DELIVERY),
        ("en", "put a red S in my cart. what do returns cost?", Topic.RETURNS),
        ("pt-BR", "quero uma vermelha P e qual o prazo de entrega?", Topic.DELIVERY),
        ("pt-BR", "me vê uma vermelha P. dá pra trocar depois?", Topic.RETURNS),
        ("es", "quiero uno rojo S, ¿y cuánto tarda el envío?", Topic.DELIVERY),
        ("es", "ponme uno rojo S. ¿se puede devolver?", Topic.RETURNS),
    ],
)
def test_an_order_and_a_question_which_is_answered_first(
    locale: str, text: str, topic: Topic
) -> None:
    question, order = pieces(text, locale)

    assert (question.wish, question.topic) == (Wish.ASK, topic)
    assert (order.wish, dict(order.options)) == (Wish.BUY, {"color": "Red", "size": "S"})


@pytest.mark.parametrize(
    ("locale", "text", "last"),
    [
        ("en", "add a red S and take me to checkout", Wish.CHECK_OUT),
        ("en", "a red S, pay with card", Wish.PAY_BY),
        ("pt-BR", "coloca uma vermelha P e vamos finalizar a compra", Wish.CHECK_OUT),
        ("es", "pon uno rojo S y quiero pagar con tarjeta", Wish.PAY_BY),
    ],
)
def test_going_on_comes_last(locale: str, text: str, last: Wish) -> None:
    assert [one.wish for one in pieces(text, locale)] == [Wish.BUY, last]


@pytest.mark.parametrize(
    ("locale", "text", "topics"),
    [
        ("en", "what does it cost and do you deliver to Berlin?", (Topic.PRICE, Topic.DELIVERY)),
        ("pt-BR", "quanto custa e vocês entregam em Natal?", (Topic.PRICE, Topic.DELIVERY)),
        ("es", "¿cuánto cuesta? ¿y hacen envíos a Lima?", (Topic.PRICE, Topic.DELIVERY)),
    ],
)
def test_two_questions(locale: str, text: str, topics: tuple[Topic, Topic]) -> None:
    assert tuple(one.topic for one in pieces(text, locale)) == topics


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "I need a lamp and some candles", ["lamp", "candles"]),
        ("en", "two lamps and a candle please", ["lamps", "candle"]),
        ("pt-BR", "quero um abajur e uma vela", ["abajur", "vela"]),
        ("es", "quiero una lámpara y unas velas", ["lámpara", "velas"]),
    ],
)
def test_two_goods_to_look_for(locale: str, text: str, expected: list[str]) -> None:
    found = pieces(text, locale, None)

    assert [(one.wish, one.product_mention) for one in found] == [
        (Wish.SEARCH, name) for name in expected
    ]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "two red ones, in S"),
        ("en", "a red S, please. thanks!"),
        ("en", "red and blue"),
        ("en", "is there a red one and a blue one?"),
        ("en", "if it is cotton I'll take a red S and a blue M"),
        ("en", "I don't want the red S and the blue M"),
        ("en", "not a red S, a blue M"),
        ("en", "a red S or a blue M"),
        ("en", "a red S, make it two"),
        ("en", "I'd like salt and pepper mills"),
        ("en", "I need a lamp, my budget is $90 tops"),
        ("en", "show me lamps, nothing over 90"),
        ("en", "do you have a coupon code?"),
        ("en", "remove the promo code SPRING25"),
        ("en", "yes but how much is delivery?"),
        ("en", "I'd like a person, and a red S"),
        ("pt-BR", "se for de algodão, quero uma vermelha P e uma azul M"),
        ("pt-BR", "não quero a vermelha P e a azul M"),
        ("pt-BR", "tira o cupom"),
        ("es", "si es de algodón, quiero uno rojo S y uno azul M"),
        ("es", "no quiero el rojo S y el azul M"),
        ("es", "quiero una lámpara, máximo 90 dólares"),
        ("pt-BR", "quero um abajur, posso gastar até 90"),
    ],
)
def test_one_thought_stays_whole(locale: str, text: str) -> None:
    [read] = pieces(text, locale)

    assert (read.words, read.also) == ("", ())


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "if it is cotton I'll take a red S"),
        ("en", "I'd buy a red S unless it shrinks"),
        ("pt-BR", "se for de algodão, quero uma vermelha P"),
        ("es", "si es de algodón, quiero uno rojo S"),
    ],
)
def test_a_condition_orders_nothing(locale: str, text: str) -> None:
    [read] = pieces(text, locale)

    assert read.wish in (Wish.NONE, Wish.ASK)


def test_a_product_without_attributes_is_ordered_by_its_names() -> None:
    found = pieces("two green and one red", product=NAMED)

    assert [(one.wish, one.quantity, one.variant_ids) for one in found] == [
        (Wish.BUY, 2, ("va",)),
        (Wish.BUY, 1, ("vb",)),
    ]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "red S and blue M"),
        ("pt-BR", "vermelha P e azul M"),
        ("es", "roja S y azul M"),
    ],
)
def test_two_that_are_clear_need_no_number(locale: str, text: str) -> None:
    assert [wanted(one) for one in pieces(text, locale)] == [buys("Red", "S"), buys("Blue", "M")]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "one of each color in S"),
        ("en", "three, one in each colour, size S"),
        ("en", "I want blue, red and navy blue in S"),
        ("pt-BR", "uma de cada cor, tamanho P"),
        ("es", "quiero tres, una de cada color, talla S"),
    ],
)
def test_one_of_each_is_ordered(locale: str, text: str) -> None:
    found = [wanted(one) for one in pieces(text, locale)]

    assert found == [buys("Blue", "S", 1), buys("Red", "S", 1), buys("Navy Blue", "S", 1)]


@pytest.mark.parametrize(
    "text", ["two, one in each color, size S", "one of each color", "blue or red in S"]
)
def test_what_is_not_clear_is_no_list(text: str) -> None:
    [found] = pieces(text)

    assert found.wish is Wish.NONE or len(found.variant_ids) != 1


def test_more_than_three_are_taken_apart() -> None:
    found = pieces("a red S, a blue S, a red M and a blue M")

    assert [wanted(one) for one in found] == [
        buys("Red", "S"),
        buys("Blue", "S"),
        buys("Red", "M"),
        buys("Blue", "M"),
    ]


@pytest.mark.parametrize(
    ("locale", "text", "goods"),
    [
        ("en", "2 blue mugs and a red S", "blue mugs"),
        ("pt-BR", "2 canecas azuis e uma vermelha P", "canecas azuis"),
        ("es", "2 tazas azules y una roja S", "tazas azules"),
    ],
)
def test_other_goods_keep_their_number_beside_those_in_focus(
    locale: str, text: str, goods: str
) -> None:
    found = pieces(text, locale)

    assert [wanted(one) for one in found if one.wish is Wish.BUY] == [buys("Red", "S")]
    assert [(one.product_mention, one.quantity) for one in found if one.wish is Wish.SEARCH] == [
        (goods, 2)
    ]


def test_a_colour_that_is_not_to_be_had_is_not_that_of_the_piece_before() -> None:
    found = pieces("one red S and one green M")

    assert [wanted(one) for one in found] == [
        buys("Red", "S", 1),
        (Wish.BUY, 1, {"size": "M"}),
    ]
    assert found[1].unknown_option == "green"


def test_options_that_are_asked_about_are_not_ordered() -> None:
    context = ReadingContext("en", POLO, None, Offered.BUY)

    reading = RulesLanguage().read("do you have it in blue and red", context)

    assert (reading.wish, reading.also) == (Wish.ASK, ())


def test_how_many_times_is_no_size_beside_a_colour() -> None:
    found = pieces("2x blue/M + 1x red/S")

    assert [wanted(one) for one in found] == [buys("Blue", "M", 2), buys("Red", "S", 1)]
