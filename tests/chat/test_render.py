"""Each part of a reply against the GraphQL contract, to the letter."""

# ruff: noqa: RUF001 typographic signs are meant

from __future__ import annotations

from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
)

from agentpay_plugin.chat.render import (
    plain_text,
    render,
    render_cart,
    render_charge,
    render_money,
    render_phrase,
)
from agentpay_plugin.conversation.goods import Attribute, Cart, Choice, DeliveryKind, LineProblem
from agentpay_plugin.conversation.parts import (
    CartSummary,
    DeliveryPicker,
    DetailsForm,
    Notice,
    NoticeKind,
    OrderStatus,
    Part,
    PaymentRequest,
    Phrase,
    ProductCard,
    QuickReplies,
    QuickReply,
    Quote,
    Receipt,
    Tap,
    Text,
    VariantPicker,
)
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.language.phrases import PHRASES
from agentpay_plugin.money import Money
from tests.builders import (
    CARD,
    PIX,
    a_cart,
    a_charge,
    a_delivery,
    a_line,
    a_product,
    a_ready_cart,
    a_variant,
    an_order,
    us_rules,
    usd,
)
from tests.schema.contract import contract_schema

SCHEMA = contract_schema()

PRODUCT = a_product(
    variants=(a_variant("v-m", "M"), a_variant("v-l", "L", available=3, sku=None)),
    image_url="https://shop.example/tee.png",
)
CART = a_ready_cart(
    a_line("v-m", 2, image_url="https://shop.example/m.png"),
    a_line("v-l", 1, problem=LineProblem.INSUFFICIENT_STOCK, available=0),
    tax=usd(450),
    discount=usd(300),
    gift_cards=usd(1000),
    total=usd(5200),
    promo_code="SAVE",
    gift_card_codes=("…1234",),
    delivery=a_delivery(description="By noon"),
    version="7",
)
PARTS: tuple[Part, ...] = (
    Text(Phrase(Say.HELLO)),
    Notice(NoticeKind.PROBLEM, Phrase(Say.SHOP_FAILED)),
    ProductCard(PRODUCT, "v-m"),
    VariantPicker(PRODUCT, ("v-m", "v-l"), 2),
    CartSummary(CART),
    DetailsForm(us_rules(), True, True, (("street_address_1", Phrase(Say.FIELD_REQUIRED)),)),
    DeliveryPicker((a_delivery(), a_delivery("d-2", kind=DeliveryKind.COLLECTION)), "d-1"),
    Quote(CART, (CARD,)),
    PaymentRequest(a_charge()),
    Receipt(an_order(tracking=("TRACK1",)), usd(2500)),
    OrderStatus(an_order()),
    QuickReplies((QuickReply(Phrase(Say.LABEL_YES), Tap.TEXT, "yes"),)),
)


def dollars(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "USD", "text": f"${amount}"}


def hold(value: Any, type_: Any) -> None:
    """Hold a rendered value to a type of the contract: exactly its fields, enums, lists and nulls."""
    if isinstance(type_, GraphQLNonNull):
        assert value is not None
        hold(value, type_.of_type)
    elif value is None:
        return
    elif isinstance(type_, GraphQLList):
        for each in value:
            hold(each, type_.of_type)
    elif isinstance(type_, GraphQLObjectType):
        assert value.keys() - {"__typename"} == type_.fields.keys()
        for name, field in type_.fields.items():
            hold(value[name], field.type)
    elif isinstance(type_, GraphQLEnumType):
        assert value in {known.name for known in type_.values}
    else:
        python = {"String": str, "ID": str, "Int": int, "Boolean": bool}[type_.name]
        assert type(value) is python


@pytest.mark.parametrize("part", PARTS, ids=lambda part: type(part).__name__)
def test_part_has_exactly_the_fields_of_its_type(part: Part) -> None:
    rendered = render(part, "en")

    hold(rendered, SCHEMA.get_type(str(rendered["__typename"])))


def test_every_member_of_the_union_is_rendered() -> None:
    members = {member.name for member in SCHEMA.get_type("ChatPart").types}

    names = {render(part, "en")["__typename"] for part in PARTS}

    assert names == members


