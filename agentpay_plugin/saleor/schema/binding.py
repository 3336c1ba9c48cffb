"""The chat API's queries and mutations as graphene fields; each resolver calls one operation."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import graphene
from graphql import GraphQLError

from agentpay_plugin.chat import handovers, operations, refusals, reports
from agentpay_plugin.chat.desk import Caller, ChatDesk
from agentpay_plugin.chat.faults import fault
from agentpay_plugin.hosting import api
from agentpay_plugin.saleor.schema import enums, inputs, payloads
from agentpay_plugin.saleor.schema.chat import Chat
from agentpay_plugin.saleor.schema.reports import ChatFunnel, ChatHandovers

logger = logging.getLogger(__name__)

DeskFor = Callable[[Any], tuple[ChatDesk, Caller]]
RequireStaff = Callable[[Any, str], None]
Around = Callable[[], AbstractContextManager[object]]
Fields = dict[str, graphene.Field]


def bind(
    desk_for: DeskFor, require_staff: RequireStaff, around: Around = nullcontext
) -> tuple[Fields, Fields]:
    """Return the fields of the contract's Query and Mutation, by name.

    `desk_for` is given a request's context and says with what and for whom it is answered.
    `require_staff` is given a resolver's info and the slug of a channel; it raises the host's own error,
    which passes as it is, when whoever asks may not see that channel's reports. Every resolver runs inside
    `around()`, which a host can use to open its database for writing.
    """
    queries = {
        "chat": _chat(desk_for, around),
        "chatFunnel": _funnel(desk_for, require_staff, around),
        "chatHandovers": _handovers(desk_for, require_staff, around),
    }
    mutations = _mutations(desk_for, around)
    mutations["chatHandoverReply"] = _handover_reply(desk_for, require_staff, around)
    mutations["chatHandoverClose"] = _handover_close(desk_for, require_staff, around)
    return queries, mutations


def _chat(desk_for: DeskFor, around: Around) -> graphene.Field:
    def resolve(_root: Any, info: Any, token: str, after: int | None = 0) -> Any:
        try:
            with around():
                return operations.view(*desk_for(info.context), token, after or 0)
        except Exception as error:  # noqa: BLE001 a door: the caller sees nothing else of it
            logger.error("chat query failed: %s", fault(error))
            message = refusals.words(refusals.Why.INTERNAL, "en")
        raise GraphQLError(message)

    return graphene.Field(
        Chat,
        description="A conversation and its messages. Null when the token is wrong.",
        token=_needed(graphene.String, "The token that `chatStart` returned."),
        after=_optional(
            graphene.Int,
            "Return only messages after this sequence number. 0 returns the whole history.",
            0,
        ),
        resolver=resolve,
    )


def _funnel(desk_for: DeskFor, require_staff: RequireStaff, around: Around) -> graphene.Field:
    def report(desk: ChatDesk, caller: Caller, slug: str, **given: str) -> reports.Funnel:
        return reports.funnel(desk, caller, slug, given["from"], given["to"])

    arguments = {
        "channel": _needed(graphene.String, _CHANNEL),
        "from": _needed(
            graphene.String,
            "The first moment, ISO 8601; a date alone begins at midnight UTC.",
        ),
        "to": _needed(
            graphene.String,
            "The moment after the last one, ISO 8601; a date alone ends before that day begins, in UTC.",
        ),
    }
    return graphene.Field(
        ChatFunnel,
        description="How far the conversations begun in a time got, step by step. For staff: needs the"
        " permission MANAGE_ORDERS.",
        args=arguments,
        resolver=_for_staff(desk_for, require_staff, around, report, reports.Funnel),
    )


def _handovers(desk_for: DeskFor, require_staff: RequireStaff, around: Around) -> graphene.Field:
    return graphene.Field(
        ChatHandovers,
        description="The conversations whose shoppers ask for a person, the one that waits longest first."
        " For staff: needs the permission MANAGE_ORDERS.",
        channel=_needed(graphene.String, _CHANNEL),
        first=_optional(graphene.Int, "How many, from 1 to 50.", 20),
        resolver=_for_staff(
            desk_for, require_staff, around, handovers.handovers, handovers.Handovers
        ),
    )


def _handover_reply(
    desk_for: DeskFor, require_staff: RequireStaff, around: Around
) -> graphene.Field:
    def reply(desk: ChatDesk, caller: Caller, slug: str, **given: str) -> handovers.Replied:
        key, text, client_id = (given[name] for name in ("id", "text", "clientId"))
        return handovers.reply(desk, caller, slug, key, text, client_id)

    return graphene.Field(
        payloads.ChatHandoverReply,
        description="Says something in a conversation as a person of the shop's. Stored once per `clientId`."
        " For staff: needs the permission MANAGE_ORDERS.",
        args={
            "channel": _needed(graphene.String, _CHANNEL),
            "id": _needed(graphene.ID, _ID),
            "text": _needed(graphene.String, _TEXT),
            "clientId": _needed(graphene.String, _CLIENT_ID),
        },
        resolver=_for_staff(desk_for, require_staff, around, reply, handovers.Replied),
    )


def _handover_close(
    desk_for: DeskFor, require_staff: RequireStaff, around: Around
) -> graphene.Field:
    def close(desk: ChatDesk, caller: Caller, slug: str, **given: Any) -> handovers.Closed:
        return handovers.close(desk, caller, slug, given["id"], given.get("seen"))

    return graphene.Field(
        payloads.ChatHandoverClose,
        description="Takes a conversation off the list of those that wait for a person: somebody saw to it."
        " For staff: needs the permission MANAGE_ORDERS.",
        args={
            "channel": _needed(graphene.String, _CHANNEL),
            "id": _needed(graphene.ID, _ID),
            "seen": graphene.Argument(
                graphene.Int,
                description="Sequence number of the newest message that was read: when the shopper wrote"
                " since, it stays on the list.",
            ),
        },
        resolver=_for_staff(desk_for, require_staff, around, close, handovers.Closed),
    )


def _for_staff(
    desk_for: DeskFor,
    require_staff: RequireStaff,
    around: Around,
    operation: Callable[..., Any],
    empty: Callable[..., Any],
) -> Callable[..., Any]:
    """Return the resolver of what only a channel's staff may ask; `empty(errors=…)` is the answer where it fails."""

    def resolve(_root: Any, info: Any, channel: str, **given: Any) -> Any:
        # As the operation reads it: what is allowed and what is told are one channel.
        slug = channel.strip()
        with around():
            require_staff(info, slug)
        with around(), refusals.Answering() as door:
            return operation(*desk_for(info.context), slug, **given)
        return empty(errors=door.problems)

    return resolve


