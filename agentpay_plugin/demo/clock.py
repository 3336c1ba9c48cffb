"""The demo's time: the wall's, unless a file says how far it is off, so that hours can pass in seconds."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from django.utils import timezone

from agentpay_plugin.demo import settings


def now() -> datetime:
    """Return the time in UTC; with DEMO_CLOCK it jumps whenever somebody writes that file."""
    return timezone.now() + timedelta(seconds=_offset())


def _offset() -> float:
    if settings.CLOCK_FILE:
        with suppress(FileNotFoundError):
            return float(settings.CLOCK_FILE.read_text(encoding="ascii"))
    return 0.0
