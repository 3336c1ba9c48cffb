"""Slots of our own messages (scripts/eval/data/slots.jsonl): budget, order number, places, things compared and more."""

from __future__ import annotations

import json
from dataclasses import asdict

from agentpay_plugin.conversation.reading import Offered, ReadingContext
from agentpay_plugin.language.hybrid import HybridLanguage
from scripts.eval.messages import DATA


def slots() -> dict[str, dict[str, object]]:
    """Return, by language, how many slots were read rightly, and each that was not."""
    language, results = HybridLanguage(), {}
    for line in (DATA / "slots.jsonl").read_text().splitlines():
        row = json.loads(line)
        context = ReadingContext(row["lang"], None, None, Offered.NOTHING)
        read = asdict(language.read(row["text"], context))
        result = results.setdefault(row["lang"], {"slots": 0, "right": 0, "wrong": []})
        for name, wanted in row["slots"].items():
            found = _plain(read[name])
            result["slots"] += 1
            result["right"] += found == wanted
            if found != wanted:
                result["wrong"].append({"text": row["text"], "slot": name, "read": found})
    return results


def _plain(value: object) -> object:
    """Return a slot as JSON has it: decimals in words, tuples as lists."""
    return json.loads(json.dumps(value, default=str))
