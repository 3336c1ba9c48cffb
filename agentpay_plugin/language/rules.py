"""Understands a shopper's words by rules: no network, no model, always there."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.reading import Reading, ReadingContext, Topic, Wish
from agentpay_plugin.language import guiding
from agentpay_plugin.language.avoiding import avoided
from agentpay_plugin.language.comparing import find_compared
from agentpay_plugin.language.countries import country_in, is_country
from agentpay_plugin.language.deciding import LEXICONS, lexicon_for, understood
from agentpay_plugin.language.enumerating import others_named
from agentpay_plugin.language.heard import Heard, Meaning
from agentpay_plugin.language.places import find_postal_code, find_town
from agentpay_plugin.language.referring import named, pointed_at
from agentpay_plugin.language.second_thoughts import settled
from agentpay_plugin.language.several import orders, several
from agentpay_plugin.language.showing import order_of

_LOOKS = (Wish.SEARCH, Wish.SUGGEST)
# What a product that is called by its place can be meant in.
_OF_ONE = (Wish.BUY, Wish.ASK, Wish.NONE, Wish.SEARCH, Wish.SIMILAR, Wish.CHEAPER, Wish.BESIDE)

__all__ = ["LEXICONS", "RulesLanguage", "lexicon_for"]


class RulesLanguage:
    """Implements the port Language. Holds nothing; the words are in one Lexicon per language."""

    def read(self, text: str, context: ReadingContext) -> Reading:
        """Return what is understood of a message; never raises on any text."""
        if not context.is_piece and (words := settled(text, context)) is not None:
            reading = _of_one_shown(words, context) or _read(words, context)
            return replace(reading, words=reading.words or words)
        return _of_one_shown(text, context) or _read(text, context)


def _of_one_shown(text: str, context: ReadingContext) -> Reading | None:
    """Read a message in the light of the one product of those shown that it speaks of, if it does."""
    found = pointed_at(text, context)
    if found is not None:
        reading = _read(found.words, replace(context, product=found.product, shown=()))
        if found.alone and reading.wish is Wish.ASK:
            reading = replace(reading, wish=Wish.NONE, topic=None)
        return _about(found.product, reading)
    if not context.shown:
        return None
    first = _read(text, context)
    lexicon = lexicon_for(context.locale)
    product = named(first.product_mention or "", context.shown, lexicon)
    if product is None or first.order is not None or first.wish not in _OF_ONE:
        return first
    return _about(product, _read(text, replace(context, product=product, shown=()))) or first


def _about(product: Product, reading: Reading) -> Reading | None:
    """Return a reading that is about a product, unless it is about something else, such as a line of the cart."""
    if reading.wish not in _OF_ONE or reading.product_mention or reading.email:
        return None
    reading = replace(reading, about=product.id)
    return reading if reading.wish is Wish.BUY else replace(reading, yes=None)


def _read(text: str, context: ReadingContext) -> Reading:
    whole = understood(text, context)
    pieces = () if context.is_piece else several(*whole)
    if not pieces:
        return _reading(*whole)
    first, *others = pieces
    ordering = any(map(orders, pieces))
    beside = replace(context, is_piece=True, ordering=ordering)
    reading = _reading(*understood(first.words, beside))
    also = tuple(one.words for one in others)
    return replace(reading, words=first.words, also=also, ordering=ordering)


def _reading(heard: Heard, meaning: Meaning) -> Reading:
    text, lexicon = heard.words.text, heard.lexicon
    return Reading(
        intent=meaning.intent,
        confidence=meaning.confidence,
        reasoning=meaning.reasoning,
        wish=meaning.wish,
        topic=meaning.topic,
        subject=meaning.subject,
        attribute=meaning.attribute,
        options=meaning.options or heard.options.chosen,
        unknown_option=heard.options.unknown if meaning.wish is not Wish.SEARCH else None,
        variant_ids=_variants(heard, meaning),
        quantity=heard.quantity if meaning.quantity is None else meaning.quantity,
        email=heard.words.email,
        promo_code=heard.promo_code if meaning.code is None else meaning.code,
        product_mention=meaning.mention,
        country=_country(heard) if meaning.topic is Topic.DELIVERY else None,
        yes=meaning.yes,
        pick=guiding.pick(heard),
        method=meaning.method,
        budget=heard.budget,
        order_number=heard.order_number,
        compare=meaning.compare or find_compared(heard.words, lexicon, heard.context.product),
        narrows=meaning.narrows,
        avoid=meaning.avoid or (avoided(heard) if meaning.wish in _LOOKS else ""),
        others=_others(heard, meaning),
        order=order_of(heard) if _sorts(meaning) else None,
        postal_code=find_postal_code(text, lexicon),
        city=_town(heard),
        ordering=heard.context.ordering,
        alike=heard.options.named and heard.says("like_the_last"),
        more=meaning.more,
        times=meaning.times,
        every=meaning.every,
    )


def _variants(heard: Heard, meaning: Meaning) -> tuple[str, ...]:
    """Return the variants that are meant; of a cart to be emptied only what was said to stay does."""
    if meaning.variant_ids or meaning.wish is Wish.EMPTY_CART:
        return meaning.variant_ids
    return heard.options.variant_ids


def _others(heard: Heard, meaning: Meaning) -> tuple[str, ...]:
    is_search = meaning.wish in (Wish.SEARCH, Wish.NONE) and not heard.context.is_piece
    return others_named(heard, meaning.mention) if is_search and meaning.mention else ()


def _sorts(meaning: Meaning) -> bool:
    return meaning.wish in _LOOKS or bool(meaning.compare)


def _country(heard: Heard) -> str | None:
    locale, lexicon = heard.context.locale, heard.lexicon
    is_own = lexicon is lexicon_for(locale)
    return country_in(heard.words.text, locale if is_own else lexicon.locale)


def _town(heard: Heard) -> str | None:
    town = find_town(heard.words.text, heard.lexicon)
    return None if town and is_country(town, heard.lexicon.locale) else town
