"""What real shoppers write on their way: other words, second thoughts, and ways out of every step."""

# ruff: noqa: RUF001 typographic signs are meant

from __future__ import annotations

import pytest

from agentpay_plugin.models import Charge
from tests.chat.shopper import Shopper, read
from tests.chat.world import card, the_card

pytestmark = pytest.mark.django_db(transaction=True)


def test_where_the_order_is_never_contradicts_its_arrival() -> None:
    shopper = Shopper()
    shopper.says("I want one in blue, M")
    shopper.gives_details()
    shopper.pays(shopper.says("standard"))

    waiting = shopper.says("where is my order?")
    shopper.world.pay(str(Charge.objects.get().pk))
    arrived = shopper.says("where is my order?")

    assert read(waiting)[0].startswith("The payment of $29.00 has not arrived yet.")
    assert read(arrived)[:2] == ["Thank you! Your order 1 is placed.", "Order 1: $29.00 paid"]


@pytest.mark.parametrize(
    ("locale", "wanted", "words", "delivery"),
    [
        ("en", "blue M", "express please", "Express"),
        ("en", "blue M", "the cheapest one", "Brooklyn store"),
        ("en", "blue M", "I'd like to pick it up in store", "Brooklyn store"),
        ("en", "blue M", "the first one", "Standard"),
        ("en", "blue M", "2", "Express"),
        ("pt-BR", "quero azul M", "Entrega econômica", "Entrega econômica"),
        ("pt-BR", "quero azul M", "expressa", "Entrega expressa"),
        ("pt-BR", "quero azul M", "retirar na loja", "Loja de Pinheiros"),
        ("es", "quiero azul M", "envio expres", "Envío exprés"),
        ("es", "quiero azul M", "recoger en tienda", "Tienda de Brooklyn"),
    ],
)
def test_delivery_is_chosen_by_words(locale: str, wanted: str, words: str, delivery: str) -> None:
    shopper = Shopper(locale)
    shopper.says(wanted, *(["yes"] if locale == "en" else []))
    shopper.gives_details()

    quoted = shopper.says(words)

    chosen = the_card(quoted.messages, "ChatQuote")["cart"]["delivery"]
    assert chosen["name"] == delivery


def test_a_question_about_a_delivery_chooses_nothing() -> None:
    shopper = Shopper()
    shopper.says("I want blue M")
    shopper.gives_details()

    asked = shopper.says("how long does express take")

    assert card(asked.messages, "ChatQuote") is None
    assert "Express: $15.00, 1 to 2 days." in read(asked)


def test_delivery_and_address_can_be_changed_after_the_total() -> None:
    shopper = Shopper()
    shopper.says("I want blue M")
    shopper.gives_details()
    shopper.says("standard")

    collected = shopper.says("change delivery to Brooklyn store")
    again = shopper.says("I want a different delivery")
    form = shopper.says("can I change the address?")

    assert read(collected)[0] == "You will collect it at: Brooklyn store."
    assert "Collection (Brooklyn store): $0.00" in read(collected)
    assert "Brooklyn store: free of charge." in read(again)
    assert the_card(form.messages, "ChatDetailsForm")["countryName"] == "United States"


def test_delivery_is_changed_by_a_part_of_its_name() -> None:
    shopper = Shopper("pt-BR")
    shopper.says("quero azul M")
    shopper.gives_details()
    shopper.says("Loja de Pinheiros")

    quoted = shopper.says("muda a entrega pra expressa")

    chosen = the_card(quoted.messages, "ChatQuote")["cart"]["delivery"]
    assert chosen["name"] == "Entrega expressa"


@pytest.mark.parametrize("words", ["never mind", "not now", "cancel", "no"])
def test_details_can_be_left_and_come_back_to(words: str) -> None:
    shopper = Shopper()
    shopper.says("I want blue M")
    shopper.taps(checkOut=True)

    left = shopper.says(words)
    asked = shopper.says("what is it made of?")
    back = shopper.says("check out")

    assert read(left)[0].startswith("As you like. Your cart stays as it is")
    assert card(left.messages, "ChatDetailsForm") is None
    assert card(asked.messages, "ChatDetailsForm") is None
    assert card(back.messages, "ChatDetailsForm") is not None
    assert shopper.cart() == [("essential-tee-blue-m", 1)]


