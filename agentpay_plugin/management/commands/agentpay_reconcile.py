"""`manage.py agentpay_reconcile`: the provider's, AgentPay's and the shop's books compared. No personal data."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentTypeError
from datetime import datetime, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from agentpay_plugin.charges import view
from agentpay_plugin.charges.reconciling import Outcome, Pace, charges_of, paced, reconcile
from agentpay_plugin.hosting import host

_PROGRESS_EVERY = 100


class Command(BaseCommand):
    """Prints a line for each difference, and last what is left. Exits with 1 when something is left."""

    help = (
        "Compare every payment of a time with the payment provider and the shop, and name what differs."
        " Nothing is changed unless --mend is given."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Say which payments, and how fast."""
        parser.add_argument(
            "--since",
            type=_ago,
            default="7d",
            help="payments begun from then on: 90m, 36h or 7d ago, or 2026-11-28 or 2026-11-28T09:30 in"
            " Django's time zone (default 7d)",
        )
        parser.add_argument(
            "--until", type=_ago, default="0m", help="begun before then (default now)"
        )
        parser.add_argument("--channel", help="only this channel, by its slug")
        parser.add_argument(
            "--rate",
            type=_rate,
            default="5",
            help="calls of a provider per second, 0.1 to 50 (default 5)",
        )
        parser.add_argument(
            "--mend",
            action="store_true",
            help="settle once more what that may mend; else only look",
        )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 Django's signature
        here = host.current()
        channel = self._channel(here, options["channel"])
        ids = charges_of(options["since"], options["until"], channel)
        desk = paced(here.charges, Pace(options["rate"]))
        count = differing = mended = left = 0
        for outcome in reconcile(desk, ids, mend=options["mend"]):
            count += 1
            if outcome.found or outcome.problem:
                self._tell(outcome, mend=options["mend"])
                differing += 1
                is_left = bool(outcome.left or outcome.problem)
                left += is_left
                mended += not is_left
            if count % _PROGRESS_EVERY == 0:
                self.stderr.write(f"{count} of {len(ids)} compared")
        self.stdout.write(
            f"{count} payments compared: {differing} differ, {mended} mended, {left} left"
        )
        if left:
            sys.exit(1)

    def _channel(self, here: host.Host, slug: str | None) -> str | None:
        if slug is None:
            return None
        key = here.channel_key(slug)
        if key is None:
            raise CommandError(f"--channel: the shop has no channel {slug}.")
        return key

    def _tell(self, outcome: Outcome, *, mend: bool) -> None:
        charge = outcome.charge
        about = f"{charge.pk}  {charge.provider_ref or 'no reference'}  {view.amount(charge)}"
        if outcome.problem:
            self.stdout.write(f"{about}  could not be compared: {outcome.problem}")
        for one in outcome.found:
            fate = "" if one.is_mendable else "  for a person"
            if mend and one.is_mendable:
                fate = "  left" if one in outcome.left else "  mended"
            elif one.is_mendable:
                fate = "  --mend may mend it"
            self.stdout.write(f"{about}  {one.words}{fate}")
        for one in outcome.left:
            if one not in outcome.found:
                self.stdout.write(f"{about}  {one.words}  found after mending")


def _ago(text: str) -> datetime:
    """Return a time in UTC; raises ArgumentTypeError."""
    if match := re.fullmatch(r"(\d{1,5})([mhd])", text):
        unit = {"m": "minutes", "h": "hours", "d": "days"}[match[2]]
        return timezone.now() - timedelta(**{unit: int(match[1])})
    try:
        found = parse_datetime(text if "T" in text else f"{text}T00:00")
    except ValueError:
        found = None
    if found is None:
        raise ArgumentTypeError(f"{text} is no time; write 36h, 7d, 2026-11-28 or 2026-11-28T09:30")
    return found if timezone.is_aware(found) else timezone.make_aware(found)


def _rate(text: str) -> float:
    try:
        rate = float(text)
    except ValueError:
        rate = 0.0
    if not 0.1 <= rate <= 50:
        raise ArgumentTypeError(f"{text} is no rate; write a number from 0.1 to 50")
    return rate
