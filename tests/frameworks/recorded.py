"""A recorded conversation, answered to any page that asks: the same for both ways in."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import BrowserContext, Route

from tests.frameworks.shops import REPOSITORY

DEV = REPOSITORY / "storefront_widget" / "dev"
_MEDIA = re.compile(r"http://127\.0\.0\.1:\d+/media/[\w-]+\.svg")
_PICTURE = "http://pictures.example/tee.svg"


def serve(context: BrowserContext, part: str) -> None:
    """Answer the chat's calls with the conversation as far as the first card of a kind."""
    whole = json.loads(_MEDIA.sub(_PICTURE, (DEV / "recorded" / "en.json").read_text()))
    last = next(
        message["sequence"]
        for message in whole["messages"]
        if any(one["__typename"] == part for one in message["parts"])
    )
    told = [message for message in whole["messages"] if message["sequence"] <= last]
    chat = whole | {"messages": told, "lastSequence": last, "payment": None}

    def answer(route: Route) -> None:
        asked = json.loads(route.request.post_data or "{}")
        name = asked["query"].partition("{")[2].partition("(")[0].strip()
        route.fulfill(
            json={"data": {name: _answer(name, chat, asked["variables"])}},
            headers={"Access-Control-Allow-Origin": "*"},
        )

    context.route("**/graphql/", answer)
    context.route_web_socket("**/graphql/", lambda socket: socket.close())
    context.route(_PICTURE, lambda route: route.fulfill(path=DEV / "public" / "tee.svg"))


def _answer(name: str, chat: dict[str, Any], variables: dict[str, Any]) -> dict[str, Any]:
    if name == "chatStart":
        return {"errors": [], "token": "recorded", "chat": chat}
    if name == "chat":
        after = variables["after"]
        return chat | {"messages": [one for one in chat["messages"] if one["sequence"] > after]}
    return {"errors": []}
