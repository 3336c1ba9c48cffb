"""What "it" means: the variant that was offered last, put into the cart or changed, until another is spoken of."""

from __future__ import annotations

import pytest

from agentpay_plugin.models import Charge
from tests.chat.shopper import Shopper, read

pytestmark = pytest.mark.django_db(transaction=True)

NAMED = {"en": "black L", "pt-BR": "preta G", "es": "negra L"}
ASKED = {"en": "what is it made of?", "pt-BR": "é feita de quê?", "es": "¿de qué está hecha?"}


@pytest.mark.parametrize(
    ("locale", "words"), [("en", "I'll take it"), ("pt-BR", "vou levar"), ("es", "la quiero")]
)
def test_an_offer_holds_past_a_question(locale: str, words: str) -> None:
    shopper = Shopper(locale)
    shopper.says(NAMED[locale], ASKED[locale])

    shopper.says(words)

    assert shopper.cart() == [("essential-tee-black-l", 1)]


def test_an_offer_holds_past_a_code() -> None:
    shopper = Shopper()

    kept = shopper.says("black L", "my code is WELCOME10")

    assert read(kept)[-1].startswith("Would you like Essential Tee (Black / L)")


@pytest.mark.parametrize(
    ("locale", "words"),
    [("en", "let me check out"), ("pt-BR", "pode finalizar"), ("es", "finalizar compra")],
)
def test_checking_out_takes_what_is_on_offer(locale: str, words: str) -> None:
    shopper = Shopper(locale)
    shopper.says(NAMED[locale])

    shopper.says(words)

    assert shopper.cart() == [("essential-tee-black-l", 1)]


def test_nothing_is_taken_that_was_declined() -> None:
    shopper = Shopper()
    shopper.says("black L", "no thanks")

    shopper.says("checkout")

    assert shopper.cart() == []


@pytest.mark.parametrize(
    ("locale", "words"), [("en", "and in XL?"), ("pt-BR", "e no GG?"), ("es", "¿y en XL?")]
)
def test_another_size_keeps_the_colour(locale: str, words: str) -> None:
    shopper = Shopper(locale)
    shopper.says(NAMED[locale])

    shopper.says(words, {"en": "yes", "pt-BR": "sim", "es": "sí"}[locale])

    assert shopper.cart() == [("essential-tee-black-xl", 1)]


@pytest.mark.parametrize(
    ("locale", "words", "count"),
    [
        ("en", "one more", 3),
        ("en", "double it", 4),
        ("en", "one less", 1),
        ("en", "i need 5 of them", 5),
        ("en", "give me all you have left", 12),
        ("pt-BR", "mais uma", 3),
        ("pt-BR", "dobra", 4),
        ("pt-BR", "uma a menos", 1),
        ("es", "otra igual", 3),
        ("es", "el doble", 4),
        ("es", "una menos", 1),
    ],
)
def test_how_many_are_counted_from_what_lies_there(locale: str, words: str, count: int) -> None:
    shopper = Shopper(locale)
    two = {"en": "two black in L", "pt-BR": "duas pretas G", "es": "dos negras L"}
    shopper.says(two[locale])

    shopper.says(words)

    assert shopper.cart() == [("essential-tee-black-l", count)]


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "lose the black one"),
        ("en", "only keep the blue"),
        ("pt-BR", "deixa só a azul"),
        ("pt-BR", "sem a preta"),
        ("es", "sin la negra"),
        ("es", "deja solo la azul"),
    ],
)
def test_a_line_goes_by_its_colour(locale: str, words: str) -> None:
    shopper = Shopper(locale)
    both = {
        "en": "two blue in M and one black in L",
        "pt-BR": "duas azuis M e uma preta G",
        "es": "dos azules M y una negra L",
    }
    shopper.says(both[locale])

    shopper.says(words)

    assert shopper.cart() == [("essential-tee-blue-m", 2)]


def test_one_of_two_lines_is_changed_by_what_it_is() -> None:
    shopper = Shopper()
    shopper.says("a blue M and a black L")

    shopper.says("swap the blue one for XL")

    assert dict(shopper.cart()) == {"essential-tee-black-l": 1, "essential-tee-blue-xl": 1}


def test_what_is_not_in_the_cart_is_told() -> None:
    shopper = Shopper()
    shopper.says("a blue M please", "yes")

    told = shopper.says("drop the mug")

    assert read(told)[0] == "That is not in your cart. This is what it holds:"
    assert shopper.cart() == [("essential-tee-blue-m", 1)]


@pytest.mark.parametrize("words", ["hmm interesting, I like these", "take my money"])
def test_what_is_only_guessed_to_be_a_purchase_leads_to_no_check_out(words: str) -> None:
    shopper = Shopper()
    shopper.says("one blue in M")

    shopper.says(words)

    assert shopper.world.look(shopper.token).stage == "SHOPPING"
    assert shopper.cart() == [("essential-tee-blue-m", 1)]


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "add two white, same size"),
        ("pt-BR", "mais duas brancas do mesmo tamanho"),
        ("es", "ponme dos blancas de la misma talla"),
    ],
)
def test_the_same_is_like_what_was_bought(locale: str, words: str) -> None:
    shopper = Shopper(locale)
    shopper.says(
        {"en": "one black in L", "pt-BR": "quero uma preta G", "es": "quiero una negra L"}[locale]
    )

    shopper.says(words)

    assert dict(shopper.cart()) == {"essential-tee-black-l": 1, "essential-tee-white-l": 2}


