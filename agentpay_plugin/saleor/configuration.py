"""The merchant's settings as Saleor stores them: one row per channel, read at each use."""

from __future__ import annotations

from dataclasses import dataclass

from saleor.channel.models import Channel
from saleor.plugins.models import PluginConfiguration

from agentpay_plugin.settings import ChannelSettings, parse

PLUGIN_ID = "agentpay"
_BY_ID = "id:"


@dataclass(frozen=True, slots=True)
class ChannelFacts:
    """What we need to know of a channel. `key` names it in our rows: a slug may be renamed, an id not."""

    pk: int
    slug: str
    currency: str
    is_active: bool

    @property
    def key(self) -> str:
        return channel_key(self.pk)


def channel_key(pk: int | str) -> str:
    """Return the name of a channel in our own rows."""
    return f"{_BY_ID}{pk}"


def key_of_slug(slug: str) -> str | None:
    """Return the key of the channel of a slug. One of our keys is no slug."""
    pk = Channel.objects.filter(slug=slug).values_list("pk", flat=True).first()
    return None if pk is None else channel_key(pk)


def slug_of(key: str) -> str | None:
    """Return the slug that a channel has now."""
    channel = channel_of(key)
    return channel.slug if channel else None


def channel_of(key: str) -> ChannelFacts | None:
    """Return the channel of one of our keys, or of a slug; None when Saleor has none."""
    where: dict[str, object] = {"slug": key}
    if key.startswith(_BY_ID):
        number = key.removeprefix(_BY_ID)
        if not (number.isascii() and number.isdigit() and len(number) < 10):
            return None
        where = {"pk": int(number)}
    row = Channel.objects.filter(**where).values_list("pk", "slug", "currency_code", "is_active")
    found = row.first()
    return ChannelFacts(*found) if found else None


def settings_of(key: str) -> ChannelSettings:
    """Return a channel's settings; those of a channel that was never set up are inactive and empty."""
    channel = channel_of(key)
    row = (
        channel
        and PluginConfiguration.objects.filter(identifier=PLUGIN_ID, channel_id=channel.pk).first()
    )
    if not row:
        return ChannelSettings()
    values = {item["name"]: item.get("value") for item in row.configuration or []}
    return parse(row.active, values)
