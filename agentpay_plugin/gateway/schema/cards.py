# ruff: noqa: N815 fields are named as in the contract: their values are in just that shape
"""The contract's parts of a message."""

from __future__ import annotations

from typing import Annotated

import strawberry

from agentpay_plugin.gateway.schema import enums, goods
from agentpay_plugin.gateway.schema.named import Named


@strawberry.type
class ChatChoice:
    value: str
    label: str


@strawberry.type
class ChatFieldError:
    field: str = strawberry.field(description="A field of ChatDetailsInput or ChatAddressInput.")
    message: str


@strawberry.type
class ChatQuickReply:
    label: str
    tap: enums.ChatTap
    argument: str | None = strawberry.field(description="The text to send, or the payment method.")


@strawberry.type
class ChatTextPart(Named):
    text: str


@strawberry.type
class ChatProductCard(Named):
    product: goods.ChatProduct
    variantId: strawberry.ID | None


@strawberry.type
class ChatVariantPicker(Named):
    product: goods.ChatProduct
    variantIds: list[strawberry.ID] = strawberry.field(description="Those still in question.")
    quantity: int


@strawberry.type
class ChatCartSummary(Named):
    cart: goods.ChatCart


@strawberry.type(
    description="Asks for contact and addresses by the country's own rules. Field names are those of ChatAddressInput."
)
class ChatDetailsForm(Named):
    country: str
    countryName: str
    countries: list[ChatChoice]
    allowedFields: list[str]
    requiredFields: list[str]
    countryAreas: list[ChatChoice]
    countryAreaLabel: str
    postalCodeLabel: str
    postalCodeExamples: list[str]
    needsEmail: bool
    needsShipping: bool = strawberry.field(description="False: a billing address alone.")
    errors: list[ChatFieldError]


@strawberry.type
class ChatDeliveryPicker(Named):
    options: list[goods.ChatDeliveryOption]
    chosenId: strawberry.ID | None


@strawberry.type
class ChatPayMethod:
    id: str = strawberry.field(description="card, pix, or free when there is nothing to pay.")
    needsTaxId: bool = strawberry.field(description="Whoever pays must be named by CPF or CNPJ.")


@strawberry.type(description="What is to be paid, what it is made of, and how it can be paid.")
class ChatQuote(Named):
    version: str = strawberry.field(description="To be given with `pay`.")
    cart: goods.ChatCart
    methods: list[ChatPayMethod] = strawberry.field(description="The best first.")


@strawberry.type
class ChatPaymentRequest(Named):
    payment: goods.ChatPayment


@strawberry.type
class ChatReceipt(Named):
    order: goods.ChatOrder
    paid: goods.ChatMoney
    reserved: goods.ChatMoney | None = strawberry.field(
        description="What of it is only reserved on the card, and charged when the shop sends the order."
    )


@strawberry.type
class ChatOrderStatus(Named):
    order: goods.ChatOrder


@strawberry.type
class ChatQuickReplies(Named):
    replies: list[ChatQuickReply]


@strawberry.type
class ChatNotice(Named):
    kind: enums.ChatNoticeKind
    text: str


ChatPart = Annotated[
    ChatTextPart
    | ChatProductCard
    | ChatVariantPicker
    | ChatCartSummary
    | ChatDetailsForm
    | ChatDeliveryPicker
    | ChatQuote
    | ChatPaymentRequest
    | ChatReceipt
    | ChatOrderStatus
    | ChatQuickReplies
    | ChatNotice,
    strawberry.union("ChatPart"),
]
