"""The shops, built once per content, and the demo as the chat's server."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.demo.demo import Demo
from tests.frameworks import shops
from tests.frameworks.visiting import Calls, visiting


@pytest.fixture(scope="session", autouse=True)
def _built() -> None:
    shops.build()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    one = Demo(tmp_path_factory.mktemp("demo"))
    one.start()
    yield one
    one.end()


@pytest.fixture(scope="session")
def chat_server(demo: Demo) -> dict[str, str]:
    """Return what a shop must know to talk to the demo."""
    return {
        "SHOP_API_URL": f"{demo.url}/graphql/",
        "SHOP_SOCKET_URL": f"ws://127.0.0.1:{demo.port}/graphql/",
    }


@pytest.fixture(scope="session")
def next_shop(
    chat_server: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    log = tmp_path_factory.mktemp("next") / "said.txt"
    with shops.next_shop("start", log, **chat_server) as address:
        yield address


@pytest.fixture(scope="session")
def react18_shop() -> Iterator[str]:
    with shops.static_shop(Path(shops.BUILT / "react18" / "dist")) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        one = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield one
        one.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with visiting(browser, viewport={"width": 1280, "height": 860}) as context:
        yield context.new_page()


@pytest.fixture
def calls(page: Page) -> Calls:
    return Calls(page)
