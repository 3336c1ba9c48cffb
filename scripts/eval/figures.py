"""Figures of predictions: F1 by intent, confusion, calibration, and how right it is where it acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

INTENTS = ("purchase_intent", "product_question", "payment_confirmation", "general")
ACTING = 0.9  # the default of act_on_model_percent
_BINS = 10


@dataclass(frozen=True)
class Outcome:
    """One message: what it means, what was said of it, how surely and by which step."""

    wanted: str
    said: str
    confidence: float
    step: str

    @property
    def is_right(self) -> bool:
        """Tell whether it was read rightly; to abstain is wrong."""
        return self.wanted == self.said and self.step != "none"


def figures(outcomes: Sequence[Outcome]) -> dict[str, object]:
    """Return all figures of a set of messages."""
    sure = [one for one in outcomes if one.confidence >= ACTING]
    by_intent = {intent: f1(outcomes, intent) for intent in INTENTS}
    return {
        "messages": len(outcomes),
        "macro_f1": _mean([by_intent[intent] for intent in INTENTS]),
        "f1": by_intent,
        "accuracy": _mean([one.is_right for one in outcomes]),
        "abstained": sum(one.step == "none" for one in outcomes),
        "calibration_error": calibration_error(outcomes),
        "sure": round(len(sure) / max(1, len(outcomes)), 4),
        "right_where_sure": _mean([one.is_right for one in sure]),
        "steps": dict(Counter(one.step for one in outcomes)),
        "confusion": confusion(outcomes),
    }


def f1(outcomes: Sequence[Outcome], intent: str) -> float:
    """Return the F1 of an intent."""
    right = sum(one.is_right and one.wanted == intent for one in outcomes)
    said = sum(one.said == intent and one.step != "none" for one in outcomes)
    wanted = sum(one.wanted == intent for one in outcomes)
    return round(2 * right / max(1, said + wanted), 4)


def calibration_error(outcomes: Sequence[Outcome]) -> float:
    """Return the expected calibration error over ten equal bins of confidence."""
    bins: dict[int, list[Outcome]] = {}
    for one in outcomes:
        bins.setdefault(min(int(one.confidence * _BINS), _BINS - 1), []).append(one)
    gaps = [
        len(each) * abs(_mean([x.is_right for x in each]) - _mean([x.confidence for x in each]))
        for each in bins.values()
    ]
    return round(sum(gaps) / max(1, len(outcomes)), 4)


def confusion(outcomes: Sequence[Outcome]) -> dict[str, dict[str, int]]:
    """Return how often each intent (first) was read as each (second)."""
    return {
        wanted: {
            said: sum(one.wanted == wanted and one.said == said for one in outcomes)
            for said in INTENTS
        }
        for wanted in INTENTS
    }


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / max(1, len(values)), 4)
