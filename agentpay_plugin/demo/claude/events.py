"""The events of Claude's streams, in their order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator
from typing import Any

from agentpay_plugin.demo.claude.problems import error
from agentpay_plugin.demo.speakers.script import Answer, Call, Counts, Ending, Happening, Say, Think
from agentpay_plugin.demo.speakers.speaker import Speaker

Json = dict[str, Any]

_PING = b'event: ping\ndata: {"type": "ping"}\n\n'
_REASONS = {
    Ending.LENGTH: "max_tokens",
    Ending.REFUSAL: "refusal",
    Ending.PAUSE: "pause_turn",
    Ending.WINDOW: "model_context_window_exceeded",
    Ending.NEW: "budget_reached",
}


def stream(
    like: Speaker, answer: Answer, model: str, counts: Counts, number: int
) -> Generator[bytes]:
    """Yield the events of an answer, as its script says."""
    yield _event("message_start", message=_message(model, counts, number))
    yield _PING
    at = 0
    for step in answer.steps:
        match step:
            case Say():
                yield from _prose(at, step)
            case Think():
                yield from _thought(at, step)
            case Call():
                yield from _call(at, step, f"toolu_{number:04}_{at}")
            case Happening():
                yield from like.befall(step, _PING, _event("error", **_overloaded()))
                if step is Happening.ERROR:
                    return
        at += not isinstance(step, Happening)
    delta = {"stop_reason": _reason(answer), "stop_sequence": None}
    yield _event("message_delta", delta=delta, usage={"output_tokens": counts.received})
    yield _event("message_stop")


def signature(thinking: str) -> str:
    return hashlib.sha256(thinking.encode()).hexdigest()


def _reason(answer: Answer) -> str:
    if answer.ending is not None:
        return _REASONS[answer.ending]
    return "tool_use" if answer.has_calls else "end_turn"


def _message(model: str, counts: Counts, number: int) -> Json:
    return {
        "id": f"msg_{number:04}",
        "type": "message",
        "role": "assistant",
        "model": model,
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "usage": {
            "input_tokens": counts.sent,
            "cache_creation_input_tokens": counts.written,
            "cache_read_input_tokens": counts.read,
            "output_tokens": 1,
            "service_tier": "standard",
        },
    }


def _prose(at: int, step: Say) -> Generator[bytes]:
    yield _begin(at, {"type": "text", "text": ""})
    for piece in step.pieces:
        yield _delta(at, {"type": "text_delta", "text": piece})
    yield _event("content_block_stop", index=at)


def _thought(at: int, step: Think) -> Generator[bytes]:
    yield _begin(at, {"type": "thinking", "thinking": "", "signature": ""})
    yield _delta(at, {"type": "thinking_delta", "thinking": step.text})
    yield _delta(at, {"type": "signature_delta", "signature": signature(step.text)})
    yield _event("content_block_stop", index=at)


def _call(at: int, step: Call, call_id: str) -> Generator[bytes]:
    yield _begin(at, {"type": "tool_use", "id": call_id, "name": step.name, "input": {}})
    middle = len(step.arguments) // 2
    for part in ("", step.arguments[:middle], step.arguments[middle:]):
        yield _delta(at, {"type": "input_json_delta", "partial_json": part})
    if not step.is_cut:
        yield _event("content_block_stop", index=at)


def _begin(at: int, block: Json) -> bytes:
    return _event("content_block_start", index=at, content_block=block)


def _delta(at: int, delta: Json) -> bytes:
    return _event("content_block_delta", index=at, delta=delta)


def _overloaded() -> Json:
    return {name: each for name, each in error(529, "Overloaded").items() if name != "type"}


def _event(kind: str, **rest: Any) -> bytes:
    return f"event: {kind}\ndata: {json.dumps({'type': kind, **rest})}\n\n".encode()
