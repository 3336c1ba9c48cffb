"""What the shop sells at large, and what there is instead of something that is sold out."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.commands import ReadGroups, ReadSimilar
from agentpay_plugin.conversation.doing import Listing, Suggesting
from agentpay_plugin.conversation.events import Event, Said
from agentpay_plugin.conversation.moves import showing
from agentpay_plugin.conversation.names import kept_short
from agentpay_plugin.conversation.parts import Notice, Part, ProductCard
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.replies import after, text
from agentpay_plugin.conversation.returning import back, remind
from agentpay_plugin.conversation.state import LOOKING, Action, Conversation, Stage, Step
from agentpay_plugin.conversation.wanted import Found, Groups, Wanted

_LOOKING = (*LOOKING, Stage.CHOOSING)


def groups_read(conversation: Conversation, groups: Groups) -> Step:
    """Tell by what the shop sorts its goods."""
    parts: tuple[Part, ...] = ()
    if groups.categories:
        parts = (text(Say.WE_SELL, values=groups.categories),)
    if groups.collections:
        parts = (*parts, text(Say.OUR_COLLECTIONS, values=groups.collections))
    parts = parts or (text(Say.NO_GROUPS),)
    return after(parts, remind(conversation), Action.QUESTION_ANSWERED)


def with_others(step: Step, event: Event) -> Step:
    """Look for something else where the product in focus was said to be sold out."""
    product = step.conversation.product
    is_free = not step.commands and step.conversation.stage in _LOOKING
    if product is None or not is_free or not _says_sold_out(step, product.name):
        return step
    wanted = Wanted("", event.text, event.reading.budget) if isinstance(event, Said) else Wanted()
    suggesting = replace(step.conversation, doing=Suggesting())
    return replace(step, conversation=suggesting, commands=(ReadSimilar(product.id, wanted),))


def similar(conversation: Conversation, wanted: Wanted, otherwise: Say = Say.NOTHING_LIKE) -> Step:
    """Look for what is like the product in focus, or goes with it; of no product, for what there is."""
    product = conversation.product
    if product is None:
        return Step(replace(conversation, doing=Listing()), commands=(ReadGroups(),))
    none = Say.NOTHING_BESIDE if wanted.beside else otherwise
    suggesting = replace(conversation, doing=Suggesting(none, wanted.beside))
    return Step(suggesting, commands=(ReadSimilar(product.id, wanted),))


def others_found(conversation: Conversation, doing: Suggesting, found: Found) -> Step:
    """Show what is in stock, only where it keeps what was required."""
    if not found.products or found.unmet:
        return _none_like(conversation, doing)
    shown = tuple(kept_short(one) for one in found.products)
    cards = tuple(ProductCard(one) for one in shown)
    return Step(
        showing(conversation, shown),
        (_lead(conversation, doing), *cards),
        action=Action.PRODUCT_SHOWN,
    )


def _lead(conversation: Conversation, doing: Suggesting) -> Part:
    name = conversation.product.name if conversation.product else ""
    if doing.beside:
        return text(Say.MAY_GO_WITH, product=name)
    return text(Say.OTHERS_IN_STOCK if doing.otherwise is None else Say.OTHERS_LIKE)


def _none_like(conversation: Conversation, doing: Suggesting) -> Step:
    if doing.otherwise is None:
        return Step(conversation)
    if doing.otherwise is Say.NONE_CHEAPER:
        return after((text(doing.otherwise),), back(conversation), Action.QUESTION_ANSWERED)
    listing = replace(conversation, doing=Listing())
    return Step(listing, (text(doing.otherwise),), (ReadGroups(),))


def _says_sold_out(step: Step, product: str) -> bool:
    notices = (part.phrase for part in step.parts if isinstance(part, Notice))
    return any(
        (phrase.say == Say.SOLD_OUT and phrase.params.get("product") == product)
        or (phrase.say == Say.OUT_OF_STOCK and phrase.params.get("item") == product)
        for phrase in notices
    )
