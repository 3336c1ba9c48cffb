"""The look-alike of Stripe inside the demo's own process, below /stripe/. What it holds is kept in a file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import requests

from agentpay_plugin.demo.channels import CHANNELS
from agentpay_plugin.demo.lookalikes.web import Dropped, Request, Response
from agentpay_plugin.demo.stripe import doors
from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.hosting import urls

PREFIX = "/stripe"
BODY_LIMIT = 1_000_000  # bytes
TIMEOUT = 5  # seconds


class Bank:
    """One look-alike, with a webhook endpoint for each channel."""

    def __init__(self, public_url: str, file: Path) -> None:
        self.like = LookAlike(public_url + PREFIX)
        self._file = file
        if file.exists():
            self.like.take_over(json.loads(file.read_text(encoding="utf-8")))
        self._kept = self._changes()
        for url, secret, account in endpoints(public_url):
            self.like.listen(url, secret, account=account)

    def answer(self, request: Request) -> Response | None:
        """Answer a request; None when it is to get no answer."""
        try:
            response = doors.answer(self.like, request)
        except Dropped:
            return None
        location = response.headers.get("Location", "")
        if location.startswith("/"):
            moved = {**response.headers, "Location": PREFIX + location}
            return Response(response.status, response.body, moved)
        return response

    def keep(self) -> None:
        """Write down what has changed."""
        changes = self._changes()
        if changes == self._kept:
            return
        fresh = self._file.with_suffix(".new")
        fresh.write_text(json.dumps(self.like.kept()), encoding="utf-8")
        fresh.replace(self._file)
        self._kept = changes

    def _changes(self) -> tuple[int, int]:
        """Return what grows with every change: each makes an object or an event."""
        return len(self.like.ledger.records), len(self.like.ledger.events)


def endpoints(public_url: str) -> list[tuple[str, str, str]]:
    """Return the address, signing secret and account of each channel's webhooks."""
    return [
        (
            public_url + urls.webhook_path(channel.number),
            channel.settings.stripe_webhook_secret,
            channel.settings.stripe_secret_key,
        )
        for channel in CHANNELS.values()
    ]


def register(base: str, public_url: str) -> bool:
    """Tell a look-alike in a process of its own where webhooks go; False when it does not answer."""
    try:
        requests.delete(f"{base}/_control/endpoints", timeout=TIMEOUT).raise_for_status()
        for url, secret, account in endpoints(public_url):
            given = {"url": url, "secret": secret, "account": account}
            requests.post(
                f"{base}/_control/endpoints", json=given, timeout=TIMEOUT
            ).raise_for_status()
    except requests.RequestException:
        command = "python -m agentpay_plugin.demo.stripe"
        print(
            f"demo: no look-alike of Stripe answers at {base}. Start it: {command}", file=sys.stderr
        )
        return False
    return True
