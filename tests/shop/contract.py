"""What every shop must keep, whoever it is: run over FakeShop (tests/shop) and a real Saleor (tests/saleor).

Plain test functions over a fixture `world`; a test module imports them all.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from agentpay_plugin.charges.ports import (
    Books,
    NotCompleted,
    Report,
    ReportKind,
    SourceKind,
)
from agentpay_plugin.conversation.goods import Cart, DeliveryKind, Order
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.money import Money
from tests.shop.world import NEW_YORK, World

ZERO = Money(0, "USD")


def adds_up(cart: Cart) -> bool:
    """Lines make the subtotal; what they and the delivery cost, less gift cards, is the total."""
    lines = sum((line.total for line in cart.lines), Money(0, cart.currency))
    return lines == cart.subtotal and cart.subtotal + cart.delivery_price - cart.gift_cards == cart.total


def ready_cart(world: World, quantity: int = 1) -> Cart:
    """A cart that lacks nothing but the payment."""
    cart = world.carts.create(world.sized.variant_id, quantity)
    world.carts.set_contact(cart.id, "ada@example.com")
    world.carts.set_addresses(cart.id, NEW_YORK, NEW_YORK)
    options = world.carts.delivery_options(cart.id)
    shipping = max(
        (option for option in options if option.kind is DeliveryKind.SHIPPING),
        key=lambda option: option.price.minor,
    )
    return world.carts.choose_delivery(cart.id, shipping)


def pay(books: Books, cart: Cart, key: str) -> str:
    """Take the cart's total by a transaction of our gateway; returns its id."""
    opened = books.initialize(cart.id, cart.total, key, {"method": "card"})
    assert opened.transaction_id is not None
    paid = Report(opened.transaction_id, ReportKind.CHARGE_SUCCESS, cart.total, f"cs_{key}")
    assert books.report(paid) is False
    return opened.transaction_id


# --- catalogue


def test_a_product_is_found_by_slug_id_and_sku(world: World) -> None:
    by_slug = world.catalogue.product(ProductRef(slug=world.sized.slug))
    assert by_slug is not None

    by_id = world.catalogue.product(ProductRef(id=by_slug.id))
    by_sku = world.catalogue.product(ProductRef(sku=world.sized.sku))

    assert by_id == by_slug
    assert by_sku == by_slug


@pytest.mark.parametrize(
    "ref",
    [
        ProductRef(),
        ProductRef(slug="nothing-is-called-so"),
        ProductRef(sku="nothing-is-called-so"),
        ProductRef(id="UHJvZHVjdDo5OTk5OTk5"),
        ProductRef(id="<script>"),
        ProductRef(id="Q2hlY2tvdXQ6MQ=="),
    ],
)
def test_an_unknown_product_is_none(world: World, ref: ProductRef) -> None:
    assert world.catalogue.product(ref) is None


def test_a_product_tells_its_variants_apart_and_what_they_share(world: World) -> None:
    product = world.catalogue.product(ProductRef(slug=world.sized.slug))
    assert product is not None
    variant = next(one for one in product.variants if one.id == world.sized.variant_id)

    assert variant.sku == world.sized.sku
    assert variant.price == world.sized.price
    assert variant.undiscounted_price == world.sized.price
    assert variant.available >= 10
    assert "size" in {attribute.slug for attribute in variant.attributes}
    assert ("Cotton",) in {attribute.values for attribute in product.attributes}
    assert len({one.attributes for one in product.variants}) == len(product.variants) > 2
    assert product.requires_shipping
    assert product.available_for_purchase
    assert len(product.description) > 20
    assert "<" not in product.description
    assert "&nbsp;" not in product.description


def test_a_product_of_one_variant_may_have_no_sku_and_no_made_up_name(world: World) -> None:
    product = world.catalogue.product(ProductRef(slug=world.single.slug))
    assert product is not None
    (variant,) = product.variants

    assert variant.sku is None
    assert variant.name != variant.id


def test_a_product_may_need_no_shipping(world: World) -> None:
    product = world.catalogue.product(ProductRef(slug=world.digital.slug))
    assert product is not None

    assert not product.requires_shipping


