"""What Claude is sent: a request of ours in the words of its Messages API. Knows no SDK."""

from __future__ import annotations

from typing import Any, assert_never

from agentpay_plugin.language.model import Exchange, FromModel, FromShopper, FromTools, Request
from agentpay_plugin.language.model import Tool as OfferedTool

Json = dict[str, Any]

_CACHED = {"cache_control": {"type": "ephemeral"}}
# Those that take a level of effort; a chat is answered soon or not at all, so the lowest.
_WITH_EFFORT = ("claude-haiku-5", "claude-sonnet-5", "claude-opus-5", "claude-fable-5")
# Those that think by themselves, and the least of it that each takes, the longest name first. None: it cannot be asked
# for less (Claude refuses "disabled").
_THINKING: tuple[tuple[str, str | None], ...] = (
    ("claude-opus-5-5", None),
    ("claude-sonnet-5-5", "between_tools"),
    ("claude-haiku-5", "disabled"),
    ("claude-sonnet-5", "disabled"),
    ("claude-opus-5", "disabled"),
)
_NOT_BY_ITSELF = ("claude-haiku-4", "claude-sonnet-4", "claude-opus-4", "claude-3")
THOUGHT = 1000  # tokens: what is thought counts as received, and would eat up the words of a reply
_MARKED_MESSAGES = 2  # with the one of the stable part three marks, of four that Claude takes


def most_received(most_tokens: int, model: str) -> int:
    """Return how many tokens a reply of so many may count."""
    is_silent = _thinking(model) == "disabled" or model.startswith(_NOT_BY_ITSELF)
    return most_tokens if is_silent else most_tokens + THOUGHT


def parameters(request: Request, model: str) -> Json:
    """Return the body of POST /v1/messages.

    Marked for the cache are the stable part (tools, and the first of `system`), and the ends of the last two messages
    of the user's: what one round sent, results of tools too, the next one reads at a tenth of the price. Two, since
    Claude looks only twenty blocks back from a mark. There is no temperature, which the API refuses.
    """
    system = [{"type": "text", "text": text} for text in request.system if text.strip()]
    tools = [_tool(tool) for tool in request.tools]
    # What stands before a mark is cached; tools stand before the system's text.
    for stable in system[:1] or tools[-1:]:
        stable |= _CACHED
    body: Json = {
        "model": model,
        "max_tokens": most_received(request.most_tokens, model),
        "messages": _marked(_messages(request.exchanges)),
    }
    if system:
        body["system"] = system
    if tools:
        body["tools"] = tools
    if model.startswith(_WITH_EFFORT):
        body["output_config"] = {"effort": "low"}
    if thinking := _thinking(model):
        body["thinking"] = {"type": thinking}
    return body


def _thinking(model: str) -> str | None:
    return next((how for name, how in _THINKING if model.startswith(name)), None)


def _marked(messages: list[Json]) -> list[Json]:
    """Mark the ends of the last messages of the user's. Blocks of the model's own stay as they were."""
    for message in [one for one in messages if one["role"] == "user"][-_MARKED_MESSAGES:]:
        message["content"][-1] |= _CACHED
    return messages


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
