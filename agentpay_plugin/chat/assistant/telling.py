"""What a tool brought, as JSON for a language model: the shop's own figures, and texts as data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeGuard

from agentpay_plugin.chat.assistant.prompt import as_data, name_of
from agentpay_plugin.conversation import parts as kinds
from agentpay_plugin.conversation.goods import Attribute, Cart, DeliveryOption, Order, Product
from agentpay_plugin.conversation.names import label, line_item
from agentpay_plugin.conversation.parts import NoticeKind, Part
from agentpay_plugin.conversation.telling import QUOTES
from agentpay_plugin.conversation.visible import without_tricks
from agentpay_plugin.language.masking import cut
from agentpay_plugin.language.say import money_text, render_phrase
from agentpay_plugin.money import Money

LONGEST = 9000  # characters of one result
_LONGEST_DESCRIPTION = 1200
_SHORT_DESCRIPTION = 160
_MOST_VARIANTS = 30

Json = dict[str, Any]


def told(parts: Sequence[Part], locale: str, note: str = "") -> str:
    """Return the parts of a reply as a model is told them."""
    shown = tuple(part for part in parts if not is_quote(part))
    read = [_quote(part) for part in parts if is_quote(part)]
    is_alone = sum(isinstance(part, kinds.ProductCard) for part in shown) == 1
    found = [fact for part in shown if (fact := _fact(part, locale, is_alone=is_alone))]
    said: Json = (
        {"shown": found} | ({"read": read} if read else {}) | ({"note": note} if note else {})
    )
    return cut(as_data(said), LONGEST)


def is_quote(part: Part) -> TypeGuard[kinds.Text]:
    """Tell whether a part is the merchant's own words about the shop."""
    return isinstance(part, kinds.Text) and part.phrase.say in QUOTES


def is_refusal(parts: Iterable[Part]) -> bool:
    """Tell whether nothing came of a call but a problem."""
    shown = tuple(parts)
    cards = (kinds.CartSummary, kinds.Quote, kinds.DetailsForm, kinds.DeliveryPicker)
    has_problem = any(
        isinstance(part, kinds.Notice) and part.kind is NoticeKind.PROBLEM for part in shown
    )
    return has_problem and not any(isinstance(part, cards) for part in shown)


def _fact(part: Part, locale: str, *, is_alone: bool) -> Json | None:
    match part:
        case kinds.Text() | kinds.Notice():
            words = render_phrase(part.phrase, locale)
            return {"said": cut(without_tricks(words), _LONGEST_DESCRIPTION)}
        case kinds.ProductCard():
            return {"product": _product(part.product, locale, is_whole=is_alone)}
        case kinds.VariantPicker():
            return {"choose_from": _product(part.product, locale, is_whole=False)}
        case kinds.CartSummary():
            return {"cart": _cart(part.cart, locale)}
        case kinds.Quote():
            return {"total_with_payment_buttons": _cart(part.cart, locale)}
        case kinds.DeliveryPicker():
            return {"delivery": [_delivery(one, locale) for one in part.options]}
        case kinds.DetailsForm():
            return {"form": "contact and addresses, shown to the shopper"}
        case kinds.PaymentRequest():
            amount = money_text(part.charge.amount, locale)
            return {"payment": {"state": part.charge.state, "amount": amount}}
        case kinds.Receipt() | kinds.OrderStatus():
            return {"order": _order(part.order, locale)}
        case kinds.QuickReplies():
            return None


def _quote(part: kinds.Text) -> Json:
    params = part.phrase.params
    title = {"page": name_of(str(params["title"]))} if "title" in params else {}
    return {**title, "words": cut(without_tricks(str(params["words"])), _LONGEST_DESCRIPTION)}


def _product(product: Product, locale: str, *, is_whole: bool) -> Json:
    most = _LONGEST_DESCRIPTION if is_whole else _SHORT_DESCRIPTION
    return {
        "product_id": product.id,
        "name": name_of(product.name),
        "description": cut(without_tricks(product.description), most),
        "category": name_of(product.category or ""),
        "attributes": _attributes(product.attributes),
        "variants": [
            {
                "variant_id": one.id,
                "name": name_of(label(one) or one.name),
                "price": _money(one.price, locale),
                "price_before": _money(one.undiscounted_price, locale)
                if one.undiscounted_price != one.price
                else None,
                "in_stock": one.available,
            }
            for one in product.variants[:_MOST_VARIANTS]
        ],
    }


def _attributes(attributes: Iterable[Attribute]) -> Json:
    return {name_of(one.name): [name_of(value) for value in one.values] for one in attributes}


def _cart(cart: Cart, locale: str) -> Json:
    return {
        "lines": [
            {
                "variant_id": line.variant_id,
                "name": name_of(line_item(line)),
                "quantity": line.quantity,
                "price_each": money_text(line.unit_price, locale),
                "price": money_text(line.total, locale),
                "problem": line.problem.value if line.problem else None,
            }
            for line in cart.lines
        ],
        "subtotal": money_text(cart.subtotal, locale),
        "delivery": _delivery(cart.delivery, locale) if cart.delivery else None,
        "total": money_text(cart.total, locale),
        "has_contact_and_address": cart.has_email and cart.has_billing_address,
    }


def _delivery(option: DeliveryOption, locale: str) -> Json:
    return {
        "name": name_of(option.name),
        "price": money_text(option.price, locale),
        "days": [option.minimum_days, option.maximum_days],
    }


def _order(order: Order, locale: str) -> Json:
    return {
        "number": order.number,
        "status": order.status,
        "total": money_text(order.total, locale),
        "lines": [f"{one.quantity} x {name_of(line_item(one))}" for one in order.lines],
        "tracking": [name_of(one) for one in order.tracking],
    }


def _money(money: Money | None, locale: str) -> str | None:
    return None if money is None else money_text(money, locale)
