from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from agentpay_plugin.settings import (
    SECRETS,
    ChannelSettings,
    OnUncompletable,
    PixBank,
    parse,
    pix_taker,
)
from agentpay_plugin.settings_check import problems, taken_out

GOOD = {
    "stripe_secret_key": "sk_test_12345678",
    "stripe_webhook_secret": "whsec_12345678",
    "payment_link_lifetime_minutes": "45",
    "storefront_grace_minutes": "0",
    "on_uncompletable": "hold",
    "greeting": "Hello!",
    "shop_answers": "Are you open?\nYes.",
    "payment_methods": " PIX,card ,",
    "pix_provider": "Stripe",
    "pix_lifetime_minutes": "30",
}


CERTIFICATE = (
    "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
    "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n"
)
BY_ASAAS = {
    "pix_provider": "asaas",
    "asaas_api_key": "$aact_hmlg_000Mzk1::zzz==",
    "asaas_webhook_token": "t" * 32,
}
BY_BANK = {
    "pix_provider": "pix",
    "pix_bank": "efi_sandbox",
    "pix_client_id": "Client_Id_1",
    "pix_client_secret": "Client_Secret_1",
    "pix_certificate": CERTIFICATE,
    "pix_key": "loja@shop.example",
    "pix_webhook_secret": "s" * 24,
}
BY_OTHER_BANK = BY_BANK | {
    "pix_bank": "other",
    "pix_base_url": "https://pix.bank.example/api/v2",
    "pix_token_url": "https://auth.bank.example/token",
    "pix_certificate": "",
}


def test_good_settings_have_no_problems_and_are_read_in_seconds() -> None:
    assert problems(True, GOOD) == {}
    assert parse(True, GOOD) == ChannelSettings(
        active=True,
        stripe_secret_key="sk_test_12345678",
        stripe_webhook_secret="whsec_12345678",
        link_lifetime=2700,
        storefront_grace=0,
        on_uncompletable=OnUncompletable.HOLD,
        greeting="Hello!",
        answers="Are you open?\nYes.",
        payment_methods=("pix", "card"),
        pix_provider="stripe",
        pix_lifetime=1800,
    )


def test_what_was_never_set_has_its_default() -> None:
    settings = parse(False, {})

    assert problems(False, {}) == {}
    assert (settings.link_lifetime, settings.storefront_grace) == (1860, 300)
    assert (settings.payment_methods, settings.pix_provider, settings.pix_lifetime) == ((), "", 900)
    assert settings.on_uncompletable is OnUncompletable.REFUND


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("stripe_secret_key", ""),
        ("stripe_secret_key", "pk_test_12345678"),
        ("stripe_secret_key", "sk_test_123 45678"),
        ("stripe_webhook_secret", "sk_test_12345678"),
        ("payment_link_lifetime_minutes", "30"),
        ("payment_link_lifetime_minutes", "1440"),
        ("payment_link_lifetime_minutes", "half an hour"),
        ("payment_link_lifetime_minutes", "45.5"),
        ("payment_link_lifetime_minutes", "-45"),
        ("payment_link_lifetime_minutes", "٤٥"),
        ("storefront_grace_minutes", "1441"),
        ("on_uncompletable", "keep"),
        ("greeting", "x" * 501),
        ("shop_answers", "Are you open?"),
        ("payment_methods", "cash"),
        ("payment_methods", "pix, pix"),
        ("pix_provider", "bank"),
        ("pix_lifetime_minutes", "4"),
        ("pix_lifetime_minutes", "1441"),
    ],
)
def test_a_wrong_setting_is_named_alone(field: str, value: str) -> None:
    found = problems(True, {**GOOD, field: value})

    assert list(found) == [field]
    assert found[field]


def test_a_channel_that_is_off_may_be_saved_half_filled() -> None:
    assert problems(False, {"stripe_secret_key": ""}) == {}


def test_no_secret_is_in_its_words() -> None:
    words = repr(parse(True, GOOD))

    assert "12345678" not in words


