"""Saleor as the shop, through its public GraphQL API; knows nothing of Saleor's own code."""

from agentpay_plugin.shop.saleor.books import SaleorBooks
from agentpay_plugin.shop.saleor.carts import SaleorCarts
from agentpay_plugin.shop.saleor.catalogue import SaleorCatalogue
from agentpay_plugin.shop.saleor.execute import Execute
from agentpay_plugin.shop.saleor.library import SaleorLibrary
from agentpay_plugin.shop.saleor.orders import SaleorOrders

__all__ = [
    "Execute",
    "SaleorBooks",
    "SaleorCarts",
    "SaleorCatalogue",
    "SaleorLibrary",
    "SaleorOrders",
]
