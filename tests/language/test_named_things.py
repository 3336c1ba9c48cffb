"""Order numbers, towns, postal codes and things to compare, in three languages."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.reading import Offered, Reading, ReadingContext, Wish
from agentpay_plugin.language.rules import RulesLanguage


def _read(text: str, locale: str) -> Reading:
    return RulesLanguage().read(text, ReadingContext(locale, None, None, Offered.NOTHING))


@pytest.mark.parametrize(
    ("locale", "text", "number"),
    [
        ("en", "Where is my order no. 98765?", "98765"),
        ("en", "status of order #A-1234", "A-1234"),
        ("en", "my order 4521", "4521"),
        ("en", "#20114", "20114"),
        ("pt-BR", "cadê meu pedido 12345?", "12345"),
        ("pt-BR", "pedido nº 4477", "4477"),
        ("pt-BR", "número do pedido: 99812", "99812"),
        ("es", "mi pedido 4521 dónde está", "4521"),
        ("es", "número de pedido 12345", "12345"),
        ("es", "orden #8899", "8899"),
    ],
)
def test_an_order_is_asked_for_by_its_number(locale: str, text: str, number: str) -> None:
    reading = _read(text, locale)

    assert (reading.wish, reading.order_number) == (Wish.ORDER_STATUS, number)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "I want to order 1000 pieces"),
        ("en", "can I order 20?"),
        ("pt-BR", "quero fazer um pedido de 200 unidades"),
        ("es", "quiero hacer un pedido de 300 unidades"),
    ],
)
def test_how_many_are_ordered_is_no_order_number(locale: str, text: str) -> None:
    assert _read(text, locale).order_number is None


@pytest.mark.parametrize(
    ("locale", "text", "names"),
    [
        ("en", "what's the difference between ergo and ortho", ("ergo", "ortho")),
        ("en", "Trail Runner or Road Runner, which is better?", ("Trail Runner", "Road Runner")),
        ("en", "iPhone 12 vs Galaxy S10", ("iPhone 12", "Galaxy S10")),
        ("en", "compare Alpha, Beta and Gamma", ("Alpha", "Beta", "Gamma")),
        ("pt-BR", "qual a diferença entre o azul e o verde?", ("azul", "verde")),
        ("pt-BR", "Qual compensa mais, o Moto G ou o Galaxy?", ("Moto G", "Galaxy")),
        ("es", "¿cuál es la diferencia entre el S10 y el S20?", ("S10", "S20")),
        ("es", "¿cuál es mejor, el rojo o el azul?", ("rojo", "azul")),
    ],
)
def test_things_to_compare_are_named(locale: str, text: str, names: tuple[str, ...]) -> None:
    assert _read(text, locale).compare == names


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "what is the difference between them"),
        ("en", "the red one and the blue one please"),
        ("pt-BR", "qual a diferença entre eles?"),
        ("es", "quiero el rojo y el azul"),
    ],
)
def test_nothing_is_compared_without_two_names(locale: str, text: str) -> None:
    assert _read(text, locale).compare == ()


@pytest.mark.parametrize(
    ("locale", "text", "postal_code", "town"),
    [
        ("en", "do you deliver to Recife?", None, "Recife"),
        ("en", "can you ship it to Rio de Janeiro and when?", None, "Rio de Janeiro"),
        ("en", "I live in New York", None, "New York"),
        ("en", "ship to SW1A 1AA", "SW1A 1AA", None),
        ("en", "my zip code is 90210", "90210", None),
        ("pt-BR", "vocês entregam em São José dos Campos?", None, "São José dos Campos"),
        ("pt-BR", "frete pra 01310-100", "01310-100", None),
        ("pt-BR", "CEP 01310100", "01310100", None),
        ("es", "hacen envíos a Sevilla?", None, "Sevilla"),
        ("es", "envían a Ciudad de México?", None, "Ciudad de México"),
        ("es", "código postal 28013", "28013", None),
    ],
)
def test_where_it_goes(locale: str, text: str, postal_code: str | None, town: str | None) -> None:
    reading = _read(text, locale)

    assert (reading.postal_code, reading.city) == (postal_code, town)


@pytest.mark.parametrize(
    ("locale", "text", "country"),
    [
        ("en", "do you ship to Brazil?", "BR"),
        ("pt-BR", "enviam para Portugal?", "PT"),
        ("es", "envían a Chile?", "CL"),
    ],
)
def test_a_country_is_no_town(locale: str, text: str, country: str) -> None:
    reading = _read(text, locale)

    assert (reading.country, reading.city) == (country, None)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "deliver to my house"),
        ("en", "is it in stock in blue?"),
        ("pt-BR", "moro na rua das Flores, 120"),
        ("pt-BR", "chega em quantos dias?"),
        ("es", "¿llega a casa?"),
    ],
)
def test_no_place_is_named(locale: str, text: str) -> None:
    assert _read(text, locale).city is None
