"""What is done about the goods on the screen: one of them, more, cheaper ones, what goes with it."""

from __future__ import annotations

from decimal import Decimal

from agentpay_plugin.conversation.commands import (
    ReadGroups,
    ReadProduct,
    ReadSimilar,
    SearchProducts,
)
from agentpay_plugin.conversation.events import (
    GroupsRead,
    ProductRead,
    ProductsFound,
    SimilarFound,
)
from agentpay_plugin.conversation.goods import Attribute, Product
from agentpay_plugin.conversation.parts import Phrase, ProductCard, QuickReplies
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.reading import Budget, Intent, Offered, Order, Topic, Wish
from agentpay_plugin.conversation.replies import info, text
from agentpay_plugin.conversation.state import Action, Stage
from agentpay_plugin.conversation.wanted import Found, Groups, Need, Wanted
from tests.builders import a_product, a_variant, usd
from tests.conversation.play import a_conversation, phrases, play, step, words


def _mug(key: str, price: int, battery: str = "8 hours") -> Product:
    return a_product(
        id=key,
        name=f"Mug {key}",
        description=f"The mug {key}.",
        attributes=(Attribute("battery", "Battery", (battery,)),),
        variants=(a_variant(f"v-{key}", None, price=usd(price)),),
    )


ONE, TWO = _mug("one", 1600), _mug("two", 2200, "40 hours")
SOUGHT = Wanted("mug", color="blue")
LIST = a_conversation(product=None, found=(ONE, TWO), sought=SOUGHT)
FOCUSED = a_conversation(product=ONE, found=(ONE,))
SHOP = Groups(("Mugs",), ())


def test_the_one_that_is_meant_is_read_and_bought() -> None:
    said = words("the second, I'll take it", wish=Wish.BUY, about="two")

    asked = step(LIST, said)
    told = step(asked.conversation, ProductRead(TWO, ProductRef(id="two")))

    assert asked.commands == (ReadProduct(ProductRef(id="two")),)
    assert told.conversation.product == TWO
    assert [command.variant_id for command in told.commands] == ["v-two"]  # type: ignore[union-attr]


def test_the_one_that_is_only_named_is_shown() -> None:
    told = play(LIST, words("the second", about="two"), ProductRead(TWO, ProductRef(id="two")))

    assert told.parts[0] == ProductCard(TWO)
    assert told.commands == ()
    assert told.conversation.offered_variant_id == "v-two"


def test_what_was_offered_of_another_product_is_not_bought() -> None:
    offered = a_conversation(
        product=ONE, found=(ONE, TWO), offered=Offered.BUY, offered_variant_id="v-one"
    )
    said = words("the other one please", wish=Wish.BUY, about="two")

    told = play(offered, said, ProductRead(TWO, ProductRef(id="two")))

    assert [command.variant_id for command in told.commands] == ["v-two"]  # type: ignore[union-attr]


def test_one_that_is_not_on_the_screen_is_not_taken_for_that_in_focus() -> None:
    told = step(FOCUSED, words("the second, I'll take it", wish=Wish.BUY, about="two"))

    assert told.commands == ()
    assert [each.say for each in phrases(told.parts)] == [Say.NOT_ON_SCREEN]


def test_one_that_is_gone_is_told_by_its_name() -> None:
    said = words("the second", about="two")

    told = play(LIST, said, ProductRead(None, ProductRef(id="two")))

    assert phrases(told.parts)[0] == Phrase(Say.PRODUCT_GONE, {"product": "Mug two"})


def test_which_of_those_shown_is_asked_by_their_names() -> None:
    told = step(LIST, words("I want it", wish=Wish.BUY))

    names = told.parts[1]
    assert told.parts[0] == text(Say.WHICH_OF_THESE)
    assert isinstance(names, QuickReplies)
    assert [one.label.params["item"] for one in names.replies] == ["Mug one", "Mug two"]


# --- more, like it, cheaper, beside it


