"""Time in the tests: what the sweep would find later, it finds now."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from celery import Celery

from tests.saleor.processes import until
from tests.saleor.shop import Shop

_SWEEP = "agentpay.sweep"
_PULSE = "UPDATE agentpay_plugin_pulse SET last_run_at = now() - interval '1 hour'"


def sweep_now(shop: Shop) -> None:
    """Let the sweep find everything due: what waits, waits no longer, and dead processes' leases are over."""
    shop.rows(
        "UPDATE agentpay_plugin_charge SET next_check_at = now(), lease_until = NULL WHERE lease_until IS NOT NULL OR next_check_at > now()"
    )
    shop.rows("UPDATE agentpay_plugin_conversation SET lease_until = NULL")
    shop.rows(
        "UPDATE agentpay_plugin_providernotice SET next_try_at = now(), lease_until = NULL WHERE handled_at IS NULL"
    )
    age_turns(shop)
    shop.rows(_PULSE)


def age_turns(shop: Shop) -> None:
    """Let whatever a conversation waits for have been asked a minute earlier."""
    shop.rows(
        "UPDATE agentpay_plugin_turn SET created_at = created_at - interval '1 minute' WHERE state = 'queued'"
    )


def sweep_until(shop: Shop, ask: Callable[[], Any], what: str, seconds: float = 30) -> Any:
    """Sweep once a second, and let no charge wait for its time, until `ask` is true; who is at work is left alone.

    Needs a worker. Left to beat the next sweep may be a minute away.
    """
    swept = float("-inf")

    def asked() -> Any:
        nonlocal swept
        if time.monotonic() - swept > 1:
            swept = time.monotonic()
            _sweep_soon(shop)
        return ask()

    return until(asked, what, seconds)


def _sweep_soon(shop: Shop) -> None:
    shop.rows(
        "UPDATE agentpay_plugin_charge SET next_check_at = now() WHERE next_check_at > now()"
        " AND (lease_until IS NULL OR lease_until < now())"
    )
    shop.rows(_PULSE)
    with Celery(broker=shop.environment["CELERY_BROKER_URL"]) as saleor:
        saleor.send_task(_SWEEP)
