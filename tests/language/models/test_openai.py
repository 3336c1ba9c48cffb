"""What is the Chat Completions API's own: its format, and the ways of servers that only resemble OpenAI."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import openai as official
import pytest
from openai.types.chat.completion_create_params import CompletionCreateParamsStreaming
from pydantic import TypeAdapter
from pytest_httpserver import HTTPServer
from werkzeug import Response

from agentpay_plugin.demo.openai.lookalike import LookAlike
from agentpay_plugin.demo.speakers.script import Answer, Call, Counts, Happening, Say
from agentpay_plugin.errors import ModelRefused, ModelUnavailable
from agentpay_plugin.language.model import FromModel, FromShopper, Reply, Stop, ToolCall, Usage
from agentpay_plugin.language.openai import OpenAI
from agentpay_plugin.language.openai_reply import Draft
from agentpay_plugin.language.openai_request import parameters
from agentpay_plugin.language.sse import data_of
from tests.language.models.conftest import OPENAI_KEY, build_request, results

HELLO = Answer((Say(("Hello.",)),))


@pytest.fixture
def model(openai: LookAlike) -> OpenAI:
    return OpenAI(OPENAI_KEY, "local-small", f"{openai.url}/v1/")


def ask(model: OpenAI, *exchanges: Any, **changes: Any) -> Reply:
    return model.reply(build_request(*exchanges, **changes), lambda _: None)


def put_together(*chunks: dict[str, Any]) -> Reply:
    draft = Draft(1000)
    for chunk in chunks:
        draft.take(chunk)
    return draft.reply()


def delta(reason: str | None = None, **given: Any) -> dict[str, Any]:
    return {"choices": [{"index": 0, "delta": given, "finish_reason": reason}]}


def test_what_is_sent_is_of_the_official_type(model: OpenAI, openai: LookAlike) -> None:
    openai.answers(Answer((Say(("Wait.",)), Call("show_cart"))), HELLO)
    shopper = FromShopper("A blue shirt?")

    first = ask(model, shopper)
    ask(model, shopper, first.said, results(first.said))

    for body in openai.asked:
        TypeAdapter(CompletionCreateParamsStreaming).validate_python(body)
    assert [one["role"] for one in openai.asked[1]["messages"]] == [
        "system",
        "user",
        "assistant",
        "tool",
    ]
    assert openai.asked[1]["messages"][2] == first.said.raw
    assert openai.asked[0]["messages"][0]["content"] == "You sell in a shop.\n\nIt is Monday."


def test_openai_itself_is_asked_in_its_own_words() -> None:
    request = build_request()

    at_openai = parameters(request, "gpt-6-luna", at_openai=True)
    elsewhere = parameters(request, "gpt-6-luna", at_openai=False)

    TypeAdapter(CompletionCreateParamsStreaming).validate_python(at_openai)
    assert (at_openai["max_completion_tokens"], at_openai["reasoning_effort"]) == (
        1500,
        "low",
    )  # what is thought counts as well
    assert elsewhere["max_tokens"] == 500
    assert not {"reasoning_effort", "max_completion_tokens"} & elsewhere.keys()


def test_a_server_of_ones_own_needs_no_key(
    openai: LookAlike, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("default login somebody password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    openai.is_open = True
    openai.answers(HELLO)

    reply = ask(OpenAI("", "local-small", f"{openai.url}/v1"))

    assert reply.said.text == "Hello."


def test_a_server_that_tells_no_tokens_is_reckoned_from_above(
    model: OpenAI, openai: LookAlike
) -> None:
    openai.answers(Answer((Say(("Hello.",)),), is_counted=False))

    reply = ask(model)

    sent = len(json.dumps(openai.asked[0]).encode())
    assert reply.usage == Usage(sent=-(-sent // 2), received=3)


def test_what_a_reply_costs_is_exact() -> None:
    usage = Usage(sent=1_000, received=200, read=3_000, written=500)

    assert OpenAI("", "gpt-6-luna").cost(usage) == Decimal("0.0002925")
    assert OpenAI("", "gpt-6-luna-2026-09-22").cost(usage) == Decimal("0.0002925")
    assert OpenAI("", "llama-of-mine").cost(usage) == Decimal("0.17475")
    assert OpenAI("", "gpt-6-luna").cost(Usage(300_000, 1_000)) == Decimal("0.06075")


def test_an_account_without_money_is_no_matter_of_waiting(model: OpenAI, openai: LookAlike) -> None:
    openai.answers(Answer(status=429, code="insufficient_quota"))

    with pytest.raises(ModelRefused, match="insufficient_quota"):
        ask(model)


@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (
            {"message": "slot unavailable", "type": "unavailable_error", "code": 503},
            ModelUnavailable,
        ),
        (
            {"message": "context too long", "type": "exceed_context_size_error", "code": 400},
            ModelRefused,
        ),
        ({"message": "oops", "type": "server_error", "code": None}, ModelUnavailable),
        ("oops", ModelUnavailable),
    ],
)
@pytest.mark.parametrize("name", ["data", "error"])
def test_an_error_in_the_midst(
    httpserver: HTTPServer, error: object, raised: type[Exception], name: str
) -> None:
    body = json.dumps({"error": error})
    stream = f"data: {json.dumps(delta(content='I'))}\n\n{name}: {body}\n\n"
    httpserver.expect_request("/chat/completions").respond_with_response(Response(stream))

    with pytest.raises(raised):
        ask(OpenAI("", "local-small", httpserver.url_for("/")))


@pytest.mark.parametrize("body", ["", "<html>A proxy speaks.</html>", "data: [1]\n\n", "data: {}\n\n",
                                  'data: {"choices": 3}\n\n', 'data: {"choices": [{"delta": "x"}]}\n\n'])  # fmt: skip
def test_what_is_no_stream_of_chunks(httpserver: HTTPServer, body: str) -> None:
    httpserver.expect_request("/chat/completions").respond_with_data(body)

    with pytest.raises(ModelUnavailable):
        ask(OpenAI("", "local-small", httpserver.url_for("/")))


def test_a_redirect_is_not_followed(httpserver: HTTPServer, openai: LookAlike) -> None:
    away = Response("", 307, {"Location": f"{openai.url}/v1/chat/completions"})
    httpserver.expect_request("/chat/completions").respond_with_response(away)

    with pytest.raises(ModelRefused, match="307"):
        ask(OpenAI(OPENAI_KEY, "local-small", httpserver.url_for("/")))

    assert openai.requests == []


def test_a_stream_with_no_mark_of_its_end_is_whole_by_its_reason(httpserver: HTTPServer) -> None:
    stream = f"data: {json.dumps(delta('stop', content='Hi'))}\r\n\r\n: comment\r\n\r\n"
    httpserver.expect_request("/chat/completions").respond_with_data(stream)

    assert ask(OpenAI("", "local-small", httpserver.url_for("/"))).said.text == "Hi"


def test_calls_of_servers_that_give_no_index_one_index_or_no_id() -> None:
    def call(name: str, arguments: str, **given: Any) -> dict[str, Any]:
        fragment = given | {"function": {"name": name, "arguments": arguments}}
        return delta(tool_calls=[fragment])

    ends = delta("stop")
    none = put_together(call("a", "{}", id="1"), call("b", "{}", id="2"), ends)
    same = put_together(call("a", "{}", id="1", index=0), call("b", "{}", id="2", index=0), ends)
    no_id = put_together(call("a", "{}", index=0), call("b", "{}", index=1), ends)

    expected = (ToolCall("1", "a", {}), ToolCall("2", "b", {}))
    assert (none.said.calls, same.said.calls) == (expected, expected)
    assert [(one.id, one.name) for one in no_id.said.calls] == [("call_0", "a"), ("call_1", "b")]
    assert none.stop is Stop.TOOLS  # though the server says stop


def test_a_refusal_in_words_is_no_prose() -> None:
    reply = put_together(delta(refusal="I cannot."), delta("stop"))

    assert (reply.stop, reply.said.text) == (Stop.REFUSED, "")


def test_halves_of_characters_and_nul_are_not_passed_on() -> None:
    assert put_together(delta("stop", content="a\ud83db\0")).said == FromModel(
        "a?b", (), {"role": "assistant", "content": "a?b"}
    )


def test_events_in_any_pieces_are_the_same() -> None:
    stream = b": hello\r\ndata: {\ndata: }\n\nevent: x\ndata:\xc3\xa9\n\ndata: never whole"
    pieces = [bytes([byte]) for byte in stream]

    assert list(data_of([stream])) == list(data_of(pieces)) == ["{\n}", "é"]


# --- the look-alike, as the official package hears it ------------------------------------------------


def test_the_look_alike_speaks_as_the_official_package_understands(openai: LookAlike) -> None:
    openai.answers(
        Answer(
            (Say(("Hel", "lo")), Call("search", '{"text": "blue"}')), counts=Counts(25, 30, 10, 5)
        )
    )
    client = official.OpenAI(
        api_key=OPENAI_KEY,
        base_url=f"{openai.url}/v1",
        max_retries=0,
        _strict_response_validation=True,
    )

    with (
        client,
        client.chat.completions.stream(
            model="gpt-6-luna",
            messages=[{"role": "user", "content": "Hi"}],
            stream_options={"include_usage": True},
        ) as stream,
    ):
        completion = stream.get_final_completion()

    (choice,) = completion.choices
    assert (choice.message.content, choice.finish_reason) == ("Hello", "tool_calls")
    (call,) = choice.message.tool_calls or ()
    assert (call.function.name, call.function.arguments) == ("search", '{"text": "blue"}')
    assert completion.usage is not None
    assert (completion.usage.prompt_tokens, completion.usage.completion_tokens) == (40, 30)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Answer(status=429), official.RateLimitError),
        (Answer(status=503), official.InternalServerError),
        (Answer(status=403), official.PermissionDeniedError),
        (Answer((Happening.ERROR,)), official.APIError),
    ],
)
def test_the_look_alike_fails_as_the_official_package_knows(
    openai: LookAlike, answer: Answer, kind: type[Exception]
) -> None:
    openai.answers(answer)
    client = official.OpenAI(api_key=OPENAI_KEY, base_url=f"{openai.url}/v1", max_retries=0)

    with client, pytest.raises(kind):
        list(
            client.chat.completions.create(
                model="gpt-6-luna", messages=[{"role": "user", "content": "Hi"}], stream=True
            )
        )
