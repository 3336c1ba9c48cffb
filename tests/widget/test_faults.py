"""Servers restart, sockets drop, answers are lost or late: nothing is lost or doubled, the shopper is told, and it mends itself."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.saleor.processes import until
from tests.widget.conversation import Conversation, echo
from tests.widget.gateway import Gateway
from tests.widget.moments import say
from tests.widget.pages import launcher, opened, panel_of, plain
from tests.widget.recorded import recorded
from tests.widget.shop import Shop

MINUTE = 60_000
OFFLINE = "No connection. What you send is kept and goes out by itself."


def talking(context: BrowserContext, shop: Shop, state: str = "greeting", **options: Any) -> Page:
    """Open a chat that answers what is said."""
    shop.conversation.reply = echo
    return opened(context, shop, state, **options)


def texts(shop: Shop) -> list[str]:
    return [one["text"] for one in shop.conversation.taken if "text" in one]


@pytest.mark.parametrize(
    "faults",
    [["lost"], ["drop", "lost"], [500], [502, 503], [429], ["drop", 500, "lost"]],
    ids=lambda one: "-".join(map(str, one)),
)
def test_words_get_there_once(context: BrowserContext, shop: Shop, faults: list[int | str]) -> None:
    page = talking(context, shop)
    shop.faults["chatMessageSend"] = list(faults)

    say(page, "Hello")

    panel_of(page).get_by_text("You said: Hello").wait_for()
    assert texts(shop) == ["Hello"]
    expect(panel_of(page).locator(".message.shopper")).to_have_count(1)
    expect(panel_of(page).get_by_text("Not sent yet")).to_have_count(0)


def test_what_is_not_sent_yet_says_so(context: BrowserContext, shop: Shop) -> None:
    page = talking(context, shop)
    shop.faults["chatMessageSend"] = [500, 500]

    say(page, "Hello")
    panel_of(page).get_by_text("Not sent yet, trying again").wait_for()
    panel_of(page).get_by_text("You said: Hello").wait_for()

    assert shop.count("chatMessageSend") == 3


def test_tap_counts_once(context: BrowserContext, shop: Shop) -> None:
    page = talking(context, shop, "cart")
    shop.faults["chatActionSubmit"] = ["lost", 500]
    button = panel_of(page).locator(".cart .primary")

    button.click()
    expect(button).to_have_attribute("aria-busy", "true")
    button.click(force=True)
    panel_of(page).get_by_text("You said: checkOut").wait_for()
    expect(panel_of(page).locator("[aria-busy=true]")).to_have_count(0)

    assert shop.conversation.taken == [{"action": {"checkOut": True}}]
    assert shop.count("chatActionSubmit") <= 3


def test_answer_that_does_not_come_is_asked_for_again(context: BrowserContext, shop: Shop) -> None:
    shop.conversation.reply = echo
    page = context.new_page()
    page.clock.install()
    page.goto(plain(shop))
    launcher(page).click()
    panel_of(page).locator("[data-sequence='1']").wait_for()
    shop.faults["chatMessageSend"] = ["stall"]

    say(page, "Hello")
    expect(panel_of(page).locator(".typing")).to_be_visible()
    until(lambda: shop.count("chatMessageSend"), "the call, in the time of the world")
    page.clock.run_for(9_000)
    panel_of(page).get_by_text("This is taking a little longer. Your message is safe.").wait_for()
    assert shop.count("chatMessageSend") == 1
    page.clock.run_for(27_000)
    panel_of(page).get_by_text("You said: Hello").wait_for()
    page.clock.run_for(60_000)
    shop.release()

    assert texts(shop) == ["Hello"]
    expect(panel_of(page).locator(".message.shopper")).to_have_count(1)


def test_restart_of_the_server_is_told_and_mends_itself(
    context: BrowserContext, shop: Shop
) -> None:
    page = talking(context, shop)
    shop.stop("api")

    for words in ("One", "Two", "Three"):
        say(page, words)
    panel_of(page).get_by_text(OFFLINE).wait_for()
    expect(panel_of(page).locator(".going")).to_have_count(3)
    shop.start("api")

    panel_of(page).get_by_text("You said: Three").wait_for(timeout=20_000)
    assert texts(shop) == ["One", "Two", "Three"]
    expect(panel_of(page).get_by_text(OFFLINE)).to_have_count(0, timeout=10_000)


def test_what_waits_survives_the_tab(context: BrowserContext, shop: Shop) -> None:
    page = talking(context, shop)
    context.set_offline(True)
    say(page, "One")
    say(page, "Two")
    panel_of(page).get_by_text("Not sent yet, trying again").first.wait_for()
    page.close()
    assert texts(shop) == []

    context.set_offline(False)
    page = context.new_page()
    page.goto(plain(shop))
    launcher(page).click()

    panel_of(page).get_by_text("You said: Two").wait_for()
    assert texts(shop) == ["One", "Two"]
    assert shop.count("chatStart") == 1


def test_a_chat_that_cannot_begin_says_so_and_begins_by_itself(
    context: BrowserContext, shop: Shop
) -> None:
    shop.faults["chatStart"] = [500, "drop", "drop"]
    page = context.new_page()
    page.goto(plain(shop))
    launcher(page).click()
    say(page, "Hello")

    panel_of(page).get_by_text("The chat cannot be reached right now. Trying again by itself.").wait_for()  # fmt: skip
    panel_of(page).locator("[data-sequence='2']").wait_for()

    expect(panel_of(page).locator(".status")).to_have_count(0)
    assert texts(shop) == ["Hello"]


def test_words_for_a_chat_that_is_gone_begin_a_new_one(context: BrowserContext, shop: Shop) -> None:
    page = talking(context, shop, "cart")
    shop.conversation = Conversation(recorded("greeting"), echo)
    shop.conversation.refusals["chatMessageSend"] = [
        {"field": "token", "code": "NOT_FOUND", "message": "This chat is not here any more."}
    ]

    say(page, "Hello")
    panel_of(page).get_by_text("You said: Hello").wait_for()

    assert texts(shop) == ["Hello"]
    assert shop.count("chatStart") == 2
    expect(panel_of(page).locator(".cart")).to_have_count(0)


def test_flood_is_told_and_waits(context: BrowserContext, shop: Shop) -> None:
    page = context.new_page()
    page.clock.install()
    shop.conversation.reply = echo
    page.goto(plain(shop))
    launcher(page).click()
    panel_of(page).locator("[data-sequence='1']").wait_for()
    shop.conversation.refusals["chatMessageSend"] = [
        {"field": None, "code": "TOO_MANY_REQUESTS", "message": "Please wait a little."}
    ]

    say(page, "Hello")
    panel_of(page).locator(".status").get_by_text("Please wait a little.").wait_for()
    assert texts(shop) == []
    page.clock.run_for(11_000)
    panel_of(page).get_by_text("You said: Hello").wait_for()

    expect(panel_of(page).locator(".status")).to_have_count(0)
    assert texts(shop) == ["Hello"]


def test_dropped_socket_brings_what_was_missed(
    context: BrowserContext, shop: Shop, gateway: Gateway
) -> None:
    page = talking(context, shop, socket_url=gateway.url)
    gateway.conversation = shop.conversation
    gateway.wait()
    shop.faults["chat"] = ["drop"] * 50
    gateway.drop()
    shop.conversation.say("Said while nobody listened.")

    panel_of(page).locator("[data-sequence='2']").wait_for()

    assert gateway.resumed == [1, 1]
    expect(panel_of(page).get_by_text("Said while nobody listened.")).to_have_count(
        2
    )  # and announced


def test_gateway_that_is_switched_off_is_done_without(
    context: BrowserContext, shop: Shop, gateway: Gateway
) -> None:
    page = talking(context, shop, socket_url=gateway.url)
    gateway.conversation = shop.conversation
    gateway.wait()
    calls = shop.count("chat")
    page.wait_for_timeout(1_500)
    assert shop.count("chat") == calls

    gateway.stop()
    say(page, "Hello")
    panel_of(page).get_by_text("You said: Hello").wait_for()
    shop.conversation.say("Told by asking.")
    panel_of(page).locator("[data-sequence='4']").wait_for()
    expect(panel_of(page).locator(".status")).to_have_count(0)
    gateway.start()
    gateway.wait()
    gateway.message(shop.conversation.say("Told by socket."))
    panel_of(page).locator("[data-sequence='5']").wait_for()

    assert gateway.resumed[0] == 1
    assert texts(shop) == ["Hello"]


def pay(shop: Shop) -> None:
    """Let the money arrive at the server."""
    receipt = recorded("receipt")["chat"]["messages"][-1]
    shop.conversation.say(receipt["text"], *receipt["parts"])
    shop.conversation.chat["payment"]["state"] = "ORDERED"
    shop.conversation.chat["payment"]["pageUrl"] = None


def test_payment_of_a_sleeping_tab_is_there_when_it_wakes(
    context: BrowserContext, shop: Shop, gateway: Gateway
) -> None:
    page = opened(context, shop, "paying", socket_url=gateway.url)
    gateway.wait()
    page.evaluate("() => { window.told = []; AgentPayChat.on('payment_completed', (one) => told.push(one.orderNumber)); }")  # fmt: skip
    cdp = context.new_cdp_session(page)
    cdp.send("Page.setWebLifecycleState", {"state": "frozen"})
    gateway.stop()
    pay(shop)

    cdp.send("Page.setWebLifecycleState", {"state": "active"})

    expect(page.get_by_test_id("receipt")).to_be_visible(timeout=10_000)
    expect(page.get_by_test_id("payment-button")).to_have_count(0)
    assert page.evaluate("told") == ["1"]
    gateway.start()


def test_payment_of_a_tab_without_a_network_is_there_when_it_is_back(
    context: BrowserContext, shop: Shop
) -> None:
    page = context.new_page()
    page.clock.install()
    shop.conversation = Conversation(recorded("paying"))
    page.goto(plain(shop))
    launcher(page).click()
    page.get_by_test_id("payment-button").wait_for()
    context.set_offline(True)
    page.clock.fast_forward(20 * MINUTE)
    panel_of(page).get_by_text(OFFLINE).wait_for()
    pay(shop)

    context.set_offline(False)

    expect(page.get_by_test_id("receipt")).to_be_visible()
    expect(panel_of(page).get_by_text(OFFLINE)).to_have_count(0)


def test_payment_of_a_closed_tab_is_there_at_the_next_visit(
    context: BrowserContext, shop: Shop
) -> None:
    page = opened(context, shop, "paying")
    page.close()
    pay(shop)

    page = context.new_page()
    page.goto(f"{shop.url}/")
    launcher(page).locator(".unread").wait_for()
    launcher(page).click()

    expect(page.get_by_test_id("receipt")).to_be_visible()


def test_tabs_share_one_chat_and_are_in_step(context: BrowserContext, shop: Shop) -> None:
    shop.conversation.reply = echo
    url = plain(shop)
    pages = [context.new_page(), context.new_page()]
    for page in pages:
        page.goto(url)
    for page in pages:
        launcher(page).evaluate("(e) => e.click()")
    for page in pages:
        panel_of(page).locator("[data-sequence='1']").wait_for()
    assert shop.count("chatStart") == 1

    say(pages[0], "From the first")
    panel_of(pages[1]).get_by_text("You said: From the first").wait_for(timeout=4_000)
    say(pages[1], "From the second")
    panel_of(pages[0]).get_by_text("You said: From the second").wait_for(timeout=4_000)

    assert texts(shop) == ["From the first", "From the second"]


def test_tabs_that_waited_send_everything_once(context: BrowserContext, shop: Shop) -> None:
    shop.conversation.reply = echo
    url = plain(shop)
    pages = [context.new_page(), context.new_page()]
    for page in pages:
        page.goto(url)
        launcher(page).click()
        panel_of(page).locator("[data-sequence='1']").wait_for()
    shop.stop("api")
    for number, page in enumerate(pages):
        say(page, f"Tab {number}, one")
        say(page, f"Tab {number}, two")
    shop.start("api")

    for page in pages:
        for number in (0, 1):
            panel_of(page).get_by_text(f"You said: Tab {number}, two").wait_for(timeout=20_000)
    assert sorted(texts(shop)) == ["Tab 0, one", "Tab 0, two", "Tab 1, one", "Tab 1, two"]
