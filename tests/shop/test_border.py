"""Where Saleor's words become ours: amounts, errors, ids, languages, versions, lines, documents."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from agentpay_plugin.charges.ports import Initialized, NotCompleted
from agentpay_plugin.conversation.goods import CartLine
from agentpay_plugin.errors import ShopRefused, ShopUnavailable
from agentpay_plugin.money import Money
from agentpay_plugin.shop.documents import document, folder
from agentpay_plugin.shop.lines import charge_lines
from agentpay_plugin.shop.saleor import SaleorBooks
from agentpay_plugin.shop.saleor.amounts import money
from agentpay_plugin.shop.saleor.deliveries import shipping_option
from agentpay_plugin.shop.saleor.execute import accepted, field_of
from agentpay_plugin.shop.saleor.ids import key_of
from agentpay_plugin.shop.saleor.language import language_code
from agentpay_plugin.shop.version import fingerprint

CHECKOUT = "Q2hlY2tvdXQ6ZDlhMDczYzctOWJlZC00OWNhLWIzMzgtMjVkOWQ5ODFiODFk"


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        (0.1, "USD", 10),
        (19.99, "USD", 1999),
        (1234567.89, "USD", 123456789),
        (4.35, "USD", 435),
        (1e6, "USD", 100000000),
        (Decimal("0.07"), "USD", 7),
        (1200.0, "JPY", 1200),
        (1.234, "KWD", 1234),
        (20, "PLN", 2000),
    ],
)
def test_an_amount_is_exact(amount: object, currency: str, minor: int) -> None:
    assert money({"amount": amount, "currency": currency}) == Money(minor, currency)


@pytest.mark.parametrize(
    ("amount", "currency"), [(0.125, "USD"), (0.5, "JPY"), (float("nan"), "USD")]
)
def test_an_amount_that_would_need_rounding_is_no_answer(amount: float, currency: str) -> None:
    with pytest.raises(ShopUnavailable):
        money({"amount": amount, "currency": currency})


def test_empty_errors_are_an_accepted_write() -> None:
    payload = {"errors": [], "checkout": {"id": "1"}}

    assert accepted(payload) is payload


def test_a_refused_write_carries_saleors_code_and_our_field() -> None:
    payload = {
        "errors": [
            {"field": "postalCode", "code": "INVALID", "message": "Not valid."},
            {"field": "city", "code": "REQUIRED", "message": "Needed."},
        ],
        "checkout": {"id": "1"},
    }

    with pytest.raises(ShopRefused) as refused:
        accepted(payload)

    error = refused.value
    assert (error.shop_code, error.message, error.field) == ("INVALID", "Not valid.", "postal_code")


@pytest.mark.parametrize(
    ("saleor", "ours"),
    [
        ("streetAddress1", "street_address_1"),
        ("countryArea", "country_area"),
        ("promoCode", "promo_code"),
        ("email", "email"),
        ("lines", "lines"),
        (None, None),
        ("", None),
    ],
)
def test_fields_have_our_names(saleor: str | None, ours: str | None) -> None:
    assert field_of(saleor) == ours


def books(errors: list[Mapping[str, object]], mutation: str) -> SaleorBooks:
    def execute(name: str, variables: Mapping[str, object]) -> Mapping[str, object]:
        answer = {"errors": errors, "order": None, "transaction": None, "data": None}
        return {mutation: answer}

    return SaleorBooks(execute, execute, "agentpay")


@pytest.mark.parametrize(
    ("code", "retryable"),
    [
        ("TAX_ERROR", True),
        ("GRAPHQL_ERROR", True),
        ("CHECKOUT_NOT_FULLY_PAID", False),
        ("INSUFFICIENT_STOCK", False),
        ("UNAVAILABLE_VARIANT_IN_CHANNEL", False),
        ("VOUCHER_NOT_APPLICABLE", False),
        ("GIFT_CARD_NOT_APPLICABLE", False),
        ("BILLING_ADDRESS_NOT_SET", False),
        ("INVALID_SHIPPING_METHOD", False),
        ("CHANNEL_INACTIVE", False),
        ("NOT_FOUND", False),
        ("A_CODE_OF_TOMORROW", False),
    ],
)
def test_a_refused_completion_says_whether_to_try_again(code: str, retryable: bool) -> None:
    shop = books([{"field": None, "code": code, "message": "No."}], "checkoutComplete")

    assert shop.complete(CHECKOUT) == NotCompleted(code, "No.", retryable)


def test_a_completion_that_answers_nothing_is_tried_again() -> None:
    answer = books([], "checkoutComplete").complete(CHECKOUT)

    assert isinstance(answer, NotCompleted)
    assert answer.retryable


def test_a_refused_transaction_says_why() -> None:
    error = {"field": "idempotencyKey", "code": "UNIQUE", "message": "Known."}

    answer = books([error], "transactionInitialize").initialize(
        CHECKOUT, Money(100, "USD"), "k", {}
    )

    assert answer == Initialized(None, {}, "UNIQUE", "Known.")


def test_a_gateway_whose_app_is_switched_off_is_closed() -> None:
    error = {"field": "paymentGateway", "code": "NOT_FOUND", "message": "App not found."}

    with pytest.raises(ShopRefused) as refused:
        books([error], "transactionInitialize").initialize(CHECKOUT, Money(100, "USD"), "k", {})

    assert refused.value.shop_code == "APP_INACTIVE"


@pytest.mark.parametrize(
    ("global_id", "kind", "key"),
    [
        ("UHJvZHVjdDoxMzQ=", "Product", "134"),
        (CHECKOUT, "Checkout", "d9a073c7-9bed-49ca-b338-25d9d981b81d"),
        (CHECKOUT, "Order", None),
        ("UHJvZHVjdDoxMzQ=", "Checkout", None),
        ("UHJvZHVjdDpESk9Q", "Product", None),
        ("Q2hlY2tvdXQ6MTM0", "Checkout", None),
        ("UHJvZHVjdDoxMzQ", "Product", None),
        ("134", "Product", None),
        ("Produkt:134", "Product", None),
        ("ż", "Product", None),
        ("", "Product", None),
    ],
)
def test_only_a_well_formed_id_of_its_kind_has_a_key(
    global_id: str, kind: str, key: str | None
) -> None:
    assert key_of(global_id, kind) == key


@pytest.mark.parametrize(
    ("locale", "code"),
    [
        ("en", "EN"),
        ("en-US", "EN"),
        ("pt-BR", "PT_BR"),
        ("pt_br", "PT_BR"),
        ("pt-PT", "PT"),
        ("es", "ES"),
        ("es-MX", "ES"),
        ("es-419", "ES"),
        ("zh-Hant-TW", "ZH_HANT"),
        ("pl", "PL"),
        ("tlh", "EN"),
        ("", "EN"),
    ],
)
def test_a_locale_is_one_of_saleors_languages(locale: str, code: str) -> None:
    assert language_code(locale) == code


def test_a_fingerprint_keeps_to_the_facts() -> None:
    facts = {"lines": [["a", 1]], "total": 100}

    assert fingerprint(facts) == fingerprint({"total": 100, "lines": [["a", 1]]})
    assert fingerprint(facts) != fingerprint({"lines": [["a", 2]], "total": 100})
    assert len(fingerprint(facts)) == 32


def line(quantity: int, unit: int, total: int, name: str = "M") -> CartLine:
    return CartLine("1", "2", "Tee", name, quantity, Money(unit, "USD"), Money(total, "USD"))


def test_lines_of_a_charge_add_up() -> None:
    lines = charge_lines([line(2, 1000, 2000)], "Post", Money(500, "USD"), Money(2500, "USD"))

    assert [(one.name, one.unit.minor, one.quantity) for one in lines] == [
        ("Tee (M)", 1000, 2),
        ("Post", 500, 1),
    ]


def test_a_line_whose_pieces_were_rounded_is_one_piece() -> None:
    lines = charge_lines([line(3, 333, 1000, "Tee")], "", Money(0, "USD"), Money(1000, "USD"))

    assert [(one.name, one.unit.minor, one.quantity) for one in lines] == [("3 × Tee", 1000, 1)]  # noqa: RUF001


def test_lines_that_do_not_add_up_are_none() -> None:
    assert charge_lines([line(2, 1000, 2000)], "", Money(0, "USD"), Money(1500, "USD")) == ()


def test_a_document_brings_the_fragments_it_uses_and_no_others() -> None:
    text = document("cart")

    for name in ("Cart", "Amount", "Address", "ShippingMethod", "CollectionPoint"):
        assert text.count(f"fragment {name} on ") == 1
    assert "fragment Product on" not in text
    assert text.startswith("# Saleor 3.21, 3.22, 3.23, 3.24\nquery Cart(")


def test_a_document_that_is_none_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        document("no_such_document")


def test_every_document_can_be_loaded() -> None:
    names = [path.stem for path in folder().glob("*.graphql") if path.stem != "fragments"]

    assert len(names) > 20
    assert all(document(name) for name in names)


def test_a_way_of_delivery_is_named_in_the_shoppers_language() -> None:
    node = {
        "id": "U2hpcHBpbmdNZXRob2Q6MQ==",
        "name": "Standard",
        "description": None,
        "translation": {"name": "Entrega padrão", "description": None},
        "price": {"amount": 5.0, "currency": "USD"},
        "minimumDeliveryDays": 3,
        "maximumDeliveryDays": 5,
    }

    translated = shipping_option(node)
    untranslated = shipping_option(node | {"translation": None})

    assert (translated.name, untranslated.name) == ("Entrega padrão", "Standard")
    assert translated.description == ""
