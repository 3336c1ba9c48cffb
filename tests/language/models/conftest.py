"""Models to test, each with the look-alike of its provider."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from urllib3.response import HTTPResponse

from agentpay_plugin.demo.claude.lookalike import LookAlike as ClaudeLookAlike
from agentpay_plugin.demo.claude.server import running as running_claude
from agentpay_plugin.demo.openai.lookalike import LookAlike as OpenAILookAlike
from agentpay_plugin.demo.openai.server import running as running_openai
from agentpay_plugin.demo.speakers.speaker import Speaker
from agentpay_plugin.language.claude import Claude
from agentpay_plugin.language.model import (
    Exchange,
    FromModel,
    FromShopper,
    FromTools,
    Model,
    Reply,
    Request,
    Tool,
    ToolResult,
)
from agentpay_plugin.language.openai import OpenAI

CLAUDE_KEY = "sk-ant-contract12345678"
OPENAI_KEY = "sk-contract12345678"
SCHEMA = {
    "type": "object",
    "properties": {"text": {"type": "string"}, "most": {"type": ["integer", "null"]}},
    "required": ["text", "most"],
    "additionalProperties": False,
}
SEARCH = Tool("search_products", "Finds products of the shop.", SCHEMA)
CART = Tool("show_cart", "Shows the cart.", {"type": "object", "properties": {}, "required": [], "additionalProperties": False})  # fmt: skip


@pytest.fixture
def claude() -> Iterator[ClaudeLookAlike]:
    with running_claude() as like:
        yield like


@pytest.fixture
def openai() -> Iterator[OpenAILookAlike]:
    with running_openai() as like:
        yield like


@dataclass
class Rig:
    """A model under the contract, its other side, and what was heard of it."""

    model: Model
    like: Speaker
    dear: Model
    other_key: Callable[[], Model]
    heard: list[str] = field(default_factory=list)

    def ask(
        self, *exchanges: Exchange, is_stopped: Callable[[], bool] = lambda: False, **changes: Any
    ) -> Reply:
        return self.model.reply(build_request(*exchanges, **changes), self.heard.append, is_stopped)


def build_request(*exchanges: Exchange, **changes: Any) -> Request:
    values: dict[str, Any] = {
        "system": ("You sell in a shop.", "It is Monday."),
        "tools": (SEARCH, CART),
        "exchanges": exchanges or (FromShopper("Do you have a blue shirt?"),),
        "most_tokens": 500,
        "seconds": 20.0,
    }
    return Request(**(values | changes))


def results(said: FromModel, content: str = "Blue shirt") -> FromTools:
    return FromTools(tuple(ToolResult(call.id, content) for call in said.calls))


@pytest.fixture(params=["claude", "openai", "openai over urllib3 1.26"])
def rig(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Rig:
    if request.param.endswith("1.26"):  # Saleor 3.21's
        for kind in (HTTPResponse, *HTTPResponse.__mro__):
            if "read1" in vars(kind) and kind.__module__.startswith("urllib3"):
                monkeypatch.delattr(kind, "read1")
    if request.param == "claude":
        claude: ClaudeLookAlike = request.getfixturevalue("claude")
        return Rig(
            Claude(CLAUDE_KEY, "claude-haiku-5-5", claude.url),
            claude,
            Claude(CLAUDE_KEY, "claude-of-tomorrow", claude.url),
            lambda: Claude("sk-ant-another12345678", "claude-haiku-5-5", claude.url),
        )
    openai: OpenAILookAlike = request.getfixturevalue("openai")
    base = f"{openai.url}/v1"
    return Rig(
        OpenAI(OPENAI_KEY, "local-small", base),
        openai,
        OpenAI(OPENAI_KEY, "gpt-of-tomorrow", base),
        lambda: OpenAI("sk-another12345678", "local-small", base),
    )
