"""What must hold before a provider is asked to take money. A refusal changes nothing anywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from agentpay_plugin.charges import methods, view
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.charges.methods import Way
from agentpay_plugin.charges.ports import Payer, Provider, Source
from agentpay_plugin.conversation import tax_id
from agentpay_plugin.errors import InvalidInput
from agentpay_plugin.models import Charge
from agentpay_plugin.money import Money
from agentpay_plugin.settings import METHODS

_LONGEST_NAME = 100  # characters; providers take at least so many
_LOCALE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}")
# No part of a name, and some of them cannot be stored.
_UNREADABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_URL = re.compile(r"https?://[^\s\x00-\x1f\x7f\ud800-\udfff]{1,2000}")


@dataclass(frozen=True, slots=True)
class Session:
    """A transaction that the shop asks us to begin or go on with.

    `channel` names the channel as our rows do; `amount` is in major units; `key` is the shop's idempotency
    key (empty when a session goes on); `data` is what the storefront sent for us: `method`, the `payer` if the
    method needs one, and if it likes `returnUrl` and `locale`; `action` is the shop's flow strategy: with
    AUTHORIZATION a method that can is only reserved, whatever the channel's settings say.
    """

    transaction_id: str
    source_id: str
    channel: str
    amount: Decimal
    currency: str
    key: str
    data: Mapping[str, object] = field(default_factory=dict)
    action: str = "CHARGE"


@dataclass(frozen=True, slots=True)
class Checked:
    """A session that may be charged."""

    source: Source
    amount: Money
    provider: Provider
    provider_name: str
    method: str
    return_url: str
    locale: str
    payer: Payer | None = None
    capture_later: bool = False


def check(desk: Desk, session: Session, planned: Charge | None) -> Checked:
    """Return what may be charged; `planned` is the charge that a conversation's quote was confirmed for.

    Raises InvalidInput with a stable code and words for whoever built the storefront, and what
    `Books.source` raises.
    """
    amount = _amount(session)
    way = _way(desk, session)
    _check_bounds(way.provider, amount)
    return_url = _return_url(desk, session.data.get("returnUrl"))
    tax_id_given = _tax_id(session) if way.needs_payer else None
    source = desk.books(session.channel).source(session.source_id)
    if source is None:
        raise InvalidInput("id", "This checkout or order is gone.", "source_gone")
    _check_wanted(source)
    _check_gift_cards(desk, source)
    if planned:
        _check_quote(planned, source, amount)
    _check_due(source, amount)
    locale = session.data.get("locale")
    return Checked(
        source=source,
        amount=amount,
        provider=way.provider,
        provider_name=way.provider_name,
        method=way.method,
        return_url=return_url,
        locale=locale if isinstance(locale, str) and _LOCALE.fullmatch(locale) else "",
        payer=_payer(session, source, tax_id_given) if tax_id_given else None,
        capture_later=methods.is_captured_later(
            desk.settings(session.channel), way, session.action
        ),
    )


def _amount(session: Session) -> Money:
    try:
        return Money.of(session.amount, session.currency)
    except ValueError as error:
        raise InvalidInput("amount", str(error), "amount_invalid") from error


def _way(desk: Desk, session: Session) -> Way:
    if not desk.settings(session.channel).active:
        raise InvalidInput(
            "paymentGateway", "AgentPay is not active in this channel.", "payments_closed"
        )
    method = session.data.get("method")
    if not isinstance(method, str) or method not in METHODS:
        raise InvalidInput("data.method", f"Send one of: {', '.join(METHODS)}.", "method_unknown")
    way = methods.way_of(desk, session.channel, method, session.currency)
    if way is None:
        raise InvalidInput(
            "data.method",
            f"{method} is not set up in this channel for {session.currency}.",
            "payments_closed",
        )
    return way


def _tax_id(session: Session) -> str:
    payer = session.data.get("payer")
    given = payer.get("taxId") if isinstance(payer, Mapping) else None
    if not isinstance(given, str) or not given.strip():
        raise InvalidInput(
            "data.payer.taxId", "Send the payer's CPF or CNPJ.", "payer_tax_id_missing"
        )
    found = tax_id.normalised(given[: tax_id.LONGEST])
    if found is None:
        raise InvalidInput(
            "data.payer.taxId",
            "The digits of this CPF or CNPJ do not check out; ask the shopper to look at them again.",
            "payer_tax_id_invalid",
        )
    return found


def _payer(session: Session, source: Source, tax_id_given: str) -> Payer:
    """Return who pays; a storefront that sends no name means the one of the billing address."""
    payer = session.data.get("payer")
    given = payer.get("name") if isinstance(payer, Mapping) else None
    if isinstance(given, str) and _UNREADABLE.search(given):
        raise InvalidInput(
            "data.payer.name",
            "Leave out control characters and halves of surrogate pairs.",
            "payer_name_invalid",
        )
    name = given if isinstance(given, str) and given.strip() else source.payer_name
    name = " ".join(name.split())[:_LONGEST_NAME]
    if not name:
        raise InvalidInput(
            "data.payer.name",
            "Send the payer's name, or set the billing address first.",
            "payer_name_missing",
        )
    return Payer(name, tax_id_given)


def _check_bounds(provider: Provider, amount: Money) -> None:
    least, most = methods.bounds(provider, amount.currency)
    if amount.minor <= 0 or (least and amount < least):
        raise InvalidInput("amount", f"The least amount is {least or 'above zero'}.", "too_small")
    if most and amount > most:
        raise InvalidInput("amount", f"The greatest amount is {most}.", "too_large")
    if not provider.can_represent(amount):
        raise InvalidInput("amount", f"{amount} cannot be taken exactly.", "amount_invalid")


def is_allowed_link(desk: Desk, url: str) -> bool:
    """Whether a shopper may be led to an address: a web page on a host that the shop allows links to."""
    return _URL.fullmatch(url) is not None and desk.is_allowed_link(url)


def _return_url(desk: Desk, url: object) -> str:
    if url is None or url == "":
        return ""
    if isinstance(url, str) and is_allowed_link(desk, url):
        return url
    raise InvalidInput(
        "data.returnUrl",
        "This address is not on a host that the shop allows links to.",
        "return_url_not_allowed",
    )


def _check_wanted(source: Source) -> None:
    if source.is_closed:
        raise InvalidInput("id", "This order was cancelled or has expired.", "order_closed")
    if source.total.minor > 0 and source.due.minor <= 0:
        raise InvalidInput("id", "This is paid for already.", "already_paid")


def _check_quote(planned: Charge, source: Source, amount: Money) -> None:
    agreed = view.amount(planned)
    if (amount, source.due, source.fingerprint) != (agreed, agreed, planned.fingerprint):
        raise InvalidInput("id", "The cart is not the one that was agreed to.", "cart_changed")


def _check_gift_cards(desk: Desk, source: Source) -> None:
    if source.gift_cards and not desk.counts_gift_cards:
        raise InvalidInput(
            "id",
            "This Saleor completes no checkout that a gift card pays in part (3.22 does): take the gift card off it.",
            "gift_card_part",
        )


def _check_due(source: Source, amount: Money) -> None:
    if amount.currency != source.due.currency:
        raise InvalidInput("amount", f"This is to be paid in {source.due.currency}.", "currency")
    if amount > source.due:
        raise InvalidInput(
            "amount",
            f"Only {source.due} is due, after gift cards and what was paid: pass that as the amount.",
            "more_than_due",
        )
