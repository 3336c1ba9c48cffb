"""A charge changed: what that means for the purchase, told once. Nothing else ever claims a payment."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agentpay_plugin.conversation.commands import CloseCharge, Command
from agentpay_plugin.conversation.doing import AskingCharge, Closing, Doing, OpeningCharge
from agentpay_plugin.conversation.events import ChargeChanged
from agentpay_plugin.conversation.moves import at_rest, offering, to
from agentpay_plugin.conversation.orders import ordered, remembered
from agentpay_plugin.conversation.parts import (
    OrderStatus,
    Part,
    PaymentRequest,
    Receipt,
)
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import ChargeView
from agentpay_plugin.conversation.reading import Offered
from agentpay_plugin.conversation.replies import (
    CANCEL_PAYMENT,
    CHECK_PAYMENT,
    PERSON,
    SHOW_CART,
    TRY_AGAIN,
    info,
    problem,
    quick,
    text,
)
from agentpay_plugin.conversation.state import (
    Action,
    Charged,
    ChargeState,
    Conversation,
    Stage,
    Step,
)

_KEPT = 10  # charges whose cart is remembered
_LIVE = (ChargeState.OPEN, ChargeState.PROCESSING, ChargeState.UNKNOWN)
_BEFORE_PAYING = (Stage.SHOPPING, Stage.QUOTED, Stage.OPENING, Stage.PAYING)


@dataclass(frozen=True, slots=True)
class _News:
    """A change with what it was awaited for. `current`: about the newest charge of the conversation;
    `ours`: for the cart that is being bought; `asked`: the shopper waits for an answer."""

    charge: ChargeView
    doing: Doing | None
    current: bool
    ours: bool

    @property
    def asked(self) -> bool:
        return isinstance(self.doing, AskingCharge | Closing | OpeningCharge)

    @property
    def held_back(self) -> tuple[Command, ...]:
        return self.doing.commands if isinstance(self.doing, Closing) else ()


def charge_changed(conversation: Conversation, doing: Doing | None, event: ChargeChanged) -> Step:
    """Tell what became of a charge and move the purchase accordingly."""
    charge, known = event.charge, conversation.charge
    if isinstance(doing, OpeningCharge):
        conversation = _opened_for(conversation, charge, doing)
        known = charge
    current = known is None or known.id == charge.id
    news = _News(charge, doing, current, _is_for_cart(conversation, charge))
    if known is not None and current and not news.asked and _same(known, charge):
        return Step(replace(conversation, charge=charge))
    match ChargeState(charge.state):
        case ChargeState.OPEN:
            return _open(conversation, news)
        case ChargeState.PROCESSING:
            return _processing(conversation, news)
        case ChargeState.PAID:
            return _paid(conversation, news)
        case ChargeState.ORDERED:
            return _ordered(conversation, news, event)
        case ChargeState.EXPIRED | ChargeState.CANCELLED:
            return _closed(conversation, news)
        case ChargeState.REFUSED | ChargeState.UNKNOWN:
            return _failed(conversation, news)
        case ChargeState.HELD:
            return _held(conversation, news)
        case ChargeState.REFUNDED:
            return _refunded(conversation, news)


def _same(known: ChargeView, charge: ChargeView) -> bool:
    return (known.state, known.refunded) == (charge.state, charge.refunded)


def _open(conversation: Conversation, news: _News) -> Step:
    charge, stage = news.charge, conversation.stage
    if not news.current or not _fits_cart(conversation, charge):
        return _close_unwanted(conversation, news)
    conversation = replace(conversation, charge=charge)
    if isinstance(news.doing, Closing):
        return _not_closed(conversation, news)
    if stage == Stage.PAYING and not news.asked:
        return Step(conversation)
    if stage not in _BEFORE_PAYING:
        return _close_unwanted(conversation, news)
    say = text(Say.PAY_PAGE_READY, total=charge.amount)
    if stage == Stage.PAYING:
        say = text(Say.PAYMENT_WAITING, total=charge.amount)
    parts = (say, PaymentRequest(charge), quick(CHECK_PAYMENT, CANCEL_PAYMENT))
    return Step(_nothing_offered(to(conversation, Stage.PAYING)), parts, action=Action.PAYMENT)


def _processing(conversation: Conversation, news: _News) -> Step:
    if not news.current:
        return Step(conversation)
    conversation = replace(conversation, charge=news.charge)
    if isinstance(news.doing, Closing):
        return _not_closed(conversation, news)
    if conversation.stage in _BEFORE_PAYING:
        conversation = _nothing_offered(to(conversation, Stage.PAYING))
    parts = (text(Say.PAYMENT_PROCESSING, total=news.charge.amount), quick(CHECK_PAYMENT))
    return Step(conversation, parts, action=Action.PAYMENT)


def _paid(conversation: Conversation, news: _News) -> Step:
    charge = news.charge
    if not news.ours:
        parts: tuple[Part, ...] = (text(Say.PAYMENT_ARRIVED_EARLIER, total=charge.amount),)
        return Step(_noted(conversation, news), parts, action=Action.PAYMENT)
    if conversation.stage == Stage.PAID and news.current:
        parts = (info(Say.ORDER_BEING_MADE),)
        return Step(replace(conversation, charge=charge), parts, action=Action.PAYMENT)
    say = Say.PAYMENT_ARRIVED_CHANGE if news.held_back else Say.PAYMENT_ARRIVED
    commands = _spare(conversation, news)
    paid = replace(_nothing_offered(to(conversation, Stage.PAID)), charge=charge)
    return Step(paid, (text(say, total=charge.amount),), commands, Action.PAYMENT)


def _ordered(conversation: Conversation, news: _News, event: ChargeChanged) -> Step:
    charge, order = news.charge, event.order
    order_id = order.id if order else charge.order_id
    refunded: tuple[Part, ...] = ()
    if charge.refunded:
        refunded = (info(Say.DIFFERENCE_REFUNDED, total=charge.refunded),)
    if order_id in conversation.order_ids:
        parts: tuple[Part, ...] = ()
        if news.asked and order is not None:
            parts = (text(Say.ORDER_STATUS, number=order.number), OrderStatus(order))
        return Step(_noted(conversation, news), parts + refunded)
    commands = _spare(conversation, news) if news.ours else ()
    conversation = _noted(conversation, news)
    if news.ours:
        placed = ordered(replace(conversation, charge=charge), order_id)
        conversation = _nothing_offered(placed)
    elif order_id:
        conversation = remembered(conversation, order_id)
    parts = (text(Say.ORDER_PLACED_PLAIN),)
    if order is not None:
        parts = (text(Say.ORDER_PLACED, number=order.number), Receipt(order, charge.amount))
    return Step(conversation, parts + refunded, commands, Action.ORDER_PLACED)


def _closed(conversation: Conversation, news: _News) -> Step:
    if not news.current:
        return Step(conversation)
    conversation = replace(conversation, charge=news.charge)
    if isinstance(news.doing, Closing) and news.doing.commands:
        return _go_on(conversation, news.doing)
    expired = news.charge.state == ChargeState.EXPIRED
    say = Say.PAYMENT_EXPIRED if expired else Say.PAYMENT_CANCELLED
    if conversation.stage in (Stage.OPENING, Stage.PAYING):
        return _offer_retry(to(conversation, Stage.SHOPPING), info(say))
    if news.asked and conversation.cart is not None and conversation.stage == Stage.SHOPPING:
        return _offer_retry(conversation, info(say))
    return Step(conversation, (info(say),) if news.asked else ())


def _go_on(conversation: Conversation, closing: Closing) -> Step:
    """The charge is closed: do what was held back for that."""
    opening = isinstance(closing.then, OpeningCharge)
    if conversation.stage == Stage.PAYING:
        conversation = to(conversation, Stage.QUOTED)
        conversation = replace(conversation, quoted_version=None)
    parts = () if opening else (info(Say.PAYMENT_CLOSED_FOR_CHANGE),)
    return Step(replace(conversation, doing=closing.then), parts, closing.commands)


def _failed(conversation: Conversation, news: _News) -> Step:
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
    if conversation.stage in (Stage.OPENING, Stage.PAYING):
        say = Say.PAYMENT_UNKNOWN if unknown else Say.PAYMENT_REFUSED
        return _offer_retry(to(conversation, Stage.SHOPPING), problem(say))
    if news.asked:
        say = Say.PAYMENT_UNASKED if unknown else Say.NO_PAYMENT
        return Step(conversation, (problem(say),), action=Action.PAYMENT)
    return Step(conversation)


def _held(conversation: Conversation, news: _News) -> Step:
    """The cart is in a person's hands now: what comes next goes into a new one."""
    conversation = _noted(conversation, news)
    commands: tuple[Command, ...] = ()
    if news.ours:
        commands = _spare(conversation, news)
        conversation = _nothing_offered(at_rest(replace(conversation, cart=None)))
    parts = (problem(Say.PAYMENT_HELD, total=news.charge.amount), quick(PERSON))
    return Step(conversation, parts, commands, Action.PAYMENT)


