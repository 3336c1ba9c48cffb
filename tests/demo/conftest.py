"""A demo that runs, for the tests of a file, and a visitor's browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.demo.demo import Demo
from tests.saleor.client import Shopper

# As patient with what is expected as with what is done.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    one = Demo(tmp_path_factory.mktemp("demo"))
    one.start()
    yield one
    if one.process is not None:
        one.end()


@pytest.fixture
def shopper(demo: Demo) -> Shopper:
    """A shopper who has not said anything yet."""
    return Shopper(shop=demo)  # type: ignore[arg-type] it has the same `graphql`


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        one = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield one
        one.close()


@pytest.fixture
def context(browser: Browser, demo: Demo) -> Iterator[BrowserContext]:
    """A visitor's browser, of a desktop's size."""
    with visiting(browser, demo, viewport={"width": 1280, "height": 860}) as one:
        yield one


@pytest.fixture
def phone(browser: Browser, demo: Demo) -> Iterator[BrowserContext]:
    """A visitor's telephone."""
    size = {"width": 390, "height": 844}
    with visiting(browser, demo, viewport=size, has_touch=True, is_mobile=True) as one:
        yield one


@contextmanager
def visiting(browser: Browser, demo: Demo, **given: Any) -> Iterator[BrowserContext]:
    """Open a browser; whatever goes wrong in its pages fails the test, a forbidden script or style too."""
    one = browser.new_context(base_url=demo.url, **given)
    one.set_default_timeout(20_000)
    wrong: list[str] = []
    one.on("weberror", lambda error: wrong.append(str(error.error)))
    one.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    yield one
    one.close()
    assert wrong == []
