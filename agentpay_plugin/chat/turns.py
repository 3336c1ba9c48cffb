"""Works off a conversation's turns, oldest first, one lease each. What a turn is: queue.py and runs.py."""

from __future__ import annotations

import logging
from enum import Enum
from uuid import UUID

from django.db import connection
from django.db.models import F

from agentpay_plugin.chat import queue, store
from agentpay_plugin.chat.advancing import SlowCommand
from agentpay_plugin.chat.assistant.answering import Models, ModelWanted
from agentpay_plugin.chat.assistant.desk import MODEL_TASK
from agentpay_plugin.chat.commands import Errand
from agentpay_plugin.chat.desk import TURN_TASK, ChatDesk
from agentpay_plugin.chat.faults import fault
from agentpay_plugin.chat.refusals import Refused
from agentpay_plugin.chat.runs import run
from agentpay_plugin.chat.speaking import follow_language
from agentpay_plugin.conversation.ports import ChargeView
from agentpay_plugin.errors import Busy, NotFound, OpenTransaction, Retryable
from agentpay_plugin.lease import leased, prolong
from agentpay_plugin.models import Conversation, Refund, Turn

logger = logging.getLogger(__name__)

MOST_TRIES = 3
POLL_SECONDS = 0.1
POLLS = 30


class Outcome(Enum):
    """How working off a conversation ended."""

    DONE = "done"  # nothing is left
    BUSY = "busy"  # another worker is at it
    HANDED_OVER = "handed over"  # it is a worker's that may wait for a provider
    FOR_MODEL = "for a model"  # it is a worker's that may wait for a language model
    STUCK = "stuck"  # the oldest turn did not work out and will be tried again


_TASKS = {Outcome.HANDED_OVER: TURN_TASK, Outcome.FOR_MODEL: MODEL_TASK}


def work(
    desk: ChatDesk, conversation_id: UUID, *, slow: bool, models: Models = Models.HAND_OVER
) -> Outcome:
    """Work off the queued turns, waiting a little for another worker. `slow`: providers may be asked.

    May be called for any conversation at any time; raises OpenTransaction inside a transaction.
    """
    outcome = work_now(desk, conversation_id, slow=slow, models=models)
    for _ in range(POLLS):
        if outcome is not Outcome.BUSY:
            break
        desk.pause(POLL_SECONDS)
        outcome = work_now(desk, conversation_id, slow=slow, models=models)
    return outcome


def work_now(
    desk: ChatDesk,
    conversation_id: UUID,
    *,
    slow: bool,
    inline: bool = True,
    models: Models = Models.HAND_OVER,
) -> Outcome:
    """Work off the queued turns; where another worker is at it, that one finds them all.

    It looks again after it gave the lease back, so that a turn stored meanwhile is not left lying.
    `inline`: where no worker can be woken for a slow turn, do it here; a language model is never asked so.
    """
    if connection.in_atomic_block:
        raise OpenTransaction("a turn was to be worked inside a database transaction")
    while turn := queue.oldest(conversation_id):
        if (left := _left_to_another(turn, slow=slow, models=models)) is not None:
            return left
        try:
            with leased(Conversation, conversation_id, clock=desk.clock) as owner:
                outcome = _work_one(desk, conversation_id, owner, slow=slow, models=models)
        except Busy:
            return Outcome.BUSY
        if outcome is Outcome.FOR_MODEL and models is Models.ASK:
            continue  # this worker goes on to ask one
        if outcome in _TASKS:
            if desk.wake(_TASKS[outcome], str(conversation_id)) or not inline:
                return outcome
            slow = slow or outcome is Outcome.HANDED_OVER
            models = Models.NONE if outcome is Outcome.FOR_MODEL else models
        if outcome is Outcome.STUCK:
            return outcome
    return Outcome.DONE


def answer(desk: ChatDesk, turn: Turn) -> bool:
    """Work off a turn that was just stored; True when its reply is still to come."""
    for _ in range(POLLS):
        outcome = work_now(desk, turn.conversation_id, slow=False)
        if outcome is Outcome.DONE or not _is_queued(turn):
            return False
        if outcome is not Outcome.BUSY:
            return True
        desk.pause(POLL_SECONDS)
    return _is_queued(turn)


def charge_changed(desk: ChatDesk, charge_id: UUID) -> None:
    """Tell the shopper how a charge of their conversation stands now; once, however often it is called.

    A plain storefront's charge and an erased conversation's are nobody's to tell. Never waits and asks no
    provider: the caller may hold the conversation or the charge.
    """
    conversation_id, charge = desk.charge_view(charge_id)
    if conversation_id is None:
        return
    payload = {"chargeId": str(charge_id), "state": str(charge.state)}
    client_id = f"charge:{charge_id}:{_news(charge)}"
    try:
        queue.put(conversation_id, client_id, queue.Kind.CHARGE, payload, desk.clock())
    except (NotFound, Refused):  # erased, which takes the old turns' marks away, too
        return
    work_now(desk, conversation_id, slow=False, inline=False)


