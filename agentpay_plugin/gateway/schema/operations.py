# ruff: noqa: N802, N803 fields and arguments are named as in the contract
"""The contract's operations. Each hands its arguments to the backend in the context."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Annotated, Any

import strawberry
from graphql import GraphQLError

from agentpay_plugin.errors import NotFound
from agentpay_plugin.gateway.schema import enums, inputs, payloads
from agentpay_plugin.gateway.schema.backend import Context
from agentpay_plugin.gateway.schema.chat import Chat
from agentpay_plugin.gateway.schema.events import ChatEvent

Info = strawberry.Info[Context, None]


def _said(description: str, name: str | None = None) -> Any:
    return strawberry.argument(description=description, name=name)


_CLIENT_ID = _said(
    "Made by the caller, unique in the conversation; a repeat returns the first answer."
)
_TOKEN = _said("The token that `chatStart` returned.")
_CHANNEL = _said("Slug of the Saleor channel.")
_AFTER = _said("Return only messages after this sequence number. 0 returns the whole history.")
_FROM = _said("The first moment, ISO 8601; a date alone begins at midnight UTC.", "from")
_TO = _said(
    "The moment after the last one, ISO 8601; a date alone ends before that day begins, in UTC."
)
_VISITOR = _said("An opaque id of the visitor, made by the storefront; at most 64 characters.")
_ARM = _said("The arm of an experiment this visitor is in.")
_TEXT = _said("At most 2000 characters.")
_PROPERTIES = _said(
    "Small facts about the event, as a JSON object text of at most 2000 characters; for"
    " payment_link_clicked it names the `chargeId`."
)
_FIRST = _said("How many, from 1 to 50.")
_ID = _said("The conversation's public id.")
_SEEN = _said(
    "Sequence number of the newest message that was read: when the shopper wrote since, it stays"
    " on the list."
)
_SINCE = _said("The newest sequence number the caller has. 0 begins with the first message.")


@strawberry.type(
    description="AgentPay's chat API: what it adds to Saleor's own GraphQL schema.\n"
    'Amounts are decimal texts in major units ("19.90"); times are ISO 8601 in UTC.'
)
class Query:
    @strawberry.field(description="A conversation and its messages. Null when the token is wrong.")
    async def chat(
        self, info: Info, token: Annotated[str, _TOKEN], after: Annotated[int | None, _AFTER] = 0
    ) -> Chat | None:
        return await _asked(info, "chat", token=token, after=after)

    @strawberry.field(
        description="How far the conversations begun in a time got, step by step. For staff: needs the"
        " permission MANAGE_ORDERS."
    )
    async def chatFunnel(
        self,
        info: Info,
        channel: Annotated[str, _CHANNEL],
        from_: Annotated[str, _FROM],
        to: Annotated[str, _TO],
    ) -> payloads.ChatFunnel | None:
        return await _asked(info, "chatFunnel", channel=channel, to=to, **{"from": from_})

    @strawberry.field(
        description="The conversations whose shoppers ask for a person, the one that waits longest first."
        " For staff: needs the permission MANAGE_ORDERS."
    )
    async def chatHandovers(
        self,
        info: Info,
        channel: Annotated[str, _CHANNEL],
        first: Annotated[int | None, _FIRST] = 20,
    ) -> payloads.ChatHandovers | None:
        return await _asked(info, "chatHandovers", channel=channel, first=first)


@strawberry.type
class Mutation:
    @strawberry.mutation(
        description="Counts a page view that could have had a chat. Idempotent per visitor and day (UTC)."
    )
    async def chatVisit(
        self,
        info: Info,
        visitorId: Annotated[str, _VISITOR],
        channel: Annotated[str, _CHANNEL],
        arm: Annotated[str | None, _ARM] = "",
    ) -> payloads.ChatVisit | None:
        return await _asked(info, "chatVisit", visitorId=visitorId, channel=channel, arm=arm)

    @strawberry.mutation(description="Opens a conversation. Its token is shown only here.")
    async def chatStart(
        self,
        info: Info,
        input: inputs.ChatStartInput,  # noqa: A002 the contract's name
    ) -> payloads.ChatStart | None:
        return await _asked(info, "chatStart", input=input)

    @strawberry.mutation(description="Sends what the shopper wrote. Stored once per `clientId`.")
    async def chatMessageSend(
        self,
        info: Info,
        token: str,
        text: Annotated[str, _TEXT],
        clientId: Annotated[str, _CLIENT_ID],
    ) -> payloads.ChatMessageSend | None:
        return await _asked(info, "chatMessageSend", token=token, text=text, clientId=clientId)

    @strawberry.mutation(
        description="Does what a tap on a card does. Exactly one field of `action` is set."
    )
    async def chatActionSubmit(
        self,
        info: Info,
        token: str,
        action: inputs.ChatActionInput,
        clientId: Annotated[str, _CLIENT_ID],
    ) -> payloads.ChatActionSubmit | None:
        return await _asked(info, "chatActionSubmit", token=token, action=action, clientId=clientId)

    @strawberry.mutation(
        description="Records what only the browser sees. Idempotent per conversation (or charge) and name."
    )
    async def chatEventTrack(
        self,
        info: Info,
        token: str,
        name: enums.ChatBrowserEvent,
        properties: Annotated[str | None, _PROPERTIES] = "{}",
    ) -> payloads.ChatEventTrack | None:
        return await _asked(info, "chatEventTrack", token=token, name=name, properties=properties)

    @strawberry.mutation(
        description="Erases what the shopper said and who they are. Orders and payments stay with the shop."
    )
    async def chatErase(self, info: Info, token: str) -> payloads.ChatErase | None:
        return await _asked(info, "chatErase", token=token)

    @strawberry.mutation(
        description="Says something in a conversation as a person of the shop's. Stored once per `clientId`."
        " For staff: needs the permission MANAGE_ORDERS."
    )
    async def chatHandoverReply(
        self,
        info: Info,
        channel: Annotated[str, _CHANNEL],
        id: Annotated[strawberry.ID, _ID],  # noqa: A002 the contract's name
        text: Annotated[str, _TEXT],
        clientId: Annotated[str, _CLIENT_ID],
    ) -> payloads.ChatHandoverReply | None:
        return await _asked(
            info, "chatHandoverReply", channel=channel, id=id, text=text, clientId=clientId
        )

    @strawberry.mutation(
        description="Takes a conversation off the list of those that wait for a person: somebody saw to it."
        " For staff: needs the permission MANAGE_ORDERS."
    )
    async def chatHandoverClose(
        self,
        info: Info,
        channel: Annotated[str, _CHANNEL],
        id: Annotated[strawberry.ID, _ID],  # noqa: A002 the contract's name
        seen: Annotated[int | None, _SEEN] = strawberry.UNSET,
    ) -> payloads.ChatHandoverClose | None:
        given = {} if seen is strawberry.UNSET else {"seen": seen}
        return await _asked(info, "chatHandoverClose", channel=channel, id=id, **given)


@strawberry.type
class Subscription:
    @strawberry.subscription(
        description="What happens in a conversation: first what was missed after a sequence number, then"
        " what follows, in order. Served by the realtime gateway."
    )
    async def chatEvents(
        self, info: Info, token: Annotated[str, _TOKEN], after: Annotated[int | None, _SINCE] = 0
    ) -> AsyncGenerator[ChatEvent, None]:
        try:
            async with aclosing(info.context.backend.follow(token, after or 0)) as events:
                async for event in events:
                    yield event  # type: ignore[misc]
        except NotFound:
            raise GraphQLError("No such conversation.", extensions={"code": "NOT_FOUND"}) from None


async def _asked(info: Info, field: str, **arguments: object) -> Any:
    return await info.context.backend.execute(field, plain(arguments))


def plain(value: Any) -> Any:
    """Return what came in as mappings, lists and texts, without what was left out."""
    if is_dataclass(value):
        return plain({each.name: getattr(value, each.name) for each in fields(value)})
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items() if each is not strawberry.UNSET}
    return value.name if isinstance(value, Enum) else value
