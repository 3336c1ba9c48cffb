"""A world for the money shell: the sandbox shop, the fake provider, a clock that tests move, and sudden death."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from agentpay_plugin.charges import capture_requests, hooks, refund_requests, view
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.for_chat import ChatPayments
from agentpay_plugin.charges.ports import Report, ReportKind
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.charges.sweep import Swept, sweep
from agentpay_plugin.conversation.goods import Address, Cart
from agentpay_plugin.conversation.ports import ChargeView
from agentpay_plugin.models import Charge, Refund
from agentpay_plugin.payments.fake import FakeProvider
from agentpay_plugin.settings import ChannelSettings
from agentpay_plugin.shop.sandbox import SandboxShop
from agentpay_plugin.shop.sandbox.gateway import GatewayCall

CHANNEL = "default-channel"
ADDRESS = Address("Ada", "Lovelace", "1 Main Street", "Austin", "US", "78701", "TX")
EMAIL = "ada@example.com"
SETTINGS = ChannelSettings(
    active=True, stripe_secret_key="sk_test_12345678", stripe_webhook_secret="whsec_x"
)


class Killed(BaseException):
    """The process was killed between two lines."""


@dataclass
class World:
    shop: SandboxShop = field(default_factory=SandboxShop)
    provider: FakeProvider = field(default_factory=lambda: FakeProvider("stripe", secret="whsec_x"))
    pix: FakeProvider = field(default_factory=lambda: FakeProvider("asaas", pix=True))
    channel: str = CHANNEL
    now: datetime = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    settings: ChannelSettings = SETTINGS
    changes: list[tuple[UUID, str]] = field(default_factory=list)
    woken: list[tuple[str, str]] = field(default_factory=list)
    answers: list[Mapping[str, object]] = field(default_factory=list)
    die_at: str | None = None
    counts_gift_cards: bool = True
    conversation_id: UUID = field(default_factory=uuid4)

    def __post_init__(self) -> None:
        self.shop.gateway = self._gateway
        self.shop.refund_gateway = lambda asked: refund_requests.ask_back(self.desk, asked)
        self.shop.capture_gateway = lambda asked: capture_requests.ask_capture(self.desk, asked)
        self.shop.release_gateway = lambda asked: capture_requests.ask_release(self.desk, asked)

    @property
    def desk(self) -> Desk:
        return Desk(
            books=lambda _: self.shop.books(),
            requests=self.shop.requests(),
            provider=lambda _, name: {"stripe": self.provider, self.pix.name: self.pix}.get(name),
            settings=lambda _: self.settings,
            clock=lambda: self.now,
            return_page_url=lambda return_id: f"https://api.example/return/{return_id}/",
            is_allowed_link=lambda url: url.startswith("https://shop.example/"),
            changed=self._changed,
            wake=self._wake,
            reached=self._reached,
            accepts_charges=lambda: self.shop.is_app_active,
            counts_gift_cards=self.counts_gift_cards,
        )

    @property
    def chat(self) -> ChatPayments:
        return ChatPayments(self.desk, self.conversation_id, self.channel, "en")

    # --- the shopper

    def cart(self, variant_id: str = "variant-audiobook", quantity: int = 1) -> Cart:
        """A cart that can be completed once it is paid."""
        carts = self.shop.carts(self.channel)
        cart = carts.create(variant_id, quantity)
        carts.set_contact(cart.id, EMAIL)
        shipping = ADDRESS if cart.requires_shipping else None
        cart = carts.set_addresses(cart.id, shipping, ADDRESS)
        if cart.requires_shipping:
            cart = carts.choose_delivery(cart.id, carts.delivery_options(cart.id)[0])
        return cart

    def opened(self, cart: Cart | None = None, attempt: int = 1) -> ChargeView:
        """A charge of the chat's that is open."""
        view = self.chat.open(cart or self.cart(), "card", attempt)
        assert view.state == "open"
        return view

    def storefront(
        self, source_id: str, amount: str, key: str = "storefront-key", **data: object
    ) -> Mapping[str, object]:
        """A plain storefront's transactionInitialize; returns what our gateway answered."""
        source = self.shop.books().source(source_id)
        assert source is not None
        money = type(source.due).of(amount, source.due.currency)
        before = len(self.answers)
        self.shop.books().initialize(source_id, money, key, {"method": "card", **data})
        assert len(self.answers) == before + 1
        return self.answers[-1]

    def process(self, charge: Charge) -> Mapping[str, object]:
        """A plain storefront's transactionProcess."""
        session = hooks.Session(
            transaction_id=charge.transaction_id,
            source_id=charge.source_id,
            channel=CHANNEL,
            amount=Decimal(charge.amount_minor) / 100,
            currency=charge.currency,
            key="",
        )
        return hooks.process(self.desk, session)

    def pay(self, charge_id: str) -> None:
        charge = charge_of(charge_id)
        provider = self.pix if charge.provider == "asaas" else self.provider
        provider.pay(charge.provider_ref or "")

    def settle_twice(self, charge_id: str) -> None:
        """Settle, and again after a refusal of the shop's was given a second look."""
        settle(self.desk, UUID(charge_id))
        self.later(seconds=30)
        settle(self.desk, UUID(charge_id))

    def at_the_provider(self, ref: str, **changes: object) -> None:
        """Let the provider tell of a charge what it would not do by itself."""
        _change(self.provider, ref, changes)

    def at_pix(self, ref: str, **changes: object) -> None:
        """The same of the provider that takes PIX."""
        _change(self.pix, ref, changes)

    # --- time and death

    def later(self, **delta: float) -> None:
        self.now += timedelta(**delta)

    def sweep_later(self, **delta: float) -> Swept:
        """Let time pass (by default until every lease of a dead worker is over) and sweep once."""
        self.later(**(delta or {"seconds": 61}))
        return sweep(self.desk)

    def with_settings(self, **changes: object) -> None:
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]

    # --- what happened

    def asked(self, method: str) -> int:
        """How often the provider was asked to do something."""
        return [name for name, _ in self.provider.calls].count(method)

    def reports(self) -> list[tuple[str, int, str]]:
        """Every event in the shop's books but notes, as (kind, minor units, reference).

        A refund of ours goes by our own reference: "refund", or "refund 2" for another one.
        """
        ours = {
            str(refund.pk): "refund" + (f" {number}" if number > 1 else "")
            for number, refund in enumerate(
                Refund.objects.exclude(reason="at_provider").order_by("created_at"), start=1
            )
        }
        return [
            (
                event.kind.value,
                event.amount.minor,
                ours.get(event.psp_reference, event.psp_reference),
            )
            for event in self._events()
            if event.kind is not ReportKind.INFO
        ]

    def notes(self) -> list[str]:
        """What a merchant reads on the transactions."""
        return [event.message for event in self._events() if event.kind is ReportKind.INFO]

    def _events(self) -> list[Report]:
        return [event for transaction in self.shop.transactions for event in transaction.reports]

    def told(self) -> list[str]:
        """The states that listeners were told, each once: they drop repeats by charge and state."""
        return [state for _, state in dict.fromkeys(self.changes)]

    def _gateway(self, call: GatewayCall) -> Mapping[str, object]:
        session = hooks.Session(
            transaction_id=call.transaction_id,
            source_id=call.source_id,
            channel=call.channel,
            amount=call.amount,
            currency=call.currency,
            key=call.key,
            data=call.data,
            action=call.action,
        )
        answer = hooks.initialize(self.desk, session)
        self.answers.append(answer)
        return answer

    def _changed(self, charge_id: UUID) -> None:

        self.changes.append((charge_id, view.of(charge_id)[1].state))

    def _wake(self, task: str, row_id: str) -> bool:
        self.woken.append((task, row_id))
        return True

    def _reached(self, checkpoint: str) -> None:
        if checkpoint == self.die_at:
            self.die_at = None
            raise Killed(checkpoint)


def _change(provider: FakeProvider, ref: str, changes: Mapping[str, object]) -> None:
    provider._charges[ref] = replace(provider._charges[ref], **changes)  # type: ignore[arg-type]


def charge_of(charge_id: str) -> Charge:
    return Charge.objects.get(pk=charge_id)
