"""The shop refused a write: Saleor's codes in our words, and what the shopper can do."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.cart import gone, shown
from agentpay_plugin.conversation.checkout import SETTLING, ask_details, check_out, empty, is_filled
from agentpay_plugin.conversation.commands import ReadDelivery, ReadProduct
from agentpay_plugin.conversation.details import refused_details
from agentpay_plugin.conversation.doing import (
    Adding,
    ApplyingPromo,
    AskingDetails,
    CheckingDetails,
    OpeningCharge,
    PickingDelivery,
    PlacingOrder,
    RemovingPromo,
    Restocking,
    SavingAddresses,
    SavingContact,
    SavingEmail,
    Setting,
)
from agentpay_plugin.conversation.events import CartRefused
from agentpay_plugin.conversation.moves import to
from agentpay_plugin.conversation.names import line_item, line_of, shown_variant
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.replies import PERSON, after, problem, quick
from agentpay_plugin.conversation.state import Conversation, Stage, Step

_STOCK = {"INSUFFICIENT_STOCK", "QUANTITY_GREATER_THAN_LIMIT"}
_NOT_SOLD = {
    "UNAVAILABLE_VARIANT_IN_CHANNEL",
    "PRODUCT_NOT_PUBLISHED",
    "PRODUCT_UNAVAILABLE_FOR_PURCHASE",
}
_DELIVERY = {
    "INVALID_SHIPPING_METHOD",
    "DELIVERY_METHOD_NOT_APPLICABLE",
    "SHIPPING_METHOD_NOT_APPLICABLE",
    "SHIPPING_METHOD_NOT_SET",
}
_DETAILS = {
    "SHIPPING_ADDRESS_NOT_SET",
    "BILLING_ADDRESS_NOT_SET",
    "EMAIL_NOT_SET",
    "MISSING_ADDRESS_DATA",
}


def refused(conversation: Conversation, event: CartRefused) -> Step:
    """Say what the refusal means for what was being done."""
    doing = conversation.doing
    if conversation.stage == Stage.OPENING:
        conversation = to(conversation, Stage.QUOTED)
    match doing:
        case ApplyingPromo(code) | RemovingPromo(code):
            return Step(conversation, (_promo(event, code),))
        case CheckingDetails() | SavingContact() | SavingAddresses():
            if event.code == "NOT_FOUND" and event.field is None:
                return gone(conversation)
            return refused_details(conversation, event, doing)
        case SavingEmail():
            return Step(conversation, (problem(Say.EMAIL_NOT_CHANGED),))
        case Adding() | Setting():
            return _goods(conversation, event, doing)
        case PlacingOrder() | OpeningCharge():
            return _order(conversation, event)
        case _:
            return _by_code(conversation, event)


def _promo(event: CartRefused, code: str) -> object:
    reason = event.message.strip()
    if not reason:
        return problem(Say.PROMO_REFUSED_PLAIN, code=code)
    return problem(Say.PROMO_REFUSED, code=code, reason=reason)
