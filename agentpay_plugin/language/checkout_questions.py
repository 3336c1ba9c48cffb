"""Questions about the way to an order: tax, what is due in all, the address, gift cards as money, instalments."""

from __future__ import annotations

from agentpay_plugin.conversation.reading import OF_WAY, WITH_PRICE, Intent, Topic, Wish
from agentpay_plugin.language.heard import Heard, Meaning
from agentpay_plugin.language.questions import topic_of

_TOPICS = (
    ("asks_tax", Topic.TAX),
    ("asks_details", Topic.DETAILS),
    ("asks_gift_card", Topic.GIFT_CARD),
    ("asks_installments", Topic.INSTALLMENTS),
)


_TRUST, _OF_WAY = "asks_trust", "asks_of_way"
_FEW = 2  # words: "installments", "with tax"
_SAID_ALONE = (Topic.TAX, Topic.INSTALLMENTS)


def of_the_check_out(heard: Heard) -> Meaning | None:
    """Return what is asked of the way to an order; what is due is shown with the cart."""
    if heard.promo_code is not None or heard.order_number is not None:
        return None
    if heard.says(_TRUST) and heard.is_asking:
        why = "asks whether the shop can be trusted"
        return Meaning(Intent.PRODUCT_QUESTION, 0.85, why, Wish.ASK, Topic.PAYMENT)
    if heard.says(_OF_WAY):
        why = "asks about a way to deliver"
        return Meaning(
            Intent.PRODUCT_QUESTION, 0.85, why, Wish.ASK, Topic.DELIVERY, attribute=OF_WAY
        )
    topic = next((topic for name, topic in _TOPICS if heard.says(name)), None)
    few = len(heard.words.items) <= _FEW
    if topic is not None and (heard.is_asking or (few and topic in _SAID_ALONE)):
        why = f"asks about {topic}"
        return Meaning(Intent.PRODUCT_QUESTION, 0.85, why, Wish.ASK, topic)
    if _lines(heard) and heard.says("asks_due") and heard.says("with_delivery"):
        why = "asks for the total with delivery"
        return Meaning(Intent.PRODUCT_QUESTION, 0.85, why, Wish.ASK, Topic.TOTAL)
    is_more = heard.says("extra_fees")
    is_due = is_more or heard.says("asks_due")
    with_more = is_more or topic_of(heard) is Topic.DELIVERY
    if heard.context.product is not None and is_due and with_more and not _lines(heard):
        why = "asks what comes on top of the price"
        return Meaning(
            Intent.PRODUCT_QUESTION, 0.8, why, Wish.ASK, Topic.DELIVERY, attribute=WITH_PRICE
        )
    if _lines(heard) and is_due:
        return Meaning(Intent.PURCHASE_INTENT, 0.8, "asks what is due", Wish.SHOW_CART)
    return None


def _lines(heard: Heard) -> bool:
    return heard.context.cart is not None and bool(heard.context.cart.lines)
