"""The contract's enums. Each value is the text of its own name, as the chat's shell gives and takes it."""

from __future__ import annotations

from typing import Any

import graphene

_STEPS = {
    "STARTED": "The conversation was begun.",
    "ENGAGED": "The shopper wrote or tapped something.",
    "PURCHASE_INTENT": "The shopper wanted to buy.",
    "PAYMENT_OPENED": "A payment was opened and shown.",
    "PAYMENT_BEGUN": "The buyer began to pay at the provider.",
    "PAID": "The order stands.",
}


def _enum(name: str, values: str, description: Any = None) -> graphene.Enum:
    return graphene.Enum(
        name, [(value, value) for value in values.split()], description=description
    )


ChatErrorCode = _enum(
    "ChatErrorCode",
    "INVALID REQUIRED NOT_FOUND TOO_LONG TOO_MANY_REQUESTS CHAT_CLOSED SHOP_UNAVAILABLE"
    " CLIENT_ID_REUSED INTERNAL",
)
ChatBrowserEvent = _enum(
    "ChatBrowserEvent", "chat_opened payment_link_clicked", "What only the browser sees."
)
ChatStage = _enum(
    "ChatStage",
    "BROWSING CHOOSING SHOPPING DETAILS DELIVERY QUOTED OPENING PAYING PAID ORDERED",
)
ChatAuthor = _enum(
    "ChatAuthor",
    "SHOPPER ASSISTANT PERSON",
    lambda value: "A person of the shop's." if value and value.name == "PERSON" else None,
)
ChatIntent = _enum("ChatIntent", "purchase_intent product_question payment_confirmation general")
ChatMessageAction = _enum(
    "ChatMessageAction",
    "none question_answered product_shown cart_changed details_asked delivery_asked quote_shown"
    " payment order_placed order_status handover",
)
ChatLineProblem = _enum("ChatLineProblem", "INSUFFICIENT_STOCK NOT_AVAILABLE")
ChatDeliveryKind = _enum("ChatDeliveryKind", "SHIPPING COLLECTION")
ChatPaymentState = _enum(
    "ChatPaymentState",
    "OPEN PROCESSING PAID ORDERED REFUSED UNKNOWN EXPIRED CANCELLED HELD REFUNDED",
)
ChatTap = _enum("ChatTap", "TEXT CHECK_OUT SHOW_CART PAY CHECK_PAYMENT CANCEL_PAYMENT ASK_PERSON")
ChatNoticeKind = _enum("ChatNoticeKind", "INFO PROBLEM")
ChatFunnelStepName = _enum(
    "ChatFunnelStepName",
    " ".join(_STEPS),
    lambda value: _STEPS[value.name] if value else None,
)
