"""The BR Code, PIX's copy-and-paste text: read, checked and written. Pure.

EMV's tag-length-value (two digits of id, two of length) with the Central Bank's rules for PIX. What a
provider hands out is verified here before a shopper sees it.
"""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass
from decimal import Decimal

from agentpay_plugin.money import Money

CURRENCY = "BRL"
LONGEST = 512  # characters, as the API Pix says of pixCopiaECola

_GUI = "br.gov.bcb.pix"
_BRL = "986"
_ACCOUNTS = tuple(f"{at:02}" for at in range(26, 52))
_AMOUNT = re.compile(r"[0-9]{1,10}(\.[0-9]{1,2})?")
_NAME_LENGTH, _CITY_LENGTH = 25, 15


class BadBrCode(ValueError):  # noqa: N818 it says what is bad
    """A text that is no BR Code to pay by; the message says why, without quoting it."""


@dataclass(frozen=True, slots=True)
class BrCode:
    """What a code says. `url` (without a scheme) makes it dynamic: the payer's bank fetches the rest there.

    A static code bears the receiver's `key`. `amount` is None where the code leaves it to others.
    """

    receiver: str
    city: str
    amount: Money | None
    key: str | None = None
    url: str | None = None
    txid: str | None = None


def verified(code: str, amount: Money) -> BrCode:
    """Return what `code` says, once it is sure that paying it pays `amount` in reais.

    A dynamic code may lack the amount. Raises BadBrCode.
    """
    if amount.currency != CURRENCY:
        raise BadBrCode(f"PIX pays in {CURRENCY}, not in {amount.currency}")
    read = parse(code)
    if read.key is None and read.url is None:
        raise BadBrCode("it leads to no key and no address to pay to")
    if read.amount is None and read.url is None:
        raise BadBrCode("it is static and leaves the amount to the payer")
    if read.amount is not None and read.amount != amount:
        raise BadBrCode("its amount is another than the charge's")
    return read


def parse(code: str) -> BrCode:
    """Return what a BR Code for PIX says; raises BadBrCode."""
    fields = _checked(code)
    for tag, due in (("00", "01"), ("53", _BRL), ("58", "BR")):
        if fields.get(tag) != due:
            raise BadBrCode(f"its field {tag} is not {due}")
    if not re.fullmatch(r"[0-9]{4}", fields.get("52", "")):
        raise BadBrCode("its field 52 is no category of merchants")
    account = _account(fields)
    txid = _fields(fields["62"]).get("05") if "62" in fields else None
    return BrCode(
        receiver=_text(fields, "59", _NAME_LENGTH),
        city=_text(fields, "60", _CITY_LENGTH),
        amount=_amount(fields),
        key=account.get("01") or None,
        url=account.get("25") or None,
        txid=None if txid == "***" else txid,
    )


def write(code: BrCode) -> str:
    """Return the text of a code. Raises BadBrCode for what `parse` would refuse."""
    account = _field("00", _GUI) + (
        _field("25", code.url) if code.url else _field("01", code.key or "")
    )
    amount = _field("54", f"{code.amount.amount:.2f}") if code.amount else ""
    body = (
        _field("00", "01")
        + (_field("01", "12") if code.url else "")
        + _field("26", account)
        + _field("52", "0000")
        + _field("53", _BRL)
        + amount
        + _field("58", "BR")
        + _field("59", code.receiver)
        + _field("60", code.city)
        + _field("62", _field("05", code.txid or "***"))
        + "6304"
    )
    text = body + checksum(body)
    parse(text)
    return text


def checksum(body: str) -> str:
    """Return the CRC-16/CCITT-FALSE of a code up to and with its `6304`, as four capital hex digits."""
    return f"{binascii.crc_hqx(body.encode(), 0xFFFF):04X}"


def _checked(code: str) -> dict[str, str]:
    if not 0 < len(code) <= LONGEST or not code.isprintable():
        raise BadBrCode(f"it is not 1 to {LONGEST} printable characters")
    if code[-8:-4] != "6304" or code[-4:].upper() != checksum(code[:-4]):
        raise BadBrCode("its checksum is wrong")
    try:
        return _fields(code)
    except BadBrCode:
        if code.isascii():
            raise
        # Banks do not agree on whether a length counts characters or bytes.
        by_bytes = _fields(code.encode().decode("latin-1"))
        try:
            return {tag: value.encode("latin-1").decode() for tag, value in by_bytes.items()}
        except UnicodeDecodeError:
            raise BadBrCode("its lengths cut a character in two") from None


def _fields(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    at = 0
    while at < len(text):
        head = text[at : at + 4]
        if not re.fullmatch(r"[0-9]{4}", head):
            raise BadBrCode("it is not made of numbered fields")
        value = text[at + 4 : at + 4 + int(head[2:])]
        if len(value) != int(head[2:]):
            raise BadBrCode(f"its field {head[:2]} is cut off")
        if head[:2] in found:
            raise BadBrCode(f"its field {head[:2]} stands there twice")
        found[head[:2]] = value
        at += 4 + len(value)
    return found


def _account(fields: dict[str, str]) -> dict[str, str]:
    for tag in _ACCOUNTS:
        if tag in fields:
            account = _fields(fields[tag])
            if account.get("00", "").lower() == _GUI:
                return account
    raise BadBrCode("it is no code for PIX")


def _amount(fields: dict[str, str]) -> Money | None:
    text = fields.get("54")
    if text is None:
        return None
    if not _AMOUNT.fullmatch(text) or not Decimal(text):
        raise BadBrCode("its field 54 is no amount")
    return Money.of(Decimal(text), CURRENCY)


def _text(fields: dict[str, str], tag: str, longest: int) -> str:
    text = fields.get(tag, "").strip()
    if not 0 < len(text) <= longest:
        raise BadBrCode(f"its field {tag} is not 1 to {longest} characters")
    return text


def _field(tag: str, value: str) -> str:
    if len(value) > 99:
        raise BadBrCode(f"field {tag} is longer than 99 characters")
    return f"{tag}{len(value):02}{value}"
