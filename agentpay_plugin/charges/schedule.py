"""When a charge or a notice is looked at again."""

from __future__ import annotations

from datetime import datetime, timedelta

from agentpay_plugin.models import Charge

# Of work that failed: soon, then ever more seldom. In seconds.
_RETRIES = (5, 15, 30, 60, 120, 300)
# Of a page that is open: webhooks bring the news, this only catches the lost ones.
_OPEN = (60, 120, 180, 300)
# Of money that is on its way for days.
_SLOW = (60, 300, 900, 3600)
# Of what is reserved for days: as above, webhooks bring the news.
_RESERVED = (3600, 43200)
# Of what takes weeks.
_DAILY = (300, 3600, 86400)

# Of a PIX that ended unpaid: a bank may have been at it when its code was closed, and the webhook lost.
_LATE = (600, 3600, 24 * 3600)
_LATE_FOR = timedelta(days=7)

GIVE_UP = timedelta(minutes=30)
# A checkout is never given up at its first refusal.
SECOND_LOOK = timedelta(seconds=30)
# What the merchant decides on is looked at now and then, for they may decide in the shop itself.
HELD_EVERY = timedelta(hours=1)
# An order whose reservation lapsed stays on the merchant's list for so long, unless it is paid or closed before.
LAPSED_EVERY = timedelta(days=1)
LAPSED_FOR = timedelta(days=30)
PLAN_LIFETIME = timedelta(minutes=15)


def retry_at(now: datetime, tries: int) -> datetime:
    """Return when to try again what has failed `tries` times before."""
    return _at(_RETRIES, now, tries)


def open_at(now: datetime, tries: int, expires_at: datetime | None) -> datetime:
    """Return when to ask about an open page again: at its end at the latest."""
    at = _at(_OPEN, now, tries)
    return min(at, expires_at) if expires_at and expires_at > now else at


def slow_at(now: datetime, tries: int) -> datetime:
    """Return when to ask again about something that takes hours or days."""
    return _at(_SLOW, now, tries)


def reserved_at(now: datetime, tries: int) -> datetime:
    """Return when to ask again about money that waits to be captured."""
    return _at(_RESERVED, now, tries)


def daily_at(now: datetime, tries: int) -> datetime:
    """Return when to ask again about something that takes weeks."""
    return _at(_DAILY, now, tries)


def late_at(now: datetime, tries: int) -> datetime | None:
    """Return when to look again whether what ended unpaid was paid all the same; None: no more."""
    return now + timedelta(seconds=_LATE[tries]) if tries < len(_LATE) else None


def look_late(charge: Charge, now: datetime) -> None:
    """Look again later, if it was due, at a charge that ended unpaid."""
    if charge.next_check_at is not None and now >= charge.next_check_at:
        wait(charge, late_at(now, charge.tries + 1))


def look_once_more(charge: Charge, now: datetime) -> None:
    """Look again soon, if it was due, at one that could not be looked at: that was none of the looks, for a week."""
    if now - charge.state_since > _LATE_FOR:
        look_late(charge, now)
    elif charge.next_check_at is not None and now >= charge.next_check_at:
        same = Charge.objects.filter(pk=charge.pk, state=charge.state)
        same.update(next_check_at=_at(_RETRIES, now, len(_RETRIES)))


def wait(charge: Charge, until: datetime | None) -> None:
    """Look at the charge again at `until`, if it is still in the state it was read in."""
    same = Charge.objects.filter(pk=charge.pk, state=charge.state)
    same.update(next_check_at=until, tries=charge.tries + 1)


def at_once(charge: Charge, now: datetime) -> None:
    """Look at the charge again as soon as somebody can."""
    Charge.objects.filter(pk=charge.pk, state=charge.state).update(next_check_at=now)


def refused(charge: Charge, until: datetime) -> None:
    """Count a refusal of the shop's, and ask it again at `until`."""
    same = Charge.objects.filter(pk=charge.pk, state=charge.state)
    same.update(next_check_at=until, tries=charge.tries + 1, refusals=charge.refusals + 1)


def _at(seconds: tuple[int, ...], now: datetime, tries: int) -> datetime:
    return now + timedelta(seconds=seconds[min(tries, len(seconds) - 1)])
