"""The look-alike's own levers over HTTP, as JSON. The paths are listed in the package's docstring."""

from __future__ import annotations

from agentpay_plugin.demo.lookalikes.levers import Row, nothing

LEVERS: tuple[Row, ...] = (
    ("GET", "/payments", lambda like, _, __: like.payments),
    ("GET", "/customers", lambda like, _, __: like.customers),
    ("GET", "/refunds", lambda like, _, __: like.refunds),
    ("GET", "/events", lambda like, _, __: like.events),
    ("GET", "/bearing/([^/]+)", lambda like, at, _: like.bearing(at)),
    ("POST", "/pay", lambda like, _, body: like.pay_code(body["code"])),
    ("POST", "/payments/([^/]+)/pay", lambda like, at, _: like.pay(at)),
    ("POST", "/payments/([^/]+)/delete", lambda like, at, _: like.delete(at)),
    ("POST", "/payments/([^/]+)/give_back", lambda like, at, body: like.give_back(at, **body)),
    ("POST", "/payments/([^/]+)/refunds", lambda like, at, body: like.move_refunds(at, **body)),
    ("POST", "/refunds/become", lambda like, _, body: nothing(lambda: like.refunds_become(*body["statuses"]))),
    ("POST", "/balance", lambda like, _, body: nothing(lambda: like.set_balance(body["centavos"]))),
    ("POST", "/keys/revoke", lambda like, _, body: nothing(lambda: like.revoke(body["key"]))),
)  # fmt: skip
