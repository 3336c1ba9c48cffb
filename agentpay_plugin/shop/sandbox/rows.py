"""What a sandbox shop keeps of what happened in it. A row is replaced, never changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agentpay_plugin.charges.ports import Report, ReportKind
from agentpay_plugin.conversation.goods import Address, Order
from agentpay_plugin.money import Money


@dataclass(frozen=True, slots=True)
class Checkout:
    """An open cart: variant ids with quantities, in the order they were added; `language` of its order."""

    id: str
    channel: str
    lines: tuple[tuple[str, int], ...] = ()
    language: str = "en"
    email: str | None = None
    shipping: Address | None = None
    billing: Address | None = None
    delivery_id: str | None = None
    voucher: str | None = None
    gift_codes: tuple[str, ...] = ()

    @property
    def quantities(self) -> dict[str, int]:
        return dict(self.lines)

    def holding(self, variant_id: str, quantity: int) -> Checkout:
        """Return the checkout with exactly `quantity` of a variant."""
        lines = self.quantities | {variant_id: quantity}
        return replace(self, lines=tuple(line for line in lines.items() if line[1]))


@dataclass(frozen=True, slots=True)
class Transaction:
    """One transactionInitialize: what was asked for, and every event reported on it.

    `counted`: how many of the events the amounts are made of; fewer after a kill within a report.
    """

    id: str
    source_id: str
    key: str
    amount: Money
    order_id: str | None = None
    reports: tuple[Report, ...] = ()
    can_refund: bool = False
    can_capture: bool = False
    counted: int = 0

    @property
    def charged(self) -> Money:
        """What was taken, less what was given back or is about to be.

        As Saleor adds up: by reference, and of a success and a failure the later one counts.
        """
        minor = 0
        for events in self._by_reference():
            minor += _standing(events, ReportKind.CHARGE_SUCCESS, ReportKind.CHARGE_FAILURE)
            minor -= _standing(
                events,
                ReportKind.REFUND_SUCCESS,
                ReportKind.REFUND_FAILURE,
                ReportKind.REFUND_REQUEST,
            )
            minor -= sum(e.amount.minor for e in events if e.kind is ReportKind.CHARGE_BACK)
        return Money(minor, self.amount.currency)

    @property
    def authorized(self) -> Money:
        """What is reserved, less what was captured or let go of it or is about to be; never below nothing."""
        minor = 0
        for events in self._by_reference():
            kinds = ReportKind.AUTHORIZATION_SUCCESS, ReportKind.AUTHORIZATION_FAILURE
            minor += _standing(events, *kinds)
            minor -= _standing(
                events,
                ReportKind.CHARGE_SUCCESS,
                ReportKind.CHARGE_FAILURE,
                ReportKind.CHARGE_REQUEST,
            )
            minor -= _standing(
                events,
                ReportKind.CANCEL_SUCCESS,
                ReportKind.CANCEL_FAILURE,
                ReportKind.CANCEL_REQUEST,
            )
        return Money(max(minor, 0), self.amount.currency)

    def _by_reference(self) -> list[list[Report]]:
        counted = self.reports[: self.counted]
        return [
            [report for report in counted if report.psp_reference == reference]
            for reference in dict.fromkeys(report.psp_reference for report in counted)
        ]


def _standing(
    events: list[Report],
    success: ReportKind,
    failure: ReportKind,
    request: ReportKind | None = None,
) -> int:
    """Return what the last word among a reference's events comes to, in minor units."""
    said = [event for event in events if event.kind in (success, failure)]
    if not said:
        said = [event for event in events if event.kind is request]
    return said[-1].amount.minor if said and said[-1].kind is not failure else 0


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked of a transaction in the shop, a refund unless `kind` says otherwise; `reference` once our app
    took it on."""

    id: str
    transaction_id: str
    amount: Money
    reference: str = ""
    refusal: str = ""
    kind: ReportKind = ReportKind.REFUND_REQUEST


@dataclass(frozen=True, slots=True)
class Placed:
    """An order with the channel it was placed in."""

    order: Order
    channel: str


@dataclass(frozen=True, slots=True)
class Switches:
    """How the shop was told to misbehave; `failing` and `losing` count calls."""

    failing: int = 0
    losing: int = 0
    is_dying: bool = False
    is_app_active: bool = True
    allows_unpaid: bool = False
    refusal: str | None = None
    refuses_once: bool = False
