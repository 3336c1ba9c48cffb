"""Which stage may follow which: one table. Staying where one is is always legal."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.reading import Offered
from agentpay_plugin.conversation.state import Conversation, Stage
from agentpay_plugin.conversation.wanted import Wanted
from agentpay_plugin.errors import IllegalMove

_SETTLED = frozenset({Stage.PAID, Stage.ORDERED})  # a late payment may arrive at any time
_BACK = frozenset({Stage.BROWSING, Stage.CHOOSING, Stage.SHOPPING})  # looking on is always possible

MOVES: dict[Stage, frozenset[Stage]] = {
    Stage.BROWSING: _BACK | {Stage.DETAILS} | _SETTLED,
    Stage.CHOOSING: _BACK | {Stage.DETAILS} | _SETTLED,
    Stage.SHOPPING: _BACK | {Stage.DETAILS, Stage.DELIVERY, Stage.QUOTED, Stage.PAYING} | _SETTLED,
    Stage.DETAILS: _BACK | _SETTLED,
    Stage.DELIVERY: _BACK | {Stage.DETAILS} | _SETTLED,
    Stage.QUOTED: _BACK | {Stage.DETAILS, Stage.OPENING, Stage.PAYING} | _SETTLED,
    Stage.OPENING: _BACK | {Stage.QUOTED, Stage.PAYING} | _SETTLED,
    Stage.PAYING: _BACK | {Stage.QUOTED} | _SETTLED,
    Stage.PAID: _BACK | {Stage.ORDERED},
    Stage.ORDERED: _BACK,
}


def to(conversation: Conversation, stage: Stage) -> Conversation:
    """Return the conversation at `stage`. Raises IllegalMove when the table does not allow it.

    A quote counts only while it is the thing to be confirmed: leaving QUOTED forgets it, and how it was to be paid.
    """
    if stage == conversation.stage:
        return conversation
    if stage not in MOVES[conversation.stage]:
        raise IllegalMove(f"{conversation.stage} -> {stage}")
    quoted = conversation.quoted_version if stage == Stage.QUOTED else None
    return replace(conversation, stage=stage, quoted_version=quoted, tax_id_for=None)


def at_rest(conversation: Conversation) -> Conversation:
    """Return the conversation where nothing is being asked: shopping when the cart holds something."""
    filled = conversation.cart is not None and bool(conversation.cart.lines)
    return to(conversation, Stage.SHOPPING if filled else Stage.BROWSING)


def showing(
    conversation: Conversation, found: tuple[Product, ...], sought: Wanted | None = None
) -> Conversation:
    """Return the conversation in which `found` are on the screen: of several, "it" is none that was spoken of before."""
    meant_id = conversation.meant_id if len(found) <= 1 else None
    return replace(conversation, found=found, sought=sought, meant_id=meant_id)


def offering(
    conversation: Conversation,
    offered: Offered,
    variant_id: str | None = None,
    quantity: int | None = None,
) -> Conversation:
    """Return the conversation in which a "yes" means what was just offered."""
    return replace(
        conversation,
        offered=offered,
        offered_variant_id=variant_id,
        offered_quantity=quantity,
        meant_id=variant_id or conversation.meant_id,
    )
