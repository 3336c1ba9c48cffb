"""Which part of a look-alike that takes PIX answers a request."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from agentpay_plugin.demo.lookalikes import phone
from agentpay_plugin.demo.lookalikes.levers import Row, pull
from agentpay_plugin.demo.lookalikes.web import Request, Response


def door(levers: Sequence[Row]) -> Callable[[Any, Request], Response]:
    """Return the way in: to the phone, to the levers, or to the API. Raises Dropped for no answer."""

    def answer(like: Any, request: Request) -> Response:
        if request.path == phone.PATH:
            action = urlsplit(like.url).path + phone.PATH
            return phone.answer(request, action, like.ledger.price, like.pay_code)
        if request.path.startswith("/_control"):
            return pull(like, levers, request)
        answered: Response = like.api.answer(request)
        return answered

    return answer
