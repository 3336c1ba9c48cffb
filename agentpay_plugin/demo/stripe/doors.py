"""Which part of a look-alike answers a request."""

from __future__ import annotations

from agentpay_plugin.demo.lookalikes.web import Request, Response
from agentpay_plugin.demo.stripe import control, pages
from agentpay_plugin.demo.stripe.lookalike import LookAlike


def answer(like: LookAlike, request: Request) -> Response:
    """Answer a request. Raises Dropped when it is to get no answer."""
    if request.path.startswith("/c/pay/"):
        return pages.answer(like.ledger, request)
    if request.path.startswith("/_control"):
        return control.answer(like, request)
    return like.api.answer(request)
