"""Does what a model calls for: through the engine and the ports, as a tap would."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from agentpay_plugin.chat.advancing import Engine, Ran, advanced
from agentpay_plugin.chat.assistant.telling import is_refusal, told
from agentpay_plugin.chat.commands import Errand, carry_out
from agentpay_plugin.chat.desk import Ports
from agentpay_plugin.conversation import commands, events
from agentpay_plugin.conversation.asked import Allowed
from agentpay_plugin.conversation.consulting import quoted
from agentpay_plugin.conversation.facts import NOTHING, Facts
from agentpay_plugin.conversation.names import kept
from agentpay_plugin.conversation.parts import Part, ProductCard
from agentpay_plugin.conversation.ports import ProductRef
from agentpay_plugin.conversation.state import Action, Conversation
from agentpay_plugin.conversation.telling import facts_of
from agentpay_plugin.conversation.tools import (
    Compared,
    Consulted,
    Raised,
    Refused,
    made_of,
)
from agentpay_plugin.errors import IllegalMove
from agentpay_plugin.language.model import ToolCall, ToolResult

Journal = list[dict[str, Any]]

MOST_PASSAGES = 3
_NOTHING_WRITTEN = "The shop has written nothing about that: say that you do not know."


@dataclass
class Hands:
    """One turn's deeds: `ran` is how the conversation stands, `facts` what the shop has told in this turn.

    `slow`: providers may be asked. `note` stores the journal before a call is carried out: whoever repeats the turn does the same again.
    """

    engine: Engine
    ports: Ports
    errand: Errand
    allowed: Allowed
    ran: Ran
    note: Callable[[Journal], None]
    slow: bool
    facts: Facts = NOTHING
    journal: Journal = field(default_factory=list)

    @property
    def has_done(self) -> bool:
        """Tell whether any call was carried out."""
        return bool(self.journal)

    def do(self, call: ToolCall) -> ToolResult:
        """Check a call and carry it out; what is refused changes nothing."""
        made = made_of(call.name, call.arguments, self.ran.conversation, self.allowed)
        if isinstance(made, Refused):
            return ToolResult(call.id, made.why, is_error=True)
        self.journal.append({"name": call.name, "arguments": dict(call.arguments or {})})
        self.note(self.journal)
        try:
            brought = self._done(made)
        except IllegalMove:
            return ToolResult(call.id, "Refused: not possible at this stage.", is_error=True)
        is_refused = isinstance(made, Raised) and made.is_refused
        note = made.note if isinstance(made, Raised) else ""
        if isinstance(made, Consulted) and not brought:
            note = _NOTHING_WRITTEN
        content = told(brought, self.ran.conversation.locale, note)
        return ToolResult(call.id, content, is_error=is_refused or is_refusal(brought))

    def repeat(self, journal: Journal) -> None:
        """Do again what an earlier try did; the model is not asked."""
        for at, entry in enumerate(journal):
            arguments: Mapping[str, object] = entry["arguments"]
            self.do(ToolCall(f"again-{at}", entry["name"], arguments))

    def _done(self, made: Raised | Compared | Consulted) -> tuple[Part, ...]:
        if isinstance(made, Consulted):
            return self._consulted(made.question)
        if isinstance(made, Compared):
            read = tuple(card for each in made.product_ids if (card := self._read(each)))
            return self._took(replace(self.ran, parts=read, charges=()))
        parts: tuple[Part, ...] = ()
        for event in made.events:
            parts += self._took(self._raise(event))
        return parts

    def _raise(self, event: events.Event) -> Ran:
        state: Conversation = self.ran.conversation
        return advanced(self.engine, self.ports, state, event, self.errand, slow=self.slow)

    def _read(self, product_id: str) -> Part | None:
        read = carry_out(self.ports, self.errand, commands.ReadProduct(ProductRef(id=product_id)))
        product = read.product if isinstance(read, events.ProductRead) else None
        return ProductCard(kept(product)) if product else None

    def _consulted(self, question: str) -> tuple[Part, ...]:
        read = carry_out(self.ports, self.errand, commands.ReadLibrary(question, "", ""))
        passages = read.passages[:MOST_PASSAGES] if isinstance(read, events.LibraryRead) else ()
        parts = tuple(map(quoted, passages))
        action = Action.QUESTION_ANSWERED if parts else Action.NONE
        return self._took(replace(self.ran, parts=parts, charges=(), action=action))

    def _took(self, now: Ran) -> tuple[Part, ...]:
        before, self.facts = self.ran, self.facts + facts_of(now.parts)
        self.ran = replace(
            now,
            parts=before.parts + now.parts,
            charges=before.charges + now.charges,
            reading=before.reading,
            action=now.action if now.action.value != "none" else before.action,
        )
        return now.parts
