"""Turns: taken once, in order, and finished whatever dies in between."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import connection, connections, transaction

from agentpay_plugin.chat import turns
from agentpay_plugin.chat.desk import TURN_TASK
from agentpay_plugin.chat.erase import erase
from agentpay_plugin.chat.turns import Outcome
from agentpay_plugin.conversation.goods import Cart
from agentpay_plugin.conversation.reading import Reading, ReadingContext
from agentpay_plugin.errors import OpenTransaction
from agentpay_plugin.language.rules import RulesLanguage
from agentpay_plugin.lease import leased
from agentpay_plugin.models import AnalyticsEvent, Charge, Conversation, Message, Turn
from tests.charges.world import Killed
from tests.chat.world import ChatWorld, texts, the_card

pytestmark = pytest.mark.django_db(transaction=True)

LARGE_BLUE = {"variantId": "variant-tee-blue-l", "quantity": 2}


@dataclass
class Language:
    """Reads by rules; `raising` once per entry, `gate` opens when somebody may go on."""

    raising: list[BaseException] = field(default_factory=list)
    gate: threading.Event | None = None
    entered: threading.Event = field(default_factory=threading.Event)
    in_transaction: list[bool] = field(default_factory=list)

    def read(self, text: str, context: ReadingContext) -> Reading:
        self.in_transaction.append(connection.in_atomic_block)
        self.entered.set()
        if self.gate is not None:
            assert self.gate.wait(10)
        if self.raising:
            raise self.raising.pop(0)
        return RulesLanguage().read(text, context)


class DyingCarts:
    """The sandbox shop's carts; the process dies after the first write, before its turn is stored."""

    def __init__(self, world: ChatWorld) -> None:
        self._world = world
        self._carts = world.shop.carts()
        self._alive = True

    def create(self, variant_id: str, quantity: int) -> Cart:
        return self._dying(self._carts.create(variant_id, quantity))

    def set_quantity(self, cart_id: str, variant_id: str, quantity: int) -> Cart:
        return self._dying(self._carts.set_quantity(cart_id, variant_id, quantity))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._carts, name)

    def _dying(self, cart: Cart) -> Cart:
        self._world.is_dying, self._alive = self._alive, False
        return cart


# --- once ---------------------------------------------------------------------------------------


def test_same_send_again_gets_the_first_answer(world: ChatWorld) -> None:
    token = world.start()
    first = world.say(token, "two in blue, size L", "id-1")
    calls = len(world.shop.calls)

    second = world.say(token, "two in blue, size L", "id-1")

    assert second == first
    assert Turn.objects.count() == 2
    assert Message.objects.count() == 3
    assert len(world.shop.calls) == calls


def test_same_tap_again_gets_the_first_answer(world: ChatWorld) -> None:
    token = world.start()
    first = world.tap(token, "id-1", chooseVariant=LARGE_BLUE)

    second = world.tap(token, "id-1", chooseVariant=LARGE_BLUE)

    assert second == first
    assert the_card(second.messages, "ChatCartSummary")["cart"]["lines"][0]["quantity"] == 2


@pytest.mark.parametrize("again", ["other words", "a tap"])
def test_id_of_another_send_is_refused(world: ChatWorld, again: str) -> None:
    token = world.start()
    world.say(token, "hello", "id-1")
    before = (Turn.objects.count(), Message.objects.count(), world.conversation().last_sequence)

    if again == "a tap":
        refused = world.tap(token, "id-1", showCart=True)
    else:
        refused = world.say(token, "two in blue, size L", "id-1")

    assert [(one.code, one.field) for one in refused.errors] == [("CLIENT_ID_REUSED", "clientId")]
    assert refused.messages == ()
    assert before == (
        Turn.objects.count(),
        Message.objects.count(),
        world.conversation().last_sequence,
    )


def test_same_send_twice_at_once_is_one(world: ChatWorld) -> None:
    token = world.start()
    barrier = threading.Barrier(2)

    def send() -> None:
        barrier.wait(10)
        world.say(token, "two in blue, size L", "id-1")

    _at_once(send, send)

    assert [one.text for one in world.look(token).messages if one.author == "SHOPPER"] == [
        "two in blue, size L"
    ]
    assert Turn.objects.filter(client_id="id-1", state="done").count() == 1
    assert [one.sequence for one in world.look(token).messages] == [1, 2, 3]


