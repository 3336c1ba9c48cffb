"""Webhooks, really signed and really POSTed, in the background; and every way in which they go wrong."""

from __future__ import annotations

import http.client
import random
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from agentpay_plugin.demo.lookalikes.clock import Clock

RETRIES = (10, 60, 600, 3600)  # seconds after a delivery that was not taken
_TIMEOUT = 20  # seconds a receiver may take


# Takes a body, the endpoint's secret and the time of signing; returns the headers that prove the sender.
Sign = Callable[[bytes, str, int], Mapping[str, str]]


class Order(StrEnum):
    CREATED = "created"
    REVERSED = "reversed"
    SHUFFLED = "shuffled"


class Fate(StrEnum):
    WAITING = "waiting"
    DELIVERING = "delivering"
    DELIVERED = "delivered"
    FAILED = "failed"
    LOST = "lost"


@dataclass(frozen=True)
class Endpoint:
    """Where events go. `account` is the key whose events it gets; None for those of every key."""

    url: str
    secret: str
    enabled_events: tuple[str, ...] = ("*",)
    account: str | None = None
    id: str = field(default_factory=lambda: f"we_1{secrets.token_hex(12)}")

    def wants(self, event_type: str, account: str) -> bool:
        return self.account in (None, account) and (
            "*" in self.enabled_events or event_type in self.enabled_events
        )


@dataclass
class Modes:
    """How deliveries go wrong, for the events that happen from now on.

    `lose`: that many events reach nobody (negative: all). `repeat`: each is sent so often. `parallel`:
    so many at once. `hold`: nothing leaves before `release`. `delay`: seconds on the look-alike's clock.
    `order`: of those that may leave together. `retry`: try again after a failure. The signature's time
    is the wall clock's plus `signature_offset`, or the look-alike's clock's with `virtual_signature`.
    """

    lose: int = 0
    repeat: int = 1
    parallel: int = 1
    hold: bool = False
    delay: int = 0
    order: Order = Order.CREATED
    retry: bool = True
    signature_offset: int = 0
    virtual_signature: bool = False


@dataclass
class Delivery:
    event_id: str
    event_type: str
    url: str
    secret: str
    body: bytes
    due: int
    fate: Fate = Fate.WAITING
    attempt: int = 1
    status: int | None = None

    def seen(self) -> dict[str, Any]:
        """Return what may be told of it: everything but the secret and the body."""
        return {k: v for k, v in asdict(self).items() if k not in ("secret", "body")}


@dataclass(frozen=True)
class Manners:
    """How a provider sends: what proves it, which answers it takes, and after how many others in a row it
    stops sending to an endpoint (None: never)."""

    sign: Sign
    is_taken: Callable[[int], bool] = lambda status: 200 <= status < 300
    pause_after: int | None = None


