"""Questions about a product, answered from the shop's data alone, or with an honest "I don't know"."""

from __future__ import annotations

import re
from dataclasses import replace

from agentpay_plugin.conversation.buying import out_of_stock
from agentpay_plugin.conversation.cart import show
from agentpay_plugin.conversation.checkout_questions import OF_THE_CHECK_OUT, of_the_check_out
from agentpay_plugin.conversation.choosing import alike, unknown_option
from agentpay_plugin.conversation.commands import ReadDelivery, ReadGroups
from agentpay_plugin.conversation.consulting import consult
from agentpay_plugin.conversation.delivery import told
from agentpay_plugin.conversation.doing import AnsweringDelivery, Listing
from agentpay_plugin.conversation.goods import DeliveryOption, Product, Variant
from agentpay_plugin.conversation.names import is_meant, item, labels, variant_attributes
from agentpay_plugin.conversation.orders import status
from agentpay_plugin.conversation.parts import CartSummary, Part
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import WITH_PRICE, Reading, Topic
from agentpay_plugin.conversation.replies import after, problem, text
from agentpay_plugin.conversation.returning import back
from agentpay_plugin.conversation.seeking import search
from agentpay_plugin.conversation.state import Action, Conversation, Stage, Step
from agentpay_plugin.conversation.unsaid import not_known

_FEW = 5
_WHOLE_DESCRIPTION = 600
_OF_THE_SHOP = (
    Topic.PAYMENT,
    Topic.HOURS,
    Topic.LOCATION,
    Topic.CONTACT,
    Topic.PROMOTIONS,
    Topic.PRIVACY,
    Topic.INVOICE,
    Topic.TERMS,
)
_TELLING_WORD = 6  # letters; shorter words of a question are found in any description


def answer(conversation: Conversation, words: str, reading: Reading) -> Step:
    """Answer a question and come back to where the shopper was."""
    product, topic = conversation.product, reading.topic or Topic.OTHER
    if topic in OF_THE_CHECK_OUT:
        return of_the_check_out(conversation, words, topic)
    if topic == Topic.TOTAL:
        return _total(conversation)
    mention = reading.product_mention
    if mention and (product is None or not is_meant(mention, product)):
        return search(conversation, reading, words)
    if topic == Topic.DELIVERY and _is_about_order(conversation, reading):
        return status(conversation)
    if topic == Topic.DELIVERY and (product is None or product.requires_shipping):
        read = _read_delivery(conversation, reading.country)
        if product is None or reading.attribute != WITH_PRICE:
            return read
        return after(_price(product, _meant(conversation, product, reading)), read)
    if topic == Topic.GOODS:
        return Step(replace(conversation, doing=Listing()), commands=(ReadGroups(),))
    if topic == Topic.PROMOTIONS and product is not None and _is_reduced(product):
        return _answered(conversation, _price(product, _meant(conversation, product, reading)))
    if product is None or topic in _OF_THE_SHOP:
        return consult(conversation, words, topic, reading.method)
    variants = _meant(conversation, product, reading)
    if len(variants) == 1:
        conversation = replace(conversation, meant_id=variants[0].id)
    if reading.unknown_option is not None and topic != Topic.SIZES:
        return _answered(conversation, unknown_option(product, reading.unknown_option))
    parts = _about(product, variants, words, topic, reading)
    if parts == not_known():
        return consult(conversation, words, topic)
    return _answered(conversation, parts, variants if reading.variant_ids else ())


def delivery_answered(
    conversation: Conversation, options: tuple[DeliveryOption, ...], country: str | None
) -> Step:
    """Tell the ways to deliver and come back to where the shopper was."""
    return _answered(conversation, told(options, country))


def _is_about_order(conversation: Conversation, reading: Reading) -> bool:
    """Tell whether "when does it arrive?" asks for what was just ordered: nothing else was looked at since."""
    return conversation.stage == Stage.ORDERED and reading.country is None


def _about(
    product: Product,
    variants: tuple[Variant, ...],
    words: str,
    topic: Topic,
    reading: Reading,
) -> tuple[Part, ...]:
    match topic:
        case Topic.PRICE:
            return _price(product, variants)
        case Topic.STOCK:
            return _stock(product, variants, reading.quantity)
        case Topic.OPTIONS:
            return _options(product, reading.attribute)
        case Topic.ATTRIBUTE:
            return _attribute(product, reading.attribute, words)
        case Topic.DESCRIPTION:
            return _description(product)
        case Topic.DELIVERY:
            return (text(Say.NOTHING_SHIPPED, product=product.name),)
        case _:
            return _from_description(product, words)


def _price(product: Product, variants: tuple[Variant, ...]) -> tuple[Part, ...]:
    prices = [one.price for one in variants if one.price is not None]
    if not prices:
        return (problem(Say.NOT_SOLD_HERE, item=product.name),)
    least, most = min(prices), max(prices)
    if least != most:
        return (text(Say.PRICE_RANGE, product=product.name, least=least, most=most),)
    priced = next(one for one in variants if one.price is not None)
    name = item(product, priced) if len(variants) == 1 else product.name
    before = priced.undiscounted_price
    if before is not None and before > least:
        return (text(Say.PRICE_REDUCED, item=name, price=least, before=before),)
    return (text(Say.PRICE_IS, item=name, price=least),)


