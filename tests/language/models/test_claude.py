"""What is Claude's own: its format, its cache, its thinking, its prices."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal

import anthropic
import pytest
import requests
from anthropic.types.message_create_params import MessageCreateParamsStreaming
from pydantic import TypeAdapter
from pytest_httpserver import HTTPServer
from werkzeug import Response

from agentpay_plugin.demo.claude.lookalike import LookAlike
from agentpay_plugin.demo.claude.server import running
from agentpay_plugin.demo.speakers.script import Answer, Call, Counts, Say, Think
from agentpay_plugin.errors import ModelRefused, ModelUnavailable
from agentpay_plugin.language.claude import Claude
from agentpay_plugin.language.claude_reply import Draft
from agentpay_plugin.language.claude_request import parameters
from agentpay_plugin.language.model import FromModel, FromShopper, Stop, Usage
from tests.language.models.conftest import CLAUDE_KEY, build_request, results

HELLO = Answer((Say(("Hello.",)),))


@pytest.fixture
def model(claude: LookAlike) -> Claude:
    return Claude(CLAUDE_KEY, "claude-haiku-5-5", claude.url)


def ask(model: Claude, *exchanges: object, **changes: object):  # type: ignore[no-untyped-def]
    return model.reply(build_request(*exchanges, **changes), lambda _: None)


def test_what_is_sent_is_of_the_official_type(model: Claude, claude: LookAlike) -> None:
    claude.answers(Answer((Think("Hm."), Call("show_cart"))), HELLO)
    shopper = FromShopper("A blue shirt?")

    first = ask(model, shopper)
    ask(model, shopper, first.said, results(first.said))

    for body in claude.asked:
        TypeAdapter(MessageCreateParamsStreaming).validate_python(body, strict=False)
    assert sorted(claude.asked[0]) == [
        "max_tokens", "messages", "model", "output_config", "stream", "system", "thinking", "tools",
    ]  # fmt: skip
    headers = claude.requests[0].headers
    assert headers["anthropic-version"] == "2026-10-21"
    assert headers["user-agent"].startswith("AgentPay/")


def test_thinking_goes_back_unchanged_and_what_changed_is_refused(claude: LookAlike) -> None:
    model = Claude(CLAUDE_KEY, "claude-sonnet-5-5", claude.url)
    claude.answers(
        Answer((Think("They want blue."), Say(("Let me look.",)), Call("show_cart"))), HELLO
    )
    shopper = FromShopper("A blue shirt?")
    first = ask(model, shopper)

    raw = first.said.raw
    assert [block["type"] for block in raw] == ["thinking", "text", "tool_use"]
    changed = FromModel("", first.said.calls, [raw[0] | {"thinking": "They want red."}, *raw[1:]])
    with pytest.raises(ModelRefused):
        ask(model, shopper, changed, results(first.said))
    ask(model, shopper, first.said, results(first.said))

    assert claude.asked[-1]["messages"][1] == {"role": "assistant", "content": raw}


@pytest.mark.parametrize(
    ("name", "thinking", "most"),
    [
        ("claude-haiku-5-5", {"type": "disabled"}, 500),
        ("claude-sonnet-5-5", {"type": "between_tools"}, 1500),
        ("claude-opus-5-5", None, 1500),  # cannot be asked not to think
        ("claude-fable-5-1", None, 1500),
        ("claude-haiku-4-5", None, 500),  # does not think unless asked to
    ],
)
def test_thinking_leaves_room_for_words(
    claude: LookAlike, name: str, thinking: dict[str, str] | None, most: int
) -> None:
    claude.answers(Answer((Think("Hm."), Say(("Hello.",)))))
    model = Claude(CLAUDE_KEY, name, claude.url)

    reply = ask(model)

    [body] = claude.asked
    assert (body.get("thinking"), body["max_tokens"]) == (thinking, most)
    assert model.most_received(500) == most
    kinds = [block["type"] for block in reply.said.raw]
    assert kinds == (["text"] if name == "claude-haiku-5-5" else ["thinking", "text"])


def test_what_a_reply_costs_is_exact(model: Claude) -> None:
    usage = Usage(sent=1_000, received=200, read=3_000, written=500)
    sonnet = Claude("", "claude-sonnet-5-5")

    assert model.cost(usage) == Decimal("0.0002925")
    assert sonnet.cost(usage) == Decimal("0.00555")
    assert Claude("", "claude-haiku-5-5-20261007").cost(usage) == model.cost(usage)
    assert Claude("", "claude-of-tomorrow").cost(usage) == Decimal("0.17475")


def test_a_long_prompt_costs_haiku_five_times_as_much(model: Claude) -> None:
    assert model.cost(Usage(50_000, 100, 25_000, 25_000)) == Decimal("0.008425")
    assert model.cost(Usage(50_001, 100, 25_000, 25_000)) == Decimal("0.0421255")


@pytest.mark.parametrize(
    ("kind", "raised"),
    [
        ("overloaded_error", ModelUnavailable),
        ("api_error", ModelUnavailable),
        ("rate_limit_error", ModelUnavailable),
        ("timeout_error", ModelUnavailable),
        ("an_error_of_tomorrow", ModelUnavailable),
        ("invalid_request_error", ModelRefused),
        ("billing_error", ModelRefused),
    ],
)
def test_an_error_in_the_midst_means_what_it_says(
    httpserver: HTTPServer, kind: str, raised: type[Exception]
) -> None:
    error = json.dumps({"type": "error", "error": {"type": kind, "message": "blue shirt"}})
    stream = Response(f"event: error\ndata: {error}\n\n", content_type="text/event-stream")
    httpserver.expect_request("/v1/messages").respond_with_response(stream)

    with pytest.raises(raised) as failed:
        ask(Claude(CLAUDE_KEY, "claude-haiku-5-5", httpserver.url_for("/")))

    assert "blue" not in str(failed.value)


def test_a_stream_that_ends_in_order_and_too_early_is_cut(
    httpserver: HTTPServer, claude: LookAlike
) -> None:
    claude.answers(HELLO)
    headers = {"Authorization": f"Bearer {CLAUDE_KEY}", "anthropic-version": "2026-10-21"}
    body = {"model": "claude-haiku-5-5", "max_tokens": 9, "stream": True}
    hi = [{"role": "user", "content": "Hi"}]
    whole = requests.post(
        f"{claude.url}/v1/messages", json=body | {"messages": hi}, headers=headers, timeout=10
    ).text
    cut = Response(whole.partition("event: message_stop")[0], content_type="text/event-stream")
    httpserver.expect_request("/v1/messages").respond_with_response(cut)

    with pytest.raises(ModelUnavailable, match="cut"):
        ask(Claude(CLAUDE_KEY, "claude-haiku-5-5", httpserver.url_for("/")))


def test_models_without_levels_of_effort_are_asked_without(claude: LookAlike) -> None:
    claude.answers(HELLO)

    ask(Claude(CLAUDE_KEY, "claude-haiku-4-5", claude.url))

    assert "output_config" not in claude.asked[0]


def test_the_user_and_the_assistant_take_turns() -> None:
    given = parameters(
        build_request(FromShopper("One"), FromShopper("Two"), FromModel(" "), FromShopper("Three")),
        "m",
    )

    assert [(one["role"], len(one["content"])) for one in given["messages"]] == [("user", 3)]


@pytest.mark.parametrize(
    "event",
    [{}, {"type": "content_block_delta", "index": 7, "delta": {"type": "text_delta", "text": "x"}},
     {"type": "message_start"}, {"type": "message_delta", "delta": None}],
)  # fmt: skip
def test_events_that_are_none(event: dict[str, object]) -> None:
    with pytest.raises((LookupError, TypeError)):
        Draft().take(event)


def test_a_kind_of_event_that_is_unknown_is_passed_over() -> None:
    assert Draft().take({"type": "an_event_of_tomorrow", "text": "x"}) == ""


def test_environment_variables_change_neither_key_nor_address(
    claude: LookAlike, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running() as elsewhere:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", elsewhere.url)
        monkeypatch.setenv("ANTHROPIC_AUTH_TOKEN", "sk-ant-somebody-elses")
        claude.answers(HELLO)

        reply = ask(Claude(CLAUDE_KEY, "claude-haiku-5-5", claude.url))

        assert (reply.stop, elsewhere.requests) == (Stop.DONE, [])


def test_a_redirect_is_not_followed(httpserver: HTTPServer, claude: LookAlike) -> None:
    away = Response("", 307, {"Location": f"{claude.url}/v1/messages"})
    httpserver.expect_request("/v1/messages").respond_with_response(away)

    with pytest.raises(ModelRefused, match="307"):
        ask(Claude(CLAUDE_KEY, "claude-haiku-5-5", httpserver.url_for("/")))

    assert claude.requests == []


def test_without_the_sdk_it_is_told_what_to_install(
    model: Claude, claude: LookAlike, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "anthropic", None)

    with pytest.raises(ModelRefused, match="anthropic is not installed: pip install"):
        ask(model)

    assert claude.requests == []


def test_the_sdk_is_not_imported_until_a_model_is_asked() -> None:
    code = "import sys, agentpay_plugin.language.claude; sys.exit('anthropic' in sys.modules)"

    ended = subprocess.run([sys.executable, "-c", code], check=False)

    assert ended.returncode == 0


# --- the look-alike, as the official SDK hears it -----------------------------------------------------


def test_the_look_alike_speaks_as_the_sdk_understands(claude: LookAlike) -> None:
    claude.answers(
        Answer(
            (Think("Hm."), Say(("Hel", "lo")), Call("search", '{"text": "blue"}')),
            counts=Counts(25, 30, 10, 5),
        )
    )
    client = anthropic.Anthropic(
        api_key=CLAUDE_KEY, base_url=claude.url, max_retries=0, _strict_response_validation=True
    )

    with (
        client,
        client.messages.stream(
            model="claude-haiku-5-5", max_tokens=100, messages=[{"role": "user", "content": "Hi"}]
        ) as stream,
    ):
        text = list(stream.text_stream)
        message = stream.get_final_message()

    thinking, prose, call = message.content
    assert (text, thinking.type, prose.type, call.type) == (
        ["Hel", "lo"],
        "thinking",
        "text",
        "tool_use",
    )
    assert (message.stop_reason, call.input) == ("tool_use", {"text": "blue"})
    assert (message.usage.input_tokens, message.usage.output_tokens) == (25, 30)
    assert message.usage.cache_read_input_tokens == 10
    assert message.usage.cache_creation_input_tokens == 5


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (429, anthropic.RateLimitError),
        (529, anthropic.InternalServerError),
        (402, anthropic.PaymentRequiredError),
        (500, anthropic.InternalServerError),
    ],
)
def test_the_look_alike_fails_as_the_sdk_knows(
    claude: LookAlike, status: int, kind: type[anthropic.APIStatusError]
) -> None:
    claude.answers(Answer(status=status, retry_after="3600"))
    client = anthropic.Anthropic(api_key=CLAUDE_KEY, base_url=claude.url, max_retries=0)

    with client, pytest.raises(kind) as failed:
        client.messages.create(
            model="claude-haiku-5-5",
            max_tokens=9,
            messages=[{"role": "user", "content": "Hi"}],
            stream=True,
        )

    assert failed.value.type is not None
    assert failed.value.response.headers["retry-after"] == "3600"
