"""A chat that began before an upgrade goes on after it."""

from __future__ import annotations

from typing import Any

import pytest

from agentpay_plugin.models import Conversation, Message
from tests.chat.world import ChatWorld, the_card

pytestmark = pytest.mark.django_db(transaction=True)


def as_stored_before(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Parts as they were stored when ways to pay were names."""
    return [
        {**part, "methods": [one["id"] for one in part["methods"]]}
        if part["__typename"] == "ChatQuote"
        else part
        for part in parts
    ]


def test_quote_that_was_stored_when_ways_to_pay_were_names(world: ChatWorld) -> None:
    token = world.start()
    version = world.quoted(token)
    before = world.look(token).messages
    for row in Message.objects.all():
        Message.objects.filter(pk=row.pk).update(parts=as_stored_before(row.parts))
    state = Conversation.objects.get().state
    names = [one["id"] for one in state["methods"]]
    Conversation.objects.update(state=state | {"version": 1, "methods": names})

    after = world.look(token).messages
    sent = world.tap(token, pay={"method": "card", "quoteVersion": version})

    assert names == ["card"]
    assert after == before
    assert the_card(after, "ChatQuote")["methods"] == [{"id": "card", "needsTaxId": False}]
    assert the_card(sent.messages, "ChatPaymentRequest")["payment"]["state"] == "OPEN"
