"""A language model's reply in the widget, in a browser: read as it is written, stopped by its button, or given up.

What hangs on the provider runs with both, what the widget does whoever it is with Claude alone.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Request, expect

from agentpay_plugin.demo.speakers.script import Answer, Call, Counts, Happening, Say
from agentpay_plugin.demo.speakers.speaker import Speaker
from tests.chat.assistant.words import UNCLEAR, call
from tests.demo.browsing import ADA, Pointer, card, quoted
from tests.demo.demo import Demo
from tests.demo.speakers import PROVIDERS, Provider
from tests.saleor.processes import free_port

TEE = "/default-channel/en/essential-tee/"
SAID = "This one is soft. It is dark blue."
PATIENCE = 20_000.0  # milliseconds for what a worker does
DEADLINE = 20  # seconds that a model has for a reply, where a merchant sets nothing else
USEFUL = "I can ask a person"
SPENDING = Counts(sent=1_000_000, received=1)  # more than a chat may cost, with either provider
WITH_CLAUDE = pytest.mark.parametrize("provider", ["claude"], indirect=True)


@pytest.fixture(scope="module", params=PROVIDERS)
def provider(request: pytest.FixtureRequest) -> Provider:
    return PROVIDERS[request.param]


@pytest.fixture(scope="module")
def port() -> int:
    return free_port()


@pytest.fixture
def like(provider: Provider, port: int) -> Iterator[Speaker]:
    """A model of each test's own, at one address."""
    with provider.running(port) as one:
        yield one