def test_another_channel_sells_in_its_own_currency(world: World) -> None:
    product = world.polish_catalogue.product(ProductRef(slug=world.sized.slug))
    assert product is not None

    assert {variant.price.currency for variant in product.variants if variant.price} == {"PLN"}


def test_a_search_finds_by_words_and_keeps_to_its_limit(world: World) -> None:
    found = world.catalogue.search(world.sized.word, 3)

    assert world.sized.slug in {product.slug for product in found}
    assert len(found) <= 3
    assert len(world.catalogue.search(world.sized.word, 1)) == 1


@pytest.mark.parametrize("words", ["", "   ", "xyzzyplugh"])
def test_a_search_without_a_hit_is_empty(world: World, words: str) -> None:
    assert world.catalogue.search(words, 5) == ()


def test_delivery_is_known_before_there_is_a_cart(world: World) -> None:
    options = world.catalogue.delivery_options("US")

    assert len(options) > 1
    assert {option.price.currency for option in options} == {"USD"}
    assert {option.kind for option in options} == {DeliveryKind.SHIPPING}


@pytest.mark.parametrize("country", ["XX", "", "us", "<>"])
def test_no_delivery_to_what_is_no_country(world: World, country: str) -> None:
    assert world.catalogue.delivery_options(country) == ()


def test_the_rules_of_an_address_are_in_our_names(world: World) -> None:
    rules = world.catalogue.address_rules("US")

    assert rules.country == "US"
    assert set(rules.required) == {"street_address_1", "city", "postal_code", "country_area"}
    assert {"first_name", "last_name", "company_name", "phone"} < set(rules.allowed)
    assert "New York" in {area.label for area in rules.country_areas if area.value == "NY"}
    assert rules.country_area_label == "state"
    assert rules.postal_code_label == "zip"
    assert {"US", "PL"} <= {choice.value for choice in rules.countries}
    assert rules.country_name.startswith("United States")


def test_a_country_without_areas_asks_for_none(world: World) -> None:
    rules = world.catalogue.address_rules("PL")

    assert "postal_code" in rules.required
    assert "country_area" not in rules.allowed
    assert rules.country_areas == ()


@pytest.mark.parametrize("country", [None, "XX"])
def test_no_known_country_gives_the_rules_of_the_channels_own(world: World, country: str | None) -> None:
    assert world.catalogue.address_rules(country).country == "US"


# --- carts


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
    assert not (cart.has_email or cart.has_shipping_address or cart.has_billing_address)
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

    assert {line.variant_id for line in both.lines} == {world.sized.variant_id, world.single.variant_id}
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


# --- books and orders


def test_the_source_of_a_checkout_is_its_cart(world: World) -> None:
    cart = ready_cart(world, 2)

    source = world.books.source(cart.id)

    assert source is not None
    assert (source.id, source.kind, source.channel) == (cart.id, SourceKind.CHECKOUT, cart.channel)
    assert source.due == cart.total
    assert source.fingerprint == cart.version
    assert source.email == "ada@example.com"
    assert [line.quantity for line in source.lines] == [2, 1]
    assert sum((line.unit * line.quantity for line in source.lines), ZERO) == cart.total


def test_lines_that_do_not_add_up_are_left_out(world: World) -> None:
    cart = world.carts.create(world.sized.variant_id, 10)
    less = world.carts.apply_promo_code(cart.id, world.gift_card)

    source = world.books.source(cart.id)

    assert source is not None
    assert source.due == less.total
    assert source.lines == ()


def test_an_unknown_source_is_none(world: World) -> None:
    assert world.books.source(world.unknown_cart_id) is None
    assert world.books.source(world.unknown_order_id) is None
    assert world.books.source("nonsense") is None
    assert world.books.order_of_transaction(world.unknown_transaction_id) is None
    assert world.orders.order(world.unknown_order_id) is None
    assert world.orders.order("nonsense") is None


def test_a_transaction_opens_once_for_a_key(world: World) -> None:
    cart = ready_cart(world)

    opened = world.books.initialize(cart.id, cart.total, f"once-{cart.id}", {"method": "card"})
    again = world.books.initialize(cart.id, cart.total, f"once-{cart.id}", {"method": "card"})

    assert opened.transaction_id is not None
    assert opened.refused_code is None
    assert opened.data["method"] == "card"
    assert again == opened