def test_text_and_notice() -> None:
    text = render(Text(Phrase(Say.FOUND, {"count": 1})), "en")
    notice = render(Notice(NoticeKind.INFO, Phrase(Say.WHICH_CODE)), "en")

    assert text == {"__typename": "ChatTextPart", "text": "I found this:"}
    assert notice == {
        "__typename": "ChatNotice",
        "kind": "INFO",
        "text": PHRASES[Say.WHICH_CODE].singular,
    }


def test_product_card() -> None:
    size = {"slug": "size", "name": "Size"}

    assert render(ProductCard(PRODUCT, "v-m"), "en") == {
        "__typename": "ChatProductCard",
        "variantId": "v-m",
        "product": {
            "id": "p-tee",
            "slug": "tee",
            "name": "Monospace Tee",
            "description": "A soft tee. Washable at 30 degrees.",
            "category": "Shirts",
            "attributes": [{"slug": "material", "name": "Material", "values": ["Cotton"]}],
            "variants": [
                {
                    "id": "v-m",
                    "name": "M",
                    "sku": "sku-v-m",
                    "attributes": [{**size, "values": ["M"]}],
                    "price": dollars("20.00"),
                    "undiscountedPrice": dollars("20.00"),
                    "available": 50,
                },
                {
                    "id": "v-l",
                    "name": "L",
                    "sku": None,
                    "attributes": [{**size, "values": ["L"]}],
                    "price": dollars("20.00"),
                    "undiscountedPrice": dollars("20.00"),
                    "available": 3,
                },
            ],
            "imageUrl": "https://shop.example/tee.png",
            "requiresShipping": True,
        },
    }


def test_variant_that_is_not_for_sale_has_no_price() -> None:
    product = a_product(variants=(a_variant(price=None, undiscounted_price=None),), category=None)

    rendered: Any = render(VariantPicker(product, (), 3), "en")

    assert rendered["product"]["variants"][0]["price"] is None
    assert rendered["product"]["variants"][0]["undiscountedPrice"] is None
    assert rendered["product"]["category"] is None
    assert (rendered["variantIds"], rendered["quantity"]) == ([], 3)


def cart_of_the_contract() -> dict[str, Any]:
    line = {"productName": "Monospace Tee", "unitPrice": dollars("20.00")}
    return {
        "id": "cart-1",
        "version": "7",
        "lines": [
            {
                **line,
                "id": "line-v-m",
                "variantId": "v-m",
                "variantName": "M",
                "quantity": 2,
                "total": dollars("40.00"),
                "imageUrl": "https://shop.example/m.png",
                "problem": None,
                "available": None,
            },
            {
                **line,
                "id": "line-v-l",
                "variantId": "v-l",
                "variantName": "L",
                "quantity": 1,
                "total": dollars("20.00"),
                "imageUrl": None,
                "problem": "INSUFFICIENT_STOCK",
                "available": 0,
            },
        ],
        "subtotal": dollars("60.00"),
        "deliveryPrice": dollars("5.00"),
        "tax": dollars("4.50"),
        "discount": dollars("3.00"),
        "giftCards": dollars("10.00"),
        "total": dollars("52.00"),
        "promoCode": "SAVE",
        "giftCardCodes": ["…1234"],
        "requiresShipping": True,
        "delivery": {
            "id": "d-1",
            "kind": "SHIPPING",
            "name": "DHL",
            "description": "By noon",
            "price": dollars("5.00"),
            "minimumDays": 2,
            "maximumDays": 4,
        },
    }


def test_cart_summary_and_quote() -> None:
    cart = cart_of_the_contract()

    assert render_cart(CART, "en") == cart
    assert render(CartSummary(CART), "en") == {"__typename": "ChatCartSummary", "cart": cart}
    assert render(Quote(CART, (CARD, PIX)), "en") == {
        "__typename": "ChatQuote",
        "version": "7",
        "cart": cart,
        "methods": [
            {"id": "card", "needsTaxId": False},
            {"id": "pix", "needsTaxId": True},
        ],
    }


