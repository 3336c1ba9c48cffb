"""Kills its own process, once, at the checkpoint that a file names."""

import os
import signal
from pathlib import Path

FILE = Path(os.environ.get("AGENTPAY_TEST_KILL_FILE", "/nonexistent"))


def reached(name: str) -> None:
    """Die here if the file says so; taking the file away first makes it happen once."""
    try:
        if FILE.read_text() != name:
            return
        FILE.unlink()
    except FileNotFoundError:
        return
    os.kill(os.getpid(), signal.SIGKILL)
