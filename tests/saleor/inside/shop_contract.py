"""Runs in Saleor's own python (see tests/saleor/test_shop_contract.py), on a copy of its sample data."""

from __future__ import annotations

import base64
import logging
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import django
import pytest

django.setup()

import saleor.graphql.api  # noqa: E402, F401 as in a running Saleor
from django.db import connection, connections, transaction  # noqa: E402
from saleor.account.models import User  # noqa: E402
from saleor.app.models import App  # noqa: E402
from saleor.checkout.models import Checkout  # noqa: E402
from saleor.giftcard.models import GiftCard  # noqa: E402
from saleor.order.models import Order as SaleorOrder  # noqa: E402
from saleor.product.models import Product, ProductChannelListing  # noqa: E402
from saleor.warehouse.models import Stock  # noqa: E402

from agentpay_plugin.charges.ports import Report, ReportKind  # noqa: E402
from agentpay_plugin.conversation.goods import Order  # noqa: E402
from agentpay_plugin.conversation.ports import ProductRef  # noqa: E402
from agentpay_plugin.errors import OpenTransaction, ShopRefused, ShopUnavailable  # noqa: E402
from agentpay_plugin.models import Pulse  # noqa: E402
from agentpay_plugin.money import Money  # noqa: E402
from agentpay_plugin.saleor import app_account  # noqa: E402
from agentpay_plugin.saleor.executor import (  # noqa: E402
    Anonymous,
    Customer,
    OurApp,
    Requestor,
    in_process,
)
from agentpay_plugin.shop.saleor import (  # noqa: E402
    Execute,
    SaleorBooks,
    SaleorCarts,
    SaleorCatalogue,
    SaleorOrders,
)
from tests.shop.contract_books import *  # noqa: E402, F403
from tests.shop.contract_carts import *  # noqa: E402, F403
from tests.shop.contract_catalogue import *  # noqa: E402, F403
from tests.shop.contract_orders import *  # noqa: E402, F403
from tests.shop.steps import pay  # noqa: E402
from tests.shop.world import NEW_YORK, Sold, World  # noqa: E402

CHANNEL = "default-channel"


def global_id(kind: str, key: object) -> str:
    return base64.b64encode(f"{kind}:{key}".encode()).decode()


def variant_of(slug: str, name: str | None = None) -> tuple[str, str | None]:
    variants = Product.objects.get(slug=slug).variants.order_by("pk")
    row = variants.get(name=name) if name else variants.first()
    return global_id("ProductVariant", row.pk), row.sku


def sold(slug: str, minor: int, name: str | None = None, word: str = "") -> Sold:
    variant_id, sku = variant_of(slug, name)
    return Sold(slug, variant_id, Money(minor, "USD"), sku, word)


def sell_out(variant_id: str) -> None:
    pk = base64.b64decode(variant_id).decode().split(":")[1]
    Stock.objects.filter(product_variant_id=pk).update(quantity=0)


def switch_app(is_active: bool) -> None:
    App.objects.filter(identifier=app_account.IDENTIFIER).update(is_active=is_active)


def gift_card(code: str, minor: int) -> str:
    amount = Money(minor, "USD").amount
    values = {"currency": "USD", "initial_balance_amount": amount, "current_balance_amount": amount}
    GiftCard.objects.update_or_create(code=code, defaults=values)
    return code


@pytest.fixture
def shopper() -> Execute:
    return in_process(Anonymous(), customer_ip="203.0.113.7")


@pytest.fixture
def app() -> Execute:
    return in_process(OurApp())


@pytest.fixture
def world(shopper: Execute, app: Execute) -> World:
    return World(
        catalogue=SaleorCatalogue(shopper, CHANNEL, "EN", app),
        carts=SaleorCarts(shopper, CHANNEL),
        orders=SaleorOrders(shopper, app),
        books=SaleorBooks(shopper, app, app_account.IDENTIFIER),
        polish_catalogue=SaleorCatalogue(shopper, "channel-pln", "PL"),
        polish_carts=SaleorCarts(shopper, "channel-pln"),
        sized=sold("ascii-tee", 2000, "M", "monospace"),
        single=sold("blue-hoodie", 4000),
        digital=sold("headless-omnichannel-commerce", 1500),
        doomed=sold("ascii-tee", 2000, "XXL"),
        voucher="DISCOUNT",
        gift_card=gift_card("contract-1050", 1050),
        gift_balance=Money(1050, "USD"),
        big_gift_card=gift_card("contract-big", 10**7),
        unknown_cart_id=global_id("Checkout", uuid.uuid4()),
        unknown_order_id=global_id("Order", uuid.uuid4()),
        unknown_transaction_id=global_id("TransactionItem", uuid.uuid4()),
        sell_out=sell_out,
        switch_app=switch_app,
        after_thread=connections.close_all,
    )


# --- executor


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
        shopper("delivery_of_country", {"country": "ada@example.com", "channel": CHANNEL})

    ours = [record for record in caplog.records if record.name.startswith("agentpay_plugin")]
    assert len(ours) == 1
    assert "delivery_of_country" in ours[0].getMessage()
    assert "ada@example.com" not in caplog.text
    assert "ada@example.com" not in str(failed.value)


def test_no_connection_stays_open_for_writing(shopper: Execute) -> None:
    shopper("default_country", {})

    assert getattr(connection, "_allow_writer", False) is False


def test_the_shoppers_address_reaches_saleor(world: World) -> None:
    from saleor.core.utils import get_client_ip

    from agentpay_plugin.saleor import executor

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


# --- our app account


@pytest.fixture
def no_app() -> Iterator[None]:
    """A shop that never had our app."""
    App.objects.filter(identifier=app_account.IDENTIFIER).update(identifier="put-aside")
    Pulse.objects.all().delete()
    yield
    App.objects.filter(identifier=app_account.IDENTIFIER).delete()
    App.objects.filter(identifier="put-aside").update(identifier=app_account.IDENTIFIER)


@pytest.mark.usefixtures("no_app")
def test_many_at_once_make_one_app() -> None:
    def use(_: int) -> int:
        try:
            return int(app_account.current().pk)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(5) as pool:
        keys = set(pool.map(use, range(5)))

    (row,) = App.objects.filter(identifier=app_account.IDENTIFIER)
    assert keys == {row.pk}
    assert (row.type, row.is_active, row.is_installed) == ("thirdparty", True, True)
    assert sorted(row.get_permissions()) == sorted(
        permission.value for permission in app_account.PERMISSIONS
    )


@pytest.mark.usefixtures("no_app")
@pytest.mark.parametrize("how", ["deactivated", "removed", "deleted"])
def test_an_app_that_the_merchant_put_away_stays_away(how: str) -> None:
    row = app_account.current()
    match how:
        case "deactivated":
            App.objects.filter(pk=row.pk).update(is_active=False)
        case "removed":
            App.objects.filter(pk=row.pk).update(removed_at="2026-01-01T00:00:00Z")
        case _:
            row.delete()

    app_account.ensure()

    with pytest.raises(app_account.AppClosed):
        app_account.current()
    rows = App.objects.filter(identifier=app_account.IDENTIFIER)
    assert rows.filter(is_active=True, removed_at=None).count() == 0


def test_a_permission_taken_away_closes_the_books(world: World) -> None:
    row = app_account.current()
    permission = row.permissions.get(codename="handle_payments")
    row.permissions.remove(permission)
    try:
        with pytest.raises(app_account.AppClosed):
            world.books.report(
                Report(world.unknown_transaction_id, ReportKind.INFO, Money(100, "USD"), "cs_1")
            )
    finally:
        row.permissions.add(permission)
