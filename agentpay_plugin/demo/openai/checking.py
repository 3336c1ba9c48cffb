"""Whether the body of POST /v1/chat/completions is one that OpenAI takes. Raises Refused with its own words for it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from agentpay_plugin.demo.openai.problems import invalid, problem
from agentpay_plugin.demo.speakers.strict import wrong_with

Json = dict[str, Any]

# OpenAI's own, and one such as servers of one's own have.
MODELS = ("gpt-6-luna", "gpt-6-sol", "gpt-6-astra", "local-small")
OWN = "local-"
_FIELDS = frozenset(
    [
        "model",
        "messages",
        "tools",
        "stream",
        "stream_options",
        "max_completion_tokens",
        "max_tokens",
        "reasoning_effort",
    ]
)
_NAME = r"[a-zA-Z0-9_-]{1,64}"


def check(body: Json) -> None:
    if "" in body:
        raise invalid("We could not parse the JSON body of your request.", "body")
    for name in ("model", "messages"):
        if name not in body:
            raise invalid(
                f"Missing required parameter: '{name}'.", name, "missing_required_parameter"
            )
    if body["model"] not in MODELS:
        raise problem(
            404, f"The model `{body['model']}` does not exist or you do not have access to it."
        )
    if not body["model"].startswith(OWN):
        _check_of_openai(body)
    for name in sorted(body.keys() - _FIELDS):
        raise invalid(f"Unknown parameter: '{name}'.", name, "unknown_parameter")
    if body.get("stream") is not True:
        raise invalid("This look-alike only streams.", "stream")
    if body.get("stream_options", {}).keys() - {"include_usage"}:
        raise invalid(
            "Unknown parameter in 'stream_options'.", "stream_options", "unknown_parameter"
        )
    _check_tools(_listed(body.get("tools", []), "tools"))
    _check_messages(_listed(body["messages"], "messages"))


def _check_of_openai(body: Json) -> None:
    if "max_tokens" in body:
        raise invalid(
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use"
            " 'max_completion_tokens' instead.",
            "max_tokens",
            "unsupported_parameter",
        )
    if "temperature" in body:
        raise invalid(
            "Unsupported value: 'temperature' does not support this value with this model.",
            "temperature",
            "unsupported_value",
        )
    if body.get("reasoning_effort", "low") not in (
        "none",
        "minimal",
        "low",
        "medium",
        "high",
        "xhigh",
        "max",
    ):
        raise invalid("Invalid value: 'reasoning_effort'.", "reasoning_effort", "invalid_value")


def _check_tools(tools: Sequence[Json]) -> None:
    for at, tool in enumerate(tools):
        path, function = f"tools[{at}]", tool.get("function")
        if tool.get("type") != "function" or not isinstance(function, dict):
            raise invalid(f"Invalid value: '{path}.type'.", path, "invalid_value")
        if function.keys() - {"name", "description", "parameters", "strict"}:
            raise invalid(f"Unknown parameter in '{path}.function'.", path, "unknown_parameter")
        name = str(function.get("name", ""))
        if not re.fullmatch(_NAME, name):
            raise invalid(f"Invalid '{path}.function.name'.", path, "invalid_value")
        wrong = (
            wrong_with(function.get("parameters", {}), must_all=True)
            if function.get("strict")
            else ""
        )
        if wrong:
            words = f"Invalid schema for function '{name}': {wrong}."
            raise invalid(words, f"{path}.function.parameters", "invalid_function_parameters")


def _check_messages(messages: Sequence[Json]) -> None:
    if not messages:
        raise invalid("'messages' must contain at least one message.", "messages")
    waiting: list[str] = []
    for at, message in enumerate(messages):
        path, role = f"messages.[{at}].role", message.get("role")
        if role == "tool":
            if message.get("tool_call_id") not in waiting:
                words = "messages with role 'tool' must be a response to a preceding message with 'tool_calls'."
                raise invalid(f"Invalid parameter: {words}", path)
            waiting.remove(message["tool_call_id"])
        elif waiting:
            raise _unanswered(waiting, path)
        if role == "assistant":
            waiting = _check_assistant(message, at)
        elif role not in ("system", "user", "tool") or not isinstance(message.get("content"), str):
            raise invalid(f"Invalid value for '{path[:-5]}'.", path, "invalid_value")
    if waiting:
        raise _unanswered(waiting, "messages")


def _check_assistant(message: Json, at: int) -> list[str]:
    """Return the ids of the calls in it."""
    path = f"messages.[{at}]"
    calls = _listed(message.get("tool_calls", []), f"{path}.tool_calls")
    if message.keys() - {"role", "content", "tool_calls"}:
        raise invalid(f"Unknown parameter in '{path}'.", path, "unknown_parameter")
    if not calls and not isinstance(message.get("content"), str):
        raise invalid(
            f"Invalid value for 'content': expected a string, got null in '{path}'.", path
        )
    for call in calls:
        function = call.get("function", {})
        if call.keys() != {"id", "type", "function"} or function.keys() != {"name", "arguments"}:
            raise invalid(f"Missing required parameter in '{path}.tool_calls'.", path)
        try:
            json.loads(function["arguments"])
        except ValueError:
            raise invalid(f"'{path}.tool_calls' has arguments that are no JSON.", path) from None
    return [call["id"] for call in calls]


def _unanswered(waiting: Sequence[str], path: str) -> Exception:
    words = (
        "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'."
        f" The following tool_call_ids did not have response messages: {', '.join(waiting)}"
    )
    return invalid(words, path)


def _listed(value: object, path: str) -> list[Json]:
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise invalid(
            f"Invalid type for '{path}': expected an array of objects.", path, "invalid_type"
        )
    return value
