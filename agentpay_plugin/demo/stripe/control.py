"""The look-alike's levers over HTTP, as JSON. The paths are listed in the package's docstring."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.demo.stripe.problems import Problem
from agentpay_plugin.demo.stripe.web import Request, Response, json_response

Lever = Callable[[LookAlike, str, dict[str, Any]], Any]


def _clock(like: LookAlike, _: str, body: dict[str, Any]) -> Any:
    if "advance" in body:
        return {"now": like.advance(body["advance"])}
    return {"now": like.set_clock(body["at"])}


def _fault(like: LookAlike, _: str, body: dict[str, Any]) -> Any:
    like.fault(**body)
    return {}


def _listen(like: LookAlike, _: str, body: dict[str, Any]) -> Any:
    return {"id": like.listen(**body).id}


def _nothing(work: Callable[[], object]) -> Any:
    work()
    return {}


_LEVERS: tuple[tuple[str, str, Lever], ...] = (
    ("GET", "", lambda like, _, __: {"url": like.url, "now": like.clock.now()}),
    ("GET", "/sessions", lambda like, _, __: like.sessions),
    ("GET", "/payment_intents", lambda like, _, __: like.payment_intents),
    ("GET", "/refunds", lambda like, _, __: like.refunds),
    ("GET", "/events", lambda like, _, __: like.events),
    ("GET", "/requests", lambda like, _, __: [asdict(one) for one in like.requests]),
    ("GET", "/deliveries", lambda like, _, __: like.deliveries),
    ("GET", "/endpoints", lambda like, _, __: like.endpoints),
    ("POST", "/endpoints", _listen),
    ("DELETE", "/endpoints", lambda like, _, __: _nothing(like.deafen)),
    ("POST", "/sessions/([^/]+)/pay", lambda like, at, body: like.pay(at, **body)),
    ("POST", "/sessions/([^/]+)/settle", lambda like, at, body: like.settle(at, **body)),
    ("POST", "/sessions/([^/]+)/decline", lambda like, at, body: like.decline(at, **body)),
    ("POST", "/sessions/([^/]+)/expire", lambda like, at, _: like.expire(at)),
    ("POST", "/sessions/([^/]+)/give_back", lambda like, at, body: like.give_back(at, **body)),
    ("POST", "/refunds/become", lambda like, _, body: _nothing(lambda: like.refunds_become(*body["statuses"]))),
    ("POST", "/refunds/([^/]+)", lambda like, at, body: like.move_refund(at, **body)),
    ("POST", "/keys/revoke", lambda like, _, body: _nothing(lambda: like.revoke(body["key"]))),
    ("POST", "/clock", _clock),
    ("POST", "/faults", _fault),
    ("POST", "/faults/release", lambda like, _, __: _nothing(like.faults.release)),
    ("POST", "/webhooks", lambda like, _, body: asdict(like.webhooks(**body))),
    ("POST", "/webhooks/normal", lambda like, _, __: asdict(like.webhooks_normal())),
    ("POST", "/webhooks/release", lambda like, _, body: _nothing(lambda: like.release(**body))),
    ("POST", "/webhooks/resend", lambda like, _, body: {"deliveries": like.resend(**body)}),
    ("POST", "/webhooks/flush", lambda like, _, body: {"idle": like.flush(**body)}),
)  # fmt: skip


def answer(like: LookAlike, request: Request) -> Response:
    """Pull a lever. What it does not understand is answered with 400 and why."""
    path = request.path.removeprefix("/_control").rstrip("/")
    for method, pattern, lever in _LEVERS:
        match = re.fullmatch(pattern, path)
        if match and method == request.method:
            return _pull(like, lever, match[1] if match.groups() else "", request.body)
    return json_response(404, {"error": f"no lever {request.method} {request.path}"})


def _pull(like: LookAlike, lever: Lever, at: str, raw: bytes) -> Response:
    try:
        body = json.loads(raw) if raw else {}
        return json_response(200, lever(like, at, body))
    except Problem as problem:
        return json_response(problem.status, problem.body)
    except (TypeError, ValueError, KeyError) as error:
        return json_response(400, {"error": f"{type(error).__name__}: {error}"})
