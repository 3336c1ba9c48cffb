# ruff: noqa: N815 fields are named as in the contract: their values are in just that shape
"""The contract's input types."""

from __future__ import annotations

import strawberry


@strawberry.input
class ChatStartInput:
    channel: str = strawberry.field(description="Slug of the Saleor channel.")
    locale: str | None = strawberry.field(default="en", description="BCP 47 tag: en, pt-BR, es, …")
    product: ChatProductInput | None = strawberry.field(
        default=strawberry.UNSET,
        description="Which product the page shows. Its name, price and stock are never taken from the page.",
    )
    pageUrl: str | None = strawberry.field(
        default="", description="The page's address, for the merchant's reports; never a redirect."
    )
    visitorId: str | None = strawberry.field(
        default="",
        description="An opaque id of the visitor, made by the storefront; at most 64 characters.",
    )
    checkoutId: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The storefront's own checkout, for the chat to fill."
    )


@strawberry.input(description="One of the three says which product is meant.")
class ChatProductInput:
    id: strawberry.ID | None = strawberry.UNSET
    slug: str | None = strawberry.UNSET
    sku: str | None = strawberry.UNSET


@strawberry.input(description="Exactly one field is set.")
class ChatActionInput:
    chooseProduct: ChatChooseProductInput | None = strawberry.UNSET
    chooseVariant: ChatChooseVariantInput | None = strawberry.UNSET
    setQuantity: ChatSetQuantityInput | None = strawberry.UNSET
    applyPromoCode: ChatPromoCodeInput | None = strawberry.UNSET
    removePromoCode: ChatPromoCodeInput | None = strawberry.UNSET
    checkOut: bool | None = strawberry.field(
        default=strawberry.UNSET,
        description="Set to true: go on to details, delivery and the total.",
    )
    showCart: bool | None = strawberry.field(
        default=strawberry.UNSET, description="Set to true: show the cart."
    )
    joinCart: ChatJoinCartInput | None = strawberry.UNSET
    chooseCountry: ChatChooseCountryInput | None = strawberry.UNSET
    giveDetails: ChatDetailsInput | None = strawberry.UNSET
    chooseDelivery: ChatChooseDeliveryInput | None = strawberry.UNSET
    pay: ChatPayInput | None = strawberry.UNSET
    checkPayment: bool | None = strawberry.field(
        default=strawberry.UNSET, description="Set to true: the shopper says that they have paid."
    )
    cancelPayment: bool | None = strawberry.field(
        default=strawberry.UNSET, description="Set to true: close the open payment."
    )
    askPerson: bool | None = strawberry.field(
        default=strawberry.UNSET,
        description="Set to true: a person of the merchant's is asked for.",
    )
    stop: bool | None = strawberry.field(
        default=strawberry.UNSET,
        description="Set to true: end the reply that a language model is making, before its first word too; what"
        " was said so far becomes the message. Done at once.",
    )


@strawberry.input
class ChatChooseProductInput:
    productId: strawberry.ID = strawberry.field(
        description="A product that this conversation showed."
    )


@strawberry.input
class ChatChooseVariantInput:
    variantId: strawberry.ID = strawberry.field(
        description="A variant that this conversation showed."
    )
    quantity: int | None = strawberry.UNSET


@strawberry.input
class ChatSetQuantityInput:
    variantId: strawberry.ID = strawberry.field(description="A variant in the cart.")
    quantity: int = strawberry.field(description="0 removes the line.")


@strawberry.input
class ChatPromoCodeInput:
    code: str = strawberry.field(description="A voucher or gift card code.")


@strawberry.input
class ChatJoinCartInput:
    checkoutId: strawberry.ID = strawberry.field(
        description="The storefront's own checkout; taken unless there are goods in the chat's cart."
    )


@strawberry.input
class ChatChooseCountryInput:
    country: str = strawberry.field(description="ISO 3166-1 alpha-2.")


@strawberry.input
class ChatDetailsInput:
    email: str | None = strawberry.UNSET
    shippingAddress: ChatAddressInput | None = strawberry.field(
        default=strawberry.UNSET, description="Needed when something is shipped."
    )
    billingAddress: ChatAddressInput | None = strawberry.field(
        default=strawberry.UNSET, description="Left out: the same as the shipping address."
    )


@strawberry.input
class ChatAddressInput:
    firstName: str
    lastName: str
    companyName: str | None = ""
    streetAddress1: str
    streetAddress2: str | None = ""
    city: str | None = ""
    cityArea: str | None = ""
    postalCode: str | None = ""
    country: str = strawberry.field(description="ISO 3166-1 alpha-2.")
    countryArea: str | None = ""
    phone: str | None = ""


@strawberry.input
class ChatChooseDeliveryInput:
    optionId: strawberry.ID = strawberry.field(description="An option of the last DeliveryPicker.")


@strawberry.input
class ChatPayInput:
    method: str = strawberry.field(description="A method of the quote, such as card.")
    quoteVersion: str = strawberry.field(
        description="The `version` of the quote that the shopper confirms."
    )
    taxId: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="CPF or CNPJ of whoever pays, with or without punctuation, for a method that needs it."
        " Kept until the payment is over. Left out: the chat asks for it.",
    )
