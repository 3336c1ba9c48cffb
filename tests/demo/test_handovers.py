"""Chats that wait for a person: on the demo's page for the merchant, and on the page that a Dashboard shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, FrameLocator, Page, Request, Route, expect

from tests.demo.demo import Demo
from tests.saleor.client import Shopper

SCRIPT = (Path(__file__).parents[2] / "agentpay_plugin" / "saleor" / "app_page.js").read_text()
STAFF = "demo-merchant"
HANDOVERS = "query($channel: String!) { chatHandovers(channel: $channel) { total handovers { chat { id } } } }"
CLOSE = "mutation($channel: String!, $id: ID!) { chatHandoverClose(channel: $channel, id: $id) { closed } }"
APP = f"""<!doctype html><title>AgentPay</title><p id="status" role="status">Not yet.</p>
<div id="handovers"></div><button id="settings">Settings</button><script>{SCRIPT}</script>"""
# As Saleor's Dashboard 3.22 frames an app's page and hands its token over once that is loaded.
DASHBOARD = """<!doctype html><title>Dashboard</title>
<iframe src="/app?theme=dark" sandbox="allow-same-origin allow-forms allow-scripts allow-downloads allow-popups"></iframe>
<script>
  window.asked = [];
  addEventListener("message", ({ data }) => asked.push(data));
  const frame = document.querySelector("iframe");
  window.tell = (data) => frame.contentWindow.postMessage(data, location.origin);
  frame.addEventListener("load", () => tell({ type: "handshake", payload: { token: "%s", version: 1 } }));
