"""A tap on a card: from the chat API's action input to what is stored, and from that to an event.

An action is a mapping in the contract's own names (`{"setQuantity": {"variantId": "…", "quantity": 2}}`);
fields that were left out may be missing or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from agentpay_plugin.chat import checks, limits
from agentpay_plugin.chat.refusals import Refused, Why
from agentpay_plugin.conversation import events, tax_id
from agentpay_plugin.conversation.goods import Address

STOP = "stop"  # ends the reply that is being written: done at once, and no turn

Given = Mapping[str, Any]

_ADDRESS_FIELDS = {
    "firstName": "first_name",
    "lastName": "last_name",
    "companyName": "company_name",
    "streetAddress1": "street_address_1",
    "streetAddress2": "street_address_2",
    "city": "city",
    "cityArea": "city_area",
    "postalCode": "postal_code",
    "country": "country",
    "countryArea": "country_area",
    "phone": "phone",
}


def checked(action: Given) -> dict[str, Any]:
    """Return the one field of `action` that is set, checked and ready to be stored."""
    given = [(name, value) for name, value in action.items() if value is not None]
    if len(given) != 1 or given[0][0] not in _CHECKS:
        raise Refused(Why.ONE_ACTION, "action")
    name, value = given[0]
    return {name: _CHECKS[name](f"action.{name}", value)}


def event_of(action: Given) -> events.Event:
    """Return what a stored action means to the engine."""
    [(name, value)] = action.items()
    match name:
        case "chooseProduct":
            return events.ProductChosen(value["productId"])
        case "chooseVariant":
            return events.VariantChosen(value["variantId"], value["quantity"])
        case "setQuantity":
            return events.QuantitySet(value["variantId"], value["quantity"])
        case "applyPromoCode":
            return events.PromoCodeApplied(value["code"])
        case "removePromoCode":
            return events.PromoCodeRemoved(value["code"])
        case "checkOut":
            return events.CheckOutAsked()
        case "showCart":
            return events.CartAsked()
        case "joinCart":
            return events.CartJoined(value["checkoutId"])
        case "chooseCountry":
            return events.CountryChosen(value["country"])
        case "giveDetails":
            return events.DetailsGiven(
                value["email"],
                _address_of(value["shippingAddress"]),
                _address_of(value["billingAddress"]),
            )
        case "chooseDelivery":
            return events.DeliveryChosen(value["optionId"])
        case "pay":
            return events.QuoteConfirmed(value["method"], value["quoteVersion"], value.get("taxId"))
        case "checkPayment":
            return events.PaidSaid()
        case "cancelPayment":
            return events.PaymentCancelled()
        case "askPerson":
            return events.PersonAsked()
    raise ValueError(f"{name} is no action")


def _true(field: str, value: object) -> bool:
    if value is not True:
        raise Refused(Why.NOT_TRUE, field)
    return True


def _texts(*names: str) -> Callable[[str, Given], dict[str, Any]]:
    def check(field: str, value: Given) -> dict[str, Any]:
        return {name: checks.needed(f"{field}.{name}", value.get(name)) for name in names}

    return check


def _choose_variant(field: str, value: Given) -> dict[str, Any]:
    quantity = value.get("quantity")
    if quantity is not None:
        checks.whole(f"{field}.quantity", quantity, 1, limits.MOST_OF_A_VARIANT)
    return _texts("variantId")(field, value) | {"quantity": quantity}


def _set_quantity(field: str, value: Given) -> dict[str, Any]:
    most = limits.MOST_OF_A_VARIANT
    quantity = checks.whole(f"{field}.quantity", value.get("quantity"), 0, most)
    return _texts("variantId")(field, value) | {"quantity": quantity}


def _country(field: str, value: Given) -> str:
    country = checks.needed(f"{field}.country", value.get("country")).upper()
    if not re.fullmatch("[A-Z]{2}", country):
        raise Refused(Why.NO_COUNTRY, f"{field}.country")
    return country


def _details(field: str, value: Given) -> dict[str, Any]:
    email = checks.text(f"{field}.email", value.get("email") or "", limits.LONGEST_EMAIL).strip()
    details = {
        "email": email or None,
        "shippingAddress": _address(f"{field}.shippingAddress", value.get("shippingAddress")),
        "billingAddress": _address(f"{field}.billingAddress", value.get("billingAddress")),
    }
    if not any(details.values()):
        raise Refused(Why.NO_DETAILS, field)
    return details


def _pay(field: str, value: Given) -> dict[str, str]:
    """The tax id is stored as digits that check out, until the turn is done."""
    paid = _texts("method", "quoteVersion")(field, value)
    given = checks.text(f"{field}.taxId", value.get("taxId") or "", tax_id.LONGEST).strip()
    if not given:
        return paid
    found = tax_id.normalised(given)
    if found is None:
        raise Refused(Why.TAX_ID_WRONG, f"{field}.taxId")
    return paid | {"taxId": found}


def _address(field: str, value: Given | None) -> dict[str, str] | None:
    """Which fields a country needs is the shop's to say; here only what no country does without."""
    if value is None:
        return None
    address = {
        name: checks.text(
            f"{field}.{name}", value.get(name) or "", limits.LONGEST_ADDRESS_FIELD
        ).strip()
        for name in _ADDRESS_FIELDS
    }
    return address | {"country": _country(field, value)}


def _address_of(stored: Mapping[str, str] | None) -> Address | None:
    if stored is None:
        return None
    return Address(**{ours: stored[theirs] for theirs, ours in _ADDRESS_FIELDS.items()})


_CHECKS: Mapping[str, Callable[[str, Any], Any]] = {
    "chooseProduct": _texts("productId"),
    "chooseVariant": _choose_variant,
    "setQuantity": _set_quantity,
    "applyPromoCode": _texts("code"),
    "removePromoCode": _texts("code"),
    "checkOut": _true,
    "showCart": _true,
    "joinCart": _texts("checkoutId"),
    "chooseCountry": lambda field, value: {"country": _country(field, value)},
    "giveDetails": _details,
    "chooseDelivery": _texts("optionId"),
    "pay": _pay,
    "checkPayment": _true,
    "cancelPayment": _true,
    "askPerson": _true,
    STOP: _true,
}
