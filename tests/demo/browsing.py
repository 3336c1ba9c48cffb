"""A purchase in the widget on the demo's pages, as far as its payment: by pointer, by finger or by keys."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

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
_FOCUSED = "element => element.getRootNode().activeElement === element"
_MOST_TABS = 60


def card(page: Page, kind: str) -> Locator:
    """Return the newest card of a kind that can be used."""
    return page.get_by_test_id("chat-widget").locator(f".card.{kind}:not(.past)").last


class Pointer:
    """A mouse, or a finger."""

    def __init__(self, page: Page, *, is_finger: bool = False) -> None:
        self.page = page
        self._is_finger = is_finger

    def press(self, target: Locator) -> None:
        if self._is_finger:
            target.tap()
        else:
            target.click()

    def choose(self, radio: Locator) -> None:
        """Choose what a radio button stands for, by its label."""
        self.press(radio.locator("xpath=.."))

    def enter(self, field: Locator, value: str) -> None:
        self.press(field)
        field.fill(value)


class Keyboard:
    """Keys alone: Tab to what is meant, then Enter, Space or letters."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        self._reach(target)
        expect(
            target
        ).to_be_enabled()  # a pointer waits by itself until what went before is answered
        self.page.keyboard.press("Enter")

    def choose(self, radio: Locator) -> None:
        """Tab goes to the group, arrows within it."""
        group = radio.locator("xpath=ancestor::fieldset").locator("input[type=radio]:enabled")
        self._reach(group)
        for _ in range(group.count()):
            if radio.evaluate(_FOCUSED):
                break
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Space")
        expect(radio).to_be_checked()

    def enter(self, field: Locator, value: str) -> None:
        self._reach(field)
        self.page.keyboard.type(value)

    def _reach(self, target: Locator) -> None:
        """Go forward from where the focus is; back where it is said to be behind."""
        target.first.wait_for()
        key = "Shift+Tab" if target.first.evaluate(_IS_BEHIND) else "Tab"
        for _ in range(_MOST_TABS):
            if any(each.evaluate(_FOCUSED) for each in target.all()):
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"no key leads to {target}")


# Whether the target stands before what has the focus, in the order of the page.
_IS_BEHIND = """element => {
  const focused = element.getRootNode().activeElement;
  return Boolean(focused && element.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING);
}"""


def quoted(hand: Pointer | Keyboard, path: str, person: dict[str, str], opener: str = "") -> None:
    """Go from the product's page to the quote."""
    page = hand.page
    page.goto(path)
    hand.press(page.locator(opener) if opener else page.get_by_test_id("chat-button"))
    hand.press(card(page, "product").locator("button.primary"))
    for group in page.locator(".choice fieldset").all():
        hand.choose(group.locator("label:not(.out) input").first)
    hand.press(page.locator(".choice button[type=submit]"))
    hand.press(card(page, "cart").locator("button.primary"))
    delivered(hand, person)


def delivered(hand: Pointer | Keyboard, person: dict[str, str]) -> None:
    """Fill in the form and take the first way of delivery: the quote follows."""
    page = hand.page
    form = card(page, "details")
    for name, value in person.items():
        field = form.locator(f"[name={name}]")
        if name == "countryArea" and isinstance(hand, Pointer):
            field.select_option(value)
        else:
            hand.enter(field, value)
    hand.press(form.locator("button[type=submit]"))
    hand.press(card(page, "delivery").locator("button[type=submit]"))
    page.get_by_test_id("pay-button").first.wait_for()


def opened(hand: Pointer | Keyboard) -> Page:
    """Confirm the quote and open the payment's page; returns that page."""
    payment(hand)
    with hand.page.context.expect_page() as coming:
        hand.press(hand.page.get_by_test_id("payment-button"))
    return coming.value


def payment(hand: Pointer | Keyboard) -> None:
    """Confirm the quote, to pay by card, and wait for the payment."""
    # In reais PIX stands before it.
    hand.press(card(hand.page, "quote").get_by_test_id("pay-button").last)
    hand.page.get_by_test_id("payment-button").wait_for()
