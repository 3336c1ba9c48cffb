"""The GraphQL documents that are sent: `graphql/<group>/<name>.graphql`, with the fragments each uses.

The group `saleor` is what we send to the shop, `widget` what a chat's page sends to us. In an installed
package they lie inside it (`agentpay_plugin/graphql/`), in the repository beside it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_SPREAD = re.compile(r"\.\.\.\s*(?!on\b)([A-Za-z_]\w*)")
_FRAGMENT = re.compile(r"^fragment ([A-Za-z_]\w*) on ", re.MULTILINE)


@cache
def folder(group: str = "saleor") -> Path:
    """Return where a group's documents lie."""
    inside = _PACKAGE / "graphql" / group
    return inside if inside.is_dir() else _PACKAGE.parent / "graphql" / group


@cache
def document(name: str, group: str = "saleor") -> str:
    """Return the text of a document, ready to be sent. Raises FileNotFoundError for a name that is none."""
    text = (folder(group) / f"{name}.graphql").read_text(encoding="utf-8")
    fragments = _fragments(group)
    return "\n".join([text, *(fragments[used] for used in _used_by(text, fragments))])


def _used_by(text: str, fragments: dict[str, str]) -> list[str]:
    """Return the names of the fragments a text uses, those that fragments use included, each once."""
    found: dict[str, None] = {}
    waiting = _SPREAD.findall(text)
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found[name] = None
            waiting += _SPREAD.findall(fragments[name])
    return list(found)


@cache
def _fragments(group: str) -> dict[str, str]:
    text = (folder(group) / "fragments.graphql").read_text(encoding="utf-8")
    starts = [match.start() for match in _FRAGMENT.finditer(text)]
    pieces = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    return {_FRAGMENT.findall(piece)[0]: piece for piece in pieces}
