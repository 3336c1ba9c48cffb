"""From "I want it" to one variant: narrowed by the options that were said, else picked by tap."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.buying import LEAST, MOST, add, out_of_stock
from agentpay_plugin.conversation.checkout import SETTLING
from agentpay_plugin.conversation.goods import Product, Variant
from agentpay_plugin.conversation.moves import offering, to
from agentpay_plugin.conversation.names import choices, held, item, shown_variant
from agentpay_plugin.conversation.parts import Part, VariantPicker
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Offered, Reading
from agentpay_plugin.conversation.replies import YES, problem, quick, text
from agentpay_plugin.conversation.returning import pick
from agentpay_plugin.conversation.state import Conversation, Stage, Step


def variant_tapped(conversation: Conversation, variant_id: str, quantity: int | None) -> Step:
    """Put a variant that was shown into the cart."""
    known = shown_variant(conversation, variant_id)
    if known is None:
        return Step(conversation, (problem(Say.NOT_ON_SCREEN),))
    product, variant = known
    wanted = conversation.wanted_quantity if product == conversation.product else None
    return add(conversation, product, variant, wanted or 1 if quantity is None else quantity)


def variant_offered(conversation: Conversation, variant_id: str) -> Step:
    """Offer a variant that was shown; it is put into the cart by the shopper's "yes" alone."""
    known = shown_variant(conversation, variant_id)
    if known is None:
        return Step(conversation, (problem(Say.NOT_ON_SCREEN),))
    product, variant = known
    if variant.price is None or not product.available_for_purchase:
        return Step(conversation, (problem(Say.NOT_SOLD_HERE, item=item(product, variant)),))
    if variant.available <= 0:
        return Step(conversation, out_of_stock(product, variant))
    return _offer(conversation, product, variant)


_LOOKING_AT = (Stage.BROWSING, Stage.CHOOSING)  # one of those that were asked for is meant


def buy(conversation: Conversation, product: Product, reading: Reading) -> Step:
    """Buy the product in focus as far as its variant is clear; ask for the rest.

    The variant that was spoken of last is meant as far as no other option was said.
    """
    conversation = _wanting(conversation, reading)
    unclear = _no_such_option(conversation, product, reading)
    if unclear is not None:
        return unclear
    candidates = _candidates(conversation, product, reading)
    if not candidates:
        return Step(conversation, (problem(Say.NOT_SOLD_HERE, item=product.name),))
    good = tuple(one for one in candidates if one.available > 0)
    if len(candidates) == 1:
        quantity = _quantity(conversation, reading, candidates[0])
        return add(conversation, product, candidates[0], quantity)
    if not good:
        return Step(conversation, out_of_stock(product, candidates[0], alone=False))
    if len(good) == 1:
        return _offer(conversation, product, good[0])
    return _ask_which(conversation, good)


def tell(conversation: Conversation, product: Product, reading: Reading) -> Step:
    """Answer an option named without a wish to buy ("the blue one"): its price, and an offer."""
    conversation = _wanting(conversation, reading)
    unclear = _no_such_option(conversation, product, reading)
    if unclear is not None:
        return unclear
    candidates = _candidates(conversation, product, reading)
    good = tuple(one for one in candidates if one.available > 0)
    if not candidates:
        return Step(conversation, (problem(Say.NOT_SOLD_HERE, item=product.name),))
    if not good:
        alone = len(candidates) == 1
        spoken = replace(conversation, meant_id=candidates[0].id) if alone else conversation
        return Step(spoken, out_of_stock(product, candidates[0], alone=alone))
    if len(good) > 1:
        return _ask_which(conversation, good)
    return _offer(conversation, product, good[0])


def unknown_option(product: Product, option: str) -> tuple[Part, ...]:
    """Say that an option does not exist and list what there is."""
    there = tuple(one for one in product.variants if one.price is not None)
    return (
        problem(Say.UNKNOWN_OPTION, product=product.name, option=option, variants=choices(there)),
    )


def _no_such_option(conversation: Conversation, product: Product, reading: Reading) -> Step | None:
    there = tuple(one for one in product.variants if one.price is not None)
    if reading.unknown_option is not None:
        parts = unknown_option(product, reading.unknown_option)
    elif reading.options and not reading.variant_ids:
        say = Say.NO_SUCH_COMBINATION
        parts = (problem(say, product=product.name, variants=choices(there)),)
    else:
        return None
    stock = tuple(one.id for one in there if one.available > 0)
    if len(product.variants) > 1 and stock:
        quantity = conversation.wanted_quantity or 1
        parts = (*parts, VariantPicker(product, stock, quantity))
    return Step(conversation, parts)


def _candidates(
    conversation: Conversation, product: Product, reading: Reading
) -> tuple[Variant, ...]:
    sold = tuple(one for one in product.variants if one.price is not None)
    if not product.available_for_purchase:
        return ()
    narrowed = conversation.narrowed if conversation.stage in _LOOKING_AT else ()
    meant = _meant(conversation, sold)
    if reading.variant_ids:
        said = tuple(one for one in sold if one.id in reading.variant_ids)
        said = tuple(one for one in said if one.id in narrowed) or said
        return alike(conversation, said, reading) or said
    if meant is not None:
        return (meant,)
    return tuple(one for one in sold if one.id in narrowed) or sold


def _meant(
    conversation: Conversation, sold: tuple[Variant, ...], *, held_too: bool = False
) -> Variant | None:
    """Return the variant that was spoken of last, unless another is being chosen or it was bought."""
    known = conversation.meant_id
    if conversation.stage == Stage.CHOOSING or known is None:
        return None
    if held(conversation, known) and not held_too:
        return None
    return next((one for one in sold if one.id == known), None)


def alike(
    conversation: Conversation, said: tuple[Variant, ...], reading: Reading
) -> tuple[Variant, ...]:
    """Return of those that were said what is like the one spoken of last in all that was not: "and in L?" is blue, too."""
    product = conversation.product
    meant = _meant(conversation, product.variants, held_too=reading.alike) if product else None
    if meant is None or len(said) == 1:
        return ()
    slugs = {slug for slug, _ in reading.options}
    kept = {one for one in meant.attributes if one.slug not in slugs}
    return tuple(one for one in said if kept <= set(one.attributes))


def _ask_which(conversation: Conversation, good: tuple[Variant, ...]) -> Step:
    asking = replace(conversation, narrowed=tuple(one.id for one in good))
    return pick(asking if asking.stage in SETTLING else to(asking, Stage.CHOOSING))


def _offer(conversation: Conversation, product: Product, variant: Variant) -> Step:
    if variant.price is None:
        return Step(conversation)
    offered = offering(conversation, Offered.BUY, variant.id)
    say = text(Say.OFFER_BUY, item=item(product, variant), price=variant.price)
    return Step(offered, (say, quick(YES)))


def _wanting(conversation: Conversation, reading: Reading) -> Conversation:
    if reading.quantity is None:
        return conversation
    return replace(conversation, wanted_quantity=reading.quantity)


def _quantity(conversation: Conversation, reading: Reading, variant: Variant) -> int:
    if reading.every:
        most = min(variant.available, variant.limit_per_customer or MOST)
        return max(most - held(conversation, variant.id), LEAST)
    if reading.quantity is not None:
        return reading.quantity
    return conversation.wanted_quantity or 1
