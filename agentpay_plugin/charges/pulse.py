"""When a periodic work last ran: whoever claims it first runs it."""

from __future__ import annotations

from datetime import datetime, timedelta

from agentpay_plugin.models import Pulse


def claim(name: str, every_seconds: int, now: datetime) -> bool:
    """Say whether the work `name` is due, and if so that it is now the caller's to do."""
    since = Pulse.objects.filter(name=name).values_list("last_run_at", flat=True).first()
    if since is not None and since > now - timedelta(seconds=every_seconds):
        return False  # as nearly every call finds
    due = Pulse.objects.filter(
        name=name, last_run_at__lte=now - timedelta(seconds=every_seconds)
    ).update(last_run_at=now)
    if due:
        return True
    _, is_first = Pulse.objects.get_or_create(name=name, defaults={"last_run_at": now})
    return is_first
