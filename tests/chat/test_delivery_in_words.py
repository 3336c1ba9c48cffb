"""The way of delivery chosen, changed and asked about in the shopper's own words."""

from __future__ import annotations

import pytest

from tests.chat.shopper import Shopper, read
from tests.chat.world import card, the_card

pytestmark = pytest.mark.django_db(transaction=True)

RED = {"en": "I want a red one", "pt-BR": "quero uma vermelha", "es": "quiero una roja"}
WAYS = {
    "en": ("Standard", "Express", "Brooklyn store"),
    "pt-BR": ("Entrega econômica", "Entrega expressa", "Loja de Pinheiros"),
    "es": ("Envío estándar", "Envío exprés", "Tienda de Brooklyn"),
}
STANDARD, EXPRESS, STORE = range(3)


def choosing(locale: str) -> Shopper:
    shopper = Shopper(locale, "camp-mug")
    shopper.says(RED[locale])
    shopper.gives_details()
    return shopper


@pytest.mark.parametrize(
    ("locale", "words", "way"),
    [
        ("en", "it is for a birthday on Saturday so express it is", EXPRESS),
        ("en", "I'm in a hurry", EXPRESS),
        ("en", "the $5 one is fine", STANDARD),
        ("en", "no rush at all, standard will do nicely for me", STANDARD),
        ("en", "I'll drop by the shop on my way home", STORE),
        ("en", "I live round the corner, I'll grab it from your store", STORE),
        ("en", "skip the shipping, I'm coming over myself", STORE),
        ("pt-BR", "preciso para sexta, então expressa", EXPRESS),
        ("pt-BR", "econômica mesmo, não tenho pressa", STANDARD),
        ("pt-BR", "moro perto, vou buscar pessoalmente", STORE),
        ("pt-BR", "dou um pulo na loja e pego", STORE),
        ("es", "lo necesito pronto, mejor exprés", EXPRESS),
        ("es", "no hay prisa, con el estándar me vale", STANDARD),
        ("es", "paso yo por la tienda a buscarlo", STORE),
        ("es", "vivo cerca, lo recojo en persona", STORE),
    ],
)
def test_a_way_is_chosen_with_a_reason(locale: str, words: str, way: int) -> None:
    shopper = choosing(locale)

    quoted = shopper.says(words)

    chosen = the_card(quoted.messages, "ChatQuote")["cart"]["delivery"]
    assert chosen["name"] == WAYS[locale][way]


@pytest.mark.parametrize(
    ("locale", "words", "way"),
    [
        ("en", "upgrade it to express please", EXPRESS),
        ("en", "actually I need it sooner", EXPRESS),
        ("en", "can I collect it from your shop instead", STORE),
        ("pt-BR", "muda pra entrega expressa por favor", EXPRESS),
        ("pt-BR", "preciso que chegue mais cedo", EXPRESS),
        ("pt-BR", "pensando bem, eu passo na loja", STORE),
        ("es", "mejor mándalo por envío exprés", EXPRESS),
        ("es", "lo quiero antes, tengo prisa", EXPRESS),
        ("es", "mejor voy a recogerlo a la tienda", STORE),
    ],
)
def test_another_way_at_the_total(locale: str, words: str, way: int) -> None:
    shopper = choosing(locale)
    shopper.says("1")

    quoted = shopper.says(words)

    chosen = the_card(quoted.messages, "ChatQuote")["cart"]["delivery"]
    assert chosen["name"] == WAYS[locale][way]


@pytest.mark.parametrize(
    ("locale", "words", "told"),
    [
        ("en", "how much is express", "Express: $15.00, 1 to 2 days."),
        ("en", "is express faster?", "Express: $15.00, 1 to 2 days."),
        ("pt-BR", "quanto custa a expressa?", "Entrega expressa: R$ 39,90"),
        ("es", "¿cuánto tarda el exprés?", "Envío exprés: 15,00 US$"),
    ],
)
def test_a_question_about_a_way_is_answered_and_chooses_nothing(
    locale: str, words: str, told: str
) -> None:
    shopper = choosing(locale)

    asked = shopper.says(words)

    assert any(line.startswith(told) for line in read(asked))
    assert card(asked.messages, "ChatQuote") is None


@pytest.mark.parametrize(
    ("locale", "words", "told"),
    [
        ("en", "do you take PIX?", ["That way to pay is not offered here."]),
        ("en", "which cards do you accept", []),
        ("es", "¿aceptan tarjeta?", []),
    ],
)
def test_the_ways_to_pay_are_told_before_there_is_a_total(
    locale: str, words: str, told: list[str]
) -> None:
    shopper = Shopper(locale, "camp-mug")
    by_card = {
        "en": "You can pay by card, on a secure page.",
        "es": "Puedes pagar con tarjeta, en una página segura.",
    }

    asked = shopper.says(words)

    assert read(asked)[: len(told) + 1] == [*told, by_card[locale]]
    assert shopper.cart() == []


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "how fast would express be"),
        ("en", "is express worth it"),
        ("pt-BR", "quanto tempo demora a expressa"),
        ("es", "cuanto tarda el expres"),
    ],
)
def test_a_way_that_is_asked_about_is_not_chosen(locale: str, words: str) -> None:
    shopper = choosing(locale)

    told = shopper.says(words)

    assert the_card(told.messages, "ChatDeliveryPicker")
