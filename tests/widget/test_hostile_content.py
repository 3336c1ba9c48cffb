"""Whatever the words are, of a model, a shop, a shopper or a page: they are words, and stay where they belong."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.widget import hostile, layout, moments
from tests.widget.conversation import Conversation, echo
from tests.widget.gateway import Gateway
from tests.widget.layout import in_shadow
from tests.widget.moments import say
from tests.widget.pages import PHONE, calm, launcher, opened, panel_of, plain
from tests.widget.recorded import recorded
from tests.widget.shop import Shop

STATES = [
    "options", "variants", "variants-list", "search", "gift-card", "details-wrong", "delivery", "pix", "pix-quote", "declined",
    "sent", "notices", "closed",
]  # fmt: skip
# What a page of words and cards is made of; anything else would have come out of a text.
FOREIGN = """(root) => [...root.querySelectorAll('*')].flatMap((e) => [
  ...(/^(script|iframe|object|embed|link|meta|base|form|img|svg|style|math|video|audio|template)$/i.test(e.tagName)
      && !e.matches('form.composer, form.card, form.choice, .codes form, .picture img, .avatar img, svg[aria-hidden], svg.qr') ? [e.outerHTML.slice(0, 90)] : []),
  ...[...e.attributes].filter(({name}) => name.startsWith('on')).map(({name}) => `${e.tagName} has ${name}`),
  ...(e.href && !/^(https?|mailto):/.test(e.href.baseVal ?? e.href) ? [`link to ${e.href}`] : []),
  ...(e.src && !/^https?:/.test(e.src) ? [`picture of ${e.src}`] : []),
])"""


def harmless(page: Page) -> None:
    """Nothing ran, nothing was made of words, and all is where it belongs."""
    for size in (PHONE, {"width": 1440, "height": 900}):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        calm(page)
        assert layout.misplaced(page) == []
    assert in_shadow(page, FOREIGN) == []
    assert page.evaluate("window.pwned") is None


@pytest.mark.parametrize("kind", hostile.KINDS)
@pytest.mark.parametrize("state", STATES)
def test_words_of_the_server(
    context: BrowserContext, shop: Shop, gateway: Gateway, state: str, kind: str
) -> None:
    words = hostile.KINDS[kind]
    told = recorded(state)
    told["chat"] = hostile.spoiled(told["chat"], words)
    assert hostile.count(told, words) > 3
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))

    page = opened(context, shop, told, texts=json.dumps({"title": words}))

    harmless(page)
    expect(panel_of(page)).to_contain_text(hostile.seen(words))
    assert [url for url in asked if not url.startswith((shop.url, shop.api))] == []


@pytest.mark.parametrize("kind", hostile.KINDS)
def test_words_of_a_reply_and_of_the_shopper(
    context: BrowserContext, shop: Shop, gateway: Gateway, kind: str
) -> None:
    words = hostile.KINDS[kind]
    page = opened(context, shop, socket_url=gateway.url)
    gateway.conversation = shop.conversation

    say(page, words.replace("\n", " "))
    expect(panel_of(page).locator("[data-sequence='2']")).to_be_visible()
    gateway.event("ChatDeltaEvent", replyId="r", index=0, text=words)
    expect(panel_of(page).locator(".streaming")).to_be_visible()
    harmless(page)

    gateway.message(shop.conversation.say(words))
    expect(panel_of(page).locator("[data-sequence='3']")).to_be_visible()
    harmless(page)


@pytest.mark.parametrize("kind", hostile.KINDS)
def test_words_of_the_page(context: BrowserContext, shop: Shop, kind: str) -> None:
    thing = {"@type": "Product", "sku": "X-1", "name": hostile.KINDS[kind]}
    told = json.dumps(thing).replace("<", "\\u003c")
    shop.conversation = Conversation(recorded("options"), echo)
    page = context.new_page()
    page.goto(
        plain(
            shop,
            body=f"<h1>Tee</h1><script type='application/ld+json'>{told}</script>",
            avatar="javascript:window.pwned=1",
            privacy_url="javascript:window.pwned=1",
            color="red;background:url(//evil.invalid)",
        )
    )
    launcher(page).click()
    panel_of(page).locator("[data-sequence='3']").wait_for()
    page.evaluate("() => AgentPayChat.setProduct({sku: 'X-2', name: JSON.parse(document.querySelector('[type*=ld]').textContent).name})")  # fmt: skip

    harmless(page)


def test_unknown_part_shows_its_text(context: BrowserContext, shop: Shop) -> None:
    page = opened(context, shop, "notices")

    message = panel_of(page).get_by_text("A part of a newer server, told in words.")
    expect(message.first).to_be_visible()


def test_links_lead_out_without_telling_where_from(context: BrowserContext, shop: Shop) -> None:
    page = opened(context, shop, "words")

    links = panel_of(page).locator(".bubble a")
    assert {one.get_attribute("rel") for one in links.all()} == {"noopener noreferrer nofollow"}
    assert {one.get_attribute("target") for one in links.all()} == {"_blank"}
    assert links.all()


@pytest.mark.parametrize("name", ["choosing", "list-chosen", "details-empty"])
def test_words_in_what_is_used(
    context: BrowserContext, shop: Shop, gateway: Gateway, name: str
) -> None:
    """The forms of spoiled cards can still be used."""
    made = moments.MADE[name]
    told = recorded(made.state)
    told["chat"] = hostile.spoiled(told["chat"], hostile.SCRIPTS)
    page = opened(context, shop, told)

    made.do(page, shop)

    harmless(page)
