"""The shopper's own deletion."""

from __future__ import annotations

import pytest

from agentpay_plugin.chat import operations
from agentpay_plugin.chat.erase import erase
from agentpay_plugin.conversation.reading import Reading, ReadingContext
from agentpay_plugin.language.rules import RulesLanguage
from agentpay_plugin.models import AnalyticsEvent, Charge, Conversation, Message, Turn
from tests.charges.world import CHANNEL
from tests.chat.world import ANYBODY, EMAIL, ChatWorld

pytestmark = pytest.mark.django_db(transaction=True)

SECRETS = (EMAIL, "Lovelace", "my dog", "visitor-1", "192.0.2.1", "p/1", "somebody")


def everything() -> str:
    models = (Conversation, Turn, Message, AnalyticsEvent)
    return str([list(model.objects.values()) for model in models])  # type: ignore[attr-defined]


def test_nothing_personal_is_left_and_the_order_stays(world: ChatWorld) -> None:
    desk = world.chat_desk
    operations.visit(desk, ANYBODY, "visitor-1", CHANNEL)
    token = world.start(visitor_id="visitor-1", page_url="https://shop.example/p/1")
    Conversation.objects.update(user_id="somebody")
    world.say(token, "my dog would like it")
    operations.track(desk, ANYBODY, token, "chat_opened", '{"who": "somebody"}')
    charge = world.paying(token)
    world.webhook(charge)
    events, messages = AnalyticsEvent.objects.count(), Message.objects.count()
    before = everything()

    done = operations.erase(desk, ANYBODY, token)

    assert done.errors == ()
    assert [secret for secret in SECRETS if secret in before and secret != EMAIL] == [
        secret for secret in SECRETS if secret not in (EMAIL, "Lovelace")
    ]
    assert [secret for secret in SECRETS if secret in everything()] == []
    row = world.conversation()
    assert (row.erased_at, row.checkout_id, row.state) == (world.now, "", {})
    assert (AnalyticsEvent.objects.count(), Message.objects.count()) == (events, messages)
    charge.refresh_from_db()
    assert (charge.state, charge.conversation_id) == ("confirmed", row.pk)
    assert len(world.shop.placed) == 1


def test_again_changes_nothing(world: ChatWorld) -> None:
    world.start()
    row = world.conversation()
    erase(row.pk, world.now)
    first = everything()
    world.later(hours=1)

    erase(row.pk, world.now)

    assert everything() == first


def test_waiting_turns_are_dropped(world: ChatWorld) -> None:
    world.has_worker = True
    token = world.start()
    version = world.quoted(token)
    world.tap(token, pay={"method": "card", "quoteVersion": version})
    operations.erase(world.chat_desk, ANYBODY, token)

    world.run_tasks()
    world.later(minutes=1)
    world.sweep_chats()

    assert Turn.objects.filter(state="queued").count() == 0
    assert Charge.objects.count() == 0
    assert world.provider.calls == []


def test_worker_that_is_at_it_cannot_store_afterwards(world: ChatWorld) -> None:
    token = world.start()
    row = world.conversation()

    class Erasing:
        def read(self, text: str, context: ReadingContext) -> Reading:
            erase(row.pk, world.now)
            return RulesLanguage().read(text, context)

    world.refusing(language=Erasing())
    world.say(token, "my dog would like it")

    assert "my dog" not in everything()
    assert world.conversation().state == {}
    assert Message.objects.filter(author="assistant").count() == 1
    assert AnalyticsEvent.objects.count() == 0


def test_other_conversations_stay(world: ChatWorld) -> None:
    token, other = world.start(), world.start()
    world.say(other, "my dog would like it")

    operations.erase(world.chat_desk, ANYBODY, token)

    assert world.look(other).messages[1].text == "my dog would like it"
