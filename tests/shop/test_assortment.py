"""What the demo's shop sells: complete in three languages, found by shoppers' words, delivered by country."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from agentpay_plugin.conversation.goods import Address, Attribute, Cart, Order
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.wanted import Wanted
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.money import Money
from agentpay_plugin.shop.sandbox import SandboxShop
from agentpay_plugin.shop.sandbox.assortment import assortment
from agentpay_plugin.shop.sandbox.goods import Text
from agentpay_plugin.shop.sandbox.pictures import picture
from agentpay_plugin.shop.sandbox.shapes import SHAPES
from tests.shop.steps import pay
from tests.shop.world import NEW_YORK

GOODS = assortment("https://shop.example/media/")
SAO_PAULO = Address(
    first_name="Ana",
    last_name="Souza",
    street_address_1="Avenida Paulista, 1000",
    city="São Paulo",
    country="BR",
    postal_code="01310-100",
    country_area="SP",
)
WARSAW = Address("Ewa", "Nowak", "Prosta 1", "Warszawa", "PL", "00-838")


@pytest.fixture
def demo() -> SandboxShop:
    return SandboxShop(GOODS)


def shipped(demo: SandboxShop, cart_id: str, address: Address, option: str) -> Cart:
    """Send a cart to an address by one of the ways offered."""
    carts = demo.carts()
    carts.set_addresses(cart_id, address, address)
    offered = {one.id: one for one in carts.delivery_options(cart_id)}
    return carts.choose_delivery(cart_id, offered[option])


# --- the goods


def test_one_more_channel_sells_as_another_does() -> None:
    shop = SandboxShop(GOODS.with_channel("brazil-too", like="brazil"))

    known, new = (shop.catalogue(channel).everything() for channel in ("brazil", "brazil-too"))

    assert len(known) > 30
    assert new == known
    assert shop.goods.channels["brazil-too"] == replace(GOODS.channels["brazil"], slug="brazil-too")
    assert [
        one.prices["brazil-too"] for one in shop.goods.deliveries if "brazil" in one.prices
    ] == [one.prices["brazil"] for one in GOODS.deliveries if "brazil" in one.prices]
    assert shop.goods.vouchers["BIGSPENDER"].minimum["brazil-too"] == 75000


def test_all_is_told_apart_and_named_in_three_languages() -> None:
    variants = [variant for product in GOODS.products for variant in product.variants]

    assert (len(GOODS.products), len({product.category.en for product in GOODS.products})) == (
        45,
        17,
    )
    assert len({product.slug for product in GOODS.products}) == 45
    assert len({variant.id for variant in variants}) == len({v.sku for v in variants}) == 261
    for product in GOODS.products:
        for text in (product.name, product.description, product.category):
            assert text.en
            assert text.pt
            assert text.es


def test_pages_and_collections_are_written_in_three_languages() -> None:
    named = [each.name for each in GOODS.collections]
    written = [text for page in GOODS.pages for text in (page.title, page.text)]

    assert (len(GOODS.pages), len(GOODS.collections)) == (4, 2)
    assert all(text.en and text.pt and text.es for text in (*named, *written))
    for each in GOODS.collections:
        assert set(each.ids) <= {product.id for product in GOODS.products}


def test_some_of_it_is_sold_out_and_some_sold_in_one_channel_only(demo: SandboxShop) -> None:
    in_dollars = demo.catalogue("default-channel").everything()
    in_reais = demo.catalogue("brazil", "pt-BR").everything()

    gone = {one.slug for one in in_dollars if not any(v.available for v in one.variants)}
    assert gone == {"espresso-cups", "hibiscus-tea", "leaf-ereader"}
    assert sum(v.available == 0 for one in in_dollars for v in one.variants) == 23
    assert {one.slug for one in in_dollars} - {one.slug for one in in_reais} == {
        "cold-brew-cans",
        "oak-board",
    }
    assert {v.price.currency for one in in_reais for v in one.variants if v.price} == {"BRL"}
    assert {one.slug for one in in_dollars if not one.requires_shipping} == {
        "gift-voucher",
        "quiet-harbor-audiobook",
    }


@pytest.mark.parametrize(
    ("locale", "name", "category", "variant", "color"),
    [
        ("en-US", "Linen Shirt", "Shirts", "Blue / M", Attribute("color", "Color", ("Blue",))),
        ("pt-BR", "Camisa de Linho", "Camisas", "Azul / M", Attribute("color", "Cor", ("Azul",))),
        ("es", "Camisa de Lino", "Camisas", "Azul / M", Attribute("color", "Color", ("Azul",))),
        ("fr", "Linen Shirt", "Shirts", "Blue / M", Attribute("color", "Color", ("Blue",))),
    ],
)
def test_a_product_is_told_in_the_shoppers_language(
    demo: SandboxShop, locale: str, name: str, category: str, variant: str, color: Attribute
) -> None:
    catalogue = demo.catalogue("default-channel", locale)

    product = catalogue.product(ProductRef(slug="linen-shirt"))

    assert product is not None
    blue = next(one for one in product.variants if one.id == "variant-linen-shirt-blue-m")
    assert (product.name, product.category, blue.name) == (name, category, variant)
    assert blue.attributes[0] == color
    assert blue.price == Money(5900, "USD")
    assert product.image_url == "https://shop.example/media/linen-shirt.svg"


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("blue shirt", "linen-shirt"),
        ("t-shirts", "essential-tee"),
        ("camiseta", "essential-tee"),
        ("camiseta vermelha", "breton-tee"),
        ("café", "house-espresso"),
        ("cafe", "house-espresso"),
        ("zapatillas", "court-sneakers"),
        ("tênis de corrida", "trail-runners"),
        ("taza roja", "camp-mug"),
        ("dresses", "garden-dress"),
        ("boots in size 42", "field-boots"),
        ("algo de linho", "linen-shirt"),
        ("HEADPHONES", "hush-headphones"),
        ("gift card", "gift-voucher"),
    ],
)
def test_shoppers_find_by_their_own_words(demo: SandboxShop, words: str, first: str) -> None:
    assert demo.catalogue().search(Wanted(words, words), 5).products[0].slug == first


def test_a_word_within_another_is_not_what_was_meant(demo: SandboxShop) -> None:
    found = demo.catalogue().search(Wanted("blue shirt", "blue shirt"), 10)

    assert {product.slug for product in found.products} == {
        "linen-shirt",
        "oxford-shirt",
        "essential-tee",
        "breton-tee",
        "long-sleeve-tee",
    }


# --- addresses and delivery


@pytest.mark.parametrize(
    ("country", "name", "required", "areas", "label"),
    [
        ("BR", "Brasil", {"street_address_1", "city", "postal_code", "country_area"}, 27, "state"),
        (
            "ES",
            "Espanha",
            {"street_address_1", "city", "postal_code", "country_area"},
            80,
            "province",
        ),
        ("PL", "Polônia", {"street_address_1", "city", "postal_code"}, 0, "province"),
    ],
)
def test_a_countrys_address_has_rules_of_its_own(
    demo: SandboxShop, country: str, name: str, required: set[str], areas: int, label: str
) -> None:
    rules = demo.catalogue("default-channel", "pt-BR").address_rules(country)

    assert (rules.country, rules.country_name) == (country, name)
    assert set(rules.required) == required
    assert (len(rules.country_areas), rules.country_area_label) == (areas, label)


def test_a_channel_has_a_country_of_its_own(demo: SandboxShop) -> None:
    rules = demo.catalogue("brazil", "pt-BR").address_rules(None)

    assert (rules.country, [choice.label for choice in rules.countries]) == ("BR", ["Brasil"])


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"postal_code": "1310"}, "INVALID", "postal_code"),
        ({"country_area": ""}, "REQUIRED", "country_area"),
        ({"country_area": "Texas"}, "INVALID", "country_area"),
    ],
)
def test_a_wrong_address_in_brazil_names_its_field(
    demo: SandboxShop, change: dict[str, str], code: str, field: str
) -> None:
    carts = demo.carts("brazil")
    cart = carts.create("variant-linen-shirt-blue-m", 1)

    with pytest.raises(ShopRefused) as refused:
        carts.set_addresses(cart.id, replace(SAO_PAULO, **change), SAO_PAULO)

    assert (refused.value.shop_code, refused.value.field) == (code, field)
    assert carts.read(cart.id) == cart


@pytest.mark.parametrize(
    ("channel", "country", "options"),
    [
        ("default-channel", "US", [("delivery-standard", 500), ("delivery-express", 1500)]),
        ("default-channel", "ES", [("delivery-europe", 1200), ("delivery-worldwide", 2900)]),
        ("default-channel", "BR", [("delivery-worldwide", 2900)]),
        ("default-channel", "JP", []),
        ("brazil", "BR", [("delivery-economica", 1990), ("delivery-expressa", 3990)]),
        ("brazil", "US", []),
    ],
)
def test_each_channel_delivers_to_its_countries(
    demo: SandboxShop, channel: str, country: str, options: list[tuple[str, int]]
) -> None:
    found = demo.catalogue(channel).delivery_options(country)

    assert [(one.id, one.price.minor) for one in found] == options


def test_goods_can_be_collected_where_the_store_is(demo: SandboxShop) -> None:
    carts = demo.carts()
    cart = carts.create("variant-sun-cap-green", 1)

    before = [one.id for one in carts.delivery_options(cart.id)]
    carts.set_addresses(cart.id, WARSAW, WARSAW)
    abroad = [one.id for one in carts.delivery_options(cart.id)]

    assert before == ["delivery-brooklyn"]
    assert abroad == ["delivery-europe", "delivery-worldwide"]


def test_a_delivery_is_dropped_when_the_country_changes(demo: SandboxShop) -> None:
    cart = demo.carts().create("variant-sun-cap-green", 1)
    shipped(demo, cart.id, NEW_YORK, "delivery-standard")

    moved = demo.carts().set_addresses(cart.id, WARSAW, WARSAW)

    assert (moved.delivery, moved.delivery_price) == (None, Money(0, "USD"))


# --- promo codes and tax


def test_prices_contain_the_channels_tax(demo: SandboxShop) -> None:
    in_dollars = demo.carts().create("variant-linen-shirt-blue-m", 1)
    in_reais = demo.carts("brazil").create("variant-linen-shirt-blue-m", 1)

    assert (in_dollars.total, in_dollars.tax) == (Money(5900, "USD"), Money(437, "USD"))
    assert (in_reais.total, in_reais.tax) == (Money(21990, "BRL"), Money(3195, "BRL"))


def test_a_voucher_wants_its_minimum_and_goes_when_the_cart_falls_below(demo: SandboxShop) -> None:
    carts = demo.carts()
    cart = carts.create("variant-linen-shirt-blue-m", 2)

    with pytest.raises(ShopRefused) as refused:
        carts.apply_promo_code(cart.id, "BIGSPENDER")
    unchanged = carts.read(cart.id)
    carts.set_quantity(cart.id, "variant-linen-shirt-blue-m", 3)
    less = carts.apply_promo_code(cart.id, "BIGSPENDER")
    carts.set_quantity(cart.id, "variant-linen-shirt-blue-m", 2)
    again = carts.set_quantity(cart.id, "variant-linen-shirt-blue-m", 3)

    assert (refused.value.shop_code, refused.value.field) == (
        "VOUCHER_NOT_APPLICABLE",
        "promo_code",
    )
    assert unchanged == cart
    assert (less.discount, less.total) == (Money(3540, "USD"), Money(14160, "USD"))
    assert (again.promo_code, again.total) == (None, Money(17700, "USD"))


def test_free_delivery_wants_a_delivery_first(demo: SandboxShop) -> None:
    carts = demo.carts()
    cart = carts.create("variant-sun-cap-green", 1)

    with pytest.raises(ShopRefused) as refused:
        carts.apply_promo_code(cart.id, "FREESHIP")
    chosen = shipped(demo, cart.id, NEW_YORK, "delivery-express")
    free = carts.apply_promo_code(cart.id, "FREESHIP")
    moved = carts.set_addresses(cart.id, WARSAW, WARSAW)

    assert refused.value.shop_code == "VOUCHER_NOT_APPLICABLE"
    assert (chosen.total, chosen.delivery_price) == (Money(3400, "USD"), Money(1500, "USD"))
    assert (free.total, free.delivery_price, free.discount) == (
        Money(1900, "USD"),
        Money(0, "USD"),
        Money(1500, "USD"),
    )
    assert moved.promo_code is None


def test_a_gift_card_is_of_one_currency(demo: SandboxShop) -> None:
    carts = demo.carts("brazil")
    cart = carts.create("variant-sun-cap-green", 1)

    with pytest.raises(ShopRefused) as refused:
        carts.apply_promo_code(cart.id, "GIFT-25-USD")
    less = carts.apply_promo_code(cart.id, "GIFT-100-BRL")

    assert refused.value.shop_code == "INVALID"
    assert (less.gift_cards, less.total) == (Money(6990, "BRL"), Money(0, "BRL"))


def test_an_order_speaks_the_language_of_its_cart(demo: SandboxShop) -> None:
    carts = demo.carts("brazil", "pt-BR")
    cart = carts.create("variant-linen-shirt-blue-m", 1)
    carts.set_contact(cart.id, "ana@example.com")
    cart = shipped(demo, cart.id, SAO_PAULO, "delivery-economica")
    pay(demo.books(), cart, "key")

    order = demo.books().complete(cart.id)

    assert isinstance(order, Order)
    assert [(line.product_name, line.variant_name) for line in order.lines] == [
        ("Camisa de Linho", "Azul / M")
    ]
    assert (order.delivery_name, order.total) == ("Entrega econômica", Money(23980, "BRL"))


# --- pictures


def test_each_product_has_a_picture_of_its_own() -> None:
    pictures = [picture(product) for product in GOODS.products]

    assert len(set(pictures)) == 45
    for drawn in pictures:
        assert ElementTree.fromstring(drawn).tag == "{http://www.w3.org/2000/svg}svg"
        assert "{" not in drawn


def test_every_shape_can_be_drawn_and_names_are_escaped() -> None:
    product = replace(GOODS.products[0], name=Text("<Tee> & more"))

    for shape in SHAPES:
        drawn = picture(replace(product, drawing=replace(product.drawing, shape=shape)))
        title = ElementTree.fromstring(drawn)[0]
        assert title.text == "<Tee> & more"