def _refunded(conversation: Conversation, news: _News) -> Step:
    conversation = _noted(conversation, news)
    settling = (Stage.OPENING, Stage.PAYING, Stage.PAID)
    if news.ours and news.current and conversation.stage in settling:
        conversation = at_rest(conversation)
    total = news.charge.refunded or news.charge.amount
    parts = (problem(Say.PAYMENT_REFUNDED, total=total), quick(SHOW_CART, PERSON))
    return Step(conversation, parts, action=Action.PAYMENT)


def _not_closed(conversation: Conversation, news: _News) -> Step:
    if conversation.stage == Stage.OPENING:
        conversation = to(conversation, Stage.PAYING)
    parts = (
        problem(Say.PAYMENT_NOT_CLOSED),
        PaymentRequest(news.charge),
        quick(CHECK_PAYMENT, CANCEL_PAYMENT),
    )
    return Step(conversation, parts, action=Action.PAYMENT)


def _close_unwanted(conversation: Conversation, news: _News) -> Step:
    """A charge is open that nobody was shown for this cart: close it, once."""
    if isinstance(news.doing, Closing):
        return Step(conversation)
    closing = replace(conversation, doing=Closing())
    return Step(closing, commands=(CloseCharge(news.charge.id),))


def _spare(conversation: Conversation, news: _News) -> tuple[Command, ...]:
    """Close the newer charge of a cart that an earlier one has just paid."""
    charge = conversation.charge
    if charge is None or charge.id == news.charge.id or charge.state not in _LIVE:
        return ()
    return (CloseCharge(charge.id),)


