"""What a language model may do in a conversation: raise the events that a tap raises, and nothing else.

No tool takes a price, an amount, an address, an e-mail, a URL or a user. What a model asks for is checked here
against what this conversation has shown and what the shopper wrote; the engine checks it once more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from agentpay_plugin.conversation import events
from agentpay_plugin.conversation.asked import Allowed, Deed
from agentpay_plugin.conversation.goods import Product
from agentpay_plugin.conversation.names import line_of, shown_variant
from agentpay_plugin.conversation.permitting import Why, may_add, may_set
from agentpay_plugin.conversation.reading import Intent, Reading, Topic, Wish
from agentpay_plugin.conversation.sought import SEARCH_ARGUMENTS, SEARCH_DESCRIPTION, sought
from agentpay_plugin.conversation.state import Conversation

LONGEST_WORDS = 200
MOST_OF_A_VARIANT = 999
MOST_COMPARED = 4
_NOT_SHOWN = "Refused: no tool has shown this id in this conversation. Search for it first."
_NOT_SAID = "Refused: the shopper has not said that number of pieces in this message. Ask how many they want."
_NOT_ASKED = (
    "Refused: the shopper did not ask for that in this message. Ask them whether they want it."
)
_NOT_NAMED = "Refused: the shopper's words do not name this one alone. Ask which one they mean."
_WHY = {Why.NOT_ASKED: _NOT_ASKED, Why.NOT_NAMED: _NOT_NAMED, Why.NOT_SAID: _NOT_SAID}
_CART_SHOWN = "The cart was shown, where they can do it themselves."
_NO_CODE = (
    "Refused: only a code that the shopper wrote and wants to use can be applied. Ask them for it."
)


class ToolName(StrEnum):
    """The tools, by the names the model calls them."""

    SEARCH = "search"
    SHOW_PRODUCT = "show_product"
    COMPARE = "compare"
    CHOOSE_VARIANT = "choose_variant"
    SET_QUANTITY = "set_quantity"
    APPLY_PROMO = "apply_promo"
    SHOW_CART = "show_cart"
    DELIVERY = "delivery"
    ASK_FOR_DETAILS = "ask_for_details"
    OFFER_PAYMENT = "offer_payment"
    READ_SHOP = "read_shop"
    ORDER_STATUS = "order_status"
    ASK_FOR_PERSON = "ask_for_person"


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool as it is told to a model. `arguments`: JSON Schema of each, all of them required."""

    name: ToolName
    description: str
    arguments: Mapping[str, Mapping[str, Any]]

    @property
    def schema(self) -> dict[str, Any]:
        """Return the strict JSON Schema of a call."""
        return {
            "type": "object",
            "properties": {name: dict(kind) for name, kind in self.arguments.items()},
            "required": list(self.arguments),
            "additionalProperties": False,
        }


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing is done; `why` is told to the model."""

    why: str


@dataclass(frozen=True, slots=True)
class Compared:
    """These products are read anew and shown side by side."""

    product_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Consulted:
    """What the merchant wrote about the shop itself is looked up."""

    question: str


@dataclass(frozen=True, slots=True)
class Raised:
    """What a call raises, in this order. `note` tells the model what was made of its call; `is_refused`: something
    was shown to the shopper instead of what it called for."""

    events: tuple[events.Event, ...]
    note: str = ""
    is_refused: bool = False


Made = Raised | Compared | Consulted | Refused

_TEXT: Mapping[str, Any] = {"type": "string"}
_NUMBER: Mapping[str, Any] = {"type": "integer"}

TOOLS: tuple[Tool, ...] = (
    Tool(ToolName.SEARCH, SEARCH_DESCRIPTION, SEARCH_ARGUMENTS),
    Tool(
        ToolName.SHOW_PRODUCT,
        "Show one product with description, variants, prices and stock. Its id must have been shown before.",
        {"product_id": _TEXT},
    ),
    Tool(
        ToolName.COMPARE,
        f"Show two to {MOST_COMPARED} products side by side. Their ids must have been shown before.",
        {"product_ids": {"type": "array", "items": _TEXT}},
    ),
    Tool(
        ToolName.CHOOSE_VARIANT,
        "Put pieces of a variant that was shown into the cart. Only if the shopper asked for it in this message;"
        " otherwise the shopper is shown an offer that they can agree to.",
        {"variant_id": _TEXT, "quantity": _NUMBER},
    ),
    Tool(
        ToolName.SET_QUANTITY,
        "Make the cart hold exactly this many pieces of a variant that is in it; 0 removes it. Only if the shopper"
        " asked for it in this message.",
        {"variant_id": _TEXT, "quantity": _NUMBER},
    ),
    Tool(
        ToolName.APPLY_PROMO,
        "Apply a voucher or gift card code that the shopper wrote.",
        {"code": _TEXT},
    ),
    Tool(ToolName.SHOW_CART, "Show the cart with its lines and totals.", {}),
    Tool(
        ToolName.DELIVERY,
        "Tell the ways to deliver with prices and days, for the cart or for a country (ISO 3166 code of two"
        " letters; null: the shop's own).",
        {"country": {"type": ["string", "null"]}},
    ),
    Tool(
        ToolName.ASK_FOR_DETAILS,
        "Show the form in which the shopper writes contact and addresses. Never ask for those in words.",
        {},
    ),
    Tool(
        ToolName.OFFER_PAYMENT,
        "Go on to the total with its payment buttons, by way of whatever is missing. The shopper pays by a button.",
        {},
    ),
    Tool(
        ToolName.READ_SHOP,
        "Read what the shop wrote about itself on its pages and in its answers: returns, warranty, delivery in"
        " general, ways to pay, size charts, opening hours and the like. Ask in the shopper's language.",
        {"question": _TEXT},
    ),
    Tool(ToolName.ORDER_STATUS, "Tell how the shopper's own order or payment stands.", {}),
    Tool(
        ToolName.ASK_FOR_PERSON,
        "Ask a person of the shop's to take over: the shopper wants one, or you cannot help.",
        {},
    ),
)


def made_of(
    name: str, arguments: Mapping[str, object] | None, conversation: Conversation, allowed: Allowed
) -> Made:
    """Return what a model's call is made into, or why it is refused."""
    tool = next((one for one in TOOLS if one.name == name), None)
    if tool is None:
        return Refused("Refused: there is no such tool.")
    if arguments is None or (wrong := _wrong(tool, arguments)):
        wrong = "the arguments are no JSON object" if arguments is None else wrong
        return Refused(f"Refused: {wrong}.")
    return _made(tool.name, dict(arguments), conversation, allowed)


