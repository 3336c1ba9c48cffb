"""A shop that sells nothing by chat any more: what was begun goes on to its end, nothing new begins."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.commands import AskCharge, AskPerson, CloseCharge, ReadOrder
from agentpay_plugin.conversation.doing import Closing
from agentpay_plugin.conversation.moves import offering
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Offered
from agentpay_plugin.conversation.replies import PERSON, info, quick
from agentpay_plugin.conversation.state import Conversation, Step

_STILL = (AskCharge, CloseCharge, ReadOrder, AskPerson)


def selling_nothing(before: Conversation, step: Step) -> Step:
    """Return the step if it only asks about what was begun; else say that nothing is sold here now.

    `before` is the conversation that the step was made from.
    """
    doing = step.conversation.doing
    goes_on = isinstance(doing, Closing) and bool(
        doing.commands
    )  # closed only to buy something else
    if not goes_on and all(isinstance(command, _STILL) for command in step.commands):
        return step
    resting = offering(replace(before, doing=None), Offered.NOTHING)
    return Step(resting, (info(Say.SHOP_CLOSED), quick(PERSON)))
