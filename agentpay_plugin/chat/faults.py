"""Names an error for a log: its class and where it arose, never its words, which may hold personal data."""

from __future__ import annotations

import traceback
from pathlib import PurePath


def fault(error: BaseException) -> str:
    """Return for example `KeyError at runs.py:81`."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
