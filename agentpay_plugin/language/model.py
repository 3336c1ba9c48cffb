"""The port to a language model: one request, one streamed reply. Knows no chat, no shop and no money of a cart.

claude.py and openai.py implement it; the assistant's loop in chat/ is its one caller. It is a model's whole way into
AgentPay: a reply is prose and calls of the tools that the request offered, both to be distrusted by the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Tool:
    """What the model may call. `schema`: a JSON Schema object, strict (all required, nothing additional)."""

    name: str
    description: str
    schema: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A call the model made. `arguments` is None when they were no JSON object; they are not yet checked."""

    id: str
    name: str
    arguments: Mapping[str, object] | None


@dataclass(frozen=True, slots=True)
class ToolResult:
    """What a call brought, as the model is told it. `is_error`: it was refused or could not be done."""

    call_id: str
    content: str
    is_error: bool = False


@dataclass(frozen=True, slots=True)
class FromShopper:
    """What the shopper wrote, and facts about the moment that the caller fenced."""

    text: str


@dataclass(frozen=True, slots=True)
class FromModel:
    """What the model answered earlier. `raw`: the provider's own content of this very run, to be sent back as it was."""

    text: str
    calls: tuple[ToolCall, ...] = ()
    raw: object = None


@dataclass(frozen=True, slots=True)
class FromTools:
    """The results of all calls of the reply before, in their order."""

    results: tuple[ToolResult, ...]


Exchange = FromShopper | FromModel | FromTools


@dataclass(frozen=True, slots=True)
class Request:
    """One call of the model. `system`: the stable part first (cached), then what changes. `most_tokens` are those of what
    it says and calls. `seconds`: the deadline of all of it."""

    system: tuple[str, ...]
    tools: tuple[Tool, ...]
    exchanges: tuple[Exchange, ...]
    most_tokens: int
    seconds: float


class Stop(StrEnum):
    """Why a reply ended."""

    DONE = "done"
    TOOLS = "tools"  # it waits for the results of its calls
    LENGTH = (
        "length"  # cut at the tokens or the window: neither its prose nor its last call is whole
    )
    REFUSED = "refused"  # the model, or its provider's filter, would not answer
    STOPPED = "stopped"  # `is_stopped` said so


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of a reply. `read` came from the cache, `written` went into it; neither counts in `sent`."""

    sent: int = 0
    received: int = 0
    read: int = 0
    written: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole reply."""

    said: FromModel
    stop: Stop
    usage: Usage


class Model(Protocol):
    """A language model at a provider."""

    def reply(
        self,
        request: Request,
        on_text: Callable[[str], None],
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> Reply:
        """Return the reply; `on_text` gets its prose piece by piece as it comes, in this thread.

        Never retries. Raises ModelUnavailable (overload, time-out, cut stream: what was streamed is no whole
        reply) and ModelRefused (keys, model name, malformed request).
        """

    def most_received(self, most_tokens: int) -> int:
        """Return how many tokens a reply to a request for so many may count: where a model thinks, more."""

    def cost(self, usage: Usage) -> Decimal:
        """Return what a reply of this model cost, in US dollars; an unknown model's price is the dearest known."""
