"""The look-alike's own levers over HTTP, as JSON. The paths are listed in the package's docstring."""

from __future__ import annotations

from agentpay_plugin.demo.lookalikes.levers import Row, nothing

LEVERS: tuple[Row, ...] = (
    ("GET", "/charges", lambda like, _, __: like.charges),
    ("GET", "/refunds", lambda like, _, __: like.refunds),
    ("GET", "/events", lambda like, _, __: like.events),
    ("GET", "/bearing/([^/]+)", lambda like, at, _: like.bearing(at)),
    ("POST", "/pay", lambda like, _, body: like.pay_code(body["code"])),
    ("POST", "/charges/([^/]+)/pay", lambda like, at, body: like.pay(at, **body)),
    ("POST", "/charges/([^/]+)/remove", lambda like, at, _: like.remove(at)),
    ("POST", "/charges/([^/]+)/give_back", lambda like, at, body: like.give_back(at, **body)),
    ("POST", "/refunds/become", lambda like, _, body: nothing(lambda: like.refunds_become(*body["statuses"]))),
    ("POST", "/refunds/([^/]+)", lambda like, at, body: like.move_refund(at, **body)),
    ("POST", "/gather", lambda like, _, body: nothing(lambda: like.gather(body["on"]))),
    ("POST", "/old_errors", lambda like, _, body: nothing(lambda: like.speak_old(body["on"]))),
    ("POST", "/lag", lambda like, _, body: nothing(lambda: like.lag(**body))),
    ("POST", "/tokens/life", lambda like, _, body: nothing(lambda: like.give_tokens_for(body["seconds"]))),
    ("POST", "/tokens/revoke", lambda like, _, __: nothing(like.revoke_tokens)),
    ("POST", "/clients/revoke", lambda like, _, body: nothing(lambda: like.revoke(body["client_id"]))),
)  # fmt: skip
