"""The BR Code: official examples, every way to be wrong, and round trips."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from agentpay_plugin.money import Money
from agentpay_plugin.payments.brcode import BadBrCode, BrCode, checksum, parse, verified, write

STATIC = (
    "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR"
    "5913Fulano de Tal6008BRASILIA62070503***63041D3D"
)
RECURRENCE_ONLY = (
    "00020126180014br.gov.bcb.pix5204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***"
    "80800014br.gov.bcb.pix2558pix.example.com/qr/v2/rec/2353c790eefb11eaadc10242ac120002630462C9"
)
DYNAMIC_WITH_RECURRENCE = (
    "00020101021226760014br.gov.bcb.pix2554pix.example.com/qr/v2/8b3da2f39a4140d1a91abd93113bd441"
    "5204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***80800014br.gov.bcb.pix2558"
    "pix.example.com/qr/v2/rec/94ed2badcbc04c15b0bb7fa35319489063047741"
)
DUE_DATE = (
    "00020101021226810014br.gov.bcb.pix2559pix.example.com/qr/v2/cobv/1e6c54d3ec9449b7a7fc53b6b0f998e7"
    "5204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***80800014br.gov.bcb.pix2558"
    "pix.example.com/qr/v2/rec/3ffa640fa4f14080adccb949fa2dc0d06304A441"
)
CAPITALS = (
    "00020101021226770014BR.GOV.BCB.PIX2555pix.example.com/qr/93598be0-1bd0-4997-8318-81776a1d8a99"
    "5204000053039865802BR5907EMPRESA6009SAO PAULO62070503***6304EEAB"
)
AMOUNT = Money(1990, "BRL")


def code(**changes: object) -> str:
    values: dict[str, object] = {
        "receiver": "LOJA EXEMPLO",
        "city": "RECIFE",
        "amount": AMOUNT,
        "url": "pix.example.com/qr/v2/1",
    }
    return write(BrCode(**(values | changes)))  # type: ignore[arg-type]


def changed(text: str, old: str, new: str) -> str:
    """A code with another content and the checksum that fits it."""
    assert old in text
    body = text[:-4].replace(old, new)
    return body + checksum(body)


def test_the_checksum_is_the_standards() -> None:
    assert checksum("123456789") == "29B1"


def test_official_examples() -> None:
    assert parse(STATIC) == BrCode(
        "Fulano de Tal", "BRASILIA", None, key="123e4567-e12b-12d1-a456-426655440000"
    )
    assert parse(RECURRENCE_ONLY) == BrCode("Fulano de Tal", "BRASILIA", None)
    assert parse(DYNAMIC_WITH_RECURRENCE).url == (
        "pix.example.com/qr/v2/8b3da2f39a4140d1a91abd93113bd441"
    )
    assert parse(DUE_DATE).url == "pix.example.com/qr/v2/cobv/1e6c54d3ec9449b7a7fc53b6b0f998e7"
    assert parse(CAPITALS).receiver == "EMPRESA"


@pytest.mark.parametrize("text", [DYNAMIC_WITH_RECURRENCE, DUE_DATE, CAPITALS])
def test_a_dynamic_code_may_leave_the_amount_to_its_address(text: str) -> None:
    assert verified(text, AMOUNT).amount is None


@pytest.mark.parametrize(
    ("text", "why"),
    [(STATIC, "static"), (RECURRENCE_ONLY, "no key and no address")],
)
def test_codes_that_are_right_but_do_not_pay_the_charge(text: str, why: str) -> None:
    with pytest.raises(BadBrCode, match=why):
        verified(text, AMOUNT)


def test_a_code_that_pays_the_charge() -> None:
    assert verified(code(), AMOUNT) == BrCode(
        "LOJA EXEMPLO", "RECIFE", AMOUNT, url="pix.example.com/qr/v2/1"
    )
    assert verified(code(url=None, key="loja@example.com", txid="A1"), AMOUNT).txid == "A1"


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("540519.90", "540519.91", "another than the charge's"),
        ("540519.90", "54050.000", "no amount"),
        ("540519.90", "54051e001", "no amount"),
        ("5303986", "5303840", "field 53"),
        ("5802BR", "5802US", "field 58"),
        ("000201", "000202", "field 00"),
        ("52040000", "5204000A", "field 52"),
        ("br.gov.bcb.pix", "br.gov.bcb.pax", "no code for PIX"),
        ("5912LOJA EXEMPLO", "5912            ", "field 59"),
        ("6006RECIFE", "6000", "field 60"),
        ("6006RECIFE", "6006RECIFE6006RECIFE", "twice"),
        ("6006RECIFE", "6099RECIFE", "cut off"),
        ("6006RECIFE", "60x6RECIFE", "numbered fields"),
        ("RECIFE", "RECIF\n", "printable"),
    ],
)
def test_codes_that_are_wrong(old: str, new: str, why: str) -> None:
    with pytest.raises(BadBrCode, match=why):
        verified(changed(code(), old, new), AMOUNT)


@pytest.mark.parametrize(
    "text", ["", "6304", "63040000", code()[:-1], code()[:-4] + "0000", code() + "0", "x" * 600]
)
def test_texts_that_are_no_codes(text: str) -> None:
    with pytest.raises(BadBrCode):
        verified(text, AMOUNT)


def test_an_example_that_was_published_with_a_wrong_length() -> None:
    wrong = changed(code(), "6006RECIFE", "6005RECIFE")

    with pytest.raises(BadBrCode):
        parse(wrong)


def test_only_reais() -> None:
    with pytest.raises(BadBrCode, match="BRL"):
        verified(code(), Money(1990, "USD"))


def test_names_counted_in_characters_or_in_bytes() -> None:
    by_characters = changed(code(), "5912LOJA EXEMPLO", "5912LOJA ÉXEMPLO")
    by_bytes = changed(code(), "5912LOJA EXEMPLO", "5913LOJA ÉXEMPLO")

    assert parse(by_characters).receiver == parse(by_bytes).receiver == "LOJA ÉXEMPLO"


def test_the_checksum_in_small_letters() -> None:
    text = next(
        each for each in (code(txid=f"A{at}") for at in range(50)) if not each[-4:].isdigit()
    )

    assert parse(text[:-4] + text[-4:].lower()) == parse(text)


LETTERS = some.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789", min_size=1)


@given(
    receiver=LETTERS.map(lambda text: f"A{text}"[:25].strip()),
    city=LETTERS.map(lambda text: f"B{text}"[:15].strip()),
    minor=some.integers(1, 999_999_999_999),
    url=some.none() | some.text("abcdef0123456789/.-", min_size=1, max_size=70),
)
def test_what_is_written_is_read(receiver: str, city: str, minor: int, url: str | None) -> None:
    written = BrCode(
        receiver, city, Money(minor, "BRL"), key=None if url else "key@example.com", url=url
    )

    assert verified(write(written), Money(minor, "BRL")) == written


@given(at=some.integers(0, len(code()) - 1), character=some.characters(min_codepoint=33))
def test_one_wrong_character_is_noticed(at: int, character: str) -> None:
    text = code()
    if character.upper() == text[at]:
        return

    with pytest.raises(BadBrCode):
        verified(text[:at] + character + text[at + 1 :], AMOUNT)


@given(some.text(max_size=80))
def test_no_text_makes_it_fall(text: str) -> None:
    with pytest.raises(BadBrCode):
        parse(text + checksum(text))
