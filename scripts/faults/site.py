"""Where a run is: its folder, its database, the ports of its processes, and what is asked where."""

from __future__ import annotations

import contextlib
import secrets
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from scripts.faults.roads import LOOK_ALIKES

REPOSITORY = Path(__file__).parents[2]
# So that this program's own connections are not dropped with those of the shop.
PROGRAM = "agentpay-faults"


def free_port() -> int:
    """Return a port below those that outgoing calls take: it must still be free at a restart."""
    while True:
        port = 20_000 + secrets.randbelow(12_000)
        with socket.socket() as sock, contextlib.suppress(OSError):
            sock.bind(("127.0.0.1", port))
            return port


def _ports() -> Mapping[str, int]:
    return {name: free_port() for name in ("redis", "web", *(one.name for one in LOOK_ALIKES))}


@dataclass(frozen=True)
class Site:
    """`server` is a PostgreSQL as postgres://user@host:port; everything else is made for the run."""

    folder: Path
    server: str
    database: str = field(default_factory=lambda: f"faults_{secrets.token_hex(4)}")
    ports: Mapping[str, int] = field(default_factory=_ports)

    @property
    def url(self) -> str:
        """Where the shop's web process answers."""
        return f"http://127.0.0.1:{self.ports['web']}"

    @property
    def environment(self) -> dict[str, str]:
        """What the demo's settings must be told, whoever looks at our tables by them."""
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

    def clock(self, name: str) -> Path:
        """The file with the seconds that a process's clock is ahead of the wall's."""
        return self.folder / f"clock-{name}"

    def log(self, name: str) -> Path:
        return self.folder / f"{name.replace(' ', '-').lower()}.log"

    def sql(self, statement: str, database: str = "") -> list[tuple[Any, ...]]:
        """Do something in the run's database, or in another one of the same server."""
        address = f"{self.server}/{database or self.database}"
        with psycopg.connect(address, autocommit=True, application_name=PROGRAM) as connection:
            found = connection.execute(statement.encode())
            return found.fetchall() if found.description else []
