"""A message that takes back what it has just said comes to what it says last."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.reading import Offered, Reading, ReadingContext, Wish
from agentpay_plugin.language.rules import RulesLanguage
from tests.language.reader import POLO


def read(text: str, locale: str) -> Reading:
    return RulesLanguage().read(text, ReadingContext(locale, POLO, None, Offered.NOTHING))


@pytest.mark.parametrize(
    ("locale", "text", "color", "size", "count"),
    [
        ("en", "I'd like a blue M, no wait, a red M", "Red", "M", None),
        ("en", "I want two blue M, actually red", "Red", "M", 2),
        ("en", "give me 2 blue M... wait no, 3 red S", "Red", "S", 3),
        ("en", "I'll take a blue M, sorry, I mean an S", "Blue", "S", None),
        ("en", "I'd like a green M, no, a red M", "Red", "M", None),
        ("pt-BR", "me vê uma azul M, não, pera, vermelha M", "Red", "M", None),
        ("pt-BR", "quero 2 azuis P, digo, M", "Blue", "M", 2),
        ("es", "dame una azul M, no espera, roja M", "Red", "M", None),
        ("es", "quiero una verde, digo, una roja S", "Red", "S", None),
    ],
)
def test_only_the_last_word_is_ordered(
    locale: str, text: str, color: str, size: str, count: int | None
) -> None:
    reading = read(text, locale)

    assert (reading.wish, reading.also) == (Wish.BUY, ())
    assert dict(reading.options) == {"color": color, "size": size}
    assert reading.quantity == count


@pytest.mark.parametrize(
    ("locale", "text", "goods"),
    [
        ("en", "I want a mug, no sorry, a lamp", "lamp"),
        ("pt-BR", "quero uma caneca, quer dizer, um abajur", "abajur"),
        ("es", "quiero una taza, mejor dicho, una lámpara", "lámpara"),
    ],
)
def test_only_the_last_goods_are_looked_for(locale: str, text: str, goods: str) -> None:
    reading = read(text, locale)

    assert (reading.wish, reading.product_mention) == (Wish.SEARCH, goods)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "a blue M, actually make it two"),
        ("en", "a blue one, I mean in M"),
        ("en", "the blue M, actually is it warm?"),
        ("en", "I want a blue M actually"),
        ("es", "mejor en rojo"),
    ],
)
def test_what_takes_nothing_back_is_read_as_it_is(locale: str, text: str) -> None:
    assert read(text, locale).words in ("", text.split(",")[0])


def test_a_refusal_after_a_pause_is_no_refusal_of_what_follows() -> None:
    reading = read("wait no red", "en")

    assert dict(reading.options) == {"color": "Red"}


@pytest.mark.parametrize(
    ("locale", "text", "pieces"),
    [
        ("en", "2 blue M and 1 red M, actually make it red S", ("2 blue M", "1 red S")),
        ("pt-BR", "2 azul M e 1 vermelha M, na verdade vermelha S", ("2 azul M", "1 vermelha S")),
        ("es", "2 azules M y 1 roja M, mejor dicho roja S", ("2 azules M", "1 roja S")),
    ],
)
def test_of_several_only_the_last_is_taken_back(
    locale: str, text: str, pieces: tuple[str, ...]
) -> None:
    reading = read(text, locale)

    assert (reading.words, *reading.also) == pieces


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "a blue M, actually also a red S"),
        ("en", "a blue M, wait, plus a red S"),
        ("pt-BR", "quero uma azul M, na verdade também uma vermelha S"),
        ("es", "una azul M, en realidad también una roja S"),
    ],
)
def test_what_is_added_takes_nothing_back(locale: str, text: str) -> None:
    reading = read(text, locale)

    said = " ".join((reading.words or text, *reading.also))
    assert "azul M" in said or "blue M" in said
    assert len(reading.variant_ids) != 1 or len(reading.also) == 1
