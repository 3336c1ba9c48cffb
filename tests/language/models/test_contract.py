"""What every adapter of the port does, against the look-alike of its provider, over real sockets."""

from __future__ import annotations

import logging
from decimal import Decimal

import pytest
from django.db import transaction

from agentpay_plugin.demo.speakers.script import Answer, Call, Counts, Ending, Happening, Say, Think
from agentpay_plugin.errors import ModelRefused, ModelUnavailable, OpenTransaction
from agentpay_plugin.language import prices
from agentpay_plugin.language.model import (
    FromModel,
    FromShopper,
    FromTools,
    Stop,
    ToolCall,
    ToolResult,
    Usage,
)
from agentpay_plugin.language.prices import Price
from tests.language.models.conftest import Rig, build_request, results

HELLO = Say(("Yes", ", we ", "have ", "ção, é 👕."))
TEXT = "Yes, we have ção, é 👕."
SEARCHING = Call("search_products", '{"text": "blue shirt", "most": 3}')


def test_prose_comes_piece_by_piece_and_whole(rig: Rig) -> None:
    rig.like.answers(Answer((HELLO,), counts=Counts(100, 20, 60, 40)))

    reply = rig.ask()

    assert rig.heard == list(HELLO.pieces)
    assert (reply.said.text, reply.said.calls, reply.stop) == (TEXT, (), Stop.DONE)
    assert reply.usage == Usage(sent=100, received=20, read=60, written=40)


def test_parallel_calls_with_prose_before_them(rig: Rig) -> None:
    rig.like.answers(Answer((HELLO, SEARCHING, Call("show_cart", ""))))

    reply = rig.ask()

    first, second = reply.said.calls
    assert (first.name, first.arguments) == ("search_products", {"text": "blue shirt", "most": 3})
    assert second == ToolCall(second.id, "show_cart", {})
    assert first.id != second.id
    assert (reply.stop, reply.said.text) == (Stop.TOOLS, TEXT)


def test_what_the_model_said_goes_back_as_it_was_with_all_results(rig: Rig) -> None:
    shopper = FromShopper("A blue shirt?")
    rig.like.answers(
        Answer((Think("They want blue."), HELLO, SEARCHING, Call("show_cart"))),
        Answer((Say(("Here.",)),)),
    )

    first = rig.ask(shopper)
    second = rig.ask(shopper, first.said, results(first.said))

    assert second.said.text == "Here."
    assert [one.status for one in rig.like.requests] == [200, 200]


def test_a_call_whose_arguments_were_nonsense_can_be_answered(rig: Rig) -> None:
    shopper = FromShopper("A blue shirt?")
    rig.like.answers(Answer((Call("search_products", "blue shirt please"),)), Answer((HELLO,)))

    first = rig.ask(shopper)
    wrong = FromTools((ToolResult(first.said.calls[0].id, "The arguments are no object.", True),))
    second = rig.ask(shopper, first.said, wrong)

    assert first.said.calls[0].arguments is None
    assert (first.stop, second.stop) == (Stop.TOOLS, Stop.DONE)


@pytest.mark.parametrize(
    "arguments",
    ["{", '{"text": "bl', "[]", '"text"', "null", "3", '{"most": NaN}', '{"a": "\\ud83d"}',
     '{"a": "\\u0000"}', '{"text": "x"}}', "[" * 100_000],
)  # fmt: skip
def test_arguments_that_are_no_object_are_none(rig: Rig, arguments: str) -> None:
    rig.like.answers(Answer((Call("search_products", arguments), SEARCHING)))

    reply = rig.ask()

    first, second = reply.said.calls
    assert (first.name, first.arguments) == ("search_products", None)
    assert second.arguments == {"text": "blue shirt", "most": 3}


def test_earlier_turns_are_told_without_what_the_provider_said(rig: Rig) -> None:
    call = ToolCall("call_1", "search_products", {"text": "shirt", "most": None})
    rig.like.answers(Answer((HELLO,)))

    reply = rig.ask(
        FromShopper("Hello"),
        FromModel("Hello!"),
        FromShopper("A shirt?"),
        FromModel("", (call,)),
        FromTools((ToolResult("call_1", "none", is_error=True),)),
        FromShopper("And a blue one?"),
    )

    assert reply.said.text == TEXT