def _wrong(tool: Tool, arguments: Mapping[str, object]) -> str:
    if arguments.keys() != tool.arguments.keys():
        return f"give exactly these arguments: {', '.join(tool.arguments) or 'none'}"
    for name, value in arguments.items():
        if wrong := _wrong_value(tool.arguments[name]["type"], value):
            return f"{name} must be {wrong}"
    return ""


def _wrong_value(kind: str | list[str], value: object) -> str:
    """Return what a value of a kind must be, if it is not."""
    if isinstance(kind, list):
        if value is None:
            return ""
        wrong = _wrong_value(kind[0], value)
        return f"{wrong}, or null" if wrong else ""
    match kind:
        case "integer" if type(value) is not int:
            return "a whole number"
        case "boolean" if type(value) is not bool:
            return "true or false"
        case "string" if not _is_text(value):
            return f"a text of at most {LONGEST_WORDS} characters"
        case "array" if not (isinstance(value, list) and all(map(_is_text, value))):
            return "a list of texts"
        case _:
            return ""


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and len(value) <= LONGEST_WORDS


def _made(
    name: ToolName, given: Mapping[str, Any], conversation: Conversation, allowed: Allowed
) -> Made:
    match name:
        case ToolName.SEARCH:
            wanted = sought(given)
            if isinstance(wanted, str):
                return Refused(f"Refused: {wanted}.")
            return Raised((events.GoodsSought(wanted),))
        case ToolName.SHOW_PRODUCT:
            if _known(conversation, given["product_id"]) is None:
                return Refused(_NOT_SHOWN)
            return Raised((events.ProductChosen(given["product_id"]),))
        case ToolName.COMPARE:
            return _compared(conversation, given["product_ids"])
        case ToolName.CHOOSE_VARIANT:
            return _chosen(conversation, allowed, given["variant_id"], given["quantity"])
        case ToolName.SET_QUANTITY:
            return _set(conversation, allowed, given["variant_id"], given["quantity"])
        case ToolName.APPLY_PROMO:
            return _promo(allowed, given["code"].strip())
        case ToolName.SHOW_CART:
            return Raised((events.CartAsked(),))
        case ToolName.DELIVERY:
            return _delivery(given["country"])
        case ToolName.ASK_FOR_DETAILS:
            return _only_if_asked(allowed, _read(Wish.CHANGE_DETAILS), Deed.DETAILS, Deed.CHECK_OUT)
        case ToolName.OFFER_PAYMENT:
            return _only_if_asked(allowed, events.CheckOutAsked(), Deed.CHECK_OUT)
        case ToolName.READ_SHOP:
            return Consulted(given["question"].strip())
        case ToolName.ORDER_STATUS:
            return Raised((_read(Wish.ORDER_STATUS),))
        case ToolName.ASK_FOR_PERSON:
            return Raised((events.PersonAsked(),))


