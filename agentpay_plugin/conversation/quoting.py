"""The quote and its confirmation: the only door to a charge, opened by a tap on what was shown last."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation import codes, promo
from agentpay_plugin.conversation.cart import gone
from agentpay_plugin.conversation.checkout import (
    SETTLING,
    check_out,
    is_filled,
    lacks_details,
    line_problems,
    proceed,
)
from agentpay_plugin.conversation.commands import CloseCharge, OpenCharge, PlaceFreeOrder, ReadQuote
from agentpay_plugin.conversation.doing import Closing, OpeningCharge, PlacingOrder, Quoting
from agentpay_plugin.conversation.events import QuoteConfirmed
from agentpay_plugin.conversation.goods import Cart
from agentpay_plugin.conversation.moves import offering, to
from agentpay_plugin.conversation.parts import CartSummary, Notice, Quote
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import Bounds, ChargeView, PayMethod
from agentpay_plugin.conversation.reading import Offered
from agentpay_plugin.conversation.replies import (
    CHECK_OUT,
    FREE,
    PERSON,
    after,
    info,
    pay_replies,
    problem,
    quick,
    text,
)
from agentpay_plugin.conversation.returning import ask_tax_id, back, pay_hint, remind
from agentpay_plugin.conversation.state import Action, ChargeState, Conversation, Stage, Step
from agentpay_plugin.conversation.tax_id import normalised

UNDER_WAY = (ChargeState.OPEN, ChargeState.PROCESSING)


def quote_read(
    conversation: Conversation,
    cart: Cart | None,
    methods: tuple[PayMethod, ...],
    bounds: Bounds | None = None,
) -> Step:
    """Show the quote, or what the cart still lacks for one."""
    if cart is None:
        return gone(conversation, None)
    conversation, news = codes.noted(conversation, Quoting(), cart)
    if (trying := promo.try_kept(conversation, Quoting(), news)) is not None:
        return trying
    undelivered = cart.requires_shipping and cart.delivery is None
    if line_problems(cart) or lacks_details(cart) or undelivered or not cart.lines:
        return proceed(conversation, news)
    news += promo.still_kept(conversation)
    methods = methods if cart.total else (FREE,)
    if not methods:
        parts = (*news, CartSummary(cart), _unpayable(cart, bounds), quick(CHECK_OUT, PERSON))
        return Step(to(conversation, Stage.SHOPPING), parts)
    quoted = replace(
        to(conversation, Stage.QUOTED),
        methods=methods,
        quoted_version=cart.version,
        tax_id_for=None,
    )
    say = text(Say.QUOTE, total=cart.total) if cart.total else text(Say.QUOTE_FREE)
    parts_ = (*news, say, Quote(cart, methods), pay_replies(cart, methods))
    return Step(offering(quoted, Offered.PAY), parts_, action=Action.QUOTE_SHOWN)


def _unpayable(cart: Cart, bounds: Bounds | None) -> Notice:
    """Say why a total cannot be paid by anything."""
    if bounds is None:
        return problem(Say.PAYMENTS_CLOSED)
    if bounds.only_without_gift_cards:
        return problem(Say.GIFT_CARD_PART)
    if bounds.least and cart.total < bounds.least:
        return problem(Say.TOTAL_TOO_SMALL, total=cart.total, least=bounds.least)
    if bounds.most and cart.total > bounds.most:
        return problem(Say.TOTAL_TOO_LARGE, total=cart.total, most=bounds.most)
    return problem(Say.TOTAL_NOT_TAKEN, total=cart.total)


def quote_confirmed(conversation: Conversation, event: QuoteConfirmed) -> Step:
    """Open a charge for the quote that was shown last; anything else only says what to do."""
    cart = conversation.cart
    if conversation.stage == Stage.PAYING:
        return pay_by(conversation, event.method)
    if conversation.stage == Stage.PAID:
        return back(conversation)
    if cart is None or not is_filled(conversation):
        return check_out(conversation)
    shown = conversation.stage == Stage.QUOTED and conversation.quoted_version == cart.version
    if not shown or event.cart_version != cart.version:
        return after((info(Say.QUOTE_OLD),), check_out(conversation))
    method = method_of(conversation, event.method)
    if method is None:
        return after((problem(Say.METHOD_CLOSED),), pay_hint(conversation))
    if method == FREE:
        placing = replace(conversation, doing=PlacingOrder())
        return Step(placing, commands=(PlaceFreeOrder(cart.id, cart.version),))
    if method.needs_tax_id and event.tax_id is None:
        return ask_tax_id(replace(conversation, tax_id_for=method.id), cart)
    return _open(conversation, cart, method, event.tax_id)


def tax_id_said(conversation: Conversation, written: str) -> Step:
    """Take a CPF or CNPJ from the shopper's words, if a tap on the quote asked for one; else it is dropped."""
    cart, method = conversation.cart, method_of(conversation, conversation.tax_id_for)
    if cart is None or method is None or conversation.quoted_version != cart.version:
        return after((info(Say.TAX_ID_NOT_NOW),), remind(conversation))
    found = normalised(written)
    if found is None:
        return after((problem(Say.TAX_ID_WRONG),), ask_tax_id(conversation, cart))
    return _open(conversation, cart, method, found)