@pytest.mark.parametrize(
    ("locale", "named", "other"),
    [("en", "blue S", "ok M then"), ("pt-BR", "azul P", "então M"), ("es", "azul S", "pues M")],
)
def test_what_is_sold_out_is_spoken_of_too(locale: str, named: str, other: str) -> None:
    shopper = Shopper(locale)
    shopper.says(named)

    shopper.says(other, {"en": "yes", "pt-BR": "sim", "es": "sí"}[locale])

    assert shopper.cart() == [("essential-tee-blue-m", 1)]


@pytest.mark.parametrize(
    ("locale", "words"), [("en", "nah large"), ("pt-BR", "não G"), ("es", "no L")]
)
def test_a_correction_needs_no_comma(locale: str, words: str) -> None:
    shopper = Shopper(locale)
    shopper.says(
        {"en": "one black in M", "pt-BR": "quero uma preta M", "es": "quiero una negra M"}[locale]
    )

    shopper.says(words)

    assert shopper.cart() == [("essential-tee-black-l", 1)]


def test_fewer_of_one_line_leaves_the_others() -> None:
    shopper = Shopper()
    shopper.says("three black in L and two white in L")

    shopper.says("actually only one of the white")

    assert dict(shopper.cart()) == {"essential-tee-black-l": 3, "essential-tee-white-l": 1}


@pytest.mark.parametrize(
    ("locale", "emptied", "words"),
    [
        ("en", "empty my cart", "checkout"),
        ("en", "start over", "I'll take it"),
        ("pt-BR", "esvazia o carrinho", "fechar pedido"),
        ("es", "vacía el carrito", "finalizar compra"),
    ],
)
def test_what_was_taken_out_is_meant_no_more(locale: str, emptied: str, words: str) -> None:
    shopper = Shopper(locale)
    shopper.says({"en": "2 black L", "pt-BR": "2 preta G", "es": "2 negra L"}[locale], emptied)

    shopper.says(words)

    assert shopper.cart() == []


@pytest.mark.parametrize("words", ["I'll take it", "checkout", "one more"])
def test_what_was_offered_before_others_were_shown_is_meant_no_more(words: str) -> None:
    shopper = Shopper()
    shopper.says("do you have it in black L?", "show me mugs")

    shopper.says(words)

    assert shopper.cart() == []


def test_what_was_bought_is_meant_no_more() -> None:
    shopper = Shopper()
    shopper.says("2 black L")
    shopper.gives_details()
    shopper.pays(shopper.says("standard"))
    shopper.world.webhook(Charge.objects.get())

    shopper.says("I'll take it", "another one")

    assert shopper.cart() == []


@pytest.mark.parametrize(
    ("locale", "words", "count"),
    [
        ("en", "I'll take 2", 2),
        ("en", "I need 4 of them", 4),
        ("en", "make it 3", 3),
        ("en", "double it", 2),
        ("en", "one more", 1),
        ("pt-BR", "vou levar 2", 2),
        ("pt-BR", "mais uma", 1),
        ("pt-BR", "dobra", 2),
        ("es", "me llevo 2", 2),
        ("es", "una más", 1),
        ("es", "el doble", 2),
    ],
)
def test_it_is_what_was_asked_about_and_not_what_lies_in_the_cart(
    locale: str, words: str, count: int
) -> None:
    shopper = Shopper(locale)
    shopper.says({"en": "2 blue M", "pt-BR": "2 azul M", "es": "2 azul M"}[locale])
    asked = {"en": "do you have it in black L?", "pt-BR": "tem preta G?", "es": "¿hay negra L?"}
    shopper.says(asked[locale])

    shopper.says(words)

    assert dict(shopper.cart()) == {"essential-tee-blue-m": 2, "essential-tee-black-l": count}


@pytest.mark.parametrize("words", ["one more of it", "another one", "make it 3", "double it"])
def test_other_goods_in_focus_are_not_counted_on_the_line_in_the_cart(words: str) -> None:
    shopper = Shopper()
    shopper.says("2 blue M", "show me mugs", "the second one")

    shopper.says(words)

    assert shopper.cart() == [("essential-tee-blue-m", 2)]


@pytest.mark.parametrize("words", ["remove 2", "take 2 out"])
def test_more_than_the_line_holds_is_asked_back(words: str) -> None:
    shopper = Shopper()
    shopper.says("2 blue M and a black L")

    shopper.says(words)

    assert dict(shopper.cart()) == {"essential-tee-blue-m": 2, "essential-tee-black-l": 1}


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("remove everything but the black", {"essential-tee-black-l": 1}),
        (
            "remove everything but the mug",
            {"essential-tee-blue-m": 2, "essential-tee-black-l": 1},
        ),
        ("remove both", {}),
        ("delete everything, the blue M too", {}),
    ],
)
def test_only_what_was_said_goes(words: str, left: dict[str, int]) -> None:
    shopper = Shopper()
    shopper.says("2 blue M and a black L")

    shopper.says(words)

    assert dict(shopper.cart()) == left


@pytest.mark.parametrize("words", ["I'm not sure", "I'm good", "I'm fine thanks", "not sure yet"])
def test_who_is_not_sure_gets_nothing(words: str) -> None:
    shopper = Shopper()
    shopper.says("black L")

    shopper.says(words)

    assert shopper.cart() == []


@pytest.mark.parametrize(
    ("locale", "words"),
    [("en", "another 3 please"), ("pt-BR", "outras 3"), ("es", "otras 3")],
)
def test_others_come_on_top(locale: str, words: str) -> None:
    shopper = Shopper(locale)
    shopper.says({"en": "2 black L", "pt-BR": "2 preta G", "es": "2 negra L"}[locale])

    shopper.says(words)

    assert shopper.cart() == [("essential-tee-black-l", 5)]
