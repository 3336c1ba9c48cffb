"""The command that tells intents line by line, as a stranger's script calls it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from agentpay_plugin.language.predict import answer

ROOT = Path(__file__).parents[2]


def _answers(*lines: str) -> tuple[list[dict[str, Any]], str]:
    answers, errors = io.StringIO(), io.StringIO()
    answer(lines, answers, errors)
    return [json.loads(line) for line in answers.getvalue().splitlines()], errors.getvalue()


def test_each_line_is_answered_in_order() -> None:
    told, errors = _answers(
        json.dumps({"id": "a", "text": "where is my order?", "lang": "en", "context": ""}),
        json.dumps({"id": "b", "text": "quero comprar dois", "lang": "pt"}),
        json.dumps({"id": "c", "text": "¿de qué material es?", "lang": "es", "context": None}),
        json.dumps({"id": "d", "text": "hello", "lang": "en", "source": "mine"}),
    )

    assert [(one["id"], one["intent"]) for one in told] == [
        ("a", "payment_confirmation"),
        ("b", "purchase_intent"),
        ("c", "product_question"),
        ("d", "general"),
    ]
    assert {one["step"] for one in told} == {"rules"}
    assert all(0.5 < one["confidence"] <= 1 and one["reasoning"] for one in told)
    assert "text" not in told[0]
    assert told[3]["source"] == "mine"
    assert errors == ""


def test_the_line_before_is_listened_to() -> None:
    told, _ = _answers(
        json.dumps({"text": "done", "lang": "en", "context": "Please pay here: the link"}),
        json.dumps({"text": "large", "lang": "en", "context": "Which size would you like?"}),
    )

    assert [one["intent"] for one in told] == ["payment_confirmation", "purchase_intent"]


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("not json", "is no JSON"),
        ("", "is no JSON"),
        ("[1]", "is no JSON object"),
        ("[" * 100_000, "is no JSON"),
        ('{"id": 7, "lang": "en"}', "has no text"),
        ('{"id": 7, "text": "hi"}', "does not say its lang"),
        ('{"id": 7, "text": "hi", "lang": "en", "context": 5}', "has a context that is no text"),
    ],
)
def test_a_bad_line_is_named_and_the_next_one_answered(line: str, error: str) -> None:
    good = json.dumps({"id": 8, "text": "hello", "lang": "en"})

    told, errors = _answers(line, good)

    assert told[0]["step"] == "none"
    assert told[0].get("id", 7) == 7
    assert told[1]["intent"] == "general"
    assert errors.startswith(f"line 1: {error}")
    assert errors.count("\n") == 1


@pytest.mark.parametrize("text", ["\ud83d", "a" * 100_000, "\x00", "é" * 5000, "1 2 3 4 5"])
def test_any_text_is_answered(text: str) -> None:
    told, errors = _answers(json.dumps({"text": text, "lang": "pt"}))

    assert (len(told), errors) == (1, "")


def test_a_bare_python_is_enough() -> None:
    """Without site-packages, Django settings and a home, from another folder."""
    lines = b'{"id": 1, "text": "do you ship to Recife?", "lang": "en"}\n\xff\xfe\n'

    ran = subprocess.run(
        [sys.executable, "-S", "-m", "agentpay_plugin.language.predict"],
        input=lines,
        env={"PYTHONPATH": str(ROOT)},
        cwd="/",
        capture_output=True,
        check=True,
    )

    told = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [(one.get("id"), one["intent"], one["step"]) for one in told] == [
        (1, "product_question", "rules"),
        (None, "general", "none"),
    ]
    assert ran.stderr.startswith(b"line 2: is no JSON")


def test_reading_what_was_written_loads_no_engine() -> None:
    told = "import sys, agentpay_plugin.language.predict; print(*sys.modules, sep='\\n')"

    loaded = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()

    assert "agentpay_plugin.conversation.reading" in loaded
    heavy = ("conversation.engine", "conversation.events", "conversation.state", "chat", "models")
    assert not {f"agentpay_plugin.{one}" for one in heavy} & set(loaded)
    assert not {"django", "httpx", "anthropic", "stripe"} & set(loaded)
