from decimal import Decimal

import pytest

from agentpay_plugin.settings import SECRETS, AssistantProvider, parse
from agentpay_plugin.settings_check import problems

SELLS = {"stripe_secret_key": "sk_test_12345678"}
CLAUDE = SELLS | {"assistant_provider": "claude", "assistant_api_key": "sk-ant-12345678"}
OPENAI = SELLS | {
    "assistant_provider": "openai",
    "assistant_api_key": "sk-12345678",
    "assistant_model": "small-model",
}
OWN = SELLS | {
    "assistant_provider": "openai",
    "assistant_model": "small-model",
    "assistant_base_url": "https://models.example/v1",
}


def test_there_is_no_assistant_until_one_is_chosen() -> None:
    settings = parse(True, SELLS)

    assert problems(True, SELLS) == {}
    assert (settings.assistant_provider, settings.assistant_model) == (AssistantProvider.OFF, "")


def test_claude_needs_a_key_alone() -> None:
    settings = parse(True, CLAUDE | {"assistant_provider": " Claude "})

    assert problems(True, CLAUDE) == {}
    assert settings.assistant_provider is AssistantProvider.CLAUDE
    assert (settings.assistant_model, settings.assistant_api_key) == (
        "claude-haiku-5-5",
        "sk-ant-12345678",
    )
    assert settings.assistant_money_per_chat == Decimal("0.20")
    assert settings.assistant_money_per_day == Decimal("10.00")
    assert (settings.assistant_rounds, settings.assistant_seconds) == (6, 20)


def test_every_value_of_the_assistant_is_read() -> None:
    limits = {
        "assistant_money_per_chat": "0.5",
        "assistant_money_per_day": "25",
        "assistant_rounds": "3",
        "assistant_seconds": "30",
    }

    settings = parse(True, OWN | limits)

    assert problems(True, OWN | limits) == {}
    assert settings.assistant_provider is AssistantProvider.OPENAI
    assert (settings.assistant_model, settings.assistant_api_key, settings.assistant_base_url) == (
        "small-model",
        "",
        "https://models.example/v1",
    )
    assert settings.assistant_money_per_chat == Decimal("0.5")
    assert settings.assistant_money_per_day == Decimal("25")
    assert (settings.assistant_rounds, settings.assistant_seconds) == (3, 30)


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({"assistant_provider": "claude"}, ["assistant_api_key"]),
        ({"assistant_provider": "openai"}, ["assistant_model", "assistant_api_key"]),
        (
            {"assistant_provider": "openai", "assistant_base_url": "http://127.0.0.1:8080/v1"},
            ["assistant_model"],
        ),
    ],
)
def test_what_an_assistant_needs_is_named_while_the_channel_is_on(
    values: dict[str, str], missing: list[str]
) -> None:
    assert list(problems(True, SELLS | values)) == missing
    assert problems(False, SELLS | values) == {}


@pytest.mark.parametrize(
    ("values", "field", "value"),
    [
        (CLAUDE, "assistant_provider", "gemini"),
        (CLAUDE, "assistant_api_key", "sk-ant 12345678"),
        (CLAUDE, "assistant_api_key", "sk-ant-12345678\nX-Other: 1"),
        (CLAUDE, "assistant_model", "Claude Haiku"),
        (CLAUDE, "assistant_base_url", "https://models.example/v1"),
        (CLAUDE, "assistant_money_per_chat", "0"),
        (CLAUDE, "assistant_money_per_chat", "0,20"),
        (CLAUDE, "assistant_money_per_chat", "100.01"),
        (CLAUDE, "assistant_money_per_chat", "-1"),
        (CLAUDE, "assistant_money_per_chat", "1e2"),
        (CLAUDE, "assistant_money_per_day", "NaN"),
        (CLAUDE, "assistant_money_per_day", "100001"),
        (CLAUDE, "assistant_rounds", "0"),
        (CLAUDE, "assistant_rounds", "21"),
        (CLAUDE, "assistant_seconds", "4"),
        (CLAUDE, "assistant_seconds", "121"),
        (OPENAI, "assistant_api_key", ""),
        (OPENAI, "assistant_model", ""),
        (OWN, "assistant_base_url", "http://models.example/v1"),
        (OWN, "assistant_base_url", "http://10.0.0.7:8080/v1"),
        (OWN, "assistant_base_url", "http://127.0.0.1.evil.example/v1"),
        (OWN, "assistant_base_url", "https://user:password@models.example/v1"),
        (OWN, "assistant_base_url", "https://models.example/v1?key=1"),
        (OWN, "assistant_base_url", "https://models.example:port/v1"),
        (OWN, "assistant_base_url", "ftp://models.example/v1"),
    ],
)
def test_a_wrong_setting_of_the_assistant_is_named_alone(
    values: dict[str, str], field: str, value: str
) -> None:
    found = problems(True, values | {field: value})

    assert list(found) == [field]
    assert found[field]


@pytest.mark.parametrize(
    "address",
    [
        "https://10.0.0.7/v1",
        "https://models.internal:8443",
        "http://127.0.0.1:11434/v1",
        "http://localhost:8080/v1",
        "http://[::1]:8080/v1",
    ],
)
def test_a_server_of_ones_own_is_asked_by_https_or_on_this_machine(address: str) -> None:
    assert problems(True, OWN | {"assistant_base_url": address}) == {}


def test_the_assistants_key_is_a_secret() -> None:
    assert "assistant_api_key" in SECRETS
    assert "12345678" not in repr(parse(True, CLAUDE))