@pytest.mark.parametrize("ending", [Ending.LENGTH, Ending.WINDOW, Ending.PAUSE, Ending.NEW])
def test_a_reply_that_is_cut_has_no_last_call(rig: Rig, ending: Ending) -> None:
    rig.like.answers(Answer((HELLO, Call("search_products", '{"text": "bl', is_cut=True)), ending))

    reply = rig.ask()

    assert (reply.stop, reply.said.text) == (Stop.LENGTH, TEXT)
    assert [call.arguments for call in reply.said.calls] == [None]


def test_a_cut_call_is_none_though_it_reads_as_an_object(rig: Rig) -> None:
    rig.like.answers(Answer((Call("show_cart", "{}", is_cut=True),), Ending.LENGTH))

    assert [call.arguments for call in rig.ask().said.calls] == [None]


def test_a_refusal(rig: Rig) -> None:
    rig.like.answers(Answer((Say(("I",)),), Ending.REFUSAL, Counts(10, 1)))

    reply = rig.ask()

    assert (reply.stop, reply.usage) == (Stop.REFUSED, Usage(10, 1))


@pytest.mark.parametrize(
    "answer",
    [
        Answer(status=500),
        Answer(status=503),
        Answer(status=529),
        Answer(status=408),
        Answer(status=409),
        Answer(status=429),
        Answer((HELLO, Happening.CUT)),
        Answer((HELLO, Call("search_products", '{"text"', is_cut=True), Happening.CUT)),
        Answer((HELLO, Happening.ERROR)),
        Answer((HELLO, Happening.NONSENSE)),
    ],
)
def test_what_may_be_tried_later(rig: Rig, answer: Answer) -> None:
    rig.like.answers(answer, Answer((HELLO,)))

    with pytest.raises(ModelUnavailable):
        rig.ask()

    assert len(rig.like.requests) == 1  # never retried
    assert rig.ask().said.text == TEXT


def test_an_hour_to_wait_is_told_and_not_waited_for(rig: Rig) -> None:
    rig.like.answers(Answer(status=429, retry_after="3600"), Answer(status=529))

    with pytest.raises(ModelUnavailable) as hurried:
        rig.ask()
    with pytest.raises(ModelUnavailable) as overloaded:
        rig.ask()

    assert (hurried.value.retry_after, overloaded.value.retry_after) == (3600.0, None)


@pytest.mark.parametrize("status", [301, 400, 402, 403, 404, 413, 422])
def test_what_asking_again_cannot_mend(rig: Rig, status: int) -> None:
    rig.like.answers(Answer(status=status))

    with pytest.raises(ModelRefused, match=str(status)):
        rig.ask()

    assert (len(rig.like.requests), rig.heard) == (1, [])


def test_a_key_and_a_model_that_are_not_taken(rig: Rig) -> None:
    rig.like.revoke("sk-another12345678")
    rig.like.revoke("sk-ant-another12345678")

    with pytest.raises(ModelRefused, match="401"):
        rig.other_key().reply(build_request(), rig.heard.append)
    with pytest.raises(ModelRefused, match="404"):
        rig.dear.reply(build_request(), rig.heard.append)

    assert rig.heard == []


@pytest.mark.parametrize("happening", [Happening.SILENCE, Happening.DRIP, Happening.PINGS])
def test_the_deadline_is_of_all_of_it(rig: Rig, happening: Happening) -> None:
    rig.like.answers(Answer((HELLO, happening)))

    with pytest.raises(ModelUnavailable, match="in time"):
        rig.ask(seconds=0.5)


def test_once_the_time_is_over_nothing_is_sent(rig: Rig) -> None:
    with pytest.raises(ModelUnavailable, match="in time"):
        rig.ask(seconds=0)

    assert rig.like.requests == []


