"""The merchant saves settings in Saleor's Dashboard, and Stripe is asked and set up meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from agentpay_plugin.demo.openai.server import running as openai_running
from agentpay_plugin.demo.stripe.lookalike import LookAlike
from tests.saleor import merchant
from tests.saleor.shop import Shop

pytestmark = pytest.mark.saleor

CHANNEL = "channel-pln"  # few journeys go through it
KEY = "sk_test_settings12345"


@pytest.fixture
def shop(running: Shop) -> Iterator[Shop]:
    """A shop whose channel is put back afterwards as the other journeys want it."""
    yield running
    merchant.switch_on(running, CHANNEL)


def test_a_channel_is_set_up_by_pasting_a_key_and_ticking_active(
    shop: Shop, stripe: LookAlike
) -> None:
    off = merchant.update(shop, CHANNEL, False, stripe_secret_key=KEY)
    on = merchant.update(shop, CHANNEL, True, stripe_webhook_secret="")
    again = merchant.update(shop, CHANNEL, True)

    assert [answer["errors"] for answer in (off, on, again)] == [[], [], []]
    shown = merchant.configuration(again, CHANNEL)
    assert shown["setup_notice"] == "Stripe accepted the key. AgentPay set its webhook up."
    (endpoint,) = [one for one in stripe._webhooks.endpoints if one.account == KEY]
    assert endpoint.url == shown["webhook_url"]


def test_a_key_that_stripe_does_not_accept_is_named_and_not_saved(
    shop: Shop, stripe: LookAlike
) -> None:
    stripe.revoke("sk_test_revoked12345")

    answer = merchant.update(shop, CHANNEL, True, stripe_secret_key="sk_test_revoked12345")

    assert [(one["field"], one["code"]) for one in answer["errors"]] == [
        ("stripeSecretKey", "PLUGIN_MISCONFIGURED")
    ]
    assert answer["errors"][0]["message"].startswith("Stripe secret key: Stripe does not accept it")
    (stored,) = shop.rows(
        "SELECT configuration::text FROM plugins_pluginconfiguration JOIN channel_channel c"
        " ON c.id = channel_id WHERE identifier = 'agentpay' AND slug = %s",
        CHANNEL,
    )[0]
    assert "sk_test_revoked12345" not in stored


def test_stripe_that_is_down_keeps_no_key_from_being_saved(shop: Shop, stripe: LookAlike) -> None:
    stripe.fault("error_500", pattern="^GET /v1/checkout/sessions")

    answer = merchant.update(shop, CHANNEL, True, stripe_secret_key="sk_test_unheard12345")

    assert answer["errors"] == []
    shown = merchant.configuration(answer, CHANNEL)
    assert shown["setup_notice"].startswith("Stripe did not answer at ")


def test_the_assistants_key_is_tried_too_and_never_shown_again(shop: Shop) -> None:
    chosen = {"assistant_provider": "openai", "assistant_model": "local-small"}
    key = "sk-assistant12345678"
    try:
        with openai_running() as openai:
            base = f"{openai.url}/v1"
            wrong = merchant.update(
                shop, CHANNEL, True, assistant_base_url=base, assistant_api_key="wrong", **chosen
            )
            right = merchant.update(
                shop, CHANNEL, True, assistant_base_url=base, assistant_api_key=key, **chosen
            )
    finally:
        left = dict.fromkeys(("assistant_provider", "assistant_model", "assistant_base_url"), "")
        merchant.update(shop, CHANNEL, True, assistant_api_key=None, **left)

    assert [one["field"] for one in wrong["errors"]] == ["assistantApiKey"]
    assert right["errors"] == []
    shown = merchant.configuration(right, CHANNEL)
    assert shown["setup_notice"].endswith("The assistant's server accepted the assistant's key.")
    assert shown["assistant_api_key"] == key[-4:]
    assert [(one.method, one.path, one.status) for one in openai.requests] == [
        ("GET", "/v1/models", 401),
        ("GET", "/v1/models", 200),
    ]