def test_a_key_is_good_for_one_checkout_and_one_amount(world: World) -> None:
    cart, other = ready_cart(world), ready_cart(world)
    world.books.initialize(cart.id, cart.total, f"key-{cart.id}", {})

    elsewhere = world.books.initialize(other.id, other.total, f"key-{cart.id}", {})
    changed = world.books.initialize(cart.id, cart.total * 2, f"key-{cart.id}", {})

    assert (elsewhere.transaction_id, elsewhere.refused_code) == (None, "UNIQUE")
    assert (changed.transaction_id, changed.refused_code) == (None, "UNIQUE")


def test_no_transaction_opens_for_a_checkout_that_is_gone(world: World) -> None:
    opened = world.books.initialize(world.unknown_cart_id, Money(100, "USD"), "gone", {})

    assert (opened.transaction_id, opened.refused_code) == (None, "NOT_FOUND")


def test_an_event_counts_once(world: World) -> None:
    cart = ready_cart(world)
    opened = world.books.initialize(cart.id, cart.total, f"event-{cart.id}", {})
    assert opened.transaction_id is not None
    paid = Report(
        opened.transaction_id,
        ReportKind.CHARGE_SUCCESS,
        cart.total,
        "cs_1",
        message="paid",
        external_url="https://pay.example/cs_1",
        can_refund=True,
    )

    first = world.books.report(paid)
    second = world.books.report(paid)
    with pytest.raises(ShopRefused) as refused:
        world.books.report(replace(paid, amount=cart.total * 2))

    assert (first, second) == (False, True)
    assert refused.value.shop_code == "INCORRECT_DETAILS"
    order = world.books.complete(cart.id)
    assert isinstance(order, Order)
    assert order.charge_status == "FULL"


def test_a_note_on_a_transaction_pays_nothing(world: World) -> None:
    cart = ready_cart(world)
    opened = world.books.initialize(cart.id, cart.total, f"note-{cart.id}", {})
    assert opened.transaction_id is not None

    noted = world.books.report(
        Report(opened.transaction_id, ReportKind.INFO, cart.total, "cs_1", message="card declined")
    )

    assert noted is False
    assert isinstance(world.books.complete(cart.id), NotCompleted)


def test_a_report_on_an_unknown_transaction_is_refused(world: World) -> None:
    report = Report(world.unknown_transaction_id, ReportKind.INFO, Money(100, "USD"), "cs_1")

    with pytest.raises(ShopRefused) as refused:
        world.books.report(report)

    assert refused.value.shop_code == "NOT_FOUND"


def test_a_paid_checkout_becomes_one_order(world: World) -> None:
    cart = ready_cart(world, 2)
    transaction_id = pay(world.books, cart, f"order-{cart.id}")
    assert world.books.order_of_transaction(transaction_id) is None

    order = world.books.complete(cart.id)
    again = world.books.complete(cart.id)

    assert isinstance(order, Order)
    assert again == order
    assert order.total == cart.total
    assert (order.status, order.charge_status) == ("UNFULFILLED", "FULL")
    assert cart.delivery is not None
    assert order.delivery_name == cart.delivery.name
    assert order.tracking == ()
    assert [(line.variant_id, line.quantity, line.total) for line in order.lines] == [
        (line.variant_id, line.quantity, line.total) for line in cart.lines
    ]
    assert world.orders.order(order.id) == order
    assert world.books.order_of_transaction(transaction_id) == order
    assert world.carts.read(cart.id) is None
    assert world.books.source(cart.id) is None


def test_two_who_complete_at_once_get_one_order(world: World) -> None:
    cart = ready_cart(world)
    pay(world.books, cart, f"race-{cart.id}")

    def complete(_: int) -> Order | NotCompleted:
        try:
            return world.books.complete(cart.id)
        finally:
            world.after_thread()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(complete, range(4)))

    assert all(isinstance(answer, Order) for answer in answers)
    assert len({answer.id for answer in answers if isinstance(answer, Order)}) == 1


