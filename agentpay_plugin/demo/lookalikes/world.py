"""The world around a look-alike: its clock, the faults between it and us, its webhooks; and their switches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from typing import Any

from agentpay_plugin.demo.lookalikes.clock import Clock
from agentpay_plugin.demo.lookalikes.faults import Fault, FaultKind, Faults
from agentpay_plugin.demo.lookalikes.webhooks import Endpoint, Manners, Modes, Order, Webhooks


class World:
    """What every look-alike has, steered by methods in-process, and by the same words over HTTP (levers.py)."""

    def __init__(self, url: str, manners: Manners) -> None:
        self.url = url
        self.clock = Clock()
        self.faults = Faults()
        self._webhooks = Webhooks(self.clock, self.catch_up, manners)

    def start(self) -> None:
        self._webhooks.start()

    def stop(self) -> None:
        self.faults.release()
        self._webhooks.stop()

    def catch_up(self) -> None:
        """Let happen what is due by the clock."""

    def listen(
        self,
        url: str,
        secret: str,
        enabled_events: Sequence[str] = ("*",),
        account: str | None = None,
    ) -> Endpoint:
        """Register a webhook endpoint: for one secret key's account, or for all."""
        endpoint = Endpoint(url, secret, tuple(enabled_events), account)
        self._webhooks.endpoints.append(endpoint)
        return endpoint

    def deafen(self) -> None:
        """Remove all endpoints."""
        self._webhooks.endpoints.clear()

    # --- the world --------------------------------------------------------------------------------

    def advance(self, seconds: float) -> int:
        """Move the clock; what is due happens before this returns. Returns the new time."""
        self.clock.advance(seconds)
        return self._moved()

    def set_clock(self, at: float | None) -> int:
        """Set the clock; None: back to the wall's."""
        self.clock.reset() if at is None else self.clock.set(at)
        return self._moved()

    def fault(
        self, kind: FaultKind | str, times: int = 1, seconds: float = 60.0, pattern: str = ""
    ) -> None:
        """Let the next `times` API calls whose "METHOD /path" matches fail (faults.py lists how)."""
        self.faults.add(Fault(FaultKind(kind), times, seconds, pattern))

    def webhooks(self, **modes: Any) -> Modes:
        """Change how webhooks go wrong from now on (webhooks.Modes names the switches).

        Raises TypeError or ValueError for what is no such switch, or no such setting of it.
        """
        if "order" in modes:
            modes["order"] = Order(modes["order"])
        for item in fields(Modes):
            kind = type(getattr(self._webhooks.modes, item.name))
            if item.name in modes and not isinstance(modes[item.name], kind):
                raise TypeError(f"{item.name} must be of type {kind.__name__}")
        self._webhooks.modes = replace(self._webhooks.modes, **modes)
        self._webhooks.wake()
        return self._webhooks.modes

    def webhooks_normal(self) -> Modes:
        """Let nothing go wrong any more, and send what was held."""
        self._webhooks.modes = Modes()
        self._webhooks.wake()
        return self._webhooks.modes

    def release(self, order: Order | str | None = None) -> None:
        """Send what is held or delayed, together, in this order."""
        self._webhooks.release(None if order is None else Order(order))

    def resend(self, event_id: str) -> int:
        """Send an event once more, lost ones too; returns how many deliveries that makes."""
        return self._webhooks.resend(event_id)

    def resume(self) -> None:
        """Send to endpoints again that were paused after too many failures."""
        self._webhooks.resume()

    def flush(self, timeout: float = 30.0) -> bool:
        """Wait until every webhook that may leave was answered (or failed)."""
        return self._webhooks.flush(timeout)

    @property
    def deliveries(self) -> list[dict[str, Any]]:
        return [delivery.seen() for delivery in list(self._webhooks.deliveries)]

    @property
    def endpoints(self) -> list[dict[str, Any]]:
        return [
            {k: v for k, v in asdict(one).items() if k not in ("secret", "account")}
            for one in self._webhooks.endpoints
        ]

    def _moved(self) -> int:
        self.catch_up()
        self._webhooks.wake()
        return self.clock.now()
