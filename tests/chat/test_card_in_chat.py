"""The number of a card that a shopper types into the chat: warned of, used for nothing, kept nowhere."""

from __future__ import annotations

import json

import pytest

from agentpay_plugin.chat.assistant.history import exchanges_of
from agentpay_plugin.conversation import codec
from agentpay_plugin.models import Charge, Conversation, Message, Turn
from tests.chat.shopper import Shopper, read

pytestmark = pytest.mark.django_db(transaction=True)

CARD, CODE = "4242 4242 4242 4242", "737"
WARNED = {
    "en": "Please do not write the number of a card here.",
    "pt-BR": "Por favor, não escreva aqui o número de um cartão.",
    "es": "Por favor, no escribas aquí el número de una tarjeta.",
}


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", f"my card is {CARD} exp 12/29 cvv {CODE}"),
        ("en", f"charge {CARD} please"),
        ("pt-BR", f"passa no meu cartão {CARD} val 12/29 cvv {CODE}"),
        ("es", f"te paso mi tarjeta: {CARD}, cvc {CODE}"),
    ],
)
def test_it_is_warned_of_and_orders_nothing(locale: str, words: str) -> None:
    shopper = Shopper(locale)

    told = shopper.says(words)

    assert read(told)[0].startswith(WARNED[locale])
    assert shopper.cart() == []
    assert not Charge.objects.exists()


def test_it_stands_in_nothing_that_is_stored() -> None:
    shopper = Shopper()
    shopper.says("I want one in blue, M", f"use {CARD} cvv {CODE}", "did you get my card?")

    row = Conversation.objects.get()
    turns = [json.dumps(turn.payload) for turn in Turn.objects.all()]
    texts = [f"{one.text} {json.dumps(one.parts)}" for one in Message.objects.all()]
    stored = "\n".join([json.dumps(row.state), *turns, *texts])

    assert "use **** **** **** *242 cvv ***" in stored
    assert "4242 4242" not in stored
    assert CODE not in stored


def test_a_language_model_is_shown_none_of_it() -> None:
    shopper = Shopper()
    shopper.says(f"my card is {CARD} cvv {CODE}", "is that enough?")

    row, turn = Conversation.objects.get(), Turn.objects.order_by("-pk")[0]
    shown = str(exchanges_of(row, turn, codec.decode(row.state), f"again: {CARD} cvv {CODE}"))

    assert "my card is" in shown
    assert "242" not in shown
    assert CODE not in shown


def test_at_the_total_the_button_is_shown_again() -> None:
    shopper = Shopper()
    shopper.says("I want one in blue, M")
    shopper.gives_details()
    shopper.says("standard")

    told = shopper.says(f"visa {CARD} {CODE}")

    assert read(told)[1].startswith("Your total is $29.00. To pay, please tap the button")
    assert not Charge.objects.exists()


def test_a_person_is_asked_all_the_same() -> None:
    shopper = Shopper()

    told = shopper.says(f"I want to talk to a person, my card is {CARD}")

    assert read(told)[0].startswith(WARNED["en"])
    assert read(told)[1].startswith("I have asked a person from the shop")
    assert Conversation.objects.get().wants_person_at is not None
