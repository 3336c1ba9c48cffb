"""Promo codes that are kept for later: which, what they were refused for, and when one is due again."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.goods import Cart
from agentpay_plugin.conversation.state import Conversation, KeptCode, Stage

MOST = 5
_HANDS_OFF = (Stage.OPENING, Stage.PAYING, Stage.PAID)  # the cart is being paid as it is


def keep(conversation: Conversation, code: str, refused_for: str | None) -> Conversation:
    """Return the conversation that keeps a code; of too many the oldest goes."""
    others = tuple(one for one in conversation.kept if one.code != code)
    return replace(conversation, kept=(*others, KeptCode(code, refused_for))[-MOST:])


def forget(conversation: Conversation, *codes: str) -> Conversation:
    """Return the conversation that keeps none of these codes."""
    kept = tuple(one for one in conversation.kept if one.code not in codes)
    return replace(conversation, kept=kept)


def vouchers(conversation: Conversation, but: str) -> tuple[str, ...]:
    """Return the kept codes that are known to be vouchers: the shop never refuses a gift card for now."""
    kept = (one for one in conversation.kept if one.refused_for is not None)
    return tuple(one.code for one in kept if one.code != but)


def kept_like(conversation: Conversation, code: str) -> str | None:
    """Return the kept code that was typed, in its own spelling."""
    typed = code.strip().casefold()
    return next((one.code for one in conversation.kept if one.code.casefold() == typed), None)


def all_of(conversation: Conversation) -> tuple[str, ...]:
    """Return the codes of the cart and those that are kept for it."""
    cart = conversation.cart
    used = (*((cart.promo_code,) if cart.promo_code else ()), *cart.gift_card_codes) if cart else ()
    return (*used, *(one.code for one in conversation.kept))


def due(conversation: Conversation) -> str | None:
    """Return a kept code that the cart as it is now was not yet tried with."""
    cart = conversation.cart
    if cart is None or not cart.lines or conversation.stage in _HANDS_OFF:
        return None
    waiting = (one.code for one in conversation.kept if one.refused_for != cart.version)
    return next(waiting, None)


def in_use(cart: Cart, code: str) -> str | None:
    """Return the code of the cart that was typed, as the cart spells it.

    A gift card is shown by its last characters, and typed so or in full.
    """
    typed = code.strip().casefold()
    if cart.promo_code and cart.promo_code.casefold() == typed:
        return cart.promo_code
    cards = (one for one in cart.gift_card_codes if one and typed.endswith(one.casefold()))
    return next(cards, None)
