"""What is said of lines of the cart: which go, which stay, how many more or fewer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from agentpay_plugin.conversation.reading import Offered, Reading, ReadingContext, Wish
from agentpay_plugin.language.rules import RulesLanguage
from tests.builders import a_cart, a_line
from tests.language.reader import POLO

BLUE_S, RED_M = "v0", "v3"  # of the polo
CART = a_cart(
    a_line(BLUE_S, product_name="Darko Polo", variant_name="Blue / S"),
    a_line(RED_M, product_name="Darko Polo", variant_name="Red / M"),
    a_line("cap", product_name="Sun Cap", variant_name="Black"),
)
ONE = replace(CART, lines=CART.lines[:1])


HATS = replace(
    CART,
    lines=(
        a_line("hat-1", product_name="Wool Hat", variant_name="Red"),
        a_line("hat-2", product_name="Straw Hat", variant_name="Natural"),
    ),
)


def read(text: str, locale: str = "en", cart: Any = CART, **changes: Any) -> Reading:
    context = ReadingContext(
        locale, POLO, cart, changes.pop("offered", Offered.CHECK_OUT), **changes
    )
    return RulesLanguage().read(text, context)


@pytest.mark.parametrize(
    ("locale", "text", "gone"),
    [
        ("en", "lose the red one", RED_M),
        ("en", "forget the blue ones", BLUE_S),
        ("en", "take the black cap out", "cap"),
        ("en", "drop the red polo", RED_M),
        ("pt-BR", "sem a vermelha", RED_M),
        ("pt-BR", "tira a azul", BLUE_S),
        ("pt-BR", "esquece o sun cap", "cap"),
        ("es", "sin la roja", RED_M),
        ("es", "quita la azul", BLUE_S),
        ("es", "ya no quiero el sun cap", "cap"),
    ],
)
def test_a_line_is_named_by_what_it_is(locale: str, text: str, gone: str) -> None:
    reading = read(text, locale)

    assert (reading.wish, reading.variant_ids) == (Wish.REMOVE, (gone,))


@pytest.mark.parametrize(
    ("locale", "text", "stay"),
    [
        ("en", "only keep the cap", "cap"),
        ("en", "just the red one", RED_M),
        ("pt-BR", "deixa só a azul", BLUE_S),
        ("pt-BR", "fica só com o sun cap", "cap"),
        ("es", "deja solo la roja", RED_M),
        ("es", "solo el sun cap", "cap"),
    ],
)
def test_all_others_go(locale: str, text: str, stay: str) -> None:
    reading = read(text, locale)

    assert (reading.wish, reading.variant_ids) == (Wish.EMPTY_CART, (stay,))


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "double it", {"wish": Wish.CHANGE_QUANTITY, "times": 2}),
        ("en", "triple that please", {"wish": Wish.CHANGE_QUANTITY, "times": 3}),
        ("en", "one less", {"wish": Wish.REMOVE, "quantity": 1}),
        ("en", "two fewer please", {"wish": Wish.REMOVE, "quantity": 2}),
        ("en", "can I get a few more?", {"wish": Wish.CHANGE_QUANTITY, "quantity": None}),
        ("en", "and one more?", {"wish": Wish.BUY, "quantity": 1, "more": True}),
        ("en", "add a second one", {"wish": Wish.BUY, "quantity": 1, "more": True}),
        ("en", "i need 4 of them", {"wish": Wish.CHANGE_QUANTITY, "quantity": 4}),
        ("en", "3 of the blue ones", {"wish": Wish.CHANGE_QUANTITY, "quantity": 3}),
        ("pt-BR", "dobra", {"wish": Wish.CHANGE_QUANTITY, "times": 2}),
        ("pt-BR", "quero o dobro", {"wish": Wish.CHANGE_QUANTITY, "times": 2}),
        ("pt-BR", "uma a menos", {"wish": Wish.REMOVE, "quantity": 1}),
        ("pt-BR", "mais um pacote", {"wish": Wish.BUY, "quantity": 1, "more": True}),
        ("pt-BR", "manda 2 pares", {"wish": Wish.CHANGE_QUANTITY, "quantity": 2}),
        ("es", "el doble", {"wish": Wish.CHANGE_QUANTITY, "times": 2}),
        ("es", "una menos", {"wish": Wish.REMOVE, "quantity": 1}),
        ("es", "otra igual", {"wish": Wish.BUY, "quantity": 1, "more": True}),
        ("es", "pon 3 de las azules", {"wish": Wish.CHANGE_QUANTITY, "quantity": 3}),
    ],
)
def test_how_many_of_what_lies_there(locale: str, text: str, expected: dict[str, Any]) -> None:
    reading = read(text, locale, ONE)

    assert {name: getattr(reading, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "give me all of them"),
        ("en", "as many as you have"),
        ("pt-BR", "quero o máximo que der"),
        ("pt-BR", "todas que tiver"),
        ("es", "los que se puedan"),
        ("es", "lo máximo posible"),
    ],
)
def test_as_many_as_there_are(locale: str, text: str) -> None:
    reading = read(text, locale, None, offered=Offered.BUY)

    assert (reading.wish, reading.every) == (Wish.BUY, True)


@pytest.mark.parametrize(
    ("locale", "text", "count"),
    [
        ("en", "ok then just the one", 1),
        ("en", "only 2 left? then 2", 2),
        ("pt-BR", "só tem uma? então uma", 1),
        ("es", "¿solo queda 1? pues 1", 1),
    ],
)
def test_what_can_be_had_is_taken(locale: str, text: str, count: int) -> None:
    reading = read(text, locale, None, offered=Offered.ANOTHER_QUANTITY)

    assert (reading.yes, reading.quantity) == (True, count)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "without delivery please"),
        ("en", "whatever color you have"),
        ("en", "just the green one"),
        ("pt-BR", "sem pressa"),
        ("es", "sin prisa"),
    ],
)
def test_what_names_no_line_takes_none_out(locale: str, text: str) -> None:
    reading = read(text, locale)

    assert reading.wish not in (Wish.REMOVE, Wish.EMPTY_CART)
    assert not reading.every


def test_the_offer_of_the_same_goods_is_refused_and_no_line_taken_out() -> None:
    reading = read("no polo", offered=Offered.BUY)

    assert reading.wish is Wish.NONE


@pytest.mark.parametrize("offered", [Offered.CHECK_OUT, Offered.BUY, Offered.NOTHING])
@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "just the red one"),
        ("en", "I don't want the red one"),
        ("en", "no red"),
        ("pt-BR", "só a vermelha"),
        ("pt-BR", "não quero a vermelha"),
        ("es", "solo la roja"),
        ("es", "no quiero la roja"),
    ],
)
def test_an_option_of_what_is_looked_at_names_no_line_of_other_goods(
    locale: str, text: str, offered: Offered
) -> None:
    reading = read(text, locale, HATS, offered=offered)

    assert reading.wish not in (Wish.REMOVE, Wish.EMPTY_CART)


@pytest.mark.parametrize("text", ["just the red one", "I don't want the red one"])
def test_an_option_said_while_one_is_chosen_is_of_the_choice(text: str) -> None:
    reading = read(text, narrowed=("v2", "v3"))

    assert reading.wish not in (Wish.REMOVE, Wish.EMPTY_CART)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "don't forget the cap"),
        ("en", "I can't do without the cap"),
        ("en", "please do not take the cap out"),
        ("en", "don't double it"),
        ("en", "is it sold without the cap?"),
        ("en", "I would lose the cap if I bought it"),
        ("en", "only the cap is black"),
        ("en", "no the red one"),
        ("pt-BR", "não esquece o sun cap"),
        ("pt-BR", "não vai sem o sun cap"),
        ("es", "no puedo ir sin el sun cap"),
    ],
)
def test_what_is_refused_asked_or_told_changes_nothing(locale: str, text: str) -> None:
    reading = read(text, locale)

    assert reading.wish not in (Wish.REMOVE, Wish.EMPTY_CART, Wish.CHANGE_QUANTITY)


def test_a_code_that_is_not_to_be_forgotten_is_given() -> None:
    reading = read("don't forget the code WELCOME10")

    assert (reading.wish, reading.promo_code) == (Wish.APPLY_PROMO, "WELCOME10")


@pytest.mark.parametrize(
    ("locale", "text", "count"),
    [
        ("en", "just one cap please", 1),
        ("en", "only 2 caps", 2),
        ("pt-BR", "só um sun cap", 1),
        ("es", "solo un sun cap", 1),
    ],
)
def test_only_so_many_of_one_line_takes_no_other_out(locale: str, text: str, count: int) -> None:
    reading = read(text, locale)

    assert (reading.wish, reading.variant_ids) == (Wish.CHANGE_QUANTITY, ("cap",))
    assert reading.quantity == count


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "remove everything but the cap"),
        ("en", "cancel everything except the cap"),
        ("pt-BR", "tira tudo menos o sun cap"),
        ("es", "quita todo excepto el sun cap"),
    ],
)
def test_all_but_one_go(locale: str, text: str) -> None:
    reading = read(text, locale)

    assert (reading.wish, reading.variant_ids) == (Wish.EMPTY_CART, ("cap",))


@pytest.mark.parametrize(
    ("locale", "text"), [("en", "remove both"), ("pt-BR", "tira os dois"), ("es", "quita las dos")]
)
def test_both_go(locale: str, text: str) -> None:
    reading = read(text, locale, HATS)

    assert (reading.wish, reading.every) == (Wish.REMOVE, True)
    assert reading.variant_ids == ("hat-1", "hat-2")


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "I love them all"),
        ("en", "I don't want all of them"),
        ("en", "show me what is left"),
        ("en", "keep the rest"),
        ("en", "all you have is blue"),
        ("en", "all sizes available"),
        ("pt-BR", "quantos tem"),
        ("pt-BR", "quantas vocês têm"),
        ("pt-BR", "não quero todas"),
        ("pt-BR", "o máximo"),
        ("es", "cuantas hay"),
        ("es", "cuantos quedan"),
        ("es", "no quiero todas"),
        ("es", "muéstrame los que hay"),
    ],
)
def test_what_is_liked_asked_or_refused_is_not_bought_out(locale: str, text: str) -> None:
    reading = read(text, locale, ONE)

    assert not reading.every
