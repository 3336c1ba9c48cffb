"""The merchant's settings as Saleor's Dashboard asks for them and saves them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.saleor import reais
from tests.saleor.merchant import configuration, update
from tests.saleor.shop import Shop

pytestmark = pytest.mark.saleor

CHANNEL = "channel-pln"
STRING, SECRET, OUTPUT = "STRING", "SECRET", "OUTPUT"
FIELDS = [
    ("setup_notice", OUTPUT), ("use_saleor_stripe_key", "BOOLEAN"),
    ("stripe_secret_key", SECRET), ("stripe_webhook_secret", SECRET), ("webhook_url", OUTPUT),
    ("payment_link_lifetime_minutes", STRING), ("storefront_grace_minutes", STRING),
    ("on_uncompletable", STRING), ("capture_method", STRING),
    ("greeting", "MULTILINE"), ("shop_answers", "MULTILINE"),
    ("act_on_rules_percent", STRING), ("act_on_model_percent", STRING), ("payment_methods", STRING),
    ("pix_provider", STRING), ("pix_lifetime_minutes", STRING), ("pix_webhook_url", OUTPUT),
    ("asaas_api_key", SECRET), ("asaas_webhook_token", SECRET), ("asaas_minimum", STRING),
    ("pix_bank", STRING), ("pix_base_url", STRING), ("pix_token_url", STRING),
    ("pix_client_id", STRING), ("pix_client_secret", SECRET), ("pix_certificate", "SECRETMULTILINE"),
    ("pix_key", STRING), ("pix_webhook_secret", SECRET),
    ("assistant_provider", STRING), ("assistant_model", STRING), ("assistant_api_key", SECRET),
    ("assistant_base_url", STRING), ("assistant_money_per_chat", STRING),
    ("assistant_money_per_day", STRING), ("assistant_rounds", STRING), ("assistant_seconds", STRING),
]  # fmt: skip
ASKED = """
{ plugin(id: "agentpay") { name description channelConfigurations {
  active channel { slug currencyCode } configuration { name value type label helpText }
} } }
"""


def asked(shop: Shop, channel: str = CHANNEL) -> dict[str, Any]:
    """Return a channel's settings as the Dashboard's page gets them."""
    plugin = shop.graphql(ASKED, bearer=shop.staff_token())["plugin"]
    (found,) = [one for one in plugin["channelConfigurations"] if one["channel"]["slug"] == channel]
    return dict(found)


@pytest.fixture
def switched_off(running: Shop) -> Any:
    """A channel that takes no payments meanwhile; on again afterwards, without what was tried."""
    update(running, CHANNEL, False)
    yield running
    back = dict.fromkeys(
        ("asaas_api_key", "asaas_webhook_token", "pix_client_secret", "pix_certificate"), None
    )
    texts = {"pix_webhook_secret": None, "pix_client_id": "", "pix_key": "", "pix_bank": "efi"}
    answer = update(running, CHANNEL, True, **back, **texts)
    assert answer["errors"] == [], answer["errors"]


def test_every_field_with_its_words(running: Shop) -> None:
    shown = asked(running)["configuration"]

    assert sorted((one["name"], one["type"]) for one in shown) == sorted(FIELDS)
    assert all(one["label"] and one["helpText"] for one in shown)
    assert [one["label"] for one in shown if one["name"] == "pix_certificate"] == [
        "PIX certificate"
    ]


def test_secrets_are_never_shown_again(switched_off: Shop) -> None:
    secrets = {
        "asaas_api_key": reais.ASAAS_KEY, "asaas_webhook_token": reais.ASAAS_TOKEN,
        "pix_client_secret": reais.CLIENT_SECRET, "pix_certificate": reais.certificate(),
        "pix_webhook_secret": reais.PIX_SECRET,
    }  # fmt: skip
    plain = {"pix_client_id": "Client_Id_shown", "pix_key": "loja@example.com"}

    saved = update(switched_off, CHANNEL, False, **secrets, **plain)
    shown = configuration({"plugin": {"channelConfigurations": [asked(switched_off)]}}, CHANNEL)

    assert saved["errors"] == []
    for values in (configuration(saved, CHANNEL), shown):
        assert {name: len(values[name] or "") <= 4 for name in secrets} == dict.fromkeys(
            secrets, True
        )
        assert {name: values[name] for name in plain} == plain
        assert values["pix_webhook_url"].startswith(f"{switched_off.url}/plugins/global/")
        assert "/webhooks/asaas/" in values["pix_webhook_url"]
    kept = switched_off.rows(
        "SELECT configuration::text FROM plugins_pluginconfiguration c JOIN channel_channel h ON h.id = c.channel_id"
        " WHERE c.identifier = 'agentpay' AND h.slug = %s", CHANNEL,
    )  # fmt: skip
    assert reais.CLIENT_SECRET in kept[0][0]


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("stripe_secret_key", "pk_test_12345678", "Stripe secret key: It begins with sk_ or rk_"),
        ("payment_methods", "pix, boleto", "Payment methods: Write each at most once: card, pix."),
        ("pix_provider", "picpay", "Who takes PIX: Write one of asaas, pix, stripe, or nothing."),
        ("pix_lifetime_minutes", "4", "PIX code lifetime (minutes): 5 to 1440, a whole number."),
        ("asaas_api_key", "$aact_12345678", "Asaas API key: It begins with $aact_prod_"),
        ("asaas_webhook_token", "short", "Asaas webhook token: 32 to 255 characters"),
        ("asaas_minimum", "R$ 5", "Least amount by Asaas (reais): An amount in reais"),
        ("pix_bank", "itau", "Bank of PIX: Write efi, efi_sandbox, other or other_sandbox."),
        ("pix_base_url", "http://bank.example", "Address of the bank's API Pix: An address that"),
        ("pix_token_url", "bank.example", "Address of the bank's tokens: An address that begins"),
        ("pix_client_id", "two words", "PIX client id: It has no spaces and no colon."),
        ("pix_client_secret", "two words", "PIX client secret: It has no spaces."),
        ("pix_certificate", "-----BEGIN", "PIX certificate: Paste the certificate and its private"),
        ("pix_key", "two words", "PIX key: The PIX key that money goes to"),
        ("pix_webhook_secret", "short", "PIX webhook secret: 24 to 100 letters, digits, - and _"),
    ],
)  # fmt: skip
def test_wrong_value_is_refused_by_name_and_not_kept(
    running: Shop, name: str, value: str, message: str
) -> None:
    before = asked(running)

    answer = update(running, CHANNEL, True, **{name: value})

    told = [error["message"] for error in answer["errors"]]
    assert [words for words in told if words.startswith(message)] != [], told
    assert {error["code"] for error in answer["errors"]} == {"PLUGIN_MISCONFIGURED"}
    assert asked(running) == before


def test_who_takes_pix_without_its_keys_is_refused_with_all_that_is_missing(running: Shop) -> None:
    before = asked(running)

    answer = update(running, CHANNEL, True, pix_provider="pix")

    labels = {error["message"].partition(": ")[0] for error in answer["errors"]}
    assert labels == {
        "PIX client id", "PIX client secret", "PIX key", "PIX certificate",
    }  # fmt: skip
    assert asked(running) == before
