"""Workers in processes of their own: `celery -A agentpay_plugin.demo worker` and `… beat`.

They need DATABASE_URL and REDIS_URL, as the web process does.
"""

from __future__ import annotations

import os
from typing import Any

import django
from celery import Celery, Task
from celery.signals import worker_process_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agentpay_plugin.demo.settings")
django.setup()

from django.db import close_old_connections, connections  # noqa: E402 only now there are settings

from agentpay_plugin.demo import settings, wiring  # noqa: E402
from agentpay_plugin.hosting.celery import work_off  # noqa: E402
from agentpay_plugin.hosting.sweeping import SWEEP_SECONDS, SWEEP_TASK  # noqa: E402

if not settings.HAS_WORKERS:
    raise SystemExit(
        "The demo's workers need DATABASE_URL and REDIS_URL; without them it has none."
    )

settings.DEMO_DIR.mkdir(parents=True, exist_ok=True)
app = Celery("agentpay-demo", broker=settings.REDIS_URL)
app.set_default()  # for every thread of the web process
app.conf.update(
    task_ignore_result=True,
    broker_connection_retry_on_startup=True,
    worker_hijack_root_logger=False,
    broker_transport_options={"socket_timeout": 5, "socket_connect_timeout": 2},
    beat_schedule={
        "agentpay-sweep": {
            "task": SWEEP_TASK,
            # By a clock that jumps it may be due at any time; whether it is, the sweep itself knows.
            "schedule": 1.0 if settings.CLOCK_FILE else SWEEP_SECONDS,
            "options": {"expires": SWEEP_SECONDS},
        }
    },
    beat_schedule_filename=str(settings.DEMO_DIR / "beat"),
)


def _register(name: str) -> None:
    @app.task(name=name, ignore_result=True, bind=True)  # type: ignore[untyped-decorator]
    def work(task: Task, row_id: str = "") -> None:
        try:
            work_off(task, wiring.all_works()[name], row_id)
        finally:
            close_old_connections()


for _name in wiring.all_works():
    _register(_name)


@worker_process_init.connect  # type: ignore[untyped-decorator]
def _begin_afresh(**_: Any) -> None:
    """A forked process must not use its parent's connections."""
    connections.close_all()
