"""A plain storefront in the tests: Saleor's own calls, no chat."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import Any

from agentpay_plugin.shop.saleor.versions import calculates_delivery
from tests.saleor.client import ADDRESS
from tests.saleor.processes import until
from tests.saleor.shop import Shop
from tests.saleor.template import version

_numbers = itertools.count(1)


@dataclass
class Storefront:
    """One shopper's checkout on a storefront that pays through our gateway."""

    shop: Shop
    channel: str = "default-channel"
    address: dict[str, str] = field(default_factory=lambda: ADDRESS)
    checkout: str = ""
    transaction: str = ""

    def fill(self, email: str, slug: str = "blue-hoodie", quantity: int = 1) -> None:
        """Create a checkout that is ready to be paid."""
        product = self.shop.graphql(
            "query($s:String!,$c:String!){product(slug:$s,channel:$c){variants{id}}}",
            s=slug, c=self.channel,
        )["product"]  # fmt: skip
        created = self._call(
            "mutation($i:CheckoutCreateInput!){checkoutCreate(input:$i){checkout{id} errors{field message code}}}",
            i={
                "channel": self.channel, "email": email,
                "lines": [{"variantId": product["variants"][0]["id"], "quantity": quantity}],
                "shippingAddress": self.address, "billingAddress": self.address,
            },
        )  # fmt: skip
        self.checkout = created["checkout"]["id"]
        options = self._deliveries()
        self._call(
            "mutation($id:ID!,$d:ID!){checkoutDeliveryMethodUpdate(id:$id,deliveryMethodId:$d){errors{field message code}}}",
            id=self.checkout, d=options[0]["id"],
        )  # fmt: skip

    def _deliveries(self) -> list[dict[str, Any]]:
        if calculates_delivery(version(self.shop.saleor)):
            payload = self._call(
                "mutation($id:ID!){deliveryOptionsCalculate(id:$id){deliveries{id} errors{field message code}}}",
                id=self.checkout,
            )
            return list(payload["deliveries"])
        listed = self.shop.graphql(
            "query($id:ID!){checkout(id:$id){shippingMethods{id}}}", id=self.checkout
        )
        return list(listed["checkout"]["shippingMethods"])

    def collect(self, slug: str, point: str) -> None:
        """Create a checkout that is collected at a point, with no address and no e-mail yet."""
        product = self.shop.graphql(
            "query($s:String!,$c:String!){product(slug:$s,channel:$c){variants{id}}}",
            s=slug, c=self.channel,
        )["product"]  # fmt: skip
        lines = [{"variantId": product["variants"][0]["id"], "quantity": 1}]
        created = self._call(
            "mutation($i:CheckoutCreateInput!){checkoutCreate(input:$i){checkout{id} errors{field message code}}}",
            i={"channel": self.channel, "lines": lines},
        )
        self.checkout = created["checkout"]["id"]
        self._call(
            "mutation($id:ID!,$d:ID!){checkoutDeliveryMethodUpdate(id:$id,deliveryMethodId:$d){errors{field message code}}}",
            id=self.checkout, d=point,
        )  # fmt: skip

    def total(self) -> str:
        data = self.shop.graphql(
            "query($id:ID!){checkout(id:$id){totalPrice{gross{amount}}}}", id=self.checkout
        )
        return str(data["checkout"]["totalPrice"]["gross"]["amount"])

    def gateway(self) -> dict[str, Any]:
        answer = self._call(
            'mutation($id:ID!){paymentGatewayInitialize(id:$id,paymentGateways:[{id:"agentpay"}])'
            "{gatewayConfigs{id data errors{message}} errors{field message code}}}",
            id=self.checkout,
        )
        (config,) = answer["gatewayConfigs"]
        return dict(config)

    def initialize(self, **data: Any) -> dict[str, Any]:
        """Call transactionInitialize; return Saleor's answer with its event."""
        answer = self._call(
            "mutation($id:ID!,$key:String!,$data:JSON){transactionInitialize(id:$id,idempotencyKey:$key,"
            'paymentGateway:{id:"agentpay",data:$data}){transaction{id} transactionEvent{type message pspReference}'
            " data errors{field message code}}}",
            id=self.checkout, key=f"storefront-{self.checkout}-{next(_numbers)}",
            data={"method": "card", **data},
        )  # fmt: skip
        self.transaction = answer["transaction"]["id"]
        return answer

    def process(self) -> dict[str, Any]:
        return self._call(
            "mutation($id:ID!){transactionProcess(id:$id){transactionEvent{type message} data errors{field message code}}}",
            id=self.transaction,
        )

    def process_until_paid(self, wanted: str = "CHARGE_SUCCESS") -> None:
        """Ask as a storefront does that shows a wait: while a webhook is worked on the answer is the old one."""
        until(lambda: self.process()["transactionEvent"]["type"] == wanted, "the payment")

    def complete(self) -> dict[str, Any]:
        """Call checkoutComplete; return its answer, errors and all."""
        data = self.shop.graphql(
            "mutation($id:ID!){checkoutComplete(id:$id){order{number} errors{field message code}}}",
            id=self.checkout,
        )
        return dict(data["checkoutComplete"])

    def _call(self, query: str, **variables: Any) -> dict[str, Any]:
        (answer,) = self.shop.graphql(query, **variables).values()
        assert answer["errors"] == [], answer["errors"]
        return dict(answer)
