"""What is said of the cart once it holds something: another option, fewer, without that one."""

from __future__ import annotations

import pytest

from agentpay_plugin.models import Charge
from tests.chat.shopper import Shopper
from tests.chat.world import the_card

pytestmark = pytest.mark.django_db(transaction=True)

BLUE_M = {"en": "I want one in blue, M", "pt-BR": "quero uma azul M", "es": "quiero una azul M"}


def at_the_total(locale: str) -> Shopper:
    shopper = Shopper(locale)
    shopper.says(BLUE_M[locale])
    shopper.gives_details()
    shopper.says("1")
    return shopper


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "hold on, give me the L"),
        ("en", "a large, sorry"),
        ("en", "can you replace the M with an L?"),
        ("en", "hmm M is too small, L please"),
        ("en", "one size up please, L"),
        ("en", "could I get it in L instead?"),
        ("pt-BR", "opa, me enganei, é G"),
        ("pt-BR", "a M fica apertada, quero a G"),
        ("pt-BR", "coloca a G no lugar"),
        ("es", "perdón, quería la L"),
        ("es", "la M me queda chica, dame la L"),
        ("es", "una talla más, la L"),
    ],
)
def test_another_size_at_the_total_takes_the_place_of_the_first(locale: str, words: str) -> None:
    shopper = at_the_total(locale)

    changed = shopper.says(words)

    assert shopper.cart() == [("essential-tee-blue-l", 1)]
    shown = the_card(changed.messages, "ChatQuote")["cart"]["lines"]
    assert [line["variantId"] for line in shown] == ["variant-essential-tee-blue-l"]
    assert Charge.objects.count() == 0


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "add a blue L too"),
        ("en", "and two blue L"),
        ("pt-BR", "coloca também uma azul G"),
        ("es", "agrega también una azul L"),
    ],
)
def test_what_is_added_at_the_total_takes_no_place(locale: str, words: str) -> None:
    shopper = at_the_total(locale)

    shopper.says(words)

    assert ("essential-tee-blue-m", 1) in shopper.cart()
    assert [name for name, _ in shopper.cart()] == ["essential-tee-blue-m", "essential-tee-blue-l"]


@pytest.mark.parametrize(
    ("locale", "words"),
    [("en", "is the L bigger?"), ("en", "do you have it in L?"), ("es", "¿hay en L?")],
)
def test_a_question_at_the_total_changes_nothing(locale: str, words: str) -> None:
    shopper = at_the_total(locale)

    shopper.says(words)

    assert shopper.cart() == [("essential-tee-blue-m", 1)]


@pytest.mark.parametrize(
    ("locale", "five", "words"),
    [
        ("en", "five red please", "just three after all"),
        ("en", "five red please", "make it three, one got ordered by my sister"),
        ("en", "five red please", "three will do"),
        ("pt-BR", "cinco vermelhas", "só três na verdade"),
        ("pt-BR", "cinco vermelhas", "três já chegam"),
        ("es", "cinco rojas", "solo tres al final"),
        ("es", "cinco rojas", "con tres me basta"),
    ],
)
def test_fewer_are_set_and_not_added(locale: str, five: str, words: str) -> None:
    shopper = Shopper(locale, "camp-mug")
    shopper.says(five)

    shopper.says(words)

    assert shopper.cart() == [("camp-mug-red", 3)]


@pytest.mark.parametrize(
    ("locale", "first", "second", "sand", "words"),
    [
        ("en", "one in black", "also: a market tote", "sand", "I don't want the cap after all"),
        ("en", "one in black", "and a market tote", "sand", "only the tote please"),
        ("pt-BR", "quero um preto", "e também a sacola market", "areia", "o boné não quero mais"),
        ("pt-BR", "quero um preto", "e também a sacola market", "areia", "deixa só a sacola"),
        ("es", "dame una negra", "y también la bolsa market", "arena", "la gorra no la quiero"),
        ("es", "dame una negra", "y también la bolsa market", "arena", "sin la gorra"),
    ],
)
def test_a_line_is_left_out_by_its_name(
    locale: str, first: str, second: str, sand: str, words: str
) -> None:
    shopper = Shopper(locale, "sun-cap")
    shopper.says(first, second, "sim" if locale == "pt-BR" else "sí" if locale == "es" else "yes")
    shopper.says(sand)

    shopper.says(words)

    assert shopper.cart() == [("market-tote-sand", 1)]


def test_other_goods_are_not_taken_for_an_option_of_those_in_focus() -> None:
    shopper = Shopper("es", "sun-cap")
    shopper.says("una negra")  # which is offered

    shopper.says("y también una bolsa market arena")

    assert shopper.cart() == []
