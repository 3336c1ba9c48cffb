"""The demo with a model behind it: its reply is heard as it is written, stopped from elsewhere, and keeps nobody waiting."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from agentpay_plugin.demo.openai.server import running
from agentpay_plugin.demo.speakers.script import Answer, Happening, Say
from agentpay_plugin.demo.speakers.speaker import Speaker
from tests.chat.assistant.words import call
from tests.demo.demo import Demo
from tests.demo.test_live import following
from tests.saleor.client import Shopper
from tests.saleor.processes import until

UNCLEAR = "hm, my uncle and a rainy evening, you know how it is"


@pytest.fixture
def like() -> Iterator[Speaker]:
    with running() as one:
        yield one


@pytest.fixture
def demo(like: Speaker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    settings = {
        "DEMO_ASSISTANT": "openai",
        "DEMO_ASSISTANT_BASE": f"{like.url}/v1",
        "DEMO_ASSISTANT_MODEL": "local-small",
        "DEMO_ASSISTANT_KEY": "sk-demo12345678",
    }
    one = Demo(tmp_path_factory.mktemp("assisted"), settings=settings)
    one.start()
    yield one
    if one.process is not None:
        one.end()


def test_reply_is_heard_as_it_is_written_and_then_whole(
    demo: Demo, shopper: Shopper, like: Speaker
) -> None:
    like.answers(
        Answer((call("search", words="tee"),)),
        Answer((Say(("This one ", "is soft. ", "It costs $3 only. ", "Do you like it?")),)),
    )
    shopper.start()
    newest = shopper.look()["lastSequence"]
    with following(demo, shopper.token, after=newest) as events:
        shopper.say(UNCLEAR)
        told = until_reply(events)

    pieces = [one for one in told if one["__typename"] == "ChatDeltaEvent"]
    assert [one["index"] for one in pieces] == list(range(len(pieces)))
    streamed = "".join(one["text"] for one in pieces)
    assert streamed.startswith("This one is soft. ")
    assert "$3" not in streamed
    message = told[-1]["message"]
    assert message["parts"][0]["text"] == "This one is soft. Do you like it?"
    assert "ChatProductCard" in {part["__typename"] for part in message["parts"]}


def test_stop_ends_it_and_others_are_not_kept_waiting(
    demo: Demo, shopper: Shopper, like: Speaker
) -> None:
    like.answers(Answer((Say(("This one is soft. ", "And this ")), Happening.SILENCE)))
    shopper.start()
    newest = shopper.look()["lastSequence"]
    with following(demo, shopper.token, after=newest) as events:
        shopper.say(UNCLEAR)
        for event in events:
            if event["__typename"] == "ChatDeltaEvent" and "soft" in event["text"]:
                break
        another = Shopper(demo)  # type: ignore[arg-type] it has the same `graphql`
        another.start(product={"slug": "essential-tee"})
        another.tap(chooseVariant={"variantId": "variant-essential-tee-blue-m", "quantity": 1})
        assert another.last("ChatCartSummary") is not None

        shopper.tap(stop=True)
        told = until_reply(events)

    assert told[-1]["message"]["text"].startswith("This one is soft.")
    assert shopper.look()["pending"] is False


def until_reply(events: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    """What comes, up to the assistant's message."""
    told = []
    for event in events:
        told.append(event)
        if event.get("message", {}).get("author") == "ASSISTANT":
            return told
    raise AssertionError("no reply")


def test_without_an_account_a_scripted_model_answers(tmp_path: Path) -> None:
    scripted = Demo(tmp_path, settings={"DEMO_ASSISTANT": "scripted"})
    scripted.start()
    shopper = Shopper(scripted)  # type: ignore[arg-type]
    shopper.start()

    shopper.say(UNCLEAR)

    until(lambda: not shopper.look()["pending"], "a reply")
    assert "This is what I found." in shopper.messages[-1]["text"]
    levers = f"{scripted.url}/openai/_control/requests"
    assert len(requests.get(levers, timeout=30).json()) == 2
    assert scripted.end() == 0
    assert "Traceback" not in scripted.words()


def test_what_is_wrong_with_its_settings_is_said_at_the_start(tmp_path: Path) -> None:
    keyless = Demo(tmp_path, settings={"DEMO_ASSISTANT": "claude"})

    code = keyless.run().wait(30)

    assert code == 1
    assert "DEMO_ASSISTANT_KEY: Needed while Claude is the assistant." in keyless.words()
    assert "Traceback" not in keyless.words()
