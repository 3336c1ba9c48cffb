"""Django settings of the tests that need no Saleor: our app alone, on SQLite or PostgreSQL (DATABASE_URL)."""

import os
from urllib.parse import unquote, urlsplit

SECRET_KEY = "tests"
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
INSTALLED_APPS = ["agentpay_plugin", "agentpay_plugin.shop.sandbox"]
ALLOWED_HOSTS = ["*"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def _database(url: str) -> dict[str, object]:
    if url.startswith("sqlite"):
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": url.removeprefix("sqlite:///") or ":memory:",
            "OPTIONS": {
                "timeout": 20,
                "transaction_mode": "IMMEDIATE",
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            },
            "TEST": {"NAME": os.environ.get("TEST_SQLITE_NAME", "build/test.sqlite3")},
        }
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
    }


DATABASES = {"default": _database(os.environ.get("DATABASE_URL", "sqlite:///"))}
