"""The real Saleor with its sample data as the world of the contract suites."""

from __future__ import annotations

import base64
import uuid

import pytest
import saleor
from django.db import connections
from saleor.app.models import App
from saleor.giftcard.models import GiftCard
from saleor.page.models import Page, PageType
from saleor.product.models import Product
from saleor.warehouse.models import Stock

from agentpay_plugin.money import Money
from agentpay_plugin.saleor import app_account
from agentpay_plugin.saleor.executor import Anonymous, OurApp, in_process
from agentpay_plugin.shop.saleor import (
    Execute,
    SaleorBooks,
    SaleorCarts,
    SaleorCatalogue,
    SaleorLibrary,
    SaleorOrders,
)
from agentpay_plugin.shop.saleor.versions import calculates_delivery
from tests.shop.world import ANSWERS, Sold, World

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


def library(shopper: Execute) -> SaleorLibrary:
    """The shop has a page of returns, and one of its warranty that is not published yet."""
    kind = PageType.objects.first()
    words = "<b>Send it back</b> within&nbsp;30 days.", "We \u202epay\u202c the par\u200bcel."
    blocks = [{"type": "paragraph", "data": {"text": text}} for text in words]
    for title, is_published in (("Returns", True), ("Warranty", False)):
        Page.objects.update_or_create(
            slug=f"contract-{title.lower()}",
            defaults={
                "title": title,
                "page_type": kind,
                "content": {"blocks": blocks},
                "is_published": is_published,
            },
        )
    return SaleorLibrary(shopper, "EN", ANSWERS)


def carts(shopper: Execute, channel: str) -> SaleorCarts:
    """Return a shopper's carts, as the plugin has them in a Saleor of this version."""
    is_calculated = calculates_delivery(saleor.__version__)
    return SaleorCarts(shopper, channel, calculates_delivery=is_calculated)


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
        library=library(shopper),
        carts=carts(shopper, CHANNEL),
        orders=SaleorOrders(shopper, app),
        books=SaleorBooks(shopper, app, app_account.IDENTIFIER),
        polish_catalogue=SaleorCatalogue(shopper, "channel-pln", "PL"),
        polish_carts=carts(shopper, "channel-pln"),
        sized=sold("ascii-tee", 2000, "M", "monospace"),
        single=sold("blue-hoodie", 4000),
        digital=sold("headless-omnichannel-commerce", 1500),
        doomed=sold("ascii-tee", 2000, "XXL"),
        scarce=sold("cubes-fountain-tee", 0, word="fountain"),  # of a mug Saleor keeps no stock
        colored=sold("blue-hoodie", 4000),
        colored_word="hoodie",
        category="Apparel",
        collection="Summer Picks",
        collected=sold("blue-plimsolls", 0),
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
