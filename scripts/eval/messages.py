"""Messages with what they mean: our own sets in scripts/eval/data, and files of others."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"
LANGUAGES = ("en", "pt", "es")
# What was in view while rules and patterns grew; what nothing was trained on, but whose mistakes were looked at; what
# nobody looked at.
KINDS = ("seen", "known", "blind")


@dataclass(frozen=True)
class Message:
    """One message; `tier` is "core" where its intent follows from the definitions alone."""

    text: str
    language: str
    before: str
    intent: str
    tier: str = "core"


def own(kind: str, language: str) -> list[Message]:
    """Read one of our own sets."""
    return of_lines((DATA / f"{kind}-{language}.txt").read_text(), language)


def of_lines(written: str, language: str) -> list[Message]:
    """Read messages under the names of their intents, with the line before some of them."""
    intent, found = "", []
    for line in written.splitlines():
        if line.startswith("["):
            intent = line.strip("[]")
        elif line and not line.startswith("#"):
            before, _, text = line.rpartition(" => ")
            found.append(Message(text, language, before, intent))
    return found


def external(path: Path) -> list[Message]:
    """Read JSON lines with `text`, `lang`, `intent` and perhaps `context` and `tier`."""
    rows = [json.loads(line) for line in path.read_text().splitlines() if line.strip()]
    return [
        Message(
            row["text"],
            row["lang"],
            row.get("context") or "",
            row["intent"],
            row.get("tier", "core"),
        )
        for row in rows
    ]
