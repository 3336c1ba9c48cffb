"""Sudden death between two lines, as the demo has it: a file named after a checkpoint kills whoever comes there."""

import os
import signal
from pathlib import Path

FOLDER = Path(os.environ.get("AGENTPAY_FAULTS_DIE_AT", "/nonexistent"))


def reached(checkpoint: str) -> None:
    """Die here if the file is there; taking it away first makes it happen once."""
    try:
        (FOLDER / checkpoint).unlink()
    except FileNotFoundError:
        return
    os.kill(os.getpid(), signal.SIGKILL)
