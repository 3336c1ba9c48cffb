"""How fast the panel opens and scrolls, in a browser whose processor is throttled. For `make bench`: nothing fails.

    build/venv-browser/bin/python -m tests.widget.speed <rounds>

Prints a JSON object of lists of milliseconds. The panel's first paint is taken in the page: from the time stamp of the press
to a task that the browser runs after the frame in which the panel first stood.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.widget.conversation import Conversation
from tests.widget.pages import PHONE, launcher, panel_of, plain
from tests.widget.recorded import recorded
from tests.widget.shop import Shop

THROTTLE = 4
CLOCK = """() => {
  const {shadowRoot} = document.querySelector('[data-agentpay-chat]');
  let pressed = 0;
  for (const kind of ['pointerdown', 'keydown'])
    addEventListener(kind, (event) => { if (event.key !== 'Tab') pressed ||= event.timeStamp; }, {capture: true});
  const stands = (selector) => new Promise((done) => {
    const look = () => {
      const found = shadowRoot.querySelector(selector);
      if (!found || found.hidden) return requestAnimationFrame(look);
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => done(performance.now() - pressed);
      requestAnimationFrame(() => port2.postMessage(0));
    };
    look();
  });
  window.opening = Promise.all([stands('.panel'), stands('.message')]);
}"""
SCROLL = """async () => {
  const {shadowRoot} = document.querySelector('[data-agentpay-chat]');
  const area = shadowRoot.querySelector('.scroller');
  const frames = [];
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({duration}) => duration)));
  observer.observe({type: 'longtask'});
  let last = await new Promise(requestAnimationFrame);
  for (let still = 0; still < 5;) {
    const before = area.scrollTop;
    area.scrollTop -= 120;
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
    still = area.scrollTop === before ? still + 1 : 0;
    if (area.scrollTop === 0) shadowRoot.querySelector('.earlier')?.click();
  }
  observer.disconnect();
  return {frames, tasks, messages: shadowRoot.querySelectorAll('.messages > .message').length};
}"""


def throttled(page: Page) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})


def opening(browser: Browser, shop: Shop, how: str, state: str = "greeting") -> list[float]:
    """Return the milliseconds from the press to the panel, and to the first message."""
    shop.conversation = Conversation(recorded(state))
    touch = how == "touch"
    with browser.new_context(viewport=PHONE if touch else None, has_touch=touch) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(plain(shop), wait_until="networkidle")
        throttled(page)
        page.evaluate(CLOCK)
        if how == "touch":
            launcher(page).tap()
        elif how == "keyboard":
            page.keyboard.press("Tab")
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
        else:
            if how == "hover":
                launcher(page).hover()
                page.wait_for_timeout(1_000)
            launcher(page).click()
        told: list[float] = page.evaluate("opening")
        return told


def scrolling(browser: Browser, shop: Shop) -> dict[str, Any]:
    """Return the frames' milliseconds while a thousand messages go by, and the long tasks."""
    shop.conversation = Conversation(recorded("long"))
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(plain(shop))
        launcher(page).click()
        panel_of(page).locator("[data-sequence='1001']").wait_for()
        throttled(page)
        told: dict[str, Any] = page.evaluate(SCROLL)
        return told


def measured(rounds: int) -> dict[str, list[float]]:
    """Return all figures."""
    shop = Shop()
    shop.start()
    found: dict[str, list[float]] = {}
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for _ in range(rounds):
            for how in ("mouse", "touch", "keyboard", "hover"):
                panel, message = opening(browser, shop, how)
                found.setdefault(f"panel by {how}", []).append(panel)
                found.setdefault(f"message by {how}", []).append(message)
            panel, message = opening(browser, shop, "mouse", "long")
            found.setdefault("panel of a long chat", []).append(panel)
            found.setdefault("message of a long chat", []).append(message)
        told = scrolling(browser, shop)
        found["frames"], found["long tasks"] = told["frames"], told["tasks"]
        found["messages"] = [told["messages"]]
        browser.close()
    shop.stop()
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measured(int(sys.argv[1]))))
