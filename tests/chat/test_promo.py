"""Vouchers and gift cards in a chat, on the sandbox shop."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agentpay_plugin.models import Charge
from agentpay_plugin.money import Money
from agentpay_plugin.shop.sandbox import SandboxShop
from agentpay_plugin.shop.sandbox.goods import Voucher, VoucherKind
from agentpay_plugin.shop.sandbox.small import DOLLARS, SMALL
from tests.chat.shopper import Shopper, read
from tests.chat.world import ADDRESS, EMAIL, ChatWorld, texts, the_card

pytestmark = pytest.mark.django_db(transaction=True)

GOODS = replace(
    SMALL,
    vouchers={
        **SMALL.vouchers,
        "FREESHIPPING": Voucher(VoucherKind.FREE_DELIVERY),
        "DISCOUNT": Voucher(VoucherKind.PERCENTAGE, 20, {DOLLARS: 20000}),
    },
)
HOODIE = "variant-hoodie"


@pytest.fixture
def world() -> ChatWorld:
    return ChatWorld(shop=SandboxShop(GOODS))


def total(cart: dict[str, object]) -> object:
    return cart["total"]["amount"]  # type: ignore[index]


def test_free_delivery_given_at_the_start_takes_effect_with_the_delivery(world: ChatWorld) -> None:
    token = world.start("agentpay-hoodie")
    early = world.say(token, "my promo code is freeshipping")
    added = world.tap(token, chooseVariant={"variantId": HOODIE})

    world.tap(token, checkOut=True)
    world.tap(token, giveDetails={"email": EMAIL, "shippingAddress": ADDRESS})
    chosen = world.tap(token, chooseDelivery={"optionId": "delivery-standard"})

    assert "I keep the code freeshipping" in texts(early.messages)[0]
    assert "when the delivery is chosen" in texts(added.messages)[0]
    assert "FREESHIPPING, which I kept, is applied now" in texts(chosen.messages)[0]
    quote = the_card(chosen.messages, "ChatQuote")
    assert (quote["cart"]["promoCode"], total(quote["cart"])) == ("FREESHIPPING", "45.00")


def test_minimum_is_reached_lost_and_reached_again(world: ChatWorld) -> None:
    token = world.start("agentpay-hoodie")
    world.tap(token, chooseVariant={"variantId": HOODIE, "quantity": 2})

    early = world.tap(token, applyPromoCode={"code": "DISCOUNT"})
    grown = world.tap(token, setQuantity={"variantId": HOODIE, "quantity": 5})
    shrunk = world.tap(token, setQuantity={"variantId": HOODIE, "quantity": 4})
    again = world.tap(token, setQuantity={"variantId": HOODIE, "quantity": 5})

    assert "does not take the code DISCOUNT yet" in texts(early.messages)[0]
    assert "DISCOUNT, which I kept, is applied now" in texts(grown.messages)[0]
    assert total(the_card(grown.messages, "ChatCartSummary")["cart"]) == "180.00"
    assert "DISCOUNT does not apply to your cart as it is now" in texts(shrunk.messages)[0]
    assert total(the_card(shrunk.messages, "ChatCartSummary")["cart"]) == "180.00"
    assert "DISCOUNT, which I kept, is applied now" in texts(again.messages)[0]


def test_quote_names_the_code_that_is_not_in_it(world: ChatWorld) -> None:
    token = world.start("agentpay-hoodie")
    world.tap(token, chooseVariant={"variantId": HOODIE})
    world.tap(token, applyPromoCode={"code": "DISCOUNT"})
    world.tap(token, checkOut=True)
    world.tap(token, giveDetails={"email": EMAIL, "shippingAddress": ADDRESS})

    quoted = world.tap(token, chooseDelivery={"optionId": "delivery-standard"})

    assert "DISCOUNT is not part of this total" in texts(quoted.messages)[0]
    quote = the_card(quoted.messages, "ChatQuote")
    assert (quote["cart"]["promoCode"], total(quote["cart"])) == (None, "50.00")


def test_unknown_code_is_refused_and_changes_nothing(world: ChatWorld) -> None:
    token = world.start("agentpay-hoodie")
    world.tap(token, chooseVariant={"variantId": HOODIE})

    refused = world.tap(token, applyPromoCode={"code": "NO-SUCH-CODE"})

    assert "does not take the code NO-SUCH-CODE" in texts(refused.messages)[0]
    assert world.conversation().state["kept"] == []
    assert world.conversation().state["cart"]["promo_code"] is None


def test_gift_card_pays_a_part_and_the_rest_is_charged(world: ChatWorld) -> None:
    token = world.start()
    version = world.quoted(token, "variant-tee-blue-l", 2)

    applied = world.tap(token, applyPromoCode={"code": "GIFT10"})
    quote = the_card(applied.messages, "ChatQuote")
    old = world.tap(token, pay={"method": "card", "quoteVersion": version})
    assert Charge.objects.count() == 0
    world.tap(token, pay={"method": "card", "quoteVersion": quote["version"]})

    charge = Charge.objects.get()
    assert "Gift cards cover $10.00; $35.00 is left to pay" in texts(applied.messages)[0]
    assert old.errors == ()
    assert charge.amount_minor == 3500
    world.webhook(charge)
    (order,) = world.shop.placed
    assert order.charge_status == "FULL"


def test_code_while_paying_closes_the_payment_and_makes_a_fresh_quote(world: ChatWorld) -> None:
    token = world.start("agentpay-hoodie")
    world.paying(token, variant_id=HOODIE, quantity=1)

    applied = world.tap(token, applyPromoCode={"code": "SAVE10"})

    assert Charge.objects.get().state == "cancelled"
    quote = the_card(applied.messages, "ChatQuote")
    assert (quote["cart"]["promoCode"], total(quote["cart"])) == ("SAVE10", "45.50")


def test_second_voucher_replaces_and_is_removed_by_words(world: ChatWorld) -> None:
    token = world.start("agentpay-hoodie")
    world.tap(token, chooseVariant={"variantId": HOODIE, "quantity": 5})
    world.tap(token, applyPromoCode={"code": "SAVE10"})

    replaced = world.tap(token, applyPromoCode={"code": "DISCOUNT"})
    removed = world.say(token, "remove the code DISCOUNT")

    assert "DISCOUNT takes the place of SAVE10" in texts(replaced.messages)[0]
    cart = the_card(removed.messages, "ChatCartSummary")["cart"]
    assert (cart["promoCode"], total(cart)) == (None, "225.00")


def test_storefronts_cart_is_shared_though_the_shop_failed_at_the_opening(
    world: ChatWorld,
) -> None:
    cart = world.shop.carts().create(HOODIE, 1)
    world.shop.fail_next()
    token = world.start("agentpay-hoodie", checkout_id=cart.id)
    failed = world.look(token).messages

    said = world.say(token, "my promo code is SAVE10")

    assert world.conversation().checkout_id == cart.id
    assert "Your cart is still here" in texts(said.messages)[0]
    assert the_card(said.messages, "ChatCartSummary")["cart"]["promoCode"] == "SAVE10"
    after = world.shop.carts().read(cart.id)
    assert after is not None
    assert after.total == Money(4050, "USD")
    assert len(failed) == 1


def test_goods_that_are_not_found_are_tried_as_no_code() -> None:
    shopper = Shopper()
    shopper.says("one blue in M")

    told = shopper.says("do you sell iphone15?")

    assert read(told)[0] == "I found nothing for “iphone15”. Try other words, or ask for a person."


def test_what_may_be_goods_or_a_code_and_is_neither_is_told_to_be_neither() -> None:
    shopper = Shopper()
    shopper.says("one blue in M")

    told = shopper.says("windows11")

    assert read(told)[0].startswith("I found nothing for “WINDOWS11”.")
    assert read(told)[1].startswith("The shop does not take the code WINDOWS11")
