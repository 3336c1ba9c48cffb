"""With whose rights Saleor is called from inside, and what may not happen. Runs in Saleor's own python."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from saleor.account.models import User
from saleor.checkout.models import Checkout
from saleor.core.utils import get_client_ip
from saleor.order.models import Order as SaleorOrder
from saleor.product.models import ProductChannelListing

from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.errors import OpenTransaction, ShopRefused, ShopUnavailable
from agentpay_plugin.saleor import app_account, executor
from agentpay_plugin.saleor.executor import Anonymous, Customer, Requestor, in_process
from agentpay_plugin.shop.saleor import Execute, SaleorBooks, SaleorCarts
from tests.saleor.inside.saleor_world import *  # noqa: F403
from tests.saleor.inside.saleor_world import CHANNEL, global_id
from tests.shop.steps import pay
from tests.shop.world import NEW_YORK, World


def test_nothing_is_sent_inside_a_database_transaction(shopper: Execute, world: World) -> None:
    before = Checkout.objects.count()
    variables = {
        "channel": CHANNEL,
        "variant": world.sized.variant_id,
        "quantity": 1,
        "language": "EN",
    }

    with transaction.atomic(), pytest.raises(OpenTransaction):
        shopper("cart_create", variables)

    assert Checkout.objects.count() == before


def test_errors_are_unavailability_and_are_logged_without_values(
    shopper: Execute, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)

    with pytest.raises(ShopUnavailable) as failed:
        shopper(
            "delivery_of_country",
            {"country": "ada@example.com", "channel": CHANNEL, "language": "EN"},
        )

    ours = [record for record in caplog.records if record.name.startswith("agentpay_plugin")]
    assert len(ours) == 1
    assert "delivery_of_country" in ours[0].getMessage()
    assert "ada@example.com" not in caplog.text
    assert "ada@example.com" not in str(failed.value)


def test_no_connection_stays_open_for_writing(shopper: Execute) -> None:
    shopper("default_country", {})

    assert getattr(connection, "_allow_writer", False) is False


def test_the_shoppers_address_reaches_saleor(world: World) -> None:
    request = executor._request(Anonymous(), "203.0.113.7")

    assert get_client_ip(request) == "203.0.113.7"


@pytest.fixture
def customer() -> Iterator[User]:
    user = User.objects.create(email="grace@example.com", is_active=True)
    yield user
    Checkout.objects.filter(user=user).delete()
    SaleorOrder.objects.filter(user=user).update(user=None)
    user.delete()


def who(user: User) -> Requestor:
    return Customer(global_id("User", user.pk))


def test_a_customers_cart_is_theirs_and_so_is_the_order(
    world: World, app: Execute, customer: User
) -> None:
    mine = in_process(who(customer))
    carts = SaleorCarts(mine, CHANNEL)
    books = SaleorBooks(mine, app, app_account.IDENTIFIER)
    cart = carts.create(world.digital.variant_id, 1)
    carts.set_contact(cart.id, "somebody-else@example.com")
    cart = carts.set_addresses(cart.id, None, NEW_YORK)
    pay(books, cart, f"customer-{cart.id}")

    order = books.complete(cart.id)

    assert cart.has_email
    assert isinstance(order, Order)
    row = SaleorOrder.objects.get(number=order.number)
    assert row.user_id == customer.pk


@pytest.mark.parametrize(
    "change", [{"is_active": False}, {"is_staff": True}, {"is_superuser": True}]
)
def test_who_is_no_active_customer_shops_as_nobody(
    world: World, customer: User, change: dict[str, bool]
) -> None:
    User.objects.filter(pk=customer.pk).update(**change)

    cart = SaleorCarts(in_process(who(customer)), CHANNEL).create(world.sized.variant_id, 1)

    assert not cart.has_email
    assert not Checkout.objects.filter(user_id=customer.pk).exists()


@pytest.mark.parametrize("user_id", ["", "nonsense", "VXNlcjo5OTk5OTk5", "VXNlcjotMQ=="])
def test_an_unknown_customer_shops_as_nobody(world: World, user_id: str) -> None:
    cart = SaleorCarts(in_process(Customer(user_id)), CHANNEL).create(world.sized.variant_id, 1)

    assert not cart.has_email


def test_what_the_channel_hides_is_none(world: World) -> None:
    listings = ProductChannelListing.objects.filter(
        product__slug="blue-hoodie", channel__slug=CHANNEL
    )
    listings.update(is_published=False)
    try:
        assert world.catalogue.product(ProductRef(slug="blue-hoodie")) is None
        with pytest.raises(ShopRefused):
            world.carts.create(world.single.variant_id, 1)
    finally:
        listings.update(is_published=True)


def test_what_is_hidden_later_is_a_problem_in_the_cart(world: World) -> None:
    cart = world.carts.create(world.single.variant_id, 1)
    listings = ProductChannelListing.objects.filter(
        product__slug="blue-hoodie", channel__slug=CHANNEL
    )
    listings.update(is_published=False)
    try:
        read = world.carts.read(cart.id)
    finally:
        listings.update(is_published=True)

    assert read is not None
    assert [line.problem for line in read.lines] == ["not_available"]
