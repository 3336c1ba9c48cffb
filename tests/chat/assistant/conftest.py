"""The world of the chat's shell, for turns with a language model; and models, each with the look-alike of its provider."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from agentpay_plugin.demo.claude.server import running as running_claude
from agentpay_plugin.demo.openai.server import running as running_openai
from agentpay_plugin.demo.speakers.speaker import Speaker
from agentpay_plugin.language.claude import Claude
from agentpay_plugin.language.model import Model
from agentpay_plugin.language.openai import OpenAI
from tests.chat.world import ChatWorld

Rig = tuple[Speaker, Callable[[], Model]]


@pytest.fixture
def world() -> ChatWorld:
    return ChatWorld()


@pytest.fixture(params=["claude", "openai"])
def rig(request: pytest.FixtureRequest) -> Iterator[Rig]:
    if request.param == "claude":
        with running_claude() as claude:
            yield claude, lambda: Claude("sk-ant-contract12345678", "claude-haiku-5-5", claude.url)
    else:
        with running_openai() as openai:
            base = f"{openai.url}/v1"
            yield openai, lambda: OpenAI("sk-contract12345678", "local-small", base)


@pytest.fixture
def like(world: ChatWorld, rig: Rig) -> Speaker:
    """The look-alike of the world's model."""
    speaker, model = rig
    # A model whose price is not known is counted as the dearest.
    world.assisted(assistant_money_per_chat=Decimal(5), assistant_seconds=120)
    world.model = model()
    return speaker
