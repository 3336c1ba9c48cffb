"""What a shopper can do at a step besides saying words: taps on cards, the provider's page, time; and reactions."""

from __future__ import annotations

from collections.abc import Callable

from agentpay_plugin.demo import settings
from agentpay_plugin.money import Money
from agentpay_plugin.shop.sandbox.goods import language_of
from scripts.eval.journeys.people import CPF
from scripts.eval.journeys.shopper import Confirmed, Shopper

_ANSWERS = 8  # that a shopper gives on the way to a total before they give up
_REACTIONS = 4
_DECLINED = "4000000000000002"
_LINK_ENDS = 35 * 60  # seconds; a page to pay on is open for half an hour, a PIX code for less


class GaveUp(Exception):  # noqa: N818 what a shopper does is no error
    """The shopper cannot go on: what they wanted to tap is not there."""


def go(shopper: Shopper) -> None:
    """Take all steps of the journey. Raises GaveUp."""
    for step in shopper.journey.steps:
        shopper.step = step
        shopper.replies.setdefault(step, [])
        shopper.log.append(f"-- {step}")
        said = shopper.journey.said(step, shopper.wording)
        if said is None:
            _do(shopper, step)
        elif said:
            _say(shopper, step, said)


def _say(shopper: Shopper, step: str, said: str) -> None:
    for text in said.split(" // "):
        shopper.say(text)
        if not step.startswith("ask"):
            _react(shopper, shopper.journey.picks.get(step))


def _do(shopper: Shopper, step: str) -> None:
    name, _, argument = step.partition(" ")
    if name not in _DEEDS:
        raise ValueError(f"{shopper.journey.id}: {step} is neither words nor a deed")
    _DEEDS[name](shopper, argument)


# --- reactions to what the reply shows


def _react(shopper: Shopper, pick: str | None) -> None:
    """Answer what was asked of the thing that is wanted, until it lies in the cart."""
    for _ in range(_REACTIONS):
        if pick is None or pick in shopper.cart or not _reacted(shopper, pick):
            return


def _reacted(shopper: Shopper, pick: str) -> bool:
    """Answer the newest reply, if it asks about what is wanted; of a mere product the card is tapped."""
    is_product = shopper.world.shop.goods.variant(f"variant-{pick}") is None
    picker = shopper.last("ChatVariantPicker")
    if picker is not None and not is_product:
        return _picks(shopper, picker["variantIds"], picker["quantity"], pick)
    cards = [card["product"] for card in shopper.all_of("ChatProductCard")]
    meant = [one["id"] for one in cards if _is_of(one["id"], pick)]
    if len(cards) > 1 and meant:
        shopper.tap(chooseProduct={"productId": max(meant, key=len)})
        return True
    replies = shopper.last("ChatQuickReplies")
    is_offer = replies is not None and [one["tap"] for one in replies["replies"]] == ["TEXT"]
    if is_offer and not is_product and _is_named(shopper, pick):
        shopper.say_yes()
        return True
    return False


def _picks(shopper: Shopper, variant_ids: list[str], quantity: int, pick: str) -> bool:
    if f"variant-{pick}" not in variant_ids:
        return False
    variant = {"variantId": f"variant-{pick}", "quantity": quantity}
    shopper.answer_or_tap("option", chooseVariant=variant)
    return True


def _is_of(product_id: str, pick: str) -> bool:
    slug = product_id.removeprefix("product-")
    return pick == slug or pick.startswith(f"{slug}-")


def _is_named(shopper: Shopper, variant: str) -> bool:
    """Tell whether what came last speaks of the wanted product: nobody says yes to something else."""
    entry = shopper.world.shop.goods.variant(f"variant-{variant}")
    name = entry[0].name.in_(language_of(shopper.journey.locale)) if entry else ""
    return any(name.casefold() in one["text"].casefold() for one in shopper.fresh)


# --- deeds


