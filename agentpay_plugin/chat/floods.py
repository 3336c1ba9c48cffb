"""Counts the calls of one address (of IPv6: of one /64), so that none can flood the shop.

What is counted is kept apart from the conversations: erasing one does not make room for the next.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from ipaddress import IPv4Address, ip_address, ip_network

from django.utils.crypto import salted_hmac

from agentpay_plugin.chat import limits
from agentpay_plugin.chat.desk import Caller
from agentpay_plugin.chat.refusals import Refused, Why
from agentpay_plugin.models import Knock


def count_start(caller: Caller, now: datetime) -> None:
    """Count a new chat. Raises Refused, and counts nothing, when there were too many."""
    _count("start", caller, limits.CHATS_PER_ADDRESS, Why.TOO_MANY_CHATS, now)


def count_visit(caller: Caller, now: datetime) -> None:
    """Count a page view. Raises Refused, and counts nothing, when there were too many."""
    _count("visit", caller, limits.VISITS_PER_ADDRESS, Why.TOO_MANY_VISITS, now)


def may_ask_model(address: str, now: datetime) -> bool:
    """Tell whether an address may have one more turn with a language model. Counts nothing."""
    most, span = limits.MODEL_TURNS_PER_ADDRESS
    if not address:
        return True
    counted = Knock.objects.filter(mark=_mark("model", address), created_at__gt=now - span)
    return counted.count() < most


def count_model_turn(address: str, now: datetime) -> None:
    """Count a turn with a language model."""
    if address:
        Knock.objects.create(mark=_mark("model", address), created_at=now)


def clear(now: datetime) -> None:
    """Delete what no limit looks at any more."""
    Knock.objects.filter(created_at__lte=now - limits.LONGEST_WINDOW).delete()


def _count(
    what: str, caller: Caller, limit: tuple[int, timedelta], why: Why, now: datetime
) -> None:
    """Several calls at the very same moment may all get through."""
    if not caller.ip_address:
        return
    most, span = limit
    mark = _mark(what, caller.ip_address)
    if Knock.objects.filter(mark=mark, created_at__gt=now - span).count() >= most:
        raise Refused(why)
    Knock.objects.create(mark=mark, created_at=now)


def _mark(what: str, address: str) -> str:
    """A keyed hash: whoever reads the table cannot try out addresses."""
    return salted_hmac(
        "agentpay.knock", f"{what}\n{_network(address)}", algorithm="sha256"
    ).hexdigest()


def _network(address: str) -> str:
    """Return what one household or server has to itself: an IPv4 address, or a /64 of IPv6."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv4Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ip_network((found.packed[:8] + bytes(8), 64)))