def _news(charge: ChargeView) -> str:
    """Return what tells one news of a charge from another: a state may come again after a refund failed."""
    failed = Refund.objects.filter(charge_id=charge.id, state="failed").count()
    refunded = charge.refunded.minor if charge.refunded else 0
    return f"{charge.state}:{refunded}:{failed}" + (":held" if charge.held else "")


def _left_to_another(turn: Turn, *, slow: bool, models: Models) -> Outcome | None:
    """Return whose turn it is if it is not for the caller. Nothing pressing waits for a model that was not asked yet."""
    if turn.needs_worker and not slow:
        return Outcome.HANDED_OVER
    waits_for_model = turn.needs_model and turn.model_asked_at is None
    if waits_for_model and models is Models.HAND_OVER and not queue.is_pressed(turn):
        return Outcome.FOR_MODEL
    return None


def _work_one(
    desk: ChatDesk, conversation_id: UUID, owner: str, *, slow: bool, models: Models
) -> Outcome:
    turn = queue.oldest(conversation_id, with_conversation=True)
    if turn is None or _left_to_another(turn, slow=slow, models=models):
        return Outcome.DONE
    row = turn.conversation
    if turn.tries >= MOST_TRIES:
        store.failed(desk, row, turn, owner)
        return Outcome.DONE
    # Counted before it runs, so that a turn that kills its worker is given up, too.
    Turn.objects.filter(pk=turn.pk).update(tries=F("tries") + 1)
    try:
        return _run(desk, row, turn, owner, slow=slow, models=models)
    except Busy:  # another worker has the conversation now, and its own tries
        lost = Turn.objects.filter(pk=turn.pk, state=Turn.State.QUEUED, tries__gt=0)
        lost.update(tries=F("tries") - 1)
        raise
    except SlowCommand:
        Turn.objects.filter(pk=turn.pk).update(needs_worker=True, tries=turn.tries)
        return Outcome.HANDED_OVER
    except ModelWanted:
        Turn.objects.filter(pk=turn.pk).update(needs_model=True, tries=turn.tries)
        if slow:  # in a request its door tells it, with what was written
            store.publish(desk, row.pk, row.last_sequence + 1)
        return Outcome.FOR_MODEL
    except Retryable as error:
        if turn.kind != queue.Kind.CHARGE:  # news count theirs: see runs.MOST_ORDER_READS
            Turn.objects.filter(pk=turn.pk).update(tries=turn.tries)
        return _stuck(turn, error)
    except Exception as error:  # noqa: BLE001 a door: one broken turn must not stop the conversation
        if turn.tries + 1 < MOST_TRIES:
            return _stuck(turn, error)
        logger.error("turn %s of %s given up: %s", turn.pk, row.pk, fault(error))
        store.failed(desk, row, turn, owner)
        return Outcome.DONE


def _run(
    desk: ChatDesk, row: Conversation, turn: Turn, owner: str, *, slow: bool, models: Models
) -> Outcome:
    # An erased conversation's turns are queued no more, and keep nothing.
    queued = Turn.objects.filter(pk=turn.pk, state=Turn.State.QUEUED)
    written = dict(turn.written)

    def note_cart(cart_id: str) -> None:
        queued.update(opened_cart_id=cart_id)

    def note_quantity(variant_id: str, quantity: int) -> None:
        written[variant_id] = quantity
        queued.update(written=written)

    errand = Errand(
        conversation_id=str(row.pk),
        channel=desk.channel_slug(row.channel) or "",
        opened_cart_id=turn.opened_cart_id,
        written=turn.written,
        note_cart=note_cart,
        note_quantity=note_quantity,
        prolong=lambda: prolong(Conversation, row.pk, owner, clock=desk.clock),
    )
    follow_language(desk, row, turn, owner)
    result = run(desk, desk.ports(row), row, turn, errand, slow=slow, models=models)
    store.ran(desk, row, turn, owner, result)
    return Outcome.DONE


def _stuck(turn: Turn, error: Exception) -> Outcome:
    logger.warning(
        "turn %s of %s will be tried again: %s", turn.pk, turn.conversation_id, fault(error)
    )
    return Outcome.STUCK


def _is_queued(turn: Turn) -> bool:
    return Turn.objects.filter(pk=turn.pk, state=Turn.State.QUEUED).exists()
