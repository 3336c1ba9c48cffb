"""A shop's real stack in processes of its own: Redis, the look-alikes, web, worker and beat; and their deaths."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scripts.faults.host import OURS, Host
from scripts.faults.nursery import Forked, Nursery
from scripts.faults.roads import LOOK_ALIKES
from scripts.faults.site import PROGRAM, REPOSITORY, Site

Process = subprocess.Popen[bytes] | Forked


@dataclass
class Stack:
    """`host` is what AgentPay is in; Redis and the look-alikes are the same whatever that is."""

    site: Site
    host: Host
    running: dict[str, Process] = field(default_factory=dict)
    nurseries: dict[str, Nursery] = field(default_factory=dict)
    locks: dict[str, threading.Lock] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("redis", *OURS, *(one.name for one in LOOK_ALIKES)):
            self.locks[name] = threading.Lock()
        self._ended = threading.Event()
        self._keeper = threading.Thread(target=self._keep, name="keeper", daemon=True)

    # --- life and death

    def start(self) -> None:
        """Start what the shop needs, then the shop."""
        self.site.deaths.mkdir()
        self.begin("redis")
        for one in LOOK_ALIKES:
            self.begin(one.name)
        self.host.prepare()
        for name in OURS:
            self.nurseries[name] = self._nursery(name)
        for name in OURS:
            self.begin(name)
        self._keeper.start()
        self.host.set_up()

    def stop(self, *, keep_data: bool) -> None:
        self._ended.set()
        if self._keeper.is_alive():
            self._keeper.join()
        for name in ("beat", "worker", "web", *(one.name for one in LOOK_ALIKES), "redis"):
            self.end(name, signal.SIGTERM)
        for nursery in self.nurseries.values():
            nursery.end()
        if not keep_data:
            drop = f'DROP DATABASE IF EXISTS "{self.site.database}" WITH (FORCE)'
            self.site.sql(drop, "postgres")

    def begin(self, name: str) -> None:
        """Start a process and wait until it can be talked to (worker and beat: until it runs).

        One that ends instead, since what it needs is away just then, is started again, as whoever runs
        it in earnest does. Raises RuntimeError with its last words when that takes too long.
        """
        self._spawn(name)
        until = time.monotonic() + self.host.pace.starts_within
        while not self._answers(name):
            if time.monotonic() > until:
                last = self.site.log(name).read_text(errors="replace").splitlines()[-5:]
                raise RuntimeError("\n".join((f"{name} did not start:", *last)))
            if self.running[name].poll() is not None:
                self._spawn(name)
            time.sleep(0.1)

    def end(self, name: str, sig: signal.Signals) -> None:
        """End a process and its children."""
        process = self.running.pop(name, None)
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sig)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)

    def kill(self, name: str, dead_for: float) -> bool:
        """Kill a process, and start it again a little later; False when it is being killed already."""
        if not self.locks[name].acquire(blocking=False):
            return False
        try:
            self.end(name, signal.SIGKILL)
            time.sleep(dead_for)
            self.begin(name)
        finally:
            self.locks[name].release()
        return True

    def kill_task(self, dice: float) -> bool:
        """Kill one of the worker's hands, with the task in it; False when there is none."""
        with self.locks["worker"]:
            parent = self.running["worker"].pid
            listed = Path(f"/proc/{parent}/task/{parent}/children")
            children = listed.read_text().split() if listed.exists() else []
            if not children:
                return False
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(children[int(dice * len(children))]), signal.SIGKILL)
        return True

    def hang(self, name: str, seconds: float) -> bool:
        """Let a process stand still; False when something else is being done to it."""
        if not self.locks[name].acquire(blocking=False):
            return False
        try:
            os.kill(self.running[name].pid, signal.SIGSTOP)
            time.sleep(seconds)
            os.kill(self.running[name].pid, signal.SIGCONT)
        finally:
            self.locks[name].release()
        return True

    def drop_connections(self) -> int:
        """Drop all of the shop's connections to its database; returns how many there were."""
        rows = self.site.sql(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            f" WHERE datname = '{self.site.database}' AND application_name <> '{PROGRAM}'"
        )
        return int(str(rows[0][0]))

    # --- inside

    def _keep(self) -> None:
        """Start again what ended by itself, as a supervisor does: Celery's worker gives up over some deaths."""
        while not self._ended.wait(1.0):
            for name in OURS:
                if not self.locks[name].acquire(blocking=False):
                    continue
                try:
                    if self.running[name].poll() is not None:
                        self._spawn(name)
                finally:
                    self.locks[name].release()

    def _nursery(self, name: str) -> Nursery:
        program = self.host.program(name)
        log, told = self.site.log(name), self.host.told(name)
        return Nursery(program.python, program.module, program.imports, log, self.host.folder, told)

    def _spawn(self, name: str) -> None:
        if name in self.nurseries:
            self.running[name] = self.nurseries[name].start(self.host.program(name).arguments)
            return
        with self.site.log(name).open("ab") as log:
            self.running[name] = subprocess.Popen(
                self._command(name),
                cwd=REPOSITORY,
                env=self._told(),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def _command(self, name: str) -> Sequence[str]:
        port = str(self.site.ports[name])
        if name == "redis":
            options = ("--bind", "127.0.0.1", "--save", "", "--appendonly", "no")
            return ("redis-server", "--port", port, "--dir", str(self.site.folder), *options)
        module = next(one.module for one in LOOK_ALIKES if one.name == name)
        return (sys.executable, "-m", module, "--port", port)

    def _told(self) -> Mapping[str, str]:
        kept = {each: os.environ[each] for each in ("PATH", "HOME", "LANG") if each in os.environ}
        return kept | self.site.environment | {"PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "ignore"}

    def _answers(self, name: str) -> bool:
        match name:
            case "worker" | "beat":
                return self.running[name].poll() is None
            case "web":
                return self.host.answers()
            case _:
                with socket.socket() as sock:
                    return sock.connect_ex(("127.0.0.1", self.site.ports[name])) == 0
