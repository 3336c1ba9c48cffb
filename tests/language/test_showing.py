"""What is said of the goods on the screen is read in their light."""

from __future__ import annotations

from decimal import Decimal

import pytest

from agentpay_plugin.conversation.goods import Attribute, Product
from agentpay_plugin.conversation.reading import (
    Budget,
    Offered,
    Order,
    Reading,
    ReadingContext,
    Topic,
    Wish,
)
from agentpay_plugin.language.hybrid import HybridLanguage
from agentpay_plugin.language.rules import RulesLanguage
from tests.builders import a_product, a_variant, usd


def _goods(key: str, name: str, material: str, price: int, *colors: str) -> Product:
    return a_product(
        id=key,
        name=name,
        category="Tees",
        description="",
        attributes=(Attribute("material", "Material", (material,)),),
        variants=tuple(
            a_variant(
                f"{key}-{color}-{size}",
                None,
                price=usd(price),
                attributes=(
                    Attribute("color", "Color", (color,)),
                    Attribute("size", "Size", (size,)),
                ),
            )
            for color in colors
            for size in ("M", "L")
        ),
    )


PLAIN = _goods("plain", "Essential Tee", "Cotton", 2400, "Blue", "Black")
STRIPED = _goods("striped", "Breton Tee", "Linen", 3200, "Navy", "Red")
LONG = _goods("long", "Pocket Tee", "Wool", 2900, "Navy", "Gray")
SHOWN = (PLAIN, STRIPED, LONG)


def read(locale: str, text: str, product: Product | None = None, **changes: object) -> Reading:
    context = ReadingContext(locale, product, None, Offered.NOTHING, shown=SHOWN)
    for name, value in changes.items():
        object.__setattr__(context, name, value)
    return HybridLanguage().read(text, context)


@pytest.mark.parametrize(
    ("locale", "text", "about", "wish"),
    [
        ("en", "the second one looks nice, I'll have it", "striped", Wish.BUY),
        ("en", "how much is the last one", "long", Wish.ASK),
        ("en", "is the blue one also in M?", "plain", Wish.ASK),
        ("en", "the cheaper one please", "plain", Wish.NONE),
        ("en", "ok the cheapest one in black M", "plain", Wish.NONE),
        ("en", "I'll take number 3", "long", Wish.BUY),
        ("en", "the $32 one", "striped", Wish.NONE),
        ("en", "does the wool one come in L?", "long", Wish.ASK),
        ("en", "I like the breton tee, I'll take it in red L", "striped", Wish.BUY),
        ("en", "2nd one", "striped", Wish.NONE),
        ("pt-BR", "vou querer a primeira então", "plain", Wish.BUY),
        ("pt-BR", "quanto custa a última?", "long", Wish.ASK),
        ("pt-BR", "o mais barato", "plain", Wish.NONE),
        ("pt-BR", "a 2 tem em G?", "striped", Wish.ASK),
        ("pt-BR", "quero a de lã", "long", Wish.BUY),
        ("es", "me gusta la segunda, la quiero", "striped", Wish.BUY),
        ("es", "cuánto cuesta la última", "long", Wish.ASK),
        ("es", "me quedo con la más barata", "plain", Wish.BUY),
        ("es", "la tercera", "long", Wish.NONE),
    ],
)
def test_one_of_those_shown_is_meant(locale: str, text: str, about: str, wish: Wish) -> None:
    shown = SHOWN if locale == "en" else _in_their_words()

    found = read(locale, text, shown=shown)

    assert (found.about, found.wish) == (about, wish)


def _in_their_words() -> tuple[Product, ...]:
    wool = a_product(
        id="long",
        name="Camiseta de bolso",
        category="Camisetas",
        description="",
        attributes=(Attribute("material", "Material", ("Lã merino",)),),
        variants=LONG.variants,
    )
    return (PLAIN, STRIPED, wool)


@pytest.mark.parametrize(
    "text",
    ["remove the second one", "is it my first order?", "where is my last order", "first time here"],
)
def test_what_is_no_product_is_taken_for_none(text: str) -> None:
    assert read("en", text).about is None


