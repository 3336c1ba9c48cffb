"""PIX from the quote to the receipt in a chat, and where the payer's CPF or CNPJ is not."""

from __future__ import annotations

import hashlib
import json
from functools import partial
from typing import Any

import pytest
from django.core.serializers.json import DjangoJSONEncoder

from agentpay_plugin import qr
from agentpay_plugin.chat import turns
from agentpay_plugin.chat.operations import Sent
from agentpay_plugin.models import (
    AnalyticsEvent,
    Charge,
    Conversation,
    Knock,
    Message,
    ProviderNotice,
    Refund,
    Turn,
)
from agentpay_plugin.shop.sandbox.small import REAIS
from tests.builders import CPF
from tests.charges.world import Killed
from tests.chat.world import ChatWorld, the_card
from tests.chat.world import texts as said

pytestmark = pytest.mark.django_db(transaction=True)

WRITTEN = "529.982.247-25"
MODELS = (AnalyticsEvent, Charge, Conversation, Knock, Message, ProviderNotice, Refund, Turn)


@pytest.fixture
def world() -> ChatWorld:
    return ChatWorld(channel=REAIS)


def quoted(world: ChatWorld, locale: str = "en") -> tuple[str, str]:
    token = world.start("talking-shop-audiobook", channel=REAIS, locale=locale)
    return token, world.quoted(token, "variant-audiobook", 1)


def by_pix(world: ChatWorld, token: str, version: str, **more: Any) -> Sent:
    return world.tap(token, pay={"method": "pix", "quoteVersion": version, **more})


def stored() -> str:
    """Everything that every table holds."""
    rows = [list(model.objects.values()) for model in MODELS]
    return json.dumps(rows, cls=DjangoJSONEncoder)


def holds_tax_id(text: str) -> bool:
    return CPF in text or WRITTEN in text


def test_purchase_by_pix(world: ChatWorld) -> None:
    token, version = quoted(world)

    asked = by_pix(world, token, version)
    opened = world.say(token, f"it is {WRITTEN}")
    early = world.say(token, "I have paid")
    world.pay(str(Charge.objects.get().pk))
    paid = world.say(token, "I have paid")

    code = world.pix.charges["pix_fake_1"].pix_code
    side, path = qr.path(_code(opened))
    assert code is None  # it is paid
    assert said(asked.messages)[0].startswith("To pay by PIX I need the CPF or CNPJ")
    payment = the_card(opened.messages, "ChatPaymentRequest")["payment"]
    assert (payment["method"], payment["state"], payment["pageUrl"]) == ("pix", "OPEN", None)
    assert payment["pix"]["qr"] == {"side": side, "path": path}
    assert payment["pix"]["receiver"] == "Loja de Teste"
    assert said(opened.messages)[0].splitlines()[0].startswith("Your PIX of R$49.90 is ready.")
    assert _code(opened) in said(opened.messages)[0]
    assert said(early.messages)[0].startswith("The PIX of R$49.90 has not arrived yet.")
    assert the_card(paid.messages, "ChatReceipt")["paid"]["amount"] == "49.90"
    assert world.pix.requests[0].payer is not None
    assert world.pix.requests[0].payer.tax_id == CPF
    assert world.counted()["payment_link_generated"] == 1
    assert world.counted()["payment_completed"] == 1


def _code(sent: Sent) -> str:
    code: str = the_card(sent.messages, "ChatPaymentRequest")["payment"]["pix"]["code"]
    return code


def test_a_tax_id_given_with_the_tap_asks_nothing(world: ChatWorld) -> None:
    token, version = quoted(world)

    opened = by_pix(world, token, version, taxId=" 529.982.247-25 ")

    assert opened.errors == ()
    assert the_card(opened.messages, "ChatPaymentRequest")["payment"]["state"] == "OPEN"


@pytest.mark.parametrize("wrong", ["529.982.247-26", "12.ABC.345/01DE-36", "x"])
def test_wrong_digits_in_the_tap_are_refused_at_their_field(world: ChatWorld, wrong: str) -> None:
    token, version = quoted(world)
    turns_before = Turn.objects.count()

    refused = by_pix(world, token, version, taxId=wrong)

    [error] = refused.errors
    assert (error.field, error.code) == ("action.pay.taxId", "INVALID")
    assert wrong not in error.message
    assert Turn.objects.count() == turns_before
    assert Charge.objects.count() == 0


