# ruff: noqa: N815 fields are named as in the contract: their values are in just that shape
"""The contract's types for what the shop has and holds."""

from __future__ import annotations

import strawberry

from agentpay_plugin.gateway.schema import enums


@strawberry.type(
    description="An amount in major units, and the same in words of the conversation's locale."
)
class ChatMoney:
    amount: str
    currency: str
    text: str


@strawberry.type
class ChatAttribute:
    slug: str
    name: str
    values: list[str]


@strawberry.type
class ChatVariant:
    id: strawberry.ID
    name: str
    sku: str | None
    attributes: list[ChatAttribute]
    price: ChatMoney | None = strawberry.field(
        description="Gross per piece; null when it is not for sale."
    )
    undiscountedPrice: ChatMoney | None
    available: int = strawberry.field(description="How many can be ordered now.")


@strawberry.type
class ChatProduct:
    id: strawberry.ID
    slug: str
    name: str
    description: str
    category: str | None
    attributes: list[ChatAttribute]
    variants: list[ChatVariant]
    imageUrl: str | None
    requiresShipping: bool


@strawberry.type
class ChatCartLine:
    id: strawberry.ID
    variantId: strawberry.ID
    productName: str
    variantName: str
    quantity: int
    unitPrice: ChatMoney
    total: ChatMoney
    imageUrl: str | None
    problem: enums.ChatLineProblem | None
    available: int | None


@strawberry.type
class ChatDeliveryOption:
    id: strawberry.ID
    kind: enums.ChatDeliveryKind
    name: str
    description: str
    price: ChatMoney
    minimumDays: int | None
    maximumDays: int | None


@strawberry.type
class ChatCart:
    id: strawberry.ID = strawberry.field(description="Saleor's checkout id.")
    version: str = strawberry.field(
        description="Changes with anything that a shopper would have agreed to."
    )
    lines: list[ChatCartLine]
    subtotal: ChatMoney
    deliveryPrice: ChatMoney
    tax: ChatMoney = strawberry.field(description="Contained in the total.")
    discount: ChatMoney = strawberry.field(description="Contained in the prices.")
    giftCards: ChatMoney = strawberry.field(description="Covered by gift cards.")
    total: ChatMoney = strawberry.field(description="What is to be paid.")
    promoCode: str | None
    giftCardCodes: list[str]
    requiresShipping: bool
    delivery: ChatDeliveryOption | None


@strawberry.type(
    description="A QR code to be drawn as SVG: a white square, and on it `path` as black lines of width 1."
)
class ChatQrCode:
    side: int = strawberry.field(
        description="Its width and height in modules, the white edge included: the view box is 0 0 side side."
    )
    path: str = strawberry.field(description="The dark modules, as lines along the rows.")


@strawberry.type
class ChatPix:
    code: str = strawberry.field(
        description="The text to paste in a bank's app (Pix copia e cola)."
    )
    qr: ChatQrCode = strawberry.field(description="The same as an image to be scanned.")
    receiver: str | None = strawberry.field(
        description="Who receives the money, as the bank's app names them."
    )


@strawberry.type
class ChatPayment:
    chargeId: strawberry.ID
    state: enums.ChatPaymentState
    method: str
    amount: ChatMoney
    pageUrl: str | None = strawberry.field(
        description="The provider's page, while the payment is open."
    )
    pix: ChatPix | None = strawberry.field(
        description="How to pay by PIX, while the payment is open."
    )
    expiresAt: str | None
    reason: str | None = strawberry.field(description="A stable code when it failed.")
    refunded: ChatMoney | None
    reserved: ChatMoney | None = strawberry.field(
        description="What is only reserved on the shopper's card now: it is charged when the shop sends the order."
    )


@strawberry.type
class ChatOrder:
    number: str
    status: str
    chargeStatus: str
    total: ChatMoney
    lines: list[ChatCartLine]
    tracking: list[str]
    deliveryName: str
