"""How soon a model's first word is in the page: shoppers write what no rule understands, one after the other.

For `make bench`, against processes that it started:

    build/venv-browser/bin/python -m tests.widget.first_word <file for what was found> <file of the model's stamps>
        <turns> <gateway's host:port>
"""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path

from playwright.sync_api import Page, WebSocket, sync_playwright

from scripts.bench import stamps
from scripts.bench.running import say
from tests.widget.pages import launcher, plain
from tests.widget.shop import Shop

UNCLEAR = "hm, my uncle and a rainy evening, you know how it is"
WARMING = 2  # turns that are not counted: the worker is warm already
PATIENCE_MS = 60_000
MOST_AMISS_MS = 3.0  # between the page's clock and the machine's
_SETTLED = (
    "ChatTypingEvent"  # the last of how the conversation stands, when a page begins to follow it
)
# The first word in the page's document, and drawn: in a task that runs after the frame in which it first stood.
_CLOCK = """() => {
  const {shadowRoot} = document.querySelector('[data-agentpay-chat]');
  const now = () => performance.timeOrigin + performance.now();
  window.firstWord = new Promise((done) => {
    const look = () => {
      if (!shadowRoot.querySelector('.message.streaming')?.textContent.trim()) return;
      const page = now();
      observer.disconnect();
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => done({page, drawn: now(), amiss: Math.abs(Date.now() - now())});
      requestAnimationFrame(() => port2.postMessage(0));
    };
    const observer = new MutationObserver(look);
    observer.observe(shadowRoot, {childList: true, characterData: true, subtree: true});
  });
}"""


def turn(page: Page, address: str, stamped: Path) -> dict[str, float]:
    """Let a shopper write; return the milliseconds from the model's first token to its word in the page, and drawn."""
    follows = _following(page)
    page.goto(address)
    launcher(page).click()
    page.locator(".message.assistant").first.wait_for()
    while not follows.is_set():
        page.wait_for_timeout(20)  # lets the events of the socket come
    page.evaluate(_CLOCK)
    page.get_by_test_id("chat-input").fill(UNCLEAR)
    page.get_by_test_id("chat-send").click()
    found: dict[str, float] = page.evaluate("firstWord")
    page.locator(".message.assistant[data-sequence]").nth(1).wait_for()
    if found["amiss"] > MOST_AMISS_MS:
        raise RuntimeError(f"the page's clock is {found['amiss']:.1f} ms from the machine's")
    said = stamps.last(stamped).wall * 1000
    return {place: found[place] - said for place in ("page", "drawn")}


def _following(page: Page) -> threading.Event:
    """Return what is set once the page follows its conversation by the socket."""
    follows = threading.Event()

    def hear(frame: str | bytes) -> None:
        if _SETTLED in str(frame):
            follows.set()

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", hear)

    page.on("websocket", listen)
    return follows


def main(path: Path, stamped: Path, turns: int, gateway: str) -> None:
    """Play the turns, each in a fresh browser on a page that has nothing but the widget's tag."""
    found: dict[str, list[float]] = {"page": [], "drawn": []}
    storefront = Shop()
    storefront.start()
    address = plain(
        storefront, api_url=f"http://{gateway}/graphql/", socket_url=f"ws://{gateway}/graphql/"
    )
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for number in range(1 - WARMING, turns + 1):
            with browser.new_context() as context:
                context.set_default_timeout(PATIENCE_MS)
                one = turn(context.new_page(), address, stamped)
            if number < 1:
                continue
            for place, milliseconds in one.items():
                found[place].append(milliseconds)
            if number % 10 == 0:
                halves = {name: sorted(ms)[len(ms) // 2] for name, ms in found.items()}
                told = ", ".join(f"{name} {ms:.1f} ms" for name, ms in halves.items())
                say(f"  {number}/{turns}: {told}")
        browser.close()
    storefront.stop()
    path.write_text(json.dumps(found))


if __name__ == "__main__":
    where, stamps_file, count, gateway_address = sys.argv[1:]
    main(Path(where), Path(stamps_file), int(count), gateway_address)
