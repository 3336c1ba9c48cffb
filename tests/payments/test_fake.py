"""The fake provider's own webhooks and switches."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from agentpay_plugin.charges.ports import ChargeRequest, ProviderEvent, ProviderState
from agentpay_plugin.errors import NotAuthentic, ProviderRefused, ProviderUnavailable
from agentpay_plugin.payments.fake import FakeProvider

NOW = 1_795_000_000


def test_the_fakes_events_are_read_back() -> None:
    fake = FakeProvider(name="stripe")
    body, headers = fake.make_event("paid", None, NOW, decline="lost_card", id="evt_7")

    (event,) = fake.verify(body, headers, {}, NOW + 300)

    assert event == ProviderEvent("evt_7", "paid", None, None, False, True, "lost_card")


@pytest.mark.parametrize(
    ("body", "headers", "now"),
    [
        (b"{}", {}, NOW),
        (b"{}", {"x-fake-signature": "x.y"}, NOW),
        (b"{}", {"x-fake-signature": "é.é"}, NOW),
    ],
)
def test_the_fake_takes_nothing_unsigned(body: bytes, headers: Mapping[str, str], now: int) -> None:
    with pytest.raises(NotAuthentic):
        FakeProvider().verify(body, headers, {}, now)


def test_the_fake_takes_nothing_stale() -> None:
    fake = FakeProvider()
    body, headers = fake.make_event("paid", None, NOW)

    for now in (NOW + 301, NOW - 301):
        with pytest.raises(NotAuthentic):
            fake.verify(body, headers, {}, now)


def test_failures_come_in_the_order_asked_for(charge_request: Callable[..., ChargeRequest]) -> None:
    fake, request = FakeProvider(), charge_request()
    fake.fail_next("refuse")
    fake.fail_next("unavailable_before", times=2)

    for error in (ProviderRefused, ProviderUnavailable, ProviderUnavailable):
        with pytest.raises(error):
            fake.open(request)

    assert fake.charges == {}
    assert fake.open(request).state is ProviderState.OPEN
    assert fake.calls == [("open", request.key)] * 4


def test_a_closed_charge_cannot_be_paid(charge_request: Callable[..., ChargeRequest]) -> None:
    fake = FakeProvider()
    ref = fake.open(charge_request()).ref
    fake.close(ref)

    with pytest.raises(ValueError, match="expired already"):
        fake.pay(ref)

    assert fake.charges[ref].state is ProviderState.EXPIRED
