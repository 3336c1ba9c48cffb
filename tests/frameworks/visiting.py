"""A visitor of a shop, and what the browser asks of the chat's server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

# The browser says so of a chat that goes while its socket is still being opened.
_CLOSED_EARLY = "WebSocket is closed before the connection is established"


@contextmanager
def visiting(browser: Browser, **given: Any) -> Iterator[BrowserContext]:
    """Open a browser; whatever its pages complain of fails the test, warnings of React too."""
    context = browser.new_context(**given)
    context.set_default_timeout(20_000)
    wrong: list[str] = []
    context.on("weberror", lambda error: wrong.append(str(error.error)))

    def hear(said: ConsoleMessage) -> None:
        if said.type in ("error", "warning") and _CLOSED_EARLY not in said.text:
            wrong.append(said.text)

    context.on("console", hear)
    yield context
    context.close()
    assert not wrong, wrong


class Calls:
    """What a page has asked of the chat's server since the beginning."""

    def __init__(self, page: Page) -> None:
        self.all: list[tuple[str, dict[str, Any], str | None]] = []
        page.on("request", self._note)

    def _note(self, request: Request) -> None:
        if request.method != "POST" or not request.url.endswith("/graphql/"):
            return
        body = json.loads(request.post_data or "{}")
        name = body["query"].partition("{")[2].partition("(")[0].strip()
        self.all.append((name, body["variables"], request.headers.get("authorization")))

    def of(self, name: str) -> list[dict[str, Any]]:
        return [variables for called, variables, _ in self.all if called == name]

    def customers(self, name: str) -> list[str | None]:
        return [customer for called, _, customer in self.all if called == name]
