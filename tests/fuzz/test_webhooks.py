"""Webhooks that nobody sent so: none gets in, none crashes, none fills the disk, and none is believed.

FUZZ says how many of each kind (`make fuzz N=…`), SEED which ones; a failure names the one to repeat.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from agentpay_plugin.charges import inbox
from agentpay_plugin.charges.desk import Desk
from agentpay_plugin.hosting import web
from agentpay_plugin.models import Charge, ProviderNotice, Refund
from tests.charges.world import CHANNEL, World, charge_of
from tests.fuzz.mutations import bytes_mutated, json_mutated, text_mutated
from tests.fuzz.providers import PROVIDERS, Fuzzed, Heard, Webhook

pytestmark = pytest.mark.django_db(transaction=True)

COUNT = int(os.environ.get("FUZZ") or 2_000)
SEED = os.environ.get("SEED") or "1"
LOG_LINE = 200  # characters that a refused webhook may cost

each_provider = pytest.mark.parametrize("name", sorted(PROVIDERS))


@pytest.fixture
def world() -> World:
    return World()


def opened(world: World, name: str) -> tuple[Fuzzed, str]:
    """Let a charge be open that webhooks may speak of; returns its id with the provider."""
    fuzzed = PROVIDERS[name]
    world.provider = Heard(fuzzed.adapter)
    world.with_settings(**fuzzed.settings)
    view = world.opened()
    Charge.objects.update(provider=name)
    world.provider.calls.clear()
    return fuzzed, view.id


def desk_of(world: World, name: str) -> Desk:
    """Return the world's desk, with the provider under its own name."""
    return replace(world.desk, provider=lambda _, asked: world.provider if asked == name else None)


def genuine(world: World, fuzzed: Fuzzed, charge_id: str, chance: Random) -> Webhook:
    """Return one of the provider's webhooks about a charge, as it really sends them."""
    return fuzzed.proven(fuzzed.body(chance, charge_id, chance.randrange(10**9)), now_of(world))


def now_of(world: World) -> int:
    return int(world.now.timestamp())


def chances(name: str, kind: str) -> Iterator[tuple[str, Random]]:
    """Yield a name for each mutant, and the chance that makes it."""
    for number in range(COUNT):
        mark = f"{SEED} {name} {kind} {number}"
        yield mark, Random(mark)


def post(world: World, name: str, webhook: Webhook, length: str | None = None) -> int:
    door = web.Door(desk_of(world, name), lambda _: CHANNEL, lambda: None)
    request: HttpRequest = RequestFactory().post(
        "/",
        data=webhook.body,
        content_type="application/json",
        query_params=webhook.query,
        headers=dict(webhook.headers),
    )
    if length is not None:
        request.META["CONTENT_LENGTH"] = length
    return web.answer(door, request, f"webhooks/{name}/1/").status_code


def with_proof(fuzzed: Fuzzed, webhook: Webhook, chance: Random) -> Webhook:
    """Return the webhook with another proof, or with none."""
    place = "headers" if fuzzed.proof in webhook.headers else "query"
    parts = dict(getattr(webhook, place))
    proof = parts.pop(fuzzed.proof)
    if chance.random() < 0.05:
        return replace(webhook, **{place: parts})
    for _ in range(chance.randint(1, 3)):
        proof = text_mutated(chance, proof)
    return replace(webhook, **{place: {**parts, fuzzed.proof: proof}})


@each_provider
def test_with_another_proof_none_gets_in(
    world: World, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="agentpay_plugin")
    fuzzed, charge_id = opened(world, name)
    refused, logged = 0, 0

    for mark, chance in chances(name, "proof"):
        mutant = with_proof(fuzzed, genuine(world, fuzzed, charge_id, chance), chance)
        status = post(world, name, mutant)
        if not fuzzed.proves(mutant, now_of(world)):
            assert status == 400, mark
            refused += 1
            assert all(len(record.getMessage()) <= LOG_LINE for record in caplog.records), mark
        logged += len(caplog.records)
        caplog.clear()
        if status == 200:
            ProviderNotice.objects.all().delete()

    assert refused > COUNT * 0.9
    assert logged <= COUNT
    assert ProviderNotice.objects.count() == 0
    assert (charge_of(charge_id).state, world.provider.calls) == ("open", [])


