"""QR codes (ISO/IEC 18004): text to modules, and those to an SVG path. Byte mode, error correction level M.

Of our own, since every library that AgentPay needs inside Saleor is one that Saleor has already.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from agentpay_plugin.qr import modules, words

QUIET = 4  # light modules around the code, without which scanners do not find it


@lru_cache(maxsize=256)
def path(text: str) -> tuple[int, str]:
    """Return the side of a code with its quiet zone, and its dark modules as an SVG path in units of a module.

    Raises InvalidInput for a text of more than 666 bytes.
    """
    lines = encode(text)
    steps = [
        f"M{start + QUIET} {row + QUIET}h{length}v1h-{length}z"
        for row, line in enumerate(lines)
        for start, length in _dark_runs(line)
    ]
    return len(lines) + 2 * QUIET, "".join(steps)


def svg(text: str) -> str:
    """Return a whole SVG image of a code: dark on white, whatever is behind it."""
    side, dark = path(text)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d="{dark}"/></svg>'
    )


def encode(text: str) -> modules.Modules:
    """Return the modules of a code, dark ones True, without the quiet zone, in the smallest version that fits."""
    data = text.encode()
    version = words.version_for(data)
    return modules.laid_out(words.bits_of(data, version), version)


def _dark_runs(line: tuple[bool, ...]) -> Iterator[tuple[int, int]]:
    at = 0
    for is_dark, run in groupby(line):
        length = len(list(run))
        if is_dark:
            yield at, length
        at += length
