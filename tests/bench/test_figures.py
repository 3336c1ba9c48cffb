"""How figures are made of what was measured."""

from __future__ import annotations

import pytest

from scripts.bench.figures import Kind, Row, percentile, turn_row


def test_turn_of_long_bare_work_is_a_ratio_of_medians() -> None:
    row = turn_row("turn", [120, 100, 900], [80, 10, 100])

    assert (row.kind, row.ours, row.bare, row.figure) == (Kind.RATIO, 120, 80, 1.5)
    assert row.is_within is False


def test_turn_of_short_bare_work_is_a_difference() -> None:
    row = turn_row("turn", [60, 70, 80], [49, 49, 49])

    assert (row.kind, row.figure, row.is_within) == (Kind.DIFFERENCE, 21, True)


@pytest.mark.parametrize(("ours", "within"), [(125.0, True), (125.1, False)])
def test_aim_itself_is_within(ours: float, within: bool) -> None:
    assert turn_row("turn", [ours], [100.0]).is_within is within


def test_figure_without_an_aim_is_neither_met_nor_missed() -> None:
    assert Row("memory", 5, 3, "MB", Kind.DIFFERENCE).is_within is None


def test_ratio_to_nothing_is_no_error() -> None:
    assert Row("events", 5, 0, "ms", Kind.RATIO).figure == float("inf")


@pytest.mark.parametrize(
    ("share", "value"), [(0.0, 1.0), (0.5, 50.0), (0.95, 95.0), (0.951, 96.0), (1.0, 100.0)]
)
def test_percentile_is_a_value_that_was_measured(share: float, value: float) -> None:
    assert percentile([float(number) for number in range(100, 0, -1)], share) == value
