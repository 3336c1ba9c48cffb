"""The Django app. Inside Saleor it puts our API, gateway and periodic work in; elsewhere it only stores."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.db import OperationalError, ProgrammingError, transaction
from django.db.models.signals import post_migrate

from agentpay_plugin.hosting import widget

GATEWAY = "agentpay_plugin.plugin.AgentPayGateway"
SWEEP_SECONDS = 60

logger = logging.getLogger(__name__)


def if_migrated(make: Callable[[], None]) -> None:
    """Call `make`, unless the host's own tables are not there yet: `migrate agentpay_plugin` alone.

    What it makes is made at its first use then.
    """
    try:
        with transaction.atomic():
            make()
    except (ProgrammingError, OperationalError) as missing:
        logger.info("the host is not migrated yet: %s", type(missing).__name__)


def missing_widget(where: Path) -> list[checks.CheckMessage]:
    """Warn, by `manage.py check` and at `migrate`, of an installation without the chat's script."""
    return [] if widget.is_built(where) else [checks.Warning(widget.MISSING, id="agentpay.W001")]


class AgentPayConfig(AppConfig):
    """Installed by the entry point's name; `ready()` is the whole installation."""

    name = "agentpay_plugin"
    verbose_name = "AgentPay"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hook into Saleor when it is the host. It must come before saleor.graphql.api is imported."""
        if find_spec("saleor") is None or "saleor.plugins" not in settings.INSTALLED_APPS:
            return
        from agentpay_plugin.saleor import app_account, fields

        checks.register(lambda **_: missing_widget(widget.folder()))
        host: Any = settings
        if GATEWAY not in host.PLUGINS:
            host.PLUGINS.append(GATEWAY)
        fields.add_to_saleor()
        post_migrate.connect(
            lambda **_: if_migrated(app_account.ensure),
            sender=self,
            weak=False,
            dispatch_uid="agentpay-app",
        )
        host.CELERY_BEAT_SCHEDULE.setdefault(
            "agentpay-sweep",
            {
                "task": "agentpay.sweep",
                "schedule": SWEEP_SECONDS,
                "options": {"expires": SWEEP_SECONDS},
            },
        )
