"""What Claude answers: the events of its stream put together to a reply of ours. Knows no SDK.

The SDK's own putting together is not used: it ends a reply whose arguments are no JSON, and takes cut ones for whole.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, assert_never

from agentpay_plugin.language.distrust import arguments_of, readable
from agentpay_plugin.language.model import FromModel, Reply, Stop, ToolCall, Usage

Json = dict[str, Any]

_COUNTED = (
    "input_tokens",
    "output_tokens",
    "cache_read_input_tokens",
    "cache_creation_input_tokens",
)


class _Reason(StrEnum):
    END_TURN = "end_turn"
    STOP_SEQUENCE = "stop_sequence"
    TOOL_USE = "tool_use"
    MAX_TOKENS = "max_tokens"
    WINDOW = "model_context_window_exceeded"
    PAUSE_TURN = "pause_turn"
    REFUSAL = "refusal"


class Draft:
    """A reply as far as it was heard. Raises ValueError, TypeError or LookupError for events that are none of the API's."""

    def __init__(self) -> None:
        self.is_whole = False
        self._blocks: dict[int, Json] = {}
        self._inputs: dict[int, str] = {}
        self._ended: set[int] = set()
        self._reason = ""
        self._counts: dict[str, int] = {}
        self._size = 0  # bytes of what was received

    def take(self, event: Json) -> str:
        """Take the next event; return the prose in it. A kind of event that is unknown is passed over."""
        match event["type"]:
            case "message_start":
                self._count(event["message"]["usage"])
            case "content_block_start":
                self._blocks[event["index"]] = dict(event["content_block"])
            case "content_block_delta":
                return self._add(event["index"], event["delta"])
            case "content_block_stop":
                self._ended.add(event["index"])
            case "message_delta":
                self._reason = str(event["delta"]["stop_reason"])
                self._count(event["usage"])
            case "message_stop":
                self.is_whole = bool(self._reason)
        return ""

    def reply(self) -> Reply:
        """Return the whole reply."""
        calls = tuple(self._call(at) for at in self._of("tool_use"))
        return Reply(FromModel(self._text(), calls, self._raw()), self._stop(calls), self._usage())

    def stopped(self) -> Reply:
        """Return what was heard of a reply that was stopped: its prose, and no call. What it cost is an estimate
        from above, since Claude counts what it wrote only at the end."""
        usage = self._usage()
        received = max(usage.received, -(-self._size // 2))
        estimate = Usage(usage.sent, received, usage.read, usage.written)
        return Reply(FromModel(self._text()), Stop.STOPPED, estimate)

    def _add(self, at: int, delta: Json) -> str:
        block = self._blocks[at]
        match delta["type"]:
            case "text_delta":
                piece = readable(delta["text"])
                block["text"] += piece
                self._size += len(piece.encode())
                return piece
            case "input_json_delta":
                self._inputs[at] = self._inputs.get(at, "") + delta["partial_json"]
                self._size += len(delta["partial_json"].encode("utf-8", "replace"))
            case "thinking_delta":
                block["thinking"] += delta["thinking"]
                self._size += len(delta["thinking"].encode("utf-8", "replace"))
            case "signature_delta":
                block["signature"] = delta["signature"]
        return ""

    def _count(self, usage: Json) -> None:
        """Counts are totals; one that is left out stands as it was."""
        for name in _COUNTED:
            if (count := usage.get(name)) is not None:
                self._counts[name] = max(int(count), 0)

    def _usage(self) -> Usage:
        return Usage(*(self._counts.get(name, 0) for name in _COUNTED))

    def _of(self, kind: str) -> list[int]:
        return [at for at in sorted(self._blocks) if self._blocks[at]["type"] == kind]

    def _text(self) -> str:
        return "".join(self._blocks[at]["text"] for at in self._of("text"))

    def _call(self, at: int) -> ToolCall:
        block = self._blocks[at]
        whole = at in self._ended
        given = arguments_of(self._inputs.get(at, "")) if whole else None
        return ToolCall(str(block["id"]), str(block["name"]), given)

    def _raw(self) -> list[Json]:
        """Return the content as Claude takes it back: no empty text, and arguments that are an object."""
        content = []
        for at in sorted(self._blocks):
            block = self._blocks[at]
            if block["type"] == "tool_use":
                block = block | {"input": dict(self._call(at).arguments or {})}
            if block["type"] != "text" or block["text"].strip():
                content.append(block)
        return content

    def _stop(self, calls: tuple[ToolCall, ...]) -> Stop:
        try:
            reason = _Reason(self._reason)
        except ValueError:
            return Stop.LENGTH  # a new one: nothing says that the reply is whole
        match reason:
            case _Reason.END_TURN | _Reason.STOP_SEQUENCE | _Reason.TOOL_USE:
                return Stop.TOOLS if calls else Stop.DONE
            case _Reason.MAX_TOKENS | _Reason.WINDOW:
                return Stop.LENGTH
            case _Reason.PAUSE_TURN:
                return (
                    Stop.LENGTH
                )  # only tools that run at Claude pause a turn, and it was offered none
            case _Reason.REFUSAL:
                return Stop.REFUSED
            case _:
                assert_never(reason)
