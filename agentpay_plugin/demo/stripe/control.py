"""The look-alike's own levers over HTTP, as JSON. The paths are listed in the package's docstring."""

from __future__ import annotations

from agentpay_plugin.demo.lookalikes.levers import Row, nothing, pull
from agentpay_plugin.demo.lookalikes.web import Request, Response
from agentpay_plugin.demo.stripe.lookalike import LookAlike

_LEVERS: tuple[Row, ...] = (
    ("GET", "/sessions", lambda like, _, __: like.sessions),
    ("GET", "/payment_intents", lambda like, _, __: like.payment_intents),
    ("GET", "/refunds", lambda like, _, __: like.refunds),
    ("GET", "/disputes", lambda like, _, __: like.disputes),
    ("GET", "/events", lambda like, _, __: like.events),
    ("GET", "/bearing/([^/]+)", lambda like, at, _: like.bearing(at)),
    ("POST", "/sessions/([^/]+)/pay", lambda like, at, body: like.pay(at, **body)),
    ("POST", "/sessions/([^/]+)/settle", lambda like, at, body: like.settle(at, **body)),
    ("POST", "/sessions/([^/]+)/decline", lambda like, at, body: like.decline(at, **body)),
    ("POST", "/sessions/([^/]+)/expire", lambda like, at, _: like.expire(at)),
    ("POST", "/sessions/([^/]+)/give_back", lambda like, at, body: like.give_back(at, **body)),
    ("POST", "/refunds/become", lambda like, _, body: nothing(lambda: like.refunds_become(*body["statuses"]))),
    ("POST", "/refunds/([^/]+)", lambda like, at, body: like.move_refund(at, **body)),
    ("POST", "/sessions/([^/]+)/dispute", lambda like, at, body: like.dispute(at, **body)),
    ("POST", "/disputes/([^/]+)", lambda like, at, body: like.move_dispute(at, **body)),
    ("POST", "/keys/revoke", lambda like, _, body: nothing(lambda: like.revoke(body["key"]))),
)  # fmt: skip


def answer(like: LookAlike, request: Request) -> Response:
    """Pull a lever. What it does not understand is answered with 400 and why."""
    return pull(like, _LEVERS, request)
