"""The operations over GraphQL, as a storefront sends them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import graphene
import pytest

from agentpay_plugin.chat.desk import Caller
from agentpay_plugin.models import AnalyticsEvent, Charge, Conversation, Message, Turn
from agentpay_plugin.saleor.schema import bind
from tests.chat.world import ADDRESS, ANYBODY, ChatWorld

pytestmark = pytest.mark.django_db(transaction=True)

ERRORS = "errors { field message code }"
MONEY = "{ amount currency text }"
LINE = f"{{ variantId quantity unitPrice {MONEY} total {MONEY} problem available }}"
CART = (
    f"{{ id version lines {LINE} subtotal {MONEY} deliveryPrice {MONEY} tax {MONEY} discount {MONEY}"
    f" giftCards {MONEY} total {MONEY} promoCode giftCardCodes requiresShipping"
    f" delivery {{ id kind name price {MONEY} minimumDays maximumDays }} }}"
)
PRODUCT = (
    f"{{ id slug name description category imageUrl requiresShipping attributes {{ slug name values }}"
    f" variants {{ id name sku available attributes {{ slug values }} price {MONEY}"
    f" undiscountedPrice {MONEY} }} }}"
)
PAYMENT = f"{{ chargeId state method amount {MONEY} pageUrl expiresAt reason refunded {MONEY} }}"
ORDER = f"{{ number status chargeStatus total {MONEY} lines {LINE} tracking deliveryName }}"
PARTS = f"""parts {{
  __typename
  ... on ChatTextPart {{ text }}
  ... on ChatNotice {{ kind text }}
  ... on ChatProductCard {{ product {PRODUCT} variantId }}
  ... on ChatVariantPicker {{ product {PRODUCT} variantIds quantity }}
  ... on ChatCartSummary {{ cart {CART} }}
  ... on ChatDetailsForm {{ country countryName countries {{ value label }} allowedFields
    requiredFields countryAreas {{ value label }} countryAreaLabel postalCodeLabel
    postalCodeExamples needsEmail needsShipping errors {{ field message }} }}
  ... on ChatDeliveryPicker {{ options {{ id kind name description price {MONEY} }} chosenId }}
  ... on ChatQuote {{ version cart {CART} methods {{ id needsTaxId }} }}
  ... on ChatPaymentRequest {{ payment {PAYMENT} }}
  ... on ChatReceipt {{ order {ORDER} paid {MONEY} reserved {MONEY} }}
  ... on ChatOrderStatus {{ order {ORDER} }}
  ... on ChatQuickReplies {{ replies {{ label tap argument }} }}
}}"""
MESSAGE = f"{{ id sequence author createdAt clientId intent confidence action text {PARTS} }}"
CHAT = (
    f"{{ id channel locale stage lastSequence pending stoppable messages {MESSAGE} cart {CART}"
    f" payment {PAYMENT} }}"
)
START = f"mutation($input: ChatStartInput!) {{ chatStart(input: $input) {{ {ERRORS} token chat {CHAT} }} }}"
SEND = (
    "mutation($token: String!, $text: String!, $clientId: String!) {"
    " chatMessageSend(token: $token, text: $text, clientId: $clientId) {"
    f" {ERRORS} pending stoppable messages {MESSAGE} chat {{ stage }} }} }}"
)
ACT = (
    "mutation($token: String!, $action: ChatActionInput!, $clientId: String!) {"
    " chatActionSubmit(token: $token, action: $action, clientId: $clientId) {"
    f" {ERRORS} pending stoppable messages {MESSAGE} chat {{ stage }} }} }}"
)
LOOK = f"query($token: String!, $after: Int) {{ chat(token: $token, after: $after) {CHAT} }}"
ERASE = f"mutation($token: String!) {{ chatErase(token: $token) {{ {ERRORS} }} }}"


def nobody_asks(info: Any, channel: str) -> None:
    raise AssertionError


class Shop:
    """A storefront that talks GraphQL to the chat."""

    def __init__(self, schema: graphene.Schema, world: ChatWorld) -> None:
        self._schema = schema
        self._world = world
        self.token = ""

    def ask(self, document: str, **variables: Any) -> Any:
        context = (self._world.chat_desk, ANYBODY)
        result = self._schema.execute(document, variables=variables, context=context)
        assert result.errors is None, result.errors
        (answer,) = result.data.values()
        return answer

    def start(self, **given: Any) -> Any:
        asked = {"channel": "default-channel", "product": {"slug": "agentpay-tee"}, **given}
        started = self.ask(START, input=asked)
        self.token = started["token"]
        return started

    def tap(self, client_id: str, **action: Any) -> Any:
        return self.ask(ACT, token=self.token, action=action, clientId=client_id)


@pytest.fixture
def shop(schema: graphene.Schema, world: ChatWorld) -> Shop:
    return Shop(schema, world)


@pytest.fixture
def world() -> ChatWorld:
    return ChatWorld()


def kinds(answer: Any) -> list[str]:
    return [part["__typename"] for part in answer["messages"][-1]["parts"]]


def test_whole_purchase(shop: Shop, world: ChatWorld) -> None:
    started = shop.start(locale="en", pageUrl="https://shop.example/tee", visitorId="visitor-1")
    sent = shop.ask(SEND, token=shop.token, text="two in blue, size L", clientId="1")
    details = shop.tap("2", checkOut=True)
    delivery = shop.tap("3", giveDetails={"email": "ada@example.com", "shippingAddress": ADDRESS})
    quoted = shop.tap("4", chooseDelivery={"optionId": "delivery-standard"})
    (quote,) = (
        part for part in quoted["messages"][-1]["parts"] if part["__typename"] == "ChatQuote"
    )
    paying = shop.tap("5", pay={"method": "card", "quoteVersion": quote["version"]})
    world.webhook(Charge.objects.get())
    chat = shop.ask(LOOK, token=shop.token)

    assert started["errors"] == []
    assert kinds(started["chat"]) == ["ChatTextPart", "ChatProductCard", "ChatQuickReplies"]
    assert (sent["errors"], sent["pending"]) == ([], False)
    assert [one["author"] for one in sent["messages"]] == ["SHOPPER", "ASSISTANT"]
    assert (sent["messages"][0]["clientId"], sent["messages"][0]["intent"]) == (
        "1",
        "purchase_intent",
    )
    assert isinstance(sent["messages"][1]["confidence"], float)
    assert sent["messages"][1]["action"] == "cart_changed"
    assert kinds(details) == ["ChatTextPart", "ChatDetailsForm"]
    assert kinds(delivery) == ["ChatTextPart", "ChatDeliveryPicker"]
    assert quote["cart"]["total"] == {"amount": "45.00", "currency": "USD", "text": "$45.00"}
    assert paying["chat"] == {"stage": "PAYING"}
    assert (chat["stage"], chat["lastSequence"], chat["pending"]) == ("ORDERED", 8, False)
    assert chat["payment"]["state"] == "ORDERED"
    assert chat["messages"][-1]["action"] == "order_placed"
    assert "ChatReceipt" in kinds(chat)
    assert chat["messages"][0]["createdAt"] == "2026-11-22T12:00:00.000Z"
    assert len(world.shop.placed) == 1


def test_messages_after_a_sequence_number(shop: Shop) -> None:
    shop.start()
    shop.ask(SEND, token=shop.token, text="What is it made of?", clientId="1")

    chat = shop.ask(LOOK, token=shop.token, after=2)

    assert [one["sequence"] for one in chat["messages"]] == [3]
    assert chat["lastSequence"] == 3
    assert shop.ask(LOOK, token="wrong") is None


def test_two_actions_at_once_are_refused_and_nothing_is_stored(shop: Shop) -> None:
    shop.start()

    refused = shop.tap("1", checkOut=True, setQuantity={"variantId": "v", "quantity": 1})

    assert refused == {
        "errors": [
            {
                "field": "action",
                "message": "Set exactly one field of the action.",
                "code": "INVALID",
            }
        ],
        "pending": False,
        "stoppable": False,
        "messages": [],
        "chat": None,
    }
    assert (Turn.objects.count(), Message.objects.count()) == (1, 1)


@pytest.mark.parametrize("lie", ["name", "price", "stock", "variants"])
def test_page_cannot_say_more_than_which_product_is_meant(
    schema: graphene.Schema, world: ChatWorld, lie: str
) -> None:
    asked = {"channel": "default-channel", "product": {"slug": "agentpay-tee", lie: "1.00"}}
    context = (world.chat_desk, ANYBODY)

    result = schema.execute(START, variables={"input": asked}, context=context)

    assert len(result.errors) == 1
    assert Conversation.objects.count() == 0
    assert world.shop.calls == []


def test_slug_that_lies_about_the_product_shows_the_shops_own_data(shop: Shop) -> None:
    started = shop.start(product={"slug": "agentpay-tee", "id": None, "sku": None})

    card = started["chat"]["messages"][0]["parts"][1]
    assert card["product"]["name"] == "AgentPay Tee"
    assert {one["price"]["amount"] for one in card["product"]["variants"]} == {"20.00", "22.00"}


def test_visit_track_and_erase(shop: Shop) -> None:
    visited = shop.ask(
        f'mutation {{ chatVisit(visitorId: "visitor-1", channel: "default-channel") {{ {ERRORS} }} }}'
    )
    shop.start(visitorId="visitor-1")
    tracked = shop.ask(
        "mutation($token: String!) {"
        f" chatEventTrack(token: $token, name: chat_opened) {{ {ERRORS} }} }}",
        token=shop.token,
    )
    erased = shop.ask(ERASE, token=shop.token)
    again = shop.ask(ERASE, token=shop.token)

    assert visited == tracked == erased == {"errors": []}
    assert [one["code"] for one in again["errors"]] == ["NOT_FOUND"]
    assert sorted(AnalyticsEvent.objects.values_list("name", "visitor_id")) == [
        ("chat_opened", ""),
        ("chat_visit", ""),
    ]


def test_unexpected_error_is_one_friendly_sentence(
    shop: Shop, world: ChatWorld, caplog: pytest.LogCaptureFixture
) -> None:
    shop.start()
    Conversation.objects.update(state={"version": 999, "secret": "ada@example.com"})

    failed = shop.tap("1", showCart=True)

    assert failed["errors"] == [
        {
            "field": None,
            "message": "Something went wrong on our side. Try again in a moment.",
            "code": "INTERNAL",
        }
    ]
    assert "UnreadableState" in caplog.text
    assert "ada@example.com" not in caplog.text
    assert shop.token not in caplog.text


def test_unexpected_error_of_the_query_says_nothing_of_itself(
    schema: graphene.Schema, world: ChatWorld
) -> None:
    shop = Shop(schema, world)
    shop.start()
    Conversation.objects.update(state={"version": 999})

    result = schema.execute(
        LOOK, variables={"token": shop.token}, context=(world.chat_desk, ANYBODY)
    )

    assert result.data == {"chat": None}
    assert [str(error) for error in result.errors] == [
        "Something went wrong on our side. Try again in a moment."
    ]


def test_host_that_fails_is_told_in_errors() -> None:
    def desk_for(context: Any) -> Any:
        raise ValueError("ada@example.com")

    queries, mutations = bind(desk_for, nobody_asks)
    schema = graphene.Schema(
        query=type("Query", (graphene.ObjectType,), queries),
        mutation=type("Mutation", (graphene.ObjectType,), mutations),
    )

    sent = schema.execute(SEND, variables={"token": "x", "text": "hello", "clientId": "1"})
    erased = schema.execute(ERASE, variables={"token": "x"})

    assert (sent.errors, erased.errors) == (None, None)
    assert [one["code"] for one in sent.data["chatMessageSend"]["errors"]] == ["INTERNAL"]
    assert (sent.data["chatMessageSend"]["pending"], sent.data["chatMessageSend"]["chat"]) == (
        False,
        None,
    )
    assert [one["code"] for one in erased.data["chatErase"]["errors"]] == ["INTERNAL"]


def test_every_resolver_runs_inside_what_the_host_puts_around_it(world: ChatWorld) -> None:
    inside: list[bool] = []
    is_open = False

    @contextmanager
    def around() -> Iterator[None]:
        nonlocal is_open
        is_open = True
        yield
        is_open = False

    def desk_for(context: Any) -> Any:
        inside.append(is_open)
        return world.chat_desk, Caller()

    def host() -> AbstractContextManager[None]:
        return around()

    queries, mutations = bind(desk_for, nobody_asks, host)
    schema = graphene.Schema(
        query=type("Query", (graphene.ObjectType,), queries),
        mutation=type("Mutation", (graphene.ObjectType,), mutations),
    )

    schema.execute('{ chat(token: "x") { id } }')
    schema.execute('mutation { chatErase(token: "x") { errors { code } } }')

    assert inside == [True, True]
    assert is_open is False
