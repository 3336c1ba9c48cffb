"""The demo's chat and pages in a real browser: words, memory, keyboard, what goes wrong."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, expect

from tests.demo.browsing import ADA, opened, part, quoted


def test_reply_to_words(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/default-channel/en/essential-tee/")
    page.get_by_test_id("chat-button").click()

    page.get_by_test_id("chat-input").fill("I'd take two in blue M")
    page.get_by_test_id("chat-send").click()

    expect(part(page, "ChatCartSummary")).to_contain_text("Blue / M")  # type: ignore[arg-type]
    expect(page.locator(".message.shopper")).to_have_text(["I'd take two in blue M"])


def test_reload_brings_the_conversation_back(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/default-channel/en/essential-tee/")
    page.get_by_test_id("chat-button").click()
    page.get_by_test_id("chat-input").fill("Do you have it in blue M?")
    page.get_by_test_id("chat-input").press("Enter")
    expect(page.locator(".message.assistant")).to_have_count(2)
    before = page.locator(".message").all_inner_texts()

    page.reload()

    expect(page.locator(".message")).to_have_count(3)
    assert page.locator(".message").all_inner_texts() == before


def test_what_was_not_sent_is_sent_again(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/default-channel/en/essential-tee/")
    page.get_by_test_id("chat-button").click()
    page.locator(".message.assistant").wait_for()
    failures = iter(range(2))

    def fail_twice(route) -> None:  # type: ignore[no-untyped-def]
        route.fulfill(status=502, body="{}") if next(
            failures, None
        ) is not None else route.continue_()

    page.route("**/graphql/", fail_twice)
    page.get_by_test_id("chat-input").fill("blue M")
    page.get_by_test_id("chat-send").click()

    expect(page.locator(".message.shopper:not(.sending)")).to_have_count(1)
    expect(page.locator(".sending")).to_have_count(0)
    context.wrong.clear()  # type: ignore[attr-defined] the two that failed on purpose


def test_wrong_details_are_named_at_their_fields(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/brazil/pt-BR/camp-mug/")
    page.get_by_test_id("chat-button").click()
    part(page, "ChatProductCard").get_by_role("button").click()
    page.locator(".picking label.option:not(.sold-out)").first.click()
    page.locator(".picking button[type=submit]").click()
    part(page, "ChatCartSummary").locator("button.wide").click()

    form = page.locator("[data-part=ChatDetailsForm]")
    form.locator("button[type=submit]").click()

    email = form.locator("[name=email]")
    expect(email).to_be_focused()
    expect(email).to_have_attribute("aria-invalid", "true")
    expect(email).to_have_accessible_description("Este campo é necessário.")
    expect(page.locator(".message")).to_have_count(3)


def test_keyboard_opens_and_closes(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/default-channel/en/camp-mug/")
    page.get_by_test_id("chat-button").focus()

    page.keyboard.press("Enter")

    expect(page.get_by_test_id("chat-input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("chat-widget")).to_be_hidden()
    expect(page.get_by_test_id("chat-button")).to_be_focused()


def test_shop_text_is_never_markup(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/default-channel/en/camp-mug/")
    page.get_by_test_id("chat-button").click()
    words = "<img src=x onerror=alert(1)> <b>two</b>"

    page.get_by_test_id("chat-input").fill(words)
    page.get_by_test_id("chat-send").click()

    expect(page.locator(".message.shopper")).to_have_text([words])
    assert page.locator(".message.shopper b, .message.shopper img").count() == 0


def test_every_page_stands_and_shows_its_pictures(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/")
    addresses = page.locator("a.tile").evaluate_all("links => links.map(link => link.href)")
    assert len(addresses) >= 40

    for language in ("default-channel/en", "brazil/pt-BR", "default-channel/es"):
        page.goto(f"/{language}/")
        for image in page.locator(".tile img").all():
            image.scroll_into_view_if_needed()
            expect(image).not_to_have_js_property("naturalWidth", 0)
    for address in addresses[:3]:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_graphiql_answers(context: BrowserContext) -> None:
    page = context.new_page()

    page.goto("/graphql/")

    expect(page.locator("#graphiql")).to_be_visible()


def test_merchant_sees_orders(context: BrowserContext) -> None:
    page = context.new_page()
    quoted(page, "/default-channel/en/camp-mug/", ADA)
    opened(page).locator("button[value=pay]").click()
    number = page.get_by_test_id("receipt").locator("strong").first.inner_text().split()[-1]

    page.goto("/merchant/")

    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=number, exact=True))
    expect(row).to_contain_text("FULL")
