"""A real Saleor with AgentPay installed: its processes, its API over HTTP, and its database.

Saleor is a checkout of its repository with its own virtual environment (SALEOR_DIR, SALEOR_PYTHON). The
sample data is made once into a template database; every run works on a copy. Databases and files are named
after this checkout (or AGENTPAY_TEST_RUN) and each run has a Redis of its own, so several may run at a time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

import psycopg
import redis
import requests

from agentpay_plugin.payments import Bases
from tests.saleor import commands, template
from tests.saleor.processes import Processes, free_port, listens, until

REPOSITORY = Path(__file__).parents[2]
RUN = os.environ.get("AGENTPAY_TEST_RUN") or hashlib.sha256(bytes(REPOSITORY)).hexdigest()[:8]
BUILD = REPOSITORY / "build" / "saleor" / RUN
BOOT_SECONDS = 180  # a Saleor process needs 8 on a quiet machine
STAFF = ("admin@example.com", "admin")


def directory() -> Path | None:
    """Return the Saleor to test in, or None when there is none."""
    path = Path(os.environ.get("SALEOR_DIR", "~/saleor")).expanduser()
    return path if (path / "manage.py").is_file() else None


def python(saleor: Path) -> str:
    return os.environ.get("SALEOR_PYTHON") or str(saleor / ".venv" / "bin" / "python")


@cache
def signing_key() -> str:
    """Return a key for Saleor's tokens, made once a run."""
    made = subprocess.run(["openssl", "genrsa", "2048"], capture_output=True, text=True, check=True)
    return made.stdout


