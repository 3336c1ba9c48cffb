"""A charge in the conversation's words: what a shopper may be told of it."""

from __future__ import annotations

from uuid import UUID

from agentpay_plugin.charges.ports import ProviderCharge, ProviderState
from agentpay_plugin.charges.reserve import Reserve
from agentpay_plugin.charges.states import ORDERED, State
from agentpay_plugin.conversation.ports import ChargeView
from agentpay_plugin.conversation.state import ChargeState
from agentpay_plugin.errors import NotFound
from agentpay_plugin.models import Charge
from agentpay_plugin.money import Money

TOLD_AS: dict[State, ChargeState] = {
    State.PLANNED: ChargeState.UNKNOWN,
    State.OPENING: ChargeState.UNKNOWN,
    State.UNKNOWN: ChargeState.UNKNOWN,
    State.REFUSED: ChargeState.REFUSED,
    State.OPEN: ChargeState.OPEN,
    State.PROCESSING: ChargeState.PROCESSING,
    State.EXPIRED: ChargeState.EXPIRED,
    State.CANCELLED: ChargeState.CANCELLED,
    State.PAID: ChargeState.PAID,
    State.REPORTED: ChargeState.PAID,
    State.COMPLETED: ChargeState.ORDERED,
    State.RESERVED: ChargeState.ORDERED,
    State.CONFIRMED: ChargeState.ORDERED,
    State.REFUNDING: ChargeState.REFUNDED,
    State.REFUNDED: ChargeState.REFUNDED,
    State.HELD: ChargeState.HELD,
}


# The provider could not be asked for so long that a person must look.
UNREADABLE = ("provider_unreadable", "keys_gone")


def told_as(charge: Charge) -> ChargeState:
    """Return how a charge is told. Of one that was never seen paid nobody may say that it was."""
    state = State(charge.state)
    if state is State.HELD and charge.reason in UNREADABLE and charge.complete_after is None:
        return ChargeState.UNKNOWN
    return TOLD_AS[state]


def view(charge: Charge) -> ChargeView:
    """Return a charge as the shopper may see it; the page or the code only while it can be paid."""
    state = State(charge.state)
    return ChargeView(
        id=str(charge.pk),
        state=told_as(charge).value,
        method=charge.method,
        amount=amount(charge),
        page_url=charge.page_url or None if state is State.OPEN else None,
        expires_at=int(charge.expires_at.timestamp()) if charge.expires_at else None,
        order_id=charge.order_id or None,
        reason=reason(charge) or None,
        refunded=refunded(charge),
        pix_code=charge.pix_code or None if state is State.OPEN else None,
        held=amount(charge) if charge.reserve == Reserve.STANDS else None,
        let_go=let_go(charge),
    )


def reason(charge: Charge) -> str:
    """Return the code for why a charge failed; what a merchant must look at beside an order is none of a shopper's."""
    return "" if State(charge.state) in ORDERED else charge.reason


def of(charge_id: UUID) -> tuple[UUID | None, ChargeView]:
    """Return the conversation a charge belongs to, if any, and the charge. Raises NotFound."""
    charge = Charge.objects.filter(pk=charge_id).first()
    if charge is None:
        raise NotFound(f"no charge {charge_id}")
    return charge.conversation_id, view(charge)


def amount(charge: Charge) -> Money:
    """Return what was asked for."""
    return Money(charge.amount_minor, charge.currency)


def refunded(charge: Charge) -> Money | None:
    """Return what is or goes back to the shopper; None when nothing does."""
    return _sum(charge, is_release=False)


def let_go(charge: Charge) -> Money | None:
    """Return what of a reserved amount was or is let go; None when nothing was."""
    return _sum(charge, is_release=True) if charge.reserve else None


def _sum(charge: Charge, *, is_release: bool) -> Money | None:
    given = charge.refunds.filter(is_release=is_release).exclude(state__in=("failed", "dropped"))
    minor = sum(given.values_list("amount_minor", flat=True))
    return Money(minor, charge.currency) if minor else None


def as_paid(charge: Charge) -> ProviderCharge:
    """Return a paid charge as its provider knows it."""
    return ProviderCharge(
        ref=charge.provider_ref or "",
        state=ProviderState.PAID,
        amount=amount(charge),
        page_url=None,
        expires_at=None,
        payment_ref=charge.payment_ref or None,
        reference=str(charge.pk),
    )
