"""What a look-alike answers without a script: enough to see an assistant work, by a few words and whatever tools it is offered."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from agentpay_plugin.demo.speakers.script import Answer, Call, Say

_SEEKING = re.compile(r"search|find|look|catalog|browse")
_THANKS = re.compile(r"\b(thanks?|thank you|obrigad[oa]|gracias)\b")
_WORDS: Mapping[str, tuple[str, str, str]] = {
    "en": ("Let me look. ", "This is what I found. Shall I tell you more about one of them?", "You are welcome!"),
    "pt": ("Vou procurar. ", "Foi isto que encontrei. Quer saber mais sobre algum?", "De nada!"),
    "es": ("Voy a buscar. ", "Esto es lo que encontré. ¿Quiere saber más de alguno?", "¡De nada!"),
}  # fmt: skip
_SIGNS = {
    "pt": re.compile(r"[ãõç]|\b(voc[eê]|tem|para|quero|uma?|obrigad[oa]|procuro)\b"),
    "es": re.compile(r"[ñ¿¡]|\b(tiene|quiero|una?|gracias|busco|para)\b"),
}


@dataclass(frozen=True, slots=True)
class Heard:
    """A request in no provider's words: what the shopper wrote last, whether tools have answered since, and the tools
    on offer, as name and schema."""

    text: str
    has_results: bool
    tools: Sequence[tuple[str, Mapping[str, Any]]]


def answer(heard: Heard) -> Answer:
    """Search with what the shopper wrote, then say so."""
    words = _of_shopper(heard.text)
    text = words.casefold()
    searching, found, welcome = _WORDS[_language(text)]
    if heard.has_results:
        return Answer((_in_words(found),))
    if _THANKS.search(text):
        return Answer((_in_words(welcome),))
    for name, schema in heard.tools:
        if _SEEKING.search(name):
            return Answer((_in_words(searching), Call(name, json.dumps(_filled(schema, words)))))
    return Answer((_in_words(f"({words[:80]}) {found}"),))


def _of_shopper(text: str) -> str:
    """Return the shopper's own words: the last line of JSON that has some, else all of it."""
    for line in reversed(text.splitlines()):
        try:
            return str(json.loads(line)["shopper"])
        except (ValueError, LookupError, TypeError):
            continue
    return text


def _language(text: str) -> str:
    found = {name: len(sign.findall(text)) for name, sign in _SIGNS.items()}
    best = max(found, key=lambda name: found[name])
    return best if found[best] else "en"


def _in_words(text: str) -> Say:
    return Say(tuple(re.findall(r"\S+\s*", text)))


def _filled(schema: Mapping[str, Any], text: str) -> Any:
    """Return something that the schema allows, with the shopper's words where it asks for words."""
    if "enum" in schema:
        return schema["enum"][0]
    if options := schema.get("anyOf"):
        return _filled(options[-1], text)
    kinds = schema.get("type", "string")
    match kinds if isinstance(kinds, str) else kinds[-1]:
        case "object":
            return {name: _filled(each, text) for name, each in schema["properties"].items()}
        case "array":
            return []
        case "integer" | "number":
            return 1
        case "boolean":
            return False
        case "null":
            return None
        case _:
            return text[:200]
