"""The look-alike of Claude refuses what Claude refuses, in its words."""

from __future__ import annotations

import re
from typing import Any

import pytest
import requests

from agentpay_plugin.demo.claude.lookalike import LookAlike
from agentpay_plugin.demo.speakers.script import Answer, Say
from tests.language.models.conftest import CLAUDE_KEY, SCHEMA

USE = {"type": "tool_use", "id": "toolu_1", "name": "search", "input": {}}
RESULT = {"type": "tool_result", "tool_use_id": "toolu_1", "content": "none"}
HI = {"role": "user", "content": "Hi"}


def ask(
    claude: LookAlike, headers: dict[str, str] | None = None, **changes: Any
) -> requests.Response:
    body = {
        "model": "claude-haiku-5-5",
        "max_tokens": 9,
        "messages": [HI],
        "stream": True,
    } | changes
    given = {"Authorization": f"Bearer {CLAUDE_KEY}", "anthropic-version": "2026-10-21"} | (
        headers or {}
    )
    body = {name: each for name, each in body.items() if each is not None}
    return requests.post(f"{claude.url}/v1/messages", json=body, headers=given, timeout=10)


def tool(**changes: Any) -> dict[str, Any]:
    return {"name": "search", "description": "", "input_schema": SCHEMA, "strict": True} | changes


def strict(**changes: Any) -> dict[str, Any]:
    return tool(input_schema=SCHEMA | changes)


@pytest.mark.parametrize(
    ("headers", "status", "kind"),
    [
        ({"Authorization": ""}, 401, "authentication_error"),
        ({"Authorization": "Bearer sk-12345678"}, 401, "authentication_error"),
        ({"anthropic-version": ""}, 400, "invalid_request_error"),
        ({"anthropic-version": "2099-01-01"}, 400, "invalid_request_error"),
    ],
)
def test_who_may_ask(claude: LookAlike, headers: dict[str, str], status: int, kind: str) -> None:
    answer = ask(claude, headers)

    assert (answer.status_code, answer.json()["error"]["type"]) == (status, kind)
    assert answer.json()["type"] == "error"


def test_the_older_header_of_a_key_is_taken_too(claude: LookAlike) -> None:
    assert ask(claude, {"Authorization": "", "x-api-key": CLAUDE_KEY}).status_code == 200


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"temperature": 0.5}, "`temperature` is not supported"),
        ({"top_k": 1}, "`top_k` is not supported"),
        ({"seed": 1}, "seed: Extra inputs are not permitted"),
        ({"max_tokens": None}, "max_tokens: Field required"),
        ({"max_tokens": 0}, "max_tokens"),
        ({"messages": []}, "at least one message"),
        ({"messages": [{"role": "assistant", "content": "Hi"}]}, "first message"),
        ({"messages": [HI, {"role": "assistant", "content": "Yes"}]}, "prefill"),
        ({"messages": [{"role": "system", "content": "Hi"}]}, "first message"),
        ({"messages": [HI, {"role": "tool", "content": "Hi"}, HI]}, "role"),
        ({"messages": [{"role": "user", "content": " "}]}, "non-whitespace"),
        ({"messages": [{"role": "user", "content": [USE]}]}, "`tool_use` blocks"),
        ({"messages": [HI, {"role": "assistant", "content": [USE]}, HI]}, "without `tool_result`"),
        ({"messages": [HI | {"content": [RESULT]}]}, "unexpected `tool_use_id`"),
        (
            {"messages": [HI, {"role": "assistant", "content": [USE]},
                          HI | {"content": [{"type": "text", "text": "x"}, RESULT]}]},
            "must come first",
        ),
        ({"messages": [HI, {"role": "assistant", "content": [USE | {"input": "x"}]}, HI]}, "valid dictionary"),
        ({"system": [{"type": "text", "text": ""}]}, "non-whitespace"),
        ({"tools": [tool(name="with space")]}, "pattern"),
        ({"tools": [tool(), tool()]}, "unique"),
        ({"tools": [tool(kind="x")]}, "Extra inputs"),
        ({"tools": [tool(input_schema={})]}, "input_schema"),
        ({"tools": [strict(additionalProperties=True)]}, "additionalProperties"),
        ({"tools": [strict(minProperties=1)]}, "'minProperties' is not supported"),
        ({"tools": [strict(properties={"text": {"type": "text"}, "most": {}})]}, "no type"),
        ({"tools": [tool(cache_control={"type": "for ever"})]}, "cache_control"),
        ({"output_config": {"effort": "none"}}, "effort"),
        ({"model": "claude-haiku-4-5", "output_config": {"effort": "low"}}, "effort"),
        ({"system": [{"type": "text", "text": "x", "cache_control": {"type": "ephemeral"}}] * 5}, "maximum of 4"),
    ],
)  # fmt: skip
def test_what_it_refuses(claude: LookAlike, changes: dict[str, Any], words: str) -> None:
    answer = ask(claude, **changes)

    assert (answer.status_code, answer.json()["error"]["type"]) == (400, "invalid_request_error")
    assert words in answer.json()["error"]["message"]
    assert claude.asked == []


def test_what_it_takes(claude: LookAlike) -> None:
    messages = [HI, {"role": "assistant", "content": [USE]}, HI | {"content": [RESULT]}]
    claude.answers(Answer((Say(("Hel", "lo")),)))

    answer = ask(claude, tools=[tool()], messages=messages, system="You sell.")

    assert answer.status_code == 200
    assert re.findall(r"^event: (.+)$", answer.text, re.MULTILINE) == [
        "message_start", "ping", "content_block_start", "content_block_delta", "content_block_delta",
        "content_block_stop", "message_delta", "message_stop",
    ]  # fmt: skip


def test_it_is_steered_over_http_too(claude: LookAlike) -> None:
    script = {
        "answers": [
            {"steps": [{"say": ["Olá"]}, {"happens": "cut"}]},
            {"status": 529, "retry_after": "9"},
        ]
    }
    control = f"{claude.url}/_control"

    assert requests.post(f"{control}/script", json=script, timeout=10).json() == {}
    with pytest.raises(requests.RequestException):
        ask(claude)
    assert ask(claude).headers["retry-after"] == "9"
    requests.post(f"{control}/keys/revoke", json={"key": CLAUDE_KEY}, timeout=10)
    assert ask(claude).status_code == 401
    seen = requests.get(f"{control}/requests", timeout=10)

    assert [one["status"] for one in seen.json()] == [200, 529, 401]
    assert CLAUDE_KEY not in seen.text
    wrong = requests.post(
        f"{control}/script", json={"answers": [{"steps": [{"happens": "x"}]}]}, timeout=10
    )
    assert wrong.status_code == 400