@dataclass
class Shop:
    """One Saleor installation of a test run: overlay with our package, database, Redis, environment."""

    saleor: Path
    postgres: str
    overlay: Path
    database: str
    bases: Bases
    port: int = field(default_factory=free_port)
    redis_port: int = field(default_factory=free_port)
    bus_port: int = 0
    gateway_port: int = field(default_factory=free_port)
    claude_port: int = field(default_factory=free_port)
    processes: Processes = field(default_factory=lambda: Processes(BUILD))
    extras: dict[str, dict[str, str]] = field(default_factory=dict)
    _staff_token: str = field(default="", repr=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def bus_url(self) -> str:
        """The Redis of what is published: the broker's, or one that can be taken away alone (`bus_port`)."""
        return f"redis://127.0.0.1:{self.bus_port or self.redis_port}/0"

    @property
    def environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": os.environ.get("HOME", "/"),
            "LANG": "C.UTF-8",
            "PYTHONPATH": f"{self.overlay}:{self.saleor}",
            "PYTHONWARNINGS": "ignore",
            "PYTHONUNBUFFERED": "1",
            "DATABASE_URL": f"{self.postgres}/{self.database}",
            "CACHE_URL": f"redis://127.0.0.1:{self.redis_port}/0",
            "CELERY_BROKER_URL": f"redis://127.0.0.1:{self.redis_port}/1",
            "SECRET_KEY": "tests",
            "RSA_PRIVATE_KEY": signing_key(),
            "JWT_TTL_ACCESS": "1 day",
            "DEBUG": "False",
            "EMAIL_URL": "dummymail://",
            "ALLOWED_HOSTS": "127.0.0.1,localhost",
            "ALLOWED_CLIENT_HOSTS": "127.0.0.1,localhost",
            "HTTP_IP_FILTER_ALLOW_LOOPBACK_IPS": "True",
            "PUBLIC_URL": self.url,
            "AGENTPAY_REDIS_URL": self.bus_url,
            "AGENTPAY_STRIPE_API_BASE": self.bases.stripe,
            "AGENTPAY_ASAAS_API_BASE": self.bases.asaas,
            "AGENTPAY_PIX_API_BASE": self.bases.pix,
            "AGENTPAY_CLAUDE_API_BASE": f"http://127.0.0.1:{self.claude_port}",
            "SEND_USAGE_TELEMETRY": "False",
        }

    # --- processes ------------------------------------------------------------------------------

    def start(self, *names: str, **extra: str) -> None:
        """Start processes (see commands.py) anew, side by side, and wait for those that listen.

        Environment variables in `extra` are added.
        """
        self.begin(*names, **extra)
        self.wait_for(*names)

    def begin(self, *names: str, **extra: str) -> None:
        """Start processes without waiting for them."""
        self.stop(*names)
        for name in names:
            self.extras[name] = extra
            known = commands.gateway_environment(self) if name == "gateway" else self.environment
            command = commands.command(self, python(self.saleor), name)
            self.processes.start(name, command, self.saleor, {**known, **extra})

    def wait_for(self, *names: str) -> None:
        ports = {"redis": self.redis_port, "bus": self.bus_port, "gateway": self.gateway_port}
        for name in names:
            if name in ports:
                until(partial(listens, ports[name]), f"{name} listens")
        if "api" in names:
            until(self._answers, "Saleor's API answers", BOOT_SECONDS)
        if "worker" in names:
            until(self._works, "Saleor's worker listens", BOOT_SECONDS)

    def keep(self, *names: str, **extra: str) -> None:
        """Let these run, and with exactly these environment variables added; what does so is left alone."""
        fit = {n for n in names if self.processes.runs(n) and self.extras[n] == extra}
        self.start(*(name for name in names if name not in fit), **extra)

    def stop(self, *names: str, sig: signal.Signals = signal.SIGTERM) -> None:
        """End processes and their children; SIGKILL gives them no chance to finish anything."""
        self.processes.stop(*names, sig=sig)

    def stop_all(self, sig: signal.Signals = signal.SIGTERM) -> None:
        self.stop(*self.processes.running, sig=sig)

    def has_died(self, name: str) -> bool:
        return not self.processes.runs(name)

    def logs(self) -> list[Path]:
        """Return what the processes of this run have written, one file each."""
        return sorted(BUILD.glob("*.log"))

    @property
    def beat_file(self) -> Path:
        """Where beat remembers what it sent when."""
        return BUILD / f"beat-{self.database}"

    def _answers(self) -> bool:
        if self.has_died("api"):
            raise AssertionError(f"Saleor's API ended, see {BUILD / 'api.log'}")
        with contextlib.suppress(requests.ConnectionError):
            return requests.get(f"{self.url}/health/", timeout=5).status_code == 200
        return False

    def _works(self) -> bool:
        """Tell whether a worker waits for the next task."""
        with redis.Redis(port=self.redis_port) as broker:
            return any(client["cmd"] == "brpop" for client in broker.client_list())

    # --- asking ---------------------------------------------------------------------------------

    def graphql(
        self, query: str, bearer: str | None = None, address: str | None = None, **variables: Any
    ) -> dict[str, Any]:
        """Send an operation over HTTP and return its data; a GraphQL error fails the test."""
        headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
        if address:
            headers["X-Forwarded-For"] = address
        answer = requests.post(
            f"{self.url}/graphql/", json={"query": query, "variables": variables},
            headers=headers, timeout=60,
        ).json()  # fmt: skip
        assert "errors" not in answer, answer["errors"]
        return answer["data"]  # type: ignore[no-any-return]

    def staff_token(self) -> str:
        """Return the merchant's token, asked for once: Saleor takes its time over a password."""
        self._staff_token = self._staff_token or self._log_in(*STAFF)
        return self._staff_token

    def _log_in(self, email: str, password: str) -> str:
        data = self.graphql(
            "mutation($e:String!,$p:String!){tokenCreate(email:$e,password:$p){token errors{message}}}",
            e=email, p=password,
        )  # fmt: skip
        return str(data["tokenCreate"]["token"])

    def rows(self, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
        """Return what the shop's database holds; for looking only."""
        with psycopg.connect(f"{self.postgres}/{self.database}", autocommit=True) as connection:
            cursor = connection.execute(sql, parameters)
            return cursor.fetchall() if cursor.description else []

    def manage(self, *arguments: str, status: int = 0) -> str:
        """Run one of Saleor's management commands, which must end with `status`; what it printed."""
        return self.python("manage.py", *arguments, status=status)

    def python(self, *arguments: str, status: int = 0) -> str:
        """Run a script in Saleor's own python, which must end with `status`; what it printed."""
        done = subprocess.run(
            [python(self.saleor), *arguments],
            cwd=self.saleor, env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == status, done.stdout[-1000:] + done.stderr[-3000:]
        return done.stdout


# --- preparing ----------------------------------------------------------------------------------


def make_overlay() -> Path:
    """Install our package, as a wheel would be, into a folder of its own (Saleor has our dependencies)."""
    target = BUILD / "overlay"
    shutil.rmtree(target, ignore_errors=True)
    BUILD.mkdir(parents=True, exist_ok=True)
    source = BUILD / "source"
    shutil.rmtree(source, ignore_errors=True)
    subprocess.run([REPOSITORY / "scripts" / "widget"], check=True)
    kept = (
        "agentpay_plugin", "graphql", "storefront_widget/dist/script",
        "setup.py", "pyproject.toml", "README.md", "MANIFEST.in",
    )  # fmt: skip
    for name in kept:
        copy = shutil.copytree if (REPOSITORY / name).is_dir() else shutil.copy
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        copy(REPOSITORY / name, source / name)
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation",
         "--disable-pip-version-check", "--target", str(target), str(source)],
        check=True,
    )  # fmt: skip
    return target


@contextlib.contextmanager
def prepared(bases: Bases, name: str) -> Iterator[Shop]:
    """Yield a shop with our package, a Redis and a fresh database, and API, worker and beat running.

    They start while our tables are made: nothing of ours is asked of them before.
    """
    saleor = directory()
    assert saleor is not None
    overlay = make_overlay()
    for left in (*BUILD.glob("*.log"), *BUILD.glob("beat-*")):
        left.unlink()
    shop = Shop(
        saleor, os.environ["TEST_POSTGRES_URL"], overlay, f"{name}_{RUN}", bases,
        bus_port=free_port(),
    )  # fmt: skip
    try:
        shop.start("redis", "bus")
        template.copy(shop)
        shop.begin("api", "worker", "beat")
        shop.manage("migrate", "agentpay_plugin")
        shop.wait_for("api", "worker")
        yield shop
    finally:
        shop.stop_all(signal.SIGKILL)
