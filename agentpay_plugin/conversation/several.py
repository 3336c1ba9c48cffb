"""Several wishes of one message, played one after the other: which may follow, and the one reply they make."""

from __future__ import annotations

from collections.abc import Iterable

from agentpay_plugin.conversation.parts import (
    CartSummary,
    DeliveryPicker,
    DetailsForm,
    Notice,
    NoticeKind,
    Part,
    QuickReplies,
    Quote,
    Text,
    VariantPicker,
)
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Offered, Reading, Wish
from agentpay_plugin.conversation.state import Conversation, Stage

AT_MOST = 6

_GOES_ON = (Wish.CHECK_OUT, Wish.PAY_BY)
_WAYS_ON = (QuickReplies, VariantPicker, DetailsForm, DeliveryPicker, Quote)
# What a reply ends with when nothing more was wished for.
_OFFERS = (Say.OFFER_CHECK_OUT, Say.OFFER_BUY_ANY, Say.ANYTHING_ELSE, Say.PAY_HINT)


def may_follow(conversation: Conversation, said: Iterable[Part], reading: Reading) -> bool:
    """Tell whether a further wish is played after what was `said` to those before it.

    Nobody is led to the check-out past a question or a problem that they have not seen yet.
    """
    if reading.wish is Wish.NONE and not (reading.options or reading.variant_ids):
        return False
    if reading.wish not in _GOES_ON:
        return True
    is_asked = conversation.stage is Stage.CHOOSING or conversation.offered in (
        Offered.BUY,
        Offered.ANOTHER_QUANTITY,
    )
    return not is_asked and not any(
        isinstance(part, Notice) and part.kind is NoticeKind.PROBLEM for part in said
    )


def joined(said: tuple[Part, ...], more: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return one reply: what leads on is shown once, at its end, and the cart as it is in the end."""
    leads_on = any(isinstance(part, _WAYS_ON) for part in more)
    shows_cart = any(isinstance(part, CartSummary | Quote) for part in more)
    kept = tuple(
        part
        for part in said
        if part not in more
        and not (leads_on and _leads_on(part))
        and not (shows_cart and isinstance(part, CartSummary))
    )
    return kept + more


def _leads_on(part: Part) -> bool:
    if isinstance(part, Text):
        return part.phrase.say in _OFFERS
    return isinstance(part, QuickReplies)
