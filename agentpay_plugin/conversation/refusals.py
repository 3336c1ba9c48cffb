"""The shop refused a write: Saleor's codes in our words, and what the shopper can do."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation import promo
from agentpay_plugin.conversation.answers import delivery_answered
from agentpay_plugin.conversation.cart import gone, show
from agentpay_plugin.conversation.checkout import (
    SETTLING,
    ask_details,
    check_out,
    empty,
    is_filled,
)
from agentpay_plugin.conversation.commands import ReadDelivery, ReadProduct
from agentpay_plugin.conversation.details import refused_details
from agentpay_plugin.conversation.doing import (
    Adding,
    AnsweringDelivery,
    ApplyingPromo,
    AskingDetails,
    CheckingDetails,
    Doing,
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
from agentpay_plugin.conversation.names import held, line_item, line_of, shown_variant
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.replies import PERSON, after, problem, quick
from agentpay_plugin.conversation.state import Conversation, Stage, Step

_STOCK = ("INSUFFICIENT_STOCK", "QUANTITY_GREATER_THAN_LIMIT")
_NOT_SOLD = (
    "UNAVAILABLE_VARIANT_IN_CHANNEL",
    "PRODUCT_NOT_PUBLISHED",
    "PRODUCT_UNAVAILABLE_FOR_PURCHASE",
)
_DELIVERY = (
    "INVALID_SHIPPING_METHOD",
    "DELIVERY_METHOD_NOT_APPLICABLE",
    "SHIPPING_METHOD_NOT_APPLICABLE",
    "SHIPPING_METHOD_NOT_SET",
)
_DETAILS = (
    "SHIPPING_ADDRESS_NOT_SET",
    "BILLING_ADDRESS_NOT_SET",
    "EMAIL_NOT_SET",
    "MISSING_ADDRESS_DATA",
)
_CART_GONE = "NOT_FOUND"


def refused(conversation: Conversation, doing: Doing | None, event: CartRefused) -> Step:
    """Say what the refusal means for what was being done."""
    if conversation.stage == Stage.OPENING:
        conversation = to(conversation, Stage.QUOTED)
    match doing:
        case ApplyingPromo() | RemovingPromo():
            return promo.refused(conversation, doing, event)
        case PlacingOrder() if (spoiled := promo.spoiled_by(conversation, event.code)) is not None:
            return spoiled
        case CheckingDetails() | SavingContact() | SavingAddresses() if event.code != _CART_GONE:
            return refused_details(conversation, doing, event)
        case SavingEmail() if event.code != _CART_GONE:
            return Step(conversation, (problem(Say.EMAIL_NOT_CHANGED),))
        case Adding() | Setting() if event.code in (*_STOCK, *_NOT_SOLD):
            return _goods(conversation, event, doing)
        case PlacingOrder() | OpeningCharge() if event.code in (*_STOCK, *_NOT_SOLD):
            notice = problem(Say.CART_PROBLEM)
            return after((notice,), show(conversation))
        case AnsweringDelivery():
            return delivery_answered(conversation, (), None)
        case AskingDetails():
            return _no_form(conversation)
        case PickingDelivery() if event.code in _DELIVERY:
            return Step(conversation, (problem(Say.SHOP_REFUSED), quick(PERSON)))
        case _:
            return _by_code(conversation, doing, event)


def _no_form(conversation: Conversation) -> Step:
    """The shop has no rules for the country that was chosen: show the form of the cart's own."""
    if conversation.country is None:
        return Step(conversation, (problem(Say.SHOP_REFUSED), quick(PERSON)))
    without = replace(conversation, country=None)
    lead = (problem(Say.FIELD_COUNTRY),)
    return ask_details(without, lead, AskingDetails(address=True))


def _goods(conversation: Conversation, event: CartRefused, doing: Adding | Setting) -> Step:
    """Read the product again to tell what can be had; without it, say only that it cannot."""
    line = line_of(conversation, doing.variant_id)
    name = doing.item or (line_item(line) if line else "")
    if event.code in _NOT_SOLD:
        return Step(conversation, (problem(Say.NOT_SOLD_HERE, item=name),))
    known = shown_variant(conversation, doing.variant_id)
    if known is None:
        return Step(conversation, (problem(Say.NOT_ENOUGH, item=name),))
    more = held(conversation, doing.variant_id) if isinstance(doing, Adding) else 0
    restocking = Restocking(doing.variant_id, doing.quantity + more)
    command = ReadProduct(ProductRef(id=known[0].id))
    return Step(replace(conversation, doing=restocking), commands=(command,))


def _by_code(conversation: Conversation, doing: Doing | None, event: CartRefused) -> Step:
    if event.code == _CART_GONE:
        return gone(conversation, doing)
    if event.code == "NO_LINES":
        return empty(conversation)
    if not is_filled(conversation) or conversation.stage in SETTLING:
        return Step(conversation, (problem(Say.SHOP_REFUSED), quick(PERSON)))
    if event.code in _DELIVERY:
        return _delivery_again(conversation)
    if event.code in _DETAILS:
        return ask_details(conversation, doing=AskingDetails(address=True))
    if isinstance(doing, PlacingOrder | OpeningCharge):
        return after((problem(Say.SHOP_REFUSED),), check_out(conversation))
    return Step(conversation, (problem(Say.SHOP_REFUSED), quick(PERSON)))


def _delivery_again(conversation: Conversation) -> Step:
    cart = conversation.cart
    if cart is None:
        return empty(conversation)
    picking = replace(to(conversation, Stage.SHOPPING), doing=PickingDelivery())
    return Step(picking, (problem(Say.DELIVERY_AGAIN),), (ReadDelivery(cart.id, None),))
