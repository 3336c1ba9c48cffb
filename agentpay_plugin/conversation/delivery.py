"""The way of delivery: shown, chosen by tap or by its name, and asked about before there is a cart."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.checkout import (
    SETTLING,
    ask_details,
    check_out,
    is_filled,
    proceed,
)
from agentpay_plugin.conversation.commands import ChooseDelivery
from agentpay_plugin.conversation.doing import AskingDetails, ChoosingDelivery
from agentpay_plugin.conversation.goods import DeliveryKind, DeliveryOption
from agentpay_plugin.conversation.moves import to
from agentpay_plugin.conversation.parts import Country, DeliveryPicker, Param, Part, Text
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.replies import after, problem, text
from agentpay_plugin.conversation.returning import back
from agentpay_plugin.conversation.state import Action, Conversation, Stage, Step

_TOLD = 5  # ways to deliver told in an answer


def options_read(conversation: Conversation, options: tuple[DeliveryOption, ...]) -> Step:
    """Ask which way; choose the only one there is; without any, ask for another address."""
    cart = conversation.cart
    if cart is None or conversation.stage != Stage.SHOPPING:
        return Step(conversation)
    conversation = replace(conversation, deliveries=options)
    if not options:
        notice = problem(Say.NO_DELIVERY)
        return after((notice,), ask_details(conversation, doing=AskingDetails(address=True)))
    if len(options) == 1 and options[0].kind == DeliveryKind.SHIPPING:
        return _choose(conversation, cart.id, options[0], alone=True)
    parts = (text(Say.ASK_DELIVERY), DeliveryPicker(options))
    return Step(to(conversation, Stage.DELIVERY), parts, action=Action.DELIVERY_ASKED)


def delivery_chosen(conversation: Conversation, option_id: str) -> Step:
    """Choose one of the ways that were shown last."""
    cart = conversation.cart
    option = next((one for one in conversation.deliveries if one.id == option_id), None)
    if cart is not None and is_filled(conversation) and option is not None:
        return _choose(conversation, cart.id, option, alone=False)
    if conversation.stage in SETTLING:
        return back(conversation)
    return after((problem(Say.DELIVERY_AGAIN),), check_out(conversation))


def delivery_saved(
    conversation: Conversation, doing: ChoosingDelivery, news: tuple[Part, ...] = ()
) -> Step:
    """Say how the goods come and go on; the shop may have dropped the choice."""
    cart, option = conversation.cart, doing.option
    if cart is not None and cart.requires_shipping and cart.delivery is None:
        shopping = to(conversation, Stage.SHOPPING)
        options = tuple(one for one in conversation.deliveries if one.id != option.id)
        picker = (DeliveryPicker(options),) if options else ()
        parts = (*news, problem(Say.DELIVERY_AGAIN), *picker)
        return Step(replace(shopping, deliveries=options), parts)
    if not doing.alone:
        is_collected = option.kind == DeliveryKind.COLLECTION
        say = Say.COLLECTION_CHOSEN if is_collected else Say.DELIVERY_CHOSEN
        lead = text(say, option=option.name)
    elif option.price:
        lead = text(Say.DELIVERY_ONLY_ONE, option=option.name, price=option.price)
    else:
        lead = text(Say.DELIVERY_ONLY_ONE_FREE, option=option.name)
    return after((), proceed(conversation, (lead, *news)), Action.CART_CHANGED)


def told(options: tuple[DeliveryOption, ...], country: str | None) -> tuple[Part, ...]:
    """Answer a question about delivery, for the cart or before there is one for a country."""
    if not options:
        nowhere = Say.DELIVERY_NOT_TO if country else Say.DELIVERY_NOT_KNOWN
        return (text(nowhere, **_to(country)),)
    here = Say.DELIVERY_TO if country else Say.DELIVERY_HERE
    return (text(here, **_to(country)), *(_told(option) for option in options[:_TOLD]))


def _to(country: str | None) -> dict[str, Param]:
    return {"country": Country(country)} if country else {}


def _choose(
    conversation: Conversation, cart_id: str, option: DeliveryOption, *, alone: bool
) -> Step:
    choosing = replace(conversation, doing=ChoosingDelivery(option, alone))
    return Step(choosing, commands=(ChooseDelivery(cart_id, option),))


def _told(option: DeliveryOption) -> Text:
    least, most = option.minimum_days, option.maximum_days
    if least is None or most is None:
        if not option.price:
            return text(Say.DELIVERY_FREE, option=option.name)
        return text(Say.DELIVERY_COSTS, option=option.name, price=option.price)
    if least == 0:
        return _told_soon(option, most)
    if least == most:
        if not option.price:
            return text(Say.DELIVERY_FREE_IN, option=option.name, count=most)
        return text(Say.DELIVERY_COSTS_IN, option=option.name, price=option.price, count=most)
    if not option.price:
        return text(Say.DELIVERY_FREE_DAYS, option=option.name, least=least, most=most)
    return text(
        Say.DELIVERY_COSTS_DAYS, option=option.name, price=option.price, least=least, most=most
    )


def _told_soon(option: DeliveryOption, most: int) -> Text:
    """Tell of a way that may bring it today."""
    if most == 0 and not option.price:
        return text(Say.DELIVERY_FREE_TODAY, option=option.name)
    if most == 0:
        return text(Say.DELIVERY_COSTS_TODAY, option=option.name, price=option.price)
    if not option.price:
        return text(Say.DELIVERY_FREE_WITHIN, option=option.name, count=most)
    return text(Say.DELIVERY_COSTS_WITHIN, option=option.name, price=option.price, count=most)
