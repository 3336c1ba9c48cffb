"""Understands a shopper's words by rules: no network, no model, always there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from agentpay_plugin.conversation.reading import Intent, Reading, ReadingContext, Topic, Wish
from agentpay_plugin.language import guiding, wishes
from agentpay_plugin.language.comparing import find_compared
from agentpay_plugin.language.countries import country_in, is_country
from agentpay_plugin.language.english import ENGLISH
from agentpay_plugin.language.heard import Heard, Meaning, hear
from agentpay_plugin.language.lexicon import Lexicon
from agentpay_plugin.language.places import find_postal_code, find_town
from agentpay_plugin.language.portuguese import PORTUGUESE
from agentpay_plugin.language.questions import question
from agentpay_plugin.language.shop_questions import group, of_the_shop, suggestion
from agentpay_plugin.language.spanish import SPANISH
from agentpay_plugin.language.words import tokens

LEXICONS: dict[str, Lexicon] = {
    lexicon.locale: lexicon for lexicon in (ENGLISH, PORTUGUESE, SPANISH)
}

# The first rule that has something to say decides.
RULES: Sequence[Callable[[Heard], Meaning | None]] = (
    guiding.goodbye,
    wishes.talk,
    wishes.person,
    guiding.help_wanted,
    suggestion,
    of_the_shop,
    wishes.promo,
    guiding.unnamed_code,
    wishes.pays_otherwise,
    wishes.payment,
    wishes.cancel,
    wishes.agreement,
    guiding.changes,
    wishes.cart,
    wishes.postponed,
    wishes.pay_by,
    wishes.check_out,
    wishes.unpaid,
    wishes.give_back,
    wishes.undecided,
    wishes.order_status,
    wishes.refusal,
    group,
    wishes.buy,
    wishes.search,
    question,
    guiding.more_goods,
    wishes.options_alone,
    wishes.thanks,
    guiding.within_budget,
    guiding.goods_alone,
    wishes.other_question,
)

_GUESSED = 0.4  # the confidence of what another language may know better
_UNCLEAR = Meaning(Intent.GENERAL, _GUESSED, "no rule fits")


_CLEARLY = 2  # words more that another language knows: the message is in that one


class RulesLanguage:
    """Implements the port Language. Holds nothing; the words are in one Lexicon per language."""

    def read(self, text: str, context: ReadingContext) -> Reading:
        """Return what is understood of a message; never raises on any text.

        It is read in the locale's language, and in another one that knows more of its words.
        """
        own = lexicon_for(context.locale)
        heard, meaning = _understood(text, context, own)
        for other in _likelier(text, own, _CLEARLY if meaning.confidence > _GUESSED else 1):
            elsewhere, meant = _understood(text, context, other)
            if meant.confidence > _GUESSED:
                return _reading(elsewhere, meant)
        return _reading(heard, meaning)


def lexicon_for(locale: str) -> Lexicon:
    """Return the words of a BCP 47 locale's language; English where there are none."""
    return LEXICONS.get(locale.replace("_", "-").partition("-")[0].lower(), ENGLISH)


def _understood(text: str, context: ReadingContext, lexicon: Lexicon) -> tuple[Heard, Meaning]:
    heard = hear(text, context, lexicon)
    return heard, next((found for rule in RULES if (found := rule(heard))), _UNCLEAR)


def _likelier(text: str, own: Lexicon, margin: int) -> list[Lexicon]:
    """Return the languages that know at least `margin` words more than `own`, the best first."""
    words = tokens(text)
    known = {name: len(words & lexicon.vocabulary) for name, lexicon in LEXICONS.items()}
    least = known[own.locale] + margin
    best_first = sorted(known, key=lambda name: -known[name])
    return [LEXICONS[name] for name in best_first if known[name] >= least]


def _reading(heard: Heard, meaning: Meaning) -> Reading:
    text, lexicon = heard.words.text, heard.lexicon
    return Reading(
        intent=meaning.intent,
        confidence=meaning.confidence,
        reasoning=meaning.reasoning,
        wish=meaning.wish,
        topic=meaning.topic,
        attribute=meaning.attribute,
        options=heard.options.chosen,
        unknown_option=heard.options.unknown if meaning.wish is not Wish.SEARCH else None,
        variant_ids=heard.options.variant_ids,
        quantity=heard.quantity,
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
    )


def _country(heard: Heard) -> str | None:
    locale, lexicon = heard.context.locale, heard.lexicon
    is_own = lexicon is lexicon_for(locale)
    return country_in(heard.words.text, locale if is_own else lexicon.locale)


def _town(heard: Heard) -> str | None:
    town = find_town(heard.words.text, heard.lexicon)
    return None if town and is_country(town, heard.lexicon.locale) else town
