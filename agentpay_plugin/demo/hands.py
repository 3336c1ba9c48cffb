"""Workers in the demo's own process: threads that take what was woken, and a clock that starts the sweep."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable

from django.db import connections

from agentpay_plugin.chat.faults import fault
from agentpay_plugin.errors import Busy
from agentpay_plugin.hosting.sweeping import SWEEP_TASK
from agentpay_plugin.hosting.work import Works

logger = logging.getLogger(__name__)

THREADS = 2  # money does not wait behind a slow turn
TICK_SECONDS = 5.0

Woken = tuple[str, str]


class Hands:
    """Takes tasks with the id of their row, as Celery does, and forgets them when it stops, as Celery may."""

    def __init__(self, works: Callable[[], Works]) -> None:
        self._works = works
        self._woken: queue.SimpleQueue[Woken | None] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._threads = [
            threading.Thread(target=self._work, name=f"worker-{number}")
            for number in range(THREADS)
        ]
        self._threads.append(threading.Thread(target=self._tick, name="sweep-clock"))

    def wake(self, task: str, row_id: str) -> bool:
        """Take a task; False once it is too late for it."""
        if self._stopping.is_set():
            return False
        self._woken.put((task, row_id))
        return True

    def work_off(self) -> None:
        """Do in this thread what was woken so far: for a process that never starts the others."""
        while not self._woken.empty():
            if (woken := self._woken.get()) is not None:
                self._do(*woken)

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End after the work in hand. What was only woken is found by the next start's sweep."""
        self._stopping.set()
        for _ in range(THREADS):
            self._woken.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        while not self._stopping.is_set() and (woken := self._woken.get()) is not None:
            try:
                self._do(*woken)
            finally:
                connections.close_all()

    def _do(self, task: str, row_id: str) -> None:
        try:
            self._works()[task](row_id)
        except Busy:
            logger.info("%s is left to the sweep: another worker has its row", task)
        except Exception as error:  # noqa: BLE001 a door: the row is still there for the sweep
            logger.error("%s failed: %s", task, fault(error))

    def _tick(self) -> None:
        while not self._stopping.is_set():
            self.wake(SWEEP_TASK, "")
            self._stopping.wait(TICK_SECONDS)
