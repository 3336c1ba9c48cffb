"""What a run tells: progress, what was bought and what struck, and everything that is wrong."""

from __future__ import annotations

import sys
import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from scripts.faults.books import Books
from scripts.faults.journal import Journal
from scripts.faults.plan import Planned
from scripts.faults.wrongs import Wrong

_EVERY = 10.0  # seconds


def say(text: str) -> None:
    """Tell the person who waits."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


class Progress:
    """Says every ten seconds how far a run is."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._journal = Journal()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="progress", daemon=True)

    def begins(self, journal: Journal) -> None:
        self._journal = journal
        self._thread.start()

    def says(self, text: str) -> None:
        say(f"  {_clock(self._journal)}  {text}")

    def ends(self) -> None:
        self._ended.set()

    def _run(self) -> None:
        while not self._ended.wait(_EVERY):
            journal = self._journal
            if journal.done == self._count:
                return
            struck = len(journal.faults)
            begun = len(journal.purchases) - journal.done
            self.says(
                f"{journal.done} of {self._count} purchases done, {begun} under way, {struck} faults"
            )


def summary(planned: Sequence[Planned], books: Books, journal: Journal, met: Counter[str]) -> str:
    """Return the tables: what shoppers did and how that ended, and which faults there were."""
    paid = [taken for taken in books.taken if taken.is_paid]
    refs = {taken.ref for taken in paid}
    of_paid = [charge for charge in books.charges if charge.ref in refs]
    states = Counter(charge.state for charge in of_paid)
    held = Counter(charge.reason for charge in of_paid if charge.state == "held")
    ways = Counter(went.end.partition(":")[0] for went in journal.purchases.values())
    ends = [
        ("purchases", len(planned)),
        ("charges", len(books.charges)),
        ("paid at the provider", len(paid)),
        ("  confirmed with an order", states["confirmed"]),
        ("  refunded", states["refunded"]),
        ("  held for the merchant", states["held"]),
        *((f"    {reason}", count) for reason, count in sorted(held.items())),
        ("orders in the shop", len(books.orders)),
        ("tabs closed before the confirmation", ways["closed the tab"]),
        ("shoppers who gave up before that", ways["gave up"]),
    ]
    struck = Counter(one.fault for one in journal.faults if one.detail[:5] != "armed") + met
    return "\n".join(
        (
            "",
            _table("what came of it", "", ends),
            "",
            _table("faults injected", "times", sorted(struck.items())),
            "",
            _table("stories", "purchases", sorted(Counter(p.story for p in planned).items())),
            "",
        )
    )


def wrongs(found: Iterable[Wrong], planned: Sequence[Planned], journal: Journal, logs: Path) -> str:
    """Return each wrong purchase with its ids, what it met, and where the logs are."""
    by_number = {one.number: one for one in planned}
    lines: list[str] = []
    for wrong in found:
        lines.append(f"{wrong.kind.upper()}  purchase {wrong.number or '?'}: {wrong.what}")
        if wrong.charge_id:
            lines.append(f"    charge {wrong.charge_id}, at the provider {wrong.ref or 'unknown'}")
        if one := by_number.get(wrong.number):
            lines.append(f"    {one}")
            lines.append(f"    the shopper {journal.purchases[wrong.number].end}")
            met = (f"{m.fault} ({m.begun:.1f} s, {m.detail})" for m in journal.met_by(wrong.number))
            lines.append(f"    met {', '.join(met) or 'no fault'}")
    if lines:
        lines.append(f"logs: {logs}")
    return "\n".join(lines)


def broken(journal: Journal) -> list[str]:
    """Return what of the harness itself broke: that is no verdict on the product, and no success either."""
    return [
        f"purchase {went.number} {went.end}"
        for went in journal.purchases.values()
        if went.end.startswith("broke")
    ]


def _table(name: str, unit: str, rows: Sequence[tuple[str, int]]) -> str:
    width = max(len(name), *(len(row[0]) for row in rows)) + 2
    return "\n".join((f"{name:{width}}{unit}", *(f"{row[0]:{width}}{row[1]}" for row in rows)))


def _clock(journal: Journal) -> str:
    minutes, seconds = divmod(int(journal.seconds()), 60)
    return f"{minutes}:{seconds:02}"
