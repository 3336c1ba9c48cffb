"""Understands a shopper's words in steps: rules, then a local model that weighs them. No network, always there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from agentpay_plugin.conversation.reading import (
    Intent,
    Offered,
    ReadBy,
    Reading,
    ReadingContext,
    Topic,
    Wish,
)
from agentpay_plugin.language.rules import RulesLanguage
from agentpay_plugin.language.weighing import Weighed, by_rule, language_of, weigh

# What the model knows nothing of: these name a thing of this very conversation.
_PLAIN_WISHES = frozenset(
    {
        Wish.CHANGE_QUANTITY,
        Wish.CHANGE_OPTION,
        Wish.REMOVE,
        Wish.EMPTY_CART,
        Wish.SHOW_CART,
        Wish.CHECK_OUT,
        Wish.PAY_BY,
        Wish.APPLY_PROMO,
        Wish.CHANGE_DETAILS,
        Wish.CHANGE_DELIVERY,
        Wish.CANCEL_PAYMENT,
        Wish.PERSON,
        Wish.CHANGE_ORDER,
        Wish.TALK,
    }
)
# What is only answered is answered as a clear rule had it, whatever the intent: nothing is done by it.
_ANSWERED = frozenset(
    {
        Wish.ASK,
        Wish.SUGGEST,
        Wish.SEARCH,
        Wish.MORE,
        Wish.SIMILAR,
        Wish.CHEAPER,
        Wish.BESIDE,
        Wish.SAY_PAID,
        Wish.ORDER_STATUS,
        Wish.TROUBLE,
        Wish.GREET,
        Wish.COMPLAIN,
        Wish.THANK,
        Wish.GOODBYE,
        Wish.HELP,
    }
)
_CLEARLY = 0.75  # the confidence of a rule that fits the words well
_HARDLY = 0.6  # below it whatever overrules a rule is a guess itself
# The last line of the assistant, when only what it offered is known.
_LINES: Mapping[str, Mapping[Offered, str]] = {
    "en": {
        Offered.BUY: "Would you like to buy it?",
        Offered.ANOTHER_QUANTITY: "How many would you like?",
        Offered.CHECK_OUT: "Would you like to check out?",
        Offered.PAY: "Please pay here.",
        Offered.RETRY_PAYMENT: "Please pay here.",
    },
    "pt": {
        Offered.BUY: "Quer comprar?",
        Offered.ANOTHER_QUANTITY: "Quantas unidades?",
        Offered.CHECK_OUT: "Vamos finalizar?",
        Offered.PAY: "Pague por aqui.",
        Offered.RETRY_PAYMENT: "Pague por aqui.",
    },
    "es": {
        Offered.BUY: "¿Quieres comprarlo?",
        Offered.ANOTHER_QUANTITY: "¿Cuántas unidades?",
        Offered.CHECK_OUT: "¿Finalizamos la compra?",
        Offered.PAY: "Paga por aquí.",
        Offered.RETRY_PAYMENT: "Paga por aquí.",
    },
}


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which confidence on the words are acted upon; below it the shopper is asked back."""

    rules: float = 0.6
    model: float = 0.9

    def of(self, step: ReadBy) -> float:
        """Return the one of a step."""
        return self.rules if step is ReadBy.RULES else self.model


class HybridLanguage:
    """Implements the port Language. The model is loaded with the first message, once per process.

    `thresholds` is asked for each message: a merchant may change them.
    """

    def __init__(self, thresholds: Callable[[], Thresholds] = Thresholds) -> None:
        self._rules = RulesLanguage()
        self._thresholds = thresholds

    def read(self, text: str, context: ReadingContext) -> Reading:
        """Return what is understood of a message; never raises on any text."""
        reading = self._rules.read(text, context)
        text = reading.words or text
        if context.is_piece or _speaks_of_here(reading):
            return reading
        found = weigh(text, context.locale, _before(context), _of(reading))
        is_sure = found.confidence >= self._thresholds().of(found.step)
        read = replace(
            reading,
            intent=found.intent,
            confidence=round(found.confidence, 3),
            reasoning=found.reasoning,
            step=found.step,
        )
        if found.is_overruled:
            is_clear = reading.confidence >= _CLEARLY or found.confidence < _HARDLY
            is_answer = reading.wish in _ANSWERED and is_clear
            return read if is_answer else _without_the_rule(read, is_sure)
        if read.wish is Wish.BUY and not is_sure:
            return replace(read, wish=Wish.NONE)
        if read.wish is Wish.NONE and found.step is ReadBy.MODEL:
            return _wishing(read, is_sure)
        return read


def _speaks_of_here(reading: Reading) -> bool:
    """Tell whether the rules saw what only this conversation explains: its options, cart, offers and buttons."""
    picks = reading.options or reading.variant_ids or reading.unknown_option or reading.pick
    of_shown = reading.about is not None or reading.narrows is not None or reading.order is not None
    counts = reading.more or reading.every
    answers = reading.yes is not None or reading.email is not None
    return bool(picks) or of_shown or counts or answers or reading.wish in _PLAIN_WISHES


def _of(reading: Reading) -> Weighed:
    return by_rule(reading.intent, reading.confidence, reading.reasoning)


def _before(context: ReadingContext) -> str:
    return context.before or _LINES[language_of(context.locale)].get(context.offered, "")


def _without_the_rule(reading: Reading, is_sure: bool) -> Reading:
    """Forget the wish of the rule that was overruled; goods that it saw may be goods still."""
    was_goods = reading.wish in (Wish.NONE, Wish.BUY, Wish.SEARCH)
    is_talk = reading.intent is Intent.GENERAL
    mention = reading.product_mention if was_goods and not is_talk else None
    bare = replace(reading, wish=Wish.NONE, topic=None, attribute=None, product_mention=mention)
    guessed = _wishing(bare, is_sure)
    # "I'm not sure" sounds like a purchase to the model: what a rule took for a question is offered at most.
    was_asked = reading.wish is Wish.ASK and guessed.wish is Wish.BUY
    return replace(guessed, wish=Wish.NONE) if was_asked else guessed


def _wishing(reading: Reading, is_sure: bool) -> Reading:
    """Give the intent that the model saw a wish that is safe to follow, if it is sure of it."""
    match reading.intent:
        case Intent.PURCHASE_INTENT if is_sure and reading.product_mention is None:
            return replace(reading, wish=Wish.BUY)
        case Intent.PRODUCT_QUESTION if reading.product_mention is None:
            return replace(reading, wish=Wish.ASK, topic=Topic.OTHER)
        case _:
            return reading