def _check_out(shopper: Shopper, _: str) -> None:
    """Answer what is asked until there is a total."""
    for _round in range(_ANSWERS):
        if shopper.stage in ("QUOTED", "PAYING", "PAID", "ORDERED"):
            return
        if shopper.stage == "DETAILS":
            shopper.give_details(shopper.journey.home)
        elif shopper.stage == "DELIVERY":
            option = {"optionId": shopper.journey.delivery}
            shopper.answer_or_tap("delivery", chooseDelivery=option)
        elif shopper.cart:
            shopper.answer_or_tap("checkout", checkOut=True)
        else:
            raise GaveUp("there is nothing in the cart to check out")
    raise GaveUp("no total after so many answers")


def _confirm(shopper: Shopper, method: str) -> None:
    """Tap the button that pays what the quote says."""
    quote, cart = _newest_quote(shopper), shopper.chat.get("cart")
    if quote is None or cart is None or shopper.stage != "QUOTED":
        raise GaveUp(f"no total to confirm at stage {shopper.stage}")
    methods = {one["id"]: one["needsTaxId"] for one in quote["methods"]}
    if method not in methods:
        raise GaveUp(f"{method} is not offered, but {', '.join(methods)}")
    total = quote["cart"]["total"]
    held = shopper.world.shop.checkouts.get(cart["id"])
    told = Money.of(total["amount"], total["currency"])
    tax_id = shopper.journey.answer("tax_id", shopper.wording)
    pay = {"method": method, "quoteVersion": quote["version"]}
    if methods[method] and not tax_id:
        pay["taxId"] = CPF
    shopper.confirmed.append(Confirmed(method, told, held))
    shopper.tap(pay=pay)
    if methods[method] and tax_id:
        shopper.say(tax_id)


def _newest_quote(shopper: Shopper) -> dict[str, object] | None:
    found = [
        part
        for one in shopper.messages
        for part in one["parts"]
        if part["__typename"] == "ChatQuote"
    ]
    return found[-1] if found else None


def _pay(shopper: Shopper, _: str) -> None:
    """Pay what is open: by card on the provider's page, or the code with a phone."""
    payment = _open_payment(shopper)
    if payment["pix"]:
        shopper.press(
            "pays the code", f"{settings.PUBLIC_URL}/asaas/phone", code=payment["pix"]["code"]
        )
    else:
        shopper.press("pays", payment["pageUrl"], action="pay")


def _decline(shopper: Shopper, _: str) -> None:
    payment = _open_payment(shopper)
    shopper.press("is declined", payment["pageUrl"], action="pay", card=_DECLINED)


def _leave_page(shopper: Shopper, _: str) -> None:
    shopper.press("leaves", _open_payment(shopper)["pageUrl"], action="leave")


def _open_payment(shopper: Shopper) -> dict[str, dict[str, str]]:
    payment = shopper.chat.get("payment") or {}
    if payment.get("state") != "OPEN":
        raise GaveUp(f"no payment is open at stage {shopper.stage}")
    return dict(payment)


def _remove(shopper: Shopper, variant: str) -> None:
    shopper.tap(setQuantity={"variantId": f"variant-{variant}", "quantity": 0})


def _sell_out(shopper: Shopper, variant: str) -> None:
    """Others buy all that is left of something meanwhile."""
    shopper.log.append(f"  … {variant} is sold out")
    shopper.world.shop.sell_out(f"variant-{variant}")
    shopper.gone.add(variant)


_DEEDS: dict[str, Callable[[Shopper, str], None]] = {
    "checkout": _check_out,
    "confirm": _confirm,
    "pay": _pay,
    "decline": _decline,
    "leave_page": _leave_page,
    "expire": lambda shopper, _: shopper.wait(_LINK_ENDS),
    "details": lambda shopper, home: shopper.give_details(home or shopper.journey.home),
    "check_payment": lambda shopper, _: shopper.tap(checkPayment=True),
    "cancel_payment": lambda shopper, _: shopper.tap(cancelPayment=True),
    "show_cart": lambda shopper, _: shopper.tap(showCart=True),
    "remove": _remove,
    "sell_out": _sell_out,
}