def test_more_is_the_same_search_without_what_was_shown() -> None:
    asked = step(LIST, words("show me more", wish=Wish.MORE))
    wanted = Wanted("mug", color="blue", without=("one", "two"))
    none = step(asked.conversation, ProductsFound(wanted, Found()))
    told = step(none.conversation, GroupsRead(SHOP))

    assert asked.commands == (SearchProducts(wanted),)
    assert (none.parts, none.commands) == ((text(Say.NO_MORE),), (ReadGroups(),))
    assert told.parts == (text(Say.WE_SELL, values=("Mugs",)),)


def test_more_of_a_single_product_is_what_is_like_it() -> None:
    asked = step(FOCUSED, words("others?", wish=Wish.MORE))

    assert asked.commands == (ReadSimilar("one", Wanted(without=("one",))),)


def test_what_is_like_it_is_shown_and_comes_to_be_a_list() -> None:
    asked = step(FOCUSED, words("something like it?", wish=Wish.SIMILAR))
    told = step(asked.conversation, SimilarFound(Found((TWO,))))

    assert asked.commands == (ReadSimilar("one", Wanted()),)
    assert told.parts == (text(Say.OTHERS_LIKE), ProductCard(TWO))
    assert (told.conversation.found, told.conversation.sought) == ((TWO,), None)


def test_where_nothing_is_like_it_what_there_is_is_told() -> None:
    said = words("something like it?", wish=Wish.SIMILAR)

    none = play(FOCUSED, said, SimilarFound(Found()))

    assert (none.parts, none.commands) == ((text(Say.NOTHING_LIKE),), (ReadGroups(),))


def test_what_goes_with_it_is_no_promise() -> None:
    asked = step(FOCUSED, words("what goes with it?", wish=Wish.BESIDE))
    told = step(asked.conversation, SimilarFound(Found((TWO,))))

    assert asked.commands == (ReadSimilar("one", Wanted(beside=True)),)
    assert told.parts[0] == text(Say.MAY_GO_WITH, product="Mug one")


def test_cheaper_than_the_product_in_focus_is_below_its_price() -> None:
    below = Budget(Decimal("15.99"), currency="USD")
    asked = step(FOCUSED, words("anything cheaper?", wish=Wish.CHEAPER))
    told = step(asked.conversation, SimilarFound(Found((TWO,), (Need.BUDGET,))))

    assert asked.commands == (ReadSimilar("one", Wanted(budget=below, order=Order.CHEAPEST)),)
    assert told.parts[0] == text(Say.NONE_CHEAPER)
    assert ProductCard(TWO) not in told.parts


def test_cheaper_than_a_list_is_below_the_cheapest_and_names_that() -> None:
    below = Budget(Decimal("15.99"), currency="USD")
    wanted = Wanted("mug", budget=below, color="blue", order=Order.CHEAPEST)
    asked = step(LIST, words("anything cheaper?", wish=Wish.CHEAPER))
    told = step(asked.conversation, ProductsFound(wanted, Found((TWO,), (Need.BUDGET,))))

    assert asked.commands == (SearchProducts(wanted),)
    assert told.parts == (
        text(Say.NONE_CHEAPER),
        text(Say.COMPARED_CHEAPEST, product="Mug one", price=usd(1600), before=usd(2200)),
    )


# --- narrowed and sorted


def test_a_size_is_added_to_what_was_looked_for() -> None:
    said = words("only in 42", wish=Wish.SEARCH, narrows="size 42")

    assert step(LIST, said).commands == (SearchProducts(Wanted("mug", "size 42", color="blue")),)


def test_a_price_is_added_to_what_was_looked_for() -> None:
    twenty = Budget(Decimal(20))
    said = words("under 20", wish=Wish.SEARCH, budget=twenty)

    assert step(LIST, said).commands == (
        SearchProducts(Wanted("mug", budget=twenty, color="blue")),
    )


def test_what_was_looked_for_is_kept_in_names_of_goods_alone() -> None:
    wanted = Wanted("my mug of the 3rd of May", "a blue mug for me, Ann", FIFTY)
    asked = step(a_conversation(product=None), words("x", wish=Wish.SEARCH, product_mention="mug"))

    told = step(
        asked.conversation, ProductsFound(wanted, Found((ONE, TWO), words="mug", color="blue"))
    )

    assert told.conversation.sought == Wanted("mug", budget=FIFTY, color="blue")


FIFTY = Budget(Decimal(50), currency="USD")


