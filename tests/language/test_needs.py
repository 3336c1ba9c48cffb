"""What a shopper told of their needs, in words of our own lists."""

from __future__ import annotations

from decimal import Decimal

import pytest

from agentpay_plugin.conversation.reading import Budget
from agentpay_plugin.language.needs import Needs, needs_of


@pytest.mark.parametrize(
    ("text", "locale", "needs"),
    [
        (
            "I need a jacket for my daughter, size M, under 50 euros, in blue",
            "en",
            Needs(Budget(most=Decimal(50), currency="EUR"), "m", ("blue",), "a girl"),
        ),
        (
            "tamanho 42, cor preta, até 200 reais, para meu marido",
            "pt-BR",
            Needs(Budget(most=Decimal(200), currency="BRL"), "42", ("preta",), "a man"),
        ),
        (
            "talla L, rojo no azul, para mi hija; envían a México?",
            "es",
            Needs(None, "l", ("rojo",), "a girl", "MX"),
        ),
        ("do you ship to Portugal?", "en", Needs(country="PT")),
        ("XL would be good", "en", Needs(size="xl")),
        ("a Turkey sandwich and Jordan shoes", "en", Needs()),
        ("not red please", "en", Needs()),
        ("I am Ada Lovelace, 12 Main Street, ada@example.com", "en", Needs()),
    ],
)
def test_needs_that_words_tell(text: str, locale: str, needs: Needs) -> None:
    assert needs_of([text], locale) == needs


def test_last_word_on_each_counts() -> None:
    told = needs_of(["size M in red, for my son", "rather size L", "and blue or green"], "en")

    assert told == Needs(None, "l", ("blue", "green"), "a boy")


def test_nothing_was_said_yet() -> None:
    assert needs_of([], "en") == Needs()
