"""The quote and its confirmation: the only door to a charge, opened by a tap on what was shown last."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation import codes, promo
from agentpay_plugin.conversation.cart import gone
from agentpay_plugin.conversation.checkout import (
    check_out,
    is_filled,
    lacks_details,
    line_problems,
    proceed,
)
from agentpay_plugin.conversation.commands import CloseCharge, OpenCharge, PlaceFreeOrder
from agentpay_plugin.conversation.doing import Closing, OpeningCharge, PlacingOrder, Quoting
from agentpay_plugin.conversation.events import QuoteConfirmed
from agentpay_plugin.conversation.goods import Cart
from agentpay_plugin.conversation.moves import offering, to
from agentpay_plugin.conversation.parts import CartSummary, Notice, Quote
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import Bounds
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
from agentpay_plugin.conversation.returning import back, pay_hint
from agentpay_plugin.conversation.state import Action, ChargeState, Conversation, Stage, Step

UNDER_WAY = (ChargeState.OPEN, ChargeState.PROCESSING)


def quote_read(
    conversation: Conversation,
    cart: Cart | None,
    methods: tuple[str, ...],
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
    quoted = replace(to(conversation, Stage.QUOTED), methods=methods, quoted_version=cart.version)
    say = text(Say.QUOTE, total=cart.total) if cart.total else text(Say.QUOTE_FREE)
    parts_ = (*news, say, Quote(cart, methods), pay_replies(cart, methods))
    return Step(offering(quoted, Offered.PAY), parts_, action=Action.QUOTE_SHOWN)


def _unpayable(cart: Cart, bounds: Bounds | None) -> Notice:
    """Say why a total cannot be paid by anything."""
    if bounds is None:
        return problem(Say.PAYMENTS_CLOSED)
    if bounds.least and cart.total < bounds.least:
        return problem(Say.TOTAL_TOO_SMALL, total=cart.total, least=bounds.least)
    if bounds.most and cart.total > bounds.most:
        return problem(Say.TOTAL_TOO_LARGE, total=cart.total, most=bounds.most)
    return problem(Say.TOTAL_NOT_TAKEN, total=cart.total)


def quote_confirmed(conversation: Conversation, event: QuoteConfirmed) -> Step:
    """Open a charge for the quote that was shown last; anything else only says what to do."""
    cart = conversation.cart
    if conversation.stage in (Stage.PAYING, Stage.PAID):
        return back(conversation)
    if cart is None or not is_filled(conversation):
        return check_out(conversation)
    shown = conversation.stage == Stage.QUOTED and conversation.quoted_version == cart.version
    if not shown or event.cart_version != cart.version:
        return after((info(Say.QUOTE_OLD),), check_out(conversation))
    if event.method not in conversation.methods:
        return after((problem(Say.METHOD_CLOSED),), pay_hint(conversation))
    if event.method == FREE:
        placing = replace(conversation, doing=PlacingOrder())
        return Step(placing, commands=(PlaceFreeOrder(cart.id, cart.version),))
    return _open(conversation, cart, event.method)


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


def _open(conversation: Conversation, cart: Cart, method: str) -> Step:
    """Open the next attempt's charge; one that is still under way is closed first."""
    attempt = conversation.attempt + 1
    opening = OpeningCharge(cart.id, cart.version)
    command = OpenCharge(cart.id, cart.version, method, attempt)
    conversation = replace(to(conversation, Stage.OPENING), attempt=attempt)
    charge = conversation.charge
    if charge is not None and charge.state in UNDER_WAY:
        closing = replace(conversation, doing=Closing((command,), opening))
        return Step(closing, commands=(CloseCharge(charge.id),), action=Action.PAYMENT)
    opened = replace(conversation, doing=opening)
    return Step(opened, commands=(command,), action=Action.PAYMENT)
