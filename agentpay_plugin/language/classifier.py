"""The local model: a table of weights that ships with the package, trained by scripts/language. No network, no download.

Standard library only. It is read when the first message comes, once per process.
"""

from __future__ import annotations

import json
import math
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import decompress

from agentpay_plugin.conversation.reading import Intent
from agentpay_plugin.language.features import places

FILE = Path(__file__).with_name("weights.bin")
LANGUAGES = ("en", "pt", "es")
_EVEN = 10.0  # what the features of a message come to together, however many they are


@dataclass(frozen=True, slots=True)
class Classifier:
    """`weights` holds, for each place, one small number per intent; `scales` make them what they stand for.

    `temperature` and `trust` were fitted to messages that the model was not trained on, so that a chance of 0.9 comes
    true nine times of ten: how much a score counts, and how much a rule that is at least so confident.
    """

    intents: tuple[Intent, ...]
    scales: tuple[float, ...]
    bias: tuple[float, ...]
    temperature: float
    trust: tuple[tuple[float, float], ...]
    weights: array[int]

    def scores(self, text: str, language: str, before: str = "") -> Mapping[Intent, float]:
        """Return how much speaks for each intent; `before` is the assistant's last line."""
        found = set(places(text, language, before))
        even = _EVEN / math.sqrt(len(found))
        first = second = third = fourth = 0
        weights = self.weights
        for place in found:
            at = place * 4
            first += weights[at]
            second += weights[at + 1]
            third += weights[at + 2]
            fourth += weights[at + 3]
        sums = zip((first, second, third, fourth), self.scales, self.bias, strict=True)
        return dict(
            zip(
                self.intents,
                (even * total * scale + bias for total, scale, bias in sums),
                strict=True,
            )
        )

    def chances(
        self, scores: Mapping[Intent, float], rule: Intent, confidence: float
    ) -> Mapping[Intent, float]:
        """Return the chance of each intent, from the model's scores and the intent that a rule found."""
        weighed = {intent: score * self.temperature for intent, score in scores.items()}
        weighed[rule] += next(value for least, value in self.trust if confidence >= least)
        most = max(weighed.values())
        parts = {intent: math.exp(value - most) for intent, value in weighed.items()}
        whole = sum(parts.values())
        return {intent: part / whole for intent, part in parts.items()}


@cache
def classifier() -> Classifier:
    """Read the model that ships with the package."""
    head, _, packed = FILE.read_bytes().partition(b"\n")
    told = json.loads(head)
    weights = array("b", decompress(packed))
    intents = tuple(Intent(name) for name in told["intents"])
    return Classifier(
        intents=intents,
        scales=tuple(told["scales"]),
        bias=tuple(told["bias"]),
        temperature=told["temperature"],
        trust=tuple((least, value) for least, value in told["trust"]),
        weights=weights,
    )