def test_the_tax_id_is_masked_in_messages_and_in_no_other_row_once_paid(
    world: ChatWorld, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    token, version = quoted(world)
    by_pix(world, token, version)

    opened = world.say(token, f"my cpf is {WRITTEN} ok?")
    held = stored()
    request = json.dumps(Charge.objects.get().request)
    world.pay(str(Charge.objects.get().pk))
    world.say(token, "I have paid")

    shown = [one.text for one in opened.messages if one.author == "SHOPPER"]
    assert shown == ["my cpf is ***.***.**7-25 ok?"]
    assert holds_tax_id(request)
    assert held.count(CPF) == 1  # only what the provider was asked, until that is over
    assert not holds_tax_id(stored())
    assert not holds_tax_id(caplog.text)


def test_mistyped_digits_are_masked_too(world: ChatWorld) -> None:
    token, version = quoted(world)
    by_pix(world, token, version)

    wrong = world.say(token, "52998224726")

    assert said(wrong.messages, "SHOPPER") == ["********726"]
    assert said(wrong.messages)[0].startswith("The digits of this CPF or CNPJ do not check out.")
    assert "52998224726" not in stored()
    assert Charge.objects.count() == 0


def test_a_tax_id_that_nobody_asked_for_is_searched_and_repeated_nowhere(world: ChatWorld) -> None:
    token = world.start(None, channel=REAIS)

    answered = world.say(token, WRITTEN)

    assert said(answered.messages)[0].startswith("I do not need a CPF or CNPJ right now")
    assert not holds_tax_id(stored())


def test_the_mark_of_a_turn_cannot_be_tried_out(world: ChatWorld) -> None:
    token = world.start(None, channel=REAIS)
    world.say(token, WRITTEN)
    plain = json.dumps(["said", {"text": WRITTEN}], sort_keys=True, separators=(",", ":"))

    marks = set(Turn.objects.values_list("payload_hash", flat=True))

    assert hashlib.sha256(plain.encode()).hexdigest() not in marks
    assert world.say(token, WRITTEN, "send-1").messages  # a repeat is still known
    assert world.say(token, "529.982.247-26", "send-1").errors[0].code == "CLIENT_ID_REUSED"


@pytest.mark.parametrize(
    "checkpoint", ["open.row_committed", "open.provider_created", "open.answer_stored"]
)
@pytest.mark.parametrize("by_words", [True, False])
def test_a_kill_while_the_code_is_made_is_made_good_by_the_same_turn(
    world: ChatWorld, checkpoint: str, by_words: bool
) -> None:
    token, version = quoted(world)
    if by_words:
        by_pix(world, token, version)
    world.die_at = checkpoint
    given = partial(world.say, token, WRITTEN)
    tapped = partial(by_pix, world, token, version, taxId=WRITTEN)
    with pytest.raises(Killed):
        (given if by_words else tapped)()
    world.later(seconds=61)

    turns.work(world.chat_desk, world.conversation().pk, slow=True)

    payment = the_card(world.look(token).messages, "ChatPaymentRequest")["payment"]
    assert payment["state"] == "OPEN"
    assert list(world.pix.charges) == ["pix_fake_1"]
    assert Charge.objects.count() == 1
    assert not any(holds_tax_id(str(one)) for one in Turn.objects.values_list("payload", flat=True))


def test_rather_by_card(world: ChatWorld) -> None:
    token, version = quoted(world)
    by_pix(world, token, version, taxId=WRITTEN)

    rather = world.say(token, "rather by card")
    again = the_card(rather.messages, "ChatQuote")
    world.tap(token, pay={"method": "card", "quoteVersion": again["version"]})

    assert world.pix.charges["pix_fake_1"].state == "cancelled"
    assert [one["id"] for one in again["methods"]] == ["pix", "card"]
    assert world.look(token).payment is not None
    assert sorted(Charge.objects.values_list("method", "state")) == [
        ("card", "open"),
        ("pix", "cancelled"),
    ]


def test_an_expired_code_offers_the_quote_again_with_all_methods(world: ChatWorld) -> None:
    token, version = quoted(world)
    by_pix(world, token, version, taxId=WRITTEN)
    before = world.look(token).last_sequence

    world.sweep_later(minutes=15)
    world.sweep_chats()

    told = world.look(token, before)
    assert said(told.messages)[0].splitlines()[0].startswith("The time to pay is over")
    assert [one["id"] for one in the_card(told.messages, "ChatQuote")["methods"]] == ["pix", "card"]
    assert told.payment is not None
    assert (told.payment["state"], told.payment["pix"]) == ("EXPIRED", None)
    assert world.counted()["payment_failed"] == 1


def test_a_code_paid_late_all_the_same_is_told_as_the_order(world: ChatWorld) -> None:
    token, version = quoted(world)
    by_pix(world, token, version, taxId=WRITTEN)
    world.sweep_later(minutes=15)
    world.pix.pay_late("pix_fake_1")

    world.sweep_later(minutes=10)
    world.sweep_chats()

    view = world.look(token)
    assert view.stage == "ORDERED"
    assert the_card(view.messages, "ChatReceipt")["paid"]["amount"] == "49.90"
    assert len(world.shop.placed) == 1


def test_purchase_by_pix_in_portuguese(world: ChatWorld) -> None:
    token, version = quoted(world, "pt-BR")

    hinted = world.say(token, "pago no pix")
    by_pix(world, token, version)
    opened = world.say(token, "meu CNPJ é 12.ABC.345/01DE-35")

    assert Charge.objects.count() == 1
    assert said(hinted.messages)[0].startswith("Seu total é R$")
    assert "Abra o app do seu banco" in said(opened.messages)[0]
    assert said(opened.messages, "SHOPPER") == ["meu CNPJ é **.***.***/***E-35"]
