"""Every text in every language: complete, in its own words, with its numbers as they are written there."""

# ruff: noqa: RUF001 typographic signs are meant

from __future__ import annotations

import re

import pytest

from agentpay_plugin.charges import words as page
from agentpay_plugin.chat.refusals import WORDS, Why
from agentpay_plugin.conversation.parts import Country, Param, Phrase
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.language.address_labels import area_label, code_label
from agentpay_plugin.language.catalogues import language_for
from agentpay_plugin.language.msgids import Words
from agentpay_plugin.language.phrases import PHRASES
from agentpay_plugin.language.say import money_text, render_phrase, render_words
from agentpay_plugin.money import Money

LANGUAGES = ("pt-BR", "es")
ENGLISH_ONLY = frozenset(
    """
    the you your yours is are was and or please it with this that not of to in at by my our have
    will would shall can could there here what which how where any ask tell person shop cart order
    payment pay paid price delivery address details code card gift try again new now only each
    """.split()  # noqa: SIM905
)
SAMPLES: dict[str, Param] = {
    "total": Money(4500, "USD"),
    "price": Money(1990, "BRL"),
    "before": Money(2990, "BRL"),
    "old": Money(4000, "USD"),
    "new": Money(4600, "USD"),
    "variants": ("‹S›", "‹M›", "‹L›"),
    "values": ("‹Lã›", "‹Linho›"),
    "country": Country("DE"),
    "count": 2,
    "quantity": 2,
}
# What is the same in all three: facts of the shop's alone, or a word that they share.
SAME = {
    "{item}",
    "{words}",
    "{item}: {price}",
    "{option}: {price}",
    "{option}: {price}.",
    "{name}: {values}.",
    "{quantity} × {item}: {price}",
    "{total}: {address}",
    "{product}: “{words}”",
    "Subtotal: {price}",
    "Total: {total}",
}


def params_of(words: Words, **given: Param) -> dict[str, Param]:
    return {name: given.get(name, SAMPLES.get(name, f"‹{name}›")) for name in words.params}


def spoken(text: str) -> set[str]:
    """The words of a text that are ours: without what the shop or the shopper wrote."""
    return set(re.findall(r"[^\W\d_]+", re.sub(r"‹\w+›", "", text).casefold()))


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("say", list(Say))
@pytest.mark.parametrize("count", [1, 2])
def test_phrase(say: Say, locale: str, count: int) -> None:
    params = params_of(PHRASES[say], count=count)

    text = render_phrase(Phrase(say, params), locale)

    english = render_phrase(Phrase(say, params), "en")
    assert not re.search(r"[{}]|%\(", text)
    assert set(re.findall(r"‹\w+›", text)) == set(re.findall(r"‹\w+›", english))
    assert not spoken(text) & ENGLISH_ONLY
    assert (text != english) or PHRASES[say].singular in SAME


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("why", list(Why))
def test_refusal(why: Why, locale: str) -> None:
    words = WORDS[why][1]

    text = render_words(words, locale, params_of(words, least=1, most=2000))

    assert "{" not in text
    assert not spoken(text) & ENGLISH_ONLY
    assert text != words.singular


@pytest.mark.parametrize("locale", LANGUAGES)
def test_return_page_and_what_a_payment_is_called(locale: str) -> None:
    said = [*page.PAGE.values(), page.PAID_TWICE, page.UNCERTAIN, page.UNKNOWN_PAGE]

    texts = [render_words(each, locale) for one in said for each in (one.title, one.text)]

    assert not [text for text in texts if spoken(text) & ENGLISH_ONLY]
    assert (page.order_line(locale), page.order_line("en")) == ("Pedido", "Order")


TEE = "Camiseta"


@pytest.mark.parametrize(
    ("say", "count", "locale", "text"),
    [
        (Say.FOUND, 1, "en", "I found this:"),
        (Say.FOUND, 2, "en", "I found 2 products. Tap the one you would like to see."),
        (Say.FOUND, 0, "en", "I found 0 products. Tap the one you would like to see."),
        (Say.FOUND, 1, "pt-BR", "Encontrei isto:"),
        (Say.FOUND, 2, "pt-BR", "Encontrei 2 produtos. Toque no que você quer ver."),
        (Say.FOUND, 1, "es", "He encontrado esto:"),
        (Say.FOUND, 2, "es", "He encontrado 2 productos. Toca el que quieras ver."),
        (Say.FOUND, 1234, "es", "He encontrado 1.234 productos. Toca el que quieras ver."),
        (Say.FOUND, 1234, "es-MX", "He encontrado 1,234 productos. Toca el que quieras ver."),
        (Say.FEW_LEFT, 1, "en", "Camiseta is in stock, but only 1 is left."),
        (Say.FEW_LEFT, 2, "en", "Camiseta is in stock, but only 2 are left."),
        (Say.FEW_LEFT, 0, "pt-BR", "Camiseta está em estoque, mas só há 0 unidade."),
        (Say.FEW_LEFT, 1, "pt-BR", "Camiseta está em estoque, mas só há 1 unidade."),
        (Say.FEW_LEFT, 2, "pt-BR", "Camiseta está em estoque, mas só há 2 unidades."),
        (Say.FEW_LEFT, 0, "es", "Camiseta está disponible, pero solo quedan 0 unidades."),
        (Say.FEW_LEFT, 1, "es", "Camiseta está disponible, pero solo queda 1 unidad."),
        (Say.FEW_LEFT, 2, "es", "Camiseta está disponible, pero solo quedan 2 unidades."),
        (
            Say.TOO_MANY,
            1,
            "pt-BR",
            "No momento você pode pedir só 1 unidade de Camiseta. Coloco no seu carrinho?",
        ),
        (
            Say.TOO_MANY,
            2,
            "pt-BR",
            "No momento você pode pedir no máximo 2 unidades de Camiseta. Coloco 2?",
        ),
        (
            Say.TOO_MANY,
            1,
            "es",
            "Ahora solo puedes pedir 1 unidad de Camiseta. ¿La pongo en tu carrito?",
        ),
        (
            Say.TOO_MANY,
            2,
            "es",
            "Ahora puedes pedir como máximo 2 unidades de Camiseta. ¿Pongo 2?",
        ),
    ],
)
def test_number_picks_the_form(say: Say, count: int, locale: str, text: str) -> None:
    params = params_of(PHRASES[say], count=count, item=TEE)

    assert render_phrase(Phrase(say, params), locale) == text


