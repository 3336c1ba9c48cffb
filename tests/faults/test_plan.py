"""A seed is a plan: repeated, it is the same; short, it still holds every story and most faults."""

from __future__ import annotations

from collections import Counter

from scripts.faults.plan import FAULTS, STORIES, plan
from scripts.faults.roads import ROADS


def test_same_seed_same_plan() -> None:
    assert plan(50, "7") == plan(50, "7")
    assert plan(50, "7") != plan(50, "8")


def test_longer_run_begins_with_the_shorter_one() -> None:
    assert plan(200, "7")[:20] == plan(20, "7")


def test_each_story_as_often_as_in_the_deck() -> None:
    bought = plan(len(STORIES) * 4, "1")

    wanted = {story: count * 4 for story, count in Counter(STORIES).items()}
    assert Counter(one.story for one in bought) == wanted


def test_every_fault_strikes_before_one_strikes_too_often() -> None:
    struck = [strike.fault for one in plan(400, "1") for strike in one.strikes]

    rounds = len(struck) // len(FAULTS)
    counts = Counter(struck[: rounds * len(FAULTS)])
    assert rounds > 10
    assert counts == {fault: count * rounds for fault, count in Counter(FAULTS).items()}


def test_short_run_of_make_test_buys_by_every_road_in_every_channel() -> None:
    bought = {(one.road, one.channel) for one in plan(20, "20")}

    assert bought == {(road.name, channel) for road in ROADS for channel in road.channels}
