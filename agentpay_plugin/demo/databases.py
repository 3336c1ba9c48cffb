"""The demo's database: a file of its own, or the one that DATABASE_URL names."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit


def sqlite(path: Path) -> dict[str, object]:
    """Return Django's settings of a SQLite file that several threads write to.

    A write takes the file's lock when its transaction begins, so that it waits instead of failing.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "timeout": 30,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }


def postgresql(url: str) -> dict[str, object]:
    """Return Django's settings of `postgres://user:password@host:port/name`.

    A thread keeps its connection, as in a shop, since each one is a process of the server's; one that was dropped
    meanwhile is made anew.
    """
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