@pytest.mark.parametrize(
    ("days", "locale", "text"),
    [
        (1, "en", "Express: $39.90, in 1 day."),
        (2, "en", "Express: $39.90, in 2 days."),
        (1, "pt-BR", "Express: US$\xa039,90, em 1 dia."),
        (2, "pt-BR", "Express: US$\xa039,90, em 2 dias."),
        (1, "es", "Express: 39,90\xa0US$, en 1 día."),
        (2, "es", "Express: 39,90\xa0US$, en 2 días."),
    ],
)
def test_delivery_days(days: int, locale: str, text: str) -> None:
    params: dict[str, Param] = {"option": "Express", "price": Money(3990, "USD"), "count": days}

    assert render_phrase(Phrase(Say.DELIVERY_COSTS_IN, params), locale) == text


@pytest.mark.parametrize(
    ("money", "locale", "text"),
    [
        (Money(1990, "BRL"), "pt-BR", "R$\xa019,90"),
        (Money(123456, "BRL"), "pt", "R$\xa01.234,56"),
        (Money(1990, "EUR"), "pt-PT", "19,90\xa0€"),
        (Money(1990, "EUR"), "es", "19,90\xa0€"),
        (Money(123456, "EUR"), "es", "1.234,56\xa0€"),
        (Money(1990, "MXN"), "es-MX", "$19.90"),
        (Money(1990, "BRL"), "es-MX", "BRL\xa019.90"),
        (Money(1500, "JPY"), "pt-BR", "JP¥\xa01.500"),
        (Money(-2500, "USD"), "es", "-25,00\xa0US$"),
        (Money(-2500, "USD"), "pt-BR", "-US$\xa025,00"),
    ],
)
def test_money(money: Money, locale: str, text: str) -> None:
    assert money_text(money, locale) == text


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "Which one would you like? These are in stock: S, M, and L."),
        ("pt-BR", "Qual você prefere? Há em estoque: S, M e L."),
        ("es", "¿Cuál prefieres? Hay disponibles: S, M y L."),
        ("fr", "Which one would you like? These are in stock: S, M, and L."),
    ],
)
def test_list_is_written_in_the_language_of_the_sentence(locale: str, text: str) -> None:
    phrase = Phrase(Say.WHICH_VARIANT_IN_STOCK, {"variants": ("S", "M", "L")})

    assert render_phrase(phrase, locale) == text


@pytest.mark.parametrize(
    ("locale", "name"), [("en", "Germany"), ("pt-PT", "Alemanha"), ("es-AR", "Alemania")]
)
def test_country_is_named_in_the_language_of_the_sentence(locale: str, name: str) -> None:
    text = render_phrase(Phrase(Say.DELIVERY_TO, {"country": Country("DE")}), locale)

    assert name in text


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("pt", "pt-br"),
        ("pt-BR", "pt-br"),
        ("pt_BR", "pt-br"),
        ("pt-PT", "pt-br"),
        ("es", "es"),
        ("es-MX", "es"),
        ("es-419", "es"),
        ("fr", "en"),
        ("zh-Hant-TW", "en"),
        ("pt-anything", "pt-br"),
        ("../../etc", "en"),
        ("", "en"),
    ],
)
def test_nearest_language(locale: str, language: str) -> None:
    assert language_for(locale) == language


@pytest.mark.parametrize(
    ("country", "area", "code", "locale", "labels"),
    [
        ("US", "state", "zip", "en", ("State", "ZIP code")),
        ("BR", "state", "postal", "en", ("State", "Postal code (CEP)")),
        ("BR", "state", "postal", "pt-BR", ("Estado", "CEP")),
        ("BR", "state", "postal", "es", ("Estado", "Código postal (CEP)")),
        ("ES", "province", "postal", "es", ("Provincia", "Código postal")),
        ("PT", "province", "postal", "pt-BR", ("Província", "Código postal")),
        ("US", "state", "zip", "es", ("Estado", "Código ZIP")),
        ("IE", "county", "eircode", "es-MX", ("Condado", "Eircode")),
        ("XX", "realm", "rune", "es", ("realm", "rune")),
        ("XX", "", "", "es", ("", "")),
    ],
)
def test_labels_of_an_address(
    country: str, area: str, code: str, locale: str, labels: tuple[str, str]
) -> None:
    assert (area_label(area, locale), code_label(code, country, locale)) == labels
