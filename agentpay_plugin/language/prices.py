"""What tokens cost, in US dollars per million, as the providers' pages said in November 2026.

https://platform.claude.com/docs/en/about-claude/pricing and https://developers.openai.com/api/docs/pricing.
They change: docs/language-models.md tells the merchant so, and that the provider's own limit is the one that binds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from agentpay_plugin.language.model import Usage

_MILLION = Decimal(1_000_000)
_NEVER = 10**9  # tokens


@dataclass(frozen=True, slots=True)
class Price:
    """`read`, `written`: of tokens out of and into the cache. Above `long` tokens sent in all, input and cache cost
    `long_factor` times as much, and output `long_output`."""

    sent: Decimal
    received: Decimal
    read: Decimal
    written: Decimal
    long: int = _NEVER
    long_factor: Decimal = Decimal(1)
    long_output: Decimal = Decimal(1)

    def of(self, usage: Usage) -> Decimal:
        """Return what a reply cost."""
        is_long = usage.sent + usage.read + usage.written > self.long
        factor, output = (self.long_factor, self.long_output) if is_long else (Decimal(1),) * 2
        put_in = usage.sent * self.sent + usage.read * self.read + usage.written * self.written
        return (put_in * factor + usage.received * self.received * output) / _MILLION


def _claude(sent: str, received: str, read: str) -> Price:
    """A write into the cache that lives five minutes costs a quarter more than what is sent without it."""
    return Price(Decimal(sent), Decimal(received), Decimal(read), Decimal(sent) * Decimal("1.25"))


def _gpt(sent: str, received: str, read: str) -> Price:
    return Price(
        Decimal(sent),
        Decimal(received),
        Decimal(read),
        Decimal(sent) * Decimal("1.25"),
        272_000,
        Decimal(2),
        Decimal("1.5"),
    )


CLAUDE: Mapping[str, Price] = {
    "claude-haiku-5-5": Price(
        Decimal("0.10"), Decimal("0.50"), Decimal("0.01"), Decimal("0.125"),
        100_000, Decimal(5), Decimal(5),
    ),
    "claude-haiku-4-5": _claude("1", "5", "0.10"),
    "claude-sonnet-5-5": _claude("2", "10", "0.10"),
    "claude-sonnet-5": _claude("2", "10", "0.20"),
    "claude-opus-5-5": _claude("4", "20", "0.20"),
    "claude-opus-5": _claude("5", "25", "0.50"),
    "claude-fable-5-1": _claude("10", "50", "0.25"),
    "claude-fable-5": _claude("10", "50", "1"),
}  # fmt: skip
OPENAI: Mapping[str, Price] = {
    "gpt-6-luna": _gpt("0.10", "0.50", "0.01"),
    "gpt-6-sol": _gpt("2", "10", "0.20"),
    "gpt-6.1-sol": _gpt("2", "10", "0.10"),
    "gpt-6-astra": _gpt("10", "50", "1"),
    "gpt-5.5-pro": _gpt("30", "180", "30"),
}


DEAREST = max(
    (*CLAUDE.values(), *OPENAI.values()), key=lambda price: (price.received, price.sent, price.read)
)


def price_of(table: Mapping[str, Price], model: str) -> Price:
    """Return the price of a model, also of a dated one; of one that is unknown the dearest, whoever sells that."""
    known = table.get(model) or table.get(re.sub(r"-(\d{8}|\d{4}-\d{2}-\d{2})$", "", model))
    return known or DEAREST
