"""What is wrong with the assistant's settings: field name to plain words. Asks nobody outside."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from ipaddress import ip_address
from urllib.parse import urlsplit

from agentpay_plugin.numbers_check import dollars_problem, number_problem
from agentpay_plugin.settings import (
    ASSISTANT_API_KEY,
    ASSISTANT_BASE_URL,
    ASSISTANT_MODEL,
    ASSISTANT_MONEY_PER_CHAT,
    ASSISTANT_MONEY_PER_DAY,
    ASSISTANT_PROVIDER,
    ASSISTANT_ROUNDS,
    ASSISTANT_SECONDS,
    AssistantProvider,
    text_of,
)

_PER_CHAT = (Decimal("0.01"), Decimal("100.00"))
_PER_DAY = (Decimal("0.01"), Decimal("100000.00"))
_ROUNDS = (1, 20)
_SECONDS = (5, 120)


def problems(active: bool, values: Mapping[str, object]) -> dict[str, str]:
    """Return what is wrong; what a channel that is off lacks is not."""
    found: dict[str, str] = {}
    if text_of(values, ASSISTANT_PROVIDER).lower() not in tuple(AssistantProvider):
        found[ASSISTANT_PROVIDER] = "Write claude or openai, or nothing: no assistant."
    if not re.fullmatch(r"[\x21-\x7e]{0,500}", text_of(values, ASSISTANT_API_KEY)):
        found[ASSISTANT_API_KEY] = (
            "It has no spaces. Copy it anew from the provider's page of keys."
        )
    if not re.fullmatch(r"[\x21-\x7e]{0,200}", text_of(values, ASSISTANT_MODEL)):
        found[ASSISTANT_MODEL] = (
            "It has no spaces: write the name that the provider's API knows, such as claude-haiku-5-5."
        )
    found |= _address_problem(values)
    found |= dollars_problem(values, ASSISTANT_MONEY_PER_CHAT, _PER_CHAT)
    found |= dollars_problem(values, ASSISTANT_MONEY_PER_DAY, _PER_DAY)
    found |= number_problem(values, ASSISTANT_ROUNDS, _ROUNDS)
    found |= number_problem(values, ASSISTANT_SECONDS, _SECONDS)
    needed = _needed(values) if active else {}
    return found | {name: words for name, words in needed.items() if not text_of(values, name)}


def is_this_machine(address: str) -> bool:
    """Say whether a URL leads to this very machine."""
    host = urlsplit(address).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _needed(values: Mapping[str, object]) -> dict[str, str]:
    match text_of(values, ASSISTANT_PROVIDER).lower():
        case AssistantProvider.CLAUDE:
            return {ASSISTANT_API_KEY: "Needed while Claude is the assistant."}
        case AssistantProvider.OPENAI:
            needed = {ASSISTANT_MODEL: "Needed: the name of the model as its server knows it."}
            if not text_of(values, ASSISTANT_BASE_URL):
                needed[ASSISTANT_API_KEY] = "Needed while OpenAI itself is the assistant."
            return needed
        case _:
            return {}


def _address_problem(values: Mapping[str, object]) -> dict[str, str]:
    """A private address is taken by https too, since a model of one's own stands in the shop's own network."""
    address = text_of(values, ASSISTANT_BASE_URL)
    if not address:
        return {}
    if text_of(values, ASSISTANT_PROVIDER).lower() == AssistantProvider.CLAUDE:
        return {ASSISTANT_BASE_URL: "Only for openai: take it out, Claude has one address."}
    if not re.fullmatch(r"https?://[^\s/?#@]+(/[^\s?#@]*)?", address) or not _is_url(address):
        return {
            ASSISTANT_BASE_URL: "An address that begins with https:// and ends before /chat/completions,"
            " such as https://models.example/v1."
        }
    if not address.startswith("https://") and not is_this_machine(address):
        return {
            ASSISTANT_BASE_URL: "By http:// only a server on this very machine (127.0.0.1) is asked; any other one,"
            " in your own network too, by https://: what shoppers write would else be read on the way."
        }
    return {}


def _is_url(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname) and urlsplit(address).port != 0
    except ValueError:
        return False
