"""Which part of the look-alike answers a request."""

from __future__ import annotations

from urllib.parse import urlsplit

from agentpay_plugin.demo.lookalikes import phone
from agentpay_plugin.demo.lookalikes.web import Request, Response
from agentpay_plugin.demo.pix import control
from agentpay_plugin.demo.pix.lookalike import LookAlike


def answer(like: LookAlike, request: Request) -> Response:
    """Answer a request. Raises Dropped when it is to get no answer."""
    if request.path == phone.PATH:
        action = urlsplit(like.url).path + phone.PATH
        return phone.answer(request, action, like.ledger.price, like.pay_code)
    if request.path.startswith("/_control"):
        return control.answer(like, request)
    return like.api.answer(request)
