"""Hands work to Celery."""

from __future__ import annotations

import logging

from celery import current_app
from kombu.exceptions import OperationalError

from agentpay_plugin.chat.desk import TURN_TASK
from agentpay_plugin.hosting.sweeping import SWEEP_SECONDS, SWEEP_TASK

logger = logging.getLogger(__name__)


def wake(task: str, row_id: str) -> bool:
    """Hand a task its row; False when no broker took it, and the work is the caller's or the sweep's."""
    app = current_app
    if app.conf.task_always_eager and task in (TURN_TASK, SWEEP_TASK):
        return False
    arguments = [row_id] if row_id else []
    expires = SWEEP_SECONDS if task == SWEEP_TASK else None
    try:
        app.tasks[task].apply_async(args=arguments, retry=False, expires=expires)
    except OperationalError:
        logger.warning("no broker took %s", task)
        return False
    return True
