"""The demo's pages themselves, and the widget's files as they are served."""

from __future__ import annotations

import re

import requests
from playwright.sync_api import BrowserContext, Route, expect

from tests.demo.demo import Demo

WIDGET = "/plugins/global/agentpay-gateway/widget/"


def test_every_page_stands_and_shows_its_pictures(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/")
    addresses = page.locator("a.tile").evaluate_all("links => links.map(link => link.href)")
    assert len(addresses) >= 40

    for language in ("default-channel/en", "brazil/pt-BR", "default-channel/es"):
        page.goto(f"/{language}/")
        for image in page.locator(".tile img").all():
            image.scroll_into_view_if_needed()
            expect(image).not_to_have_js_property("naturalWidth", 0)
    for address in addresses[:3]:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_list_means_no_product(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/default-channel/en/")

    page.get_by_test_id("chat-button").click()

    panel = page.get_by_test_id("chat-widget")
    expect(panel.locator(".message")).to_have_count(1)
    assert panel.locator(".card.product").count() == 0


def test_privacy_is_told_of_before_the_first_word(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/brazil/pt-BR/camp-mug/")
    page.get_by_test_id("chat-button").click()

    with context.expect_page() as coming:
        page.get_by_role("link", name="Política de privacidade").click()

    expect(coming.value.get_by_role("heading", level=1)).to_have_text("Privacidade")
    assert coming.value.url.endswith("/brazil/pt-BR/privacy/")


def test_chat_goes_over_to_the_language_of_its_shopper(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/default-channel/en/camp-mug/")
    page.get_by_test_id("chat-button").click()
    panel = page.get_by_test_id("chat-widget")
    expect(panel.get_by_role("heading", name="Shop assistant")).to_be_visible()

    page.get_by_test_id("chat-input").fill("hola, ¿cuánto cuesta esta taza?")
    page.keyboard.press("Enter")

    expect(panel.locator(".message").last).to_contain_text("Taza Esmaltada")
    expect(panel.get_by_role("heading", name="Asistente de la tienda")).to_be_visible()
    page.reload()
    expect(panel.get_by_role("heading", name="Asistente de la tienda")).to_be_visible()


def test_button_pressed_before_the_widget_is_there_opens_it_then(context: BrowserContext) -> None:
    page = context.new_page()
    held: list[Route] = []
    page.route("**/agentpay-widget.js", lambda route: held.append(route))
    page.goto("/default-channel/en/camp-mug/", wait_until="domcontentloaded")
    page.locator("[data-open-chat]").click()
    assert page.get_by_test_id("chat-widget").count() == 0

    held[0].continue_()

    expect(page.get_by_test_id("chat-input")).to_be_focused()


def test_graphiql_answers(context: BrowserContext) -> None:
    page = context.new_page()

    page.goto("/graphql/")

    expect(page.locator("#graphiql")).to_be_visible()


def test_page_runs_nothing_but_its_own(demo: Demo) -> None:
    policy = demo.page("/default-channel/en/camp-mug/").headers["Content-Security-Policy"]

    assert policy == (
        f"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' {demo.url};"
        f" connect-src 'self' ws://127.0.0.1:{demo.port}; form-action 'self'; base-uri 'none';"
        " frame-ancestors 'none'; require-trusted-types-for 'script'"
    )


def test_widget_is_served_with_what_it_fetches(demo: Demo) -> None:
    loader = demo.page(f"{WIDGET}agentpay-widget.js")
    names = re.findall(r"\./([A-Za-z-]+-[\w-]{8}\.js)", loader.text)

    assert sorted(name[:-12] for name in names) == ["en", "es", "panel", "pt-BR"]
    for name in names:
        file = demo.page(f"{WIDGET}{name}")
        assert (file.status_code, file.headers["Content-Type"]) == (
            200,
            "text/javascript; charset=utf-8",
        )
        assert file.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert file.headers["Content-Encoding"] == "gzip"


def test_widget_that_is_known_is_not_sent_again(demo: Demo) -> None:
    address = f"{demo.url}{WIDGET}agentpay-widget.js"
    etag = requests.get(address, timeout=30).headers["ETag"]

    again = requests.get(address, headers={"If-None-Match": etag}, timeout=30)

    assert (again.status_code, again.content) == (304, b"")
    assert requests.post(address, timeout=30).status_code == 405
    assert demo.page(f"{WIDGET}%2e%2e/package.json").status_code == 404
