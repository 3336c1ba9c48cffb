"""Three books side by side: what the provider holds of a charge, our own rows, and the shop's. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from agentpay_plugin.charges import reasons, refund_rows, view
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.opening import provider_of
from agentpay_plugin.charges.ports import (
    CLOSED_ORDERS,
    ProviderCharge,
    ProviderRefund,
    ProviderState,
    RefundState,
)
from agentpay_plugin.charges.refund_rows import ALREADY_PAID, Step
from agentpay_plugin.charges.reserve import Reserve
from agentpay_plugin.charges.states import BOOKED, LIVE, ORDERED, State
from agentpay_plugin.errors import ProviderRefused
from agentpay_plugin.models import Charge, Refund
from agentpay_plugin.money import Money


class Kind(StrEnum):
    """What can be otherwise in one book than in another. The words are in `_WORDS`."""

    NOT_HEARD = "not_heard"
    NOT_THERE = "not_there"
    PAID_NOT_TAKEN = "paid_not_taken"
    ON_ITS_WAY = "on_its_way"
    CLOSED_THERE = "closed_there"
    OPEN_THERE = "open_there"
    NOT_PAID_THERE = "not_paid_there"
    AMOUNT = "amount"
    NO_ORDER_YET = "no_order_yet"
    NOT_FINISHED = "not_finished"
    HELD = "held"
    ANSWERS_AGAIN = "answers_again"
    REFUND_UNKNOWN_HERE = "refund_unknown_here"
    REFUND_UNKNOWN_THERE = "refund_unknown_there"
    REFUND_OTHERWISE = "refund_otherwise"
    REFUND_AMOUNT = "refund_amount"
    REFUND_WAITS = "refund_waits"
    ORDER_GONE = "order_gone"
    ORDER_WITHOUT_PAYMENT = "order_without_payment"
    ORDER_CLOSED = "order_closed"
    SHOP_AMOUNT = "shop_amount"
    RESERVE_OVER = "reserve_over"
    STILL_RESERVED = "still_reserved"


_WORDS = {
    Kind.NOT_HEARD: "asked for at the provider, whose answer was never heard",
    Kind.NOT_THERE: "{here} here, unknown at the provider ({word})",
    Kind.PAID_NOT_TAKEN: "paid at the provider, {here} here: no order",
    Kind.ON_ITS_WAY: "the money is on its way at the provider, {here} here",
    Kind.CLOSED_THERE: "closed at the provider, {here} here",
    Kind.OPEN_THERE: "still open at the provider, {here} here",
    Kind.NOT_PAID_THERE: "{here} here, not paid at the provider ({there})",
    Kind.AMOUNT: "{ours} here, {theirs} at the provider",
    Kind.NO_ORDER_YET: "paid, and its order is not made yet",
    Kind.NOT_FINISHED: "{here}, and its last steps are not done yet",
    Kind.ANSWERS_AGAIN: "waits for a person since the provider did not answer, which it does now ({there})",
    Kind.HELD: "waits for a person: {word}",
    Kind.REFUND_UNKNOWN_HERE: "a refund of {theirs} at the provider ({ref}) that the shop does not know",
    Kind.REFUND_UNKNOWN_THERE: "a refund of {ours} here ({ref}) that the provider does not know",
    Kind.REFUND_OTHERWISE: "the refund {ref} is {there} at the provider, {here} here",
    Kind.REFUND_AMOUNT: "the refund {ref} is {theirs} at the provider, {ours} here",
    Kind.REFUND_WAITS: "a refund of {ours} that the provider was not asked for yet",
    Kind.ORDER_GONE: "the shop does not know its order {ref} any more",
    Kind.ORDER_WITHOUT_PAYMENT: "{here} here, yet the order {ref} stands on this payment",
    Kind.ORDER_CLOSED: "its order {ref} was cancelled, and {ours} of the money is kept",
    Kind.RESERVE_OVER: "reserved here, {there} at the provider",
    Kind.STILL_RESERVED: "captured or let go here, and still reserved at the provider",
    Kind.SHOP_AMOUNT: "the shop's transaction has {theirs}, it should have {ours}",
}
# What settling once more, as any webhook makes us do, may mend.
_MENDABLE = frozenset(
    {
        Kind.NOT_HEARD,
        Kind.PAID_NOT_TAKEN,
        Kind.ON_ITS_WAY,
        Kind.CLOSED_THERE,
        Kind.OPEN_THERE,
        Kind.NO_ORDER_YET,
        Kind.NOT_FINISHED,
        Kind.ANSWERS_AGAIN,
        Kind.REFUND_UNKNOWN_HERE,
        Kind.REFUND_OTHERWISE,
        Kind.REFUND_WAITS,
        Kind.RESERVE_OVER,
    }
)
_NOT_YET_TAKEN = LIVE | {State.PLANNED, State.EXPIRED, State.CANCELLED}
_OVER_UNPAID = (State.EXPIRED, State.CANCELLED, State.REFUSED, State.PLANNED)
_CLOSED = (ProviderState.EXPIRED, ProviderState.CANCELLED)
_STANDS = tuple(ORDERED)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is otherwise in another book; `words` are for an operator, without personal data."""

    kind: Kind
    words: str

    @property
    def is_mendable(self) -> bool:
        """Whether our own settlement may mend it; else a person decides."""
        return self.kind in _MENDABLE


