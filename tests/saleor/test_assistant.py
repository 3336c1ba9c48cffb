"""A language model in a real Saleor's worker: it answers, is heard as it writes, and money does not wait for it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest

from agentpay_plugin.demo.claude.server import running as running_claude
from agentpay_plugin.demo.openai.server import running as running_openai
from agentpay_plugin.demo.speakers.script import Answer, Counts, Happening, Say
from agentpay_plugin.demo.speakers.speaker import Speaker
from tests.chat.assistant.words import UNCLEAR, call
from tests.saleor.bank import Bank
from tests.saleor.buying import assert_bought_once, page_of, quoted
from tests.saleor.client import Shopper
from tests.saleor.merchant import update
from tests.saleor.page import Page
from tests.saleor.processes import until
from tests.saleor.shop import Shop

pytestmark = pytest.mark.saleor

CHANNEL = "default-channel"
OFF = {
    "assistant_provider": "", "assistant_base_url": "", "assistant_model": "",
    "assistant_money_per_chat": "", "assistant_money_per_day": "", "assistant_seconds": "",
}  # fmt: skip
SIMPLE = "I can only give simple answers at the moment. Ask for a person if you need more."
USEFUL = f"{SIMPLE}\nWhich product do you mean?"
INSTALL = "Saleor's environment has no library of Claude's: pip install 'agentpay-saleor[claude]'"
WITH_CLAUDE = pytest.mark.parametrize("provider", ["claude"], indirect=True)
_WARM: set[int] = set()  # workers, by their process
_FIND = "from importlib.util import find_spec; print(find_spec('anthropic') is not None)"
_LAST_TURN = (
    "SELECT t.answered_by, t.tokens_sent, t.tokens_received, t.cost_micros, c.assistant_micros"
    " FROM agentpay_plugin_turn t JOIN agentpay_plugin_conversation c ON c.id = t.conversation_id"
    " ORDER BY t.id DESC LIMIT 1"
)


@pytest.fixture(params=["claude", "openai"])
def provider(request: pytest.FixtureRequest, running: Shop) -> str:
    if request.param == "claude" and running.python("-c", _FIND).strip() != "True":
        pytest.skip(INSTALL)
    return str(request.param)


@pytest.fixture
def like(running: Shop, provider: str) -> Iterator[Speaker]:
    """A model's server on this machine, and a channel whose assistant it is."""
    with _speaker(running, provider) as one:
        _choose(running, **_chosen(provider, one))
        _warm(running, one)
        yield one
        _choose(running, **OFF)


def _speaker(shop: Shop, provider: str) -> AbstractContextManager[Speaker]:
    return running_claude(shop.claude_port) if provider == "claude" else running_openai()


def _chosen(provider: str, like: Speaker) -> dict[str, str]:
    if provider == "claude":
        return {"assistant_provider": "claude", "assistant_api_key": "sk-ant-saleor12345678"}
    return {
        "assistant_provider": "openai",
        "assistant_base_url": f"{like.url}/v1",
        "assistant_model": "local-small",
        "assistant_api_key": "sk-saleor12345678",
        "assistant_money_per_chat": "50.00",
        "assistant_money_per_day": "500.00",
    }


def _choose(shop: Shop, **values: str) -> None:
    answer = update(shop, CHANNEL, True, **values)
    assert answer["errors"] == [], answer["errors"]


def _warm(shop: Shop, like: Speaker) -> None:
    """Let a worker that was just started load the provider's library, which takes its time on a busy machine."""
    worker = shop.processes.running["worker"].pid
    if worker in _WARM:
        return

    def is_answered() -> bool:
        shopper = begun(shop)
        shopper.say(UNCLEAR)
        replied(shopper)
        return bool(shop.rows(_LAST_TURN)[0][0] == "assistant")

    until(is_answered, "the model answers", 120)
    like.requests.clear()
    _WARM.add(worker)


def begun(shop: Shop) -> Shopper:
    shopper = Shopper(shop)
    shopper.start()
    return shopper


def replied(shopper: Shopper) -> str:
    """Wait for the reply and return its text."""
    until(lambda: not shopper.look()["pending"], "a reply", 60)
    return str(shopper.messages[-1]["text"])


def spent_today(shop: Shop) -> int:
    """Return what the assistants have cost today, in millionths of a US dollar."""
    ((micros,),) = shop.rows("SELECT coalesce(sum(micros), 0) FROM agentpay_plugin_assistantday")
    return int(micros)


def reply_of(page: Page) -> dict[str, Any] | None:
    """The assistant's message that came after its pieces."""
    kinds = [event["__typename"] for event in page.events]
    if "ChatDeltaEvent" not in kinds:
        return None
    later = list(page.events)[kinds.index("ChatDeltaEvent") :]
    told = [e["message"] for e in later if e["__typename"] == "ChatMessageEvent"]
    return next((one for one in told if one["author"] == "ASSISTANT"), None)


def heard(page: Page) -> str:
    """What was heard piece by piece, each in its place, before anything of it stood."""
    pieces = [one for one in list(page.events) if one["__typename"] == "ChatDeltaEvent"]
    assert [one["index"] for one in pieces] == list(range(len(pieces)))
    assert len({one["replyId"] for one in pieces}) <= 1
    return "".join(one["text"] for one in pieces)


