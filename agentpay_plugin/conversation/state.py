"""The state of a conversation: what is kept between turns, and nothing personal in it.

E-mail and addresses live in the shop's checkout; here are only facts such as "the cart has an address".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from agentpay_plugin.conversation.goods import Cart, DeliveryOption, Product
from agentpay_plugin.conversation.ports import ChargeView
from agentpay_plugin.conversation.reading import Offered

VERSION = 1


class Stage(StrEnum):
    """Where the purchase stands. Questions may be asked at every stage and do not move it."""

    BROWSING = "browsing"  # nothing in the cart yet
    CHOOSING = "choosing"  # a product is wanted, the variant is not clear yet
    SHOPPING = "shopping"  # something is in the cart
    DETAILS = "details"  # contact and addresses are asked
    DELIVERY = "delivery"  # the way of delivery is asked
    QUOTED = "quoted"  # the total is shown, its confirmation is asked
    OPENING = "opening"  # a confirmed quote's charge is being opened
    PAYING = "paying"  # the charge is open and shown
    PAID = "paid"  # the money is there, the order is being made
    ORDERED = "ordered"  # the order stands (a new purchase may begin)


class ChargeState(StrEnum):
    """What a shopper can be told of a charge."""

    OPEN = "open"
    PROCESSING = "processing"  # the provider waits for the money (async methods)
    PAID = "paid"  # money is there, no order yet
    ORDERED = "ordered"
    REFUSED = "refused"  # could not be opened; nothing was charged
    UNKNOWN = "unknown"  # the provider did not answer; try again is safe
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    HELD = "held"  # paid, cannot become an order, a person of the merchant's decides
    REFUNDED = "refunded"  # paid, could not become an order, money is on its way back


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation between turns. Immutable; `advance` returns the next one.

    `attempt` counts the charges opened; `product` is the product in focus; `wanted_quantity` waits for
    a variant to be chosen; `quoted_version` is the cart version of the quote that was shown last;
    `deliveries` are the options that were shown last.
    """

    id: str
    channel: str
    locale: str
    stage: Stage = Stage.BROWSING
    product: Product | None = None
    wanted_quantity: int | None = None
    cart: Cart | None = None
    deliveries: tuple[DeliveryOption, ...] = ()
    methods: tuple[str, ...] = ()
    quoted_version: str | None = None
    offered: Offered = Offered.NOTHING
    offered_variant_id: str | None = None
    offered_quantity: int | None = None
    charge: ChargeView | None = None
    attempt: int = 0
    order_ids: tuple[str, ...] = ()
