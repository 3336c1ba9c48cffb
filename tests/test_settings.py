import pytest

from agentpay_plugin.settings import ChannelSettings, OnUncompletable, parse, problems, taken_out

GOOD = {
    "stripe_secret_key": "sk_test_12345678",
    "stripe_webhook_secret": "whsec_12345678",
    "payment_link_lifetime_minutes": "45",
    "storefront_grace_minutes": "0",
    "on_uncompletable": "hold",
    "greeting": "Hello!",
    "payment_methods": " PIX,card ,",
    "pix_provider": "Asaas",
    "pix_lifetime_minutes": "30",
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
        payment_methods=("pix", "card"),
        pix_provider="asaas",
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
        ("stripe_webhook_secret", ""),
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
    found = taken_out(GOOD | {field: value}, 3)

    assert list(found) == [field]
    assert found[field].startswith("3 of your payments are not over and need it.")
    assert taken_out(GOOD | {field: value}, 0) == {}
    assert taken_out(GOOD, 3) == {}
