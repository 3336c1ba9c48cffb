"""Stripe's own minor units, which are not ISO 4217's, and its least and greatest amounts.

From https://docs.stripe.com/currencies. Saleor's `price_to_minor_unit` differs from it by 100 for some
currencies (ISK, UGX, RSD, …), so it must not be used here.
"""

from __future__ import annotations

from agentpay_plugin.errors import ProviderRefused
from agentpay_plugin.money import Money, exponent

_ZERO_DECIMAL = "BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF"
_THREE_DECIMAL = ("BHD", "JOD", "KWD", "OMR", "TND")
_WHOLE_ONLY = ("ISK", "UGX")  # without a minor unit by now, yet sent with one

# Decimal places of a Stripe amount, where ISO 4217 has others than two, or Stripe has (MGA).
# HUF and TWD have two: they are whole in payouts only.
_PLACES = {
    **dict.fromkeys(_ZERO_DECIMAL.split(), 0),
    **dict.fromkeys(_WHOLE_ONLY, 2),
    **dict.fromkeys(_THREE_DECIMAL, 3),
}

# An amount must be a multiple of this.
_STEP = {**dict.fromkeys(_WHOLE_ONLY, 100), **dict.fromkeys(_THREE_DECIMAL, 10)}

# In major units, by the currency the account settles in; one that settles in another is converted.
_MINIMUM = {
    "AED": "2",
    "AUD": "0.50",
    "BGN": "1",
    "BRL": "0.50",
    "CAD": "0.50",
    "CHF": "0.50",
    "CZK": "15",
    "DKK": "2.50",
    "EUR": "0.50",
    "GBP": "0.30",
    "HKD": "4",
    "HUF": "175",
    "INR": "0.50",
    "JPY": "50",
    "MXN": "10",
    "MYR": "2",
    "NOK": "3",
    "NZD": "0.50",
    "PLN": "2",
    "RON": "2",
    "SEK": "3",
    "SGD": "0.50",
    "THB": "10",
    "USD": "0.50",
}

# In Stripe's minor units. Where its page gives two readings of one maximum, the smaller one.
_MAXIMUM = {
    "COP": 999_999_999_999,
    "HUF": 999_999_999_999,
    "IDR": 999_999_999_999,
    "INR": 999_999_999,
    "JPY": 9_999_999_999,
    "LBP": 99_999_999_999_999,
}
_MAXIMUM_ELSE = 99_999_999


def to_stripe(money: Money) -> int:
    """Return `money` as Stripe writes it.

    Raises ProviderRefused when Stripe has no such currency for us, or cannot take so fine an amount.
    """
    places = _places(money.currency)
    if places is None:
        raise ProviderRefused(
            "currency_not_supported", f"no amounts in {money.currency} are sent to Stripe"
        )
    units, rest = _moved(money.minor, places - exponent(money.currency))
    if rest or units % _STEP.get(money.currency, 1):
        raise ProviderRefused("amount_not_chargeable", f"Stripe takes no amount as fine as {money}")
    return units


def from_stripe(units: int, currency: str) -> Money:
    """Return the money that Stripe writes as `units` of the lower-case `currency`.

    Raises ValueError for what `to_stripe` could not have written.
    """
    code = currency.upper()
    places = _places(code)
    if places is None:
        raise ValueError(f"an amount in {code}")
    minor, rest = _moved(units, exponent(code) - places)
    if rest:
        raise ValueError(f"{units} units of {code}")
    return Money(minor, code)


def minimum(currency: str) -> Money | None:
    """Return the least amount of an account that settles in `currency`; None where Stripe names none."""
    amount = _MINIMUM.get(currency)
    return None if amount is None else Money.of(amount, currency)


def maximum(currency: str) -> Money:
    """Return the greatest amount; nothing at all for a currency that Stripe does not take."""
    if _places(currency) is None:
        return Money(0, currency)
    units = _MAXIMUM.get(currency, _MAXIMUM_ELSE)
    return from_stripe(units - units % _STEP.get(currency, 1), currency)


def _places(currency: str) -> int | None:
    """Return the decimal places at Stripe; None where ISO 4217 has three or four and Stripe is silent."""
    if currency in _PLACES:
        return _PLACES[currency]
    return 2 if exponent(currency) == 2 else None


def _moved(units: int, places: int) -> tuple[int, int]:
    """Return `units` with the decimal point moved to the right by `places`, and what is lost by that."""
    if places >= 0:
        return units * int(10**places), 0
    return divmod(units, int(10**-places))
