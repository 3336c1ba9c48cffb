"""A conversation as the server keeps it: what was said is stored once, and everything can be asked for again."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.widget.recorded import Recorded

Json = dict[str, Any]
Reply = Callable[[Json], list[Json]]

NO_ERRORS: Json = {"errors": []}


@dataclass
class Conversation:
    """One conversation. `reply` makes the parts of an answer from what came; none: the reply is still being made."""

    recorded: Recorded
    reply: Reply | None = None
    #: Refusals by operation: the next calls are answered with these errors.
    refusals: dict[str, list[Json]] = field(default_factory=dict)
    tokens: list[str] = field(default_factory=list)
    answered: dict[str, list[Json]] = field(default_factory=dict)
    taken: list[Json] = field(default_factory=list)

    @property
    def chat(self) -> Json:
        return self.recorded["chat"]  # type: ignore[no-any-return]

    @property
    def messages(self) -> list[Json]:
        return self.chat["messages"]  # type: ignore[no-any-return]

    def say(self, text: str, *parts: Json, author: str = "ASSISTANT", client_id: str = "") -> Json:
        """Add a message, as the server does."""
        last = self.messages[-1]
        message = {
            **last,
            "sequence": last["sequence"] + 1,
            "id": f"said:{last['sequence'] + 1}",
            "author": author,
            "clientId": client_id or None,
            "text": text,
            "parts": list(parts) or ([] if author == "SHOPPER" else [text_part(text)]),
        }
        self.messages.append(message)
        self.chat["lastSequence"] = message["sequence"]
        self.chat["pending"] = author == "SHOPPER"
        return message

    def answer(self, operation: str, variables: Json) -> Any:
        """Return what the operation answers."""
        waiting = self.refusals.get(operation, [])
        if waiting:
            return {"errors": [waiting.pop(0)], "pending": False, "stoppable": False, "messages": [], "token": None, "chat": None}  # fmt: skip
        if operation == "chatStart":
            self.tokens.append(f"token-{len(self.tokens) + 1}")
            return {"errors": [], "token": self.tokens[-1], "chat": self._after(0)}
        if operation == "chat":
            known = variables["token"] in self.tokens
            return self._after(variables.get("after") or 0) if known else None
        if operation in ("chatMessageSend", "chatActionSubmit"):
            messages = self._turn(variables)
            return {
                "errors": [],
                "pending": self.chat["pending"],
                "stoppable": self.chat["stoppable"],
                "messages": messages,
            }
        return NO_ERRORS

    def _turn(self, variables: Json) -> list[Json]:
        client_id = variables["clientId"]
        if client_id in self.answered:
            return self.answered[client_id]
        self.taken.append({key: variables[key] for key in ("text", "action") if key in variables})
        came = []
        if "text" in variables:
            came.append(self.say(variables["text"], author="SHOPPER", client_id=client_id))
        if self.reply:
            came.append(self.say("Reply", *self.reply(variables)))
        self.answered[client_id] = came
        return came

    def _after(self, sequence: int) -> Json:
        messages = [one for one in self.messages if one["sequence"] > sequence]
        return copy.deepcopy({**self.chat, "messages": messages})


def text_part(text: str) -> Json:
    return {"__typename": "ChatTextPart", "text": text}


def replies_with(*parts: Json) -> Reply:
    """Answer everything with the same parts."""
    return lambda _: list(parts)


def echo(variables: Json) -> list[Json]:
    """Answer words with themselves, and a tap with its name."""
    said = variables.get("text") or next(iter(variables["action"]))
    return [text_part(f"You said: {said}")]
