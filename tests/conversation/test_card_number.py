"""Numbers of payment cards: found in words, and hidden in those that are stored."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation import tax_id
from agentpay_plugin.conversation.card_number import found_in, masked, without


@pytest.mark.parametrize(
    ("text", "rest", "stored"),
    [
        ("4242 4242 4242 4242", "", "**** **** **** *242"),
        ("4242424242424242", "", "*************242"),
        ("4242-4242-4242-4242", "", "****-****-****-*242"),
        ("4242  4242  4242 4242", "", "****  ****  **** *242"),
        ("3782 822463 10005", "", "**** ****** **005"),
        ("it is 4242 4242 4242 4242, ok?", "it is  , ok?", "it is **** **** **** *242, ok?"),
        ("card 4242 4242 4242 4242 cvv 123", "card   cvv", "card **** **** **** *242 cvv ***"),
        ("my card is 4242 4242 4242 4241", "my card is", "my card is **** **** **** *241"),
        ("cartão 42 42 42 42 42 42 42 42", "cartão", "cartão ** ** ** ** ** ** *2 42"),
        ("código de seguridad: 321", "código de seguridad:", "código de seguridad: ***"),
        ("código de segurança é 987", "código de segurança é", "código de segurança é ***"),
    ],
)
def test_numbers_and_security_codes_of_cards(text: str, rest: str, stored: str) -> None:
    assert found_in(text) == (rest, True)
    assert masked(text) == stored
    assert masked(stored) == stored


@pytest.mark.parametrize(
    "text",
    [
        "two blue in M, size 42",
        "order 1000000000001",
        "meu cpf é 529.982.247-25",
        "11.222.333/0001-81",
        "cartão cnpj 11222333000181",
        "gift card 1234 5678 9012 3456",
        "vale no cartão presente 1234567890123456",
        "call +55 11 91234-5678",
        "1Z4242424242424242",
        "4242424242424242123456",
        "do you take cards?",
    ],
)
def test_other_numbers_are_no_cards(text: str) -> None:
    assert found_in(text) == (text, False)
    assert masked(text) == text


def test_nothing_of_a_card_is_left_where_it_is_replaced() -> None:
    assert (
        without("visa 4242 4242 4242 4242, cvc 123!", "[number]") == "visa [number], cvc [number]!"
    )


def test_a_tax_id_beside_a_card_is_still_hidden_as_one() -> None:
    stored = tax_id.masked(masked("529.982.247-25 e 4242 4242 4242 4242"))

    assert stored == "***.***.**7-25 e **** **** **** *242"
