"""What is published of a conversation, and under which name."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

Card = dict[str, Any]

VERSION = 1


@dataclass(frozen=True, slots=True)
class ChatNews:
    """How a conversation stands after something happened to it.

    `messages` are the new ones in the contract's shape, `cart` and `payment` cards or None; `typing`
    says that a reply is being made, `stoppable` that it can be stopped. `sequence` is the newest message's.
    `revision` grows with whatever happens: of two news the one with the smaller revision has the older state.
    """

    sequence: int
    revision: int
    messages: list[Card]
    cart: Card | None
    payment: Card | None
    typing: bool
    stoppable: bool


@dataclass(frozen=True, slots=True)
class Delta:
    """A piece of a reply that is being written to the message `after`. It may be lost; the whole message follows."""

    reply_id: str
    index: int
    text: str
    after: int


@dataclass(frozen=True, slots=True)
class LookAgain:
    """Something happened: ask the chat API."""


LOOK_AGAIN = LookAgain()

News = ChatNews | Delta | LookAgain


def channel_of(token_hash: str) -> str:
    """Return the channel of a conversation by the stored hash of its token."""
    return f"agentpay:chat:{token_hash}"


def channel_of_token(token: str) -> str:
    """Return the channel of the conversation that a token opens; only who has the token can know it."""
    return channel_of(hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest())


def encode(news: News) -> bytes:
    """Return the published form: a JSON object with its version in `v`."""
    match news:
        case ChatNews():
            told = asdict(news)
        case Delta():
            told = {"delta": asdict(news)}
        case _:
            told = {"lookAgain": True}
    return json.dumps({"v": VERSION, **told}, ensure_ascii=False, separators=(",", ":")).encode()


def decode(published: bytes) -> News:
    """Return the news; LOOK_AGAIN for what cannot be read, such as another version's."""
    try:
        told = json.loads(published)
        if told.pop("v") != VERSION:
            return LOOK_AGAIN
        if "delta" in told:
            return Delta(**told["delta"])
        if "lookAgain" not in told:
            return ChatNews(**told)
    except (ValueError, TypeError, KeyError, AttributeError):
        pass
    return LOOK_AGAIN
