# ruff: noqa: N815 fields are named as in the contract: their values are cards in just that shape
"""The contract's types for what the shop has and holds. They read stored cards (mappings)."""

from __future__ import annotations

import graphene

from agentpay_plugin.saleor.schema import enums
from agentpay_plugin.saleor.schema.fields import needed, optional, several


class ChatMoney(graphene.ObjectType):
    """An amount in major units, and the same in words of the conversation's locale."""

    amount = needed(graphene.String)
    currency = needed(graphene.String)
    text = needed(graphene.String)


class ChatAttribute(graphene.ObjectType):
    slug = needed(graphene.String)
    name = needed(graphene.String)
    values = several(graphene.String)


class ChatVariant(graphene.ObjectType):
    id = needed(graphene.ID)
    name = needed(graphene.String)
    sku = optional(graphene.String)
    attributes = several(ChatAttribute)
    price = optional(ChatMoney, "Gross per piece; null when it is not for sale.")
    undiscountedPrice = optional(ChatMoney)
    available = needed(graphene.Int, "How many can be ordered now.")


class ChatProduct(graphene.ObjectType):
    id = needed(graphene.ID)
    slug = needed(graphene.String)
    name = needed(graphene.String)
    description = needed(graphene.String)
    category = optional(graphene.String)
    attributes = several(ChatAttribute)
    variants = several(ChatVariant)
    imageUrl = optional(graphene.String)
    requiresShipping = needed(graphene.Boolean)


class ChatCartLine(graphene.ObjectType):
    id = needed(graphene.ID)
    variantId = needed(graphene.ID)
    productName = needed(graphene.String)
    variantName = needed(graphene.String)
    quantity = needed(graphene.Int)
    unitPrice = needed(ChatMoney)
    total = needed(ChatMoney)
    imageUrl = optional(graphene.String)
    problem = optional(enums.ChatLineProblem)
    available = optional(graphene.Int)


class ChatDeliveryOption(graphene.ObjectType):
    id = needed(graphene.ID)
    kind = needed(enums.ChatDeliveryKind)
    name = needed(graphene.String)
    description = needed(graphene.String)
    price = needed(ChatMoney)
    minimumDays = optional(graphene.Int)
    maximumDays = optional(graphene.Int)


class ChatCart(graphene.ObjectType):
    id = needed(graphene.ID, "Saleor's checkout id.")
    version = needed(graphene.String, "Changes with anything that a shopper would have agreed to.")
    lines = several(ChatCartLine)
    subtotal = needed(ChatMoney)
    deliveryPrice = needed(ChatMoney)
    tax = needed(ChatMoney, "Contained in the total.")
    discount = needed(ChatMoney, "Contained in the prices.")
    giftCards = needed(ChatMoney, "Covered by gift cards.")
    total = needed(ChatMoney, "What is to be paid.")
    promoCode = optional(graphene.String)
    giftCardCodes = several(graphene.String)
    requiresShipping = needed(graphene.Boolean)
    delivery = optional(ChatDeliveryOption)


class ChatQrCode(graphene.ObjectType):
    """A QR code to be drawn as SVG: a white square, and on it `path` as black lines of width 1."""

    side = needed(
        graphene.Int,
        "Its width and height in modules, the white edge included: the view box is 0 0 side side.",
    )
    path = needed(graphene.String, "The dark modules, as lines along the rows.")


class ChatPix(graphene.ObjectType):
    code = needed(graphene.String, "The text to paste in a bank's app (Pix copia e cola).")
    qr = needed(ChatQrCode, "The same as an image to be scanned.")
    receiver = optional(graphene.String, "Who receives the money, as the bank's app names them.")


class ChatPayment(graphene.ObjectType):
    chargeId = needed(graphene.ID)
    state = needed(enums.ChatPaymentState)
    method = needed(graphene.String)
    amount = needed(ChatMoney)
    pageUrl = optional(graphene.String, "The provider's page, while the payment is open.")
    pix = optional(ChatPix, "How to pay by PIX, while the payment is open.")
    expiresAt = optional(graphene.String)
    reason = optional(graphene.String, "A stable code when it failed.")
    refunded = optional(ChatMoney)
    reserved = optional(
        ChatMoney,
        "What is only reserved on the shopper's card now: it is charged when the shop sends the order.",
    )


class ChatOrder(graphene.ObjectType):
    number = needed(graphene.String)
    status = needed(graphene.String)
    chargeStatus = needed(graphene.String)
    total = needed(ChatMoney)
    lines = several(ChatCartLine)
    tracking = several(graphene.String)
    deliveryName = needed(graphene.String)
