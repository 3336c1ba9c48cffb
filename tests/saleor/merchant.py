"""The merchant in the tests: sets AgentPay up through Saleor's API."""

from __future__ import annotations

from collections.abc import Sequence
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


def update(shop: Shop, channel: str, active: bool, **values: str | None) -> dict[str, Any]:
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


def gift_card(shop: Shop, amount: str, currency: str = "USD") -> str:
    """Make a gift card and return its code."""
    answer = done(
        shop,
        "mutation($i:GiftCardCreateInput!){giftCardCreate(input:$i){giftCard{code} errors{field message code}}}",
        i={"balance": {"amount": amount, "currency": currency}, "isActive": True},
    )
    return str(answer["giftCard"]["code"])


def voucher(
    shop: Shop, code: str, value: str, kind: str = "PERCENTAGE",
    channels: Sequence[str] = ("default-channel",), **more: Any,
) -> str:  # fmt: skip
    """Make a voucher for the whole order, of `value` per cent or (FIXED) in major units; return its code."""
    made = done(
        shop,
        "mutation($i:VoucherInput!){voucherCreate(input:$i){voucher{id} errors{field message code}}}",
        i={"addCodes": [code], "name": code, "type": "ENTIRE_ORDER", "discountValueType": kind, **more},
    )  # fmt: skip
    done(
        shop,
        "mutation($id:ID!,$i:VoucherChannelListingInput!){voucherChannelListingUpdate(id:$id,input:$i)"
        "{errors{field message code}}}",
        id=made["voucher"]["id"],
        i={
            "addChannels": [
                {"channelId": channel_id(shop, slug), "discountValue": value} for slug in channels
            ]
        },
    )
    return code


def collection_point(shop: Shop, name: str, address: dict[str, str], zone: str = "Default") -> str:
    """Open a warehouse where shoppers collect what any warehouse holds; return its id."""
    data = shop.graphql(
        "{shippingZones(first:50){edges{node{id name}}}}", bearer=shop.staff_token()
    )
    zones = {edge["node"]["name"]: edge["node"]["id"] for edge in data["shippingZones"]["edges"]}
    made = done(
        shop,
        "mutation($i:WarehouseCreateInput!){createWarehouse(input:$i){warehouse{id} errors{field message code}}}",
        i={"name": name, "address": address},
    )["warehouse"]["id"]
    done(
        shop,
        "mutation($id:ID!,$i:ChannelUpdateInput!){channelUpdate(id:$id,input:$i){errors{field message code}}}",
        id=channel_id(shop, "default-channel"), i={"addWarehouses": [made]},
    )  # fmt: skip
    done(
        shop,
        "mutation($id:ID!,$i:ShippingZoneUpdateInput!){shippingZoneUpdate(id:$id,input:$i){errors{field message code}}}",
        id=zones[zone], i={"addWarehouses": [made]},
    )  # fmt: skip
    done(
        shop,
        "mutation($id:ID!,$i:WarehouseUpdateInput!){updateWarehouse(id:$id,input:$i){errors{field message code}}}",
        id=made, i={"isPrivate": False, "clickAndCollectOption": "ALL"},
    )  # fmt: skip
    return str(made)


def done(shop: Shop, mutation: str, **variables: Any) -> dict[str, Any]:
    """Send a mutation as staff and return its answer, which must have no errors."""
    (answer,) = shop.graphql(mutation, bearer=shop.staff_token(), **variables).values()
    assert answer["errors"] == [], answer["errors"]
    return dict(answer)
