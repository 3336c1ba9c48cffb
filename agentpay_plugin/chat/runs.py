"""Runs one turn through the engine: nothing is stored here, so that a run can be dropped and repeated."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from agentpay_plugin.chat import taps
from agentpay_plugin.chat.commands import Errand, carry_out
from agentpay_plugin.chat.desk import ChatDesk, Ports
from agentpay_plugin.chat.queue import Kind
from agentpay_plugin.conversation import commands, events
from agentpay_plugin.conversation.engine import advance
from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.conversation.parts import Part
from agentpay_plugin.conversation.ports import ChargeView, ProductRef
from agentpay_plugin.conversation.reading import Reading, ReadingContext
from agentpay_plugin.conversation.state import Action, Conversation, Step
from agentpay_plugin.conversation.tax_id import found_in
from agentpay_plugin.errors import ShopRefused, ShopUnavailable
from agentpay_plugin.models import Turn

MOST_COMMANDS = 40
MOST_ORDER_READS = 2  # until the news of a payment is told without its order


class SlowCommand(Exception):  # noqa: N818 a signal, no error
    """The run came to a command that asks a provider, and may not wait for one."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a turn brought: the next state, what is said, and the charges it was told of."""

    conversation: Conversation
    parts: tuple[Part, ...] = ()
    reading: Reading | None = None
    charges: tuple[ChargeView, ...] = ()
    action: Action = Action.NONE


def run(
    desk: ChatDesk,
    ports: Ports,
    conversation: Conversation,
    turn: Turn,
    errand: Errand,
    *,
    slow: bool,
) -> Ran:
    """Return what `turn` brings. Raises SlowCommand when `slow` is False and the turn needs a provider."""
    event = _event(desk, ports, conversation, turn)
    if event is None:
        return Ran(conversation)
    now, closed = int(desk.clock().timestamp()), not desk.is_open(conversation.channel)
    engine = partial(advance, now=now, closed=closed)
    return _advanced(engine, ports, conversation, event, errand, slow=slow)


def _advanced(
    engine: Callable[[Conversation, events.Event], Step],
    ports: Ports,
    conversation: Conversation,
    event: events.Event,
    errand: Errand,
    *,
    slow: bool,
) -> Ran:
    reading = event.reading if isinstance(event, events.Said) else None
    parts: list[Part] = []
    charges: list[ChargeView] = []
    waiting: deque[commands.Command] = deque()
    action = Action.NONE
    happening: events.Event | None = event
    for _ in range(MOST_COMMANDS):
        if happening is not None:
            if isinstance(happening, events.ChargeChanged):
                charges.append(happening.charge)
            step = engine(conversation, happening)
            conversation = step.conversation
            parts += step.parts
            waiting += step.commands
            action = action if step.action is Action.NONE else step.action
        if not waiting:
            return Ran(conversation, tuple(parts), reading, tuple(charges), action)
        command = waiting.popleft()
        if isinstance(command, commands.SLOW) and not slow:
            raise SlowCommand
        happening = carry_out(ports, errand, command)
    raise RuntimeError(f"a turn did not come to its end within {MOST_COMMANDS} commands")


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
            text, tax_id = found_in(payload["text"], asked=asked)
            context = ReadingContext(
                conversation.locale, conversation.product, conversation.cart, conversation.offered
            )
            return events.Said(text, ports.language.read(text, context), tax_id)
        case Kind.TAPPED:
            return taps.event_of(payload)
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
