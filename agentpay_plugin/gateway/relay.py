"""What one subscriber has been told, and what is to be told next. Pure: no clock, no network."""

from __future__ import annotations

from typing import Any

from agentpay_plugin.realtime.events import ChatNews, Delta

Card = dict[str, Any]
Event = dict[str, Any]

# Payments of which a provider may still bring news.
UNDECIDED = ("OPEN", "PROCESSING", "PAID", "UNKNOWN")


class Relay:
    """Turns fetched chats and news into events: each message once, in order; the rest when it changed."""

    def __init__(self, after: int) -> None:
        self._sent = max(after, 0)
        self._revision = -1
        self._answered = 0  # the newest reply that the subscriber has
        self._begun = False
        self._heard = False  # news since the last fetch
        self._told: dict[str, Card] = {}  # the newest event of each state

    @property
    def sent(self) -> int:
        """Return the newest sequence number that the subscriber has."""
        return self._sent

    @property
    def expects_payment(self) -> bool:
        """Tell whether a provider's answer is on its way."""
        payment = self._told.get("ChatPaymentEvent", {}).get("payment")
        return payment is not None and payment["state"] in UNDECIDED

    @property
    def expects_reply(self) -> bool:
        """Tell whether a reply is on its way."""
        return bool(self._told.get("ChatTypingEvent", {}).get("typing", False))

    def fetched(self, chat: Card) -> list[Event]:
        """Return the events of a chat, as the API's `chat` gave it with its messages after `sent`."""
        if not self._begun:  # a caller's number may be another conversation's
            self._sent = min(self._sent, chat["lastSequence"])
        self._begun, self._heard = True, False
        states = _states(chat["cart"], chat["payment"], chat["pending"], chat["stoppable"])
        return [*self._messages(chat["messages"]), *self._tell(self._changed(states))]

    def heard(self, news: ChatNews) -> list[Event] | None:
        """Return the events of news; None when something before them was missed, and is to be fetched.

        What was fetched has no revision: until news with a message came, others may be older than it.
        """
        is_late = news.sequence < self._sent or news.revision <= self._revision
        self._revision = max(self._revision, news.revision)
        unsent = [each for each in news.messages if each["sequence"] > self._sent]
        if news.sequence > self._sent and (not unsent or unsent[0]["sequence"] != self._sent + 1):
            return None
        events = self._messages(unsent)
        if is_late:  # newer ones were told already
            return events
        changed = self._changed(_states(news.cart, news.payment, news.typing, news.stoppable))
        if not unsent and not self._heard and changed:
            return None
        self._heard = True
        return events + self._tell(changed)

    def piece(self, delta: Delta) -> list[Event]:
        """Return the event of a piece of a reply; nothing once the subscriber has what was written after its message."""
        if self._answered > delta.after:
            return []
        return [
            {
                "__typename": "ChatDeltaEvent",
                "replyId": delta.reply_id,
                "index": delta.index,
                "text": delta.text,
            }
        ]

    def _messages(self, messages: list[Card]) -> list[Event]:
        unsent = [each for each in messages if each["sequence"] > self._sent]
        if unsent:
            self._sent = unsent[-1]["sequence"]
            replies = [each["sequence"] for each in unsent if each["author"] == "ASSISTANT"]
            self._answered = max((self._answered, *replies))
        return [{"__typename": "ChatMessageEvent", "message": each} for each in unsent]

    def _changed(self, states: dict[str, Card]) -> dict[str, Card]:
        return {name: now for name, now in states.items() if now != self._told.get(name)}

    def _tell(self, changed: dict[str, Card]) -> list[Event]:
        self._told |= changed
        return [{"__typename": name, **now} for name, now in changed.items()]


def _states(
    cart: Card | None, payment: Card | None, typing: bool, stoppable: bool
) -> dict[str, Card]:
    """Return what is told whenever it changes: the fields of each event, by its name."""
    return {
        "ChatCartEvent": {"cart": cart},
        "ChatPaymentEvent": {"payment": payment},
        "ChatTypingEvent": {"typing": typing, "stoppable": stoppable},
    }
