"""The words of the money shell's own that a shopper reads: the return page, and a line called "Order"."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation.trans_real import parse_accept_lang_header

from agentpay_plugin.conversation.state import ChargeState


@dataclass(frozen=True, slots=True)
class Words:
    """A title and a sentence; lazy, so that they speak the language of the reader."""

    title: object
    text: object


_S = ChargeState
PAGE: dict[str, Words] = {
    _S.OPEN: Words(
        gettext_lazy("Waiting for your payment"),
        gettext_lazy("We have not heard of a payment yet. This page looks again for a while."),
    ),
    _S.PROCESSING: Words(
        gettext_lazy("Your payment is on its way"),
        gettext_lazy("We confirm your order as soon as the money is there."),
    ),
    _S.PAID: Words(
        gettext_lazy("Thank you, your payment has arrived"),
        gettext_lazy("Your order is being placed now. You can close this page."),
    ),
    _S.ORDERED: Words(
        gettext_lazy("Thank you, your order is placed"),
        gettext_lazy("Your payment has arrived. You can close this page."),
    ),
    _S.UNKNOWN: Words(
        gettext_lazy("This payment is not open"),
        gettext_lazy("Nothing was taken. Please go back and try again."),
    ),
    _S.REFUSED: Words(
        gettext_lazy("This payment could not be opened"),
        gettext_lazy("Nothing was taken. Please go back and try again."),
    ),
    _S.EXPIRED: Words(
        gettext_lazy("This payment page has expired"),
        gettext_lazy("Nothing was taken. Please go back to start a new payment."),
    ),
    _S.CANCELLED: Words(
        gettext_lazy("This payment was cancelled"),
        gettext_lazy("Nothing was taken. Please go back to start a new payment."),
    ),
    _S.HELD: Words(
        gettext_lazy("Your payment has arrived"),
        gettext_lazy("Your order needs a look by the shop, which will be in touch with you."),
    ),
    _S.REFUNDED: Words(
        gettext_lazy("Your payment is being returned"),
        gettext_lazy("The order could not be placed, so the money goes back to you."),
    ),
}
# A refund of a charge whose order stands without it.
PAID_TWICE = Words(
    gettext_lazy("Your payment is being returned"),
    gettext_lazy("The order was paid for already, so this money goes back to you."),
)
UNCERTAIN = Words(
    gettext_lazy("We do not know yet whether you have paid"),
    gettext_lazy("Please ask the shop before you pay again."),
)
UNKNOWN_PAGE = Words(
    gettext_lazy("There is no such payment"), gettext_lazy("Please go back to the shop.")
)
BACK = gettext_lazy("Back to the shop")


def order_line(locale: str) -> str:
    """Return what a charge is called whose lines are not shown one by one."""
    with translation.override(supported(locale)):
        return gettext("Order")


def language_of(accept_language: str) -> str:
    """Return the best language we can speak of an Accept-Language header."""
    for code, _ in parse_accept_lang_header(accept_language[:200].lower()):
        if code != "*" and (found := _supported(code)):
            return found
    return "en"


def supported(locale: str) -> str:
    """Return the nearest language we can speak; English for none."""
    return _supported(locale.replace("_", "-")) or "en"


def _supported(code: str) -> str | None:
    try:
        return translation.get_supported_language_variant(code)
    except LookupError:
        return None
