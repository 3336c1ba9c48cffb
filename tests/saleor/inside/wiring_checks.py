"""What is put together for a process inside Saleor: channels, gateway, sweep. Runs in Saleor's own python."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from celery import current_app
from django.utils import timezone
from saleor.account.models import User
from saleor.channel.models import Channel
from saleor.checkout.models import Checkout
from saleor.order.models import Order
from saleor.payment.interface import PaymentGatewayData

from agentpay_plugin.chat import sweep as chat_sweep
from agentpay_plugin.conversation import codec
from agentpay_plugin.conversation.state import Conversation as State
from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.models import Conversation, Pulse, Turn
from agentpay_plugin.saleor import gateway, wiring
from agentpay_plugin.saleor.app_account import IDENTIFIER
from agentpay_plugin.saleor.configuration import channel_key, key_of_slug, slug_of
from agentpay_plugin.saleor.executor import Customer, in_process
from agentpay_plugin.shop.saleor import Execute, SaleorCarts, SaleorOrders
from tests.saleor.inside.saleor_world import *  # noqa: F403
from tests.saleor.inside.saleor_world import CHANNEL, gift_card, global_id
from tests.shop.world import NEW_YORK, World


@pytest.fixture
def channel() -> Iterator[Channel]:
    row = Channel.objects.get(slug=CHANNEL)
    yield row
    Channel.objects.filter(pk=row.pk).update(slug=CHANNEL, is_active=True)


@pytest.fixture
def no_rows() -> Iterator[None]:
    yield
    Conversation.objects.all().delete()
    Pulse.objects.filter(name__in=("sweep", "sweep-call")).delete()


@pytest.fixture
def eager() -> Iterator[None]:
    before = current_app.conf.task_always_eager
    current_app.conf.task_always_eager = True
    yield
    current_app.conf.task_always_eager = before


# --- channels -----------------------------------------------------------------------------------


def test_key_of_a_channel_stays_when_its_slug_is_renamed(channel: Channel) -> None:
    key = channel_key(channel.pk)

    Channel.objects.filter(pk=channel.pk).update(slug="renamed")

    assert (key_of_slug("renamed"), slug_of(key)) == (key, "renamed")
    assert key_of_slug(CHANNEL) is None
    assert key_of_slug(key) is None


def test_channel_switched_off_refuses_shoppers_and_not_our_app(
    world: World, channel: Channel
) -> None:
    cart = world.carts.create(world.sized.variant_id, 1)
    Channel.objects.filter(pk=channel.pk).update(is_active=False)

    with pytest.raises(ShopRefused) as refused:
        world.carts.read(cart.id)

    assert refused.value.shop_code == "PERMISSION_DENIED"
    assert world.books.source(cart.id) is not None


def test_customer_keeps_an_order_with_nothing_to_pay(world: World, app: Execute) -> None:
    user = User.objects.create(email="lin@example.com", is_active=True)
    mine = in_process(Customer(global_id("User", user.pk)))
    carts = SaleorCarts(mine, CHANNEL)
    try:
        cart = carts.create(world.digital.variant_id, 1)
        carts.set_contact(cart.id, "lin@example.com")
        carts.set_addresses(cart.id, None, NEW_YORK)
        carts.apply_promo_code(cart.id, gift_card("wiring-free", 10**6))

        order = SaleorOrders(mine, app).complete_free(cart.id)

        assert Order.objects.get(number=order.number).user_id == user.pk
        assert not Checkout.objects.filter(user=user).exists()
    finally:
        Order.objects.filter(user=user).update(user=None)
        Checkout.objects.filter(user=user).delete()
        user.delete()


# --- gateway ------------------------------------------------------------------------------------


@pytest.mark.parametrize("asked", [None, [], [PaymentGatewayData(app_identifier=IDENTIFIER)]])
def test_gateway_without_a_method_is_offered_only_when_it_was_asked_for(
    world: World, asked: list[PaymentGatewayData] | None
) -> None:
    cart = world.carts.create(world.sized.variant_id, 1)
    source = Checkout.objects.order_by("-created_at")[0]
    other = PaymentGatewayData(app_identifier="other")

    found = gateway.payment_gateway_initialize_session(Decimal("20.00"), asked, source, [other])

    assert global_id("Checkout", source.pk) == cart.id
    assert found[0] is other
    assert [entry.data for entry in found[1:]] == ([{"methods": []}] if asked else [])


# --- sweep --------------------------------------------------------------------------------------


def stale_turns(count: int) -> None:
    long_ago = timezone.now() - 2 * chat_sweep.STALE_AFTER
    for number in range(count):
        key = uuid4()
        state = codec.encode(State(str(key), channel_key(number), "en"))
        row = Conversation.objects.create(
            id=key, token_hash=str(number), channel=channel_key(number), locale="en", state=state
        )
        Turn.objects.create(
            conversation=row,
            client_id="a",
            kind="tapped",
            payload={"askPerson": True},
            payload_hash="",
            created_at=long_ago,
        )


@pytest.mark.usefixtures("no_rows", "eager")
def test_call_without_a_broker_finishes_a_few_rows_at_most_once_a_minute() -> None:
    stale_turns(5)

    wiring.keep_sweeping()
    first = Turn.objects.filter(state="queued").count()
    wiring.keep_sweeping()

    assert (first, Turn.objects.filter(state="queued").count()) == (2, 2)


@pytest.mark.usefixtures("no_rows")
def test_sweep_runs_once_a_minute_whoever_starts_it() -> None:
    wiring.sweep()
    stale_turns(1)

    wiring.sweep()

    assert Turn.objects.filter(state="queued").count() == 1
    Pulse.objects.filter(name="sweep").update(last_run_at=timezone.now() - timedelta(minutes=1))
    wiring.sweep()
    assert Turn.objects.filter(state="queued").count() == 0
