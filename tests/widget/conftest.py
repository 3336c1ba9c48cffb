"""A shop with the widget's script build, and a browser in front of it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.widget.gateway import Gateway
from tests.widget.pages import DESKTOP
from tests.widget.shop import SCRIPTS, Shop

# As patient with what is expected as with what is done.
expect.set_options(timeout=10_000)


@pytest.fixture(scope="session", autouse=True)
def build() -> None:
    if not (SCRIPTS / "agentpay-widget.js").is_file():
        pytest.exit(f"There is no script build in {SCRIPTS}: run `npm run build` there.", 1)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        one = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield one
        one.close()


@pytest.fixture
def shop() -> Iterator[Shop]:
    one = Shop()
    one.start()
    yield one
    one.stop()


@pytest.fixture
def gateway(shop: Shop) -> Iterator[Gateway]:
    one = Gateway(shop.conversation, shop.api)
    one.start()
    yield one
    one.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A shopper's browser, of a desktop's size; what throws in its pages fails the test."""
    one = browser.new_context(viewport=DESKTOP)  # type: ignore[arg-type]
    one.set_default_timeout(10_000)
    wrong: list[str] = []
    one.on("weberror", lambda error: wrong.append(str(error.error)))
    yield one
    one.close()
    assert wrong == []
