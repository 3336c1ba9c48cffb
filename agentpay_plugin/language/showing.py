"""Rules for what is on the screen: others, cheaper ones, what goes with it, one of several, the same in red."""

from __future__ import annotations

from agentpay_plugin.conversation.reading import Intent, Order, ReadingContext, Topic, Wish
from agentpay_plugin.language.comparing import find_compared
from agentpay_plugin.language.heard import Heard, Meaning
from agentpay_plugin.language.questions import attribute_of, topic_of
from agentpay_plugin.language.words import BREAK, name_words

_OF_NO_GOODS = (Topic.PAYMENT, Topic.DELIVERY, Topic.RETURNS)
_SHOES = range(15, 61)  # sizes in figures
_WISHES = (
    ("asks_cheaper", Wish.CHEAPER, "wants something cheaper"),
    ("asks_beside", Wish.BESIDE, "asks what goes with it"),
    ("asks_like", Wish.SIMILAR, "wants something like it"),
    ("asks_more", Wish.MORE, "wants to see more"),
    ("finds_dear", Wish.CHEAPER, "finds it expensive"),
    ("asks_if_all", Wish.MORE, "asks whether that is all"),
)
_IF_ASKED = {
    "finds_dear": False,
    "asks_if_all": True,
}  # what is meant so only with, or without, a question mark


def of_those_shown(heard: Heard) -> Meaning | None:
    """Several that are shown are to be compared: "which is lighter?", "the difference between the two"."""
    shown, topic = heard.context.shown, topic_of(heard)
    is_said = heard.says("compares_shown") and not heard.says("of_all")
    if not shown or topic in _OF_NO_GOODS or not is_said:
        return None
    in_all = heard.says("compares_all")
    attribute, _ = attribute_of(heard)
    is_price = topic is Topic.PRICE or order_of(heard) is not None
    if is_price or in_all:
        topic = Topic.PRICE if is_price else None
    else:
        topic = Topic.ATTRIBUTE if attribute else Topic.DESCRIPTION
    return Meaning(
        Intent.PRODUCT_QUESTION,
        0.85,
        "compares what is shown",
        Wish.ASK,
        topic,
        attribute=attribute,
        compare=tuple(one.name for one in shown),
    )


def others(heard: Heard) -> Meaning | None:
    """Something else than what is shown is wanted: more of it, like it, cheaper than it, to go with it."""
    context = heard.context
    if not _is_looking(context) or heard.budget is not None or heard.promo_code is not None:
        return None
    if topic_of(heard) in _OF_NO_GOODS or heard.is_elsewhere or heard.says("cannot_buy"):
        return None
    if find_compared(heard.words, heard.lexicon, context.product):
        return None
    asked = heard.words.has_question_mark
    for name, wish, why in _WISHES:
        if heard.says(name) and _IF_ASKED.get(name, asked) is asked:
            return Meaning(Intent.PRODUCT_QUESTION, 0.85, why, wish)
    return None


def narrowed(heard: Heard) -> Meaning | None:
    """Those that were found are to be sorted, or held to an option: "sort by price", "only in size 42", "and in red?"."""
    context = heard.context
    if not context.shown or heard.words.email:
        return None
    if heard.says("sorts"):
        return _narrows("")
    focus = context.product
    if focus is not None and (focus in context.shown or heard.speaks_of_options):
        return None
    wanted = _options_alone(heard)
    return _narrows(wanted) if wanted else None


def by_price(heard: Heard) -> Meaning | None:
    """The cheapest or the dearest of some goods, or of all: "cheapest mug", "the most expensive thing you have"."""
    of_all = heard.says("of_all")
    mention = None if of_all else heard.mention("goods_by_price")
    is_said = heard.says("goods_by_price") and (mention or of_all or heard.says("any_goods"))
    if not is_said or order_of(heard) is None or heard.is_elsewhere:
        return None
    if topic_of(heard) in _OF_NO_GOODS or not heard.context.is_looking:
        return None
    if mention and not heard.lexicon.not_goods.isdisjoint(name_words(mention)):
        return None
    wish = Wish.SEARCH if mention else Wish.SUGGEST
    return Meaning(Intent.PRODUCT_QUESTION, 0.8, "wants goods by price", wish, mention=mention)


def anything_that(heard: Heard) -> Meaning | None:
    """Anything that is so, whatever it is: "anything vegan?", "algo impermeável"."""
    mention = heard.mention("anything_that")
    if mention is None or heard.is_elsewhere or heard.budget is not None:
        return None
    if not heard.lexicon.not_goods.isdisjoint(name_words(mention)):
        return None
    return Meaning(
        Intent.PRODUCT_QUESTION, 0.75, "wants anything that is so", Wish.SEARCH, mention=mention
    )


def order_of(heard: Heard) -> Order | None:
    """Return by what goods are to be sorted."""
    if heard.says("most_price"):
        return Order.DEAREST
    return Order.CHEAPEST if heard.says("least_price") or heard.says("sorts") else None


def _is_looking(context: ReadingContext) -> bool:
    return bool(context.is_looking and (context.shown or context.product))


def _narrows(wanted: str) -> Meaning:
    why = "narrows what was found"
    return Meaning(Intent.PRODUCT_QUESTION, 0.8, why, Wish.SEARCH, narrows=wanted)


def _options_alone(heard: Heard) -> str:
    """Return the colour and the size that a message consists of, in the words that a search reads."""
    lexicon, said = heard.lexicon, heard.words
    named, spare = list[str](), _spare(heard)
    for at, word in enumerate(said.items):
        is_number = word.isdecimal() and int(word) in _SHOES
        if word in lexicon.colours:
            named.append(said.written(at, at + 1))
        elif word in lexicon.sizes or word in lexicon.option_aliases or is_number:
            named.append(f"size {word}")
        elif word not in spare:
            return ""
    return " ".join(named)


def _spare(heard: Heard) -> frozenset[str]:
    lexicon = heard.lexicon
    names = lexicon.attributes["size"] | lexicon.attributes["color"] | lexicon.size_numbers
    words = lexicon.stop | lexicon.polite | lexicon.pronouns | lexicon.states | lexicon.one_of
    words |= lexicon.corrections | lexicon.waits
    return words | names | lexicon.articles | lexicon.inside | lexicon.comes_in | {BREAK}
