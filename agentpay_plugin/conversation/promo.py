"""Vouchers and gift cards: applied, removed, refused, kept while the shop does not take them yet, tried again.

A cart holds one voucher and any number of gift cards.
"""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation import kept
from agentpay_plugin.conversation.cart import gone, show
from agentpay_plugin.conversation.checkout import empty, is_filled, lacks_details, proceed
from agentpay_plugin.conversation.codes import Told, without_vouchers
from agentpay_plugin.conversation.commands import ApplyPromoCode, RemovePromoCode
from agentpay_plugin.conversation.doing import (
    ApplyingPromo,
    Doing,
    RemovingPromo,
    SavingContact,
    TryingCode,
)
from agentpay_plugin.conversation.events import CartRefused
from agentpay_plugin.conversation.goods import Cart
from agentpay_plugin.conversation.moves import offering
from agentpay_plugin.conversation.parts import CartSummary, Notice, Part
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Offered
from agentpay_plugin.conversation.replies import after, info, problem, text
from agentpay_plugin.conversation.returning import back
from agentpay_plugin.conversation.state import Conversation, Stage, Step

_FIELD = "promo_code"
_NOT_YET = "VOUCHER_NOT_APPLICABLE"  # Saleor says it of every condition that a cart does not meet
_NOT_THE_CODE = (  # it is the cart's lines that the shop refuses
    "UNAVAILABLE_VARIANT_IN_CHANNEL",
    "PRODUCT_NOT_PUBLISHED",
    "PRODUCT_UNAVAILABLE_FOR_PURCHASE",
    "INSUFFICIENT_STOCK",
)
_SPOILED = (_NOT_YET, "GIFT_CARD_NOT_APPLICABLE")
_UNKNOWN = "INVALID"
_REFUSALS = {
    _UNKNOWN: Say.PROMO_INVALID,  # unknown, expired, used up, of another currency: never said which
    "GIFT_CARD_NOT_APPLICABLE": Say.GIFT_CARDS_NOT_TAKEN,
}


def apply(conversation: Conversation, code: str, *, guess: bool = False) -> Step:
    """Apply a voucher or a gift card to the cart; keep it while there is none. `guess`: it may be no code at all."""
    cart, code = conversation.cart, code.strip()
    if not code:
        return Step(offering(conversation, Offered.CODE), (info(Say.WHICH_CODE),))
    if cart is None or not cart.lines:
        keeping = kept.keep(conversation, code, None)
        return after((info(Say.PROMO_KEPT_EMPTY, code=code),), back(keeping))
    applying = replace(conversation, doing=ApplyingPromo(code, guess))
    return Step(applying, commands=(ApplyPromoCode(cart.id, code),))


def remove(conversation: Conversation, code: str) -> Step:
    """Remove a code from the cart, or from those that are kept."""
    cart = conversation.cart
    if not code:
        return _remove_any(conversation)
    used = kept.in_use(cart, code) if cart else None
    if cart is not None and used is not None:
        removing = replace(conversation, doing=RemovingPromo(used))
        return Step(removing, commands=(RemovePromoCode(cart.id, used),))
    if (waiting := kept.kept_like(conversation, code)) is not None:
        notice = text(Say.PROMO_REMOVED, code=waiting)
        forgotten = kept.forget(conversation, waiting)
        return after((notice,), Step(forgotten) if is_filled(conversation) else back(forgotten))
    if cart is None:
        return empty(conversation)
    return Step(conversation, (info(Say.PROMO_NOT_USED, code=code), CartSummary(cart)))


def is_known(conversation: Conversation, words: str) -> bool:
    """Tell whether the words are a code of the cart, or one that is kept."""
    used = kept.in_use(conversation.cart, words) if conversation.cart else None
    return bool(used or kept.kept_like(conversation, words))


def _remove_any(conversation: Conversation) -> Step:
    """Remove the only code there is; ask which one of several."""
    known = kept.all_of(conversation)
    if len(known) == 1:
        return remove(conversation, known[0])
    cart = (
        (CartSummary(conversation.cart),) if is_filled(conversation) and conversation.cart else ()
    )
    if not known:
        return Step(conversation, (info(Say.NO_CODE), *cart))
    return Step(conversation, (info(Say.WHICH_CODE_OUT, values=known),))


def try_kept(conversation: Conversation, then: Doing, news: tuple[Part, ...]) -> Step | None:
    """Try a kept code with a cart that it was not tried with yet; None when there is none to try."""
    code, cart = kept.due(conversation), conversation.cart
    if (
        code is None or cart is None or isinstance(then, SavingContact)
    ):  # the addresses follow at once
        return None
    trying = replace(conversation, doing=TryingCode(code, then))
    return Step(trying, news, (ApplyPromoCode(cart.id, code),))


def still_kept(conversation: Conversation) -> tuple[Part, ...]:
    """Say of a quote which codes are not in it."""
    return tuple(info(Say.PROMO_NOT_IN_TOTAL, code=one.code) for one in conversation.kept)


