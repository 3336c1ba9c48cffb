"""Vouchers and gift cards: kept, tried again, replaced, lost; nothing of it goes unsaid."""

from __future__ import annotations

from typing import Any

import pytest

from agentpay_plugin.conversation.commands import (
    ApplyPromoCode,
    CloseCharge,
    PlaceFreeOrder,
    ReadCart,
    ReadQuote,
    RemovePromoCode,
    SetQuantity,
)
from agentpay_plugin.conversation.engine import advance
from agentpay_plugin.conversation.events import (
    CartAsked,
    CartRead,
    CartRefused,
    ChargeChanged,
    CheckOutAsked,
    DeliveryChosen,
    DetailsGiven,
    OrderPlaced,
    PromoCodeApplied,
    PromoCodeRemoved,
    QuantitySet,
    QuoteConfirmed,
    QuoteRead,
    ShopFailed,
    VariantChosen,
)
from agentpay_plugin.conversation.parts import CartSummary, Quote
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Offered, Wish
from agentpay_plugin.conversation.replies import FREE, info, pay_replies, problem, text
from agentpay_plugin.conversation.state import Conversation, KeptCode, Stage
from tests.builders import (
    CARD,
    a_cart,
    a_charge,
    a_delivery,
    a_line,
    a_ready_cart,
    an_order,
    usd,
)
from tests.conversation.play import NOW, a_conversation, play, step, words

CART = a_cart(a_line("v-m", 1), version="one")
BIGGER = a_cart(a_line("v-m", 12), version="twelve")
NOT_YET = CartRefused("VOUCHER_NOT_APPLICABLE", "", "promo_code")
UNKNOWN = CartRefused("INVALID", "", "promo_code")
TRY = (ApplyPromoCode("cart-1", "LATER"),)


def shopping(**changes: Any) -> Conversation:
    return a_conversation(**{"stage": Stage.SHOPPING, "cart": CART} | changes)


def keeping(**changes: Any) -> Conversation:
    return shopping(**{"kept": (KeptCode("LATER", "one"),)} | changes)


def quoted(**changes: Any) -> Conversation:
    ready = a_ready_cart()
    values = {"stage": Stage.QUOTED, "cart": ready, "methods": (CARD,), "quoted_version": "ready"}
    return a_conversation(**values | changes)


def codes(conversation: Conversation) -> list[str]:
    return [one.code for one in conversation.kept]


# --- refused


@pytest.mark.parametrize(
    ("refusal", "notice"),
    [
        (UNKNOWN, problem(Say.PROMO_INVALID, code="LATER")),
        (
            CartRefused("GIFT_CARD_NOT_APPLICABLE", "", "promo_code"),
            problem(Say.GIFT_CARDS_NOT_TAKEN, code="LATER"),
        ),
        (
            CartRefused("UNIQUE", "Only on Mondays.", None),
            problem(Say.PROMO_REFUSED, code="LATER", reason="Only on Mondays."),
        ),
        (CartRefused("UNIQUE", "", None), problem(Say.PROMO_REFUSED_PLAIN, code="LATER")),
    ],
    ids=["unknown", "no gift cards here", "words of the shop", "no words"],
)
def test_a_code_refused_for_good_is_told_with_the_reason(refusal: CartRefused, notice: Any) -> None:
    refused = play(shopping(), PromoCodeApplied("LATER"), refusal)

    assert refused.parts == (notice,)
    assert refused.conversation == shopping()


@pytest.mark.parametrize(
    ("cart", "say"),
    [
        (CART, Say.PROMO_KEPT_DELIVERY),
        (a_cart(a_line("v-e", 1), requires_shipping=False), Say.PROMO_KEPT_DETAILS),
        (a_ready_cart(), Say.PROMO_KEPT),
    ],
    ids=["no delivery yet", "nobody to send it to yet", "nothing missing"],
)
def test_a_code_not_taken_yet_is_kept_and_told_why(cart: Any, say: Say) -> None:
    refused = play(shopping(cart=cart), PromoCodeApplied("LATER"), NOT_YET)

    assert refused.parts == (info(say, code="LATER"),)
    assert refused.conversation.kept == (KeptCode("LATER", cart.version),)
    assert refused.commands == ()