@pytest.mark.parametrize("field", ["stripe_secret_key", "stripe_webhook_secret"])
@pytest.mark.parametrize("value", ["", None, "  "])
def test_keys_are_not_taken_out_while_payments_are_not_over(field: str, value: object) -> None:
    found = taken_out(False, GOOD, GOOD | {field: value}, {"stripe": 3})

    assert list(found) == [field]
    assert found[field].startswith("3 of your payments are not over and need it.")
    assert taken_out(False, GOOD, GOOD | {field: value}, {"stripe": 0, "": 1}) == {}
    assert taken_out(False, GOOD, GOOD, {"stripe": 3}) == {}
    assert taken_out(False, GOOD | {field: ""}, GOOD | {field: value}, {"stripe": 3}) == {}


def test_a_webhook_secret_that_is_taken_out_while_it_is_on_is_made_anew() -> None:
    cleared = dict.fromkeys(("stripe_webhook_secret", "stripe_secret_key"), "")

    found = taken_out(True, GOOD, GOOD | cleared, {"stripe": 3})

    assert list(found) == ["stripe_secret_key"]


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"stripe_secret_key": "sk_live_12345678"} | BY_ASAAS, ["asaas_api_key"]),
        ({"stripe_secret_key": "rk_live_12345678"} | BY_BANK, ["pix_bank"]),
        (BY_BANK | {"pix_bank": "efi"} | BY_ASAAS, ["asaas_api_key"]),
        (GOOD | BY_OTHER_BANK, ["stripe_secret_key"]),
    ],
)
def test_play_money_beside_real_money_is_refused(values: dict[str, str], named: list[str]) -> None:
    assert list(problems(True, values)) == named
    assert problems(False, values) == {}


@pytest.mark.parametrize(
    ("provider", "live", "sandbox", "field"),
    [
        ("stripe", {"stripe_secret_key": "sk_live_12345678"}, GOOD, "stripe_secret_key"),
        ("asaas", {"asaas_api_key": "$aact_prod_12345678"}, BY_ASAAS, "asaas_api_key"),
        ("pix", BY_BANK | {"pix_bank": "efi"}, BY_BANK, "pix_bank"),
    ],
)
def test_a_live_key_does_not_give_way_to_a_sandboxs_while_payments_need_it(
    provider: str, live: dict[str, str], sandbox: dict[str, str], field: str
) -> None:
    assert list(taken_out(True, live, sandbox, {provider: 1})) == [field]
    assert taken_out(True, live, sandbox, {provider: 0}) == {}
    assert taken_out(True, sandbox, sandbox | live, {provider: 1}) == {}


def test_a_secret_that_was_replaced_is_valid_until_its_time_is_over() -> None:
    end = datetime(2026, 11, 28, 12, tzinfo=UTC)
    values = GOOD | {
        "stripe_webhook_secret_previous": "whsec_before12345",
        "stripe_webhook_secret_previous_until": end.isoformat(),
    }

    moments = (end - timedelta(microseconds=1), end)
    found = [parse(True, values, now).previous_secrets for now in moments]

    assert found == [{"stripe_webhook_secret": "whsec_before12345"}, {}]
    assert "whsec" not in repr(parse(True, values, moments[0]))


def test_a_lent_key_that_lacks_is_named_by_its_switch() -> None:
    lent = GOOD | {"use_saleor_stripe_key": True, "stripe_secret_key": ""}

    assert list(problems(True, lent)) == ["use_saleor_stripe_key"]
    assert list(problems(True, lent | BY_ASAAS)) == ["use_saleor_stripe_key"]
    assert problems(False, lent) == {}
    assert parse(True, GOOD | {"stripe:withdrawn": True}).stripe_withdrawn is True


@pytest.mark.parametrize("values", [BY_ASAAS, BY_BANK, BY_OTHER_BANK])
def test_a_channel_may_sell_by_pix_alone_or_beside_cards(values: dict[str, str]) -> None:
    live_cards = GOOD | {"stripe_secret_key": "sk_live_12345678"}
    cards = live_cards if values is BY_OTHER_BANK else GOOD
    assert problems(True, values) == {}
    assert problems(True, cards | values) == {}
    assert parse(True, values).pix_provider == values["pix_provider"]


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ({"pix_provider": "asaas"}, ["asaas_api_key"]),
        (
            {"pix_client_id": "id", "pix_bank": "other"},
            [
                "pix_client_secret",
                "pix_key",
                "pix_base_url",
                "pix_token_url",
            ],
        ),
    ],
)
def test_who_has_a_key_here_needs_the_rest(values: dict[str, str], missing: list[str]) -> None:
    assert list(problems(True, values)) == missing
    assert problems(False, values) == {}


