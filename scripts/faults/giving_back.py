"""Stories of money that goes back: in the provider's panel, on the order page, to the shopper's bank."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from scripts.faults.at_once import at_once
from scripts.faults.buyer import Buyer
from scripts.faults.host import PLENTY
from scripts.faults.shopper import GaveUp


def _refunded_at_once(buyer: Buyer) -> None:
    """The merchant gives all of it back in the panel while it is being settled."""
    buyer.open()
    buyer.press("pay", returns=False)
    buyer.give_back(None)
    buyer.wait()


def _refunded_in_part(buyer: Buyer) -> None:
    buyer.open()
    buyer.press("pay")
    with suppress(GaveUp):
        buyer.wait()
    buyer.give_back(500)
    buyer.wait()


def _refunded_twice(buyer: Buyer) -> None:
    """Two people of the merchant's at once, and one who wants all of it back after them."""
    buyer.open()
    buyer.press("pay")
    at_once(lambda: buyer.give_back(300), lambda: buyer.give_back(300))
    buyer.give_back(None)
    buyer.give_back(100)
    buyer.wait()


def _sold_out_and_refunded(buyer: Buyer) -> None:
    """Our own refund races the merchant's."""
    buyer.want_rare_goods()
    buyer.open()
    buyer.merchant.sell_out(buyer.goods)
    buyer.press("pay")
    with suppress(GaveUp):
        buyer.wait(seconds=buyer.dice * 12)
    buyer.give_back(None if buyer.dice < 0.5 else 700)
    buyer.wait()


def _asked_back(buyer: Buyer) -> None:
    """The merchant gives all of it back on the order page, and taps twice."""
    buyer.open()
    buyer.press("pay")
    with suppress(GaveUp):
        buyer.wait()
    at_once(lambda: buyer.ask_back(None), lambda: buyer.ask_back(None))
    buyer.wait()


def _asked_back_in_part(buyer: Buyer) -> None:
    """Parts are asked back on the order page, by two people, and one more than is left at the end."""
    buyer.open()
    buyer.press("pay")
    with suppress(GaveUp):
        buyer.wait()
    at_once(lambda: buyer.ask_back(300), lambda: buyer.ask_back(300))
    buyer.ask_back(PLENTY)
    buyer.wait()


def _asked_back_and_in_the_panel(buyer: Buyer) -> None:
    """The order page races the provider's panel for the same money."""
    buyer.open()
    buyer.press("pay")
    with suppress(GaveUp):
        buyer.wait(seconds=buyer.dice * 12)
    at_once(lambda: buyer.ask_back(None), lambda: buyer.give_back(400))
    buyer.wait()


def _disputed(buyer: Buyer) -> None:
    """The shopper's bank wants the money back, at once or once it is an order; by PIX it never does."""
    buyer.open()
    buyer.press("pay", returns=False)
    if buyer.dice < 0.6:
        with suppress(GaveUp):
            buyer.wait()
    buyer.dispute(None if buyer.dice < 0.8 else 400, inquiry=buyer.dice < 0.2)
    buyer.wait()


GIVING_BACK: Mapping[str, Callable[[Buyer], None]] = {
    "refunded in the panel at once": _refunded_at_once,
    "refunded in part in the panel": _refunded_in_part,
    "refunded twice in the panel": _refunded_twice,
    "sold out and refunded in the panel": _sold_out_and_refunded,
    "given back on the order page": _asked_back,
    "given back in parts on the order page": _asked_back_in_part,
    "given back on the order page and in the panel": _asked_back_and_in_the_panel,
    "disputed": _disputed,
}
