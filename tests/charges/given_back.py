"""A merchant who gives money back at the provider, and the webhooks that tell of it."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from agentpay_plugin.charges import inbox
from agentpay_plugin.charges.ports import RefundState
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.errors import Busy
from agentpay_plugin.models import PaidOrder, ProviderNotice
from agentpay_plugin.money import Money
from tests.charges.world import CHANNEL, World, charge_of

PAID = ("CHARGE_SUCCESS", 5000, "cs_fake_1")


def confirmed(world: World) -> str:
    """A charge of 50.00 USD whose order stands; its id."""
    charge_id = bought(world)
    settle(world.desk, UUID(charge_id))
    return charge_id


def bought(world: World) -> str:
    """A charge of 50.00 USD that is paid, and nobody has noticed; its id."""
    view = world.opened(world.cart("variant-hoodie"))
    world.pay(view.id)
    return view.id


def give_back(world: World, minor: int = 2000, state: RefundState = RefundState.SUCCEEDED) -> str:
    """The merchant gives back a part of the first charge; the refund's reference."""
    return world.provider.give_back("cs_fake_1", Money(minor, "USD"), state).ref


def notice(
    world: World, refund: str, kind: str = "refund.created", channel: str = CHANNEL
) -> ProviderNotice:
    """Receive a webhook about a refund of the first charge, and leave it unhandled."""
    now = int(world.now.timestamp())
    body, headers = world.provider.make_event(kind, "cs_fake_1", now, refund=refund)
    assert inbox.receive(world.desk, "stripe", channel, body, headers) == 200
    return ProviderNotice.objects.latest("pk")


def hear(world: World, refund: str, kind: str = "refund.created") -> ProviderNotice:
    """Receive a webhook about a refund of the first charge, and handle it, unless a worker has the charge."""
    stored = notice(world, refund, kind)
    with suppress(Busy):
        inbox.handle(world.desk, stored.pk)
    stored.refresh_from_db()
    return stored


def kept(charge_id: str) -> tuple[int, int]:
    """What the charge and its order say that the order keeps."""
    charge = charge_of(charge_id)
    return charge.kept_minor, PaidOrder.objects.get(pk=charge.order_id).kept_minor