@pytest.fixture(scope="module")
def demo(provider: Provider, port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    one = provider.demo(tmp_path_factory.mktemp("assisted"), port)
    one.start()
    yield one
    one.end()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A product's page with its chat open."""
    page = context.new_page()
    page.goto(TEE)
    page.get_by_test_id("chat-button").click()
    page.get_by_test_id("chat-widget").locator(".message.assistant").first.wait_for()
    return page


def ask(page: Page, words: str) -> None:
    page.get_by_test_id("chat-input").fill(words)
    page.get_by_test_id("chat-send").click()


def replies(page: Page) -> Locator:
    """The replies that stand; neither the one that is being written nor the sign that one is."""
    return page.get_by_test_id("chat-widget").locator(".message.assistant[data-sequence]")


def written(page: Page) -> Locator:
    """The reply that is being written."""
    return page.get_by_test_id("chat-widget").locator(".message.streaming")


def stop(page: Page) -> Locator:
    return page.get_by_test_id("chat-widget").get_by_role("button", name="Stop")


def cart(page: Page) -> Locator:
    return page.get_by_test_id("chat-widget").locator(".card.cart").last


def told_to_stop(page: Page) -> list[str]:
    """What the server is told to stop, as it goes on."""
    told: list[str] = []

    def note(request: Request) -> None:
        if '"stop":true' in (request.post_data or ""):
            told.append(request.url)

    page.on("request", note)
    return told


def test_reply_is_read_while_it_is_written_and_stands_once(page: Page, like: Speaker) -> None:
    before = replies(page).count()
    like.answers(
        Answer((call("search", words="tee"),)),
        Answer((Say(("This one is soft. ", "It is ", "dark blue. ", "And ")), Happening.HOLD, Say(("warm.",)))),
    )  # fmt: skip

    ask(page, UNCLEAR)

    expect(written(page)).to_contain_text(f"{SAID} And", timeout=PATIENCE)
    expect(stop(page)).to_be_visible()
    expect(replies(page)).to_have_count(before)
    like.faults.release()
    expect(replies(page).last).to_contain_text(f"{SAID} And warm.", timeout=PATIENCE)
    expect(written(page)).to_have_count(0)
    expect(stop(page)).to_have_count(0)
    expect(replies(page)).to_have_count(before + 1)
    expect(page.locator(".message", has_text="This one is soft.")).to_have_count(1)


def test_stop_button_ends_the_reply_and_the_chat_goes_on(page: Page, like: Speaker) -> None:
    like.answers(Answer((Say(("This one is soft. ", "It is ", "dark blue. ")), Happening.PINGS)))
    ask(page, UNCLEAR)
    expect(written(page)).to_contain_text(SAID, timeout=PATIENCE)

    stop(page).click()

    expect(replies(page).last).to_contain_text(SAID, timeout=PATIENCE)
    expect(written(page)).to_have_count(0)
    expect(stop(page)).to_have_count(0)
    assert like.gone.wait(20)  # the model is hung up on
    ask(page, "Do you have it in blue M?")
    expect(replies(page).last).to_contain_text("Blue / M", timeout=PATIENCE)


@WITH_CLAUDE
def test_reply_is_stopped_before_its_first_word_and_changes_nothing(
    page: Page, like: Speaker
) -> None:
    like.answers(Answer((Happening.HOLD, Say(("Too late. ", "And so on.")))))
    told = told_to_stop(page)
    ask(page, "one in blue, size M")
    expect(cart(page)).to_contain_text("$24.00")
    ask(page, UNCLEAR)
    expect(stop(page)).to_be_visible()
    expect(written(page)).to_have_count(0)
    stop(page).focus()

    page.keyboard.press("Enter")

    expect(stop(page)).to_have_count(0)
    expect(replies(page).last).to_have_text(re.compile("Stopped. What else can I do for you"))
    expect(page.get_by_test_id("chat-send")).to_be_focused()
    assert len(told) == 1
    like.faults.release()
    ask(page, "show my cart")
    expect(replies(page).last).to_contain_text("$24.00")
    expect(page.get_by_text("Too late.")).to_have_count(0)
    expect(stop(page)).to_have_count(0)


@WITH_CLAUDE
def test_nothing_can_be_stopped_while_a_payment_provider_is_asked(
    context: BrowserContext, demo: Demo
) -> None:
    page = context.new_page()
    quoted(Pointer(page), TEE, ADA)
    demo.bank("faults", kind="hold", pattern="POST .*sessions")

    with page.expect_response(lambda one: '"pay"' in (one.request.post_data or "")) as answered:
        card(page, "quote").get_by_test_id("pay-button").last.click()

    sent = answered.value.json()["data"]["chatActionSubmit"]
    assert (sent["pending"], sent["stoppable"]) == (True, False)
    expect(page.get_by_test_id("chat-widget").locator(".typing")).to_be_visible()
    expect(stop(page)).to_have_count(0)
    demo.bank("faults/release")
    expect(page.get_by_test_id("payment-button")).to_be_visible()
    expect(stop(page)).to_have_count(0)


def test_model_that_dies_leaves_a_useful_answer_and_no_half_sentence(
    page: Page, like: Speaker
) -> None:
    like.answers(Answer((Say(("I would take the ", "red o")), Happening.CUT)))

    ask(page, UNCLEAR)

    expect(replies(page).last).to_contain_text("simple answers", timeout=PATIENCE)
    expect(replies(page).last).to_contain_text(USEFUL)
    expect(written(page)).to_have_count(0)
    expect(page.get_by_text("I would take the")).to_have_count(0)


@WITH_CLAUDE
def test_model_that_falls_silent_in_mid_sentence_is_answered_for_within_its_time(
    page: Page, like: Speaker
) -> None:
    like.answers(Answer((Say(("I would take the ", "red o")), Happening.SILENCE)))
    begin = time.monotonic()
    ask(page, UNCLEAR)
    expect(written(page)).to_contain_text("I would take the", timeout=PATIENCE)

    expect(replies(page).last).to_contain_text("simple answers", timeout=2_000.0 * DEADLINE)

    assert time.monotonic() - begin < DEADLINE + 5
    expect(replies(page).last).to_contain_text(USEFUL)
    expect(written(page)).to_have_count(0)
    expect(stop(page)).to_have_count(0)
    expect(page.get_by_text("I would take the")).to_have_count(0)
    ask(page, "Do you have it in blue M?")
    expect(replies(page).last).to_contain_text("Blue / M", timeout=PATIENCE)


def test_spent_money_is_told_and_the_rules_go_on_selling(page: Page, like: Speaker) -> None:
    like.answers(
        Answer((call("search", words="tee"),), counts=SPENDING),
        Answer((Say(("Never said.",)),)),
    )
    ask(page, UNCLEAR)
    # What was found for the money that is gone is shown.
    expect(replies(page).last.locator(".card.product").first).to_be_visible(timeout=PATIENCE)

    ask(page, UNCLEAR)

    expect(replies(page).last).to_contain_text("simple answers", timeout=PATIENCE)
    expect(replies(page).last).to_contain_text(USEFUL)
    ask(page, "one in blue, size M")
    expect(cart(page)).to_contain_text("$24.00")
    expect(replies(page).last).not_to_contain_text("simple answers")
    assert len(like.asked) == 1
    expect(page.get_by_text("Never said.")).to_have_count(0)


# What a visit asks the model for: the tool that is called, and what is then seen in the reply. What changes a cart needs
# words that ask for it, which the rules understand: those tools are called in tests/chat/assistant.
VISIT = (
    (call("search", words="tee"), ".card.product", "Breton Striped Tee"),
    (call("show_product", product_id="product-breton-tee"), ".card.product", "$32.00"),
    (
        call("compare", product_ids=["product-essential-tee", "product-breton-tee"]),
        ".card.product.small",
        "Breton Striped Tee",
    ),
    (call("show_cart"), ".card.cart", "$24.00"),
    (call("delivery", country="US"), ".bubble", "That is it."),
    (call("read_shop", question="can I return it?"), ".bubble", "That is it."),
    (call("ask_for_person"), ".notice", "I have asked a person"),
)


@WITH_CLAUDE
def test_what_each_tool_brings_is_seen(page: Page, like: Speaker) -> None:
    ask(page, "one in blue, size M")
    expect(cart(page)).to_contain_text("$24.00")

    seen = [use(page, like, tool, UNCLEAR, where, what) for tool, where, what in VISIT]

    assert seen == [tool.name for tool, *_ in VISIT]


def use(page: Page, like: Speaker, tool: Call, words: str, where: str, seen: str) -> str:
    """Let the model call a tool and say a sentence; its card is seen once the reply stands. Returns the tool's name."""
    asked, before = len(like.asked), replies(page).last.get_attribute("data-sequence")
    like.answers(Answer((Say(("Let me ", "see. ")), tool)), Answer((Say(("That ", "is ", "it.")),)))

    ask(page, words)

    reply = replies(page).last
    expect(reply).not_to_have_attribute("data-sequence", before or "", timeout=PATIENCE)
    expect(reply).to_contain_text("That is it.")
    assert len(like.asked) == asked + 2
    (result,) = like.asked[-1]["messages"][-1]["content"]
    assert not result["is_error"], result
    expect(reply.locator(where).filter(has_text=seen).first).to_be_visible()
    return tool.name