def test_the_shops_own_words_are_passed_on() -> None:
    told = CartRefused("VOUCHER_NOT_APPLICABLE", "Only for orders over 200 USD.", "promo_code")

    refused = play(shopping(), PromoCodeApplied("LATER"), told)

    assert refused.parts == (
        info(Say.PROMO_KEPT_REASON, code="LATER", reason="Only for orders over 200 USD."),
    )
    assert codes(refused.conversation) == ["LATER"]


def test_a_line_the_shop_does_not_sell_any_more_is_not_the_codes_fault() -> None:
    refusal = CartRefused("UNAVAILABLE_VARIANT_IN_CHANNEL", "", "lines")

    refused = play(shopping(), PromoCodeApplied("LATER"), refusal)

    assert refused.parts == (problem(Say.CART_PROBLEM), info(Say.PROMO_KEPT, code="LATER"))
    assert refused.commands == (ReadCart("cart-1"),)
    assert codes(refused.conversation) == ["LATER"]


def test_the_newer_of_two_vouchers_is_kept() -> None:
    refused = play(keeping(), PromoCodeApplied("NEWER"), NOT_YET)

    assert refused.parts == (
        info(Say.PROMO_KEPT_DELIVERY, code="NEWER"),
        info(Say.PROMO_FORGOTTEN, code="LATER"),
    )
    assert codes(refused.conversation) == ["NEWER"]


def test_a_code_typed_small_is_tried_in_capitals() -> None:
    small = play(shopping(), PromoCodeApplied("later"), UNKNOWN)
    refused = step(small.conversation, UNKNOWN)

    assert (small.parts, small.commands) == ((), TRY)
    assert refused.parts == (problem(Say.PROMO_INVALID, code="LATER"),)
    assert refused.commands == ()


def test_a_code_typed_small_that_waited_for_the_cart_is_tried_in_capitals() -> None:
    given = step(a_conversation(), PromoCodeApplied("later"))

    added = play(given.conversation, VariantChosen("v-m", 1), CartRead(CART), UNKNOWN)

    assert added.commands == TRY
    assert codes(added.conversation) == ["LATER"]


def test_a_voucher_in_use_that_is_given_again_is_not_kept_beside_itself() -> None:
    used = a_cart(a_line("v-m", 1), promo_code="LATER")

    again = play(shopping(cart=used), PromoCodeApplied("LATER"), NOT_YET)

    assert again.parts == (text(Say.PROMO_APPLIED, code="LATER"),)
    assert again.conversation.kept == ()


def test_a_code_that_the_cart_does_not_hold_any_more_cannot_be_removed() -> None:
    used = a_cart(a_line("v-m", 1), promo_code="SAVE")
    refusal = CartRefused("INVALID", "Cannot remove a voucher not attached.", "promo_code")

    refused = play(shopping(cart=used), PromoCodeRemoved("SAVE"), refusal)

    assert refused.parts == (info(Say.PROMO_NOT_USED, code="SAVE"),)


# --- tried again


def test_a_kept_code_that_the_page_has_applied_is_told() -> None:
    taken = a_cart(a_line("v-m", 1), promo_code="LATER", version="page")

    shown = play(keeping(), CartAsked(), CartRead(taken))

    assert shown.parts[:2] == (text(Say.PROMO_TOOK_EFFECT, code="LATER"), CartSummary(taken))
    assert shown.conversation.kept == ()
    assert shown.commands == ()


def test_a_kept_code_takes_effect_when_the_cart_grows() -> None:
    grown = play(keeping(), QuantitySet("v-m", 12), CartRead(BIGGER))
    taken = a_cart(a_line("v-m", 12), promo_code="LATER", version="cheaper")
    told = step(grown.conversation, CartRead(taken))

    assert (grown.parts, grown.commands) == ((), TRY)
    assert told.parts[:3] == (
        text(Say.QUANTITY_SET, count=12, item="Monospace Tee (M)"),
        text(Say.PROMO_TOOK_EFFECT, code="LATER"),
        CartSummary(taken),
    )
    assert told.conversation.kept == ()
    assert told.conversation.cart == taken