def test_details_form_speaks_of_fields_as_the_contract_does() -> None:
    errors = (
        ("email", Phrase(Say.FIELD_EMAIL)),
        ("street_address_1", Phrase(Say.FIELD_REQUIRED)),
    )

    assert render(DetailsForm(us_rules(), False, True, errors), "en") == {
        "__typename": "ChatDetailsForm",
        "country": "US",
        "countryName": "United States of America",
        "countries": [
            {"value": "US", "label": "United States of America"},
            {"value": "PL", "label": "Poland"},
        ],
        "allowedFields": ["firstName", "lastName", "streetAddress1", "city", "postalCode"],
        "requiredFields": ["streetAddress1", "city", "postalCode", "countryArea"],
        "countryAreas": [
            {"value": "NY", "label": "New York"},
            {"value": "CA", "label": "California"},
        ],
        "countryAreaLabel": "State",
        "postalCodeLabel": "ZIP code",
        "postalCodeExamples": ["95014"],
        "needsEmail": False,
        "needsShipping": True,
        "errors": [
            {
                "field": "email",
                "message": "Please write an e-mail address, such as name@example.com.",
            },
            {"field": "streetAddress1", "message": "Please fill this in."},
        ],
    }


def test_details_form_in_the_shoppers_language() -> None:
    form = DetailsForm(us_rules(), True, True, (("city", Phrase(Say.FIELD_REQUIRED)),))

    shown = render(form, "es-MX")

    assert shown["countryName"] == "Estados Unidos"
    assert shown["countries"] == [
        {"value": "US", "label": "Estados Unidos"},
        {"value": "PL", "label": "Polonia"},
    ]
    assert (shown["countryAreaLabel"], shown["postalCodeLabel"]) == ("Estado", "Código ZIP")
    assert shown["errors"] == [{"field": "city", "message": "Rellena este campo."}]


def test_country_that_the_shop_does_not_deliver_to_is_named_too() -> None:
    rules = us_rules(country="BR", country_name="Brazil Federative Republic")

    shown = render(DetailsForm(rules, True, False), "en")

    assert (shown["countryName"], shown["postalCodeLabel"]) == ("Brazil", "Postal code (CEP)")


def test_area_with_several_names_is_one_choice() -> None:
    areas = (Choice("VI", "Araba"), Choice("VI", "Álava"), Choice("M", "Madrid"))
    form = DetailsForm(us_rules(country_areas=areas), True, True)

    assert render(form, "es")["countryAreas"] == [
        {"value": "VI", "label": "Araba / Álava"},
        {"value": "M", "label": "Madrid"},
    ]


def test_delivery_picker() -> None:
    point = a_delivery(
        "d-2", kind=DeliveryKind.COLLECTION, name="Shop", minimum_days=None, maximum_days=None
    )

    assert render(DeliveryPicker((point,)), "en") == {
        "__typename": "ChatDeliveryPicker",
        "chosenId": None,
        "options": [
            {
                "id": "d-2",
                "kind": "COLLECTION",
                "name": "Shop",
                "description": "",
                "price": dollars("5.00"),
                "minimumDays": None,
                "maximumDays": None,
            }
        ],
    }


def test_payment() -> None:
    charge = {
        "chargeId": "c-1",
        "state": "OPEN",
        "method": "card",
        "amount": dollars("25.00"),
        "pageUrl": "https://pay.example/c-1",
        "pix": None,
        "expiresAt": "2033-05-18T03:33:20Z",
        "reason": None,
        "refunded": None,
        "reserved": None,
    }

    assert render_charge(a_charge(), "en") == charge
    assert render(PaymentRequest(a_charge()), "en") == {
        "__typename": "ChatPaymentRequest",
        "payment": charge,
    }


def test_failed_payment_has_a_reason_and_no_page() -> None:
    charge = a_charge("held", expires_at=None, reason="sold_out", refunded=usd(100))

    assert render_charge(charge, "en") == {
        "chargeId": "c-1",
        "state": "HELD",
        "method": "card",
        "amount": dollars("25.00"),
        "pageUrl": None,
        "pix": None,
        "expiresAt": None,
        "reason": "sold_out",
        "refunded": dollars("1.00"),
        "reserved": None,
    }


