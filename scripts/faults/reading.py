"""Reads the three books, once nothing is going on any more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from agentpay_plugin.charges import looking, view
from agentpay_plugin.charges.ports import DisputeState
from agentpay_plugin.charges.refund_rows import MERCHANT, OVER, Step
from agentpay_plugin.charges.states import FINAL, State
from agentpay_plugin.conversation.parts import Phrase
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.language.say import render_phrase
from agentpay_plugin.models import Charge, Conversation, Dispute, ProviderNotice, Refund, Turn
from scripts.faults.books import (
    Books,
    OurCharge,
    OurDispute,
    OurRefund,
)
from scripts.faults.host import Shop
from scripts.faults.orders import REFUND_FAILED
from scripts.faults.plan import LOCALES
from scripts.faults.roads import Bank


def books(banks: Sequence[Bank], shop: Shop, now: float) -> Books:
    """Return the providers', our and the shop's books."""
    orders = shop.orders()
    numbers = {order.id: order.number for order in orders}
    return Books(
        taken=[taken for bank in banks for taken in bank.taken(now)],
        charges=[_charge(row, numbers) for row in Charge.objects.order_by("created_at")],
        orders=[replace(order, to_tell=_placed_in_words(order.number)) for order in orders],
        transactions=shop.transactions(),
        notices_left=[
            f"{row.type} about {row.reference or row.charge_ref or row.payment_ref}"
            for row in ProviderNotice.objects.filter(handled_at=None)
        ],
        turns_left=[
            str(row.conversation_id) for row in Turn.objects.filter(state=Turn.State.QUEUED)
        ],
    )


def due(now: float) -> int:
    """Return how many rows of ours are to be worked on by a time in UTC seconds."""
    at = datetime.fromtimestamp(now, UTC)
    return (
        Charge.objects.filter(next_check_at__lte=at).exclude(state=State.HELD.value).count()
        + ProviderNotice.objects.filter(handled_at=None, next_try_at__lte=at).count()
        + Turn.objects.filter(state=Turn.State.QUEUED).count()
        + looking.waiting(at).count()
    )


def unfinished() -> int:
    """Return how many rows of ours have not come to an end."""
    over = [state.value for state in FINAL]
    return (
        Charge.objects.exclude(state__in=over).count()
        + Refund.objects.exclude(state__in=[step.value for step in OVER]).count()
        + ProviderNotice.objects.filter(handled_at=None).count()
        + Turn.objects.filter(state=Turn.State.QUEUED).count()
    )


def _charge(row: Charge, numbers: dict[str, str]) -> OurCharge:
    return OurCharge(
        id=str(row.pk),
        conversation_id=str(row.conversation_id or ""),
        state=row.state,
        reason=row.reason,
        is_over=State(row.state) in FINAL,
        ref=row.provider_ref or "",
        transaction_id=row.transaction_id,
        order_id=row.order_id,
        amount=view.amount(row),
        kept=row.kept_minor,
        is_booked=row.complete_after is not None,
        refunds=tuple(_refund(one) for one in row.refunds.all()),
        to_tell=_to_tell(row, numbers) if row.conversation_id else (),
        source_id=row.source_id,
        disputes=tuple(_dispute(one) for one in row.disputes.all()),
    )


def _refund(row: Refund) -> OurRefund:
    step = Step(row.state)
    return OurRefund(
        id=str(row.pk),
        minor=row.amount_minor,
        is_over=step in OVER,
        is_given=step is Step.REPORTED,
        by_merchant=row.reason == MERCHANT,
    )


def _dispute(row: Dispute) -> OurDispute:
    return OurDispute(
        ref=row.provider_ref,
        minor=row.amount_minor,
        is_over=row.state != DisputeState.OPEN,
        is_lost=row.state == DisputeState.LOST,
        is_told=row.told_state == row.state,
    )


def _placed_in_words(number: str) -> tuple[str, ...]:
    said = Phrase(Say.ORDER_PLACED, {"number": number})
    return tuple(render_phrase(said, locale) for locale in LOCALES)


def _to_tell(row: Charge, numbers: dict[str, str]) -> tuple[tuple[str, ...], ...]:
    """Return what whoever paid this must have read, in their language."""
    locale = Conversation.objects.get(pk=row.conversation_id).locale
    amount, refunded = view.amount(row), view.refunded(row)

    def said(say: Say, **params: Any) -> str:
        return render_phrase(Phrase(say, params), locale)

    match State(row.state):
        case State.CONFIRMED:
            number = numbers.get(row.order_id, "")
            placed = (said(Say.ORDER_PLACED, number=number), said(Say.ORDER_PLACED_PLAIN))
            if refunded is None or row.reason == REFUND_FAILED:
                return (placed,)
            back = [
                said(Say.DIFFERENCE_REFUNDED, total=refunded),
                said(Say.REFUNDED_SO_FAR, total=refunded),
            ]
            if row.refunds.filter(state=Step.FAILED.value).exists():
                back.append(said(Say.REFUND_NOT_MADE))
            return placed, tuple(back)
        case State.REFUNDED:
            total = refunded or amount
            say = Say.PAYMENT_DOUBLE if row.reason == "already_paid" else Say.PAYMENT_REFUNDED
            return ((said(say, total=total),),)
        case State.HELD:
            return ((said(Say.PAYMENT_HELD, total=amount),),)
        case _:
            return ()
