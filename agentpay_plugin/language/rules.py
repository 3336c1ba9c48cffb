"""Understands a shopper's words by rules: no network, no model, always there."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.conversation.reading import Reading, ReadingContext, Topic, Wish
from agentpay_plugin.language import guiding
from agentpay_plugin.language.comparing import find_compared
from agentpay_plugin.language.countries import country_in, is_country
from agentpay_plugin.language.deciding import LEXICONS, lexicon_for, understood
from agentpay_plugin.language.heard import Heard, Meaning
from agentpay_plugin.language.places import find_postal_code, find_town
from agentpay_plugin.language.second_thoughts import settled
from agentpay_plugin.language.several import orders, several

__all__ = ["LEXICONS", "RulesLanguage", "lexicon_for"]


class RulesLanguage:
    """Implements the port Language. Holds nothing; the words are in one Lexicon per language."""

    def read(self, text: str, context: ReadingContext) -> Reading:
        """Return what is understood of a message; never raises on any text."""
        if not context.is_piece and (words := settled(text, context)) is not None:
            return replace(self._read(words, context), words=words)
        return self._read(text, context)

    def _read(self, text: str, context: ReadingContext) -> Reading:
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
        attribute=meaning.attribute,
        options=meaning.options or heard.options.chosen,
        unknown_option=heard.options.unknown if meaning.wish is not Wish.SEARCH else None,
        variant_ids=meaning.variant_ids or heard.options.variant_ids,
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
        compare=find_compared(heard.words, lexicon),
        postal_code=find_postal_code(text, lexicon),
        city=_town(heard),
        ordering=heard.context.ordering,
        alike=heard.options.named and heard.says("like_the_last"),
        more=meaning.more,
        times=meaning.times,
        every=meaning.every,
    )


def _country(heard: Heard) -> str | None:
    locale, lexicon = heard.context.locale, heard.lexicon
    is_own = lexicon is lexicon_for(locale)
    return country_in(heard.words.text, locale if is_own else lexicon.locale)


def _town(heard: Heard) -> str | None:
    town = find_town(heard.words.text, heard.lexicon)
    return None if town and is_country(town, heard.lexicon.locale) else town
