"""Only what Stripe signed, now, for us, and in the shape of an event, gets in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agentpay_plugin.charges.ports import ProviderEvent
from agentpay_plugin.demo.stripe.webhooks import signature
from agentpay_plugin.errors import NotAuthentic
from agentpay_plugin.payments.stripe import StripeProvider
from agentpay_plugin.payments.stripe_webhook import HANDLED

SECRET, OLD_SECRET = "whsec_new12345678", "whsec_old12345678"
NOW = 1_795_000_000
FIXTURES = Path(__file__).parents[1] / "fixtures" / "stripe"
PAID = (FIXTURES / "checkout.session.completed__paid.json").read_bytes()
PROVIDER = StripeProvider("sk_test_12345678", (SECRET, OLD_SECRET))

CHARGE = "3f1c6f0e-0000-4000-8000-00000000000"
# file, charge number, whether it names the session, handled, decline
SAID = [
    ("checkout.session.completed__paid", 1, True, True, None),
    ("checkout.session.completed__unpaid", 2, True, True, None),
    ("checkout.session.async_payment_succeeded__paid", 2, True, True, None),
    ("checkout.session.async_payment_failed__unpaid", 3, True, True, None),
    ("checkout.session.expired__unpaid", 4, True, True, None),
    ("payment_intent.payment_failed__declined", 4, False, True, "insufficient_funds"),
    ("payment_intent.amount_capturable_updated__reserved", 5, False, True, None),
    ("payment_intent.canceled__lapsed", 6, False, True, None),
    ("charge.captured__partial", 5, False, True, None),
    ("charge.refunded__partial", 1, False, True, None),
    ("refund.created__succeeded", 1, False, True, None),
    ("refund.updated__succeeded", 1, False, True, None),
    ("refund.failed__failed", 1, False, True, None),
    ("refund.created__at_stripe", None, False, True, None),
    ("charge.dispute.created__needs_response", None, False, True, None),
    ("charge.dispute.created__warning_needs_response", None, False, True, None),
    ("charge.dispute.updated__under_review", None, False, True, None),
    ("charge.dispute.funds_withdrawn__needs_response", None, False, True, None),
    ("charge.dispute.funds_reinstated__won", None, False, True, None),
    ("charge.dispute.closed__won", None, False, True, None),
    ("charge.dispute.closed__lost", None, False, True, None),
    ("payment_intent.created__unhandled", 4, False, False, None),
]


def verify(body: bytes, header: str | None, provider: StripeProvider = PROVIDER) -> ProviderEvent:
    headers = {} if header is None else {"stripe-signature": header}
    (event,) = provider.verify(body, headers, {}, NOW)
    return event


def signed(body: bytes, at: int = NOW, secret: str = SECRET) -> str:
    return signature(body, secret, at)


@pytest.mark.parametrize(("name", "number", "is_session", "handled", "decline"), SAID)
def test_what_an_event_says(
    name: str, number: int | None, is_session: bool, handled: bool, decline: str | None
) -> None:
    body = (FIXTURES / f"{name}.json").read_bytes()
    payload = json.loads(body)
    thing = payload["data"]["object"]

    event = verify(body, signed(body))

    assert event == ProviderEvent(
        id=payload["id"],
        type=name.partition("__")[0],
        charge_ref=thing["id"] if is_session else None,
        reference=f"{CHARGE}{number}" if number else None,
        live=False,
        handled=handled,
        decline=decline,
        payment_ref=thing["id"] if thing["object"] == "payment_intent" else thing["payment_intent"],
        about_refund=name.startswith(("refund.", "charge.refunded")),
        about_dispute=name.startswith("charge.dispute."),
    )
    assert event.payment_ref is not None
    assert event.payment_ref.startswith("pi_")


def test_every_handled_type_has_a_saved_event() -> None:
    saved = {path.name.partition("__")[0] for path in FIXTURES.glob("*.json")}

    assert saved == {*HANDLED, "payment_intent.created"}
    assert {name for name, *_ in SAID} == {path.stem for path in FIXTURES.glob("*.json")}


def test_a_live_event_says_so() -> None:
    body = PAID.replace(b'"livemode": false', b'"livemode": true')

    assert verify(body, signed(body)).live is True


def test_an_event_that_is_not_about_a_charge_of_ours() -> None:
    body = _body(type="customer.created", thing={"object": "customer", "id": "cus_1"})

    event = verify(body, signed(body))

    assert (event.charge_ref, event.reference, event.handled) == (None, None, False)
    assert (event.payment_ref, event.about_refund) == (None, False)


def test_an_event_about_a_refund_of_a_charge_that_we_do_not_handle() -> None:
    thing = {"object": "charge", "id": "ch_1", "payment_intent": "pi_1"}
    body = _body(type="charge.updated", thing=thing)

    event = verify(body, signed(body))

    assert (event.payment_ref, event.handled, event.about_refund) == ("pi_1", False, False)


@pytest.mark.parametrize("secret", [SECRET, OLD_SECRET])
def test_either_secret_signs(secret: str) -> None:
    assert verify(PAID, signed(PAID, secret=secret)).type == "checkout.session.completed"


def test_one_good_signature_among_others_is_enough() -> None:
    good = signed(PAID).partition("v1=")[2]

    assert verify(PAID, f"t={NOW},v1={'0' * 64},v1={good},v0=abc").handled is True


@pytest.mark.parametrize("at", [NOW - 300, NOW, NOW + 300])
def test_signed_just_in_time(at: int) -> None:
    assert verify(PAID, signed(PAID, at)).handled is True


@pytest.mark.parametrize("at", [NOW - 301, NOW + 301, 0, NOW * 10])
def test_signed_too_long_ago_or_in_the_future(at: int) -> None:
    with pytest.raises(NotAuthentic):
        verify(PAID, signed(PAID, at))


GOOD = signed(PAID)
DIGEST = GOOD.partition("v1=")[2]


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "garbage",
        "t=,v1=",
        f"t={NOW}",
        f"v1={DIGEST}",
        f"t={NOW},v0={DIGEST}",
        f"t={NOW},v1={DIGEST[:-1]}",
        f"t={NOW},v1={DIGEST.upper()}",
        f"t={NOW},v1={DIGEST}é",
        f"t={NOW},v1={DIGEST[:-1]}ä",
        f"t={NOW + 1},v1={DIGEST}",
        f"t={NOW},t={NOW},v1={DIGEST}",
        f"t=-{NOW},v1={DIGEST}",
        f"t={NOW}.0,v1={DIGEST}",
        f"t=١٧٩٥,v1={DIGEST}",
        f"t={'9' * 5000},v1={DIGEST}",
        f"t={NOW},v1={DIGEST}" + ",v1=0" * 1000,
        f"t={NOW},v1={DIGEST}\n",
        f"t={NOW}, v1={DIGEST}",
    ],
)
def test_headers_that_sign_nothing(header: str | None) -> None:
    with pytest.raises(NotAuthentic):
        verify(PAID, header)


@pytest.mark.parametrize("secrets", [(), ("",), ("", "")])
def test_an_empty_secret_signs_nothing(secrets: tuple[str, ...]) -> None:
    provider = StripeProvider("sk_test_12345678", secrets)

    for header in (signed(PAID, secret=""), GOOD, f"t={NOW},v1="):
        with pytest.raises(NotAuthentic):
            verify(PAID, header, provider)


def test_another_channels_secret_signs_nothing() -> None:
    with pytest.raises(NotAuthentic):
        verify(PAID, signed(PAID, secret="whsec_other12345678"))


def test_a_changed_body_is_not_what_was_signed() -> None:
    with pytest.raises(NotAuthentic):
        verify(PAID.replace(b"5000", b"5"), GOOD)


def _body(thing: object = None, **changes: object) -> bytes:
    event: dict[str, object] = {
        "id": "evt_1",
        "type": "checkout.session.completed",
        "livemode": False,
        "data": {"object": {"object": "checkout.session"} if thing is None else thing},
    }
    return json.dumps(event | changes).encode()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not JSON",
        b"[]",
        b"null",
        b'"text"',
        b"1",
        b"\xff\xfe{}",
        PAID.decode().encode("utf-16"),
        b"{}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"id": ' + b"9" * 5000 + b"}",
        _body(id=None),
        _body(id=""),
        _body(id=17),
        _body(id="evt_1\x00"),
        _body(id="evt_\ud800"),
        _body(id="e" * 256),
        _body(type=None),
        _body(type="Some Thing"),
        _body(livemode="false"),
        _body(livemode=None),
        _body(data=None),
        _body(data=[]),
        _body(data={"object": []}),
        _body(data={"object": "cs_1"}),
        _body(thing={"object": "refund"}),
        _body(thing={}),
        _body(type="refund.created"),
    ],
    ids=range(29),
)
def test_signed_but_no_event(body: bytes) -> None:
    with pytest.raises(NotAuthentic):
        verify(body, signed(body))


@pytest.mark.parametrize(
    "thing",
    [
        {"id": ["cs_1"], "metadata": {"agentpay_charge": 7}, "client_reference_id": {}},
        {"id": None, "metadata": ["agentpay_charge"], "client_reference_id": None},
        {"id": "cs_\x00", "metadata": None, "client_reference_id": "x" * 256},
        {"metadata": {"agentpay_charge": "\ud800"}},
        {"payment_intent": {"id": "pi_1"}},
        {"payment_intent": "pi_\x00"},
    ],
)
def test_references_of_another_shape_are_none(thing: dict[str, object]) -> None:
    body = _body(thing={"object": "checkout.session", **thing})

    event = verify(body, signed(body))

    assert (event.charge_ref, event.reference, event.payment_ref) == (None, None, None)


@pytest.mark.parametrize("error", [None, [], {}, {"code": 5}, {"decline_code": "<b>"}, "x"])
def test_a_decline_in_another_shape_is_none(error: object) -> None:
    thing = {"object": "payment_intent", "last_payment_error": error}
    body = _body(type="payment_intent.payment_failed", thing=thing)

    assert verify(body, signed(body)).decline is None


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4)
    ),
    max_leaves=20,
)
_EVENT = st.fixed_dictionaries(
    {},
    optional={
        "id": _JSON | st.just("evt_1"),
        "type": _JSON | st.sampled_from(sorted(HANDLED)),
        "livemode": _JSON,
        "data": _JSON
        | st.fixed_dictionaries(
            {
                "object": _JSON
                | st.fixed_dictionaries(
                    {"object": st.sampled_from(sorted(set(HANDLED.values())))},
                    optional={
                        "id": _JSON,
                        "metadata": _JSON,
                        "client_reference_id": _JSON,
                        "last_payment_error": _JSON,
                    },
                )
            }
        ),
    },
)


@settings(deadline=None)
@given(st.binary(max_size=300), st.text(max_size=200) | st.just(GOOD))
def test_any_body_and_any_header_get_one_answer(body: bytes, header: str) -> None:
    with pytest.raises(NotAuthentic):
        verify(body, header)


@settings(deadline=None)
@given(st.binary(max_size=200) | (_EVENT | _JSON).map(lambda value: json.dumps(value).encode()))
def test_any_signed_body_is_an_event_or_not(body: bytes) -> None:
    try:
        event = verify(body, signed(body))
    except NotAuthentic:
        return

    assert event.id
    assert event.type
    assert (event.type in HANDLED) is event.handled
