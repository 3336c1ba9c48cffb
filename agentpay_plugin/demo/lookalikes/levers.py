"""The levers that every look-alike has, over HTTP, as JSON; and how a lever is pulled."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from agentpay_plugin.demo.lookalikes.web import Request, Response, json_response
from agentpay_plugin.demo.lookalikes.world import World

# Takes the look-alike, the id in the path, and the body.
Lever = Callable[[Any, str, dict[str, Any]], Any]
Row = tuple[str, str, Lever]


class Refused(Exception):  # noqa: N818 it is the answer, not a failure of ours
    """An answer that is no success, in the provider's own shape."""

    def __init__(self, status: int, body: Any, message: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.body = body


def _clock(like: World, _: str, body: dict[str, Any]) -> Any:
    if "advance" in body:
        return {"now": like.advance(body["advance"])}
    return {"now": like.set_clock(body["at"])}


def _fault(like: World, _: str, body: dict[str, Any]) -> Any:
    like.fault(**body)
    return {}


def _listen(like: World, _: str, body: dict[str, Any]) -> Any:
    return {"id": like.listen(**body).id}


def nothing(work: Callable[[], object]) -> Any:
    """Do the work, and answer nothing."""
    work()
    return {}


COMMON: tuple[Row, ...] = (
    ("GET", "", lambda like, _, __: {"url": like.url, "now": like.clock.now()}),
    ("GET", "/requests", lambda like, _, __: [asdict(one) for one in like.requests]),
    ("GET", "/deliveries", lambda like, _, __: like.deliveries),
    ("GET", "/endpoints", lambda like, _, __: like.endpoints),
    ("POST", "/endpoints", _listen),
    ("DELETE", "/endpoints", lambda like, _, __: nothing(like.deafen)),
    ("POST", "/clock", _clock),
    ("POST", "/faults", _fault),
    ("POST", "/faults/release", lambda like, _, __: nothing(like.faults.release)),
    ("POST", "/webhooks", lambda like, _, body: asdict(like.webhooks(**body))),
    ("POST", "/webhooks/normal", lambda like, _, __: asdict(like.webhooks_normal())),
    ("POST", "/webhooks/release", lambda like, _, body: nothing(lambda: like.release(**body))),
    ("POST", "/webhooks/resend", lambda like, _, body: {"deliveries": like.resend(**body)}),
    ("POST", "/webhooks/flush", lambda like, _, body: {"idle": like.flush(**body)}),
    ("POST", "/webhooks/resume", lambda like, _, __: nothing(like.resume)),
)  # fmt: skip


def pull(like: World, rows: Sequence[Row], request: Request) -> Response:
    """Pull the lever that a request names, among the given and the common ones.

    What it does not understand is answered with 400 and why.
    """
    path = request.path.removeprefix("/_control").rstrip("/")
    for method, pattern, lever in (*rows, *COMMON):
        match = re.fullmatch(pattern, path)
        if match and method == request.method:
            return _pull(like, lever, match[1] if match.groups() else "", request.body)
    return json_response(404, {"error": f"no lever {request.method} {request.path}"})


def _pull(like: World, lever: Lever, at: str, raw: bytes) -> Response:
    try:
        body = json.loads(raw) if raw else {}
        return json_response(200, lever(like, at, body))
    except Refused as refusal:
        return json_response(refusal.status, refusal.body)
    except (TypeError, ValueError, KeyError) as error:
        return json_response(400, {"error": f"{type(error).__name__}: {error}"})
