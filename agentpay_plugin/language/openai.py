"""OpenAI, and any server that speaks its Chat Completions API: llama.cpp, vLLM, Ollama and others.

By `requests`, without OpenAI's package: docs/adr/0024.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from http.client import HTTPException
from typing import Any

import requests
from urllib3.exceptions import HTTPError

from agentpay_plugin import __version__
from agentpay_plugin.calling import refuse_open_transaction
from agentpay_plugin.errors import ModelUnavailable
from agentpay_plugin.language import prices
from agentpay_plugin.language.failing import failure, retry_after
from agentpay_plugin.language.model import Reply, Request, Usage
from agentpay_plugin.language.openai_reply import Draft
from agentpay_plugin.language.openai_request import most_received, parameters
from agentpay_plugin.language.sse import data_of
from agentpay_plugin.language.streaming import MOST_BYTES, Line, drawn_up

API_BASE = "https://api.openai.com/v1"
WHO = "The model's server"
_DONE = "[DONE]"
_PIECE = 65_536  # bytes
_FAILURES = (requests.RequestException, HTTPError, HTTPException, OSError, ValueError)

Json = dict[str, Any]


class OpenAI:
    """A model at a server. `base` is what comes before /chat/completions; an own server may need no key."""

    def __init__(self, api_key: str, model: str, base: str = "") -> None:
        self._key, self._model = api_key, model
        self._base = (base or API_BASE).rstrip("/")

    def reply(
        self,
        request: Request,
        on_text: Callable[[str], None],
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> Reply:
        """Return the reply; see model.py."""
        refuse_open_transaction()
        given = parameters(request, self._model, at_openai=self._is_at_openai)
        body = json.dumps(given).encode()
        read = partial(self._read, body)
        return drawn_up(WHO, Draft(len(body)), read, request.seconds, on_text, is_stopped)

    def most_received(self, most_tokens: int) -> int:
        """Return how many tokens a reply may count; see model.py."""
        return most_received(most_tokens, self._model, at_openai=self._is_at_openai)

    def cost(self, usage: Usage) -> Decimal:
        """Return what a reply cost in US dollars."""
        return prices.price_of(prices.OPENAI, self._model).of(usage)

    @property
    def _is_at_openai(self) -> bool:
        return self._base == API_BASE

    def _read(self, body: bytes, line: Line[Json]) -> Iterator[Json]:
        """Yield the chunks of the stream; runs in a thread of its own. Redirects are not followed: the key is for this
        address alone."""
        line.check()  # what nobody waits for any more is not paid for either
        try:
            with requests.post(
                f"{self._base}/chat/completions",
                data=body,
                headers={
                    "Content-Type": "application/json",
                    "Accept": "text/event-stream",
                    "Accept-Encoding": "identity",
                    "User-Agent": f"AgentPay/{__version__}",
                },
                auth=self._let_in,
                stream=True,
                timeout=line.seconds,
                allow_redirects=False,
            ) as response:
                if response.status_code != 200:
                    raise _failure(response, b"".join(_pieces(response, line)))
                yield from _chunks(_pieces(response, line))
        except _FAILURES as error:
            raise ModelUnavailable(f"{WHO} did not answer ({type(error).__name__})") from None

    def _let_in(self, prepared: requests.PreparedRequest) -> requests.PreparedRequest:
        """Show the key; without one show nothing, where `requests` would show a password of a .netrc file."""
        if self._key:
            prepared.headers["Authorization"] = f"Bearer {self._key}"
        return prepared


def _pieces(response: requests.Response, line: Line[Json]) -> Iterator[bytes]:
    """Yield what comes as it comes, while somebody listens."""
    size, read_some = 0, _arriving(response)
    while piece := read_some(_PIECE):
        line.check()
        size += len(piece)
        if size > MOST_BYTES:
            raise ModelUnavailable(f"{WHO}'s reply has no end")
        yield piece


def _arriving(response: requests.Response) -> Callable[[int], bytes]:
    """Return what reads no more than has come.

    urllib3 1.26, which Saleor 3.21 pins, can do that only by the standard library's response beneath its own.
    """
    raw: Any = response.raw
    read_some: Callable[[int], bytes] = raw.read1 if hasattr(raw, "read1") else raw._fp.read1
    return read_some


def _chunks(pieces: Iterator[bytes]) -> Iterator[Json]:
    for data in data_of(pieces):
        if data.strip() == _DONE:
            return
        chunk = json.loads(data)
        if not isinstance(chunk, dict):
            raise ValueError("a chunk is an object")
        if wrong := chunk.get("error"):
            status = wrong.get("code") if isinstance(wrong, dict) else None
            raise failure(WHO, status if isinstance(status, int) else 500, _code(wrong))
        yield chunk


def _failure(response: requests.Response, body: bytes) -> Exception:
    try:
        wrong = json.loads(body)["error"]
    except (ValueError, LookupError, TypeError):
        wrong = None
    return failure(WHO, response.status_code, _code(wrong), retry_after(response.headers))


def _code(wrong: object) -> str:
    """Return the server's word for what is wrong; servers put it into either of two fields."""
    found = (wrong.get("code"), wrong.get("type")) if isinstance(wrong, dict) else ()
    return next((each for each in found if isinstance(each, str)), "")
