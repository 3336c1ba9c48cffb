"""Sudden death between two lines, when a harness asks for it: as if the machine had lost its power there."""

from __future__ import annotations

import os
import signal
from contextlib import suppress

from agentpay_plugin.demo import settings


def reached(checkpoint: str) -> None:
    """Kill this process if a file of the checkpoint's name lies in DEMO_DIE_AT. The file dies with it: once."""
    if settings.DIE_AT is None:
        return
    with suppress(FileNotFoundError):
        (settings.DIE_AT / checkpoint).unlink()
        os.kill(os.getpid(), signal.SIGKILL)
