"""What is published in the load: the reply to "add it", as the chat publishes it."""

from __future__ import annotations

from typing import Any

from agentpay_plugin.realtime.events import ChatNews, encode

Card = dict[str, Any]


def money(text: str) -> Card:
    """Return an amount of dollars."""
    return {"amount": text, "currency": "USD", "text": f"${text}"}


LINE: Card = {
    "id": "Q2hlY2tvdXRMaW5lOjE=",
    "variantId": "UHJvZHVjdFZhcmlhbnQ6MzQ4",
    "productName": "Monospace Tee",
    "variantName": "M",
    "quantity": 1,
    "unitPrice": money("20.00"),
    "total": money("20.00"),
    "imageUrl": "https://shop.example/thumbnail/1/128/",
    "problem": None,
    "available": None,
}
CART: Card = {
    "id": "Q2hlY2tvdXQ6MQ==",
    "version": "5f2b7c1e",
    "lines": [LINE, {**LINE, "id": "Q2hlY2tvdXRMaW5lOjI=", "productName": "Apple Juice"}],
    "subtotal": money("40.00"),
    "deliveryPrice": money("0.00"),
    "tax": money("0.00"),
    "discount": money("0.00"),
    "giftCards": money("0.00"),
    "total": money("40.00"),
    "promoCode": None,
    "giftCardCodes": [],
    "requiresShipping": True,
    "delivery": None,
}
_TEXT = "Monospace Tee, M is in your cart. Would you like anything else, or shall we check out?"


def published(sequence: int) -> bytes:
    """Return the news of a conversation's message of that number."""
    message = {
        "id": f"0d9b2a4e-2f4c-4a63-9d6e-8a2f0f3b5c11:{sequence}",
        "sequence": sequence,
        "author": "ASSISTANT",
        "createdAt": "2026-01-01T12:00:00.000Z",
        "clientId": None,
        "intent": "purchase_intent",
        "confidence": 0.9,
        "action": "cart_changed",
        "text": _TEXT,
        "parts": [
            {"__typename": "ChatTextPart", "text": _TEXT},
            {"__typename": "ChatCartSummary", "cart": CART},
            {
                "__typename": "ChatQuickReplies",
                "replies": [{"label": "Check out", "tap": "CHECK_OUT", "argument": None}],
            },
        ],
    }
    return encode(ChatNews(sequence, sequence, [message], CART, None, False, False))
