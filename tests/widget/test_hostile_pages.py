"""The widget looks the same on a page that does everything to spoil it, and does nothing to the page."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from tests.widget import pictures
from tests.widget.conversation import Conversation, echo
from tests.widget.moments import say
from tests.widget.pages import DESKTOP, PHONE, WORDS, calm, launcher, page_html, panel_of, plain
from tests.widget.recorded import recorded
from tests.widget.shop import Page as ShopPage
from tests.widget.shop import Shop

WHITE = "<style>html{background:#fff}</style>"
STYLES = {
    "unset": "* { all: unset !important }",
    "giant": "html { font-size: 40px } body, * { font: 700 44px/2 serif !important; letter-spacing: 1em; text-transform: uppercase }",
    "hidden": "div, section, aside { display: none !important } [data-agentpay-chat] { visibility: hidden; opacity: 0; width: 0; overflow: hidden }",
    "moved": "body { transform: translate(80px, 60px) scale(0.6); filter: invert(1); overflow: hidden; height: 40px; perspective: 100px; contain: paint }",
    "elements": "button, a, input, textarea, svg, p, h2, ul, li, span { all: revert; background: red !important; padding: 30px !important; margin: 20px; transform: rotate(3deg); border: 9px dotted lime !important }",
    "below": "body { position: relative; z-index: 2147483647 } html { direction: rtl; writing-mode: vertical-rl } * { color: red; cursor: none; user-select: none; pointer-events: none }",
}
GLOBALS = """<script>
  Array.prototype.evil = function () { throw new Error('called') };
  Array.prototype.last = () => 'x';
  String.prototype.trimLeft = null;
  Object.defineProperty(Array.prototype, 'enumerable', {value: 1, enumerable: true});
  window.$ = window._ = window.React = window.preact = window.process = {};
  window.module = {}; window.exports = {}; window.require = () => { throw new Error('required') };
  window.define = Object.assign(() => { throw new Error('defined') }, {amd: true});
  const real = window.fetch;
  window.fetch = (...given) => real(...given).then((answer) => answer);
