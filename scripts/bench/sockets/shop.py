"""A look-alike of the shop's API, `shop.py <port>`: every conversation is there, and nothing was said in it yet."""

from __future__ import annotations

import sys
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

CHAT: dict[str, Any] = {
    "id": "chat",
    "channel": "default-channel",
    "locale": "en",
    "stage": "SHOPPING",
    "lastSequence": 0,
    "pending": False,
    "stoppable": False,
    "messages": [],
    "cart": None,
    "payment": None,
}


async def chat(_: Request) -> Response:
    """Answer whatever is asked with the chat."""
    return JSONResponse({"data": {"chat": CHAT}})


if __name__ == "__main__":
    app = Starlette(routes=[Route("/graphql/", chat, methods=["POST"])])
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning", access_log=False)
