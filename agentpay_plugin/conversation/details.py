"""Contact and addresses: the form by the country's own rules, and what was filled in held to them."""

from __future__ import annotations

import re
from dataclasses import replace

from agentpay_plugin.conversation.checkout import SETTLING, ask_details, is_filled, proceed
from agentpay_plugin.conversation.commands import ReadAddressRules, SetAddresses, SetContact
from agentpay_plugin.conversation.doing import (
    AskingDetails,
    CheckingDetails,
    SavingAddresses,
    SavingContact,
    SavingEmail,
)
from agentpay_plugin.conversation.events import CartRefused, DetailsGiven
from agentpay_plugin.conversation.goods import Address, AddressRules, Cart, DeliveryKind
from agentpay_plugin.conversation.moves import to
from agentpay_plugin.conversation.parts import DetailsForm, Part, Phrase, Text
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.replies import after, info, problem, text
from agentpay_plugin.conversation.returning import back
from agentpay_plugin.conversation.state import Action, Conversation, Stage, Step

Errors = tuple[tuple[str, Phrase], ...]

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_BILLING = "billing_address."  # prefix of the fields of a billing address of its own


def country_chosen(conversation: Conversation, country: str) -> Step:
    """Show the form by the rules of another country."""
    if not is_filled(conversation):
        return Step(conversation, (info(Say.DETAILS_NOT_NOW),))
    if conversation.stage in SETTLING:
        return back(conversation)
    conversation = replace(conversation, country=country)
    return ask_details(conversation, doing=AskingDetails(address=True))


def details_given(conversation: Conversation, given: DetailsGiven) -> Step:
    """Hold what was filled in to the rules before the shop is asked."""
    cart = conversation.cart
    if cart is None or not cart.lines:
        return Step(conversation, (info(Say.DETAILS_NOT_NOW),))
    if conversation.stage == Stage.PAID:
        return back(conversation)
    address = given.shipping or given.billing
    if address is None and given.email and _has_addresses(cart) and not _email_errors(cart, given):
        saving = replace(conversation, doing=SavingEmail())
        return Step(saving, commands=(SetContact(cart.id, given.email),))
    country = address.country if address else conversation.country or cart.country
    checking = replace(conversation, doing=CheckingDetails(given))
    return Step(checking, commands=(ReadAddressRules(country),))


def rules_read(
    conversation: Conversation, doing: AskingDetails | CheckingDetails, rules: AddressRules
) -> Step:
    """Show the form, or go on checking what was given."""
    cart = conversation.cart
    if cart is None:
        return Step(conversation, (info(Say.DETAILS_NOT_NOW),))
    if isinstance(doing, AskingDetails):
        return _form(conversation, cart, rules, doing)
    return _checked(conversation, cart, doing, rules)


def contact_saved(conversation: Conversation, doing: SavingContact) -> Step:
    """Go on to the addresses."""
    return _save_addresses(conversation, doing.given, doing.rules)


def refused_details(
    conversation: Conversation,
    doing: CheckingDetails | SavingContact | SavingAddresses,
    refusal: CartRefused,
) -> Step:
    """Show the form again with what the shop refused."""
    say = Say.FIELD_REQUIRED if refusal.code == "REQUIRED" else Say.FIELD_INVALID
    if isinstance(doing, SavingContact):
        field, say = "email", Say.FIELD_EMAIL
    else:
        field = refusal.field or ""
    errors: Errors = ((field, Phrase(say)),) if field else ()
    if conversation.cart is None or conversation.stage in SETTLING:
        return Step(conversation, (problem(Say.DETAILS_WRONG),))
    if doing.rules is None:
        without = replace(conversation, country=None)
        return ask_details(without, (problem(Say.FIELD_COUNTRY),), AskingDetails(address=True))
    return _again(conversation, conversation.cart, doing.given, doing.rules, errors)


def _form(
    conversation: Conversation, cart: Cart, rules: AddressRules, doing: AskingDetails
) -> Step:
    needs_shipping = _ships(cart) and (doing.address or not cart.has_shipping_address)
    form = DetailsForm(rules, not cart.has_email, needs_shipping)
    say = text(Say.STILL_DETAILS) if doing.reminder else _question(cart, needs_shipping, doing)
    action = Action.NONE if doing.reminder else Action.DETAILS_ASKED
    return Step(_at_details(conversation), (say, form), action=action)


def _question(cart: Cart, needs_shipping: bool, doing: AskingDetails) -> Text:
    if needs_shipping:
        return text(Say.ASK_DETAILS)
    if cart.has_billing_address and not doing.address:
        return text(Say.ASK_EMAIL)
    return text(Say.ASK_BILLING_ALONE if cart.requires_shipping else Say.ASK_BILLING)