def test_an_address_in_a_message_leads_to_the_form() -> None:
    shopper = Shopper()
    shopper.says("I want blue M")
    shopper.taps(checkOut=True)

    told = shopper.says("Ada Lovelace, 1 Main Street, Austin TX 78701")

    assert "write your address into the form" in read(told)[0]
    assert card(told.messages, "ChatDetailsForm") is not None


@pytest.mark.parametrize(
    ("locale", "wanted", "other"),
    [
        ("en", "I want two in white M", "actually make it blue"),
        ("en", "I want two in white M", "change the color to blue"),
        ("pt-BR", "quero duas brancas M", "na verdade azul"),
        ("es", "quiero dos blancas M", "mejor azul"),
    ],
)
def test_another_option_takes_the_place_of_the_first(locale: str, wanted: str, other: str) -> None:
    shopper = Shopper(locale)
    shopper.says(wanted)

    changed = shopper.says(other)

    assert shopper.cart() == [("essential-tee-blue-m", 2)]
    assert read(changed)[1].endswith((" out of your cart.", " do seu carrinho.", " de tu carrito."))


def test_one_that_is_wanted_too_takes_the_place_of_nothing() -> None:
    shopper = Shopper()

    shopper.says("I want white M", "I also want the blue one in M")

    assert shopper.cart() == [("essential-tee-white-m", 1), ("essential-tee-blue-m", 1)]


def test_another_option_that_is_sold_out_leaves_the_cart_alone() -> None:
    shopper = Shopper()
    shopper.says("I want blue M")

    refused = shopper.says("change the size to S")

    assert shopper.cart() == [("essential-tee-blue-m", 1)]
    assert read(refused)[0] == (
        "Essential Tee (Blue / S) is out of stock right now. In stock are: Blue / M, Blue / L,"
        " Blue / XL, Black / S, White / S, and Green / S."
    )


@pytest.mark.parametrize(
    ("locale", "words"),
    [("en", "empty the cart"), ("pt-BR", "limpa o carrinho"), ("es", "vacía el carrito")],
)
def test_the_whole_cart_is_emptied(locale: str, words: str) -> None:
    shopper = Shopper(locale)
    shopper.taps(chooseVariant={"variantId": "variant-essential-tee-blue-m"})
    shopper.taps(chooseVariant={"variantId": "variant-essential-tee-white-m", "quantity": 2})

    shopper.says(words)

    assert shopper.cart() == []


def test_a_code_is_taken_out_without_its_name() -> None:
    shopper = Shopper(product="harbor-hoodie")
    shopper.says("add one in grey, size M", "apply WELCOME10")

    removed = shopper.says("remove the promo code")
    none_left = shopper.says("remove the discount")

    assert read(removed)[0] == "The code WELCOME10 is removed."
    assert read(none_left)[0] == "No code is used in your cart."
    assert shopper.cart() == [("harbor-hoodie-grey-m", 1)]


def test_of_several_codes_one_is_asked_for() -> None:
    shopper = Shopper(product="harbor-hoodie")
    shopper.says("add one in grey, size M", "apply WELCOME10", "gift card GIFT-25-USD")

    asked = shopper.says("remove the code")
    removed = shopper.says("remove WELCOME10")

    assert read(asked) == [
        "Which code shall I take out? There is: WELCOME10 and GIFT-25-USD. Write “remove” and the code."
    ]
    assert read(removed)[0] == "The code WELCOME10 is removed."


def test_a_code_is_asked_for_and_then_taken() -> None:
    shopper = Shopper(product="harbor-hoodie")
    shopper.says("add one in grey, size M")

    asked = shopper.says("I have a coupon")
    taken = shopper.says("welcome10")

    assert read(asked) == ["Which code would you like to use? Write it as you got it."]
    assert read(taken)[0] == "The code WELCOME10 is applied."


