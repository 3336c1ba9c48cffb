"""What every shop's catalogue must keep.

Plain test functions over a fixture `world`: run over SandboxShop (tests/shop) and a real Saleor (tests/saleor).
"""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.goods import DeliveryKind
from agentpay_plugin.conversation.ports import ProductRef
from tests.shop.world import World


def test_a_product_is_found_by_slug_id_and_sku(world: World) -> None:
    by_slug = world.catalogue.product(ProductRef(slug=world.sized.slug))
    assert by_slug is not None

    by_id = world.catalogue.product(ProductRef(id=by_slug.id))
    by_sku = world.catalogue.product(ProductRef(sku=world.sized.sku))

    assert by_id == by_slug
    assert by_sku == by_slug


@pytest.mark.parametrize(
    "ref",
    [
        ProductRef(),
        ProductRef(slug="nothing-is-called-so"),
        ProductRef(sku="nothing-is-called-so"),
        ProductRef(id="UHJvZHVjdDo5OTk5OTk5"),
        ProductRef(id="<script>"),
        ProductRef(id="Q2hlY2tvdXQ6MQ=="),
    ],
)
def test_an_unknown_product_is_none(world: World, ref: ProductRef) -> None:
    assert world.catalogue.product(ref) is None


def test_a_product_tells_its_variants_apart_and_what_they_share(world: World) -> None:
    product = world.catalogue.product(ProductRef(slug=world.sized.slug))
    assert product is not None
    variant = next(one for one in product.variants if one.id == world.sized.variant_id)

    assert variant.sku == world.sized.sku
    assert variant.price == world.sized.price
    assert variant.undiscounted_price == world.sized.price
    assert variant.available >= 10
    assert "size" in {attribute.slug for attribute in variant.attributes}
    assert ("Cotton",) in {attribute.values for attribute in product.attributes}
    assert len({one.attributes for one in product.variants}) == len(product.variants) > 2
    assert product.requires_shipping
    assert product.available_for_purchase
    assert len(product.description) > 20
    assert "<" not in product.description
    assert "&nbsp;" not in product.description


def test_a_product_of_one_variant_may_have_no_sku_and_no_made_up_name(world: World) -> None:
    product = world.catalogue.product(ProductRef(slug=world.single.slug))
    assert product is not None
    (variant,) = product.variants

    assert variant.sku is None
    assert variant.name != variant.id


def test_a_product_may_need_no_shipping(world: World) -> None:
    product = world.catalogue.product(ProductRef(slug=world.digital.slug))
    assert product is not None

    assert not product.requires_shipping


def test_another_channel_sells_in_its_own_currency(world: World) -> None:
    product = world.polish_catalogue.product(ProductRef(slug=world.sized.slug))
    assert product is not None

    assert {variant.price.currency for variant in product.variants if variant.price} == {"PLN"}


def test_delivery_is_known_before_there_is_a_cart(world: World) -> None:
    options = world.catalogue.delivery_options("US")

    assert len(options) > 1
    assert {option.price.currency for option in options} == {"USD"}
    assert {option.kind for option in options} == {DeliveryKind.SHIPPING}


@pytest.mark.parametrize("country", ["XX", "", "us", "<>"])
def test_no_delivery_to_what_is_no_country(world: World, country: str) -> None:
    assert world.catalogue.delivery_options(country) == ()


def test_the_rules_of_an_address_are_in_our_names(world: World) -> None:
    rules = world.catalogue.address_rules("US")

    assert rules.country == "US"
    assert set(rules.required) == {"street_address_1", "city", "postal_code", "country_area"}
    assert {"first_name", "last_name", "company_name", "phone"} < set(rules.allowed)
    assert "New York" in {area.label for area in rules.country_areas if area.value == "NY"}
    assert rules.country_area_label == "state"
    assert rules.postal_code_label == "zip"
    assert {"US", "PL"} <= {choice.value for choice in rules.countries}
    assert rules.country_name.startswith("United States")


def test_a_country_without_areas_asks_for_none(world: World) -> None:
    rules = world.catalogue.address_rules("PL")

    assert "postal_code" in rules.required
    assert "country_area" not in rules.allowed
    assert rules.country_areas == ()


@pytest.mark.parametrize("country", [None, "XX"])
def test_no_known_country_gives_the_rules_of_the_channels_own(
    world: World, country: str | None
) -> None:
    assert world.catalogue.address_rules(country).country == "US"
