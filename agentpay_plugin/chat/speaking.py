"""A conversation goes on in the language that its shopper writes in, whatever it was opened in."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.chat import queue
from agentpay_plugin.chat.desk import ChatDesk
from agentpay_plugin.chat.queue import Kind
from agentpay_plugin.conversation import card_number, codec, tax_id
from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.products import focus
from agentpay_plugin.conversation.state import Conversation as State
from agentpay_plugin.conversation.wanted import Wanted
from agentpay_plugin.errors import Busy, ShopRefused, ShopUnavailable
from agentpay_plugin.language.spoken import spoken
from agentpay_plugin.models import Conversation, Turn

_FOUND = 5  # goods, of which a text may be the name


def follow_language(desk: ChatDesk, row: Conversation, turn: Turn, owner: str) -> None:
    """Let `row` speak another of our languages from this turn on, when what the shopper wrote is clearly in it.

    The product in focus is read anew, since its options are called otherwise now; when the shop does not answer, the
    language stays for this turn. It is stored at once: a turn that is tried again, or waits for a worker, finds it.
    Raises Busy when the lease was lost or the chat erased.
    """
    if turn.kind != Kind.SAID:
        return
    text = tax_id.masked(card_number.masked(turn.payload["text"]))
    state = codec.decode(row.state)
    if spoken(text, row.locale, _names(state)) is None:
        return
    try:
        locale = _spoken(desk, row, text, state)
        if locale is None:
            return
        speaking = replace(state, locale=locale)
        if state.product is not None:
            speaking = _read_anew(desk, row, speaking, state.product)
    except (ShopRefused, ShopUnavailable):
        return
    changes = {"locale": locale, "state": codec.encode(speaking)}
    if queue.take_numbers(row.pk, 0, desk.clock(), owner=owner, changes=changes) is None:
        raise Busy(f"conversation {row.pk} was taken over")
    row.locale, row.state = locale, changes["state"]


def _spoken(desk: ChatDesk, row: Conversation, text: str, state: State) -> str | None:
    """Return the other language of a text that is no name of goods; a question is more than a name."""
    names = _names(state)
    if "?" not in text:
        found = desk.ports(row).catalogue.search(Wanted(words=text), _FOUND)
        names += tuple(one.name for one in found.products)
    return spoken(text, row.locale, names)


def _names(state: State) -> tuple[str, ...]:
    """Return what the goods are called that are spoken of."""
    products = (*state.found, *((state.product,) if state.product else ()))
    lines = state.cart.lines if state.cart else ()
    return tuple(one.name for one in products) + tuple(one.product_name for one in lines)


def _read_anew(desk: ChatDesk, row: Conversation, state: State, product: Product) -> State:
    before, row.locale = row.locale, state.locale
    try:
        found = desk.ports(row).catalogue.product(ProductRef(id=product.id))
    finally:
        row.locale = before
    return state if found is None else focus(state, found, int(desk.clock().timestamp()))
