"""A real Saleor with AgentPay installed: its processes, its API over HTTP, and its database.

Saleor is a checkout of its repository with its own virtual environment (SALEOR_DIR, SALEOR_PYTHON). The
sample data is made once into a template database; every run works on a copy.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import requests

REPOSITORY = Path(__file__).parents[2]
BUILD = REPOSITORY / "build" / "saleor"
STAFF = ("admin@example.com", "admin")


def directory() -> Path | None:
    """Return the Saleor to test in, or None when there is none."""
    path = Path(os.environ.get("SALEOR_DIR", "~/saleor")).expanduser()
    return path if (path / "manage.py").is_file() else None


def python(saleor: Path) -> str:
    return os.environ.get("SALEOR_PYTHON") or str(saleor / ".venv" / "bin" / "python")


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
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


@dataclass
class Shop:
    """One Saleor installation of a test run: overlay with our package, database, environment."""

    saleor: Path
    postgres: str
    redis: str
    overlay: Path
    database: str
    stripe_base: str
    port: int = field(default_factory=free_port)
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

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
            "CACHE_URL": f"{self.redis}/0",
            "CELERY_BROKER_URL": f"{self.redis}/1",
            "SECRET_KEY": "tests",
            "DEBUG": "True",
            "EMAIL_URL": "dummymail://",
            "ALLOWED_HOSTS": "127.0.0.1,localhost",
            "ALLOWED_CLIENT_HOSTS": "127.0.0.1,localhost",
            "HTTP_IP_FILTER_ALLOW_LOOPBACK_IPS": "True",
            "PUBLIC_URL": self.url,
            "AGENTPAY_STRIPE_API_BASE": self.stripe_base,
            "SEND_USAGE_TELEMETRY": "False",
        }

    # --- processes ------------------------------------------------------------------------------

    def start(self, name: str, **extra: str) -> None:
        """Start `api`, `worker` or `beat` (anew); environment variables in `extra` are added."""
        self.stop(name)
        commands = {
            "api": ["-m", "uvicorn", "saleor.asgi:application", "--host", "127.0.0.1",
                    "--port", str(self.port), "--lifespan", "off", "--log-level", "warning"],
            "worker": ["-m", "celery", "-A", "saleor.celeryconf:app", "worker", "-c", "2",
                       "--loglevel", "warning", "--without-mingle", "--without-gossip"],
            "beat": ["-m", "celery", "-A", "saleor.celeryconf:app", "beat", "--loglevel", "warning",
                     "-s", str(BUILD / f"beat-{self.database}")],
        }  # fmt: skip
        with (BUILD / f"{name}.log").open("ab") as log:
            self.processes[name] = subprocess.Popen(
                [python(self.saleor), *commands[name]],
                cwd=self.saleor, env={**self.environment, **extra}, stdout=log, stderr=log,
                start_new_session=True,
            )  # fmt: skip
        if name == "api":
            until(self._answers, "Saleor's API answers", 90)

    def stop(self, name: str, sig: signal.Signals = signal.SIGTERM) -> None:
        """End a process and its children; SIGKILL gives it no chance to finish anything."""
        process = self.processes.pop(name, None)
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, sig)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)

    def stop_all(self) -> None:
        for name in list(self.processes):
            self.stop(name)

    def has_died(self, name: str) -> bool:
        return self.processes[name].poll() is not None

    def _answers(self) -> bool:
        if self.has_died("api"):
            raise AssertionError(f"Saleor's API ended, see {BUILD / 'api.log'}")
        with contextlib.suppress(requests.ConnectionError):
            return requests.get(f"{self.url}/health/", timeout=5).status_code == 200
        return False

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
        email, password = STAFF
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

    def manage(self, *arguments: str) -> str:
        """Run one of Saleor's management commands and return what it printed."""
        done = subprocess.run(
            [python(self.saleor), "manage.py", *arguments],
            cwd=self.saleor, env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout


# --- preparing ----------------------------------------------------------------------------------


def make_overlay() -> Path:
    """Install our package, as a wheel would be, into a folder of its own (Saleor has our dependencies)."""
    target = BUILD / "overlay"
    shutil.rmtree(target, ignore_errors=True)
    BUILD.mkdir(parents=True, exist_ok=True)
    source = BUILD / "source"
    shutil.rmtree(source, ignore_errors=True)
    kept = ("agentpay_plugin", "graphql", "setup.py", "pyproject.toml", "README.md", "MANIFEST.in")
    for name in kept:
        copy = shutil.copytree if (REPOSITORY / name).is_dir() else shutil.copy
        source.mkdir(exist_ok=True)
        copy(REPOSITORY / name, source / name)
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation",
         "--disable-pip-version-check", "--target", str(target), str(source)],
        check=True,
    )  # fmt: skip
    return target


def version(saleor: Path) -> str:
    found = re.search(r'^version = "(.+)"', (saleor / "pyproject.toml").read_text(), re.M)
    return found[1] if found else "unknown"


def make_database(shop: Shop) -> None:
    """Copy the template with Saleor's sample data (made when missing), then install our tables."""
    template = f"agentpay_template_{re.sub(r'[^0-9a-z]', '_', version(shop.saleor))}"
    with psycopg.connect(f"{shop.postgres}/postgres", autocommit=True) as connection:
        known = {row[0] for row in connection.execute("SELECT datname FROM pg_database")}
        if template not in known:
            _make_template(shop, template)
        connection.execute(f'DROP DATABASE IF EXISTS "{shop.database}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{shop.database}" TEMPLATE "{template}"')
    shop.manage("migrate", "agentpay_plugin")


def _make_template(shop: Shop, template: str) -> None:
    print(f"\nmaking Saleor's sample data into {template}; this takes minutes, once", flush=True)
    working = f"{template}_making"
    with psycopg.connect(f"{shop.postgres}/postgres", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{working}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{working}"')
    bare = Shop(shop.saleor, shop.postgres, shop.redis, Path("/nonexistent"), working, "")
    bare.manage("migrate")
    bare.manage("populatedb", "--createsuperuser")
    with psycopg.connect(f"{shop.postgres}/postgres", autocommit=True) as connection:
        connection.execute(f'ALTER DATABASE "{working}" RENAME TO "{template}"')


@contextlib.contextmanager
def prepared(stripe_base: str, name: str) -> Iterator[Shop]:
    """Yield a shop with our package and a fresh database; its processes end with the block."""
    saleor = directory()
    assert saleor is not None
    shop = Shop(
        saleor=saleor,
        postgres=os.environ["TEST_POSTGRES_URL"],
        redis=os.environ["TEST_REDIS_URL"],
        overlay=make_overlay(),
        database=name,
        stripe_base=stripe_base,
    )
    make_database(shop)
    for log in BUILD.glob("*.log"):
        log.unlink()
    try:
        yield shop
    finally:
        shop.stop_all()
