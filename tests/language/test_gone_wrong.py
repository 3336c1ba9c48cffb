"""What went wrong with a payment or with the goods, and sums that have the words of a price."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.reading import Intent, Topic, Wish
from agentpay_plugin.language.predict import predict
from tests.language.reader import TEE, read, row, talks


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "my order came damaged"),
        ("en", "I received my order but one cup was broken"),
        ("en", "you sent me the wrong shirt"),
        ("en", "wrong size delivered"),
        ("pt-BR", "veio tudo quebrado"),
        ("pt-BR", "a blusa veio no tamanho errado"),
        ("es", "mi paquete llegó aplastado"),
        ("es", "me mandaron la talla equivocada"),
    ],
)
def test_goods_that_came_broken_or_wrong_are_no_order_to_be_looked_for(
    locale: str, text: str
) -> None:
    reading = read(row(TEE, text, expected=talks()), locale)

    found = (reading.intent, reading.wish, reading.topic)
    assert found == (Intent.GENERAL, Wish.TROUBLE, Topic.RETURNS)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "you charged me twice"),
        ("en", "I see two charges for one purchase"),
        ("en", "there is a charge from your shop that I don't recognize"),
        ("pt-BR", "tem duas cobranças pra uma compra só"),
        ("pt-BR", "apareceu uma cobrança da loja que eu não fiz"),
        ("es", "me aparecen dos cargos"),
        ("es", "hay un cargo de la tienda que no reconozco"),
    ],
)
def test_money_that_was_taken_wrongly_is_a_payment(locale: str, text: str) -> None:
    reading = read(row(TEE, text, expected=talks()), locale)

    found = (reading.intent, reading.wish, reading.topic)
    assert found == (Intent.PAYMENT_CONFIRMATION, Wish.TROUBLE, Topic.PAYMENT)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "how much is 20% of 150"),
        ("en", "what is 12 times 7?"),
        ("pt", "quanto é 15% de 230"),
        ("pt", "quanto dá 12 vezes 7"),
        ("es", "cuánto es 18 x 25"),
        ("es", "¿cuánto es 30 más 12?"),
    ],
)
def test_a_sum_is_no_price(language: str, text: str) -> None:
    assert predict(text, language)["intent"] == "general"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "how much is the 90 x 200"),
        ("en", "how much is it in 90 x 200"),
        ("pt", "quanto é o colchão 90 x 200"),
        ("es", "cuánto es el de 90 x 200"),
    ],
)
def test_the_price_of_a_size_is_no_sum(language: str, text: str) -> None:
    assert predict(text, language)["intent"] == "product_question"
