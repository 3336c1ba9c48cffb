"""`manage.py agentpay_health`: whether AgentPay's work goes on, for people and for monitoring. No personal data."""

from __future__ import annotations

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from agentpay_plugin.hosting import health, host
from agentpay_plugin.hosting.health import Health, Queue


class Command(BaseCommand):
    """Exits with 1 when something is wrong. Nothing is changed, and nobody outside is asked."""

    help = (
        "Say whether payments, webhooks, chat messages and the sweep go on; exit status 1 if not."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Say how to print."""
        parser.add_argument("--json", action="store_true", help="print one JSON object instead")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 Django's signature
        here = host.current()
        found = health.look(here.charges, here.channel_slug, here.assistants())
        if options["json"]:
            self.stdout.write(json.dumps(found.as_json(), indent=2))
        else:
            self._print(found)
        if found.problems():
            sys.exit(1)

    def _print(self, found: Health) -> None:
        swept = "never" if found.sweep_age is None else f"{found.sweep_age} s ago"
        self.stdout.write(f"sweep     last ran {swept}")
        self.stdout.write(
            f"payments  {found.payments_going_on} going on, {found.payments_stuck} stuck,"
            f" {found.payments_for_the_merchant} wait for the merchant (agentpay_held)"
        )
        self.stdout.write(f"webhooks  {_queue(found.notices)}")
        self.stdout.write(f"messages  {_queue(found.turns)}")
        for one in found.stuck:
            self.stdout.write(f"stuck     {one.id}  {one.state}  since {one.since}")
        for problem in found.problems():
            self.stdout.write(f"problem   {problem}")
        self.stdout.write("something is wrong" if found.problems() else "all is well")


def _queue(queue: Queue) -> str:
    oldest = "" if queue.oldest is None else f", the oldest for {queue.oldest} s"
    return f"{queue.waiting} waiting{oldest}, {queue.overdue} overdue"
