"""Fits how much the model's scores and the rules are to be trusted, on our own messages that nothing was trained on."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass

from scipy.optimize import minimize

from agentpay_plugin.conversation.reading import Intent, Offered, ReadingContext
from agentpay_plugin.language.classifier import FILE, LANGUAGES, classifier
from agentpay_plugin.language.deciding import understood
from scripts.eval.messages import own

_LEAST = (0.95, 0.85, 0.75, 0.5, 0.0)  # the confidences of rules that are told apart
_FIRST = (0.1, 3.0, 1.5, 1.3, 0.7, 0.4)
# How much a message of each set counts: what no pattern was written for is nearest to what shoppers will write.
_COUNTS = {"seen": 1, "known": 3}
_HELD = (
    0.01  # how little a number may move from the first guess without a gain: our messages are few
)


@dataclass(frozen=True)
class Case:
    """What both steps say of one message, and its intent."""

    scores: tuple[float, ...]
    rule: int
    step: int  # which of _LEAST the rule's confidence reaches
    intent: int


def fit() -> str:
    """Fit and write both into the model's file; return them in words."""
    cases = [case for kind, count in _COUNTS.items() for case in _cases(kind) * count]
    found = minimize(
        lambda given: _loss(given, cases), _FIRST, method="Nelder-Mead", options={"maxiter": 600}
    )
    temperature, *trust = (round(float(value), 4) for value in found.x)
    _write({"temperature": temperature, "trust": list(zip(_LEAST, trust, strict=True))})
    return f"temperature {temperature}, trust {dict(zip(_LEAST, trust, strict=True))}"


def _cases(kind: str) -> list[Case]:
    model, cases = classifier(), []
    order = list(model.intents)
    for message in (one for language in LANGUAGES for one in own(kind, language)):
        scores = model.scores(message.text, message.language, message.before)
        context = ReadingContext(message.language, None, None, Offered.NOTHING)
        _, meaning = understood(message.text, context)
        step = next(at for at, least in enumerate(_LEAST) if meaning.confidence >= least)
        intent = order.index(Intent(message.intent))
        cases.append(Case(tuple(scores.values()), order.index(meaning.intent), step, intent))
    return cases


def _loss(given: Sequence[float], cases: list[Case]) -> float:
    """Return the mean surprise, and a little for straying."""
    temperature, *trust = given
    surprise = 0.0
    for case in cases:
        weighed = [score * temperature for score in case.scores]
        weighed[case.rule] += trust[case.step]
        most = max(weighed)
        whole = sum(math.exp(value - most) for value in weighed)
        surprise -= weighed[case.intent] - most - math.log(whole)
    strayed = sum((value / first - 1) ** 2 for value, first in zip(given, _FIRST, strict=True))
    return surprise / len(cases) + _HELD * strayed


def _write(told: dict[str, object]) -> None:
    head, _, packed = FILE.read_bytes().partition(b"\n")
    FILE.write_bytes(json.dumps(json.loads(head) | told).encode() + b"\n" + packed)
    classifier.cache_clear()
