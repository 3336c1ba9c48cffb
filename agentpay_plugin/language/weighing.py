"""The second step: what a rule found is weighed with the local model. Standard library only: it works anywhere."""

from __future__ import annotations

from dataclasses import dataclass

from agentpay_plugin.conversation.reading import Intent, ReadBy
from agentpay_plugin.language.classifier import LANGUAGES, classifier
from agentpay_plugin.language.deciding import GUESSED

_BY_MODEL = "the model knows words like these"


@dataclass(frozen=True, slots=True)
class Weighed:
    """The intent that is the likeliest, how likely, and by which step. `is_overruled`: a rule had said another."""

    intent: Intent
    confidence: float
    step: ReadBy
    reasoning: str
    is_overruled: bool


def weigh(text: str, locale: str, before: str, rule: Weighed) -> Weighed:
    """Return the likeliest intent of a message that a rule (or none that fitted) gave an intent to."""
    if not any(letter.isalnum() for letter in text):
        return Weighed(
            rule.intent, rule.confidence, ReadBy.NONE, rule.reasoning, is_overruled=False
        )
    model = classifier()
    scores = model.scores(text, language_of(locale), before)
    chances = model.chances(scores, rule.intent, rule.confidence)
    intent = max(chances, key=lambda each: chances[each])
    is_rule = rule.confidence > GUESSED
    if intent is not rule.intent:
        why = f"{_BY_MODEL}; a rule had said: {rule.reasoning}" if is_rule else _BY_MODEL
        return Weighed(intent, chances[intent], ReadBy.MODEL, why, is_overruled=True)
    step = ReadBy.RULES if is_rule else ReadBy.MODEL
    why = rule.reasoning if is_rule else _BY_MODEL
    return Weighed(intent, chances[intent], step, why, is_overruled=False)


def by_rule(intent: Intent, confidence: float, reasoning: str) -> Weighed:
    """Return what the rules alone say."""
    return Weighed(intent, confidence, ReadBy.RULES, reasoning, is_overruled=False)


def language_of(locale: str) -> str:
    """Return the language, of those the model was trained in, that a BCP 47 locale is a kind of."""
    language = locale.replace("_", "-").partition("-")[0].lower()
    return language if language in LANGUAGES else LANGUAGES[0]
