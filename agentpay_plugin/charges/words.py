"""The words of the money shell's own that a shopper reads: the return page, and a line called "Order"."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation.trans_real import parse_accept_lang_header

from agentpay_plugin.conversation.state import ChargeState
from agentpay_plugin.language.catalogues import ENGLISH, spoken
from agentpay_plugin.language.msgids import Words, gettext_noop
from agentpay_plugin.language.say import render_words


@dataclass(frozen=True, slots=True)
class Said:
    """A title and a sentence."""

    title: Words
    text: Words


_S = ChargeState
PAGE: dict[str, Said] = {
    _S.OPEN: Said(
        gettext_noop("Waiting for your payment"),
        gettext_noop("We have not heard of a payment yet. This page looks again for a while."),
    ),
    _S.PROCESSING: Said(
        gettext_noop("Your payment is on its way"),
        gettext_noop("We confirm your order as soon as the money is there."),
    ),
    _S.PAID: Said(
        gettext_noop("Thank you, your payment has arrived"),
        gettext_noop("Your order is being placed now. You can close this page."),
    ),
    _S.ORDERED: Said(
        gettext_noop("Thank you, your order is placed"),
        gettext_noop("Your payment has arrived. You can close this page."),
    ),
    _S.UNKNOWN: Said(
        gettext_noop("This payment is not open"),
        gettext_noop("Nothing was taken. Please go back and try again."),
    ),
    _S.REFUSED: Said(
        gettext_noop("This payment could not be opened"),
        gettext_noop("Nothing was taken. Please go back and try again."),
    ),
    _S.EXPIRED: Said(
        gettext_noop("This payment page has expired"),
        gettext_noop("Nothing was taken. Please go back to start a new payment."),
    ),
    _S.CANCELLED: Said(
        gettext_noop("This payment was cancelled"),
        gettext_noop("Nothing was taken. Please go back to start a new payment."),
    ),
    _S.HELD: Said(
        gettext_noop("Your payment has arrived"),
        gettext_noop("Your order needs a look by the shop, which will be in touch with you."),
    ),
    _S.REFUNDED: Said(
        gettext_noop("Your payment is being returned"),
        gettext_noop("The order could not be placed, so the money goes back to you."),
    ),
}
# A refund of a charge whose order stands without it.
PAID_TWICE = Said(
    gettext_noop("Your payment is being returned"),
    gettext_noop("The order was paid for already, so this money goes back to you."),
)
# What is only reserved on the shopper's card.
RESERVED: dict[str, Said] = {
    _S.PAID: Said(
        gettext_noop("Your payment is reserved"),
        gettext_noop("Your order is being placed now. You can close this page."),
    ),
    _S.ORDERED: Said(
        gettext_noop("Thank you, your order is placed"),
        gettext_noop(
            "The amount is reserved on your card, and charged when the shop sends your order. You can close this page."
        ),
    ),
}
# A charge without an order whose reservation ends, so that nothing was taken.
LET_GO = Said(
    gettext_noop("Nothing was charged"),
    gettext_noop("What was reserved on your card is free again."),
)
UNCERTAIN = Said(
    gettext_noop("We do not know yet whether you have paid"),
    gettext_noop("Please ask the shop before you pay again."),
)
UNKNOWN_PAGE = Said(
    gettext_noop("There is no such payment"), gettext_noop("Please go back to the shop.")
)
BACK = gettext_noop("Back to the shop")
# Translators: a noun; what the one line of a payment is called on the provider's page.
_ORDER = gettext_noop("Order")


def order_line(locale: str) -> str:
    """Return what a charge is called whose lines are not shown one by one."""
    return render_words(_ORDER, locale)


def language_of(accept_language: str) -> str:
    """Return the best language we can speak, such as "pt-br", of an Accept-Language header."""
    for code, _ in parse_accept_lang_header(accept_language[:200].lower()):
        if found := spoken(code):
            return found
    return ENGLISH
