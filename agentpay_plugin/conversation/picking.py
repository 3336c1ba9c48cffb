"""Which one of those shown is meant: by its place, its merit, or a part of its name."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TypeVar

from agentpay_plugin.conversation.goods import DeliveryKind, DeliveryOption
from agentpay_plugin.conversation.reading import Pick, ReadBy, Reading, Wish
from agentpay_plugin.conversation.state import Conversation, Stage

One = TypeVar("One")

_FIGURES = r"(\d{1,5}(?:[.,]\d{2})?)"
_AMOUNT = re.compile(
    rf"[$\u20ac]\s?{_FIGURES}(?![\d.,]*\d)"
    rf"|(?<![\d.,]){_FIGURES}\s?(?:\u20ac|(?:dollars?|bucks|d[o\u00f3]lar(?:es)?|euros?|reais)\b)",
    re.IGNORECASE,
)
_PLACES = {Pick.FIRST: 0, Pick.SECOND: 1, Pick.THIRD: 2, Pick.LAST: -1}
_TELLING = 5  # letters; shorter words of a name stand in any sentence
_SHORT = 6  # words: more may ask something about a way rather than choose it
_LONG = 12  # words: so many may give a reason beside a way, if nothing is asked in them
_POLITE = 2  # words beside a name, of what might be a question too
_CHOOSING = (Wish.NONE, Wish.ASK, Wish.BUY, Wish.SEARCH, Wish.CHANGE_DELIVERY)


def picked(shown: tuple[One, ...], reading: Reading) -> One | None:
    """Return the one of those shown that is called by its place: "the second one"."""
    return place_of(shown, reading.pick)


def place_of(shown: tuple[One, ...], pick: Pick | None) -> One | None:
    """Return the one at a place, if there are so many."""
    at = _PLACES.get(pick) if pick else None
    return shown[at] if at is not None and -len(shown) <= at < len(shown) else None


def way_meant(conversation: Conversation, words: str, reading: Reading) -> DeliveryOption | None:
    """Return the one way to deliver of those shown that the shopper chooses by words."""
    ways = conversation.deliveries
    collects = conversation.stage == Stage.DELIVERY and reading.pick == Pick.COLLECT
    if not ways or ("?" in words and not collects) or reading.wish not in _CHOOSING:
        return None
    if (found := picked(ways, reading)) is not None:
        return found
    match reading.pick:
        case Pick.CHEAPEST:
            return min(ways, key=lambda way: way.price.minor)
        case Pick.FASTEST:
            timed = [way for way in ways if way.maximum_days is not None]
            return min(timed, key=lambda way: way.maximum_days or 0) if timed else None
        case Pick.COLLECT if not _names_shipping(ways, words_of(words)):
            return _only([way for way in ways if way.kind == DeliveryKind.COLLECTION])
    number = words.strip(" .)#")
    if (
        conversation.stage == Stage.DELIVERY
        and number.isdecimal()
        and 1 <= int(number) <= len(ways)
    ):
        return ways[int(number) - 1]
    named = _named(ways, words_of(words), reading)
    return _another(conversation, ways, words_of(words)) or named or _priced(ways, words)


def names_way(conversation: Conversation, words: str) -> bool:
    """Tell whether the words speak of one of the ways to deliver that were shown: "how much is express"."""
    return len(_told_by_a_word(conversation.deliveries, words_of(words))) == 1


def _another(
    conversation: Conversation, ways: tuple[DeliveryOption, ...], said: list[str]
) -> DeliveryOption | None:
    """Return the way that is to take the place of the chosen one, where the words name both."""
    chosen = conversation.cart.delivery if conversation.cart else None
    named = _told_by_a_word(ways, said)
    others = [way for way in named if chosen is not None and way.id != chosen.id]
    return _only(others) if len(named) > len(others) else None


def _priced(ways: tuple[DeliveryOption, ...], words: str) -> DeliveryOption | None:
    """Return the way that is called by its price: "the $15 one"."""
    told = amounts_in(words)
    return _only([way for way in ways if way.price and way.price.amount in told])


def amounts_in(words: str) -> frozenset[Decimal]:
    """Return the amounts of money, in major units, that are written in figures."""
    found = (one or other for one, other in _AMOUNT.findall(words))
    return frozenset(Decimal(figures.replace(",", ".")) for figures in found)


def _names_shipping(ways: tuple[DeliveryOption, ...], said: list[str]) -> bool:
    return any(way.kind == DeliveryKind.SHIPPING for way in _told_by_a_word(ways, said))


def _named(
    ways: tuple[DeliveryOption, ...], said: list[str], reading: Reading
) -> DeliveryOption | None:
    # What only the local model takes for a question gives a reason, more often than not.
    asks = reading.wish is Wish.ASK and reading.step is ReadBy.RULES
    whole = [way for way in ways if _stands_in(words_of(way.name), said)]
    if whole:
        longest = max(whole, key=lambda way: len(way.name))
        return None if asks and len(said) > len(words_of(longest.name)) + _POLITE else longest
    gives_reason = reading.step is not ReadBy.RULES or reading.wish in (Wish.BUY, Wish.SEARCH)
    most = _POLITE if asks else _LONG if gives_reason else _SHORT
    if len(said) > most and reading.wish is not Wish.CHANGE_DELIVERY:
        return None
    return _only(_told_by_a_word(ways, said))


def _told_by_a_word(ways: tuple[DeliveryOption, ...], said: list[str]) -> list[DeliveryOption]:
    """Return the ways of whose names a word is said that no other has."""
    named = [word for way in ways for word in set(map(_root, words_of(way.name)))]
    telling = {_root(word) for word in said if len(word) >= _TELLING}
    telling = {word for word in telling if named.count(word) == 1}
    return [way for way in ways if not telling.isdisjoint(map(_root, words_of(way.name)))]


def _root(word: str) -> str:
    """Return a word without the ending that tells gender and number: expresso, expressa."""
    return word.rstrip("s").rstrip("aeo") if len(word) > _TELLING else word


def _only(ways: list[DeliveryOption]) -> DeliveryOption | None:
    return ways[0] if len(ways) == 1 else None


def _stands_in(name: list[str], said: list[str]) -> bool:
    return any(said[at : at + len(name)] == name for at in range(len(said) - len(name) + 1))


def words_of(text: str) -> list[str]:
    """Return the words in small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"\w+", "".join(one for one in plain if not unicodedata.combining(one)))
