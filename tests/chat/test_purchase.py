"""A purchase through the chat's operations, from the first word to the confirmation."""

from __future__ import annotations

import pytest

from tests.chat.world import ADDRESS, EMAIL, ChatWorld, texts, the_card

pytestmark = pytest.mark.django_db(transaction=True)


def test_x(world):
    exec(open("/tmp/dbg.py").read())
    token = world.start()
    chat = world.look(token)
    print(chat)
    print(world.say(token, "What is it made of?").messages)
    print(world.say(token, "I'd like two in blue, size L").messages)
    for a in (dict(checkOut=True), dict(giveDetails={"email": EMAIL, "shippingAddress": ADDRESS}), dict(chooseDelivery={"optionId": "delivery-standard"})):
        s = world.tap(token, **a)
        print(s.errors, s.pending, s.messages)
    v = the_card(s.messages, "ChatQuote")["version"]
    s = world.tap(token, pay={"method":"card","quoteVersion":v})
    print(s)
    from agentpay_plugin.models import Charge
    c = Charge.objects.get()
    world.webhook(c)
    c = world.look(token)
    for m in c.messages: print(m.sequence, m.author, m.intent, m.action, repr(m.text))
    print(c.payment, c.stage, world.counted())
    assert 0