def refused(
    conversation: Conversation, doing: ApplyingPromo | RemovingPromo, event: CartRefused
) -> Step:
    """Say why the shop does not take a code, and keep one that it may take later."""
    cart = conversation.cart
    if is_cart_gone(event):
        if isinstance(doing, ApplyingPromo) and not doing.guess:
            conversation = kept.keep(conversation, doing.code, None)
        return gone(conversation, doing)
    if isinstance(doing, RemovingPromo):
        return _gone_on(conversation, (info(Say.PROMO_NOT_USED, code=doing.code),))
    if (other := _other_spelling(event, doing.code)) is not None:
        return apply(conversation, other, guess=doing.guess)
    if doing.guess and event.code == _UNKNOWN:
        sought = info(Say.NOTHING_FOUND, words=doing.code)
        return _gone_on(conversation, (sought, _refusal(event, doing.code)))
    if event.code in _NOT_THE_CODE:
        keeping = kept.keep(conversation, doing.code, None)
        parts = (problem(Say.CART_PROBLEM), info(Say.PROMO_KEPT, code=doing.code))
        return after(parts, show(keeping))
    if event.code == _NOT_YET and cart is not None and cart.promo_code == doing.code:
        return _gone_on(conversation, (text(Say.PROMO_APPLIED, code=doing.code),))
    if event.code == _NOT_YET:
        return _gone_on(*_kept_for_later(conversation, doing.code, event))
    return _gone_on(kept.forget(conversation, doing.code), (_refusal(event, doing.code),))


def refused_again(conversation: Conversation, code: str, event: CartRefused | None) -> Told:
    """Go on keeping a code that the shop does not take yet either, or give it up and say why.

    `event` None: the shop did not answer.
    """
    version = conversation.cart.version if conversation.cart else None
    if event is not None and event.code == _NOT_YET:
        known = any(one.code == code and one.refused_for for one in conversation.kept)
        if not known:
            return _kept_for_later(conversation, code, event)
    elif event is not None and (other := _other_spelling(event, code)) is not None:
        return kept.keep(kept.forget(conversation, code), other, None), ()
    elif event is not None and event.code not in _NOT_THE_CODE:
        return kept.forget(conversation, code), (_refusal(event, code),)
    return kept.keep(conversation, code, version), ()


def is_cart_gone(event: CartRefused) -> bool:
    """Tell whether the shop does not hold the cart any more; a code that it does not know is another thing."""
    return event.code == "NOT_FOUND" and event.field != _FIELD


def spoiled_by(conversation: Conversation, reason: str | None) -> Step | None:
    """Take the code out of the cart that its order was refused for; None when none is known to be the cause.

    `reason`: Saleor's code of the refusal, in capitals or not.
    """
    cart, reason = conversation.cart, (reason or "").upper()
    if cart is None or reason not in _SPOILED:
        return None
    codes = cart.gift_card_codes
    if reason == _NOT_YET:
        codes = (cart.promo_code,) if cart.promo_code else ()
    if len(codes) != 1:
        return None
    removing = replace(conversation, doing=RemovingPromo(codes[0]))
    notice = problem(Say.PROMO_SPOILED, code=codes[0])
    return Step(removing, (notice,), (RemovePromoCode(cart.id, codes[0]),))


def _kept_for_later(conversation: Conversation, code: str, event: CartRefused) -> Told:
    cart, reason = conversation.cart, event.message.strip()
    if reason:
        notice = info(Say.PROMO_KEPT_REASON, code=code, reason=reason)
    else:
        notice = info(_wants(cart), code=code)
    conversation, parts = without_vouchers(conversation, code, (notice,))
    return kept.keep(conversation, code, cart.version if cart else None), parts


def _wants(cart: Cart | None) -> Say:
    """Return what may be missing: the shop only says that the cart as it is does not do."""
    if cart is not None and cart.requires_shipping and cart.delivery is None:
        return Say.PROMO_KEPT_DELIVERY
    if cart is not None and lacks_details(cart):
        return Say.PROMO_KEPT_DETAILS
    return Say.PROMO_KEPT


def _other_spelling(event: CartRefused, code: str) -> str | None:
    """Return a code in capitals, as most are, when the shop does not know it as it was typed."""
    capitals = code.upper()
    return capitals if event.code == _UNKNOWN and capitals != code else None


def _refusal(event: CartRefused, code: str) -> Notice:
    reason = event.message.strip()
    if event.code in _REFUSALS:
        return problem(_REFUSALS[event.code], code=code)
    if not reason:
        return problem(Say.PROMO_REFUSED_PLAIN, code=code)
    return problem(Say.PROMO_REFUSED, code=code, reason=reason)


def _gone_on(conversation: Conversation, parts: tuple[Part, ...]) -> Step:
    """Say it; a quote whose payment was closed for the code is made again."""
    unquoted = conversation.stage == Stage.QUOTED and conversation.quoted_version is None
    if unquoted and is_filled(conversation):
        return proceed(conversation, parts)
    return Step(conversation, parts)
