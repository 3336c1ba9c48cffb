"""The merchant's settings as Saleor stores them: one row per channel, read anew for each call of the chat."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from saleor.channel.models import Channel
from saleor.plugins.models import PluginConfiguration

from agentpay_plugin.saleor.lent_key import PLUGIN_ID, effective, values_of
from agentpay_plugin.settings import ASSISTANT_PROVIDER, ChannelSettings, parse, text_of

_BY_ID = "id:"
_read: ContextVar[dict[object, Any] | None] = ContextVar("agentpay_read", default=None)


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


@contextmanager
def remembering() -> Iterator[None]:
    """Read a channel and its settings once while one call is answered, which asks for them many times."""
    token = _read.set({})
    try:
        yield
    finally:
        _read.reset(token)


def _once(what: object, read: Callable[[], Any]) -> Any:
    known = _read.get()
    if known is None:
        return read()
    if what not in known:
        known[what] = read()
    return known[what]


def key_of_slug(slug: str) -> str | None:
    """Return the key of the channel of a slug. One of our keys is no slug."""
    channel = _channel(slug=slug)
    return channel.key if channel else None


def slug_of(key: str) -> str | None:
    """Return the slug that a channel has now."""
    channel = channel_of(key)
    return channel.slug if channel else None


def channel_of(key: str) -> ChannelFacts | None:
    """Return the channel of one of our keys, or of a slug; None when Saleor has none."""
    if not key.startswith(_BY_ID):
        return _channel(slug=key)
    number = key.removeprefix(_BY_ID)
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        return None
    return _channel(pk=int(number))


def _channel(**where: object) -> ChannelFacts | None:
    def read() -> ChannelFacts | None:
        rows = Channel.objects.filter(**where)
        found = rows.values_list("pk", "slug", "currency_code", "is_active").first()
        return ChannelFacts(*found) if found else None

    found: ChannelFacts | None = _once(tuple(where.items()), read)
    return found


def settings_of(key: str) -> ChannelSettings:
    """Return a channel's settings; those of a channel that was never set up are inactive and empty."""
    channel = channel_of(key)
    if channel is None:
        return ChannelSettings()
    found: ChannelSettings = _once(("settings", channel.pk), lambda: _settings(channel.pk))
    return found


def has_assistant() -> bool:
    """Tell whether any channel that is on has an assistant."""
    rows = PluginConfiguration.objects.filter(identifier=PLUGIN_ID, active=True)
    return any(text_of(values_of(row.configuration), ASSISTANT_PROVIDER) for row in rows)


def _settings(channel_pk: int) -> ChannelSettings:
    rows = PluginConfiguration.objects.filter(identifier=PLUGIN_ID, channel_id=channel_pk)
    row = rows.first()
    if row is None:
        return ChannelSettings()
    values = effective(values_of(row.configuration), channel_pk)
    return parse(row.active, values, timezone.now())
