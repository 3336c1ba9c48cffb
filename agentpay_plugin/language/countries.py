"""Countries named in a message, by the names that the shopper's language has for them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from babel import Locale

from agentpay_plugin.language.say import babel_locale

# What people write that CLDR does not list; lower case, without accents.
_UNITED_KINGDOM = ("inglaterra", "escocia", "gra bretanha", "gran bretana")
_ALSO: dict[str, dict[str, str]] = {
    "en": {
        **dict.fromkeys(("usa", "u.s.", "u.s.a.", "the states", "america"), "US"),
        **dict.fromkeys(("uk", "great britain", "britain", "england", "scotland", "wales"), "GB"),
        "holland": "NL",
        "czech republic": "CZ",
        "turkey": "TR",
        "uae": "AE",
    },
    "pt": {
        **dict.fromkeys(("eua", "usa", "u.s.a.", "os estados unidos"), "US"),
        **dict.fromkeys(_UNITED_KINGDOM, "GB"),
        "holanda": "NL",
    },
    "es": {
        **dict.fromkeys(("eeuu", "ee uu", "ee.uu.", "usa", "u.s.a."), "US"),
        **dict.fromkeys(_UNITED_KINGDOM, "GB"),
        "holanda": "NL",
    },
}


def country_in(text: str, locale: str) -> str | None:
    """Return the ISO 3166 alpha-2 code of the one country a message names; None for none or several."""
    names, pattern = _names(babel_locale(locale).language)
    found = {names[match[0]] for match in pattern.finditer(_even(text))}
    return found.pop() if len(found) == 1 else None


def is_country(text: str, locale: str) -> bool:
    """Tell whether the text is the name of a country and nothing else: Mexico, not Mexico City."""
    return _even(text.strip()) in _names(babel_locale(locale).language)[0]


@cache
def _names(language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    territories = Locale(language).territories
    names = {
        _even(name): code for code, name in territories.items() if re.fullmatch("[A-Z]{2}", code)
    }
    names |= _ALSO.get(language, _ALSO["en"])
    longest_first = sorted(names, key=len, reverse=True)
    alternatives = "|".join(re.escape(name) for name in longest_first)
    return names, re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


def _even(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
