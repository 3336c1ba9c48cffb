# ruff: noqa: N815 fields are named as in the contract: their values are cards in just that shape
"""The contract's parts of a message. They read stored cards, each a mapping with its `__typename`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import graphene

from agentpay_plugin.saleor.schema import enums, goods
from agentpay_plugin.saleor.schema.fields import needed, optional, several


class ChatTextPart(graphene.ObjectType):
    text = needed(graphene.String)


class ChatProductCard(graphene.ObjectType):
    product = needed(goods.ChatProduct)
    variantId = optional(graphene.ID)


class ChatVariantPicker(graphene.ObjectType):
    product = needed(goods.ChatProduct)
    variantIds = several(graphene.ID, "Those still in question.")
    quantity = needed(graphene.Int)


class ChatCartSummary(graphene.ObjectType):
    cart = needed(goods.ChatCart)


class ChatChoice(graphene.ObjectType):
    value = needed(graphene.String)
    label = needed(graphene.String)


class ChatFieldError(graphene.ObjectType):
    field = needed(graphene.String, "A field of ChatDetailsInput or ChatAddressInput.")
    message = needed(graphene.String)


class ChatDetailsForm(graphene.ObjectType):
    """Asks for contact and addresses by the country's own rules. Field names are those of ChatAddressInput."""

    country = needed(graphene.String)
    countryName = needed(graphene.String)
    countries = several(ChatChoice)
    allowedFields = several(graphene.String)
    requiredFields = several(graphene.String)
    countryAreas = several(ChatChoice)
    countryAreaLabel = needed(graphene.String)
    postalCodeLabel = needed(graphene.String)
    postalCodeExamples = several(graphene.String)
    needsEmail = needed(graphene.Boolean)
    needsShipping = needed(graphene.Boolean, "False: a billing address alone.")
    errors = several(ChatFieldError)


class ChatDeliveryPicker(graphene.ObjectType):
    options = several(goods.ChatDeliveryOption)
    chosenId = optional(graphene.ID)


class ChatPayMethod(graphene.ObjectType):
    id = needed(graphene.String, "card, pix, or free when there is nothing to pay.")
    needsTaxId = needed(graphene.Boolean, "Whoever pays must be named by CPF or CNPJ.")


class ChatQuote(graphene.ObjectType):
    """What is to be paid, what it is made of, and how it can be paid."""

    version = needed(graphene.String, "To be given with `pay`.")
    cart = needed(goods.ChatCart)
    methods = several(ChatPayMethod, "The best first.")


class ChatPaymentRequest(graphene.ObjectType):
    payment = needed(goods.ChatPayment)


class ChatReceipt(graphene.ObjectType):
    order = needed(goods.ChatOrder)
    paid = needed(goods.ChatMoney)
    reserved = optional(
        goods.ChatMoney,
        "What of it is only reserved on the card, and charged when the shop sends the order.",
    )


class ChatOrderStatus(graphene.ObjectType):
    order = needed(goods.ChatOrder)


class ChatQuickReply(graphene.ObjectType):
    label = needed(graphene.String)
    tap = needed(enums.ChatTap)
    argument = optional(graphene.String, "The text to send, or the payment method.")


class ChatQuickReplies(graphene.ObjectType):
    replies = several(ChatQuickReply)


class ChatNotice(graphene.ObjectType):
    kind = needed(enums.ChatNoticeKind)
    text = needed(graphene.String)


class ChatPart(graphene.Union):
    class Meta:
        types = (
            ChatTextPart,
            ChatProductCard,
            ChatVariantPicker,
            ChatCartSummary,
            ChatDetailsForm,
            ChatDeliveryPicker,
            ChatQuote,
            ChatPaymentRequest,
            ChatReceipt,
            ChatOrderStatus,
            ChatQuickReplies,
            ChatNotice,
        )

    @classmethod
    def resolve_type(cls, instance: Mapping[str, Any], info: Any) -> Any:  # noqa: ARG003 graphene's
        return _BY_NAME[instance["__typename"]]


_BY_NAME = {kind.__name__: kind for kind in ChatPart._meta.types}
