"""Captures that the merchant asks for: accepted, asked of the provider under their key, reported as taken."""

from __future__ import annotations

import logging
from uuid import UUID, uuid4

from agentpay_plugin.charges import blind, reasons, reserve, reserving, schedule
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.may import may
from agentpay_plugin.charges.ports import ProviderState, Report, ReportKind
from agentpay_plugin.charges.reporting import report_counted
from agentpay_plugin.charges.reserve import Taking, store
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.models import Capture, Charge
from agentpay_plugin.money import Money

logger = logging.getLogger(__name__)


def write(desk: Desk, charge: Charge, minor: int, request_id: str) -> Capture:
    """Write down a capture of a charge that is first in line. Its number among the charge's is its provider's key."""
    number = charge.captures.count() + 1
    return Capture.objects.create(
        id=uuid4(),
        charge=charge,
        amount_minor=minor,
        currency=charge.currency,
        provider_key=f"{charge.pk}:capture:{number}",
        request_id=request_id,
        state=Taking.REQUESTED.value,
        created_at=desk.clock(),
    )


def carry(desk: Desk, charge: Charge) -> bool:
    """Carry the captures of a charge as far as they go; False when one must be waited for."""
    carried: list[UUID] = []
    while capture := reserve.unfinished(charge).exclude(pk__in=carried).first():
        _carry(desk, charge, capture)  # which may bring to light that it was captured otherwise
        carried.append(capture.pk)
    if not reserve.unfinished(charge).exists():
        return True
    schedule.wait(charge, schedule.retry_at(desk.clock(), charge.tries))
    return False


def accept(desk: Desk, charge: Charge, capture: Capture) -> None:
    """Tell the shop that its request is carried out, under the charge's one reference; it may be told again."""
    if capture.request_id is None:
        return
    desk.requests.accept(capture.request_id, charge.provider_ref or "", **may(charge))
    desk.reached("capture.accepted")


def _carry(desk: Desk, charge: Charge, capture: Capture) -> Taking:
    step = Taking(capture.state)
    if step is Taking.REQUESTED:
        accept(desk, charge, capture)
        step = store(capture, step, Taking.ASKED)
    if step is Taking.ASKED:
        step = _ask(desk, charge, capture)
    if step is Taking.SUCCEEDED:
        step = _report(desk, charge, Capture.objects.get(pk=capture.pk))
    return step


def _ask(desk: Desk, charge: Charge, capture: Capture) -> Taking:
    """Take the money. The provider's word for how the charge stands decides, not its word for our call."""
    amount = _amount(capture)
    told, why = reserving.capture(desk, charge, amount, capture.provider_key)
    desk.reached("capture.provider_captured")
    blind.seen(charge)
    is_ours = told.state is ProviderState.PAID and told.captured == amount
    if not is_ours and (why or told.state is not ProviderState.AUTHORIZED):
        _refuse(desk, charge, capture, told.state, why)
        store(capture, Taking.ASKED, Taking.FAILED)
    reserving.note(desk, charge, told)
    return Taking(Capture.objects.get(pk=capture.pk).state)


def _refuse(desk: Desk, charge: Charge, capture: Capture, state: ProviderState, why: str) -> None:
    logger.error("capture %s was refused, %s", capture.pk, why)
    if capture.request_id is None:
        return
    words = (
        _OTHERWISE.get(state) or f"The payment provider did not take it: {reasons.refusal(why)}."
    )
    desk.requests.refuse(capture.request_id, words, **may(charge, as_before=True))


_OTHERWISE = {
    ProviderState.PAID: "It was captured at the payment provider already, as you see below.",
    ProviderState.CANCELLED: "What was reserved was let go at the payment provider: there is nothing left to capture.",
}


def _report(desk: Desk, charge: Charge, capture: Capture) -> Taking:
    payment = Report(
        transaction_id=charge.transaction_id,
        kind=ReportKind.CHARGE_SUCCESS,
        amount=_amount(capture),
        psp_reference=charge.provider_ref or "",
        message="" if capture.request_id else "Captured by the merchant at the payment provider.",
        external_url=charge.external_url,
        **may(charge),
    )
    try:
        report_counted(desk.books(charge.channel), payment)
    except ShopRefused as refusal:
        # The money is taken; that the shop will not note it down changes nothing of that.
        logger.error("capture %s is not in the shop's books, %s", capture.pk, refusal.shop_code)
        late = desk.clock() - capture.created_at > schedule.GIVE_UP
        if refusal.shop_code == "APP_INACTIVE" or not late:
            return Taking.SUCCEEDED
    desk.reached("capture.reported")
    return store(capture, Taking.SUCCEEDED, Taking.REPORTED)


def _amount(capture: Capture) -> Money:
    return Money(capture.amount_minor, capture.currency)
