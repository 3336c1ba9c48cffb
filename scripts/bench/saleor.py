"""A real Saleor for the parts that need one, as a shop runs it: not in debug mode, with a broker."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg

from scripts.bench.figures import NotHere
from scripts.bench.running import say

# Names databases and files of the bench, before the harness reads it.
os.environ.setdefault("AGENTPAY_TEST_RUN", "bench")

from agentpay_plugin.payments import Bases
from tests.saleor import shop as harness
from tests.saleor import template

if TYPE_CHECKING:
    from tests.saleor.shop import Shop

CHANNEL = "default-channel"
STRIPE_KEY = "sk_test_bench1234"


@contextmanager
def shop(stripe_base: str, name: str) -> Iterator[Shop]:
    """Yield a Saleor with our package, its own database and Redis, and AgentPay switched on; no process runs."""
    folder = harness.directory()
    if folder is None:
        raise NotHere("there is no Saleor; set SALEOR_DIR to a checkout of it with its environment")
    postgres = os.environ.get("TEST_POSTGRES_URL")
    if not postgres:
        raise NotHere("there is no PostgreSQL; see scripts/services")
    say("  preparing a Saleor")
    database = f"agentpay_bench_{name}_{harness.RUN}"
    made = harness.Shop(folder, postgres, harness.make_overlay(), database, Bases(stripe_base))
    try:
        made.start("redis")
        template.copy(made)
        made.manage("migrate", "agentpay_plugin")
        _switch_on(made)
        yield made
    finally:
        made.stop_all()
        with psycopg.connect(f"{postgres}/postgres", autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')


def environment(made: Shop) -> dict[str, str]:
    """Return the environment of a Saleor process in production."""
    return {**made.environment, "DEBUG": "False", "DJANGO_SETTINGS_MODULE": "saleor.settings"}


def version() -> str:
    """Return which Saleor there is, if there is one."""
    folder = harness.directory()
    return f"Saleor {template.version(folder)}" if folder else "no Saleor"


def python(made: Shop) -> str:
    """Return Saleor's own python."""
    return harness.python(made.saleor)


def _switch_on(made: Shop) -> None:
    values = {"stripe_secret_key": STRIPE_KEY, "stripe_webhook_secret": "whsec_bench1234"}
    configuration = json.dumps([{"name": name, "value": text} for name, text in values.items()])
    with psycopg.connect(f"{made.postgres}/{made.database}", autocommit=True) as connection:
        connection.execute(
            "INSERT INTO plugins_pluginconfiguration"
            " (identifier, name, description, active, configuration, channel_id)"
            " SELECT 'agentpay', 'AgentPay settings', '', true, %s, id FROM channel_channel WHERE slug = %s",
            [configuration, CHANNEL],
        )
