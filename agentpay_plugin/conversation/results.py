"""What a command brought, handed to whoever waits for it; what nobody waits for changes nothing."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation import cart as carts
from agentpay_plugin.conversation import codes, promo
from agentpay_plugin.conversation.answers import delivery_answered
from agentpay_plugin.conversation.checkout import check_out, proceed
from agentpay_plugin.conversation.comparing import one_found
from agentpay_plugin.conversation.consulting import consulted, methods_told
from agentpay_plugin.conversation.delivery import delivery_saved, options_read
from agentpay_plugin.conversation.details import contact_saved, rules_read
from agentpay_plugin.conversation.doing import (
    Adding,
    AnsweringDelivery,
    AnsweringPayment,
    ApplyingPromo,
    AskingDetails,
    CheckingDetails,
    CheckingOut,
    ChoosingDelivery,
    Comparing,
    Consulting,
    Doing,
    Emptying,
    Listing,
    OpeningCharge,
    PickingDelivery,
    PlacingOrder,
    Quoting,
    ReadingOrder,
    RemovingPromo,
    Restocking,
    SavingAddresses,
    SavingContact,
    SavingEmail,
    Searching,
    Setting,
    Showing,
    ShowingCart,
    Starting,
    Suggesting,
    TryingCode,
)
from agentpay_plugin.conversation.events import (
    AddressRulesRead,
    CartRead,
    CartRefused,
    DeliveryRead,
    GroupsRead,
    LibraryRead,
    MethodsRead,
    OrderPlaced,
    OrderRead,
    ProductRead,
    ProductsFound,
    QuoteRead,
    ShopFailed,
    SimilarFound,
)
from agentpay_plugin.conversation.goods import Cart, Product
from agentpay_plugin.conversation.moves import to
from agentpay_plugin.conversation.orders import free_order_placed, order_read
from agentpay_plugin.conversation.parts import Part
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.products import (
    page_cart_read,
    page_product_read,
    product_shown,
    restocked,
)
from agentpay_plugin.conversation.quoting import quote_changed, quote_read
from agentpay_plugin.conversation.refusals import refused
from agentpay_plugin.conversation.replies import after, problem
from agentpay_plugin.conversation.seeking import products_found
from agentpay_plugin.conversation.state import Conversation, Stage, Step
from agentpay_plugin.conversation.suggesting import groups_read, others_found

Result = (
    ProductRead
    | ProductsFound
    | SimilarFound
    | GroupsRead
    | LibraryRead
    | DeliveryRead
    | AddressRulesRead
    | CartRead
    | CartRefused
    | QuoteRead
    | MethodsRead
    | OrderPlaced
    | OrderRead
    | ShopFailed
)


def brought(conversation: Conversation, doing: Doing | None, event: Result, now: int) -> Step:
    """Hand a result to what it was awaited for."""
    match event, doing:
        case ((ShopFailed() | CartRefused()), TryingCode()):
            return _tried(conversation, doing, event)
        case ShopFailed(), _:
            return _failed(conversation)
        case CartRefused(), _:
            return refused(conversation, doing, event)
        case CartRead(cart), _:
            return _cart_read(conversation, doing, cart)
        case ProductRead(product, _), _:
            return _product_read(conversation, doing, product, now)
        case ProductsFound(wanted, found), Searching():
            return products_found(conversation, doing, wanted, found, now)
        case ProductsFound(wanted, found), Comparing():
            return one_found(conversation, doing, wanted, found)
        case SimilarFound(found), Suggesting():
            return others_found(conversation, doing, found)
        case GroupsRead(groups), Listing():
            return groups_read(conversation, groups)
        case LibraryRead(passages), Consulting():
            return consulted(conversation, doing, passages)
        case MethodsRead(methods), AnsweringPayment():
            return methods_told(conversation, doing, methods)
        case DeliveryRead(options, _), PickingDelivery():
            return options_read(conversation, options)
        case DeliveryRead(options, country), AnsweringDelivery():
            return delivery_answered(conversation, options, country)
        case AddressRulesRead(rules), AskingDetails() | CheckingDetails():
            return rules_read(conversation, doing, rules)
        case QuoteRead(cart, methods, bounds), Quoting():
            return quote_read(conversation, cart, methods, bounds)
        case OrderPlaced(order), PlacingOrder():
            return free_order_placed(conversation, order)
        case OrderRead(read), ReadingOrder(asked):
            return order_read(conversation, read, asked)
        case _:
            return Step(conversation)


def _product_read(
    conversation: Conversation, doing: Doing | None, product: Product | None, now: int
) -> Step:
    match doing:
        case Starting():
            return page_product_read(conversation, doing, product, now)
        case Showing():
            return product_shown(conversation, product, now)
        case Restocking():
            return restocked(conversation, doing, product, now)
        case _:
            return Step(conversation)


def _cart_read(conversation: Conversation, doing: Doing | None, cart: Cart | None) -> Step:
    match doing:
        case Starting():
            return page_cart_read(conversation, cart)
        case OpeningCharge():
            return quote_changed(conversation, cart)
        case None:
            return Step(conversation)
        case _ if cart is None:
            return carts.gone(conversation, doing)
        case _:
            conversation, news = codes.noted(conversation, doing, cart)
            then = doing.then if isinstance(doing, TryingCode) else doing
            return _gone_on(conversation, then, news)


def _tried(conversation: Conversation, doing: TryingCode, event: CartRefused | ShopFailed) -> Step:
    """A kept code was not taken: what was done before it stands, and goes on."""
    refusal = event if isinstance(event, CartRefused) else None
    if refusal is not None and promo.is_cart_gone(refusal):
        return carts.gone(conversation, doing.then)
    conversation, news = promo.refused_again(conversation, doing.code, refusal)
    return _gone_on(conversation, doing.then, news)


def _gone_on(conversation: Conversation, doing: Doing, news: tuple[Part, ...]) -> Step:
    """Try the codes that are kept for such a cart first."""
    trying = promo.try_kept(conversation, doing, news)
    return trying or _cart_changed(conversation, doing, news)


def _cart_changed(conversation: Conversation, doing: Doing, news: tuple[Part, ...]) -> Step:
    match doing:
        case Adding():
            bought = replace(
                conversation, wanted_quantity=None, narrowed=(), meant_id=doing.variant_id
            )
            return carts.swapped(bought, doing, (carts.lead_of(doing), *news))
        case Emptying(but):
            return carts.emptied(replace(conversation, meant_id=None), news, but)
        case Setting():
            return carts.changed(_meaning(conversation, doing), (carts.lead_of(doing), *news))
        case SavingEmail():
            return carts.changed(conversation, (carts.lead_of(doing), *news))
        case ApplyingPromo() | RemovingPromo():
            return carts.changed(conversation, news)
        case SavingContact():
            return after(news, contact_saved(conversation, doing))
        case SavingAddresses():
            return proceed(replace(conversation, country=None), news)
        case ChoosingDelivery():
            return delivery_saved(conversation, doing, news)
        case ShowingCart():
            return carts.shown(conversation, news)
        case CheckingOut() | Quoting():
            return proceed(conversation, news)
        case PlacingOrder():
            return after(news, check_out(conversation))
        case _:
            return Step(conversation, news)


def _meaning(conversation: Conversation, doing: Setting) -> Conversation:
    """Return the conversation in which "it" is what was changed, unless that was taken out."""
    if doing.quantity:
        return replace(conversation, meant_id=doing.variant_id)
    is_gone = doing.variant_id == conversation.meant_id
    return replace(conversation, meant_id=None) if is_gone else conversation


def _failed(conversation: Conversation) -> Step:
    """Nothing was changed as far as we know; a charge that was to be opened may be asked for again."""
    if conversation.stage == Stage.OPENING:
        conversation = to(conversation, Stage.QUOTED)
    return Step(conversation, (problem(Say.SHOP_FAILED),))
