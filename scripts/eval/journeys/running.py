"""One run: a journey in one wording, from a fresh shop to the verdict. And the processes that share the runs."""

from __future__ import annotations

import multiprocessing
import os
import time
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.eval.journeys import host
from scripts.eval.journeys.journey import Journey

if TYPE_CHECKING:
    from scripts.eval.journeys.world import World


@dataclass(frozen=True)
class Run:
    """How a journey went in one wording. `wrong` is empty when it ended as it must. `cost` is a model's, in US dollars."""

    journey: Journey
    wording: int
    wrong: tuple[str, ...]
    log: tuple[str, ...]
    seconds: float
    messages: int
    cost: float = 0.0

    @property
    def passed(self) -> bool:
        return not self.wrong


_world: World | None = None


def every(
    journeys: Sequence[Journey], wordings: int, folder: Path, processes: int
) -> Iterator[Run]:
    """Yield each journey's run in each of its first wordings, as they end."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context, _begin, (folder,)) as pool:
        asked = [pool.submit(_runs, journey, wordings) for journey in journeys]
        for ended in as_completed(asked):
            yield from ended.result()


def _begin(folder: Path) -> None:
    """Host the demo in this process, for all runs that come to it."""
    global _world
    street = host.begin(folder / f"world-{os.getpid()}")
    from scripts.eval.journeys.world import World

    _world = World(street)
    multiprocessing.util.Finalize(None, _world.close, exitpriority=10)


def _runs(journey: Journey, wordings: int) -> list[Run]:
    return [_run(journey, wording) for wording in range(wordings)]


def _run(journey: Journey, wording: int) -> Run:
    from scripts.eval.journeys import books, facts, steps, verdict
    from scripts.eval.journeys.shopper import Shopper

    if _world is None:
        raise RuntimeError("this process hosts no demo")
    _world.reset()
    books.move_in(_world)
    before = books.Books.of(_world)
    shopper, wrong = Shopper(_world, journey, wording), []
    begun = time.perf_counter()
    try:
        shopper.start()
        steps.go(shopper)
    except steps.GaveUp as gave_up:
        wrong.append(f"gave up: {gave_up}")
    except Exception:  # noqa: BLE001 one broken run must not end the others
        wrong.append(f"broke: {traceback.format_exc(limit=-3)}")
    seconds = time.perf_counter() - begun
    if not any(one.startswith("broke") for one in wrong):
        wrong += verdict.judge(shopper, before)
        wrong += facts.missing(journey, _world, shopper.replies)
    if "INTERNAL" in shopper.refusals:
        wrong.append("the chat answered with an error")
    return Run(
        journey,
        wording,
        tuple(wrong),
        tuple(shopper.log),
        seconds,
        len(shopper.messages),
        books.model_cost(),
    )
