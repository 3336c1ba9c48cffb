"""What one subscriber has been told, and what is to be told next. Pure: no clock, no network."""

from __future__ import annotations

from typing import Any

from agentpay_plugin.realtime.events import ChatNews, Delta

Card = dict[str, Any]
Event = dict[str, Any]

# Payments of which a provider may still bring news.
UNDECIDED = ("OPEN", "PROCESSING", "PAID", "UNKNOWN")
_UNTOLD: Any = object()


class Relay:
    """Turns fetched chats and news into events: each message once, in order; the rest when it changed."""

    def __init__(self, after: int) -> None:
        self._sent = max(after, 0)
        self._revision = -1
        self._answered = 0  # the newest reply that the subscriber has
        self._begun = False
        self._heard = False  # news since the last fetch
        self._told: dict[str, Any] = {"cart": _UNTOLD, "payment": _UNTOLD, "typing": _UNTOLD}

    @property
    def sent(self) -> int:
        """Return the newest sequence number that the subscriber has."""
        return self._sent

    @property
    def expects_news(self) -> bool:
        """Tell whether a reply or a provider's answer is on its way."""
        payment = self._told["payment"]
        is_open = isinstance(payment, dict) and payment["state"] in UNDECIDED
        return is_open or self._told["typing"] is True

    def fetched(self, chat: Card) -> list[Event]:
        """Return the events of a chat, as the API's `chat` gave it with its messages after `sent`."""
        if not self._begun:  # a caller's number may be another conversation's
            self._sent = min(self._sent, chat["lastSequence"])
        self._begun, self._heard = True, False
        return [
            *self._messages(chat["messages"]),
            *self._snapshot(chat["cart"], chat["payment"], chat["pending"]),
        ]

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
        if not unsent and not self._heard and self._changed(news.cart, news.payment, news.typing):
            return None
        self._heard = True
        return events + self._snapshot(news.cart, news.payment, news.typing)

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

    def _snapshot(self, cart: Card | None, payment: Card | None, typing: bool) -> list[Event]:
        changed = self._changed(cart, payment, typing)
        self._told |= changed
        return [
            {"__typename": f"Chat{name.capitalize()}Event", name: now}
            for name, now in changed.items()
        ]

    def _changed(self, cart: Card | None, payment: Card | None, typing: bool) -> dict[str, Any]:
        stands = {"cart": cart, "payment": payment, "typing": typing}
        return {name: now for name, now in stands.items() if now != self._told[name]}