# --- in order -----------------------------------------------------------------------------------


def test_two_messages_at_once_are_taken_in_order(world: ChatWorld) -> None:
    token = world.start()
    language = Language(gate=threading.Event())
    world.refusing(language=language)
    first = threading.Thread(
        target=_closing(lambda: world.say(token, "two in blue, size L", "first"))
    )

    def first_goes_on() -> None:
        assert language.gate is not None
        language.gate.set()
        first.join(10)

    world.pausing = first_goes_on
    first.start()
    assert language.entered.wait(10)
    second = world.say(token, "make it three", "second")

    assert [one.client_id for one in world.look(token).messages] == [
        None,
        "first",
        "second",
        None,
        None,
    ]
    assert Turn.objects.filter(state="done").count() == 3
    assert second.pending is False
    chat = world.look(token)
    assert chat.cart is not None
    assert chat.cart["lines"][0]["quantity"] == 3
    assert len(world.pauses) == 1


def test_ten_messages_at_once_each_get_one_answer(world: ChatWorld) -> None:
    token = world.start()
    barrier = threading.Barrier(10)

    def send(number: int) -> None:
        barrier.wait(10)
        world.say(token, "What is it made of?", f"id-{number}")

    _at_once(*(lambda number=number: send(number) for number in range(10)))  # type: ignore[misc]
    world.later(seconds=10)
    world.sweep_chats()

    chat = world.look(token)
    assert [one.sequence for one in chat.messages] == list(range(1, 22))
    assert sum(one.author == "SHOPPER" for one in chat.messages) == 10
    assert Turn.objects.filter(state="done").count() == 11
    order = list(Turn.objects.order_by("id").values_list("client_id", flat=True))[1:]
    assert [one.client_id for one in chat.messages if one.client_id] == order
    assert world.counted()["message_sent"] == 10


def test_another_worker_is_waited_for_about_three_seconds(world: ChatWorld) -> None:
    token = world.start()
    row = world.conversation()

    with leased(Conversation, row.pk, clock=lambda: world.now):
        sent = world.say(token, "What is it made of?")

    assert (sent.pending, texts(sent.messages)) == (True, [])
    assert sent.chat is not None
    assert sent.chat.pending is True
    assert sum(world.pauses) == pytest.approx(3)
    assert world.conversation().last_sequence == 2


# --- killed -------------------------------------------------------------------------------------


def test_killed_after_opening_a_cart_goes_on_with_that_cart(world: ChatWorld) -> None:
    token = world.start()
    world.refusing(carts=DyingCarts(world))
    with pytest.raises(Killed):
        world.tap(token, chooseVariant=LARGE_BLUE)

    world.later(seconds=61)
    world.sweep_chats()

    assert list(world.shop.checkouts) == ["checkout-1"]
    assert world.shop.checkouts["checkout-1"].quantities == {"variant-tee-blue-l": 2}
    assert world.conversation().checkout_id == "checkout-1"
    assert [one.action for one in world.look(token).messages] == ["product_shown", "cart_changed"]


def test_killed_after_changing_a_cart_changes_it_once(world: ChatWorld) -> None:
    token = world.start()
    world.tap(token, chooseVariant=LARGE_BLUE)
    world.refusing(carts=DyingCarts(world))
    with pytest.raises(Killed):
        world.say(token, "one more in blue, size L")

    world.later(seconds=61)
    world.sweep_chats()

    assert world.shop.checkouts["checkout-1"].quantities == {"variant-tee-blue-l": 3}
    assert Turn.objects.filter(state="done").count() == 3


@pytest.mark.parametrize(
    "checkpoint", ["open.row_committed", "open.provider_created", "open.answer_stored"]
)
def test_killed_while_a_payment_opens_shows_that_payment_once(
    world: ChatWorld, checkpoint: str
) -> None:
    token = world.start()
    version = world.quoted(token)
    world.die_at = checkpoint
    with pytest.raises(Killed):
        world.tap(token, pay={"method": "card", "quoteVersion": version})

    world.later(seconds=61)
    world.sweep_chats()

    assert len(world.provider.charges) == 1
    assert Charge.objects.count() == 1
    shown = [one for one in world.look(token).messages if one.action == "payment"]
    assert len(shown) == 1
    assert the_card((shown[0],), "ChatPaymentRequest")["payment"]["state"] == "OPEN"
    assert world.look(token).stage == "PAYING"


