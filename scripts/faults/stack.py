"""The real stack in processes of its own: Redis, the look-alikes, web, worker and beat; and their deaths."""

from __future__ import annotations

import contextlib
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import requests

from scripts.faults.clock import OURS
from scripts.faults.nursery import Forked, Nursery
from scripts.faults.roads import LOOK_ALIKES

Process = subprocess.Popen[bytes] | Forked

_CELERY = ("agentpay_plugin.demo.celery", "kombu.transport.redis")
_WEB = ("agentpay_plugin.hosting.celery", "agentpay_plugin.realtime.redis_bus")
_WORKER = ("celery.bin.celery", "celery.apps.worker", "celery.concurrency.prefork")
_BEAT = ("celery.bin.celery", "celery.apps.beat")
REPOSITORY = Path(__file__).parents[2]
WORKERS = 4
# Seconds, on a machine that may have much else to do: those that wait for it call all at once when it is back.
_STARTS_WITHIN = 180
_ANSWERS_WITHIN = 15
# What is killed again and again: its module, and what its nursery imports before anything is started.
_OURS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "web": ("agentpay_plugin.demo", (*_CELERY, "agentpay_plugin.demo.server", *_WEB)),
    "worker": ("celery", (*_CELERY, *_WORKER)),
    "beat": ("celery", (*_CELERY, *_BEAT)),
}
# So that this program's own connections are not dropped with those of the demo.
PROGRAM = "agentpay-faults"


