"""The rules in their order, and the language that a message is read in. Standard library only: it works anywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from agentpay_plugin.conversation.reading import Intent, ReadingContext
from agentpay_plugin.language import avoiding, guiding, lines, showing, talking, wishes
from agentpay_plugin.language.checkout_questions import of_the_check_out
from agentpay_plugin.language.english import ENGLISH
from agentpay_plugin.language.heard import Heard, Meaning, hear
from agentpay_plugin.language.lexicon import Lexicon
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
    talking.order_change,
    talking.trouble,
    talking.talk_of,
    guiding.help_wanted,
    lines.settled_for,
    showing.of_those_shown,
    avoiding.rather_not,
    showing.others,
    showing.narrowed,
    suggestion,
    showing.by_price,
    of_the_check_out,
    of_the_shop,
    talking.of_terms,
    wishes.promo,
    guiding.unnamed_code,
    wishes.pays_otherwise,
    wishes.payment,
    guiding.all_cancelled,
    wishes.cancel,
    wishes.agreement,
    guiding.changes,
    wishes.cart,
    lines.all_there_is,
    lines.one_more,
    wishes.postponed,
    wishes.pay_by,
    wishes.check_out,
    wishes.unpaid,
    wishes.give_back,
    wishes.undecided,
    wishes.order_status,
    talking.complaint,
    wishes.refusal,
    group,
    wishes.listing,
    showing.anything_that,
    wishes.buy,
    wishes.search,
    guiding.address,
    question,
    guiding.more_goods,
    wishes.options_alone,
    wishes.thanks,
    guiding.insult,
    guiding.within_budget,
    guiding.code_alone,
    guiding.goods_alone,
    wishes.other_question,
)

GUESSED = 0.4  # the confidence of what another language may know better
_UNCLEAR = Meaning(Intent.GENERAL, GUESSED, "no rule fits")


_CLEARLY = 2  # words more that another language knows: the message is in that one


def understood(text: str, context: ReadingContext) -> tuple[Heard, Meaning]:
    """Return what the rules make of a message, read in the locale's language or in one that knows more of it."""
    own = lexicon_for(context.locale)
    heard, meaning = _understood(text, context, own)
    for other in _likelier(text, own, _CLEARLY if meaning.confidence > GUESSED else 1):
        elsewhere, meant = _understood(text, context, other)
        if meant.confidence > GUESSED:
            return elsewhere, meant
    if meaning.confidence <= GUESSED and talking.is_foreign(text):
        return heard, talking.FOREIGN
    return heard, meaning


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
