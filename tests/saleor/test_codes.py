"""Gift cards and vouchers in a real Saleor: what they take off is not charged, and never more than that."""

from __future__ import annotations

import pytest

from agentpay_plugin.shop.saleor.versions import counts_gift_cards
from tests.saleor.bank import Bank
from tests.saleor.client import Shopper
from tests.saleor.merchant import gift_card, voucher
from tests.saleor.orders import order_of, orders_of_email
from tests.saleor.shop import Shop
from tests.saleor.sweeping import sweep_until
from tests.saleor.template import version

pytestmark = pytest.mark.saleor


def with_hoodies(shop: Shop, count: int = 1) -> Shopper:
    """A shopper with so many Blue Hoodies in the cart, 35 USD each."""
    shopper = Shopper(shop)
    shopper.start(product={"slug": "blue-hoodie"})
    shopper.say(f"I'll buy {count}")
    return shopper


def amounts(shopper: Shopper) -> tuple[str, str, str, str | None]:
    """Return the cart's discount, what gift cards cover, its total, and the voucher's code."""
    cart = shopper.look()["cart"]
    names = ("discount", "giftCards", "total")
    discount, cards, total = (cart[name]["amount"] for name in names)
    return discount, cards, total, cart["promoCode"]


def pay(shopper: Shopper, bank: Bank, quote: dict[str, object]) -> int:
    """Confirm the quote, pay, and return what the provider took, in minor units."""
    shopper.confirm(quote)
    page = shopper.wait_for_part("ChatPaymentRequest")["payment"]["pageUrl"]
    bank.pay(page)
    shopper.wait_for_part("ChatReceipt")
    return int(bank.session_of(page)["amount_total"])


def is_whole_only(shop: Shop) -> bool:
    """Say whether this Saleor completes no checkout of which a gift card pays a part."""
    return not counts_gift_cards(version(shop.saleor))


def test_a_gift_card_for_a_part_takes_nothing_where_saleor_could_not_complete(
    running: Shop, bank: Bank
) -> None:
    if not is_whole_only(running):
        pytest.skip("this Saleor counts gift cards")
    email = "hal+whole@example.com"
    code = gift_card(running, "12.50")
    shopper = with_hoodies(running)
    shopper.tap(applyPromoCode={"code": code})
    shopper.tap(checkOut=True)
    shopper.details(email=email)
    picker = shopper.last("ChatDeliveryPicker")
    assert picker
    shopper.tap(chooseDelivery={"optionId": picker["options"][0]["id"]})

    notice = shopper.wait_for_part("ChatNotice")

    assert notice["kind"] == "PROBLEM"
    assert "a gift card must cover everything" in notice["noticeText"]
    assert shopper.last("ChatQuote") is None
    assert bank.paid_sessions(email) == []
    assert orders_of_email(running, email) == []


def test_a_gift_card_covers_a_part_and_a_card_pays_the_rest(running: Shop, bank: Bank) -> None:
    if is_whole_only(running):
        pytest.skip("this Saleor does not count gift cards")
    email = "hal+part@example.com"
    code = gift_card(running, "12.50")
    shopper = with_hoodies(running)
    shopper.say(f"here is my gift card {code}")
    assert amounts(shopper) == ("0.00", "12.50", "22.50", None)
    quote = shopper.go_to_quote(email, "UPS")
    delivery = quote["cart"]["deliveryPrice"]["amount"]
    due = 2250 + round(float(delivery) * 100)
    assert quote["cart"]["giftCards"]["amount"] == "12.50"
    assert quote["cart"]["total"]["amount"] == f"{due / 100:.2f}"
    taken = pay(shopper, bank, quote)

    assert taken == due
    (number,) = orders_of_email(running, email)
    order = order_of(running, number)
    assert order["total"]["gross"]["amount"] == due / 100
    assert order["undiscountedTotal"]["gross"]["amount"] == due / 100 + 12.5
    assert (order["chargeStatus"], order["paymentStatus"]) == ("FULL", "FULLY_CHARGED")
    assert order["totalCharged"]["amount"] == due / 100
    assert order["giftCards"] == [{"last4CodeChars": code[-4:], "currentBalance": {"amount": 0.0}}]
    (transaction,) = order["transactions"]
    assert transaction["chargedAmount"]["amount"] == due / 100
    (receipt,) = shopper.parts("ChatReceipt")
    assert receipt["paid"]["amount"] == f"{due / 100:.2f}"
    assert len(bank.paid_sessions(email)) == 1


def test_a_gift_card_taken_away_again_covers_nothing(running: Shop) -> None:
    code = gift_card(running, "20.00")
    shopper = with_hoodies(running)
    shopper.tap(applyPromoCode={"code": code})
    assert amounts(shopper) == ("0.00", "20.00", "15.00", None)
    shopper.tap(removePromoCode={"code": code[-4:]})

    assert amounts(shopper) == ("0.00", "0.00", "35.00", None)


def test_a_gift_card_in_another_currency_is_refused(running: Shop) -> None:
    code = gift_card(running, "20.00", "PLN")
    shopper = with_hoodies(running)
    (answer,) = shopper.tap(applyPromoCode={"code": code})

    assert [part["__typename"] for part in answer["parts"]] == ["ChatNotice"]
    assert amounts(shopper) == ("0.00", "0.00", "35.00", None)


