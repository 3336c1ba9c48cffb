"""Several wishes in one message: each is done or answered, in one reply, and nothing that was not said."""

# ruff: noqa: RUF001 typographic signs are meant

from __future__ import annotations

import pytest

from agentpay_plugin.models import Charge
from tests.chat.shopper import Shopper, read
from tests.chat.world import card, the_card

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "three black in L and a blue in M please"),
        ("pt-BR", "três pretas L e uma azul M"),
        ("es", "tres negras L y una azul M"),
    ],
)
def test_two_variants_go_into_the_cart(locale: str, words: str) -> None:
    shopper = Shopper(locale)

    done = shopper.says(words)

    assert shopper.cart() == [("essential-tee-black-l", 3), ("essential-tee-blue-m", 1)]
    kinds = [part["__typename"] for one in done.messages for part in one.parts]
    assert kinds.count("ChatCartSummary") == kinds.count("ChatQuickReplies") == 1


def test_an_answer_comes_before_what_is_done() -> None:
    shopper = Shopper()

    done = shopper.says("put a black L in my cart, and what is it made of?")

    assert read(done)[0] == "Material: Organic cotton."
    assert "I put 1 × Essential Tee (Black / L) in your cart." in read(done)
    assert ("essential-tee-black-l", 1) in shopper.cart()


def test_a_code_is_kept_for_what_is_bought() -> None:
    shopper = Shopper()

    shopper.says("a black L, my code is WELCOME10")
    shopper.gives_details()
    quoted = shopper.says("standard")

    assert the_card(quoted.messages, "ChatQuote")["cart"]["promoCode"] == "WELCOME10"


def test_what_is_asked_back_stands_at_the_end() -> None:
    shopper = Shopper()

    asked = shopper.says("two blue ones and a black L, when would it arrive?")

    assert shopper.cart() == [("essential-tee-black-l", 1)]
    assert asked.messages[-1].parts[-1]["__typename"] == "ChatVariantPicker"
    assert asked.messages[-1].parts[-1]["quantity"] == 2
    assert any(line.startswith("Standard: $5.00") for line in read(asked))


def test_nobody_is_led_past_a_question() -> None:
    shopper = Shopper()

    asked = shopper.says("two blue ones and check out")

    assert shopper.cart() == []
    assert card(asked.messages, "ChatDetailsForm") is None
    assert the_card(asked.messages, "ChatVariantPicker")["quantity"] == 2


def test_what_goes_on_is_done_when_nothing_is_in_question() -> None:
    shopper = Shopper()

    going = shopper.says("add a blue M and take me to checkout")

    assert shopper.cart() == [("essential-tee-blue-m", 1)]
    assert card(going.messages, "ChatDetailsForm") is not None


def test_more_than_there_are_is_said_of_that_wish_alone() -> None:
    shopper = Shopper()

    told = shopper.says("900 blue M and one black L")

    assert shopper.cart() == [("essential-tee-black-l", 1)]
    assert any("Essential Tee (Blue / M)" in line for line in read(told))


def test_no_words_pay() -> None:
    shopper = Shopper()

    shopper.says("a blue M and pay by card")
    shopper.gives_details()
    shopper.says("standard, and pay by card")

    assert Charge.objects.count() == 0


def test_a_condition_puts_nothing_into_the_cart() -> None:
    shopper = Shopper()

    shopper.says("if it is wool I'll take two blue M")
    shopper.says("unless it shrinks, add a blue M and a black L")

    assert shopper.cart() == []


@pytest.mark.parametrize(
    ("locale", "page", "words"),
    [
        ("en", "gift-voucher", "I want a $50 gift card for my sister"),
        ("en", None, "I'd like a $50 gift card"),
        ("es", None, "quiero una tarjeta regalo de 50 dólares"),
    ],
)
def test_goods_that_are_looked_for_are_offered_at_the_price_that_was_named(
    locale: str, page: str | None, words: str
) -> None:
    shopper = Shopper(locale, page)

    shopper.says(words, "yes" if locale == "en" else "sí")

    assert shopper.cart() == [("gift-voucher-medium", 1)]


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "I want a black L, a navy market tote, a blue camp mug and a cedar candle"),
        (
            "pt-BR",
            "quero uma preta G, uma sacola market azul-marinho, uma caneca esmaltada azul e uma vela de cedro",
        ),
        (
            "es",
            "quiero una negra L, una bolsa market azul marino, una taza esmaltada azul y una vela de cedro",
        ),
    ],
)
def test_goods_that_are_clear_go_into_the_cart(locale: str, words: str) -> None:
    shopper = Shopper(locale)

    shopper.says(words)

    assert dict(shopper.cart()) == {
        "essential-tee-black-l": 1,
        "market-tote-navy": 1,
        "camp-mug-blue": 1,
        "slow-candle-cedar": 1,
    }


def test_a_list_answers_which_one() -> None:
    shopper = Shopper()
    shopper.says("three, one in each color, size M")

    shopper.says("blue, black and white")

    assert dict(shopper.cart()) == {
        "essential-tee-blue-m": 1,
        "essential-tee-black-m": 1,
        "essential-tee-white-m": 1,
    }


@pytest.mark.parametrize(
    ("locale", "words"),
    [("en", "ok both then"), ("pt-BR", "então os dois"), ("es", "pues las dos")],
)
def test_both_of_two_kinds_is_one_of_each(locale: str, words: str) -> None:
    shopper = Shopper(locale, "terra-pot")

    shopper.says(words)

    assert dict(shopper.cart()) == {"terra-pot-12cm": 1, "terra-pot-18cm": 1}


def test_what_is_taken_back_is_not_bought() -> None:
    shopper = Shopper()

    shopper.says("I'd like a blue M, no wait, a black M")

    assert shopper.cart() == [("essential-tee-black-m", 1)]


@pytest.mark.parametrize(
    ("locale", "wanted", "words"),
    [("en", "5 blue", "all"), ("pt-BR", "5 azuis", "todas"), ("es", "5 azules", "todas")],
)
def test_five_are_not_one_of_each_of_three(locale: str, wanted: str, words: str) -> None:
    shopper = Shopper(locale)
    shopper.says(wanted)

    shopper.says(words)

    assert shopper.cart() == []
