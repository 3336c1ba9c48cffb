"""One turn with a language model: it is asked, does what its tools let it, and its prose is checked.

Whatever goes wrong the shopper gets an answer: what the tools brought, or the rules' own reply.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from agentpay_plugin.chat import floods
from agentpay_plugin.chat.advancing import Answered, By, Ran
from agentpay_plugin.chat.assistant import budget, prompt, shoppers
from agentpay_plugin.chat.assistant.calls import Hands, Journal
from agentpay_plugin.chat.assistant.history import exchanges_of
from agentpay_plugin.chat.assistant.reply import joined
from agentpay_plugin.chat.assistant.stopping import Watch
from agentpay_plugin.chat.assistant.streaming import Stream
from agentpay_plugin.chat.desk import ChatDesk
from agentpay_plugin.conversation.phrases import Say
from agentpay_plugin.conversation.replies import text
from agentpay_plugin.errors import ModelRefused, ModelUnavailable
from agentpay_plugin.language.guard import Guard
from agentpay_plugin.language.model import (
    Exchange,
    FromTools,
    Model,
    Reply,
    Request,
    Stop,
    ToolResult,
    Usage,
)
from agentpay_plugin.language.speaking import Speaker
from agentpay_plugin.models import AssistantDay, Conversation, Turn
from agentpay_plugin.settings import ChannelSettings
from agentpay_plugin.shop.search.dictionary import things_called

logger = logging.getLogger(__name__)

MOST_TOKENS = 600  # of what one reply says and calls
MOST_CALLS = 8  # in one reply
MOST_SECONDS = 45.0  # of one call: the conversation's lease must outlive it
_LEAST_SECONDS = 1.0  # for which it is worth to ask
_REFUSED_PAUSE = timedelta(minutes=10)
_LONGEST_PAUSE = timedelta(minutes=5)  # of those that a provider asks for
_CHARACTERS_PER_TOKEN = 3  # at least, of our instructions and JSON


class GaveUp(Exception):  # noqa: N818 a signal, no error
    """The model will not bring this turn to its end."""


@dataclass
class Talk:
    """What one turn needs. `text`: the shopper's words without a tax id."""

    desk: ChatDesk
    row: Conversation
    turn: Turn
    settings: ChannelSettings
    text: str
    hands: Hands

    def __post_init__(self) -> None:
        """Begin the turn's time."""
        self._until = self.desk.assistant.monotonic() + self.settings.assistant_seconds
        self._spent = Answered(By.ASSISTANT)
        self._prose = ""
        self._caught = self._spoke = (
            False  # sentences held back; whether the last reply said anything
        )
        self._system = prompt.system_of(self.row.locale)
        self._guard = Guard((self._system,), things_called)
        self._watch = Watch(self.desk, self.turn, lambda: self._left() <= 0)

    def run(self, model: Model, offline: Callable[[], Ran]) -> Ran:
        """Return what the turn brings; `offline` answers without the model."""
        self._begin()
        try:
            self._rounds(model)
        except GaveUp:
            return self._without_prose(offline)
        except ModelRefused as refusal:
            self._pause(_REFUSED_PAUSE, "refused")
            return self._failed(refusal, offline)
        except ModelUnavailable as failure:
            asked = timedelta(seconds=min(failure.retry_after or 0, _LONGEST_PAUSE.total_seconds()))
            self._pause(asked, "")
            return self._failed(failure, offline)
        return self._said(offline)

    def repeat(self, journal: Journal, offline: Callable[[], Ran]) -> Ran:
        """Return what an earlier try that died brought: its deeds are done again, nobody is asked."""
        self.hands.repeat(journal)
        return self._without_prose(offline)

    def _begin(self) -> None:
        now = self.desk.clock()
        # From here on no later try asks again: it could do something else, and it would cost again.
        Turn.objects.filter(pk=self.turn.pk, state=Turn.State.QUEUED).update(model_asked_at=now)
        floods.count_model_turn(self.row.ip_address, now)
        shoppers.count_turn(self.row, now)
        self._stream = Stream(
            lambda delta: self.desk.assistant.stream(self.row.token_hash, delta),
            f"{self.row.pk}:{self.turn.pk}",
            self.row.last_sequence,
        )

    def _rounds(self, model: Model) -> None:
        state = self.hands.ran.conversation
        exchanges: tuple[Exchange, ...] = exchanges_of(self.row, self.turn, state, self.text)
        for _ in range(self.settings.assistant_rounds):
            reply = self._ask(model, exchanges)
            match reply.stop:
                case Stop.DONE:
                    return
                case Stop.STOPPED if self._watch.was_stopped:
                    return
                case Stop.LENGTH if self._spoke:
                    return
                case Stop.TOOLS if reply.said.calls:
                    results = self._do(reply)
                    exchanges = (*exchanges, reply.said, FromTools(results))
                case _:
                    raise GaveUp
            if self._watch.is_stopped() and self._watch.was_stopped:
                return
        raise GaveUp

    def _ask(self, model: Model, exchanges: tuple[Exchange, ...]) -> Reply:
        if self._left() < _LEAST_SECONDS:
            raise GaveUp
        seconds = min(self._left(), MOST_SECONDS)
        request = Request((self._system,), prompt.tools(), exchanges, MOST_TOKENS, seconds)
        size = _tokens(request)
        kept = budget.keep(
            self.row,
            self.turn.pk,
            self.settings,
            model.cost(Usage(written=size, received=model.most_received(MOST_TOKENS))),
            self.desk.clock(),
        )
        if kept is None:
            raise GaveUp
        self.hands.errand.prolong()
        self._guard.facts = self.hands.facts
        speaker = Speaker(self._guard)
        has_said = False
        take = self._stream.begin(speaker)

        def on_text(piece: str) -> None:
            nonlocal has_said
            has_said = True
            take(piece)

        try:
            reply = model.reply(request, on_text, self._watch.is_stopped)
        except ModelRefused:
            budget.settle(kept, Decimal(0))
            raise
        except ModelUnavailable:
            if not has_said:  # else it is unknown what it cost, and all that was kept is counted
                budget.settle(kept, model.cost(Usage(sent=size)))
            raise
        self._count(reply.usage, budget.settle(kept, model.cost(reply.usage)))
        self._heard(speaker, reply)
        return reply

    def _heard(self, speaker: Speaker, reply: Reply) -> None:
        if reply.stop is not Stop.LENGTH:  # a sentence that was cut is no sentence
            self._stream.say(speaker.end())
        self._spoke = bool(speaker.text)
        self._prose = speaker.text or self._prose
        self._caught = speaker.caught > 0 or (self._caught and not speaker.text)

    def _do(self, reply: Reply) -> tuple[ToolResult, ...]:
        results = []
        for at, call in enumerate(reply.said.calls):
            if at < MOST_CALLS and not self._watch.is_stopped():
                results.append(self.hands.do(call))
            else:
                results.append(ToolResult(call.id, "Refused: too many calls.", is_error=True))
        return tuple(results)

    def _said(self, offline: Callable[[], Ran]) -> Ran:
        ran = self.hands.ran
        parts = joined(self._prose, was_caught=self._caught, brought=ran.parts)
        if not parts and self._watch.was_stopped:
            parts = (text(Say.ASSISTANT_STOPPED),)
        if not parts:
            return self._without_prose(offline)
        return replace(ran, parts=parts, answered=self._spent)

    def _failed(self, error: Exception, offline: Callable[[], Ran]) -> Ran:
        logger.warning("the model of turn %s failed: %s", self.turn.pk, type(error).__name__)
        return self._without_prose(offline)

    def _without_prose(self, offline: Callable[[], Ran]) -> Ran:
        """What was done stands and is told in the engine's own words; else the rules answer, and say what they are."""
        if self.hands.has_done and self.hands.ran.parts:
            return replace(self.hands.ran, answered=self._spent)
        return replace(resting(offline()), answered=replace(self._spent, by=By.RULES))

    def _pause(self, span: timedelta, problem: str) -> None:
        if not span and not problem:
            return
        now = self.desk.clock()
        day = budget.today(self.row.channel, now)
        AssistantDay.objects.filter(pk=day.pk).update(paused_until=now + span, problem=problem)

    def _count(self, usage: Usage, micros: int) -> None:
        sent = usage.sent + usage.read + usage.written
        self._spent = replace(
            self._spent,
            tokens_sent=self._spent.tokens_sent + sent,
            tokens_received=self._spent.tokens_received + usage.received,
            cost_micros=self._spent.cost_micros + micros,
        )

    def _left(self) -> float:
        return self._until - self.desk.assistant.monotonic()


def resting(ran: Ran) -> Ran:
    """Return the rules' reply with an honest word that more is not possible now."""
    return replace(ran, parts=(text(Say.ASSISTANT_RESTS), *ran.parts))


def _tokens(request: Request) -> int:
    """Return about how many tokens a request has, rather too many than too few."""
    texts: list[Any] = [*request.system, *request.exchanges]
    texts += [f"{tool.description}{tool.schema}" for tool in request.tools]
    return sum(len(str(each)) for each in texts) // _CHARACTERS_PER_TOKEN
