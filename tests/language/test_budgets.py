"""What goods may cost, in three languages, and the numbers that are no prices."""

from __future__ import annotations

from decimal import Decimal

import pytest

from agentpay_plugin.conversation.reading import Budget, Offered, Reading, ReadingContext, Wish
from agentpay_plugin.language.rules import RulesLanguage


def _read(text: str, locale: str) -> Reading:
    return RulesLanguage().read(text, ReadingContext(locale, None, None, Offered.NOTHING))


def _most(amount: str, currency: str | None = None) -> Budget:
    return Budget(most=Decimal(amount), currency=currency)


def _between(least: str, most: str, currency: str | None = None) -> Budget:
    return Budget(Decimal(most), Decimal(least), currency)


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "something under 50", _most("50")),
        ("en", "headphones under $50", _most("50")),
        ("en", "under 1,500.50 usd", _most("1500.50", "USD")),
        ("en", "any mugs for 20 euros or less?", _most("20", "EUR")),
        ("en", "my budget is 2k", _most("2000")),
        ("en", "I only have £30", _most("30", "GBP")),
        ("en", "shoes between 20 and 50 euros", _between("20", "50", "EUR")),
        ("en", "20-50€", _between("20", "50", "EUR")),
        ("en", "more than £30", Budget(least=Decimal(30), currency="GBP")),
        ("pt-BR", "tênis até 100 reais", _most("100", "BRL")),
        ("pt-BR", "menos de R$ 1.500,00", _most("1500", "BRL")),
        ("pt-BR", "algo por menos de 50", _most("50")),
        ("pt-BR", "meu orçamento é de 300", _most("300")),
        ("pt-BR", "uma bolsa de 80 reais no máximo", _most("80", "BRL")),
        ("pt-BR", "entre 20 e 50 reais", _between("20", "50", "BRL")),
        ("pt-BR", "acima de R$ 99,90", Budget(least=Decimal("99.90"), currency="BRL")),
        ("es", "zapatos por menos de 30 euros", _most("30", "EUR")),
        ("es", "hasta 100 pesos", _most("100")),
        ("es", "presupuesto de 1.200 €", _most("1200", "EUR")),
        ("es", "que no pase de 40 euros", _most("40", "EUR")),
        ("es", "entre 20 y 50 €", _between("20", "50", "EUR")),
        ("es", "tengo 25 euros", _most("25", "EUR")),
        ("en", "a lamp under ninety dollars", _most("90")),
        ("en", "below a hundred and twenty euros", _most("120", "EUR")),
        ("en", "less than thirty-five", _most("35")),
        ("en", "between twenty and forty dollars", _between("20", "40")),
        ("en", "I don't want to spend more than 80", _most("80")),
        ("pt-BR", "um abajur de até noventa reais", _most("90", "BRL")),
        ("pt-BR", "por menos de duzentos e vinte", _most("220")),
        ("pt-BR", "posso gastar no máximo 70", _most("70")),
        ("es", "una lámpara por menos de noventa", _most("90")),
        ("es", "hasta ciento veinte dólares", _most("120")),
        ("es", "no quiero gastar más de ochenta", _most("80")),
    ],
)
def test_bounds_are_read(locale: str, text: str, expected: Budget) -> None:
    assert _read(text, locale).budget == expected


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "does it arrive in less than 5 days?"),
        ("en", "up to 3 pieces"),
        ("en", "less than three people"),
        ("pt-BR", "entregam em até dez dias?"),
        ("es", "¿llega en menos de veinte días?"),
        ("en", "is it less than 2 kg?"),
        ("en", "size under 40 please"),
        ("en", "I have 2 kids"),
        ("en", "between 36 and 38"),
        ("en", "from 50 to 20 euros"),
        ("en", "it costs 50 euros"),
        ("pt-BR", "em até 10x"),
        ("pt-BR", "em até 12 vezes sem juros"),
        ("pt-BR", "entregam em até 3 dias?"),
        ("pt-BR", "tenho 2 filhos"),
        ("pt-BR", "até amanhã"),
        ("es", "menos de 3 días"),
        ("es", "tengo 3 hijos"),
        ("es", "hasta 5 unidades"),
    ],
)
def test_other_numbers_are_no_budget(locale: str, text: str) -> None:
    assert _read(text, locale).budget is None


@pytest.mark.parametrize(
    ("locale", "text", "mention"),
    [
        ("en", "headphones under $50", "headphones"),
        ("en", "I'm looking for running shoes under 80 euros", "running shoes"),
        ("pt-BR", "tênis até 100 reais", "tênis"),
        ("es", "zapatos por menos de 30 euros", "zapatos"),
    ],
)
def test_goods_at_a_price_are_looked_for(locale: str, text: str, mention: str) -> None:
    reading = _read(text, locale)

    assert (reading.wish, reading.product_mention) == (Wish.SEARCH, mention)


def test_a_price_is_no_quantity() -> None:
    reading = _read("two mugs under 30", "en")

    assert (reading.quantity, reading.budget) == (2, _most("30"))