def test_what_is_sorted_says_so() -> None:
    said = words("cheapest mug", wish=Wish.SEARCH, product_mention="mug", order=Order.CHEAPEST)
    wanted = Wanted("mug", "cheapest mug", order=Order.CHEAPEST)

    asked = step(a_conversation(product=None), said)
    told = step(asked.conversation, ProductsFound(wanted, Found((ONE, TWO))))

    assert asked.commands == (SearchProducts(wanted),)
    assert told.parts == (text(Say.CHEAPEST_FIRST), ProductCard(ONE), ProductCard(TWO))


# --- compared


def test_those_shown_are_compared_in_what_is_asked() -> None:
    names = ("Mug one", "Mug two")
    asked = {"wish": Wish.ASK, "compare": names}

    price = step(LIST, words("which is cheaper?", topic=Topic.PRICE, **asked))
    battery = step(LIST, words("which has more battery?", topic=Topic.DESCRIPTION, **asked))
    weight = step(LIST, words("which is lighter?", topic=Topic.DESCRIPTION, **asked))

    assert price.parts == (
        text(Say.COMPARED_CHEAPEST, product="Mug one", price=usd(1600), before=usd(2200)),
    )
    assert battery.parts == (
        text(
            Say.COMPARED_ROW,
            name="Battery",
            values=("8 hours (Mug one)", "40 hours (Mug two)"),
        ),
    )
    assert weight.parts[:3] == (
        text(Say.COMPARED_UNTOLD),
        text(Say.DESCRIBED, product="Mug one", words="The mug one."),
        text(Say.DESCRIBED, product="Mug two", words="The mug two."),
    )


# --- what the shop does not say


def test_what_the_shop_does_not_say_of_a_product_comes_with_what_it_says() -> None:
    asked = words("is it bulletproof?", wish=Wish.ASK, topic=Topic.OTHER)

    told = step(FOCUSED, asked)

    assert told.parts[:3] == (
        text(Say.NOT_SAID, product="Mug one"),
        text(Say.DESCRIPTION_SAYS, words="The mug one."),
        text(Say.ATTRIBUTE_IS, name="Battery", values=("8 hours",)),
    )
    assert told.action is Action.QUESTION_ANSWERED


def test_a_question_that_names_no_goods_is_answered_of_the_product_in_focus() -> None:
    said = words("does it itch?", product_mention="itch", intent=Intent.GENERAL)

    told = play(FOCUSED, said, ProductsFound(Wanted("itch", "does it itch?", named=True), Found()))

    assert told.parts[0] == text(Say.NOT_SAID, product="Mug one")


def test_what_is_reduced_is_shown_after_what_the_merchant_says() -> None:
    asked = step(
        a_conversation(product=None), words("any offers?", wish=Wish.ASK, topic=Topic.PROMOTIONS)
    )
    wanted = Wanted(anything=True, reduced=True)

    none = step(asked.conversation, ProductsFound(wanted, Found()))
    some = step(asked.conversation, ProductsFound(wanted, Found((ONE, TWO))))

    assert asked.commands == (SearchProducts(wanted),)
    assert none.parts == (text(Say.NONE_REDUCED),)
    assert some.parts == (text(Say.REDUCED_NOW), ProductCard(ONE), ProductCard(TWO))


def test_of_nothing_found_it_is_told_what_there_is() -> None:
    said = words("surfboards", wish=Wish.SEARCH, product_mention="surfboards")
    wanted = Wanted("surfboards", "surfboards")

    none = play(a_conversation(product=None), said, ProductsFound(wanted, Found()))
    told = step(none.conversation, GroupsRead(SHOP))

    assert none.parts == (info(Say.NOTHING_FOUND, words="surfboards"),)
    assert told.parts == (text(Say.WE_SELL, values=("Mugs",)),)


def test_at_the_total_nothing_found_leads_back_to_it() -> None:
    at_total = a_conversation(product=None, stage=Stage.PAYING)
    said = words("surfboards", wish=Wish.SEARCH, product_mention="surfboards")

    none = play(at_total, said, ProductsFound(Wanted("surfboards", "surfboards"), Found()))

    assert none.commands == ()
