"""The sandbox shop keeps the contract of a shop, in memory and in a database, and its switches do what they say."""

from __future__ import annotations

import pytest
from django.db import connections

from agentpay_plugin.errors import ShopUnavailable
from agentpay_plugin.money import Money
from agentpay_plugin.shop.sandbox import GatewayCall, SandboxShop
from tests.shop.contract_books import *  # noqa: F403
from tests.shop.contract_carts import *  # noqa: F403
from tests.shop.contract_catalogue import *  # noqa: F403
from tests.shop.contract_library import *  # noqa: F403
from tests.shop.contract_orders import *  # noqa: F403
from tests.shop.contract_search import *  # noqa: F403
from tests.shop.steps import ready_cart
from tests.shop.world import ANSWERS, Sold, World


@pytest.fixture
def world(shop: SandboxShop) -> World:
    def switch_app(is_active: bool) -> None:
        shop.is_app_active = is_active

    return World(
        catalogue=shop.catalogue(),
        library=shop.library("en", ANSWERS),
        carts=shop.carts(),
        orders=shop.orders(),
        books=shop.books(),
        polish_catalogue=shop.catalogue("channel-pln"),
        polish_carts=shop.carts("channel-pln"),
        sized=Sold("agentpay-tee", "variant-tee-black-m", Money(2000, "USD"), "TEE-BLA-M", "tee"),
        single=Sold("agentpay-hoodie", "variant-hoodie", Money(4500, "USD")),
        digital=Sold("talking-shop-audiobook", "variant-audiobook", Money(999, "USD")),
        doomed=Sold("agentpay-cap", "variant-cap", Money(1500, "USD")),
        scarce=Sold("agentpay-hoodie", "variant-hoodie", Money(4500, "USD"), None, "hoodie"),
        colored=Sold("agentpay-tee", "variant-tee-blue-m", Money(2000, "USD")),
        colored_word="tee",
        category="Sweatshirts",
        collection="Summer Picks",
        collected=Sold("agentpay-cap", "variant-cap", Money(1500, "USD")),
        voucher="SAVE10",
        gift_card="GIFT10",
        gift_balance=Money(1000, "USD"),
        big_gift_card="GIFT1000",
        unknown_cart_id="checkout-999",
        unknown_order_id="order-999",
        unknown_transaction_id="transaction-999",
        sell_out=shop.sell_out,
        switch_app=switch_app,
        after_thread=connections.close_all,
    )


def test_it_can_fail_with_nothing_done(shop: SandboxShop) -> None:
    cart = shop.carts().create("variant-hoodie", 1)
    shop.fail_next()

    with pytest.raises(ShopUnavailable):
        shop.carts().set_quantity(cart.id, "variant-hoodie", 2)

    assert shop.carts().read(cart.id) == cart
    assert shop.calls == ["carts.create", "carts.set_quantity", "carts.read"]


def test_it_can_lose_its_answer_after_the_work(shop: SandboxShop) -> None:
    cart = shop.carts().create("variant-hoodie", 1)
    shop.lose_next()

    with pytest.raises(ShopUnavailable):
        shop.carts().set_quantity(cart.id, "variant-hoodie", 2)

    read = shop.carts().read(cart.id)
    assert read is not None
    assert [line.quantity for line in read.lines] == [2]


def test_a_withdrawn_variant_stays_in_its_cart_with_a_problem(shop: SandboxShop) -> None:
    cart = shop.carts().create("variant-cap", 1)

    shop.withdraw("variant-cap")

    read = shop.carts().read(cart.id)
    assert read is not None
    assert [line.problem for line in read.lines] == ["not_available"]
    assert read.version != cart.version


def test_a_price_change_changes_the_version(shop: SandboxShop) -> None:
    cart = shop.carts().create("variant-cap", 1)

    shop.set_price("variant-cap", Money(1600, "USD"))

    read = shop.carts().read(cart.id)
    assert read is not None
    assert read.total == Money(1600, "USD")
    assert read.version != cart.version


def test_the_gateway_is_called_as_saleor_calls_it_and_may_call_back(
    shop: SandboxShop, world: World
) -> None:
    heard: list[GatewayCall] = []

    def gateway(call: GatewayCall) -> dict[str, object]:
        heard.append(call)
        assert shop.books().source(call.source_id) is not None
        return {"data": {"url": "https://pay.example"}}

    shop.gateway = gateway
    cart = ready_cart(world)

    opened = shop.books().initialize(cart.id, cart.total, "key-1", {"method": "card"})

    (call,) = heard
    assert opened.data == {"url": "https://pay.example"}
    assert (call.transaction_id, call.source_id, call.key) == (
        opened.transaction_id,
        cart.id,
        "key-1",
    )
    assert (Money.of(call.amount, call.currency), call.channel) == (cart.total, "default-channel")
    assert call.data == {"method": "card"}
