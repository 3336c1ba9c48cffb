"""What the merchant's Dashboard shows of us and does with us. Runs in Saleor's own python."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import override_settings
from django.utils import timezone
from saleor.app import models as apps
from saleor.app.models import App
from saleor.channel.models import Channel
from saleor.plugins.models import PluginConfiguration

from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.demo.stripe.server import running
from agentpay_plugin.models import Charge, Pulse
from agentpay_plugin.plugin import AgentPayPlugin
from agentpay_plugin.saleor import app_account, lent_key, wiring
from agentpay_plugin.saleor.configuration import channel_key, settings_of
from tests.saleor.inside.saleor_world import CHANNEL, switch_app

KEYS = [
    {"name": "stripe_secret_key", "value": "sk_test_12345678"},
    {"name": "stripe_webhook_secret", "value": "whsec_12345678"},
]


SALEOR_STRIPE = "saleor.payments.stripe"


@pytest.fixture(autouse=True)
def stripe(monkeypatch: pytest.MonkeyPatch) -> Iterator[LookAlike]:
    with running() as like:
        monkeypatch.setenv(wiring.STRIPE_API_BASE, like.url)
        yield like


@pytest.fixture
def row() -> Iterator[PluginConfiguration]:
    """The settings of a channel that is switched on; never saved."""
    settings = PluginConfiguration(
        identifier=AgentPayPlugin.PLUGIN_ID,
        channel=Channel.objects.get(slug=CHANNEL),
        active=True,
        configuration=[dict(field) for field in KEYS],
    )
    yield settings
    identifiers = (AgentPayPlugin.PLUGIN_ID, SALEOR_STRIPE)
    PluginConfiguration.objects.filter(identifier__in=identifiers).delete()


@pytest.fixture
def app() -> Iterator[App]:
    yield app_account.current()
    App.objects.filter(identifier=app_account.IDENTIFIER).delete()
    Pulse.objects.filter(name="app-account").delete()
    app_account.ensure()


def value(row: PluginConfiguration, name: str) -> str:
    return str(next(field["value"] for field in row.configuration if field["name"] == name))


# --- settings -----------------------------------------------------------------------------------


def test_clearing_a_secret_takes_it_out(row: PluginConfiguration) -> None:
    clearing = {"configuration": [{"name": "stripe_webhook_secret", "value": None}]}

    AgentPayPlugin.save_plugin_configuration(row, {"active": False, **clearing})

    assert value(row, "stripe_webhook_secret") == ""
    assert value(row, "stripe_secret_key") == "sk_test_12345678"


def test_field_without_a_value_is_left_alone(row: PluginConfiguration) -> None:
    AgentPayPlugin.save_plugin_configuration(row, {"configuration": [{"name": KEYS[0]["name"]}]})

    assert value(row, "stripe_secret_key") == "sk_test_12345678"


def test_secret_of_a_channel_that_is_on_cannot_be_cleared(row: PluginConfiguration) -> None:
    clearing = {"configuration": [{"name": "stripe_secret_key", "value": None}]}

    with pytest.raises(ValidationError) as refused:
        AgentPayPlugin.save_plugin_configuration(row, clearing)

    assert list(refused.value.message_dict) == ["stripe_secret_key"]
    assert not Pulse.objects.filter(name__startswith="saving:").exists()
    assert not PluginConfiguration.objects.filter(identifier=row.identifier).exists()


def test_error_to_mend_first_comes_last_where_the_dashboard_shows_it(
    row: PluginConfiguration,
) -> None:
    row.configuration = [{"name": "storefront_grace_minutes", "value": "soon"}]

    with pytest.raises(ValidationError) as refused:
        AgentPayPlugin.validate_plugin_configuration(row)

    assert list(refused.value.message_dict.items()) == [
        (
            "storefront_grace_minutes",
            ["Grace for the storefront's own checkout (minutes): 0 to 1440, a whole number."],
        ),
        (
            "stripe_secret_key",
            ["Stripe secret key: Needed while it is on: paste it under Authorization."],
        ),
    ]


def test_channel_is_switched_on_by_a_key_alone(row: PluginConfiguration, stripe: LookAlike) -> None:
    row.configuration = []

    typed = {"configuration": [KEYS[0]], "active": True}
    saved = AgentPayPlugin.save_plugin_configuration(row, typed)

    (endpoint,) = stripe._webhooks.endpoints
    assert endpoint.url.endswith(f"/webhooks/stripe/{row.channel_id}/")
    found = settings_of(channel_key(row.channel_id))
    assert (found.active, found.stripe_webhook_secret) == (True, endpoint.secret)
    names = {field["name"] for field in saved.configuration}
    assert names <= AgentPayPlugin.CONFIG_STRUCTURE.keys()


def test_replaced_secret_stays_valid_and_is_shown_to_nobody(row: PluginConfiguration) -> None:
    AgentPayPlugin.save_plugin_configuration(row, {"active": True})
    new = {"configuration": [{"name": "stripe_webhook_secret", "value": "whsec_another1234"}]}

    AgentPayPlugin.save_plugin_configuration(row, new)

    found = settings_of(channel_key(row.channel_id))
    assert found.stripe_webhook_secret == "whsec_another1234"
    assert found.previous_secrets["stripe_webhook_secret"] == "whsec_12345678"
    plugin = AgentPayPlugin(
        active=True,
        configuration=PluginConfiguration.objects.get(pk=row.pk).configuration,
        channel=row.channel,
    )
    assert "whsec_12345678" not in str(plugin.resolve_plugin_configuration(None))


def test_two_saves_at_once_are_told_so(row: PluginConfiguration, stripe: LookAlike) -> None:
    Pulse.objects.create(name=f"saving:{row.channel_id}", last_run_at=timezone.now())

    with pytest.raises(ValidationError, match="are being saved by somebody else"):
        AgentPayPlugin.save_plugin_configuration(row, {"active": True})

    Pulse.objects.filter(name=f"saving:{row.channel_id}").delete()
    assert stripe.requests == []
    assert not PluginConfiguration.objects.filter(identifier=row.identifier).exists()


def test_key_of_saleors_own_plugin_is_lent_while_it_is_there(
    row: PluginConfiguration, stripe: LookAlike
) -> None:
    theirs = PluginConfiguration.objects.create(
        identifier=SALEOR_STRIPE,
        channel=row.channel,
        active=True,
        configuration=[{"name": "secret_api_key", "value": "sk_test_saleors12345"}],
    )
    row.configuration = []
    switch = [{"name": "use_saleor_stripe_key", "value": "true"}]
    AgentPayPlugin.save_plugin_configuration(row, {"active": True, "configuration": switch})
    lent = settings_of(channel_key(row.channel_id))
    PluginConfiguration.objects.filter(pk=theirs.pk).update(active=False)
    withdrawn = settings_of(channel_key(row.channel_id))
    plugin = AgentPayPlugin(active=True, configuration=row.configuration, channel=row.channel)
    notice = next(
        field["value"]
        for field in plugin.resolve_plugin_configuration(None)
        if field["name"] == "setup_notice"
    )
    with pytest.raises(ValidationError) as refused:
        AgentPayPlugin.save_plugin_configuration(row, {"active": True})
    concerns = lent_key.concerns()
    PluginConfiguration.objects.filter(pk=theirs.pk).update(active=True)

    assert lent_key.concerns() == {}
    assert concerns == {
        f"lent-{row.channel_id}": f"No card payments in the channel {CHANNEL}: {notice}"
    }
    assert (lent.stripe_secret_key, lent.stripe_withdrawn) == ("sk_test_saleors12345", False)
    assert stripe._webhooks.endpoints[0].account == "sk_test_saleors12345"
    assert "sk_test" not in str(PluginConfiguration.objects.get(pk=row.pk).configuration)
    assert (withdrawn.stripe_secret_key, withdrawn.stripe_withdrawn) == (
        "sk_test_saleors12345",
        True,
    )
    assert notice.startswith("Saleor's own Stripe plugin is switched off in this channel")
    assert list(refused.value.message_dict) == ["use_saleor_stripe_key"]


# --- our app ------------------------------------------------------------------------------------


def test_app_leads_to_its_page_at_the_address_the_shop_has_now(app: App) -> None:
    with override_settings(PUBLIC_URL="https://api.shop.example"):
        app_account.ensure()

    app.refresh_from_db()
    assert app.app_url == "https://api.shop.example/plugins/global/agentpay-gateway/app/"
    assert "AgentPay settings" in (app.about_app or "")


@pytest.mark.parametrize("how", ["removed", "deleted"])
def test_switching_a_channel_on_brings_a_deleted_app_back(
    app: App, row: PluginConfiguration, how: str
) -> None:
    if how == "removed":
        App.objects.filter(pk=app.pk).update(removed_at=timezone.now(), is_active=False)
    else:
        app.delete()
    row.active = False

    AgentPayPlugin.save_plugin_configuration(row, {"configuration": []})
    closed = app_account.is_open()
    AgentPayPlugin.save_plugin_configuration(row, {"active": True})
    AgentPayPlugin.save_plugin_configuration(row, {"active": True})

    assert closed is False
    assert app_account.is_open() is True
    living = App.objects.filter(identifier=app_account.IDENTIFIER, removed_at=None)
    assert [one.is_active for one in living] == [True]


def test_app_that_lost_a_permission_is_not_open(app: App) -> None:
    before = app_account.is_open()

    app.permissions.remove(app.permissions.get(codename="handle_payments"))

    assert (before, app_account.is_open()) == (True, False)


def test_switching_a_channel_on_leaves_an_app_that_is_off(
    app: App, row: PluginConfiguration
) -> None:
    switch_app(False)
    row.active = False

    AgentPayPlugin.save_plugin_configuration(row, {"active": True})

    assert app_account.is_open() is False
    assert App.objects.filter(identifier=app_account.IDENTIFIER).count() == 1
    assert app.pk


# --- what waits ---------------------------------------------------------------------------------


def sweep() -> list[tuple[str, bool, bool]]:
    """Sweep, and return the problems that the Dashboard shows or was told are over."""
    Pulse.objects.filter(name="sweep").delete()
    wiring.sweep()
    found = apps.AppProblem.objects.order_by("pk")
    return [(one.message, one.is_critical, one.dismissed) for one in found]


@pytest.mark.skipif(not hasattr(apps, "AppProblem"), reason="Saleor lists problems since 3.22")
@pytest.mark.usefixtures("app")
def test_payment_that_waits_is_shown_until_it_is_over() -> None:
    now = timezone.now()
    charge = Charge.objects.create(
        id=uuid4(), source_id="Q2hlY2tvdXQ6MQ==", source_kind="checkout", channel="id:1",
        method="card", provider="stripe", amount_minor=2000, currency="USD", state="held",
        reason="insufficient_stock", return_id=uuid4().hex, created_at=now, state_since=now,
    )  # fmt: skip
    try:
        first, second = sweep(), sweep()
        Charge.objects.filter(pk=charge.pk).update(state="refunded")
        third = sweep()
    finally:
        charge.delete()

    words = (
        f"A payment of 20.00 USD waits for you since {now:%Y-%m-%d %H:%M} UTC: its checkout cannot become an"
        " order, not enough is in stock."
    )
    assert first == second == [(words, True, False)]
    assert third == [(words, True, True)]