def pay_by(conversation: Conversation, method_id: str) -> Step:
    """Go on to pay by a method that the shopper named: to its button, for words alone never confirm a quote."""
    cart, charge, method = conversation.cart, conversation.charge, None
    if conversation.stage in (Stage.QUOTED, Stage.PAYING):
        method = method_of(conversation, method_id)
        if method is None:
            return after((problem(Say.METHOD_CLOSED),), back(conversation))
    if conversation.stage == Stage.PAYING and charge is not None and charge.method != method_id:
        return _close_for_quote(conversation, charge)
    if conversation.stage != Stage.QUOTED or cart is None or method is None:
        return back(conversation) if conversation.stage in SETTLING else check_out(conversation)
    if conversation.tax_id_for == method_id:
        return ask_tax_id(conversation, cart)
    hinted = offering(replace(conversation, tax_id_for=None), Offered.PAY)
    return Step(hinted, (text(Say.PAY_HINT, total=cart.total), pay_replies(cart, (method,))))


def quoted_again(conversation: Conversation, lead: Notice) -> Step:
    """Offer the quote of a payment that came to nothing once more, with all ways to pay.

    Its cart is what was agreed to, as far as is known; opening a charge finds out.
    """
    cart, methods = conversation.cart, conversation.methods
    if cart is None:
        return Step(conversation, (lead,), action=Action.PAYMENT)
    quoted = replace(to(conversation, Stage.QUOTED), quoted_version=cart.version)
    parts = (lead, Quote(cart, methods), pay_replies(cart, methods))
    return Step(offering(quoted, Offered.PAY), parts, action=Action.PAYMENT)


def method_of(conversation: Conversation, method_id: str | None) -> PayMethod | None:
    """Return a method of the quote that was shown last."""
    return next((one for one in conversation.methods if one.id == method_id), None)


def quote_changed(conversation: Conversation, cart: Cart | None) -> Step:
    """The cart is no longer that of the confirmed quote: say so and show a fresh one."""
    before = conversation.cart
    if cart is None or before is None:
        return gone(to(conversation, Stage.SHOPPING), None)
    notice = info(Say.CART_CHANGED)
    if cart.total != before.total:
        notice = info(Say.PRICE_CHANGED, old=before.total, new=cart.total)
    conversation, news = codes.noted(to(conversation, Stage.SHOPPING), None, cart)
    return proceed(conversation, (notice, *news))


def _close_for_quote(conversation: Conversation, charge: ChargeView) -> Step:
    """Close the open charge and show the total again, to be paid in another way."""
    cart = conversation.cart
    closing = Closing((ReadQuote(cart.id),), Quoting()) if cart else Closing()
    closed = replace(conversation, doing=closing)
    return Step(closed, commands=(CloseCharge(charge.id),), action=Action.PAYMENT)


def _open(
    conversation: Conversation, cart: Cart, method: PayMethod, tax_id: str | None = None
) -> Step:
    """Open the next attempt's charge; one that is still under way is closed first."""
    attempt = conversation.attempt + 1
    opening = OpeningCharge(cart.id, cart.version)
    payer = tax_id if method.needs_tax_id else None
    command = OpenCharge(cart.id, cart.version, method.id, attempt, payer)
    conversation = replace(to(conversation, Stage.OPENING), attempt=attempt)
    charge = conversation.charge
    if charge is not None and charge.state in UNDER_WAY:
        closing = replace(conversation, doing=Closing((command,), opening))
        return Step(closing, commands=(CloseCharge(charge.id),), action=Action.PAYMENT)
    opened = replace(conversation, doing=opening)
    return Step(opened, commands=(command,), action=Action.PAYMENT)
