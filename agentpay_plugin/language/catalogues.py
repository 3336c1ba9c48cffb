"""AgentPay's own gettext catalogues: apart from the host's, which may mean something else by the same words."""

from __future__ import annotations

from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

DOMAIN = "agentpay"
ENGLISH = "en"
_FOLDER = Path(__file__).parent.parent / "locale"


def translated(message: str, locale: str) -> str:
    """Return a msgid's words in the language nearest to a BCP 47 locale; English where there is none."""
    return _catalogue(language_for(locale)).gettext(message)


def translated_for(count: int, singular: str, plural: str, locale: str) -> str:
    """Return the form that a number asks for, in the language nearest to a BCP 47 locale."""
    return _catalogue(language_for(locale)).ngettext(singular, plural, count)


def language_for(locale: str) -> str:
    """Return the language, such as "pt-br", that there are words in and that is nearest to a locale."""
    return spoken(locale) or ENGLISH


@lru_cache(maxsize=500)  # anybody may send any tag
def spoken(locale: str) -> str | None:
    """Return the language that there are words in and that a locale is a kind of; None for none."""
    tag = locale.replace("_", "-").lower()
    base = tag.partition("-")[0]
    known = [ENGLISH, *_folders()]
    kin = [name for name in known if name.partition("-")[0] == base]
    return next((name for name in (tag, base) if name in known), kin[0] if kin else None)


@cache
def _folders() -> dict[str, str]:
    """Return the folder of each language that has a catalogue."""
    paths = sorted(_FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    names = [path.parent.parent.name for path in paths]
    return {name.replace("_", "-").lower(): name for name in names}


@cache
def _catalogue(language: str) -> NullTranslations:
    if language == ENGLISH:
        return NullTranslations()
    path = _FOLDER / _folders()[language] / "LC_MESSAGES" / f"{DOMAIN}.mo"
    with path.open("rb") as file:
        return GNUTranslations(file)
