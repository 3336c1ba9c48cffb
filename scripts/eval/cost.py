"""What understanding costs: time of a message, and time and memory of the model's start."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence

from agentpay_plugin.language.predict import predict
from scripts.eval.messages import Message

_STARTING = """
import json, time, tracemalloc
from agentpay_plugin.language import classifier, features
began = time.process_time()
classifier.classifier()
took = time.process_time() - began
classifier.classifier.cache_clear()
tracemalloc.start()
classifier.classifier()
print(json.dumps([took * 1000, tracemalloc.get_traced_memory()[0] / 1e6, tracemalloc.get_traced_memory()[1] / 1e6]))
"""


def cost(messages: Sequence[Message]) -> dict[str, float]:
    """Measure in time of the processor, so that the machine's other work is not in the figures."""
    for one in messages[:50]:
        predict(one.text, one.language, one.before)
    took = []
    for one in messages:
        began = time.process_time()
        predict(one.text, one.language, one.before)
        took.append((time.process_time() - began) * 1000)
    return {
        "median_ms": round(statistics.median(took), 3),
        "p95_ms": round(statistics.quantiles(took, n=20)[-1], 3),
        **_start(),
    }


def _start() -> dict[str, float]:
    told = subprocess.run([sys.executable, "-c", _STARTING], capture_output=True, check=True)
    start, kept, most = json.loads(told.stdout)
    return {
        "model_start_ms": round(start, 1),
        "model_mb": round(kept, 2),
        "model_start_peak_mb": round(most, 2),
    }
