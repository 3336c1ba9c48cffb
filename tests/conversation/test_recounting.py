"""The page may change the cart while the chat is open; and a closed shop begins nothing new."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agentpay_plugin.conversation.commands import AskCharge, CloseCharge, ReadCart, SetQuantity
from agentpay_plugin.conversation.engine import advance
from agentpay_plugin.conversation.events import (
    CartRead,
    CheckOutAsked,
    Event,
    Opened,
    PaidSaid,
    PaymentCancelled,
    QuantitySet,
    VariantChosen,
)
from agentpay_plugin.conversation.parts import CartSummary
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Wish
from agentpay_plugin.conversation.replies import PERSON, info, problem, quick
from agentpay_plugin.conversation.state import Conversation, Stage
from tests.builders import a_cart, a_charge, a_line, a_ready_cart
from tests.conversation.play import NOW, a_conversation, check, step, words

ONE_MORE = words("one more in M", wish=Wish.BUY, quantity=1, variant_ids=("v-m",))


def shopping(quantity: int = 1, **changes: object) -> Conversation:
    cart = a_cart(a_line("v-m", quantity))
    return a_conversation(**{"cart": cart, "stage": Stage.SHOPPING, **changes})


@pytest.mark.parametrize(
    ("event", "quantity"),
    [
        (ONE_MORE, 6),
        (VariantChosen("v-m", 2), 7),
        (QuantitySet("v-m", 2), 2),
        (words("take one out", wish=Wish.REMOVE, quantity=1), 4),
    ],
)
def test_quantities_are_counted_from_the_cart_as_it_is(event: Event, quantity: int) -> None:
    before = shopping(1)

    asked = advance(before, event, NOW)
    check(before, asked)
    counted = advance(asked.conversation, CartRead(a_cart(a_line("v-m", 5))), NOW)
    check(asked.conversation, counted)

    assert asked.commands == (ReadCart("cart-1"),)
    assert asked.parts == ()
    assert counted.commands == (SetQuantity("cart-1", "v-m", quantity),)


def test_stock_is_held_against_the_cart_as_it_is() -> None:
    asked = advance(shopping(1), VariantChosen("v-l", 3), NOW)

    refused = advance(asked.conversation, CartRead(a_cart(a_line("v-l", 3))), NOW)

    assert refused.commands == ()
    assert refused.parts == (problem(Say.ALL_IN_CART, count=3, item="Monospace Tee (L)"),)


def test_line_that_the_page_removed_is_not_in_the_cart() -> None:
    fresh = a_cart(a_line("v-l", 1))
    asked = advance(shopping(1), QuantitySet("v-m", 2), NOW)

    told = advance(asked.conversation, CartRead(fresh), NOW)

    assert told.commands == ()
    assert told.parts == (problem(Say.NOT_IN_CART), CartSummary(fresh))
    assert told.conversation.cart == fresh


def test_cart_that_the_shop_lost_is_begun_anew_for_what_is_bought() -> None:
    asked = advance(shopping(3), ONE_MORE, NOW)

    anew = advance(asked.conversation, CartRead(None), NOW)

    assert anew.parts == (info(Say.CART_RENEWED),)
    assert anew.commands == (SetQuantity(None, "v-m", 1),)


def test_cart_that_the_shop_lost_while_it_is_paid_asks_for_the_payment() -> None:
    paying = shopping(1, stage=Stage.PAYING, charge=a_charge())
    asked = advance(paying, VariantChosen("v-m", 1), NOW)

    told = advance(asked.conversation, CartRead(None), NOW)

    assert told.commands == (AskCharge("c-1"),)


def test_talk_reads_no_cart() -> None:
    assert advance(shopping(), words("hello", wish=Wish.GREET), NOW).commands == ()


# --- closed -------------------------------------------------------------------------------------


@pytest.mark.parametrize("event", [ONE_MORE, VariantChosen("v-m", 1), CheckOutAsked()])
def test_closed_shop_begins_nothing(event: Event) -> None:
    before = a_conversation(cart=a_ready_cart(), stage=Stage.SHOPPING)

    told = advance(before, event, NOW, closed=True)

    assert told.commands == ()
    assert told.parts == (info(Say.SHOP_CLOSED), quick(PERSON))
    assert told.conversation == before


@pytest.mark.parametrize(
    ("event", "command"),
    [(PaidSaid(), AskCharge("c-1")), (PaymentCancelled(), CloseCharge("c-1"))],
)
def test_closed_shop_goes_on_with_an_open_payment(event: Event, command: object) -> None:
    before = a_conversation(cart=a_ready_cart(), stage=Stage.PAYING, charge=a_charge())

    assert advance(before, event, NOW, closed=True).commands == (command,)


def test_order_is_followed_by_a_cart_of_the_pages_own() -> None:
    ordered = a_conversation(stage=Stage.ORDERED, order_ids=("o-1",))

    opened = step(replace(ordered, product=None), Opened(None, "cart-1"))
    found = step(opened.conversation, CartRead(a_ready_cart()))

    assert found.conversation.stage == Stage.SHOPPING
