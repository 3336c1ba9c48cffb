"""Markers of texts to be translated, named so that makemessages finds them; nothing is translated here."""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter


@dataclass(frozen=True, slots=True)
class Words:
    """The msgid of a phrase with {named} placeholders; `plural` is given where a `count` picks the form."""

    singular: str
    plural: str | None = None

    @property
    def params(self) -> frozenset[str]:
        """Names of the parameters that a phrase of this key carries."""
        texts = (self.singular, self.plural or "")
        named = {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}
        return frozenset(named | ({"count"} if self.plural else set()))


def gettext_noop(message: str) -> Words:
    """Return the words of a phrase that has one form."""
    return Words(message)


def ngettext(singular: str, plural: str) -> Words:
    """Return the words of a phrase whose `count` picks the form."""
    return Words(singular, plural)
