"""A save of a channel's settings in Saleor: one at a time, with the providers asked before anything is stored."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings as django_settings
from django.contrib.sites.models import Site
from django.core.exceptions import ValidationError
from django.utils import timezone
from saleor.core.utils import build_absolute_uri
from saleor.plugins.error_codes import PluginErrorCode
from saleor.plugins.models import PluginConfiguration
from saleor.site.models import SiteSettings

from agentpay_plugin import settings_check
from agentpay_plugin.charges import pulse, waiting
from agentpay_plugin.hosting import urls
from agentpay_plugin.language import trying
from agentpay_plugin.models import Pulse
from agentpay_plugin.payments import setup
from agentpay_plugin.saleor import lent_key, wiring
from agentpay_plugin.saleor.configuration import channel_key
from agentpay_plugin.saleor.lent_key import effective, values_of
from agentpay_plugin.settings import ASSISTANT_PROVIDER, text_of

# A save that was killed keeps others out for no longer than this.
_SECONDS = 30


@contextmanager
def alone(row: PluginConfiguration) -> Iterator[None]:
    """Save a channel's settings while nobody else does, on what is stored now. Raises ValidationError.

    Two saves that cross would each set a webhook up, and take the other's away.
    """
    name = f"saving:{row.channel_id}"
    if not pulse.claim(name, _SECONDS, timezone.now()):
        words = "They are being saved by somebody else at this moment. Try again in a few seconds."
        raise ValidationError(words, code=PluginErrorCode.INVALID.value)
    try:
        if row.pk is not None:
            row.refresh_from_db(fields=["active", "configuration"])
        yield
    finally:
        Pulse.objects.filter(name=name).delete()


def stored(row: PluginConfiguration) -> dict[str, Any]:
    """Return the values that stand in the database now, with a key that is lent."""
    found = PluginConfiguration.objects.filter(pk=row.pk).values_list("configuration", flat=True)
    return effective(values_of(found.first()), row.channel_id)


def problems(row: PluginConfiguration) -> dict[str, str]:
    """Return what is wrong with values that are to be saved, field name to plain words; asks nobody outside."""
    values = effective(values_of(row.configuration), row.channel_id)
    found = settings_check.problems(row.active, values)
    if row.channel_id is None:
        return found
    left = waiting.open_work(channel_key(row.channel_id))
    return settings_check.taken_out(row.active, stored(row), values, left) | found


def prepare(row: PluginConfiguration) -> dict[str, str]:
    """Ask the providers, and put what comes of it into the row that is about to be saved; returns problems."""
    values = effective(values_of(row.configuration), row.channel_id)
    begin, now = time.monotonic(), timezone.now()
    # The assistant first: nothing is set up at a provider of payments for a save that is refused after all.
    tried = trying.prepare(values, wiring.claude_base(), now)
    if tried.problems:
        return tried.problems
    left = setup.SECONDS - (time.monotonic() - begin)
    open_refs = waiting.open_refs(channel_key(row.channel_id)) if row.channel_id else {}
    outcome = setup.prepare(
        row.active, stored(row), values, _site(row), now, left, open_refs=open_refs
    )
    if not outcome.problems:
        lacking = wiring.lacks_for_assistant() if text_of(values, ASSISTANT_PROVIDER) else ""
        notice = "\n".join(filter(None, (outcome.values[setup.NOTICE], tried.notice, lacking)))
        for name, value in (outcome.values | tried.values | {setup.NOTICE: notice}).items():
            _put(row.configuration, name, value)
    return outcome.problems


def tidy(row: PluginConfiguration, before: dict[str, Any]) -> None:
    """End what a save has replaced at the providers."""
    setup.tidy(before, stored(row), _site(row))


def shown_notice(row_values: dict[str, Any], channel_pk: int | None) -> str:
    """Return what the merchant is to know of the keys now."""
    return lent_key.problem(row_values, channel_pk) or str(row_values.get(setup.NOTICE) or "")


def webhook_url(channel_pk: int | None, provider: str) -> str:
    """Return the address that a provider's webhooks of a channel are sent to."""
    path = urls.webhook_path(channel_pk, provider) if channel_pk else ""
    return build_absolute_uri(path) if path else ""


def _site(row: PluginConfiguration) -> setup.Site:
    site = Site.objects.get_current()
    sender = SiteSettings.objects.filter(site=site).values_list(
        "default_mail_sender_address", flat=True
    )
    return setup.Site(
        webhook_url=lambda provider: webhook_url(row.channel_id, provider),
        email=sender.first() or django_settings.DEFAULT_FROM_EMAIL,
        bases=wiring.bases(),
    )


def _put(configuration: list[dict[str, Any]], name: str, value: str) -> None:
    there = next((item for item in configuration if item["name"] == name), None)
    if there is not None:
        there["value"] = value
    elif value:
        configuration.append({"name": name, "value": value})