class Webhooks:
    """The endpoints, the queue, and the thread that works it off. `tick` is called about once a second."""

    def __init__(self, clock: Clock, tick: Callable[[], None], manners: Manners) -> None:
        self.modes = Modes()
        self.manners = manners
        self.paused: set[str] = set()  # addresses that nothing is sent to any more
        self._failures: dict[str, int] = {}  # in a row, by address
        self.endpoints: list[Endpoint] = []
        self.deliveries: list[Delivery] = []
        self._clock = clock
        self._tick = tick
        self._changed = threading.Condition()
        self._stopped = False
        self._thread = threading.Thread(target=self._work, name="webhooks", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        self._thread.join(timeout=_TIMEOUT)

    def send(self, event_id: str, event_type: str, body: bytes, account: str) -> None:
        """Queue an event for every endpoint that wants it."""
        with self._changed:
            lost = self.modes.lose != 0
            self.modes.lose -= 1 if lost else 0
            for endpoint in self.endpoints:
                if endpoint.wants(event_type, account):
                    self._queue(endpoint, event_id, event_type, body, lost)
            self._changed.notify_all()

    def release(self, order: Order | None = None) -> None:
        """Let go what is held or delayed, all together, in the given order."""
        with self._changed:
            self.modes.hold = False
            self.modes.order = order or self.modes.order
            for delivery in self.deliveries:
                delivery.due = min(delivery.due, self._clock.now())
            self._changed.notify_all()

    def resend(self, event_id: str) -> int:
        """Send an event again to whom it was meant for; returns how many deliveries that makes."""
        with self._changed:
            again = {d.url: d for d in self.deliveries if d.event_id == event_id}
            for old in again.values():
                self.deliveries.append(
                    Delivery(old.event_id, old.event_type, old.url, old.secret, old.body, due=0)
                )
            self._changed.notify_all()
            return len(again)

    def resume(self) -> None:
        """Send to every endpoint again, as a merchant asks for after a pause."""
        with self._changed:
            self.paused.clear()
            self._failures.clear()
            self._changed.notify_all()

    def wake(self) -> None:
        """Look at the clock again: it was moved."""
        with self._changed:
            self._changed.notify_all()

    def flush(self, timeout: float = 30.0) -> bool:
        """Wait until nothing that may leave is left; False when that took longer than `timeout`."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._busy(), timeout)

    def _busy(self) -> bool:
        return bool(self._due()) or any(d.fate is Fate.DELIVERING for d in self.deliveries)

    def _due(self) -> list[Delivery]:
        now = self._clock.now()
        return [
            delivery
            for delivery in self.deliveries
            if delivery.fate is Fate.WAITING
            and delivery.due <= now
            and not self.modes.hold
            and delivery.url not in self.paused
        ]

    def _queue(
        self, endpoint: Endpoint, event_id: str, event_type: str, body: bytes, lost: bool
    ) -> None:
        for _ in range(1 if lost else self.modes.repeat):
            self.deliveries.append(
                Delivery(
                    event_id=event_id,
                    event_type=event_type,
                    url=endpoint.url,
                    secret=endpoint.secret,
                    body=body,
                    due=self._clock.now() + self.modes.delay,
                    fate=Fate.LOST if lost else Fate.WAITING,
                )
            )

    def _work(self) -> None:
        while True:
            self._tick()
            with self._changed:
                batch = self._due()
                if self._stopped:
                    return
                if not batch:
                    self._changed.wait(1.0)
                    continue
                for delivery in batch:
                    delivery.fate = Fate.DELIVERING
                parallel = max(1, self.modes.parallel)
            with ThreadPoolExecutor(parallel) as pool:
                list(pool.map(self._deliver, self._ordered(batch)))

    def _ordered(self, batch: list[Delivery]) -> list[Delivery]:
        match self.modes.order:
            case Order.CREATED:
                return batch
            case Order.REVERSED:
                return batch[::-1]
            case Order.SHUFFLED:
                return random.sample(batch, len(batch))

    def _deliver(self, delivery: Delivery) -> None:
        base = self._clock.now() if self.modes.virtual_signature else int(time.time())
        at = base + self.modes.signature_offset
        proof = self.manners.sign(delivery.body, delivery.secret, at)
        status = _post(delivery.url, delivery.body, proof)
        with self._changed:
            delivery.status = status
            is_taken = status is not None and self.manners.is_taken(status)
            self._count(delivery.url, is_taken)
            if is_taken:
                delivery.fate = Fate.DELIVERED
            elif self.modes.retry and delivery.attempt <= len(RETRIES):
                delivery.fate = Fate.WAITING
                delivery.due = self._clock.now() + RETRIES[delivery.attempt - 1]
                delivery.attempt += 1
            else:
                delivery.fate = Fate.FAILED
            self._changed.notify_all()

    def _count(self, url: str, is_taken: bool) -> None:
        self._failures[url] = 0 if is_taken else self._failures.get(url, 0) + 1
        most = self.manners.pause_after
        if most is not None and self._failures[url] >= most:
            self.paused.add(url)


def _post(url: str, body: bytes, proof: Mapping[str, str]) -> int | None:
    """Return the receiver's status, None when it did not answer. Follows no redirect, as providers do not."""
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.netloc, timeout=_TIMEOUT)
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        **proof,
    }
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request("POST", path, body, headers)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
