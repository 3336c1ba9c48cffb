"""The assistant's key is tried while settings are saved: over real sockets, against the look-alikes."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction
from pytest_httpserver import HTTPServer
from werkzeug import Response

from agentpay_plugin.demo.claude.lookalike import LookAlike as ClaudeLookAlike
from agentpay_plugin.demo.openai.lookalike import LookAlike as OpenAILookAlike
from agentpay_plugin.language.trying import Tried, prepare
from tests.language.models.conftest import CLAUDE_KEY, OPENAI_KEY

NOW = datetime(2026, 11, 30, 9, 30, tzinfo=UTC)
CLAUDE = {"assistant_provider": "claude", "assistant_api_key": CLAUDE_KEY}


def own(base: str, **changes: str) -> dict[str, str]:
    return {
        "assistant_provider": "openai",
        "assistant_base_url": base,
        "assistant_model": "local-small",
        "assistant_api_key": OPENAI_KEY,
    } | changes


def save(values: Mapping[str, Any], claude: str = "", seconds: float = 10.0) -> Tried:
    return prepare(values, claude, NOW, seconds)


def test_without_an_assistant_nobody_is_asked(claude: ClaudeLookAlike) -> None:
    off = {"assistant_api_key": CLAUDE_KEY, "assistant_tried": "before"}

    assert save(off, claude.url) == Tried({"assistant_tried": ""})
    assert save({"assistant_provider": "claude"}, claude.url).notice == ""
    assert claude.requests == []


def test_a_key_is_tried_once_and_nothing_is_paid(claude: ClaudeLookAlike) -> None:
    first = save(CLAUDE, claude.url)
    again = save(CLAUDE | first.values, claude.url)
    other = save(CLAUDE | first.values | {"assistant_model": "claude-sonnet-5-5"}, claude.url)

    assert [one.notice for one in (first, again, other)] == [
        "Claude accepted the assistant's key."
    ] * 3
    assert [(one.method, one.path) for one in claude.requests] == [
        ("GET", "/v1/models/claude-haiku-5-5"),
        ("GET", "/v1/models/claude-sonnet-5-5"),
    ]
    assert CLAUDE_KEY not in str(first)


def test_a_library_that_is_not_installed_is_told(
    claude: ClaudeLookAlike, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "anthropic", None)

    tried = save(CLAUDE, claude.url)

    assert tried.problems == {}
    assert tried.notice.endswith("pip install 'agentpay-saleor[claude]', where the workers run.")


def test_a_key_that_claude_does_not_accept_is_named(claude: ClaudeLookAlike) -> None:
    claude.revoke(CLAUDE_KEY)

    tried = save(CLAUDE, claude.url)

    assert list(tried.problems) == ["assistant_api_key"]
    assert tried.problems["assistant_api_key"].startswith("Claude does not accept it")
    assert tried.values == {}


def test_a_model_that_claude_does_not_have_is_named(claude: ClaudeLookAlike) -> None:
    tried = save(CLAUDE | {"assistant_model": "claude-of/yesterday"}, claude.url)

    assert list(tried.problems) == ["assistant_model"]
    assert claude.requests[0].path == "/v1/models/claude-of%2Fyesterday"


def test_a_real_key_is_not_led_elsewhere() -> None:
    tried = save(CLAUDE, "https://claude.sandbox.example")

    assert "AGENTPAY_CLAUDE_API_BASE" in tried.problems["assistant_api_key"]


def test_a_server_of_ones_own(openai: OpenAILookAlike) -> None:
    openai.is_open = True
    base = f"{openai.url}/v1"

    known, unknown = (
        save(own(base, assistant_api_key="")),
        save(own(base, assistant_model="mistral")),
    )

    assert known.notice == "The assistant's server accepted the assistant's key."
    assert unknown.notice.endswith(" It does not list mistral: check the name.")
    assert unknown.problems == {}


def test_an_address_where_no_models_are_is_named(openai: OpenAILookAlike) -> None:
    tried = save(own(openai.url))

    assert list(tried.problems) == ["assistant_base_url"]
    assert "mostly in /v1" in tried.problems["assistant_base_url"]


def test_a_key_that_the_server_does_not_accept_is_named(openai: OpenAILookAlike) -> None:
    tried = save(own(f"{openai.url}/v1", assistant_api_key="wrong-key"))

    assert list(tried.problems) == ["assistant_api_key"]


@pytest.mark.parametrize("status", [408, 429, 500, 503])
def test_who_is_overworked_keeps_no_key_from_being_saved(
    httpserver: HTTPServer, status: int
) -> None:
    httpserver.expect_request("/models").respond_with_data(status=status)

    tried = save(own(httpserver.url_for("/")))

    assert (tried.problems, tried.values) == ({}, {"assistant_tried": ""})
    assert tried.notice == (
        "The assistant's server did not answer at 2026-11-30 09:30 UTC: its key is saved and not tried. Save once"
        " more to try it."
    )


@pytest.mark.parametrize("status", [302, 402, 418])
def test_what_else_is_wrong_is_named_and_no_redirect_is_followed(
    httpserver: HTTPServer, status: int
) -> None:
    elsewhere = {"Location": httpserver.url_for("/elsewhere")}
    httpserver.expect_request("/models").respond_with_response(Response("", status, elsewhere))

    tried = save(own(httpserver.url_for("/")))

    assert len(tried.problems) == 1
    assert len(httpserver.log) == 1


def test_a_server_that_is_not_there_or_is_silent(openai: OpenAILookAlike) -> None:
    assert save(own("http://127.0.0.1:9/v1")).values == {"assistant_tried": ""}
    assert save(own(f"{openai.url}/v1"), seconds=0.000001).values == {"assistant_tried": ""}


@pytest.mark.django_db
def test_nobody_is_asked_inside_a_transaction(claude: ClaudeLookAlike) -> None:
    with transaction.atomic():
        tried = save(CLAUDE, claude.url)

    assert "not tried" in tried.notice
    assert claude.requests == []
