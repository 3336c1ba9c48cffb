"""A visitor of a shop: what the browser asks of the chat's server, and the way to a payment."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request

ADA = {
    "email": "ada@example.com",
    "firstName": "Ada",
    "lastName": "Lovelace",
    "streetAddress1": "1 Main Street",
    "postalCode": "10001",
    "city": "New York",
}


@contextmanager
def visiting(browser: Browser, **given: Any) -> Iterator[BrowserContext]:
    """Open a browser; whatever its pages complain of fails the test, warnings of React too."""
    context = browser.new_context(**given)
    context.set_default_timeout(20_000)
    wrong: list[str] = []
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on(
        "console",
        lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None,
    )
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


def card(page: Page, kind: str) -> Locator:
    """Return the newest card of a kind that can be used."""
    return page.get_by_test_id("chat-widget").locator(f".card.{kind}:not(.past)").last


def quoted(page: Page) -> None:
    """Go from the open panel of a product's page to the quote, by taps."""
    card(page, "product").locator("button.primary").click()
    for group in page.locator(".choice fieldset").all():
        group.locator("label:not(.out)").first.click()
    page.locator(".choice button[type=submit]").click()
    card(page, "cart").locator("button.primary").click()
    form = card(page, "details")
    for name, value in ADA.items():
        form.locator(f"[name={name}]").fill(value)
    form.locator("[name=countryArea]").select_option("NY")
    form.locator("button[type=submit]").click()
    card(page, "delivery").locator("button[type=submit]").click()
    page.get_by_test_id("pay-button").wait_for()


def pay_page(page: Page) -> Page:
    """Confirm the quote and open the provider's page; returns that page."""
    page.get_by_test_id("pay-button").click()
    with page.context.expect_page() as coming:
        page.get_by_test_id("payment-button").click()
    return coming.value
