"""Which one of those shown is meant: by its place, its merit, or a part of its name."""

from __future__ import annotations

import re
import unicodedata
from typing import TypeVar

from agentpay_plugin.conversation.goods import DeliveryKind, DeliveryOption
from agentpay_plugin.conversation.reading import Pick, Reading, Wish
from agentpay_plugin.conversation.state import Conversation, Stage

One = TypeVar("One")

_PLACES = {Pick.FIRST: 0, Pick.SECOND: 1, Pick.THIRD: 2, Pick.LAST: -1}
_TELLING = 5  # letters; shorter words of a name stand in any sentence
_SHORT = 6  # words: more may ask something about a way rather than choose it
_POLITE = 2  # words beside a name, of what might be a question too
_CHOOSING = (Wish.NONE, Wish.ASK, Wish.BUY, Wish.SEARCH, Wish.CHANGE_DELIVERY)


def picked(shown: tuple[One, ...], reading: Reading) -> One | None:
    """Return the one of those shown that is called by its place: "the second one"."""
    at = _PLACES.get(reading.pick) if reading.pick else None
    return shown[at] if at is not None and -len(shown) <= at < len(shown) else None


def way_meant(conversation: Conversation, words: str, reading: Reading) -> DeliveryOption | None:
    """Return the one way to deliver of those shown that the shopper chooses by words."""
    ways = conversation.deliveries
    if not ways or "?" in words or reading.wish not in _CHOOSING:
        return None
    if (found := picked(ways, reading)) is not None:
        return found
    match reading.pick:
        case Pick.CHEAPEST:
            return min(ways, key=lambda way: way.price.minor)
        case Pick.FASTEST:
            timed = [way for way in ways if way.maximum_days is not None]
            return min(timed, key=lambda way: way.maximum_days or 0) if timed else None
        case Pick.COLLECT:
            return _only([way for way in ways if way.kind == DeliveryKind.COLLECTION])
    number = words.strip(" .)#")
    if (
        conversation.stage == Stage.DELIVERY
        and number.isdecimal()
        and 1 <= int(number) <= len(ways)
    ):
        return ways[int(number) - 1]
    named = _named(ways, _words(words), reading.wish)
    return _another(conversation, ways, _words(words)) or named


def _another(
    conversation: Conversation, ways: tuple[DeliveryOption, ...], said: list[str]
) -> DeliveryOption | None:
    """Return the way that is to take the place of the chosen one, where the words name both."""
    chosen = conversation.cart.delivery if conversation.cart else None
    named = _told_by_a_word(ways, said)
    others = [way for way in named if chosen is not None and way.id != chosen.id]
    return _only(others) if len(named) > len(others) else None


def _named(ways: tuple[DeliveryOption, ...], said: list[str], wish: Wish) -> DeliveryOption | None:
    asks = wish is Wish.ASK
    whole = [way for way in ways if _stands_in(_words(way.name), said)]
    if whole:
        longest = max(whole, key=lambda way: len(way.name))
        return None if asks and len(said) > len(_words(longest.name)) + _POLITE else longest
    most = _POLITE if asks else _SHORT
    if len(said) > most and wish is not Wish.CHANGE_DELIVERY:
        return None
    return _only(_told_by_a_word(ways, said))


def _told_by_a_word(ways: tuple[DeliveryOption, ...], said: list[str]) -> list[DeliveryOption]:
    """Return the ways of whose names a word is said that no other has."""
    named = [word for way in ways for word in set(_words(way.name))]
    telling = {word for word in said if len(word) >= _TELLING and named.count(word) == 1}
    return [way for way in ways if not telling.isdisjoint(_words(way.name))]


def _only(ways: list[DeliveryOption]) -> DeliveryOption | None:
    return ways[0] if len(ways) == 1 else None


def _stands_in(name: list[str], said: list[str]) -> bool:
    return any(said[at : at + len(name)] == name for at in range(len(said) - len(name) + 1))


def _words(text: str) -> list[str]:
    """Return the words in small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"\w+", "".join(one for one in plain if not unicodedata.combining(one)))
