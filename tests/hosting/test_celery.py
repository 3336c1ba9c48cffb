"""A task whose row another worker has comes back for it."""

from __future__ import annotations

from typing import Any

import pytest
from celery import Celery

from agentpay_plugin.errors import Busy
from agentpay_plugin.hosting.celery import BUSY_TRIES, work_off


def run(busy_times: int) -> list[str]:
    """Run a task whose row is busy so many times; the rows that it asked for."""
    app, asked = Celery(set_as_current=False), list[str]()
    app.conf.task_always_eager = True

    def work(row_id: str) -> None:
        asked.append(row_id)
        if len(asked) <= busy_times:
            raise Busy(f"{row_id} is being worked on")

    @app.task(bind=True)  # type: ignore[untyped-decorator]
    def task(self: Any, row_id: str) -> None:
        work_off(self, work, row_id)

    task.apply_async(args=["7"])
    return asked


@pytest.mark.parametrize("busy_times", [0, 1, BUSY_TRIES])
def test_row_is_worked_on_once_it_is_free(busy_times: int) -> None:
    assert run(busy_times) == ["7"] * (busy_times + 1)


def test_row_that_stays_busy_is_left_to_the_sweep() -> None:
    assert run(100) == ["7"] * (BUSY_TRIES + 1)
