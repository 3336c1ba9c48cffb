"""Before a channel's settings are saved: tries the assistant's key by a question that costs nothing.

By `requests`, since Saleor's web process saves settings, and the SDK is not for it. Why it asks within a save, and what
happens when nobody answers: docs/adr/0021.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from importlib.util import find_spec
from urllib.parse import quote

import requests
from urllib3.exceptions import HTTPError

from agentpay_plugin import __version__, settings
from agentpay_plugin.calling import refuse_open_transaction, within
from agentpay_plugin.errors import OpenTransaction
from agentpay_plugin.language import claude, openai
from agentpay_plugin.language.models import base_of_claude
from agentpay_plugin.settings import (
    ASSISTANT_API_KEY,
    ASSISTANT_BASE_URL,
    ASSISTANT_MODEL,
    AssistantProvider,
    ChannelSettings,
    text_of,
)

SECONDS = 2.0  # of those that a save may take in all
TRIED = "assistant_tried"
_VERSION = "2026-10-21"  # of Claude's API, as the SDK asks for it
_MOST_BYTES = 1_000_000


@dataclass(slots=True)
class Tried:
    """What came of it. `values` are to be stored with the settings unless there are `problems`: field name to plain
    words. `notice`: what to tell the merchant."""

    values: dict[str, str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    notice: str = ""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    body: bytes = b""


def prepare(
    after: Mapping[str, object], claude_base: str, now: datetime, seconds: float = SECONDS
) -> Tried:
    """Try the key that all stored values `after` hold, unless the provider accepted this very one before."""
    given = settings.parse(False, after)
    if not _has_access(given):
        return Tried({TRIED: ""})
    mark = _mark(given)
    if text_of(after, TRIED) == mark:
        return Tried({TRIED: mark}, notice=_accepted(given))
    try:
        refuse_open_transaction()
        answer = within(seconds, lambda: _ask(given, claude_base, seconds))
    except (requests.RequestException, HTTPError, OSError, OpenTransaction):
        return _unheard(given, now)
    except ValueError as problem:
        words = f"This server leads calls to a sandbox: use a key of a sandbox too ({problem})."
        return Tried(problems={ASSISTANT_API_KEY: words})
    return _judged(given, answer, mark, now)


def _has_access(given: ChannelSettings) -> bool:
    is_on = given.assistant_provider is not AssistantProvider.OFF
    return is_on and bool(given.assistant_api_key or given.assistant_base_url)


def _ask(given: ChannelSettings, claude_base: str, seconds: float) -> _Answer:
    key, model = given.assistant_api_key, quote(given.assistant_model, safe="")
    if given.assistant_provider is AssistantProvider.CLAUDE:
        address = f"{base_of_claude(given, claude_base)}/v1/models/{model}"
    elif given.assistant_base_url:
        address = f"{given.assistant_base_url.rstrip('/')}/models"
    else:
        address = f"{openai.API_BASE}/models/{model}"

    def let_in(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
        if key:
            prepared.headers["Authorization"] = f"Bearer {key}"
        return prepared

    headers = {"User-Agent": f"AgentPay/{__version__}", "anthropic-version": _VERSION}
    with requests.get(
        address, headers=headers, auth=let_in, timeout=seconds, allow_redirects=False, stream=True
    ) as response:
        return _Answer(response.status_code, response.raw.read(_MOST_BYTES, decode_content=True))


def _judged(given: ChannelSettings, answer: _Answer, mark: str, now: datetime) -> Tried:
    """Say what an answer means for the settings. A server that is overworked has not answered."""
    who, is_own = _who(given), bool(given.assistant_base_url)
    match answer.status:
        case HTTPStatus.OK:
            return Tried({TRIED: mark}, notice=f"{_accepted(given)}{_without_model(given, answer)}")
        case HTTPStatus.UNAUTHORIZED | HTTPStatus.FORBIDDEN:
            words = f"{who} does not accept it: it was mistyped or revoked, or may not use models."
            return Tried(problems={ASSISTANT_API_KEY: words})
        case HTTPStatus.PAYMENT_REQUIRED:
            words = f"{who} accepts it, but the account behind it has no money: top it up there."
            return Tried(problems={ASSISTANT_API_KEY: words})
        case HTTPStatus.NOT_FOUND if is_own:
            words = "No server of models answers there: it ends before /chat/completions, mostly in /v1."
            return Tried(problems={ASSISTANT_BASE_URL: words})
        case HTTPStatus.NOT_FOUND:
            words = f"{who} has no model of this name, or not for this key."
            return Tried(problems={ASSISTANT_MODEL: words})
        case HTTPStatus.REQUEST_TIMEOUT | HTTPStatus.TOO_MANY_REQUESTS:
            return _unheard(given, now)
        case status if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return _unheard(given, now)
        case status:
            field_name = ASSISTANT_BASE_URL if is_own else ASSISTANT_API_KEY
            words = f"{who} does not answer as it should ({status})."
            return Tried(problems={field_name: words})


def _without_model(given: ChannelSettings, answer: _Answer) -> str:
    """A server of one's own may answer by one model whatever it is called, so that a name it lists not is told, not
    refused."""
    if not given.assistant_base_url:
        return ""
    try:
        names = {str(one["id"]) for one in json.loads(answer.body)["data"]}
    except (ValueError, LookupError, TypeError):
        return ""
    wanted = given.assistant_model
    if not names or {wanted, f"{wanted}:latest"} & names:
        return ""
    return f" It does not list {wanted}: check the name."


def _unheard(given: ChannelSettings, now: datetime) -> Tried:
    words = f"{_who(given)} did not answer at {now:%Y-%m-%d %H:%M} UTC: its key is saved and not tried. Save once more to try it."
    return Tried({TRIED: ""}, notice=words)


def _accepted(given: ChannelSettings) -> str:
    words = f"{_who(given)} accepted the assistant's key."
    is_claude = given.assistant_provider is AssistantProvider.CLAUDE
    # Looked for, not loaded. The workers may have an environment of their own, so that its lack is told, not refused.
    if is_claude and find_spec("anthropic") is None:
        words += f" Its library is not installed here: {claude.INSTALL}, where the workers run."
    return words


def _who(given: ChannelSettings) -> str:
    if given.assistant_provider is AssistantProvider.CLAUDE:
        return "Claude"
    return "The assistant's server" if given.assistant_base_url else "OpenAI"


def _mark(given: ChannelSettings) -> str:
    """Return what tells this access from any other, without telling it."""
    access = (
        given.assistant_provider,
        given.assistant_api_key,
        given.assistant_base_url,
        given.assistant_model,
    )
    return hashlib.sha256("\0".join(access).encode()).hexdigest()[:32]
