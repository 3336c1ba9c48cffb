"""Parts of a reply in the shape of the GraphQL contract (graphql/agentpay.graphql), in the shopper's language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import assert_never

from agentpay_plugin import qr
from agentpay_plugin.chat.plain import plain_text
from agentpay_plugin.conversation import parts as kinds
from agentpay_plugin.conversation.goods import (
    AddressRules,
    Attribute,
    Cart,
    CartLine,
    Choice,
    DeliveryOption,
    Order,
    Product,
    Variant,
)
from agentpay_plugin.conversation.parts import Part
from agentpay_plugin.conversation.pix_code import receiver_of
from agentpay_plugin.conversation.ports import ChargeView
from agentpay_plugin.language.address_labels import area_label, code_label
from agentpay_plugin.language.catalogues import ENGLISH, language_for
from agentpay_plugin.language.say import clean, country_text, money_text, render_phrase
from agentpay_plugin.money import Money

Rendered = dict[str, object]

__all__ = [
    "plain_text",
    "render",
    "render_cart",
    "render_charge",
    "render_money",
    "render_phrase",
]


def render(part: Part, locale: str) -> Rendered:
    """Return a part as its member of the union ChatPart, `__typename` included."""
    match part:
        case kinds.Text():
            return _typed("ChatTextPart", text=render_phrase(part.phrase, locale))
        case kinds.Notice():
            text = render_phrase(part.phrase, locale)
            return _typed("ChatNotice", kind=part.kind.value.upper(), text=text)
        case kinds.ProductCard():
            product = _product(part.product, locale)
            return _typed("ChatProductCard", product=product, variantId=part.variant_id)
        case kinds.VariantPicker():
            return _variant_picker(part, locale)
        case kinds.CartSummary():
            return _typed("ChatCartSummary", cart=render_cart(part.cart, locale))
        case kinds.DetailsForm():
            return _details_form(part, locale)
        case kinds.DeliveryPicker():
            options = [_delivery(option, locale) for option in part.options]
            return _typed("ChatDeliveryPicker", options=options, chosenId=part.chosen_id)
        case kinds.Quote():
            return _quote(part, locale)
        case kinds.PaymentRequest():
            return _typed("ChatPaymentRequest", payment=render_charge(part.charge, locale))
        case kinds.Receipt():
            return _typed(
                "ChatReceipt",
                order=_order(part.order, locale),
                paid=render_money(part.paid, locale),
                reserved=_money(part.reserved, locale),
            )
        case kinds.OrderStatus():
            return _typed("ChatOrderStatus", order=_order(part.order, locale))
        case kinds.QuickReplies():
            replies = [_quick_reply(reply, locale) for reply in part.replies]
            return _typed("ChatQuickReplies", replies=replies)
    assert_never(part)


def render_money(money: Money, locale: str) -> Rendered:
    """Return a ChatMoney: the amount as a decimal text, and in words of the locale."""
    return {
        "amount": f"{money.amount:f}",
        "currency": money.currency,
        "text": money_text(money, locale),
    }


def render_cart(cart: Cart, locale: str) -> Rendered:
    """Return a ChatCart."""
    return {
        "id": cart.id,
        "version": cart.version,
        "lines": [_line(line, locale) for line in cart.lines],
        "subtotal": render_money(cart.subtotal, locale),
        "deliveryPrice": render_money(cart.delivery_price, locale),
        "tax": render_money(cart.tax, locale),
        "discount": render_money(cart.discount, locale),
        "giftCards": render_money(cart.gift_cards, locale),
        "total": render_money(cart.total, locale),
        "promoCode": cart.promo_code,
        "giftCardCodes": list(cart.gift_card_codes),
        "requiresShipping": cart.requires_shipping,
        "delivery": _delivery(cart.delivery, locale) if cart.delivery else None,
    }


def render_charge(charge: ChargeView, locale: str) -> Rendered:
    """Return a ChatPayment."""
    return {
        "chargeId": charge.id,
        "state": charge.state.upper(),
        "method": charge.method,
        "amount": render_money(charge.amount, locale),
        "pageUrl": charge.page_url,
        "pix": _pix(charge.pix_code) if charge.pix_code else None,
        "expiresAt": _moment(charge.expires_at),
        "reason": charge.reason,
        "refunded": _money(charge.refunded, locale),
        "reserved": _money(charge.held, locale),
    }


def _pix(code: str) -> Rendered:
    side, path = qr.path(code)
    return {"code": code, "qr": {"side": side, "path": path}, "receiver": _receiver(code)}


def _receiver(code: str) -> str | None:
    name = receiver_of(code)
    return None if name is None else clean(name)


def _typed(typename: str, **fields: object) -> Rendered:
    return {"__typename": typename, **fields}


def _money(money: Money | None, locale: str) -> Rendered | None:
    return None if money is None else render_money(money, locale)


def _moment(seconds: int | None) -> str | None:
    """Return UTC seconds since the epoch as ISO 8601."""
    return None if seconds is None else f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"


def _attribute(attribute: Attribute) -> Rendered:
    return {
        "slug": attribute.slug,
        "name": clean(attribute.name),
        "values": [clean(value) for value in attribute.values],
    }


def _variant(variant: Variant, locale: str) -> Rendered:
    return {
        "id": variant.id,
        "name": clean(variant.name),
        "sku": variant.sku,
        "attributes": [_attribute(attribute) for attribute in variant.attributes],
        "price": _money(variant.price, locale),
        "undiscountedPrice": _money(variant.undiscounted_price, locale),
        "available": variant.available,
    }


def _product(product: Product, locale: str) -> Rendered:
    return {
        "id": product.id,
        "slug": product.slug,
        "name": clean(product.name),
        "description": clean(product.description),
        "category": None if product.category is None else clean(product.category),
        "attributes": [_attribute(attribute) for attribute in product.attributes],
        "variants": [_variant(variant, locale) for variant in product.variants],
        "imageUrl": product.image_url,
        "requiresShipping": product.requires_shipping,
    }


def _variant_picker(part: kinds.VariantPicker, locale: str) -> Rendered:
    return _typed(
        "ChatVariantPicker",
        product=_product(part.product, locale),
        variantIds=list(part.variant_ids),
        quantity=part.quantity,
    )


def _line(line: CartLine, locale: str) -> Rendered:
    return {
        "id": line.id,
        "variantId": line.variant_id,
        "productName": clean(line.product_name),
        "variantName": clean(line.variant_name),
        "quantity": line.quantity,
        "unitPrice": render_money(line.unit_price, locale),
        "total": render_money(line.total, locale),
        "imageUrl": line.image_url,
        "problem": None if line.problem is None else line.problem.value.upper(),
        "available": line.available,
    }


def _delivery(option: DeliveryOption, locale: str) -> Rendered:
    return {
        "id": option.id,
        "kind": option.kind.value.upper(),
        "name": clean(option.name),
        "description": clean(option.description),
        "price": render_money(option.price, locale),
        "minimumDays": option.minimum_days,
        "maximumDays": option.maximum_days,
    }


def _details_form(part: kinds.DetailsForm, locale: str) -> Rendered:
    rules = part.rules
    return _typed(
        "ChatDetailsForm",
        country=rules.country,
        countryName=_country_name(rules, locale),
        countries=[
            {"value": choice.value, "label": _country(choice, locale)} for choice in rules.countries
        ],
        allowedFields=[_camel(name) for name in rules.allowed],
        requiredFields=[_camel(name) for name in rules.required],
        countryAreas=_areas(rules.country_areas),
        countryAreaLabel=area_label(rules.country_area_label, locale),
        postalCodeLabel=code_label(rules.postal_code_label, rules.country, locale),
        postalCodeExamples=[clean(example) for example in rules.postal_code_examples],
        needsEmail=part.needs_email,
        needsShipping=part.needs_shipping,
        errors=[
            {"field": _camel(name), "message": render_phrase(phrase, locale)}
            for name, phrase in part.errors
        ],
    )


def _country_name(rules: AddressRules, locale: str) -> str:
    """Return the name of the form's country, as it stands among those that can be chosen."""
    served = any(choice.value == rules.country for choice in rules.countries)
    label = rules.country_name if served else rules.country
    return _country(Choice(rules.country, label), locale)


