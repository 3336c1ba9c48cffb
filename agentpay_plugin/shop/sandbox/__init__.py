"""A shop of our own with honest behaviour, for tests and the demo: stock, prices, delivery, promo codes, transactions."""

from agentpay_plugin.shop.sandbox.gateway import GatewayCall
from agentpay_plugin.shop.sandbox.shop import SandboxShop

__all__ = ["GatewayCall", "SandboxShop"]