</script>"""
POLICY = (
    "default-src 'none'; script-src {api}; connect-src {api} ws://127.0.0.1:*; img-src {api};"
    " require-trusted-types-for 'script'; trusted-types 'none'"
)
TOLERANCE = 0.002


def at(page: Page, shop: Shop, html: str, headers: dict[str, str], state: str) -> list[Any]:
    """Open a page and the panel; returns pictures of the button and of the whole with the panel."""
    shop.conversation = Conversation(recorded(state), echo)
    shop.pages["/"] = ShopPage(html, headers)
    page.goto(shop.url)
    launcher(page).wait_for()
    page.evaluate("() => new Promise(requestAnimationFrame)")
    button = pictures.shot(page)
    launcher(page).click()
    panel_of(page).locator("img").first.wait_for(state="attached")
    page.wait_for_function(
        """() => [...document.querySelector('[data-agentpay-chat]').shadowRoot.querySelectorAll('img')]
            .every((one) => one.complete)"""
    )
    page.mouse.move(1, 1)
    calm(page)
    # The rest of the picture is the page's, which may look as it likes.
    corner = (button.width - 120, button.height - 120, button.width, button.height)
    return [button.crop(corner), pictures.shot(page)]


@pytest.mark.parametrize(
    ("size", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")], ids=["desktop-light", "phone-dark"]
)
def test_looks_the_same(browser: Browser, shop: Shop, size: dict[str, int], scheme: str) -> None:
    pages = {
        name: page_html(shop, head=f"{WHITE}<style>{style}</style>", body="<main></main>")
        for name, style in {"plain": "", **STYLES}.items()
    }
    pages["globals"] = page_html(shop, head=WHITE + GLOBALS, body="<main></main>")
    pages["policy"] = page_html(shop, body="<main></main>")
    seen = {}
    for name, html in pages.items():
        policy = {"Content-Security-Policy": POLICY.format(api=shop.api)}
        with browser.new_context(viewport=size, color_scheme=scheme) as context:  # type: ignore[arg-type]
            given = policy if name == "policy" else {}
            seen[name] = at(context.new_page(), shop, html, given, "variants")

    found = {
        name: [
            round(pictures.difference(*pair), 4) for pair in zip(seen["plain"], shots, strict=True)
        ]
        for name, shots in seen.items()
    }
    assert {name: shares for name, shares in found.items() if max(shares) > TOLERANCE} == {}


def test_strict_policy_is_kept(context: BrowserContext, shop: Shop) -> None:
    shop.conversation = Conversation(recorded("greeting"), echo)
    policy = {"Content-Security-Policy": POLICY.format(api=shop.api)}
    shop.pages["/"] = ShopPage(page_html(shop), policy)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.add_init_script(
        "window.broken = []; addEventListener('securitypolicyviolation', (e) => broken.push(e.violatedDirective + ' ' + e.blockedURI))"
    )

    page.goto(shop.url)
    launcher(page).click()
    say(page, "Hello")
    expect(panel_of(page)).to_contain_text("You said: Hello")

    # The page's own icon is forbidden, too: it is not the widget's.
    assert [one for one in page.evaluate("broken") if "tee.svg" not in one] == []
    assert [one for one in said if "tee.svg" not in one] == []


def test_a_page_pays_for_the_loader_and_one_call_alone(context: BrowserContext, shop: Shop) -> None:
    page = context.new_page()
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.add_init_script(
        """window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({value}) => value)))
           .observe({type: 'layout-shift', buffered: true})"""
    )

    page.goto(plain(shop), wait_until="networkidle")
    page.mouse.wheel(0, 400)
    page.wait_for_timeout(300)

    assert shop.fetched == ["agentpay-widget.js"]
    assert [name for name, _ in shop.calls] == ["chatVisit"]
    launcher(page).click()
    panel_of(page).locator("[data-sequence='1']").wait_for()
    assert page.evaluate("shifts") == []
    hosts = {request.url.split("/")[2] for request in asked}
    assert hosts == {f"127.0.0.1:{shop.page_port}", f"127.0.0.1:{shop.api_port}"}


def test_nothing_global_but_its_name(context: BrowserContext, shop: Shop) -> None:
    shop.pages["/bare"] = ShopPage("<!doctype html><title>Bare</title>")
    page = context.new_page()
    names = "() => Object.getOwnPropertyNames(window)"
    page.goto(f"{shop.url}/bare")
    before = set(page.evaluate(names))

    page.goto(plain(shop, head=""))
    launcher(page).click()
    panel_of(page).locator("[data-sequence='1']").wait_for()

    assert set(page.evaluate(names)) - before == {"AgentPayChat"}


def test_held_out_visitor_is_shown_nothing(context: BrowserContext, shop: Shop) -> None:
    page = context.new_page()

    page.goto(plain(shop, experiment_share="1"), wait_until="networkidle")
    page.evaluate("() => { AgentPayChat.open(); AgentPayChat.send('hi'); }")
    page.wait_for_timeout(200)

    assert page.locator("[data-agentpay-chat]").count() == 0
    assert shop.fetched == ["agentpay-widget.js"]
    assert [(name, given["arm"]) for name, given in shop.calls] == [("chatVisit", "holdout")]


def test_visitor_keeps_the_arm_that_was_told_first(context: BrowserContext, shop: Shop) -> None:
    page = context.new_page()
    for _ in range(3):
        page.goto(plain(shop, experiment_share="0.5"), wait_until="networkidle")
    arms = {given["arm"] for name, given in shop.calls if name == "chatVisit"}

    assert len(arms) == 1
    assert page.locator("[data-agentpay-chat]").count() == (0 if arms == {"holdout"} else 1)


def test_shop_that_replaces_its_body_keeps_the_chat(context: BrowserContext, shop: Shop) -> None:
    page = context.new_page()
    page.goto(plain(shop))
    launcher(page).click()
    panel_of(page).locator("[data-sequence='1']").wait_for()

    page.evaluate(
        "(words) => { const body = document.createElement('body'); body.innerHTML = words; document.body.replaceWith(body); }",
        WORDS,
    )

    expect(panel_of(page).locator("[data-sequence='1']")).to_be_visible()


def test_a_file_that_did_not_come_is_fetched_at_the_next_press(
    context: BrowserContext, shop: Shop
) -> None:
    page = context.new_page()
    page.goto(plain(shop))
    launcher(page).wait_for()
    page.route("**/panel-*.js*", lambda route: route.abort())
    launcher(page).click()
    expect(launcher(page)).to_have_attribute("aria-busy", "false")
    page.unroute("**/panel-*.js*")

    launcher(page).click()

    panel_of(page).locator("[data-sequence='1']").wait_for()
