"""The local model's file: what it holds, and that it stays small and is not read before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from agentpay_plugin.conversation.reading import Intent
from agentpay_plugin.language.classifier import FILE, classifier
from agentpay_plugin.language.features import BITS, places
from scripts.eval.figures import figures
from scripts.eval.intents import outcomes
from scripts.eval.messages import KINDS, LANGUAGES, own


def test_the_file_is_small_and_whole() -> None:
    model = classifier()

    assert FILE.stat().st_size < 3_000_000
    assert set(model.intents) == set(Intent)
    assert len(model.weights) == 4 << BITS
    assert len(model.scales) == len(model.bias) == 4
    assert [least for least, _ in model.trust][-1] == 0.0


def test_the_same_words_are_the_same_features_everywhere() -> None:
    assert places("Olá!", "pt") == places("ola", "pt")
    assert places("hiiii", "en") == places("hi", "en")
    assert places("42 EUR", "en") == places("17 eur", "en")
    assert places("ola", "pt")[0] == 208101


def test_chances_are_all_there_is() -> None:
    model = classifier()
    scores = model.scores("where is my parcel", "en")

    chances = model.chances(scores, Intent.PAYMENT_CONFIRMATION, 0.85)

    assert sum(chances.values()) == pytest.approx(1)
    assert max(chances, key=lambda each: chances[each]) is Intent.PAYMENT_CONFIRMATION


def test_nothing_is_loaded_at_the_start() -> None:
    code = (
        "import agentpay_plugin.language.hybrid as h, agentpay_plugin.language.classifier as c;"
        "h.HybridLanguage(); print(c.classifier.cache_info().currsize)"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert ran.stdout.strip() == b"0"


@pytest.mark.parametrize(
    ("kind", "language", "least"),
    [(kind, language, 0.95 if kind == "seen" else 0.9) for kind in KINDS for language in LANGUAGES],
)
def test_messages_are_understood_about_as_well_as_the_documents_say(
    kind: str, language: str, least: float
) -> None:
    told = figures(outcomes(own(kind, language)))

    assert float(str(told["macro_f1"])) >= least
