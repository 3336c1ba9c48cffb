"""`manage.py agentpay_replay`: stored webhooks handled once more. No personal data."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from agentpay_plugin.charges import inbox
from agentpay_plugin.errors import Busy
from agentpay_plugin.hosting import host
from agentpay_plugin.models import ProviderNotice


class Command(BaseCommand):
    """Exits with 1 when one is not handled. The provider is asked anew, so that nothing happens twice."""

    help = "Handle a stored webhook once more, also one that was handled."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say which."""
        parser.add_argument(
            "event", help="the id of the notice, or of the provider's event (evt_…)"
        )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 Django's signature
        desk, event = host.current().charges, options["event"]
        found = list(_notices(event))
        if not found:
            raise CommandError(f"no webhook {event} is stored; the provider can send it again.")
        is_over = True
        for notice in found:
            about = f"{notice.pk}  {notice.provider}  {notice.type}  {notice.event_id}"
            try:
                fate = "handled" if inbox.replay(desk, notice.pk) else "waits, and is tried again"
            except Busy:
                fate = "is being handled by another worker"
            is_over &= fate == "handled"
            self.stdout.write(f"{about}  {fate}")
        if not is_over:
            sys.exit(1)


def _notices(event: str) -> list[ProviderNotice]:
    """Return the notice of an id, or of each channel that was told of an event."""
    if event.isascii() and event.isdigit() and len(event) < 19:
        same = list(ProviderNotice.objects.filter(pk=int(event)))
        if same:
            return same
    return list(ProviderNotice.objects.filter(event_id=event).order_by("pk"))
