"""Server-sent events: bytes as they come, to the data of each event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def data_of(pieces: Iterable[bytes]) -> Iterator[str]:
    """Yield the data of each event that is whole. Comments, which keep a connection alive, are passed over."""
    data: list[str] = []
    for line in _lines(pieces):
        name, _, value = line.partition(":")
        if not line and data:
            yield "\n".join(data)
            data = []
        elif name in ("data", "error"):  # llama.cpp says "error:" for what went wrong in the midst
            data.append(value.removeprefix(" "))


def _lines(pieces: Iterable[bytes]) -> Iterator[str]:
    """Yield the lines that are whole, decoded as such: a piece may end within a character."""
    rest = b""
    for piece in pieces:
        *whole, rest = (rest + piece).split(b"\n")
        for line in whole:
            yield line.removesuffix(b"\r").decode("utf-8", "replace")
