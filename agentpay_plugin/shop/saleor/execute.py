"""How a document reaches Saleor, and what its mutations' `errors` become."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from agentpay_plugin.errors import ShopRefused

Execute = Callable[[str, Mapping[str, object]], Mapping[str, Any]]
"""Sends a document by name with its variables and returns `data`.

Raises ShopUnavailable when there is none. Decimal numbers in it may be floats, whose shortest text is the
number Saleor meant, or Decimals.
"""

_FIELDS = {
    "firstName": "first_name",
    "lastName": "last_name",
    "companyName": "company_name",
    "streetAddress1": "street_address_1",
    "streetAddress2": "street_address_2",
    "cityArea": "city_area",
    "postalCode": "postal_code",
    "countryArea": "country_area",
    "promoCode": "promo_code",
    "name": "last_name",
}


def field_of(saleor_field: str | None) -> str | None:
    """Return our name of a field that Saleor names; one that only Saleor has stays as it is."""
    return _FIELDS.get(saleor_field, saleor_field) if saleor_field else None


def accepted(payload: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a mutation's payload if its `errors` are empty. Raises ShopRefused with the first of them.

    Saleor answers a refused write with HTTP 200: nothing but empty `errors` says that it was done.
    """
    for error in payload["errors"]:
        raise ShopRefused(error["code"], error["message"] or "", field_of(error["field"]))
    return payload
