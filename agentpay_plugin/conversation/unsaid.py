"""What the shop does not say of a product: told so, with what it does say."""

from __future__ import annotations

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.parts import Part
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.replies import PERSON, quick, text
from agentpay_plugin.conversation.state import Conversation

_SHORT = 240  # characters of a description


def not_known() -> tuple[Part, ...]:
    """Say that it is not known, and offer a person."""
    return text(Say.NOT_KNOWN), quick(PERSON)


def not_said(conversation: Conversation) -> tuple[Part, ...]:
    """Say that it is not known of the product in focus, what the shop says of that, and offer a person."""
    product = conversation.product
    told = facts(product) if product is not None else ()
    if product is None or not told:
        return not_known()
    return text(Say.NOT_SAID, product=product.name), *told, quick(PERSON)


def facts(product: Product) -> tuple[Part, ...]:
    """Return what the shop says of a product: its description, and what holds for all its variants."""
    described = short(product.description)
    quoted = (text(Say.DESCRIPTION_SAYS, words=described),) if described else ()
    return quoted + tuple(
        text(Say.ATTRIBUTE_IS, name=one.name, values=one.values)
        for one in product.attributes
        if one.values
    )


def short(description: str) -> str:
    """Return a description, cut between words where it is long."""
    words = description.strip()
    return words if len(words) <= _SHORT else words[:_SHORT].rsplit(" ", 1)[0] + " …"