@dataclass
class Stack:
    """`server` is a PostgreSQL as postgres://user@host:port; everything else is made for the run."""

    folder: Path
    server: str
    database: str = field(default_factory=lambda: f"faults_{secrets.token_hex(4)}")
    ports: dict[str, int] = field(default_factory=dict)
    running: dict[str, Process] = field(default_factory=dict)
    nurseries: dict[str, Nursery] = field(default_factory=dict)
    locks: dict[str, threading.Lock] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("redis", "web", "worker", "beat", *(one.name for one in LOOK_ALIKES)):
            self.ports[name] = _free_port()
            self.locks[name] = threading.Lock()
        self._ended = threading.Event()
        self._keeper = threading.Thread(target=self._keep, name="keeper", daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.ports['web']}"

    @property
    def environment(self) -> dict[str, str]:
        """What the demo's processes, and whoever looks at their database, must be told."""
        return {
            "PORT": str(self.ports["web"]),
            "PUBLIC_URL": self.url,
            "DEMO_DIR": str(self.folder / "demo"),
            "DATABASE_URL": f"{self.server}/{self.database}",
            "REDIS_URL": f"redis://127.0.0.1:{self.ports['redis']}/0",
            **{one.setting: self.bank_url(one.name) for one in LOOK_ALIKES},
        }

    def bank_url(self, look_alike: str) -> str:
        return f"http://127.0.0.1:{self.ports[look_alike]}"

    @property
    def deaths(self) -> Path:
        """The folder in which a file named after a checkpoint kills whoever comes to it first."""
        return self.folder / "die-at"

    def log(self, name: str) -> Path:
        return self.folder / f"{name.replace(' ', '-').lower()}.log"

    # --- life and death

    def start(self) -> None:
        """Start what the demo needs, then the demo."""
        self.deaths.mkdir()
        self._sql(f'CREATE DATABASE "{self.database}"', "postgres")
        self.begin("redis")
        for one in LOOK_ALIKES:
            self.begin(one.name)
        for name, (module, imports) in _OURS.items():
            log, told = self.log(name), self._told(name)
            self.nurseries[name] = Nursery(module, imports, log, REPOSITORY, told)
        for name in _OURS:
            self.begin(name)
        self._keeper.start()

    def stop(self, *, keep_data: bool) -> None:
        self._ended.set()
        if self._keeper.is_alive():
            self._keeper.join()
        for name in ("beat", "worker", "web", *(one.name for one in LOOK_ALIKES), "redis"):
            self.end(name, signal.SIGTERM)
        for nursery in self.nurseries.values():
            nursery.end()
        if not keep_data:
            self._sql(f'DROP DATABASE "{self.database}" WITH (FORCE)', "postgres")

    def begin(self, name: str) -> None:
        """Start a process and wait until it can be talked to (worker and beat: until it runs).

        One that ends instead, since what it needs is away just then, is started again, as whoever runs
        it in earnest does. Raises RuntimeError with its last words when that takes too long.
        """
        self._spawn(name)
        until = time.monotonic() + _STARTS_WITHIN
        while not self._answers(name):
            if time.monotonic() > until:
                last = self.log(name).read_text(errors="replace").splitlines()[-5:]
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
        """Drop all of the demo's connections to its database; returns how many there were."""
        rows = self._sql(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            f" WHERE datname = '{self.database}' AND application_name <> '{PROGRAM}'",
            self.database,
        )
        return int(str(rows[0][0]))

    # --- inside

    def _keep(self) -> None:
        """Start again what ended by itself, as a supervisor does: Celery's worker gives up over some deaths."""
        while not self._ended.wait(1.0):
            for name in _OURS:
                if not self.locks[name].acquire(blocking=False):
                    continue
                try:
                    if self.running[name].poll() is not None:
                        self._spawn(name)
                finally:
                    self.locks[name].release()

    def _arguments(self, name: str) -> Sequence[str]:
        celery = ("-A", "agentpay_plugin.demo")
        match name:
            case "worker":
                return (*celery, "worker", "--concurrency", str(WORKERS), "--loglevel", "WARNING")
            case "beat":
                return (*celery, "beat", "--pidfile=", "--loglevel", "WARNING")
            case _:
                return ()

    def _command(self, name: str) -> Sequence[str]:
        port = str(self.ports[name])
        if name == "redis":
            options = ("--bind", "127.0.0.1", "--save", "", "--appendonly", "no")
            return ("redis-server", "--port", port, "--dir", str(self.folder), *options)
        module = next(one.module for one in LOOK_ALIKES if one.name == name)
        return (sys.executable, "-m", module, "--port", port)

    def _told(self, name: str) -> Mapping[str, str]:
        kept = {each: os.environ[each] for each in ("PATH", "HOME", "LANG") if each in os.environ}
        clock = self.folder / f"clock-{name if name in OURS else 'worker'}"
        quiet = {"PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "ignore", "C_FORCE_ROOT": "1"}
        steered = {"DEMO_CLOCK": str(clock), "DEMO_DIE_AT": str(self.deaths)}
        django = {"DJANGO_SETTINGS_MODULE": "agentpay_plugin.demo.settings"}
        return kept | self.environment | quiet | steered | django

    def _spawn(self, name: str) -> None:
        if name in self.nurseries:
            self.running[name] = self.nurseries[name].start(self._arguments(name))
            return
        with self.log(name).open("ab") as log:
            self.running[name] = subprocess.Popen(
                self._command(name),
                cwd=REPOSITORY,
                env=self._told(name),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def _answers(self, name: str) -> bool:
        match name:
            case "worker" | "beat":
                return self.running[name].poll() is None
            case "web":
                with contextlib.suppress(requests.RequestException):
                    return requests.get(f"{self.url}/favicon.ico", timeout=_ANSWERS_WITHIN).ok
                return False
            case _:
                with socket.socket() as sock:
                    return sock.connect_ex(("127.0.0.1", self.ports[name])) == 0

    def _sql(self, statement: str, database: str) -> list[tuple[object, ...]]:
        address = f"{self.server}/{database}"
        with psycopg.connect(address, autocommit=True, application_name=PROGRAM) as connection:
            found = connection.execute(statement)  # type: ignore[arg-type]
            return found.fetchall() if found.description else []


def _free_port() -> int:
    """Return a port below those that outgoing calls take: it must still be free at a restart."""
    while True:
        port = 20_000 + secrets.randbelow(12_000)
        with socket.socket() as sock, contextlib.suppress(OSError):
            sock.bind(("127.0.0.1", port))
            return port
