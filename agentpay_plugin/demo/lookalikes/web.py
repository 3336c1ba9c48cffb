"""A request and a response, free of the server that carries them."""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Any


class Dropped(Exception):  # noqa: N818 it is what happens, not a failure of ours
    """The connection is to be closed without an answer."""


@dataclass(frozen=True)
class Request:
    """`headers` by lower-case name; `query` and `body` as they came."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Response:
    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0  # that its body takes
    stream: Generator[bytes] | None = (
        None  # instead of a body: in pieces as they come, cut by Dropped
    )


def json_response(status: int, value: Any, headers: Mapping[str, str] | None = None) -> Response:
    body = json.dumps(value, indent=2).encode() + b"\n"
    return Response(status, body, {"Content-Type": "application/json", **(headers or {})})


def html_response(status: int, text: str) -> Response:
    return Response(status, text.encode(), {"Content-Type": "text/html; charset=utf-8"})


def redirect(url: str) -> Response:
    return Response(303, b"", {"Location": url})
