"""Who answers in the demo what its rules do not understand: as a merchant would set it, by the operator's environment."""

from __future__ import annotations

from collections.abc import Mapping

from agentpay_plugin.assistant_check import problems
from agentpay_plugin.settings import (
    ASSISTANT_API_KEY,
    ASSISTANT_BASE_URL,
    ASSISTANT_MODEL,
    ASSISTANT_MONEY_PER_CHAT,
    ASSISTANT_MONEY_PER_DAY,
    ASSISTANT_PROVIDER,
    ASSISTANT_SECONDS,
    AssistantProvider,
)

WHO = "DEMO_ASSISTANT"
SCRIPTED = "scripted"
_VARIABLES = {
    ASSISTANT_API_KEY: "DEMO_ASSISTANT_KEY",
    ASSISTANT_MODEL: "DEMO_ASSISTANT_MODEL",
    ASSISTANT_BASE_URL: "DEMO_ASSISTANT_BASE",
    ASSISTANT_SECONDS: "DEMO_ASSISTANT_SECONDS",
}
_CHOICES = (SCRIPTED, AssistantProvider.CLAUDE, AssistantProvider.OPENAI)
# A model whose price is not known, such as one on a server of one's own, is counted as the dearest there is.
_HIGH_LIMITS = {ASSISTANT_MONEY_PER_CHAT: "10.00", ASSISTANT_MONEY_PER_DAY: "1000.00"}


def merchant_values(environment: Mapping[str, str], scripted_base: str) -> dict[str, str]:
    """Return the assistant's settings as a merchant writes them (settings.py); none where nobody is chosen.

    `scripted_base`: where our look-alike of a model answers. Raises ValueError, which names the variables that
    are missing or wrong.
    """
    who = environment.get(WHO, "").strip().lower()
    given = {
        setting: environment[variable].strip()
        for setting, variable in _VARIABLES.items()
        if environment.get(variable, "").strip()
    }
    if not who and not given:
        return {}
    if who not in _CHOICES:
        raise ValueError(f"{WHO}={who}: write {', '.join(_CHOICES)}, or nothing.")
    if who == SCRIPTED:
        ours = {ASSISTANT_API_KEY: "sk-demo-no-secret", ASSISTANT_MODEL: "local-small"}
        given = {ASSISTANT_BASE_URL: scripted_base, **ours, **given}
        who = AssistantProvider.OPENAI
    values = {ASSISTANT_PROVIDER: who, **given}
    if given.get(ASSISTANT_BASE_URL):
        values |= _HIGH_LIMITS
    if wrong := problems(True, values):
        raise ValueError(" ".join(f"{_VARIABLES[name]}: {words}" for name, words in wrong.items()))
    return values
