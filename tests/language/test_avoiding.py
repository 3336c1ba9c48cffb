"""What goods must not be is heard, and what only sounds like it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agentpay_plugin.conversation.reading import Offered, ReadingContext, Wish
from agentpay_plugin.language.hybrid import HybridLanguage
from tests.builders import a_cart, a_line

READER = HybridLanguage()
NOTHING = ReadingContext("en", None, None, Offered.NOTHING)


@pytest.mark.parametrize(
    ("locale", "said", "wish", "avoid"),
    [
        ("en", "anything but mugs", Wish.SUGGEST, "mugs"),
        ("en", "now my mum. no coffee please, something else", Wish.SUGGEST, "coffee"),
        ("en", "not tea though, he has enough of it", Wish.SEARCH, "tea"),
        ("en", "she already has candles", Wish.SEARCH, "candles"),
        ("en", "anything but black", Wish.SEARCH, "black"),
        ("en", "sweater for my brother, not red", Wish.SUGGEST, "red"),
        ("pt-BR", "pra minha mae algo q nao seja café", Wish.SUGGEST, "café"),
        ("pt-BR", "menos chá, ele já tem mto", Wish.SEARCH, "chá"),
        ("pt-BR", "ela nao gosta de café", Wish.SEARCH, "café"),
        ("pt-BR", "qualquer cor menos preto", Wish.SEARCH, "preto"),
        ("es", "cualquier cosa menos tazas", Wish.SUGGEST, "tazas"),
        ("es", "para mi madre algo que no sea una vela", Wish.SUGGEST, "vela"),
        ("es", "no le gusta el chocolate", Wish.SEARCH, "chocolate"),
    ],
)
def test_what_is_not_wanted_is_named(locale: str, said: str, wish: Wish, avoid: str) -> None:
    reading = READER.read(said, replace(NOTHING, locale=locale))

    assert (reading.wish, reading.avoid, reading.product_mention) == (wish, avoid, None)


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", "no problem"),
        ("en", "no idea yet"),
        ("en", "no thanks"),
        ("en", "no I want the orange juice"),
        ("en", "do you have anything without sugar?"),
        ("pt-BR", "não, obrigado"),
        ("pt-BR", "nao quero pagar frete"),
        ("es", "no gracias"),
        ("es", "no quiero gastar mucho"),
    ],
)
def test_other_refusals_avoid_nothing(locale: str, said: str) -> None:
    assert READER.read(said, replace(NOTHING, locale=locale)).avoid == ""


def test_what_lies_in_the_cart_is_taken_out_of_it() -> None:
    cart = a_cart(lines=(a_line(variant_id="v1", product_name="Camp Mug", variant_name="Red"),))

    reading = READER.read("no mug please", replace(NOTHING, cart=cart))

    assert (reading.wish, reading.avoid) == (Wish.REMOVE, "")