def test_a_kept_code_takes_effect_when_the_delivery_is_chosen() -> None:
    known = {"has_email": True, "has_shipping_address": True, "has_billing_address": True}
    before = a_cart(a_line("v-m", 1), version="one", **known)
    asked = keeping(stage=Stage.DELIVERY, cart=before, deliveries=(a_delivery(),))
    chosen = play(asked, DeliveryChosen("d-1"), CartRead(a_ready_cart()))
    free = a_ready_cart(promo_code="LATER", delivery_price=usd(0), total=usd(2000), version="free")
    taken = step(chosen.conversation, CartRead(free))
    quote = step(taken.conversation, QuoteRead(free, (CARD,)))

    assert chosen.commands == TRY
    assert taken.parts == (
        text(Say.DELIVERY_CHOSEN, option="DHL"),
        text(Say.PROMO_TOOK_EFFECT, code="LATER"),
    )
    assert taken.commands == (ReadQuote("cart-1"),)
    assert quote.parts == (
        text(Say.QUOTE, total=usd(2000)),
        Quote(free, (CARD,)),
        pay_replies(free, (CARD,)),
    )


def test_a_kept_code_is_tried_once_contact_and_addresses_are_there() -> None:
    given = DetailsGiven(None, None, None)
    download = a_cart(
        a_line("v-e", 1), requires_shipping=False, has_billing_address=True, version="one"
    )
    asked = keeping(stage=Stage.DETAILS, cart=download)
    known = a_cart(
        a_line("v-e", 1),
        requires_shipping=False,
        has_billing_address=True,
        has_email=True,
        version="known",
    )

    saved = play(
        asked, DetailsGiven("ada@example.com", given.shipping, given.billing), CartRead(known)
    )

    assert saved.commands == TRY


def test_a_kept_code_is_not_tried_with_the_cart_it_was_refused_for() -> None:
    shown = play(keeping(), CartAsked(), CartRead(CART))

    assert shown.commands == ()
    assert codes(shown.conversation) == ["LATER"]


def test_a_kept_code_that_does_not_do_yet_either_is_kept_in_silence() -> None:
    refused = play(keeping(), QuantitySet("v-m", 12), CartRead(BIGGER), NOT_YET)

    assert refused.parts[0] == text(Say.QUANTITY_SET, count=12, item="Monospace Tee (M)")
    assert refused.conversation.kept == (KeptCode("LATER", "twelve"),)
    assert not any(part == info(Say.PROMO_KEPT, code="LATER") for part in refused.parts)


def test_a_kept_code_that_has_expired_meanwhile_is_given_up_with_the_reason() -> None:
    refused = play(keeping(), QuantitySet("v-m", 12), CartRead(BIGGER), UNKNOWN)

    assert refused.parts[:2] == (
        text(Say.QUANTITY_SET, count=12, item="Monospace Tee (M)"),
        problem(Say.PROMO_INVALID, code="LATER"),
    )
    assert refused.conversation.kept == ()


def test_a_shop_that_fails_at_the_code_does_not_undo_what_was_done() -> None:
    failed = play(keeping(), QuantitySet("v-m", 12), CartRead(BIGGER), ShopFailed())

    assert failed.parts[0] == text(Say.QUANTITY_SET, count=12, item="Monospace Tee (M)")
    assert codes(failed.conversation) == ["LATER"]
    assert failed.commands == ()


def test_the_quote_says_that_a_kept_code_is_not_in_it() -> None:
    ready = a_ready_cart()
    asked = keeping(cart=ready, kept=(KeptCode("LATER", "ready"),))

    quote = play(asked, CheckOutAsked(), CartRead(ready), QuoteRead(ready, (CARD,)))

    assert quote.parts[:3] == (
        info(Say.PROMO_NOT_IN_TOTAL, code="LATER"),
        text(Say.QUOTE, total=usd(2500)),
        Quote(ready, (CARD,)),
    )
    assert quote.conversation.quoted_version == "ready"


