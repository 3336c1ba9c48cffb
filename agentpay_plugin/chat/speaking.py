"""A conversation goes on in the language that its shopper writes in, whatever it was opened in."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.chat.desk import ChatDesk
from agentpay_plugin.chat.queue import Kind
from agentpay_plugin.conversation import codec
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.products import focus
from agentpay_plugin.errors import ShopRefused, ShopUnavailable
from agentpay_plugin.language.spoken import spoken
from agentpay_plugin.models import Conversation, Turn


def follow_language(desk: ChatDesk, row: Conversation, turn: Turn) -> None:
    """Let `row` speak another of our languages from this turn on, when what the shopper wrote is clearly in it.

    Nothing is stored here. The product in focus is read anew, since its options are called otherwise now; when the shop
    does not answer, the language stays for this turn.
    """
    if turn.kind != Kind.SAID:
        return
    locale = spoken(turn.payload["text"], row.locale)
    if locale is None:
        return
    before, state = row.locale, replace(codec.decode(row.state), locale=locale)
    row.locale = locale
    if state.product is not None:
        try:
            product = desk.ports(row).catalogue.product(ProductRef(id=state.product.id))
        except (ShopRefused, ShopUnavailable):
            row.locale = before
            return
        if product is not None:
            state = focus(state, product, int(desk.clock().timestamp()))
    row.state = codec.encode(state)
