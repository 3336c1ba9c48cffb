"""What shoppers, and the merchant in the meantime, do: one function a story, by the names in plan.STORIES."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from scripts.faults.at_once import at_once
from scripts.faults.buyer import Buyer
from scripts.faults.giving_back import GIVING_BACK
from scripts.faults.host import PLENTY
from scripts.faults.shopper import GaveUp


def tell(buyer: Buyer) -> None:
    """Let a shopper go their way. Raises GaveUp."""
    _STORIES[buyer.planned.story](buyer)


def _pays(buyer: Buyer) -> None:
    buyer.open()
    buyer.press("pay")
    buyer.wait()


def _pays_and_leaves(buyer: Buyer) -> None:
    buyer.open()
    buyer.press("pay", returns=False)


def _is_declined_first(buyer: Buyer) -> None:
    buyer.open()
    buyer.press("decline", returns=False)
    buyer.press("pay")
    buyer.wait()


def _leaves_and_returns(buyer: Buyer) -> None:
    buyer.open()
    buyer.press("leave")
    buyer.shopper.tap(checkPayment=True)
    buyer.press("pay")
    buyer.wait()


def _two_tabs(buyer: Buyer) -> None:
    version = buyer.quote()
    at_once(buyer.confirm(version), buyer.confirm(version, otherwise=True))
    buyer.await_page()
    at_once(lambda: buyer.press("pay"), lambda: buyer.press("pay"))
    buyer.wait()


def _pays_while_cart_changes(buyer: Buyer) -> None:
    """The first page is paid while the chat closes it for another; whatever the chat shows is paid too."""
    buyer.open()
    first = buyer.payment
    at_once(lambda: buyer.press("pay", payment=first, returns=False), buyer.change_quantity)
    _pay_the_next(buyer)
    buyer.wait()


def _changes_the_cart(buyer: Buyer) -> None:
    buyer.open()
    first = buyer.payment
    buyer.change_quantity()
    _pay_the_next(buyer)
    buyer.press("pay", payment=first, returns=False)  # an old tab
    buyer.wait()


def _cart_grows_elsewhere(buyer: Buyer) -> None:
    buyer.open()
    buyer.in_the_shop(
        lambda carts, cart: carts.set_quantity(cart, buyer.variant, buyer.quantity + 1)
    )
    buyer.press("pay")
    buyer.wait()


def _cart_shrinks_elsewhere(buyer: Buyer) -> None:
    buyer.quantity = 3
    buyer.open()
    buyer.in_the_shop(lambda carts, cart: carts.set_quantity(cart, buyer.variant, 2))
    buyer.press("pay")
    buyer.wait()


def _sold_out(buyer: Buyer) -> None:
    buyer.want_rare_goods()
    buyer.open()
    buyer.merchant.sell_out(buyer.goods)
    buyer.press("pay")
    buyer.wait()


def _dearer(buyer: Buyer) -> None:
    buyer.want_rare_goods()
    buyer.open()
    buyer.merchant.change_price(buyer.goods, +100)
    buyer.press("pay")
    buyer.wait()


def _cheaper(buyer: Buyer) -> None:
    buyer.want_rare_goods()
    buyer.open()
    buyer.merchant.change_price(buyer.goods, -101)
    buyer.press("pay")
    buyer.wait()


def _pays_while_cancelling(buyer: Buyer) -> None:
    buyer.open()
    at_once(
        lambda: buyer.press("pay", returns=False),
        lambda: buyer.shopper.tap(cancelPayment=True),
    )
    buyer.wait()


def _pays_while_it_expires(buyer: Buyer) -> None:
    buyer.open()
    at_once(lambda: buyer.press("pay", returns=False), buyer.expire)
    buyer.wait()


def _pays_before_we_heard(buyer: Buyer) -> None:
    """The provider's answer to our own call is held back while its webhook is on its way already."""
    version = buyer.quote()
    buyer.hold_the_answer()
    buyer.confirm(version)()
    buyer.find_page_at_provider()
    buyer.press("pay", returns=False)
    buyer.wait()


def _takes_days(buyer: Buyer) -> None:
    buyer.open()
    buyer.press("delayed")
    buyer.shopper.tap(checkPayment=True)
    buyer.end_delayed(well=buyer.dice < 0.7)
    buyer.wait()


def _pays_late(buyer: Buyer) -> None:
    """The page, or the code, is paid when its time is over: at that moment, or a little later."""
    buyer.open()
    buyer.pay_when_it_is_over()


def _storefront(buyer: Buyer) -> None:
    """No chat: the storefront's own page completes the order, or is closed by then."""
    buyer.begin_in_storefront()
    buyer.press("pay", returns=False)
    if buyer.dice < 0.5:
        buyer.complete_in_storefront()


def _gift_card(buyer: Buyer) -> None:
    """A gift card covers all of it."""
    buyer.code = buyer.merchant.gift_card(PLENTY)
    buyer.open()
    buyer.press("pay")
    buyer.wait()


def _gift_card_and_money(buyer: Buyer) -> None:
    """A gift card covers a part, if nobody else has spent it before."""
    buyer.code = buyer.merchant.gift_card(700)
    buyer.open()
    buyer.press("pay")
    buyer.wait()


def _abandons(buyer: Buyer) -> None:
    buyer.open()


def _pay_the_next(buyer: Buyer) -> None:
    """Pay what the chat shows after the cart was changed; nothing, when the first page was paid in time."""
    if buyer.shopper.look()["stage"] in ("PAID", "ORDERED"):
        return
    with suppress(GaveUp):
        buyer.open()
        buyer.press("pay")


_STORIES: Mapping[str, Callable[[Buyer], None]] = {
    **GIVING_BACK,
    "pays": _pays,
    "pays and leaves": _pays_and_leaves,
    "is declined first": _is_declined_first,
    "leaves the page and pays later": _leaves_and_returns,
    "two tabs pay at once": _two_tabs,
    "pays while the cart changes": _pays_while_cart_changes,
    "changes the cart, then pays": _changes_the_cart,
    "cart grows elsewhere": _cart_grows_elsewhere,
    "cart shrinks elsewhere": _cart_shrinks_elsewhere,
    "sold out meanwhile": _sold_out,
    "dearer meanwhile": _dearer,
    "cheaper meanwhile": _cheaper,
    "pays while cancelling": _pays_while_cancelling,
    "pays while it expires": _pays_while_it_expires,
    "pays before we heard of the page": _pays_before_we_heard,
    "pays by what takes days": _takes_days,
    "pays when the page is over": _pays_late,
    "buys in the storefront": _storefront,
    "pays by gift card": _gift_card,
    "pays a part by gift card": _gift_card_and_money,
    "abandons the page": _abandons,
}
