"""To the unit in every currency: the shop's amount, Stripe's, ours, the shop's books, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from babel.numbers import get_currency_precision

from agentpay_plugin.charges import at_provider, waiting
from agentpay_plugin.charges.comparing import Kind
from agentpay_plugin.charges.reconciling import reconcile
from agentpay_plugin.demo.stripe.incoming import Seen
from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.demo.stripe.server import running
from agentpay_plugin.models import Charge, PaidOrder, Refund
from agentpay_plugin.money import Money
from agentpay_plugin.payments.stripe import StripeProvider
from agentpay_plugin.shop.saleor.amounts import money
from agentpay_plugin.shop.sandbox import SandboxShop
from agentpay_plugin.shop.sandbox.goods import (
    Channel,
    Goods,
    SampleProduct,
    SampleVariant,
    Text,
)
from tests.charges.world import CHANNEL, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

# A price as Saleor writes it (by CLDR's decimal places), in our minor units (ISO 4217's), and in Stripe's.
PRICES = [
    ("USD", "10.99", 1099, 1099),
    ("BRL", "49.90", 4990, 4990),
    ("HUF", "1990.00", 199000, 199000),
    ("JPY", "500", 500, 500),
    ("KRW", "15000", 15000, 15000),
    ("CLP", "9990", 9990, 9990),
    ("UGX", "5000", 5000, 500000),
    ("ISK", "1099", 1099, 109900),
    ("KWD", "5.120", 5120, 5120),
    ("BHD", "5.120", 5120, 5120),
    ("MGA", "5000", 500000, 5000),
    ("AFN", "700", 70000, 70000),
    ("ALL", "950", 95000, 95000),
    ("LAK", "21000", 2100000, 2100000),
    ("LBP", "900000", 90000000, 90000000),
    ("MMK", "2100", 210000, 210000),
    ("RSD", "1170", 117000, 117000),
    ("SOS", "5700", 570000, 570000),
    ("STD", "20000", 2000000, 2000000),
    ("YER", "2500", 250000, 250000),
]
each_currency = pytest.mark.parametrize(("currency", "price", "minor", "units"), PRICES)


@pytest.fixture
def stripe(world: World) -> Iterator[LookAlike]:
    with running() as look_alike:
        look_alike.set_clock(world.now.timestamp())
        world.provider = StripeProvider("sk_test_12345678", ("whsec_x",), look_alike.url)  # type: ignore[assignment]
        yield look_alike


def selling(world: World, price: Money) -> None:
    """Let the shop sell one thing without delivery, at this price."""
    variant = SampleVariant("variant-it", Text("It"), "it", {CHANNEL: price.minor}, stock=10)
    product = SampleProduct(
        "product-it",
        "it",
        Text("It"),
        Text(""),
        Text("Things"),
        (variant,),
        requires_shipping=False,
    )
    channels = {CHANNEL: Channel(CHANNEL, price.currency, "US", ("US",))}
    world.shop = SandboxShop(Goods(channels, (product,), (), {}, {}), gateway=world._gateway)


def sent(stripe: LookAlike, path: str) -> dict[str, str]:
    """Return what the one call of a path was sent."""
    (call,) = (one for one in posted(stripe) if one.path == path)
    return dict(call.params)


def posted(stripe: LookAlike) -> list[Seen]:
    return [one for one in stripe.requests if one.method == "POST"]


@each_currency
def test_bought_and_given_back(
    world: World, stripe: LookAlike, currency: str, price: str, minor: int, units: int
) -> None:
    selling(world, Money.of(price, currency))
    view = world.opened(world.cart("variant-it", 2))
    ref = charge_of(view.id).provider_ref or ""
    stripe.pay(ref)
    world.settle_twice(view.id)
    stripe.give_back(ref, units)

    is_over = at_provider.follow(world.desk, charge_of(view.id).pk)

    asked = sent(stripe, "/v1/checkout/sessions")
    assert asked["line_items[0][price_data][currency]"] == currency.lower()
    assert asked["line_items[0][price_data][unit_amount]"] == str(units)
    assert asked["line_items[0][quantity]"] == "2"
    assert stripe.sessions[0]["amount_total"] == 2 * units
    assert view.amount == Money(2 * minor, currency)
    assert view.amount.amount == 2 * Decimal(price)
    assert is_over
    assert [(kind, amount) for kind, amount, _ in world.reports()] == [
        ("CHARGE_SUCCESS", 2 * minor),
        ("REFUND_SUCCESS", minor),
    ]
    assert (charge_of(view.id).state, PaidOrder.objects.get().kept_minor) == ("confirmed", minor)
    assert world.shop.placed[0].total == Money(2 * minor, currency)


@each_currency
def test_money_without_an_order_goes_back_by_itself(
    world: World, stripe: LookAlike, currency: str, price: str, minor: int, units: int
) -> None:
    selling(world, Money.of(price, currency))
    view = world.opened(world.cart("variant-it"))
    stripe.pay(charge_of(view.id).provider_ref or "")
    world.shop.sell_out("variant-it")

    world.settle_twice(view.id)

    assert sent(stripe, "/v1/refunds")["amount"] == str(units)
    assert [(one["amount"], one["currency"]) for one in stripe.refunds] == [
        (units, currency.lower())
    ]
    assert (charge_of(view.id).state, Refund.objects.get().amount_minor) == ("refunded", minor)
    assert world.reports()[-1][:2] == ("REFUND_SUCCESS", minor)


@each_currency
def test_saleors_amounts_are_ours(currency: str, price: str, minor: int, units: int) -> None:
    places = get_currency_precision(currency)

    assert -Decimal(price).as_tuple().exponent == places
    assert money({"amount": float(price), "currency": currency}) == Money(minor, currency)
    assert money({"amount": Decimal(f"{price}"), "currency": currency}) == Money(minor, currency)


@pytest.mark.parametrize(
    ("currency", "price", "code"),
    [
        ("USD", "0.49", "too_small"),
        ("BRL", "0.49", "too_small"),
        ("JPY", "49", "too_small"),
        ("HUF", "174.99", "too_small"),
        ("KWD", "1.234", "amount_invalid"),
        ("UGX", "1000000", "too_large"),
        ("ISK", "1000000", "too_large"),
    ],
)
def test_what_stripe_does_not_take_is_never_sent(
    world: World, stripe: LookAlike, currency: str, price: str, code: str
) -> None:
    selling(world, Money.of(price, currency))
    cart = world.cart("variant-it")

    answer = world.storefront(cart.id, price)

    assert world.chat.methods(cart.total) == ()
    assert (answer["result"], answer["data"]) == ("CHARGE_FAILURE", {"code": code})
    assert stripe.requests == []
    assert Charge.objects.count() == 0
    assert world.reports() == []


@pytest.mark.parametrize(("currency", "least"), [("USD", "0.50"), ("JPY", "50"), ("HUF", "175.00")])
def test_the_least_is_taken(world: World, stripe: LookAlike, currency: str, least: str) -> None:
    selling(world, Money.of(least, currency))

    view = world.opened(world.cart("variant-it"))

    assert stripe.sessions[0]["amount_total"] == Money.of(least, currency).minor
    assert view.amount == Money.of(least, currency)


def test_rest_too_fine_to_go_back_is_left_to_the_merchant(world: World, stripe: LookAlike) -> None:
    selling(world, Money.of("5.120", "KWD"))
    view = world.opened(world.cart("variant-it"))
    stripe.pay(charge_of(view.id).provider_ref or "")
    world.shop.set_price("variant-it", Money.of("5.115", "KWD"))

    world.settle_twice(view.id)

    charge = charge_of(view.id)
    assert (charge.state, charge.kept_minor, charge.reason) == ("confirmed", 5115, "refund_failed")
    assert [one.pk for one in waiting.for_the_merchant()] == [charge.pk]
    (compared,) = reconcile(world.desk, [charge.pk], mend=True)
    assert [one.kind for one in compared.left] == [Kind.HELD]
    assert stripe.refunds == []
    assert world.shop.placed[0].total == Money.of("5.115", "KWD")
