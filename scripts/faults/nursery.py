"""A process that has imported everything and done nothing: it forks what is to be started, as often as asked.

    python nursery.py MODULE LOG [import …]

Each line on its standard input is a start: a list of arguments as JSON, for MODULE. It answers with the new
process's id. So a restart after a kill costs no second of importing, in a run that kills hundreds of times.
"""

from __future__ import annotations

import importlib
import json
import os
import runpy
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock

import django

_PAUSE = 0.02  # seconds between two looks at a process that ends


class Forked:
    """A process that a nursery has started: what of Popen a stack needs. Its nursery buries it."""

    def __init__(self, pid: int) -> None:
        self.pid = pid

    def poll(self) -> int | None:
        """Return None while it runs."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 0
        return None

    def wait(self, timeout: float) -> int:
        """Wait for its end. Raises TimeoutExpired."""
        until = time.monotonic() + timeout
        while (status := self.poll()) is None:
            if time.monotonic() > until:
                raise subprocess.TimeoutExpired(str(self.pid), timeout)
            time.sleep(_PAUSE)
        return status


class Nursery:
    """The other end: starts a nursery for one kind of process, and has it fork."""

    def __init__(
        self,
        python: str,
        module: str,
        imports: Sequence[str],
        log: Path,
        folder: Path,
        environment: Mapping[str, str],
    ) -> None:
        self._lock = Lock()
        with log.open("ab") as written:
            self._process = subprocess.Popen(
                # By its path, for any python; -P: what lies beside it is no module of the program's.
                (python, "-P", __file__, module, str(log), *imports),
                cwd=folder,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=written,
                text=True,
                start_new_session=True,
            )

    def start(self, arguments: Sequence[str]) -> Forked:
        """Start a process. Raises RuntimeError when the nursery itself has ended."""
        with self._lock:
            print(json.dumps(list(arguments)), file=self._process.stdin, flush=True)
            answer = self._process.stdout.readline() if self._process.stdout else ""
        if not answer:
            raise RuntimeError("a nursery has ended")
        return Forked(int(answer))

    def end(self) -> None:
        self._process.kill()
        self._process.wait(10)


def main(module: str, log: str, *imports: str) -> None:
    """Import, then fork for each line. A forked process comes back from here when its program has ended."""
    django.setup()
    for name in imports:
        importlib.import_module(name)
    signal.signal(signal.SIGCHLD, _bury)
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            answers.close()
            _live(module, log, json.loads(line))
            return
        with suppress(PermissionError):  # the new process has done it itself
            os.setpgid(pid, pid)
        print(pid, file=answers, flush=True)


def _live(module: str, log: str, arguments: list[str]) -> None:
    """Be the module's program, with a process group, a log and signals of its own."""
    os.setpgid(0, 0)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    written = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    for stream in (1, 2):
        os.dup2(written, stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _bury(*_: object) -> None:
    while True:
        try:
            pid, _status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            return


if __name__ == "__main__":
    main(*sys.argv[1:])
