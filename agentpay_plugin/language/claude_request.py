"""What Claude is sent: a request of ours in the words of its Messages API. Knows no SDK."""

from __future__ import annotations

from typing import Any, assert_never

from agentpay_plugin.language.model import Exchange, FromModel, FromShopper, FromTools, Request
from agentpay_plugin.language.model import Tool as OfferedTool

Json = dict[str, Any]

_CACHED = {"cache_control": {"type": "ephemeral"}}
# Those that take a level of effort; a chat is answered soon or not at all, so the lowest.
_WITH_EFFORT = ("claude-haiku-5", "claude-sonnet-5", "claude-opus-5", "claude-fable-5")


def parameters(request: Request, model: str) -> Json:
    """Return the body of POST /v1/messages. The stable part goes through the cache: tools, and the first of `system`.

    There is no temperature, which the API refuses; thinking is left to the model, which takes little of it at this effort.
    """
    system = [{"type": "text", "text": text} for text in request.system if text.strip()]
    tools = [_tool(tool) for tool in request.tools]
    # What stands before a mark is cached; tools stand before the system's text.
    for stable in system[:1] or tools[-1:]:
        stable |= _CACHED
    body: Json = {
        "model": model,
        "max_tokens": request.most_tokens,
        "messages": _messages(request.exchanges),
    }
    if system:
        body["system"] = system
    if tools:
        body["tools"] = tools
    if model.startswith(_WITH_EFFORT):
        body["output_config"] = {"effort": "low"}
    return body


def _tool(tool: OfferedTool) -> Json:
    return {
        "name": tool.name,
        "description": tool.description,
        "input_schema": dict(tool.schema),
        "strict": True,
    }


def _messages(exchanges: tuple[Exchange, ...]) -> list[Json]:
    """Return the messages, in which the user and the assistant take turns."""
    messages: list[Json] = []
    for exchange in exchanges:
        role, blocks = _said(exchange)
        if messages and messages[-1]["role"] == role:
            messages[-1]["content"] += blocks
        elif blocks:
            messages.append({"role": role, "content": blocks})
    return messages


def _said(exchange: Exchange) -> tuple[str, list[Json]]:
    match exchange:
        case FromShopper():
            return "user", _text(exchange.text)
        case FromModel():
            return "assistant", _by_model(exchange)
        case FromTools():
            return "user", [
                {
                    "type": "tool_result",
                    "tool_use_id": result.call_id,
                    "content": result.content,
                    "is_error": result.is_error,
                }
                for result in exchange.results
            ]
        case _:
            assert_never(exchange)


def _by_model(said: FromModel) -> list[Json]:
    """Return what the model said, as it was when it is of this run: its thinking is valid only unchanged."""
    if isinstance(said.raw, list):
        return list(said.raw)
    calls = [
        {"type": "tool_use", "id": call.id, "name": call.name, "input": dict(call.arguments or {})}
        for call in said.calls
    ]
    return _text(said.text) + calls


def _text(text: str) -> list[Json]:
    """The API refuses a text that is nothing or only space."""
    return [{"type": "text", "text": text}] if text.strip() else []
