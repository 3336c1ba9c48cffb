"""The inbox of webhooks: proven, stored once, answered; handled later, by asking the provider itself."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from http import HTTPStatus
from types import MappingProxyType
from uuid import UUID

from agentpay_plugin.charges import at_provider, disputes, schedule
from agentpay_plugin.charges.desk import NOTICE_TASK, Desk
from agentpay_plugin.charges.guard import outside_transactions
from agentpay_plugin.charges.methods import ONE_ENDPOINT, has_webhook_secret, is_live
from agentpay_plugin.charges.ports import Provider, ProviderEvent
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.errors import Busy, NotAuthentic, NotFound, Retryable
from agentpay_plugin.lease import leased
from agentpay_plugin.models import Charge, ProviderNotice

logger = logging.getLogger(__name__)

MAXIMUM_BODY = 1024 * 1024
# A charge of ours is always written down before its provider knows of it; this is for a restored database.
_FOREIGN_AFTER = timedelta(hours=6)
# What the merchant gives back or a bank disputes bears no reference, and the sweep needs a while to hear of a payment.
_FOREIGN_PAYMENT_AFTER = timedelta(minutes=30)
_KEPT = timedelta(days=90)


@outside_transactions
def receive(
    desk: Desk,
    provider: str,
    channel: str,
    body: bytes,
    headers: Mapping[str, str],
    query: Mapping[str, str] = MappingProxyType({}),
) -> HTTPStatus:
    """Store each event of an authentic webhook once and return the status to answer with.

    404: there is no such endpoint. 413: too big. 400: not by the provider. 200, and no other 2xx, since
    some providers stop at those: all of it is ours to handle now, was already, or is nothing we handle.
    """
    if len(body) > MAXIMUM_BODY:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    endpoint = _endpoint(desk, provider, channel)
    if endpoint is None:
        return HTTPStatus.NOT_FOUND
    lowered = {name.lower(): value for name, value in headers.items()}
    try:
        events = endpoint.verify(body, lowered, query, int(desk.clock().timestamp()))
    except NotAuthentic as reason:
        logger.warning("webhook of %s refused: %s", provider, reason)
        return HTTPStatus.BAD_REQUEST
    for event in events:
        if _is_handled(desk, provider, channel, event):
            _store(desk, provider, channel, event)
    return HTTPStatus.OK


@outside_transactions
def handle(desk: Desk, notice_id: int) -> None:
    """Handle a stored webhook. What fails is tried again later; handled is only what was carried out.

    Raises Busy when another worker has it or its charge, or it is none of ours.
    """
    with leased(ProviderNotice, notice_id, clock=desk.clock):
        notice = ProviderNotice.objects.get(pk=notice_id)
        if notice.handled_at is not None:
            return
        charge = _charge_of(notice)
        if charge is None:
            _not_found(desk, notice)
        elif charge.channel != notice.channel and notice.provider not in ONE_ENDPOINT:
            # Channels may share an account, which tells each of their endpoints everything.
            logger.info("notice %s is for the endpoint of another channel", notice_id)
            _done(desk, notice)
        else:
            _carry_out(desk, notice, charge.pk)


@outside_transactions
def replay(desk: Desk, notice_id: int) -> bool:
    """Handle a stored webhook once more, also one that was handled; True when it is handled.

    The provider is asked anew, so that nothing happens twice. Raises NotFound, and Busy: it is then
    handled by whoever has it, or by the sweep.
    """
    same = ProviderNotice.objects.filter(pk=notice_id)
    if not same.update(handled_at=None, tries=0, next_try_at=desk.clock()):
        raise NotFound(f"no notice {notice_id}")
    handle(desk, notice_id)
    return same.filter(handled_at__isnull=False).exists()


def _carry_out(desk: Desk, notice: ProviderNotice, charge_id: UUID) -> None:
    try:
        settle(desk, charge_id, heard_of=notice.charge_ref)
        if notice.decline:
            desk.declined(charge_id)
        if notice.about_dispute and not disputes.follow(desk, charge_id):
            # Banks take weeks, and tell of the end; this only catches an end that was not heard of.
            _later(notice, schedule.daily_at(desk.clock(), notice.tries))
            return
        is_over = at_provider.follow(desk, charge_id) if notice.about_refund else True
    except Busy:
        # The sweep may be a minute away, and the charge free in a moment: our caller comes back soon.
        same = ProviderNotice.objects.filter(pk=notice.pk)
        same.update(next_try_at=schedule.retry_at(desk.clock(), 0))
        raise
    except Retryable as error:
        logger.info("notice %s waits: %s", notice.pk, error.code)
        _later(notice, schedule.retry_at(desk.clock(), notice.tries))
    else:
        if is_over:
            _done(desk, notice)
        else:
            _later(notice, schedule.slow_at(desk.clock(), notice.tries))


def forget_old(desk: Desk, limit: int = 1000) -> int:
    """Drop notices that were handled long ago, at most `limit` at once; returns how many.

    A provider sends none again after weeks; if it did, it would be asked anew, and nothing happen twice.
    """
    old = ProviderNotice.objects.filter(handled_at__lt=desk.clock() - _KEPT)
    keys = list(old.order_by("handled_at").values_list("pk", flat=True)[:limit])
    count, _ = ProviderNotice.objects.filter(pk__in=keys).delete() if keys else (0, {})
    return count


def wake_waiting(desk: Desk, charge_id: UUID) -> None:
    """Wake the notices that came while the charge was still being opened."""
    waiting = ProviderNotice.objects.filter(reference=str(charge_id), handled_at=None)
    for notice_id in waiting.values_list("pk", flat=True):
        desk.wake(NOTICE_TASK, str(notice_id))


def _endpoint(desk: Desk, provider: str, channel: str) -> Provider | None:
    try:
        settings = desk.settings(channel)
    except NotFound:
        return None
    return desk.provider(channel, provider) if has_webhook_secret(settings, provider) else None


def _is_handled(desk: Desk, provider: str, channel: str, event: ProviderEvent) -> bool:
    if not event.handled:
        logger.info("webhook of %s not handled: %s", provider, event.type)
        return False
    if event.live != is_live(desk.settings(channel), provider):
        logger.warning("webhook of %s is of the other mode: %s", provider, event.type)
        return False
    return True


def _store(desk: Desk, provider: str, channel: str, event: ProviderEvent) -> None:
    now = desk.clock()
    notice, is_new = ProviderNotice.objects.get_or_create(
        provider=provider,
        channel=channel,
        event_id=event.id,
        defaults={
            "type": event.type,
            "charge_ref": event.charge_ref or "",
            "payment_ref": event.payment_ref or "",
            "reference": event.reference or "",
            "about_refund": event.about_refund,
            "about_dispute": event.about_dispute,
            "decline": event.decline or "",
            "next_try_at": now,
            "created_at": now,
        },
    )
    if is_new:
        desk.wake(NOTICE_TASK, str(notice.pk))


def _charge_of(notice: ProviderNotice) -> Charge | None:
    """Return the charge a notice is about, by our own reference or by the provider's."""
    same = Charge.objects.filter(provider=notice.provider)
    if reference := _uuid(notice.reference):
        return same.filter(pk=reference).first()
    if notice.charge_ref:
        return same.filter(provider_ref=notice.charge_ref).first()
    if notice.payment_ref:
        return same.filter(payment_ref=notice.payment_ref).first()
    return None


def _not_found(desk: Desk, notice: ProviderNotice) -> None:
    """Others use the same account: what may be ours is waited for a while, the rest is theirs."""
    if desk.clock() - notice.created_at < _patience(notice):
        _later(notice, schedule.retry_at(desk.clock(), notice.tries))
    else:
        logger.info("notice %s is about nothing of ours", notice.pk)
        _done(desk, notice)


def _patience(notice: ProviderNotice) -> timedelta:
    if _uuid(notice.reference):
        return _FOREIGN_AFTER
    if (notice.about_refund or notice.about_dispute) and notice.payment_ref:
        return _FOREIGN_PAYMENT_AFTER
    return timedelta(0)


def _later(notice: ProviderNotice, at: datetime) -> None:
    same = ProviderNotice.objects.filter(pk=notice.pk)
    same.update(tries=notice.tries + 1, next_try_at=at)


def _done(desk: Desk, notice: ProviderNotice) -> None:
    ProviderNotice.objects.filter(pk=notice.pk).update(handled_at=desk.clock())


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
