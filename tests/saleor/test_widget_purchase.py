"""The storefront widget on a page of the shop's own, against a real Saleor: served by it, talking to it."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

from tests.demo.browsing import ADA, Pointer, payment, quoted
from tests.saleor.orders import order_of, orders_of_email
from tests.saleor.pages import storefront
from tests.saleor.shop import Shop

pytestmark = pytest.mark.saleor
JAN = {
    "firstName": "Jan", "lastName": "Nowak", "streetAddress1": "Marszałkowska 1", "postalCode": "00-624",
    "city": "Warszawa",
}  # fmt: skip
STEP = 60_000  # milliseconds; a worker takes its turn


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A shopper's tab; a script that fails, or a file that is refused, fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    context.set_default_timeout(STEP)
    wrong: list[str] = []
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert wrong == []


@pytest.fixture
def listening(running: Shop) -> Shop:
    running.keep("bus", "gateway")
    return running


def to_the_payment(page: Page, address: str, email: str, person: dict[str, str] = ADA) -> None:
    """Go from the product's page to the open payment, by pointer."""
    hand = Pointer(page)
    quoted(hand, address, {**person, "email": email})
    payment(hand)


def pay(page: Page) -> None:
    """Press Pay on the provider's page, which opens in a tab of its own, and close that."""
    with page.context.expect_page() as coming:
        page.get_by_test_id("payment-button").click()
    pay_page = coming.value
    pay_page.locator("button[value=pay]").click()
    pay_page.get_by_role("heading").wait_for()
    pay_page.close()


def assert_bought(shop: Shop, page: Page, email: str) -> None:
    """The receipt names the one order that stands in Saleor, fully charged, with what it cost."""
    receipt = page.get_by_test_id("receipt")
    expect(receipt).to_be_visible(timeout=STEP)
    (number,) = orders_of_email(shop, email)
    order = order_of(shop, number)
    assert order["chargeStatus"] == "FULL"
    expect(receipt.get_by_text(re.compile(rf"\b{number}\b"))).to_be_visible()
    whole, cents = f"{order['total']['gross']['amount']:.2f}".split(".")
    expect(receipt).to_contain_text(re.compile(rf"\b{whole}[.,]{cents}\b"))


def polls_of(page: Page) -> list[str]:
    """Return what the page will have sent from now on to ask for news."""
    polls: list[str] = []

    def look(request: Request) -> None:
        if re.search(r"query Chat\b", request.post_data or ""):
            polls.append(request.url)

    page.on("request", look)
    return polls


def test_from_the_page_to_the_receipt_by_the_gateway(listening: Shop, page: Page) -> None:
    email = "widget+gateway@example.com"
    with storefront(listening, socket=True) as origin:
        to_the_payment(page, f"{origin}/default-channel/en/ascii-tee", email)
        polls = polls_of(page)
        pay(page)
        assert_bought(listening, page, email)

    assert polls == []


def test_gateway_ends_in_mid_conversation(listening: Shop, page: Page) -> None:
    email = "widget+cut@example.com"
    with storefront(listening, socket=True) as origin:
        to_the_payment(page, f"{origin}/default-channel/en/ascii-tee", email)
        listening.stop("gateway", sig=signal.SIGKILL)
        pay(page)
        assert_bought(listening, page, email)


def test_without_a_gateway_in_another_channel(running: Shop, page: Page) -> None:
    email = "widget+alone@example.com"
    with storefront(running, socket=False) as origin:
        to_the_payment(page, f"{origin}/channel-pln/pt-BR/ascii-tee", email, JAN)
        polls = polls_of(page)
        pay(page)
        assert_bought(running, page, email)

    assert set(polls) == {f"{running.url}/graphql/"}
