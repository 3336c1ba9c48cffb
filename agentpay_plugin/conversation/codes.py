"""What became of a cart's vouchers and gift cards, told when the cart comes from the shop."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation import kept
from agentpay_plugin.conversation.doing import (
    Adding,
    ApplyingPromo,
    ChoosingDelivery,
    Doing,
    Emptying,
    RemovingPromo,
    SavingAddresses,
    SavingContact,
    SavingEmail,
    Setting,
    TryingCode,
)
from agentpay_plugin.conversation.goods import Cart
from agentpay_plugin.conversation.parts import Part
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.replies import info, problem, text
from agentpay_plugin.conversation.state import Conversation

Told = tuple[Conversation, tuple[Part, ...]]

_OWN_WRITES = (
    Adding,
    Setting,
    Emptying,
    SavingEmail,
    SavingContact,
    SavingAddresses,
    ChoosingDelivery,
)


def noted(conversation: Conversation, doing: Doing | None, cart: Cart) -> Told:
    """Return the conversation with the cart as it is now, and what is said of its codes."""
    before = conversation.cart
    conversation = replace(conversation, cart=cart)
    match doing:
        case ApplyingPromo(code, _) | TryingCode(code):
            return _taken(conversation, before, cart, code, waited=isinstance(doing, TryingCode))
        case RemovingPromo(code):
            return conversation, (text(Say.PROMO_REMOVED, code=code),)
        case _:
            conversation, found = _found(conversation, cart)
            if before is None:
                return conversation, found
            conversation, lost = _lost(conversation, before, cart, doing)
            return conversation, (*found, *lost)


def without_vouchers(conversation: Conversation, code: str, parts: tuple[Part, ...]) -> Told:
    """Of two vouchers the newer one counts: let the others go, and say so."""
    others = kept.vouchers(conversation, but=code)
    told = tuple(info(Say.PROMO_FORGOTTEN, code=one) for one in others)
    return kept.forget(conversation, *others), (*parts, *told)


def _taken(
    conversation: Conversation, before: Cart | None, cart: Cart, code: str, *, waited: bool
) -> Told:
    conversation = kept.forget(conversation, code)
    if cart.promo_code is None or cart.promo_code.casefold() != code.casefold():
        told = (_gift_card_taken(before, cart, code),)
        if before is None:
            return conversation, told
        conversation, lost = _lost(conversation, before, cart, None)
        return conversation, (*told, *lost)
    parts: tuple[Part, ...] = (
        text(Say.PROMO_TOOK_EFFECT if waited else Say.PROMO_APPLIED, code=code),
    )
    replaced = before.promo_code if before else None
    if replaced and replaced != cart.promo_code:
        parts += (info(Say.PROMO_REPLACED, code=code, other=replaced),)
    return without_vouchers(conversation, code, parts)


def _gift_card_taken(before: Cart | None, cart: Cart, code: str) -> Part:
    known = before is not None and before.gift_card_codes == cart.gift_card_codes
    covered = before.gift_cards.minor if before else 0
    if known or (cart.gift_cards.minor <= covered and not cart.total):
        return text(Say.PROMO_APPLIED, code=code)
    if cart.gift_cards.minor <= covered:
        return problem(Say.GIFT_CARD_EMPTY, code=code)
    if not cart.total:
        return text(Say.GIFT_CARD_COVERS_ALL, code=code)
    return text(Say.GIFT_CARD_COVERS, code=code, price=cart.gift_cards, total=cart.total)


def _found(conversation: Conversation, cart: Cart) -> Told:
    """Notice a kept code that is in the cart: the storefront's page took it."""
    code = kept.kept_like(conversation, cart.promo_code or "")
    if code is None:
        return conversation, ()
    return kept.forget(conversation, code), (text(Say.PROMO_TOOK_EFFECT, code=code),)


def _lost(conversation: Conversation, before: Cart, cart: Cart, doing: Doing | None) -> Told:
    """Notice what the shop took out of the cart; after a change of ours a voucher is kept to be tried again."""
    parts: tuple[Part, ...] = ()
    voucher = before.promo_code
    if voucher and voucher != cart.promo_code:
        if cart.lines and isinstance(doing, _OWN_WRITES):
            conversation, parts = without_vouchers(conversation, voucher, parts)
            conversation = kept.keep(conversation, voucher, cart.version)
            parts = (info(Say.PROMO_DROPPED, code=voucher), *parts)
        else:
            parts = (info(Say.PROMO_GONE, code=voucher),)
    cards = (one for one in before.gift_card_codes if one not in cart.gift_card_codes)
    return conversation, (*parts, *(info(Say.PROMO_GONE, code=one) for one in cards))