def test_a_cart_that_the_page_changed_is_tried_with_before_its_quote() -> None:
    ready = a_ready_cart()
    asked = keeping(cart=ready, kept=(KeptCode("LATER", "ready"),))
    changed = a_ready_cart(a_line("v-m", 9), version="page")

    quoting = play(asked, CheckOutAsked(), CartRead(ready), QuoteRead(changed, (CARD,)))
    refused = play(quoting.conversation, NOT_YET, QuoteRead(changed, (CARD,)))

    assert quoting.commands == TRY
    assert refused.parts[0] == info(Say.PROMO_NOT_IN_TOTAL, code="LATER")
    assert refused.conversation.quoted_version == "page"


def test_an_open_payment_is_not_closed_to_try_a_kept_code() -> None:
    charge = a_charge("open")
    paying = keeping(stage=Stage.PAYING, cart=a_ready_cart(), charge=charge)

    shown = play(paying, CartAsked(), CartRead(a_ready_cart()))

    assert shown.commands == ()
    assert shown.conversation.stage == Stage.PAYING
    assert codes(shown.conversation) == ["LATER"]


# --- before there is a cart, after it is gone


def test_a_code_given_before_anything_is_bought_waits_for_the_cart() -> None:
    given = step(a_conversation(), PromoCodeApplied(" SAVE "))
    added = play(given.conversation, VariantChosen("v-m", 1), CartRead(CART))
    taken = step(added.conversation, CartRead(a_cart(a_line("v-m", 1), promo_code="SAVE")))

    assert given.parts[0] == info(Say.PROMO_KEPT_EMPTY, code="SAVE")
    assert given.conversation.offered is Offered.BUY
    assert added.commands == (ApplyPromoCode("cart-1", "SAVE"),)
    assert taken.parts[1] == text(Say.PROMO_TOOK_EFFECT, code="SAVE")
    assert taken.conversation.kept == ()


def test_a_code_that_waited_for_the_cart_and_does_not_do_yet_is_told() -> None:
    given = step(a_conversation(), PromoCodeApplied("SAVE"))

    refused = play(given.conversation, VariantChosen("v-m", 1), CartRead(CART), NOT_YET)

    assert refused.parts[:2] == (
        text(Say.ADDED, count=1, item="Monospace Tee (M)"),
        info(Say.PROMO_KEPT_DELIVERY, code="SAVE"),
    )


def test_codes_of_a_lost_cart_are_kept_or_asked_for_again() -> None:
    cart = a_cart(a_line("v-m", 1), promo_code="SAVE", gift_card_codes=("WXYZ",))

    lost = play(shopping(cart=cart), CartAsked(), CartRead(None))

    assert lost.parts == (
        problem(Say.CART_GONE),
        info(Say.GIFT_CARD_AGAIN, values=("WXYZ",)),
    )
    assert lost.conversation.kept == (KeptCode("SAVE", None),)


def test_an_order_ends_the_keeping() -> None:
    free = a_ready_cart(total=usd(0), version="free")
    conversation = quoted(
        cart=free, methods=(FREE,), quoted_version="free", kept=(KeptCode("LATER", "free"),)
    )

    placed = play(conversation, QuoteConfirmed("free", "free"), OrderPlaced(an_order()))

    assert placed.conversation.stage == Stage.ORDERED
    assert placed.conversation.kept == ()


# --- replaced, removed, dropped


def test_a_second_voucher_takes_the_place_of_the_first() -> None:
    first = a_cart(a_line("v-m", 1), promo_code="SAVE")
    second = a_cart(a_line("v-m", 1), promo_code="MORE", version="2")

    applied = play(shopping(cart=first), PromoCodeApplied("MORE"), CartRead(second))

    assert applied.parts[:2] == (
        text(Say.PROMO_APPLIED, code="MORE"),
        info(Say.PROMO_REPLACED, code="MORE", other="SAVE"),
    )


