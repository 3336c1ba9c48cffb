"""Sentences a model might write, in three languages: those that claim what the shop did not tell, and those that do not.

They stand in tests/fixtures/assistant/claims.json; what was told before them is in told.py.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from agentpay_plugin.language.guard import Guard
from agentpay_plugin.language.speaking import Speaker
from agentpay_plugin.shop.search.dictionary import things_called
from tests.language.told import given

CLAIMS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "fixtures" / "assistant" / "claims.json").read_text()
)
LOCALES = ("en", "pt-BR", "es")


def spoken(claim: dict[str, Any]) -> Speaker:
    guard = Guard((), things_called)
    guard.facts = given(claim["locale"], claim["given"])
    speaker = Speaker(guard)
    speaker.feed(claim["text"])
    speaker.end()
    return speaker


def test_there_are_enough_sentences_of_each_kind() -> None:
    counted = Counter((one["locale"], one["is_true"]) for one in CLAIMS)

    assert min(counted[locale, False] for locale in LOCALES) >= 100
    assert min(counted[locale, True] for locale in LOCALES) >= 50


@pytest.mark.parametrize(
    "claim",
    [one for one in CLAIMS if not one["is_true"]],
    ids=lambda one: f"{one['locale']}-{one['given']}-{one['text']}",
)
def test_holds_back_what_was_not_told(claim: dict[str, Any]) -> None:
    assert spoken(claim).caught >= 1


@pytest.mark.parametrize(
    "claim",
    [one for one in CLAIMS if one["is_true"]],
    ids=lambda one: f"{one['locale']}-{one['given']}-{one['text']}",
)
def test_lets_through_what_was_told_and_what_claims_nothing(claim: dict[str, Any]) -> None:
    assert spoken(claim).text == claim["text"]


@pytest.mark.parametrize("locale", LOCALES)
def test_rates(locale: str) -> None:
    """Run with -s to read how many are caught, and how many are held back for nothing."""
    ours = [one for one in CLAIMS if one["locale"] == locale]
    false = [spoken(one).caught > 0 for one in ours if not one["is_true"]]
    true = [spoken(one).caught > 0 for one in ours if one["is_true"]]

    print(
        f"\n{locale}: caught {sum(false)} of {len(false)}, false alarms {sum(true)} of {len(true)}"
    )

    assert sum(false) == len(false)
    assert sum(true) == 0
