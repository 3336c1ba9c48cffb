"""A merchant who saves the settings of a channel, as saleor/saving.py lets it go: all or nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from agentpay_plugin import settings, settings_check
from agentpay_plugin.payments import Bases, setup

HOST = "https://shop.example"


@dataclass
class Merchant:
    """`stored` is what the shop's database holds of the channel, `now` the time."""

    bases: Bases
    host: str = HOST
    now: datetime = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)
    stored: dict[str, Any] = field(default_factory=dict)
    lent: dict[str, Any] = field(default_factory=dict)
    active: bool = False
    seconds: float = setup.SECONDS
    open_refs: dict[str, str] = field(default_factory=dict)

    def save(self, active: bool | None = None, **typed: str) -> dict[str, str]:
        """Save what is typed, and return what is refused by field."""
        active = self.active if active is None else active
        before, after = self.stored | self.lent, self.stored | typed | self.lent
        refused = settings_check.problems(active, after)
        if refused:
            return refused
        outcome = setup.prepare(
            active, before, after, self.site, self.now, self.seconds, open_refs=self.open_refs
        )
        if outcome.problems:
            return outcome.problems
        self.stored |= typed | outcome.values
        self.active = active
        setup.tidy(before, self.stored | self.lent, self.site)
        return {}

    def wait(self, hours: float) -> None:
        self.now += timedelta(hours=hours)

    @property
    def settings(self) -> settings.ChannelSettings:
        return settings.parse(self.active, self.stored | self.lent, self.now)

    @property
    def notice(self) -> str:
        return str(self.stored["setup_notice"])

    @property
    def site(self) -> setup.Site:
        return setup.Site(self.url, "owner@shop.example", self.bases)

    def url(self, provider: str) -> str:
        return f"{self.host}/webhooks/{provider}/1/"
