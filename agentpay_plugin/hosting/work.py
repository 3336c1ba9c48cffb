"""What can be woken, by its task's name. The work is a row, so a task that is lost loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from agentpay_plugin.charges import inbox, settle
from agentpay_plugin.charges.desk import NOTICE_TASK, SETTLE_TASK, Desk
from agentpay_plugin.chat import turns
from agentpay_plugin.chat.assistant.answering import Models
from agentpay_plugin.chat.assistant.desk import MODEL_TASK
from agentpay_plugin.chat.desk import TURN_TASK, ChatDesk
from agentpay_plugin.hosting.sweeping import SWEEP_TASK

Works = Mapping[str, Callable[[str], object]]


def works(
    charges: Callable[[], Desk], chat: Callable[[], ChatDesk], sweep: Callable[[], None]
) -> Works:
    """Return what each task does with the id of its row."""
    return {
        MODEL_TASK: lambda row_id: turns.work(chat(), UUID(row_id), slow=True, models=Models.ASK),
        TURN_TASK: lambda row_id: turns.work(chat(), UUID(row_id), slow=True),
        NOTICE_TASK: lambda row_id: inbox.handle(charges(), int(row_id)),
        SETTLE_TASK: lambda row_id: settle.settle(charges(), UUID(row_id)),
        SWEEP_TASK: lambda _: sweep(),
    }
