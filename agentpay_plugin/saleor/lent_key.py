"""The secret key that Saleor's own Stripe plugin lends to a channel whose merchant chose so: read at each use."""

from __future__ import annotations

from typing import Any

from saleor.plugins.models import PluginConfiguration

from agentpay_plugin import settings_check
from agentpay_plugin.settings import (
    STRIPE_SECRET_KEY,
    STRIPE_WITHDRAWN,
    USE_SALEOR_STRIPE_KEY,
    is_on,
)

PLUGIN_ID = "agentpay"
SALEOR_STRIPE = "saleor.payments.stripe"  # Saleor's own plugin
PREFIX = "lent-"


def values_of(configuration: list[dict[str, Any]] | None) -> dict[str, Any]:
    """Return what Saleor stores of a plugin, by name."""
    return {item["name"]: item.get("value") for item in configuration or []}


def effective(values: dict[str, Any], channel_pk: int | None) -> dict[str, Any]:
    """Return a channel's values, with the lent key where the merchant chose so."""
    if not is_on(values, USE_SALEOR_STRIPE_KEY):
        return values
    rows = PluginConfiguration.objects.filter(identifier=SALEOR_STRIPE, channel_id=channel_pk)
    row = rows.first()
    lent = values_of(row.configuration).get("secret_api_key") if row else None
    withdrawn = row is not None and not row.active
    return {**values, STRIPE_SECRET_KEY: lent or "", STRIPE_WITHDRAWN: withdrawn}


def problem(values: dict[str, Any], channel_pk: int | None) -> str:
    """Return why a channel that is on is lent no key, or nothing."""
    found = settings_check.problems(True, effective(values, channel_pk))
    return found.get(USE_SALEOR_STRIPE_KEY, "")


def concerns() -> dict[str, str]:
    """Return what the merchant is to know of channels that are on and are lent no key, for the Dashboard's list."""
    rows = PluginConfiguration.objects.filter(identifier=PLUGIN_ID, active=True)
    found = {
        f"{PREFIX}{row.channel_id}": (row, problem(values_of(row.configuration), row.channel_id))
        for row in rows.select_related("channel")
    }
    return {
        key: f"No card payments in the channel {row.channel.slug}: {words}"
        for key, (row, words) in found.items()
        if words and row.channel
    }