def _is_reduced(product: Product) -> bool:
    return any(
        one.price and one.undiscounted_price and one.price.minor < one.undiscounted_price.minor
        for one in product.variants
    )


def _stock(
    product: Product, variants: tuple[Variant, ...], quantity: int | None
) -> tuple[Part, ...]:
    sold = tuple(one for one in variants if one.price is not None)
    good = tuple(one for one in sold if one.available > 0)
    if not sold or not product.available_for_purchase:
        return (problem(Say.NOT_SOLD_HERE, item=product.name),)
    if not good:
        return out_of_stock(product, sold[0], alone=len(sold) == 1)
    if len(sold) > 1:
        return (text(Say.STOCK_LIST, variants=labels(good)),)
    name, available = item(product, good[0]), good[0].available
    if quantity is not None and quantity > 1:
        if quantity <= available:
            return (text(Say.ENOUGH_IN_STOCK, count=quantity, item=name),)
        return (text(Say.NOT_ENOUGH_IN_STOCK, count=available, item=name),)
    if available <= _FEW:
        return (text(Say.FEW_LEFT, count=available, item=name),)
    return (text(Say.IN_STOCK, item=name),)


def _options(product: Product, slug: str | None) -> tuple[Part, ...]:
    gathered = variant_attributes(product)
    named = tuple(one for one in gathered if one.slug == slug)
    if slug is not None and not named:
        return _attribute(product, slug, "")
    told_ = tuple(
        text(Say.OPTIONS_ARE, name=one.name, values=one.values) for one in named or gathered
    )
    if told_:
        return told_
    if len(product.variants) > 1:
        return (text(Say.VARIANTS_ARE, variants=labels(product.variants)),)
    return (text(Say.ONE_KIND, product=product.name),)


def _attribute(product: Product, slug: str | None, words: str) -> tuple[Part, ...]:
    for attribute in (*product.attributes, *variant_attributes(product)):
        if attribute.slug == slug and attribute.values:
            return (text(Say.ATTRIBUTE_IS, name=attribute.name, values=attribute.values),)
    return _from_description(product, words)


def _description(product: Product) -> tuple[Part, ...]:
    words = product.description.strip()
    if not words:
        return not_known()
    if len(words) > _WHOLE_DESCRIPTION:
        words = words[:_WHOLE_DESCRIPTION].rsplit(" ", 1)[0] + " …"
    return (text(Say.DESCRIPTION_IS, words=words),)


def _from_description(product: Product, words: str) -> tuple[Part, ...]:
    """Quote the sentence that holds a telling word of the question; else it is not known."""
    named = set(_telling(product.name)) | set(_telling(product.category or ""))
    asked = [word for word in _telling(words) if word not in named]
    for sentence in re.split(r"(?<=[.!?])\s+|\n+", product.description):
        there = _telling(sentence)
        if any(one.startswith(word) or word.startswith(one) for word in asked for one in there):
            return (text(Say.DESCRIPTION_SAYS, words=sentence.strip()),)
    return not_known()


def _telling(words: str) -> list[str]:
    return [word for word in re.findall(r"\w+", words.casefold()) if len(word) >= _TELLING_WORD]


def _total(conversation: Conversation) -> Step:
    """Show the cart, and what its delivery may cost as long as none is chosen."""
    cart = conversation.cart
    if cart is None or not cart.requires_shipping or cart.delivery is not None:
        return show(conversation)
    return after((CartSummary(cart),), _read_delivery(conversation, None))


def _read_delivery(conversation: Conversation, asked: str | None) -> Step:
    """Ask for the cart's own options once it has an address, unless another country was asked about."""
    cart = conversation.cart
    at_home = cart is not None and asked in (None, cart.country)
    if cart is not None and at_home and cart.requires_shipping and cart.has_shipping_address:
        command = ReadDelivery(cart.id, cart.country)
    else:
        command = ReadDelivery(None, asked or (cart.country if cart else None))
    return Step(replace(conversation, doing=AnsweringDelivery()), commands=(command,))


def _answered(
    conversation: Conversation, parts: tuple[Part, ...], variants: tuple[Variant, ...] = ()
) -> Step:
    return after(parts, back(conversation, variants), Action.QUESTION_ANSWERED)


def _meant(conversation: Conversation, product: Product, reading: Reading) -> tuple[Variant, ...]:
    """Return the variants that are asked about: "and in L?" is like the one that was spoken of last in all else."""
    said = tuple(one for one in product.variants if one.id in reading.variant_ids)
    if said:
        return alike(conversation, said, reading) or said
    of_it = (one for one in product.variants if one.id == conversation.meant_id)
    return (
        tuple(of_it) if reading.topic == Topic.PRICE and conversation.meant_id else product.variants
    )
