"""Orders in Saleor, for the conversation that they belong to."""

from __future__ import annotations

from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.errors import ShopRefused, ShopUnavailable
from agentpay_plugin.shop.saleor.amounts import gross
from agentpay_plugin.shop.saleor.checkouts import order
from agentpay_plugin.shop.saleor.execute import Execute, accepted
from agentpay_plugin.shop.saleor.ids import key_of
from agentpay_plugin.shop.saleor.language import DEFAULT


class SaleorOrders:
    """Implements conversation.ports.Orders: reads (unmasked) and completes as our app; a customer keeps their order."""

    def __init__(
        self, execute: Execute, execute_as_app: Execute, language_code: str = DEFAULT
    ) -> None:
        self._execute = execute
        self._execute_as_app = execute_as_app
        self._language = language_code

    def order(self, order_id: str) -> Order | None:
        if key_of(order_id, "Order") is None:
            return None
        node = self._execute_as_app("order", {"id": order_id})["order"]
        return order(node) if node else None

    def complete_free(self, cart_id: str) -> Order:
        """A channel may allow unpaid orders, so a total that is not zero is refused here."""
        if key_of(cart_id, "Checkout") is None:
            raise ShopRefused("NOT_FOUND", "This is no id of a checkout.", "id")
        checkout = self._execute("cart", {"id": cart_id, "language": self._language})["checkout"]
        if checkout and gross(checkout["totalPrice"]):
            raise ShopRefused("CHECKOUT_NOT_FULLY_PAID", "There is something to pay.")
        done = self._execute_as_app("checkout_complete", {"id": cart_id})
        payload = accepted(done["checkoutComplete"])
        if payload["order"] is None:
            raise ShopUnavailable("checkoutComplete answered neither an order nor an error")
        return order(payload["order"])
