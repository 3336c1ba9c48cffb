"""After an answer: back to where the shopper was, with what was asked of them; or out of it."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.checkout import ask_details, is_filled
from agentpay_plugin.conversation.doing import AskingDetails
from agentpay_plugin.conversation.goods import Cart, Product, Variant
from agentpay_plugin.conversation.moves import at_rest, offering
from agentpay_plugin.conversation.names import choices, item, line_of
from agentpay_plugin.conversation.parts import (
    DeliveryPicker,
    Part,
    PaymentRequest,
    Phrase,
    QuickReply,
    Tap,
    VariantPicker,
)
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Offered
from agentpay_plugin.conversation.replies import (
    CANCEL_PAYMENT,
    CHECK_OUT,
    CHECK_PAYMENT,
    FREE,
    PERSON,
    SHOW_CART,
    YES,
    after,
    info,
    pay_replies,
    quick,
    text,
)
from agentpay_plugin.conversation.state import Action, Conversation, Stage, Step

_SEVERAL = 2


def back(conversation: Conversation, variants: tuple[Variant, ...] = ()) -> Step:
    """Remind of the current step, or make a soft offer of the `variants` that were talked about."""
    match conversation.stage:
        case Stage.CHOOSING:
            return pick(conversation)
        case Stage.DETAILS:
            return ask_details(conversation, doing=AskingDetails(reminder=True))
        case Stage.DELIVERY:
            picker = DeliveryPicker(conversation.deliveries)
            return Step(conversation, (text(Say.ASK_DELIVERY), picker))
        case Stage.QUOTED:
            return pay_hint(conversation)
        case Stage.PAYING:
            return payment_reminder(conversation)
        case Stage.PAID:
            return Step(conversation, (info(Say.ORDER_BEING_MADE),))
        case Stage.ORDERED if not variants:
            return Step(conversation, (text(Say.ANYTHING_ELSE),))
        case _:
            return soft_offer(conversation, variants)


def remind(conversation: Conversation) -> Step:
    """Remind of what is being asked, if anything is; offer nothing."""
    idle = conversation.stage in (Stage.BROWSING, Stage.SHOPPING, Stage.ORDERED)
    return Step(conversation) if idle else back(conversation)


def which_product(conversation: Conversation) -> tuple[Part, ...]:
    """Ask which product is meant: of those that were shown, by their names."""
    found = conversation.found
    if conversation.product is not None or len(found) < _SEVERAL:
        return (text(Say.WHICH_PRODUCT),)
    names = (QuickReply(Phrase(Say.CARD_NAME, {"item": one.name}), Tap.TEXT) for one in found)
    return text(Say.WHICH_OF_THESE), quick(*names)


def nudged(conversation: Conversation) -> Step:
    """Answer a "yes" to nothing: what is being asked, else whether there is anything else."""
    reminded = remind(conversation)
    if reminded.parts or reminded.commands:
        return reminded
    return Step(conversation, (text(Say.ANYTHING_ELSE),))


def left(conversation: Conversation) -> Step:
    """Let the shopper out of what is being asked: nothing is lost, and they can come back."""
    match conversation.stage:
        case Stage.PAYING | Stage.PAID | Stage.OPENING:
            return remind(conversation)
        case Stage.QUOTED:
            return Step(conversation, (text(Say.NOTHING_CHARGED), quick(SHOW_CART, PERSON)))
        case Stage.DETAILS | Stage.DELIVERY:
            ways_on = quick(CHECK_OUT, SHOW_CART)
            return Step(at_rest(conversation), (text(Say.AS_YOU_LIKE), ways_on))
        case Stage.CHOOSING:
            conversation = at_rest(conversation)
    forgotten = replace(conversation, wanted_quantity=None, meant_id=None)
    return Step(forgotten, (text(Say.NO_PROBLEM),))


def not_understood(conversation: Conversation) -> Step:
    """Say so, with ways on, and come back to what is being asked."""
    in_form = conversation.stage == Stage.DETAILS
    say = text(Say.DETAILS_IN_FORM if in_form else Say.NOT_UNDERSTOOD)
    ways_on = quick(CHECK_OUT, SHOW_CART, PERSON) if is_filled(conversation) else quick(PERSON)
    return after((say, ways_on), remind(conversation))


def person_offered(step: Step) -> Step:
    """Offer a person before what is being asked."""
    return after((text(Say.OFFER_PERSON), quick(PERSON)), person_on_yes(step))


def person_on_yes(step: Step) -> Step:
    """Let a "yes" mean a person, if it means nothing else."""
    conversation = step.conversation
    if conversation.offered is not Offered.NOTHING:
        return step
    return replace(step, conversation=offering(conversation, Offered.PERSON))


def soft_offer(conversation: Conversation, variants: tuple[Variant, ...] = ()) -> Step:
    """Offer to buy the product in focus, or to check out when it is in the cart already."""
    product = conversation.product
    choice = _on_offer(conversation, product, variants) if product is not None else ()
    if product is not None:
        good = tuple(one for one in choice if one.price is not None and one.available > 0)
        if good and product.available_for_purchase:
            return _offer_buy(conversation, product, good)
    if is_filled(conversation):
        return offer_check_out(conversation)
    return Step(conversation)


def _on_offer(
    conversation: Conversation, product: Product, variants: tuple[Variant, ...]
) -> tuple[Variant, ...]:
    """Return what is offered of the product in focus: what was spoken of, and nothing of what is in the cart."""
    meant = tuple(one for one in product.variants if one.id == conversation.meant_id)
    talked = variants or tuple(one for one in meant if one.available > 0)
    if not is_in_cart(conversation, product):
        return talked or product.variants
    return () if any(line_of(conversation, one.id) for one in talked) else talked


def offer_check_out(conversation: Conversation) -> Step:
    """Offer to go on to the check-out."""
    offered = offering(conversation, Offered.CHECK_OUT)
    return Step(offered, (text(Say.OFFER_CHECK_OUT), quick(CHECK_OUT)))


def pick(conversation: Conversation) -> Step:
    """Show the variants that are still in question."""
    product = conversation.product
    if product is None:
        return Step(conversation)
    narrowed = conversation.narrowed
    question = tuple(
        one
        for one in product.variants
        if one.price is not None and one.available > 0 and (not narrowed or one.id in narrowed)
    )
    picker = VariantPicker(
        product, tuple(one.id for one in question), conversation.wanted_quantity or 1
    )
    if not question:
        return Step(conversation, (info(Say.SOLD_OUT, product=product.name),))
    say = text(Say.WHICH_VARIANT)
    if len(choices(question)) == len(question):
        say = text(Say.WHICH_VARIANT_IN_STOCK, variants=choices(question))
    return Step(conversation, (say, picker))


def pay_hint(conversation: Conversation) -> Step:
    """Show the buttons that confirm the quote: words alone never do. Ask again what is asked of a tap."""
    cart = conversation.cart
    if cart is None:
        return Step(conversation)
    if conversation.tax_id_for is not None:
        return ask_tax_id(conversation, cart)
    free = FREE in conversation.methods
    say = text(Say.CONFIRM_HINT) if free else text(Say.PAY_HINT, total=cart.total)
    offered = offering(conversation, Offered.PAY)
    return Step(offered, (say, pay_replies(cart, conversation.methods)))


def ask_tax_id(conversation: Conversation, cart: Cart) -> Step:
    """Ask for the payer's CPF or CNPJ; the other ways to pay are there still."""
    others = tuple(one for one in conversation.methods if one.id != conversation.tax_id_for)
    ways_on = (pay_replies(cart, others),) if others else ()
    return Step(conversation, (text(Say.ASK_TAX_ID), *ways_on), action=Action.PAYMENT)


