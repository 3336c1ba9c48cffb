"""What is said of what was found: honest about what nothing keeps of what was required."""

from __future__ import annotations

from decimal import Decimal

import pytest

from agentpay_plugin.conversation.commands import ReadProduct, SearchProducts
from agentpay_plugin.conversation.events import GoodsSought, ProductsFound
from agentpay_plugin.conversation.parts import Part, ProductCard
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.reading import Budget, Offered, Wish
from agentpay_plugin.conversation.replies import YES, info, quick, text
from agentpay_plugin.conversation.state import Action, Conversation
from agentpay_plugin.conversation.wanted import Found, Need, Wanted
from tests.builders import a_product, a_variant, usd
from tests.conversation.play import play, step, words

SAID = "blue mugs under 50"
FIFTY = Budget(Decimal(50))
WANTED = Wanted("blue mugs", SAID, FIFTY)
MUGS = tuple(
    a_product(id=f"p-{n}", name=f"Mug {n}", variants=(a_variant(f"v-{n}", None),)) for n in range(2)
)
CARDS = tuple(ProductCard(mug) for mug in MUGS)
EMPTY = Conversation(id="c", channel="default-channel", locale="en")
ASKED = words(SAID, wish=Wish.SEARCH, product_mention="blue mugs", budget=FIFTY)


def test_the_whole_message_and_the_budget_go_to_the_shop() -> None:
    assert step(EMPTY, ASKED).commands == (SearchProducts(WANTED),)


def test_what_a_model_looks_for_goes_to_the_shop_as_it_is() -> None:
    wanted = Wanted("mugs", "mugs", FIFTY, in_stock=True, color="blue", size="L")

    assert step(EMPTY, GoodsSought(wanted)).commands == (SearchProducts(wanted),)


@pytest.mark.parametrize(
    ("found", "lead"),
    [
        (Found(MUGS), (text(Say.FOUND, count=2),)),
        (Found(MUGS, group="Mugs"), (text(Say.FOUND_IN_GROUP, name="Mugs"),)),
        (
            Found(MUGS, spelled="mugs"),
            (text(Say.TAKEN_FOR, words="mugs"), text(Say.FOUND, count=2)),
        ),
        (
            Found(MUGS, (Need.BUDGET,), "blue"),
            (info(Say.NONE_SO_CHEAP, most=usd(5000)), text(Say.FOUND_NEAREST, count=2)),
        ),
        (
            Found(MUGS, (Need.SIZE, Need.COLOR), "blue", "xl", group="Mugs"),
            (
                info(Say.NONE_IN_SIZE, words="XL"),
                info(Say.NONE_IN_COLOR, words="blue"),
                text(Say.FOUND_NEAREST, count=2),
            ),
        ),
        (
            Found(MUGS, (Need.STOCK,)),
            (info(Say.NONE_IN_STOCK), text(Say.FOUND_NEAREST, count=2)),
        ),
        (
            Found(MUGS, (Need.CURRENCY,)),
            (info(Say.OTHER_CURRENCY, currency="USD"), text(Say.FOUND_NEAREST, count=2)),
        ),
    ],
)
def test_what_is_not_kept_is_said_before_what_comes_nearest(
    found: Found, lead: tuple[Part, ...]
) -> None:
    told = play(EMPTY, ASKED, ProductsFound(WANTED, found))

    assert told.parts == (*lead, *CARDS)
    assert told.action == Action.PRODUCT_SHOWN
    assert told.conversation.found == MUGS


def test_the_variant_that_was_asked_for_is_offered() -> None:
    tee = a_product()

    told = play(EMPTY, ASKED, ProductsFound(WANTED, Found((tee,), variant_ids=("v-l",))))

    assert told.parts == (
        text(Say.FOUND, count=1),
        ProductCard(tee),
        text(Say.OFFER_BUY, item="Monospace Tee (L)", price=usd(2000)),
        quick(YES),
    )
    assert (told.conversation.offered, told.conversation.offered_variant_id) == (Offered.BUY, "v-l")


def test_a_number_that_counts_none_of_those_shown_picks_none() -> None:
    shown = play(EMPTY, ASKED, ProductsFound(WANTED, Found(MUGS)))

    for quantity in (-1, 0, 3):
        told = step(shown.conversation, words("that many", quantity=quantity))
        assert told.commands == ()
    second = step(shown.conversation, words("2", quantity=2))
    assert second.commands == (ReadProduct(ProductRef(id="p-1")),)