def differences(desk: Desk, charge: Charge) -> tuple[Difference, ...]:
    """Ask the provider and the shop about a charge, and return what does not agree.

    Raises Retryable when one of them cannot be asked now, and ShopRefused.
    """
    if charge.provider_ref is None:
        is_unheard = State(charge.state) in (State.OPENING, State.UNKNOWN)
        return (_difference(Kind.NOT_HEARD, charge),) if is_unheard else ()
    try:
        told = provider_of(desk, charge).read(charge.provider_ref)
        is_paid = told.state is ProviderState.PAID
        given = provider_of(desk, charge).refunds_of(told) if is_paid else ()
    except ProviderRefused as refusal:
        return (_difference(Kind.NOT_THERE, charge, word=refusal.provider_code),)
    return (
        *_with_provider(desk, charge, told),
        *_refunds(charge, given),
        *_with_shop(desk, charge),
    )


def _with_provider(desk: Desk, charge: Charge, told: ProviderCharge) -> Iterator[Difference]:
    state, there = State(charge.state), told.state
    if told.amount != view.amount(charge):
        yield _difference(Kind.AMOUNT, charge, theirs=told.amount)
    if state is State.CONFIRMED and charge.reason == reasons.REFUND_FAILED:
        yield _difference(Kind.HELD, charge, word=reasons.words(charge.reason))
    if state is State.HELD and charge.reason in view.UNREADABLE:
        yield _difference(Kind.ANSWERS_AGAIN, charge, there=there.value)
    elif state is State.HELD:
        yield _difference(Kind.HELD, charge, word=reasons.words(charge.reason))
    elif charge.reserve:
        yield from _reserved(desk, charge, told)
    elif there is ProviderState.PAID:
        yield from _paid_there(desk, charge, state)
    elif state in BOOKED or state is State.PAID:
        yield _difference(Kind.NOT_PAID_THERE, charge, there=there.value)
    elif there is ProviderState.PROCESSING and state is not State.PROCESSING:
        yield _difference(Kind.ON_ITS_WAY, charge)
    elif there is ProviderState.OPEN and state in _OVER_UNPAID:
        yield _difference(Kind.OPEN_THERE, charge)
    elif there in _CLOSED and state in LIVE:
        yield _difference(Kind.CLOSED_THERE, charge)


def _reserved(desk: Desk, charge: Charge, told: ProviderCharge) -> Iterator[Difference]:
    """Compare money that is not taken at once: what was reserved, and what became of it."""
    state, there = State(charge.state), told.state
    if charge.reserve == Reserve.ASKED:
        if there in (ProviderState.AUTHORIZED, ProviderState.PAID):
            yield _difference(Kind.PAID_NOT_TAKEN, charge)
        elif there is ProviderState.OPEN and state in _OVER_UNPAID:
            yield _difference(Kind.OPEN_THERE, charge)
        elif there in _CLOSED and state in LIVE:
            yield _difference(Kind.CLOSED_THERE, charge)
    elif charge.reserve == Reserve.STANDS and there is not ProviderState.AUTHORIZED:
        yield _difference(Kind.RESERVE_OVER, charge, there=there.value)
    elif charge.reserve == Reserve.OVER and there is ProviderState.AUTHORIZED:
        yield _difference(Kind.STILL_RESERVED, charge)
    else:
        yield from _paid_there(desk, charge, state)


