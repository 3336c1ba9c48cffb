"""Whatever is written: reading it never fails, ends, and says the same each time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agentpay_plugin.conversation.reading import Intent, Offered, ReadingContext, Wish
from agentpay_plugin.language.rules import RulesLanguage
from tests.language.reader import CART, POLO, TEE, read, row, understood

LANGUAGE = RulesLanguage()
CONTEXT = ReadingContext("en", TEE, CART, Offered.BUY)
WORDS = st.sampled_from(
    [
        "i",
        "want",
        "buy",
        "not",
        "no",
        "yes",
        "2",
        "two",
        "x",
        "L",
        "XL",
        "size",
        "blue",
        "in",
        "the",
        "one",
        "of",
        "to",
        "|",
        "?",
        ",",
        ".",
        "$",
        "40",
        "@",
        "code",
        "SAVE10",
        "how",
        "much",
        "is",
        "it",
        "paid",
        "order",
        "cancel",
        "remove",
        "make",
        "or",
        "and",
        "dozen",
        "a",
        "s",
        "m",
        "1.5",
        "٣",
        "²",
        "½",
        "𐩀",
        "İ",
        "ß",
        "'",
        "''",
        "n't",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    reading = LANGUAGE.read(text, CONTEXT)

    assert 0 <= reading.confidence <= 1
    assert reading.reasoning


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join), st.sampled_from(Offered))
def test_any_words_of_ours_are_read_the_same_twice(text: str, offered: Offered) -> None:
    context = ReadingContext("en", POLO, None, offered)

    first = LANGUAGE.read(text, context)

    assert first == LANGUAGE.read(text, context)
    known = {variant.id for variant in POLO.variants}
    assert set(first.variant_ids) <= known
    assert first.quantity is None or first.quantity >= 0


@pytest.mark.timeout(20)  # a pattern that explodes takes for ever
@pytest.mark.parametrize(
    "piece", ["a", "1 ", "a@", "order ", "when payment ", "L ", "$1", "\n", "💥", "\u202e"]
)
def test_long_text_is_read_to_its_end(piece: str) -> None:
    text = (piece * 10_000)[:10_000]

    reading = LANGUAGE.read(text, CONTEXT)

    assert reading.intent in Intent


@pytest.mark.parametrize("locale", ["en", "en-GB", "EN_us", "xx", "", "zz-ZZ-zzzz"])
def test_unknown_locale_is_read_as_english(locale: str) -> None:
    said = row(TEE, "in L", expected=understood(Intent.PURCHASE_INTENT))

    assert read(said, locale) == read(said)


def test_case_accents_and_invisible_characters_make_no_difference() -> None:
    plain = row(POLO, "the blue one in m", expected=understood(Intent.GENERAL))
    # ruff: noqa: RUF001 full-width letters are meant
    odd = row(POLO, "THE BLÜE\u200b one, ｉｎ Ｍ!", expected=understood(Intent.GENERAL))

    assert read(plain) == read(odd)
    assert read(odd).variant_ids == ("v1",)


@pytest.mark.parametrize("offered", list(Offered))
@pytest.mark.parametrize("text", ["yes", "ok", "sure", "go ahead", "yes please", "👍"])
def test_agreeing_buys_only_when_buying_was_offered(text: str, offered: Offered) -> None:
    reading = LANGUAGE.read(text, ReadingContext("en", TEE, CART, offered))

    assert (reading.wish is Wish.BUY) == (offered is Offered.BUY)
    assert reading.yes is True
