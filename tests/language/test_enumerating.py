"""Several goods that are looked for at once are all heard, and what only stands behind a comma is none of them."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.reading import Offered, ReadingContext
from agentpay_plugin.language.hybrid import HybridLanguage

READER = HybridLanguage()


@pytest.mark.parametrize(
    ("locale", "said", "mention", "others"),
    [
        ("en", "do u have candles and mugs", "candles", ("mugs",)),
        ("en", "candles, mugs", "candles", ("mugs",)),
        (
            "en",
            "i want to get a book for grandma, a toy for my nephew and a scarf for my wife",
            "book",
            ("toy", "scarf"),
        ),
        ("en", "looking for a mug or a blanket under 50", "mug", ("blanket",)),
        ("pt-BR", "vcs tem velas e canecas?", "velas", ("canecas",)),
        (
            "pt-BR",
            "livro pra vó, brinquedo pro sobrinho e cachecol pra esposa",
            "livro",
            ("brinquedo", "cachecol"),
        ),
        ("es", "tienen velas y tazas?", "velas", ("tazas",)),
        (
            "es",
            "libro para la abuela, juguete para el sobrino y bufanda para mi esposa",
            "libro",
            ("juguete", "bufanda"),
        ),
    ],
)
def test_all_goods_are_heard(locale: str, said: str, mention: str, others: tuple[str, ...]) -> None:
    reading = READER.read(said, ReadingContext(locale, None, None, Offered.NOTHING))

    assert (reading.product_mention, reading.others) == (mention, others)


@pytest.mark.parametrize(
    "said",
    [
        "mugs and how much is shipping?",
        "do you have mugs, please",
        "do you have mugs and is delivery free",
        "looking for headphones, something under 100",
    ],
)
def test_what_names_no_goods_is_none_of_them(said: str) -> None:
    reading = READER.read(said, ReadingContext("en", None, None, Offered.NOTHING))

    assert reading.others == ()


def test_to_book_is_no_book() -> None:
    reading = READER.read("book it", ReadingContext("en", None, None, Offered.NOTHING))

    assert reading.product_mention is None