def _country(choice: Choice, locale: str) -> str:
    """Return a country's name: the shop's own in English, else in our language, which a shop may not have."""
    named = language_for(locale) != ENGLISH or choice.label == choice.value
    return country_text(choice.value, locale) if named else clean(choice.label)


def _areas(choices: Iterable[Choice]) -> list[Rendered]:
    """Return one choice for each area: where it has names in several languages, the shop lists it by each."""
    names: dict[str, list[str]] = {}
    for choice in choices:
        names.setdefault(choice.value, []).append(clean(choice.label))
    return [{"value": value, "label": " / ".join(labels)} for value, labels in names.items()]


def _camel(name: str) -> str:
    """Return a field of ours as the contract spells it: street_address_1 -> streetAddress1."""
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name)


def _quote(part: kinds.Quote, locale: str) -> Rendered:
    return _typed(
        "ChatQuote",
        version=part.cart.version,
        cart=render_cart(part.cart, locale),
        methods=[{"id": one.id, "needsTaxId": one.needs_tax_id} for one in part.methods],
    )


def _order(order: Order, locale: str) -> Rendered:
    return {
        "number": order.number,
        "status": order.status,
        "chargeStatus": order.charge_status,
        "total": render_money(order.total, locale),
        "lines": [_line(line, locale) for line in order.lines],
        "tracking": [clean(number) for number in order.tracking],
        "deliveryName": clean(order.delivery_name),
    }


def _quick_reply(reply: kinds.QuickReply, locale: str) -> Rendered:
    return {
        "label": render_phrase(reply.label, locale),
        "tap": reply.tap.value.upper(),
        "argument": reply.argument,
    }
