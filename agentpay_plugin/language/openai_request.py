"""What an OpenAI-compatible server is sent: a request of ours in the words of the Chat Completions API."""

from __future__ import annotations

import json
from typing import Any, assert_never

from agentpay_plugin.language.model import Exchange, FromModel, FromShopper, FromTools, Request
from agentpay_plugin.language.model import Tool as OfferedTool

Json = dict[str, Any]

# Models of OpenAI's that think first, and how much: a chat is answered soon or not at all.
_THINKING = ("gpt-5", "gpt-6")
THOUGHT = 1000  # tokens, which count as received and would eat up the words of a reply


def most_received(most_tokens: int, model: str, *, at_openai: bool) -> int:
    """Return how many tokens a reply of so many may count."""
    return most_tokens + THOUGHT if at_openai and model.startswith(_THINKING) else most_tokens


def parameters(request: Request, model: str, *, at_openai: bool) -> Json:
    """Return the body of POST /chat/completions. OpenAI itself counts thinking into the most tokens, and has a name of
    its own for them; what stands first goes through its cache by itself."""
    body: Json = {
        "model": model,
        "messages": _messages(request),
        "stream": True,
        "stream_options": {"include_usage": True},
        "max_completion_tokens" if at_openai else "max_tokens": most_received(
            request.most_tokens, model, at_openai=at_openai
        ),
    }
    if request.tools:
        body["tools"] = [_tool(tool) for tool in request.tools]
    if at_openai and model.startswith(_THINKING):
        body["reasoning_effort"] = "low"
    return body


def _tool(tool: OfferedTool) -> Json:
    return {
        "type": "function",
        "function": {
            "name": tool.name,
            "description": tool.description,
            "parameters": dict(tool.schema),
            "strict": True,
        },
    }


def _messages(request: Request) -> list[Json]:
    """Return the messages, with one for the system: some servers take no second one."""
    system = "\n\n".join(text for text in request.system if text.strip())
    first = [{"role": "system", "content": system}] if system else []
    return first + [message for each in request.exchanges for message in _said(each)]


def _said(exchange: Exchange) -> list[Json]:
    match exchange:
        case FromShopper():
            return [{"role": "user", "content": exchange.text}]
        case FromModel():
            return [_by_model(exchange)]
        case FromTools():
            return [
                {
                    "role": "tool",
                    "tool_call_id": result.call_id,
                    # The API has no field for it.
                    "content": f"Error: {result.content}" if result.is_error else result.content,
                }
                for result in exchange.results
            ]
        case _:
            assert_never(exchange)


def _by_model(said: FromModel) -> Json:
    if isinstance(said.raw, dict):
        return dict(said.raw)
    return said_by_model(
        said.text, [(call.id, call.name, json.dumps(call.arguments or {})) for call in said.calls]
    )


def said_by_model(text: str, calls: list[tuple[str, str, str]]) -> Json:
    """Return a message of the model's: its prose, and its calls as id, name and the text of the arguments."""
    message: Json = {"role": "assistant", "content": text or None}
    if calls:
        message["tool_calls"] = [
            {"id": call_id, "type": "function", "function": {"name": name, "arguments": arguments}}
            for call_id, name, arguments in calls
        ]
    elif not text:
        message["content"] = ""
    return message
