"""The widget's recorded states, as `storefront_widget/dev/states.ts` makes them."""

from __future__ import annotations

import copy
import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

WIDGET = Path(__file__).parents[2] / "storefront_widget"
ORIGIN = "http://pictures.invalid"

Recorded = dict[str, Any]


@cache
def all_states() -> dict[str, dict[str, Recorded]]:
    """Return every state by language and name."""
    command = ["node", "scripts/states.mjs", ORIGIN]
    told = subprocess.run(command, cwd=WIDGET, check=True, capture_output=True, text=True)
    return dict(json.loads(told.stdout))


def names() -> list[str]:
    return list(all_states()["en"])


def recorded(name: str, locale: str = "en") -> Recorded:
    """Return a state of one's own, to be changed as one likes."""
    return copy.deepcopy(all_states()[locale][name])
