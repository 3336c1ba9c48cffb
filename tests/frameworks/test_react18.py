"""The package in React 18's development build, in strict mode: every effect runs twice."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from tests.frameworks.visiting import Calls


@pytest.fixture
def address(react18_shop: str, chat_server: dict[str, str]) -> str:
    where = {"api": chat_server["SHOP_API_URL"], "socket": chat_server["SHOP_SOCKET_URL"]}
    return f"{react18_shop}/products/essential-tee?{urlencode(where)}"


def test_begins_and_counts_once(address: str, page: Page, calls: Calls) -> None:
    page.goto(address)
    page.get_by_test_id("chat-button").click()
    expect(page.locator(".message")).not_to_have_count(0)

    page.reload()

    expect(page.locator(".message")).not_to_have_count(0)
    assert page.locator("[data-agentpay-chat]").count() == 1
    assert (len(calls.of("chatVisit")), len(calls.of("chatStart"))) == (1, 1)


def test_page_that_changes_is_read_again(address: str, page: Page) -> None:
    page.goto(address)
    page.get_by_test_id("chat-button").click()
    expect(page.get_by_test_id("product")).to_have_text("essential-tee")

    page.get_by_role("button", name="mug").click()

    expect(page.get_by_test_id("product")).to_have_text("camp-mug")
    expect(
        page.get_by_test_id("chat-widget").get_by_role("button", name="camp-mug")
    ).to_be_visible()


def test_nothing_is_left_when_it_goes(address: str, page: Page, calls: Calls) -> None:
    page.goto(address)
    page.get_by_test_id("chat-button").click()
    expect(page.locator(".message")).not_to_have_count(0)

    page.get_by_role("button", name="unmount").click()

    expect(page.locator("[data-agentpay-chat]")).to_have_count(0)
    before = len(calls.all)
    page.context.set_offline(True)
    page.context.set_offline(False)
    page.wait_for_load_state("networkidle")
    assert len(calls.all) == before
    page.get_by_role("button", name="unmount").click()
    expect(page.get_by_test_id("chat-widget")).to_be_visible()
    assert len(calls.of("chatStart")) == 1
