"""Payments that the shopper's bank disputes: told on the payment in the shop, and to the merchant.

A webhook only says that there is something new; the provider is then asked. Money that a dispute has cost for
good is charged back in the shop's books and can go back to the shopper no more. While it is undecided the
books stand: nobody knows yet whose it is.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction

from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.keeping import keep_less
from agentpay_plugin.charges.opening import provider_of
from agentpay_plugin.charges.ports import DisputeState, ProviderDispute, Report, ReportKind
from agentpay_plugin.charges.refund_rows import left
from agentpay_plugin.charges.refunds import as_paid
from agentpay_plugin.charges.states import BOOKED, FINAL, State, first_in_line
from agentpay_plugin.errors import ProviderLocked, ProviderRefused, ShopRefused
from agentpay_plugin.lease import leased
from agentpay_plugin.models import Charge, Dispute
from agentpay_plugin.money import Money

logger = logging.getLogger(__name__)

_OPEN = DisputeState.OPEN.value
_CANNOT_LOOK = (
    "The shopper's bank disputes this payment, or there is news of that. AgentPay's key may not read disputes:"
    " look at the payment provider, or let the key read Disputes."
)


def follow(desk: Desk, charge_id: UUID, *, is_news: bool = True) -> bool:
    """Tell the shop of a charge's disputes what its provider says; False when one is not decided, or not told.

    `is_news`: a webhook said that there is something, so that a key which may not read it is no reason to be silent.
    Raises Busy, and Retryable when the provider or the shop did not answer: what was done until then stands.
    """
    with leased(Charge, charge_id, clock=desk.clock):
        charge = Charge.objects.get(pk=charge_id)
        if State(charge.state) not in BOOKED:
            return State(charge.state) in FINAL  # nothing was taken
        try:
            found = provider_of(desk, charge).disputes_of(as_paid(charge))
        except ProviderLocked:
            return not is_news or _report(
                desk, charge, ReportKind.INFO, _whole(charge), "", _CANNOT_LOOK
            )
        except ProviderRefused as refusal:
            logger.warning("charge %s: disputes not told, %s", charge_id, refusal.provider_code)
            return False
        told = [_follow(desk, charge, given) for given in found]
    return all(told) and not charge.disputes.filter(state=_OPEN).exists()


def _follow(desk: Desk, charge: Charge, given: ProviderDispute) -> bool:
    """Write a dispute down as it is now and tell of it; False when the shop does not take note yet."""
    dispute = _written(desk, charge, given)
    if dispute.told_state == dispute.state:
        return True
    lost = dispute.state == DisputeState.LOST and dispute.currency == charge.currency
    is_booked = (
        charge.complete_after is not None
    )  # what never came into the books does not leave them
    kind = ReportKind.CHARGE_BACK if lost and is_booked else ReportKind.INFO
    is_note = kind is ReportKind.INFO
    amount = _whole(charge) if is_note else Money(dispute.amount_minor, charge.currency)
    if not _report(desk, charge, kind, amount, dispute.provider_ref, _words(dispute)):
        return False
    logger.error("charge %s: a dispute is %s", charge.pk, dispute.state)
    same = Dispute.objects.filter(pk=dispute.pk, state=dispute.state)
    same.update(told_state=dispute.state)
    return True


def _written(desk: Desk, charge: Charge, given: ProviderDispute) -> Dispute:
    """Write down how a dispute stands, in one transaction with what it costs. A lost one stays lost."""
    with transaction.atomic():
        charge = first_in_line(charge.pk)
        due = given.answer_by
        dispute, _ = Dispute.objects.get_or_create(
            provider_ref=given.ref,
            defaults={
                "charge": charge,
                "state": _OPEN,
                "reason": given.reason or "",
                "amount_minor": given.amount.minor,
                "currency": given.amount.currency,
                "created_at": desk.clock(),
            },
        )
        if dispute.state != DisputeState.LOST:
            dispute.state = given.state.value
        dispute.answer_by = datetime.fromtimestamp(due, UTC) if due else None
        dispute.save(update_fields=["state", "answer_by"])
        keep_less(charge)
    desk.reached("dispute.row_committed")
    return dispute


def _report(
    desk: Desk, charge: Charge, kind: ReportKind, amount: Money, ref: str, message: str
) -> bool:
    """Report an event; False when the shop does not take it yet."""
    report = Report(
        transaction_id=charge.transaction_id,
        kind=kind,
        amount=amount,
        psp_reference=ref or charge.provider_ref or "",
        message=message,
        external_url=charge.external_url,
        can_refund=left(charge) > 0 if kind is ReportKind.CHARGE_BACK else None,
    )
    try:
        desk.books(charge.channel).report(report)
    except ShopRefused as refusal:
        logger.error("charge %s: dispute not in the books, %s", charge.pk, refusal.shop_code)
        return False
    desk.reached("dispute.reported")
    return True


def _words(dispute: Dispute) -> str:
    amount = Money(dispute.amount_minor, dispute.currency)
    match DisputeState(dispute.state):
        case DisputeState.OPEN:
            until = f" until {dispute.answer_by:%Y-%m-%d %H:%M} UTC" if dispute.answer_by else ""
            why = f" ({dispute.reason.replace('_', ' ')})" if dispute.reason else ""
            return (
                f"The shopper's bank disputes {amount} of this payment{why}."
                f" Answer at the payment provider{until}."
            )
        case DisputeState.WON:
            return f"The dispute about {amount} of this payment is over; the money stays with you."
        case DisputeState.LOST:
            return f"The dispute about {amount} of this payment is lost; the money is gone."


def _whole(charge: Charge) -> Money:
    return Money(charge.amount_minor, charge.currency)
