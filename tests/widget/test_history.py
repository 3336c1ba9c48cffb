"""A history of a thousand messages: what is read stays where it is, and what is out of sight is left out."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import BrowserContext, Page

from tests.widget.layout import in_shadow
from tests.widget.pages import PHONE, calm, opened
from tests.widget.shop import Shop

# Scrolls frame by frame until it is at an end; tells how far the row in view moved other than it was scrolled. A few pixels in
# a step of 800 no eye can see: a busy browser rounds so. What is lost or drawn twice moves by a row, of 40 at least.
SCROLL = """async (root, by) => {
  const area = root.querySelector('.scroller');
  const frame = () => new Promise(requestAnimationFrame);
  const jumps = [];
  for (let still = 0; still < 5;) {
    const middle = area.getBoundingClientRect().top + area.clientHeight / 2;
    const row = [...root.querySelectorAll('.message')].findLast((one) => one.getBoundingClientRect().top < middle);
    const [top, before] = [row.getBoundingClientRect().top, area.scrollTop];
    area.scrollTop += by;
    const moved = area.scrollTop - before;
    await frame();
    await frame();
    const jump = Math.round(row.getBoundingClientRect().top - top + moved);
    if (Math.abs(jump) > 4) jumps.push(`${row.dataset.sequence}: ${jump}`);
    still = moved === 0 ? still + 1 : 0;
  }
  return jumps;
}"""
ROWS = "(root) => [...root.querySelectorAll('.message')].map((one) => Number(one.dataset.sequence))"
# Of the rows those that the browser lays out and paints.
DRAWN = "(root) => [...root.querySelectorAll('.message')].filter((one) => one.checkVisibility({contentVisibilityAuto: true})).length"


def scrolled(page: Page, by: int) -> Any:
    return in_shadow(page, SCROLL, by)


def test_nothing_jumps_on_the_way_to_the_beginning_and_back(
    context: BrowserContext, shop: Shop
) -> None:
    page = opened(context, shop, "long")

    assert scrolled(page, -800) == []
    assert in_shadow(page, ROWS) == list(range(1, 1002))
    assert scrolled(page, 800) == []


def test_what_is_out_of_sight_is_left_out(context: BrowserContext, shop: Shop) -> None:
    page = opened(context, shop, "long")

    scrolled(page, -800)
    calm(page)

    assert len(in_shadow(page, ROWS)) == 1001
    assert in_shadow(page, DRAWN) < 200


def test_nothing_jumps_after_the_screen_was_turned(context: BrowserContext, shop: Shop) -> None:
    page = opened(context, shop, "long")
    page.set_viewport_size({"width": PHONE["height"], "height": PHONE["width"]})
    scrolled(page, -800)
    in_shadow(page, "(root) => { root.querySelector('.scroller').scrollTop = 1e6; }")

    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.wait_for_function(
        "() => document.querySelector('[data-agentpay-chat]').shadowRoot.querySelector('.settled')"
    )

    assert scrolled(page, -800) == []
