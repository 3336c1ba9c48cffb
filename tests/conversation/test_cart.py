"""Changing the cart, and codes."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.commands import (
    ApplyPromoCode,
    AskPerson,
    Command,
    ReadCart,
    ReadQuote,
    RemovePromoCode,
    SetContact,
    SetQuantity,
)
from agentpay_plugin.conversation.events import (
    CartAsked,
    CartJoined,
    CartRead,
    CartRefused,
    CheckOutAsked,
    Event,
    Opened,
    PersonAsked,
    PromoCodeApplied,
    PromoCodeRemoved,
    QuantitySet,
    ShopFailed,
    VariantChosen,
)
from agentpay_plugin.conversation.goods import LineProblem
from agentpay_plugin.conversation.parts import CartSummary
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.reading import Offered, Wish
from agentpay_plugin.conversation.replies import CHECK_OUT, SHOW_CART, info, problem, quick, text
from agentpay_plugin.conversation.state import Conversation, Stage
from tests.builders import CARD, a_cart, a_line, a_ready_cart, usd
from tests.conversation.play import a_conversation, play, step, words

TWO = a_cart(a_line("v-m", 1), a_line("v-mug", 3, product_name="Mug", variant_name="v-mug"))
ONE = a_cart(a_line("v-m", 2))


def shopping(**changes: object) -> Conversation:
    return a_conversation(**{"stage": Stage.SHOPPING, "cart": TWO} | changes)


@pytest.mark.parametrize(
    ("reading", "commands"),
    [
        ({"wish": Wish.CHANGE_QUANTITY, "quantity": 3}, (SetQuantity("cart-1", "v-m", 3),)),
        (
            {"wish": Wish.CHANGE_QUANTITY, "quantity": 2, "product_mention": "mug"},
            (SetQuantity("cart-1", "v-mug", 2),),
        ),
        ({"wish": Wish.REMOVE, "product_mention": "mug"}, (SetQuantity("cart-1", "v-mug", 0),)),
        (
            {"wish": Wish.REMOVE, "quantity": 1, "product_mention": "mug"},
            (SetQuantity("cart-1", "v-mug", 2),),
        ),
        ({"wish": Wish.REMOVE, "variant_ids": ("v-m",)}, (SetQuantity("cart-1", "v-m", 0),)),
        ({"wish": Wish.SHOW_CART}, (ReadCart("cart-1"),)),
        ({"wish": Wish.CHECK_OUT}, (ReadCart("cart-1"),)),
        ({"wish": Wish.APPLY_PROMO, "promo_code": "SAVE"}, (ApplyPromoCode("cart-1", "SAVE"),)),
        ({"email": "ada@example.com"}, (SetContact("cart-1", "ada@example.com"),)),
    ],
)
def test_words_change_the_cart(reading: dict[str, object], commands: tuple[Command, ...]) -> None:
    assert step(shopping(), words("please", **reading)).commands == commands


def test_a_line_that_is_not_clear_is_asked_for() -> None:
    both = shopping(product=None)

    asked = step(both, words("remove it", wish=Wish.REMOVE))

    assert asked.parts == (text(Say.WHICH_LINE), CartSummary(TWO))
    assert asked.commands == ()


def test_a_quantity_set_is_told_with_the_cart() -> None:
    setting = step(shopping(), QuantitySet("v-m", 2))
    told = step(setting.conversation, CartRead(ONE))

    assert setting.commands == (SetQuantity("cart-1", "v-m", 2),)
    assert told.parts == (
        text(Say.QUANTITY_SET, count=2, item="Monospace Tee (M)"),
        CartSummary(ONE),
        text(Say.OFFER_CHECK_OUT),
        quick(CHECK_OUT),
    )


def test_a_line_of_a_product_no_longer_known_is_changed_by_its_own_name() -> None:
    removed = play(shopping(), QuantitySet("v-mug", 0), CartRead(ONE))

    assert removed.parts[0] == text(Say.REMOVED, item="Mug")


def test_the_last_line_removed_leaves_nothing_to_check_out() -> None:
    emptied = play(shopping(cart=ONE), QuantitySet("v-m", 0), CartRead(a_cart()))

    assert emptied.parts == (
        text(Say.REMOVED, item="Monospace Tee (M)"),
        info(Say.CART_EMPTY),
    )
    assert emptied.conversation.stage == Stage.BROWSING
    assert step(emptied.conversation, CheckOutAsked()).commands == ()


def test_a_variant_that_is_not_in_the_cart_cannot_be_changed() -> None:
    tapped = step(shopping(cart=ONE), QuantitySet("v-l", 2))

    assert tapped.parts == (problem(Say.NOT_IN_CART), CartSummary(ONE))
    assert tapped.commands == ()
    assert tapped.conversation == shopping(cart=ONE)


@pytest.mark.parametrize("quantity", [-1, 1000])
def test_a_quantity_out_of_range_is_refused(quantity: int) -> None:
    tapped = step(shopping(), QuantitySet("v-mug", quantity))

    assert tapped.parts == (problem(Say.QUANTITY_OUT_OF_RANGE, least=1, most=999),)
    assert tapped.commands == ()


def test_lines_that_cannot_be_had_are_named_and_hold_up_the_check_out() -> None:
    broken = a_cart(
        a_line("v-m", 9, problem=LineProblem.INSUFFICIENT_STOCK, available=3),
        a_line("v-l", 1, problem=LineProblem.NOT_AVAILABLE),
    )

    held_up = play(shopping(), CheckOutAsked(), CartRead(broken))

    assert held_up.parts == (
        problem(Say.LINE_SHORT, count=3, item="Monospace Tee (M)"),
        problem(Say.LINE_OUT, item="Monospace Tee (L)"),
        CartSummary(broken),
    )
    assert held_up.commands == ()
    assert held_up.conversation.stage == Stage.SHOPPING


def test_a_change_at_the_quote_leads_to_a_fresh_quote() -> None:
    ready = a_ready_cart()
    quoted = a_conversation(
        stage=Stage.QUOTED, cart=ready, methods=(CARD,), quoted_version=ready.version
    )

    changed = play(quoted, QuantitySet("v-m", 2), CartRead(a_ready_cart(a_line("v-m", 2))))

    assert changed.parts == (text(Say.QUANTITY_SET, count=2, item="Monospace Tee (M)"),)
    assert changed.commands == (ReadQuote("cart-1"),)
    assert changed.conversation.quoted_version is None


def test_a_code_is_applied_and_told() -> None:
    cheaper = a_cart(a_line("v-m", 1), promo_code="SAVE", discount=usd(500), total=usd(1500))

    applied = play(shopping(), PromoCodeApplied(" SAVE "), CartRead(cheaper))
    removing = step(applied.conversation, PromoCodeRemoved("SAVE"))

    assert applied.parts[:2] == (text(Say.PROMO_APPLIED, code="SAVE"), CartSummary(cheaper))
    assert removing.commands == (RemovePromoCode("cart-1", "SAVE"),)
    assert step(removing.conversation, CartRead(TWO)).parts[0] == text(
        Say.PROMO_REMOVED, code="SAVE"
    )


def test_a_code_that_is_not_used_cannot_be_removed() -> None:
    removed = step(shopping(), PromoCodeRemoved("OTHER"))

    assert removed.parts == (info(Say.PROMO_NOT_USED, code="OTHER"), CartSummary(TWO))
    assert removed.commands == ()


@pytest.mark.parametrize("event", [CheckOutAsked(), CartAsked(), PromoCodeRemoved("SAVE")])
def test_without_a_cart_the_shopper_is_told_that_it_is_empty(event: object) -> None:
    told = step(a_conversation(), event)  # type: ignore[arg-type]

    assert told.parts[0] == info(Say.CART_EMPTY)
    assert told.commands == ()
    assert told.conversation.cart is None


def opened_while_the_shop_fails() -> Conversation:
    opened = step(
        Conversation(id="c", channel="default-channel", locale="en"),
        Opened(ProductRef(slug="tee"), "cart-1"),
    )
    failed = step(opened.conversation, ShopFailed())
    assert failed.parts == (problem(Say.SHOP_FAILED),)
    return failed.conversation


@pytest.mark.parametrize("event", [words("hello", wish=Wish.GREET), CheckOutAsked()])
def test_the_storefronts_cart_is_read_later_if_the_shop_fails_at_the_opening(event: Event) -> None:
    waiting = step(opened_while_the_shop_fails(), event)
    joined = step(waiting.conversation, CartRead(TWO))

    assert waiting.commands == (ReadCart("cart-1"),)
    assert joined.parts[:2] == (text(Say.CART_FOUND), CartSummary(TWO))
    assert joined.conversation.cart == TWO
    assert joined.conversation.page_cart_id is None


def test_the_storefronts_cart_is_kept_as_long_as_the_shop_fails() -> None:
    again = play(opened_while_the_shop_fails(), VariantChosen("v-m", 1), ShopFailed())
    gone = play(again.conversation, CartAsked(), CartRead(None))

    assert again.parts == (problem(Say.SHOP_FAILED),)
    assert again.conversation.page_cart_id == "cart-1"
    assert gone.parts == (info(Say.CART_EMPTY),)
    assert gone.conversation.page_cart_id is None


def test_a_person_is_asked_for_even_while_the_cart_cannot_be_read() -> None:
    asked = step(opened_while_the_shop_fails(), PersonAsked("help"))

    assert asked.commands == (AskPerson("help"),)
    assert asked.conversation.page_cart_id == "cart-1"


def test_the_storefronts_cart_is_taken_over_when_it_is_made_later() -> None:
    talking = Conversation(id="c", channel="default-channel", locale="en")
    joining = step(talking, CartJoined("cart-1"))
    joined = step(joining.conversation, CartRead(TWO))

    assert joining.commands == (ReadCart("cart-1"),)
    assert joined.parts == (text(Say.CART_FOUND), CartSummary(TWO))
    assert joined.conversation.cart == TWO
    assert joined.conversation.stage == Stage.SHOPPING


def test_a_cart_that_the_shop_does_not_hold_is_not_joined() -> None:
    talking = Conversation(id="c", channel="default-channel", locale="en")
    missed = play(talking, CartJoined("cart-1"), CartRead(None))

    assert (missed.parts, missed.commands) == ((), ())
    assert missed.conversation == talking


def test_the_storefronts_cart_is_joined_in_the_next_turn_if_the_shop_fails() -> None:
    talking = Conversation(id="c", channel="default-channel", locale="en")
    failed = play(talking, CartJoined("cart-1"), ShopFailed())

    assert failed.conversation.page_cart_id == "cart-1"


def test_goods_in_the_chats_own_cart_are_not_left_for_the_storefronts() -> None:
    before = shopping()
    joined = step(before, CartJoined("cart-9"))

    assert (joined.parts, joined.commands) == ((), ())
    assert joined.conversation == before


def test_the_storefronts_own_cart_is_taken_over() -> None:
    opened = step(
        Conversation(id="c", channel="default-channel", locale="en"), Opened(cart_id="cart-1")
    )
    found = step(opened.conversation, CartRead(TWO))

    assert opened.commands == (ReadCart("cart-1"),)
    assert found.parts == (text(Say.CART_FOUND), CartSummary(TWO), quick(CHECK_OUT, SHOW_CART))
    assert found.conversation.stage == Stage.SHOPPING


def test_the_cart_is_shown_as_it_is_now() -> None:
    shown = play(shopping(), CartAsked(), CartRead(ONE))

    assert shown.parts == (CartSummary(ONE), text(Say.OFFER_CHECK_OUT), quick(CHECK_OUT))
    assert shown.conversation.offered == Offered.CHECK_OUT


def test_a_cart_the_shop_lost_is_told() -> None:
    lost = play(shopping(), CartAsked(), CartRead(None))

    assert lost.parts == (problem(Say.CART_GONE),)
    assert lost.conversation.cart is None
    assert lost.conversation.stage == Stage.BROWSING


def test_a_shop_that_does_not_answer_changes_nothing() -> None:
    failed = play(shopping(), QuantitySet("v-m", 2), ShopFailed())

    assert failed.parts == (problem(Say.SHOP_FAILED),)
    assert failed.conversation == shopping()


@pytest.mark.parametrize("code", ["TAX_ERROR", "SOME_NEW_CODE"])
def test_a_refusal_we_do_not_know_is_told_without_the_shops_words(code: str) -> None:
    refused = play(shopping(), QuantitySet("v-m", 2), CartRefused(code, "internal", None))

    assert refused.parts[0] == problem(Say.SHOP_REFUSED)
    assert refused.conversation == shopping()


def test_words_take_a_promo_code_off_and_no_line() -> None:
    off = words("remove the code SAVE", wish=Wish.REMOVE, promo_code="SAVE", product_mention="SAVE")

    assert step(shopping(cart=a_cart(a_line("v-m", 2), promo_code="SAVE")), off).commands == (
        RemovePromoCode("cart-1", "SAVE"),
    )