def test_receipt_and_order_status() -> None:
    order = {
        "number": "1001",
        "status": "UNFULFILLED",
        "chargeStatus": "FULL",
        "total": dollars("25.00"),
        "lines": [],
        "tracking": ["TRACK1"],
        "deliveryName": "DHL",
    }
    given = an_order(lines=(), tracking=("TRACK1",), delivery_name="DHL")

    assert render(Receipt(given, usd(2500)), "en") == {
        "__typename": "ChatReceipt",
        "order": order,
        "paid": dollars("25.00"),
        "reserved": None,
    }
    held = render(Receipt(given, usd(2500), usd(2500)), "en")
    assert held["reserved"] == dollars("25.00")
    assert render(OrderStatus(given), "en") == {"__typename": "ChatOrderStatus", "order": order}


def test_quick_replies() -> None:
    replies = QuickReplies(
        (
            QuickReply(Phrase(Say.LABEL_PAY_CARD, {"total": usd(2500)}), Tap.PAY, "card"),
            QuickReply(Phrase(Say.LABEL_CHECK_OUT), Tap.CHECK_OUT),
        )
    )

    assert render(replies, "en") == {
        "__typename": "ChatQuickReplies",
        "replies": [
            {
                "label": PHRASES[Say.LABEL_PAY_CARD].singular.replace("{total}", "$25.00"),
                "tap": "PAY",
                "argument": "card",
            },
            {
                "label": PHRASES[Say.LABEL_CHECK_OUT].singular,
                "tap": "CHECK_OUT",
                "argument": None,
            },
        ],
    }


@pytest.mark.parametrize(
    ("money", "locale", "amount", "text"),
    [
        (Money(1990, "USD"), "en", "19.90", "$19.90"),
        (Money(0, "USD"), "en", "0.00", "$0.00"),
        (Money(123456700, "BRL"), "pt-BR", "1234567.00", "R$\xa01.234.567,00"),
        (Money(123450, "PLN"), "pl", "1234.50", "1\xa0234,50\xa0zł"),
        (Money(500, "JPY"), "en", "500", "¥500"),
        (Money(10990, "KWD"), "en", "10.990", "KWD\xa010.990"),
        (Money(10990, "IQD"), "en", "10.990", "IQD\xa010.990"),
        (Money(1990, "USD"), "xx-nowhere", "19.90", "$19.90"),
        (Money(1990, "USD"), "", "19.90", "$19.90"),
    ],
)
def test_money_keeps_every_digit(money: Money, locale: str, amount: str, text: str) -> None:
    assert render_money(money, locale) == {
        "amount": amount,
        "currency": money.currency,
        "text": text,
    }


@pytest.mark.parametrize(("count", "words"), [(1, "1"), (3, "3"), (1234, "1,234")])
def test_count_picks_the_form(count: int, words: str) -> None:
    known = PHRASES[Say.FOUND]
    template = known.singular if count == 1 else known.plural or ""

    said = render_phrase(Phrase(Say.FOUND, {"count": count}), "en")

    assert said == template.replace("{count}", words)
    assert known.singular != known.plural


def test_list_is_joined_in_the_words_of_the_language() -> None:
    params = {"name": "Color", "values": ("red", "blue", "green")}

    said = render_phrase(Phrase(Say.OPTIONS_ARE, dict(params)), "en")

    assert "red, blue, and green" in said


def test_values_of_the_shop_are_plain_text() -> None:
    name = "{count} %(x)s <b>Tee</b>\u202e\x00\x9b\u2066\nnew\tline"

    said = render_phrase(Phrase(Say.GREETING_OWN, {"words": name}), "en")
    card: Any = render(ProductCard(a_product(name=name)), "en")

    assert said == "{count} %(x)s <b>Tee</b>\nnew line"
    assert card["product"]["name"] == said


