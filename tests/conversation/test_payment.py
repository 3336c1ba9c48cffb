"""The confirmed quote, the charge and everything that can become of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agentpay_plugin.conversation.commands import (
    AskCharge,
    CloseCharge,
    OpenCharge,
    ReadCart,
    ReadOrder,
    ReadQuote,
    SetQuantity,
)
from agentpay_plugin.conversation.events import (
    CartRead,
    ChargeChanged,
    CheckOutAsked,
    Event,
    OrderRead,
    PaidSaid,
    PaymentCancelled,
    QuantitySet,
    QuoteConfirmed,
    QuoteRead,
    ShopFailed,
)
from agentpay_plugin.conversation.parts import (
    OrderStatus,
    Part,
    PaymentRequest,
    Phrase,
    QuickReply,
    Quote,
    Receipt,
    Tap,
)
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Intent, Offered, Wish
from agentpay_plugin.conversation.replies import (
    CANCEL_PAYMENT,
    CHECK_PAYMENT,
    PERSON,
    SHOW_CART,
    TRY_AGAIN,
    info,
    problem,
    quick,
    text,
)
from agentpay_plugin.conversation.state import Action, ChargeState, Conversation, Stage
from tests.builders import CARD, a_cart, a_charge, a_line, a_ready_cart, an_order, usd
from tests.conversation.play import a_conversation, play, step, words

READY = a_ready_cart()
TOTAL = usd(2500)
PAY_BUTTON = quick(QuickReply(Phrase(Say.LABEL_PAY_CARD, {"total": TOTAL}), Tap.PAY, "card"))
PAYING_BUTTONS = quick(CHECK_PAYMENT, CANCEL_PAYMENT)
RETRY_BUTTONS = quick(TRY_AGAIN, SHOW_CART)
QUOTE_AGAIN = (Quote(READY, (CARD,)), PAY_BUTTON)
CONFIRM = QuoteConfirmed("card", "ready")


def quoted() -> Conversation:
    shopping = a_conversation(stage=Stage.SHOPPING, cart=READY)
    events = (CheckOutAsked(), CartRead(READY), QuoteRead(READY, (CARD,)))
    return play(shopping, *events).conversation


def opening() -> Conversation:
    return step(quoted(), CONFIRM).conversation


def paying() -> Conversation:
    return step(opening(), changed("open")).conversation


def changed(state: str, id: str = "c-1", **more: object) -> ChargeChanged:  # noqa: A002
    order = an_order() if state == "ordered" else None
    return ChargeChanged(a_charge(state, id, **more), order)


# --- confirming ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        {"yes": True},
        {"yes": True, "intent": Intent.PAYMENT_CONFIRMATION},
        {"intent": Intent.PAYMENT_CONFIRMATION},
    ],
)
def test_words_never_confirm_a_quote(said: dict[str, object]) -> None:
    hinted = step(quoted(), words("yes, pay", **said))

    assert hinted.parts == (text(Say.PAY_HINT, total=TOTAL), PAY_BUTTON)
    assert hinted.commands == ()
    assert hinted.conversation.stage == Stage.QUOTED
    assert hinted.conversation.attempt == 0


def test_a_quote_of_another_version_charges_nothing_and_shows_a_fresh_one() -> None:
    old = step(quoted(), QuoteConfirmed("card", "an older one"))

    assert old.parts == (info(Say.QUOTE_OLD),)
    assert old.commands == (ReadCart("cart-1"),)
    assert old.conversation.attempt == 0


def test_a_quote_that_was_left_charges_nothing() -> None:
    left = play(quoted(), QuantitySet("v-m", 2), CartRead(a_cart(a_line("v-m", 2))))

    confirmed = step(left.conversation, CONFIRM)

    assert confirmed.commands == (ReadCart("cart-1"),)
    assert confirmed.conversation.attempt == 0


def test_a_method_that_is_not_open_charges_nothing() -> None:
    closed = step(quoted(), QuoteConfirmed("pix", "ready"))

    assert closed.parts == (
        problem(Say.METHOD_CLOSED),
        text(Say.PAY_HINT, total=TOTAL),
        PAY_BUTTON,
    )
    assert closed.commands == ()


def test_nothing_can_be_free_that_costs_something() -> None:
    assert step(quoted(), QuoteConfirmed("free", "ready")).commands == ()


def test_a_total_that_changed_since_is_said_with_old_and_new() -> None:
    dearer = a_ready_cart(total=usd(2600), version="newer")

    told = step(opening(), CartRead(dearer))
    fresh = step(told.conversation, QuoteRead(dearer, (CARD,)))

    assert told.parts == (info(Say.PRICE_CHANGED, old=TOTAL, new=usd(2600)),)
    assert told.commands == (ReadQuote("cart-1"),)
    assert fresh.parts[1] == Quote(dearer, (CARD,))
    again = step(fresh.conversation, QuoteConfirmed("card", "newer"))
    assert again.commands == (OpenCharge("cart-1", "newer", "card", 2),)


def test_a_cart_that_changed_at_the_same_total_is_said_too() -> None:
    told = step(opening(), CartRead(a_ready_cart(version="newer")))

    assert told.parts == (info(Say.CART_CHANGED),)


@pytest.mark.parametrize(
    ("state", "say"),
    [("refused", Say.PAYMENT_REFUSED), ("unknown", Say.PAYMENT_UNKNOWN)],
)
def test_a_charge_that_did_not_open_offers_another_try(state: str, say: Say) -> None:
    failed = step(opening(), changed(state))
    agreed = step(failed.conversation, words("yes", yes=True))

    assert failed.parts == (problem(say), RETRY_BUTTONS)
    assert failed.conversation.stage == Stage.SHOPPING
    assert agreed.commands == (ReadCart("cart-1"),)
    assert step(failed.conversation, CONFIRM).commands == (ReadCart("cart-1"),)


def test_a_shop_that_fails_while_opening_leaves_the_quote() -> None:
    failed = step(opening(), ShopFailed())

    assert failed.parts == (problem(Say.SHOP_FAILED),)
    assert failed.conversation.stage == Stage.QUOTED


def test_a_charge_of_another_amount_is_closed_unseen() -> None:
    wrong = step(opening(), changed("open", amount=usd(2600)))
    closed = step(wrong.conversation, changed("cancelled", amount=usd(2600)))

    assert wrong.parts == ()
    assert wrong.commands == (CloseCharge("c-1"),)
    assert closed.parts == (info(Say.PAYMENT_CANCELLED), RETRY_BUTTONS)


def test_a_charge_that_opens_late_is_shown_while_it_still_fits() -> None:
    unknown = step(opening(), changed("unknown")).conversation

    late = step(unknown, changed("open"))

    assert late.parts == (
        text(Say.PAY_PAGE_READY, total=TOTAL),
        PaymentRequest(a_charge()),
        PAYING_BUTTONS,
    )


def test_a_charge_that_opens_late_for_a_changed_cart_is_closed() -> None:
    unknown = step(opening(), changed("unknown")).conversation
    other = play(unknown, QuantitySet("v-m", 2), CartRead(a_ready_cart(version="newer")))

    late = step(other.conversation, changed("open"))

    assert late.parts == ()
    assert late.commands == (CloseCharge("c-1"),)


# --- while it is open ----------------------------------------------------------------------------


def test_paying_twice_shows_the_open_payment_again() -> None:
    again = step(paying(), CONFIRM)

    assert again.parts == (
        text(Say.PAYMENT_OPEN, total=TOTAL),
        PaymentRequest(a_charge()),
        PAYING_BUTTONS,
    )
    assert again.commands == ()


@pytest.mark.parametrize("event", [PaidSaid(), words("I paid", wish=Wish.SAY_PAID)])
def test_a_claim_to_have_paid_is_asked_at_the_provider(event: Event) -> None:
    asked = step(paying(), event)
    waiting = step(asked.conversation, changed("open"))

    assert asked.parts == ()
    assert asked.commands == (AskCharge("c-1"),)
    assert asked.conversation.stage == Stage.PAYING
    assert waiting.parts == (
        text(Say.PAYMENT_WAITING, total=TOTAL),
        PaymentRequest(a_charge()),
        PAYING_BUTTONS,
    )


@pytest.mark.parametrize(
    ("state", "parts", "stage"),
    [
        ("paid", (text(Say.PAYMENT_ARRIVED, total=TOTAL),), Stage.PAID),
        (
            "processing",
            (text(Say.PAYMENT_PROCESSING, total=TOTAL), quick(CHECK_PAYMENT)),
            Stage.PAYING,
        ),
        ("expired", (info(Say.PAYMENT_EXPIRED), *QUOTE_AGAIN), Stage.QUOTED),
        ("cancelled", (info(Say.PAYMENT_CANCELLED), *QUOTE_AGAIN), Stage.QUOTED),
        ("unknown", (problem(Say.PAYMENT_UNASKED),), Stage.PAYING),
        (
            "held",
            (problem(Say.PAYMENT_HELD, total=TOTAL), quick(PERSON)),
            Stage.BROWSING,
        ),
        (
            "refunded",
            (problem(Say.PAYMENT_REFUNDED, total=TOTAL), quick(SHOW_CART, PERSON)),
            Stage.SHOPPING,
        ),
        (
            "ordered",
            (text(Say.ORDER_PLACED, number="1001"), Receipt(an_order(), TOTAL)),
            Stage.ORDERED,
        ),
    ],
)
def test_each_state_is_told_to_one_who_asks(
    state: str, parts: tuple[Part, ...], stage: Stage
) -> None:
    told = play(paying(), PaidSaid(), changed(state))

    assert told.parts == parts
    assert told.conversation.stage == stage


@pytest.mark.parametrize("state", [*ChargeState])
def test_the_same_news_twice_is_told_once(state: ChargeState) -> None:
    start = paying() if state != ChargeState.REFUSED else opening()
    first = step(start, changed(state))

    second = step(first.conversation, changed(state))

    assert second.parts == ()
    assert second.commands == ()
    assert second.conversation == first.conversation


def test_a_payment_is_cancelled_by_closing_it() -> None:
    cancelling = step(paying(), PaymentCancelled())
    cancelled = step(cancelling.conversation, changed("cancelled"))

    assert cancelling.commands == (CloseCharge("c-1"),)
    assert cancelled.parts == (info(Say.PAYMENT_CANCELLED), *QUOTE_AGAIN)
    assert cancelled.conversation.offered == Offered.PAY


def test_a_payment_that_arrived_before_it_was_cancelled_stays_paid() -> None:
    paid = play(paying(), PaymentCancelled(), changed("paid"))

    assert paid.parts == (text(Say.PAYMENT_ARRIVED, total=TOTAL),)
    assert paid.conversation.stage == Stage.PAID


@pytest.mark.parametrize("event", [PaidSaid(), PaymentCancelled()])
def test_without_a_payment_there_is_none_to_ask_about(event: Event) -> None:
    told = step(a_conversation(), event)

    assert told.parts[0] == info(Say.NO_PAYMENT)
    assert told.commands == ()


# --- changing the cart under a payment -------------------------------------------------------------


def test_a_cart_change_waits_until_the_payment_is_closed() -> None:
    closing = step(paying(), QuantitySet("v-m", 2))
    changing = step(closing.conversation, changed("cancelled"))
    requoting = step(changing.conversation, CartRead(a_ready_cart(a_line("v-m", 2))))

    assert closing.commands == (CloseCharge("c-1"),)
    assert changing.parts == (info(Say.PAYMENT_CLOSED_FOR_CHANGE),)
    assert changing.commands == (SetQuantity("cart-1", "v-m", 2),)
    assert requoting.parts == (text(Say.QUANTITY_SET, count=2, item="Monospace Tee (M)"),)
    assert requoting.commands == (ReadQuote("cart-1"),)


def test_a_cart_change_is_dropped_when_the_payment_arrived_first() -> None:
    paid = play(paying(), QuantitySet("v-m", 2), changed("paid"))

    assert paid.parts == (text(Say.PAYMENT_ARRIVED_CHANGE, total=TOTAL),)
    assert paid.commands == ()
    assert paid.conversation.cart == READY
    assert paid.conversation.stage == Stage.PAID


@pytest.mark.parametrize("state", ["open", "processing"])
def test_a_cart_change_is_dropped_when_the_payment_does_not_close(state: str) -> None:
    kept = play(paying(), QuantitySet("v-m", 2), changed(state))

    assert kept.parts[0] == problem(Say.PAYMENT_NOT_CLOSED)
    assert kept.commands == ()
    assert kept.conversation.cart == READY
    assert kept.conversation.stage == Stage.PAYING


@pytest.mark.parametrize("event", [QuantitySet("v-m", 2), CheckOutAsked(), CONFIRM])
def test_a_paid_cart_is_not_changed(event: Event) -> None:
    paid = step(paying(), changed("paid")).conversation

    told = step(paid, event)

    assert told.parts == (info(Say.ORDER_BEING_MADE),)
    assert told.commands == ()
    assert told.conversation == paid


# --- news about charges that are not the newest ------------------------------------------------------


def second_charge() -> Conversation:
    retried = play(
        paying(),
        changed("expired"),
        CheckOutAsked(),
        CartRead(READY),
        QuoteRead(READY, (CARD,)),
        CONFIRM,
    )
    assert retried.commands == (OpenCharge("cart-1", "ready", "card", 2),)
    return step(retried.conversation, changed("open", "c-2")).conversation


def test_an_expired_charge_paid_after_all_closes_the_newer_one() -> None:
    paid = step(second_charge(), changed("paid"))
    closed = step(paid.conversation, changed("cancelled", "c-2"))

    assert paid.parts == (text(Say.PAYMENT_ARRIVED, total=TOTAL),)
    assert paid.commands == (CloseCharge("c-2"),)
    assert paid.conversation.stage == Stage.PAID
    assert closed.parts == ()
    assert closed.conversation.stage == Stage.PAID


def test_an_older_charge_that_became_the_order_ends_the_purchase() -> None:
    placed = step(second_charge(), changed("ordered"))

    assert placed.parts == (text(Say.ORDER_PLACED, number="1001"), Receipt(an_order(), TOTAL))
    assert placed.commands == (CloseCharge("c-2"),)
    assert placed.conversation.stage == Stage.ORDERED
    assert placed.conversation.cart is None


@pytest.mark.parametrize("state", ["expired", "cancelled", "refused", "unknown", "processing"])
def test_an_older_charge_that_ended_says_nothing(state: str) -> None:
    before = second_charge()

    told = step(before, changed(state, "c-1"))

    assert told.parts == ()
    assert told.commands == ()
    assert told.conversation == before


def test_an_order_of_a_held_payment_leaves_the_new_cart_alone() -> None:
    held = step(paying(), changed("held")).conversation
    other = a_cart(a_line("v-l", 1), id="cart-2")
    shopping = play(held, words("L", wish="buy", variant_ids=("v-l",)), CartRead(other))

    placed = step(shopping.conversation, changed("ordered"))

    assert placed.parts[0] == text(Say.ORDER_PLACED, number="1001")
    assert placed.conversation.cart == other
    assert placed.conversation.stage == Stage.SHOPPING
    assert placed.conversation.order_ids == ("o-1",)


def test_a_difference_given_back_is_told_with_the_order() -> None:
    placed = step(paying(), changed("ordered", refunded=usd(100)))

    assert placed.parts[-1] == info(Say.DIFFERENCE_REFUNDED, total=usd(100))


def test_a_cart_that_vanished_under_a_payment_is_asked_about() -> None:
    vanished = play(paying(), words("cart", wish=Wish.SHOW_CART), CartRead(None))

    assert vanished.commands == (AskCharge("c-1"),)
    assert vanished.conversation.cart == READY


def test_one_who_says_paid_after_the_order_is_shown_it() -> None:
    done = step(paying(), changed("ordered")).conversation

    asked = step(done, PaidSaid())
    shown = step(asked.conversation, OrderRead(an_order()))

    assert asked.commands == (ReadOrder("o-1"),)
    assert shown.parts == (text(Say.ORDER_STATUS, number="1001"), OrderStatus(an_order()))
    assert shown.action == Action.ORDER_STATUS


@pytest.mark.parametrize(
    ("reason", "say"),
    [
        ("already_paid", Say.ORDER_BEING_MADE),
        ("already_processing", Say.PAYMENT_ON_ITS_WAY),
    ],
)
def test_a_cart_that_is_paid_elsewhere_is_not_offered_another_try(reason: str, say: Say) -> None:
    refused = step(opening(), changed("refused", reason=reason))

    assert refused.parts == (info(say),)
    assert refused.conversation.offered == Offered.NOTHING


def test_a_second_payment_of_one_order_is_told_to_go_back() -> None:
    done = step(second_charge(), changed("ordered", "c-2")).conversation

    back = step(done, changed("refunded", "c-1", reason="already_paid", refunded=TOTAL))

    assert back.parts == (problem(Say.PAYMENT_DOUBLE, total=TOTAL), quick(PERSON))
    assert back.conversation == done


def test_a_payment_for_no_cart_at_hand_is_told_without_a_promise() -> None:
    done = step(second_charge(), changed("ordered", "c-2")).conversation

    paid = step(done, changed("paid", "c-1"))

    assert paid.parts == (text(Say.PAYMENT_ARRIVED_EARLIER, total=TOTAL),)
    assert paid.conversation == done


def test_a_quantity_that_is_there_already_leaves_the_payment_open() -> None:
    told = step(paying(), QuantitySet("v-m", 1))

    assert told.parts[0] == text(Say.PAYMENT_OPEN, total=TOTAL)
    assert told.commands == ()


@pytest.mark.parametrize(
    "reason", ["amount_too_small", "amount_too_large", "currency_not_supported"]
)
def test_total_that_the_provider_itself_refuses_is_not_tried_again(reason: str) -> None:
    refused = step(opening(), changed("refused", reason=reason))

    assert refused.parts == (problem(Say.TOTAL_NOT_TAKEN, total=TOTAL), quick(SHOW_CART, PERSON))
    assert refused.conversation.offered == Offered.NOTHING
    assert (refused.conversation.stage, refused.commands) == (Stage.SHOPPING, ())


HELD = {"held": TOTAL}
PART = replace(TOTAL, minor=1000)


@pytest.mark.parametrize(
    ("state", "more", "parts"),
    [
        ("paid", HELD, (text(Say.PAYMENT_RESERVED, total=TOTAL),)),
        (
            "ordered",
            HELD,
            (
                text(Say.ORDER_PLACED, number="1001"),
                Receipt(an_order(), TOTAL, TOTAL),
                info(Say.RESERVED_UNTIL_SENT, total=TOTAL),
            ),
        ),
        (
            "refunded",
            {"let_go": TOTAL},
            (problem(Say.RESERVED_NO_ORDER, total=TOTAL), quick(SHOW_CART, PERSON)),
        ),
        (
            "refunded",
            {"let_go": TOTAL, "reason": "already_paid"},
            (problem(Say.RESERVED_DOUBLE, total=TOTAL), quick(SHOW_CART, PERSON)),
        ),
    ],
)
def test_money_that_is_only_reserved_is_never_called_paid(
    state: str, more: dict[str, object], parts: tuple[Part, ...]
) -> None:
    assert step(paying(), changed(state, **more)).parts == parts


@pytest.mark.parametrize(
    ("more", "say", "total"),
    [
        ({}, Say.RESERVED_CHARGED, TOTAL),
        ({"let_go": TOTAL - PART}, Say.RESERVED_CHARGED, PART),
        ({"let_go": TOTAL}, Say.RESERVED_LET_GO, TOTAL),
    ],
)
def test_what_became_of_a_reservation_is_told(
    more: dict[str, object], say: Say, total: object
) -> None:
    ordered = step(paying(), changed("ordered", **HELD)).conversation

    told = step(ordered, changed("ordered", **more))

    assert told.parts == (info(say, total=total),)
    assert step(told.conversation, changed("ordered", **more)).parts == ()
