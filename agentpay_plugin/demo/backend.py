"""Answers the chat's GraphQL schema in the demo's own process: the same operations as inside Saleor."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from django.db import close_old_connections
from graphql import GraphQLError

from agentpay_plugin.chat import handovers, operations, refusals, reports
from agentpay_plugin.chat.contract import in_contract_names
from agentpay_plugin.chat.desk import Caller, ChatDesk
from agentpay_plugin.chat.faults import fault
from agentpay_plugin.demo import wiring
from agentpay_plugin.gateway.follow import follow
from agentpay_plugin.gateway.schema.backend import Answer, Arguments
from agentpay_plugin.hosting import api
from agentpay_plugin.realtime.bus import Bus

logger = logging.getLogger(__name__)

STAFF = "Bearer demo-merchant"
THREADS = 16
# Everybody calls from this machine: there is no address to count calls by.
SHOPPER = Caller()

Found = TypeVar("Found")


class Desks:
    """The threads that the operations run in, since they wait for the database, and the bus of their news.

    `bus` is set once the server runs.
    """

    bus: Bus

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="graphql")

    async def call(self, work: Callable[[], Found]) -> Found:
        """Do the work in a thread, with a database connection that is given back."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, _tidily, work)

    def close(self) -> None:
        """End once the calls under way are over."""
        self._pool.shutdown()


class DemoBackend:
    """One caller's way to the chat."""

    def __init__(self, desks: Desks, authorization: str) -> None:
        self._desks = desks
        self._is_staff = authorization == STAFF

    async def execute(self, field: str, arguments: Arguments) -> Answer | None:
        """Answer a field of the contract's Query or Mutation."""
        return await self._desks.call(lambda: self._answer(field, arguments))

    def follow(self, token: str, after: int) -> AsyncGenerator[Answer, None]:
        """Yield a conversation's events."""
        return follow(self._desks.bus, self._chat, token, after)

    async def _chat(self, token: str, after: int) -> Answer | None:
        return await self.execute("chat", {"token": token, "after": after})

    def _answer(self, field: str, arguments: Arguments) -> Answer | None:
        match field:
            case "chat":
                return _chat(**arguments)
            case "chatFunnel":
                return self._of_staff(_funnel, arguments)
            case "chatHandovers":
                return self._of_staff(handovers.handovers, arguments)
            case "chatHandoverReply":
                return self._of_staff(_handover_reply, arguments)
            case "chatHandoverClose":
                return self._of_staff(_handover_close, arguments)
        with refusals.Answering() as door:
            done = api.MUTATIONS[field](wiring.chat_desk(), SHOPPER, **arguments)
            return dict(in_contract_names(done))
        return {
            "errors": in_contract_names(door.problems),
            "pending": False,
            "stoppable": False,
            "messages": [],
        }

    def _of_staff(self, operation: Callable[..., Any], arguments: Arguments) -> Answer:
        if not self._is_staff:
            raise GraphQLError("You need the permission MANAGE_ORDERS.")
        return dict(in_contract_names(operation(wiring.chat_desk(), SHOPPER, **arguments)))


def _funnel(desk: ChatDesk, caller: Caller, channel: str, to: str, **given: str) -> reports.Funnel:
    return reports.funnel(desk, caller, channel, given["from"], to)


def _handover_reply(
    desk: ChatDesk, caller: Caller, channel: str, text: str, **given: str
) -> handovers.Replied:
    return handovers.reply(desk, caller, channel, given["id"], text, given["clientId"])


def _handover_close(
    desk: ChatDesk, caller: Caller, channel: str, seen: int | None = None, **given: str
) -> handovers.Closed:
    return handovers.close(desk, caller, channel, given["id"], seen)


def _chat(token: str, after: int | None = 0) -> Answer | None:
    try:
        found = operations.view(wiring.chat_desk(), SHOPPER, token, after or 0)
    except Exception as error:  # noqa: BLE001 a door: the caller sees nothing else of it
        logger.error("chat query failed: %s", fault(error))
    else:
        return None if found is None else dict(in_contract_names(found))
    raise GraphQLError(refusals.words(refusals.Why.INTERNAL, "en"))


def _tidily(work: Callable[[], Found]) -> Found:
    try:
        return work()
    finally:
        close_old_connections()