@pytest.mark.parametrize("happening", [Happening.DRIP, Happening.PINGS])
def test_who_is_not_heard_any_more_is_hung_up_on(rig: Rig, happening: Happening) -> None:
    rig.like.answers(Answer((HELLO, happening)))

    reply = rig.ask(is_stopped=lambda: len(rig.heard) == len(HELLO.pieces))

    assert reply.stop is Stop.STOPPED
    assert rig.like.gone.wait(30)


def test_a_server_that_nobody_is_at(rig: Rig) -> None:
    rig.like.answers(Answer((Happening.CUT,)))

    with pytest.raises(ModelUnavailable):
        rig.ask()


def test_stopped_in_the_midst(rig: Rig) -> None:
    rig.like.answers(Answer((HELLO, SEARCHING, Happening.PINGS), counts=Counts(100, 9)))

    reply = rig.ask(is_stopped=lambda: len(rig.heard) == 2)

    assert rig.like.gone.wait(30)
    assert rig.heard == ["Yes", ", we "]
    assert (reply.said, reply.stop) == (FromModel("Yes, we "), Stop.STOPPED)
    assert reply.usage.sent >= 100
    assert reply.usage.received == 4  # two bytes each: from above


def test_stopped_in_silence(rig: Rig) -> None:
    rig.like.answers(Answer((HELLO, Happening.SILENCE)))

    reply = rig.ask(is_stopped=lambda: len(rig.heard) == len(HELLO.pieces))

    assert (reply.said.text, reply.stop) == (TEXT, Stop.STOPPED)


def test_what_the_caller_raises_is_the_callers(rig: Rig) -> None:
    rig.like.answers(Answer((HELLO, Happening.PINGS)))

    def full(_: str) -> None:
        raise ValueError("the outbox is full")

    with pytest.raises(ValueError, match="the outbox is full"):
        rig.model.reply(build_request(), full)

    assert rig.like.gone.wait(30)


@pytest.mark.django_db
def test_nobody_is_asked_inside_a_transaction(rig: Rig) -> None:
    with transaction.atomic(), pytest.raises(OpenTransaction):
        rig.ask()

    assert rig.like.requests == []


def test_what_is_sent_has_the_prose_the_tools_and_the_most_tokens(rig: Rig) -> None:
    rig.like.answers(Answer((HELLO,)))

    rig.ask(FromShopper("A blue shirt?"), most_tokens=321)

    sent = str(rig.like.asked[0])
    assert all(
        words in sent for words in ("You sell in a shop.", "It is Monday.", "A blue shirt?", "321")
    )
    assert "'strict': True" in sent
    assert "temperature" not in sent


def test_neither_key_nor_words_are_in_errors_and_logs(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    rig.like.answers(Answer((HELLO, Happening.CUT)), Answer(status=400), Answer((HELLO,)))

    with pytest.raises(ModelUnavailable) as cut:
        rig.ask()
    with pytest.raises(ModelRefused) as refused:
        rig.ask()
    rig.ask()

    words = f"{cut.value!r} {refused.value!r}"
    told = words + "".join(
        one.getMessage() for one in caplog.records if one.levelno > logging.DEBUG
    )
    assert not [one for one in ("sk-", "blue shirt", "You sell", "Yes, we") if one in told]


def test_a_model_of_unknown_price_is_the_dearest(rig: Rig) -> None:
    assert rig.dear.cost(Usage(sent=100_000)) == Decimal(3)
    assert rig.dear.cost(Usage(written=100_000)) == Decimal("3.75")
    assert rig.dear.cost(Usage(read=100_000)) == Decimal(3)
    assert rig.dear.cost(Usage(received=1000)) == Decimal("0.18")
    assert rig.dear.cost(Usage()) == 0


@pytest.mark.parametrize("price", [*prices.CLAUDE.values(), *prices.OPENAI.values()])
@pytest.mark.parametrize(
    "usage",
    [
        Usage(sent=1000),
        Usage(received=1000),
        Usage(read=1000),
        Usage(written=1000),
        Usage(sent=150_000),
    ],
)
def test_no_known_price_is_above_that_of_an_unknown_model(price: Price, usage: Usage) -> None:
    assert price.of(usage) <= prices.price_of(prices.CLAUDE, "claude-of-tomorrow").of(usage)
