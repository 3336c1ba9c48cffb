"""`manage.py agentpay_held`: the payments that wait for a person of the merchant's. No personal data."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from agentpay_plugin.charges import view, waiting
from agentpay_plugin.models import Charge


class Command(BaseCommand):
    """Lists one payment per line; nothing is changed."""

    help = (
        "List the payments that AgentPay leaves to you: held ones, refunds that failed, disputes."
    )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 Django's signature
        found = list(waiting.for_the_merchant())
        for charge in found:
            self.stdout.write(_line(charge))
        self.stdout.write(f"{len(found)} waiting")


def _line(charge: Charge) -> str:
    about = (
        f"order {charge.order_id}"
        if charge.order_id
        else f"{charge.source_kind} {charge.source_id}"
    )
    since = f"{waiting.since(charge):%Y-%m-%d %H:%M} UTC"
    return f"{charge.pk}  {view.amount(charge)}  {waiting.why(charge)}  {about}  since {since}  {charge.provider_ref or ''}".rstrip()