def test_a_voucher_in_use_ends_the_keeping_of_another() -> None:
    second = a_cart(a_line("v-m", 1), promo_code="MORE", version="2")

    applied = play(keeping(), PromoCodeApplied("MORE"), CartRead(second))

    assert applied.parts[:2] == (
        text(Say.PROMO_APPLIED, code="MORE"),
        info(Say.PROMO_FORGOTTEN, code="LATER"),
    )
    assert applied.conversation.kept == ()


def test_a_code_the_shop_drops_after_a_change_is_told_and_kept() -> None:
    worth_it = a_cart(a_line("v-m", 12), promo_code="SAVE")

    dropped = play(shopping(cart=worth_it), QuantitySet("v-m", 1), CartRead(CART))

    assert dropped.parts[:2] == (
        text(Say.QUANTITY_SET, count=1, item="Monospace Tee (M)"),
        info(Say.PROMO_DROPPED, code="SAVE"),
    )
    assert dropped.conversation.kept == (KeptCode("SAVE", "one"),)
    assert dropped.commands == ()


def test_a_voucher_that_the_shop_drops_beside_a_new_gift_card_is_told() -> None:
    before = a_cart(a_line("v-m", 1), promo_code="SAVE")
    after_it = a_cart(a_line("v-m", 1), gift_card_codes=("WXYZ",), version="2")

    applied = play(shopping(cart=before), PromoCodeApplied("GIFT-WXYZ"), CartRead(after_it))

    assert info(Say.PROMO_GONE, code="SAVE") in applied.parts
    assert applied.conversation.kept == ()


@pytest.mark.parametrize("event", [CartAsked(), QuantitySet("v-m", 2)], ids=["shown", "recounted"])
def test_a_code_that_is_gone_when_the_cart_is_read_is_told(event: Any) -> None:
    used = a_cart(a_line("v-m", 1), promo_code="SAVE", gift_card_codes=("WXYZ",))
    reading = advance(shopping(cart=used), event, NOW)
    told = step(reading.conversation, CartRead(CART))

    assert reading.commands == (ReadCart("cart-1"),)
    assert told.parts[:2] == (
        info(Say.PROMO_GONE, code="SAVE"),
        info(Say.PROMO_GONE, code="WXYZ"),
    )
    assert told.conversation.kept == ()


def test_a_code_that_is_gone_at_the_quote_is_told_with_the_new_total() -> None:
    used = a_ready_cart(promo_code="SAVE", total=usd(2000), version="used")
    dearer = a_ready_cart()

    quote = play(shopping(cart=used), CheckOutAsked(), CartRead(used), QuoteRead(dearer, (CARD,)))

    assert quote.parts[:3] == (
        info(Say.PROMO_GONE, code="SAVE"),
        text(Say.QUOTE, total=usd(2500)),
        Quote(dearer, (CARD,)),
    )


def test_a_code_is_removed_however_it_is_spelled() -> None:
    used = a_cart(a_line("v-m", 1), promo_code="SAVE", gift_card_codes=("WXYZ",))

    voucher = step(shopping(cart=used), PromoCodeRemoved("save"))
    card = step(shopping(cart=used), PromoCodeRemoved("abcd-1234-wxyz"))
    gone = step(voucher.conversation, CartRead(CART))

    assert voucher.commands == (RemovePromoCode("cart-1", "SAVE"),)
    assert card.commands == (RemovePromoCode("cart-1", "WXYZ"),)
    assert gone.parts[:2] == (text(Say.PROMO_REMOVED, code="SAVE"), CartSummary(CART))


def test_a_kept_code_is_removed_too() -> None:
    removed = step(keeping(), PromoCodeRemoved("later"))

    assert removed.parts == (text(Say.PROMO_REMOVED, code="LATER"),)
    assert removed.commands == ()
    assert removed.conversation.kept == ()


# --- gift cards