def payment_reminder(conversation: Conversation) -> Step:
    """Show the open payment again."""
    charge = conversation.charge
    if charge is None:
        return Step(conversation)
    replies = quick(CHECK_PAYMENT, CANCEL_PAYMENT)
    say = text(Say.PIX_OPEN if charge.pix_code else Say.PAYMENT_OPEN, total=charge.amount)
    return Step(conversation, (say, PaymentRequest(charge), replies))


def _offer_buy(conversation: Conversation, product: Product, good: tuple[Variant, ...]) -> Step:
    variant = good[0]
    if len(good) > 1 or variant.price is None:
        # Several are spoken of: a "yes" means none that was spoken of before.
        offered = offering(replace(conversation, meant_id=None), Offered.BUY)
        return Step(offered, (text(Say.OFFER_BUY_ANY, product=product.name), quick(YES)))
    offered = offering(conversation, Offered.BUY, variant.id)
    say = text(Say.OFFER_BUY, item=item(product, variant), price=variant.price)
    return Step(offered, (say, quick(YES)))


def is_in_cart(conversation: Conversation, product: Product) -> bool:
    """Tell whether any variant of the product is in the cart."""
    ids = {variant.id for variant in product.variants}
    lines = conversation.cart.lines if conversation.cart else ()
    return any(line.variant_id in ids for line in lines)
