"""The Django app that keeps the sandbox shop's state; the demo installs it, a real shop never does."""

from django.apps import AppConfig


class SandboxConfig(AppConfig):
    name = "agentpay_plugin.shop.sandbox"
    label = "agentpay_sandbox"
    verbose_name = "AgentPay sandbox shop"
    default_auto_field = "django.db.models.BigAutoField"