def test_the_other_one_of_two_is_the_one_that_is_not_in_focus() -> None:
    assert read("en", "and the other one?", PLAIN, shown=(PLAIN, STRIPED)).about == "striped"
    assert read("en", "and the other one?", PLAIN).about is None


def test_its_options_are_read_in_the_light_of_the_one_that_is_meant() -> None:
    found = read("en", "I'll take the second one in red, L")

    assert (found.about, found.variant_ids) == ("striped", ("striped-Red-L",))


@pytest.mark.parametrize(
    ("locale", "text", "wish"),
    [
        ("en", "show me more", Wish.MORE),
        ("en", "what else do you have?", Wish.MORE),
        ("en", "any others?", Wish.MORE),
        ("en", "others", Wish.MORE),
        ("pt-BR", "outros", Wish.MORE),
        ("es", "¿otros?", Wish.MORE),
        ("en", "only this one?", Wish.MORE),
        ("en", "do you have others like this", Wish.SIMILAR),
        ("en", "something similar please", Wish.SIMILAR),
        ("en", "anything bigger?", Wish.SIMILAR),
        ("en", "something similar but cheaper?", Wish.CHEAPER),
        ("en", "too expensive for me", Wish.CHEAPER),
        ("en", "what would go with it?", Wish.BESIDE),
        ("en", "what can I wear with this?", Wish.BESIDE),
        ("pt-BR", "mostra mais", Wish.MORE),
        ("pt-BR", "não tem outro?", Wish.MORE),
        ("pt-BR", "tem outras parecidas?", Wish.SIMILAR),
        ("pt-BR", "tem algo parecido mais barato?", Wish.CHEAPER),
        ("pt-BR", "achei caro", Wish.CHEAPER),
        ("pt-BR", "o que combina com ela?", Wish.BESIDE),
        ("es", "muéstrame más", Wish.MORE),
        ("es", "¿tienen otras así?", Wish.SIMILAR),
        ("es", "algo más económico", Wish.CHEAPER),
        ("es", "me gusta pero está caro", Wish.CHEAPER),
        ("es", "¿qué le combina?", Wish.BESIDE),
    ],
)
def test_others_are_wanted(locale: str, text: str, wish: Wish) -> None:
    assert read(locale, text, PLAIN).wish is wish


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "no more"),
        ("en", "one more please"),
        ("en", "cheaper delivery?"),
        ("pt-BR", "é só isso"),
        ("pt-BR", "é caro?"),
        ("es", "nada más"),
        ("es", "otra más por favor"),
    ],
)
def test_others_are_not_wanted(locale: str, text: str) -> None:
    wanted = (Wish.MORE, Wish.SIMILAR, Wish.CHEAPER, Wish.BESIDE)

    assert read(locale, text, PLAIN).wish not in wanted


@pytest.mark.parametrize("text", ["cheaper?", "show me more", "something like this"])
def test_at_the_check_out_no_others_are_meant(text: str) -> None:
    found = read("en", text, PLAIN, shown=(), is_looking=False)

    assert found.wish not in (Wish.MORE, Wish.SIMILAR, Wish.CHEAPER)


@pytest.mark.parametrize(
    ("locale", "text", "narrows"),
    [
        ("en", "only in size 42", "size 42"),
        ("en", "and in red?", "red"),
        ("en", "do you have them in blue L", "blue size l"),
        ("en", "sort by price", ""),
        ("pt-BR", "tem no G?", "size g"),
        ("pt-BR", "e em vermelho?", "vermelho"),
        ("pt-BR", "ordena por preço", ""),
        ("es", "¿hay en talla 41?", "size 41"),
        ("es", "ordénalos por precio", ""),
    ],
)
def test_what_was_found_is_narrowed(locale: str, text: str, narrows: str) -> None:
    found = read(locale, text)

    assert (found.wish, found.narrows) == (Wish.SEARCH, narrows)


