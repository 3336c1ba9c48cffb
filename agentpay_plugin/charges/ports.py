"""What the money shell needs: a provider that takes money, and the shop's books."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol, runtime_checkable

from agentpay_plugin.conversation.goods import Order
from agentpay_plugin.money import Money

# --- provider -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """One line on the provider's page. All lines of a request add up to its amount exactly."""

    name: str
    unit: Money
    quantity: int
    image_url: str | None = None


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays, for a provider that must be told. `tax_id` is a CPF (11 digits) or a CNPJ (14 digits or
    capital letters), checked, without punctuation."""

    name: str
    tax_id: str


@dataclass(frozen=True, slots=True)
class ChargeRequest:
    """What a provider is asked to take. Kept with the charge until it is final, so that it can be repeated
    to the letter under the same key; the e-mail and the payer in it go when the charge is final.

    `key` is the idempotency key (our charge's id and try); `expires_at` is UTC seconds since the epoch;
    `reference` is our charge's id, to be found in everything the provider tells us about it. `capture_later`:
    the amount is only reserved until it is captured, by a provider that is `Reserving`.
    """

    key: str
    reference: str
    amount: Money
    method: str
    lines: tuple[Line, ...]
    success_url: str
    cancel_url: str
    expires_at: int
    locale: str
    email: str | None = None
    metadata: Mapping[str, str] | None = None
    payer: Payer | None = None
    capture_later: bool = False


class ProviderState(StrEnum):
    """What a provider says of a charge, in our words."""

    OPEN = "open"
    PROCESSING = "processing"
    AUTHORIZED = "authorized"  # reserved for us, and not taken yet
    PAID = "paid"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class ProviderCharge:
    """A charge as its provider tells it. `ref` is the one pspReference (`cs_…`); `payment_ref` the payment
    behind it (`pi_…`) once there is one. It is paid at `page_url`, or with `pix_code` (copy-and-paste text,
    a BR Code that was verified: checksum, amount, currency).

    Of one that was reserved first `captured` is what was taken of it once it is paid, and `has_lapsed` whether it
    is cancelled because nobody captured it in time."""

    ref: str
    state: ProviderState
    amount: Money
    page_url: str | None
    expires_at: int | None
    payment_ref: str | None = None
    external_url: str | None = None
    reference: str | None = None
    live: bool = False
    pix_code: str | None = None
    captured: Money | None = None
    has_lapsed: bool = False


class RefundState(StrEnum):
    PENDING = "pending"
    SUCCEEDED = "succeeded"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ProviderRefund:
    """A refund as its provider tells it. `key` is the one it was asked for under; None: not by us."""

    ref: str
    state: RefundState
    amount: Money
    reason: str | None = None
    key: str | None = None


class DisputeState(StrEnum):
    """How a dispute between the shopper's bank and the merchant stands."""

    OPEN = "open"
    WON = "won"  # or called off: the merchant keeps the money
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class ProviderDispute:
    """A dispute as its provider tells it. `answer_by` is UTC seconds; None when there is nothing to answer."""

    ref: str
    state: DisputeState
    amount: Money
    reason: str | None = None
    answer_by: int | None = None


@dataclass(frozen=True, slots=True)
class ProviderEvent:
    """A webhook that is authentic. `reference`, `charge_ref` or `payment_ref` say which charge it is about,
    if any. What somebody else did at the provider bears no reference of ours.

    `about_refund`, `about_dispute`: the charge's refunds or disputes are otherwise than before. `decline` carries the provider's word
    for a declined try inside a charge that stays open.
    """

    id: str
    type: str
    charge_ref: str | None
    reference: str | None
    live: bool
    handled: bool
    decline: str | None = None
    payment_ref: str | None = None
    about_refund: bool = False
    about_dispute: bool = False


class Provider(Protocol):
    """A payment provider with one channel's keys. Never retries by itself; 10 s in all per call.

    Every method raises `ProviderRefused` when the provider says no, `ProviderUnavailable` when it is
    not known what it did, and `ProviderLocked` when it does not accept the keys. None may be called inside an open database transaction.
    """

    name: str
    # Whether a request must name its payer.
    needs_payer: bool

    def minimum(self, currency: str) -> Money | None:
        """Return the least amount the provider takes in `currency`; None when it names none. No network."""

    def maximum(self, currency: str) -> Money | None:
        """Return the greatest amount the provider takes in `currency`. No network."""

    def can_represent(self, amount: Money) -> bool:
        """Say whether the provider can take exactly this amount of its currency. No network."""

    def open(self, request: ChargeRequest) -> ProviderCharge:
        """Open a charge; the same request under the same key returns the same charge."""

    def read(self, ref: str) -> ProviderCharge:
        """Return the charge as it is now."""

    def close(self, ref: str) -> ProviderCharge:
        """Close a charge that is open; one that is paid or closed already is returned as it is."""

    def refund(self, charge: ProviderCharge, amount: Money, key: str) -> ProviderRefund:
        """Give back `amount` of a paid charge; the same key never refunds twice.

        Refused with the provider's code for why, which the merchant reads in words if reasons.py has any:
        `refund_window_over` when it is too late, `insufficient_funds` when the account does not hold enough.
        """

    def read_refund(self, ref: str) -> ProviderRefund:
        """Return the refund as it is now."""

    def refunds_of(self, charge: ProviderCharge) -> tuple[ProviderRefund, ...]:
        """Return all refunds of a charge as they are now, whoever made them, the newest first.

        Many refunds come in pages; the 10 s are those of a page.
        """

    def disputes_of(self, charge: ProviderCharge) -> tuple[ProviderDispute, ...]:
        """Return all disputes of a charge as they are now; none where the provider knows no disputes."""

    def verify(
        self, body: bytes, headers: Mapping[str, str], query: Mapping[str, str], now: int
    ) -> tuple[ProviderEvent, ...]:
        """Return the events of a webhook, or raise NotAuthentic. `now` is UTC seconds; no network.

        `headers` are looked up by lower-case name; `query` are the address's parameters. What is authentic
        and says nothing that we understand is no event. An endpoint without a secret is never asked.
        """


@runtime_checkable
class Reserving(Protocol):
    """A provider that can reserve money first (`ChargeRequest.capture_later`) and take it later. Errors as a
    `Provider` raises them; `payment_intent_unexpected_state` says that it was captured or let go before."""

    def capture(self, charge: ProviderCharge, amount: Money, key: str) -> ProviderCharge:
        """Take `amount` of a charge that is reserved, once, and let go of the rest; returns it as it is now."""

    def release(self, charge: ProviderCharge, key: str) -> ProviderCharge:
        """Let go of all of a charge that is reserved; returns it as it is now."""


# --- the shop's books -----------------------------------------------------------------------------


class SourceKind(StrEnum):
    CHECKOUT = "checkout"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Source:
    """What is to be paid for. `total` is what it costs after gift cards, `due` what of that no transaction
    has taken or is about to take; `lines` add up to the total or are empty. `is_closed`: an order that
    was cancelled or has expired. `gift_cards` says whether gift cards pay a part of a checkout.

    `fingerprint` changes with anything a shopper would have agreed to; for a checkout it equals the
    cart's version (conversation/goods.py). `payer_name` is the name of the billing address, or empty.
    """

    id: str
    kind: SourceKind
    channel: str
    total: Money
    due: Money
    lines: tuple[Line, ...]
    fingerprint: str
    email: str | None
    is_closed: bool = False
    payer_name: str = ""
    gift_cards: bool = False


# Saleor's OrderStatus of an order that wants no money any more.
CLOSED_ORDERS = frozenset({"CANCELED", "EXPIRED"})


@dataclass(frozen=True, slots=True)
class Charged:
    """What an order was charged in all, by whomever, and by each of its transactions (less what went back)."""

    total: Money
    by_transaction: Mapping[str, Money]


@dataclass(frozen=True, slots=True)
class Initialized:
    """The answer of the shop's transactionInitialize. `transaction_id` is None when it refused."""

    transaction_id: str | None
    data: Mapping[str, object]
    refused_code: str | None = None
    refused_message: str | None = None


@dataclass(frozen=True, slots=True)
class NotCompleted:
    """Why a paid checkout did not become an order. `retryable` when the shop may change its mind soon."""

    code: str
    message: str
    retryable: bool


class ReportKind(StrEnum):
    """Saleor's TransactionEventTypeEnum, as far as we report."""

    AUTHORIZATION_SUCCESS = "AUTHORIZATION_SUCCESS"
    AUTHORIZATION_FAILURE = "AUTHORIZATION_FAILURE"
    CHARGE_REQUEST = "CHARGE_REQUEST"
    CHARGE_SUCCESS = "CHARGE_SUCCESS"
    CHARGE_FAILURE = "CHARGE_FAILURE"
    CHARGE_ACTION_REQUIRED = "CHARGE_ACTION_REQUIRED"
    REFUND_REQUEST = "REFUND_REQUEST"
    REFUND_SUCCESS = "REFUND_SUCCESS"
    REFUND_FAILURE = "REFUND_FAILURE"
    CHARGE_BACK = "CHARGE_BACK"
    CANCEL_REQUEST = "CANCEL_REQUEST"
    CANCEL_SUCCESS = "CANCEL_SUCCESS"
    CANCEL_FAILURE = "CANCEL_FAILURE"
    INFO = "INFO"


@dataclass(frozen=True, slots=True)
class Report:
    """One event on a transaction. The shop dedupes by (kind, psp_reference); the provider's clock stays out.

    `can_refund`: whether the merchant may ask for money of it back, `can_capture`: whether to capture it or to let
    go of it; `can_refund` None leaves both as they are.
    """

    transaction_id: str
    kind: ReportKind
    amount: Money
    psp_reference: str
    message: str = ""
    external_url: str = ""
    can_refund: bool | None = None
    can_capture: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """The shop's request to give back, to capture or to let go of `amount`, in major units, of a transaction.

    `request_id` is the shop's own name of the request; `has_order`: an order stands for the payment.
    """

    request_id: str
    transaction_id: str
    amount: Decimal
    currency: str
    has_order: bool


class Requests(Protocol):
    """What the merchant or the shop itself asks of a payment, and how it is answered.

    Answers may be repeated. Raises ShopRefused with code APP_INACTIVE when our app is closed.
    """

    def accept(
        self, request_id: str, reference: str, *, can_refund: bool, can_capture: bool = False
    ) -> None:
        """Say that a request is being carried out, and goes by `reference` from now on.

        The shop counts the money as on its way until a success or a failure under that reference.
        `can_refund`, `can_capture`: whether more may be asked for, as in a `Report`.
        """

    def refuse(
        self, request_id: str, message: str, *, can_refund: bool, can_capture: bool = False
    ) -> None:
        """Say that nothing will be done about a request, and why; also of one that was accepted."""


class Books(Protocol):
    """The shop's transactions, checkouts and orders, as our app sees them.

    Raises ShopUnavailable and ShopRefused; `AppClosed` facts come as ShopRefused with code APP_INACTIVE.
    """

    def source(self, source_id: str) -> Source | None:
        """Return the checkout or order to be paid for, with fresh prices; None when it is gone."""

    def initialize(
        self, checkout_id: str, amount: Money, key: str, data: Mapping[str, object]
    ) -> Initialized:
        """Call transactionInitialize through our own gateway, as any storefront does."""

    def report(self, report: Report) -> bool:
        """Report an event on a transaction; True when the shop had it already."""

    def complete(self, checkout_id: str) -> Order | NotCompleted:
        """Turn a paid checkout into its order; an order that stands already is returned."""

    def order_of_transaction(self, transaction_id: str) -> Order | None:
        """Return the order a transaction belongs to by now, if any."""

    def charged(self, order_id: str) -> Charged | None:
        """Return what an order was charged; None when it is gone."""
