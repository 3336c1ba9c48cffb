"""The state of a conversation: what is kept between turns, and nothing personal in it.

E-mail and addresses live in the shop's checkout; here are only facts such as "the cart has an address".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from agentpay_plugin.conversation.commands import Command
from agentpay_plugin.conversation.doing import Doing
from agentpay_plugin.conversation.goods import Cart, DeliveryOption, Product
from agentpay_plugin.conversation.parts import Part
from agentpay_plugin.conversation.ports import ChargeView, PayMethod
from agentpay_plugin.conversation.reading import Offered
from agentpay_plugin.conversation.wanted import Wanted

VERSION = 2


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


# Goods are looked at: nothing is paid, no variant is being chosen.
LOOKING = (Stage.BROWSING, Stage.SHOPPING, Stage.ORDERED)


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
class Charged:
    """Which cart, in which version, a charge of this conversation was opened for."""

    charge_id: str
    cart_id: str
    version: str


@dataclass(frozen=True, slots=True)
class KeptCode:
    """A promo code that could not be used yet. `refused_for`: the version of the cart it was refused for."""

    code: str
    refused_for: str | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation between turns. Immutable; `advance` returns the next one.

    `attempt` counts the charges opened; `product` is the product in focus; `wanted_quantity` waits for
    a variant to be chosen; `quoted_version` is the cart version of the quote that was shown last;
    `deliveries` are the options that were shown last. `product_read_at` (UTC seconds) says how old what is
    known of the product in focus is; `narrowed` are its variants still in question while one is chosen;
    `found` are the products that were found last, `sought` is what was looked for then: the names of goods and what
    they are held to, no other words; `country` is the one the details form was asked for.
    `kept` are promo codes to be tried with another cart; `page_cart_id` is the storefront's cart that could
    not be read yet. `meant_id` is the variant of the product in focus that "it" means: the one that was offered
    last, put into the cart or changed. `person_asked`: somebody of the shop's was asked to look at it; they wrote into it, and are
    answered until `attended_until` (UTC seconds). `tax_id_for` is the method that was tapped for the quote shown last, while the payer's tax
    id (which is never kept) is asked. `doing` is what a command is awaited for: None between turns, so that
    nothing personal is stored.
    """

    id: str
    channel: str
    locale: str
    stage: Stage = Stage.BROWSING
    product: Product | None = None
    wanted_quantity: int | None = None
    cart: Cart | None = None
    deliveries: tuple[DeliveryOption, ...] = ()
    methods: tuple[PayMethod, ...] = ()
    quoted_version: str | None = None
    offered: Offered = Offered.NOTHING
    offered_variant_id: str | None = None
    offered_quantity: int | None = None
    charge: ChargeView | None = None
    attempt: int = 0
    order_ids: tuple[str, ...] = ()
    found: tuple[Product, ...] = ()
    sought: Wanted | None = None
    narrowed: tuple[str, ...] = ()
    product_read_at: int = 0
    country: str | None = None
    charged: tuple[Charged, ...] = ()
    kept: tuple[KeptCode, ...] = ()
    page_cart_id: str | None = None
    tax_id_for: str | None = None
    meant_id: str | None = None
    person_asked: bool = False
    attended_until: int = 0
    doing: Doing | None = None


class Action(StrEnum):
    """What a reply did, as the chat API tells it."""

    NONE = "none"
    QUESTION_ANSWERED = "question_answered"
    PRODUCT_SHOWN = "product_shown"
    CART_CHANGED = "cart_changed"
    DETAILS_ASKED = "details_asked"
    DELIVERY_ASKED = "delivery_asked"
    QUOTE_SHOWN = "quote_shown"
    PAYMENT = "payment"
    ORDER_PLACED = "order_placed"
    ORDER_STATUS = "order_status"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class Step:
    """What an event led to. At most one of the commands brings an event back.

    Of the actions of a turn's steps the last that is not `none` is the reply's.
    """

    conversation: Conversation
    parts: tuple[Part, ...] = ()
    commands: tuple[Command, ...] = ()
    action: Action = Action.NONE
