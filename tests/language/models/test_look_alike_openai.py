"""The look-alike of OpenAI refuses what OpenAI refuses, in its words."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from agentpay_plugin.demo.openai.lookalike import LookAlike
from tests.language.models.conftest import OPENAI_KEY, SCHEMA

HI = {"role": "user", "content": "Hi"}
CALL = {"id": "call_1", "type": "function", "function": {"name": "search", "arguments": "{}"}}
CALLED = {"role": "assistant", "content": None, "tool_calls": [CALL]}
RESULT = {"role": "tool", "tool_call_id": "call_1", "content": "none"}


def ask(openai: LookAlike, key: str = OPENAI_KEY, **changes: Any) -> requests.Response:
    body = {"model": "gpt-6-luna", "messages": [HI], "stream": True} | changes
    return requests.post(
        f"{openai.url}/v1/chat/completions",
        json={name: each for name, each in body.items() if each is not None},
        headers={"Authorization": f"Bearer {key}"},
        timeout=10,
    )


def tool(**changes: Any) -> dict[str, Any]:
    function = {"name": "search", "description": "", "parameters": SCHEMA, "strict": True} | changes
    return {"type": "function", "function": function}


@pytest.mark.parametrize("key", ["", "sk-ant", "wrong-key-12345678"])
def test_who_may_ask(openai: LookAlike, key: str) -> None:
    answer = ask(openai, key)

    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "invalid_api_key")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"max_tokens": 9}, "unsupported_parameter"),
        ({"temperature": 0.5}, "unsupported_value"),
        ({"thinking": {}}, "unknown_parameter"),
        ({"reasoning_effort": "most"}, "invalid_value"),
        ({"stream_options": {"usage": True}}, "unknown_parameter"),
        ({"messages": None}, "missing_required_parameter"),
        ({"messages": []}, None),
        ({"messages": [{"role": "shopper", "content": "Hi"}]}, "invalid_value"),
        ({"messages": [HI | {"content": None}]}, "invalid_value"),
        ({"messages": [HI, CALLED]}, None),
        ({"messages": [HI, CALLED, HI]}, None),
        ({"messages": [HI, RESULT]}, None),
        ({"messages": [HI, CALLED, RESULT, RESULT]}, None),
        ({"messages": [HI, {"role": "assistant", "content": None}]}, None),
        ({"tools": [tool(name="with space")]}, "invalid_value"),
        ({"tools": [{"name": "search"}]}, "invalid_value"),
        (
            {"tools": [tool(parameters=SCHEMA | {"required": ["text"]})]},
            "invalid_function_parameters",
        ),
        (
            {"tools": [tool(parameters=SCHEMA | {"additionalProperties": True})]},
            "invalid_function_parameters",
        ),
    ],
)
def test_what_it_refuses(openai: LookAlike, changes: dict[str, Any], code: str | None) -> None:
    answer = ask(openai, **changes)

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, code)
    assert answer.json()["error"]["type"] == "invalid_request_error"
    assert openai.asked == []


def test_what_it_takes(openai: LookAlike) -> None:
    loose = tool(parameters={"type": "object", "minProperties": 1}, strict=False)

    answer = ask(openai, tools=[tool(), loose], messages=[HI, CALLED, RESULT])

    assert answer.status_code == 200
    assert answer.text.rstrip().endswith("data: [DONE]")
    assert '"usage": {' not in answer.text  # which was not asked for


def test_a_server_of_ones_own_takes_the_older_words(openai: LookAlike) -> None:
    assert ask(openai, model="local-small", max_tokens=9).status_code == 200
    assert ask(openai, model="gpt-of-tomorrow").json()["error"]["code"] == "model_not_found"