def test_answers_and_keeps_no_payment_waiting(running: Shop, like: Speaker, bank: Bank) -> None:
    _choose(running, assistant_seconds="120")
    like.answers(
        Answer((call("search", words="hoodie"),)),
        Answer((Say(("This hoodie is warm. ", "It costs $3 only.")),)),
    )
    shopper = begun(running)
    shopper.say(UNCLEAR)

    said = replied(shopper)
    assert said.startswith("This hoodie is warm.")
    assert "$3 only" not in said
    assert shopper.last("ChatProductCard") is not None

    # One of the worker's two processes thinks; a second model turn finds no place, and a payment goes through.
    like.answers(Answer((Say(("Well, ",)), Happening.SILENCE)))
    slow, other = begun(running), Shopper(running)
    asked = len(like.asked)
    slow.say(UNCLEAR)
    until(lambda: len(like.asked) > asked, "the model is asked", 60)
    other.start()
    other.say(UNCLEAR)
    assert "simple answers" in replied(other)
    email = f"jo+assistant{like.url[-5:]}@example.com"
    buyer, version = quoted(running, email)
    bank.pay(page_of(buyer, version))
    assert_bought_once(running, bank, buyer, email)
    slow.tap(stop=True)
    replied(slow)


@WITH_CLAUDE
def test_reply_is_heard_by_the_gateway_piece_by_piece_and_then_whole(
    listening: Shop, like: Speaker
) -> None:
    like.answers(
        Answer((call("search", words="hoodie"),), counts=Counts(sent=1_000, received=20)),
        Answer(
            (Say(("This hoodie ", "is warm. ", "It costs $3 only. ", "And ")),
             Happening.HOLD, Say(("it is soft.",))),
            counts=Counts(sent=2_000, received=40),
        ),
    )  # fmt: skip
    before = spent_today(listening)
    shopper = begun(listening)
    with Page(listening.gateway_port, shopper.token) as page:
        page.wait_for_connection(1)
        shopper.say(UNCLEAR)
        until(lambda: heard(page).startswith("This hoodie is warm. "), "its first words", 60)
        assert reply_of(page) is None
        assert shopper.look()["pending"] is True

        like.faults.release()
        reply = until(lambda: reply_of(page), "the whole reply")

    assert "$3" not in heard(page)
    assert heard(page).endswith("And it is soft.")
    assert reply["parts"][0]["text"] == "This hoodie is warm. And it is soft."
    assert "ChatProductCard" in {part["__typename"] for part in reply["parts"]}
    assert page.sequences == sorted(set(page.sequences))
    assert page.refusals == []
    # claude-haiku-5-5: a tenth of a dollar for a million tokens sent, half a dollar received.
    assert listening.rows(_LAST_TURN) == [("assistant", 3_000, 60, 330, 330)]
    assert spent_today(listening) - before == 330


@WITH_CLAUDE
def test_stop_ends_the_reply_in_the_worker(listening: Shop, like: Speaker) -> None:
    like.answers(Answer((Say(("This one is soft. ", "It is ", "dark blue. ")), Happening.PINGS)))
    before = spent_today(listening)
    shopper = begun(listening)
    with Page(listening.gateway_port, shopper.token) as page:
        page.wait_for_connection(1)
        shopper.say(UNCLEAR)
        until(lambda: "dark blue." in heard(page), "words to stop", 60)

        shopper.tap(stop=True)

        reply = until(lambda: reply_of(page), "what was said until then")
    assert reply["text"].startswith("This one is soft. It is dark blue.")
    assert like.gone.wait(20)  # the model is hung up on
    assert shopper.look()["pending"] is False
    assert spent_today(listening) > before  # what it wrote until then is paid for


@WITH_CLAUDE
@pytest.mark.parametrize("end", [Happening.CUT, Happening.SILENCE])
def test_model_that_dies_in_mid_sentence_is_answered_for_within_its_time(
    listening: Shop, like: Speaker, end: Happening
) -> None:
    seconds = 10
    _choose(listening, assistant_seconds=str(seconds))
    like.answers(Answer((Say(("I would take the ", "red o")), end)))
    before = spent_today(listening)
    shopper = begun(listening)
    with Page(listening.gateway_port, shopper.token) as page:
        page.wait_for_connection(1)
        shopper.say(UNCLEAR)
        until(lambda: like.asked, "the model is asked", 60)
        asked = time.monotonic()
        reply = until(lambda: reply_of(page), "the rules' reply", 60)

    assert time.monotonic() - asked < seconds + 5
    assert heard(page).startswith("I would take the ")
    assert USEFUL in reply["text"]
    assert "red" not in reply["text"]
    ((by, _, _, cost, of_chat),) = listening.rows(_LAST_TURN)
    assert by == "rules"
    # What it said is unknown, so that all that was kept for it is counted.
    assert spent_today(listening) - before == cost == of_chat > 0


@WITH_CLAUDE
def test_spent_money_is_told_and_the_rules_go_on_selling(running: Shop, like: Speaker) -> None:
    like.answers(
        Answer((call("search", words="hoodie"),), counts=Counts(sent=1_000_000, received=0)),
        Answer((Say(("Never said.",)),)),
    )
    shopper = begun(running)
    shopper.say(UNCLEAR)
    replied(shopper)
    assert shopper.last("ChatProductCard") is not None
    # Above 100,000 tokens sent it costs five times as much: half a dollar, of the 20 cents of a chat.
    assert running.rows(_LAST_TURN) == [("assistant", 1_000_000, 0, 500_000, 500_000)]

    shopper.say(UNCLEAR)
    said = replied(shopper)

    assert f"{SIMPLE}\nWhich of these do you mean?" in said
    assert len(like.asked) == 1
    assert running.rows(_LAST_TURN) == [("rules", 0, 0, 0, 500_000)]
