"""Where our own pages and webhooks live below the shop's address."""

from __future__ import annotations

BASE = "/plugins/global/agentpay-gateway"


def webhook_path(channel_pk: int, provider: str = "stripe") -> str:
    """Return the path a provider's webhooks of a channel are sent to."""
    return f"{BASE}/webhooks/{provider}/{channel_pk}/"


def return_path(return_id: str) -> str:
    """Return the path of the page a shopper comes back to."""
    return f"{BASE}/return/{return_id}/"


def widget_path() -> str:
    """Return the path of the script that a shop's page names; what it fetches lies beside it."""
    return f"{BASE}/widget/agentpay-widget.js"


def app_path() -> str:
    """Return the path of the page that the merchant's Dashboard shows of us."""
    return f"{BASE}/app/"
