"""A shop that reserves first and captures later, and what its merchant does about it."""

from __future__ import annotations

from uuid import UUID

from agentpay_plugin.charges import capture_requests, inbox
from agentpay_plugin.charges.ports import Asked, ReportKind
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.models import ProviderNotice
from agentpay_plugin.money import Money
from tests.charges.world import CHANNEL, World, charge_of

SESSION = "cs_fake_1"
RESERVED = ("AUTHORIZATION_SUCCESS", 5000, SESSION)
CAPTURE = ("CHARGE_REQUEST", 5000, SESSION)
CAPTURED = ("CHARGE_SUCCESS", 5000, SESSION)
CALL_OFF = ("CANCEL_REQUEST", 5000, "refund")
CALLED_OFF = ("CANCEL_SUCCESS", 5000, "refund")


def usd(minor: int) -> Money:
    return Money(minor, "USD")


def bought(world: World) -> str:
    """A charge of 50.00 USD that is reserved on the shopper's card, and nobody has noticed; its id."""
    world.with_settings(captures_manually=True)
    view = world.opened(world.cart("variant-hoodie"))
    world.pay(view.id)
    return view.id


def reserved(world: World) -> str:
    """A charge of 50.00 USD that is reserved, and whose order stands; its id."""
    charge_id = bought(world)
    settle(world.desk, UUID(charge_id))
    assert charge_of(charge_id).state == "reserved"
    return charge_id


def capture(world: World, charge_id: str, minor: int = 5000) -> str:
    """The merchant captures, and it is carried out; the request's id."""
    request = world.shop.ask_capture(world.shop.transactions[0].id, usd(minor))
    settle(world.desk, UUID(charge_id))
    return request


def call_off(world: World, charge_id: str) -> str:
    """The merchant cancels, and it is carried out; the request's id."""
    request = world.shop.ask_release(world.shop.transactions[0].id)
    settle(world.desk, UUID(charge_id))
    return request


def ask_anyway(world: World, minor: int, kind: str) -> str:
    """Ask for an amount that the shop itself would have cut; what the merchant reads then."""
    ask = {"capture": world.shop.ask_capture, "release": world.shop.ask_release}[kind]
    attribute = f"{kind}_gateway"
    hook = getattr(world.shop, attribute)
    setattr(world.shop, attribute, None)
    transaction = world.shop.transactions[0]
    request = ask(transaction.id, usd(minor))
    setattr(world.shop, attribute, hook)
    asked = Asked(
        request, transaction.id, usd(minor).amount, "USD", transaction.order_id is not None
    )
    do = {"capture": capture_requests.ask_capture, "release": capture_requests.ask_release}[kind]
    do(world.desk, asked)
    failure = ReportKind.CHARGE_FAILURE if kind == "capture" else ReportKind.CANCEL_FAILURE
    said = [one.message for one in world.shop.transactions[0].reports if one.kind is failure]
    return said[-1] if said else ""


def hear(world: World, kind: str, **about: str) -> ProviderNotice:
    """Receive a webhook about the first charge, and handle it."""
    body, headers = world.provider.make_event(kind, SESSION, int(world.now.timestamp()), **about)
    assert inbox.receive(world.desk, "stripe", CHANNEL, body, headers) == 200
    stored = ProviderNotice.objects.latest("pk")
    inbox.handle(world.desk, stored.pk)
    stored.refresh_from_db()
    return stored


def amounts(world: World) -> tuple[int, int]:
    """What the shop's books say is reserved, and what was charged."""
    transaction = world.shop.transactions[0]
    return transaction.authorized.minor, transaction.charged.minor


def may(world: World) -> tuple[bool, bool]:
    """Whether the merchant may refund, and whether to capture or to cancel."""
    transaction = world.shop.transactions[0]
    return transaction.can_refund, transaction.can_capture