def _paid_there(desk: Desk, charge: Charge, state: State) -> Iterator[Difference]:
    waits_for_shopper = charge.complete_after is not None and desk.clock() < charge.complete_after
    if state in _NOT_YET_TAKEN or state is State.REFUSED:
        yield _difference(Kind.PAID_NOT_TAKEN, charge)
    elif state is State.PAID or (state is State.REPORTED and not waits_for_shopper):
        yield _difference(Kind.NO_ORDER_YET, charge)
    elif state in (State.COMPLETED, State.REFUNDING):
        yield _difference(Kind.NOT_FINISHED, charge)


def _refunds(charge: Charge, given: tuple[ProviderRefund, ...]) -> Iterator[Difference]:
    if charge.reserve in (Reserve.ASKED, Reserve.STANDS):
        return  # nothing was taken that could have gone back
    rows = list(charge.refunds.filter(is_release=False).exclude(state=Step.DROPPED.value))
    let_go = refund_rows.shown_release(charge, given)
    for one in given:
        if one is let_go:
            continue
        row = next((row for row in rows if _is_same(row, one)), None)
        if row is not None:
            rows.remove(row)
            yield from _refund(charge, row, one)
        elif one.state is not RefundState.FAILED:
            yield _difference(Kind.REFUND_UNKNOWN_HERE, charge, theirs=one.amount, ref=one.ref)
    for row in rows:
        ours = Money(row.amount_minor, row.currency)
        if row.state in (Step.REQUESTED, Step.ASKED):
            yield _difference(Kind.REFUND_WAITS, charge, ours=ours)
        elif row.state != Step.FAILED:
            ref = row.provider_ref or row.pk
            yield _difference(Kind.REFUND_UNKNOWN_THERE, charge, ours=ours, ref=ref)


def _is_same(row: Refund, one: ProviderRefund) -> bool:
    return row.provider_ref == one.ref or (one.key is not None and row.provider_key == one.key)


def _refund(charge: Charge, row: Refund, one: ProviderRefund) -> Iterator[Difference]:
    ours, step = Money(row.amount_minor, row.currency), Step(row.state)
    told = Step.REPORTED if one.state is RefundState.SUCCEEDED else refund_rows.step_of(one)
    if one.amount != ours:
        yield _difference(Kind.REFUND_AMOUNT, charge, ours=ours, theirs=one.amount, ref=one.ref)
    if step is not told:
        yield _difference(
            Kind.REFUND_OTHERWISE, charge, ref=one.ref, there=one.state.value, here=step.value
        )


def _with_shop(desk: Desk, charge: Charge) -> Iterator[Difference]:
    state, books = State(charge.state), desk.books(charge.channel)
    is_spare = refund_rows.own(charge).filter(reason=ALREADY_PAID).exists()
    if state is State.REFUNDED and not is_spare:
        order = books.order_of_transaction(charge.transaction_id)
        if order is not None and order.status not in CLOSED_ORDERS:
            yield _difference(Kind.ORDER_WITHOUT_PAYMENT, charge, ref=order.number)
    if state not in _STANDS:
        return
    charged = books.charged(charge.order_id)
    if charged is None:
        yield _difference(Kind.ORDER_GONE, charge, ref=charge.order_id)
        return
    order = books.order_of_transaction(charge.transaction_id)
    if order is not None and order.status in CLOSED_ORDERS and refund_rows.left(charge) > 0:
        ours = Money(refund_rows.left(charge), charge.currency)
        yield _difference(Kind.ORDER_CLOSED, charge, ours=ours, ref=order.number)
    if charge.refunds.exclude(state__in=[step.value for step in refund_rows.OVER]).exists():
        return  # the shop counts what is about to go back in its own way
    taken = 0 if charge.reserve == Reserve.STANDS else refund_rows.left(charge)
    ours = Money(taken, charge.currency)
    theirs = charged.by_transaction.get(charge.transaction_id, Money(0, charge.currency))
    if theirs != ours:
        yield _difference(Kind.SHOP_AMOUNT, charge, ours=ours, theirs=theirs)


def _difference(kind: Kind, charge: Charge, **facts: object) -> Difference:
    known = {"here": charge.state, "ours": view.amount(charge)}
    return Difference(kind, _WORDS[kind].format_map(known | facts))
