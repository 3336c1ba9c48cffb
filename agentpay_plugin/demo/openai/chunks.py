"""The chunks of OpenAI's streams, in their order."""

from __future__ import annotations

import json
from collections.abc import Generator
from typing import Any

from agentpay_plugin.demo.openai.problems import error
from agentpay_plugin.demo.speakers.script import Answer, Call, Counts, Ending, Happening, Say, Think
from agentpay_plugin.demo.speakers.speaker import Speaker

Json = dict[str, Any]

_PING = b": keep-alive\n\n"
_REASONS = {
    Ending.LENGTH: "length",
    Ending.WINDOW: "length",
    Ending.REFUSAL: "content_filter",
    Ending.PAUSE: "paused",
    Ending.NEW: "budget_reached",
}


def stream(
    like: Speaker, answer: Answer, model: str, counts: Counts | None, number: int
) -> Generator[bytes]:
    """Yield the chunks of an answer, as its script says. Without `counts` no tokens are told."""

    def chunk(
        delta: Json | None = None, reason: str | None = None, usage: Json | None = None
    ) -> bytes:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": reason}
        return _data(
            {
                "id": f"chatcmpl-{number:04}",
                "object": "chat.completion.chunk",
                "created": 1796000000,
                "model": model,
                "choices": [] if delta is None else [choice],
                "usage": usage,
            }
        )

    yield chunk({"role": "assistant", "content": "", "refusal": None})
    yield _PING
    calls = 0
    for step in answer.steps:
        match step:
            case Say():
                for piece in step.pieces:
                    yield chunk({"content": piece})
            case Think():
                yield chunk({"reasoning_content": step.text})
            case Call():
                for fragment in _fragments(step, calls, f"call_{number:04}_{calls}"):
                    yield chunk({"tool_calls": [fragment]})
                calls += 1
            case Happening():
                yield from like.befall(step, _PING, _data(error(503, "Overloaded", "overloaded")))
                if step is Happening.ERROR:
                    return
    yield chunk({}, _reason(answer))
    if counts:
        yield chunk(usage=_usage(counts))
    yield b"data: [DONE]\n\n"


def _fragments(step: Call, index: int, call_id: str) -> Generator[Json]:
    """Name and id come first, then the arguments in pieces."""
    first = {"name": step.name, "arguments": ""}
    yield {"index": index, "id": call_id, "type": "function", "function": first}
    middle = len(step.arguments) // 2
    for part in (step.arguments[:middle], step.arguments[middle:]):
        yield {"index": index, "function": {"arguments": part}}


def _reason(answer: Answer) -> str:
    if answer.ending is not None:
        return _REASONS[answer.ending]
    return "tool_calls" if answer.has_calls else "stop"


def _usage(counts: Counts) -> Json:
    sent = counts.sent + counts.read + counts.written
    return {
        "prompt_tokens": sent,
        "completion_tokens": counts.received,
        "total_tokens": sent + counts.received,
        "prompt_tokens_details": {
            "cached_tokens": counts.read,
            "cache_write_tokens": counts.written,
        },
    }


def _data(value: Json) -> bytes:
    return f"data: {json.dumps(value)}\n\n".encode()
