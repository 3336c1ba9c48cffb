"""Questions about a product: what they are about, and which attribute they name."""

from __future__ import annotations

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.reading import Intent, Topic, Wish
from agentpay_plugin.language.heard import Heard, Meaning
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.option_names import attributes_of
from agentpay_plugin.language.words import BREAK, name_words

_SEARCHABLE = (Topic.PRICE, Topic.STOCK, Topic.OPTIONS, Topic.DESCRIPTION)
METHODS = ("card", "pix")  # the expressions are called by_card and by_pix
OTHER = "other"  # a way to pay that is none of these
_FEW_WORDS = 2  # "refund policy": a subject alone is a question; "express delivery" may be a choice


def question(heard: Heard) -> Meaning | None:
    """Return what is asked of a product, by what the question speaks of."""
    topic = topic_of(heard)
    attribute, tells_variants_apart = attribute_of(heard)
    if not _is_question(heard, topic, attribute):
        return None
    if topic in (None, Topic.OTHER, Topic.DESCRIPTION, Topic.OPTIONS) and attribute:
        topic = _kind(heard, attribute, tells_variants_apart, topic)
    of_option = topic is Topic.OPTIONS and attribute in dict(heard.options.chosen)
    if (topic is Topic.OTHER or of_option) and _comes_in(heard):
        topic = Topic.STOCK
    mention = heard.mention("searches") if topic in _SEARCHABLE else None
    if mention and not heard.lexicon.not_goods.isdisjoint(name_words(mention)):
        mention = None
    return Meaning(
        intent=Intent.PRODUCT_QUESTION,
        confidence=0.9 if heard.is_asking else 0.75,
        reasoning=f"asks about {topic}" if topic else "asks",
        wish=Wish.SEARCH if mention else Wish.ASK,
        topic=topic,
        attribute=attribute if topic in (Topic.ATTRIBUTE, Topic.OPTIONS) else None,
        mention=mention,
        method=_method(heard) if topic is Topic.PAYMENT else None,
    )


def _comes_in(heard: Heard) -> bool:
    """Tell "does it come in blue?", in which nothing but options is asked for."""
    lexicon, claimed = heard.lexicon, heard.options.claimed
    spare = lexicon.stop | lexicon.polite | lexicon.pronouns | lexicon.comes_in | lexicon.articles
    spare |= lexicon.attribute_names
    rest = {word for at, word in enumerate(heard.words.items) if at not in claimed}
    return heard.options.named and rest <= spare | {BREAK}


def _method(heard: Heard) -> str | None:
    """Return the one way to pay that is asked about."""
    named = [method for method in METHODS if heard.says(f"by_{method}")]
    named = named or [method for method in METHODS if method in heard.words.items]
    if not named and heard.says("by_other"):
        return OTHER
    return named[0] if len(named) == 1 else None


def _is_question(heard: Heard, topic: Topic | None, attribute: str | None) -> bool:
    if topic is None and attribute is None:
        return False
    if topic not in _SEARCHABLE[:3] and heard.is_elsewhere:
        return False
    if heard.is_asking:
        return True
    if heard.speaks_of_options and topic in (None, Topic.OPTIONS, Topic.OTHER):
        return False  # "size 42" answers rather than asks
    if topic in heard.lexicon.sure_topics:
        return True
    telling = [word for word in heard.words.items if word not in heard.lexicon.polite]
    return len(telling) <= (1 if topic is Topic.DELIVERY else _FEW_WORDS)


def topic_of(heard: Heard) -> Topic | None:
    return next(
        (topic for topic, words in heard.lexicon.topic_patterns if words.search(heard.plain)),
        None,
    )


def attribute_of(heard: Heard) -> tuple[str | None, bool]:
    """Return the slug of the attribute asked for and whether it tells the variants apart.

    An attribute the product does not have is named by its concept ("warranty").
    """
    product = heard.context.product
    for words, concept in heard.lexicon.attribute_patterns:
        if words.search(heard.plain):
            return _slug(product, concept, heard.lexicon)
    if product:
        said = set(heard.words.items)
        for slug, each in attributes_of(product).items():
            if set(name_words(each.name)) <= said:
                return slug, _is_variants(product, slug)
        for each in product.attributes if heard.is_asking else ():
            if any(set(name_words(value)) <= said for value in each.values):
                return each.slug, False
    return None, False


def _slug(product: Product | None, concept: str, lexicon: Lexicon) -> tuple[str, bool]:
    names = lexicon.attributes[concept]
    for slug, attribute in attributes_of(product).items() if product else ():
        if names & {*name_words(slug), *name_words(attribute.name)}:
            return slug, _is_variants(product, slug)
    return concept, False


def _is_variants(product: Product | None, slug: str) -> bool:
    variants = product.variants if product else ()
    return any(each.slug == slug for variant in variants for each in variant.attributes)


def _kind(heard: Heard, slug: str, tells_variants_apart: bool, topic: Topic | None) -> Topic:
    if tells_variants_apart:
        return Topic.OPTIONS
    product = heard.context.product
    is_known = product is not None and slug in attributes_of(product)
    return Topic.OPTIONS if topic is Topic.OPTIONS and not is_known else Topic.ATTRIBUTE
