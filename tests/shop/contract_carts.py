"""What every shop's carts must keep.

Plain test functions over a fixture `world`: run over SandboxShop (tests/shop) and a real Saleor (tests/saleor).
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from agentpay_plugin.conversation.goods import DeliveryKind
from agentpay_plugin.errors import ShopRefused
from tests.shop.steps import ZERO, adds_up
from tests.shop.world import NEW_YORK, World


def test_a_new_cart_holds_one_line_at_the_shops_price(world: World) -> None:
    cart = world.carts.create(world.sized.variant_id, 2)

    (line,) = cart.lines
    assert (line.variant_id, line.quantity) == (world.sized.variant_id, 2)
    assert line.unit_price == world.sized.price
    assert line.total == world.sized.price * 2
    assert cart.total == world.sized.price * 2
    assert cart.channel == "default-channel"
    assert cart.currency == "USD"
    assert cart.requires_shipping
    assert not cart.has_email
    assert not cart.has_shipping_address
    assert not cart.has_billing_address
    assert (cart.delivery, cart.country, cart.promo_code) == (None, None, None)
    assert line.problem is None
    assert adds_up(cart)
    assert world.carts.read(cart.id) == cart


@pytest.mark.parametrize("variant_id", ["UHJvZHVjdFZhcmlhbnQ6OTk5OTk5", "nonsense", ""])
def test_no_cart_opens_with_what_is_not_sold(world: World, variant_id: str) -> None:
    with pytest.raises(ShopRefused):
        world.carts.create(variant_id, 1)


def test_no_cart_opens_with_more_than_there_is(world: World) -> None:
    with pytest.raises(ShopRefused) as refused:
        world.carts.create(world.sized.variant_id, 9999)

    assert refused.value.shop_code in {"INSUFFICIENT_STOCK", "QUANTITY_GREATER_THAN_LIMIT"}
    assert refused.value.field == "quantity"


def test_an_unknown_cart_is_none_to_read_and_refused_to_write(world: World) -> None:
    for cart_id in (world.unknown_cart_id, "nonsense", ""):
        assert world.carts.read(cart_id) is None
        with pytest.raises(ShopRefused) as refused:
            world.carts.set_quantity(cart_id, world.sized.variant_id, 1)
        assert refused.value.shop_code == "NOT_FOUND"
        with pytest.raises(ShopRefused):
            world.carts.delivery_options(cart_id)


def test_quantities_are_absolute(world: World) -> None:
    cart = world.carts.create(world.sized.variant_id, 1)

    three = world.carts.set_quantity(cart.id, world.sized.variant_id, 3)
    again = world.carts.set_quantity(cart.id, world.sized.variant_id, 3)

    assert [line.quantity for line in three.lines] == [3]
    assert three.total == world.sized.price * 3
    assert again.version == three.version != cart.version


def test_a_line_comes_goes_and_comes_back(world: World) -> None:
    cart = world.carts.create(world.sized.variant_id, 1)

    both = world.carts.set_quantity(cart.id, world.single.variant_id, 2)
    one = world.carts.set_quantity(cart.id, world.sized.variant_id, 0)
    still = world.carts.set_quantity(cart.id, world.sized.variant_id, 0)
    back = world.carts.set_quantity(cart.id, world.sized.variant_id, 1)

    assert {line.variant_id for line in both.lines} == {
        world.sized.variant_id,
        world.single.variant_id,
    }
    assert [line.variant_id for line in one.lines] == [world.single.variant_id]
    assert still.version == one.version
    assert back.version == both.version


def test_too_many_changes_nothing(world: World) -> None:
    cart = world.carts.create(world.sized.variant_id, 2)

    with pytest.raises(ShopRefused):
        world.carts.set_quantity(cart.id, world.sized.variant_id, 9999)

    assert world.carts.read(cart.id) == cart


def test_contact_is_set_and_is_part_of_the_version(world: World) -> None:
    cart = world.carts.create(world.sized.variant_id, 1)

    named = world.carts.set_contact(cart.id, "ada@example.com")
    other = world.carts.set_contact(cart.id, "eda@example.com")

    assert named.has_email
    assert len({cart.version, named.version, other.version}) == 3
    assert "ada@example.com" not in repr(named)


def test_what_is_no_address_of_mail_is_refused(world: World) -> None:
    cart = world.carts.create(world.sized.variant_id, 1)

    with pytest.raises(ShopRefused) as refused:
        world.carts.set_contact(cart.id, "nonsense")

    assert (refused.value.shop_code, refused.value.field) == ("INVALID", "email")
    assert world.carts.read(cart.id) == cart


def test_addresses_are_set_and_are_part_of_the_version(world: World) -> None:
    cart = world.carts.create(world.sized.variant_id, 1)

    there = world.carts.set_addresses(cart.id, NEW_YORK, NEW_YORK)
    moved = world.carts.set_addresses(
        cart.id, NEW_YORK, replace(NEW_YORK, street_address_1="2 Main Street")
    )

    assert there.has_shipping_address
    assert there.has_billing_address
    assert there.country == "US"
    assert len({cart.version, there.version, moved.version}) == 3
    assert "Lovelace" not in repr(there)


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"postal_code": "ABC"}, "INVALID", "postal_code"),
        ({"postal_code": ""}, "REQUIRED", "postal_code"),
        ({"city": ""}, "REQUIRED", "city"),
        ({"street_address_1": ""}, "REQUIRED", "street_address_1"),
        ({"country_area": "Bavaria"}, "INVALID", "country_area"),
        ({"country": "XX"}, "INVALID", "country"),
    ],
)
def test_a_wrong_address_names_its_field(
    world: World, change: dict[str, str], code: str, field: str
) -> None:
    cart = world.carts.create(world.sized.variant_id, 1)
    wrong = replace(NEW_YORK, **change)

    with pytest.raises(ShopRefused) as refused:
        world.carts.set_addresses(cart.id, wrong, wrong)

    assert (refused.value.shop_code, refused.value.field) == (code, field)
    assert world.carts.read(cart.id) == cart


def test_a_delivery_is_chosen_from_those_offered(world: World) -> None:
    cart = world.carts.create(world.sized.variant_id, 1)
    before = world.carts.set_addresses(cart.id, NEW_YORK, NEW_YORK)
    options = world.carts.delivery_options(cart.id)
    dear = max(options, key=lambda option: option.price.minor)

    chosen = world.carts.choose_delivery(cart.id, dear)

    assert dear.price > ZERO
    assert chosen.delivery is not None
    assert chosen.delivery.id == dear.id
    assert chosen.delivery_price == dear.price
    assert chosen.total == before.total + dear.price
    assert chosen.version != before.version
    assert adds_up(chosen)


def test_goods_can_be_collected(world: World) -> None:
    cart = world.carts.create(world.sized.variant_id, 1)
    before = world.carts.set_addresses(cart.id, NEW_YORK, NEW_YORK)
    options = world.carts.delivery_options(cart.id)
    point = next(option for option in options if option.kind is DeliveryKind.COLLECTION)

    chosen = world.carts.choose_delivery(cart.id, point)

    assert chosen.delivery is not None
    assert (chosen.delivery.id, chosen.delivery.kind) == (point.id, DeliveryKind.COLLECTION)
    assert point.description
    assert chosen.delivery_price == ZERO
    assert chosen.total == before.total


def test_a_delivery_that_was_not_offered_is_refused(world: World) -> None:
    cart = world.carts.create(world.sized.variant_id, 1)
    world.carts.set_addresses(cart.id, NEW_YORK, NEW_YORK)
    option = world.carts.delivery_options(cart.id)[0]

    with pytest.raises(ShopRefused) as refused:
        world.carts.choose_delivery(cart.id, replace(option, id="U2hpcHBpbmdNZXRob2Q6OTk5OTk5"))

    assert refused.value.shop_code == "DELIVERY_METHOD_NOT_APPLICABLE"
    read = world.carts.read(cart.id)
    assert read is not None
    assert read.delivery is None


def test_what_is_not_shipped_needs_no_delivery(world: World) -> None:
    cart = world.carts.create(world.digital.variant_id, 1)

    billed = world.carts.set_addresses(cart.id, None, NEW_YORK)

    assert not billed.requires_shipping
    assert billed.has_billing_address
    assert not billed.has_shipping_address
    assert billed.country == "US"
    assert world.carts.delivery_options(cart.id) == ()


def test_a_voucher_lowers_the_prices_and_goes_without_a_trace(world: World) -> None:
    before = world.carts.create(world.sized.variant_id, 10)

    less = world.carts.apply_promo_code(before.id, world.voucher)
    after = world.carts.remove_promo_code(before.id, world.voucher)

    assert less.promo_code == world.voucher
    assert less.discount > ZERO
    assert less.total == before.total - less.discount
    assert adds_up(less)
    assert less.version != before.version == after.version
    assert after == before


def test_a_gift_card_covers_what_it_holds_and_goes_without_a_trace(world: World) -> None:
    before = world.carts.create(world.sized.variant_id, 10)

    less = world.carts.apply_promo_code(before.id, world.gift_card)
    again = world.carts.apply_promo_code(before.id, world.gift_card)
    (shown,) = less.gift_card_codes
    after = world.carts.remove_promo_code(before.id, shown)

    assert less.gift_cards == world.gift_balance
    assert less.total == before.total - world.gift_balance
    assert less.subtotal == before.subtotal
    assert adds_up(less)
    assert again == less
    assert after == before


def test_an_unknown_code_is_refused(world: World) -> None:
    cart = world.carts.create(world.sized.variant_id, 1)

    with pytest.raises(ShopRefused) as refused:
        world.carts.apply_promo_code(cart.id, "NO-SUCH-CODE")

    assert (refused.value.shop_code, refused.value.field) == ("INVALID", "promo_code")
    assert world.carts.read(cart.id) == cart


def test_a_cart_of_another_channel_is_in_its_currency(world: World) -> None:
    cart = world.polish_carts.create(world.sized.variant_id, 1)

    assert (cart.channel, cart.currency, cart.total.currency) == ("channel-pln", "PLN", "PLN")
    assert adds_up(cart)
