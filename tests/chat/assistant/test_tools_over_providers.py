"""Every tool, called by a scripted model over its provider's wire format: what it does, shows, and is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from agentpay_plugin.conversation.tools import TOOLS, ToolName
from agentpay_plugin.demo.speakers.script import Answer, Call, Say
from agentpay_plugin.demo.speakers.speaker import Speaker
from agentpay_plugin.models import Charge, Turn
from tests.chat.assistant.unsure import Unsure
from tests.chat.assistant.words import UNCLEAR, call
from tests.chat.world import ChatWorld, the_card

pytestmark = pytest.mark.django_db(transaction=True)

BLUE_L = "variant-tee-blue-l"
Messages = Any


def _in_cart(world: ChatWorld, token: str) -> None:
    world.tap(token, chooseVariant={"variantId": BLUE_L, "quantity": 1})


def _at_the_quote(world: ChatWorld, token: str) -> None:
    world.quoted(token)


def _paid(world: ChatWorld, token: str) -> None:
    world.has_worker = False
    world.webhook(world.paying(token))
    world.has_worker = True


def _nothing(world: ChatWorld, token: str) -> None:
    """The chat was just opened on the tee's page."""


@dataclass(frozen=True)
class Path:
    """`before`: calls that lead to it. `told` stands in the tool's result, `card` among the parts of the reply."""

    call: Call
    told: str
    card: str
    words: str = UNCLEAR
    before: tuple[Call, ...] = ()
    prepared: Callable[[ChatWorld, str], None] = _nothing
    done: Callable[[ChatWorld, Messages], bool] = lambda _, __: True


PATHS = {
    ToolName.SEARCH: Path(
        call("search", words="hoodie"), '"product_id":"product-hoodie"', "ChatProductCard"
    ),
    ToolName.SHOW_PRODUCT: Path(
        call("show_product", product_id="product-tee"),
        f'"variant_id":"{BLUE_L}"',
        "ChatProductCard",
    ),
    ToolName.COMPARE: Path(
        call("compare", product_ids=["product-tee", "product-hoodie"]),
        '"product_id":"product-hoodie"',
        "ChatProductCard",
        before=(call("search", words="agentpay"),),
    ),
    ToolName.CHOOSE_VARIANT: Path(
        call("choose_variant", variant_id=BLUE_L, quantity=2),
        '"quantity":2',
        "ChatCartSummary",
        words="hm, would you add 2 blue ones in L, my uncle likes them, you know",
        done=lambda world, _: world.shop.checkouts["checkout-1"].quantities == {BLUE_L: 2},
    ),
    ToolName.SET_QUANTITY: Path(
        call("set_quantity", variant_id=BLUE_L, quantity=3),
        '"quantity":3',
        "ChatCartSummary",
        words="hm well, put it all to 3 maybe, as my uncle would",
        prepared=_in_cart,
        done=lambda world, _: world.shop.checkouts["checkout-1"].quantities == {BLUE_L: 3},
    ),
    ToolName.APPLY_PROMO: Path(
        call("apply_promo", code="SAVE10"),
        "SAVE10",
        "ChatCartSummary",
        words="hm, SAVE10 is what my uncle told me, whatever that may be",
        prepared=_in_cart,
        done=lambda _, messages: (
            the_card(messages, "ChatCartSummary")["cart"]["promoCode"] == "SAVE10"
        ),
    ),
    ToolName.SHOW_CART: Path(call("show_cart"), '"subtotal"', "ChatCartSummary", prepared=_in_cart),
    ToolName.DELIVERY: Path(call("delivery", country="US"), '"said"', "ChatTextPart"),
    ToolName.ASK_FOR_DETAILS: Path(
        call("ask_for_details"),
        '"form"',
        "ChatDetailsForm",
        words="hm, the form thing, who fills that, I want to enter my address",
        prepared=_in_cart,
    ),
    ToolName.OFFER_PAYMENT: Path(
        call("offer_payment"),
        '"total_with_payment_buttons"',
        "ChatQuote",
        words="hm alright then, order whatever my uncle said",
        prepared=_at_the_quote,
        done=lambda world, _: not Charge.objects.exists() and world.provider.calls == [],
    ),
    ToolName.READ_SHOP: Path(
        call("read_shop", question="can I return it?"),
        '{"page":"Returns","words":"Send it back within 30 days.\\nWe pay the parcel."}',
        "ChatTextPart",
        done=lambda _, messages: messages[-1].action == "question_answered",
    ),
    ToolName.ORDER_STATUS: Path(call("order_status"), '"order"', "ChatOrderStatus", prepared=_paid),
    ToolName.ASK_FOR_PERSON: Path(
        call("ask_for_person"),
        '"said"',
        "ChatTextPart",
        done=lambda world, _: world.conversation().wants_person_at is not None,
    ),
}


