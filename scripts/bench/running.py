"""Runs programs for a part, telling what they tell; and says what goes on."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
BUILD = REPOSITORY / "build"
FOLDER = BUILD / "bench"
INSIDE = Path(__file__).parent / "inside"
_LAST_LINES = 30
_STARTS_WITHIN = 60  # seconds
_ENDS_WITHIN = 10


def say(text: str) -> None:
    """Tell the person who waits."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def told_by(
    command: Sequence[str], environment: Mapping[str, str], folder: Path = REPOSITORY
) -> None:
    """Run a program to its end, passing on what it says. Raises RuntimeError with its last line if it fails."""
    last: deque[str] = deque(maxlen=_LAST_LINES)
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            last.append(line)
            if line.startswith("  "):  # what it says to the person who waits
                say(line.rstrip())
    if process.returncode:
        say("".join(last))
        why = last[-1].strip() if last else "without a word"
        raise RuntimeError(f"it ended with {process.returncode}: {why}")


def environment() -> dict[str, str]:
    """Return the environment of a program of this repository."""
    return {**os.environ, "PYTHONPATH": str(REPOSITORY)}


def chromium() -> str:
    """Return the path of a Chromium, which is installed where it is missing and that is possible."""
    found = subprocess.run(
        [REPOSITORY / "scripts" / "chromium"], check=True, stdout=subprocess.PIPE, text=True
    )
    return found.stdout.strip()


@contextmanager
def running(name: str, command: Sequence[str], environment: Mapping[str, str]) -> Iterator[int]:
    """Run a program until the block ends, and yield its process id; what it says is in build/bench/<name>.log."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=REPOSITORY, env=environment, stdout=log, stderr=log)
    try:
        yield process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(_ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def serving(
    name: str, port: int, command: Sequence[str], environment: Mapping[str, str]
) -> Iterator[int]:
    """Run a program until the block ends; it listens when the block begins. Raises RuntimeError when it does not."""
    with running(name, command, environment) as pid:
        end = time.monotonic() + _STARTS_WITHIN
        while not _listens(port):
            if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) or (
                time.monotonic() > end
            ):
                raise RuntimeError(f"{name} did not start; see build/bench/{name}.log")
            time.sleep(0.05)
        yield pid


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as sock:
        return sock.connect_ex(("127.0.0.1", port)) == 0
