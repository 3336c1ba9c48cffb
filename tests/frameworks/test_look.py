"""The package's panel looks as the script's does, also on a page whose styles undo everything."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.frameworks import recorded
from tests.frameworks.shops import BUILT
from tests.frameworks.visiting import visiting

NOW = "2026-11-23T12:00:00Z"
HOSTILE = "* { all: unset !important } html { font-size: 40px !important }"
SCRIPT_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A shop</title>
<link rel="icon" href="data:,"><style>{styles}</style></head><body><h1>A shop</h1>
<script async src="/script/agentpay-widget.js" data-api-url="/graphql/" data-channel="default-channel"
  data-locale="en" data-privacy-url="https://example.com/privacy"></script></body></html>"""
# How many of the pixels differ by more than rounding does; the font's smoothing may differ by a shade.
_DIFFERENT = """async ([one, other]) => {
  const pixels = async (data) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  };
  const [a, b] = [await pixels(one), await pixels(other)];
  if (a.width !== b.width || a.height !== b.height) return 1;
  let different = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    if ([0, 1, 2].some((part) => Math.abs(a.data[at + part] - b.data[at + part]) > 8)) different += 1;
  }
  return different / (a.width * a.height);
}"""


def drawn(browser: Browser, address: str, styles: str, **given: object) -> tuple[bytes, bytes]:
    """Return pictures of the panel, at the newest message and at the oldest."""
    with visiting(browser, device_scale_factor=1, reduced_motion="reduce", **given) as context:
        recorded.serve(context, "ChatQuote")
        context.route(
            "http://script.example/", lambda r: r.fulfill(body=SCRIPT_PAGE.replace("{styles}", styles), content_type="text/html")
        )  # fmt: skip
        context.route(
            "http://script.example/script/*",
            lambda r: r.fulfill(path=BUILT / "script" / Path(r.request.url).name),
        )
        page = context.new_page()
        page.clock.set_fixed_time(NOW)
        page.goto(address)
        page.get_by_test_id("chat-button").click()
        page.get_by_test_id("pay-button").wait_for()
        page.evaluate("document.fonts.ready")
        newest = pictured(page)
        page.locator(".message").first.scroll_into_view_if_needed()
        return newest, pictured(page)


def pictured(page: Page) -> bytes:
    page.mouse.move(1, 1)
    page.evaluate("document.activeElement?.shadowRoot?.activeElement?.blur()")  # the cursor blinks
    return page.get_by_test_id("chat-widget").screenshot(animations="disabled", caret="hide")


@pytest.mark.parametrize("styles", ["", HOSTILE], ids=["plain", "hostile"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_panel_is_the_same(
    next_shop: str, browser: Browser, styles: str, scheme: str, width: int
) -> None:
    given = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    ours = drawn(browser, f"{next_shop}/{'hostile' if styles else ''}", styles, **given)
    scripts = drawn(browser, "http://script.example/", styles, **given)

    for name, picture in zip(("newest", "oldest"), ours, strict=True):
        keep(f"{scheme}-{width}-{'hostile' if styles else 'plain'}-{name}", picture)
    with visiting(browser) as context:
        page = context.new_page()
        for one, other in zip(ours, scripts, strict=True):
            coded = [base64.b64encode(picture).decode() for picture in (one, other)]
            assert page.evaluate(_DIFFERENT, coded) < 0.001


def keep(name: str, picture: bytes) -> None:
    """Keep a picture for people, where AGENTPAY_TEST_PICTURES says."""
    if folder := os.environ.get("AGENTPAY_TEST_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        (Path(folder) / f"next-{name}.png").write_bytes(picture)