def test_no_tool_is_left_out() -> None:
    assert set(PATHS) == {tool.name for tool in TOOLS} == set(ToolName)


@pytest.mark.parametrize("name", PATHS)
def test_tool_is_called_and_told(world: ChatWorld, like: Speaker, name: ToolName) -> None:
    path = PATHS[name]
    world.refusing(language=Unsure())
    token = world.start()
    path.prepared(world, token)
    like.answers(
        *(Answer((one,)) for one in path.before),
        Answer((Say(("Let me ", "see. ")), path.call)),
        Answer((Say(("That is ", "how it looks.")),)),
    )

    messages = world.ask(token, path.words)

    results = results_of(like.asked[-1])
    assert len(results) == len(path.before) + 1
    assert path.told in results[-1], results[-1]
    assert "Refused" not in results[-1]
    kinds = {part["__typename"] for message in messages for part in message.parts}
    assert path.card in kinds
    assert path.done(world, messages)
    assert messages[-1].text.startswith("That is how it looks.")
    assert Turn.objects.latest("pk").answered_by == "assistant"


@dataclass(frozen=True)
class Search:
    """A search by the model: `found` are the ids of the products shown, `note` stands in what the model is told."""

    asked: dict[str, object]
    found: tuple[str, ...]
    note: str = ""


SEARCHES = {
    "too dear": Search(
        {"words": "tee", "costs_at_most": "5"}, ("product-tee",), "I found none for $5.00 or less."
    ),
    "cheap enough": Search({"words": "tee", "costs_at_most": "20.00"}, ("product-tee",)),
    "at least": Search({"words": "agentpay", "costs_at_least": "30"}, ("product-hoodie",)),
    "between": Search(
        {"words": "agentpay", "costs_at_least": "12.50", "costs_at_most": "16"}, ("product-cap",)
    ),
    "other currency": Search(
        {"words": "tee", "costs_at_most": "50", "currency": "EUR"},
        ("product-tee",),
        "Prices here are in USD",
    ),
    "no such colour": Search({"words": "tee", "color": "red"}, ("product-tee",), "none in red"),
    "its colour": Search({"words": "tee", "color": "blue", "size": "L"}, ("product-tee",)),
    "no such size": Search({"words": "tee", "size": "XXXL"}, ("product-tee",), "XXXL"),
    "sold out": Search({"words": "mug", "in_stock": True}, ("product-mug",), "in stock"),
    "any stock": Search({"words": "mug", "in_stock": False}, ("product-mug",)),
    "suggested": Search(
        {"words": "a present for my uncle", "suggest": True, "costs_at_most": "12"},
        ("product-audiobook",),
    ),
    "not suggested": Search({"words": "a present for my uncle"}, ()),
}


@pytest.mark.parametrize("name", SEARCHES)
def test_search_keeps_what_the_shopper_requires(world: ChatWorld, like: Speaker, name: str) -> None:
    search = SEARCHES[name]
    like.answers(Answer((call("search", **search.asked),)), Answer((Say(("Here it is.",)),)))
    token = world.start(None)

    messages = world.ask(token, UNCLEAR)

    [told] = results_of(like.asked[-1])
    cards = [
        part["product"]["id"]
        for message in messages
        for part in message.parts
        if part["__typename"] == "ChatProductCard"
    ]
    assert tuple(cards) == search.found
    assert search.note in told
    if not search.note and search.found:
        assert "none" not in told


def test_every_argument_of_a_tool_is_required_and_strict(world: ChatWorld, like: Speaker) -> None:
    like.answers(Answer((Say(("Hello.",)),)))

    world.ask(world.start(), UNCLEAR)

    for tool in like.asked[-1]["tools"]:
        given = tool.get("function", tool)
        schema = given.get("parameters") or given["input_schema"]
        assert given["strict"] is True
        assert schema["required"] == list(schema["properties"])
        assert schema["additionalProperties"] is False
        assert "number" not in str(schema)  # money is never a float


def results_of(body: dict[str, Any]) -> list[str]:
    """What the model was told of its calls of this turn, in either provider's words."""
    found: list[str] = []
    for message in body["messages"]:
        if message["role"] == "tool":
            found.append(message["content"])
        elif isinstance(message["content"], list):
            blocks = [one for one in message["content"] if one["type"] == "tool_result"]
            found += [one["content"] for one in blocks]
    for told in found:
        json.loads(told)
    return found
