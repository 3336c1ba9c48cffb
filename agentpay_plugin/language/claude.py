"""Claude, by Anthropic's own SDK, which is imported where it is used: it takes a second and 50 MB.

Nobody asks a model in a web process; only the workers pay for that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from agentpay_plugin import __version__
from agentpay_plugin.calling import refuse_open_transaction
from agentpay_plugin.errors import ModelRefused, ModelUnavailable
from agentpay_plugin.language import prices
from agentpay_plugin.language.claude_reply import Draft
from agentpay_plugin.language.claude_request import most_received, parameters
from agentpay_plugin.language.failing import failure, retry_after
from agentpay_plugin.language.model import Reply, Request, Usage
from agentpay_plugin.language.streaming import MOST_BYTES, Line, drawn_up

if TYPE_CHECKING:
    from anthropic import APIStatusError
    from httpx2 import Response

API_BASE = "https://api.anthropic.com"
WHO = "Claude"
INSTALL = "pip install 'agentpay-saleor[claude]'"
Json = dict[str, Any]

# What an error means that comes in the midst of a stream, whose status was 200.
_STATUSES = {
    "invalid_request_error": 400,
    "authentication_error": 401,
    "billing_error": 402,
    "permission_error": 403,
    "not_found_error": 404,
    "request_too_large": 413,
    "rate_limit_error": 429,
    "api_error": 500,
    "timeout_error": 504,
    "overloaded_error": 529,
}


class Claude:
    """A model of Claude's. The key is passed with each call, never set on the SDK."""

    def __init__(self, api_key: str, model: str, base: str = API_BASE) -> None:
        self._key, self._model, self._base = api_key, model, base

    def reply(
        self,
        request: Request,
        on_text: Callable[[str], None],
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> Reply:
        """Return the reply; see model.py."""
        refuse_open_transaction()
        read = partial(self._read, parameters(request, self._model))
        return drawn_up(WHO, Draft(), read, request.seconds, on_text, is_stopped)

    def most_received(self, most_tokens: int) -> int:
        """Return how many tokens a reply may count; see model.py."""
        return most_received(most_tokens, self._model)

    def cost(self, usage: Usage) -> Decimal:
        """Return what a reply cost in US dollars."""
        return prices.price_of(prices.CLAUDE, self._model).of(usage)

    def _read(self, body: Json, line: Line[Json]) -> Iterator[Json]:
        """Yield the events of the stream as JSON; runs in a thread of its own."""
        with _translating():
            import anthropic
            import httpx2

            line.check()  # what nobody waits for any more is not paid for either
            # Redirects are not followed: the key is for this address alone.
            with (
                httpx2.Client(
                    timeout=line.seconds,
                    follow_redirects=False,
                    event_hooks={"response": [_watching(line)]},
                ) as http,
                anthropic.Anthropic(
                    api_key=self._key,
                    base_url=self._base,
                    timeout=line.seconds,
                    max_retries=0,
                    http_client=http,
                    default_headers={"User-Agent": f"AgentPay/{__version__}"},
                    open_telemetry=False,
                ) as client,
                client.messages.create(**body, stream=True) as stream,
            ):
                for event in stream:
                    yield event.to_dict(mode="json")


def _watching(line: Line[Json]) -> Callable[[Response], None]:
    """Return what asks, at whatever comes in, whether somebody still listens, and whether it is not too much."""
    from httpx2 import SyncByteStream

    class Watched(SyncByteStream):
        def __init__(self, stream: SyncByteStream) -> None:
            self._stream = stream

        def __iter__(self) -> Iterator[bytes]:
            size = 0
            for piece in self._stream:
                line.check()
                size += len(piece)
                if size > MOST_BYTES:
                    raise ModelUnavailable(f"{WHO}'s reply has no end")
                yield piece

        def close(self) -> None:
            self._stream.close()

    def watch(response: Response) -> None:
        if isinstance(response.stream, SyncByteStream):
            response.stream = Watched(response.stream)

    return watch


@contextmanager
def _translating() -> Iterator[None]:
    """Raise our errors for those of the SDK, of the connection, and of a stream that is no stream of events."""
    try:
        import anthropic
        import httpx2
    except ImportError as missing:
        raise ModelRefused(f"{missing.name} is not installed: {INSTALL}") from None
    try:
        yield
    except anthropic.APIStatusError as error:
        raise _failure(error) from None
    except (anthropic.AnthropicError, httpx2.HTTPError, ValueError, AttributeError) as error:
        raise ModelUnavailable(f"{WHO} did not answer ({type(error).__name__})") from None


def _failure(error: APIStatusError) -> Exception:
    code = error.type or ""
    status = error.status_code if error.status_code >= 300 else _STATUSES.get(code, 500)
    return failure(WHO, status, code, retry_after(error.response.headers))
