"""The processes of a shop in the tests: started and ended alone or together, never by a broad name."""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


def until(ask: Callable[[], Any], what: str, seconds: float = 30) -> Any:
    """Return the first true answer of `ask`, or fail when none comes in time."""
    end = time.monotonic() + seconds
    while True:
        answer = ask()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"{what}: not within {seconds} s")
        time.sleep(0.1)


def free_port() -> int:
    """Return a port below those that outgoing calls take: it must still be free at a restart.

    No test is given it again while this process lives, in whatever process that test runs.
    """
    while True:
        port = 20_000 + secrets.randbelow(12_000)
        with socket.socket() as sock, contextlib.suppress(OSError):
            sock.bind(("127.0.0.1", port))
            if _is_mine(port):
                return port


def _is_mine(port: int) -> bool:
    """Take a port for this process until its end; False when one has it."""
    mark = os.open(
        Path(tempfile.gettempdir()) / f"agentpay-tests-port-{port}", os.O_CREAT | os.O_RDWR
    )
    try:
        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(mark)
        return False
    return True  # left open: the lock ends with the process


def listens(port: int) -> bool:
    with socket.socket() as sock:
        return sock.connect_ex(("127.0.0.1", port)) == 0


@dataclass
class Processes:
    """What runs, by name; each writes into `logs`/<name>.log and has a process group of its own."""

    logs: Path
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(
        self, name: str, command: Sequence[str], folder: Path, environment: Mapping[str, str]
    ) -> None:
        """Start a process (anew)."""
        self.stop(name)
        self.logs.mkdir(parents=True, exist_ok=True)
        with (self.logs / f"{name}.log").open("ab") as log:
            self.running[name] = subprocess.Popen(
                command, cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True
            )

    def stop(self, *names: str, sig: signal.Signals = signal.SIGTERM) -> None:
        """End processes and their children, side by side; SIGKILL lets them finish nothing."""
        ending = [self.running.pop(name) for name in names if name in self.running]
        for process in ending:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, sig)
        for process in ending:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(10)

    def runs(self, name: str) -> bool:
        return name in self.running and self.running[name].poll() is None
