import subprocess
import time
from collections.abc import Callable

import pytest
from django.db import transaction

from agentpay_plugin.charges.ports import ChargeRequest
from agentpay_plugin.demo.asaas.lookalike import LookAlike as AsaasLookAlike
from agentpay_plugin.demo.pix.lookalike import LookAlike as PixLookAlike
from agentpay_plugin.demo.stripe.lookalike import LookAlike
from agentpay_plugin.errors import NotAuthentic
from agentpay_plugin.payments import Bases, provider_of
from agentpay_plugin.payments.asaas import AsaasProvider
from agentpay_plugin.payments.pix import PixProvider
from agentpay_plugin.payments.stripe import API_VERSION, StripeProvider
from agentpay_plugin.payments.stripe_webhook import HANDLED
from tests.payments.conftest import ASAAS_KEY, KEY, client_of
from tests.payments.merchant import Merchant

OTHER_KEY = "sk_test_another12345678"
TYPED = "whsec_typedbyhand1234"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A certificate and its key, as a bank gives them."""
    folder = tmp_path_factory.mktemp("certificate")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=merchant",
         "-keyout", folder / "key.pem", "-out", folder / "certificate.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    return (folder / "certificate.pem").read_text() + (folder / "key.pem").read_text()


@pytest.fixture
def merchant(stripe: LookAlike, asaas: AsaasLookAlike, bank: PixLookAlike) -> Merchant:
    return Merchant(Bases(stripe.url, asaas.url, bank.url))


def by_bank(bank: PixLookAlike, **changes: str) -> dict[str, str]:
    return {
        "pix_bank": "other_sandbox",
        "pix_base_url": "https://pix.bank.example",
        "pix_token_url": "https://pix.bank.example/token",
        "pix_client_id": client_of(bank),
        "pix_client_secret": "Client_Secret_1",
        "pix_key": "loja@shop.example",
    } | changes


def by_efi(bank: PixLookAlike, certificate: str) -> dict[str, str]:
    return by_bank(bank, pix_bank="efi_sandbox", pix_certificate=certificate)


def asked(like: LookAlike | AsaasLookAlike | PixLookAlike) -> list[str]:
    return [f"{one.method} {one.path.rpartition('/v')[2]}" for one in like.requests]


# --- trying keys ----------------------------------------------------------------------------------


def test_a_key_is_tried_once_when_it_is_saved_and_nothing_is_changed(
    merchant: Merchant, stripe: LookAlike
) -> None:
    assert merchant.save(stripe_secret_key=KEY) == {}
    assert merchant.save(greeting="Hello!") == {}

    assert asked(stripe) == ["GET 1/checkout/sessions"]
    assert merchant.notice == "Stripe accepted the key."
    assert (stripe.endpoints, merchant.stored["stripe_secret_key"]) == ([], KEY)


def test_a_key_that_is_not_accepted_is_named_and_nothing_is_saved(
    merchant: Merchant, stripe: LookAlike
) -> None:
    stripe.revoke(KEY)

    refused = merchant.save(True, stripe_secret_key=KEY)

    assert list(refused) == ["stripe_secret_key"]
    assert refused["stripe_secret_key"].startswith("Stripe does not accept it: it was mistyped")
    assert (merchant.stored, merchant.active, stripe.endpoints) == ({}, False, [])


def test_asaas_and_the_bank_name_their_own_keys(
    merchant: Merchant, asaas: AsaasLookAlike, bank: PixLookAlike
) -> None:
    asaas.revoke(ASAAS_KEY)
    bank.revoke(client_of(bank))

    refused = merchant.save(True, asaas_api_key=ASAAS_KEY, **by_bank(bank))

    assert list(refused) == ["asaas_api_key", "pix_client_secret"]
    assert "efi_sandbox is not" in refused["pix_client_secret"]
    assert (merchant.stored, asaas.endpoints, bank.api.webhooks) == ({}, [], {})


def test_a_key_of_the_other_mode_is_named(merchant: Merchant, stripe: LookAlike) -> None:
    live = {"stripe_secret_key": "sk_live_12345678", "asaas_api_key": ASAAS_KEY}

    refused = merchant.save(True, **live)

    assert list(refused) == ["asaas_api_key"]
    assert "shoppers could pay with play money" in refused["asaas_api_key"]
    assert (merchant.stored, stripe.requests) == ({}, [])


def test_a_live_key_is_not_sent_to_a_sandbox_elsewhere(merchant: Merchant) -> None:
    merchant.bases = Bases(stripe="https://stripe.sandbox.example")

    refused = merchant.save(stripe_secret_key="sk_live_12345678")

    assert list(refused) == ["stripe_secret_key"]
    assert "AGENTPAY_STRIPE_API_BASE" in refused["stripe_secret_key"]
    assert merchant.stored == {}


def test_a_certificate_that_is_none_is_named(merchant: Merchant, bank: PixLookAlike) -> None:
    text = "-----BEGIN CERTIFICATE-----\nMIIB\n-----BEGIN PRIVATE KEY-----\nMIIE\n"

    refused = merchant.save(**by_bank(bank, pix_certificate=text))

    assert list(refused) == ["pix_certificate"]
    assert (merchant.stored, bank.requests) == ({}, [])


def test_a_provider_that_does_not_answer_does_not_keep_a_key_from_being_saved(
    merchant: Merchant, stripe: LookAlike
) -> None:
    stripe.fault("error_500")
    merchant.save(stripe_secret_key=KEY)
    unheard = merchant.notice
    merchant.save(greeting="Hello!")

    assert unheard == (
        "Stripe did not answer at 2026-11-28 09:30 UTC: its keys are saved and not tried. Save once more to try"
        " them."
    )
    assert merchant.notice == "Stripe accepted the key."
    assert len(stripe.requests) == 2


def test_no_save_waits_longer_than_its_time(merchant: Merchant, stripe: LookAlike) -> None:
    merchant.seconds = 0.3
    stripe.fault("hold")
    begin = time.monotonic()

    refused = merchant.save(True, stripe_secret_key=KEY)

    stripe.faults.release()
    assert time.monotonic() - begin < 3
    assert list(refused) == ["stripe_webhook_secret"]
    assert merchant.stored == {}


@pytest.mark.django_db
def test_nobody_is_asked_inside_a_transaction(merchant: Merchant, stripe: LookAlike) -> None:
    with transaction.atomic():
        assert merchant.save(stripe_secret_key=KEY) == {}
        refused = merchant.save(True)

    assert list(refused) == ["stripe_webhook_secret"]
    assert stripe.requests == []


# --- Stripe's webhook -----------------------------------------------------------------------------


def test_a_channel_is_switched_on_by_its_key_alone(merchant: Merchant, stripe: LookAlike) -> None:
    assert merchant.save(True, stripe_secret_key=KEY) == {}
    assert merchant.save(greeting="Hello!") == {}

    (endpoint,) = stripe.ledger.all("webhook_endpoint")
    assert endpoint["url"] == "https://shop.example/webhooks/stripe/1/"
    assert (endpoint["api_version"], set(endpoint["enabled_events"])) == (API_VERSION, set(HANDLED))
    (listening,) = stripe._webhooks.endpoints
    assert merchant.stored["stripe_webhook_secret"] == listening.secret
    assert merchant.notice == "Stripe accepted the key. AgentPay set its webhook up."
    assert asked(stripe).count("POST 1/webhook_endpoints") == 1


def test_a_secret_that_was_typed_in_is_kept_and_no_endpoint_is_made(
    merchant: Merchant, stripe: LookAlike
) -> None:
    assert merchant.save(True, stripe_secret_key=KEY, stripe_webhook_secret=TYPED) == {}
    assert merchant.save(stripe_secret_key=OTHER_KEY) == {}

    assert merchant.stored["stripe_webhook_secret"] == TYPED
    assert (stripe.endpoints, "You see to its webhook" in merchant.notice) == ([], True)


def test_an_endpoint_that_lacks_what_we_handle_now_is_made_anew(
    merchant: Merchant, stripe: LookAlike
) -> None:
    merchant.save(True, stripe_secret_key=KEY)
    before = merchant.stored["stripe_webhook_ref"]
    # As a version before this one left it.
    merchant.stored["stripe_webhook_for"] = "of fewer events"

    assert merchant.save() == {}

    (endpoint,) = stripe.ledger.all("webhook_endpoint")
    assert endpoint["id"] == merchant.stored["stripe_webhook_ref"] != before
    assert {"charge.captured", "payment_intent.canceled"} < set(endpoint["enabled_events"])


def test_capturing_by_hand_is_refused_to_a_key_that_may_not_see_payments(
    merchant: Merchant, stripe: LookAlike
) -> None:
    merchant.save(True, stripe_secret_key=KEY)
    stripe.fault("forbidden", pattern="payment_intents")

    refused = merchant.save(capture_method="manual")
    accepted = merchant.save(capture_method="manual")
    again = len(stripe.requests)
    merchant.save()

    assert list(refused) == ["capture_method"]
    assert "PaymentIntents" in refused["capture_method"]
    assert accepted == {}
    assert merchant.settings.captures_manually
    assert len(stripe.requests) == again
    assert len(stripe.ledger.all("webhook_endpoint")) == 1


def test_keys_of_another_account_are_refused_while_payments_are_open(
    merchant: Merchant, stripe: LookAlike, charge_request: Callable[..., ChargeRequest]
) -> None:
    merchant.save(True, stripe_secret_key=KEY)
    opened = StripeProvider(KEY, (), stripe.url).open(charge_request())
    merchant.open_refs = {"stripe": opened.ref}
    endpoint = merchant.stored["stripe_webhook_ref"]

    refused = merchant.save(stripe_secret_key=OTHER_KEY)
    kept = merchant.stored["stripe_secret_key"]
    merchant.open_refs = {}
    accepted = merchant.save(stripe_secret_key=OTHER_KEY)

    assert list(refused) == ["stripe_secret_key"]
    assert "is of another account" in refused["stripe_secret_key"]
    assert (kept, accepted) == (KEY, {})
    assert endpoint != merchant.stored["stripe_webhook_ref"]


def test_keys_that_find_the_open_payments_are_taken(
    merchant: Merchant, asaas: AsaasLookAlike, pix_request: Callable[..., ChargeRequest]
) -> None:
    merchant.save(True, asaas_api_key=ASAAS_KEY)
    opened = AsaasProvider(ASAAS_KEY, (), f"{asaas.url}/v3").open(pix_request())
    merchant.open_refs = {"asaas": opened.ref}
    other = ASAAS_KEY.replace("contract", "another")

    assert list(merchant.save(asaas_api_key=other)) == ["asaas_api_key"]
    # The same key anew, as after it was tried in vain.
    merchant.stored["asaas_tried"] = ""
    assert merchant.save() == {}


def test_going_live_leaves_the_sandbox_behind(merchant: Merchant, stripe: LookAlike) -> None:
    merchant.save(True, stripe_secret_key=KEY)
    merchant.open_refs = {"stripe": "cs_test_of_the_sandbox"}

    refused = merchant.save(False, stripe_secret_key="sk_live_12345678")

    # The look-alike takes no live keys, and was asked about no payment by one.
    assert "is of another account" not in str(refused)
    assert not any("cs_test_of" in one.path for one in stripe.requests)


def test_an_endpoint_made_by_hand_is_left(merchant: Merchant, stripe: LookAlike) -> None:
    params = {"url": merchant.url("stripe"), "enabled_events": ["charge.refunded"]}
    made = stripe.ledger.create_endpoint(KEY, params).thing["id"]

    merchant.save(True, stripe_secret_key=KEY)
    merchant.save(stripe_webhook_secret="")

    ids = [one["id"] for one in stripe.ledger.all("webhook_endpoint")]
    assert (ids[0], ids[1:]) == (made, [merchant.stored["stripe_webhook_ref"]])


def test_the_secret_of_ours_gives_way_to_one_that_is_typed_in(
    merchant: Merchant, stripe: LookAlike
) -> None:
    merchant.save(True, stripe_secret_key=KEY)

    assert merchant.save(stripe_webhook_secret=TYPED) == {}

    assert stripe.endpoints == []
    assert merchant.stored["stripe_webhook_secret"] == TYPED


def test_another_account_gets_an_endpoint_and_the_old_one_goes(
    merchant: Merchant, stripe: LookAlike
) -> None:
    merchant.save(True, stripe_secret_key=KEY)
    first = merchant.stored["stripe_webhook_secret"]

    assert merchant.save(stripe_secret_key=OTHER_KEY) == {}

    (listening,) = stripe._webhooks.endpoints
    assert (listening.account, listening.secret) == (
        OTHER_KEY,
        merchant.stored["stripe_webhook_secret"],
    )
    assert listening.secret != first


def test_a_shop_that_moved_is_heard_at_its_new_address(
    merchant: Merchant, stripe: LookAlike
) -> None:
    merchant.save(True, stripe_secret_key=KEY)
    merchant.host = "https://new.example"

    assert merchant.save() == {}

    (endpoint,) = stripe.endpoints
    assert endpoint["url"] == "https://new.example/webhooks/stripe/1/"


def test_a_key_that_is_taken_out_takes_our_endpoint_along(
    merchant: Merchant, stripe: LookAlike
) -> None:
    merchant.save(True, stripe_secret_key=KEY)

    assert merchant.save(False, stripe_secret_key="") == {}

    assert (stripe.endpoints, merchant.stored["stripe_webhook_secret"]) == ([], "")
    assert merchant.settings.previous_secrets == {}


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("forbidden", "The key may not set the webhook up."),
        ("error_500", "Stripe did not answer, so the webhook is not set up and nothing was saved."),
        ("drop_after_work", "Stripe did not answer, so the webhook is not set up"),
    ],
)
def test_where_the_webhook_cannot_be_set_up_nothing_is_saved_and_the_next_save_leaves_one(
    merchant: Merchant, stripe: LookAlike, fault: str, words: str
) -> None:
    merchant.save(stripe_secret_key=KEY)
    before = dict(merchant.stored)
    stripe.fault(fault, pattern="^POST /v1/webhook_endpoints")

    refused = merchant.save(True)

    assert list(refused) == ["stripe_webhook_secret"]
    assert refused["stripe_webhook_secret"].startswith(words)
    assert (merchant.stored, merchant.active) == (before, False)

    assert merchant.save(True) == {}
    (listening,) = stripe._webhooks.endpoints
    assert listening.secret == merchant.stored["stripe_webhook_secret"]


def test_an_endpoint_made_for_a_save_that_is_refused_after_all_is_ended(
    merchant: Merchant, stripe: LookAlike, asaas: AsaasLookAlike
) -> None:
    asaas.fault("error_500", pattern="^POST /v3/webhooks")

    refused = merchant.save(True, stripe_secret_key=KEY, asaas_api_key=ASAAS_KEY)

    assert list(refused) == ["asaas_webhook_token"]
    assert (merchant.stored, stripe.endpoints, asaas.endpoints) == ({}, [], [])


def test_an_endpoint_that_could_not_be_ended_ends_with_the_next(
    merchant: Merchant, stripe: LookAlike
) -> None:
    merchant.save(True, stripe_secret_key=KEY)
    stripe.fault("error_500", times=2, pattern="^DELETE")
    merchant.save(stripe_webhook_secret="")
    both = len(stripe.endpoints)

    merchant.save(stripe_webhook_secret="")

    assert (both, len(stripe.endpoints)) == (2, 1)
    assert stripe._webhooks.endpoints[0].secret == merchant.stored["stripe_webhook_secret"]


# --- PIX ------------------------------------------------------------------------------------------


def test_asaas_is_given_a_token_that_nobody_can_guess(
    merchant: Merchant, asaas: AsaasLookAlike
) -> None:
    assert merchant.save(True, asaas_api_key=ASAAS_KEY) == {}
    assert merchant.save(greeting="Oi!") == {}

    (endpoint,) = asaas._webhooks.endpoints
    assert endpoint.url == "https://shop.example/webhooks/asaas/1/"
    assert endpoint.secret == merchant.stored["asaas_webhook_token"]
    assert len(endpoint.secret) == 43
    assert asked(asaas) == ["GET 3/payments", "GET 3/webhooks", "POST 3/webhooks"]


def test_the_bank_is_given_an_address_with_a_secret(
    merchant: Merchant, bank: PixLookAlike, certificate: str
) -> None:
    assert merchant.save(True, **by_efi(bank, certificate)) == {}
    assert merchant.save(greeting="Oi!") == {}

    (_, told) = bank.api.webhooks["loja@shop.example"]
    secret = merchant.stored["pix_webhook_secret"]
    assert told["webhookUrl"] == f"{merchant.url('pix')}?hmac={secret}&ignorar="
    assert len(secret) == 43
    assert asked(bank).count("PUT 2/webhook/loja%40shop.example") == 1


def test_a_pix_key_whose_webhooks_go_elsewhere_is_left_alone(
    merchant: Merchant, bank: PixLookAlike, pix_provider: PixProvider, certificate: str
) -> None:
    pix_provider.register_webhook("https://erp.example/pix", "s" * 24)

    refused = merchant.save(True, **by_efi(bank, certificate))

    assert list(refused) == ["pix_webhook_secret"]
    assert refused["pix_webhook_secret"].startswith(
        "At your bank the webhooks of this PIX key go to"
    )
    (_, told) = bank.api.webhooks["loja@shop.example"]
    assert told["webhookUrl"].startswith("https://erp.example/pix?")
    assert merchant.stored == {}


def test_the_secret_that_we_chose_moves_along_to_other_keys_and_addresses(
    merchant: Merchant, asaas: AsaasLookAlike
) -> None:
    merchant.save(True, asaas_api_key=ASAAS_KEY)
    token = merchant.stored["asaas_webhook_token"]
    merchant.host = "https://new.example"

    assert merchant.save(asaas_api_key="$aact_hmlg_another12345678") == {}

    assert merchant.stored["asaas_webhook_token"] == token
    assert [one.url for one in asaas._webhooks.endpoints][-1:] == [
        "https://new.example/webhooks/asaas/1/"
    ]


# --- two secrets at once --------------------------------------------------------------------------


def test_a_secret_that_was_replaced_is_valid_for_a_day(
    merchant: Merchant, stripe: LookAlike
) -> None:
    merchant.save(True, stripe_secret_key=KEY, stripe_webhook_secret=TYPED)
    merchant.save(stripe_webhook_secret="whsec_thenextone1234")

    merchant.wait(23.9)
    merchant.save(greeting="Hello!")
    at_first = merchant.settings.previous_secrets
    merchant.wait(0.2)

    assert at_first["stripe_webhook_secret"] == TYPED
    assert "stripe_webhook_secret" not in merchant.settings.previous_secrets
    assert merchant.settings.stripe_webhook_secret == "whsec_thenextone1234"


@pytest.mark.parametrize(
    ("provider", "field", "proof"),
    [
        ("asaas", "asaas_webhook_token", lambda one: ({"asaas-access-token": one}, {})),
        ("pix", "pix_webhook_secret", lambda one: ({}, {"hmac": one})),
    ],
)
def test_webhooks_of_pix_are_taken_by_either_secret(
    merchant: Merchant,
    bank: PixLookAlike,
    provider: str,
    field: str,
    proof: Callable[[str], tuple[dict[str, str], dict[str, str]]],
) -> None:
    old, new = "o" * 32, "n" * 32
    keys = {"asaas": {"asaas_api_key": ASAAS_KEY}, "pix": by_bank(bank)}[provider]
    assert merchant.save(True, **keys, **{field: old}) == {}
    assert merchant.save(**{field: new}) == {}

    def hear(secret: str) -> int:
        now = provider_of(provider, merchant.settings, merchant.bases)
        assert now is not None
        return len(now.verify(b"{}", *proof(secret), 0))

    assert [hear(old), hear(new)] == [0, 0]
    merchant.wait(24)
    assert hear(new) == 0
    with pytest.raises(NotAuthentic):
        hear(old)


def test_stripes_signatures_are_taken_by_either_secret(
    merchant: Merchant, stripe: LookAlike, charge_request: Callable[..., object], httpserver
) -> None:
    httpserver.expect_request("/webhooks/stripe/1/").respond_with_data("")
    merchant.host = httpserver.url_for("").rstrip("/")
    merchant.save(True, stripe_secret_key=KEY)
    provider = provider_of("stripe", merchant.settings, merchant.bases)
    assert isinstance(provider, StripeProvider)
    stripe.pay(provider.open(charge_request()).ref)  # type: ignore[arg-type]
    assert stripe.flush()
    (request, _), *_ = httpserver.log
    header = {"stripe-signature": request.headers["Stripe-Signature"]}
    merchant.save(stripe_webhook_secret=TYPED)

    def heard() -> int:
        now = provider_of("stripe", merchant.settings, merchant.bases)
        assert now is not None
        return len(now.verify(request.get_data(), header, {}, int(time.time())))

    assert heard() == 1
    merchant.wait(24)
    with pytest.raises(NotAuthentic):
        heard()


def test_a_secret_that_is_taken_out_is_valid_no_more(merchant: Merchant) -> None:
    merchant.save(True, stripe_secret_key=KEY, stripe_webhook_secret=TYPED)
    merchant.save(False)

    assert merchant.save(stripe_webhook_secret="") == {}

    assert merchant.settings.stripe_webhook_secret == ""
    assert TYPED not in merchant.settings.previous_secrets.values()


# --- a key that Saleor's own plugin lends ---------------------------------------------------------


def lending(key: str, withdrawn: bool = False) -> dict[str, object]:
    return {"stripe_secret_key": key, "stripe:withdrawn": withdrawn, "use_saleor_stripe_key": True}


def test_a_lent_key_is_tried_and_gets_an_endpoint_of_ours(
    merchant: Merchant, stripe: LookAlike
) -> None:
    merchant.lent = lending(KEY)

    assert merchant.save(True) == {}

    assert stripe._webhooks.endpoints[0].secret == merchant.stored["stripe_webhook_secret"]
    assert "stripe_secret_key" not in merchant.stored


@pytest.mark.parametrize(
    ("lent", "words"),
    [
        (lending(""), "Saleor's own Stripe plugin has no secret key in this channel"),
        (lending(KEY, True), "Saleor's own Stripe plugin is switched off in this channel"),
    ],
)
def test_a_key_that_is_not_lent_is_named(
    merchant: Merchant, stripe: LookAlike, lent: dict[str, object], words: str
) -> None:
    merchant.lent = lent

    refused = merchant.save(True)

    assert list(refused) == ["use_saleor_stripe_key"]
    assert refused["use_saleor_stripe_key"].startswith(words)
    assert (merchant.stored, stripe.requests) == ({}, [])


def test_a_lent_key_that_is_not_accepted_is_named_by_the_switch(
    merchant: Merchant, stripe: LookAlike
) -> None:
    stripe.revoke(KEY)
    merchant.lent = lending(KEY)

    assert list(merchant.save(True)) == ["use_saleor_stripe_key"]
    assert merchant.stored == {}


def test_a_lent_key_that_is_another_one_by_now_gets_its_endpoint_with_the_next_save(
    merchant: Merchant, stripe: LookAlike
) -> None:
    merchant.lent = lending(KEY)
    merchant.save(True)
    merchant.lent = lending(OTHER_KEY)

    assert merchant.save() == {}

    assert stripe._webhooks.endpoints[-1].account == OTHER_KEY


def test_a_channel_whose_key_is_lent_no_more_can_be_switched_off_and_on(
    merchant: Merchant, stripe: LookAlike
) -> None:
    merchant.lent = lending(KEY)
    merchant.save(True)
    secret = merchant.stored["stripe_webhook_secret"]
    merchant.lent = lending("")

    assert merchant.save(False) == {}
    merchant.lent = lending(KEY)
    assert merchant.save(True) == {}

    assert merchant.stored["stripe_webhook_secret"] == secret
    assert len(stripe.endpoints) == 1
