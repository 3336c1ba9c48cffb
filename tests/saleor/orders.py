"""The merchant in the tests: orders and transactions as Saleor's API tells staff."""

from __future__ import annotations

from typing import Any

from tests.saleor.shop import Shop

_ORDER = """
query($number: String!) {
  orders(first: 2, filter: {numbers: [$number]}) { edges { node {
    id number status chargeStatus paymentStatus authorizeStatus userEmail voucherCode
    total { gross { amount currency } } undiscountedTotal { gross { amount } }
    totalAuthorized { amount } totalCharged { amount } totalRefunded { amount } totalRefundPending { amount }
    totalRemainingGrant { amount } shippingPrice { gross { amount } }
    giftCards { last4CodeChars currentBalance { amount } }
    lines { productName variantName quantity }
    shippingAddress { streetAddress1 countryArea } billingAddress { streetAddress1 countryArea }
    deliveryMethod { __typename ... on ShippingMethod { name } ... on Warehouse { name } }
    collectionPointName
    transactions {
      id pspReference externalUrl actions chargedAmount { amount } refundedAmount { amount }
      refundPendingAmount { amount } authorizedAmount { amount } canceledAmount { amount }
      chargePendingAmount { amount } cancelPendingAmount { amount }
      createdBy { ... on App { identifier } }
      events { type pspReference message amount { amount } }
    }
    grantedRefunds { id status amount { amount } transactionEvents { type } }
    events { type amount }
  } } }
}
"""


def orders_of_email(shop: Shop, email: str) -> list[str]:
    """Return the numbers of all orders of an e-mail address."""
    return [
        str(row[0])
        for row in shop.rows("SELECT number FROM order_order WHERE user_email = %s", email)
    ]


def order_of(shop: Shop, number: str) -> dict[str, Any]:
    """Return the order as staff sees it."""
    data = shop.graphql(_ORDER, bearer=shop.staff_token(), number=number)
    (edge,) = data["orders"]["edges"]
    return dict(edge["node"])