def _mutations(desk_for: DeskFor, around: Around) -> Fields:
    def field(
        payload: Any,
        description: str,
        operation: Callable[..., Any],
        **arguments: graphene.Argument,
    ) -> graphene.Field:
        def resolve(_root: Any, info: Any, **given: Any) -> Any:
            with around(), refusals.Answering() as door:
                return operation(*desk_for(info.context), **given)
            return {"errors": door.problems, "pending": False, "stoppable": False, "messages": ()}

        return graphene.Field(payload, description=description, resolver=resolve, **arguments)

    return {
        "chatVisit": field(
            payloads.ChatVisit,
            "Counts a page view that could have had a chat. Idempotent per visitor and day (UTC).",
            api.visit,
            visitorId=_needed(
                graphene.String,
                "An opaque id of the visitor, made by the storefront; at most 64 characters.",
            ),
            channel=_needed(graphene.String, "Slug of the Saleor channel."),
            arm=_optional(graphene.String, "The arm of an experiment this visitor is in.", ""),
        ),
        "chatStart": field(
            payloads.ChatStart,
            "Opens a conversation. Its token is shown only here.",
            api.start,
            input=_needed(inputs.ChatStartInput),
        ),
        "chatMessageSend": field(
            payloads.ChatMessageSend,
            "Sends what the shopper wrote. Stored once per `clientId`.",
            api.send,
            token=_needed(graphene.String),
            text=_needed(graphene.String, _TEXT),
            clientId=_needed(graphene.String, _CLIENT_ID),
        ),
        "chatActionSubmit": field(
            payloads.ChatActionSubmit,
            "Does what a tap on a card does. Exactly one field of `action` is set.",
            api.act,
            token=_needed(graphene.String),
            action=_needed(inputs.ChatActionInput),
            clientId=_needed(graphene.String, _CLIENT_ID),
        ),
        "chatEventTrack": field(
            payloads.ChatEventTrack,
            "Records what only the browser sees. Idempotent per conversation (or charge) and name.",
            api.track,
            token=_needed(graphene.String),
            name=_needed(enums.ChatBrowserEvent),
            properties=_optional(
                graphene.String,
                "Small facts about the event, as a JSON object text of at most 2000 characters; for"
                " payment_link_clicked it names the `chargeId`.",
                "{}",
            ),
        ),
        "chatErase": field(
            payloads.ChatErase,
            "Erases what the shopper said and who they are. Orders and payments stay with the shop.",
            operations.erase,
            token=_needed(graphene.String),
        ),
    }


_ID = "The conversation's public id."
_TEXT = "At most 2000 characters."
_CHANNEL = "Slug of the Saleor channel."
_CLIENT_ID = "Made by the caller, unique in the conversation; a repeat returns the first answer."


def _needed(kind: Any, description: str | None = None) -> graphene.Argument:
    return graphene.Argument(graphene.NonNull(kind), description=description)


def _optional(kind: Any, description: str, default: Any) -> graphene.Argument:
    return graphene.Argument(kind, description=description, default_value=default)