def test_pix_by_stripe_needs_stripes_keys() -> None:
    assert problems(True, GOOD | {"pix_provider": "stripe"}) == {}
    assert list(problems(True, {"pix_provider": "stripe"})) == ["stripe_secret_key"]


def test_what_pix_is_when_it_was_never_set() -> None:
    settings = parse(True, {})

    assert settings.pix_provider == ""
    assert (settings.pix_lifetime, settings.asaas_minimum) == (900, Decimal("5.00"))
    assert settings.pix_bank is PixBank.EFI


@pytest.mark.parametrize(
    ("values", "field", "value"),
    [
        (BY_ASAAS, "pix_provider", "paypal"),
        (BY_ASAAS, "pix_lifetime_minutes", "4"),
        (BY_ASAAS, "asaas_api_key", ""),
        (BY_ASAAS, "asaas_api_key", "$aact_older12345678"),
        (BY_ASAAS, "asaas_api_key", "sk_test_12345678"),
        (BY_ASAAS, "asaas_webhook_token", "t" * 31),
        (BY_ASAAS, "asaas_webhook_token", "t" * 256),
        (BY_ASAAS, "asaas_minimum", "5,00"),
        (BY_ASAAS, "asaas_minimum", "5.001"),
        (BY_BANK, "pix_bank", "bradesco"),
        (BY_BANK, "pix_client_id", ""),
        (BY_BANK, "pix_client_id", "a:b"),
        (BY_BANK, "pix_client_secret", ""),
        (BY_BANK, "pix_certificate", ""),
        (BY_BANK, "pix_certificate", CERTIFICATE[:60]),
        (BY_BANK, "pix_certificate", CERTIFICATE.replace("PRIVATE", "ENCRYPTED PRIVATE")),
        (BY_BANK, "pix_key", ""),
        (BY_BANK, "pix_key", "x" * 78),
        (BY_BANK, "pix_webhook_secret", "s" * 23),
        (BY_BANK, "pix_webhook_secret", "s" * 24 + "&"),
        (BY_OTHER_BANK, "pix_base_url", ""),
        (BY_OTHER_BANK, "pix_base_url", "http://pix.bank.example"),
        (BY_OTHER_BANK, "pix_base_url", "https://user@pix.bank.example"),
        (BY_OTHER_BANK, "pix_token_url", ""),
        (BY_OTHER_BANK, "pix_token_url", "https://auth.bank.example/?x=1"),
    ],
)
def test_a_wrong_setting_of_pix_is_named_alone(
    values: dict[str, str], field: str, value: str
) -> None:
    cards = {"stripe_secret_key": "sk_live_12345678"} if values is BY_OTHER_BANK else {}
    found = problems(True, GOOD | cards | values | {field: value})

    assert list(found) == [field]
    assert found[field]


def test_no_secret_of_pix_is_in_its_words() -> None:
    words = repr(parse(True, BY_ASAAS | BY_BANK | {"pix_provider": "pix"}))

    assert not [
        value for name, value in (BY_ASAAS | BY_BANK).items() if name in SECRETS and value in words
    ]


def test_keys_are_held_by_the_payments_of_their_own_provider() -> None:
    found = taken_out(False, BY_ASAAS, {}, {"asaas": 2})

    assert list(found) == ["asaas_api_key", "asaas_webhook_token"]
    assert found["asaas_api_key"].startswith("2 of your payments")
    assert list(taken_out(False, BY_BANK, {}, {"pix": 1})) == [
        "pix_client_id",
        "pix_client_secret",
        "pix_key",
        "pix_webhook_secret",
    ]


@pytest.mark.parametrize(
    ("values", "taker"),
    [
        ({}, "asaas"),
        (BY_ASAAS | {"pix_provider": ""}, "asaas"),
        (BY_BANK | {"pix_provider": None}, "pix"),
        (BY_ASAAS | BY_BANK | {"pix_provider": ""}, "asaas"),
        (BY_ASAAS | BY_BANK | {"pix_provider": "PIX"}, "pix"),
        (BY_BANK | {"pix_provider": "stripe"}, "stripe"),
    ],
)
def test_whose_webhook_address_the_merchant_is_shown(values: dict[str, object], taker: str) -> None:
    assert pix_taker(values) == taker
