# ruff: noqa: N803 arguments are named as in the contract
"""The chat API's operations with the contract's arguments, for whatever serves its schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from agentpay_plugin.chat import operations
from agentpay_plugin.chat.desk import Caller, ChatDesk
from agentpay_plugin.chat.opening import ProductInput, StartInput


def visit(
    desk: ChatDesk, caller: Caller, visitorId: str, channel: str, arm: str | None = ""
) -> operations.Done:
    """Answer chatVisit."""
    return operations.visit(desk, caller, visitorId, channel, arm or "")


def start(desk: ChatDesk, caller: Caller, input: Mapping[str, Any]) -> operations.Started:  # noqa: A002 the contract's name
    """Answer chatStart."""
    product = input.get("product")
    given = StartInput(
        channel=input["channel"],
        locale=input.get("locale") or "en",
        product=ProductInput(**product) if product else None,
        page_url=input.get("pageUrl") or "",
        visitor_id=input.get("visitorId") or "",
        checkout_id=input.get("checkoutId"),
    )
    return operations.start(desk, caller, given)


def send(desk: ChatDesk, caller: Caller, token: str, text: str, clientId: str) -> operations.Sent:
    """Answer chatMessageSend."""
    return operations.send(desk, caller, token, text, clientId)


def act(
    desk: ChatDesk, caller: Caller, token: str, action: Mapping[str, Any], clientId: str
) -> operations.Sent:
    """Answer chatActionSubmit."""
    return operations.act(desk, caller, token, action, clientId)


def track(
    desk: ChatDesk, caller: Caller, token: str, name: str, properties: str | None = "{}"
) -> operations.Done:
    """Answer chatEventTrack."""
    return operations.track(desk, caller, token, name, properties or "{}")


MUTATIONS: Mapping[str, Callable[..., Any]] = {
    "chatVisit": visit,
    "chatStart": start,
    "chatMessageSend": send,
    "chatActionSubmit": act,
    "chatEventTrack": track,
    "chatErase": operations.erase,
}