# --- broken -------------------------------------------------------------------------------------


def test_turn_that_fails_three_times_is_given_up_and_the_next_goes_on(
    world: ChatWorld, caplog: pytest.LogCaptureFixture
) -> None:
    token = world.start()
    world.refusing(language=Language(raising=[ValueError("ada@example.com")] * 3))

    sent = world.say(token, "my words")
    tries = [Turn.objects.get(client_id="send-1").tries]
    for _ in range(2):
        world.later(seconds=10)
        world.sweep_chats()
        tries.append(Turn.objects.get(client_id="send-1").tries)
    after = world.say(token, "What is it made of?")

    assert sent.pending is True
    assert tries == [1, 2, 3]
    turn = Turn.objects.get(client_id="send-1")
    assert (turn.state, turn.payload) == ("failed", {})
    notice = world.look(token, after=2).messages[0]
    assert notice.parts == [
        {"__typename": "ChatNotice", "kind": "PROBLEM", "text": notice.text},
    ]
    assert notice.text.startswith("Something went wrong on our side")
    assert after.messages[1].action == "question_answered"
    assert world.counted()["message_sent"] == 2
    assert "ValueError at test_turns.py" in caplog.text
    assert "my words" not in caplog.text
    assert "ada@example.com" not in caplog.text


def test_turn_that_kills_its_worker_three_times_is_given_up(world: ChatWorld) -> None:
    token = world.start()
    language = Language(raising=[Killed()] * 4)
    world.refusing(language=language)
    with pytest.raises(Killed):
        world.say(token, "my words")
    for _ in range(2):
        world.later(seconds=61)
        with pytest.raises(Killed):
            world.sweep_chats()

    world.later(seconds=61)
    world.sweep_chats()

    assert len(language.raising) == 1
    assert Turn.objects.get(client_id="send-1").state == "failed"
    assert world.look(token).pending is False


def test_worker_that_lost_its_lease_stores_nothing(world: ChatWorld) -> None:
    token = world.start()
    row = world.conversation()

    class Slow(Language):
        def read(self, text: str, context: ReadingContext) -> Reading:
            Conversation.objects.filter(pk=row.pk).update(lease_owner="another")
            return super().read(text, context)

    world.refusing(language=Slow())

    sent = world.say(token, "What is it made of?")

    assert (sent.pending, len(sent.messages)) == (True, 1)
    turn = Turn.objects.get(client_id="send-1")
    assert (turn.state, turn.tries) == ("queued", 0)
    assert AnalyticsEvent.objects.count() == 0


def test_slow_shop_does_not_outlive_the_lease(world: ChatWorld) -> None:
    token = world.start()
    world.tap(token, chooseVariant=LARGE_BLUE)
    others: list[Outcome] = []

    class Slow:
        def __getattr__(self, name: str) -> Any:
            others.append(turns.work_now(world.chat_desk, world.conversation().pk, slow=True))
            world.later(seconds=40)
            return getattr(world.shop.carts(), name)

    world.refusing(carts=Slow())

    sent = world.tap(token, chooseVariant=LARGE_BLUE)

    assert (sent.errors, sent.pending) == ((), False)
    assert others == [Outcome.BUSY] * len(others)
    assert len(others) > 1
    assert world.shop.checkouts["checkout-1"].quantities == {"variant-tee-blue-l": 4}


def test_cart_opened_while_the_chat_is_erased_is_not_noted(world: ChatWorld) -> None:
    token = world.start()
    key = world.conversation().pk

    class Erasing:
        def create(self, variant_id: str, quantity: int) -> Cart:
            erase(key, world.now)
            return world.shop.carts().create(variant_id, quantity)

    world.refusing(carts=Erasing())

    world.tap(token, chooseVariant=LARGE_BLUE)

    assert set(Turn.objects.values_list("opened_cart_id", flat=True)) == {""}


def test_listener_that_fails_undoes_nothing(world: ChatWorld) -> None:
    token = world.start()
    world.published = None  # type: ignore[assignment]

    sent = world.say(token, "What is it made of?")

    assert (sent.errors, sent.pending, len(sent.messages)) == ((), False, 2)


# --- slow ---------------------------------------------------------------------------------------


