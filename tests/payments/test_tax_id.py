"""CPF and CNPJ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from agentpay_plugin.errors import InvalidInput
from agentpay_plugin.payments.tax_id import checked, is_cpf


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("52998224725", "52998224725"),
        ("529.982.247-25", "52998224725"),
        (" 123.456.789-09\n", "12345678909"),
        ("39053344705", "39053344705"),
        ("11222333000181", "11222333000181"),
        ("11.222.333/0001-81", "11222333000181"),
        ("12.ABC.345/01DE-35", "12ABC34501DE35"),
        ("12.abc.345/01de-35", "12ABC34501DE35"),
    ],
)
def test_right_ones_in_one_form(text: str, bare: str) -> None:
    assert checked(text) == bare
    assert is_cpf(bare) == (len(bare) == 11)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5299822472",
        "529982247251",
        "52998224724",
        "52998224735",
        *(digit * 11 for digit in "0123456789"),
        "00000000000000",
        "11222333000182",
        "12ABC34501DE36",
        "12ABC34501DE3A",
        "12ABC34501D\u00c935",
        "\uff15\uff12998224725",
        "529_982_247_25",
        "529982247x5",
    ],
)
def test_wrong_ones_are_refused_and_not_quoted(text: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        checked(text)

    assert refusal.value.field == "taxId"
    assert not text or text not in str(refusal.value)


@given(some.integers(0, 10**9 - 1).map("{:09}".format))
def test_each_stem_has_one_ending(stem: str) -> None:
    endings = [f"{ending:02}" for ending in range(100) if _is_right(f"{stem}{ending:02}")]

    assert len(endings) == (0 if len(set(stem)) == 1 else 1)


def _is_right(text: str) -> bool:
    try:
        return checked(text) == text
    except InvalidInput:
        return False
