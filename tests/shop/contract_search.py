"""What every shop's search must keep: it finds, it holds goods to what is required, and it says what it could not.

Plain test functions over a fixture `world`: run over SandboxShop (tests/shop) and a real Saleor (tests/saleor).
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.reading import Budget, Order
from agentpay_plugin.conversation.wanted import Found, Need, Wanted
from tests.shop.world import Sold, World


def sought(world: World, words: str, limit: int = 5, budget: Budget | None = None) -> Found:
    return world.catalogue.search(Wanted(words, words, budget), limit)


def slugs(found: Found) -> list[str]:
    return [product.slug for product in found.products]


def product_of(world: World, sold: Sold) -> Product:
    product = world.catalogue.product(ProductRef(slug=sold.slug))
    assert product is not None
    return product


def test_a_search_finds_by_words_and_keeps_to_its_limit(world: World) -> None:
    found = sought(world, world.sized.word, 3)

    assert world.sized.slug in slugs(found)
    assert found.unmet == ()
    assert len(found.products) <= 3
    assert len(sought(world, world.sized.word, 1).products) == 1


def test_a_search_bears_plurals_and_words_that_fit_nothing(world: World) -> None:
    assert world.sized.slug in slugs(sought(world, f"some nice {world.sized.word}s, please!"))


@pytest.mark.parametrize(
    "words", ["", "   ", "?!", "xyzzyplugh", "(", "a OR", "-", '"', "AND OR :*"]
)
def test_a_search_without_a_hit_is_empty(world: World, words: str) -> None:
    assert sought(world, words) == Found()


@pytest.mark.parametrize(
    "words", ["sweaters", "jumper", "moletom", "sudaderas", "SWEATSHIRTS", "sweatshrits"]
)
def test_goods_are_found_by_other_names_in_other_languages_and_misspelled(
    world: World, words: str
) -> None:
    assert world.single.slug in slugs(sought(world, words, 10))


def test_a_misspelled_word_is_told_as_it_was_taken(world: World) -> None:
    assert sought(world, "sweatshrits").spelled in ("sweatshirt", "sweatshirts")
    assert sought(world, "sweatshirts").spelled == ""


def test_a_kind_of_goods_finds_what_is_of_that_kind(world: World) -> None:
    assert world.single.slug in slugs(sought(world, "clothes", 40))


def test_a_group_that_is_named_is_told(world: World) -> None:
    found = sought(world, f"what is in the {world.collection.lower()}?", 20)

    assert found.group == world.collection
    assert world.collected.slug in slugs(found)


def test_the_groups_of_the_shop_are_told_by_name(world: World) -> None:
    groups = world.catalogue.groups()

    assert world.category in groups.categories
    assert world.collection in groups.collections
    assert len(set(groups.categories)) == len(groups.categories)


def test_a_size_that_is_asked_for_is_held_to_the_variants(world: World) -> None:
    found = sought(world, f"{world.sized.word} size M")

    assert found.unmet == ()
    assert found.products[0].slug == world.sized.slug
    assert world.sized.variant_id in found.variant_ids
    assert len(found.variant_ids) < len(found.products[0].variants)


def test_a_size_that_there_is_not_is_told(world: World) -> None:
    found = sought(world, f"{world.sized.word} size 77")

    assert (found.unmet, found.size) == ((Need.SIZE,), "77")
    assert world.sized.slug in slugs(found)


def test_a_colour_in_another_language_is_held_to_the_goods(world: World) -> None:
    found = sought(world, f"{world.colored_word} azul")

    assert (found.unmet, found.color) == ((), "azul")
    assert slugs(found)[0] == world.colored.slug


def test_a_colour_that_there_is_not_is_told(world: World) -> None:
    found = sought(world, f"{world.colored_word} in turquoise")

    assert (found.unmet, found.color) == ((Need.COLOR,), "turquoise")
    assert world.colored.slug in slugs(found)


def test_a_size_and_a_colour_can_be_required_by_name(world: World) -> None:
    sized = world.catalogue.search(Wanted(world.sized.word, size="m"), 5)
    colored = world.catalogue.search(Wanted(world.colored_word, color="azul"), 5)
    unsized = world.catalogue.search(Wanted(world.sized.word, size="77"), 5)
    uncolored = world.catalogue.search(Wanted(world.colored_word, color="turquoise"), 5)

    assert (sized.unmet, sized.products[0].slug) == ((), world.sized.slug)
    assert world.sized.variant_id in sized.variant_ids
    assert (colored.unmet, slugs(colored)[0]) == ((), world.colored.slug)
    assert (unsized.unmet, unsized.size) == ((Need.SIZE,), "77")
    assert (uncolored.unmet, uncolored.color) == ((Need.COLOR,), "turquoise")


def test_a_budget_leaves_out_what_costs_more(world: World) -> None:
    price = world.sized.price.amount

    within = sought(world, world.sized.word, 10, Budget(price))
    below = sought(world, world.sized.word, 10, Budget(price - Decimal("0.01"), currency="USD"))

    assert within.unmet == ()
    assert world.sized.slug in slugs(within)
    assert world.sized.slug not in slugs(below) or below.unmet == (Need.BUDGET,)


@pytest.mark.parametrize("order", list(Order))
def test_what_is_wanted_by_price_comes_in_its_order(world: World, order: Order) -> None:
    found = world.catalogue.search(Wanted(anything=True, order=order), 5).products

    least = [min(one.price.minor for one in each.variants if one.price) for each in found]
    assert len(found) > 1
    assert least == sorted(least, reverse=order is Order.DEAREST)


def test_more_of_a_search_leaves_out_what_was_shown(world: World) -> None:
    shown = [each.id for each in world.catalogue.search(Wanted(anything=True), 2).products]

    more = world.catalogue.search(Wanted(anything=True, without=tuple(shown)), 3).products

    assert more
    assert {each.id for each in more}.isdisjoint(shown)


def test_what_is_reduced_costs_less_than_before(world: World) -> None:
    found = world.catalogue.search(Wanted(anything=True, reduced=True), 10).products

    for each in found:
        assert any(
            one.price and one.undiscounted_price and one.price.minor < one.undiscounted_price.minor
            for one in each.variants
        )


def test_what_is_required_already_holds_unless_another_is_said(world: World) -> None:
    wanted = Wanted(world.sized.word, size="m")

    kept = world.catalogue.search(wanted, 5)
    other = world.catalogue.search(replace(wanted, said="size 77"), 5)

    assert (kept.unmet, kept.size) == ((), "m")
    assert (other.unmet, other.size) == ((Need.SIZE,), "77")


def test_what_goods_are_like_names_none_in_a_whole_message(world: World) -> None:
    words = "it is warm and soft here"

    assert world.catalogue.search(Wanted(words, words, certain=True), 5).products == ()


def test_what_goes_with_a_product_takes_no_place_of_it(world: World) -> None:
    product = world.catalogue.search(Wanted(world.sized.word), 1).products[0]

    beside = world.catalogue.similar(product.id, Wanted(beside=True), 3).products

    assert product.id not in [each.id for each in beside]
    assert product.category not in [each.category for each in beside]


def test_a_budget_in_another_currency_is_not_compared(world: World) -> None:
    found = sought(world, world.sized.word, 5, Budget(Decimal(1_000_000), currency="BRL"))

    assert found.unmet == (Need.CURRENCY,)
    assert world.sized.slug in slugs(found)


def test_as_little_as_possible_is_given_up(world: World) -> None:
    cheap = Budget(Decimal("0.01"))

    found = sought(world, f"{world.colored_word} in blue", 5, cheap)

    assert found.unmet == (Need.BUDGET,)
    assert slugs(found)[0] == world.colored.slug


def test_what_is_sold_out_is_left_out_where_it_must_be_in_stock(world: World) -> None:
    assert slugs(sought(world, f"{world.scarce.word} in stock"))[0] == world.scarce.slug
    for variant in product_of(world, world.scarce).variants:
        world.sell_out(variant.id)

    found = sought(world, f"{world.scarce.word} in stock")

    assert world.scarce.slug not in slugs(found) or found.unmet == (Need.STOCK,)


def test_without_goods_named_whatever_fits_is_offered(world: World) -> None:
    budget = Budget(world.sized.price.amount)

    found = world.catalogue.search(Wanted("", "something for dad", budget, anything=True), 5)

    assert len(found.products) > 1
    assert found.unmet == ()
    for product in found.products:
        prices = [one.price for one in product.variants if one.price and one.available]
        assert min(price.amount for price in prices) <= world.sized.price.amount


def test_what_is_like_a_product_is_in_stock_and_not_the_product(world: World) -> None:
    product = product_of(world, world.sized)

    found = world.catalogue.similar(product.id, Wanted(), 5)

    assert found.products
    assert product.slug not in slugs(found)
    assert all(any(one.available for one in each.variants) for each in found.products)


@pytest.mark.parametrize("key", ["", "<>", "UHJvZHVjdDo5OTk5OTk5", "Q2hlY2tvdXQ6MQ=="])
def test_nothing_is_like_what_is_no_product(world: World, key: str) -> None:
    assert world.catalogue.similar(key, Wanted(), 5) == Found()