def test_slow_turn_is_handed_to_a_worker(world: ChatWorld) -> None:
    world.has_worker = True
    token = world.start()
    version = world.quoted(token)

    sent = world.tap(token, pay={"method": "card", "quoteVersion": version})

    row = world.conversation()
    assert (sent.errors, sent.pending, sent.messages) == ((), True, ())
    assert sent.chat is not None
    assert (sent.chat.stage, sent.chat.pending) == ("QUOTED", True)
    assert world.woken == [(TURN_TASK, str(row.pk))]
    assert world.provider.calls == []
    assert Charge.objects.count() == 0
    world.run_tasks()
    chat = world.look(token, after=row.last_sequence)
    assert the_card(chat.messages, "ChatPaymentRequest")["payment"]["state"] == "OPEN"
    assert (chat.stage, chat.pending) == ("PAYING", False)
    assert Turn.objects.filter(tries__gt=1).count() == 0


def test_words_behind_a_slow_turn_wait_for_it(world: ChatWorld) -> None:
    world.has_worker = True
    token = world.start()
    version = world.quoted(token)
    world.tap(token, pay={"method": "card", "quoteVersion": version})

    sent = world.say(token, "What is it made of?")

    assert (sent.pending, len(sent.messages)) == (True, 1)
    assert world.pauses == []
    assert len(world.woken) == 1
    world.run_tasks()
    assert [one.action for one in world.look(token, sent.messages[0].sequence).messages] == [
        "payment",
        "question_answered",
    ]


def test_without_a_broker_a_slow_turn_runs_at_once(world: ChatWorld) -> None:
    token = world.start()
    version = world.quoted(token)

    sent = world.tap(token, pay={"method": "card", "quoteVersion": version})

    assert sent.pending is False
    assert the_card(sent.messages, "ChatPaymentRequest")["payment"]["state"] == "OPEN"
    assert [name for name, _ in world.provider.calls] == ["open"]


@pytest.mark.parametrize(("seconds", "is_open"), [(7.9, False), (8, True)])
def test_poll_runs_what_a_dead_worker_left(world: ChatWorld, seconds: float, is_open: bool) -> None:
    world.has_worker = True
    token = world.start()
    version = world.quoted(token)
    world.tap(token, pay={"method": "card", "quoteVersion": version})
    world.later(seconds=seconds)

    chat = world.look(token)

    assert (chat.stage, chat.pending) == (("PAYING", False) if is_open else ("QUOTED", True))
    assert len(world.provider.charges) == int(is_open)


def test_provider_that_does_not_answer_is_told_truly_and_heals(world: ChatWorld) -> None:
    token = world.start()
    version = world.quoted(token)
    world.provider.fail_next("unavailable_after_work")

    sent = world.tap(token, pay={"method": "card", "quoteVersion": version})

    assert sent.pending is False
    assert sent.chat is not None
    assert sent.chat.payment is not None
    assert sent.chat.payment["state"] == "UNKNOWN"
    again = world.tap(token, checkOut=True)
    version = the_card(again.messages, "ChatQuote")["version"]
    paying = world.tap(token, pay={"method": "card", "quoteVersion": version})
    assert the_card(paying.messages, "ChatPaymentRequest")["payment"]["state"] == "OPEN"
    world.sweep_later()
    world.later(seconds=10)
    world.sweep_chats()
    assert [one.state for one in world.provider.charges.values()].count("open") == 1
    assert world.look(token).stage == "PAYING"


# --- transactions -------------------------------------------------------------------------------


def test_no_transaction_is_open_while_ports_are_called(world: ChatWorld) -> None:
    token = world.start()
    language = Language()
    world.refusing(language=language)

    world.say(token, "What is it made of?")

    assert language.in_transaction == [False]


def test_inside_a_transaction_no_turn_is_worked(world: ChatWorld) -> None:
    token = world.start()
    row = world.conversation()
    calls = len(world.shop.calls)

    with transaction.atomic(), pytest.raises(OpenTransaction):
        turns.work(world.chat_desk, row.pk, slow=True)

    assert len(world.shop.calls) == calls
    assert turns.work(world.chat_desk, row.pk, slow=True) is Outcome.DONE
    assert len(world.look(token).messages) == 1


def _closing(do: Any) -> Any:
    def run() -> None:
        try:
            do()
        finally:
            connections.close_all()

    return run


def _at_once(*calls: Any) -> None:
    threads = [threading.Thread(target=_closing(call)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
