"""A conversation's way to money: the chat is the first customer of our own payment gateway."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from uuid import UUID

from agentpay_plugin.charges import closing, methods, opening
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.guard import outside_transactions
from agentpay_plugin.charges.opening import UNHEARD
from agentpay_plugin.charges.ports import SourceKind
from agentpay_plugin.charges.settle import settle
from agentpay_plugin.charges.states import PAID_FOR, State, move
from agentpay_plugin.charges.telling import QUIET
from agentpay_plugin.charges.view import amount, view
from agentpay_plugin.conversation.goods import Cart
from agentpay_plugin.conversation.ports import Bounds, ChargeView, PayMethod
from agentpay_plugin.errors import AgentPayError, NotFound, ShopRefused, ShopUnavailable
from agentpay_plugin.models import Charge
from agentpay_plugin.money import Money

_NOT_OPENED = (State.PLANNED, State.OPENING, State.UNKNOWN)


class ChatPayments:
    """Implements conversation.ports.Payments for one conversation.

    What `open` and `close` return need not be told again; what `ask` finds out is told as well, since a
    webhook may have found it out at the same time.
    """

    def __init__(self, desk: Desk, conversation_id: UUID, channel: str, locale: str) -> None:
        self._desk = desk
        self._conversation_id = conversation_id
        self._channel = channel
        self._locale = locale

    @outside_transactions
    def methods(self, amount: Money) -> tuple[PayMethod, ...]:
        return methods.offered(self._desk, self._channel, amount)

    @outside_transactions
    def bounds(self, cart: Cart) -> Bounds | None:
        found = methods.bounds_of_all(self._desk, self._channel, cart.currency)
        is_part = bool(cart.gift_cards) and bool(cart.total)
        if found is None or not is_part or self._desk.counts_gift_cards:
            return found
        return replace(found, only_without_gift_cards=True)

    @outside_transactions
    def open(self, cart: Cart, method: str, attempt: int, tax_id: str | None = None) -> ChargeView:
        charge = self._planned(cart, method, attempt)
        if State(charge.state) in _NOT_OPENED:
            self._close_others(charge)
            if reason := self._paid_elsewhere(charge):
                self._refuse(charge, reason)
            else:
                self._initialize(charge, tax_id)
        return self._told(charge.pk)

    @outside_transactions
    def close(self, charge_id: str) -> ChargeView:
        charge = self._own(charge_id)
        self._close(charge)
        return self._told(charge.pk)

    @outside_transactions
    def ask(self, charge_id: str) -> ChargeView:
        charge = self._own(charge_id)
        with suppress(AgentPayError):  # it is due again by itself; what is known is told
            settle(self._desk, charge.pk)
        return view(Charge.objects.get(pk=charge.pk))

    def _planned(self, cart: Cart, method: str, attempt: int) -> Charge:
        begun = opening.plan(self._desk)
        way = methods.way_of(self._desk, self._channel, method, cart.total.currency)
        charge, _ = Charge.objects.get_or_create(
            conversation_id=self._conversation_id,
            attempt=attempt,
            defaults=begun
            | {
                "provider": way.provider_name if way else "",
                "method": method[:20],
                "channel": self._channel,
                "source_kind": SourceKind.CHECKOUT.value,
                "source_id": cart.id,
                "fingerprint": cart.version,
                "transaction_key": str(begun["id"]),
                "amount_minor": cart.total.minor,
                "currency": cart.total.currency,
            },
        )
        return charge

    def _initialize(self, charge: Charge, tax_id: str | None) -> None:
        """Begin the transaction as any storefront does; our own gateway hook does the rest."""
        data: dict[str, object] = {"method": charge.method, "locale": self._locale}
        if tax_id:
            data["payer"] = {"taxId": tax_id}
        try:
            begun = self._desk.books(self._channel).initialize(
                charge.source_id, amount(charge), charge.transaction_key, data
            )
        except ShopUnavailable:
            return  # planned still, or opened: the row knows
        except ShopRefused as refusal:
            self._refuse(charge, refusal.shop_code)
            return
        if begun.transaction_id is None:
            self._refuse(charge, begun.refused_code or "refused")

    def _refuse(self, charge: Charge, code: str) -> None:
        fields = {"reason": code.lower()[:60]}
        move(charge.pk, State.PLANNED, State.REFUSED, self._desk.clock(), fields=fields)

    def _close_others(self, charge: Charge) -> None:
        """A new attempt takes the place of those before it."""
        unheard = Charge.objects.filter(conversation_id=self._conversation_id).exclude(pk=charge.pk)
        for other in unheard.filter(state=State.OPENING.value):
            # Whoever is opening it finds that nobody waits for it; the sweep closes what comes of it.
            now = self._desk.clock()
            told = {"told_state": State.UNKNOWN.value}
            move(other.pk, State.OPENING, State.UNKNOWN, now, due=now + UNHEARD, fields=told)
        live = [state.value for state in (State.PLANNED, State.OPEN, State.PROCESSING)]
        others = Charge.objects.filter(conversation_id=self._conversation_id, state__in=live)
        for other in others.exclude(pk=charge.pk):
            self._close(other)

    def _close(self, charge: Charge) -> None:
        with suppress(
            AgentPayError
        ):  # should it be paid nevertheless, whatever is too much goes back
            closing.close(self._desk, charge.pk)

    def _paid_elsewhere(self, charge: Charge) -> str | None:
        others = Charge.objects.filter(
            conversation_id=self._conversation_id, source_id=charge.source_id
        ).exclude(pk=charge.pk)
        if others.filter(state__in=[state.value for state in PAID_FOR]).exists():
            return "already_paid"
        if others.filter(state=State.PROCESSING.value).exists():
            return "already_processing"
        return None

    def _own(self, charge_id: str) -> Charge:
        try:
            key = UUID(charge_id)
        except ValueError:
            raise NotFound("no such charge") from None
        charge = Charge.objects.filter(pk=key, conversation_id=self._conversation_id).first()
        if charge is None:
            raise NotFound("no such charge")
        return charge

    def _told(self, charge_id: UUID) -> ChargeView:
        charge = Charge.objects.get(pk=charge_id)
        if State(charge.state) not in QUIET:
            same = Charge.objects.filter(pk=charge_id, state=charge.state)
            same.update(told_state=charge.state)
        return view(charge)
