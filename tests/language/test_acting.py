"""Whether a shopper's own words ask for a deed: only then may a model do one."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.reading import Intent, Reading
from agentpay_plugin.language.acting import acts, numbers_in

UNSURE = Reading(Intent.GENERAL, 0.1, "a test")


@pytest.mark.parametrize(
    "text",
    [
        "hm, put whatever he likes in there",
        "could you add it?",
        "I'll have those",
        "I would take it then",
        "can I pay somehow",
        "adiciona aquela ali",
        "pode colocar duas",
        "quero levar essa",
        "ponme dos de esas",
        "agrega la otra",
        "quiero llevar la azul",
    ],
)
def test_asks_for_a_deed(text: str) -> None:
    assert acts(text, UNSURE) is True


@pytest.mark.parametrize(
    "text",
    [
        "something cosy for a rainy evening with my uncle",
        "I am quite tired, which level of warmth is it?",
        "how long does it take in winter",
        "what do people wear in order to stay warm",
        "where is my order from, originally",
        "algo quentinho para o meu tio",
        "algo calentito para mi tio",
    ],
)
def test_asks_for_none(text: str) -> None:
    assert acts(text, UNSURE) is False


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("two or 3 of them", {2, 3}),
        ("quero duas e mais cinco", {2, 5}),
        ("ponme tres", {3}),
        ("it was 19.90 then", set()),
    ],
)
def test_numbers_that_were_said(text: str, numbers: set[int]) -> None:
    assert numbers <= numbers_in(text)
    assert not (numbers_in(text) - numbers - {1})
