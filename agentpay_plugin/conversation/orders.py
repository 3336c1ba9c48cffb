"""Orders of this conversation: placed, and how they stand."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.commands import AskCharge, ReadOrder
from agentpay_plugin.conversation.doing import AskingCharge, ReadingOrder
from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.conversation.moves import to
from agentpay_plugin.conversation.parts import OrderStatus, Receipt
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.replies import PERSON, after, info, problem, quick, text
from agentpay_plugin.conversation.returning import person_offered, remind
from agentpay_plugin.conversation.state import Action, Conversation, Stage, Step
from agentpay_plugin.money import Money


def status(conversation: Conversation, asked: str | None = None) -> Step:
    """Tell how the newest order stands; without one, how the payment stands. `asked`: the number that was asked for."""
    charge = conversation.charge
    if conversation.order_ids and conversation.stage != Stage.PAID:
        reading = replace(conversation, doing=ReadingOrder(asked))
        return Step(reading, commands=(ReadOrder(conversation.order_ids[-1]),))
    if conversation.stage in (Stage.PAYING, Stage.PAID) and charge is not None:
        asking = replace(conversation, doing=AskingCharge())
        return Step(asking, commands=(AskCharge(charge.id),), action=Action.ORDER_STATUS)
    offered = person_offered(remind(conversation))
    return after((info(Say.NO_ORDER),), offered, Action.ORDER_STATUS)


def order_read(conversation: Conversation, order: Order | None, asked: str | None) -> Step:
    """Show the order as the shop tells it now, and say so when it is another than the one that was asked for."""
    if order is None:
        parts = (problem(Say.ORDER_NOT_FOUND), quick(PERSON))
        return Step(conversation, parts, action=Action.ORDER_STATUS)
    only = len(conversation.order_ids) == 1
    is_other = only and asked is not None and _bare(asked) != _bare(order.number)
    lead = (info(Say.ORDER_NOT_HERE),) if is_other else ()
    parts_ = (*lead, text(Say.ORDER_STATUS, number=order.number), OrderStatus(order))
    return Step(conversation, parts_, action=Action.ORDER_STATUS)


def _bare(number: str) -> str:
    return "".join(filter(str.isalnum, number)).casefold()


def free_order_placed(conversation: Conversation, order: Order) -> Step:
    """A cart that cost nothing became an order."""
    parts = (
        text(Say.ORDER_PLACED, number=order.number),
        Receipt(order, Money(0, order.total.currency)),
    )
    return Step(ordered(conversation, order.id), parts, action=Action.ORDER_PLACED)


def ordered(conversation: Conversation, order_id: str | None) -> Conversation:
    """Return the conversation whose cart became an order: a new purchase may begin."""
    placed = to(conversation, Stage.ORDERED)
    placed = remembered(placed, order_id) if order_id else placed
    return replace(
        placed,
        cart=None,
        deliveries=(),
        methods=(),
        wanted_quantity=None,
        narrowed=(),
        country=None,
        kept=(),
        meant_id=None,
    )


def remembered(conversation: Conversation, order_id: str) -> Conversation:
    """Return the conversation that knows the order as its newest."""
    others = tuple(known for known in conversation.order_ids if known != order_id)
    return replace(conversation, order_ids=(*others, order_id))
