"""What a stored reason says to the merchant: on a transaction in the shop, and on the list of what waits."""

from __future__ import annotations

REFUND_FAILED = "refund_failed"
# The order stands, and what was paid too much cannot go back: the provider's keys are gone or not accepted.
REFUND_WAITS = "refund_waits_for_keys"
DISPUTED = "disputed"
# A part of a checkout was to be paid by a gift card, which another order spent while this one was made.
SHORT = "order_short"

_WORDS = {
    "amount_mismatch": "another amount was paid than was asked for",
    "provider_unreadable": "the payment provider does not tell whether it was paid; look there",
    "keys_gone": "the payment provider's keys were taken out before it ended; look there or put them back",
    "report_refused": "the shop did not take note of the payment",
    REFUND_FAILED: "the payment provider did not give the money back; do it there",
    REFUND_WAITS: "what is to go back cannot without the payment provider's key; put it back",
    DISPUTED: "the shopper's bank disputes it; answer at the payment provider",
    SHORT: "its order costs more than was paid, since a gift card was spent elsewhere at the same moment; ask for the rest, or cancel it",
    "already_paid": "its order was paid for already",
    "overpaid": "more was paid than its order costs",
    "order_closed": "its order was cancelled or has expired",
    "merchant": "you asked for it",
    "not_captured": "less was captured than was reserved",
    "let_go_there": "you called it off at the payment provider",
    "lapsed": "nobody captured it in time, so that its order stands unpaid",
    "released": "it was asked for, and there was no order",
}
# Providers' words for why money does not go back.
_REFUSALS = {
    "charge_already_refunded": "there all of it went back already, or not as much is left",
    "charge_disputed": "the shopper's bank disputes the payment, and decides",
    "charge_for_pending_refund_disputed": "the shopper's bank disputes the payment, and decides",
    "charge_not_paid": "there it was not paid",
    "declined": "the shopper's bank declined it",
    "expired_or_canceled_card": "the shopper's card has expired or was cancelled",
    "invalid_request_error": "it does not take this refund; perhaps less is left there than was asked for",
    "insufficient_funds": "your account there does not hold enough; put money in and ask again",
    "amount_too_large": "it is more than what is reserved there",
    "captured": "it was captured there",
    "payment_intent_unexpected_state": "there it was captured or let go already",
    "lost_or_stolen_card": "the shopper's card was reported lost or stolen",
    "merchant_request": "it was called off there",
    "refund_window_over": "the time in which this payment can go back is over; pay the shopper another way",
    "resource_missing": "it does not know the payment",
    "": "it gives no reason",
}
_REFUSALS |= {
    "balance_insufficient": _REFUSALS["insufficient_funds"],
    "unknown": _REFUSALS[""],
}
# Saleor's codes for a checkout that cannot become an order.
_COMPLETION = {
    "channel_inactive": "its channel is switched off",
    "checkout_not_fully_paid": "it is not paid in full",
    "gift_card_not_applicable": "a gift card cannot be used any more",
    "insufficient_stock": "not enough is in stock",
    "product_not_published": "a product was taken out of the shop",
    "product_unavailable_for_purchase": "a product was taken out of the shop",
    "tax_error": "its taxes cannot be reckoned",
    "unavailable_variant_in_channel": "a product was taken out of the shop",
    "voucher_not_applicable": "a promo code cannot be used any more",
}
_DELIVERY = "its delivery is not to be had any more"
_COMPLETION |= dict.fromkeys(
    ("delivery_method_not_applicable", "invalid_shipping_method", "shipping_method_not_applicable"),
    _DELIVERY,
)


def words(reason: str) -> str:
    """Return a reason as the second half of a sentence about a payment."""
    if reason in _WORDS:
        return _WORDS[reason]
    if reason in _COMPLETION:
        return f"its checkout cannot become an order, {_COMPLETION[reason]}"
    return f"its checkout cannot become an order ({reason})"


def refusal(code: str) -> str:
    """Return why a provider does not give money back, as the second half of a sentence."""
    return _REFUSALS.get(code, f'it says "{code}"')
