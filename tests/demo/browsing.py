"""A purchase up to its payment, by taps on the demo's page."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

ADA = {
    "email": "ada@example.com",
    "firstName": "Ada",
    "lastName": "Lovelace",
    "streetAddress1": "1 Main Street",
    "postalCode": "10001",
    "city": "New York",
    "countryArea": "NY",
}
ANA = {
    "email": "ana@example.com",
    "firstName": "Ana",
    "lastName": "Souza",
    "streetAddress1": "Rua Augusta, 100",
    "postalCode": "01305-000",
    "city": "São Paulo",
    "cityArea": "Consolação",
    "countryArea": "SP",
}


def part(page: Page, name: str) -> Locator:
    return page.locator(f"[data-part={name}]:not([inert])").last


def quoted(page: Page, path: str, person: dict[str, str]) -> None:
    """Go from the product's page to the quote, by taps alone."""
    page.goto(path)
    page.get_by_test_id("chat-button").click()
    part(page, "ChatProductCard").get_by_role("button").click()
    page.locator(".picking label.option:not(.sold-out)").first.click()
    page.locator(".picking button[type=submit]").click()
    part(page, "ChatCartSummary").locator("button.wide").click()
    form = part(page, "ChatDetailsForm")
    for name, value in person.items():
        field = form.locator(f"[name={name}]")
        if name == "countryArea":
            field.select_option(value)
        else:
            field.fill(value)
    form.locator("button[type=submit]").click()
    part(page, "ChatDeliveryPicker").get_by_role("button").first.click()
    page.get_by_test_id("pay-button").wait_for()


def opened(page: Page) -> Page:
    """Open the payment and its page; returns that page."""
    page.get_by_test_id("pay-button").click()
    with page.context.expect_page() as coming:
        page.get_by_test_id("payment-button").click()
    return coming.value