@pytest.mark.parametrize(
    ("after", "say"),
    [
        (
            {"gift_cards": usd(500), "total": usd(1500)},
            text(Say.GIFT_CARD_COVERS, code="ABCDWXYZ", price=usd(500), total=usd(1500)),
        ),
        (
            {"gift_cards": usd(2000), "total": usd(0)},
            text(Say.GIFT_CARD_COVERS_ALL, code="ABCDWXYZ"),
        ),
        ({"total": usd(2000)}, problem(Say.GIFT_CARD_EMPTY, code="ABCDWXYZ")),
    ],
    ids=["part", "all", "empty"],
)
def test_a_gift_card_says_what_it_covers(after: dict[str, Any], say: Any) -> None:
    cart = a_cart(a_line("v-m", 1), gift_card_codes=("WXYZ",), version="2", **after)

    applied = play(shopping(), PromoCodeApplied("ABCDWXYZ"), CartRead(cart))

    assert applied.parts[0] == say


# --- at the quote and while paying


def test_a_code_after_the_quote_leads_to_a_fresh_quote() -> None:
    cheaper = a_ready_cart(promo_code="SAVE", total=usd(2000), version="cheaper")

    applied = play(quoted(), PromoCodeApplied("SAVE"), CartRead(cheaper))
    quote = step(applied.conversation, QuoteRead(cheaper, (CARD,)))

    assert applied.parts == (text(Say.PROMO_APPLIED, code="SAVE"),)
    assert applied.commands == (ReadQuote("cart-1"),)
    assert quote.conversation.quoted_version == "cheaper"


def test_a_code_not_taken_at_the_quote_leaves_the_quote() -> None:
    refused = play(quoted(), PromoCodeApplied("LATER"), NOT_YET)

    assert refused.parts == (info(Say.PROMO_KEPT, code="LATER"),)
    assert refused.conversation.quoted_version == "ready"


def test_a_code_not_taken_while_paying_ends_in_a_fresh_quote() -> None:
    paying = quoted(stage=Stage.PAYING, quoted_version=None, charge=a_charge("open"))
    closing = step(paying, PromoCodeApplied("LATER"))
    closed = step(closing.conversation, ChargeChanged(a_charge("cancelled")))
    refused = step(closed.conversation, NOT_YET)

    assert closing.commands == (CloseCharge("c-1"),)
    assert closed.commands == TRY
    assert refused.parts == (info(Say.PROMO_KEPT, code="LATER"),)
    assert refused.commands == (ReadQuote("cart-1"),)


@pytest.mark.parametrize(
    ("code", "used"),
    [
        ("VOUCHER_NOT_APPLICABLE", {"promo_code": "SAVE"}),
        ("GIFT_CARD_NOT_APPLICABLE", {"gift_card_codes": ("SAVE",)}),
    ],
)
def test_a_code_that_spoils_a_free_order_is_taken_out(code: str, used: dict[str, Any]) -> None:
    free = a_ready_cart(total=usd(0), version="free", **used)
    conversation = quoted(cart=free, methods=(FREE,), quoted_version="free")

    placing = step(conversation, QuoteConfirmed("free", "free"))
    refused = step(placing.conversation, CartRefused(code, "", None))

    assert placing.commands == (PlaceFreeOrder("cart-1", "free"),)
    assert refused.parts == (problem(Say.PROMO_SPOILED, code="SAVE"),)
    assert refused.commands == (RemovePromoCode("cart-1", "SAVE"),)


def test_a_code_whose_paid_order_was_refused_is_taken_out_before_the_next_try() -> None:
    cart = a_ready_cart(promo_code="SAVE")
    paid = quoted(cart=cart, stage=Stage.PAID, quoted_version=None, charge=a_charge("paid"))
    back = a_charge("refunded", reason="voucher_not_applicable", refunded=usd(2500))

    told = step(paid, ChargeChanged(back))

    assert told.parts == (
        problem(Say.PAYMENT_REFUNDED, total=usd(2500)),
        problem(Say.PROMO_SPOILED, code="SAVE"),
    )
    assert told.commands == (RemovePromoCode("cart-1", "SAVE"),)
    assert told.conversation.stage == Stage.SHOPPING


def test_words_keep_a_code_too() -> None:
    said = step(a_conversation(), words("code SAVE", wish=Wish.APPLY_PROMO, promo_code="SAVE"))

    assert said.conversation.kept == (KeptCode("SAVE", None),)
    assert not any(isinstance(one, SetQuantity) for one in said.commands)
