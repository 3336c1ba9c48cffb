"""What an OpenAI-compatible server answers: the chunks of its stream put together to a reply of ours."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, assert_never

from agentpay_plugin.language.distrust import arguments_of, readable
from agentpay_plugin.language.model import FromModel, Reply, Stop, ToolCall, Usage
from agentpay_plugin.language.openai_request import said_by_model

Json = dict[str, Any]


class _Reason(StrEnum):
    STOP = "stop"
    TOOL_CALLS = "tool_calls"
    FUNCTION_CALL = "function_call"
    LENGTH = "length"
    CONTENT_FILTER = "content_filter"


@dataclass(slots=True)
class _Call:
    id: str
    name: str = ""
    arguments: str = ""


class Draft:
    """A reply as far as it was heard. `sent`: the bytes of the request, for servers that count no tokens.

    Raises ValueError, TypeError, LookupError or AttributeError for chunks that are none of the API's.
    """

    def __init__(self, sent: int) -> None:
        self._sent = sent
        self._received = 0
        self._text: list[str] = []
        self._calls: list[_Call] = []
        self._at: dict[int, _Call] = {}
        self._refused = False
        self._reason = ""
        self._usage: Json | None = None

    @property
    def is_whole(self) -> bool:
        return bool(self._reason)

    def take(self, chunk: Json) -> str:
        """Take the next chunk; return the prose in it."""
        self._usage = chunk.get("usage") or self._usage
        for choice in chunk.get("choices") or ():
            self._reason = choice.get("finish_reason") or self._reason
            delta = choice.get("delta") or {}
            self._refused = self._refused or bool(delta.get("refusal"))
            for fragment in delta.get("tool_calls") or ():
                self._add(fragment)
            if text := delta.get("content"):
                piece = readable(text)
                self._text.append(piece)
                self._received += len(piece.encode())
                return piece
        return ""

    def reply(self) -> Reply:
        """Return the whole reply."""
        stop = self._stop()
        calls = tuple(self._call(one, stop) for one in self._calls)
        said = [
            (call.id, call.name, one.arguments if call.arguments else "{}")
            for call, one in zip(calls, self._calls, strict=True)
        ]
        text = "".join(self._text)
        return Reply(FromModel(text, calls, said_by_model(text, said)), stop, self._counted())

    def stopped(self) -> Reply:
        """Return what was heard of a reply that was stopped: its prose, and no call. What it cost is an estimate."""
        return Reply(FromModel("".join(self._text)), Stop.STOPPED, self._counted())

    def _add(self, fragment: Json) -> None:
        """Add a piece of a call. Servers differ: some give no index, some one index to all of the calls, some no id."""
        given_id, index = fragment.get("id") or "", fragment.get("index")
        last = self._calls[-1] if self._calls else None
        known = last if index is None else self._at.get(index)
        if known is None or (given_id and given_id != known.id):
            known = _Call(given_id or f"call_{len(self._calls)}")
            self._calls.append(known)
        if index is not None:
            self._at[index] = known
        function = fragment.get("function") or {}
        known.name = known.name or function.get("name") or ""
        known.arguments += function.get("arguments") or ""
        self._received += len(str(function).encode("utf-8", "replace"))

    def _call(self, one: _Call, stop: Stop) -> ToolCall:
        """A reply that was cut has cut its last call, even where what is there reads as an object."""
        is_cut = stop is Stop.LENGTH and one is self._calls[-1]
        return ToolCall(one.id, one.name, None if is_cut else arguments_of(one.arguments))

    def _counted(self) -> Usage:
        """Return the tokens; where the server tells none, an estimate from above: two bytes for each."""
        if self._usage is None:
            return Usage(-(-self._sent // 2), -(-self._received // 2))
        details = self._usage.get("prompt_tokens_details") or {}
        read, written = (
            max(int(details.get(name) or 0), 0) for name in ("cached_tokens", "cache_write_tokens")
        )
        sent = max(int(self._usage.get("prompt_tokens") or 0) - read - written, 0)
        return Usage(sent, max(int(self._usage.get("completion_tokens") or 0), 0), read, written)

    def _stop(self) -> Stop:
        if self._refused:
            return Stop.REFUSED
        try:
            reason = _Reason(self._reason)
        except ValueError:
            return Stop.LENGTH  # a new one: nothing says that the reply is whole
        match reason:
            case _Reason.STOP | _Reason.TOOL_CALLS | _Reason.FUNCTION_CALL:
                return Stop.TOOLS if self._calls else Stop.DONE
            case _Reason.LENGTH:
                return Stop.LENGTH
            case _Reason.CONTENT_FILTER:
                return Stop.REFUSED
            case _:
                assert_never(reason)
