"""Money as integer minor units of an ISO 4217 currency. No float, no rounding."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext

# ISO 4217 (list one, 2026-01): currencies whose minor unit is not 1/100.
_EXPONENTS = {
    **dict.fromkeys(
        [
            "BIF",
            "CLP",
            "DJF",
            "GNF",
            "ISK",
            "JPY",
            "KMF",
            "KRW",
            "PYG",
            "RWF",
            "UGX",
            "UYI",
            "VND",
            "VUV",
            "XAF",
            "XOF",
            "XPF",
        ],
        0,
    ),
    **dict.fromkeys(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"], 3),
    **dict.fromkeys(["CLF", "UYW"], 4),
}


def exponent(currency: str) -> int:
    """Return how many decimal places the ISO 4217 minor unit of `currency` has (USD 2, JPY 0, KWD 3)."""
    return _EXPONENTS.get(currency, 2)


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount in ISO 4217 minor units (USD 10.99 is `Money(1099, "USD")`)."""

    minor: int
    currency: str

    @classmethod
    def of(cls, amount: Decimal | str | int, currency: str) -> Money:
        """Return the money for a decimal amount in major units.

        Raises ValueError when the amount is finer than the currency's minor unit, is not finite,
        or is no decimal number: nothing here rounds.
        """
        with localcontext() as context:
            context.prec = 50
            try:
                scaled = Decimal(amount).scaleb(exponent(currency))
            except ArithmeticError as error:
                raise ValueError(f"{amount!r} is not a decimal amount") from error
            if not scaled.is_finite() or scaled != scaled.to_integral_value():
                raise ValueError(f"{amount} is not a whole number of minor units of {currency}")
            return cls(int(scaled), currency)

    @property
    def amount(self) -> Decimal:
        """The amount in major units, with the currency's own number of decimal places."""
        return Decimal(self.minor).scaleb(-exponent(self.currency))

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._same(other).minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._same(other).minor, self.currency)

    def __mul__(self, times: int) -> Money:
        return Money(self.minor * times, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._same(other).minor

    def __gt__(self, other: Money) -> bool:
        return self.minor > self._same(other).minor

    def __le__(self, other: Money) -> bool:
        return not self > other

    def __ge__(self, other: Money) -> bool:
        return not self < other

    def __bool__(self) -> bool:
        return self.minor != 0

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    def _same(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise ValueError(f"cannot combine {self.currency} with {other.currency}")
        return other
