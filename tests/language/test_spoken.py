"""Which language a message is clearly in, when it is not the conversation's own."""

from __future__ import annotations

import pytest

from agentpay_plugin.language.spoken import spoken


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "hola, ¿tienen esta camiseta en azul?", "es"),
        ("en", "oi, vocês têm essa camiseta em azul?", "pt-BR"),
        ("en-GB", "quanto custa o frete para Recife?", "pt-BR"),
        ("en", "¿cuánto tarda el envío a Madrid?", "es"),
        ("pt-BR", "do you have this one in blue?", "en"),
        ("pt-BR", "¿cuánto tarda el envío a Madrid?", "es"),
        ("es", "how much is the shipping to Texas?", "en"),
        ("es", "vocês entregam em Recife até sexta?", "pt-BR"),
        ("en", "QUERO DUAS CAMISETAS", "pt-BR"),
        ("de", "¿cuánto tarda el envío a Madrid?", "es"),  # a shop in German is answered in English
    ],
)
def test_another_language(locale: str, text: str, expected: str) -> None:
    assert spoken(text, locale) == expected


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "do you have this one in blue?"),
        ("pt-BR", "vocês entregam em Recife até sexta?"),
        ("es", "¿cuánto tarda el envío a Madrid?"),
        ("en", "gracias"),
        ("en", "hola"),
        ("en", "muchas gracias amigo, i'll take it"),
        ("en", "do you ship to São Paulo or Rio de Janeiro?"),
        ("en", "the camiseta azul please"),
        ("pt-BR", "quero o Linen Shirt Blue"),
        ("pt-BR", "tem o Sun Cap Black?"),
        ("pt-BR", "quero pagar com gift card"),
        ("es", "quiero dos Market Tote"),
        ("es", "ok thanks"),
        ("en", "Rua das Palmeiras 45 Rio de Janeiro"),
        ("pt-BR", "Back to the Future"),
        ("es", "Lord of the Rings"),
        ("en", "SAVE20"),
        ("en", "ana@example.com"),
        ("en", ""),
        ("en", "😀😀"),
        ("en", "wie lange dauert der Versand nach Berlin?"),
    ],
)
def test_own_language_a_few_words_and_names_change_nothing(locale: str, text: str) -> None:
    assert spoken(text, locale) is None
