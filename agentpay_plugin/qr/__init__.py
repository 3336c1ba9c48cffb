"""QR codes (ISO/IEC 18004): text to modules, and those to an SVG path. Byte mode, error correction level M.

Of our own, since every library that AgentPay needs inside Saleor is one that Saleor has already.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from agentpay_plugin.qr import modules, words

QUIET = 4  # light modules around the code, without which scanners do not find it


@lru_cache(maxsize=256)
def path(text: str) -> tuple[int, str]:
    """Return the side of a code with its quiet zone, and its dark modules as an SVG path of lines.

    All in units of a module, the lines are one wide. Raises InvalidInput for a text of more than 666 bytes.
    """
    rows = encode(text)
    lines = (_line(row, at + QUIET) for at, row in enumerate(rows))
    return len(rows) + 2 * QUIET, "".join(lines)


def svg(text: str) -> str:
    """Return a whole SVG image of a code: dark on white, whatever is behind it."""
    side, dark = path(text)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path stroke="#000" d="{dark}"/></svg>'
    )


def encode(text: str) -> modules.Modules:
    """Return the modules of a code, dark ones True, without the quiet zone, in the smallest version that fits."""
    data = text.encode()
    version = words.version_for(data)
    return modules.laid_out(words.bits_of(data, version), version)


def _line(row: tuple[bool, ...], down: int) -> str:
    """Return the strokes of a row: each begins where the one before it ended, and a gap further on."""
    runs = ((is_dark, len(list(run))) for is_dark, run in groupby(row))
    strokes = (f"h{length}" if is_dark else f"m{length} 0" for is_dark, length in runs)
    return f"M{QUIET} {down}.5" + "".join(strokes)
