"""One run: the stack, the purchases with their faults, the sweeps after them, and the verdict."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from django.db import connections

from scripts.faults import reading, stories
from scripts.faults.books import Books, Bought
from scripts.faults.buyer import Buyer
from scripts.faults.clock import Clock
from scripts.faults.host import Shop
from scripts.faults.journal import Journal
from scripts.faults.merchant import Merchant
from scripts.faults.plan import Planned
from scripts.faults.report import Progress
from scripts.faults.roads import LOOK_ALIKES, ROADS, Bank
from scripts.faults.shopper import ClosedTab, GaveUp, Shopper
from scripts.faults.stack import Stack
from scripts.faults.storefront import Storefront
from scripts.faults.world import World

# Seconds that pass after the faults: some sweeps, the end of every page and of every patience, refunds that
# take long, and the day after which a provider forgets what it has answered to a key.
_AFTERWARDS = (65, 65, 330, 1900, 65, 1900, 65, 3700, 90_000)
_ROUNDS = 8  # sweeps, a minute apart, after each of these while something is due


@dataclass(frozen=True)
class Outcome:
    books: Books
    purchases: Sequence[Bought]
    met: Sequence[tuple[str, str]]  # the faults that calls of ours met, and whose calls


def run(
    stack: Stack, planned: Sequence[Planned], journal: Journal, progress: Progress, seconds: float
) -> Outcome:
    """Buy everything, and return what the books say afterwards. The stack is started and running.

    After so many seconds nothing more is begun: what was, is settled and judged.
    """
    banks: Mapping[str, Bank] = {
        one.name: one.bank(stack.site.bank_url(one.name)) for one in LOOK_ALIKES
    }
    clock = Clock(
        stack.site,
        stack.host.pace.speed,
        {name: lambda at, bank=bank: bank.lever("clock", at=at) for name, bank in banks.items()},  # type: ignore[misc]
    )
    world = World(stack, clock, banks, journal)
    shop, pace = stack.host.shop(), stack.host.pace
    clock.start()
    world.agenda.start()
    try:
        world.calm()
        shop.stock_up()
        progress.begins(journal)
        buyers = [_buyer(one, banks, shop, world, stack) for one in planned]
        with ThreadPoolExecutor(pace.at_once, thread_name_prefix="shopper") as hands:
            list(hands.map(lambda buyer: _buy(buyer, journal, seconds), buyers))
        buyers = [buyer for buyer in buyers if buyer.planned.number in journal.purchases]
        world.heal()
        progress.says("the faults are over; what is half-way has some sweeps to come to its end")
        _settle(clock, world, banks, progress)
        purchases = [_bought(buyer) for buyer in buyers]
        met = [one for bank in banks.values() for one in bank.met()]
        return Outcome(reading.books(tuple(banks.values()), shop, clock.now()), purchases, met)
    finally:
        progress.ends()
        world.agenda.stop()
        clock.stop()
        connections.close_all()


def _buyer(
    planned: Planned, banks: Mapping[str, Bank], shop: Shop, world: World, stack: Stack
) -> Buyer:
    road = next(road for road in ROADS if road.name == planned.road)
    shopper = Shopper(
        url=stack.site.url,
        channel=planned.channel,
        locale=planned.locale,
        email=f"shopper-{planned.number}@example.com",
        address=f"10.7.{planned.number // 250}.{planned.number % 250}",
        looks=stack.host.pace.looks,
        patience=stack.host.pace.patience,
    )
    merchant = Merchant(shop, planned, world)
    return Buyer(
        planned=planned,
        road=road,
        banks=banks,
        merchant=merchant,
        world=world,
        shopper=shopper,
        storefront=Storefront(shop, planned, road),
        goods=merchant.common_goods(),
        quantity=planned.quantity,
        code=planned.code,
        stays=stack.host.pace.stays,
    )


def _buy(buyer: Buyer, journal: Journal, seconds: float) -> None:
    if journal.seconds() > seconds:
        return
    number, end = buyer.planned.number, "went to the end"
    journal.begins(number)
    try:
        stories.tell(buyer)
    except ClosedTab as why:
        end = f"closed the tab: {why}"
    except GaveUp as why:
        end = f"gave up: {why}"
    except Exception as error:  # noqa: BLE001 a door: one purchase that breaks must not hide the others
        end = f"broke: {type(error).__name__}: {error}"
    finally:
        journal.ends(number, end)
        buyer.shopper.browser.close()
        connections.close_all()


def _settle(clock: Clock, world: World, banks: Mapping[str, Bank], progress: Progress) -> None:
    """Let time pass, and a sweep run each time, until nothing is due any more.

    Of the first refunds and disputes that end now no webhook tells: all of them are lost once more.
    """
    world.lose_webhooks()
    for number, seconds in enumerate(_AFTERWARDS, start=1):
        clock.jump(seconds)
        for bank in banks.values():
            bank.end_refunds(fail_every=3)
            bank.end_disputes(lose_every=2)
        world.calm()
        for _ in range(_ROUNDS):
            _sweep(clock, banks, world.stack.host.pace.calm_within)
            if not reading.due(clock.now()):
                break
            clock.jump(61)
        left = reading.unfinished()
        progress.says(f"sweep {number} of {len(_AFTERWARDS)}: {left} rows have not come to an end")


def _sweep(clock: Clock, banks: Mapping[str, Bank], within: float) -> None:
    """Wait until webhooks are through and what was due when time had passed is done, or for a while."""
    end, at = time.monotonic() + within, clock.now()
    for bank in banks.values():
        bank.lever("webhooks/flush", timeout=within)
    while reading.due(at) and time.monotonic() < end:
        time.sleep(0.3)


def _bought(buyer: Buyer) -> Bought:
    """Read the conversation once more, as a shopper does who comes back."""
    shopper = buyer.shopper
    if shopper.token:
        shopper.look()
        shopper.browser.close()
    said = tuple(
        shopper.messages[number]["text"]
        for number in sorted(shopper.messages)
        if shopper.messages[number]["author"] == "ASSISTANT"
    )
    return Bought(
        buyer.planned.number,
        tuple(shopper.conversations),
        said,
        tuple(sorted(buyer.carts)),
        by_gift_card="gift card" in buyer.planned.story,
    )
