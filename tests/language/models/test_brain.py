"""Without a script the look-alikes answer by themselves, so that the assistant is seen in the demo."""

from __future__ import annotations

import pytest

from agentpay_plugin.language.model import FromShopper, Stop, Tool
from tests.language.models.conftest import Rig, results

SEARCH = Tool(
    "search",
    "Searches the shop.",
    {
        "type": "object",
        "properties": {
            "words": {"type": "string"},
            "most": {"type": ["integer", "null"]},
            "sort": {"enum": ["best", "price"]},
            "ids": {"type": "array", "items": {"type": "string"}},
        },
        "required": ["words", "most", "sort", "ids"],
        "additionalProperties": False,
    },
)


@pytest.mark.parametrize(
    ("said", "words", "found"),
    [
        ("a blue shirt", "a blue shirt", "This is what I found"),
        (
            '{"shopper":"você tem camisas?","moment":{}}',
            "você tem camisas?",
            "Foi isto que encontrei",
        ),
        (
            '{"shopper":"hola"}\n{"shopper":"¿tiene camisas?"}',
            "¿tiene camisas?",
            "Esto es lo que encontré",
        ),
    ],
)
def test_it_searches_and_tells(rig: Rig, said: str, words: str, found: str) -> None:
    shopper = FromShopper(said)

    first = rig.ask(shopper, tools=(SEARCH,))
    second = rig.ask(shopper, first.said, results(first.said), tools=(SEARCH,))

    (call,) = first.said.calls
    assert call.arguments == {"words": words, "most": None, "sort": "best", "ids": []}
    assert second.said.text.startswith(found)
    assert second.stop is Stop.DONE


def test_it_is_polite(rig: Rig) -> None:
    assert rig.ask(FromShopper("Obrigada!")).said.text == "De nada!"
