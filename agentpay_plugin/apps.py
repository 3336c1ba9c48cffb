"""The Django app. Inside Saleor it puts our API, gateway and periodic work in; elsewhere it only stores."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.db.models.signals import post_migrate

GATEWAY = "agentpay_plugin.plugin.AgentPayGateway"
SWEEP_SECONDS = 60


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

        host: Any = settings
        if GATEWAY not in host.PLUGINS:
            host.PLUGINS.append(GATEWAY)
        fields.add_to_saleor()
        post_migrate.connect(
            lambda **_: app_account.ensure(), sender=self, weak=False, dispatch_uid="agentpay-app"
        )
        host.CELERY_BEAT_SCHEDULE.setdefault(
            "agentpay-sweep",
            {
                "task": "agentpay.sweep",
                "schedule": SWEEP_SECONDS,
                "options": {"expires": SWEEP_SECONDS},
            },
        )
