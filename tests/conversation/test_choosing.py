"""From a wish to one variant in the cart, and what is said when it cannot be had."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.commands import ReadCart, ReadProduct, SearchProducts, SetQuantity
from agentpay_plugin.conversation.events import (
    CartRead,
    CartRefused,
    ProductRead,
    ProductsFound,
    VariantChosen,
)
from agentpay_plugin.conversation.goods import Attribute
from agentpay_plugin.conversation.parts import Part, ProductCard, VariantPicker
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.reading import Offered, Topic, Wish
from agentpay_plugin.conversation.replies import YES, problem, quick, text
from agentpay_plugin.conversation.state import Conversation, Stage
from agentpay_plugin.conversation.wanted import Found, Wanted
from tests.builders import (
    CARD,
    a_cart,
    a_charge,
    a_download,
    a_line,
    a_product,
    a_ready_cart,
    a_variant,
    usd,
)
from tests.conversation.play import NOW, a_conversation, play, step, words

TEE = a_product()
ONE = a_cart(a_line("v-m", 1))
L = {"options": (("size", "L"),), "variant_ids": ("v-l",)}
XL = {"options": (("size", "XL"),), "variant_ids": ("v-xl",)}
PICKER = VariantPicker(TEE, ("v-m", "v-l"), 1)


def shopping(**changes: object) -> Conversation:
    return a_conversation(**{"stage": Stage.SHOPPING, "cart": ONE} | changes)


def test_more_of_what_is_in_the_cart_is_added_to_it() -> None:
    bought = step(
        shopping(), words("two more in M", wish=Wish.BUY, quantity=2, variant_ids=("v-m",))
    )

    assert bought.commands == (SetQuantity("cart-1", "v-m", 3),)


def test_an_option_alone_is_answered_with_its_price_and_an_offer() -> None:
    told = step(a_conversation(), words("the L one", **L))

    assert told.parts == (
        text(Say.OFFER_BUY, item="Monospace Tee (L)", price=usd(2000)),
        quick(YES),
    )
    assert told.commands == ()

    agreed = step(told.conversation, words("yes", yes=True))

    assert agreed.commands == (SetQuantity(None, "v-l", 1),)


def test_yes_means_nothing_when_nothing_was_offered() -> None:
    heard = step(a_conversation(), words("ok", yes=True))

    assert heard.parts == (text(Say.ANYTHING_ELSE),)
    assert heard.commands == ()


def test_no_to_an_offer_buys_nothing() -> None:
    offered = step(a_conversation(), words("the L one", **L)).conversation

    declined = step(offered, words("no", yes=False))

    assert declined.parts == (text(Say.NO_PROBLEM),)
    assert declined.commands == ()
    assert step(declined.conversation, words("yes", yes=True)).commands == ()


def test_options_said_one_after_the_other_narrow_the_choice() -> None:
    variants = tuple(
        a_variant(f"{colour}-{size}", f"{colour} {size}")
        for colour in ("blue", "red")
        for size in ("m", "l")
    )
    about = a_conversation(product=a_product(variants=variants))

    blue = step(about, words("a blue one", wish=Wish.BUY, variant_ids=("blue-m", "blue-l")))
    large = step(blue.conversation, words("in l", variant_ids=("blue-l", "red-l")))

    assert blue.conversation.stage == Stage.CHOOSING
    assert blue.conversation.narrowed == ("blue-m", "blue-l")
    assert large.commands == (SetQuantity(None, "blue-l", 1),)


@pytest.mark.parametrize(
    ("reading", "parts"),
    [
        (
            {"unknown_option": "XXXL"},
            (
                problem(
                    Say.UNKNOWN_OPTION,
                    product="Monospace Tee",
                    option="XXXL",
                    variants=("M", "L", "XL"),
                ),
                PICKER,
            ),
        ),
        (
            {"options": (("size", "M"), ("colour", "Red"))},
            (
                problem(
                    Say.NO_SUCH_COMBINATION, product="Monospace Tee", variants=("M", "L", "XL")
                ),
                PICKER,
            ),
        ),
        (
            XL,
            (
                problem(Say.OUT_OF_STOCK_OTHERS, item="Monospace Tee (XL)", variants=("M", "L")),
                PICKER,
            ),
        ),
        (
            L | {"quantity": 0},
            (problem(Say.QUANTITY_OUT_OF_RANGE, least=1, most=999),),
        ),
        (
            L | {"quantity": 1000},
            (problem(Say.QUANTITY_OUT_OF_RANGE, least=1, most=999),),
        ),
    ],
)
def test_what_cannot_be_had_is_said_with_what_can(
    reading: dict[str, object], parts: tuple[Part, ...]
) -> None:
    refused = step(a_conversation(), words("I want it", wish=Wish.BUY, **reading))

    assert refused.parts == parts
    assert refused.commands == ()
    assert refused.conversation.cart is None


def test_too_many_offers_as_many_as_there_are() -> None:
    refused = step(a_conversation(), words("ten in L", wish=Wish.BUY, quantity=10, **L))

    assert refused.parts == (
        problem(Say.TOO_MANY, count=3, item="Monospace Tee (L)"),
        quick(YES),
    )
    assert refused.commands == ()

    agreed = step(refused.conversation, words("yes", yes=True))

    assert agreed.commands == (SetQuantity(None, "v-l", 3),)


def test_all_there_is_in_the_cart_already_offers_nothing() -> None:
    full = shopping(cart=a_cart(a_line("v-l", 3)))

    refused = step(full, VariantChosen("v-l", 1))

    assert refused.parts == (problem(Say.ALL_IN_CART, count=3, item="Monospace Tee (L)"),)
    assert refused.conversation.offered == Offered.NOTHING


def test_the_limit_of_a_customer_is_told_and_offered() -> None:
    limited = a_product(variants=(a_variant("v-p", None, limit_per_customer=2),))

    refused = step(a_conversation(product=limited), words("5", wish=Wish.BUY, quantity=5))
    agreed = step(refused.conversation, words("yes", yes=True))

    assert refused.parts[0] == problem(Say.LIMIT_PER_CUSTOMER, count=2, item="Monospace Tee")
    assert agreed.commands == (SetQuantity(None, "v-p", 2),)


@pytest.mark.parametrize(
    "product",
    [
        a_download(variants=(a_variant("v-e", None, price=None),)),
        a_download(available_for_purchase=False),
        a_download(variants=()),
    ],
)
def test_what_is_not_sold_here_is_not_put_into_the_cart(product: object) -> None:
    refused = step(a_conversation(product=product), words("I take it", wish=Wish.BUY))

    assert refused.parts == (problem(Say.NOT_SOLD_HERE, item="E-book"),)
    assert refused.commands == ()


def test_a_sold_out_product_is_not_offered() -> None:
    gone = a_product(variants=(a_variant("v-m", "M", available=0),))

    refused = step(a_conversation(product=gone), words("I take it", wish=Wish.BUY))

    assert refused.parts == (problem(Say.SOLD_OUT, product="Monospace Tee"),)


def test_a_tap_on_something_never_shown_changes_nothing() -> None:
    tapped = step(shopping(), VariantChosen("v-of-another-shop", 1))

    assert tapped.parts == (problem(Say.NOT_ON_SCREEN),)
    assert tapped.commands == ()
    assert tapped.conversation == shopping()


def test_what_is_known_of_a_product_is_read_again_after_a_while() -> None:
    later = NOW + 301

    asked = step(a_conversation(), words("in L", wish=Wish.BUY, **L), later)
    scarce = a_product(variants=(TEE.variants[0], a_variant("v-l", "L", available=0)))
    told = step(asked.conversation, ProductRead(scarce, ProductRef(id="p-tee")), later)

    assert asked.commands == (ReadProduct(ProductRef(id="p-tee")),)
    assert told.parts[0] == problem(
        Say.OUT_OF_STOCK_OTHERS, item="Monospace Tee (L)", variants=("M",)
    )
    assert told.commands == ()


def test_a_product_that_left_the_shop_is_said_to_have_left() -> None:
    asked = step(a_conversation(), words("in L", wish=Wish.BUY, **L), NOW + 301)

    told = step(asked.conversation, ProductRead(None, ProductRef(id="p-tee")), NOW + 301)

    assert told.parts == (problem(Say.PRODUCT_GONE, product="Monospace Tee"),)
    assert told.conversation.product is None


def test_the_shops_refusal_for_stock_tells_what_is_left() -> None:
    bought = step(a_conversation(), VariantChosen("v-m", 9))
    refused = step(bought.conversation, CartRefused("INSUFFICIENT_STOCK", "no", "quantity"))
    left = a_product(variants=(a_variant("v-m", "M", available=4),))
    told = step(refused.conversation, ProductRead(left, ProductRef(id="p-tee")))

    assert refused.commands == (ReadProduct(ProductRef(id="p-tee")),)
    assert told.parts == (problem(Say.TOO_MANY, count=4, item="Monospace Tee"), quick(YES))
    assert told.conversation.offered_quantity == 4


def test_the_shops_refusal_to_sell_here_is_said_plainly() -> None:
    bought = step(a_conversation(), VariantChosen("v-m", 1))

    refused = step(bought.conversation, CartRefused("UNAVAILABLE_VARIANT_IN_CHANNEL", "x", None))

    assert refused.parts == (problem(Say.NOT_SOLD_HERE, item="Monospace Tee (M)"),)
    assert refused.conversation.cart is None


def test_a_cart_the_shop_lost_is_begun_anew() -> None:
    bought = step(shopping(), VariantChosen("v-m", 2))

    renewed = step(bought.conversation, CartRead(None))

    assert bought.commands == (SetQuantity("cart-1", "v-m", 3),)
    assert renewed.commands == (SetQuantity(None, "v-m", 2),)
    assert renewed.conversation.cart is None


def test_another_product_is_searched_shown_and_bought() -> None:
    mug = a_product(id="p-mug", name="Mug", variants=(a_variant("v-mug", None),))

    searched = step(
        shopping(), words("do you have mugs?", wish=Wish.SEARCH, product_mention="mugs")
    )
    found = step(searched.conversation, ProductsFound(Wanted("mugs"), Found((mug,))))
    bought = step(found.conversation, words("yes", yes=True))

    assert searched.commands == (SearchProducts(Wanted("mugs", "do you have mugs?")),)
    assert found.parts == (
        text(Say.FOUND, count=1),
        ProductCard(mug),
        text(Say.OFFER_BUY, item="Mug", price=usd(2000)),
        quick(YES),
    )
    assert bought.commands == (SetQuantity("cart-1", "v-mug", 1),)


def test_several_found_products_are_shown_and_one_can_be_bought_by_tap() -> None:
    mugs = tuple(
        a_product(id=f"p-{n}", name=f"Mug {n}", variants=(a_variant(f"v-{n}", None),))
        for n in range(7)
    )

    found = play(
        a_conversation(),
        words("mugs", wish=Wish.SEARCH, product_mention="mugs"),
        ProductsFound(Wanted("mugs"), Found(mugs)),
    )
    bought = step(found.conversation, VariantChosen("v-4"))

    assert found.parts == (text(Say.FOUND, count=5), *(ProductCard(mug) for mug in mugs[:5]))
    assert found.conversation.found == mugs[:5]
    assert bought.commands == (SetQuantity(None, "v-4", 1),)
    assert step(found.conversation, VariantChosen("v-6")).commands == ()


def test_wanting_another_product_than_the_one_in_focus_searches_it() -> None:
    wanted = step(a_conversation(), words("buy a mug", wish=Wish.BUY, product_mention="mug"))

    assert wanted.commands == (SearchProducts(Wanted("mug")),)


def test_nothing_found_says_so() -> None:
    found = play(
        Conversation(id="c", channel="default-channel", locale="en"),
        words("unicorns", wish=Wish.SEARCH, product_mention="unicorns"),
        ProductsFound(Wanted("unicorns"), Found(())),
    )

    assert [part.phrase.say for part in found.parts] == [Say.NOTHING_FOUND]


def test_descriptions_are_kept_bounded() -> None:
    long = a_product(id="p-mug", description="x" * 100_000)

    found = play(
        a_conversation(),
        words("mugs", wish=Wish.SEARCH, product_mention="mugs"),
        ProductsFound(Wanted("mugs"), Found((long,))),
    )

    assert found.conversation.product is not None
    assert len(found.conversation.product.description) == 2000
    assert len(found.conversation.found[0].description) == 300


def test_another_number_answers_an_offer_of_a_quantity() -> None:
    refused = step(a_conversation(), words("ten in L", wish=Wish.BUY, quantity=10, **L))

    fewer = step(refused.conversation, words("2 then", quantity=2))

    assert fewer.commands == (SetQuantity(None, "v-l", 2),)


def test_wanting_what_is_in_the_cart_already_goes_on_to_the_check_out() -> None:
    added = play(a_conversation(), VariantChosen("v-m", 1), CartRead(ONE))

    again = step(added.conversation, words("ok, I'll take it", wish=Wish.BUY))

    assert again.commands == (ReadCart("cart-1"),)


@pytest.mark.parametrize("stage", [Stage.QUOTED, Stage.PAYING, Stage.PAID])
def test_wanting_what_is_being_paid_buys_no_second_one(stage: Stage) -> None:
    ready = a_ready_cart()
    before = a_conversation(stage=stage, cart=ready, methods=(CARD,), charge=a_charge())

    reminded = step(before, words("yes, I buy it", wish=Wish.BUY, yes=True))

    assert reminded.commands == ()
    assert reminded.conversation.stage == stage
    assert reminded.conversation.cart == ready


def test_thanks_are_answered_without_selling() -> None:
    thanked = step(a_conversation(), words("thanks", wish=Wish.THANK))

    assert thanked.parts == (text(Say.WELCOME),)
    assert thanked.conversation.offered == Offered.NOTHING


def test_many_variants_are_not_all_read_out() -> None:
    variants = tuple(
        a_variant(
            f"{colour}-{size}",
            attributes=(
                Attribute("colour", "Colour", (colour,)),
                Attribute("size", "Size", (size,)),
            ),
        )
        for colour in ("Blue", "Red")
        for size in ("S", "M", "L", "XL")
    )
    about = a_conversation(product=a_product(variants=variants))

    asked = step(about, words("I want it", wish=Wish.BUY))
    unknown = step(about, words("in pink", wish=Wish.BUY, unknown_option="pink"))

    assert asked.parts[0] == text(Say.WHICH_VARIANT)
    assert unknown.parts[0] == problem(
        Say.UNKNOWN_OPTION,
        product="Monospace Tee",
        option="pink",
        variants=("Blue", "Red", "S", "M", "L", "XL"),
    )


def test_an_offer_that_was_stored_before_it_was_remembered_is_taken() -> None:
    stored = a_conversation(offered=Offered.BUY, offered_variant_id="v-l", meant_id=None)

    taken = step(stored, words("yes", wish=Wish.BUY, yes=True))

    assert taken.commands == (SetQuantity(None, "v-l", 1),)


def test_a_yes_to_several_means_none_that_was_spoken_of_before() -> None:
    spoken = a_conversation(meant_id="v-m")

    asked = step(
        spoken,
        words(
            "L or M?",
            wish=Wish.ASK,
            topic=Topic.STOCK,
            options=(("size", "L"),),
            variant_ids=("v-l", "v-m"),
        ),
    )
    taken = step(asked.conversation, words("yes", wish=Wish.BUY, yes=True))

    assert asked.conversation.offered is Offered.BUY
    assert taken.commands == ()
    assert taken.parts[-1] == PICKER
