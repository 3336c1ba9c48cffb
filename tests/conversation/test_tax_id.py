"""CPF and CNPJ: the digits, and what of them stays in words that are stored."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from agentpay_plugin.conversation.tax_id import found_in, masked, normalised


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("52998224725", "52998224725"),
        ("529.982.247-25", "52998224725"),
        (" 529 982 247 25 ", "52998224725"),
        ("123.456.789-09", "12345678909"),
        ("39053344705", "39053344705"),
        ("11222333000181", "11222333000181"),
        ("11.222.333/0001-81", "11222333000181"),
        ("12.ABC.345/01DE-35", "12ABC34501DE35"),
        ("12abc34501de35", "12ABC34501DE35"),
    ],
)
def test_digits_that_check_out(written: str, bare: str) -> None:
    assert normalised(written) == bare


@pytest.mark.parametrize(
    "written",
    [
        "",
        "52998224726",
        "5299822472",
        "529982247250",
        "111.111.111-11",
        "00000000000000",
        "11222333000182",
        "12.ABC.345/01DE-36",
        "12ABC34501DEAB",
        "٥٢٩٩٨٢٢٤٧٢٥",
        "my name",
    ],
)
def test_digits_that_do_not(written: str) -> None:
    assert normalised(written) is None


@pytest.mark.parametrize(
    ("text", "rest", "tax_id"),
    [
        ("meu cpf é 529.982.247-25, ok?", "meu cpf é  , ok?", "529.982.247-25"),
        ("52998224725", "", "52998224725"),
        ("529.982.247-26", "", "529.982.247-26"),
        ("CNPJ 12.ABC.345/01DE-35", "CNPJ", "12.ABC.345/01DE-35"),
        ("12abc34501de35 obrigado", "obrigado", "12abc34501de35"),
        ("cpf nº529.982.247-25", "cpf nº", "529.982.247-25"),
        ("CPF52998224725", "CPF", "52998224725"),
        ("5 2 9 9 8 2 2 4 7 2 5", "", "5 2 9 9 8 2 2 4 7 2 5"),
        ("529.982.247\N{MINUS SIGN}25", "", "529.982.247\N{MINUS SIGN}25"),
        # As telephones and documents write the dash, and as hurried people write the word before it.
        ("meu cpf: 529.982.247\u201325", "meu cpf:", "529.982.247\u201325"),
        ("11.222.333/0001\u201181", "", "11.222.333/0001\u201181"),
        ("529982247\u201125", "", "529982247\u201125"),
        ("cnpj11222333000181", "cnpj", "11222333000181"),
        ("52998224726", "52998224726", None),
        ("gift card GIFT-1234-5678", "gift card GIFT-1234-5678", None),
        ("INTERNATIONAL12", "INTERNATIONAL12", None),
        ("2 of size 38", "2 of size 38", None),
    ],
)
def test_a_tax_id_is_found_in_words(text: str, rest: str, tax_id: str | None) -> None:
    assert found_in(text, asked=False) == (rest, tax_id)


def test_letters_before_an_answer_are_no_part_of_it() -> None:
    assert found_in("CPF52998224725", asked=True) == ("CPF", "52998224725")
    assert found_in("nº529.982.247-25", asked=True) == ("nº", "529.982.247-25")


@pytest.mark.parametrize(
    "mistyped", ["52998224726", "5299822472", "529982247", "529 982 247 255", "529.982.247\u20132"]
)
def test_whoever_was_asked_and_mistyped_it_is_understood(mistyped: str) -> None:
    assert found_in(f"it is {mistyped}", asked=True) == ("it is", mistyped)
    assert found_in("rather by card, size 38", asked=True) == ("rather by card, size 38", None)


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("meu cpf é 529.982.247-25.", "meu cpf é ***.***.**7-25."),
        ("52998224725", "********725"),
        ("529 982 247 25", "*** *** **7 25"),
        ("529.982.247\u201325", "***.***.**7\u201325"),
        ("529\u2011982\u2011247\u201125", "***\u2011***\u2011**7\u201125"),
        ("cpf52998224725", "cpf********725"),
        ("5299822472", "*******472"),
        ("cpf nº529.982.247-25", "cpf nº***.***.**7-25"),
        ("_52998224725_ or 52998224725a", "_********725_ or ********725a"),
        ("5 2 9 9 8 2 2 4 7 2 5", "* * * * * * * * 7 2 5"),
        ("12.ABC.345/01DE-35", "**.***.***/***E-35"),
        ("12abc34501de36", "***********e36"),
        ("card 4242 4242 4242 4242", "card **** **** **** *242"),
        ("2 of size 38, 529 dollars", "2 of size 38, 529 dollars"),
        ("INTERNATIONAL12 and GIFT-1234", "INTERNATIONAL12 and GIFT-1234"),
    ],
)
def test_what_is_stored_hides_long_numbers(text: str, stored: str) -> None:
    assert masked(text) == stored
    assert masked(stored) == stored


@given(some.integers(0, 10**9 - 1).map("{:09}".format))
def test_each_stem_has_one_ending(stem: str) -> None:
    endings = [f"{ending:02}" for ending in range(100) if normalised(f"{stem}{ending:02}")]

    assert len(endings) == (0 if len(set(stem)) == 1 else 1)


@pytest.mark.parametrize("asked", [True, False])
@pytest.mark.parametrize(
    ("text", "rest", "tax_id"),
    [
        ("529.982.247-25 or 123.456.789-09", "or ***.***.**9-09", "529.982.247-25"),
        ("52998224725 39053344705 12345678909", "********705 ********909", "52998224725"),
        (
            "mine 52998224725, his cnpj 11.222.333/0001-81",
            "mine  , his cnpj **.***.***/***1-81",
            "52998224725",
        ),
        (
            "52998224725 and the company is 12.ABC.345/01DE-35",
            "and the company is **.***.***/***E-35",
            "52998224725",
        ),
        ("52998224725, nº123.456.789-09", ", nº***.***.**9-09", "52998224725"),
        ("52998224725 for order 123456789", "for order 123456789", "52998224725"),
    ],
)
def test_nobody_reads_a_second_tax_id(text: str, rest: str, tax_id: str, asked: bool) -> None:
    assert found_in(text, asked=asked) == (rest, tax_id)
