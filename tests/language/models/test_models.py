from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from agentpay_plugin.demo.claude.lookalike import LookAlike as ClaudeLookAlike
from agentpay_plugin.demo.openai.lookalike import LookAlike as OpenAILookAlike
from agentpay_plugin.language.claude import Claude
from agentpay_plugin.language.models import model_of
from agentpay_plugin.language.openai import OpenAI
from agentpay_plugin.settings import AssistantProvider, ChannelSettings
from tests.language.models.conftest import CLAUDE_KEY, OPENAI_KEY, build_request

CLAUDE = ChannelSettings(
    assistant_provider=AssistantProvider.CLAUDE,
    assistant_api_key=CLAUDE_KEY,
    assistant_model="claude-haiku-5-5",
)
OWN = ChannelSettings(
    assistant_provider=AssistantProvider.OPENAI,
    assistant_base_url="https://models.example/v1",
    assistant_model="local-small",
)


def test_a_channel_has_none_until_it_has_all_that_one_needs() -> None:
    lacking = [
        ChannelSettings(),
        ChannelSettings(assistant_api_key=CLAUDE_KEY, assistant_model="claude-haiku-5-5"),
        replace(CLAUDE, assistant_api_key=""),
        replace(OWN, assistant_model=""),
        replace(OWN, assistant_base_url=""),
    ]

    assert [model_of(one) for one in lacking] == [None] * 5


def test_each_provider_is_asked_with_the_channels_key_and_model(
    claude: ClaudeLookAlike, openai: OpenAILookAlike
) -> None:
    at_own = replace(OWN, assistant_base_url=f"{openai.url}/v1", assistant_api_key=OPENAI_KEY)

    for model in (model_of(CLAUDE, claude.url), model_of(at_own)):
        assert model is not None
        model.reply(build_request(tools=()), lambda _: None)

    assert claude.asked[0]["model"] == "claude-haiku-5-5"
    assert openai.asked[0]["model"] == "local-small"


def test_a_real_key_is_not_led_to_another_machine(caplog: pytest.LogCaptureFixture) -> None:
    assert model_of(CLAUDE, "https://claude.sandbox.example") is None
    assert "AGENTPAY_CLAUDE_API_BASE" in caplog.text
    assert CLAUDE_KEY not in caplog.text


def test_a_key_of_play_is_led_anywhere() -> None:
    play = replace(CLAUDE, assistant_api_key="sk-ant-demo-12345678")

    assert isinstance(model_of(play, "http://claude:12114"), Claude)
    assert isinstance(model_of(OWN, "http://claude:12114"), OpenAI)


@pytest.mark.parametrize("make", [lambda: CLAUDE, lambda: OWN])
def test_nothing_is_asked_by_making_a_model(make: Callable[[], Any]) -> None:
    assert model_of(make()) is not None
