"""Saleor's products in our words: every kind of attribute, names, what variants share."""

from __future__ import annotations

from typing import Any

import pytest

from agentpay_plugin.conversation.goods import Attribute
from agentpay_plugin.money import Money
from agentpay_plugin.shop.saleor.products import attributes, product

EMPTY_VALUE = {
    "name": None,
    "boolean": None,
    "richText": None,
    "plainText": None,
    "date": None,
    "dateTime": None,
    "translation": None,
}


def attribute(
    kind: str, *values: dict[str, Any], slug: str = "it", name: str = "It", unit: str | None = None
) -> dict[str, Any]:
    about = {"slug": slug, "name": name, "inputType": kind, "unit": unit, "translation": None}
    return {"attribute": about, "values": [EMPTY_VALUE | value for value in values]}


def variant(number: int, **changes: Any) -> dict[str, Any]:
    price = {"gross": {"amount": 20.1, "currency": "USD"}}
    return {
        "id": f"variant-{number}",
        "name": f"V{number}",
        "sku": f"SKU-{number}",
        "translation": None,
        "quantityAvailable": 3,
        "quantityLimitPerCustomer": None,
        "pricing": {"price": price, "priceUndiscounted": price},
        "selection": [],
        "others": [],
    } | changes


def node(*variants: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {
        "id": "product-1",
        "slug": "tee",
        "name": "Tee",
        "description": '{"blocks": [{"type": "paragraph", "data": {"text": "Soft"}}]}',
        "translation": None,
        "category": None,
        "productType": {"isShippingRequired": True},
        "isAvailableForPurchase": None,
        "thumbnail": None,
        "attributes": [],
        "variants": list(variants),
    } | changes


@pytest.mark.parametrize(
    ("given", "values"),
    [
        (attribute("DROPDOWN", {"name": "Cotton"}), ("Cotton",)),
        (attribute("MULTISELECT", {"name": "Red"}, {"name": "Blue"}), ("Red", "Blue")),
        (attribute("SWATCH", {"name": "Red"}), ("Red",)),
        (attribute("SINGLE_REFERENCE", {"name": "Saleor Loom"}), ("Saleor Loom",)),
        (
            attribute("DROPDOWN", {"name": "Cotton", "translation": {"name": "Bawełna"}}),
            ("Bawełna",),
        ),
        (attribute("BOOLEAN", {"name": "Organic: Yes", "boolean": True}), ("Yes",)),
        (attribute("NUMERIC", {"name": "12.5"}, unit="CM"), ("12.5 cm",)),
        (attribute("NUMERIC", {"name": "3"}), ("3",)),
        (attribute("DATE", {"name": "x", "date": "2026-11-22"}), ("2026-11-22",)),
        (
            attribute("DATE_TIME", {"name": "x", "dateTime": "2026-11-22T10:00:00+00:00"}),
            ("2026-11-22T10:00:00+00:00",),
        ),
        (attribute("PLAIN_TEXT", {"name": "x", "plainText": "Hand made"}), ("Hand made",)),
        (
            attribute(
                "RICH_TEXT",
                {
                    "richText": '{"blocks": [{"type": "paragraph", "data": {"text": "<b>Hand</b> made"}}]}'
                },
            ),
            ("Hand made",),
        ),
    ],
)
def test_every_kind_of_value_is_a_plain_text(
    given: dict[str, Any], values: tuple[str, ...]
) -> None:
    assert attributes([given]) == (Attribute("it", "It", values),)


@pytest.mark.parametrize(
    "given", [attribute("DROPDOWN"), attribute("FILE", {"name": "manual.pdf"})]
)
def test_an_attribute_without_words_is_left_out(given: dict[str, Any]) -> None:
    assert attributes([given]) == ()


def test_a_product_is_translated_where_the_shop_has_translations() -> None:
    translated = product(
        node(
            variant(1, translation={"name": "Mały"}),
            translation={"name": "Koszulka", "description": None},
            category={"name": "Tees", "translation": {"name": "Koszulki"}},
        )
    )

    assert translated.name == "Koszulka"
    assert translated.description == "Soft"
    assert translated.category == "Koszulki"
    assert translated.variants[0].name == "Mały"


def test_prices_are_exact_though_saleor_hands_out_floats() -> None:
    (only,) = product(node(variant(1))).variants

    assert only.price == Money(2010, "USD")


def test_a_variant_that_is_not_for_sale_has_no_price_and_none_to_have() -> None:
    (only,) = product(node(variant(1, pricing=None, quantityAvailable=None, sku=""))).variants

    assert (only.price, only.undiscounted_price, only.available, only.sku) == (None, None, 0, None)


def test_a_name_that_saleor_made_of_the_id_is_no_name() -> None:
    (only,) = product(node(variant(1, name="variant-1"))).variants

    assert only.name == ""


def test_what_all_variants_share_is_the_products_and_what_differs_is_theirs() -> None:
    cotton = attribute("DROPDOWN", {"name": "Cotton"}, slug="material", name="Material")
    sizes = [attribute("DROPDOWN", {"name": size}, slug="size", name="Size") for size in "SM"]

    made = product(
        node(*(variant(i, selection=[size], others=[cotton]) for i, size in enumerate(sizes)))
    )

    assert made.attributes == (Attribute("material", "Material", ("Cotton",)),)
    assert [one.attributes for one in made.variants] == [
        (Attribute("size", "Size", ("S",)),),
        (Attribute("size", "Size", ("M",)),),
    ]


def test_a_shop_that_marked_nothing_to_choose_by_is_told_apart_by_what_there_is() -> None:
    sizes = [attribute("DROPDOWN", {"name": size}, slug="size", name="Size") for size in "SM"]

    made = product(node(*(variant(i, others=[size]) for i, size in enumerate(sizes))))

    assert [one.attributes[0].values for one in made.variants] == [("S",), ("M",)]
    assert made.attributes == ()
