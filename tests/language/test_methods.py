"""Ways to pay that a shopper chooses in words, and words that only speak of them."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.reading import Offered, Reading, ReadingContext, Topic, Wish
from agentpay_plugin.language.rules import RulesLanguage
from tests.builders import a_product, a_ready_cart


def read(text: str, locale: str) -> Reading:
    context = ReadingContext(locale, a_product(), a_ready_cart(), Offered.PAY)
    return RulesLanguage().read(text, context)


@pytest.mark.parametrize(
    ("locale", "text", "method"),
    [
        ("en", "pix", "pix"),
        ("en", "PIX please", "pix"),
        ("en", "pay by pix", "pix"),
        ("en", "send me the pix code", "pix"),
        ("en", "by card", "card"),
        ("en", "rather by card", "card"),
        ("en", "I'd rather pay by credit card", "card"),
        ("en", "I want to pay with my card", "card"),
        ("en", "not pix, card", "card"),
        ("pt-BR", "pix", "pix"),
        ("pt-BR", "pago no pix", "pix"),
        ("pt-BR", "vou pagar no pix", "pix"),
        ("pt-BR", "manda o pix", "pix"),
        ("pt-BR", "no pix mesmo", "pix"),
        ("pt-BR", "com cartão", "card"),
        ("pt-BR", "prefiro cartão", "card"),
        ("pt-BR", "melhor no cartão de crédito", "card"),
        ("pt-BR", "quero pagar com cartão", "card"),
        ("es", "pix", "pix"),
        ("es", "pago con pix", "pix"),
        ("es", "mándame el pix", "pix"),
        ("es", "con tarjeta", "card"),
        ("es", "mejor con tarjeta", "card"),
        ("es", "quiero pagar con tarjeta de crédito", "card"),
        ("en", "com cartão", "card"),
        ("pt-BR", "con tarjeta", "card"),
    ],
)
def test_a_method_is_chosen(locale: str, text: str, method: str) -> None:
    reading = read(text, locale)

    assert (reading.wish, reading.method) == (Wish.PAY_BY, method)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "can I pay by pix?"),
        ("en", "do you accept cards?"),
        ("pt-BR", "aceita pix?"),
        ("pt-BR", "posso pagar no cartão?"),
        ("es", "¿aceptan tarjeta?"),
    ],
)
def test_a_method_that_is_asked_about_is_not_chosen(locale: str, text: str) -> None:
    reading = read(text, locale)

    assert (reading.wish, reading.topic) == (Wish.ASK, Topic.PAYMENT)


@pytest.mark.parametrize(
    ("locale", "text", "wish"),
    [
        ("en", "I paid by card", Wish.SAY_PAID),
        ("en", "cancel the pix", Wish.CANCEL_PAYMENT),
        ("en", "I want a gift card", Wish.SEARCH),
        ("en", "pay", Wish.CHECK_OUT),
        ("pt-BR", "já fiz o pix", Wish.SAY_PAID),
        ("pt-BR", "cancelar o pix", Wish.CANCEL_PAYMENT),
        ("es", "ya pagué con tarjeta", Wish.SAY_PAID),
    ],
)
def test_other_wishes_that_name_a_method_stay_what_they_are(
    locale: str, text: str, wish: Wish
) -> None:
    reading = read(text, locale)

    assert (reading.wish, reading.method) == (wish, None)
