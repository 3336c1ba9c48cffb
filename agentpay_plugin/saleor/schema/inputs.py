# ruff: noqa: N815 fields are named as in the contract, so that what comes in needs no renaming
"""The contract's input types. graphql/agentpay.graphql holds the words; a test holds the two together."""

from __future__ import annotations

from typing import Any

import graphene

_COUNTRY = "ISO 3166-1 alpha-2."


def _needed(kind: Any, description: str | None = None) -> graphene.InputField:
    return graphene.InputField(graphene.NonNull(kind), description=description)


def _optional(
    kind: Any, description: str | None = None, default: str | None = None
) -> graphene.InputField:
    return graphene.InputField(kind, description=description, default_value=default)


class ChatProductInput(graphene.InputObjectType):
    """One of the three says which product is meant."""

    id = _optional(graphene.ID)
    slug = _optional(graphene.String)
    sku = _optional(graphene.String)


class ChatStartInput(graphene.InputObjectType):
    channel = _needed(graphene.String, "Slug of the Saleor channel.")
    locale = _optional(graphene.String, "BCP 47 tag: en, pt-BR, es, …", "en")
    product = _optional(
        ChatProductInput,
        "Which product the page shows. Its name, price and stock are never taken from the page.",
    )
    pageUrl = _optional(
        graphene.String, "The page's address, for the merchant's reports; never a redirect.", ""
    )
    visitorId = _optional(
        graphene.String,
        "An opaque id of the visitor, made by the storefront; at most 64 characters.",
        "",
    )
    checkoutId = _optional(graphene.ID, "The storefront's own checkout, for the chat to fill.")


class ChatChooseProductInput(graphene.InputObjectType):
    productId = _needed(graphene.ID, "A product that this conversation showed.")


class ChatChooseVariantInput(graphene.InputObjectType):
    variantId = _needed(graphene.ID, "A variant that this conversation showed.")
    quantity = _optional(graphene.Int)


class ChatSetQuantityInput(graphene.InputObjectType):
    variantId = _needed(graphene.ID, "A variant in the cart.")
    quantity = _needed(graphene.Int, "0 removes the line.")


class ChatPromoCodeInput(graphene.InputObjectType):
    code = _needed(graphene.String, "A voucher or gift card code.")


class ChatJoinCartInput(graphene.InputObjectType):
    checkoutId = _needed(
        graphene.ID,
        "The storefront's own checkout; taken unless there are goods in the chat's cart.",
    )


class ChatChooseCountryInput(graphene.InputObjectType):
    country = _needed(graphene.String, _COUNTRY)


class ChatAddressInput(graphene.InputObjectType):
    firstName = _needed(graphene.String)
    lastName = _needed(graphene.String)
    companyName = _optional(graphene.String, default="")
    streetAddress1 = _needed(graphene.String)
    streetAddress2 = _optional(graphene.String, default="")
    city = _optional(graphene.String, default="")
    cityArea = _optional(graphene.String, default="")
    postalCode = _optional(graphene.String, default="")
    country = _needed(graphene.String, _COUNTRY)
    countryArea = _optional(graphene.String, default="")
    phone = _optional(graphene.String, default="")


class ChatDetailsInput(graphene.InputObjectType):
    email = _optional(graphene.String)
    shippingAddress = _optional(ChatAddressInput, "Needed when something is shipped.")
    billingAddress = _optional(ChatAddressInput, "Left out: the same as the shipping address.")


class ChatChooseDeliveryInput(graphene.InputObjectType):
    optionId = _needed(graphene.ID, "An option of the last DeliveryPicker.")


class ChatPayInput(graphene.InputObjectType):
    method = _needed(graphene.String, "A method of the quote, such as card.")
    quoteVersion = _needed(graphene.String, "The `version` of the quote that the shopper confirms.")
    taxId = _optional(
        graphene.String,
        "CPF or CNPJ of whoever pays, with or without punctuation, for a method that needs it."
        " Kept until the payment is over. Left out: the chat asks for it.",
    )


class ChatActionInput(graphene.InputObjectType):
    """Exactly one field is set."""

    chooseProduct = _optional(ChatChooseProductInput)
    chooseVariant = _optional(ChatChooseVariantInput)
    setQuantity = _optional(ChatSetQuantityInput)
    applyPromoCode = _optional(ChatPromoCodeInput)
    removePromoCode = _optional(ChatPromoCodeInput)
    checkOut = _optional(graphene.Boolean, "Set to true: go on to details, delivery and the total.")
    showCart = _optional(graphene.Boolean, "Set to true: show the cart.")
    joinCart = _optional(ChatJoinCartInput)
    chooseCountry = _optional(ChatChooseCountryInput)
    giveDetails = _optional(ChatDetailsInput)
    chooseDelivery = _optional(ChatChooseDeliveryInput)
    pay = _optional(ChatPayInput)
    checkPayment = _optional(graphene.Boolean, "Set to true: the shopper says that they have paid.")
    cancelPayment = _optional(graphene.Boolean, "Set to true: close the open payment.")
    askPerson = _optional(graphene.Boolean, "Set to true: a person of the merchant's is asked for.")
    stop = _optional(
        graphene.Boolean,
        "Set to true: end the reply that a language model is making, before its first word too; what was said"
        " so far becomes the message. Done at once.",
    )
