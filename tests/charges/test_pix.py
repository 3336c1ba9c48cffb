"""PIX in the money shell: who is offered it, who pays, how long, and money that comes after the end."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from agentpay_plugin.charges import at_provider, hooks, methods, requests
from agentpay_plugin.charges.ports import Payer, ProviderState
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.conversation.ports import ChargeView
from agentpay_plugin.errors import ProviderLocked
from agentpay_plugin.models import Charge, PaidOrder, Refund
from agentpay_plugin.money import Money
from agentpay_plugin.payments.fake import FakeProvider
from agentpay_plugin.payments.fake_failures import Failure
from agentpay_plugin.shop.sandbox.small import REAIS
from tests.builders import CARD, CPF, PIX
from tests.charges.test_at_once import at_once, failures
from tests.charges.world import Killed, World, charge_of

pytestmark = pytest.mark.django_db(transaction=True)

TEN = Money(1000, "BRL")


@pytest.fixture
def world() -> World:
    return World(channel=REAIS)


def opened(world: World, attempt: int = 1) -> ChargeView:
    view = world.chat.open(world.cart(), "pix", attempt, CPF)
    assert view.state == "open"
    return view


def asked(world: World, method: str) -> int:
    return [name for name, _ in world.pix.calls].count(method)


def storefront(world: World, payer: object = None, **data: Any) -> Mapping[str, Any]:
    given = {"method": "pix", **({} if payer is None else {"payer": payer}), **data}
    return world.storefront(world.cart().id, "49.90", **given)


# --- who is offered what -------------------------------------------------------------------------


def test_reais_are_offered_pix_first_and_other_money_only_cards(world: World) -> None:
    assert methods.offered(world.desk, REAIS, TEN) == (PIX, CARD)
    assert methods.offered(world.desk, REAIS, Money(1000, "USD")) == (CARD,)


@pytest.mark.parametrize(
    ("chosen", "offered"),
    [(("card", "pix"), (CARD, PIX)), (("pix",), (PIX,)), (("card",), (CARD,))],
)
def test_the_merchant_switches_and_orders(
    world: World, chosen: tuple[str, ...], offered: tuple[object, ...]
) -> None:
    world.with_settings(payment_methods=chosen)

    assert methods.offered(world.desk, REAIS, TEN) == offered


def test_the_bounds_of_each_provider_count_for_its_method(world: World) -> None:
    world.pix = FakeProvider("asaas", pix=True, least={"BRL": 500})

    assert methods.offered(world.desk, REAIS, Money(499, "BRL")) == (CARD,)
    assert methods.offered(world.desk, REAIS, Money(500, "BRL")) == (PIX, CARD)


def test_the_merchant_chooses_who_takes_pix(world: World) -> None:
    world.with_settings(pix_provider="stripe")
    by_stripe = methods.way_of(world.desk, REAIS, "pix", "BRL")
    world.with_settings(pix_provider="pix")

    assert by_stripe is not None
    assert (by_stripe.provider_name, by_stripe.needs_payer) == ("stripe", False)
    assert methods.way_of(world.desk, REAIS, "pix", "BRL") is None
    assert methods.offered(world.desk, REAIS, TEN) == (CARD,)


def test_a_storefront_is_told_who_needs_a_payer(world: World) -> None:
    told = hooks.gateway_data(world.desk, REAIS, Decimal("10.00"), "BRL")

    assert [(one["id"], one["needsPayer"]) for one in told["methods"]] == [
        ("pix", True),
        ("card", False),
    ]


# --- opening -------------------------------------------------------------------------------------


def test_the_chat_opens_a_code_that_lives_15_minutes(world: World) -> None:
    view = opened(world)

    charge = charge_of(view.id)
    assert (charge.provider, charge.method, charge.page_url) == ("asaas", "pix", "")
    assert view.pix_code == charge.pix_code == world.pix.charges["pix_fake_1"].pix_code
    assert (view.page_url, view.amount) == (None, Money(4990, "BRL"))
    assert view.expires_at == int(world.now.timestamp()) + 15 * 60
    assert requests.load(charge.request).payer == Payer("Ada Lovelace", CPF)
    assert world.provider.calls == []


def test_a_provider_whose_code_lives_for_months_changes_nothing(world: World) -> None:
    world.with_settings(pix_lifetime=600)
    view = opened(world)
    world.at_pix("pix_fake_1", expires_at=int(world.now.timestamp()) + 365 * 86400)

    again = world.chat.open(world.cart(), "pix", 2, CPF)

    assert view.expires_at == again.expires_at == int(world.now.timestamp()) + 600


def test_pix_on_stripes_page_lives_as_long_as_the_page(world: World) -> None:
    world.with_settings(pix_provider="stripe")

    view = world.chat.open(world.cart(), "pix", 1)

    assert view.page_url == "https://pay.example/cs_fake_1"
    assert view.expires_at == int(world.now.timestamp()) + 31 * 60


def test_a_storefront_gets_the_code_with_its_image_and_receiver(world: World) -> None:
    answer = storefront(world, {"taxId": "529.982.247-25", "name": " Ada  de Lovelace "})

    code = Charge.objects.get().pix_code
    pix = answer["data"]["pix"]
    assert answer["result"] == "CHARGE_ACTION_REQUIRED"
    assert answer["data"]["expiresAt"] == int(world.now.timestamp()) + 15 * 60
    assert (pix["code"], pix["receiver"]) == (code, "Loja de Teste")
    assert pix["qrSvg"].startswith("<svg ")
    assert "pageUrl" not in answer["data"]
    assert requests.load(Charge.objects.get().request).payer == Payer("Ada de Lovelace", CPF)
    assert CPF not in str(answer)


def test_no_row_keeps_the_payer_of_a_code_that_is_paid_while_its_storefront_may_complete(
    world: World,
) -> None:
    storefront(world, {"taxId": CPF})
    charge = Charge.objects.get()
    world.pay(str(charge.pk))

    settle(world.desk, charge.pk)

    assert charge_of(str(charge.pk)).state == "reported"
    assert all(CPF not in str(row) for row in Charge.objects.values())


@pytest.mark.parametrize(
    ("payer", "code", "field"),
    [
        (None, "payer_tax_id_missing", "data.payer.taxId"),
        ("Ada", "payer_tax_id_missing", "data.payer.taxId"),
        ({"name": "Ada"}, "payer_tax_id_missing", "data.payer.taxId"),
        ({"taxId": 52998224725}, "payer_tax_id_missing", "data.payer.taxId"),
        ({"taxId": "529.982.247-26"}, "payer_tax_id_invalid", "data.payer.taxId"),
        ({"taxId": "5" * 100_000}, "payer_tax_id_invalid", "data.payer.taxId"),
        ({"taxId": CPF, "name": "Ada\x00"}, "payer_name_invalid", "data.payer.name"),
        ({"taxId": CPF, "name": "Ada \ud800"}, "payer_name_invalid", "data.payer.name"),
        ({"taxId": CPF, "name": "\x1b[31mAda"}, "payer_name_invalid", "data.payer.name"),
    ],
)
def test_a_payer_that_is_missing_or_wrong_is_refused_before_anything_is_made(
    world: World, payer: object, code: str, field: str
) -> None:
    answer = storefront(world, payer)

    assert answer["result"] == "CHARGE_FAILURE"
    assert answer["data"] == {"code": code}
    assert str(answer["message"]).startswith(f"{field}: ")
    assert "529" not in str(answer)
    assert Charge.objects.count() == 0
    assert world.pix.calls == []


def test_a_payer_without_a_name_anywhere_is_refused(world: World) -> None:
    cart = world.shop.carts(REAIS).create("variant-audiobook", 1)
    world.shop.carts(REAIS).set_contact(cart.id, "ada@example.com")

    answer = world.storefront(cart.id, "49.90", method="pix", payer={"taxId": CPF})

    assert answer["data"] == {"code": "payer_name_missing"}
    assert str(answer["message"]).startswith("data.payer.name: ")
    assert Charge.objects.count() == 0


def test_pix_for_other_money_is_refused(world: World) -> None:
    world.channel = "default-channel"
    answer = world.storefront(world.cart().id, "9.99", method="pix", payer={"taxId": CPF})

    assert answer["data"] == {"code": "payments_closed"}
    assert "USD" in str(answer["message"])
    assert world.pix.calls == []


@pytest.mark.parametrize(
    "checkpoint", ["open.row_committed", "open.provider_created", "open.answer_stored"]
)
def test_a_kill_while_the_code_is_made_leaves_one_code(world: World, checkpoint: str) -> None:
    cart = world.cart()
    world.die_at = checkpoint
    with pytest.raises(Killed):
        world.chat.open(cart, "pix", 1, CPF)
    world.later(seconds=61)

    view = world.chat.open(cart, "pix", 1, CPF)

    assert view.state == "open"
    assert list(world.pix.charges) == ["pix_fake_1"]
    assert view.pix_code == world.pix.charges["pix_fake_1"].pix_code


# --- its end -------------------------------------------------------------------------------------


def test_a_paid_code_becomes_an_order_and_forgets_who_paid(world: World) -> None:
    view = opened(world)
    world.pay(view.id)

    settle(world.desk, UUID(view.id))

    charge = charge_of(view.id)
    assert charge.state == "confirmed"
    assert (charge.pix_code, charge.request) == ("", None)
    assert world.reports() == [("CHARGE_SUCCESS", 4990, "pix_fake_1")]
    assert len(world.shop.placed) == 1


def test_the_sweep_closes_an_expired_code_at_its_provider_on_time(world: World) -> None:
    view = opened(world)

    world.sweep_later(minutes=14)
    still = charge_of(view.id).state
    world.sweep_later(minutes=1)

    charge = charge_of(view.id)
    assert (still, charge.state) == ("open", "expired")
    assert (charge.pix_code, charge.request) == ("", None)
    assert world.pix.charges["pix_fake_1"].state == "cancelled"
    assert asked(world, "close") == 1
    assert world.told() == ["expired"]
    assert world.reports() == [("CHARGE_FAILURE", 4990, "pix_fake_1")]


def test_a_provider_that_does_not_answer_at_the_end_is_asked_until_it_closes(world: World) -> None:
    view = opened(world)
    world.pix.fail_next(Failure.UNAVAILABLE_BEFORE)

    world.sweep_later(minutes=15)
    waiting = charge_of(view.id).state
    world.sweep_later(minutes=1)

    assert (waiting, charge_of(view.id).state) == ("open", "expired")
    assert world.pix.charges["pix_fake_1"].state == "cancelled"


def expired(world: World) -> Charge:
    view = opened(world)
    world.sweep_later(minutes=15)
    charge = charge_of(view.id)
    assert charge.state == "expired"
    return charge


def test_a_code_paid_late_all_the_same_becomes_the_order(world: World) -> None:
    charge = expired(world)
    world.pix.pay_late("pix_fake_1")

    settle(world.desk, charge.pk)

    assert charge_of(str(charge.pk)).state == "confirmed"
    assert len(world.shop.placed) == 1
    assert Refund.objects.count() == 0


@pytest.mark.parametrize("after", [{"minutes": 10}, {"hours": 1}, {"days": 1}])
def test_the_sweep_finds_a_late_payment_whose_webhook_was_lost(
    world: World, after: dict[str, float]
) -> None:
    charge = expired(world)
    world.sweep_later(minutes=9)
    world.pix.pay_late("pix_fake_1")
    early = charge_of(str(charge.pk)).state

    world.sweep_later(**after)

    assert (early, charge_of(str(charge.pk)).state) == ("expired", "confirmed")
    assert len(world.shop.placed) == 1


def test_late_looks_end(world: World) -> None:
    charge = expired(world)
    reads = asked(world, "read")

    for _ in range(5):
        world.sweep_later(days=1)

    assert asked(world, "read") == reads + 3
    assert charge_of(str(charge.pk)).next_check_at is None
    assert charge_of(str(charge.pk)).state == "expired"


def test_a_provider_that_does_not_answer_was_not_looked_at(world: World) -> None:
    charge = expired(world)
    reads = asked(world, "read")
    world.pix.fail_next(Failure.UNAVAILABLE_BEFORE, times=12)
    for _ in range(12):
        world.sweep_later(minutes=10)
    tried, waits = asked(world, "read") - reads, charge_of(str(charge.pk)).next_check_at

    for _ in range(5):
        world.sweep_later(days=1)

    assert (tried, waits is not None) == (12, True)
    assert asked(world, "read") - reads == 15
    assert charge_of(str(charge.pk)).next_check_at is None


def test_one_that_never_answers_is_given_up_after_a_week(world: World) -> None:
    charge = expired(world)
    world.pix.fail_next(Failure.UNAVAILABLE_BEFORE, times=99)
    for _ in range(7):
        world.sweep_later(days=1)
    waits = charge_of(str(charge.pk)).next_check_at

    for _ in range(4):
        world.sweep_later(days=1)

    assert waits is not None
    assert charge_of(str(charge.pk)).next_check_at is None


def test_late_looks_end_without_a_provider_to_ask(world: World) -> None:
    charge = expired(world)
    world.pix.fail_next(Failure.LOCK, times=9)

    for _ in range(5):
        world.sweep_later(days=1)

    assert charge_of(str(charge.pk)).next_check_at is None
    with pytest.raises(ProviderLocked):
        settle(world.desk, charge.pk)


def test_a_late_look_closes_a_code_that_is_open_again(world: World) -> None:
    charge = expired(world)
    world.at_pix("pix_fake_1", state=ProviderState.OPEN)

    world.sweep_later(minutes=10)

    assert world.pix.charges["pix_fake_1"].state == "cancelled"
    assert charge_of(str(charge.pk)).state == "expired"


def test_a_late_payment_of_a_checkout_that_was_paid_by_card_goes_back(world: World) -> None:
    cart = world.cart()
    late = world.chat.open(cart, "pix", 1, CPF)
    card = world.chat.open(cart, "card", 2)
    world.pay(card.id)
    settle(world.desk, UUID(card.id))
    world.pix.pay_late("pix_fake_1")

    world.sweep_later(minutes=10)
    world.sweep_later(minutes=1)

    assert charge_of(card.id).state == "confirmed"
    assert charge_of(late.id).state == "refunded"
    assert [(one.state, one.amount_minor) for one in Refund.objects.all()] == [("reported", 4990)]
    assert [one.amount for one in world.pix.refunds.values()] == [Money(4990, "BRL")]
    assert len(world.shop.placed) == 1


@pytest.mark.parametrize("minor", [4990, 2000])
@pytest.mark.parametrize("where", ["order page", "provider"])
def test_a_late_payment_does_not_take_the_place_of_what_the_merchant_gave_back(
    world: World, where: str, minor: int
) -> None:
    cart = world.cart()
    late = world.chat.open(cart, "pix", 1, CPF)
    card = world.chat.open(cart, "card", 2)
    world.pay(card.id)
    settle(world.desk, UUID(card.id))
    if where == "order page":
        world.shop.ask_back(charge_of(card.id).transaction_id, Money(minor, "BRL"))
        settle(world.desk, UUID(card.id))
    else:
        world.provider.give_back("cs_fake_1", Money(minor, "BRL"))
        at_provider.follow(world.desk, UUID(card.id))
    world.pix.pay_late("pix_fake_1")

    world.sweep_later(minutes=10)
    world.sweep_later(minutes=1)

    assert charge_of(late.id).state == "refunded"
    assert [one.amount for one in world.pix.refunds.values()] == [Money(4990, "BRL")]
    assert PaidOrder.objects.get().kept_minor == 4990 - minor


def test_a_late_payment_of_a_checkout_that_became_dearer_goes_back(world: World) -> None:
    cart = world.cart()
    late = world.chat.open(cart, "pix", 1, CPF)
    world.sweep_later(minutes=15)
    world.shop.carts(REAIS).set_quantity(cart.id, "variant-audiobook", 2)
    world.pix.pay_late("pix_fake_1")

    world.settle_twice(late.id)

    assert charge_of(late.id).state == "refunded"
    assert [one.amount for one in world.pix.refunds.values()] == [Money(4990, "BRL")]
    assert world.shop.placed == ()


def test_another_method_closes_the_code_first(world: World) -> None:
    cart = world.cart()
    code = world.chat.open(cart, "pix", 1, CPF)

    card = world.chat.open(cart, "card", 2)

    assert (charge_of(code.id).state, card.state) == ("cancelled", "open")
    assert world.pix.charges["pix_fake_1"].state == "cancelled"


def test_no_row_keeps_the_payer_of_a_code_that_was_cancelled(world: World) -> None:
    view = opened(world)

    world.chat.close(view.id)

    assert all(CPF not in str(row) for row in Charge.objects.values())


# --- at once, and killed in the middle -------------------------------------------------------------


def test_one_checkout_paid_by_two_methods_at_once_is_bought_once(world: World) -> None:
    """Two tabs of a storefront: a code in one, a page in the other."""
    cart = world.cart()
    world.storefront(cart.id, "20.00", "key-1", method="pix", payer={"taxId": CPF})
    world.storefront(cart.id, "29.90", "key-2", method="card")
    code, page = Charge.objects.order_by("created_at")
    for charge in (code, page):
        world.pay(str(charge.pk))

    outcomes = at_once(
        *[lambda: settle(world.desk, code.pk)] * 4, *[lambda: settle(world.desk, page.pk)] * 4
    )
    world.sweep_later(minutes=5)
    world.sweep_later(minutes=1)

    assert failures(outcomes) == []
    assert [order.charge_status for order in world.shop.placed] == ["FULL"]
    assert sorted(Charge.objects.values_list("state", flat=True)) == ["confirmed", "confirmed"]
    assert sorted(world.reports()) == [
        ("CHARGE_SUCCESS", 2000, "pix_fake_1"),
        ("CHARGE_SUCCESS", 2990, "cs_fake_1"),
    ]
    assert Refund.objects.count() == 0


def test_an_expiry_races_the_payment_and_the_sweep(world: World) -> None:
    view = opened(world)
    world.later(minutes=15)

    outcomes = at_once(
        lambda: world.pix.pay_late("pix_fake_1"),
        *[lambda: settle(world.desk, UUID(view.id))] * 3,
        lambda: world.chat.close(view.id),
    )
    world.sweep_later(minutes=11)
    world.sweep_later(minutes=1)

    assert failures(outcomes) == []
    assert charge_of(view.id).state == "confirmed"
    assert len(world.shop.placed) == 1
    assert Refund.objects.count() == 0


@pytest.mark.parametrize(
    "checkpoint", ["settle.paid", "settle.reported", "settle.completed", "settle.confirmed"]
)
def test_a_kill_while_late_money_is_settled_makes_one_order(world: World, checkpoint: str) -> None:
    charge = expired(world)
    world.pix.pay_late("pix_fake_1")
    world.die_at = checkpoint
    with pytest.raises(Killed):
        world.sweep_later(minutes=10)

    for _ in range(3):
        world.sweep_later(minutes=10)

    assert charge_of(str(charge.pk)).state == "confirmed"
    assert [order.charge_status for order in world.shop.placed] == ["FULL"]
    assert [kind for kind, _, _ in world.reports()] == ["CHARGE_FAILURE", "CHARGE_SUCCESS"]


@pytest.mark.parametrize(
    "checkpoint", ["refund.row_committed", "refund.provider_refunded", "refund.reported"]
)
def test_a_kill_while_late_money_goes_back_gives_it_back_once(
    world: World, checkpoint: str
) -> None:
    cart = world.cart()
    late = world.chat.open(cart, "pix", 1, CPF)
    card = world.chat.open(cart, "card", 2)
    world.pay(card.id)
    settle(world.desk, UUID(card.id))
    world.pix.pay_late("pix_fake_1")
    world.die_at = checkpoint
    with pytest.raises(Killed):
        world.sweep_later(minutes=10)

    for _ in range(3):
        world.sweep_later(minutes=10)

    assert charge_of(late.id).state == "refunded"
    assert [one.amount for one in world.pix.refunds.values()] == [Money(4990, "BRL")]
    assert len(world.shop.placed) == 1
