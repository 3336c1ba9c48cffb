"""One look-alike of Stripe: its parts, and everything a test or a demo can do to it."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from typing import Any

from agentpay_plugin.demo.stripe.api import Api
from agentpay_plugin.demo.stripe.clock import Clock
from agentpay_plugin.demo.stripe.faults import Fault, FaultKind, Faults
from agentpay_plugin.demo.stripe.incoming import Seen
from agentpay_plugin.demo.stripe.ledger import Ledger, Record
from agentpay_plugin.demo.stripe.objects import Thing
from agentpay_plugin.demo.stripe.webhooks import Endpoint, Modes, Order, Webhooks


class LookAlike:
    """Steered by these methods in-process, and by the same words over HTTP (control.py)."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.clock = Clock()
        self.faults = Faults()
        self._webhooks = Webhooks(self.clock, lambda: self.ledger.expire_due())
        self.ledger = Ledger(self.clock, self._webhooks.send, url)
        self.api = Api(self.clock, self.ledger, self.faults)

    def start(self) -> None:
        self._webhooks.start()

    def stop(self) -> None:
        self.faults.release()
        self._webhooks.stop()

    # --- the shopper ------------------------------------------------------------------------------

    def pay(self, session_id: str, email: str | None = None, *, delayed: bool = False) -> Thing:
        """Pay, as the page's button does; `delayed`: complete but unpaid until `settle`."""
        return self.ledger.pay(session_id, email, delayed=delayed).thing

    def settle(self, session_id: str, *, succeed: bool = True) -> Thing:
        """End a delayed payment well or badly."""
        return self.ledger.settle(session_id, succeed=succeed).thing

    def decline(self, session_id: str, reason: str = "generic_decline") -> Thing:
        """Let one try to pay be declined."""
        return self.ledger.decline(session_id, reason).thing

    def expire(self, session_id: str) -> Thing:
        """Expire a session without moving the clock."""
        return self.ledger.expire(session_id).thing

    # --- the merchant at Stripe -------------------------------------------------------------------

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

    def give_back(self, session_id: str, amount: int | None = None) -> Thing:
        """Refund a paid session in the Dashboard, in Stripe's minor units; None: all that is left."""
        return self.ledger.give_back(session_id, amount).thing

    def refunds_become(self, *statuses: str) -> None:
        """Let the next refunds have these statuses when made (`pending`, …); else `succeeded`."""
        self.ledger.next_refunds.extend(statuses)

    def move_refund(self, refund_id: str, status: str) -> Thing:
        """Let a pending refund end as `succeeded` or `failed`."""
        return self.ledger.move_refund(refund_id, status).thing

    def revoke(self, secret_key: str) -> None:
        """Refuse this key from now on."""
        self.api.revoked.add(secret_key)

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

    def flush(self, timeout: float = 30.0) -> bool:
        """Wait until every webhook that may leave was answered (or failed)."""
        return self._webhooks.flush(timeout)

    # --- keeping ----------------------------------------------------------------------------------

    def kept(self) -> list[Thing]:
        """Return every object so that another look-alike can go on with it (`take_over`)."""
        with self.ledger.lock:
            return copy.deepcopy([vars(record) for record in self.ledger.records.values()])

    def take_over(self, kept: Sequence[Thing]) -> None:
        """Hold what another look-alike held. Its events and idempotency keys are not taken over."""
        with self.ledger.lock:
            self.ledger.records |= {each["thing"]["id"]: Record(**each) for each in kept}

    # --- looking ----------------------------------------------------------------------------------

    @property
    def sessions(self) -> list[Thing]:
        return self.ledger.all("checkout.session")

    @property
    def refunds(self) -> list[Thing]:
        return self.ledger.all("refund")

    @property
    def payment_intents(self) -> list[Thing]:
        return self.ledger.all("payment_intent")

    @property
    def events(self) -> list[Thing]:
        return list(self.ledger.events)

    @property
    def requests(self) -> list[Seen]:
        return list(self.api.seen)

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
        self.ledger.expire_due()
        self._webhooks.wake()
        return self.clock.now()
