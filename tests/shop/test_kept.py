"""What is kept in the process: for its time, bounded, and never a failure."""

from __future__ import annotations

import pytest

from agentpay_plugin.shop.kept import Kept


def test_a_value_is_read_once_within_its_time() -> None:
    now, reads = [0.0], iter(range(10))
    kept: Kept[int] = Kept(seconds=60, clock=lambda: now[0])

    first = kept.get("a", lambda: next(reads))
    now[0] = 59.0
    again = kept.get("a", lambda: next(reads))
    now[0] = 60.0
    later = kept.get("a", lambda: next(reads))

    assert (first, again, later) == (0, 0, 1)


def test_the_oldest_goes_where_there_are_too_many() -> None:
    kept: Kept[int] = Kept(most=2)
    for number in range(3):
        kept.get(number, lambda number=number: number)

    assert kept.get(2, lambda: -1) == 2
    assert kept.get(0, lambda: -1) == -1


def test_a_failure_is_not_kept() -> None:
    kept: Kept[int] = Kept()
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 // 0)

    assert kept.get("a", lambda: 5) == 5
