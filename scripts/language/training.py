"""Trains the local model on sentences of the grammars, and writes agentpay_plugin/language/weights.bin.

Needs scripts/language/requirements.txt. The same seed gives the same file.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from pathlib import Path
from zlib import compress

import numpy as np
from scipy import sparse
from sklearn.linear_model import SGDClassifier

from agentpay_plugin.conversation.reading import Intent
from agentpay_plugin.language.classifier import FILE, LANGUAGES
from agentpay_plugin.language.features import BITS, places
from scripts.eval.messages import of_lines
from scripts.language.grammar import load, made_up
from scripts.language.noise import noisy

SHARES = {
    Intent.PURCHASE_INTENT: 0.24,
    Intent.PRODUCT_QUESTION: 0.34,
    Intent.PAYMENT_CONFIRMATION: 0.18,
    Intent.GENERAL: 0.24,
}
INTENTS = tuple(SHARES)
WRITTEN = Path(__file__).parent / "written"
_AS_WRITTEN = 8  # times that each written sentence is there, each time spoilt otherwise
_EVEN = 10.0
_SALAD = 0.03  # of all sentences
_LARGEST = 127
_CLIPPED = 99.995  # per cent of the weights that are kept as they are


@dataclass(frozen=True)
class Sample:
    """One sentence with what it means; `before` is the line before it."""

    text: str
    language: str
    before: str
    intent: Intent


def samples(each_language: int, seed: int) -> list[Sample]:
    """Make sentences of all intents and languages."""
    dice, made = random.Random(seed), []
    for language in LANGUAGES:
        grammar = load(language)
        for intent, share in SHARES.items():
            sections = [one for one in grammar.sections if one.intent == intent]
            weights = [one.weight for one in sections]
            for section in dice.choices(sections, weights, k=int(each_language * share)):
                before, text = grammar.sentence(section, dice)
                made.append(Sample(noisy(text, language, dice), language, before, intent))
        made += _written(language, dice)
        made += _salad(made, language, int(each_language * _SALAD), dice)
    return made


def _written(language: str, dice: random.Random) -> list[Sample]:
    """Return the sentences that were written one by one, as they are and spoilt."""
    rows = of_lines((WRITTEN / f"{language}.txt").read_text(), language)
    return [
        Sample(
            noisy(row.text, language, dice) if time else row.text,
            language,
            row.before,
            Intent(row.intent),
        )
        for row in rows
        for time in range(_AS_WRITTEN)
    ]


def _salad(made: list[Sample], language: str, count: int, dice: random.Random) -> list[Sample]:
    """Throw words together: what says nothing is general, and not what its one known word is most often in."""
    words = [
        word
        for one in made
        if one.language == language and one.intent is Intent.GENERAL
        for word in one.text.split()
    ]
    return [
        Sample(" ".join(_tossed(words, dice)), language, "", Intent.GENERAL) for _ in range(count)
    ]


def _tossed(words: list[str], dice: random.Random) -> list[str]:
    size = dice.choice((1, 1, 2, 2, 3, 4, 5))
    return [made_up(dice) if dice.random() < 0.5 else dice.choice(words) for _ in range(size)]


def matrix(rows: list[Sample]) -> sparse.csr_matrix:
    """Return the features of sentences, evened out by how many each has."""
    found = [sorted(set(places(row.text, row.language, row.before))) for row in rows]
    ends = np.cumsum([0, *(len(one) for one in found)])
    values = np.concatenate([np.full(len(one), _EVEN / len(one) ** 0.5) for one in found])
    flat = np.concatenate([np.array(one) for one in found])
    return sparse.csr_matrix((values, flat, ends), shape=(len(rows), 1 << BITS))


def train(rows: list[Sample], ridge: float, rounds: int) -> SGDClassifier:
    """Fit one linear model per intent, averaged over the rounds."""
    wanted = [INTENTS.index(row.intent) for row in rows]
    model = SGDClassifier(
        loss="log_loss", alpha=ridge, max_iter=rounds, tol=None, average=True, random_state=1
    )
    return model.fit(matrix(rows), wanted)


def _fitted() -> dict[str, object]:
    """Return what was fitted to messages that nobody had seen then; fitting.py does that anew."""
    told = json.loads(FILE.read_bytes().partition(b"\n")[0])
    return {"temperature": told["temperature"], "trust": told["trust"]}


def write(model: SGDClassifier) -> int:
    """Write the weights as small whole numbers; return the size of the file."""
    largest = np.percentile(np.abs(model.coef_), _CLIPPED, axis=1) + 1e-9
    scales = largest / _LARGEST
    small = np.clip(np.round(model.coef_ / scales[:, None]), -_LARGEST, _LARGEST).astype(np.int8)
    head = {
        "intents": [str(intent) for intent in INTENTS],
        "scales": [round(float(scale), 9) for scale in scales],
        "bias": [round(float(bias), 6) for bias in model.intercept_],
        **_fitted(),
    }
    packed = compress(np.ascontiguousarray(small.T).tobytes(), 9)
    FILE.write_bytes(json.dumps(head).encode() + b"\n" + packed)
    return FILE.stat().st_size
