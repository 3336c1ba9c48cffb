"""Claude's cache of prompts, by its real rule: nothing below a model's least length, silently, and five minutes of life."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

LIFE = 300.0  # seconds since it was written or read last
LOOK_BACK = 20  # blocks before a mark at which something is looked for
# Tokens that a prompt must have up to a mark: https://platform.claude.com/docs/en/build-with-claude/prompt-caching.
LEAST = {
    "claude-opus-5-5": 512,
    "claude-fable-5-1": 512,
    "claude-sonnet-5-5": 512,
    "claude-haiku-4-5": 4096,
    "claude-haiku-5-5": 4096,  # of which nothing was found written: that of its forerunner
}
_CHARACTERS_PER_TOKEN = 4
_MARK = "cache_control"


@dataclass(slots=True)
class Cache:
    """`clock`: seconds, for tests to turn on."""

    clock: Callable[[], float] = time.monotonic
    _ends: dict[str, float] = field(default_factory=dict)  # mark of a prefix to when it dies

    def take(self, body: Json) -> tuple[int, int, int]:
        """Return the tokens of a request: neither read nor written, read from here, and written here."""
        now, blocks = self.clock(), _blocks(body)
        keys, sizes = _prefixes(body, blocks)
        whole = sizes[-1] if sizes else 0
        least = LEAST[body["model"]]
        marks = [at for at, block in enumerate(blocks) if _MARK in block and sizes[at] >= least]
        found = self._found(keys, marks, now)
        read = sizes[found] if found is not None else 0
        kept = max(sizes[marks[-1]], read) if marks else 0
        for at in {*marks, *(() if found is None else (found,))}:
            self._ends[keys[at]] = now + LIFE
        return whole - kept, read, kept - read

    def _found(self, keys: list[str], marks: list[int], now: float) -> int | None:
        """Return the last block up to which something is alive here, looking back from each mark."""
        looked = {at for mark in marks for at in range(max(mark - LOOK_BACK, 0), mark + 1)}
        return max((at for at in looked if self._ends.get(keys[at], now) > now), default=None)


def _blocks(body: Json) -> list[Json]:
    """Return all blocks in the order in which they are cached: tools, system, messages."""
    system = body.get("system", [])
    system = [{"type": "text", "text": system}] if isinstance(system, str) else system
    return [*body.get("tools", []), *system, *_said(body)]


def _said(body: Json) -> list[Json]:
    said: list[Json] = []
    for message in body["messages"]:
        content = message["content"]
        blocks = [{"type": "text", "text": content}] if isinstance(content, str) else content
        said += [block | {"role": message["role"]} for block in blocks]
    return said


def _prefixes(body: Json, blocks: list[Json]) -> tuple[list[str], list[int]]:
    """Return of each block what tells all up to it from any other, and the tokens up to it.

    Tools and system are one to all requests of a model; messages to those that think alike.
    """
    whole = hashlib.sha256(str(body["model"]).encode())
    first_said = len(blocks) - len(_said(body))
    keys, sizes, size = [], [], 0
    for at, block in enumerate(blocks):
        if at == first_said:
            whole.update(json.dumps(body.get("thinking")).encode())
        # Where marks stand makes no other prompt of it; the order of an object's fields does.
        text = json.dumps({name: each for name, each in block.items() if name != _MARK})
        whole.update(text.encode())
        size += len(text)
        keys.append(whole.hexdigest())
        sizes.append(size // _CHARACTERS_PER_TOKEN)
    return keys, sizes
