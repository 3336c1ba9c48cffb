"""Who the demo's assistant is, by the environment that it is started in."""

from __future__ import annotations

import re

import pytest

from agentpay_plugin.demo.assistant import merchant_values
from agentpay_plugin.settings import AssistantProvider, ChannelSettings, parse

SCRIPTED = "http://127.0.0.1:8000/openai/v1"


def chosen(**environment: str) -> ChannelSettings:
    return parse(True, merchant_values(environment, SCRIPTED))


def test_by_itself_the_demo_asks_nobody() -> None:
    assert merchant_values({"PATH": "/bin", "DEMO_ASSISTANT": ""}, SCRIPTED) == {}
    assert chosen().assistant_provider is AssistantProvider.OFF


def test_scripted_is_our_look_alike_without_an_account() -> None:
    found = chosen(DEMO_ASSISTANT="scripted")

    assert found.assistant_provider is AssistantProvider.OPENAI
    assert (found.assistant_base_url, found.assistant_model) == (SCRIPTED, "local-small")


def test_a_merchants_own_account_has_the_usual_limits_of_money() -> None:
    found = chosen(DEMO_ASSISTANT="claude", DEMO_ASSISTANT_KEY="sk-ant-demo-12345678")

    assert found.assistant_provider is AssistantProvider.CLAUDE
    assert (found.assistant_model, found.assistant_api_key) == (
        "claude-haiku-5-5",
        "sk-ant-demo-12345678",
    )
    usual = ChannelSettings()
    assert found.assistant_money_per_chat == usual.assistant_money_per_chat
    assert found.assistant_money_per_day == usual.assistant_money_per_day


def test_a_server_of_ones_own_needs_no_key() -> None:
    found = chosen(
        DEMO_ASSISTANT="openai",
        DEMO_ASSISTANT_BASE="http://127.0.0.1:11434/v1",
        DEMO_ASSISTANT_MODEL="qwen3",
    )

    assert (found.assistant_base_url, found.assistant_model, found.assistant_api_key) == (
        "http://127.0.0.1:11434/v1",
        "qwen3",
        "",
    )


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"DEMO_ASSISTANT": "clade"}, "DEMO_ASSISTANT=clade: write scripted, claude, openai"),
        ({"DEMO_ASSISTANT_KEY": "sk-12345678"}, "DEMO_ASSISTANT=: write scripted"),
        ({"DEMO_ASSISTANT": "claude"}, "DEMO_ASSISTANT_KEY: Needed"),
        (
            {"DEMO_ASSISTANT": "openai", "DEMO_ASSISTANT_KEY": "sk-12345678"},
            "DEMO_ASSISTANT_MODEL: Needed",
        ),
        (
            {
                "DEMO_ASSISTANT": "openai",
                "DEMO_ASSISTANT_MODEL": "qwen3",
                "DEMO_ASSISTANT_BASE": "http://models.example/v1",
            },
            "DEMO_ASSISTANT_BASE: By http://",
        ),
    ],
)
def test_what_is_missing_or_wrong_is_named(environment: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)) as refused:
        merchant_values(environment, SCRIPTED)

    assert "12345678" not in str(refused.value)
