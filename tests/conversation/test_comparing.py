"""Products side by side, and what there is instead of something sold out."""

from __future__ import annotations

import pytest

from agentpay_plugin.conversation.commands import ReadSimilar, SearchProducts
from agentpay_plugin.conversation.events import ProductsFound, SimilarFound, VariantChosen
from agentpay_plugin.conversation.goods import Attribute
from agentpay_plugin.conversation.parts import ProductCard
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.reading import Topic, Wish
from agentpay_plugin.conversation.replies import info, problem, text
from agentpay_plugin.conversation.state import Action, Conversation, Stage
from agentpay_plugin.conversation.wanted import Found, Need, Wanted
from tests.builders import a_product, a_variant, usd
from tests.conversation.play import a_conversation, play, step, words


def _goods(name: str, price: int, material: str, *, available: int = 5) -> object:
    size = Attribute("size", "Size", ("M",))
    variant = a_variant(
        f"v-{name}", None, attributes=(size,), price=usd(price), available=available
    )
    return a_product(
        id=f"p-{name}",
        name=name,
        attributes=(Attribute("material", "Material", (material,)),),
        variants=(variant,),
    )


LINEN = _goods("Linen Shirt", 5900, "Linen")
OXFORD = _goods("Oxford Shirt", 5400, "Cotton")
GONE = _goods("Old Shirt", 1000, "Cotton", available=0)
EMPTY = Conversation(id="c", channel="default-channel", locale="en")
ASKED = words(
    "which is better, the linen shirt or the oxford shirt?",
    wish=Wish.ASK,
    topic=Topic.OTHER,
    compare=("linen shirt", "oxford shirt"),
)
TOLD = (
    text(Say.COMPARED),
    text(Say.COMPARED_CHEAPEST, product="Oxford Shirt", price=usd(5400), before=usd(5900)),
    text(
        Say.COMPARED_ROW,
        name="Material",
        values=("Linen (Linen Shirt)", "Cotton (Oxford Shirt)"),
    ),
    text(Say.COMPARED_SAME, name="Size", values=("M",)),
)


def search(name: str, *products: object) -> ProductsFound:
    return ProductsFound(Wanted(name, name), Found(tuple(products)))  # type: ignore[arg-type]


def test_what_is_compared_is_searched_one_by_one_and_set_side_by_side() -> None:
    first = step(EMPTY, ASKED)
    second = step(first.conversation, search("linen shirt", LINEN))
    told = step(second.conversation, search("oxford shirt", OXFORD))

    assert first.commands == (SearchProducts(Wanted("linen shirt", "linen shirt")),)
    assert second.commands == (SearchProducts(Wanted("oxford shirt", "oxford shirt")),)
    assert told.parts == (ProductCard(LINEN), ProductCard(OXFORD), *TOLD)  # type: ignore[arg-type]
    assert told.conversation.found == (LINEN, OXFORD)
    assert told.action == Action.QUESTION_ANSWERED


def test_what_was_shown_already_is_compared_without_asking_the_shop() -> None:
    shown = Conversation("c", "default-channel", "en", found=(LINEN, OXFORD))  # type: ignore[arg-type]

    told = step(shown, ASKED)

    assert told.commands == ()
    assert told.parts[2:] == TOLD


def test_what_is_not_found_is_said_and_the_other_shown() -> None:
    told = play(EMPTY, ASKED, search("linen shirt"), search("oxford shirt", OXFORD))

    assert told.parts == (info(Say.NOTHING_FOUND, words="linen shirt"), ProductCard(OXFORD))  # type: ignore[arg-type]


def test_what_is_sold_out_is_said_in_a_comparison() -> None:
    told = play(EMPTY, ASKED, search("linen shirt", LINEN), search("oxford shirt", GONE))

    assert info(Say.SOLD_OUT, product="Old Shirt") in told.parts


def test_options_and_ways_to_pay_are_no_goods_to_compare() -> None:
    for reading in (
        {"compare": ("M", "L"), "options": (("size", "M"),), "variant_ids": ("v-m",)},
        {"compare": ("card", "pix"), "topic": Topic.PAYMENT},
    ):
        asked = step(a_conversation(), words("which is better?", wish=Wish.ASK, **reading))
        assert not any(isinstance(one, SearchProducts) for one in asked.commands)


# --- instead of what is sold out


SOLD_OUT = a_conversation(product=a_product(variants=(a_variant("v-m", None, available=0),)))


@pytest.mark.parametrize(
    ("event", "wanted"),
    [
        (
            words("do you have it in blue?", wish=Wish.ASK, topic=Topic.STOCK),
            Wanted("", "do you have it in blue?"),
        ),
        (words("I want it", wish=Wish.BUY), Wanted("", "I want it")),
        (VariantChosen("v-m"), Wanted()),
    ],
)
def test_for_what_is_sold_out_the_like_is_shown(event: object, wanted: Wanted) -> None:
    asked = step(SOLD_OUT, event)  # type: ignore[arg-type]
    told = step(asked.conversation, SimilarFound(Found((LINEN,))))  # type: ignore[arg-type]

    assert asked.parts == (problem(Say.SOLD_OUT, product="Monospace Tee"),)
    assert asked.commands == (ReadSimilar("p-tee", wanted),)
    assert told.parts == (text(Say.OTHERS_IN_STOCK), ProductCard(LINEN))  # type: ignore[arg-type]
    assert told.conversation.found == (LINEN,)
    assert told.conversation.stage == Stage.BROWSING


@pytest.mark.parametrize("found", [Found(), Found((LINEN,), (Need.COLOR,), "blue")])  # type: ignore[arg-type]
def test_nothing_is_shown_that_does_not_keep_what_was_required(found: Found) -> None:
    told = play(SOLD_OUT, words("in blue?", wish=Wish.ASK, topic=Topic.STOCK), SimilarFound(found))

    assert told.parts == ()
    assert told.conversation.found == ()
