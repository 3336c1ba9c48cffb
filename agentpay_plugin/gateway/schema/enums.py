"""The contract's enums. Each value is the text of its own name, as the chat gives and takes it."""

from __future__ import annotations

from enum import Enum, StrEnum

import strawberry


@strawberry.enum
class ChatErrorCode(StrEnum):
    INVALID = "INVALID"
    REQUIRED = "REQUIRED"
    NOT_FOUND = "NOT_FOUND"
    TOO_LONG = "TOO_LONG"
    TOO_MANY_REQUESTS = "TOO_MANY_REQUESTS"
    CHAT_CLOSED = "CHAT_CLOSED"
    SHOP_UNAVAILABLE = "SHOP_UNAVAILABLE"
    CLIENT_ID_REUSED = "CLIENT_ID_REUSED"
    INTERNAL = "INTERNAL"


@strawberry.enum(description="What only the browser sees.")
class ChatBrowserEvent(StrEnum):
    chat_opened = "chat_opened"
    payment_link_clicked = "payment_link_clicked"


@strawberry.enum
class ChatStage(StrEnum):
    BROWSING = "BROWSING"
    CHOOSING = "CHOOSING"
    SHOPPING = "SHOPPING"
    DETAILS = "DETAILS"
    DELIVERY = "DELIVERY"
    QUOTED = "QUOTED"
    OPENING = "OPENING"
    PAYING = "PAYING"
    PAID = "PAID"
    ORDERED = "ORDERED"


@strawberry.enum
class ChatAuthor(Enum):
    SHOPPER = "SHOPPER"
    ASSISTANT = "ASSISTANT"
    PERSON = strawberry.enum_value("PERSON", description="A person of the shop's.")


@strawberry.enum
class ChatIntent(StrEnum):
    purchase_intent = "purchase_intent"
    product_question = "product_question"
    payment_confirmation = "payment_confirmation"
    general = "general"


@strawberry.enum
class ChatMessageAction(StrEnum):
    none = "none"
    question_answered = "question_answered"
    product_shown = "product_shown"
    cart_changed = "cart_changed"
    details_asked = "details_asked"
    delivery_asked = "delivery_asked"
    quote_shown = "quote_shown"
    payment = "payment"
    order_placed = "order_placed"
    order_status = "order_status"
    handover = "handover"


@strawberry.enum
class ChatLineProblem(StrEnum):
    INSUFFICIENT_STOCK = "INSUFFICIENT_STOCK"
    NOT_AVAILABLE = "NOT_AVAILABLE"


@strawberry.enum
class ChatDeliveryKind(StrEnum):
    SHIPPING = "SHIPPING"
    COLLECTION = "COLLECTION"


@strawberry.enum
class ChatPaymentState(StrEnum):
    OPEN = "OPEN"
    PROCESSING = "PROCESSING"
    PAID = "PAID"
    ORDERED = "ORDERED"
    REFUSED = "REFUSED"
    UNKNOWN = "UNKNOWN"
    EXPIRED = "EXPIRED"
    CANCELLED = "CANCELLED"
    HELD = "HELD"
    REFUNDED = "REFUNDED"


@strawberry.enum
class ChatTap(StrEnum):
    TEXT = "TEXT"
    CHECK_OUT = "CHECK_OUT"
    SHOW_CART = "SHOW_CART"
    PAY = "PAY"
    CHECK_PAYMENT = "CHECK_PAYMENT"
    CANCEL_PAYMENT = "CANCEL_PAYMENT"
    ASK_PERSON = "ASK_PERSON"


@strawberry.enum
class ChatNoticeKind(StrEnum):
    INFO = "INFO"
    PROBLEM = "PROBLEM"


@strawberry.enum
class ChatFunnelStepName(Enum):
    STARTED = strawberry.enum_value("STARTED", description="The conversation was begun.")
    ENGAGED = strawberry.enum_value("ENGAGED", description="The shopper wrote or tapped something.")
    PURCHASE_INTENT = strawberry.enum_value(
        "PURCHASE_INTENT", description="The shopper wanted to buy."
    )
    PAYMENT_OPENED = strawberry.enum_value(
        "PAYMENT_OPENED", description="A payment was opened and shown."
    )
    PAYMENT_BEGUN = strawberry.enum_value(
        "PAYMENT_BEGUN", description="The buyer began to pay at the provider."
    )
    PAID = strawberry.enum_value("PAID", description="The order stands.")
