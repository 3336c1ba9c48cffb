"""Everything by keyboard: in, through, and out again; the focus is always seen and never lost."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.saleor.processes import until
from tests.widget import moments
from tests.widget.conversation import Conversation, echo, replies_with
from tests.widget.gateway import Gateway
from tests.widget.layout import in_shadow
from tests.widget.pages import PHONE, launcher, opened, panel_of, plain
from tests.widget.recorded import recorded
from tests.widget.shop import Shop

FOCUSED = """() => {
  const root = document.querySelector('[data-agentpay-chat]').shadowRoot;
  const e = root.activeElement;
  if (!e) return document.activeElement === document.body ? 'nothing' : document.activeElement.tagName.toLowerCase();
  return (e.matches('[type=radio]') && e.closest('label').innerText.trim())
    || e.getAttribute('data-testid') || e.getAttribute('name') || e.getAttribute('aria-label') || e.innerText?.trim().split('\\n')[0] || e.tagName;
}"""
# The ring of what has the focus, on it or on what it is drawn by, and what it stands out against.
RING = """(root) => {
  const colour = (text) => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    canvas.fillStyle = text; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (rgb) => rgb.slice(0, 3).map((c) => c / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const e = root.activeElement;
  let ground = [255, 255, 255, 255];
  for (let at = e.parentElement; at; at = at.parentElement) {
    const found = colour(getComputedStyle(at).backgroundColor);
    if (found[3] === 255) { ground = found; break; }
  }
  for (const one of [e, e.closest('label'), e.closest('.entry')]) {
    if (!one) continue;
    const {outlineStyle, outlineWidth, outlineColor, boxShadow} = getComputedStyle(one);
    if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && contrast(colour(outlineColor), ground) >= 3) return true;
    const ring = /^(rgb[^)]*\\)|color[^)]*\\)) 0px 0px 0px ([\\d.]+)px/.exec(boxShadow);
    if (ring && contrast(colour(ring[1]), ground) >= 3) return true;
  }
  return `${e.className} ${e.tagName}: no ring that can be seen`;
}"""


def focused(page: Page) -> str:
    """Return the name of what has the focus."""
    told: str = page.evaluate(FOCUSED)
    return told


def stops(page: Page, most: int = 40) -> list[str]:
    """Go through the panel by Tab, from where the focus is, until it leaves or comes round."""
    found = [focused(page)]
    for _ in range(most):
        page.keyboard.press("Tab")
        name = focused(page)
        if name in ("nothing", "a", "body", "html", found[0]):
            break
        found.append(name)
    return found


def focus_first(page: Page) -> None:
    in_shadow(page, "(root) => root.querySelector('.panel button').focus()")


def test_focus_goes_in_and_comes_back(context: BrowserContext, shop: Shop) -> None:
    page = context.new_page()
    page.goto(plain(shop))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert focused(page) == "chat-button"

    page.keyboard.press("Enter")
    panel_of(page).locator("[data-sequence='1']").wait_for()
    assert focused(page) == "chat-input"

    page.keyboard.press("Escape")
    expect(panel_of(page)).to_be_hidden()
    assert focused(page) == "chat-button"
    page.keyboard.press("Space")
    expect(panel_of(page)).to_be_visible()
    assert focused(page) == "chat-input"


def test_close_button_gives_the_focus_back(context: BrowserContext, shop: Shop) -> None:
    page = opened(context, shop)

    panel_of(page).get_by_role("button", name="Close the chat").press("Enter")

    expect(panel_of(page)).to_be_hidden()
    assert focused(page) == "chat-button"


def test_order_is_the_order_of_reading_and_leads_out(context: BrowserContext, shop: Shop) -> None:
    page = opened(context, shop, "quote")
    focus_first(page)

    assert stops(page) == [
        "Start a new chat", "Close the chat", "Conversation", "Choose options", "pay-button", "chat-input", "chat-send",
    ]  # fmt: skip
    assert focused(page) in ("nothing", "a", "body", "html")
    page.keyboard.press("Shift+Tab")
    assert focused(page) == "chat-send"


def test_on_a_phone_the_focus_stays_before_the_page(context: BrowserContext, shop: Shop) -> None:
    context.new_page().close()
    page = opened(context, shop, "paying")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    expect(panel_of(page)).to_have_attribute("aria-modal", "true")
    focus_first(page)
    first = focused(page)

    assert stops(page)[-1] == "chat-send"
    assert focused(page) == first
    page.keyboard.press("Shift+Tab")
    assert focused(page) == "chat-send"
    page.keyboard.press("Escape")
    expect(panel_of(page)).to_be_hidden()
    assert focused(page) == "chat-button"


def test_phone_opens_without_the_keyboard(context: BrowserContext, shop: Shop) -> None:
    page = context.new_page()
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(plain(shop))
    launcher(page).press("Enter")
    panel_of(page).locator("[data-sequence='1']").wait_for()

    assert focused(page) == "Close the chat"


def taken(shop: Shop) -> list[Any]:
    return [one.get("action") or one["text"] for one in shop.conversation.taken]


def tab_to(page: Page, name: str) -> None:
    for _ in range(40):
        if focused(page) == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not come to {name}, but to {focused(page)}")


def test_variant_is_chosen_by_keys(context: BrowserContext, shop: Shop) -> None:
    shop.conversation.reply = echo
    page = opened(context, shop, "variants")
    focus_first(page)

    tab_to(page, "Blue")
    page.keyboard.press("ArrowRight")
    assert focused(page).startswith("Black")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    tab_to(page, "One more")
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    chosen = panel_of(page).locator("input:checked")
    expect(chosen).to_have_count(2)
    wanted = [one.get_attribute("value") for one in chosen.all()]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    panel_of(page).get_by_text("You said: chooseVariant").wait_for()

    variants = next(
        part["product"]["variants"]
        for message in shop.conversation.messages
        for part in message["parts"]
        if part["__typename"] == "ChatVariantPicker"
    )
    variant = next(one for one in variants if one["name"] == " / ".join(str(one) for one in wanted))
    assert taken(shop) == [{"chooseVariant": {"variantId": variant["id"], "quantity": 3}}]


def test_cart_is_changed_by_keys(context: BrowserContext, shop: Shop) -> None:
    shop.conversation.reply = echo
    page = opened(context, shop, "promo")
    focus_first(page)

    tab_to(page, "Add a promo code or gift card")
    page.keyboard.press("Enter")
    page.keyboard.type("SUMMER")
    page.keyboard.press("Enter")
    panel_of(page).get_by_text("You said: applyPromoCode").wait_for()

    assert taken(shop) == [{"applyPromoCode": {"code": "SUMMER"}}]


def test_delivery_is_chosen_by_keys(context: BrowserContext, shop: Shop) -> None:
    shop.conversation.reply = echo
    page = opened(context, shop, "delivery")
    options = shop.conversation.messages[-1]["parts"][-1]["options"]
    panel_of(page).locator(".option input").first.focus()

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    panel_of(page).get_by_text("You said: chooseDelivery").wait_for()

    assert taken(shop) == [{"chooseDelivery": {"optionId": options[2]["id"]}}]


def test_form_is_filled_in_by_keys_and_leads_to_its_faults(
    context: BrowserContext, shop: Shop
) -> None:
    shop.conversation.reply = echo
    page = opened(context, shop, "details")
    panel_of(page).locator("[name=email]").focus()
    page.keyboard.type("ada@example")
    page.keyboard.press("Enter")
    assert focused(page) == "email"
    field = panel_of(page).locator("[name=email]")
    expect(field).to_have_attribute("aria-invalid", "true")
    words = field.get_attribute("aria-describedby")
    assert words
    expect(panel_of(page).locator(f"[id='{words}']")).to_contain_text("name@example.com")
    assert shop.conversation.taken == []

    page.keyboard.type(".com")
    fields = [one.get_attribute("name") for one in panel_of(page).locator(".field [name]").all()]
    entries = {"country": "", "countryArea": "New York", "postalCode": "10001"}
    for name in fields[1:]:
        page.keyboard.press("Tab")
        assert focused(page) == name
        page.keyboard.type(entries.get(name or "", "Ada"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    panel_of(page).get_by_text("You said: giveDetails").wait_for()

    given = shop.conversation.taken[0]["action"]["giveDetails"]
    assert given["email"] == "ada@example.com"
    assert given["shippingAddress"]["countryArea"] == "NY"


def test_focus_goes_to_the_reply_when_its_button_is_gone(
    context: BrowserContext, shop: Shop
) -> None:
    shop.conversation.reply = echo
    page = opened(context, shop)

    panel_of(page).locator(".replies button").first.press("Enter")
    panel_of(page).get_by_text("You said").wait_for()

    newest = shop.conversation.messages[-1]["sequence"]
    at = in_shadow(
        page, "(root) => root.activeElement?.closest('[data-sequence]')?.dataset.sequence"
    )
    assert at == str(newest)


@pytest.mark.parametrize(
    ("moment", "selector", "where"),
    [
        ("code-field", ".codes button[type=submit]", "Add a promo code or gift card"),
        ("restart-asked", ".ask .secondary", "Start a new chat"),
        ("send-refused", ".fate .link >> nth=1", "chat-input"),
        ("another-product", ".suggestion button", "chat-input"),
        ("offline", ".status .link", "chat-input"),
        ("tap-refused", ".status .icon", "chat-input"),
        ("consent", ".consent .primary", "chat-input"),
        ("consent", ".consent .plain", "chat-button"),
        ("reading-above", ".pill", "chat-input"),
    ],
)
def test_focus_goes_somewhere_sensible(
    context: BrowserContext, shop: Shop, gateway: Gateway, moment: str, selector: str, where: str
) -> None:
    page = moments.at(context, shop, gateway, moment)
    shop.conversation.reply = echo
    shop.faults.clear()
    if moment == "code-field":
        panel_of(page).locator(".codes input").fill("SUMMER")
    button = panel_of(page).locator(selector)

    button.press("Enter")

    expect(button).to_be_hidden()
    page.wait_for_timeout(300)
    found = focused(page)
    assert found == where or found.startswith(("You:", "Assistant:")), found


def test_shopper_who_went_to_the_page_is_not_fetched_back(
    context: BrowserContext, shop: Shop, gateway: Gateway
) -> None:
    page = opened(context, shop, socket_url=gateway.url)
    gateway.conversation = shop.conversation
    panel_of(page).locator(".replies button").first.focus()
    page.locator("h1").click()
    assert focused(page) == "nothing"

    gateway.message(shop.conversation.say("One more thing."))
    panel_of(page).get_by_text("One more thing.").first.wait_for()

    assert focused(page) == "nothing"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("color", ["", "#fdfdfd", "#0a0a0a"])
@pytest.mark.parametrize("state", ["variants", "cart", "details"])
def test_focus_can_be_seen(
    context: BrowserContext, shop: Shop, state: str, color: str, scheme: str
) -> None:
    page = opened(context, shop, state, **({"color": color} if color else {}))
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.keyboard.press("Escape")
    assert in_shadow(page, RING) is True
    page.keyboard.press("Enter")
    focus_first(page)
    page.keyboard.press("Shift+Tab")
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        if focused(page) in ("nothing", "a", "body", "html"):
            break
        seen.append(focused(page))
        assert in_shadow(page, RING) is True, seen
    assert seen[-1] == "chat-send"


@pytest.mark.parametrize("state", ["thinking", "streaming"])
def test_stop_is_pressed_by_keys_and_keeps_the_focus(
    context: BrowserContext, shop: Shop, gateway: Gateway, state: str
) -> None:
    page = moments.at(context, shop, gateway, state)
    stop = panel_of(page).get_by_role("button", name="Stop")

    read = panel_of(page).locator(".streaming").all_inner_texts()

    stop.press("Enter")

    expect(stop).to_have_count(0)
    until(lambda: shop.count("chatActionSubmit"), "the server is told")
    assert [given["action"] for name, given in shop.calls if name == "chatActionSubmit"] == [
        {"stop": True}
    ]
    assert panel_of(page).locator(".streaming").all_inner_texts() == read  # until it is finished
    assert panel_of(page).locator(".typing").count() == 0
    assert focused(page) == "chat-send"


def test_tap_that_is_answered_by_the_next_card_takes_the_focus_there(
    context: BrowserContext, shop: Shop
) -> None:
    shop.conversation = Conversation(
        recorded("cart"), replies_with(recorded("details")["chat"]["messages"][-1]["parts"][1])
    )
    page = opened(context, shop, "cart")

    panel_of(page).locator(".cart .primary").press("Enter")
    panel_of(page).locator("form.details").wait_for()

    at = in_shadow(page, "(root) => root.activeElement?.querySelector('form.details') !== null")
    assert at is True
    page.keyboard.press("Tab")
    assert focused(page) == "email"
