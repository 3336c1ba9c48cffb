"""Kills its own process, once, at the checkpoint that a file names; "<checkpoint> all": its siblings and parent too."""

import os
import signal
from pathlib import Path

FILE = Path(os.environ.get("AGENTPAY_TEST_KILL_FILE", "/nonexistent"))


def reached(name: str) -> None:
    """Die here if the file says so; taking the file away first makes it happen once."""
    try:
        asked = FILE.read_text()
        if asked.split()[:1] != [name]:
            return
        FILE.unlink()
    except FileNotFoundError:
        return
    if asked.endswith(" all"):
        os.killpg(0, signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGKILL)