@pytest.mark.parametrize(
    ("locale", "text", "topic"),
    [
        ("en", "difference between the two?", None),
        ("en", "which do you recommend?", None),
        ("en", "which is cheaper", Topic.PRICE),
        ("en", "which one is warmer?", Topic.DESCRIPTION),
        ("en", "are any of them waterproof?", Topic.DESCRIPTION),
        ("pt-BR", "qual a diferença entre os dois?", None),
        ("pt-BR", "qual tem mais bateria", Topic.DESCRIPTION),
        ("pt-BR", "qual é o mais barato?", Topic.PRICE),
        ("es", "¿cuál pesa menos?", Topic.ATTRIBUTE),
        ("es", "diferencia entre los dos?", None),
    ],
)
def test_those_shown_are_compared(locale: str, text: str, topic: Topic | None) -> None:
    found = read(locale, text)

    assert (found.compare, found.topic) == (tuple(one.name for one in SHOWN), topic)


def test_the_product_in_focus_is_called_this_in_a_comparison() -> None:
    found = read("en", "what's the difference between this and the harbor hoodie?", PLAIN)

    assert found.compare == ("Essential Tee", "harbor hoodie")


@pytest.mark.parametrize(
    ("locale", "text", "wish", "mention", "order"),
    [
        ("en", "cheapest mug", Wish.SEARCH, "mug", Order.CHEAPEST),
        ("en", "most expensive thing you have", Wish.SUGGEST, None, Order.DEAREST),
        ("pt-BR", "caneca mais barata", Wish.SEARCH, "caneca", Order.CHEAPEST),
        ("pt-BR", "qual o produto mais caro da loja", Wish.SUGGEST, None, Order.DEAREST),
        ("es", "la taza más barata", Wish.SEARCH, "taza", Order.CHEAPEST),
        ("es", "qué es lo más caro que tienen", Wish.SUGGEST, None, Order.DEAREST),
    ],
)
def test_goods_are_wanted_by_price(
    locale: str, text: str, wish: Wish, mention: str | None, order: Order
) -> None:
    found = read(locale, text, shown=())

    assert (found.wish, found.product_mention, found.order) == (wish, mention, order)


@pytest.mark.parametrize(
    ("locale", "text", "mention"),
    [
        ("en", "anything vegan?", "vegan"),
        ("en", "waterproof stuff", "waterproof"),
        ("pt-BR", "tem algo vegano?", "vegano"),
        ("es", "algo impermeable", "impermeable"),
    ],
)
def test_anything_that_is_so_is_looked_for(locale: str, text: str, mention: str) -> None:
    found = read(locale, text, shown=())

    assert (found.wish, found.product_mention) == (Wish.SEARCH, mention)


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        ("shoes between 50 and 100", Budget(Decimal(100), Decimal(50))),
        ("shoes between 38 and 40 in size", None),
        ("open between 8 and 18?", None),
        ("2-3 mugs", None),
    ],
)
def test_two_bounds_without_a_currency_are_prices_where_they_can_be(
    text: str, budget: Budget | None
) -> None:
    context = ReadingContext("en", None, None, Offered.NOTHING)

    assert RulesLanguage().read(text, context).budget == budget


def test_a_price_and_a_please_are_no_yes() -> None:
    found = read("en", "under 30 please", shown=())

    assert (found.wish, found.yes) == (Wish.SEARCH, None)


def test_whether_goods_are_safe_is_no_question_of_payment() -> None:
    assert read("en", "is it dishwasher safe?", PLAIN).topic is not Topic.PAYMENT
    assert read("en", "is it safe to pay here?", PLAIN).topic is Topic.PAYMENT


def test_a_question_without_its_mark_is_one() -> None:
    found = read("pt-BR", "a segunda é de que material")

    assert (found.about, found.wish, found.attribute) == ("striped", Wish.ASK, "material")


def test_a_long_story_that_begins_with_something_is_no_search() -> None:
    found = read("en", "something cosy for a rainy evening with my uncle", shown=())

    assert found.wish is not Wish.SEARCH
