"""What a shopper's own words let a model do: what they ask for, of the goods they name, as many as they say. No more.

The sentences stand in tests/fixtures/assistant/orders.json with the cart they are said to; of each every call that could
change a small cart is tried, and just those that were asked for are accepted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agentpay_plugin.conversation.asked import Allowed
from agentpay_plugin.conversation.goods import Attribute, Product
from agentpay_plugin.conversation.reading import Offered, ReadingContext
from agentpay_plugin.conversation.state import Conversation
from agentpay_plugin.conversation.tools import Raised, made_of
from agentpay_plugin.language.acting import asks_of, language_of
from agentpay_plugin.language.named_by import NamedBy
from tests.builders import a_cart, a_line, a_product, a_variant

ORDERS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "fixtures" / "assistant" / "orders.json").read_text()
)
# How the goods of each language's shop are called: tee, hoodie, cap, the colours, the sizes.
CALLED = {
    "en": ("Tee T-shirts", "Hoodie Sweatshirts", "Cap Caps", "Black Blue", "S M L XL"),
    "pt-BR": ("Camiseta Camisetas", "Moletom Moletons", "Boné Bonés", "Preta Azul", "P M G GG"),
    "es": ("Camiseta Camisetas", "Sudadera Sudaderas", "Gorra Gorras", "Negra Azul", "S M L XL"),
}
TEES = tuple(f"{color}-{size}" for color in ("black", "blue") for size in ("s", "m", "l", "xl"))
QUANTITIES = (1, 2, 3, 4, 5, 10)


def goods(locale: str) -> tuple[Product, Product, Product]:
    tee, hoodie, cap, colors, sizes = CALLED[locale]
    options = [(color, size) for color in colors.split() for size in sizes.split()]
    variants = [
        a_variant(
            each,
            None,
            name=f"{color} / {size}",
            attributes=(
                Attribute("color", "Color", (color,)),
                Attribute("size", "Size", (size,)),
            ),
        )
        for each, (color, size) in zip(TEES, options, strict=True)
    ]

    def product(each: str, called: str, *of: Any) -> Product:
        name, category = called.split()
        bare = {"attributes": (), "description": ""}
        return a_product(id=each, name=f"{name} AgentPay", category=category, variants=of, **bare)

    return (
        product("tee", tee, *variants),
        product("hoodie", hoodie, a_variant("hoodie", None)),
        product("cap", cap, a_variant("cap", None)),
    )


def chat(locale: str, cart: str, **changes: Any) -> Conversation:
    """The tee is in focus, all three were found; the cart is written as "blue-l 2, hoodie 1"."""
    shown = goods(locale)
    named = {one.id: (each, one) for each in shown for one in each.variants}
    lines = []
    for variant_id, quantity in held(cart).items():
        product, variant = named[variant_id]
        called = {"product_name": product.name, "variant_name": variant.name}
        lines.append(a_line(variant_id, quantity, **called))
    values = {"product": shown[0], "found": shown, "cart": a_cart(*lines) if lines else None}
    return Conversation("c", "default-channel", locale, **values | changes)


def held(cart: str) -> dict[str, int]:
    pairs = [each.split() for each in cart.split(", ") if each]
    return {variant_id: int(quantity) for variant_id, quantity in pairs}


def allowed(text: str, shown: Conversation, *before: str, proposed: str = "") -> Allowed:
    context = ReadingContext(shown.locale, shown.product, shown.cart, Offered.NOTHING)
    language = language_of(text, context)
    return Allowed(
        asks_of(text, context, proposed),
        tuple(NamedBy(one, language) for one in (text, *before)),
        NamedBy(proposed, language) if proposed else None,
        shown,
    )


def accepted(given: Allowed, now: Conversation | None = None) -> set[str]:
    """Return of all calls that could change a small cart those that are accepted."""
    conversation = now or given.shown
    found = set()
    for said, name, arguments in _calls(conversation):
        made = made_of(name, arguments, conversation, given)
        if isinstance(made, Raised) and not made.is_refused:
            found.add(said)
    return found


def _calls(conversation: Conversation) -> Iterator[tuple[str, str, dict[str, object]]]:
    for variant_id in (*TEES, "hoodie", "cap"):
        for quantity in QUANTITIES:
            arguments: dict[str, object] = {"variant_id": variant_id, "quantity": quantity}
            yield f"choose {variant_id} {quantity}", "choose_variant", arguments
    for line in conversation.cart.lines if conversation.cart else ():
        for quantity in {0, *QUANTITIES} - {line.quantity}:
            arguments = {"variant_id": line.variant_id, "quantity": quantity}
            yield f"set {line.variant_id} {quantity}", "set_quantity", arguments
    yield "pay", "offer_payment", {}
    yield "form", "ask_for_details", {}


def meaning(asks: list[str], cart: str) -> set[str]:
    """Return the calls that do what is asked."""
    there, found = held(cart), set()
    for ask in asks:
        deed, *rest = ask.split()
        match deed, rest:
            case "add", [variant_id, quantity]:
                found.add(f"choose {variant_id} {quantity}")
                if variant_id in there:
                    found.add(f"set {variant_id} {there[variant_id] + int(quantity)}")
            case "swap", [variant_id]:  # one, or as many as there were
                found |= {f"choose {variant_id} 1", f"choose {variant_id} 2"}
            case "drop", [variant_id]:
                found.add(f"set {variant_id} 0")
            case "pay", []:
                found |= {"pay", "form"}
            case _:
                found.add(ask)
    return found


def test_there_are_enough_orders_of_each_language() -> None:
    for locale in CALLED:
        told = [one for one in ORDERS if one["locale"] == locale]
        assert len([one for one in told if one["asks"]]) >= 60
        assert len([one for one in told if not one["asks"]]) >= 30


@pytest.mark.parametrize("order", ORDERS, ids=[one["text"] for one in ORDERS])
def test_what_is_asked_for_may_be_done_and_nothing_else(order: dict[str, Any]) -> None:
    shown = chat(order["locale"], order["cart"])

    assert accepted(allowed(order["text"], shown)) == meaning(order["asks"], order["cart"])


@pytest.mark.parametrize(
    ("locale", "proposed", "text", "calls"),
    [
        (
            "en",
            "It is soft. Shall I put one large blue tee into your cart?",
            "yes",
            {"choose blue-l 1"},
        ),
        ("en", "Shall I put one large blue tee into your cart?", "ok please", {"choose blue-l 1"}),
        ("en", "Would you like me to add two hoodies?", "sure", {"choose hoodie 2"}),
        ("en", "Would you like to go to the payment now?", "yes please", {"pay", "form"}),
        ("pt-BR", "Posso colocar uma camiseta azul G no carrinho?", "sim", {"choose blue-l 1"}),
        ("pt-BR", "Quer que eu adicione dois moletons?", "pode ser", {"choose hoodie 2"}),
        ("es", "¿Quieres que agregue una camiseta azul L?", "sí", {"choose blue-l 1"}),
        ("es", "¿Te la pongo en negra, talla S?", "dale", {"choose black-s 1"}),
        # A "yes" is worth nothing where nothing, or more than one thing, was proposed.
        ("en", "Do you like rainy evenings?", "yes", set()),
        ("en", "I will add ten blue tees in L.", "yes", set()),
        ("en", "Shall I add the blue L or go to the payment?", "yes", set()),
        ("en", "Shall I put one large blue tee into your cart?", "yes but not now", set()),
        ("en", "Shall I put one large blue tee into your cart?", "no", set()),
        ("en", "", "ok", set()),
    ],
)
def test_yes_asks_for_what_the_model_proposed(
    locale: str, proposed: str, text: str, calls: set[str]
) -> None:
    assert accepted(allowed(text, chat(locale, ""), proposed=proposed)) == calls


def test_yes_to_removing_removes_just_that() -> None:
    given = allowed("yes", chat("en", "blue-l 2, hoodie 1"), proposed="Shall I remove the hoodie?")

    assert accepted(given) == {"set hoodie 0"}


def test_what_was_said_before_tells_which_one() -> None:
    shown = chat("en", "")

    assert accepted(allowed("ok add it", shown, "what is the blue one in L like?")) == {
        "choose blue-l 1"
    }
    assert accepted(allowed("ok add it", shown, "is it warm?")) == set()


def test_what_the_model_shows_meanwhile_is_not_in_focus() -> None:
    cap = goods("en")[2]
    before = chat("en", "", product=None, found=())
    given = allowed("add it", before)
    now = chat("en", "", product=cap, found=(cap,))

    assert accepted(given, now) == set()
    assert accepted(allowed("add it", now), now) == {"choose cap 1"}


def test_second_of_those_shown() -> None:
    assert accepted(allowed("add the second one", chat("en", "", product=None))) == {
        "choose hoodie 1"
    }


def test_what_is_swapped_goes_out_once_the_other_is_in() -> None:
    given = allowed("swap the blue for black in L", chat("en", "blue-l 2"))

    assert "set blue-l 0" not in accepted(given)
    assert "set blue-l 0" in accepted(given, chat("en", "blue-l 2, black-l 1"))
    assert "set black-l 0" not in accepted(given, chat("en", "blue-l 2, black-l 1"))


@pytest.mark.parametrize(
    ("text", "before", "code", "is_applied"),
    [
        ("hm, SAVE10 is what my uncle told me", (), "SAVE10", True),
        ("use the code discount please", (), "DISCOUNT", True),
        ("ok apply that code then", ("my uncle says SAVE10",), "SAVE10", True),
        ("aplica el cupón SAVE10", (), "SAVE10", True),
        ("usa o cupom SAVE10", (), "SAVE10", True),
        ("do not use SAVE10 yet", (), "SAVE10", False),
        ("is there a discount?", (), "DISCOUNT", False),
        ("I want a discount", (), "DISCOUNT", False),
        ("apply the best code you have", (), "SAVE10", False),
        ("hm, what do you think", ("my uncle says SAVE10",), "SAVE10", False),
        ("use the code SAVE100", (), "SAVE10", False),
    ],
)
def test_codes(text: str, before: tuple[str, ...], code: str, is_applied: bool) -> None:
    shown = chat("en", "blue-l 2")

    made = made_of("apply_promo", {"code": code}, shown, allowed(text, shown, *before))

    assert isinstance(made, Raised) is is_applied


def test_refusals_tell_the_model_to_ask() -> None:
    shown = chat("en", "blue-l 2, hoodie 1")
    nothing = allowed("hm, what do you think", shown)
    vague = allowed("add the blue one", shown)

    wants = {"variant_id": "black-s", "quantity": 1}
    unasked = made_of("choose_variant", wants, shown, nothing)
    unnamed = made_of("choose_variant", wants, shown, vague)
    gone = made_of("set_quantity", {"variant_id": "hoodie", "quantity": 0}, shown, vague)

    assert [getattr(one, "note", getattr(one, "why", "")) for one in (unasked, unnamed, gone)] == [
        "Refused: the shopper did not ask for that in this message. Ask them whether they want it. It was offered"
        " to the shopper, who agrees by a button or a word.",
        "Refused: the shopper's words do not name this one alone. Ask which one they mean. It was offered to the"
        " shopper, who agrees by a button or a word.",
        "Refused: the shopper did not ask for that in this message. Ask them whether they want it. The cart was"
        " shown, where they can do it themselves.",
    ]
