"""Nothing is found that is not wanted, and only what surely names goods or a colour is avoided."""

from __future__ import annotations

from agentpay_plugin.conversation.wanted import Found, Wanted
from agentpay_plugin.shop.sandbox import SandboxShop
from agentpay_plugin.shop.sandbox.assortment import assortment


def _found(wanted: Wanted, limit: int = 50) -> Found:
    return SandboxShop(assortment()).catalogue().search(wanted, limit)


def _slugs(found: Found) -> set[str]:
    return {product.slug for product in found.products}


def test_whatever_else_there_is_comes_without_what_is_avoided() -> None:
    found = _found(Wanted("anything but mugs", "anything but mugs", anything=True, avoid=("mugs",)))

    assert _slugs(found).isdisjoint({"camp-mug", "dipped-mug", "espresso-cups"})
    assert {"slow-candle", "essential-tee"} <= _slugs(found)
    assert (found.avoided, found.suggested, found.missed) == (("mugs",), True, False)


def test_kinds_of_what_is_avoided_are_avoided_too() -> None:
    found = _found(Wanted(anything=True, avoid=("clothes", "electronics")))

    assert _slugs(found).isdisjoint(
        {"linen-shirt", "garden-dress", "orbit-watch", "hush-headphones"}
    )
    assert found.avoided == ("clothes", "electronics")


def test_goods_that_were_looked_for_and_are_avoided_leave_whatever_there_is() -> None:
    found = _found(Wanted("coffee", avoid=("coffee",)))

    assert found.suggested
    assert "house-espresso" not in _slugs(found)
    assert "slow-candle" in _slugs(found)


def test_a_colour_that_is_avoided_is_held_against_each_variant() -> None:
    found = _found(Wanted("court sneakers", "anything but red", avoid=("red",)))

    assert found.products[0].slug == "court-sneakers"
    assert found.variant_ids
    assert not any("red" in one for one in found.variant_ids)
    assert found.avoided == ("red",)


def test_what_names_no_goods_is_not_avoided() -> None:
    assert _found(Wanted("mugs", avoid=("weather",))).avoided == ()


def test_for_whom_goods_are_names_none() -> None:
    found = _found(Wanted("grandma", "and for my grandma?"))

    assert (found.suggested, found.missed) == (True, False)
    assert found.products
