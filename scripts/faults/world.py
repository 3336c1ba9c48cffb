"""What the world does to a run: each fault of plan.FAULTS, when the purchase that drew it comes to its step."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock, Timer
from typing import Any

import requests

from scripts.faults.agenda import Agenda
from scripts.faults.clock import Clock
from scripts.faults.journal import Journal
from scripts.faults.kinds import KINDS
from scripts.faults.plan import Planned, Step, Strike
from scripts.faults.roads import ROADS, Bank, Road
from scripts.faults.stack import Stack

_HANDS = 40  # faults at once
_CALLS = ("any", "open", "open", "read", "close", "refund")
# How webhooks are sent while nothing is done to them: signed by the run's time.
_CALM: Mapping[str, Any] = {
    "lose": 0, "repeat": 1, "parallel": 4, "hold": False, "delay": 0, "order": "created",
    "signature_offset": 0, "virtual_signature": True,
}  # fmt: skip
_WEBHOOKS: Mapping[str, Mapping[str, Any]] = {
    "webhooks lost": {"lose": 8},
    "webhooks repeated": {"repeat": 5, "parallel": 8},
    "webhooks delayed": {"delay": 300},
    "webhooks reversed": {"hold": True, "order": "reversed", "parallel": 8},
    "webhooks shuffled": {"hold": True, "order": "shuffled", "parallel": 8},
}
_WEATHER_LASTS = 4.0  # real seconds
_MUCH_LATER = 120.0  # real seconds
# Where a kill must not tear anything apart (charges/desk.py). Those of a refund are seldom come to.
_CHECKPOINTS = (
    "open.row_committed",
    "open.provider_created",
    "open.answer_stored",
    "settle.paid",
    "settle.reported",
    "settle.completed",
    "settle.confirmed",
    "refund.row_committed",
    "refund.provider_refunded",
    "refund.reported",
)
_DIES_WITHIN = 25.0  # real seconds


class World:
    """Strikes in threads of its own, so that no shopper waits for a fault."""

    def __init__(
        self, stack: Stack, clock: Clock, banks: Mapping[str, Bank], journal: Journal
    ) -> None:
        self.stack = stack
        self.agenda = Agenda(clock)
        self._clock = clock
        self._banks = banks
        self._journal = journal
        self._hands = ThreadPoolExecutor(_HANDS, thread_name_prefix="world")
        self._striking: list[Future[None]] = []
        self._weather = Lock()
        self._lock = Lock()
        self._struck: set[tuple[int, Strike]] = set()
        self._timers: list[Timer] = []
        self._is_over = False

    def calm(self) -> None:
        """Let webhooks leave as they should, signed by the run's time."""
        for bank in self._banks.values():
            bank.lever("webhooks", **_CALM)

    def lose_webhooks(self) -> None:
        """Let no webhook arrive until it is calm again."""
        for bank in self._banks.values():
            bank.lever("webhooks", **{**_CALM, "lose": -1})

    def reach(self, planned: Planned, step: Step) -> None:
        """A shopper is about to do something: what their purchase drew for that strikes, once."""
        for strike in planned.strikes:
            with self._lock:
                mark = (planned.number, strike)
                is_due = strike.step is step and mark not in self._struck and not self._is_over
                if is_due:
                    self._struck.add(mark)
                    self._striking.append(self._hands.submit(self._strike, planned, strike))

    def later(self, work: Callable[[], None]) -> None:
        """Do something once a purchase is surely settled; never, when the faults are over before that."""
        timer = Timer(_MUCH_LATER, work)
        timer.daemon = True
        self._timers.append(timer)
        timer.start()

    def hold_next_page(self, road: Road, number: int) -> None:
        """Hold back the answer to the next call that opens a page, for less than its deadline."""
        bank = self._banks[road.at.name]
        bank.lever("faults", kind="hold", seconds=4.0, pattern=bank.pattern("open"))
        self._journal.struck("answer held back", number, self._journal.seconds(), "armed")

    def heal(self) -> None:
        """End all faults: what is down comes up, what was armed is taken back, clocks are set right."""
        with self._lock:
            self._is_over = True
        for timer in self._timers:
            timer.cancel()
        self._hands.shutdown()
        for one in self._striking:
            one.result()
        for bank in self._banks.values():
            bank.lever("faults/release")
            bank.lever("webhooks/resume")
        self.calm()
        self._clock.set_right()

    # --- the faults

    def _strike(self, planned: Planned, strike: Strike) -> None:
        time.sleep(strike.after)
        begun = self._journal.seconds()
        name = next(road.at.name for road in ROADS if road.name == planned.road)
        try:
            detail = self._do(strike, name, self._banks[name])
        except requests.RequestException:  # the look-alike stands still or is busy
            detail = None
        if detail is None:
            self._journal.skip(strike.fault)
        else:
            self._journal.struck(strike.fault, planned.number, begun, detail)

    def _do(self, strike: Strike, look_alike: str, bank: Bank) -> str | None:
        """Do it; returns what exactly was done, None when it could not be."""
        fault, dice = strike.fault, strike.dice
        if fault in KINDS:
            return self._at_provider(fault, dice, bank)
        if fault in _WEBHOOKS:
            return self._with_webhooks(_WEBHOOKS[fault], bank)
        doing: Mapping[str, Callable[[], str | None]] = {
            "web killed": lambda: self._killed("web", dice * 2),
            "worker killed": lambda: self._killed("worker", dice * 2),
            "task killed": lambda: "" if self.stack.kill_task(dice) else None,
            "killed between two lines": lambda: self._at_checkpoint(dice),
            "beat killed": lambda: self._killed("beat", dice * 5),
            "redis lost": lambda: self._killed("redis", dice * 4),
            "redis hangs": lambda: "" if self.stack.hang("redis", 1 + dice * 4) else None,
            "database dropped": lambda: f"{self.stack.drop_connections()} connections",
            "refunds pending": lambda: self._refunds(bank, well=True),
            "refunds failing": lambda: self._refunds(bank, well=False),
            "provider's whim": lambda: self._whim(bank, dice),
            "clock jumps": lambda: self._jump(60 + 90 * dice),
            "provider's clock off": lambda: self._apart(look_alike, 100 * dice - 50),
            "processes' clocks apart": lambda: self._apart("web", 60 * dice - 30),
            "signatures' time off": lambda: self._with_webhooks(
                {"signature_offset": int(800 * dice - 400)}, bank
            ),
        }
        return doing[fault]()

    def _killed(self, name: str, dead_for: float) -> str | None:
        return f"for {dead_for:.1f} s" if self.stack.kill(name, dead_for) else None

    def _at_checkpoint(self, dice: float) -> str | None:
        """Kill whoever comes to a checkpoint first; None when nobody does in time."""
        checkpoint = _CHECKPOINTS[int(dice * len(_CHECKPOINTS))]
        mark = self.stack.site.deaths / checkpoint
        mark.touch()
        end = time.monotonic() + _DIES_WITHIN
        while mark.exists() and time.monotonic() < end and not self._is_over:
            time.sleep(0.2)
        try:
            mark.unlink()
        except FileNotFoundError:
            return checkpoint
        return None

    def _at_provider(self, fault: str, dice: float, bank: Bank) -> str:
        call = _CALLS[int(dice * len(_CALLS))]
        seconds = {"slow": 4.0, "slow body": 6.0 + 10 * dice}.get(fault, 15.0)
        bank.lever("faults", kind=KINDS[fault], seconds=seconds, pattern=bank.pattern(call))
        return f"armed for {call}"

    def _with_webhooks(self, modes: Mapping[str, Any], bank: Bank) -> str | None:
        """Let webhooks go wrong for a while; one way at a time."""
        if not self._weather.acquire(blocking=False):
            return None
        try:
            bank.lever("webhooks", **{**_CALM, **modes})
            time.sleep(_WEATHER_LASTS)
            order = modes.get("order", "created")
            bank.lever("webhooks", **{**_CALM, "order": order})
            # A provider that stops after many failures goes on when the merchant asks it to.
            bank.lever("webhooks/resume")
        finally:
            self._weather.release()
        return ", ".join(f"{name} {value}" for name, value in modes.items())

    def _whim(self, bank: Bank, dice: float) -> str | None:
        """Let a provider have a whim for a while; one at a time, so that none ends another's."""
        if not self._weather.acquire(blocking=False):
            return None
        try:
            whim = bank.whim(dice)
            if whim is None:
                return None
            name, end = whim
            time.sleep(_WEATHER_LASTS)
            end()
        finally:
            self._weather.release()
        return name

    def _refunds(self, bank: Bank, *, well: bool) -> str:
        bank.refunds_become(well=well)
        return "the next three" if well else "the next one"

    def _jump(self, seconds: float) -> str:
        self._clock.jump(seconds)
        return f"{seconds:.0f} s ahead"

    def _apart(self, name: str, seconds: float) -> str:
        self._clock.set_apart(name, seconds)
        time.sleep(_WEATHER_LASTS)
        self._clock.set_apart(name, 0.0)
        return f"{name} {seconds:+.0f} s"
