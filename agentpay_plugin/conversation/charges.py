"""A charge changed: what that means for the purchase, told once. Nothing else ever claims a payment."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.arrived import held, ordered_by, paid, refunded
from agentpay_plugin.conversation.checkout import check_out
from agentpay_plugin.conversation.commands import CloseCharge
from agentpay_plugin.conversation.doing import Closing, Doing, OpeningCharge
from agentpay_plugin.conversation.events import ChargeChanged
from agentpay_plugin.conversation.moves import offering, to
from agentpay_plugin.conversation.news import (
    News,
    fits_cart,
    is_for_cart,
    nothing_offered,
    opened_for,
)
from agentpay_plugin.conversation.parts import Notice, Part, PaymentRequest
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import ChargeView
from agentpay_plugin.conversation.quoting import quoted_again
from agentpay_plugin.conversation.reading import Offered
from agentpay_plugin.conversation.replies import (
    CANCEL_PAYMENT,
    CHECK_PAYMENT,
    PERSON,
    SHOW_CART,
    TRY_AGAIN,
    after,
    info,
    problem,
    quick,
    text,
)
from agentpay_plugin.conversation.returning import pay_hint
from agentpay_plugin.conversation.state import (
    Action,
    ChargeState,
    Conversation,
    Stage,
    Step,
)

_PAID_ELSEWHERE = {
    "already_paid": Say.ORDER_BEING_MADE,
    "already_processing": Say.PAYMENT_ON_ITS_WAY,
}
# The provider's own bounds may differ from those that it names: its account settles in another currency.
_NOT_TAKEN = frozenset(
    ("amount_too_small", "amount_too_large", "amount_not_chargeable", "currency_not_supported")
)
_BEFORE_PAYING = (Stage.SHOPPING, Stage.QUOTED, Stage.OPENING, Stage.PAYING)


def charge_changed(conversation: Conversation, doing: Doing | None, event: ChargeChanged) -> Step:
    """Tell what became of a charge and move the purchase accordingly."""
    charge, known = event.charge, conversation.charge
    if isinstance(doing, OpeningCharge):
        conversation = opened_for(conversation, charge, doing)
        known = charge
    current = known is None or known.id == charge.id
    news = News(charge, doing, current, is_for_cart(conversation, charge))
    if known is not None and current and not news.asked and _same(known, charge):
        return Step(replace(conversation, charge=charge))
    match ChargeState(charge.state):
        case ChargeState.OPEN:
            return _open(conversation, news)
        case ChargeState.PROCESSING:
            return _processing(conversation, news)
        case ChargeState.PAID:
            return paid(conversation, news)
        case ChargeState.ORDERED:
            return ordered_by(conversation, news, event)
        case ChargeState.EXPIRED | ChargeState.CANCELLED:
            return _closed(conversation, news)
        case ChargeState.REFUSED | ChargeState.UNKNOWN:
            return _failed(conversation, news)
        case ChargeState.HELD:
            return held(conversation, news)
        case ChargeState.REFUNDED:
            return refunded(conversation, news)


def _same(known: ChargeView, charge: ChargeView) -> bool:
    before = (known.state, known.refunded, known.held)
    return before == (charge.state, charge.refunded, charge.held)


def _open(conversation: Conversation, news: News) -> Step:
    charge, stage = news.charge, conversation.stage
    if not news.current or not fits_cart(conversation, charge):
        return _close_unwanted(conversation, news)
    conversation = replace(conversation, charge=charge)
    if isinstance(news.doing, Closing):
        return _not_closed(conversation, news)
    if stage == Stage.PAYING and not news.asked:
        return Step(conversation)
    if stage not in _BEFORE_PAYING:
        return _close_unwanted(conversation, news)
    waits = stage == Stage.PAYING
    say = Say.PAYMENT_WAITING if waits else Say.PAY_PAGE_READY
    if charge.pix_code:
        say = Say.PIX_WAITING if waits else Say.PIX_READY
    parts = (
        text(say, total=charge.amount),
        PaymentRequest(charge),
        quick(CHECK_PAYMENT, CANCEL_PAYMENT),
    )
    return Step(nothing_offered(to(conversation, Stage.PAYING)), parts, action=Action.PAYMENT)


def _processing(conversation: Conversation, news: News) -> Step:
    if not news.current:
        return Step(conversation)
    conversation = replace(conversation, charge=news.charge)
    if isinstance(news.doing, Closing):
        return _not_closed(conversation, news)
    if conversation.stage in _BEFORE_PAYING:
        conversation = nothing_offered(to(conversation, Stage.PAYING))
    parts = (text(Say.PAYMENT_PROCESSING, total=news.charge.amount), quick(CHECK_PAYMENT))
    return Step(conversation, parts, action=Action.PAYMENT)


def _closed(conversation: Conversation, news: News) -> Step:
    if not news.current:
        return Step(conversation)
    conversation = replace(conversation, charge=news.charge)
    if isinstance(news.doing, Closing) and news.doing.commands:
        return _go_on(conversation, news.doing)
    expired = news.charge.state == ChargeState.EXPIRED
    say = Say.PAYMENT_EXPIRED if expired else Say.PAYMENT_CANCELLED
    if conversation.stage in (Stage.OPENING, Stage.PAYING):
        if fits_cart(conversation, news.charge):
            return quoted_again(conversation, info(say))
        return _offer_retry(to(conversation, Stage.SHOPPING), info(say))
    if news.asked and conversation.cart is not None and conversation.stage == Stage.SHOPPING:
        return _offer_retry(conversation, info(say))
    if news.asked and conversation.stage == Stage.QUOTED:
        return after((info(say),), pay_hint(conversation))
    return Step(conversation, (info(say),) if news.asked else ())


def _go_on(conversation: Conversation, closing: Closing) -> Step:
    """The charge is closed: do what was held back for that."""
    opening = isinstance(closing.then, OpeningCharge)
    if conversation.stage == Stage.PAYING:
        conversation = to(conversation, Stage.QUOTED)
        conversation = replace(conversation, quoted_version=None)
    parts = () if opening else (info(Say.PAYMENT_CLOSED_FOR_CHANGE),)
    return Step(replace(conversation, doing=closing.then), parts, closing.commands)


def _failed(conversation: Conversation, news: News) -> Step:
    if not news.current:
        return Step(conversation)
    unknown = news.charge.state == ChargeState.UNKNOWN
    if conversation.stage == Stage.PAYING and unknown:
        if isinstance(news.doing, Closing):
            return _not_closed(conversation, news)
        parts = (problem(Say.PAYMENT_UNASKED),) if news.asked else ()
        return Step(conversation, parts, action=Action.PAYMENT if parts else Action.NONE)
    conversation = replace(conversation, charge=news.charge)
    if isinstance(news.doing, Closing) and news.doing.commands and not unknown:
        return _go_on(conversation, news.doing)
    if news.charge.reason in _PAID_ELSEWHERE and conversation.stage == Stage.OPENING:
        notice = info(_PAID_ELSEWHERE[news.charge.reason])
        return Step(to(conversation, Stage.SHOPPING), (notice,), action=Action.PAYMENT)
    if news.charge.reason in _NOT_TAKEN and conversation.stage == Stage.OPENING:
        refusal = (
            problem(Say.TOTAL_NOT_TAKEN, total=news.charge.amount),
            quick(SHOW_CART, PERSON),
        )
        return Step(to(conversation, Stage.SHOPPING), refusal, action=Action.PAYMENT)
    if conversation.stage in (Stage.OPENING, Stage.PAYING):
        lead = problem(Say.PAYMENT_UNKNOWN if unknown else Say.PAYMENT_REFUSED)
        return _lead_to_others(conversation, news.charge, lead)
    if news.asked:
        say = Say.PAYMENT_UNASKED if unknown else Say.NO_PAYMENT
        return Step(conversation, (problem(say),), action=Action.PAYMENT)
    return Step(conversation)


def _lead_to_others(conversation: Conversation, charge: ChargeView, lead: Notice) -> Step:
    """A charge that could not be opened: try again, and where there are several ways to pay, by any of them."""
    if len(conversation.methods) > 1 and charge.state == ChargeState.REFUSED:
        # Why it was refused may have changed the cart, or what can be paid by.
        fresh = check_out(to(conversation, Stage.SHOPPING))
        return after((lead,), fresh, Action.PAYMENT)
    if len(conversation.methods) > 1 and fits_cart(conversation, charge):
        return quoted_again(conversation, lead)
    return _offer_retry(to(conversation, Stage.SHOPPING), lead)


def _not_closed(conversation: Conversation, news: News) -> Step:
    if conversation.stage == Stage.OPENING:
        conversation = to(conversation, Stage.PAYING)
    parts = (
        problem(Say.PAYMENT_NOT_CLOSED),
        PaymentRequest(news.charge),
        quick(CHECK_PAYMENT, CANCEL_PAYMENT),
    )
    return Step(conversation, parts, action=Action.PAYMENT)


def _close_unwanted(conversation: Conversation, news: News) -> Step:
    """A charge is open that nobody was shown for this cart: close it, once."""
    if isinstance(news.doing, Closing):
        return Step(conversation)
    closing = replace(conversation, doing=Closing())
    return Step(closing, commands=(CloseCharge(news.charge.id),))


def _offer_retry(conversation: Conversation, notice: Part) -> Step:
    offered = offering(conversation, Offered.RETRY_PAYMENT)
    return Step(offered, (notice, quick(TRY_AGAIN, SHOW_CART)), action=Action.PAYMENT)
