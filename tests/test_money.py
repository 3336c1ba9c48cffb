from decimal import Decimal

import pytest

from agentpay_plugin.money import Money, exponent


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("10.99", "USD", 1099),
        ("10.9", "USD", 1090),
        (10, "USD", 1000),
        ("0.50", "BRL", 50),
        ("500", "JPY", 500),
        ("500.00", "JPY", 500),
        ("5", "ISK", 5),
        ("5", "UGX", 5),
        ("1.234", "KWD", 1234),
        ("1.2345", "CLF", 12345),
        ("99999999999999.99", "USD", 9999999999999999),
    ],
)
def test_a_decimal_amount_becomes_minor_units_and_back(
    amount: str, currency: str, minor: int
) -> None:
    money = Money.of(amount, currency)

    assert money == Money(minor, currency)
    assert money.amount == Decimal(amount)
    assert -money.amount.as_tuple().exponent == exponent(currency)


@pytest.mark.parametrize(
    ("amount", "currency"),
    [("10.999", "USD"), ("1.5", "JPY"), ("NaN", "USD"), ("Infinity", "USD"), ("ten", "USD")],
)
def test_nothing_is_rounded_or_guessed(amount: str, currency: str) -> None:
    with pytest.raises(ValueError, match=f"{amount}"):
        Money.of(amount, currency)


def test_arithmetic_stays_in_one_currency() -> None:
    assert Money(5, "USD") + Money(6, "USD") == Money(11, "USD")
    assert Money(5, "USD") - Money(6, "USD") == Money(-1, "USD")
    assert Money(5, "USD") * 3 == Money(15, "USD")
    assert Money(5, "USD") < Money(6, "USD")
    assert Money(6, "USD") >= Money(6, "USD")
    assert not Money(0, "USD")
    with pytest.raises(ValueError, match="cannot combine USD with PLN"):
        Money(5, "USD") + Money(5, "PLN")