def test_an_order_can_be_a_source(world: World) -> None:
    cart = ready_cart(world)
    pay(world.books, cart, f"source-{cart.id}")
    order = world.books.complete(cart.id)
    assert isinstance(order, Order)

    source = world.books.source(order.id)

    assert source is not None
    assert (source.kind, source.id, source.due) == (SourceKind.ORDER, order.id, order.total)
    assert source.channel == "default-channel"


def test_an_unpaid_checkout_is_not_completed(world: World) -> None:
    cart = ready_cart(world)
    world.books.initialize(cart.id, cart.total, f"unpaid-{cart.id}", {})

    answer = world.books.complete(cart.id)

    assert isinstance(answer, NotCompleted)
    assert (answer.code, answer.retryable) == ("CHECKOUT_NOT_FULLY_PAID", False)
    assert world.carts.read(cart.id) is not None


def test_a_checkout_that_grew_after_it_was_paid_is_not_completed(world: World) -> None:
    cart = ready_cart(world)
    pay(world.books, cart, f"grew-{cart.id}")
    world.carts.set_quantity(cart.id, world.sized.variant_id, 2)

    answer = world.books.complete(cart.id)

    assert isinstance(answer, NotCompleted)
    assert (answer.code, answer.retryable) == ("CHECKOUT_NOT_FULLY_PAID", False)


def test_a_checkout_without_a_billing_address_is_not_completed(world: World) -> None:
    cart = world.carts.create(world.digital.variant_id, 1)
    cart = world.carts.set_contact(cart.id, "ada@example.com")
    pay(world.books, cart, f"bill-{cart.id}")

    answer = world.books.complete(cart.id)

    assert isinstance(answer, NotCompleted)
    assert (answer.code, answer.retryable) == ("BILLING_ADDRESS_NOT_SET", False)


def test_a_checkout_that_sold_out_after_it_was_paid_is_not_completed(world: World) -> None:
    cart = world.carts.create(world.doomed.variant_id, 1)
    world.carts.set_contact(cart.id, "ada@example.com")
    world.carts.set_addresses(cart.id, NEW_YORK, NEW_YORK)
    cart = world.carts.choose_delivery(cart.id, world.carts.delivery_options(cart.id)[0])
    pay(world.books, cart, f"sold-{cart.id}")
    world.sell_out(world.doomed.variant_id)

    answer = world.books.complete(cart.id)

    assert isinstance(answer, NotCompleted)
    assert (answer.code, answer.retryable) == ("INSUFFICIENT_STOCK", False)
    read = world.carts.read(cart.id)
    assert read is not None
    assert [(line.problem, line.available) for line in read.lines] == [("insufficient_stock", 0)]
    assert read.version == cart.version


def test_a_cart_that_a_gift_card_covers_is_completed_free(world: World) -> None:
    cart = ready_cart(world)
    free = world.carts.apply_promo_code(cart.id, world.big_gift_card)

    order = world.orders.complete_free(cart.id)
    again = world.orders.complete_free(cart.id)

    assert free.total == ZERO
    assert free.gift_cards == cart.total
    assert order.total == ZERO
    assert again == order
    assert world.carts.read(cart.id) is None


def test_a_cart_with_something_to_pay_is_not_completed_free(world: World) -> None:
    cart = ready_cart(world)

    with pytest.raises(ShopRefused) as refused:
        world.orders.complete_free(cart.id)

    assert refused.value.shop_code == "CHECKOUT_NOT_FULLY_PAID"
    assert world.carts.read(cart.id) == cart


def test_a_merchant_who_switches_our_app_off_closes_the_books(world: World) -> None:
    cart = ready_cart(world)
    transaction_id = pay(world.books, cart, f"closed-{cart.id}")
    world.switch_app(False)

    try:
        for call in (
            lambda: world.books.source(cart.id),
            lambda: world.books.complete(cart.id),
            lambda: world.books.initialize(cart.id, cart.total, f"late-{cart.id}", {}),
            lambda: world.books.order_of_transaction(transaction_id),
        ):
            with pytest.raises(ShopRefused) as refused:
                call()
            assert refused.value.shop_code == "APP_INACTIVE"
        assert world.carts.read(cart.id) == cart
    finally:
        world.switch_app(True)

    assert isinstance(world.books.complete(cart.id), Order)
