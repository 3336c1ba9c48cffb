"""Which language model a channel's settings mean: the one place where a provider's name becomes an object."""

from __future__ import annotations

import logging
from typing import assert_never

from agentpay_plugin.assistant_check import is_this_machine
from agentpay_plugin.language import claude
from agentpay_plugin.language.claude import Claude
from agentpay_plugin.language.model import Model
from agentpay_plugin.language.openai import OpenAI
from agentpay_plugin.settings import AssistantProvider, ChannelSettings

logger = logging.getLogger(__name__)

CLAUDE_API_BASE = "AGENTPAY_CLAUDE_API_BASE"
_PLAY_KEY = "sk-ant-demo-"  # of a look-alike; no key of Claude's begins so


def model_of(given: ChannelSettings, claude_base: str = "") -> Model | None:
    """Return a channel's model; None when it has none, or lacks what it needs.

    `claude_base`: where a sandbox leads calls instead of to Claude (AGENTPAY_CLAUDE_API_BASE, read by the caller).
    """
    match given.assistant_provider:
        case AssistantProvider.OFF:
            return None
        case AssistantProvider.CLAUDE:
            if not given.assistant_api_key:
                return None
            try:
                base = base_of_claude(given, claude_base)
            except ValueError as problem:
                logger.error("no assistant: %s", problem)
                return None
            return Claude(given.assistant_api_key, given.assistant_model, base)
        case AssistantProvider.OPENAI:
            has_access = given.assistant_api_key or given.assistant_base_url
            if not has_access or not given.assistant_model:
                return None
            return OpenAI(given.assistant_api_key, given.assistant_model, given.assistant_base_url)
        case _:
            assert_never(given.assistant_provider)


def base_of_claude(given: ChannelSettings, led: str) -> str:
    """Return where Claude is asked. Raises ValueError where a real key would be led to another machine."""
    if led and not is_this_machine(led) and not given.assistant_api_key.startswith(_PLAY_KEY):
        raise ValueError(f"{CLAUDE_API_BASE} leads a real key to another host")
    return led.rstrip("/") or claude.API_BASE
