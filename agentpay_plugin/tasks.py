"""What Celery wakes. Each task carries an id; the work itself is a row, so a lost task loses nothing."""

from __future__ import annotations

from uuid import UUID

from celery import Task, shared_task
from saleor.core.db.connection import allow_writer

from agentpay_plugin.charges import inbox, settle
from agentpay_plugin.chat import turns
from agentpay_plugin.chat.assistant.answering import Models
from agentpay_plugin.hosting.celery import work_off
from agentpay_plugin.saleor import wiring
from agentpay_plugin.saleor.calls import a_call


@shared_task(name="agentpay.chat.turn", ignore_result=True)  # type: ignore[untyped-decorator]
@a_call()
def chat_turn(conversation_id: str) -> None:
    """Work off a conversation's waiting turns, slow ones too."""
    turns.work(wiring.chat_desk(), UUID(conversation_id), slow=True)


@shared_task(name="agentpay.chat.assistant", ignore_result=True)  # type: ignore[untyped-decorator]
@a_call()
def chat_assistant(conversation_id: str) -> None:
    """Work off a conversation's waiting turns, those for a language model too."""
    turns.work(wiring.chat_desk(), UUID(conversation_id), slow=True, models=Models.ASK)


@shared_task(name="agentpay.notice.handle", ignore_result=True, bind=True)  # type: ignore[untyped-decorator]
@allow_writer()  # type: ignore[untyped-decorator]
def notice_handle(task: Task, notice_id: str) -> None:
    """Handle a stored webhook."""
    work_off(task, lambda key: inbox.handle(wiring.charges_desk(), int(key)), notice_id)


@shared_task(name="agentpay.charge.settle", ignore_result=True, bind=True)  # type: ignore[untyped-decorator]
@allow_writer()  # type: ignore[untyped-decorator]
def charge_settle(task: Task, charge_id: str) -> None:
    """Carry a charge as far as it can go."""
    work_off(task, lambda key: settle.settle(wiring.charges_desk(), UUID(key)), charge_id)


@shared_task(name="agentpay.sweep", ignore_result=True)  # type: ignore[untyped-decorator]
@allow_writer()  # type: ignore[untyped-decorator]
def sweep() -> None:
    """Find and finish what was left half-done."""
    wiring.sweep()
