"""What the shopper does about an open payment: says it is paid, cancels it, changes the cart under it."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.checkout import is_filled
from agentpay_plugin.conversation.commands import (
    ApplyPromoCode,
    AskCharge,
    ChooseDelivery,
    CloseCharge,
    Command,
    PlaceFreeOrder,
    ReadQuote,
    RemovePromoCode,
    SetAddresses,
    SetContact,
    SetQuantity,
)
from agentpay_plugin.conversation.doing import AskingCharge, Closing
from agentpay_plugin.conversation.orders import status
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.replies import after, info, text
from agentpay_plugin.conversation.returning import left, offer_check_out, person_offered, remind
from agentpay_plugin.conversation.state import ChargeState, Conversation, Stage, Step

_WRITES = (
    SetQuantity,
    SetContact,
    SetAddresses,
    ChooseDelivery,
    ApplyPromoCode,
    RemovePromoCode,
    PlaceFreeOrder,
)

_ASKED = (Stage.CHOOSING, Stage.DETAILS, Stage.DELIVERY, Stage.QUOTED)


def paid_said(conversation: Conversation) -> Step:
    """Ask the provider: only a charge that changed says whether it is paid."""
    charge = conversation.charge
    if charge is None:
        notice = info(Say.NO_PAYMENT)
        if conversation.stage == Stage.SHOPPING and is_filled(conversation):
            return after((notice,), offer_check_out(conversation))
        if conversation.stage in (Stage.BROWSING, Stage.ORDERED):
            return after((notice,), person_offered(remind(conversation)))
        return after((notice,), remind(conversation))
    if charge.state == ChargeState.ORDERED:
        is_whole = charge.refunded is None and charge.held is None and charge.let_go is None
        lead = (text(Say.PAYMENT_IS_IN, total=charge.amount),) if is_whole else ()
        return after(lead, status(conversation))
    return Step(replace(conversation, doing=AskingCharge()), commands=(AskCharge(charge.id),))


def payment_cancelled(conversation: Conversation) -> Step:
    """Close the open payment."""
    charge = conversation.charge
    if conversation.stage in _ASKED:
        return left(conversation)
    if conversation.stage != Stage.PAYING or charge is None:
        return after((info(Say.NO_PAYMENT),), remind(conversation))
    return Step(replace(conversation, doing=Closing()), commands=(CloseCharge(charge.id),))


def guarded(before: Conversation, step: Step) -> Step:
    """Let no cart change pass under a payment: an open one is closed first, a paid one is left alone.

    `before` is the conversation that the step was made from.
    """
    if before.stage == Stage.PAID and any(
        isinstance(one, (*_WRITES, ReadQuote)) for one in step.commands
    ):
        return Step(replace(before, doing=None), (info(Say.ORDER_BEING_MADE),))
    if before.stage != Stage.PAYING or before.charge is None or not _writes(step.commands):
        return step
    closing = Closing(step.commands, step.conversation.doing)
    held_back = replace(before, doing=closing)
    return Step(held_back, commands=(CloseCharge(before.charge.id),))


def _writes(commands: tuple[Command, ...]) -> bool:
    return any(isinstance(command, _WRITES) for command in commands)
