"""What only a description speaks of is said not to be there, and shown as what comes nearest."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.wanted import Found, Need, Wanted, each_of, together
from agentpay_plugin.shop.sandbox import SandboxShop
from agentpay_plugin.shop.sandbox.assortment import assortment


def _found(wanted: Wanted, locale: str = "en") -> Found:
    catalogue = SandboxShop(assortment()).catalogue(locale=locale)
    every = each_of(wanted)
    return together(every, [catalogue.search(one, 5) for one in every], 5)


def _slugs(found: Found) -> list[str]:
    return [product.slug for product in found.products]


@pytest.mark.parametrize(
    ("locale", "words"), [("en", "laptop"), ("pt", "notebook"), ("es", "portátil")]
)
def test_what_a_description_speaks_of_is_not_called_so(locale: str, words: str) -> None:
    found = _found(Wanted(words, words), locale)

    assert (_slugs(found), found.missed, found.suggested) == (["commuter-backpack"], True, False)


@pytest.mark.parametrize(
    "words", ["mugs", "linen", "headphones", "a gift", "waterproof", "campfire"]
)
def test_goods_materials_and_qualities_are_found(words: str) -> None:
    assert not _found(Wanted(words, words)).missed


def test_several_goods_take_turns() -> None:
    found = _found(Wanted("candles", "candles", also=("mugs",)))

    assert _slugs(found)[:2] == ["slow-candle", "camp-mug"]
    assert found.missing == ()


def test_of_several_goods_those_that_are_not_there_are_named() -> None:
    found = _found(Wanted("toy", "toy", also=("laptops", "headphones")))

    assert _slugs(found) == ["hush-headphones", "drift-earbuds"]
    assert found.missing == ("toy", "laptops")


def test_of_several_goods_those_that_do_not_fit_are_named() -> None:
    found = _found(Wanted("mug in blue", "mug in blue", also=("blue candle",)))

    assert _slugs(found) == ["camp-mug", "espresso-cups"]
    assert (found.unfit, found.unmet) == (("blue candle",), ())


def test_where_nothing_of_several_fits_it_is_said_of_all() -> None:
    found = _found(Wanted("purple mug", "purple mug", also=("purple candle",)))

    assert found.unmet == (Need.COLOR,)
    assert found.unfit == ()


@pytest.mark.parametrize(
    ("locale", "words", "ids"),
    [
        ("en", "sneakers 39 white", ("variant-court-sneakers-white-39",)),
        ("en", "socks size 44 red", ("variant-merino-socks-red-43-46",)),
        ("pt", "camiseta preta G", ("variant-essential-tee-black-l",)),
        ("pt", "meia vermelha, ele calça 42", ("variant-merino-socks-red-39-42",)),
        ("es", "calcetines rojos, usa la 44", ("variant-merino-socks-red-43-46",)),
    ],
)
def test_a_size_is_heard_as_shoppers_write_it(
    locale: str, words: str, ids: tuple[str, ...]
) -> None:
    found = _found(Wanted(words, words), locale)

    assert (found.variant_ids, found.unmet) == (ids, ())
