"""Checks of single values that a caller gave. Each returns the value to use, or raises Refused."""

from __future__ import annotations

import json
import math
import re
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError

from agentpay_plugin.chat import limits
from agentpay_plugin.chat.refusals import Refused, Why

_LANGUAGE_TAG = re.compile(r"([A-Za-z]{2,3})(-[A-Za-z]{4})?(-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-.*)?")


def text(field: str, value: str, most: int) -> str:
    """Return `value` as it is; it may be empty."""
    if len(value) > most:
        raise Refused(Why.TOO_LONG, field, most=most)
    if "\x00" in value or not _is_unicode(value):
        raise Refused(Why.UNSTORABLE, field)
    return value


def needed(field: str, value: str | None, most: int = limits.LONGEST_ID) -> str:
    """Return `value` without surrounding blanks; it may not be empty."""
    found = text(field, value or "", most).strip()
    if not found:
        raise Refused(Why.MISSING, field)
    return found


def message(value: str) -> str:
    """Return what a shopper wrote."""
    written = text("text", value, limits.LONGEST_TEXT)
    if not written.strip():
        raise Refused(Why.EMPTY, "text")
    return written


def client_id(value: str) -> str:
    """Return the id that makes a send idempotent; two beginnings are kept for turns of our own."""
    found = text("clientId", value, limits.LONGEST_CLIENT_ID)
    if not found:
        raise Refused(Why.MISSING, "clientId")
    if found.startswith(("chat:", "charge:")):
        raise Refused(Why.KEPT_CLIENT_ID, "clientId")
    return found


def whole(field: str, value: object, least: int, most: int) -> int:
    """Return a whole number between two bounds, both allowed."""
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise Refused(Why.OUT_OF_RANGE, field, least=least, most=most)
    return value


def locale(value: str) -> str:
    """Return language, script and region of a BCP 47 tag ("pt-BR"); "en" for what is none."""
    match = _LANGUAGE_TAG.fullmatch(value[: limits.LONGEST_LOCALE])
    if match is None:
        return "en"
    for tag in ("".join(part for part in match.groups() if part), match[1]):
        try:
            return str(Locale.parse(tag, sep="-")).replace("_", "-")
        except (UnknownLocaleError, ValueError):
            continue
    return "en"


def page_url(value: str) -> str:
    """Return a page's address without user, query and fragment, which may hold what is nobody's business.

    It serves the merchant's reports and the way back from a payment, so that a strange one is dropped and
    never refused.
    """
    try:
        parts = urlsplit(text("pageUrl", value, len(value)))
    except (Refused, ValueError):
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"[
        : limits.LONGEST_PAGE_URL
    ]


def properties(value: str) -> dict[str, str | int | float | bool | None]:
    """Return small facts given as a JSON object text, flat."""
    field = "properties"
    written = text(field, value or "{}", limits.LONGEST_PROPERTIES)
    try:
        found = json.loads(written, parse_constant=_no)
    except (ValueError, RecursionError) as error:
        raise Refused(Why.NO_OBJECT, field) from error
    if not isinstance(found, dict) or any(isinstance(fact, dict | list) for fact in found.values()):
        raise Refused(Why.NO_OBJECT, field)
    for fact in (*found, *found.values()):
        if isinstance(fact, str):
            text(field, fact, limits.LONGEST_PROPERTIES)
        if isinstance(fact, float) and not math.isfinite(fact):  # such as 1e999
            raise Refused(Why.NO_OBJECT, field)
    return found


def _no(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _is_unicode(value: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in value)
