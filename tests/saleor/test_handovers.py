"""Who asks for a person, as the merchant of a real Saleor sees it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
import requests
from playwright.sync_api import Browser, expect, sync_playwright

from tests.saleor.client import Shopper
from tests.saleor.shop import Shop
from tests.saleor.test_reports import NEEDS, ORDERS, PRODUCTS, logged_in

pytestmark = pytest.mark.saleor

LIST = """
query { chatHandovers(channel: "default-channel") {
  errors { message } total handovers { askedAt chat { id messages { author text } } }
} }
"""
CLOSE = """
mutation($id: ID!) { chatHandoverClose(channel: "default-channel", id: $id) { errors { message } closed } }
"""
REPLY = """
mutation($id: ID!, $text: String!, $clientId: String!) {
  chatHandoverReply(channel: "default-channel", id: $id, text: $text, clientId: $clientId) {
    errors { field message } messages { author text }
  }
}
"""
APPS = "{ apps(first: 100) { edges { node { identifier appUrl accessToken } } } }"
# As Saleor's Dashboard frames an app's page and hands it the token of whoever is logged in.
DASHBOARD = """<!doctype html><iframe src="{url}?theme=light"></iframe><script>
  const frame = document.querySelector("iframe");
  frame.addEventListener("load", () => frame.contentWindow.postMessage(
    {{ type: "handshake", payload: {{ token: "{token}", version: 1 }} }}, new URL("{url}").origin));
</script>"""


def ask(shop: Shop, bearer: str | None, document: str = LIST, **variables: Any) -> dict[str, Any]:
    """Ask and return the whole answer, errors and all."""
    headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
    asked = {"query": document, "variables": variables}
    answer = requests.post(f"{shop.url}/graphql/", json=asked, headers=headers, timeout=60)
    return dict(answer.json())


def our_app(shop: Shop) -> tuple[str, str]:
    """Return the address of our page and the token that the Dashboard of an administrator hands to it."""
    staff = shop.staff_token()
    nodes = [edge["node"] for edge in shop.graphql(APPS, bearer=staff)["apps"]["edges"]]
    (found,) = [node for node in nodes if node["identifier"] == "agentpay"]
    return found["appUrl"], found["accessToken"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def asked(running: Shop) -> str:
    """A conversation whose shopper asks for a person; alone on the list."""
    staff = running.staff_token()
    while waiting := ask(running, staff)["data"]["chatHandovers"]["handovers"]:
        for one in waiting:
            ask(running, staff, CLOSE, id=one["chat"]["id"])
    shopper = Shopper(running)
    shopper.start(product={"slug": "blue-hoodie"})
    shopper.say("can i talk to a real person?")
    (handover,) = ask(running, staff)["data"]["chatHandovers"]["handovers"]
    return str(handover["chat"]["id"])


def test_staff_sees_it_and_sees_to_it(running: Shop, asked: str) -> None:
    staff = logged_in(running, ORDERS)

    listed = ask(running, staff)["data"]["chatHandovers"]
    answers = [
        ask(running, staff, REPLY, id=asked, text="How can I help?", clientId="1")["data"]
        for _ in range(2)
    ]
    answered = ask(running, staff)["data"]["chatHandovers"]["handovers"][0]["chat"]["messages"]
    closed = [ask(running, staff, CLOSE, id=asked)["data"] for _ in range(2)]

    (handover,) = listed["handovers"]
    said = [(one["author"], one["text"]) for one in handover["chat"]["messages"]]
    assert (listed["errors"], listed["total"]) == ([], 1)
    assert ("SHOPPER", "can i talk to a real person?") in said
    assert said[-1][1].startswith("I have asked a person from the shop")
    assert [each["chatHandoverReply"] for each in answers] == [
        {"errors": [], "messages": [{"author": "PERSON", "text": "How can I help?"}]}
    ] * 2
    assert answered == [
        *handover["chat"]["messages"],
        {"author": "PERSON", "text": "How can I help?"},
    ]
    assert [each["chatHandoverClose"]["closed"] for each in closed] == [True, False]
    assert ask(running, staff)["data"]["chatHandovers"]["total"] == 0


def test_others_see_nothing_and_change_nothing(running: Shop, asked: str) -> None:
    for bearer in (None, logged_in(running, PRODUCTS)):
        said = {"id": asked, "text": "hello", "clientId": "2"}
        for document, variables in ((LIST, {}), (CLOSE, {"id": asked}), (REPLY, said)):
            answer = ask(running, bearer, document, **variables)

            assert list(answer["data"].values()) == [None]
            assert answer["errors"][0]["message"] == NEEDS
    (left,) = ask(running, running.staff_token())["data"]["chatHandovers"]["handovers"]
    assert "PERSON" not in [one["author"] for one in left["chat"]["messages"]]


def test_dashboards_page_shows_it_by_the_token_that_it_is_handed(
    running: Shop, asked: str, browser: Browser
) -> None:
    url, token = our_app(running)
    context = browser.new_context()
    page = context.new_page()
    page.route(
        "**/dashboard",
        lambda route: route.fulfill(
            body=DASHBOARD.format(url=url, token=token), content_type="text/html"
        ),
    )

    page.goto(f"{running.url}/dashboard")

    app = page.frame_locator("iframe")
    app.locator("summary").click(timeout=60_000)
    expect(app.locator("p.shopper span")).to_have_text("can i talk to a real person?")
    app.get_by_role("button", name="Done").click()
    expect(app.get_by_role("status")).to_have_text("Nobody is waiting.", timeout=60_000)
    assert ask(running, running.staff_token())["data"]["chatHandovers"]["total"] == 0
    context.close()


def test_page_shows_nothing_to_staff_without_the_right(
    running: Shop, asked: str, browser: Browser
) -> None:
    url, _ = our_app(running)
    context = browser.new_context()
    page = context.new_page()
    body = DASHBOARD.format(url=url, token=logged_in(running, PRODUCTS))
    page.route("**/dashboard", lambda route: route.fulfill(body=body, content_type="text/html"))

    page.goto(f"{running.url}/dashboard")

    told = page.frame_locator("iframe").get_by_role("status")
    expect(told).to_contain_text("The list cannot be shown", timeout=60_000)
    expect(page.frame_locator("iframe").locator("details")).to_have_count(0)
    context.close()
