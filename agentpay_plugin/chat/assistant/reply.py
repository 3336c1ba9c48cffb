"""The reply of a model turn: its checked prose, and the cards that its tools brought, joined by us."""

from __future__ import annotations

from collections.abc import Iterable

from agentpay_plugin.chat.assistant.telling import is_quote
from agentpay_plugin.conversation import parts as kinds
from agentpay_plugin.conversation.parts import Part, Phrase, Text
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.replies import text

_MOST_PRODUCTS = 5
_MOST_QUOTES = 2
_WITH_FIGURES = (
    kinds.ProductCard,
    kinds.VariantPicker,
    kinds.CartSummary,
    kinds.Quote,
    kinds.DeliveryPicker,
    kinds.OrderStatus,
)
# Of these the last one counts: what came before is not so any more.
_ONE_OF = (
    kinds.VariantPicker,
    kinds.CartSummary,
    kinds.DetailsForm,
    kinds.DeliveryPicker,
    kinds.Quote,
    kinds.PaymentRequest,
    kinds.OrderStatus,
    kinds.QuickReplies,
)


# Said by us in any case: a "yes" answers just this.
_OURS = (Say.OFFER_BUY,)


def joined(prose: str, *, was_caught: bool, brought: Iterable[Part]) -> tuple[Part, ...]:
    """Return the parts of the message. Without prose the engine's own words tell what was done."""
    brought = tuple(brought)
    shown = cards(brought)
    quotes = tuple(part for part in brought if is_quote(part))[:_MOST_QUOTES]
    engines = (part for part in brought if isinstance(part, Text) and not is_quote(part))
    said = (p for p in engines if p.phrase.say not in _OURS)
    words = (says(prose),) if prose else (*said, *quotes)
    # What a model could not say of it the shop's own words say.
    instead = (quotes if prose and quotes else _instead(shown)) if was_caught else ()
    return (*words, *instead, *shown)


def says(words: str) -> Text:
    """Return a model's checked prose as a part."""
    return Text(Phrase(Say.ASSISTANT_SAYS, {"words": words}))


def cards(brought: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return cards and notices, each kind as it is now, the buttons last."""
    all_parts = [part for part in brought if not isinstance(part, Text) or part.phrase.say in _OURS]
    last = {type(part): part for part in all_parts}
    if kinds.Quote in last:
        last.pop(kinds.CartSummary, None)
    kept: list[Part] = []
    for part in all_parts:
        if isinstance(part, _ONE_OF):
            if last.get(type(part)) is part and not isinstance(part, kinds.QuickReplies):
                kept.append(part)
        elif part not in kept:
            kept.append(part)
    products = [part for part in kept if isinstance(part, kinds.ProductCard)]
    dropped = _doubles(products)
    buttons = last.get(kinds.QuickReplies)
    return (*(one for one in kept if one not in dropped), *((buttons,) if buttons else ()))


def _doubles(products: list[kinds.ProductCard]) -> list[Part]:
    """Of one product the last card counts, and of many products the last few."""
    newest = {card.product.id: card for card in products}
    shown = list(newest.values())[-_MOST_PRODUCTS:]
    return [card for card in products if not any(card is one for one in shown)]


def _instead(shown: Iterable[Part]) -> tuple[Part, ...]:
    """Return what is said in the place of sentences that were not let through."""
    has_figures = any(isinstance(part, _WITH_FIGURES) for part in shown)
    return (text(Say.ASSISTANT_SEE_CARDS if has_figures else Say.ASSISTANT_NOT_SURE),)
