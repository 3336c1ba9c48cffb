"""Hands work to Celery."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from celery import Task, current_app
from kombu.exceptions import OperationalError

from agentpay_plugin.chat.assistant.desk import MODEL_TASK
from agentpay_plugin.chat.desk import TURN_TASK
from agentpay_plugin.errors import Busy
from agentpay_plugin.hosting.places import queue_of_models
from agentpay_plugin.hosting.sweeping import SWEEP_SECONDS, SWEEP_TASK

logger = logging.getLogger(__name__)

BUSY_TRIES = 3
_BUSY_SECONDS = 2


def wake(task: str, row_id: str) -> bool:
    """Hand a task its row; False when no broker took it, and the work is the caller's or the sweep's."""
    app = current_app
    if app.conf.task_always_eager and task in (TURN_TASK, SWEEP_TASK, MODEL_TASK):
        return False
    arguments = [row_id] if row_id else []
    options: dict[str, Any] = {}
    if task == SWEEP_TASK:
        options["expires"] = SWEEP_SECONDS
    if task == MODEL_TASK and (queue := queue_of_models()):
        options["queue"] = queue
    try:
        app.tasks[task].apply_async(args=arguments, retry=False, **options)
    except OperationalError:
        logger.warning("no broker took %s", task)
        return False
    return True


def work_off(task: Task, work: Callable[[str], object], row_id: str) -> None:
    """Do a task's work, or come back in a moment when another worker has the row.

    That one may be past what is new in it. A row that stays busy is left to the sweep.
    """
    try:
        work(row_id)
    except Busy as busy:
        if task.request.retries >= BUSY_TRIES:
            logger.info("%s %s is left to the sweep: %s", task.name, row_id, busy)
            return
        raise task.retry(countdown=_BUSY_SECONDS, max_retries=BUSY_TRIES) from busy