def test_a_word_like_a_code_that_is_no_goods_is_tried_as_one() -> None:
    shopper = Shopper(product="harbor-hoodie")

    empty = shopper.says("BIGSPENDER")
    kept = shopper.says("add one in grey, size M", "BIGSPENDER")

    assert read(empty)[0].startswith("I am not sure what you mean.")
    assert read(kept)[0].startswith("The shop does not take the code BIGSPENDER yet. I keep it")


@pytest.mark.parametrize(
    ("locale", "words", "first"),
    [
        ("en", "mugs", "I found 3 products. Tap the one you would like to see."),
        ("pt-BR", "canecas", "Encontrei 3 produtos. Toque no que você quer ver."),
        ("es", "¿y tazas?", "He encontrado 3 productos. Toca el que quieras ver."),
    ],
)
def test_goods_alone_are_searched_and_picked_by_place(locale: str, words: str, first: str) -> None:
    shopper = Shopper(locale)
    second = {"en": "the second one", "pt-BR": "o segundo", "es": "el segundo"}[locale]

    found = shopper.says(words)
    shown = shopper.says(second)

    assert read(found)[0] == first
    assert the_card(shown.messages, "ChatProductCard")["product"]["slug"] == "dipped-mug"


def test_words_that_find_nothing_are_not_called_goods() -> None:
    shopper = Shopper()

    lost = shopper.says("wut")

    assert read(lost)[0].startswith("I am not sure what you mean.")


@pytest.mark.parametrize(
    ("locale", "words", "answer"),
    [
        ("en", "thanks bye", "Goodbye! Come back whenever you like."),
        ("pt-BR", "tchau", "Até mais! Volte quando quiser."),
        ("es", "adiós", "¡Hasta luego! Vuelve cuando quieras."),
        ("en", "👍", "Is there anything else I can do for you?"),
        ("en", "no", "No problem. Ask me anything, whenever you like."),
    ],
)
def test_small_talk_is_answered(locale: str, words: str, answer: str) -> None:
    assert read(Shopper(locale, None).says(words)) == [answer]


def test_help_says_who_speaks_and_what_can_be_done() -> None:
    shopper = Shopper(product=None)

    told = shopper.says("are you a bot?")

    assert read(told)[0].startswith("I am this shop’s assistant, a program and not a person.")


def test_fewer_than_offered_is_that_many() -> None:
    shopper = Shopper()
    shopper.says("I want two in green M")

    shopper.says("ok one then")

    assert shopper.cart() == [("essential-tee-green-m", 1)]


def test_a_number_alone_is_how_many_of_the_only_line() -> None:
    shopper = Shopper()
    shopper.says("I want blue M")

    shopper.says("four please")

    assert shopper.cart() == [("essential-tee-blue-m", 4)]


def test_what_is_not_in_the_cart_is_not_taken_out() -> None:
    shopper = Shopper(product="camp-mug")
    shopper.says("two red")

    told = shopper.says("remove the blue one")

    assert read(told)[0] == "That is not in your cart. This is what it holds:"
    assert shopper.cart() == [("camp-mug-red", 2)]


def test_what_the_shop_wrote_nothing_of_is_for_a_person() -> None:
    shopper = Shopper(product=None)

    returns = shopper.says("what is your return policy?")
    hours = shopper.says("when are you open?")

    assert read(returns)[0].startswith("From the page “Returns & refunds”: You can send anything")
    assert read(hours) == ["I don’t know that. I can ask a person from the shop for you."]


@pytest.mark.parametrize(
    ("locale", "words"), [("pt-BR", "quando chega?"), ("es", "¿cuándo llega?")]
)
def test_when_it_arrives_is_asked_of_the_order(locale: str, words: str) -> None:
    shopper = Shopper(locale)
    shopper.says("quiero azul M" if locale == "es" else "quero azul M")
    shopper.gives_details()
    shopper.pays(shopper.says("1"))
    shopper.world.pay(str(Charge.objects.get().pk))
    shopper.taps(checkPayment=True)

    told = shopper.says(words)

    assert the_card(told.messages, "ChatOrderStatus")["order"]["number"] == "1"