</script>"""


def listed(demo: Demo) -> dict[str, Any]:
    answer = demo.graphql(HANDOVERS, bearer=STAFF, channel="default-channel")
    return dict(answer["chatHandovers"])


def nobody_waits(demo: Demo) -> None:
    """Begin with an empty list, whatever an earlier test left."""
    channel = "default-channel"
    while waiting := listed(demo)["handovers"]:
        for one in waiting:
            demo.graphql(CLOSE, bearer=STAFF, channel=channel, id=one["chat"]["id"])


def asking(shopper: Shopper, words: str) -> None:
    shopper.start(channel="default-channel")
    shopper.say(words)


def dashboard(
    context: BrowserContext,
    demo: Demo,
    token: str = STAFF,
    slow: dict[str, Callable[[], None]] | None = None,
) -> tuple[Page, FrameLocator]:
    """Open a page that frames the app's page as the Dashboard does; the shop's API is the demo's.

    `slow`: by a word of a question, what lets its answer go once it is there.
    """

    def api(route: Route, request: Request) -> None:
        asked = request.post_data_json
        bearer = request.headers.get("authorization-bearer", "")
        if asked["query"].startswith("{ channels"):
            return route.fulfill(json={"data": {"channels": [{"slug": "default-channel"}]}})
        answer: dict[str, Any] = demo.answer(asked["query"], bearer=bearer, **asked["variables"])
        for word in slow or ():
            if word in asked["query"]:
                slow[word] = partial(route.fulfill, json=answer)
                return None
        return route.fulfill(json=answer)

    page = context.new_page()
    page.route("**/graphql/", api)
    page.route("**/app?**", lambda route: route.fulfill(body=APP, content_type="text/html"))
    page.route(
        "**/dashboard",
        lambda route: route.fulfill(body=DASHBOARD % token, content_type="text/html"),
    )
    page.goto("/dashboard")
    return page, page.frame_locator("iframe")


def test_merchant_reads_the_chat_and_sees_to_it(
    demo: Demo, shopper: Shopper, context: BrowserContext
) -> None:
    nobody_waits(demo)
    asking(shopper, "can i talk to a human about <b>my</b> order?")
    page = context.new_page()
    page.goto("/merchant/")
    one = page.locator("details")

    one.locator("summary").click()
    expect(one.get_by_text("can i talk to a human about <b>my</b> order?")).to_be_visible()
    one.get_by_role("button", name="Done").click()

    expect(page.get_by_text("Nobody is waiting.")).to_be_visible()
    assert listed(demo) == {"total": 0, "handovers": []}


def test_merchant_answers_in_the_chat(demo: Demo, context: BrowserContext) -> None:
    nobody_waits(demo)
    shop = context.new_page()
    shop.goto("/default-channel/en/camp-mug/")
    shop.get_by_test_id("chat-button").click()
    shop.get_by_test_id("chat-input").fill("i want to talk to a person")
    shop.keyboard.press("Enter")
    panel = shop.get_by_test_id("chat-widget")
    expect(panel.locator(".message").last).to_contain_text("I have asked a person")
    page = context.new_page()
    page.goto("/merchant/")
    page.locator("summary").click()

    page.get_by_label("Your answer").fill("We can print a name on it.")
    page.get_by_role("button", name="Send").click()

    answer = panel.locator(".message").last
    expect(answer.locator(".by")).to_have_text("A person from the shop: ")
    expect(answer.locator(".bubble")).to_have_text("We can print a name on it.")
    shop.get_by_test_id("chat-input").fill("oh great, thank you")
    with shop.expect_response(lambda answer: "chatMessageSend" in (answer.request.post_data or "")):
        shop.keyboard.press("Enter")
    expect(panel.locator(".message.shopper").last).to_contain_text("oh great, thank you")
    page.reload()
    page.locator("summary").click()
    expect(page.locator("details p").last).to_contain_text("oh great, thank you")


def test_list_is_for_staff(demo: Demo, shopper: Shopper) -> None:
    asking(shopper, "a person, please")

    answer = demo.answer(HANDOVERS, channel="default-channel")

    assert answer["data"] == {"chatHandovers": None}
    assert answer["errors"][0]["message"] == "You need the permission MANAGE_ORDERS."


def test_dashboard_shows_who_waits_and_takes_them_off(
    demo: Demo, shopper: Shopper, context: BrowserContext
) -> None:
    nobody_waits(demo)
    asking(shopper, "is <img src=x onerror=alert(1)> there a real person?")

    page, app = dashboard(context, demo)

    app.locator("summary").click()
    said = app.locator("p.shopper span")
    expect(said).to_have_text("is <img src=x onerror=alert(1)> there a real person?")
    expect(app.locator("body")).to_have_class("dark")
    expect(app.locator("p.assistant span").last).to_contain_text("I have asked a person")
    app.get_by_role("button", name="Done").click()
    expect(app.get_by_role("status")).to_have_text("Nobody is waiting.")
    expect(app.locator("details")).to_have_count(0)
    app.get_by_role("button", name="Settings").click()
    page.wait_for_function("asked.length")
    assert page.evaluate("asked.at(-1)") == {
        "type": "redirect",
        "payload": {"to": "/extensions/plugin/agentpay", "actionId": "settings"},
    }


def test_dashboard_answers_once_and_keeps_what_is_being_written(
    demo: Demo, shopper: Shopper, context: BrowserContext
) -> None:
    nobody_waits(demo)
    asking(shopper, "is there a real person?")
    page, app = dashboard(context, demo)
    app.locator("summary").click()
    field = app.get_by_label("Your answer")
    field.fill("Yes, I am here.")

    page.evaluate("token => tell({ type: 'tokenRefresh', payload: { token } })", STAFF)
    expect(field).to_have_value("Yes, I am here.")
    app.get_by_role("button", name="Send").click()

    expect(app.locator("p.person span")).to_have_text("Yes, I am here.")
    expect(field).to_have_value("")
    told = [(one["author"], one["text"]) for one in shopper.look()["messages"]]
    assert told[-1] == ("PERSON", "Yes, I am here.")


def test_dashboard_keeps_what_is_written_while_an_answer_is_on_its_way(
    demo: Demo, shopper: Shopper, context: BrowserContext
) -> None:
    nobody_waits(demo)
    asking(shopper, "is there a real person?")
    slow = {"chatHandoverReply": nothing}
    page, app = dashboard(context, demo, slow=slow)
    app.locator("summary").click()
    field = app.get_by_label("Your answer")
    field.fill("Yes.")
    with page.expect_request(lambda asked: "chatHandoverReply" in (asked.post_data or "")):
        app.get_by_role("button", name="Send").click()

    field.fill("One moment, I look it up.")
    slow.pop("chatHandoverReply")()

    expect(app.locator("p.person span")).to_have_text("Yes.")
    expect(field).to_have_value("One moment, I look it up.")


def test_dashboard_keeps_a_chat_whose_shopper_wrote_since_it_was_shown(
    demo: Demo, shopper: Shopper, context: BrowserContext
) -> None:
    nobody_waits(demo)
    asking(shopper, "is there a real person?")
    _, app = dashboard(context, demo)
    app.locator("summary").click()
    shopper.say("my order number is wrong")

    app.get_by_role("button", name="Done").click()

    expect(app.locator("p.shopper span").last).to_have_text("my order number is wrong")
    assert listed(demo)["total"] == 1
    app.get_by_role("button", name="Done").click()
    expect(app.get_by_role("status")).to_have_text("Nobody is waiting.")


def test_dashboard_shows_an_answer_that_was_sent_while_the_list_was_read(
    demo: Demo, shopper: Shopper, context: BrowserContext
) -> None:
    nobody_waits(demo)
    asking(shopper, "is there a real person?")
    slow: dict[str, Callable[[], None]] = {}
    page, app = dashboard(context, demo, slow=slow)
    app.locator("summary").click()
    slow["chatHandovers"] = nothing
    with page.expect_request(lambda asked: "chatHandovers" in (asked.post_data or "")):
        page.evaluate("token => tell({ type: 'tokenRefresh', payload: { token } })", STAFF)
    app.get_by_label("Your answer").fill("Yes, I am here.")
    with page.expect_response(lambda answer: "Reply" in (answer.request.post_data or "")):
        app.get_by_role("button", name="Send").click()

    slow.pop("chatHandovers")()

    expect(app.locator("p.person span")).to_have_text("Yes, I am here.")


def nothing() -> None:
    """Let nothing go: no question was asked yet."""


def test_chat_that_is_read_stays_open_when_the_list_is_looked_at_anew(
    demo: Demo, shopper: Shopper, context: BrowserContext
) -> None:
    nobody_waits(demo)
    asking(shopper, "i want a human")
    page, app = dashboard(context, demo)
    app.locator("summary").click()

    asking(Shopper(shop=demo), "me too, a person please")  # type: ignore[arg-type]
    page.evaluate("token => tell({ type: 'tokenRefresh', payload: { token } })", STAFF)

    expect(app.locator("details")).to_have_count(2)
    expect(app.locator("details[open] p.shopper span")).to_have_text("i want a human")


def test_without_the_right_nothing_is_shown(
    demo: Demo, shopper: Shopper, context: BrowserContext
) -> None:
    asking(shopper, "i want a human")

    _, app = dashboard(context, demo, token="somebody-else")

    expect(app.get_by_role("status")).to_have_text(
        "The list cannot be shown: You need the permission MANAGE_ORDERS."
    )
    expect(app.locator("details")).to_have_count(0)
