"""Money has arrived: it becomes an order, is held for a person, or goes back."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.commands import Command
from agentpay_plugin.conversation.events import ChargeChanged
from agentpay_plugin.conversation.moves import at_rest, to
from agentpay_plugin.conversation.news import News, noted, nothing_offered, spare
from agentpay_plugin.conversation.orders import ordered, remembered
from agentpay_plugin.conversation.parts import OrderStatus, Part, Receipt
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import ChargeView
from agentpay_plugin.conversation.promo import spoiled_by
from agentpay_plugin.conversation.replies import (
    PERSON,
    SHOW_CART,
    after,
    info,
    problem,
    quick,
    text,
)
from agentpay_plugin.conversation.state import Action, Conversation, Stage, Step


def paid(conversation: Conversation, news: News) -> Step:
    """The money is there; the order is being made."""
    charge = news.charge
    if not news.ours:
        parts: tuple[Part, ...] = (text(Say.PAYMENT_ARRIVED_EARLIER, total=charge.amount),)
        return Step(noted(conversation, news), parts, action=Action.PAYMENT)
    if conversation.stage == Stage.PAID and news.current:
        parts = (info(Say.ORDER_BEING_MADE),)
        return Step(replace(conversation, charge=charge), parts, action=Action.PAYMENT)
    arrived = Say.PAYMENT_RESERVED if charge.held else Say.PAYMENT_ARRIVED
    say = Say.PAYMENT_ARRIVED_CHANGE if news.held_back else arrived
    commands = spare(conversation, news)
    conversation = replace(nothing_offered(to(conversation, Stage.PAID)), charge=charge)
    return Step(conversation, (text(say, total=charge.amount),), commands, Action.PAYMENT)


def ordered_by(conversation: Conversation, news: News, event: ChargeChanged) -> Step:
    """The order stands: thank, show the receipt, and let a new purchase begin."""
    charge, order = news.charge, event.order
    order_id = order.id if order else charge.order_id
    given_back: tuple[Part, ...] = ()
    if charge.held:
        given_back = (info(Say.RESERVED_UNTIL_SENT, total=charge.held),)
    if charge.refunded:
        given_back = (info(Say.DIFFERENCE_REFUNDED, total=charge.refunded),)
    if order_id in conversation.order_ids:
        parts: tuple[Part, ...] = _given_back_since(conversation, news)
        if news.asked and order is not None:
            parts = (text(Say.ORDER_STATUS, number=order.number), OrderStatus(order), *parts)
        return Step(noted(conversation, news), parts)
    commands = spare(conversation, news) if news.ours else ()
    conversation = noted(conversation, news)
    if news.ours:
        placed = ordered(replace(conversation, charge=charge), order_id)
        conversation = nothing_offered(placed)
    elif order_id:
        conversation = remembered(conversation, order_id)
    parts = (text(Say.ORDER_PLACED_PLAIN),)
    if order is not None:
        parts = (
            text(Say.ORDER_PLACED, number=order.number),
            Receipt(order, charge.amount, charge.held),
        )
    return Step(conversation, parts + given_back, commands, Action.ORDER_PLACED)


def _given_back_since(conversation: Conversation, news: News) -> tuple[Part, ...]:
    """Tell of an order that stood before what goes back of its payment, all in all."""
    known, refunded = conversation.charge, news.charge.refunded
    if known and news.current and known.held and not news.charge.held:
        return (_reserve_over(news.charge),)
    before = known.refunded if known and news.current else None
    if before and (refunded is None or refunded.minor < before.minor):
        return problem(Say.REFUND_NOT_MADE), quick(PERSON)
    return (info(Say.REFUNDED_SO_FAR, total=refunded),) if refunded else ()


def _reserve_over(charge: ChargeView) -> Part:
    """Tell what became of money that was reserved: what of it was charged, or that nothing was."""
    taken = charge.amount - charge.let_go if charge.let_go else charge.amount
    if not taken.minor:
        return info(Say.RESERVED_LET_GO, total=charge.amount)
    return info(Say.RESERVED_CHARGED, total=taken)


def held(conversation: Conversation, news: News) -> Step:
    """The cart is in a person's hands now: what comes next goes into a new one."""
    conversation = noted(conversation, news)
    commands: tuple[Command, ...] = ()
    if news.ours:
        commands = spare(conversation, news)
        conversation = nothing_offered(at_rest(replace(conversation, cart=None, meant_id=None)))
    parts = (problem(Say.PAYMENT_HELD, total=news.charge.amount), quick(PERSON))
    return Step(conversation, parts, commands, Action.PAYMENT)


def refunded(conversation: Conversation, news: News) -> Step:
    """The money goes back; the cart can be bought again."""
    conversation = noted(conversation, news)
    settling = (Stage.OPENING, Stage.PAYING, Stage.PAID)
    if news.ours and news.current and conversation.stage in settling:
        conversation = at_rest(conversation)
    total = news.charge.refunded or news.charge.amount
    is_double, was_taken = news.charge.reason == "already_paid", news.charge.let_go is None
    say = Say.PAYMENT_DOUBLE if is_double else Say.PAYMENT_REFUNDED
    if not was_taken and news.charge.refunded is None:
        say = Say.RESERVED_DOUBLE if is_double else Say.RESERVED_NO_ORDER
    spoiled = spoiled_by(conversation, news.charge.reason) if news.ours and news.current else None
    if spoiled is not None:
        return after((problem(say, total=total),), spoiled, Action.PAYMENT)
    ways_on = quick(SHOW_CART, PERSON) if conversation.cart else quick(PERSON)
    parts = (problem(say, total=total), ways_on)
    return Step(conversation, parts, action=Action.PAYMENT)