def _offer_retry(conversation: Conversation, notice: Part) -> Step:
    offered = offering(conversation, Offered.RETRY_PAYMENT)
    return Step(offered, (notice, quick(TRY_AGAIN, SHOW_CART)), action=Action.PAYMENT)


def _noted(conversation: Conversation, news: _News) -> Conversation:
    return replace(conversation, charge=news.charge) if news.current else conversation


def _nothing_offered(conversation: Conversation) -> Conversation:
    return offering(conversation, Offered.NOTHING)


def _opened_for(
    conversation: Conversation, charge: ChargeView, opening: OpeningCharge
) -> Conversation:
    record = Charged(charge.id, opening.cart_id, opening.version)
    kept = tuple(one for one in conversation.charged if one.charge_id != charge.id)
    return replace(conversation, charge=charge, charged=(*kept, record)[-_KEPT:])


def _is_for_cart(conversation: Conversation, charge: ChargeView) -> bool:
    if conversation.cart is None:
        return False
    record = _record(conversation, charge)
    return record is None or record.cart_id == conversation.cart.id


def _fits_cart(conversation: Conversation, charge: ChargeView) -> bool:
    """Tell whether the charge takes exactly what the cart costs, as it was when confirmed."""
    cart, record = conversation.cart, _record(conversation, charge)
    if cart is None or record is None:
        return False
    return (record.cart_id, record.version) == (
        cart.id,
        cart.version,
    ) and charge.amount == cart.total


def _record(conversation: Conversation, charge: ChargeView) -> Charged | None:
    return next((one for one in conversation.charged if one.charge_id == charge.id), None)
