"""The merchant in the tests: sets AgentPay up through Saleor's API."""

from __future__ import annotations

from typing import Any

from tests.saleor.shop import Shop

CHANNELS = ("default-channel", "channel-pln")
SECRET_KEY = "sk_test_journeys1234"
WEBHOOK_SECRETS = {"default-channel": "whsec_journeys1234", "channel-pln": "whsec_journeys5678"}

_UPDATE = """
mutation($channel: ID!, $input: PluginUpdateInput!) {
  pluginUpdate(id: "agentpay", channelId: $channel, input: $input) {
    errors { field message code }
    plugin { channelConfigurations { active channel { id slug } configuration { name value type } } }
  }
}
"""


def channel_id(shop: Shop, slug: str) -> str:
    data = shop.graphql("{ channels { id slug } }", bearer=shop.staff_token())
    return str(next(c["id"] for c in data["channels"] if c["slug"] == slug))


def update(shop: Shop, channel: str, active: bool, **values: str) -> dict[str, Any]:
    """Save settings and return Saleor's answer."""
    given = [{"name": name, "value": value} for name, value in values.items()]
    data = shop.graphql(
        _UPDATE, bearer=shop.staff_token(), channel=channel_id(shop, channel),
        input={"active": active, "configuration": given},
    )  # fmt: skip
    return dict(data["pluginUpdate"])


def configuration(answer: dict[str, Any], channel: str) -> dict[str, Any]:
    """Return a channel's saved values by name, from an answer of `update`."""
    for entry in answer["plugin"]["channelConfigurations"]:
        if entry["channel"]["slug"] == channel:
            return {item["name"]: item["value"] for item in entry["configuration"]}
    raise AssertionError(f"no configuration of {channel}")


def switch_on(shop: Shop, channel: str, **values: str) -> str:
    """Set the channel up and return the webhook URL that the Dashboard shows."""
    keys = {"stripe_secret_key": SECRET_KEY, "stripe_webhook_secret": WEBHOOK_SECRETS[channel]}
    answer = update(shop, channel, True, **keys, **values)
    assert answer["errors"] == [], answer["errors"]
    return str(configuration(answer, channel)["webhook_url"])
