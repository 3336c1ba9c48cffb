"""The package in Next.js: app router, React 19, server components, pages that are kept hidden."""

from __future__ import annotations

from pathlib import Path

import pytest
import requests
from playwright.sync_api import Browser, Page, expect

from tests.demo.browsing import ADA, Pointer, opened, quoted
from tests.frameworks import shops
from tests.frameworks.visiting import Calls, visiting


def test_server_draws_nothing_and_the_browser_agrees(
    next_shop: str, page: Page, calls: Calls
) -> None:
    drawn = requests.get(f"{next_shop}/products/camp-mug", timeout=30)
    assert drawn.status_code == 200
    assert "data-agentpay-chat" not in drawn.text

    page.goto(f"{next_shop}/products/camp-mug")

    expect(page.get_by_test_id("chat-button")).to_have_count(1)
    page.wait_for_load_state("networkidle")
    assert [name for name, *_ in calls.all] == ["chatVisit"]


def test_links_keep_the_chat_and_change_its_product(
    next_shop: str, page: Page, calls: Calls
) -> None:
    page.goto(f"{next_shop}/products/essential-tee")
    page.get_by_test_id("chat-button").click()
    expect(page.locator(".message")).not_to_have_count(0)
    messages = page.locator(".message").count()

    page.get_by_role("link", name="Camp Mug").click()
    page.get_by_role("heading", level=1, name="Camp Mug").wait_for()

    chip = page.get_by_test_id("chat-widget").get_by_role("button", name="Camp Mug")
    expect(chip).to_be_visible()
    page.get_by_role("link", name="Shop").click()
    expect(chip).to_be_hidden()
    page.go_back()
    expect(chip).to_be_visible()
    expect(page.locator(".message")).to_have_count(messages)
    assert [start["input"]["product"] for start in calls.of("chatStart")] == [
        {"slug": "essential-tee"}
    ]
    assert len(calls.of("chatVisit")) == 1


def test_page_without_the_chat_has_nothing_of_it_and_the_way_back_has_all(
    next_shop: str, page: Page, calls: Calls
) -> None:
    sockets: list[str] = []
    page.on("websocket", lambda socket: socket.on("close", lambda _: sockets.append("closed")))
    page.goto(f"{next_shop}/products/essential-tee")
    page.get_by_test_id("chat-button").click()
    expect(page.locator(".message")).not_to_have_count(0)

    page.get_by_role("link", name="Bare").click()

    page.get_by_role("heading", name="No chat here").wait_for()
    expect(page.locator("[data-agentpay-chat]")).to_have_count(0)
    before = len(calls.all)
    page.context.set_offline(True)
    page.context.set_offline(False)
    assert sockets == ["closed"]
    assert page.evaluate("document.documentElement.style.overflow") == ""
    assert len(calls.all) == before
    page.go_back()
    expect(page.get_by_test_id("chat-widget")).to_be_visible()
    expect(page.locator(".message")).not_to_have_count(0)
    assert len(calls.of("chatStart")) == 1


def test_server_component_uses_it_as_it_is(next_shop: str, page: Page, calls: Calls) -> None:
    page.goto(f"{next_shop}/direct")

    page.get_by_test_id("chat-button").click()

    expect(page.get_by_test_id("chat-widget")).to_contain_text("Camp Mug")
    assert [start["input"]["product"] for start in calls.of("chatStart")] == [{"slug": "camp-mug"}]


def test_everything_a_storefront_says_and_hears(next_shop: str, page: Page, calls: Calls) -> None:
    def press(name: str) -> None:
        page.get_by_role("button", name=name, exact=True).click()

    page.goto(f"{next_shop}/controls")
    panel, heard = page.get_by_test_id("chat-widget"), page.get_by_test_id("heard")
    for name in ("setLocale", "setProduct", "identify", "attachCheckout"):
        press(name)
    expect(page.get_by_test_id("chat-button")).to_have_accessible_name("Chatea con nosotros")
    press("open")
    expect(panel).to_be_visible()
    expect(page.locator(".message")).not_to_have_count(0)
    visitor = page.get_by_test_id("visitor").inner_text()
    (start,) = calls.of("chatStart")
    assert start["input"] == {
        "channel": "default-channel",
        "locale": "es",
        "product": {"slug": "essential-tee"},
        "pageUrl": f"{next_shop}/controls",
        "visitorId": visitor,
        "checkoutId": "Q2hlY2tvdXQ6MQ==",
    }
    assert calls.customers("chatStart") == ["Bearer a-customers-token"]
    assert [visit["visitorId"] for visit in calls.of("chatVisit")] == [visitor]

    press("close")
    expect(panel).to_be_hidden()
    press("toggle")
    expect(panel).to_be_visible()
    press("send")
    expect(heard).to_contain_text('"text":"Quiero comprar dos en azul M"')
    expect(heard).to_contain_text('cart_changed {"checkoutId":')
    press("reset")
    expect(page.locator(".message.shopper")).to_have_count(0)
    press("unmount")
    expect(page.locator("[data-agentpay-chat]")).to_have_count(0)

    lines = heard.inner_text().splitlines()
    assert [line.split()[0] for line in lines].count("opened") == 2
    assert any(line.startswith("message ") and '"author":"ASSISTANT"' in line for line in lines)


def test_purchase_to_the_receipt(next_shop: str, page: Page, calls: Calls) -> None:
    hand = Pointer(page)
    quoted(hand, f"{next_shop}/products/essential-tee", ADA)

    opened(hand).locator("button[value=pay]").click()

    expect(page.get_by_test_id("receipt")).to_be_visible()
    expect(page.get_by_test_id("paid")).to_contain_text("$")
    assert len(calls.of("chatStart")) == 1
    page.reload()
    expect(page.get_by_test_id("receipt")).to_be_visible()
    expect(page.get_by_test_id("paid")).to_have_count(0)  # told once


@pytest.mark.timeout(300)
def test_strict_mode_begins_and_counts_once(
    chat_server: dict[str, str], browser: Browser, tmp_path: Path
) -> None:
    with (
        shops.next_shop("dev", tmp_path / "said.txt", **chat_server) as address,
        visiting(browser) as context,
    ):
        context.set_default_timeout(60_000)
        page = context.new_page()
        calls = Calls(page)
        page.goto(f"{address}/products/essential-tee")
        page.get_by_test_id("chat-button").click()
        expect(page.locator(".message")).not_to_have_count(0)
        page.reload()
        expect(page.locator(".message")).not_to_have_count(0)

        assert page.locator("[data-agentpay-chat]").count() == 1
        assert (len(calls.of("chatVisit")), len(calls.of("chatStart"))) == (1, 1)
