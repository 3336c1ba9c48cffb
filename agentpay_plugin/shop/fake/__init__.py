"""An in-memory shop with honest behaviour: stock, prices, addresses, delivery, promo codes, transactions."""

from agentpay_plugin.shop.fake.gateway import GatewayCall
from agentpay_plugin.shop.fake.shop import FakeShop

__all__ = ["FakeShop", "GatewayCall"]
