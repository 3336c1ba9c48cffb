"""The currencies the look-alike takes and their limits, as https://docs.stripe.com/currencies has them.

Written apart from the adapter's own table on purpose: a slip in one of the two fails a test.
"""

from __future__ import annotations

from agentpay_plugin.demo.stripe.problems import invalid

_SUPPORTED = """
usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn
bzd cad cdf chf clp cny cop crc cve czk djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf
gtq gyd hkd hnl htg huf idr ils inr isk jmd jod jpy kes kgs khr kmf krw kwd kyd kzt lak lbp lkr
lrd lsl mad mdl mga mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen
pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr sek sgd shp sle sos srd std szl thb tjs tnd
top try ttd twd tzs uah ugx uyu uzs vnd vuv wst xaf xcd xof xpf yer zar zmw
"""
_ZERO_DECIMAL = "bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf"

SUPPORTED = frozenset(_SUPPORTED.split())
ZERO_DECIMAL = frozenset(_ZERO_DECIMAL.split())
THREE_DECIMAL = frozenset(("bhd", "jod", "kwd", "omr", "tnd"))
WHOLE_ONLY = frozenset(("isk", "ugx"))

# Minor units, by currency: taken as if every currency settled in itself.
_LEAST = {
    "usd": 50, "aed": 200, "aud": 50, "bgn": 100, "brl": 50, "cad": 50, "chf": 50, "czk": 1500,
    "dkk": 250, "eur": 50, "gbp": 30, "hkd": 400, "huf": 17500, "inr": 50, "jpy": 50, "mxn": 1000,
    "myr": 200, "nok": 300, "nzd": 50, "pln": 200, "ron": 200, "sek": 300, "sgd": 50, "thb": 1000,
}  # fmt: skip
_DIGITS = {"idr": 12, "inr": 9, "lbp": 14, "cop": 12, "huf": 12, "jpy": 10}


def places(currency: str) -> int:
    """Return the decimal places of Stripe's amounts in `currency`."""
    if currency in ZERO_DECIMAL:
        return 0
    return 3 if currency in THREE_DECIMAL else 2


def check_currency(currency: str, path: str) -> None:
    """Raise Problem for a currency that is unknown or not in lower case."""
    if currency.lower() not in SUPPORTED:
        raise invalid(
            path,
            f"Invalid currency: {currency}. Stripe currently supports these currencies:"
            f" {', '.join(sorted(SUPPORTED))}",
        )
    if currency != currency.lower():
        raise invalid(path, f"Invalid currency: {currency}. Write it in lower case.")


def check_total(amount: int, currency: str, path: str) -> None:
    """Raise Problem for a total that is too fine, too small or too large."""
    step = 100 if currency in WHOLE_ONLY else 10 if currency in THREE_DECIMAL else 1
    if amount % step:
        raise invalid(path, f"Amounts in {currency} must be evenly divisible by {step}.")
    if 0 < amount < _LEAST.get(currency, 1):
        raise invalid(
            path,
            "The Checkout Session's total amount due must add up to at least"
            f" {_LEAST[currency]} {currency}",
            "amount_too_small",
        )
    if len(str(amount)) > _DIGITS.get(currency, 8):
        raise invalid(
            path,
            f"The Checkout Session's total amount must be no more than"
            f" {'9' * _DIGITS.get(currency, 8)} {currency}",
            "amount_too_large",
        )
