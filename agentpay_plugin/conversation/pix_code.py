"""What a shopper is told of a PIX code (a BR Code): who receives the money. Its checks are the provider's adapter's."""

from __future__ import annotations

_RECEIVER = "59"


def receiver_of(code: str) -> str | None:
    """Return the receiver's name as a bank's app shows it; None when the code holds none.

    A BR Code is a row of fields: an id and a length of two digits each, then the value.
    """
    at = 0
    while len(head := code[at : at + 4]) == 4 and head.isascii() and head.isdigit():
        length = int(head[2:])
        value = code[at + 4 : at + 4 + length]
        if head[:2] == _RECEIVER:
            return value.strip() or None
        at += 4 + length
    return None