def _checked(
    conversation: Conversation, cart: Cart, doing: CheckingDetails, rules: AddressRules
) -> Step:
    given = doing.given
    errors = _email_errors(cart, given) + _address_errors(cart, given, rules, doing.rules)
    first = doing.rules or rules
    if errors:
        return _again(conversation, cart, given, first, errors)
    billing = given.billing
    if doing.rules is None and billing is not None and billing.country != rules.country:
        checking = replace(conversation, doing=CheckingDetails(given, rules))
        return Step(checking, commands=(ReadAddressRules(billing.country),))
    if given.email:
        saving = replace(conversation, doing=SavingContact(given, first))
        return Step(saving, commands=(SetContact(cart.id, given.email.strip()),))
    return _save_addresses(conversation, given, first)


def _save_addresses(conversation: Conversation, given: DetailsGiven, rules: AddressRules) -> Step:
    cart, billing = conversation.cart, given.billing or given.shipping
    if cart is None:
        return Step(conversation, (info(Say.DETAILS_NOT_NOW),))
    if billing is None:
        return proceed(conversation)
    shipping = given.shipping if _ships(cart) else None
    saving = replace(conversation, doing=SavingAddresses(given, rules))
    return Step(saving, commands=(SetAddresses(cart.id, shipping, billing),))


def _again(
    conversation: Conversation,
    cart: Cart,
    given: DetailsGiven,
    rules: AddressRules,
    errors: Errors,
) -> Step:
    needs_email = not cart.has_email or given.email is not None
    asked = given.shipping is not None or not cart.has_shipping_address
    form = DetailsForm(rules, needs_email, _ships(cart) and asked, errors)
    parts: tuple[Part, ...] = (problem(Say.DETAILS_WRONG), form)
    return after((), Step(_at_details(conversation), parts), Action.DETAILS_ASKED)


def _at_details(conversation: Conversation) -> Conversation:
    return conversation if conversation.stage in SETTLING else to(conversation, Stage.DETAILS)


def _ships(cart: Cart) -> bool:
    """Tell whether a shipping address is the shopper's to give: a collection point brings its own."""
    is_collected = cart.delivery is not None and cart.delivery.kind == DeliveryKind.COLLECTION
    return cart.requires_shipping and not is_collected


def _has_addresses(cart: Cart) -> bool:
    shipped = cart.has_shipping_address or not cart.requires_shipping
    return cart.has_billing_address and shipped


def _email_errors(cart: Cart, given: DetailsGiven) -> Errors:
    email = (given.email or "").strip()
    if not email:
        return () if cart.has_email else (("email", Phrase(Say.FIELD_REQUIRED)),)
    return () if _EMAIL.fullmatch(email) else (("email", Phrase(Say.FIELD_EMAIL)),)


def _address_errors(
    cart: Cart, given: DetailsGiven, rules: AddressRules, before: AddressRules | None
) -> Errors:
    """Check the addresses whose country these rules are of; the first read is the shipping country's."""
    shipping = given.shipping if _ships(cart) else None
    billing = given.billing or (None if shipping else given.shipping)
    missing = shipping is None and (billing is None or _ships(cart))
    if before is not None:
        return _errors(billing, rules, _BILLING) if billing else ()
    errors: Errors = ()
    if missing and not _has_addresses(cart) and not cart.has_shipping_address:
        errors += tuple((name, Phrase(Say.FIELD_REQUIRED)) for name in rules.required)
    if shipping is not None:
        errors += _errors(shipping, rules, "") + _country_errors(shipping, rules)
    if billing is not None and billing.country == rules.country:
        errors += _errors(billing, rules, _BILLING if shipping else "")
    return errors


def _errors(address: Address, rules: AddressRules, prefix: str) -> Errors:
    errors = [
        (prefix + name, Phrase(Say.FIELD_REQUIRED))
        for name in rules.required
        if not str(getattr(address, name, "-")).strip()
    ]
    areas = {words for area in rules.country_areas for words in (area.value, area.label)}
    if areas and address.country_area and address.country_area not in areas:
        errors.append((prefix + "country_area", Phrase(Say.FIELD_INVALID)))
    return tuple(errors)


def _country_errors(address: Address, rules: AddressRules) -> Errors:
    countries = {country.value for country in rules.countries}
    if address.country == rules.country and (not countries or address.country in countries):
        return ()
    return (("country", Phrase(Say.FIELD_COUNTRY)),)
