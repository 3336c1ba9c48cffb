"""Purchases on the demo's pages in a real browser, with their endings."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.demo.browsing import ADA, ANA, opened, quoted
from tests.demo.demo import Demo

DESKTOP = {"width": 1280, "height": 860}
PHONE = {"width": 375, "height": 740}


@pytest.mark.parametrize(
    ("path", "size", "person", "thanks", "paid"),
    [
        ("/default-channel/en/essential-tee/", DESKTOP, ADA, "Thank you!", "Paid: $29.00"),
        ("/brazil/pt-BR/essential-tee/", PHONE, ANA, "Obrigado!", "Pago: R$ 109,80"),
        ("/default-channel/es/essential-tee/", PHONE, ADA, "¡Gracias!", "Pagado: 29,00 US$"),
    ],
)
def test_purchase(
    context: BrowserContext,
    path: str,
    size: dict[str, int],
    person: dict[str, str],
    thanks: str,
    paid: str,
) -> None:
    page = context.new_page()
    page.set_viewport_size(size)  # type: ignore[arg-type]
    quoted(page, path, person)

    pay_page = opened(page)
    pay_page.locator("button[value=pay]").click()

    receipt = page.get_by_test_id("receipt")
    expect(receipt).to_contain_text(re.sub(r"\s", " ", paid), use_inner_text=True)
    expect(page.get_by_test_id("chat-widget")).to_contain_text(thanks)
    expect(page.get_by_test_id("payment-button")).to_be_hidden()
    is_too_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert page.evaluate(is_too_wide) is False


def test_declined_then_paid(context: BrowserContext) -> None:
    page = context.new_page()
    quoted(page, "/default-channel/en/camp-mug/", ADA)
    pay_page = opened(page)

    pay_page.locator("[name=card]").fill("4000 0000 0000 0002")
    pay_page.locator("button[value=pay]").click()

    expect(pay_page.get_by_role("alert")).to_have_text("Your card was declined. Try again.")
    expect(page.get_by_test_id("payment-button")).to_be_visible()
    pay_page.locator("button[value=pay]").click()
    expect(page.get_by_test_id("receipt")).to_be_visible()


def test_expired(context: BrowserContext, demo: Demo) -> None:
    page = context.new_page()
    quoted(page, "/default-channel/en/camp-mug/", ADA)
    opened(page).close()

    demo.bank("clock", advance=32 * 60)

    expect(page.locator(".state")).to_have_text("Expired")
    expect(page.get_by_test_id("payment-button")).to_be_hidden()
    demo.bank("clock", at=None)


def test_cancelled(context: BrowserContext) -> None:
    page = context.new_page()
    quoted(page, "/default-channel/en/camp-mug/", ADA)
    opened(page).close()

    page.get_by_role("button", name="Cancel this payment").click()

    expect(page.locator(".state")).to_have_text("Cancelled")
    expect(page.get_by_test_id("payment-button")).to_be_hidden()


def test_paid_after_the_tab_was_closed(context: BrowserContext) -> None:
    page = context.new_page()
    quoted(page, "/default-channel/en/camp-mug/", ADA)
    pay_page = opened(page)
    page.close()

    pay_page.locator("button[value=pay]").click()

    expect(pay_page.get_by_role("heading")).to_have_text("Thank you, your order is placed")
    again = context.new_page()
    again.goto("/default-channel/en/")
    expect(again.get_by_test_id("receipt")).to_be_visible()


def test_without_a_socket_it_asks(context: BrowserContext) -> None:
    page = context.new_page()
    page.route_web_socket(re.compile("/graphql/"), lambda socket: socket.close())
    quoted(page, "/default-channel/en/camp-mug/", ADA)

    opened(page).locator("button[value=pay]").click()

    expect(page.get_by_test_id("receipt")).to_be_visible()
