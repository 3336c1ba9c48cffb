"""English words of cards where they are shown as plain text."""

# ruff: noqa: RUF001 typographic signs are meant

from __future__ import annotations

from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.language.msgids import Words, gettext_noop

CARDS: dict[Say, Words] = {
    Say.CARD_NAME: gettext_noop("{item}"),
    Say.CARD_PRODUCT: gettext_noop("{item}: {price}"),
    Say.CARD_PRODUCT_RANGE: gettext_noop("{item}: {least} to {most}"),
    Say.CARD_LINE: gettext_noop("{quantity} × {item}: {price}"),
    Say.CARD_SUBTOTAL: gettext_noop("Subtotal: {price}"),
    Say.CARD_DELIVERY: gettext_noop("Delivery: {price}"),
    Say.CARD_DELIVERY_BY: gettext_noop("Delivery by {option}: {price}"),
    Say.CARD_COLLECTION: gettext_noop("Collection ({option}): {price}"),
    Say.CARD_DISCOUNT: gettext_noop("Discount, already taken off: {price}"),
    Say.CARD_GIFT_CARDS: gettext_noop("Paid by gift card: {price}"),
    Say.CARD_TAX: gettext_noop("Tax included: {price}"),
    Say.CARD_TOTAL: gettext_noop("Total: {total}"),
    Say.CARD_OPTION: gettext_noop("{option}: {price}"),
    Say.CARD_PAYMENT: gettext_noop("{total}: {address}"),
    Say.CARD_PIX: gettext_noop("{total} by PIX, to paste in your bank's app: {code}"),
    Say.CARD_RECEIPT: gettext_noop("Order {number}: {total} paid"),
    Say.CARD_RECEIPT_RESERVED: gettext_noop("Order {number}: {total} reserved on your card"),
    # Translators: {status} is one of the words below, said of an order.
    Say.CARD_ORDER: gettext_noop("Order {number}: {status}"),
    Say.CARD_TRACKING: gettext_noop("Tracking: {values}"),
    # Translators: the state of an order, after its number.
    Say.STATUS_UNCONFIRMED: gettext_noop("waiting for the shop’s confirmation"),
    Say.STATUS_UNFULFILLED: gettext_noop("being prepared"),
    Say.STATUS_PARTIALLY_FULFILLED: gettext_noop("partly sent"),
    Say.STATUS_FULFILLED: gettext_noop("sent"),
    Say.STATUS_PARTIALLY_RETURNED: gettext_noop("partly returned"),
    Say.STATUS_RETURNED: gettext_noop("returned"),
    Say.STATUS_CANCELED: gettext_noop("cancelled"),
}
