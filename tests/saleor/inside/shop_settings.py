"""Saleor's settings for the contract of its shop adapter: our tables, and a gateway that only echoes."""

from __future__ import annotations

from django.apps import AppConfig
from saleor.settings import *  # noqa: F403
from saleor.settings import INSTALLED_APPS as SALEOR_APPS


class Tables(AppConfig):
    """Our app without its `ready()`: this suite is about the adapter, not about the hooks."""

    name = "agentpay_plugin"
    default_auto_field = "django.db.models.BigAutoField"


INSTALLED_APPS = [
    *(app for app in SALEOR_APPS if not app.startswith("agentpay_plugin")),
    "tests.saleor.inside.shop_settings.Tables",
]
PLUGINS = ["tests.saleor.inside.echo_gateway.EchoGateway"]
