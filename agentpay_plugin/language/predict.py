"""`python -m agentpay_plugin.language.predict < in.jsonl > out.jsonl`: the intent of each message, without a shop.

A line holds `text`, `lang` (en, pt or es) and, if known, `context`: the assistant's line before. It is answered by one
line, in order, with what was on it beside these, `intent`, `confidence`, `step` and `reasoning`. Needs Python alone.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from agentpay_plugin.conversation.reading import Intent, Offered, ReadBy, ReadingContext
from agentpay_plugin.language.deciding import understood
from agentpay_plugin.language.weighing import by_rule, weigh

_READ = ("text", "lang", "context")
_UNSURE = 0.25  # one of four intents


def main() -> int:
    """Answer every line of the standard input."""
    answer(_lines(), sys.stdout, sys.stderr)
    return 0


def _lines() -> TextIO:
    """Return the standard input as UTF-8, whatever the machine's own encoding; broken letters are no reason to stop."""
    return io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")


def answer(lines: Iterable[str], answers: TextIO, errors: TextIO) -> None:
    """Answer line by line, as they come. A line that cannot be read is named in `errors` and answered with step none."""
    for number, line in enumerate(lines, start=1):
        told: Mapping[str, Any] = {"line": number}
        try:
            told = _object(line)
            _check(told)
            result = predict(told["text"], told["lang"], told.get("context") or "")
        except ValueError as error:
            print(f"line {number}: {error}", file=errors, flush=True)
            result = _unread(str(error))
        print(json.dumps({**_kept(told), **result}), file=answers, flush=True)


def predict(text: str, language: str, before: str = "") -> dict[str, object]:
    """Return the intent of a message, how sure it is (0 to 1), and which step found it."""
    context = ReadingContext(language, None, None, Offered.NOTHING, before)
    _, meaning = understood(text, context)
    rule = by_rule(meaning.intent, meaning.confidence, meaning.reasoning)
    found = weigh(text, language, before, rule)
    return {
        "intent": str(found.intent),
        "confidence": round(found.confidence, 4),
        "step": str(found.step),
        "reasoning": found.reasoning,
    }


def _object(line: str) -> Mapping[str, Any]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"is no JSON ({error})") from error
    if not isinstance(told, dict):
        raise ValueError("is no JSON object")
    return told


def _check(told: Mapping[str, Any]) -> None:
    if not isinstance(told.get("text"), str):
        raise ValueError("has no text")
    if not isinstance(told.get("lang"), str):
        raise ValueError("does not say its lang")
    if not isinstance(told.get("context") or "", str):
        raise ValueError("has a context that is no text")


def _kept(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what identifies the line; its words are not repeated."""
    return {name: value for name, value in told.items() if name not in _READ}


def _unread(why: str) -> dict[str, object]:
    intent, step = str(Intent.GENERAL), str(ReadBy.NONE)
    return {"intent": intent, "confidence": _UNSURE, "step": step, "reasoning": f"the line {why}"}


if __name__ == "__main__":
    sys.exit(main())