def test_attributes_are_cleaned_too() -> None:
    hidden = a_product(attributes=(Attribute("a", "N\u202dame", ("v\x07alue",)),))

    rendered: Any = render(ProductCard(hidden), "en")

    assert rendered["product"]["attributes"] == [{"slug": "a", "name": "Name", "values": ["value"]}]


@pytest.mark.parametrize("locale", ["en", "en-GB", "de", "zh-Hant-TW", "xx", "", "…"])
def test_language_without_words_is_said_in_english(locale: str) -> None:
    assert render_phrase(Phrase(Say.HELLO), locale) == PHRASES[Say.HELLO].singular


@pytest.mark.parametrize("say", list(Say))
def test_every_phrase_has_words_and_can_be_said(say: Say) -> None:
    words = PHRASES[say]
    params = {name: 2 if name == "count" else "x" for name in words.params}

    said = render_phrase(Phrase(say, dict(params)), "en")

    assert said
    assert "{" not in said


def test_plain_text_of_a_quote_names_all_that_the_total_is_made_of() -> None:
    parts = (Text(Phrase(Say.HELLO)), Quote(CART, (CARD,)))

    assert plain_text(parts, "en").splitlines() == [
        PHRASES[Say.HELLO].singular,
        "2 × Monospace Tee (M): $40.00",
        "1 × Monospace Tee (L): $20.00",
        "Subtotal: $60.00",
        "Delivery by DHL: $5.00",
        "Paid by gift card: -$10.00",
        "Total: $52.00",
        "Tax included: $4.50",
        "Discount, already taken off: $3.00",
    ]


def plain_quote(cart: Cart) -> list[str]:
    return plain_text([Quote(cart, (CARD,))], "en").splitlines()


def test_plain_quote_leaves_out_what_is_nothing() -> None:
    cart = a_cart(a_line("v-m", 1, variant_name="Monospace Tee"))

    assert plain_quote(cart) == [
        "1 × Monospace Tee: $20.00",
        "Subtotal: $20.00",
        "Total: $20.00",
    ]


@pytest.mark.parametrize(
    ("part", "lines"),
    [
        (ProductCard(PRODUCT), ["Monospace Tee: $20.00"]),
        (ProductCard(PRODUCT, "v-l"), ["Monospace Tee (L): $20.00"]),
        (
            ProductCard(a_product(variants=(a_variant("v-1", price=usd(1500)), a_variant()))),
            ["Monospace Tee: $15.00 to $20.00"],
        ),
        (ProductCard(a_product(variants=(a_variant(price=None),))), ["Monospace Tee"]),
        (VariantPicker(PRODUCT, ("v-l",), 1), ["L: $20.00"]),
        (CartSummary(CART), ["2 × Monospace Tee (M): $40.00", "1 × Monospace Tee (L): $20.00", "Total: $52.00"]),
        (CartSummary(a_cart()), []),
        (DeliveryPicker((a_delivery(),)), ["DHL: $5.00"]),
        (PaymentRequest(a_charge()), ["$25.00: https://pay.example/c-1"]),
        (PaymentRequest(a_charge("expired")), []),
        (Receipt(an_order(lines=()), usd(2500), usd(2500)), ["Order 1001: $25.00 reserved on your card"]),
        (Receipt(an_order(), usd(2500)), ["Order 1001: $25.00 paid", "1 × Monospace Tee (M): $20.00"]),
        (
            OrderStatus(an_order(status="FULFILLED", tracking=("A1", "B2"))),
            ["Order 1001: sent", "Tracking: A1 and B2"],
        ),
        (OrderStatus(an_order(status="SOMETHING_NEW")), ["Order 1001: SOMETHING_NEW"]),
        (Notice(NoticeKind.INFO, Phrase(Say.CART_EMPTY)), [PHRASES[Say.CART_EMPTY].singular]),
        (DetailsForm(us_rules(), True, True), []),
        (QuickReplies((QuickReply(Phrase(Say.LABEL_YES), Tap.TEXT, "yes"),)), []),
    ],
)  # fmt: skip
def test_plain_text_of_a_card(part: Part, lines: list[str]) -> None:
    assert plain_text([part], "en").splitlines() == lines
