"""Everything is there when there is little room: 320 px wide, 200 % and 400 % zoom, wide spacing, right to left."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.widget import layout, moments, recorded
from tests.widget.gateway import Gateway
from tests.widget.layout import in_shadow
from tests.widget.pages import DESKTOP, PHONE, calm, opened, panel_of
from tests.widget.shop import Shop

# 1280 x 800 at 200 %, 1280 x 1024 at 400 %, an old phone upright.
SMALL = [(640, 400), (320, 256), (320, 568)]
SPACING = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important} p{margin-block-end:2em!important}"
STATES = [
    "greeting", "variants", "variants-list", "search", "cart-trouble", "gift-card", "details-wrong", "delivery",
    "quote-methods", "paying", "pix", "pix-quote", "declined", "receipt", "sent", "streaming", "words", "notices", "consent", "closed",
    "down", "offline",
]  # fmt: skip
MADE = ["choosing", "variant-chosen", "code-field", "details-empty", "restart-asked", "not-sent-yet", "another-product"]  # fmt: skip


@pytest.mark.parametrize("name", [*STATES, *MADE])
def test_fits_where_there_is_little_room(
    context: BrowserContext, shop: Shop, gateway: Gateway, name: str
) -> None:
    page = moments.at(context, shop, gateway, name)

    for width, height in SMALL:
        page.set_viewport_size({"width": width, "height": height})
        calm(page)
        assert layout.misplaced(page) == [], (width, height)
        assert layout.small_targets(page) == []
        room = in_shadow(page, "(root) => root.querySelector('.middle').clientHeight")
        assert room >= 100, (width, height)
    in_shadow(page, "(root, css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); root.adoptedStyleSheets.push(sheet); }", SPACING)  # fmt: skip
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    assert layout.misplaced(page) == [], "wide spacing"


@pytest.mark.parametrize("name", ["search", "variants", "promo", "details-wrong", "delivery", "quote", "paying", "pix", "receipt", "sent", "words"])  # fmt: skip
def test_right_to_left(context: BrowserContext, shop: Shop, name: str) -> None:
    page = opened(context, shop, recorded.recorded(name), locale="ar")

    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        calm(page)
        assert layout.misplaced(page) == []
    expect(panel_of(page)).to_have_attribute("dir", "rtl")
    # What is said by the shopper stands at the end of the line, which is on the left.
    sides = in_shadow(
        page,
        """(root) => [...root.querySelectorAll('.assistant > .bubble')].map((one) => {
             const [a, b] = [one.getBoundingClientRect(), root.querySelector('.track').getBoundingClientRect()];
             return Math.round(b.right - a.right); })""",
    )
    assert set(sides) <= {14}


def test_page_behind_is_still_while_the_panel_fills_the_screen(
    context: BrowserContext, shop: Shop
) -> None:
    page = opened(context, shop)
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.mouse.move(180, 300)
    page.mouse.wheel(0, 400)
    page.wait_for_timeout(100)
    assert page.evaluate("scrollY") == 0

    page.keyboard.press("Escape")
    expect(panel_of(page)).to_be_hidden()

    # The browser gives a wheel that goes on turning to what it first turned: turn until it is asked anew.
    for _ in range(50):
        page.mouse.wheel(0, 400)
        page.wait_for_timeout(100)
        if page.evaluate("scrollY") > 0:
            return
    raise AssertionError("the page stays locked")
