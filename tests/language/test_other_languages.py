"""Messages in another language than the conversation's, and what holds in every language."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agentpay_plugin.conversation.reading import Intent, Offered, Reading, ReadingContext, Topic
from agentpay_plugin.language.rules import LEXICONS, RulesLanguage
from agentpay_plugin.language.words import SIGNS
from tests.language.reader import (
    CART,
    POLO,
    TEE,
    asks,
    buys,
    of_size,
    picks,
    read,
    row,
    talks,
)

LANGUAGE = RulesLanguage()
LOCALES = st.sampled_from(["en", "pt-BR", "pt_br", "es", "es-MX", "fr"])
_SOME = (
    "quero quiero comprar não no sim si dois dos 2 G L tamanho talla azul em en o la um una par de "
    "meia dúzia media docena | ? , . nº p/ s/ R$ 40 código cupón SAVE10 quanto cuanto é paguei pagué "
    "pedido cancela quita muda a ou o x ñ ü º want yes"
)
WORDS = st.sampled_from(_SOME.split())


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("pt-BR", "I want two in L", buys(quantity=2, **of_size("L"))),
        ("pt-BR", "how much is it?", asks(Topic.PRICE)),
        ("pt-BR", "¿cuánto cuesta?", asks(Topic.PRICE)),
        ("es", "I'll take it", buys()),
        ("es", "vocês entregam na Argentina?", asks(Topic.DELIVERY, country="AR")),
        ("en", "quero dois no tamanho G", buys(quantity=2, **of_size("L"))),
        ("en", "cuanto cuesta", asks(Topic.PRICE)),
        ("en", "in L", picks(**of_size("L"))),
        ("en", "once", talks()),
        ("en", "no", talks(yes=False)),
    ],
)
def test_reads_the_language_that_knows_more_of_the_words(
    locale: str, text: str, expected: Reading
) -> None:
    assert read(row(TEE, text, expected=expected), locale) == expected


def test_sizes_are_the_shops_own_before_they_are_another_shops() -> None:
    brazilian = replace(
        TEE,
        variants=tuple(
            replace(each, attributes=(replace(each.attributes[0], values=(size,)),))
            for each, size in zip(TEE.variants, ("P", "M", "G", "GG", "XG"), strict=True)
        ),
    )

    def size_of(text: str) -> tuple[tuple[str, str], ...]:
        return read(row(brazilian, text, expected=talks()), "pt-BR").options

    assert size_of("tamanho G") == (("size", "G"),)
    assert size_of("tamanho grande") == (("size", "G"),)
    assert size_of("L") == (("size", "G"),)
    assert size_of("GG") == (("size", "GG"),)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), LOCALES, st.sampled_from(Offered))
def test_any_text_is_read(text: str, locale: str, offered: Offered) -> None:
    reading = LANGUAGE.read(text, ReadingContext(locale, TEE, CART, offered))

    assert 0 <= reading.confidence <= 1
    assert reading.reasoning


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join), LOCALES)
def test_any_words_of_ours_are_read_the_same_twice(text: str, locale: str) -> None:
    context = ReadingContext(locale, POLO, None, Offered.BUY)

    first = LANGUAGE.read(text, context)

    assert first == LANGUAGE.read(text, context)
    assert set(first.variant_ids) <= {variant.id for variant in POLO.variants}


@pytest.mark.timeout(20)  # a pattern that explodes takes for ever
@pytest.mark.parametrize("locale", ["pt-BR", "es"])
@pytest.mark.parametrize(
    "piece", ["a ", "1 ", "pedido ", "quanto ", "mi pago ", "de la ", "não ", "comprei "]
)
def test_long_text_is_read_to_its_end(piece: str, locale: str) -> None:
    text = (piece * 10_000)[:10_000]

    reading = LANGUAGE.read(text, ReadingContext(locale, TEE, CART, Offered.BUY))

    assert reading.intent in Intent


@pytest.mark.parametrize("locale", LEXICONS)
def test_every_language_has_the_same_expressions(locale: str) -> None:
    lexicon, english = LEXICONS[locale], LEXICONS["en"]

    assert lexicon.expressions.keys() == english.expressions.keys()
    assert lexicon.talk.keys() == english.talk.keys()
    assert lexicon.attributes.keys() == english.attributes.keys()
    assert [topic for topic, _ in lexicon.topics] == [topic for topic, _ in english.topics]
    assert all(lexicon.patterns[name] for name in (*lexicon.expressions, *lexicon.talk))


@pytest.mark.parametrize("locale", LEXICONS)
def test_words_are_written_as_they_are_compared(locale: str) -> None:
    lexicon = LEXICONS[locale]

    words = [*lexicon.stop, *lexicon.polite, *lexicon.numbers, *lexicon.not_goods]
    sources = [
        *lexicon.spellings,
        *(each for some in lexicon.expressions.values() for each in some),
        *(each for some in lexicon.talk.values() for each in some),
    ]

    assert all(word.isascii() and word == word.lower() for word in words)
    assert all(source.isascii() for source in sources if not set(source) & set(SIGNS))
