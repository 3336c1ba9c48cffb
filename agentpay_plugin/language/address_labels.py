"""What the fields of an address are called in a country, by Google's names for the kinds there are."""

from __future__ import annotations

from agentpay_plugin.language.msgids import Words, gettext_noop
from agentpay_plugin.language.say import clean, render_words

_AREAS: dict[str, Words] = {
    # Translators: the kinds of regions that the addresses of a country name; labels of a form.
    "area": gettext_noop("Area"),
    "county": gettext_noop("County"),
    "department": gettext_noop("Department"),
    "district": gettext_noop("District"),
    "do_si": gettext_noop("Province or city"),
    "emirate": gettext_noop("Emirate"),
    "island": gettext_noop("Island"),
    "oblast": gettext_noop("Oblast"),
    "parish": gettext_noop("Parish"),
    "prefecture": gettext_noop("Prefecture"),
    "province": gettext_noop("Province"),
    "state": gettext_noop("State"),
}
_CODES: dict[str, Words] = {
    "eircode": gettext_noop("Eircode"),
    "pin": gettext_noop("PIN code"),
    "postal": gettext_noop("Postal code"),
    "zip": gettext_noop("ZIP code"),
}
# Translators: the postal code of Brazil.
_CODES_OF = {"BR": gettext_noop("Postal code (CEP)")}


def area_label(kind: str, locale: str) -> str:
    """Return the label of a country's areas, such as "State"; a kind we do not know as it is."""
    words = _AREAS.get(kind)
    return render_words(words, locale) if words else clean(kind)


def code_label(kind: str, country: str, locale: str) -> str:
    """Return the label of a country's postal codes; a kind we do not know as it is."""
    words = _CODES_OF.get(country) or _CODES.get(kind)
    return render_words(words, locale) if words else clean(kind)
