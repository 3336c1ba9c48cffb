"""Words that the rules do not understand, and what a test reads of a model's requests."""

from __future__ import annotations

import json
from typing import Any

from agentpay_plugin.demo.speakers.script import Call
from agentpay_plugin.language.fake import FakeModel
from agentpay_plugin.language.model import FromShopper, FromTools

UNCLEAR = "hm, my uncle and a rainy evening, you know how it is"

# What a search takes beside its words, when nothing is required.
SEARCH: dict[str, object] = dict.fromkeys(
    ("suggest", "color", "size", "costs_at_least", "costs_at_most", "currency", "in_stock")
)


def call(name: str, **arguments: object) -> Call:
    """A call of a tool, for a look-alike's script."""
    given = {**SEARCH, **arguments} if name == "search" else arguments
    return Call(name, json.dumps(given))


def shopper_said(model: FakeModel, request: int = 0) -> dict[str, Any]:
    """What the model was told of the shopper's words and the moment."""
    exchange = next(
        one for one in reversed(model.requests[request].exchanges) if isinstance(one, FromShopper)
    )
    told: dict[str, Any] = json.loads(exchange.text)
    return told


def results(model: FakeModel) -> list[tuple[str, bool]]:
    """What the model was told of its calls, each with whether it was refused."""
    return [
        (result.content, result.is_error)
        for exchange in model.requests[-1].exchanges
        if isinstance(exchange, FromTools)
        for result in exchange.results
    ]
