"""Names the machine and the programs that figures were measured with."""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path


def described() -> str:
    """Return cores, processor, memory, the versions of what matters, and how busy it is with other things."""
    return ", ".join(
        [
            f"{os.cpu_count()} cores of {_field('/proc/cpuinfo', 'model name') or platform.machine()}",
            _memory(),
            f"Python {platform.python_version()}",
            _first_words("PostgreSQL", "psql", "--version"),
            _first_words("Redis", "redis-server", "--version"),
            f"load {os.getloadavg()[0]:.1f} before",
        ]
    )


def _memory() -> str:
    kilobytes = _field("/proc/meminfo", "MemTotal").removesuffix(" kB")
    return f"{int(kilobytes) / 1024 / 1024:.0f} GB" if kilobytes.isdigit() else "unknown memory"


def _field(path: str, name: str) -> str:
    try:
        lines = Path(path).read_text().splitlines()
    except OSError:
        return ""
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(name)), "")


def _first_words(name: str, *command: str) -> str:
    """Return the program's name with the first word that holds a version."""
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return f"{name} (unknown version)"
    words = (word.removeprefix("v=") for word in told.split())
    return f"{name} {next((word for word in words if word[:1].isdigit()), '')}"
