"""Exclusive work on a row by one conditional UPDATE: the same on PostgreSQL and SQLite.

A lease is owned until it is given back or runs out, so a killed worker blocks nobody for long.
Whoever works longer than its lease must expect another worker: each step is a compare-and-swap too.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db.models import Q
from django.utils import timezone

from agentpay_plugin.errors import Busy
from agentpay_plugin.models import LeasedRow

LEASE_SECONDS = 60

Clock = Callable[[], dt.datetime]


@contextmanager
def leased(
    model: type[LeasedRow],
    key: object,
    seconds: int = LEASE_SECONDS,
    clock: Clock = timezone.now,
) -> Iterator[str]:
    """Hold the row with primary key `key` for the block; yields the owner's mark.

    Raises Busy when another worker holds it (or the row does not exist). A worker that is being torn
    down (SystemExit and its like) leaves its lease to run out, as a killed one does.
    """
    owner = secrets.token_hex(16)
    now = clock()
    free = Q(lease_until__isnull=True) | Q(lease_until__lt=now)
    taken = model._default_manager.filter(free, pk=key).update(
        lease_owner=owner, lease_until=now + dt.timedelta(seconds=seconds)
    )
    if not taken:
        raise _busy(model, key)
    try:
        yield owner
    except Exception:
        # Any failure of the work, passed on. Not SystemExit and its like: those leave the lease.
        _give_back(model, key, owner)
        raise
    _give_back(model, key, owner)


def prolong(
    model: type[LeasedRow],
    key: object,
    owner: str,
    seconds: int = LEASE_SECONDS,
    clock: Clock = timezone.now,
) -> None:
    """Begin the lease's time anew, before another slow step; raises Busy when it is no longer `owner`'s."""
    until = clock() + dt.timedelta(seconds=seconds)
    held = model._default_manager.filter(pk=key, lease_owner=owner)
    if not held.update(lease_until=until):
        raise _busy(model, key)


def _give_back(model: type[LeasedRow], key: object, owner: str) -> None:
    model._default_manager.filter(pk=key, lease_owner=owner).update(
        lease_owner="", lease_until=None
    )


def _busy(model: type[LeasedRow], key: object) -> Busy:
    return Busy(f"{model.__name__} {key} is being worked on")
