"""What a screen reader is told: each finished message once, no token, no history; and what moves, moves only for those who like it."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, expect

from tests.widget import moments
from tests.widget.conversation import Conversation, echo
from tests.widget.gateway import Gateway
from tests.widget.layout import in_shadow
from tests.widget.moments import say
from tests.widget.pages import launcher, opened, panel_of, plain
from tests.widget.recorded import recorded
from tests.widget.shop import Shop

# Whatever changes in a live region, as a screen reader would hear of it.
LISTEN = """() => {
  const {shadowRoot} = document.querySelector('[data-agentpay-chat]');
  window.heard = [];
  const region = (node) => {
    const element = node.nodeType === 1 ? node : node.parentElement;
    const live = element?.closest('[aria-live], [role=status], [role=alert], output');
    return live && live.getAttribute('aria-live') !== 'off' && !element.closest('[aria-hidden=true]') ? live : null;
  };
  new MutationObserver((changes) => {
    for (const live of new Set(changes.map(({target}) => region(target)).filter(Boolean)))
      if (live.textContent.trim()) heard.push(live.textContent.trim());
  }).observe(shadowRoot, {subtree: true, childList: true, characterData: true});
}"""


def heard(page: Page) -> list[str]:
    told: list[str] = page.evaluate("heard")
    return told


def test_finished_message_is_said_once_and_no_token(
    context: BrowserContext, shop: Shop, gateway: Gateway
) -> None:
    page = opened(context, shop, socket_url=gateway.url)
    gateway.conversation = shop.conversation
    page.evaluate(LISTEN)
    say(page, "Is it warm?")
    expect(panel_of(page).locator(".typing")).to_be_visible()

    for at, piece in enumerate(["Yes, ", "it is ", "very warm."]):
        gateway.event("ChatDeltaEvent", replyId="r", index=at, text=piece)
    panel_of(page).get_by_text("Yes, it is very warm.").wait_for()
    gateway.message(shop.conversation.say("Yes, it is very warm."))
    expect(panel_of(page).locator("[data-sequence='3']")).to_be_visible()

    expect(page.get_by_test_id("announcer")).to_contain_text("very warm")
    said = [one for one in heard(page) if "warm" in one]
    assert said == ["Assistant: Yes, it is very warm."]


def test_same_words_again_are_said_again(context: BrowserContext, shop: Shop) -> None:
    shop.conversation.reply = echo
    page = opened(context, shop)
    page.evaluate(LISTEN)
    for count in (1, 2):
        say(page, "Hm")
        expect(panel_of(page).get_by_text("You said: Hm")).to_have_count(count)

        page.wait_for_function(
            "(count) => heard.filter((one) => one === 'Assistant: Reply').length === count",
            arg=count,
        )


def test_history_is_not_said_after_a_reload(context: BrowserContext, shop: Shop) -> None:
    page = opened(context, shop, "order")
    page.reload()
    panel_of(page).locator("[data-sequence='15']").wait_for()

    announcer = page.get_by_test_id("announcer")
    expect(announcer).to_have_attribute("aria-live", "polite")
    page.wait_for_timeout(300)
    expect(announcer).to_be_empty()
    log = panel_of(page).get_by_role("log", name="Conversation")
    expect(log).to_have_attribute("aria-live", "off")


def test_payment_that_arrives_is_said(
    context: BrowserContext, shop: Shop, gateway: Gateway
) -> None:
    page = opened(context, shop, "paying", socket_url=gateway.url)
    gateway.conversation = shop.conversation
    gateway.wait()
    page.evaluate(LISTEN)

    payment = {**shop.conversation.chat["payment"], "state": "PROCESSING", "pageUrl": None}
    gateway.event("ChatPaymentEvent", payment=payment)
    panel_of(page).get_by_text("Payment on its way").wait_for()

    assert heard(page).count("Payment on its way") == 1
    assert not [one for one in heard(page) if "left" in one]


def test_button_says_what_is_unread_and_whether_it_is_open(
    context: BrowserContext, shop: Shop, gateway: Gateway
) -> None:
    page = moments.at(context, shop, gateway, "unread")
    expect(launcher(page)).to_have_accessible_name("Chat with us, 1 new message")
    expect(launcher(page)).to_have_attribute("aria-expanded", "false")

    launcher(page).click()

    expect(launcher(page)).to_have_accessible_name("Close the chat")
    expect(launcher(page)).to_have_attribute("aria-expanded", "true")


def test_words_are_in_the_language_they_are_said_to_be(context: BrowserContext, shop: Shop) -> None:
    page = opened(context, shop, lang="ar", locale="ar")

    expect(panel_of(page)).to_have_attribute("lang", "en")
    expect(panel_of(page)).to_have_attribute("dir", "rtl")


MOVING = """(root) => root.getAnimations().filter(({effect}) => effect.getComputedTiming().duration > 1
  && effect.getComputedTiming().iterations > 1).length"""


def test_nothing_moves_for_those_who_want_it_still(
    context: BrowserContext, shop: Shop, gateway: Gateway
) -> None:
    page = moments.at(context, shop, gateway, "streaming")
    assert in_shadow(page, MOVING) > 0

    page.emulate_media(reduced_motion="reduce")

    assert in_shadow(page, MOVING) == 0
    page.close()
    shop.conversation = Conversation(recorded("typing"))
    page = context.new_page()
    page.emulate_media(reduced_motion="reduce")
    page.goto(plain(shop))
    launcher(page).click()
    panel_of(page).locator(".message").first.wait_for()
    assert in_shadow(page, "(root) => root.getAnimations().filter(({effect}) => effect.getComputedTiming().duration > 1).length") == 0  # fmt: skip
