"""Runs one turn through the engine: nothing is stored here, so that a run can be dropped and repeated."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from agentpay_plugin.chat import taps
from agentpay_plugin.chat.advancing import Ran, advanced
from agentpay_plugin.chat.assistant.answering import Asked, Models, Ways, answer
from agentpay_plugin.chat.commands import Errand
from agentpay_plugin.chat.desk import ChatDesk, Ports
from agentpay_plugin.chat.queue import Kind
from agentpay_plugin.chat.several import played, seen_in
from agentpay_plugin.conversation import card_number, codec, events
from agentpay_plugin.conversation.engine import advance
from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.conversation.ports import ChargeView, ProductRef
from agentpay_plugin.conversation.state import Conversation
from agentpay_plugin.conversation.tax_id import found_in
from agentpay_plugin.errors import ShopRefused, ShopUnavailable
from agentpay_plugin.models import Conversation as Row
from agentpay_plugin.models import Turn

MOST_ORDER_READS = 2  # until the news of a payment is told without its order


def run(
    desk: ChatDesk,
    ports: Ports,
    row: Row,
    turn: Turn,
    errand: Errand,
    *,
    slow: bool,
    models: Models,
) -> Ran:
    """Return what `turn` brings.

    Raises SlowCommand when `slow` is False and the turn needs a provider, ModelWanted when it turns out to need
    a language model.
    """
    conversation = codec.decode(row.state)
    event = _event(desk, ports, conversation, turn)
    if event is None:
        return Ran(conversation)
    now, closed = int(desk.clock().timestamp()), not desk.is_open(conversation.channel)
    engine = partial(advance, now=now, closed=closed)
    if not isinstance(event, events.Said):
        return advanced(engine, ports, conversation, event, errand, slow=slow)
    offline = partial(played, engine, ports, conversation, event, errand, slow=slow)
    ways = Ways(engine, ports, errand, slow)
    return answer(Asked(desk, row, turn, conversation, event, ways, offline), models)


def _event(
    desk: ChatDesk, ports: Ports, conversation: Conversation, turn: Turn
) -> events.Event | None:
    payload: Mapping[str, Any] = turn.payload
    match Kind(turn.kind):
        case Kind.OPENED:
            product = ProductRef(**payload["product"]) if payload["product"] else None
            greeting = desk.settings(conversation.channel).greeting or None
            return events.Opened(product, payload["cartId"], greeting)
        case Kind.SAID:
            asked = conversation.tax_id_for is not None
            text, had_card = card_number.found_in(payload["text"])
            text, tax_id = found_in(text, asked=asked and not had_card)
            reading = ports.language.read(text, seen_in(conversation))
            return events.Said(text, reading, tax_id, had_card)
        case Kind.TAPPED:
            return taps.event_of(payload)
        case Kind.PERSON:
            return events.PersonWrote()
        case Kind.CHARGE:
            return _charge_changed(desk, ports, conversation, turn)


def _charge_changed(
    desk: ChatDesk, ports: Ports, conversation: Conversation, turn: Turn
) -> events.Event | None:
    """Nothing, when the charge went on since (a later turn tells that) or was told of in another turn."""
    _, charge = desk.charge_view(UUID(turn.payload["chargeId"]))
    if charge.state != turn.payload["state"] or _is_known(conversation.charge, charge):
        return None
    last_try = turn.tries >= MOST_ORDER_READS
    return events.ChargeChanged(charge, _order(ports, charge, last_try=last_try))


def _is_known(known: ChargeView | None, charge: ChargeView) -> bool:
    if known is None:
        return False
    told = (known.id, known.state, known.refunded, known.held)
    return told == (charge.id, charge.state, charge.refunded, charge.held)


def _order(ports: Ports, charge: ChargeView, *, last_try: bool) -> Order | None:
    """One order that cannot be read must not keep the news of its money back for ever."""
    if charge.order_id is None:
        return None
    try:
        return ports.orders.order(charge.order_id)
    except ShopRefused:  # our account was closed meanwhile
        return None
    except ShopUnavailable:
        if last_try:
            return None
        raise