def _read(wish: Wish, topic: Topic | None = None, country: str | None = None) -> events.Said:
    """Return the event of words that were understood so."""
    reading = Reading(
        Intent.GENERAL,
        1.0,
        "the assistant's call",
        wish=wish,
        topic=topic,
        country=country,
    )
    return events.Said("", reading)


def _known(conversation: Conversation, product_id: str) -> Product | None:
    focus = (conversation.product,) if conversation.product else ()
    return next((one for one in (*focus, *conversation.found) if one.id == product_id), None)


def _compared(conversation: Conversation, product_ids: list[str]) -> Made:
    unique = tuple(dict.fromkeys(product_ids))
    if not 2 <= len(unique) <= MOST_COMPARED:
        return Refused(f"Refused: name two to {MOST_COMPARED} products.")
    if any(_known(conversation, one) is None for one in unique):
        return Refused(_NOT_SHOWN)
    return Compared(unique)


def _chosen(conversation: Conversation, allowed: Allowed, variant_id: str, quantity: int) -> Made:
    known = shown_variant(conversation, variant_id)
    if known is None:
        return Refused(_NOT_SHOWN)
    if not 1 <= quantity <= MOST_OF_A_VARIANT:
        return Refused(f"Refused: quantity must be from 1 to {MOST_OF_A_VARIANT}.")
    why = may_add(allowed, conversation, variant_id, quantity)
    if why is Why.NOT_SAID:
        return Refused(_NOT_SAID)
    if why is not None:
        shown = events.ProductChosen(known[0].id)
        note = f"{_WHY[why]} It was offered to the shopper, who agrees by a button or a word."
        return Raised((shown, events.VariantOffered(variant_id)), note, is_refused=True)
    return Raised((events.VariantChosen(variant_id, quantity),))


def _set(conversation: Conversation, allowed: Allowed, variant_id: str, quantity: int) -> Made:
    if line_of(conversation, variant_id) is None:
        return Refused("Refused: this variant is not in the cart.")
    if not 0 <= quantity <= MOST_OF_A_VARIANT:
        return Refused(f"Refused: quantity must be from 0 to {MOST_OF_A_VARIANT}.")
    why = may_set(allowed, conversation, variant_id, quantity)
    if why is Why.NOT_ASKED:
        return Raised((events.CartAsked(),), f"{_WHY[why]} {_CART_SHOWN}", is_refused=True)
    if why is not None:
        return Refused(_WHY[why])
    return Raised((events.QuantitySet(variant_id, quantity),))


def _promo(allowed: Allowed, code: str) -> Made:
    if not allowed.asking(Deed.PROMO) or not allowed.say(code):
        return Refused(_NO_CODE)
    return Raised((events.PromoCodeApplied(code),))


def _delivery(country: str | None) -> Made:
    code = country.strip().upper() if country else None
    if code is not None and not (len(code) == 2 and code.isascii() and code.isalpha()):
        return Refused("Refused: country must be a code of two letters, or null.")
    return Raised((_read(Wish.ASK, topic=Topic.DELIVERY, country=code),))


def _only_if_asked(allowed: Allowed, event: events.Event, *deeds: Deed) -> Made:
    if allowed.asking(*deeds):
        return Raised((event,))
    return Raised((events.CartAsked(),), f"{_NOT_ASKED} {_CART_SHOWN}", is_refused=True)
