"""Every state a shopper may see: the recorded ones, and those that one comes to by doing something."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Page, expect

from tests.widget import recorded
from tests.widget.gateway import Gateway
from tests.widget.pages import launcher, opened, panel_of
from tests.widget.shop import Shop


@dataclass(frozen=True, slots=True)
class Moment:
    """A recorded state, and what is done in it."""

    state: str
    do: Callable[[Page, Shop], None]


def asking(page: Page, _: Shop) -> None:
    panel_of(page).locator(".header .icon").first.click()


def choosing(page: Page, _: Shop) -> None:
    card = panel_of(page).locator(".card.product")
    card.get_by_role("button").first.click()
    card.locator(".stepper button").last.click()
    card.locator("button[type=submit]").click()
    expect(card.locator(".problem")).to_be_visible()


def chosen(page: Page, _: Shop) -> None:
    for group in panel_of(page).locator("fieldset").all():
        group.locator("label:not(.out) input").first.check()


def code_field(page: Page, _: Shop) -> None:
    panel_of(page).locator(".codes .link").click()


def sent_empty(page: Page, _: Shop) -> None:
    panel_of(page).locator("form.details button[type=submit]").click()
    expect(panel_of(page).locator(".field .problem").first).to_be_visible()


def waiting(page: Page, shop: Shop) -> None:
    shop.pages["/pay"] = shop.pages["/"]
    shop.conversation.chat["payment"]["pageUrl"] = f"{shop.url}/pay"
    page.get_by_test_id("payment-button").evaluate("(e) => { e.target = '_self'; }")
    page.evaluate("() => { window.open = () => ({}); }")
    page.get_by_test_id("payment-button").click()


def refused(page: Page, shop: Shop) -> None:
    shop.conversation.refusals["chatMessageSend"] = [
        {"field": "text", "code": "INVALID", "message": "Please write it in other words."}
    ]
    say(page, "What a day")
    expect(panel_of(page).locator(".refused")).to_be_visible()


def unsent(page: Page, shop: Shop) -> None:
    shop.faults["chatMessageSend"] = [500] * 9
    say(page, "What a day")
    expect(panel_of(page).locator(".fate .link").first).to_be_visible()


def tap_refused(page: Page, shop: Shop) -> None:
    shop.conversation.refusals["chatActionSubmit"] = [
        {"field": None, "code": "INVALID", "message": "This is not in the shop any more."}
    ]
    panel_of(page).locator(".cart .button.primary").click()
    expect(panel_of(page).locator(".status")).to_be_visible()


def long_text(page: Page, _: Shop) -> None:
    page.get_by_test_id("chat-input").fill("word " * 390)


def elsewhere(page: Page, _: Shop) -> None:
    page.evaluate("() => AgentPayChat.setProduct({slug: 'mug', name: 'Camp Mug'})")
    expect(panel_of(page).locator(".suggestion")).to_be_visible()


def reading(page: Page, _: Shop) -> None:
    panel_of(page).locator(".scroller").evaluate("(e) => { e.scrollTop = 0; }")
    expect(panel_of(page).locator(".pill")).to_be_visible()


def unread(page: Page, shop: Shop) -> None:
    page.keyboard.press("Escape")
    shop.conversation.say("There is more.")
    page.evaluate("() => dispatchEvent(new Event('pageshow'))")
    expect(launcher(page).locator(".unread")).to_have_text("1")


def say(page: Page, text: str) -> None:
    page.get_by_test_id("chat-input").fill(text)
    page.get_by_test_id("chat-input").press("Enter")


def nothing(page: Page, shop: Shop) -> None:
    """The recorded state is the moment."""


MADE: Mapping[str, Moment] = {
    "restart-asked": Moment("cart", asking),
    "choosing": Moment("greeting", choosing),
    "variant-chosen": Moment("variants", chosen),
    "list-chosen": Moment("variants-list", chosen),
    "code-field": Moment("cart", code_field),
    "details-empty": Moment("details", sent_empty),
    "payment-waiting": Moment("paying", waiting),
    "send-refused": Moment("greeting", refused),
    "not-sent-yet": Moment("greeting", unsent),
    "tap-refused": Moment("cart", tap_refused),
    "letters-left": Moment("greeting", long_text),
    "another-product": Moment("options", elsewhere),
    "reading-above": Moment("cart", reading),
    "unread": Moment("greeting", unread),
}


def names() -> list[str]:
    return [*recorded.names(), *MADE]


def at(
    context: BrowserContext,
    shop: Shop,
    gateway: Gateway,
    name: str,
    locale: str = "en",
    **options: str,
) -> Page:
    """Open the widget at a moment."""
    made = MADE.get(name) or Moment(name, nothing)
    told = recorded.recorded(made.state, locale)
    if told.get("streams"):
        options["socket_url"] = gateway.url
    page = opened(context, shop, told, locale=locale, **options)
    if told.get("streams"):
        gateway.event("ChatDeltaEvent", replyId="reply", index=0, text=told["streams"])
        expect(panel_of(page).locator(".streaming")).to_be_visible()
    made.do(page, shop)
    return page
