"""Who a shopper is does not go to a language model."""

from __future__ import annotations

import pytest

from agentpay_plugin.language.masking import cut, masked, without_tricks


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("mail me at ada.lovelace+shop@example.co.uk please", "ada.lovelace"),
        ("call +55 11 91234-5678", "91234"),
        ("call (11) 91234-5678", "91234"),
        ("call 555-123-4567", "555-123"),
        ("my CPF is 529.982.247-25", "529"),
        ("my CPF is 52998224725", "529"),
        ("CNPJ 12.ABC.345/01DE-35", "12.ABC"),
        ("card 4242 4242 4242 4242", "4242"),
        ("card 4242424242424242", "4242"),
        ("send it to Rua das Flores, 123", "Flores"),
        ("send it to Av. Paulista 1000 apto 45", "Paulista"),
        ("moro na rua augusta nº 500", "augusta"),
        ("vivo en Calle Mayor 5", "Mayor"),
        ("I live at 221B Baker Street, London", "Baker"),
        ("12 main st", "main"),
        ("CEP 01310-100", "01310"),
    ],
)
def test_hides_who_somebody_is(text: str, hidden: str) -> None:
    assert hidden not in masked(text)
    assert "[" in masked(text)


@pytest.mark.parametrize(
    "text",
    [
        "two tees in size 42 for 199.90",
        "order 10482",
        "I want 3 of them in 2 colours",
        "does it come in 100 % cotton?",
        "a street style hoodie",
        "quero 2 camisetas tamanho M",
    ],
)
def test_leaves_what_the_purchase_is_about(text: str) -> None:
    assert masked(text) == text


def test_removes_invisible_and_directional_characters() -> None:
    tricky = "a\u202eb\u200bc\u2066d\U000e0041e\x00f\nnext"

    assert without_tricks(tricky) == "abcdef\nnext"


def test_says_where_it_cut() -> None:
    assert cut("x" * 50, 20) == "x" * 16 + " […]"
    assert cut("short", 20) == "short"
