"""A world for the chat's shell: the money shell's, with conversations on top."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from agentpay_plugin.analytics import payments
from agentpay_plugin.charges import inbox, view
from agentpay_plugin.charges.for_chat import ChatPayments
from agentpay_plugin.chat import operations, sweep, turns
from agentpay_plugin.chat.desk import TURN_TASK, Caller, ChatDesk, Ports
from agentpay_plugin.chat.opening import ProductInput, StartInput
from agentpay_plugin.chat.operations import Sent
from agentpay_plugin.chat.people import PeopleList
from agentpay_plugin.chat.views import ChatView, MessageView
from agentpay_plugin.conversation.library import own_answers
from agentpay_plugin.language.rules import RulesLanguage
from agentpay_plugin.models import AnalyticsEvent, Charge, Conversation, ProviderNotice
from agentpay_plugin.settings import ChannelSettings
from tests.charges.world import CHANNEL, Killed, World

ADDRESS = {
    "firstName": "Ada",
    "lastName": "Lovelace",
    "streetAddress1": "1 Main Street",
    "city": "Austin",
    "postalCode": "78701",
    "country": "US",
    "countryArea": "TX",
}
EMAIL = "ada@example.com"
ANYBODY = Caller(ip_address="192.0.2.1")


@dataclass
class ChatWorld(World):
    """`has_worker`: tasks are taken, to be run by `run_tasks`. `around` may replace a conversation's ports.

    A channel's key is `key:<its first slug>`; `slugs` are those that were renamed, by the first.
    """

    has_worker: bool = False
    around: Callable[[Ports], Ports] = lambda ports: ports
    published: list[tuple[UUID, int]] = field(default_factory=list)
    pauses: list[float] = field(default_factory=list)
    pausing: Callable[[], None] = lambda: None
    sends: int = 0
    is_dying: bool = False
    is_listening: bool = True
    channels: dict[str, ChannelSettings] = field(default_factory=dict)
    slugs: dict[str, str] = field(default_factory=dict)

    @property
    def chat_desk(self) -> ChatDesk:
        return ChatDesk(
            ports=self._ports,
            settings=self._settings,
            clock=self._clock,
            wake=self._wake,
            charge_view=view.of,
            channel_key=self._channel_key,
            channel_slug=self._channel_slug,
            publish=lambda key, sequence: self.published.append((key, sequence)),
            pause=self._pause,
        )

    # --- the shopper

    def start(self, slug: str | None = "agentpay-tee", **given: Any) -> str:
        """Open a chat and return its token."""
        product = ProductInput(slug=slug) if slug else None
        asked = StartInput(**{"channel": CHANNEL, "product": product, **given})
        started = operations.start(self.chat_desk, ANYBODY, asked)
        assert started.errors == ()
        assert started.token is not None
        return started.token

    def say(self, token: str, text: str, client_id: str | None = None) -> Sent:
        return operations.send(
            self.chat_desk, ANYBODY, token, text, client_id or self._next_client_id()
        )

    def tap(self, token: str, client_id: str | None = None, **action: Any) -> Sent:
        return operations.act(
            self.chat_desk, ANYBODY, token, action, client_id or self._next_client_id()
        )

    def look(self, token: str, after: int = 0) -> ChatView:
        found = operations.view(self.chat_desk, ANYBODY, token, after)
        assert found is not None
        return found

    def quoted(self, token: str, variant_id: str = "variant-tee-blue-l", quantity: int = 2) -> str:
        """Bring a conversation to its quote; returns the quote's version."""
        self.tap(token, chooseVariant={"variantId": variant_id, "quantity": quantity})
        self.tap(token, checkOut=True)
        sent = self.tap(token, giveDetails={"email": EMAIL, "shippingAddress": ADDRESS})
        if card(sent.messages, "ChatDeliveryPicker"):
            sent = self.tap(token, chooseDelivery={"optionId": "delivery-standard"})
        version: str = the_card(sent.messages, "ChatQuote")["version"]
        return version

    def paying(self, token: str, **given: Any) -> Charge:
        """Bring a conversation to its open payment."""
        version = self.quoted(token, **given)
        self.tap(token, pay={"method": "card", "quoteVersion": version})
        return Charge.objects.get()

    # --- the rest of the world

    def webhook(self, charge: Charge) -> None:
        """The provider pays and says so; the notice is handled at once."""
        self.pay(str(charge.pk))
        body, headers = self.provider.make_event(
            "checkout.session.completed", charge.provider_ref, int(self.now.timestamp())
        )
        assert inbox.receive(self.desk, "stripe", CHANNEL, body, headers) == 200
        inbox.handle(self.desk, ProviderNotice.objects.latest("pk").pk)

    def run_tasks(self) -> None:
        """A worker takes what it was woken for."""
        tasks, self.woken = self.woken, []
        for task, row_id in tasks:
            if task == TURN_TASK:
                turns.work(self.chat_desk, UUID(row_id), slow=True)

    def sweep_chats(self) -> None:
        sweep.sweep(self.chat_desk)

    def refusing(self, **changes: Any) -> None:
        """Replace single ports of every conversation."""
        self.around = lambda ports: replace(ports, **changes)

    # --- what happened

    def conversation(self) -> Conversation:
        return Conversation.objects.get()

    def counted(self) -> dict[str, int]:
        """How often each event stands in the reports' table."""
        found: dict[str, int] = {}
        for name in AnalyticsEvent.objects.order_by("name").values_list("name", flat=True):
            found[name] = found.get(name, 0) + 1
        return found

    def _clock(self) -> datetime:
        if self.is_dying:
            self.is_dying = False
            raise Killed("between a command and the storing of its turn")
        return self.now

    def _settings(self, channel: str) -> ChannelSettings:
        return self.channels.get(channel.removeprefix("key:"), self.settings)

    def _channel_key(self, slug: str) -> str | None:
        if ":" in slug:
            return None
        first = {new: old for old, new in self.slugs.items()}
        if slug in self.slugs:
            return None
        return f"key:{first.get(slug, slug)}"

    def _channel_slug(self, key: str) -> str | None:
        first = key.removeprefix("key:")
        return self.slugs.get(first, first)

    def _ports(self, row: Conversation) -> Ports:
        channel = row.channel.removeprefix("key:")
        ways_to_pay = ChatPayments(self.desk, row.pk, row.channel, row.locale)
        return self.around(
            Ports(
                catalogue=self.shop.catalogue(channel),
                carts=self.shop.carts(channel),
                orders=self.shop.orders(),
                library=self.shop.library(row.locale, own_answers(self.settings.answers)),
                payments=ways_to_pay,
                language=RulesLanguage(),
                people=PeopleList(lambda: self.now),
            )
        )

    def _changed(self, charge_id: UUID) -> None:
        World._changed(self, charge_id)
        payments.count_changed(charge_id, self.now)
        if self.is_listening:
            turns.charge_changed(self.chat_desk, charge_id)

    def _wake(self, task: str, row_id: str) -> bool:
        World._wake(self, task, row_id)
        return self.has_worker

    def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.pausing()

    def _next_client_id(self) -> str:
        self.sends += 1
        return f"send-{self.sends}"


def texts(messages: tuple[MessageView, ...], author: str = "ASSISTANT") -> list[str]:
    return [message.text for message in messages if message.author == author]


def card(messages: tuple[MessageView, ...], kind: str) -> dict[str, Any] | None:
    """The last card of a kind."""
    found = [part for one in messages for part in one.parts if part["__typename"] == kind]
    return found[-1] if found else None


def the_card(messages: tuple[MessageView, ...], kind: str) -> dict[str, Any]:
    found = card(messages, kind)
    assert found is not None, [part for one in messages for part in one.parts]
    return found
