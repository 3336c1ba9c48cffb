"""The pages that the widget stands on, and how a test opens them."""

from __future__ import annotations

import html
from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page

from tests.widget.conversation import Conversation
from tests.widget.recorded import Recorded, recorded
from tests.widget.shop import Page as ShopPage
from tests.widget.shop import Shop

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 360, "height": 720}
LANGUAGES = ("en", "pt-BR", "es")
STYLE = "body{margin:0;font:16px/1.5 sans-serif}main{padding:2rem;height:150vh}"
WORDS = "<main><h1>Essential Tee</h1><p>A shop's page. <a href='#'>A link</a></p></main>"


def page_html(
    shop: Shop, *, head: str = "", body: str = WORDS, lang: str = "en", **options: Any
) -> str:
    """Return a shop's page with the widget's tag."""
    given = {"api_url": f"{shop.api}/graphql/", "channel": "default-channel", "locale": lang, **options}  # fmt: skip
    data = "".join(
        f' data-{name.replace("_", "-")}="{html.escape(str(value))}"'
        for name, value in given.items()
    )
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Essential Tee</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/tee.svg">'
        f'{head}</head><body>{body}<script async src="{shop.api}/agentpay-widget.js"{data}></script></body></html>'
    )


def plain(shop: Shop, path: str = "/", **options: Any) -> str:
    """Put a plain page at the path; returns its address."""
    options = {"head": f"<style>{STYLE}</style>"} | options
    shop.pages[path] = ShopPage(page_html(shop, **options))
    return f"{shop.url}{path}"


def opened(
    context: BrowserContext,
    shop: Shop,
    state: str | Recorded = "greeting",
    *,
    locale: str = "en",
    **options: Any,
) -> Page:
    """Open the page and the panel in a state; returns when the state is there."""
    told = (
        recorded(state, locale if locale in LANGUAGES else "en")
        if isinstance(state, str)
        else state
    )
    shop.conversation = Conversation(told, shop.conversation.reply)
    if told.get("server") == "closed":
        closed = {"field": None, "code": "CHAT_CLOSED", "message": "The chat is not open at the moment."}  # fmt: skip
        shop.conversation.refusals["chatStart"] = [closed]
    if told.get("server") == "down":
        shop.faults["chatStart"] = ["drop"] * 9
    if told.get("server") == "offline":
        shop.faults["chat"] = ["drop"] * 99
    if told.get("consent"):
        options["consent"] = "true"
    page = context.new_page()
    page.goto(plain(shop, **{"lang": locale} | options))
    launcher(page).click()
    settle(page, told)
    return page


def settle(page: Page, told: Recorded) -> None:
    """Wait for what is seen of a state."""
    panel = panel_of(page)
    panel.wait_for()
    if told.get("consent") or told.get("server") == "closed":
        panel.locator(".consent").wait_for()
    elif told.get("server") == "down":
        panel.locator(".status").wait_for()
    else:
        last = told["chat"]["messages"][-1]["sequence"]
        panel.locator(f"[data-sequence='{last}']").wait_for()
    if told.get("server") == "offline":
        panel.locator(".status").wait_for()


def launcher(page: Page) -> Locator:
    return page.get_by_test_id("chat-button")


def panel_of(page: Page) -> Locator:
    return page.get_by_test_id("chat-widget")


def calm(page: Page) -> None:
    """Let everything that moves come to its end."""
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )
    page.evaluate(
        """() => Promise.all(document.querySelector('[data-agentpay-chat]').shadowRoot.getAnimations()
             .filter(({effect}) => effect.getComputedTiming().iterations !== Infinity)
             .map(one => one.finished.catch(() => undefined)))"""
    )
