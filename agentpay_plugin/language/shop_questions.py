"""Questions of the shop itself rather than of its goods: what it sells, when it is open, where it is."""

from __future__ import annotations

from agentpay_plugin.conversation.reading import Intent, Topic, Wish
from agentpay_plugin.language.heard import Heard, Meaning
from agentpay_plugin.language.questions import attribute_of

_TOPICS = (
    ("asks_goods", Topic.GOODS),
    ("asks_hours", Topic.HOURS),
    ("asks_location", Topic.LOCATION),
    ("asks_contact", Topic.CONTACT),
    ("asks_sizes", Topic.SIZES),
    ("asks_promotions", Topic.PROMOTIONS),
)
_ABOUT_GOODS = (Topic.GOODS, Topic.SIZES, Topic.PROMOTIONS)


def suggestion(heard: Heard) -> Meaning | None:
    """Return that something is to be suggested, for somebody or for some occasion."""
    buys_this = heard.context.product is not None and heard.says("buys")
    if not heard.says("asks_suggestion") or buys_this:
        return None
    why = "wants a suggestion"
    return Meaning(Intent.PRODUCT_QUESTION, 0.8, why, Wish.SUGGEST)


def group(heard: Heard) -> Meaning | None:
    """Return the collection or category that is to be shown: "what is in summer picks?"."""
    mention = heard.mention("names_group")
    if mention is None or heard.is_elsewhere or heard.context.product is not None:
        return None
    why = "wants to see a collection"
    return Meaning(Intent.PRODUCT_QUESTION, 0.7, why, Wish.SEARCH, mention=mention)


def of_the_shop(heard: Heard) -> Meaning | None:
    """Return what is asked of the shop; its collection points are a matter of delivery."""
    topic = next((topic for name, topic in _TOPICS if heard.says(name)), None)
    if topic is None or heard.promo_code is not None or heard.says("buys"):
        return None
    if heard.order_number is not None or heard.says("order_status"):
        return None
    if topic is Topic.LOCATION and heard.context.product and attribute_of(heard)[0] == "origin":
        return None
    intent = Intent.PRODUCT_QUESTION if topic in _ABOUT_GOODS else Intent.GENERAL
    return Meaning(intent, 0.85, f"asks the shop about {topic}", Wish.ASK, topic)
