"""To the unit: Stripe's amounts are not ISO 4217's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agentpay_plugin.charges.ports import ChargeRequest
from agentpay_plugin.demo.stripe import currencies as theirs
from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.errors import ProviderRefused
from agentpay_plugin.money import Money
from agentpay_plugin.payments.stripe_currency import from_stripe, maximum, minimum, to_stripe

# ISO minor units, and the same amount as Stripe writes it.
SAME = ["USD", "BRL", "PLN", "EUR", "AFN", "ALL", "LAK", "LBP", "MMK", "RSD", "SOS", "YER", "STD"]
WRITTEN = [
    *((Money(1099, code), 1099) for code in SAME),
    (Money(1099, "HUF"), 1099),
    (Money(1099, "TWD"), 1099),
    (Money(500, "JPY"), 500),
    (Money(500, "KRW"), 500),
    (Money(500, "CLP"), 500),
    (Money(500, "XPF"), 500),
    (Money(5, "ISK"), 500),
    (Money(5, "UGX"), 500),
    (Money(500, "MGA"), 5),
    (Money(5120, "KWD"), 5120),
    (Money(1000, "BHD"), 1000),
]


@pytest.mark.parametrize(("money", "units"), WRITTEN, ids=lambda value: str(value))
def test_amounts_as_stripe_writes_them(money: Money, units: int) -> None:
    assert to_stripe(money) == units
    assert from_stripe(units, money.currency.lower()) == money


@pytest.mark.parametrize(
    ("money", "code"),
    [
        (Money(5124, "KWD"), "amount_not_chargeable"),
        (Money(501, "MGA"), "amount_not_chargeable"),
        (Money(1000, "IQD"), "currency_not_supported"),
        (Money(1000, "LYD"), "currency_not_supported"),
        (Money(1000, "CLF"), "currency_not_supported"),
        (Money(1000, "UYI"), "currency_not_supported"),
    ],
)
def test_amounts_that_stripe_cannot_write_are_refused(
    provider,
    stripe: LookAlike,
    charge_request: Callable[..., ChargeRequest],
    money: Money,
    code: str,
) -> None:
    with pytest.raises(ProviderRefused) as refusal:
        provider.open(charge_request(money))

    assert refusal.value.provider_code == code
    assert stripe.requests == []


@pytest.mark.parametrize("units", [550, 1])
def test_a_fraction_of_a_whole_currency_is_nonsense(units: int) -> None:
    with pytest.raises(ValueError, match="ISK"):
        from_stripe(units, "isk")


@settings(deadline=None)
@given(st.sampled_from(sorted(theirs.SUPPORTED)), st.integers(1, 10**9))
def test_what_is_written_reads_back(currency: str, minor: int) -> None:
    money = Money(minor, currency.upper())
    try:
        units = to_stripe(money)
    except ProviderRefused:
        assert currency in theirs.THREE_DECIMAL | {"mga"}
        return

    assert from_stripe(units, currency) == money


@pytest.mark.parametrize("currency", sorted(theirs.SUPPORTED))
def test_our_table_says_what_the_look_alikes_says(currency: str) -> None:
    ten = Money.of("10", currency.upper())

    assert to_stripe(ten) == 10 * 10 ** theirs.places(currency)


@pytest.mark.parametrize(
    ("currency", "least"),
    [
        ("USD", 50),
        ("PLN", 200),
        ("BRL", 50),
        ("GBP", 30),
        ("JPY", 50),
        ("HUF", 17500),
        ("CLP", None),
    ],
)
def test_minimums(currency: str, least: int | None) -> None:
    assert minimum(currency) == (None if least is None else Money(least, currency))


@pytest.mark.parametrize(
    ("currency", "most"),
    [
        ("USD", 99_999_999),
        ("KRW", 99_999_999),
        ("ISK", 999_999),
        ("KWD", 99_999_990),
        ("MGA", 9_999_999_900),
        ("INR", 999_999_999),
        ("IDR", 999_999_999_999),
        ("JPY", 9_999_999_999),
        ("IQD", 0),
    ],
)
def test_maximums(currency: str, most: int) -> None:
    assert maximum(currency) == Money(most, currency)


@pytest.mark.parametrize("currency", ["USD", "JPY", "ISK", "KWD", "MGA", "INR", "PLN"])
def test_stripe_takes_the_least_and_the_most_that_we_name(
    provider, charge_request: Callable[..., ChargeRequest], currency: str
) -> None:
    least, most = minimum(currency), maximum(currency)

    for number, money in enumerate(one for one in (least, most) if one is not None):
        assert provider.open(charge_request(money, key=f"key-{number}")).amount == money