@each_provider
def test_another_body_than_was_signed_never_gets_in(world: World, name: str) -> None:
    fuzzed, charge_id = opened(world, name)
    if not fuzzed.signs_body:
        pytest.skip("signs no body: what it says is asked again, see below")

    for mark, chance in chances(name, "body"):
        webhook = genuine(world, fuzzed, charge_id, chance)
        mutate = chance.choice((bytes_mutated, json_mutated))
        body = mutate(chance, webhook.body)
        if body != webhook.body:
            assert post(world, name, replace(webhook, body=body)) == 400, mark

    assert ProviderNotice.objects.count() == 0
    assert (charge_of(charge_id).state, world.provider.calls, world.woken) == ("open", [], [])


@each_provider
def test_what_is_proven_is_still_not_believed(world: World, name: str) -> None:
    fuzzed, charge_id = opened(world, name)

    for mark, chance in chances(name, "proven"):
        body = json_mutated(chance, genuine(world, fuzzed, charge_id, chance).body)
        before = ProviderNotice.objects.count()
        assert post(world, name, fuzzed.proven(body, now_of(world))) in (200, 400), mark
        assert ProviderNotice.objects.count() - before <= fuzzed.most_events, mark
    check_rows()
    for notice_id in ProviderNotice.objects.values_list("pk", flat=True):
        inbox.handle(desk_of(world, name), notice_id)

    stored = ProviderNotice.objects.count()
    assert COUNT * 0.1 < stored < COUNT * fuzzed.most_events
    assert {method for method, _ in world.provider.calls} == {"read"}
    assert (charge_of(charge_id).state, Charge.objects.count(), Refund.objects.count()) == (
        "open",
        1,
        0,
    )
    assert (world.reports(), world.told(), len(world.shop.placed)) == ([], [], 0)


@each_provider
def test_what_a_proven_one_says_wrongly_does_not_hide_what_the_provider_says(
    world: World, name: str
) -> None:
    fuzzed, charge_id = opened(world, name)
    world.pay(charge_id)
    chance = Random(f"{SEED} {name} paid")
    while not ProviderNotice.objects.exists():
        assert post(world, name, genuine(world, fuzzed, charge_id, chance)) == 200
    for _ in range(100):
        body = json_mutated(chance, genuine(world, fuzzed, charge_id, chance).body)
        post(world, name, fuzzed.proven(body, now_of(world)))

    for notice_id in ProviderNotice.objects.values_list("pk", flat=True):
        inbox.handle(desk_of(world, name), notice_id)

    assert charge_of(charge_id).state == "confirmed"
    assert world.reports() == [("CHARGE_SUCCESS", 999, "cs_fake_1")]
    assert len(world.shop.placed) == 1


@each_provider
@pytest.mark.parametrize(
    "length",
    ["-1", "x", "²", "\u0661", "1e3", "1048577", "0x10", pytest.param("9" * 5000, id="digits")],
)
def test_odd_length_is_an_answer_not_a_crash(world: World, name: str, length: str) -> None:
    fuzzed, charge_id = opened(world, name)

    status = post(world, name, genuine(world, fuzzed, charge_id, Random(SEED)), length)

    assert status == 413
    assert ProviderNotice.objects.count() == 0


@each_provider
def test_odd_addresses_lead_nowhere(world: World, name: str) -> None:
    fuzzed, charge_id = opened(world, name)
    webhook = genuine(world, fuzzed, charge_id, Random(SEED))
    door = web.Door(desk_of(world, name), lambda _: CHANNEL, lambda: None)
    path = f"webhooks/{name}/1/"

    for mark, chance in chances(name, "address"):
        mutant = text_mutated(chance, path)
        if mutant.strip("/") == path.strip("/"):
            continue
        request = RequestFactory().post(
            "/", webhook.body, "application/json", headers=dict(webhook.headers)
        )
        status = web.answer(door, request, mutant).status_code
        assert status in (200, 404), mark
        if status == 200:  # another channel's number
            assert mutant.strip("/").startswith(f"webhooks/{name}/"), mark

    assert ProviderNotice.objects.count() <= 1


def check_rows() -> None:
    """No text is longer than its column (SQLite does not mind, PostgreSQL does), nor unprintable."""
    texts = [one for one in ProviderNotice._meta.get_fields() if getattr(one, "max_length", None)]
    assert len(texts) >= 7
    for row in ProviderNotice.objects.all():
        for column in texts:
            value = getattr(row, column.name)
            assert len(value) <= column.max_length, column.name
            assert value.isprintable(), column.name
