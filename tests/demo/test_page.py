"""Purchases in the widget on the demo's pages, with their endings."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Page, Request, expect

from tests.demo.browsing import ADA, ANA, Keyboard, Pointer, card, opened, payment, quoted
from tests.demo.demo import Demo

TEE, MUG = "/default-channel/en/essential-tee/", "/default-channel/en/camp-mug/"
DECLINED = "4000 0000 0000 0002"


def expect_receipt(page: Page, *words: str) -> None:
    receipt = page.get_by_test_id("receipt")
    for each in words:
        expect(receipt).to_contain_text(each)
    expect(page.get_by_test_id("payment-button")).to_be_hidden()


def state(page: Page) -> object:
    return page.get_by_test_id("chat-widget").locator(".payment .state").last


def test_by_mouse(context: BrowserContext) -> None:
    page = context.new_page()
    quoted(Pointer(page), TEE, ADA, opener="[data-open-chat]")

    opened(Pointer(page)).locator("button[value=pay]").click()

    expect_receipt(page, "Thank you for your order", "Essential Tee", "$29.00")
    number = (
        page.get_by_test_id("receipt")
        .get_by_text(re.compile("^Order [0-9]"))
        .inner_text()
        .split()[-1]
    )
    page.goto("/merchant/")
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=number, exact=True))
    expect(row).to_contain_text("FULL")


def test_by_keys_alone(context: BrowserContext) -> None:
    page = context.new_page()
    person = ADA | {"countryArea": "New York"}  # as it is typed into a list
    quoted(Keyboard(page), "/default-channel/es/camp-mug/", person)

    pay_page = opened(Keyboard(page))
    Keyboard(pay_page).press(pay_page.locator("button[value=pay]"))

    expect_receipt(page, "Gracias por tu pedido", "21,00 US$")
    page.bring_to_front()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("chat-widget")).to_be_hidden()
    expect(page.get_by_test_id("chat-button")).to_be_focused()


def test_on_a_telephone(phone: BrowserContext) -> None:
    page = phone.new_page()
    finger = Pointer(page, is_finger=True)
    quoted(finger, "/brazil/pt-BR/essential-tee/", ANA)

    opened(finger).locator("button[value=pay]").tap()

    expect_receipt(page, "Obrigado pelo seu pedido", "R$ 109,80")
    panel = page.get_by_test_id("chat-widget").bounding_box()
    assert panel == {"x": 0, "y": 0, "width": 390, "height": 844}
    is_too_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert page.evaluate(is_too_wide) is False


def test_where_no_tab_may_be_opened(phone: BrowserContext) -> None:
    page = phone.new_page()
    page.add_init_script("window.open = () => null")
    finger = Pointer(page, is_finger=True)
    quoted(finger, MUG, ADA)
    payment(finger)

    page.get_by_test_id("payment-button").tap()
    page.locator("button[value=pay]").tap()
    page.get_by_role("link", name="Back to the shop").tap()

    page.wait_for_url(f"**{MUG}")
    expect_receipt(page, "$21.00")
    assert len(phone.pages) == 1


def test_declined_then_paid(context: BrowserContext) -> None:
    page = context.new_page()
    quoted(Pointer(page), MUG, ADA)
    pay_page = opened(Pointer(page))

    pay_page.locator("[name=card]").fill(DECLINED)
    pay_page.locator("button[value=pay]").click()

    expect(pay_page.get_by_role("alert")).to_have_text("Your card was declined. Try again.")
    expect(page.get_by_test_id("payment-button")).to_be_visible()
    assert page.get_by_test_id("receipt").count() == 0
    pay_page.locator("button[value=pay]").click()
    expect_receipt(page, "$21.00")


def test_expired(context: BrowserContext, demo: Demo) -> None:
    page = context.new_page()
    quoted(Pointer(page), MUG, ADA)
    payment(Pointer(page))

    demo.bank("clock", advance=32 * 60)

    expect(state(page)).to_have_text("Expired, nothing was charged")  # type: ignore[call-overload]
    expect(page.get_by_test_id("payment-button")).to_be_hidden()
    demo.bank("clock", at=None)


def test_cancelled(context: BrowserContext) -> None:
    page = context.new_page()
    quoted(Pointer(page), MUG, ADA)
    payment(Pointer(page))

    page.get_by_role("button", name="Cancel payment").click()

    expect(state(page)).to_have_text("Cancelled, nothing was charged")  # type: ignore[call-overload]
    expect(page.get_by_test_id("payment-button")).to_be_hidden()


def test_paid_after_the_tab_was_closed(context: BrowserContext) -> None:
    page = context.new_page()
    quoted(Pointer(page), MUG, ADA)
    pay_page = opened(Pointer(page))
    page.close()

    pay_page.locator("button[value=pay]").click()

    # Who comes back before the order is made sees the page look again.
    placed = "Thank you, your order is placed"
    expect(pay_page.get_by_role("heading")).to_have_text(placed, timeout=20_000)
    again = context.new_page()
    again.goto("/default-channel/en/")
    again.get_by_test_id("chat-button").click()
    expect_receipt(again, "$21.00")


def test_payment_is_heard_of_by_the_subscription(context: BrowserContext, demo: Demo) -> None:
    page = context.new_page()
    quoted(Pointer(page), MUG, ADA)
    payment(Pointer(page))
    session = page.get_by_test_id("payment-button").get_attribute("href").rpartition("/")[2]  # type: ignore[union-attr]
    asked: list[Request] = []
    page.on("request", lambda one: asked.append(one) if "/graphql/" in one.url else None)

    demo.bank(f"sessions/{session}/pay")

    expect_receipt(page, "$21.00")
    assert [one.post_data for one in asked] == []


def test_without_a_socket_it_asks(context: BrowserContext) -> None:
    page = context.new_page()
    page.route_web_socket(re.compile("/graphql/"), lambda socket: socket.close())
    quoted(Pointer(page), MUG, ADA)

    opened(Pointer(page)).locator("button[value=pay]").click()

    expect_receipt(page, "$21.00")


def test_cart_is_the_same_on_every_page(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(TEE)
    page.get_by_test_id("chat-button").click()
    page.get_by_test_id("chat-input").fill("I'd take two in blue M")
    page.get_by_test_id("chat-send").click()
    expect(card(page, "cart")).to_contain_text("Blue / M")

    page.goto(MUG)

    # The chat that was open is open; it offers to talk about what this page shows.
    expect(card(page, "cart")).to_contain_text("Blue / M")
    page.get_by_role("button", name="Ask about Enamel Camp Mug").click()
    expect(card(page, "product")).to_contain_text("Enamel Camp Mug")
