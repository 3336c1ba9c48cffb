"""The shop's API over HTTP: fetches chats, and passes on what is asked of it, as it was asked."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, Self

import httpx

from agentpay_plugin import __version__
from agentpay_plugin.errors import ShopUnavailable

logger = logging.getLogger(__name__)

FETCHES_AT_ONCE = 16
HEALTH_SECONDS = 5.0  # that one look at the shop's health lasts
HEALTH_TIMEOUT = 2.0
PASSED_ON = ("authorization", "accept-language")
PASSED_BACK = ("content-type", "retry-after")


@dataclass(frozen=True, slots=True)
class Answered:
    """What the shop answered, to be passed back."""

    status: int
    body: bytes
    headers: dict[str, str]


class NoAnswer(Exception):  # noqa: N818 a signal
    """The shop did not answer; `status` is the gateway's own: 502 unreachable, 504 too slow."""

    def __init__(self, status: int) -> None:
        super().__init__(f"no answer of the shop: {status}")
        self.status = status


class Saleor:
    """One pool of connections to the shop's GraphQL URL. `chat_query` asks for all there is of a chat.

    An answer may take `seconds`.
    """

    def __init__(self, url: str, chat_query: str, seconds: float) -> None:
        self._url = url
        self._chat_query = chat_query
        # Cookies of one caller must not be sent with another's call.
        no_cookies = CookieJar(policy=DefaultCookiePolicy(allowed_domains=[]))
        self._client = httpx.AsyncClient(
            timeout=httpx.Timeout(seconds, connect=min(3.0, seconds)),
            cookies=no_cookies,
            limits=httpx.Limits(max_connections=200, max_keepalive_connections=50),
            headers={"user-agent": f"agentpay-gateway/{__version__}"},
        )
        self._turnstile = asyncio.Semaphore(FETCHES_AT_ONCE)
        self._has_problem = False
        self._looking = asyncio.Lock()
        self._health: tuple[float, bool] = (float("-inf"), False)

    async def __aenter__(self) -> Self:
        """Open nothing yet."""
        return self

    async def __aexit__(self, *error: object) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def chat(self, token: str, after: int) -> dict[str, Any] | None:
        """Return the API's `chat`; None for a wrong token. Raises ShopUnavailable."""
        async with self._turnstile:
            try:
                answer = await self._asked(self._chat_query, {"token": token, "after": after})
                chat = _chat_of(answer)
            except ShopUnavailable as error:
                self._note(str(error))
                raise
        self._note(None)
        return chat

    async def pass_on(self, body: bytes, headers: Mapping[str, str], ip_address: str) -> Answered:
        """Send a body as it came and return the answer as it came. Raises NoAnswer."""
        passed = {name: headers[name] for name in PASSED_ON if name in headers}
        came_by = [headers["x-forwarded-for"]] if "x-forwarded-for" in headers else []
        passed["x-forwarded-for"] = ", ".join([*came_by, ip_address])
        # The very bytes that came: a header may hold others than ASCII's.
        as_bytes = {name.encode(): value.encode("latin-1") for name, value in passed.items()}
        try:
            answer = await self._post(body, as_bytes)
        except httpx.TimeoutException as error:
            raise NoAnswer(504) from error
        except httpx.HTTPError as error:
            raise NoAnswer(502) from error
        back = {name: answer.headers[name] for name in PASSED_BACK if name in answer.headers}
        return Answered(answer.status_code, answer.content, back)

    async def is_up(self) -> bool:
        """Tell whether the shop's API answers, or did a few seconds ago."""
        async with self._looking:
            looked_at, was_up = self._health
            if time.monotonic() - looked_at < HEALTH_SECONDS:
                return was_up
            try:
                async with asyncio.timeout(HEALTH_TIMEOUT):
                    is_up = "data" in await self._asked("{ __typename }", {})
            except (ShopUnavailable, TimeoutError):
                is_up = False
            self._health = (time.monotonic(), is_up)
            return is_up

    def _note(self, problem: str | None) -> None:
        """Say once what is wrong, such as a wrong address or a shop without the plugin."""
        if problem and not self._has_problem:
            logger.warning("the shop's API gives no chats: %s", problem[:200])
        self._has_problem = problem is not None

    async def _asked(self, query: str, variables: Mapping[str, object]) -> dict[str, Any]:
        body = json.dumps({"query": query, "variables": variables}).encode()
        try:
            answer = await self._post(body, {})
            if not answer.is_success:
                raise ShopUnavailable(f"it answered with status {answer.status_code}")
            told = answer.json()
        except (httpx.HTTPError, ValueError) as error:
            raise ShopUnavailable(type(error).__name__) from error
        if not isinstance(told, dict):
            raise ShopUnavailable("the answer is no GraphQL")
        return told

    async def _post(self, body: bytes, headers: Mapping[bytes, bytes]) -> httpx.Response:
        given = {b"content-type": b"application/json", **headers}
        return await self._client.post(self._url, content=body, headers=given)


def _chat_of(answer: dict[str, Any]) -> dict[str, Any] | None:
    errors, data = answer.get("errors"), answer.get("data")
    if errors or not isinstance(data, dict):
        said = errors[0].get("message") if errors else None
        raise ShopUnavailable(str(said or "the answer has no data"))
    chat: dict[str, Any] | None = data["chat"]
    return chat
