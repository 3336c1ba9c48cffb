"""The sweep: what was left lying is worked off, who went quiet is counted."""

from __future__ import annotations

import pytest

from agentpay_plugin.chat import sweep
from agentpay_plugin.chat.desk import Ports
from agentpay_plugin.conversation.reading import Reading, ReadingContext
from agentpay_plugin.language.rules import RulesLanguage
from agentpay_plugin.models import AnalyticsEvent, Charge, Conversation, Turn
from tests.chat.world import ChatWorld

pytestmark = pytest.mark.django_db(transaction=True)


def abandoned() -> int:
    return AnalyticsEvent.objects.filter(name="conversation_abandoned").count()


def waiting(world: ChatWorld) -> str:
    """A conversation whose payment waits for a worker that never comes."""
    world.has_worker = True
    token = world.start()
    version = world.quoted(token)
    world.tap(token, pay={"method": "card", "quoteVersion": version})
    world.has_worker = False
    return token


@pytest.mark.parametrize(("seconds", "stage"), [(9.9, "quoted"), (10, "paying")])
def test_turn_left_lying_is_worked_off(world: ChatWorld, seconds: float, stage: str) -> None:
    waiting(world)
    world.later(seconds=seconds)

    world.sweep_chats()

    assert world.conversation().state["stage"] == stage


def test_one_broken_conversation_never_stops_the_others(
    world: ChatWorld, caplog: pytest.LogCaptureFixture
) -> None:
    _, sound = waiting(world), waiting(world)
    first = Turn.objects.filter(state="queued").order_by("id")[0]
    Conversation.objects.filter(pk=first.conversation_id).update(state={"version": 999})
    world.later(seconds=10)

    world.sweep_chats()

    assert world.look(sound).stage == "PAYING"
    assert Turn.objects.get(pk=first.pk).tries == 1
    assert "UnreadableState" in caplog.text


def test_words_that_were_never_read_are_answered(world: ChatWorld) -> None:
    class Failing:
        left = 1

        def read(self, text: str, context: ReadingContext) -> Reading:
            if self.left:
                self.left -= 1
                raise ValueError
            return RulesLanguage().read(text, context)

    token = world.start()
    world.refusing(language=Failing())
    sent = world.say(token, "What is it made of?")
    world.later(seconds=10)

    world.sweep_chats()

    assert sent.pending is True
    assert world.look(token).messages[-1].action == "question_answered"


@pytest.mark.parametrize(("minutes", "times"), [(29.9, 0), (30, 1)])
def test_quiet_chat_with_a_cart_is_abandoned_once(
    world: ChatWorld, minutes: float, times: int
) -> None:
    token = world.start()
    world.tap(token, chooseVariant={"variantId": "variant-tee-blue-l"})
    world.later(minutes=minutes)

    world.sweep_chats()
    world.sweep_chats()

    assert abandoned() == times
    assert (world.conversation().abandoned_at is not None) == bool(times)


def test_wish_to_buy_without_a_cart_is_abandoned(world: ChatWorld) -> None:
    token = world.start()
    world.say(token, "I want to buy it")
    world.later(minutes=30)

    world.sweep_chats()

    assert world.conversation().checkout_id == ""
    assert abandoned() == 1


def test_mere_questions_are_no_abandoned_purchase(world: ChatWorld) -> None:
    token = world.start()
    world.say(token, "What is it made of?")
    world.later(minutes=30)

    world.sweep_chats()

    assert abandoned() == 0


def test_order_is_no_abandoned_purchase(world: ChatWorld) -> None:
    token = world.start()
    world.say(token, "I want to buy it")
    world.webhook(world.paying(token))
    world.later(minutes=30)

    world.sweep_chats()

    assert world.conversation().ordered_at is not None
    assert abandoned() == 0


def test_emptied_cart_is_no_abandoned_purchase(world: ChatWorld) -> None:
    token = world.start()
    world.tap(token, chooseVariant={"variantId": "variant-tee-blue-l"})
    world.tap(token, setQuantity={"variantId": "variant-tee-blue-l", "quantity": 0})
    world.later(minutes=30)

    world.sweep_chats()

    assert abandoned() == 0


@pytest.mark.parametrize(
    ("state", "times"),
    [
        ("open", 0),
        ("processing", 0),
        ("paid", 0),
        ("held", 0),
        ("completed", 0),
        ("expired", 1),
        ("cancelled", 1),
    ],
)
def test_purchase_with_a_payment_under_way_is_not_abandoned(
    world: ChatWorld, state: str, times: int
) -> None:
    world.paying(world.start())
    Charge.objects.update(state=state)
    world.later(minutes=30)

    world.sweep_chats()

    assert abandoned() == times


def test_cart_that_the_page_sold_is_no_abandoned_purchase(world: ChatWorld) -> None:
    token = world.start()
    world.tap(token, chooseVariant={"variantId": "variant-tee-blue-l"})
    world.shop.forget_checkout("checkout-1")
    world.later(minutes=30)

    world.sweep_chats()

    assert abandoned() == 0
    assert world.conversation().checkout_id == ""


def test_long_forgotten_chat_is_not_looked_at(world: ChatWorld) -> None:
    token = world.start()
    world.tap(token, chooseVariant={"variantId": "variant-tee-blue-l"})
    world.later(hours=24, seconds=1)

    world.sweep_chats()

    assert abandoned() == 0


def test_sweep_begins_nothing_after_its_time(world: ChatWorld) -> None:
    for _ in range(2):
        token = world.start()
        world.tap(token, chooseVariant={"variantId": "variant-tee-blue-l"})
    world.later(minutes=30)

    def slow(ports: Ports) -> Ports:
        world.later(seconds=20)
        return ports

    world.around = slow
    world.sweep_chats()

    assert abandoned() == 1


def test_short_sweep_leaves_what_waits_for_a_provider(world: ChatWorld) -> None:
    waiting(world)
    world.later(seconds=10)

    sweep.sweep(world.chat_desk, limit=3, slow=False)

    assert world.conversation().state["stage"] == "quoted"
    assert world.provider.calls == []


def test_back_in_time_is_not_abandoned(world: ChatWorld) -> None:
    token = world.start()
    world.tap(token, chooseVariant={"variantId": "variant-tee-blue-l"})
    world.later(minutes=20)
    world.say(token, "What is it made of?")
    world.later(minutes=20)

    world.sweep_chats()

    assert abandoned() == 0