@pytest.mark.parametrize("by", ["words", "tap"])
def test_a_voucher_is_applied_removed_and_applied_again(running: Shop, bank: Bank, by: str) -> None:
    email, code = f"hal+{by}@example.com", f"HAL{by.upper()}"
    voucher(running, code, "10")
    shopper = with_hoodies(running)
    for _ in range(2):
        if by == "words":
            shopper.say(f"apply promo code {code}")
            assert amounts(shopper) == ("3.50", "0.00", "31.50", code)
            shopper.say(f"remove promo code {code}")
        else:
            shopper.tap(applyPromoCode={"code": code})
            assert amounts(shopper) == ("3.50", "0.00", "31.50", code)
            shopper.tap(removePromoCode={"code": code})
        assert amounts(shopper) == ("0.00", "0.00", "35.00", None)
    shopper.tap(applyPromoCode={"code": code})
    quote = shopper.go_to_quote(email)
    taken = pay(shopper, bank, quote)

    assert taken == 3150
    (number,) = orders_of_email(running, email)
    order = order_of(running, number)
    assert order["voucherCode"] == code
    assert order["total"]["gross"]["amount"] == 31.5
    assert order["undiscountedTotal"]["gross"]["amount"] == 35.0
    assert (order["chargeStatus"], order["totalCharged"]["amount"]) == ("FULL", 31.5)


def test_a_voucher_of_the_sample_data_from_its_least_subtotal_on(running: Shop, bank: Bank) -> None:
    email = "hal+discount@example.com"
    shopper = with_hoodies(running, 6)
    shopper.say("apply promo code DISCOUNT")
    assert amounts(shopper) == ("25.00", "0.00", "185.00", "DISCOUNT")
    taken = pay(shopper, bank, shopper.go_to_quote(email))

    assert taken == 18500
    (number,) = orders_of_email(running, email)
    assert order_of(running, number)["total"]["gross"]["amount"] == 185.0


def test_free_delivery_once_the_way_is_chosen(running: Shop, bank: Bank) -> None:
    email = "hal+delivery@example.com"
    shopper = with_hoodies(running)
    dear = shopper.go_to_quote(email, "UPS")
    assert dear["cart"]["deliveryPrice"]["amount"] != "0.00"
    shopper.tap(applyPromoCode={"code": "FREESHIPPING"})
    quote = shopper.last("ChatQuote")
    assert quote is not None
    assert quote["version"] != dear["version"]
    assert quote["cart"]["deliveryPrice"]["amount"] == "0.00"
    assert quote["cart"]["total"]["amount"] == "35.00"
    taken = pay(shopper, bank, quote)

    assert taken == 3500
    (number,) = orders_of_email(running, email)
    order = order_of(running, number)
    assert order["deliveryMethod"]["name"] == "UPS"
    assert order["shippingPrice"]["gross"]["amount"] == 0
    assert order["chargeStatus"] == "FULL"


@pytest.mark.parametrize("by", ["words", "tap"])
def test_a_code_that_does_not_exist_changes_nothing(running: Shop, by: str) -> None:
    shopper = with_hoodies(running)
    voucher(running, f"HALKEPT{by.upper()}", "10")
    shopper.tap(applyPromoCode={"code": f"HALKEPT{by.upper()}"})
    before = shopper.look()["cart"]
    if by == "words":
        (answer,) = shopper.say("apply promo code NOSUCHCODE")
    else:
        (answer,) = shopper.tap(applyPromoCode={"code": "NOSUCHCODE"})

    assert "NOSUCHCODE" in answer["text"]
    assert "ChatNotice" in [part["__typename"] for part in answer["parts"]]
    assert shopper.look()["cart"] == before


def test_a_code_under_an_open_payment_closes_it_first(running: Shop, bank: Bank) -> None:
    email = "hal+open@example.com"
    voucher(running, "HALOPEN", "10")
    shopper = with_hoodies(running)
    shopper.confirm(shopper.go_to_quote(email))
    page = shopper.wait_for_part("ChatPaymentRequest")["payment"]["pageUrl"]
    shopper.tap(applyPromoCode={"code": "HALOPEN"})
    shopper.wait_for_stage("QUOTED")
    assert bank.session_of(page)["status"] == "expired"
    quote = shopper.last("ChatQuote")
    assert quote is not None
    assert quote["cart"]["total"]["amount"] == "31.50"
    shopper.messages.clear()  # so that the new page is waited for
    taken = pay(shopper, bank, quote)

    assert taken == 3150
    (number,) = orders_of_email(running, email)
    assert order_of(running, number)["total"]["gross"]["amount"] == 31.5
    assert [s["amount_total"] for s in bank.paid_sessions(email)] == [3150]


def test_a_gift_card_spent_elsewhere_while_its_rest_is_paid(running: Shop, bank: Bank) -> None:
    if is_whole_only(running):
        pytest.skip("this Saleor does not count gift cards")
    email = "hal+spent@example.com"
    code = gift_card(running, "12.50")
    shopper, other = with_hoodies(running), with_hoodies(running)
    for one in (shopper, other):
        one.tap(applyPromoCode={"code": code})
    shopper.confirm(shopper.go_to_quote(email))
    page = shopper.wait_for_part("ChatPaymentRequest")["payment"]["pageUrl"]
    pay(other, bank, other.go_to_quote("hal+spender@example.com"))
    bank.pay(page)
    sweep_until(
        running, lambda: shopper.look()["payment"]["state"] == "REFUNDED", "the money back", 60
    )

    assert orders_of_email(running, email) == []
    (session,) = bank.paid_sessions(email)
    assert session["amount_total"] == 2250
    assert shopper.look()["payment"]["refunded"]["amount"] == "22.50"
    assert shopper.last("ChatReceipt") is None
    (number,) = orders_of_email(running, "hal+spender@example.com")
    assert order_of(running, number)["giftCards"] == [
        {"last4CodeChars": code[-4:], "currentBalance": {"amount": 0.0}}
    ]
