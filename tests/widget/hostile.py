"""Words that do harm where they are taken for more than words, in every place that the server fills."""

from __future__ import annotations

import re
from typing import Any

Json = Any

SCRIPTS = (
    "<script>window.pwned=1</script><img src=x onerror=window.pwned=1><svg onload=window.pwned=1>"
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe> [a](javascript:window.pwned=1)"
    " [b](data:text/html,<script>pwned=1</script>) [c]( JaVaScRiPt:pwned=1) javascript:pwned=1"
    ' "onmouseover="pwned=1" ${pwned=1} {{pwned=1}} &lt;b&gt; </textarea></style>'
)
ADDRESSES = (
    'https://user:pass@example.com/<script> [x](https://example.com/"onclick="pwned=1) ![i](https://evil.invalid/x.png)'
    " vbscript:x file:///etc/passwd //evil.invalid [y](//evil.invalid) [z](/relative) mailto:a@example.com"
    " https://example.com/" + "a" * 1500
)
LONG = "W" * 5000
# Joined emoji, marks that turn the direction round, stacked accents, nothing at all, and a lone half of a pair.
MARKS = (
    "👩‍👩‍👧‍👦🏳️‍🌈🧑🏿‍🚀\u202e reversed \u2066\u2067\u2068 never closed \u0000\u0007\ufeff\u200b\u00ad\u2028\u2029"
    " Z̴̡͓̈́a̵l̶g̷o" + "\u0301" * 60 + " שלום עולם مرحبا بالعالم ไทยไม่มีเว้นวรรค 漢字かな交じり文"
)
MARKDOWN = (
    "**" * 400 + "[" * 400 + "`" * 401 + "_a_" * 300 + "\n- " * 60 + "# " * 50 + "\n1. x" * 40
)
KINDS = {
    "scripts": SCRIPTS,
    "addresses": ADDRESSES,
    "long": LONG,
    "marks": MARKS,
    "markdown": MARKDOWN,
}

#: Names of ids, of what the widget decides by, and of what it adds up.
KEPT = {
    "__typename", "id", "variantId", "variantIds", "chosenId", "slug", "sku", "channel", "locale", "stage", "author",
    "createdAt", "clientId", "intent", "action", "amount", "currency", "kind", "tap", "argument", "state", "status",
    "method", "methods", "chargeId", "chargeStatus", "expiresAt", "reason", "version", "allowedFields", "requiredFields",
    "country", "value", "field", "problem", "code", "path",
}  # fmt: skip
EVIL_ADDRESSES = {"imageUrl": "javascript:window.pwned=1", "pageUrl": "javascript:window.pwned=1"}


def spoiled(told: Json, words: str, name: str = "") -> Json:
    """Return the same with `words` wherever words stand."""
    if isinstance(told, dict):
        return {key: spoiled(value, words, key) for key, value in told.items()}
    if isinstance(told, list):
        return [spoiled(one, words, name) for one in told]
    if name in EVIL_ADDRESSES and told:
        return EVIL_ADDRESSES[name]
    if not isinstance(told, str) or name in KEPT:
        return told
    return words


def count(told: Json, words: str) -> int:
    """Return in how many places the words stand."""
    if isinstance(told, dict):
        return sum(count(one, words) for one in told.values())
    if isinstance(told, list):
        return sum(count(one, words) for one in told)
    return int(told == words)


def seen(words: str) -> str:
    """Return the beginning of the words as a page shows them."""
    return re.split(r"[\s\u0000]", words, maxsplit=1)[0][:20]
